#!/bin/sh
# The example portal and the five sites of tests/sites in a real browser, served as their own
# _headers say.
#
#	browser.sh [--all]
#
# axe-core and the HTML checker find nothing; whatever the window, the light and the wishes of
# the reader, nothing moves, is cut off, covered or said on the console; the five most important
# journeys go by keys alone, at 400 % too; a site's identity comes from site.yaml alone. axe-core
# and the look at layouts take as many pages as have, together, everything that any page has;
# with --all every page, in every combination, which takes half an hour.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/browser
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
all=${1:-}
sites='nhi-ha-noi mai-chau hong-ngu ben-tre son-tra'

build() { # SITE DAY
	"$cchc" --root "$1" build --quiet --today "$2" --output "$temp/${1##*/}"
}

day_of() {
	sed -n 's/^# ngày: //p' "tests/sites/$1/tien-do.tsv"
}

check "the portal builds" "$cchc" build --quiet --today 2026-11-22 --output "$temp/portal"
folders=$temp/portal
for site in $sites; do
	check "$site builds" build "tests/sites/$site" "$(day_of "$site")"
	folders="$folders $temp/$site"
done
# shellcheck disable=SC2086 # several words each
{
	sum node "$tools/checker.mjs" $folders
	sum node "$tools/axe.mjs" $all $folders
	sum node "$tools/matrix.mjs" $all $folders
}
sum node "$tools/keys.mjs" "$temp/portal"
sum node "$tools/identity.mjs" "$temp/portal" "$temp/mai-chau" "$temp/ben-tre"
sum node "$tools/faults.mjs" "$temp/portal"
for site in $sites; do
	sum node tests/portal/budget.mjs "$temp/$site" /cai-cach-hanh-chinh/
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
