# shellcheck shell=sh
# targets.sh - the servers of servers.sh as targets of site.yaml, and what is on their
# disks. A target is called as its server; proxied ones listen on $proxy_port.
# shellcheck disable=SC2154 # the ports come from servers.sh

# put_targets: the part "dich" for those servers that have been started
put_targets() {
	echo "dich:"
	[ -z "${sshd_port:-}" ] || cat <<END
  - ma: "sshd"
    dia_chi: "sftp://$(id -un)@127.0.0.1:${proxy_port:-$sshd_port}$temp/sftp-root"
    khoa: "$temp/ssh/id"
    tep_khoa_may_chu: "$temp/ssh/known_hosts"
    thoi_gian_cho: ${patience:-20}
END
	[ -z "${ftp_port:-}" ] || cat <<END
  - ma: "proftpd"
    dia_chi: "ftps://cchc@127.0.0.1:${proxy_port:-$ftp_port}"
    chung_chi: "$temp/tls/ca.pem"
    thoi_gian_cho: ${patience:-20}
END
	[ -z "${nginx_port:-}" ] || cat <<END
  - ma: "nginx"
    dia_chi: "davs://cchc@127.0.0.1:${proxy_port:-$nginx_port}"
    chung_chi: "$temp/tls/ca.pem"
    thoi_gian_cho: ${patience:-20}
END
	[ -z "${apache_port:-}" ] || cat <<END
  - ma: "apache"
    dia_chi: "dav://cchc@127.0.0.1:${proxy_port:-$apache_port}"
    khong_ma_hoa: true
    thoi_gian_cho: ${patience:-20}
END
	[ -z "${rgw_port:-}" ] || cat <<END
  - ma: "rgw"
    dia_chi: "s3://thung/chuyen-trang"
    may_chu: "http://127.0.0.1:${proxy_port:-$rgw_port}"
    tai_khoan: "cchc"
    khong_ma_hoa: true
    thoi_gian_cho: ${patience:-20}
END
	[ -z "${swift_port:-}" ] || cat <<END
  - ma: "swift"
    dia_chi: "s3://thung"
    may_chu: "http://127.0.0.1:${proxy_port:-$swift_port}"
    vung: "${swift_region:-hanoi-1}"
    tai_khoan: "thu:cchc"
    khong_ma_hoa: true
    thoi_gian_cho: ${patience:-20}
END
}

# set_password SERVER
set_password() {
	CCHC_PASSWORD=$password
	case $1 in
	rgw) CCHC_PASSWORD=$s3_secret ;;
	swift) CCHC_PASSWORD=testing ;;
	esac
	export CCHC_PASSWORD
}

# Objects lie on no disk that can be looked at: another client fetches them all.
fetch() {
	rm -rf "$root"
	case $name in
	rgw) s3_client rgw copy :s3:thung/chuyen-trang "$root" ;;
	swift) s3_client swift copy :s3:thung "$root" ;;
	*) : ;;
	esac
}

root_of() {
	case $1 in
	sshd) echo sftp-root ;;
	proftpd) echo ftp-root ;;
	*) echo "$1-root" ;;
	esac
}

# What is on the server of $root; is_there compares it with $site.
is_there() {
	case $name in rgw | swift) fetch ;; esac
	holds "$root" "$site/public"
}

is_tidy_there() {
	is_tidy "$root"
}

is_true_there() {
	manifest_is_true "$root"
}

is_gone() {
	[ ! -e "$root/$1" ]
}

has() {
	grep -q "$2" "$root/$1"
}

# What "dich" holds is given on the standard input; $temp/site.yaml is the rest.
set_target() {
	sed '/^dich:/,$d' "$temp/site.yaml" >"$site/site.yaml"
	cat >>"$site/site.yaml"
}

# refuses STATUS ENGLISH VIETNAMESE [WORD...]: a publish is refused with these words, and
# what is on the server's disk stays as it is.
refuses() {
	wanted=$1
	english=$2
	vietnamese=$3
	shift 3
	[ ! -d "${root:-}" ] || hashes "$root" >"$temp/before"
	for lang in en vi; do
		case $lang in en) words=$english ;; vi) words=$vietnamese ;; esac
		"$@" "$cchc" --root "$site" publish --quiet --lang $lang --today 2026-11-22 \
			>"$temp/words" 2>&1 </dev/null
		status=$?
		if [ $status != "$wanted" ] || ! grep -qF -- "$words" "$temp/words"; then
			echo "status $status, wanted $wanted, with \"$words\":"
			cat "$temp/words"
			return 1
		fi
		if grep -qF "$password" "$temp/words"; then
			echo "the password is told"
			return 1
		fi
	done
	[ ! -d "${root:-}" ] || hashes "$root" | diff "$temp/before" -
}
