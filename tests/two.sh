#!/bin/sh
# Two builds at once, into one folder. One of them is made to wait in the midst of its
# writing (tests/fault.c) and says so through a pipe, so that nothing here depends on how
# fast the machine is.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$PWD/${BUILD:-build}
cchc=$build/cchc
temp=$(mktemp -d) || exit 3
first=
second=
trap 'kill -9 $first $second 2>/dev/null; rm -rf "$temp"' EXIT
. tests/portal/two_sites.sh
. tests/portal/check.sh
export CCHC_SHARE="$PWD"
# The sanitizers cannot see into the libraries that look fonts up, and keep what they found.
without_fonts=yes
out=$temp/work/public
busy="another build is writing to the same folder; waiting"
busy_vi="một lần tạo trang khác đang ghi vào cùng thư mục; đang chờ"

# build PROGRAM SITE OUTPUT [OPTION...]: in the place of the shell that calls it
build() {
	program=$1
	site=$2
	output=$3
	shift 3
	exec "$program" --root "$temp/$site" build --quiet --today 2026-11-22 \
		--output "$output" "$@"
}

holds() {
	diff -r "$1" "$out" && [ "$(ls -A "$temp/work")" = public ]
}

holds_both() {
	! diff -r "$temp/clean-old" "$out" && ! diff -r "$temp/clean-new" "$out"
}

holds_one() {
	holds "$temp/clean-old" || holds "$temp/clean-new"
}

# hear FIFO, say FIFO: a line comes or goes through it, unless the other end has died.
hear() {
	timeout 60 head -n 1 "$1"
}

say() {
	timeout 60 sh -c 'echo >"$1"' - "$1"
}

# start_first: a build of the new site that stands still when it has put 100 of its files,
# which are many more, into the old one.
start_first() {
	(FAULT=wait FAULT_AT=100 FAULT_HERE=$temp/here FAULT_GO=$temp/go \
		build "$build/tests/cchc-fault" new "$out") >"$temp/first.said" 2>&1 &
	first=$!
	hear "$temp/here" >/dev/null
	rm -rf "$temp/between"
	cp -a "$out" "$temp/between"
}

# start_second OPTION...: a build of the old site, which says that it waits.
start_second() {
	(build "$cchc" old "$out" "$@") 2>"$temp/words" &
	second=$!
	word=$(hear "$temp/words")
}

ended_well() {
	wait "$1"
}

is_at_work() {
	kill -0 "$1"
}

# refused LANGUAGE MESSAGE...: with --no-wait it stops, with just these lines
refused() {
	lang=$1
	shift
	(build "$cchc" old "$out" --no-wait --lang "$lang") >"$temp/no-wait" 2>&1
	[ $? = 1 ] && printf '%s\n' "$@" | diff - "$temp/no-wait"
}

mkdir "$temp/work"
mkfifo "$temp/here" "$temp/go" "$temp/words"
old_site "$temp/old"
new_site "$temp/new"
(build "$cchc" old "$temp/clean-old") && (build "$cchc" new "$temp/clean-new") || exit 1
cp -a "$temp/clean-old" "$out"

# The second waits for the first.
start_first
check "the first has put some files in place" holds_both
start_second --lang en
check "the second says that it waits" [ "$word" = "$busy" ]
check "and waits" is_at_work $second
check "with --no-wait it does not" refused en "error: another build is writing to \"$out\"" "1 error"
check "also in Vietnamese" refused vi "lỗi: một lần tạo trang khác đang ghi vào \"$out\"" "1 lỗi"
check "none of them touched what the first was writing" diff -r "$temp/between" "$out"
say "$temp/go"
check "the first ends well" ended_well $first
check "the second ends well" ended_well $second
check "the site is the second's" holds "$temp/clean-old"

# The first is killed: the second goes on, and puts right what was half done.
start_first
start_second --lang vi
check "it says so in Vietnamese" [ "$word" = "$busy_vi" ]
kill -9 $first
wait $first 2>/dev/null
check "the second ends well when the first is killed" ended_well $second
check "the site is the second's all the same" holds "$temp/clean-old"

# Both as fast as they can, a few times; over a site, and where nothing is.
for i in 1 2 3 4; do
	[ $((i % 2)) = 0 ] || rm -rf "$out"
	(build "$cchc" new "$out") >"$temp/first.said" 2>&1 &
	first=$!
	(build "$cchc" old "$out") >"$temp/second.said" 2>&1 &
	second=$!
	check "of two at once, one ends well" ended_well $first
	check "of two at once, the other ends well" ended_well $second
	check "the site is one of both, and alone" holds_one
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
