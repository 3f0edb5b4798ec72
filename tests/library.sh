#!/bin/sh
# A picture that was published, and the day on which somebody no longer agrees to it: the
# next build leaves nothing of it in any file of the site. First what must be there before
# is looked for in the same way, so that the search is one that finds.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD"
site=$temp/site
out=$site/public
picture=$site/content/media/2026/quay.png
record=$site/content/media/quay.yaml

build() {
	"$cchc" --root "$site" build --quiet --today 2026-11-22 --lang en "$@"
}

# Is there a file of the site with these words in it, or in its name?
says() {
	grep -rqF -e "$1" "$out" || find "$out" -name "*$1*" | grep -q .
}

has_the_bytes() {
	find "$out" -type f -size "$(wc -c <"$picture")c" -exec cmp -s {} "$picture" \; -print |
		grep -q .
}

no() {
	! "$@"
}

cp -r tests/cases/library.d "$site"
cp "$picture" "$site/content/tin-bai/hinh-khac-ten.png"
printf '\n![Hình dưới tên khác](hinh-khac-ten.png)\n' >>"$site/content/tin-bai/bai.md"

check 'with a consent, the site is built' build
check 'the file is there' has_the_bytes
for words in quay.png 'Nhân viên hướng dẫn người bệnh' 'Quầy số 2 buổi sáng' hinh-khac-ten; do
	check "\"$words\" is there" says "$words"
done

echo '    rut_lai: 2026-11-21' >>"$record"
check 'after it was taken back, the site is built all the same' build
check 'no file has its bytes' no has_the_bytes
for words in quay.png thu-vien/quay 'Nhân viên hướng dẫn' 'buổi sáng' hinh-khac-ten \
	'Hình dưới tên khác' ĐT-2026; do
	check "nothing says \"$words\"" no says "$words"
done
check 'all else is there' says 'Quầy mới mở cửa'

# What is strict stops before it writes, as with every warning; the old site stays.
check 'a strict build refuses' no build --strict

# A picture of more than 2 MB is published with advice; of 2 MB without.
grep -v rut_lai "$record" >"$temp/record" && cp "$temp/record" "$record"
told() { # size, language, what it says
	printf 'GIF89a\001\000\001\000' >"$site/content/media/to.gif"
	truncate -s "$1" "$site/content/media/to.gif"
	sed 's/2026.quay.png/to.gif/' "$temp/record" >"$record"
	"$cchc" --root "$site" check --today 2026-11-22 --lang "$2" 2>&1 | grep -qF "$3"
}
en='advice: the picture "to.gif" has more than 2 MB, which is slow on a phone; save a smaller one [SP-29]'
vi='gợi ý: ảnh "to.gif" nặng hơn 2 MB, mở chậm trên điện thoại; hãy lưu bản nhỏ hơn [SP-29]'
check 'a heavy picture is told of' told 2097153 en "$en"
check 'in Vietnamese too' told 2097153 vi "$vi"
check 'one byte less is not' no told 2097152 en '[SP-29]'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
