#!/bin/sh
# The JSON-LD of all pages of the portal and of the five sites of tests/sites, against the
# definitions of schema.org as others have written them down (schema-dts).
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en

[ -d tests/json_ld/node_modules/schema-dts ] ||
	(cd tests/json_ld && npm ci --no-audit --no-fund --ignore-scripts >"$temp/said" 2>&1) || {
	cat "$temp/said"
	echo "0 passed, 1 failed"
	exit 1
}
check "the portal builds" "$cchc" build --quiet --today 2026-11-22 --output "$temp/portal"
for site in tests/sites/*/tien-do.tsv; do
	dir=${site%/*}
	name=${dir##*/}
	day=$(sed -n 's/^# ngày: //p' "$site")
	cp -R "$dir" "$temp/$name"
	check "$name builds" "$cchc" --root "$temp/$name" build --quiet --today "$day" --output "$temp/of-$name"
done
node tests/json_ld/check.mjs "$temp/portal" "$temp"/of-* >"$temp/found" 2>&1
counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$temp/found")
[ -n "$counts" ] || counts='0 1'
passed=$((passed + ${counts% *}))
failed=$((failed + ${counts#* }))
[ "${counts#* }" = 0 ] || cat "$temp/found"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
