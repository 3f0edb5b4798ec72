#!/bin/sh
# The sheets of the five real plans and of a report as paper: laid out line by line as Nghị
# định 30/2020/NĐ-CP, Phụ lục I, has it. print/decree.mjs measures; with TABLE=1 it shows.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/print
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
quarter='--period quy --number 3 --year 2026'

day_of() {
	sed -n 's/^# ngày: //p' "tests/sites/$1/tien-do.tsv"
}

run() { # SITE COMMAND...
	site=$1
	shift
	"$cchc" --root "$temp/$site" "$@" --today "$(day_of "$site")"
}

# The report of Sơn Trà's third quarter, approved.
freeze() {
	plan=$(basename "$temp"/son-tra/content/ke-hoach/*.yaml .yaml)
	# shellcheck disable=SC2086 # several words
	file=$(run son-tra report "$plan" $quarter --freeze) || return 1
	sed 's/^trang_thai: "nhap"/trang_thai: "da-duyet"/' "$temp/son-tra/$file" >"$temp/approved" &&
		cp "$temp/approved" "$temp/son-tra/$file"
}

# SITE SECTION NAME: the sheet on paper, without a server: addresses become those of files, of
# which a browser does not check what they hold.
print_sheet() {
	sheet=$(ls "$temp/$1"/public/cai-cach-hanh-chinh/"$2"/*/in/index.html | head -n 1)
	sed -e 's/ integrity="[^"]*"//g; /http-equiv="Content-Security-Policy"/d' \
		-e "s|\"/cai-cach-hanh-chinh/|\"file://$temp/$1/public/cai-cach-hanh-chinh/|g" \
		"$sheet" >"$temp/$3.html" || return 1
	chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage \
		--user-data-dir="$temp/chromium" --no-pdf-header-footer \
		--print-to-pdf="$temp/$3.pdf" "file://$temp/$3.html" >"$temp/chromium.log" 2>&1
	[ -s "$temp/$3.pdf" ] || { cat "$temp/chromium.log"; return 1; }
	pdftotext -bbox "$temp/$3.pdf" "$temp/$3.words.html"
}

# The page on which the annex begins.
annex_of() {
	grep -q 'phu-luc-in' "$temp/$1.html" &&
		awk '/<page /{page++} /<word .*>[(]Kèm</{print page}' "$temp/$1.words.html" | tail -n 1
}

measure() { # NAME
	# shellcheck disable=SC2046 # one word or none
	node "$tools/decree.mjs" ${TABLE:+--table} "$1" "$temp/$1.html" "$temp/$1.words.html" \
		$(annex_of "$1")
}

# A sheet with one thing wrong: the line that it breaks must be told.
is_told() { # WORDS STYLE
	sed "s|</head>|<style>$2</style></head>|" "$temp/son-tra.html" >"$temp/wrong.html"
	cp "$temp/son-tra.words.html" "$temp/wrong.words.html"
	node "$tools/decree.mjs" wrong "$temp/wrong.html" "$temp/wrong.words.html" 5 | grep -F "$1"
}

for site in nhi-ha-noi mai-chau hong-ngu ben-tre son-tra; do
	cp -R "tests/sites/$site" "$temp/$site"
	[ $site != son-tra ] || check "the report is frozen" freeze
	check "$site builds" run $site build --quiet
	check "$site: the plan is printed" print_sheet $site ke-hoach $site
	[ -z "${TABLE:-}" ] || { echo && echo "$site" && measure $site; }
	check "$site: the plan is as the decree has it" measure $site
done
check "the report is printed" print_sheet son-tra bao-cao bao-cao
[ -z "${TABLE:-}" ] || measure bao-cao
check "the report is as the decree has it" measure bao-cao
check "a motto that is too small is told" is_told 'Tiêu ngữ: 13–14' '.tieu-ngu { font-size: 12pt }'
check "a line that is too long is told" is_told 'Trích yếu: đường kẻ' '.trich-yeu::after { width: 60% }'
check "bases that stand upright are told" is_told 'Căn cứ: nghiêng' '.can-cu-in p { font-style: normal }'

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
