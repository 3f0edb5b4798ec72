#!/bin/sh
# A disk that is full, and a build that is killed, at each single call that changes
# something on disk (tests/fault.c): in a first build, and in one over an older site.
#
# A build that was refused room before it had begun to put files in place leaves the old
# site as it was, byte for byte; later each file is whole, old or new. It says so once a
# thread, with status 3. The next build gives the bytes of a clean one and leaves nothing
# beside.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$PWD/${BUILD:-build}
cchc=$build/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
passed=0
failed=0
refused=0
untouched=0
export CCHC_SHARE="$PWD" CCHC_LANG=en

# A page changes, one comes and one goes, a file gives way to a folder: all that a build
# over an old one does.
make_sites() {
	cp -R tests/cases/tiny.d "$temp/old"
	cp -R tests/cases/tiny.d "$temp/new"
	mkdir "$temp/old/assets" "$temp/new/assets" "$temp/new/assets/a"
	echo 'a {}' >"$temp/old/assets/a"
	echo 'b {}' >"$temp/new/assets/a/b.css"
	sed 's/ma: .*/ma: "cu"/' "$temp/old/content/trang/gioi-thieu.md" >"$temp/old/content/trang/cu.md"
	sed 's/ma: .*/ma: "moi"/' "$temp/old/content/trang/gioi-thieu.md" >"$temp/new/content/trang/moi.md"
	echo 'Thêm một câu.' >>"$temp/new/content/trang/gioi-thieu.md"
}

# build PROGRAM SITE OUTPUT
build() {
	"$1" --root "$temp/$2" build --quiet --threads 2 --today 2026-11-22 --output "$3"
}

hashes() {
	(cd "$1" && find . -type f ! -name .cchc-manifest -exec sha256sum {} + | sort)
}

# What is there is one of the two sites, file by file; nothing, where there was nothing.
is_whole() {
	[ -d "$temp/work/public" ] || return 0
	hashes "$temp/work/public" | comm -23 - "$temp/allowed-$start" >"$temp/said"
	! [ -s "$temp/said" ]
}

is_as_before() {
	if [ "$start" = nothing ]; then
		[ -z "$(ls -A "$temp/work")" ]
	else
		diff -r "$temp/clean-$start" "$temp/work/public" >"$temp/said" &&
			[ "$(ls -A "$temp/work")" = public ]
	fi
}

is_new() {
	diff -r "$temp/clean-new" "$temp/work/public" >"$temp/said" &&
		[ "$(ls -A "$temp/work")" = public ]
}

# It was refused, and has told it, at most once a thread.
has_said_why() {
	errors=$(grep -c ': error: cannot .* the disk ' "$temp/words")
	[ "$errors" -ge 1 ] && [ "$errors" -le 2 ]
}

fail() {
	failed=$((failed + 1))
	echo "FAULT=$what FAULT_AT=$at over $start (status $status): $1"
	head -n 20 "$temp/words" "$temp/said"
}

judge() {
	read -r _ renames <"$temp/log" || renames=some
	case $status in
	0) is_new || fail "it is not the new site" ;;
	3)
		refused=$((refused + 1))
		has_said_why || fail "it does not say why, or too often"
		if [ "$renames" = 0 ]; then
			untouched=$((untouched + 1))
			is_as_before || fail "the old site has changed"
		fi
		;;
	137) ;;
	*) fail "what status is that?" ;;
	esac
	is_whole || fail "a file is neither old nor new"
	if ! build "$cchc" new "$temp/work/public" >"$temp/words" 2>&1; then
		fail "the next build fails"
	elif ! is_new; then
		fail "the next build does not repair it"
	fi
}

try() {
	rm -rf "$temp/work"
	mkdir "$temp/work"
	[ "$start" = nothing ] || cp -a "$temp/clean-$start" "$temp/work/public"
	: >"$temp/log"
	: >"$temp/said"
	FAULT=$what FAULT_AT=$at FAULT_LOG=$temp/log build "$build/tests/cchc-fault" new \
		"$temp/work/public" >"$temp/words" 2>&1
	status=$?
}

# every WHAT STEP: at every call, or every STEPth, as many as there are without a fault.
every() {
	what=none
	at=0
	try
	read -r calls _ <"$temp/log"
	what=$1
	while [ $at -lt "$calls" ]; do
		at=$((at + $2))
		before=$failed
		try 2>/dev/null
		judge
		[ "$failed" != "$before" ] || passed=$((passed + 1))
	done
}

make_sites
mkdir "$temp/work"
build "$cchc" old "$temp/clean-old" && build "$cchc" new "$temp/clean-new" || exit 1
hashes "$temp/clean-new" >"$temp/allowed-nothing"
hashes "$temp/clean-old" | sort -u - "$temp/allowed-nothing" >"$temp/allowed-old"
for start in nothing old; do
	every full 1
	every kill 1
	every stays-full 5
done
echo "$refused builds were refused, $untouched of them before anything was in place"
if [ "$refused" -lt $((passed / 3)) ] || [ "$untouched" -lt $((passed / 4)) ]; then
	echo "too few of them to mean anything"
	failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
