#!/bin/sh
# Search without a server: the C of the index and the script of the page know the same words,
# and in a browser people find what they look for.
set -u
cd "$(dirname "$0")/.." || exit 3
build=${BUILD:-build}
cchc=$PWD/$build/cchc
tool=$build/tests/oracle/viet_tool
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en

build() { # SITE OUTPUT
	"$cchc" --root "$1" build --quiet --today 2026-11-22 --output "$2" >"$temp/words" 2>&1 || {
		cat "$temp/words"
		echo "0 passed, 1 failed"
		exit 1
	}
}

make -s BUILD="$build" "$tool" || {
	echo "0 passed, 1 failed"
	exit 1
}
node tests/search/site.mjs "$temp/mau"
build "$temp/mau" "$temp/mau/public"
build "$PWD" "$temp/cong"
sum node tests/search/letters.mjs "$tool"
sum node tests/search/browser.mjs "$temp/mau/public" "$temp/cong"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
