#!/bin/sh
# Without our manifest a server is asked what it holds, and before a folder is removed
# what is in it. A list that is cut off, damaged or none is told as such, in both languages,
# and nothing on the server is changed by it; one in other words is understood.
. "$(dirname "$0")/begin.sh"
unset CCHC_LANG
export CCHC_PASSWORD="$password"

publish() {
	"$cchc" --root "$site" publish --lang en --today 2026-11-22 "$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	return $status
}

there() {
	curl -s "http://127.0.0.1:$port/?names" | grep -v '/[.]cchc/'
}

forget_manifest() {
	curl -s -X DELETE "http://127.0.0.1:$port$folder/.cchc/manifest"
}

# understands HOW: nothing has to be sent
understands() {
	echo "$1" >"$temp/how"
	forget_manifest
	publish --json | grep -q '"first":true.*"send":0,' || { cat "$temp/words"; return 1; }
}

# is_told HOW DETAIL
is_told() {
	echo "$1" >"$temp/how"
	there >"$temp/before"
	refuses 3 "list of its files is cut off or damaged" \
		"danh sách tệp mà máy chủ trả về bị cụt hoặc hỏng" &&
		grep -qF "$2" "$temp/words" && there | diff "$temp/before" - && [ -s "$temp/before" ]
}

# refuses_each NAME HOW...: with our manifest gone
refuses_each() {
	server=$1
	shift
	forget_manifest
	for how; do
		detail=
		case $how in
		cut) detail='XML: no element found, line 2, column ' ;;
		tags) detail='XML: mismatched tag, line 2, column ' ;;
		bomb) detail='XML: a DOCTYPE, line 2, column ' ;;
		deep) detail='XML: nested too deep, line 2, column ' ;;
		esac
		check "$server: a list that is refused ($how)" is_told "$how" "$detail"
	done
}

old_small "$site"
cp "$site/site.yaml" "$temp/site.yaml"
echo good >"$temp/how"
port=$(free_port)
node tests/publish/listing.mjs "$port" "$temp/how" &
pids="$pids $!"
wait_for "$port" "$temp/words"

for server in s3 dav; do
	case $server in
	s3) folder=/thung/cchc address=s3://thung only='short circle' ;;
	dav) folder=/cchc address=dav://cchc@127.0.0.1:$port only= ;;
	esac
	set_target <<END
dich:
  - ma: "$server"
    dia_chi: "$address"
    $([ $server = dav ] || echo "may_chu: \"http://127.0.0.1:$port\"")
    tai_khoan: "cchc"
    khong_ma_hoa: true
END
	echo good >"$temp/how"
	check "$server: is published to" publish
	for odd in 'é.txt' 'a&b.txt'; do
		curl -s -X PUT --data-binary x "http://127.0.0.1:$port$folder/$odd"
	done
	for how in good cdata latin1 default foreign; do
		check "$server: without the manifest it is listed ($how), and nothing sent" \
			understands "$how"
	done
	# shellcheck disable=SC2086 # several words
	refuses_each "$server" cut tags bomb deep html $only
	check "$server: and then it is published to" understands good
done

# A folder of ours in which somebody else has put something. A server removes it with all
# that is in it.
rm "$site/content/trang/trang-10.md"
strange=http://127.0.0.1:$port/cchc/trang-10/cua-nguoi-khac.txt
curl -s -X PUT --data-binary x "$strange"
stops() {
	publish
	[ $status = 4 ] && grep -qF "list of its files is cut off" "$temp/words"
}
stays() {
	[ "$(curl -s "$strange")" = x ]
}
echo cut >"$temp/how"
check "a folder whose list is cut off is told" stops
check "and not removed" stays
check "but our page in it was" sh -c "! curl -sf http://127.0.0.1:$port/cchc/trang-10/index.html"
echo good >"$temp/how"
check "once the list is whole it is published to" publish
check "and what is not ours stays" stays

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
