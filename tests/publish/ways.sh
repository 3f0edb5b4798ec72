#!/bin/sh
# The ways to a server: through a proxy (Apache's, which leads to this machine alone), no
# faster than is allowed, and by IPv4 alone.
. "$(dirname "$0")/begin.sh"

# start_proxy [PASSWORD]: on $http_proxy_port
start_proxy() {
	dir=$temp/http-proxy
	mkdir -p "$dir"
	http_proxy_port=$(free_port)
	modules=/usr/lib/apache2/modules
	printf 'ai:%s\n' "$(openssl passwd -apr1 dung)" >"$dir/passwd"
	cat >"$dir/config" <<END
ServerRoot $dir
ServerName localhost
Listen 127.0.0.1:$http_proxy_port
PidFile $dir/server.pid
ErrorLog $dir/log
CustomLog $dir/access.log "%m %U %{Host}i"
Mutex file:$dir
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authn_core_module $modules/mod_authn_core.so
LoadModule authn_file_module $modules/mod_authn_file.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule authz_user_module $modules/mod_authz_user.so
LoadModule auth_basic_module $modules/mod_auth_basic.so
LoadModule proxy_module $modules/mod_proxy.so
LoadModule proxy_http_module $modules/mod_proxy_http.so
LoadModule proxy_connect_module $modules/mod_proxy_connect.so
User www-data
Group www-data
ProxyRequests On
AllowCONNECT 1024-65535
<Proxy *>
	AuthType Basic
	AuthName thu
	AuthBasicProvider file
	AuthUserFile $dir/passwd
	Require $1
</Proxy>
END
	chmod 644 "$dir/passwd"
	apache2 -d "$dir" -f "$dir/config" >"$dir/said" 2>&1
	wait_for "$http_proxy_port" "$dir/said"
}

# set_site SED: the targets, changed
set_site() {
	sed '/^dich:/,$d' "$temp/site.yaml" >"$site/site.yaml"
	put_targets | sed "$1" >>"$site/site.yaml"
}

# with KEY VALUE: a line more for the target $name
with() {
	set_site "s|ma: \"$name\"|&\n    $1: $2|"
}

publish() {
	"$cchc" --root "$site" publish "$name" --today 2026-11-22 "$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	return $status
}

# refuses WORDS LANG
refuses() {
	publish --lang "$2"
	[ $status = 3 ] && grep -qF -- "$1" "$temp/words"
}

# went_through METHOD: the proxy has been asked so, and for nothing else
went_through() {
	cut -d' ' -f1 "$temp/http-proxy/access.log" | sort -u | grep -qE "^($1)$" &&
		! cut -d' ' -f1 "$temp/http-proxy/access.log" | grep -vE "^($1)$"
}

old_small "$site"
cp "$site/site.yaml" "$temp/site.yaml"
start_sshd && start_proftpd && start_nginx && start_apache || exit 1
start_proxy 'all granted' || exit 1
for name in sshd proftpd nginx apache; do
	root=$temp/$(root_of $name)
	set_password $name
	: >"$temp/http-proxy/access.log"
	with proxy "\"http://127.0.0.1:$http_proxy_port\""
	check "$name: a publish through a proxy" publish
	check "$name: the server holds the site" is_there
	case $name in
	apache) check "$name: the proxy passed it on" went_through 'PUT|GET|HEAD|MKCOL|MOVE|DELETE|PROPFIND' ;;
	*) check "$name: the proxy passed it on, and saw nothing of it" went_through CONNECT ;;
	esac
done
pid=$(cat "$temp/http-proxy/server.pid")
kill "$pid"
timeout 20 tail -s 0.02 -f /dev/null --pid="$pid"

start_proxy valid-user || exit 1
for name in sshd proftpd nginx apache; do
	set_password $name
	with proxy "\"http://127.0.0.1:$http_proxy_port\""
	check "$name: a proxy that wants a password" refuses "the proxy is not there, or refuses" en
	check "$name: in Vietnamese" refuses "proxy từ chối" vi
done

# What the environment says of proxies must not take FTP out of its encryption.
name=proftpd
set_password proftpd
set_site ''
: >"$temp/http-proxy/access.log"
check "a proxy out of the environment" sh -c "! ftp_proxy=http://127.0.0.1:$http_proxy_port \
	'$cchc' --root '$site' publish proftpd --today 2026-11-22"
check "is spoken to by CONNECT alone" went_through CONNECT

# The rate: only that it does not take less time; a machine may be slow.
milliseconds() {
	date +%s%3N
}

# slowly RATE: a publish after all pages have changed; the time that it takes at least
slowly() {
	for page in "$site"/content/trang/*.md; do echo 'Thêm một câu.' >>"$page"; done
	with toc_do "$1"
	begun=$(milliseconds)
	publish --json || return 1
	took=$(($(milliseconds) - begun))
	bytes=$(sed -n 's/.*"event":"plan".*"bytes":\([0-9]*\).*/\1/p' "$temp/words")
	least=$(((bytes - 65536) * 1000 / ($1 * 1024)))
	echo "$bytes bytes took $took ms, and should have taken $least at least"
	[ "$least" -ge 500 ] && [ $took -ge "$least" ]
}

name=nginx
set_password nginx
check "many small files come no faster than allowed" slowly 250
head -c 600000 /dev/urandom | base64 >"$site/assets/to.txt"
check "nor does a large one" slowly 500

# "localhost" is 127.0.0.1 and ::1: a port where only the latter listens, and passes on.
name=apache
set_password apache
cat >"$temp/six.mjs" <<'END'
import net from 'node:net'
import fs from 'node:fs'
const [port, to, log] = process.argv.slice(2)
const take = c => {
	fs.appendFileSync(log, 'asked\n')
	const s = net.connect(Number(to), '127.0.0.1')
	c.pipe(s).pipe(c)
	c.on('error', () => s.destroy())
	s.on('error', () => c.destroy())
}
const server = net.createServer(take)
server.on('error', () => fs.writeFileSync(`${log}.none`, ''))
server.listen(Number(port), '::1', () => fs.writeFileSync(log, ''))
END
six_port=$(free_port)
node "$temp/six.mjs" "$six_port" "$apache_port" "$temp/six" &
pids="$pids $!"
until [ -e "$temp/six" ] || [ -e "$temp/six.none" ]; do :; done
set_site "s|@127.0.0.1:$apache_port|@localhost:$apache_port|; s|ma: \"apache\"|&\n    chi_ipv4: true|"
check "a name is asked for by IPv4" publish
set_site "s|@127.0.0.1:$apache_port|@localhost:$six_port|; s|ma: \"apache\"|&\n    chi_ipv4: true|"
check "and by that alone" refuses "nobody listens there" en
check "the other address is not asked" [ ! -s "$temp/six" ]
if [ -e "$temp/six.none" ]; then
	echo "there is no IPv6 here: that it would be asked otherwise cannot be told"
else
	set_site "s|@127.0.0.1:$apache_port|@localhost:$six_port|"
	check "without that, it is published to by whichever there is" publish
	check "and the other address is asked" [ -s "$temp/six" ]
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
