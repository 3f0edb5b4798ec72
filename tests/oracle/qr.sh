#!/bin/sh
# Draws texts as QR codes, makes pictures of them, and lets zbarimg read them again.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=${BUILD:-build}
tool=$build/tests/oracle/qr_tool
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh

# Short and long, with marks, and as many bytes as one code holds.
texts() {
	echo 'https://example.vn/t/gcs/'
	echo 'https://benhvienminhhoa.example.vn/t/gcs/'
	echo 'https://benhvienminhhoa.example.vn/cai-cach-hanh-chinh/t/cgcs/'
	echo 'Bệnh viện Đa khoa Minh Họa: cấp giấy chứng sinh'
	echo '0123456789'
	echo 'a'
	printf '%0500d\n' 0 | tr 0 x
}

reads() {
	rsvg-convert --width 600 "$temp/$1.svg" --output "$temp/$1.png" || return 1
	zbarimg --quiet --raw "$temp/$1.png" >"$temp/read" 2>"$temp/words" || { cat "$temp/words"; return 1; }
	printf '%s\n' "$2" | cmp "$temp/read" -
}

# Without its light corner nothing may be read, or reading means nothing.
is_not_read_when_covered() {
	sed 's|</svg>|<path fill="#fff" d="M0 0h15v15H0z"/></svg>|' "$temp/1.svg" >"$temp/covered.svg"
	rsvg-convert --width 600 "$temp/covered.svg" --output "$temp/covered.png" &&
		! zbarimg --quiet --raw "$temp/covered.png"
}

check "the tool is built" make -s BUILD="$build" "$tool"
texts >"$temp/texts"
check "all texts are drawn" "$tool" "$temp" <"$temp/texts"
n=0
while IFS= read -r text; do
	n=$((n + 1))
	check "a reader of QR codes reads \"$text\"" reads "$n" "$text"
done <"$temp/texts"
check "a code with one corner covered is not read" is_not_read_when_covered
check "seven texts were tried" [ "$n" = 7 ]

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
