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
export CCHC_SHARE="$PWD" CCHC_LANG=en
passed=0
failed=0

# sum COMMAND...: it counts its checks itself, on its last line.
sum() {
	"$@" >"$temp/said" 2>&1
	counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$temp/said")
	[ -n "$counts" ] || counts='0 1'
	passed=$((passed + ${counts% *}))
	failed=$((failed + ${counts#* }))
	grep -v '^[0-9]* passed' "$temp/said"
}

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
