#!/bin/sh
# The copy that a visitor's device keeps: in a real browser, with the network cut, with sites
# that change between two visits, are half published, break off or are slow.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/two_sites.sh
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
without_fonts=yes
procedures=content/thu-tuc

build() { # NAME
	"$cchc" --root "$temp/$1" build --quiet --today 2026-11-22 --output "$temp/$1/public"
}

changed() { # FROM TO: of their copies
	! cmp -s "$temp/$1/public/cai-cach-hanh-chinh/ngoai-tuyen.js" "$temp/$2/public/cai-cach-hanh-chinh/ngoai-tuyen.js"
}

# 1: as it is. 2: another style, a procedure that says something else, one that is withdrawn.
# 3: the same, and a contact has another name. tat: without the copy. khac: a page that is
# not in the copy says something else.
old_site "$temp/1"
old_site "$temp/khac"
printf '\nMột câu nữa.\n' >>"$temp/khac/content/trang/gioi-thieu.md"
old_site "$temp/2"
echo '/* khác */' >>"$temp/2/assets/site.css"
sed -i 's/^ten: .*/ten: "Cấp giấy chứng sinh, bản mới"/' "$temp/2/$procedures/cap-giay-chung-sinh.yaml"
sed -i 's/^ten: .*/ten: "Cấp bản tóm tắt, bản mới"/' "$temp/2/$procedures/cap-ban-tom-tat-ho-so-benh-an.yaml"
sed -i '/^trang_thai:/d' "$temp/2/$procedures/lay-thuoc-ngoai-tru.yaml"
printf 'trang_thai: "go-bo"\nly_do_go_bo: "Nêu sai nơi lấy thuốc."\n' >>"$temp/2/$procedures/lay-thuoc-ngoai-tru.yaml"
cp -R "$temp/2" "$temp/3"
sed -i 's/^ten: .*/ten: "Đường dây nóng, tên mới"/' "$temp/3/content/lien-he/duong-day-nong.yaml"
cp -R "$temp/2" "$temp/tat"
echo 'ngoai_tuyen: false' >>"$temp/tat/site.yaml"
for site in 1 2 3 tat khac; do
	check "site $site builds" build $site
done
check "a page that is not in the copy changes nothing of it" eval '! changed 1 khac'
check "one that is in it changes it" changed 2 3
check "a program with one thread makes the same copy" eval '
	"$cchc" --root "$temp/1" build --quiet --threads 1 --today 2026-11-22 --output "$temp/one" &&
	cmp "$temp/one/cai-cach-hanh-chinh/ngoai-tuyen/danh-sach.json" "$temp/1/public/cai-cach-hanh-chinh/ngoai-tuyen/danh-sach.json"'

# As many procedures as fit, and one more.
procedures_of() {
	grep -c '"thu-tuc/n-[0-9]*/"' "$temp/many/public/cai-cach-hanh-chinh/ngoai-tuyen/danh-sach.json"
}

tells() {
	"$cchc" --root "$temp/many" build --today 2026-11-22 --output "$temp/many/public" 2>&1 |
		grep -o 'holds [0-9]* of [0-9]* procedures' || true
}

old_site "$temp/many"
add_procedure() {
	sed -e "s/^ma: .*/ma: \"n-$1\"/" -e '/^ma_ngan:/d' "$procedures/cap-lai-giay-ra-vien.yaml" >"$temp/many/$procedures/n-$1.yaml"
	echo "ma_ngan: \"zz$1\"" >>"$temp/many/$procedures/n-$1.yaml"
}

n=0
while [ $n -lt 84 ]; do
	n=$((n + 1))
	add_procedure $n
done
check "a hundred procedures are in the copy" eval '[ -z "$(tells)" ] && [ "$(procedures_of)" = 84 ]'
add_procedure 85
check "of one more it is told" eval '[ "$(tells)" = "holds 100 of 101 procedures" ]'

sum node tests/offline/browser.mjs "$temp"
sum node tests/offline/ticks.mjs "$temp/1/public" "$temp/2/public"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
