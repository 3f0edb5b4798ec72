#!/bin/sh
# kill.sh [N] - N builds (25) are killed at work, at random moments, with kill -9.
#
# The output folder holds the portal of one day, the build is that of another (or there
# is no output yet). After the kill each file in it must be whole: byte for byte the
# old or the new one; and nothing else may be there but the manifest. The next build must
# then give the same bytes as a clean one. SEED=... repeats a run.
set -u
cd "$(dirname "$0")/.." || exit 3
n=${1:-25}
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/two_sites.sh
seed=${SEED:-$(date +%s)}
passed=0
failed=0
midway=0
mixed=0
export CCHC_SHARE="$PWD" CCHC_LANG=en
out=$temp/work/public

# build SITE OUTPUT
build() {
	"$cchc" --root "$1" build --quiet --today 2026-11-22 --output "$2"
}

# "hash  path" of all files, but for the manifest, which names the files of both days
# while one takes the other's place.
hashes() {
	(cd "$1" && find . -type f ! -name .cchc-manifest -exec sha256sum {} + | sort)
}

milliseconds() {
	echo $(($(date +%s%N) / 1000000))
}

# How long each build waits before it is killed: random, up to a little over the time
# that a build takes. In seconds, a line each. More than are needed: on a busy machine
# many a build ends before it is killed, or has not begun; those do not count.
moments() {
	awk -v n="$n" -v most="$1" -v seed="$seed" 'BEGIN {
		srand(seed)
		for (i = 0; i < 40 * n; i++) printf "%.4f\n", rand() * most / 1000
	}'
}

# kill_build SITE SECONDS: true when the build was still at work. Started without a shell
# between, so that it is the program that is killed.
kill_build() {
	"$cchc" --root "$1" build --quiet --today 2026-11-22 --output "$out" >/dev/null 2>&1 &
	child=$!
	sleep "$2"
	kill -9 "$child" 2>/dev/null
	wait "$child" 2>/dev/null
	[ $? = 137 ]
}

fail() {
	failed=$((failed + 1))
	echo "seed $seed, build $i, killed after $moment s: $1"
	[ ! -s "$temp/said" ] || head -n 20 "$temp/said"
}

# Each file is that of the old or of the new site.
files_are_whole() {
	[ -d "$out" ] || return 0
	hashes "$out" >"$temp/now"
	cmp -s "$temp/now" "$temp/old.list" || cmp -s "$temp/now" "$temp/new.list" ||
		mixed=$((mixed + 1))
	comm -23 "$temp/now" "$temp/allowed" >"$temp/said"
	[ ! -s "$temp/said" ]
}

# Where there was no output, there is none now, or all of it.
first_is_all_or_nothing() {
	[ -d "$out" ] || return 0
	diff -r "$out" "$temp/clean-$1" >"$temp/said"
}

try_once() {
	site=$1
	first=$2
	if kill_build "$temp/$site" "$moment"; then
		midway=$((midway + 1))
	fi
	if $first && ! first_is_all_or_nothing "$site"; then
		fail "a first build left a part of a site"
	elif ! files_are_whole; then
		fail "a file is neither old nor new"
	elif ! build "$temp/$site" "$out" >"$temp/said" 2>&1; then
		fail "the next build fails"
	elif ! diff -r "$out" "$temp/clean-$site" >"$temp/said"; then
		fail "the next build does not repair it"
	elif [ "$(find "$temp/work" -mindepth 1 -maxdepth 1 | wc -l)" != 1 ]; then
		find "$temp/work" -mindepth 1 -maxdepth 1 >"$temp/said"
		fail "something is left beside the output"
	else
		passed=$((passed + 1))
	fi
}

mkdir "$temp/work"
old_site "$temp/old"
new_site "$temp/new"
build "$temp/old" "$temp/clean-old" && build "$temp/new" "$temp/clean-new" || exit 1
hashes "$temp/clean-old" >"$temp/old.list"
hashes "$temp/clean-new" >"$temp/new.list"
sort -u "$temp/old.list" "$temp/new.list" >"$temp/allowed"
build "$temp/new" "$out" || exit 1
begin=$(milliseconds)
build "$temp/old" "$out" || exit 1
most=$((($(milliseconds) - begin) * 5 / 4))

i=0
for moment in $(moments "$most"); do
	[ "$midway" -lt "$n" ] || break
	i=$((i + 1))
	site=$([ $((i % 2)) = 0 ] && echo old || echo new)
	first=false
	if [ $((i % 5)) = 0 ]; then
		rm -rf "$out"
		first=true
	fi
	try_once "$site" $first
done
echo "$midway of $i builds were killed at work, $mixed left files of both days (seed $seed)"
if [ "$midway" -lt "$n" ]; then
	echo "$n were wanted"
	failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
