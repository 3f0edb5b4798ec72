#!/bin/sh
# secrets.sh [SERVER...] - passwords and keys are in no file, log, JSON or argument list that
# publishing leaves, whether it goes well or is refused; and the program leaves no memory.
. "$(dirname "$0")/begin.sh"
left=$temp/left
mkdir "$left"

# The secret in any form that it might be written in.
forms() {
	printf '%s\n' "$1"
	printf '%s' "$1" | base64
	printf 'cchc:%s' "$1" | base64
	node -p 'encodeURIComponent(process.argv[1])' -- "$1"
}

# run COMMAND...: what it says is kept, and its argument list as others see it; it starts no
# other program
run() {
	n=$((n + 1))
	"$cchc" --root "$site" "$@" >"$left/$name.$n" 2>&1 &
	pid=$!
	while kill -0 $pid 2>/dev/null; do
		cat /proc/$pid/cmdline 2>/dev/null | tr '\000' ' '
	done >>"$left/$name.arguments"
	wait $pid
}

# The program's output and the site's folder, .cchc/ and all.
has_no_secret() {
	forms "$1" >"$temp/forms"
	! grep -raF -f "$temp/forms" "$left" "$site"
}

n=0
for name in ${*:-sshd proftpd nginx apache rgw swift}; do
	rm -rf "$site"
	old_small "$site"
	start_"$name" || exit 1
	set_password "$name"
	put_targets >>"$site/site.yaml"
	check "$name: a publish" run publish "$name" --today 2026-11-22
	echo 'Thêm.' >>"$site/content/trang/trang-20.md"
	check "$name: another one, for programs" run publish "$name" --json --today 2026-11-22
	check "$name: going back" run rollback "$name"
	right=$CCHC_PASSWORD
	CCHC_PASSWORD=kho-doan-lam-42
	check "$name: with a wrong one" sh -c "! '$cchc' --root '$site' publish $name --json \
		--today 2026-11-22 >'$left/$name.wrong' 2>&1 || [ $name = sshd ]"
	check "$name: its arguments were looked at" grep -q "publish $name" "$left/$name.arguments"
	check "$name: the right one is nowhere" has_no_secret "$right"
	check "$name: nor the wrong one" has_no_secret kho-doan-lam-42
	stop_servers
	sshd_port='' ftp_port='' nginx_port='' apache_port='' rgw_port='' swift_port=''
done

# Somebody who never answers: time to look at the process.
port=$(free_port)
node -e 'require("net").createServer(() => {}).listen(Number(process.argv[1]), "127.0.0.1")' "$port" &
pids="$pids $!"
wait_for "$port" "$temp/words"
sed -i '/^dich:/,$d' "$site/site.yaml"
cat >>"$site/site.yaml" <<END
dich:
  - ma: "im"
    dia_chi: "dav://cchc@127.0.0.1:$port"
    khong_ma_hoa: true
END
ulimit -c unlimited
CCHC_PASSWORD=kho-doan-lam-42 "$cchc" --root "$site" publish --today 2026-11-22 >"$temp/words" 2>&1 &
pid=$!
until ls -l /proc/$pid/fd 2>/dev/null | grep -q 'socket:' || ! kill -0 $pid 2>/dev/null; do :; done
check "no core is written" grep -q 'Max core file size *0 *0 ' /proc/$pid/limits
kill -SEGV $pid
wait $pid 2>"$temp/words"
check "also when it crashes" sh -c "! ls '$site'/core* core* 2>/dev/null | grep ."

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
