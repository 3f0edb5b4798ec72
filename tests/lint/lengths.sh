#!/bin/sh
# lengths.sh [N] [FILE...] - how long the functions of src/ are, in lines from the brace
# that opens the body to the one that closes it, both counted: how many functions, the
# median, the 90th percentile and the longest, for each room and for all; then the N (5)
# longest by name. Reads code as clang-format leaves it, where both braces stand alone at
# the left margin.
set -eu
cd "$(dirname "$0")/../.."
n=${1:-5}
[ $# = 0 ] || shift
[ $# != 0 ] || set -- $(find src -name '*.c' | sort)

# A line "LENGTH ROOM NAME FILE:LINE" for each function.
measure() {
	awk '
		FNR == 1 { name = "" }
		# the line that begins a definition: it has the name before its bracket
		/^[a-z].*[(]/ && !/;$/ {
			name = $0
			sub(/[(].*/, "", name)
			sub(/.*[ *]/, "", name)
		}
		/^[{]$/ { from = FNR }
		/^[}]$/ && from {
			split(FILENAME, part, "/")
			room = part[2] ~ /[.]c$/ ? "main" : part[2]
			print FNR - from + 1, room, name, FILENAME ":" from
			from = 0
		}
	' "$@" | sort -n
}

# The figures of the lines that come in, shortest first.
sum() {
	awk -v of="$1" '
		{ length_of[NR] = $1; last = $3 }
		END {
			middle = int((NR + 1) / 2)
			printf "%-8s %5d functions, median %2d, 90%% %2d, longest %3d %s\n", of, NR,
				length_of[middle], length_of[int(NR * 0.9 + 0.5)], length_of[NR], last
		}
	'
}

lines=$(measure "$@")
for room in $(echo "$lines" | cut -d' ' -f2 | sort -u); do
	echo "$lines" | grep "^[0-9]* $room " | sum "$room"
done
echo "$lines" | sum all
echo "$lines" | tail -n "$n" | sort -rn
