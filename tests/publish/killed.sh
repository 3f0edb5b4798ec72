#!/bin/sh
# killed.sh [STEP] - a publish of about 60 files into a folder is killed with kill -9 at
# every call, or every STEPth, that changes something on disk (tests/fault.c).
#
# At no moment is there a file that is neither the old one nor the new one, a page whose
# style sheet is missing, or a manifest that lies; and the next publish completes.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=$PWD/${BUILD:-build}
cchc=$build/cchc
step=${1:-16}
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
passed=0
failed=0
killed=0
midway=0
. tests/publish/sites.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
server=$temp/work/server

# prepare KIND: a site that was published on one day, and is now of another.
prepare() {
	rm -rf "$temp/work" "$temp/start"
	mkdir -p "$temp/work"
	old_small "$temp/work/site"
	target "$1"
	publish "$cchc" || exit 3
	hashes "$(live "$1")" >"$temp/old.list"
	new_small "$temp/taken"
	rm -rf "$temp/work/site/content" "$temp/work/site/layouts" "$temp/work/site/assets"
	cp -R "$temp/taken/." "$temp/work/site"
	target "$1"
	"$cchc" --root "$temp/work/site" build --quiet --today 2026-11-22 >"$temp/words" 2>&1 || exit 3
	hashes "$temp/work/site/public" | LC_ALL=C sort -u - "$temp/old.list" >"$temp/allowed"
	mkdir "$temp/start"
	cp -a "$server" "$temp/work/site/.cchc" "$temp/start/"
}

target() {
	printf 'dich:\n  - ma: "dich"\n    dia_chi: "file://%s"\n' "$server" >>"$temp/work/site/site.yaml"
	[ "$1" != releases ] || echo '    giu_ban: 3' >>"$temp/work/site/site.yaml"
}

# What visitors see of it.
live() {
	if [ "$1" = releases ]; then echo "$server/hien-tai"; else echo "$server"; fi
}

publish() {
	"$1" --root "$temp/work/site" publish --quiet --today 2026-11-22 --threads 1 \
		>"$temp/words" 2>&1
}

fail() {
	bad=true
	echo "killed at call $at of a publish to $kind: $1"
	head -n 20 "$temp/words"
}

judge() {
	bad=false
	dir=$(live "$kind")
	[ "$status" != 137 ] || killed=$((killed + 1))
	every_file_is_whole "$dir" "$temp/allowed" || fail "a file is neither old nor new"
	LC_ALL=C comm -3 "$temp/there" "$temp/old.list" | grep -q . && midway=$((midway + 1))
	every_page_has_its_style "$dir" || fail "a page lacks its style sheet"
	manifest_is_true "$dir" || fail "the manifest lies"
	publish "$cchc" || fail "the next publish fails"
	holds "$dir" "$temp/work/site/public" || fail "the next publish does not complete it"
	[ "$kind" = releases ] || is_tidy "$dir" || fail "something is left"
	if $bad; then failed=$((failed + 1)); else passed=$((passed + 1)); fi
}

try() {
	rm -rf "$server" "$temp/work/site/.cchc"
	cp -a "$temp/start/server" "$server"
	cp -a "$temp/start/.cchc" "$temp/work/site/.cchc"
	FAULT=$1 FAULT_AT=$at FAULT_LOG=$temp/log publish "$build/tests/cchc-fault"
	status=$?
}

every() {
	kind=$1
	prepare "$kind"
	at=0
	try none
	read -r calls _ <"$temp/log"
	while [ $at -lt "$calls" ]; do
		at=$((at + step))
		try kill 2>/dev/null
		judge
	done
}

every folder
every releases
echo "$killed publishes were killed, $midway of them when visitors saw a part of the new site"
if [ "$killed" -lt 20 ] || [ "$midway" -lt 10 ]; then
	echo "too few of them to mean anything"
	failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
