#!/bin/sh
# The open data and the calendars of the portal, read back by libraries; and of a site
# whose texts a spreadsheet would run.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/open_data
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
base=cai-cach-hanh-chinh

build() {
	"$cchc" --root "$1" build --quiet --today "${3:-2026-11-22}" --output "$2"
}

# A document whose subject a spreadsheet would take for a formula.
formula() {
	cat >"$temp/site/content/van-ban/cong-thuc-$1.yaml" <<-END
		ma: "cong-thuc-$1"
		loai: "van-ban"
		ten_loai: "thong-bao"
		so_ky_hieu: "9$1/TB-BVMH"
		ngay_ban_hanh: "2026-08-11"
		co_quan_ban_hanh: "Bệnh viện Đa khoa Minh Họa"
		cap: "tinh"
		trich_yeu: "$2"
		trang_thai_ban_hanh: "da-ban-hanh"
		ngay_dang: "2026-08-11"
		don_vi: "phong-ke-hoach-tong-hop"
		linh_vuc: "chung"
		trang_thai: "da-duyet"
		nguoi_duyet: "Giám đốc"
	END
}

has_formulas() {
	[ "$(grep -c "\"'[=+@-]" "$temp/bad/$base/du-lieu-mo/van-ban.csv")" = 4 ]
}

bad_tables_are_found() {
	cp -R "$temp/public/$base" "$temp/broken"
	sed -i '2s/"'"'"'*/"=1+1/' "$temp/broken/du-lieu-mo/thu-tuc.csv"
	sed -i '3s/$/,"x"/' "$temp/broken/du-lieu-mo/chi-so.csv"
	! node "$tools/tables.mjs" "$temp/broken"
}

bad_calendars_are_found() {
	sed -i 's/^DTSTART;TZID=Asia\/Ho_Chi_Minh:2026/DTSTART;TZID=Asia\/Ho_Chi_Minh:2025/' "$temp/broken/lich.ics"
	! node "$tools/calendar.mjs" "$temp/broken" content
}

check "the portal builds" build . "$temp/public"
sum node "$tools/tables.mjs" "$temp/public/$base"
sum node "$tools/calendar.mjs" "$temp/public/$base" content
check "bad tables are found" bad_tables_are_found
check "bad calendars are found" bad_calendars_are_found

mkdir "$temp/site"
cp -R site.yaml content "$temp/site"
formula 1 "=HYPERLINK(1)"
formula 2 "+cmd|' /C calc'!A0"
formula 3 "-2+3"
formula 4 "@SUM(1+1)"
check "a site with formulas builds" build "$temp/site" "$temp/bad"
sum node "$tools/tables.mjs" "$temp/bad/$base"
check "four formulas were made harmless" has_formulas

# What was not changed is not another file on the next day: calendars and tables without
# counts.
check "it builds on the next day" build . "$temp/next" 2026-11-23
for file in lich.ics su-kien/toa-dam-giam-giay-to-cho-nguoi-benh/lich.ics du-lieu-mo/thu-tuc.csv \
	du-lieu-mo/van-ban.json du-lieu-mo/chi-so.json; do
	check "$file is the same on the next day" cmp "$temp/public/$base/$file" "$temp/next/$base/$file"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
