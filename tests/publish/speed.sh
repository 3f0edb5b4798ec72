#!/bin/sh
# [ROUNDS=3] [SERVERS="..."] speed.sh [FILES] - 2,000 files of 10 KB to each server, by cchc, by rclone and by lftp's
# mirror, each into an empty folder, in turn, three times: the median of each in seconds, and
# cchc's time by it. Eight connections for all; cchc's time is that of the whole publish, with
# the build, the sums and the local release. Not a test: it only tells. Best on a quiet machine,
# and with TMPDIR on a file system in memory: disks delay those who come later.
. "$(dirname "$0")/begin.sh"
unset AWS_CA_BUNDLE
files=${1:-2000}

cp -R tests/cases/tiny.d "$site"
cp -R layouts "$site/layouts"
mkdir "$site/assets"
i=0
while [ $i -lt "$files" ]; do
	head -c 7500 /dev/urandom | base64 >"$site/assets/tep-$i.txt"
	i=$((i + 1))
done

seconds() {
	begin=$(date +%s%N)
	"$@" >"$temp/words" 2>&1 || { tail -n 3 "$temp/words" >&2; echo failed; return; }
	echo "$begin $(date +%s%N)" | awk '{ printf "%.2f\n", ($2 - $1) / 1e9 }'
}

empty() {
	case $name in
	rgw) s3_client rgw purge :s3:thung >"$temp/said" 2>&1; s3_client rgw mkdir :s3:thung ;;
	*) rm -rf "${root:?}"/* "${root:?}"/.cchc ;;
	esac
	rm -rf "$site/.cchc/dich"
}

by_cchc() {
	"$cchc" --root "$site" publish "$name" --quiet --today 2026-11-22
}

secret() {
	rclone obscure "$password"
}

by_rclone() {
	set -- --config "$temp/rclone.conf" --transfers 8 --checkers 8
	case $name in
	sshd) rclone "$@" --sftp-disable-hashcheck copy "$site/public" ":sftp,host=127.0.0.1,port=$sshd_port,user=$(id -un),key_file=$temp/ssh/id:$root" ;;
	proftpd) timeout 120 rclone "$@" copy "$site/public" ":ftp,host=127.0.0.1,port=$ftp_port,user=cchc,pass=$(secret),explicit_tls=true,no_check_certificate=true,concurrency=9:" ;;
	nginx) rclone "$@" --ca-cert "$temp/tls/ca.pem" copy "$site/public" ":webdav,url='https://127.0.0.1:$nginx_port/',user=cchc,pass=$(secret):" ;;
	apache) rclone "$@" copy "$site/public" ":webdav,url='http://127.0.0.1:$apache_port/',user=cchc,pass=$(secret):" ;;
	rgw) s3_client rgw --transfers 8 --checkers 8 copy "$site/public" :s3:thung/chuyen-trang ;;
	esac
}

by_lftp() {
	case $name in
	sshd) url=sftp://$(id -un):@127.0.0.1:$sshd_port connect="set sftp:connect-program \"ssh -a -x -i $temp/ssh/id -o UserKnownHostsFile=$temp/ssh/known_hosts\";" to=$root ;;
	proftpd) url=ftp://127.0.0.1:$ftp_port connect="set ftp:ssl-force true; set ftp:ssl-protect-data true; set ssl:ca-file $temp/tls/ca.pem;" to=$root ;;
	*) echo none; return 1 ;;
	esac
	lftp -c "$connect open $url; user $([ $name = sshd ] && id -un || echo cchc) '$password'; mirror -R --parallel=8 $site/public $to"
}

median() {
	sort -n "$temp/times.$1" | sed -n "$(((${ROUNDS:-3} + 1) / 2))p"
}

"$cchc" --root "$site" build --quiet --today 2026-11-22 >"$temp/words" 2>&1
# rclone cannot take up the session of its control connection, which proftpd asks for.
export ftp_options=NoSessionReuseRequired
for name in ${SERVERS:-sshd proftpd nginx apache rgw}; do
	root=$temp/$(root_of $name)
	start_$name || continue
	sed '/^dich:/,$d' tests/cases/tiny.d/site.yaml >"$site/site.yaml"
	put_targets >>"$site/site.yaml"
	set_password $name
	: >"$temp/rclone.conf"
	rm -f "$temp"/times.*
	others=rclone
	case $name in sshd | proftpd) others='rclone lftp' ;; esac
	for round in $(seq "${ROUNDS:-3}"); do
		for by in cchc $others; do
			empty
			seconds by_$by >>"$temp/times.$by"
		done
	done
	ours=$(median cchc)
	line="$name: cchc $ours"
	for by in $others; do
		line="$line, $by $(median $by) ($(echo "$ours $(median $by)" | awk '{ if ($2 > 0) printf "%.2f", $1 / $2; else printf "-" }'))"
	done
	echo "$line"
done
