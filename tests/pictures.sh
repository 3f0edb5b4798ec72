#!/bin/sh
# Photographs in the sizes that screens need: whole sites with a photo of twelve megapixels,
# with broken, huge and lying files, in a real browser; and a program without the libraries.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CCHC_SHARE="$PWD"

cp -r tests/cases/tiny.d "$work/site"
node tests/pictures/check.mjs "$build/cchc" "$build/tests/cchc-plain" "$work/site"
