#!/bin/sh
# Every rule has a case that raises it, with its message in both languages; and the laws
# of content/quy-tac name only rules that there are.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD:-build}
passed=0
failed=0

check() { # what, and whether it is so
	if [ "$2" = yes ]; then
		passed=$((passed + 1))
	else
		echo "$1"
		failed=$((failed + 1))
	fi
}

codes=$("$build/cchc" schema --json | grep -oE '"ma": "[A-Z]{2}-[0-9]{2}"' | cut -d'"' -f4 | sort -u)
# code and language of each finding that a case expects
found=$(find tests/cases -name '*.case' -exec awk '
	/^-- / { lang = /^-- stderr: vi --/ ? "vi" : /^-- stderr/ ? "en" : "" }
	lang && match($0, /\[[A-Z][A-Z]-[0-9][0-9]\]/) {
		print substr($0, RSTART + 1, 5), lang
	}' {} + | sort -u)
# and that of a file too large for a case
grep -q "advice: .*\[SP-29\]" tests/library.sh && found="$found
SP-29 en"
grep -q "gợi ý: .*\[SP-29\]" tests/library.sh && found="$found
SP-29 vi"
for code in $codes; do
	for lang in en vi; do
		echo "$found" | grep -qx "$code $lang" && is=yes || is=no
		check "no case expects $code in the language $lang" $is
	done
done
for code in $(grep -ohE '"[A-Z]{2}-[0-9]{2}"' content/quy-tac/*.yaml | tr -d '"' | sort -u); do
	echo "$codes" | grep -qx "$code" && is=yes || is=no
	check "content/quy-tac names $code, which is no rule" $is
done
[ -n "$codes" ] || { echo "cchc schema names no rules" && failed=1; }
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
