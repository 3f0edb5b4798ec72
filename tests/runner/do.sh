#!/bin/sh
# The program of the runner's own cases: does what its arguments say, as shell commands.
# With --lang vi before them $vi is set.
vi=
if [ "$1" = --lang ]; then
	vi=$2
	shift 2
fi
: "$vi"
eval "$*"
