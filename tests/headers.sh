#!/bin/sh
# What visitors' browsers are told with each file, by real servers that take our settings as
# they are: nginx includes nginx.conf, Apache reads .htaccess.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
. tests/portal/check.sh
. tests/publish/servers.sh
trap 'stop_servers; rm -rf "$temp"' EXIT
export CCHC_SHARE="$PWD" CCHC_LANG=en
root=$temp/public
policy="default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; img-src 'self' data:; manifest-src 'self'; media-src 'self'; script-src 'self'; style-src 'self'; worker-src 'self'; object-src 'self'; frame-ancestors 'self'"

# A site below a folder, with an old address and short ones elsewhere.
make_site() {
	cp -R tests/cases/tiny.d "$temp/site"
	echo 'duong_dan_ngan: "/t/"' >>"$temp/site/site.yaml"
	sed -i '1aduong_dan_cu: ["cu/"]' "$temp/site/content/trang/gioi-thieu.md"
	"$cchc" --root "$temp/site" build --quiet --today 2026-11-22 --output "$root"
}

start_plain_apache() {
	dir=$temp/apache
	modules=/usr/lib/apache2/modules
	mkdir -p "$dir"
	port=$(free_port)
	chown -R www-data "$dir" 2>/dev/null
	chmod 711 "$temp"
	{
		printf 'ServerRoot %s\nServerName localhost\nListen 127.0.0.1:%s\n' "$dir" "$port"
		printf 'PidFile %s/server.pid\nErrorLog %s/log\nMutex file:%s\n' "$dir" "$dir" "$dir"
		for module in mpm_event authz_core dir mime alias headers filter deflate; do
			printf 'LoadModule %s_module %s/mod_%s.so\n' $module $modules $module
		done
		printf 'User www-data\nGroup www-data\nTypesConfig /etc/mime.types\n'
		printf 'DocumentRoot %s\nDirectoryIndex index.html\n' "$root"
		printf '<Directory %s>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n' "$root"
	} >"$dir/config"
	apache2 -d "$dir" -f "$dir/config" >"$dir/said" 2>&1
	wait_for "$port" "$dir/said"
}

# ask PATH: the answer's status line and headers, with single line ends
ask() {
	curl -s -o /dev/null -D - -H 'Accept-Encoding: gzip' "http://127.0.0.1:$port$1" | tr -d '\r' >"$temp/answer"
}

# answers PATH LINE...: each line is one of the answer's; one that begins with ! is none
answers() {
	ask "$1"
	shift
	for line; do
		case $line in
		!*) if grep -qi "^${line#!}" "$temp/answer"; then cat "$temp/answer"; return 1; fi ;;
		*) grep -qxiF -- "$line" "$temp/answer" || { echo "missing: $line"; cat "$temp/answer"; return 1; } ;;
		esac
	done
}

once() {
	ask "$1"
	[ "$(grep -ci "^$2:" "$temp/answer")" = 1 ] || { cat "$temp/answer"; return 1; }
}

tells() {
	name=$1
	style=$(cd "$root" && echo cchc/tai-nguyen/site.*.css)
	for path in /cchc/ /cchc/gioi-thieu/ /cchc/rss.xml "/$style" /cchc/khong-co/; do
		check "$name: $path is safe" answers $path "Content-Security-Policy: $policy" \
			'X-Content-Type-Options: nosniff' 'X-Frame-Options: SAMEORIGIN' \
			'Referrer-Policy: same-origin' '!Strict-Transport-Security'
		check "$name: $path has one policy" once $path Content-Security-Policy
		check "$name: $path says what it may not use" once $path Permissions-Policy
	done
	check "$name: a page is asked for again after five minutes" answers /cchc/ \
		'HTTP/1.1 200 OK' 'Cache-Control: public, max-age=300' \
		'Content-Type: text/html; charset=utf-8' 'Content-Encoding: gzip'
	check "$name: so is a feed" answers /cchc/rss.xml 'Cache-Control: public, max-age=300'
	check "$name: an asset is kept for a year" answers "/$style" \
		'Cache-Control: public, max-age=31536000, immutable' 'Content-Encoding: gzip'
	check "$name: the worker of the offline copy is asked for each time" answers /cchc/ngoai-tuyen.js \
		'HTTP/1.1 200 OK' 'Cache-Control: no-cache'
	check "$name: with one line" once /cchc/ngoai-tuyen.js Cache-Control
	check "$name: one cache line" once "/$style" Cache-Control
	check "$name: what is not there is not kept for a year" answers /cchc/tai-nguyen/x.0123abcd.css \
		'HTTP/1.1 404 Not Found' '!Cache-Control: public, max-age=31536000'
	check "$name: an old address leads on" answers /cchc/cu/ 'HTTP/1.1 301 Moved Permanently'
	check "$name: to the new one" grep -qi '^Location: .*/cchc/gioi-thieu/$' "$temp/answer"
	check "$name: the settings are not shown" answers /cchc/nginx.conf 'HTTP/1.1 404 Not Found'
	check "$name: nor the map" answers /cchc/chuyen-huong.map 'HTTP/1.1 404 Not Found'
}

check "the site is built" make_site
check "nginx takes the settings" start_plain_nginx "$root" cchc
tells nginx
check "nginx has nothing to say of them" sh -c "! grep -E 'emerg|error|warn' '$temp/nginx/said' '$temp/nginx/log' | grep -v 'No such file'"
check "Apache takes the settings" start_plain_apache
tells Apache
check "a host that reads _headers is told the same" grep -qxF "  Content-Security-Policy: $policy" "$root/cchc/_headers"
check "of the whole section" grep -qx '/cchc/[*]' "$root/cchc/_headers"
check "and of its assets" grep -qx '/cchc/tai-nguyen/[*]' "$root/cchc/_headers"
stop_servers
echo "$passed passed, $failed failed"
[ $failed = 0 ]
