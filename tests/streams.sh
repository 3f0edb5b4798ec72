#!/bin/sh
# streams.sh - what the program does when its output goes nowhere: a full device, a pipe
# that nobody reads, a stream that is closed; and when the clock is set to nonsense.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
passed=0
failed=0
export CCHC_SHARE="$PWD" CCHC_LANG=en
cp -r tests/cases/tiny.d "$temp/site"

# says WORDS: they are on stderr; without words, nothing is
says() {
	if [ -n "$1" ]; then
		grep -qF -- "$1" "$temp/err"
	else
		[ ! -s "$temp/err" ]
	fi
}

# expect STATUS WORDS SENTENCE: the last run ended so and said so
expect() {
	if [ "$status" = "$1" ] && says "$2"; then
		passed=$((passed + 1))
	else
		echo "FAILED: $3: status $status, not $1"
		cat "$temp/err"
		failed=$((failed + 1))
	fi
}

"$cchc" schema >/dev/full 2>"$temp/err"
status=$?
expect 3 'cannot print the result' 'what does not fit onto a device is the machine'\''s failure'

"$cchc" schema tin-bai --json >/dev/full 2>"$temp/err"
status=$?
expect 3 'cannot print the result' 'a short result too'

# 5 is the end of a pipe whose other end nobody holds
mkfifo "$temp/pipe"
(
	trap '' PIPE
	exec 4<>"$temp/pipe" 5>"$temp/pipe" 4<&-
	"$cchc" schema >&5 2>"$temp/err"
)
status=$?
expect 3 'cannot print the result' 'a pipe that nobody reads, where the signal is ignored'

"$cchc" --root "$temp/site" build --today 2026-11-22 >&- 2>"$temp/err"
status=$?
expect 0 '' 'a stream that the caller closed is as good as /dev/null'

if grep -rqF 'pages, ' "$temp/site/public"; then
	echo 'FAILED: what is printed is in a file of the site'
	failed=$((failed + 1))
else
	passed=$((passed + 1))
fi

SOURCE_DATE_EPOCH=tomorrow "$cchc" --root "$temp/site" build >/dev/null 2>"$temp/err"
status=$?
expect 2 'must be a number of seconds since 1970, not "tomorrow"' 'a clock set to nonsense'

SOURCE_DATE_EPOCH=tomorrow "$cchc" --root "$temp/site" build --today 2026-11-22 \
	>/dev/null 2>"$temp/err"
status=$?
expect 0 '' 'which does not matter when the day is told'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
