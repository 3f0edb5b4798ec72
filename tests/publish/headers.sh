#!/bin/sh
# headers.sh [SERVER...] - what an object store is told of each file: its type, how long it
# may be cached, that it is compressed, where an old address leads. And that visitors, who
# may read the bucket, get just that.
. "$(dirname "$0")/begin.sh"

bucket() {
	case $name in
	rgw) echo :s3:thung/chuyen-trang/cchc ;;
	swift) echo :s3:thung/cchc ;;
	esac
}

# told PATH WORDS...: what the store tells of an object
told() {
	s3_client $name lsjson --metadata --stat "$(bucket)/$1" >"$temp/told" 2>&1
	shift
	for word; do
		grep -qF -- "$word" "$temp/told" || { echo "not told: $word"; cat "$temp/told"; return 1; }
	done
}

publish() {
	"$cchc" --root "$site" publish "$name" --today 2026-11-22 >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	return $status
}

for name in ${*:-rgw swift}; do
	check "$name starts" start_$name || continue
	set_password $name
	rm -rf "$site"
	old_small "$site"
	printf 'duong_dan_cu:\n  - "cu/trang-12/"\n' >"$temp/old"
	sed -i "1r $temp/old" "$site/content/trang/trang-12.md"
	put_targets >>"$site/site.yaml"
	check "$name: a publish" publish
	check "$name: a page is HTML in UTF-8, for some minutes" told trang-20/index.html \
		'text/html; charset=utf-8' 'public, max-age=300'
	check "$name: a style sheet with a fingerprint stays" told "tai-nguyen/$(ls "$site/public/cchc/tai-nguyen" | grep "^kieu[.].*css$")" \
		'text/css; charset=utf-8' 'public, max-age=31536000, immutable'
	check "$name: a feed is one" told rss.xml 'application/rss+xml'
	check "$name: its sum is kept with it" told rss.xml \
		"\"sha256\": \"$(sha256sum <"$site/public/cchc/rss.xml" | cut -d' ' -f1)\""
	check "$name: nothing is compressed unless that is wanted" \
		sh -c "! grep -q gzip '$temp/told'"
	if [ $name = rgw ]; then
		curl -sI --aws-sigv4 aws:amz:us-east-1:s3 -u "cchc:$s3_secret" \
			-H "x-amz-content-sha256: $(sha256sum </dev/null | cut -d' ' -f1)" \
			"http://127.0.0.1:$rgw_port/thung/chuyen-trang/cchc/cu/trang-12/index.html" >"$temp/head"
		check "$name: an old address leads on" grep -i \
			'x-amz-website-redirect-location: https://bv.example.vn/cchc/trang-12/' "$temp/head"
	fi
	check "$name: the release says so too" grep -q '^> https://bv.example.vn/cchc/trang-12/$' \
		"$site"/.cchc/dich/$name/000001
	sed -i "s/ma: \"$name\"/&\n    nen: true/" "$site/site.yaml"
	for page in "$site"/content/trang/*.md; do echo 'Thêm một câu.' >>"$page"; done
	check "$name: another one, compressed" publish
	check "$name: a page is compressed" told trang-20/index.html 'text/html; charset=utf-8' \
		'"content-encoding": "gzip"'
	s3_client $name cat --s3-decompress "$(bucket)/trang-20/index.html" >"$temp/page" 2>"$temp/why" ||
		s3_client $name cat "$(bucket)/trang-20/index.html" >"$temp/page"
	gzip -dc <"$temp/page" >"$temp/plain" 2>"$temp/why" || cp "$temp/page" "$temp/plain"
	check "$name: and is the page" cmp "$temp/plain" "$site/public/cchc/trang-20/index.html"
	sed -i 's/Thêm một câu/Thêm hai câu/' "$site/content/trang/trang-20.md"
	s3_client $name deletefile "$(bucket)/.cchc/manifest"
	check "$name: without the manifest the compressed are known again" publish
	check "$name: and few are sent" grep -qE 'To send: [1-6] files' "$temp/words"
	stop_servers
	case $name in rgw) rgw_port= ;; swift) swift_port= ;; esac
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
