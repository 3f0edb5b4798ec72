# shellcheck shell=sh
# servers.sh - real servers on free ports of the loopback, each with a folder of its own
# below $temp. start_X sets x_port; stop_servers ends those that were started, by their
# process ids. The account is "cchc", the password "$password"; of S3 (Ceph takes no marks
# there) "$s3_secret".
# shellcheck disable=SC2154 # $temp is the test's
password='mật khẩu: 7+%#&'
s3_secret='bi-mat/7+Z'
pids=

free_port() {
	node tests/publish/port.mjs free
}

# wait_for PORT LOG
wait_for() {
	node tests/publish/port.mjs wait "$1" && return
	echo "no server came up on port $1:"
	tail -n 20 "$2"
	return 1
}

stop_servers() {
	pids="$pids $(cat "$temp"/*/server.pid 2>/dev/null)"
	for pid in $pids; do
		kill "$pid" 2>/dev/null
	done
	for pid in $pids; do
		timeout 20 tail -s 0.02 -f /dev/null --pid="$pid" || kill -9 "$pid"
	done
	pids=
	rm -f "$temp"/*/server.pid
}

# make_certificate NAME DAYS SUBJECT-ALTERNATIVE-NAME [WHEN]: signed by our authority, which
# is made first; WHEN is as date(1) has it.
make_certificate() {
	dir=$temp/tls
	mkdir -p "$dir"
	if [ ! -f "$dir/ca.pem" ]; then
		openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=Thu CA' \
			-keyout "$dir/ca.key" -out "$dir/ca.pem" 2>"$dir/log"
	fi
	openssl req -newkey rsa:2048 -nodes -subj "/CN=$1" -keyout "$dir/$1.key" \
		-out "$dir/$1.csr" 2>>"$dir/log"
	printf 'subjectAltName=%s\n' "$3" >"$dir/$1.ext"
	faketime "${4:-now}" openssl x509 -req -in "$dir/$1.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" \
		-CAcreateserial -days "$2" -extfile "$dir/$1.ext" -out "$dir/$1.pem" 2>>"$dir/log"
}

# start_sshd: keys in $temp/ssh/id (ed25519) and $temp/ssh/id_rsa, both allowed
start_sshd() {
	sshd=$(command -v sshd || echo /usr/sbin/sshd)
	dir=$temp/ssh
	mkdir -p "$dir" "$temp/sftp-root"
	for type in ed25519 ecdsa; do
		ssh-keygen -q -t $type -N '' -f "$dir/host_$type"
	done
	ssh-keygen -q -t ed25519 -N '' -f "$dir/id"
	ssh-keygen -q -t rsa -N '' -f "$dir/id_rsa"
	cat "$dir/id.pub" "$dir/id_rsa.pub" >"$dir/keys"
	sshd_port=$(free_port)
	cat >"$dir/config" <<END
Port $sshd_port
ListenAddress 127.0.0.1
HostKey $dir/host_ed25519
HostKey $dir/host_ecdsa
PidFile $dir/server.pid
AuthorizedKeysFile $dir/keys
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
MaxStartups 100
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
END
	# Since 9.8 it keeps those out for a while who come with a wrong key.
	printf 'PerSourcePenalties no\n' | cat "$dir/config" - >"$dir/lenient"
	mkdir -p /run/sshd 2>/dev/null
	! "$sshd" -t -f "$dir/lenient" 2>/dev/null || mv "$dir/lenient" "$dir/config"
	"$sshd" -f "$dir/config" -E "$dir/log"
	wait_for "$sshd_port" "$dir/log" || return
	for type in ed25519 ecdsa; do
		sed "s/^/[127.0.0.1]:$sshd_port /" "$dir/host_$type.pub" | cut -d' ' -f1-3
	done >"$dir/known_hosts"
}

# start_proftpd: TLS on both channels, the account's folder is $temp/ftp-root
start_proftpd() {
	[ -f "$temp/tls/good.pem" ] || make_certificate good 30 IP:127.0.0.1,DNS:localhost
	dir=$temp/ftp
	mkdir -p "$dir" "$temp/ftp-root"
	ftp_port=$(free_port)
	printf 'cchc:%s:%s:%s::%s:/bin/sh\n' "$(openssl passwd -6 "$password")" "$(id -u)" \
		"$(id -g)" "$temp/ftp-root" >"$dir/passwd"
	chmod 600 "$dir/passwd"
	# Built in on Debian 12, but for TLS.
	for module in tls xfer ls delay; do
		[ ! -f "/usr/lib/proftpd/mod_$module.so" ] || echo "LoadModule mod_$module.c"
	done >"$dir/config"
	cat >>"$dir/config" <<END
ServerName thu
ServerType standalone
DefaultServer on
DefaultAddress 127.0.0.1
Port $ftp_port
User $(id -un)
Group $(id -gn)
UseIPv6 off
RequireValidShell off
RootLogin on
AuthUserFile $dir/passwd
AuthOrder mod_auth_file.c
AllowOverwrite on
MaxInstances 64
PidFile $dir/server.pid
ScoreboardFile $dir/scoreboard
DelayEngine off
SystemLog $dir/log
TransferLog none
WtmpLog off
TLSEngine on
TLSRequired on
TLSProtocol ${ftp_tls:-TLSv1.2 TLSv1.3}
${ftp_options:+TLSOptions $ftp_options}
${ftp_ciphers:+TLSCipherSuite $ftp_ciphers}
${ftp_extra:-}
TLSRSACertificateFile $temp/tls/${ftp_certificate:-good}.pem
TLSRSACertificateKeyFile $temp/tls/${ftp_certificate:-good}.key
TLSLog $dir/tls.log
END
	proftpd -c "$dir/config" >"$dir/said" 2>&1
	wait_for "$ftp_port" "$dir/log"
}

# start_nginx: WebDAV over TLS, in $temp/nginx-root; what visitors see of it is on
# $nginx_public_port, without a password
start_nginx() {
	dir=$temp/nginx
	mkdir -p "$dir" "$temp/nginx-root"
	[ -f "$temp/tls/good.pem" ] || make_certificate good 30 IP:127.0.0.1,DNS:localhost
	# shellcheck disable=SC2046 # two ports
	set -- $(node tests/publish/port.mjs free 2)
	nginx_port=$1 nginx_public_port=$2
	printf 'cchc:%s\n' "$(openssl passwd -apr1 "$password")" >"$dir/passwd"
	modules=/usr/lib/nginx/modules
	cat >"$dir/config" <<END
load_module $modules/ngx_http_dav_ext_module.so;
user $(id -un);
worker_processes 1;
pid $dir/server.pid;
error_log $dir/log;
events { worker_connections 256; }
http {
	access_log $dir/access.log;
	client_body_temp_path $dir/body;
	proxy_temp_path $dir/p; fastcgi_temp_path $dir/f; uwsgi_temp_path $dir/u; scgi_temp_path $dir/s;
	client_max_body_size 100m;
	keepalive_requests 100000;
	include /etc/nginx/mime.types;
	server {
		listen 127.0.0.1:$nginx_port ssl;
		ssl_protocols ${nginx_tls:-TLSv1.2 TLSv1.3};
		ssl_ciphers ${nginx_ciphers:-DEFAULT};
		ssl_certificate $temp/tls/${nginx_certificate:-good}.pem;
		ssl_certificate_key $temp/tls/${nginx_certificate:-good}.key;
		root $temp/nginx-root;
		location / {
			auth_basic thu;
			auth_basic_user_file $dir/passwd;
			dav_methods PUT DELETE MKCOL COPY MOVE;
			dav_ext_methods PROPFIND OPTIONS;
			dav_access user:rw group:r all:r;
			${nginx_extra:-}
		}
	}
	map \$uri \$cache {
		"~[.][0-9a-f]{8,}[.]" "public, max-age=31536000, immutable";
		default "public, max-age=300";
	}
	server {
		listen 127.0.0.1:$nginx_public_port;
		root $temp/nginx-root;
		charset utf-8;
		charset_types text/html text/css text/plain application/javascript text/xml application/json;
		${nginx_public:-}
	}
}
END
	nginx -c "$dir/config" -e "$dir/log" >"$dir/said" 2>&1
	wait_for "$nginx_port" "$dir/said"
}

# start_apache: WebDAV without TLS, in $temp/apache-root
start_apache() {
	dir=$temp/apache
	mkdir -p "$dir" "$temp/apache-root"
	apache_port=$(free_port)
	printf 'cchc:%s\n' "$(openssl passwd -apr1 "$password")" >"$dir/passwd"
	modules=/usr/lib/apache2/modules
	chown -R www-data "$temp/apache-root" "$dir" 2>/dev/null
	chmod 711 "$temp"
	cat >"$dir/config" <<END
ServerRoot $dir
ServerName localhost
Listen 127.0.0.1:$apache_port
PidFile $dir/server.pid
ErrorLog $dir/log
Mutex file:$dir
DavLockDB $dir/locks
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authn_core_module $modules/mod_authn_core.so
LoadModule authn_file_module $modules/mod_authn_file.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule authz_user_module $modules/mod_authz_user.so
LoadModule auth_basic_module $modules/mod_auth_basic.so
LoadModule dav_module $modules/mod_dav.so
LoadModule dav_fs_module $modules/mod_dav_fs.so
User www-data
Group www-data
DocumentRoot $temp/apache-root
MaxKeepAliveRequests 0
<Directory $temp/apache-root>
	Dav On
	AllowOverride None
	AuthType Basic
	AuthName thu
	AuthUserFile $dir/passwd
	Require valid-user
</Directory>
END
	apache2 -d "$dir" -f "$dir/config" >"$dir/said" 2>&1
	wait_for "$apache_port" "$dir/said"
}

# start_rgw: S3 by a Ceph RADOS gateway on one machine, in memory; the bucket is "thung"
start_rgw() {
	dir=$temp/rgw
	mkdir -p "$dir/mon" "$dir/osd" "$dir/run"
	# shellcheck disable=SC2046 # three ports
	set -- $(node tests/publish/port.mjs free 3)
	rgw_port=$1
	# Debian 13 looks for them below the folder it stands in.
	set -- "$@" /usr/lib/*/rados-classes
	cat >"$dir/ceph.conf" <<END
[global]
keyring = $dir/keyring
fsid = $(uuidgen)
mon host = [v2:127.0.0.1:$2,v1:127.0.0.1:$3]
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd crush chooseleaf type = 0
mon allow pool size one = true
mon warn on pool no redundancy = false
run dir = $dir/run
admin socket = $dir/run/\$name.asok
log file = $dir/\$name.log
pid file = $dir/run/\$name.pid
mon data avail crit = 1
mon max pg per osd = 1000
[mon.a]
mon data = $dir/mon
public addrv = [v2:127.0.0.1:$2,v1:127.0.0.1:$3]
[osd.0]
osd data = $dir/osd
osd class dir = $4
osd objectstore = memstore
memstore device bytes = 536870912
public addr = 127.0.0.1
cluster addr = 127.0.0.1
[client.rgw.a]
rgw frontends = beast endpoint=127.0.0.1:$rgw_port
rgw dns name = localhost
[client.admin]
rgw frontends = beast endpoint=127.0.0.1:$rgw_port
END
	CEPH_CONF=$dir/ceph.conf
	export CEPH_CONF
	key="ceph-authtool $dir/keyring --gen-key -n"
	{
		ceph-authtool -C "$dir/keyring" --gen-key -n mon. --cap mon 'allow *'
		$key client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
		$key client.rgw.a --cap mon 'allow rw' --cap osd 'allow rwx'
		$key osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'
		monmaptool --create --addv a "[v2:127.0.0.1:$2,v1:127.0.0.1:$3]" \
			--fsid "$(sed -n 's/^fsid = //p' "$dir/ceph.conf")" "$dir/monmap"
		timeout 60 ceph-mon --mkfs -i a --monmap "$dir/monmap" --keyring "$dir/keyring" \
			--mon-data "$dir/mon"
		timeout 60 ceph-mon -i a
		uuid=$(uuidgen)
		timeout 60 ceph osd new "$uuid" 0
		timeout 60 ceph-osd -i 0 --mkfs --osd-uuid "$uuid"
		timeout 60 ceph-osd -i 0 --osd-uuid "$uuid"
	} >"$dir/said" 2>&1
	radosgw -f -n client.rgw.a >>"$dir/said" 2>&1 &
	pids="$pids $! $(cat "$dir"/run/*.pid)"
	wait_for "$rgw_port" "$dir/said" || return
	timeout 60 radosgw-admin -n client.admin user create --uid=thu --display-name=Thu \
		--access-key=cchc --secret="$s3_secret" >>"$dir/said" 2>&1
	make_bucket rgw "$rgw_port" us-east-1
}

# start_swift: S3 by OpenStack Swift on one machine; the bucket is "thung"
start_swift() {
	dir=$temp/swift
	mkdir -p "$dir/etc" "$dir/srv/node/sdb1" "$dir/cache"
	# shellcheck disable=SC2046 # five ports
	set -- $(node tests/publish/port.mjs free 5)
	swift_port=$1
	cat >"$dir/etc/swift.conf" <<END
[swift-hash]
swift_hash_path_suffix = s
swift_hash_path_prefix = p
[storage-policy:0]
name = Policy-0
default = yes
END
	for part in "account $2" "container $3" "object $4"; do
		kind=${part% *}
		port=${part#* }
		cat >"$dir/etc/$kind-server.conf" <<END
[DEFAULT]
devices = $dir/srv/node
mount_check = false
bind_ip = 127.0.0.1
bind_port = $port
workers = 0
user = $(id -un)
swift_dir = $dir/etc
recon_cache_path = $dir/cache
log_name = $kind
[pipeline:main]
pipeline = $kind-server
[app:$kind-server]
use = egg:swift#$kind
END
		(
			cd "$dir/etc" || exit
			swift-ring-builder "$kind.builder" create 4 1 1
			swift-ring-builder "$kind.builder" add "r1z1-127.0.0.1:$port/sdb1" 1
			swift-ring-builder "$kind.builder" rebalance
		) >"$dir/$kind.said" 2>&1
	done
	cat >"$dir/etc/proxy-server.conf" <<END
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $swift_port
workers = 0
user = $(id -un)
swift_dir = $dir/etc
log_name = proxy
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck cache listing_formats bulk s3api tempauth copy slo dlo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
allow_account_management = true
[filter:s3api]
use = egg:swift#s3api
location = hanoi-1
[filter:tempauth]
use = egg:swift#tempauth
user_thu_cchc = testing .admin
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:$5
END
	for filter in catch_errors gatekeeper healthcheck listing_formats bulk copy slo dlo; do
		printf '[filter:%s]\nuse = egg:swift#%s\n' "$filter" "$filter"
	done >>"$dir/etc/proxy-server.conf"
	memcached -u "$(id -un)" -l 127.0.0.1 -p "$5" >"$dir/memcached.said" 2>&1 &
	pids="$pids $!"
	# Swift looks for swift.conf in one place, which is the machine's: it is told of ours.
	for kind in object container account proxy; do
		/usr/bin/python3 -c 'import runpy, sys, swift.common.utils as utils
utils.SWIFT_CONF_FILE = sys.argv[1]
sys.argv = sys.argv[2:]
runpy.run_path(sys.argv[0], run_name="__main__")' "$dir/etc/swift.conf" \
			"/usr/bin/swift-$kind-server" "$dir/etc/$kind-server.conf" -v \
			>"$dir/$kind.said" 2>&1 &
		pids="$pids $!"
	done
	wait_for "$swift_port" "$dir/proxy.said" || return
	make_bucket swift "$swift_port" hanoi-1
}

# What rclone, which has nothing to do with us, needs to know about an S3 server.
# s3_client NAME ARGUMENT...
s3_client() {
	case $1 in
	rgw) set -- "$@" --s3-endpoint "http://127.0.0.1:$rgw_port" --s3-region us-east-1 \
		--s3-access-key-id cchc --s3-secret-access-key "$s3_secret" ;;
	swift) set -- "$@" --s3-endpoint "http://127.0.0.1:$swift_port" --s3-region hanoi-1 \
		--s3-access-key-id thu:cchc --s3-secret-access-key testing ;;
	esac
	shift
	env -u AWS_CA_BUNDLE rclone --config "$temp/rclone.conf" --s3-provider Other --s3-force-path-style \
		--s3-list-version 2 --retries 1 --log-level ERROR "$@"
}

# make_bucket NAME PORT REGION: asked for until the server is ready for it
make_bucket() {
	: >"$temp/rclone.conf"
	last=$(($(date +%s) + 60))
	until s3_client "$1" mkdir :s3:thung 2>>"$temp/$1/said"; do
		[ "$(date +%s)" -lt "$last" ] || { tail -n 5 "$temp/$1/said"; return 1; }
	done
}

# start_plain_nginx ROOT SECTION: on $port, with no setting of its own but those in the section.
start_plain_nginx() {
	dir=$temp/nginx
	mkdir -p "$dir"
	port=$(free_port)
	sed "s|/var/www/html|$1|g; s|^#   ||" "$1/$2/nginx.conf" |
		sed -n '/^map/p' >"$dir/http.conf"
	cat >"$dir/config" <<END
user $(id -un);
worker_processes 1;
pid $dir/server.pid;
error_log $dir/log;
events { worker_connections 64; }
http {
	access_log off;
	client_body_temp_path $dir/b; proxy_temp_path $dir/p; fastcgi_temp_path $dir/f;
	uwsgi_temp_path $dir/u; scgi_temp_path $dir/s;
	include /etc/nginx/mime.types;
	include $dir/http.conf;
	server {
		listen 127.0.0.1:$port;
		root $1;
		include $1/$2/nginx.conf;
	}
}
END
	nginx -c "$dir/config" -e "$dir/log" >"$dir/said" 2>&1
	wait_for "$port" "$dir/said"
}
