#!/bin/sh
# Nothing of noi-bo/ reaches the output folder or a place that is published to: each way
# that somebody could try is tried, and is refused with a message that says why.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
site=$temp/site
sheet=noi-bo/don-doc/khoa-duoc.html
today='--today 2026-11-22'

# A site of its own for each try, with all that remind writes, and built once.
fresh() {
	rm -rf "$temp/site" "$temp/elsewhere"
	mkdir "$temp/elsewhere"
	cp -R "$temp/made" "$site"
}

run() {
	# shellcheck disable=SC2086 # two words
	(cd "$site" && "$cchc" "$@" $today)
}

# refused WORDS COMMAND...: status 1, those words are said, and nothing of noi-bo/ is
# anywhere but there.
refused() {
	words=$1
	shift
	run "$@" >"$temp/refusal" 2>&1
	status=$?
	cat "$temp/refusal"
	[ $status = 1 ] && grep -qF -- "$words" "$temp/refusal" && nothing_is_out
}

# Each sheet holds words that no page of the site has, the credits a heading.
nothing_is_out() {
	! grep -rlE 'Phiếu đôn đốc|cung_cap_thong_tin' "$site/public" "$temp/elsewhere" "$site/xuat-ban" \
		2>/dev/null
}

set_target() {
	cat >>"$site/site.yaml" <<-END
		dich:
		  - ma: "thu-muc"
		    dia_chi: "$1"
	END
}

is_whole() {
	grep -qF 'Phiếu đôn đốc' "$site/$sheet"
}

# ---- what it writes --------------------------------------------------------------

mkdir "$temp/made"
cp -R tests/cases/report/report.d/. "$temp/made"
cp -R "$temp/made" "$site"
check "remind writes its sheets" run remind --quiet
cp -R "$site/noi-bo" "$temp/made"
check "the site builds beside them" run build --quiet
cp -R "$site/public" "$temp/made"
check "the sheet is there" is_whole
check "nothing of it is in the site" nothing_is_out
check "the manifest names nothing of it" eval '! grep -E "(^| |/)noi-bo/" "$site/public/.cchc-manifest"'
check "publishing sends nothing of it" eval 'run publish --quiet && [ -e "$site/xuat-ban" ] && nothing_is_out'

# ---- the output folder ------------------------------------------------------------

fresh
check "output into noi-bo" refused 'for the house alone' build --output noi-bo
check "output into a folder of it" refused 'for the house alone' build --output noi-bo/don-doc
check "output into a folder of it that is not there" refused 'does not exist' build --output noi-bo/x/y
check "output into the folder above it" refused 'cannot be the output folder' build --output .
check "output into the same place by another way" refused 'for the house alone' \
	build --output "content/../noi-bo"
check "output by its full path" refused 'for the house alone' build --output "$site/noi-bo"
ln -s "$site" "$temp/elsewhere/link"
check "output through a link" refused 'for the house alone' build --output "$temp/elsewhere/link/noi-bo"
rm "$temp/elsewhere/link"
check "output into the noi-bo of another site" refused 'for the house alone' \
	build --output "$temp/elsewhere/noi-bo"
mv "$site/noi-bo" "$temp/elsewhere/kept" && ln -s "$temp/elsewhere/kept" "$site/noi-bo"
check "output where a link noi-bo leads to" eval '! run build --output "$temp/elsewhere/kept"'
check "remind does not write through a link" refused 'should be a folder' remind --quiet
fresh
check "remind refuses an output folder that is noi-bo" refused 'for the house alone' \
	remind --output noi-bo
check "the sheets are as they were" diff -r "$temp/made/noi-bo" "$site/noi-bo"

# ---- from content and assets ------------------------------------------------------

fresh && cp -R "$site/noi-bo" "$site/content/"
check "a folder content/noi-bo" refused 'give the folder another name' build
fresh && mkdir -p "$site/content/tin-bai/NOI-BO" &&
	cp "$site/$sheet" "$site/content/tin-bai/NOI-BO/a.txt"
check "a folder of that name in capitals, deeper" refused 'give the folder another name' build
fresh && mkdir "$site/assets" && cp -R "$site/noi-bo" "$site/assets/"
check "a folder assets/noi-bo" refused 'give the folder another name' build
fresh && ln -s ../noi-bo "$site/content/phieu"
check "a link in content to the folder" refused 'symbolic link' build
fresh && mkdir "$site/assets" && ln -s "../$sheet" "$site/assets/phieu.html"
check "a link in assets to a sheet" refused 'symbolic link' build
fresh && mkdir "$site/assets" && cp "$site/$sheet" "$site/assets/phieu.html"
check "a copy of a sheet in assets" refused 'which is for the house alone' build
fresh && mkdir "$site/assets" && ln "$site/$sheet" "$site/assets/phieu.html"
check "a second name of a sheet in assets" refused 'which is for the house alone' build
fresh && mkdir "$site/assets" && cp "$site/noi-bo/dong-gop/thang-11-2026.csv" "$site/assets/a.csv"
check "a copy of the credits in assets" refused 'which is for the house alone' check

# write_page LINK: a page of content with that link.
write_page() {
	echo "Xem [phiếu]($1)." >>"$site/content/tin-bai/a.md"
}

for to in ../../noi-bo/don-doc/khoa-duoc.html ../noi-bo/don-doc/khoa-duoc.html \
	/cai-cach-hanh-chinh/noi-bo/don-doc/khoa-duoc.html \
	../../noi-bo/dong-gop/thang-11-2026.csv; do
	fresh && write_page "$to"
	check "a link to $to" eval '! run build && nothing_is_out'
done
fresh && cp "$site/noi-bo/dong-gop/thang-11-2026.csv" "$site/content/tin-bai/so-lieu.csv" &&
	write_page so-lieu.csv
check "a link to a copy of the credits" refused 'which is for the house alone' build

# ---- in the output folder ------------------------------------------------------------

fresh && ln -s ../noi-bo "$site/public/noi-bo"
check "a link in public to the folder" refused 'take it out of the output folder' build
check "... also when it is published" refused 'take it out of the output folder' publish
fresh && ln -s "../../$sheet" "$site/public/cai-cach-hanh-chinh/phieu.html"
check "a link in public to a sheet" refused 'take it out of the output folder' build
fresh && ln -s .. "$site/public/nha"
check "a link in public to the folder above" refused 'take it out of the output folder' build
fresh && cp -R "$site/noi-bo" "$site/public/cai-cach-hanh-chinh/"
check "copies of the sheets in public are named" \
	eval 'run build 2>&1 | grep -cF "take it out of the output folder" | grep -x "$(find "$site/noi-bo" -type f | wc -l)"'
fresh && rm -r "$site/public/cai-cach-hanh-chinh/tin-tuc" &&
	ln -s ../../noi-bo "$site/public/cai-cach-hanh-chinh/tin-tuc"
check "a folder of the site replaced by a link" refused 'take it out of the output folder' build
check "the sheets are still as they were" diff -r "$temp/made/noi-bo" "$site/noi-bo"
fresh && echo "0123456789abcdef 12 ../$sheet" >>"$site/public/.cchc-manifest"
check "a list of files that names a sheet" refused 'is damaged' build
check "the sheet was not removed" is_whole

# ---- what is published to ------------------------------------------------------------

for to in noi-bo noi-bo/www noi-bo/ ./noi-bo content/../noi-bo . .. noi-bo/x/y ''; do
	fresh && set_target "file://./$to"
	check "publishing to file://./$to" refused 'cannot be published to' publish
done
for to in "$site"; do
	fresh && set_target "file://$to"
	check "publishing to file://$to" refused 'cannot be published to' publish
done
fresh && set_target "file://$site/noi-bo"
check "publishing to its full path" refused 'cannot be published to' publish
fresh && ln -s ../site/noi-bo "$temp/elsewhere/www" && set_target "file://$temp/elsewhere/www"
check "publishing through a link" refused 'cannot be published to' publish
rm "$temp/elsewhere/www"
fresh && set_target "file://$temp/elsewhere/www"
check "publishing elsewhere" eval \
	'run publish --quiet && find "$temp/elsewhere/www/" -name robots.txt | grep -q .'
check "nothing of it went there" nothing_is_out

# ---- what it takes away ----------------------------------------------------------------

fresh && echo 'ghi chú riêng' >"$site/noi-bo/don-doc/ghi-chu.txt"
echo 'den_ngay: "2026-06-30"' >>"$site/content/don-vi/khoa-nhi.yaml"
check "a unit ends" run remind --quiet
check "the sheet of a unit that is no more goes" [ ! -e "$site/noi-bo/don-doc/khoa-nhi.html" ]
check "what others wrote there stays" [ -s "$site/noi-bo/don-doc/ghi-chu.txt" ]
check "tables of other periods stay" [ -s "$site/noi-bo/dong-gop/thang-11-2026.csv" ]

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
