#!/bin/sh
# What cannot work is told in words that say what to do, in both languages, with the right
# status; it is not tried again and again, and nothing on the server is changed.
. "$(dirname "$0")/begin.sh"
patience=5
unset CCHC_LANG

old_small "$site"
cp "$site/site.yaml" "$temp/site.yaml"

# No server at all.
set_target <<END
dich:
  - ma: "a"
    dia_chi: "sftp://cchc@khong-co.invalid/x"
END
check "a server that is not there" refuses 3 "there is no server of that name" \
	"không có máy chủ nào tên như vậy"
set_target <<END
dich:
  - ma: "a"
    dia_chi: "ftps://cchc@127.0.0.1:$(free_port)"
END
check "a port that nobody listens on" refuses 3 "nobody listens there" \
	"không có dịch vụ nào nhận kết nối"
set_target <<END
dich:
  - ma: "a"
    dia_chi: "davs://cchc@127.0.0.1:$(free_port)"
    proxy: "http://127.0.0.1:$(free_port)"
END
check "a proxy that is not there" refuses 3 "the proxy is not there, or refuses" \
	"không kết nối được với proxy"
set_target <<END
dich:
  - ma: "a"
    dia_chi: "davs://cchc@127.0.0.1:$(free_port)"
    proxy: "sock5://127.0.0.1:$(free_port)"
END
check "a proxy of no sort that there is" refuses 3 "the proxy is not there, or refuses" \
	"Unsupported proxy scheme"

# site.yaml
set_target <<END
dich:
  - ma: "a"
    dia_chi: "sftp://cchc:$password@may/x"
END
check "a password in an address" refuses 1 "there is a password in \"dich\"" \
	"có mật khẩu trong \"dich\""
set_target <<END
dich:
  - ma: "a"
    dia_chi: "sftp://cchc@may/x"
    mat_khau: "$password"
END
check "a password in site.yaml" refuses 1 "there is a password in \"dich\"" \
	"có mật khẩu trong \"dich\""
set_target <<END
dich:
  - ma: "a"
    dia_chi: "ftp://cchc@may/x"
END
check "a connection that is not encrypted" refuses 1 "would not be encrypted" \
	"không được mã hóa"
set_target <<END
dich:
  - ma: "a"
    dia_chi: "s3://thung"
    may_chu: "http://may"
END
check "nor that of S3" refuses 1 "would not be encrypted" "không được mã hóa"
set_target <<END
dich:
  - ma: "a"
    dia_chi: "gopher://may/x"
END
check "another sort of address" refuses 1 "\"dia_chi\" must begin with" "phải bắt đầu bằng"
echo "$password" >"$temp/secret"
chmod 644 "$temp/secret"
set_target <<END
dich:
  - ma: "a"
    dia_chi: "davs://cchc@127.0.0.1/x"
    tep_mat_khau: "$temp/secret"
END
check "a password file that others can read" refuses 1 "others on this machine can read" \
	"người khác trên máy này đọc được"

# SSH
start_sshd || exit 1
root=$temp/sftp-root
sshd_target() {
	put_targets | sed "$1" | set_target
}
cp "$temp/ssh/known_hosts" "$temp/known"
: >"$temp/ssh/known_hosts"
sshd_target ''
check "an SSH server that is not known" refuses 3 "key is not known here" \
	"chưa biết khóa của máy chủ"
check "with its fingerprint" grep -q "(SHA256:" "$temp/words"
print=$(sed -n 's/.*(\(SHA256:[^)]*\)).*/\1/p' "$temp/words")
check "which is that of one of its keys" grep -qF "$print" <<END
$(for key in "$temp"/ssh/host_*.pub; do ssh-keygen -lf "$key"; done)
END
check "another fingerprint helps nothing" sh -c "! '$cchc' --root '$site' publish --quiet --host-key SHA256:x"
check "with the right one it is published to" "$cchc" --root "$site" publish --quiet \
	--today 2026-11-22 --host-key "$print"
check "and known from then on" "$cchc" --root "$site" publish --quiet --today 2026-11-22
ssh-keygen -q -t ed25519 -N '' -f "$temp/other"
for type in ed25519 ecdsa; do
	sed "s/^/[127.0.0.1]:$sshd_port /" "$temp/other.pub" | cut -d' ' -f1-3
done >"$temp/ssh/known_hosts"
check "an SSH server with another key than before" refuses 3 "is not the one that is known" \
	"không phải khóa đã biết"
cp "$temp/known" "$temp/ssh/known_hosts"
sshd_target "s/ssh\/id\"/ssh\/id_rsa\"/"
case $(curl -V) in
*libssh2/1.[0-9].* | *libssh2/1.10.*)
	check "an RSA key" refuses 3 "does not accept this RSA key" "không nhận khóa RSA" ;;
*)
	check "an RSA key is good" "$cchc" --root "$site" publish --quiet --today 2026-11-22
	ssh-keygen -q -t rsa -N '' -f "$temp/ssh/other_rsa"
	sshd_target "s/ssh\/id\"/ssh\/other_rsa\"/"
	check "an RSA key that the server does not know" refuses 3 \
		"does not accept this account" "không nhận tài khoản này" ;;
esac
cp "$temp/other" "$temp/ssh/other"
sshd_target "s/ssh\/id\"/ssh\/other\"/"
check "a key that the server does not know" refuses 3 "does not accept this account" \
	"không nhận tài khoản này"
chmod 644 "$temp/ssh/other"
check "a key that others can read" refuses 1 "others on this machine can read" \
	"người khác trên máy này đọc được"
sshd_target "s/ssh\/id\"/ssh\/khong-co\"/"
check "a key that is not there" refuses 1 "this SSH key is not there" "không có khóa SSH này"
sshd_target "s/sftp-root\"/sftp-root\/khong\/co\"/"
check "a folder that is not there" refuses 3 "the folder in \"dia_chi\" is not there" \
	"không có thư mục nêu trong"
stop_servers
sshd_port=

# FTP
start_proftpd || exit 1
root=$temp/ftp-root
put_targets | set_target
export CCHC_PASSWORD=sai
check "a wrong password for FTP" refuses 3 "does not accept this account" \
	"không nhận tài khoản này"
export CCHC_PASSWORD="$password"
put_targets | grep -v chung_chi | set_target
check "a certificate that nobody has signed" refuses 3 "is not signed by anybody" \
	"không do tổ chức nào đáng tin"
stop_servers
make_certificate khac 30 DNS:khac.example.vn
make_certificate cu 5 IP:127.0.0.1 '40 days ago'
ftp_certificate=khac
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
	-keyout "$temp/tls/minh.key" -out "$temp/tls/minh.pem" 2>"$temp/words"
ftp_certificate=minh
start_proftpd || exit 1
put_targets | set_target
check "a certificate that has signed itself" refuses 3 "is not signed by anybody" \
	"không do tổ chức nào đáng tin"
stop_servers
ftp_certificate=khac
start_proftpd || exit 1
put_targets | set_target
check "a certificate of another host" refuses 3 "is for another name" "cấp cho tên khác"
stop_servers
ftp_certificate=cu
start_proftpd || exit 1
put_targets | set_target
check "a certificate that has expired" refuses 3 "has expired" "đã hết hạn"
stop_servers
ftp_certificate=good ftp_tls=TLSv1.3 ftp_options=NoSessionReuseRequired
start_proftpd || exit 1
put_targets | set_target
check "an FTP server that knows no TLS but 1.3 is published to" \
	"$cchc" --root "$site" publish --quiet --today 2026-11-22
stop_servers
ftp_tls=TLSv1 ftp_ciphers=DEFAULT:@SECLEVEL=0
start_proftpd || exit 1
check "an FTP server that knows only old TLS" sh -c "openssl s_client -tls1 -cipher DEFAULT:@SECLEVEL=0 \
	-starttls ftp -connect 127.0.0.1:$ftp_port </dev/null | grep 'Protocol.*TLSv1$'"
put_targets | set_target
check "is refused" refuses 3 "no encryption that is safe" "không thỏa thuận được cách mã hóa"
ftp_tls='TLSv1.2 TLSv1.3' ftp_ciphers=''
stop_servers
ftp_extra='MaxStoreFileSize 10 B'
start_proftpd || exit 1
put_targets | set_target
check "an FTP server that wants no more bytes" refuses 3 "is full" "đã đầy"
stop_servers
ftp_extra='<Limit WRITE>
DenyAll
</Limit>'
start_proftpd || exit 1
put_targets | set_target
check "a read-only folder by FTP" refuses 3 "does not let this account do that" \
	"không cho tài khoản này làm việc đó"
stop_servers
ftp_extra=
sed -i 's/^TLSEngine on/TLSEngine off/; s/^TLSRequired on/TLSRequired off/' "$temp/ftp/config"
proftpd -c "$temp/ftp/config" >"$temp/words" 2>&1
wait_for "$ftp_port" "$temp/ftp/log"
check "an FTP server without TLS" refuses 3 "offers no encryption" "không có mã hóa"
stop_servers
ftp_port=

# WebDAV
for case in good khac cu minh; do
	nginx_certificate=$case
	start_nginx || exit 1
	root=$temp/nginx-root
	put_targets | set_target
	case $case in
	good)
		export CCHC_PASSWORD=sai
		check "a wrong password for WebDAV" refuses 3 "does not accept this account" \
			"không nhận tài khoản này"
		export CCHC_PASSWORD="$password"
		;;
	khac) check "a certificate of another host" refuses 3 "is for another name" "cấp cho tên khác" ;;
	cu) check "a certificate that has expired" refuses 3 "has expired" "đã hết hạn" ;;
	minh) check "a certificate that has signed itself" refuses 3 "is not signed by anybody" \
		"không do tổ chức nào đáng tin" ;;
	esac
	stop_servers
done
nginx_certificate=good
nginx_tls='TLSv1 TLSv1.1' nginx_ciphers=DEFAULT:@SECLEVEL=0
start_nginx || exit 1
put_targets | set_target
check "a server that knows only old TLS" refuses 3 "no encryption that is safe" \
	"không thỏa thuận được cách mã hóa"
stop_servers
nginx_tls='TLSv1.2 TLSv1.3'
nginx_extra='if ($request_method = PUT) { return 507; }'
start_nginx || exit 1
put_targets | set_target
check "a disk that is full" refuses 3 "is full" "đã đầy"
stop_servers
nginx_extra='limit_except GET HEAD PROPFIND { deny all; }'
start_nginx || exit 1
put_targets | set_target
check "a folder that is read-only" refuses 3 "does not let this account do that" \
	"không cho tài khoản này làm việc đó"
stop_servers
nginx_port=

# S3
start_rgw || exit 1
unset root
export CCHC_PASSWORD="$s3_secret"
rgw_target() {
	put_targets | sed "$1" | set_target
}
rgw_target ''
CCHC_PASSWORD=sai
check "a wrong secret key" refuses 3 "does not accept the signature" "không nhận chữ ký"
CCHC_PASSWORD=$s3_secret
check "a clock that is 20 minutes behind" refuses 3 "clock and the server's differ" \
	"đồng hồ máy này và máy chủ lệch nhau" faketime -f -20m
check "and one that is 20 minutes ahead" refuses 3 "clock and the server's differ" \
	"đồng hồ máy này và máy chủ lệch nhau" faketime -f +20m
rgw_target 's/"cchc"/"khac"/'
check "an access key that is not known" refuses 3 "does not know this access key" \
	"không biết khóa truy cập này"
rgw_target 's/thung/khong-co/'
check "a bucket that is not there" refuses 3 "there is no such bucket" "không có thùng nào"
rgw_target ''
radosgw-admin -n client.admin quota set --quota-scope=user --uid=thu --max-objects=1 >"$temp/said" 2>&1
radosgw-admin -n client.admin quota enable --quota-scope=user --uid=thu >"$temp/said" 2>&1
s3_client rgw copyto "$site/site.yaml" :s3:thung/day >"$temp/said" 2>&1
check "a quota that is used up" refuses 3 "is full" "đã đầy"
stop_servers
rgw_port=

start_swift || exit 1
swift_region=us-west-9
export CCHC_PASSWORD=testing
put_targets | set_target
check "a wrong region" refuses 3 "the server is in another region" "máy chủ ở vùng khác"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
