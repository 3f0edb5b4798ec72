#!/bin/sh
# The rooms of src/ stand in an order. A file includes headers of its own room and of
# rooms before it; preview and net stand side by side and do not see each other. Each
# library has one door, the only file that includes its header (or the few that make it up). And each header tells
# at its top what it is for, behind a guard that bears its path.
#
# Every breach is a line "file:line: what is wrong"; the status is 1 if there was one.
# With a folder as argument, that folder is looked at in place of this repository: so
# the test of this script can show it a bad one.
set -eu
cd "${1:-$(dirname "$0")/../..}"

rooms='base viet data text draw kinds site output preview net cmd'
doors='
nettle/         src/base/sha256.c
yaml.h          src/data/yaml.c
jansson.h       src/data/json_read.c
cmark-gfm       src/text/markdown[_a-z]*.[ch]
utf8proc.h      src/viet/fold.c
pthread.h       src/base/jobs.c
qrencode.h      src/draw/qr.c
jpeglib.h       src/draw/picture_jpeg.c
png.h           src/draw/picture_png.c
webp/           src/draw/picture_webp.c
cairo.h         src/draw/picture_scale.c
pango/          src/draw/share.c
expat.h         src/net/xml.c
zlib.h          src/net/gzip.c
microhttpd.h    src/preview/server.c
curl/           src/net/\(transfer\|web\)\.c
'

# "file:line:room" of every include of ours in the files of a room.
includes_of() {
	grep -n '^[ 	]*#[ 	]*include[ 	]*"' "src/$1"/*.[ch] /dev/null 2>/dev/null |
		sed -n 's/^\([^:]*:[0-9]*\):[^"]*"\([^"]*\)".*/\1:\2/p'
}

check_order() {
	seen=
	for room in $rooms; do
		[ -d "src/$room" ] || { seen="$seen $room"; continue; }
		may="$seen $room"
		[ "$room" != net ] || may=$(echo "$may" | sed 's/ preview//')
		includes_of "$room" | while IFS=: read -r file line header; do
			case " $may " in
			*" ${header%%/*} "*) ;;
			*) echo "$file:$line: $room/ may not include \"$header\"" ;;
			esac
		done
		seen="$seen $room"
	done
}

# A folder that is not in the list would escape all of this.
check_rooms() {
	for dir in src/*/; do
		room=${dir#src/}
		case " $rooms man " in
		*" ${room%/} "*) ;;
		*) echo "$dir:1: no room of this name in tests/lint/rooms.sh" ;;
		esac
	done
}

check_doors() {
	echo "$doors" | while read -r header home; do
		[ -n "$header" ] || continue
		grep -rn "#[ 	]*include[ 	]*[<\"]$header" src --include='*.[ch]' |
			grep -v "^$home:" |
			sed "s|^\([^:]*:[0-9]*\):.*|\1: <$header> is included only by $home|"
	done
}

check_headers() {
	find src tests -name '*.h' -not -path '*/node_modules/*' | sort | while read -r file; do
		[ "$(head -c 2 "$file")" = '/*' ] ||
			echo "$file:1: a header begins with a comment that says what it is for"
		guard=$(echo "CCHC_${file#src/}" | tr 'a-z/.-' 'A-Z___')
		[ "${file#src/}" != "$file" ] || continue
		grep -q "^#define $guard\$" "$file" || echo "$file:1: the guard is not $guard"
	done
}

found=$(check_rooms; check_order; check_doors; check_headers)
[ -z "$found" ] || { echo "$found"; exit 1; }
