#!/bin/sh
# `cchc check --external`: a thousand links to servers on the loopback that answer in
# every way.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r tests/cases/tiny.d "$work/site"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key" -out "$work/certificate" \
	-subj /CN=vi-du.example -days 2 >/dev/null 2>&1
export CCHC_SHARE="$PWD"
node tests/external/check.mjs "$build/cchc" "$work/key" "$work/certificate" "$work/site"
