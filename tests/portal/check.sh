# check.sh - for shell tests: counts what holds and shows what does not. The test gives
# $temp, a folder of its own, and prints the counts at its end.
passed=0
failed=0

# check 'SENTENCE' COMMAND...: the command's status is 0; else what it said is shown, and it is 1.
check() {
	sentence=$1
	shift
	if "$@" >"$temp/said" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not so: $sentence"
		head -n 60 "$temp/said"
		return 1
	fi
}

# sum COMMAND...: it counts its checks itself, on its last line; what else it said is shown.
sum() {
	"$@" >"$temp/said" 2>&1
	counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$temp/said" | tail -n 1)
	grep -v '^[0-9]* passed, [0-9]* failed$' "$temp/said"
	[ -n "$counts" ] || counts='0 1'
	passed=$((passed + ${counts% *}))
	failed=$((failed + ${counts#* }))
}
