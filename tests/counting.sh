#!/bin/sh
# The counting rules of plans, a table each: tests/counting/quy-tac-N.tsv says in every row
# what there is and what was counted by hand.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
export CCHC_SHARE="$PWD" CCHC_LANG=en
node tests/counting/run.mjs "$cchc" "$temp/site" tests/counting/quy-tac-*.tsv
