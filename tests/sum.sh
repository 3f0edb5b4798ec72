#!/bin/sh
# Runs each command given (one argument is one command line), shows what it says, and
# ends with the sum of all their closing lines: "N passed, N failed".
#
# A runner that passes is shown by its name, count and time, and by what it says itself but
# for cmocka's "[ RUN ]" lines; one that fails is shown whole. A runner that ends
# without its closing line, or with another status than it counted, is one failure.
set -u
log=$(mktemp) || exit 3
trap 'rm -f "$log"' EXIT
passed=0
failed=0

fail() {
	cat "$log"
	echo "FAILED: $1: $2"
}

for runner; do
	began=$(date +%s)
	sh -c "$runner" >"$log" 2>&1 </dev/null
	status=$?
	counts=$(sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p' "$log" | tail -n 1)
	if [ -z "$counts" ]; then
		fail "$runner" "ended with status $status and without counting its tests"
		failed=$((failed + 1))
		continue
	fi
	good=${counts% *}
	bad=${counts#* }
	if [ "$bad" = 0 ] && [ "$status" != 0 ]; then
		fail "$runner" "ended with status $status"
		bad=1
	elif [ "$bad" != 0 ]; then
		fail "$runner" "$bad of $((good + bad)) failed"
	else
		grep -v -e '^\[' -e '^[0-9]* passed, [0-9]* failed$' "$log"
		printf '%-40s %6d passed %4d s\n' "${runner##*tests/}" "$good" \
			$(($(date +%s) - began))
	fi
	passed=$((passed + good))
	failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" != 0 ]
