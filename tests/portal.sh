#!/bin/sh
# The example portal, built as make site builds it, looked at from outside: by xmllint, a
# feed reader's library, an HTML checker and our own check of links; and whether a build
# depends on the number of threads, on what the last one left, or writes what is the same.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/portal
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. "$tools/two_sites.sh"
. "$tools/check.sh"
export CCHC_SHARE="$PWD" CCHC_LANG=en

silent() {
	"$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	[ $status = 0 ] && ! [ -s "$temp/words" ]
}

# build SITE OUTPUT [OPTION...]
build() {
	site=$1
	output=$2
	shift 2
	silent "$cchc" --root "$site" build --quiet --today 2026-11-22 --output "$output" "$@"
}

is_there() {
	for file in .cchc-manifest cai-cach-hanh-chinh/index.html cai-cach-hanh-chinh/404.html \
		cai-cach-hanh-chinh/rss.xml cai-cach-hanh-chinh/atom.xml \
		cai-cach-hanh-chinh/feed.json cai-cach-hanh-chinh/sitemap.xml \
		cai-cach-hanh-chinh/robots.txt cai-cach-hanh-chinh/so-do-trang/index.html \
		cai-cach-hanh-chinh/nginx.conf cai-cach-hanh-chinh/_headers \
		cai-cach-hanh-chinh/.htaccess cai-cach-hanh-chinh/chuyen-huong.map \
		cai-cach-hanh-chinh/tin-tuc/index.html cai-cach-hanh-chinh/tin-tuc/rss.xml \
		cai-cach-hanh-chinh/van-ban/feed.json; do
		[ -f "$1/$file" ] || { echo "$file is missing"; return 1; }
	done
}

xml_is_well_formed() {
	find "$1" -name '*.xml' -exec xmllint --noout {} + &&
		[ "$(find "$1" -name '*.xml' | wc -l)" -gt 10 ]
}

html_is_valid() {
	tests/node_modules/.bin/html-validate --config tests/.htmlvalidate.json "$1/**/*.html"
}

# The HTML checker must say no to bad HTML, or its yes means nothing.
bad_html_is_refused() {
	mkdir -p "$temp/bad"
	echo '<!DOCTYPE html><html lang="vi"><head><title>x</title></head><body><p><div></div></p></body></html>' \
		>"$temp/bad/index.html"
	! html_is_valid "$temp/bad"
}

# And so must the checks of links and feeds.
bad_links_are_found() {
	mkdir -p "$temp/links/a"
	printf 'ten_mien: "https://example.vn"\nduong_dan_goc: "/"\n' >"$temp/links.yaml"
	cat >"$temp/links/index.html" <<-'END'
		<a href="/a/">good</a> <a href="a/#there">good</a> <a href="https://example.org/x">other</a>
		<a href="/b/">1</a> <a href="a/#nowhere">2</a> <img src="c.png" srcset="d.png 2x" alt="">
		<!-- <a href="comment/"> --> <a href="https://example.vn/e/">5</a>
	END
	echo '<p id="there"><a href="../">good</a></p>' >"$temp/links/a/index.html"
	echo '<loc>https://example.vn/f/</loc>' >"$temp/links/sitemap.xml"
	mkdir -p "$temp/links/alone"
	echo '<p>no way leads here</p>' >"$temp/links/alone/index.html"
	node "$tools/links.mjs" "$temp/links" "$temp/links.yaml"
	node "$tools/links.mjs" "$temp/links" "$temp/links.yaml" | grep -q '^9 passed, 7 failed$'
}

bad_feeds_are_found() {
	cp -R "$temp/public/cai-cach-hanh-chinh/tin-tuc" "$temp/feeds"
	sed -i '0,/<item>/s/<title>/<title>X/' "$temp/feeds/rss.xml"
	sed -i '0,/<entry>/s/<link href="[^"]*"/<link href="x"/' "$temp/feeds/atom.xml"
	! node "$tools/feeds.mjs" "$temp/feeds"
}

# A property of another type, a wrong date, a way that ends elsewhere, a missing graph.
bad_json_ld_is_found() {
	cp -R "$temp/public" "$temp/graphs"
	events=$temp/graphs/cai-cach-hanh-chinh/su-kien
	for page in "$events"/*/index.html; do
		sed -i -e 's/"startDate":"[^"]*"/"startDate":"22\/11\/2026"/' -e 's/"organizer":/"headline":/' \
			-e 's/"position":1,/"position":2,/' "$page"
	done
	sed -i 's/ld+json/json/' "$temp/graphs/cai-cach-hanh-chinh/index.html"
	node "$tools/json_ld.mjs" "$temp/graphs" site.yaml >"$temp/found"
	for what in 'startDate may not be' 'Event has no property headline' 'needs organizer' 'item 0 stands at 2' \
		'/index.html: no JSON-LD'; do
		grep -q "$what" "$temp/found" || { echo "not found: $what"; return 1; }
	done
}

# A translation that the other page does not name, and a page in the wrong language.
bad_languages_are_found() {
	cp -R "$temp/public" "$temp/languages"
	sed -i 's/<link rel="alternate" hreflang="en"[^>]*>//' "$temp/languages/cai-cach-hanh-chinh/index.html"
	sed -i 's/<html lang="en">/<html lang="vi">/' "$temp/languages/cai-cach-hanh-chinh/en/contacts/index.html"
	node "$tools/languages.mjs" "$temp/languages" site.yaml >"$temp/found"
	grep -q 'does not name the same pages' "$temp/found" && grep -q 'is in the language vi' "$temp/found"
}

bad_heads_are_found() {
	mkdir -p "$temp/heads"
	sed -e 's/name="DC.date"/name="x"/' -e 's/"og:description" content="[^"]*"/"og:description" content=""/' \
		"$temp/public/cai-cach-hanh-chinh/thu-tuc/cap-giay-chung-sinh/index.html" >"$temp/heads/index.html"
	node "$tools/meta.mjs" "$temp/heads" >"$temp/found"
	grep -q 'no DC.date' "$temp/found" && grep -q 'og:description is ""' "$temp/found"
}

# A page of 70 KB of noise, a style and a script within it, and a picture of another site.
dear_pages_are_found() {
	cp -R "$temp/public" "$temp/dear"
	{
		head -c 70000 /dev/urandom | base64
		echo '<p style="color: red" onclick="x()"><img src="https://example.org/x.png" alt="">'
		echo '<script>x()</script>'
	} >>"$temp/dear/cai-cach-hanh-chinh/404.html"
	node "$tools/budget.mjs" "$temp/dear" /cai-cach-hanh-chinh/ | grep -q ' passed, 5 failed$'
}

# rename, unlink and the like, and opening to write: all that leaves a trace on disk. A
# nameless file is none, nor is asking for a folder that is there, nor /dev/null.
writes_nothing() {
	strace -f -o "$temp/trace" -e trace=file "$cchc" build --quiet --today 2026-11-22 \
		--output "$1" || return 1
	[ "$(grep -c openat "$temp/trace")" -gt 100 ] || { echo "strace saw nothing"; return 1; }
	! grep -E '(rename|link|unlink|mkdir|rmdir|creat|mknod)[a-z0-9]*\(.*= 0$|O_WRONLY|O_RDWR|O_CREAT' \
		"$temp/trace" | grep -v -e O_TMPFILE -e '"/dev/null"'
}

check "the portal builds without a word" build . "$temp/public"
check "all kinds of outputs are there" is_there "$temp/public"
check "all XML is well formed" xml_is_well_formed "$temp/public"
check "all HTML is valid" html_is_valid "$temp/public"
check "bad HTML is refused" bad_html_is_refused
sum node "$tools/links.mjs" "$temp/public" site.yaml
check "bad links are found" bad_links_are_found
sum node "$tools/feeds.mjs" "$temp/public"
check "bad feeds are found" bad_feeds_are_found
sum node "$tools/json_ld.mjs" "$temp/public" site.yaml
check "bad JSON-LD is found" bad_json_ld_is_found
sum node "$tools/languages.mjs" "$temp/public" site.yaml
check "languages that do not match are found" bad_languages_are_found
sum node "$tools/meta.mjs" "$temp/public"
check "bad heads of pages are found" bad_heads_are_found
sum node "$tools/budget.mjs" "$temp/public" /cai-cach-hanh-chinh/
check "dear pages, and what the policy refuses, are found" dear_pages_are_found

check "one thread builds it" build . "$temp/one" --threads 1
check "four threads build it" build . "$temp/four" --threads 4
check "one and four threads write the same bytes" diff -r "$temp/one" "$temp/four"
check "a second build writes nothing" writes_nothing "$temp/public"

old_site "$temp/old"
new_site "$temp/new"
check "a copy builds" build "$temp/old" "$temp/over"
check "a copy gives the same bytes" diff -r "$temp/public" "$temp/over"
check "a changed site builds over the old build" build "$temp/new" "$temp/over"
check "a changed site builds" build "$temp/new" "$temp/clean"
check "a build over an old one and a clean one are the same" diff -r "$temp/clean" "$temp/over"
check "a changed site is another" sh -c '! diff -r "$1" "$2" >/dev/null' - "$temp/public" "$temp/over"
check "the old site builds over the new" build "$temp/old" "$temp/over"
check "there and back gives the same bytes" diff -r "$temp/public" "$temp/over"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
