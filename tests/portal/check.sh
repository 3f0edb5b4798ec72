# check.sh - for shell tests: counts what holds and shows what does not. The test gives
# $temp, a folder of its own, and prints the counts at its end.
passed=0
failed=0

# check 'SENTENCE' COMMAND...: the command's status is 0; else what it said is shown.
check() {
	sentence=$1
	shift
	if "$@" >"$temp/said" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "not so: $sentence"
		head -n 60 "$temp/said"
	fi
}
