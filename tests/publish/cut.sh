#!/bin/sh
# cut.sh [POINTS [SERVER...]] - a publish of about 60 files to a real server is hurt at
# POINTS (3) moments spread over all its exchanges with that server, or at each of them
# (all): killed with kill -9, cut, kept waiting, slowed down, told 503 and 429, and (where
# nothing else guards the bytes) sent on with a wrong byte. The first publish, into an empty
# folder, is cut too, and with `all` killed: it tries what the server can do.
#
# At no moment does the server hold a file that is neither the old one nor the new one, a
# page whose style sheet is missing, or a manifest that lies. A publish that lives on
# completes by itself (a wrong byte it may also refuse: it is taken for a wrong key), one
# that was killed with the next call; nothing is left over.
. "$(dirname "$0")/begin.sh"
points=${1:-3}
[ $# = 0 ] || shift
patience=${PATIENCE:-3}
proxy_port=$(free_port)

# through WHAT AT: a publish through the proxy
through() {
	"$build/tests/publish/proxy" "$proxy_port" "$port" "$1" "$2" "$temp/log" \
		"$cchc" --root "$site" publish "$name" --quiet --today 2026-11-22 --threads 1 \
		>"$temp/words" 2>&1
}

take() {
	"$1" "$temp/taken"
	rm -rf "$site/content" "$site/layouts" "$site/assets"
	mkdir -p "$site"
	cp -R "$temp/taken/." "$site/"
	put_targets >>"$site/site.yaml"
}

# The old site is on the server, the new one is built.
prepare() {
	rm -rf "$site" "$temp/start"
	take old_small
	through none 0 || { cat "$temp/words"; return 1; }
	look
	hashes "$root" >"$temp/old.list"
	take new_small
	"$cchc" --root "$site" build --quiet --today 2026-11-22 >"$temp/words" 2>&1 || return 1
	hashes "$site/public" | LC_ALL=C sort -u - "$temp/old.list" >"$temp/allowed"
	mkdir "$temp/start"
	cp -a "$root" "$temp/start/root"
	cp -a "$site/.cchc" "$temp/start/cchc"
}

# Nothing is on the server, and nothing is known of it.
prepare_first() {
	rm -rf "$site" "$temp/start"
	take new_small
	"$cchc" --root "$site" build --quiet --today 2026-11-22 >"$temp/words" 2>&1 || return 1
	hashes "$site/public" >"$temp/allowed"
	mkdir -p "$temp/start/root" "$temp/start/cchc"
}

# The server's files into $root, where they are not there anyway.
look() {
	case $name in rgw | swift) fetch ;; esac
}

# As it was before, also where the files are objects.
restore() {
	rm -rf "$site/.cchc"
	cp -a "$temp/start/cchc" "$site/.cchc"
	case $name in
	rgw) s3_client rgw sync "$temp/start/root" :s3:thung/chuyen-trang ;;
	swift) s3_client swift sync "$temp/start/root" :s3:thung ;;
	*)
		rm -rf "$root/cchc"
		[ ! -d "$temp/start/root/cchc" ] || cp -a "$temp/start/root/cchc" "$root/"
		;;
	esac
}

fail() {
	bad=true
	echo "$name, $what at exchange $at (status $status): $1"
	head -n 12 "$temp/words"
}

judge() {
	look
	every_file_is_whole "$root" "$temp/allowed" || fail "a file is neither old nor new"
	every_page_has_its_style "$root" || fail "a page lacks its style sheet"
	manifest_is_true "$root" || fail "the manifest lies"
	if [ $status = 137 ] || [ $what = corrupt ]; then
		[ $status = 0 ] || killed=$((killed + 1))
		through none 0 || fail "the next publish fails"
		look
	elif [ $status != 0 ]; then
		fail "it gives up"
	fi
	holds "$root" "$site/public" || fail "the server does not hold the new site"
	is_tidy "$root" || fail "something is left"
}

hurt() {
	bad=false
	restore
	through "$what" "$at"
	status=$?
	judge 2>/dev/null
	if $bad; then failed=$((failed + 1)); else passed=$((passed + 1)); fi
}

# hurts WHAT: at points spread from the first exchange to the last
hurts() {
	what=$1
	n=$points
	[ "$n" != all ] || n=$exchanges
	i=0
	while [ $i -lt "$n" ]; do
		at=$((1 + i * (exchanges - 1) / (n > 1 ? n - 1 : 1)))
		hurt
		i=$((i + 1))
	done
}

# suffers PREPARE WORDS HARM...
suffers() {
	killed=0
	"$1" || { failed=$((failed + 1)); return; }
	restore
	through none 0
	exchanges=$(cat "$temp/log")
	publish=$2
	shift 2
	for harm; do
		hurts "$harm"
	done
	echo "$name, $publish publish: $exchanges exchanges, $killed publishes ended early"
}

for server in ${*:-sshd nginx apache proftpd rgw}; do
	start_"$server" || { failed=$((failed + 1)); continue; }
	set_password "$server"
	case $server in
	sshd)
		port=$sshd_port
		sed -i "p; s/:$sshd_port /:$proxy_port /" "$temp/ssh/known_hosts"
		sed -i "s/\]:$sshd_port /]:$proxy_port /" "$temp/ssh/known_hosts"
		harms='kill cut corrupt slow'
		;;
	proftpd) port=$ftp_port harms='kill cut corrupt slow' ;;
	nginx) port=$nginx_port harms='kill cut corrupt freeze slow' ;;
	apache) port=$apache_port harms='kill cut 503:3 429:1' ;;
	rgw) port=$rgw_port harms='kill cut 503:3 corrupt' ;;
	swift) port=$swift_port harms='kill cut 503:3' ;;
	esac
	name=$server
	root=$temp/$(root_of "$name")
	first=cut
	[ "$points" != all ] || first='kill cut'
	# shellcheck disable=SC2086 # several words
	suffers prepare later ${HARMS-$harms}
	# shellcheck disable=SC2086
	suffers prepare_first first ${FIRST-$first}
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
