#!/bin/sh
# The five sites of tests/sites, each with its institution's own plan: they build without a
# mistake, say on every page that they are examples, show the whole plan, and count what was
# counted by hand. Bến Tre aggregates two units. Sơn Trà's report of the third quarter
# agrees in all its forms and stays when an old article is edited.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
base=public/cai-cach-hanh-chinh

# Of the table by hand: "# ngày: 2026-10-15".
day_of() {
	sed -n 's/^# ngày: //p' "tests/sites/$1/tien-do.tsv"
}

# Diagnostics without the author's lines.
found() {
	"$cchc" --root "$temp/$1" check --today "$2" 2>&1 >/dev/null | grep -v '^    '
}

build() {
	"$cchc" --root "$temp/$1" build --quiet --today "$(day_of "$1")"
}

unmarked() {
	find "$temp/$1/public" -name '*.html' -exec grep -L 'Nội dung mẫu' {} +
}

report() { # SITE PLAN OPTIONS...
	site=$1 plan=$2
	shift 2
	"$cchc" --root "$temp/$site" report "$plan" --today "$(day_of "$site")" "$@"
}

# SITE PLAN PERIOD...: the period that is the plan's own.
look_at() {
	site=$1 plan=$2
	shift 2
	[ -d "$temp/$site" ] || cp -R "tests/sites/$site" "$temp/$site"
	found "$site" "$(day_of "$site")" >"$temp/found"
	check "$site: cchc tells what is expected" diff "tests/sites/$site/can-xem.txt" "$temp/found"
	check "$site builds" build "$site"
	check "$site: every page is marked" eval '[ -z "$(unmarked '"$site"')" ]'
	check "$site: the page shows the whole plan" node tests/sites/plan.mjs \
		"$temp/$site/content/ke-hoach/$plan.yaml" "$temp/$site/$base/ke-hoach/$plan/index.html"
	report "$site" "$plan" "$@" --json >"$temp/report.json"
	check "$site: progress is as counted by hand" node tests/sites/progress.mjs \
		"tests/sites/$site/tien-do.tsv" "$temp/$site/$base/ke-hoach/$plan/tien-do/index.html" \
		"$temp/report.json"
	check "$site: JSON-LD is as schema.org has it" node tests/portal/json_ld.mjs "$temp/$site/public" \
		"$temp/$site/site.yaml"
	check "$site: every link leads somewhere" node tests/portal/links.mjs "$temp/$site/public" \
		"$temp/$site/site.yaml"
}

# A unit of Bến Tre, and its feed as the superior's file.
build_unit() {
	cp -R "tests/sites/ben-tre-don-vi/$1" "$temp/unit-$1"
	"$cchc" --root "$temp/unit-$1" build --strict --quiet --today "$(day_of ben-tre)" &&
		cp "$temp/unit-$1/$base/cchc.json" "$temp/ben-tre/nguon/$1.json"
}

superior() {
	node tests/sites/superior.mjs "$1" "$temp/ben-tre/$base/don-vi-truc-thuoc"
}

# Everything that is one number off is seen.
spoilt() {
	sed "$1" "tests/sites/$2/tien-do.tsv" >"$temp/spoilt.tsv"
	! node tests/sites/progress.mjs "$temp/spoilt.tsv" "$3" "$temp/report.json" >/dev/null
}

quarter() {
	report son-tra kh-ytst-son-tra-2026 --period quy --number 3 --year 2026 "$@"
}

agree() {
	node tests/report/agree.mjs "$temp/quarter.json" "$1" "$page/index.html" "$page/in/index.html"
}

approve() {
	sed 's/^trang_thai: "nhap"/trang_thai: "da-duyet"/' "$1" >"$temp/approved" && cp "$temp/approved" "$1"
}

# An article of the quarter's last evening is taken back.
edit() {
	file=$temp/son-tra/content/tin-bai/het-quy-ba.md
	sed 's/^trang_thai: .*/trang_thai: "nhap"/' "$file" >"$temp/edited" && cp "$temp/edited" "$file"
}

look_at nhi-ha-noi 498-kh-bvnhn-2025 --period nam --year 2025
look_at mai-chau 139-kh-ttyt-mai-chau-2025 --period 6-thang --number 2 --year 2025
look_at hong-ngu kh-bvdk-khu-vuc-hong-ngu-2022 --period nam --year 2022
cp -R tests/sites/ben-tre "$temp/ben-tre"
for unit in benh-vien-minh-hoa-1 ttyt-minh-hoa-2; do
	check "ben-tre: its unit $unit builds and has a feed" build_unit $unit
done
look_at ben-tre kh-syt-ben-tre-2021 --period nam --year 2021
check "ben-tre: its units are as counted by hand" superior tests/sites/ben-tre/truc-thuoc.tsv
cp -R "$temp/ben-tre/$base/don-vi-truc-thuoc" "$temp/units"
cp tests/sites/ben-tre/nguon/*.json "$temp/ben-tre/nguon/"
check "ben-tre builds from the feeds that are kept" build ben-tre
check "ben-tre: the feeds that are kept say the same" diff -r "$temp/units" "$temp/ben-tre/$base/don-vi-truc-thuoc"
sed 's/\(minh họa 2.*\)12$/\113/' tests/sites/ben-tre/truc-thuoc.tsv >"$temp/spoilt.tsv"
check "a unit's number that is one off is seen" eval '! superior "$temp/spoilt.tsv" >/dev/null'
look_at son-tra kh-ytst-son-tra-2026 --period nam --year 2026
check "all their pages are valid HTML" tests/node_modules/.bin/html-validate \
	--config tests/.htmlvalidate.json "$temp/*/public/**/*.html"
progress=$temp/son-tra/$base/ke-hoach/kh-ytst-son-tra-2026/tien-do/index.html
check "a number that is one off is seen" spoilt 's/^chi-tieu	1.1	19/chi-tieu	1.1	20/' son-tra "$progress"
check "a row that is missing is seen" spoilt '/^nhiem-vu	IV.2.1/d' son-tra "$progress"

code=bao-cao-kh-ytst-son-tra-2026-quy-3-2026
page=$temp/son-tra/$base/bao-cao/$code
quarter --json >"$temp/quarter.json"
quarter --csv >"$temp/quarter.csv"
check "the quarter is as counted by hand" node tests/sites/report.mjs \
	tests/sites/son-tra/bao-cao-quy-3.tsv "$temp/quarter.json"
check "it is frozen" eval 'quarter --freeze >/dev/null'
approve "$temp/son-tra/content/bao-cao/$code.yaml"
check "the site builds with it" build son-tra
check "JSON, CSV, page and sheet agree" agree "$temp/quarter.csv"
cp -R "$page" "$temp/before"
edit
check "the site builds after an edit" build son-tra
check "the frozen page is as it was" diff -r "$temp/before" "$page"
quarter --csv >"$temp/after.csv"
check "the live count is one less" eval 'grep -q "^\"1.1\",\"[^\"]*\",\"\",8," "$temp/after.csv"'
check "the frozen report and the live count part" eval '! agree "$temp/after.csv" >/dev/null'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
