#!/bin/sh
# What visitors get is compared with what was published: after a publish where the target
# says where they look, and with cchc verify.
. "$(dirname "$0")/begin.sh"
name=nginx
root=$temp/nginx-root

# ends STATUS COMMAND...
ends() {
	wanted=$1
	shift
	"$cchc" --root "$site" "$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	[ $status = "$wanted" ]
}

says() {
	grep -qF -- "$1" "$temp/words" || { cat "$temp/words"; return 1; }
}

# visitors WHAT: the server again, with settings of what visitors get
visitors() {
	[ -z "${nginx_port:-}" ] || stop_servers
	nginx_public=$1
	start_nginx || exit 1
	sed '/^dich:/,$d' "$temp/site.yaml" >"$site/site.yaml"
	put_targets | sed "s/.*ma: \"nginx\"/&\n    cong_khai: \"http:\/\/127.0.0.1:$nginx_public_port\/\"/" \
		>>"$site/site.yaml"
	set_password nginx
}

old_small "$site"
"$cchc" --root "$site" build --quiet --today 2026-11-22 >"$temp/words" 2>&1 || cat "$temp/words"
# The policy as the settings say it that the build has written for such a server.
policy=$(grep -m 1 'add_header Content-Security-Policy' "$site/public/cchc/nginx.conf")
right="$policy add_header Cache-Control \$cache;"
cp "$site/site.yaml" "$temp/site.yaml"
visitors "$right"
check "a publish is followed by a look" ends 0 publish --today 2026-11-22
check "as a visitor has" says "as a visitor, at http://127.0.0.1:$nginx_public_port"
check "and all is right" says " are what was published."
check "no header is complained of" sh -c "! grep -qE 'comes (as|with)|without the header' '$temp/words'"
check "one changed page" sh -c "echo 'Thêm.' >>'$site/content/trang/trang-20.md'"
check "is looked at" ends 0 publish --json --today 2026-11-22
check "with the few files that change with it" grep -q '"event":"verified","asked":[1-6],' "$temp/words"
check "all can be looked at" ends 0 verify
check "and are right" says " are what was published."

sed -i '1s/./x/' "$root/cchc/trang-21/index.html"
rm "$root/cchc/trang-22/index.html"
check "a page that somebody has changed" ends 5 verify
check "is named" says "/cchc/trang-21/?cchc=2 is not what was published: visitors get something else"
check "and one that is missing" says "/cchc/trang-22/?cchc=2 does not come: visitors get an error (403)"
check "also in Vietnamese" ends 5 verify --lang vi
check "in its words" says "/cchc/trang-21/?cchc=2 không phải bản đã xuất bản"
check "and for programs" ends 5 verify --json
check "which count" says '"wrong":1,"missing":1,"still":0,"silent":0,"stale":0,'

visitors "$right location = /cchc/trang-20/ { if (\$arg_cchc = '') { return 200 'cũ'; } }"
rm -rf "$root/cchc/.cchc/manifest"
check "the publish puts that right" ends 0 publish --today 2026-11-22
check "an old page out of a cache" ends 0 verify
check "is told apart" says "1 addresses still give the old files, out of a cache on the way"

visitors "location ~ css { types { } default_type text/plain; } location / { add_header Cache-Control max-age=99999; }"
check "headers that do harm" ends 0 verify
check "are told: a style sheet that is none" says 'comes as "text/plain'
check "a page that stays in caches" says 'comes with "Cache-Control: max-age=99999"; right would be "public, max-age=300"'
check "and no policy" says "without the header Content-Security-Policy"

others="s/default-src 'none'/default-src *; img-src \x27self\x27 data:/"
visitors "$(echo "$right" | sed "$others")"
check "a policy that is not ours" ends 0 verify
check "is told" says "default-src *; img-src 'self' data:"
check "as such" says "which is not the one of this site: \"default-src 'none'; base-uri"
check "and not as missing" sh -c "! grep 'without the header' '$temp/words'"
check "also in Vietnamese" ends 0 verify --lang vi
check "in its words" says "khác với chính sách của trang này"
check "and counted for programs" ends 0 verify --json
check "page by page" grep -qE '"policies":[1-9]' "$temp/words"
visitors "$(echo "$right" | sed 's/ connect-src [^;]*;//')"
check "a policy that says too little" ends 0 verify
check "is told too" says "which is not the one of this site"

visitors "$right location = /cchc/trang-24/ { add_header X-A b; try_files /xin-chao =404; } "
cp "$root/cchc/trang-24/index.html" "$root/xin-chao"
rm "$site/content/trang/trang-24.md"
check "a page that was removed, and that a visitor still gets" ends 5 publish --today 2026-11-22
check "is named" says "/cchc/trang-24/?cchc=2 was removed, and still comes"

visitors "return 500;"
check "a server out of order" ends 5 verify
check "is named" says "does not answer (500"
stop_servers
check "and one that is off" ends 5 verify
check "too" says "does not answer (0"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
