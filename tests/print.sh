#!/bin/sh
# The sheets for the board as paper: the book of all of them, a single one and the
# directory of contacts, printed by headless Chromium. Is it A4, is nothing cut off, and does each QR code lead to its page,
# with the version that the sheet shows?
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/print
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
section=cai-cach-hanh-chinh/thu-tuc

# The example portal, and a process that fills many pages.
build() {
	mkdir -p "$temp/site"
	cp -R site.yaml content "$temp/site"
	mkdir -p "$temp/site/content/thu-tuc"
	sh "$tools/long.sh" 60 >"$temp/site/content/thu-tuc/ho-so-rat-dai.yaml"
	"$cchc" --root "$temp/site" build --quiet --today 2026-11-22
}

# to_paper NAME: NAME.html becomes NAME.pdf.
to_paper() {
	chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage \
		--user-data-dir="$temp/chromium" --no-pdf-header-footer \
		--print-to-pdf="$temp/$1.pdf" "file://$temp/$1.html" >"$temp/chromium.log" 2>&1
	[ -s "$temp/$1.pdf" ] || { cat "$temp/chromium.log"; return 1; }
}

# print_page URL NAME: as a file, without a server: its addresses become those of files,
# whose integrity a browser cannot check, and of which none is of the page's own origin.
print_page() {
	sed "s|\"/cai-cach-hanh-chinh/|\"file://$temp/site/public/cai-cach-hanh-chinh/|g
		s| integrity=\"[^\"]*\"||g
		/http-equiv=\"Content-Security-Policy\"/d" \
		"$temp/site/public/$1/index.html" >"$temp/$2.html"
	cp "$temp/site/public/$1/index.html" "$temp/$2.page"
	to_paper "$2" &&
		pdftotext -raw "$temp/$2.pdf" "$temp/$2.txt" &&
		pdftoppm -r 60 -gray "$temp/$2.pdf" "$temp/$2-grey" &&
		pdftoppm -r 200 -gray -png "$temp/$2.pdf" "$temp/$2-page"
}

pages_of() {
	pdfinfo "$temp/$1.pdf" | sed -n 's/^Pages: *//p'
}

is_a4() {
	pdfinfo -f 1 -l "$(pages_of "$1")" "$temp/$1.pdf" | grep 'size:.*pts' >"$temp/sizes"
	[ -s "$temp/sizes" ] && ! grep -v '59[45][.0-9]* x 84[12][.0-9]* pts (A4)' "$temp/sizes"
}

whole_text() {
	node "$tools/text.mjs" "$temp/$1.page" "$temp/${2:-$1}.txt"
}

free_margins() {
	node "$tools/margins.mjs" "$temp/$1"-grey-*.pgm
}

# Without its margins a page must be refused, or the check means nothing.
full_pages_are_refused() {
	sed 's|</head>|<style>@page { margin: 2mm }</style></head>|' "$temp/one.html" >"$temp/full.html"
	to_paper full && pdftoppm -r 60 -gray "$temp/full.pdf" "$temp/full-grey" &&
		! free_margins full
}

# A text that is cut off must be missed.
cut_off_text_is_missed() {
	sed 's|</head>|<style>.phan { display: block; height: 60mm; overflow: hidden }</style></head>|' \
		"$temp/one.html" >"$temp/cut.html"
	to_paper cut && pdftotext -raw "$temp/cut.pdf" "$temp/cut.txt" && ! whole_text one cut
}

# codes NAME: "page number, what its QR code says", a line each.
codes() {
	for picture in "$temp/$1"-page-*.png; do
		number=$(echo "${picture##*-}" | sed 's/^0*//; s/\.png$//')
		zbarimg --quiet --raw "$picture" 2>/dev/null | sed "s|^|$number |"
	done
}

# version_in FILE: the version stamp of a page.
version_in() {
	grep -o '20[0-9][0-9]-[0-9][0-9]-[0-9][0-9]\.[0-9a-f]\{8\}' "$1" | sort -u
}

# leads_home PAGE URL: the short address leads to a page of the same version as the paper's.
leads_home() {
	path=${2#https://benhvienminhhoa.example.vn}
	[ "$path" != "$2" ] || { echo "$2: another domain"; return 1; }
	redirect=$temp/site/public${path}index.html
	[ -f "$redirect" ] || { echo "$redirect is not there"; return 1; }
	to=$(sed -n 's/.*http-equiv="refresh" content="0; url=\([^"]*\)".*/\1/p' "$redirect")
	target=$temp/site/public${to}index.html
	[ -n "$to" ] && [ -f "$target" ] || { echo "$2 leads to \"$to\""; return 1; }
	pdftotext -raw -f "$1" -l "$1" "$temp/book.pdf" "$temp/sheet.txt"
	on_paper=$(version_in "$temp/sheet.txt")
	[ -n "$on_paper" ] && [ "$on_paper" = "$(version_in "$target")" ] || {
		echo "page $1 is version $on_paper, $to is $(version_in "$target")"
		return 1
	}
}

# Each sheet begins a page of its own, so no page has two codes, and there are as many
# codes as sheets.
one_code_a_sheet() {
	sheets=$(grep -c '<article class="to"' "$temp/book.page")
	[ "$(wc -l <"$temp/codes")" = "$sheets" ] && [ "$sheets" -gt 1 ] &&
		[ -z "$(cut -d' ' -f1 "$temp/codes" | uniq -d)" ] &&
		[ -z "$(cut -d' ' -f2 "$temp/codes" | sort | uniq -d)" ]
}

# "Forty-two bytes at most": then the modules are large enough to be read from afar.
is_short() {
	[ "$(printf %s "$1" | wc -c)" -le 42 ] || { echo "$1 is longer than 42 bytes"; return 1; }
}

check "the portal builds" build
check "the book of all sheets is printed" print_page $section/niem-yet book
check "a single sheet is printed" print_page $section/ho-so-rat-dai/in one
check "the directory is printed" print_page cai-cach-hanh-chinh/lien-he/in directory
for name in book one directory; do
	check "$name: each page is A4, portrait" is_a4 $name
	check "$name: each text of the page is on the paper" whole_text $name
	check "$name: nothing is where printers cannot print" free_margins $name
done
check "the long sheet has several pages" [ "$(pages_of one)" -gt 3 ]
check "a page without margins is refused" full_pages_are_refused
check "a text that is cut off is missed" cut_off_text_is_missed
codes book >"$temp/codes"
check "each sheet has one code, and begins a page" one_code_a_sheet
while read -r page url; do
	check "$url leads to its page, of the version on the paper" leads_home "$page" "$url"
	case $url in
	*/hsrd/) ;;
	*) check "$url is short" is_short "$url" ;;
	esac
done <"$temp/codes"
codes one >"$temp/codes"
check "the single sheet's code is read" grep -q '^1 https://benhvienminhhoa.example.vn/t/hsrd/$' "$temp/codes"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
