#!/bin/sh
# The feeds of units, fetched from servers that fail in every way: each failure is told by
# its name, no good copy is touched, and what is built from the copies says so. A build asks
# no network.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
tools=$PWD/tests/fetch
temp=$(mktemp -d) || exit 3
server=
trap 'kill $server 2>/dev/null; rm -rf "$temp"' EXIT
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
site=$temp/site
page=$site/public/cchc/don-vi-truc-thuoc/index.html

# certificate NAME CA SUBJECT-ALTERNATIVE-NAME FROM TO
certificate() {
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" \
		-keyout "$site/tls/$1.key" -out "$temp/$1.csr" 2>/dev/null &&
		printf 'subjectAltName=%s\n' "$3" >"$temp/$1.ext" &&
		openssl x509 -req -in "$temp/$1.csr" -CA "$site/tls/$2.pem" -CAkey "$site/tls/$2.key" \
			-set_serial "$(date +%N)" -days "$4" -extfile "$temp/$1.ext" \
			-out "$site/tls/$1.pem" 2>/dev/null
}

authority() {
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 \
		-subj "/CN=$1" -keyout "$site/tls/$1.key" -out "$site/tls/$1.pem" 2>/dev/null
}

certificates() {
	mkdir "$site/tls" && authority ca && authority stranger &&
		certificate good ca IP:127.0.0.1 30 && certificate misnamed ca DNS:example.vn 30 &&
		certificate untrusted stranger IP:127.0.0.1 30 &&
		faketime '40 days ago' openssl x509 -req -in "$temp/good.csr" -CA "$site/tls/ca.pem" \
			-CAkey "$site/tls/ca.key" -set_serial 77 -days 5 -extfile "$temp/good.ext" \
			-out "$site/tls/expired.pem" 2>/dev/null && cp "$site/tls/good.key" "$site/tls/expired.key"
}

start_server() {
	mkfifo "$temp/ready"
	node "$tools/server.mjs" "$site" "$temp/ready" >"$temp/server.log" 2>&1 &
	server=$!
	[ "$(timeout 30 head -n 1 "$temp/ready")" = ready ] || { cat "$temp/server.log"; return 1; }
}

fetch() {
	"$cchc" --root "$site" fetch --today 2026-11-22 --timeout 5 "$@"
}

# ends STATUS COMMAND...
ends() {
	wanted=$1
	shift
	"$@" >"$temp/out" 2>&1
	status=$?
	head -n 3 "$temp/out"
	[ "$status" = "$wanted" ]
}

says() {
	grep -qxF "$1" "$temp/out" || { head -n 3 "$temp/out"; return 1; }
}

on_page() {
	grep -qF "$1" "$page"
}

compare() {
	node "$tools/compare.mjs" "$@" >"$temp/compared"
	status=$?
	counts=$(sed -n 's/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p' "$temp/compared")
	[ -n "$counts" ] || counts="0 1"
	grep -v ' passed, ' "$temp/compared"
	passed=$((passed + ${counts% *}))
	failed=$((failed + ${counts#* }))
	return $status
}

sums() {
	(cd "$site/.cchc/nguon" && sha256sum ./*.json)
}

build() {
	"$cchc" --root "$site" build --quiet --today 2026-11-22
}

build_asks_no_network() {
	strace -f -o "$temp/trace" -e trace=network "$cchc" --root "$site" build --quiet \
		--today 2026-11-22 && ! grep -E 'connect\(|sendto\(' "$temp/trace"
}

no_note_of() {
	[ ! -e "$site/.cchc/nguon/$1.loi" ]
}

cp -R tests/cases/tiny.d "$site"
cp "$site/site.yaml" "$site/head.yaml"
check "certificates" certificates
check "the servers start" start_server
expected=$(wc -l <"$site/expected.tsv")

# Nothing is there yet, and most fail: no copy comes of what is wrong.
touch "$site/bad"
check "it ends with status 1 when any failed" ends 1 fetch --json
cp "$temp/out" "$temp/first.json"
# An old one is the first one, so far.
sed 's/^older.*/older	tot	2026-11-19/' "$site/expected.tsv" >"$temp/at-first.tsv"
compare "$temp/first.json" "$temp/at-first.tsv"
check "copies of good ones alone" [ "$(ls "$site"/.cchc/nguon/*.json | wc -l)" = 4 ]
check "notes of all others" [ "$(ls "$site"/.cchc/nguon/*.loi | wc -l)" = $((expected - 4)) ]
rm "$site/.cchc/nguon/older.json"
check "nothing that must not be asked was asked but to-other" [ "$(sort -u "$site/asked")" = /to-other ]

# All have a good copy, and then fail: the copies stay byte for byte.
for code in $(cut -f 1 "$site/expected.tsv"); do
	[ -e "$site/.cchc/nguon/$code.json" ] || cp "$site/copies/$code.json" "$site/.cchc/nguon/"
done
sums >"$temp/before"
check "it fails again" ends 1 fetch --json
cp "$temp/out" "$temp/second.json"
compare "$temp/second.json" "$site/expected.tsv" 2026-11-20
sums >"$temp/after"
check "no good copy was touched" cmp "$temp/before" "$temp/after"
check "in words" ends 0 fetch good
check "what is good" says "Đơn vị good: data of 21/11/2026, as before"
check "the sum of one" says "units: 1 fetched, 0 failed"
check "what is older" ends 1 fetch older
check "what is older, in words" says "Đơn vị older: the data is older than what came before; the copy of 20/11/2026 stays"
check "what is not found" ends 1 fetch not-found
check "what is not found, in words" says "Đơn vị not-found: the server has no such file or refuses it (HTTP 404); the copy of 20/11/2026 stays"
check "the sum" says "units: 0 fetched, 1 failed"
check "in Vietnamese" ends 1 fetch --lang vi slow
check "what is slow, in Vietnamese" grep -q "^Đơn vị slow: máy chủ trả lời quá chậm (.*); vẫn giữ bản ngày 20/11/2026$" "$temp/out"
check "quietly" ends 1 fetch --quiet not-found
check "only what failed" [ "$(wc -l <"$temp/out")" = 1 ]
check "quietly, and well" ends 0 fetch --quiet good
check "nothing is said" [ ! -s "$temp/out" ]
check "a unit that is not there" ends 1 fetch khong-co
check "is told" says 'error: there is no unit "khong-co" in site.yaml'

# What is built from the copies, with no network.
check "a build asks no network" build_asks_no_network
check "all units stand there with data" on_page "$expected đơn vị, $expected đơn vị có dữ liệu"
check "and what is wrong" on_page "$((expected - 3)) nguồn dữ liệu có vấn đề"
check "a good one has its data" on_page "Dữ liệu ngày <time datetime=\"2026-11-21\">21/11/2026</time>."
for words in "máy chủ trả lời quá chậm" "dữ liệu cũ hơn bản đã có" "dữ liệu lớn hơn 2 MB" \
	"chứng chỉ của máy chủ không tin cậy được" "kết nối đứt trước khi nhận đủ" \
	"máy chủ chuyển sang nơi khác, cchc không đi theo" "dữ liệu tự ghi là của đơn vị khác"; do
	check "$words" on_page "không được: $words.</strong> Số liệu ở đây là của bản đúng gần nhất."
done
check "posts of the copies" grep -q "Tin của older" "$site/public/cchc/don-vi-truc-thuoc/older/index.html"

# They come back: notes go.
rm "$site/bad"
check "one that is well again" ends 0 fetch cut
check "its note is gone" no_note_of cut
check "the site builds" build

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
