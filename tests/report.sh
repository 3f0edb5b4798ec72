#!/bin/sh
# The numbers of a report in all their forms: JSON, CSV, the frozen record, its page and its
# sheet for paper agree, and stay when an old article is edited, while the live count moves.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/report
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
plan=kh-tuyen-truyen-cchc-2026
code=bao-cao-$plan-quy-3-2026
page=$temp/site/public/cai-cach-hanh-chinh/bao-cao/$code

report() {
	"$cchc" --root "$temp/site" report $plan --today 2026-11-22 --period quy --number 3 \
		--year 2026 "$@"
}

build() {
	"$cchc" --root "$temp/site" build --quiet --today 2026-11-22
}

approve() {
	file=$temp/site/content/bao-cao/$code.yaml
	sed 's/^trang_thai: "nhap"/trang_thai: "da-duyet"/' "$file" >"$temp/approved" &&
		cp "$temp/approved" "$file"
}

# An old article that counted is taken back.
edit() {
	file=$(grep -rl '^ngay_dang: "2026-07-08"' "$temp/site/content/tin-bai" | head -n 1)
	sed 's/^trang_thai: .*/trang_thai: "nhap"/' "$file" >"$temp/edited" && cp "$temp/edited" "$file"
}

agree() {
	node "$tools/agree.mjs" "$temp/report.json" "$temp/report.csv" "$@"
}

mkdir "$temp/site"
cp -R site.yaml content "$temp/site"
check "as JSON" eval 'report --json >"$temp/report.json"'
check "as CSV" eval 'report --csv >"$temp/report.csv"'
check "frozen" eval 'report --freeze >/dev/null'
approve
check "the site builds with it" build
check "JSON, CSV, page and sheet agree" agree "$page/index.html" "$page/in/index.html"
cp -R "$page" "$temp/before"
edit
check "the site builds after an edit" build
check "the frozen page is as it was" diff -r "$temp/before" "$page"
report --csv >"$temp/after.csv"
check "the live count is another one" eval '! cmp -s "$temp/report.csv" "$temp/after.csv"'
check "numbers that differ are seen" eval '! node "$tools/agree.mjs" "$temp/report.json" "$temp/after.csv" "$page/index.html" >/dev/null'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
