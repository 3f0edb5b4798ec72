#!/bin/sh
# space.sh [SERVER...] - a disk that is really full, and one that is really read-only: small
# file systems of their own below each server. Needs root, who alone may mount; others are
# told so, and it counts as failed.
. "$(dirname "$0")/begin.sh"
mounted=
clear_up() {
	stop_servers
	for dir in $mounted; do umount "$dir"; done
	rm -rf "$temp"
}

# ends STATUS [WORDS LANGUAGE]
ends() {
	"$cchc" --root "$site" publish "$name" --quiet --today 2026-11-22 --lang "${3:-en}" \
		>"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	[ $status = "$1" ] && { [ -z "${2:-}" ] || grep -qF -- "$2" "$temp/words"; }
}

# What visitors see is whole, and of the site.
is_whole() {
	hashes "$site/public" >"$temp/allowed"
	every_file_is_whole "$root" "$temp/allowed" && every_page_has_its_style "$root" &&
		manifest_is_true "$root"
}

for name in ${*:-folder sshd proftpd nginx apache}; do
	case $name in folder) root=$temp/folder-root ;; *) root=$temp/$(root_of $name) ;; esac
	mkdir -p "$root"
	mount -t tmpfs -o size=160k none "$root" || { failed=$((failed + 1)); continue; }
	mounted="$mounted $root"
	chmod 777 "$root"
	rm -rf "$site"
	old_small "$site"
	if [ $name = folder ]; then
		printf 'dich:\n  - ma: "folder"\n    dia_chi: "file://%s"\n' "$root" >>"$site/site.yaml"
	else
		start_$name || exit 1
		set_password $name
		put_targets >>"$site/site.yaml"
	fi
	full='is full' full_vi='đã đầy'
	ro='nothing may be written there' ro_vi='không được ghi vào đó'
	case $name in
	folder) ro='the disk is read-only' ro_vi='đĩa chỉ cho đọc' ;;
	nginx) ro=$full ro_vi=$full_vi ;; # it says 500 of both
	proftpd) ro='does not let this account do that' ro_vi='không cho tài khoản này làm việc đó' ;;
	esac
	check "$name: a disk that becomes full" ends 4 "$full" en
	check "$name: a disk that is full, in Vietnamese" ends 3 "$full_vi" vi
	check "$name: what is there is whole" is_whole
	mount -o remount,size=8m "$root"
	check "$name: with more room it goes on" ends 0
	check "$name: and is complete" holds "$root" "$site/public"
	rm -f "$root"/cchc/.cchc/parts/*.0000* # what nginx has left of its own
	check "$name: and tidy" is_tidy "$root"
	hashes "$root" >"$temp/before"
	mount -o remount,ro "$root"
	echo 'Thêm.' >>"$site/content/trang/trang-20.md"
	check "$name: a disk that is read-only" ends 3 "$ro" en
	check "$name: the same in Vietnamese" ends 3 "$ro_vi" vi
	hashes "$root" >"$temp/after"
	check "$name: and nothing there has changed" cmp "$temp/before" "$temp/after"
	stop_servers
	sshd_port='' ftp_port='' nginx_port='' apache_port=''
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
