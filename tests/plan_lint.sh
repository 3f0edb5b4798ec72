#!/bin/sh
# What the five real plans contradict, as whoever typed them in wrote it down (canh_bao): each
# that a machine can find is found, with its code and place, on a day of late 2026; of the
# others tests/sites/canh-bao.tsv says why not. No contradiction of a plan is missing there.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
list=tests/sites/canh-bao.tsv
tab=$(printf '\t')

# SITE: the codes of the plan's own canh_bao, sorted.
written() {
	sed -n '/^canh_bao:/,$p' tests/sites/"$1"/content/ke-hoach/*.yaml |
		sed -n 's/^  - ma: "\(.*\)"/\1/p' | sort
}

listed() {
	sed -n "s/^$1$tab\([^$tab]*\)$tab.*/\1/p" $list | sort
}

is_complete() {
	written "$1" >"$temp/written" && listed "$1" >"$temp/listed" && [ -s "$temp/written" ] &&
		diff "$temp/written" "$temp/listed"
}

# The place is in the message, or the line that it points to begins with it.
is_found() { # SITE CODE PLACE
	grep -F "[$2]" "$temp/$1" | grep -qF -e "$3" ||
		{ grep -F -A1 "[$2]" "$temp/$1" | grep -q "^ *$3:"; } || points_to "$1" "$2" "$3"
}

# A mapping or list of that name is above the line.
points_to() {
	file=$(ls tests/sites/"$1"/content/ke-hoach/*.yaml)
	for line in $(grep -F "[$2]" "$temp/$1" | sed -n 's/^[^:]*:\([0-9]*\):.*/\1/p'); do
		head -n "$line" "$file" | grep '^[a-z]' | tail -n 1 | grep -q "^$3:" && return
	done
	return 1
}

for site in nhi-ha-noi mai-chau hong-ngu ben-tre son-tra; do
	check "$site: the list has each contradiction of the plan" is_complete $site
	"$cchc" --root tests/sites/$site check --today 2026-11-22 >"$temp/$site" 2>&1
done
while IFS=$tab read -r site what code place why; do
	if [ "$code" = - ]; then
		check "$site: $what says why it cannot be found" [ -n "$why" ]
	else
		check "$site: $what at $place is $code" is_found "$site" "$code" "$place"
	fi
done <$list
check "another code is missed" eval '! is_found son-tra KH-12 "target 1.1"'
check "another place is missed" eval '! is_found son-tra KH-05 "target 2.1"'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
