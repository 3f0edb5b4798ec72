#!/bin/sh
# Input that is no ordinary file, or that may not be read: what a .case file cannot hold.
# Each gives its message in both languages and its status, and nothing on disk changes.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$PWD/${BUILD:-build}
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
site=$temp/site
passed=0
failed=0
export CCHC_SHARE="$PWD"

no_file="this is no ordinary file"
no_file_vi="đây không phải là tệp thường"
link="this is a symbolic link, which is not followed; put the file itself here"
link_vi="đây là liên kết tượng trưng (symlink), cchc không đi theo; hãy đặt chính tệp đó vào đây"
no_folder="this should be a folder"
no_folder_vi="đây phải là một thư mục"
denied="cannot read: you have no permission"
denied_vi="không đọc được: bạn không có quyền"

# All there is, with what changes when something is written.
state() {
	(cd "$site" && find . -printf '%p %y %i %s %T@ %C@\n' | sort)
}

# try PROGRAM LANGUAGE; the machine must not wait for the other end of a pipe
try() {
	timeout 60 "$1" --root "$site" --lang "$2" build --quiet --today 2026-11-22 \
		>"$temp/said.$2" 2>&1
	status=$?
	[ $status = "$wanted" ] || echo "--lang $2 ends with status $status, not $wanted"
}

# judge FILE MESSAGE MESSAGE-VI, of two runs
judge() {
	printf '%s: error: %s\n1 error\n' "$1" "$2" | diff - "$temp/said.en"
	printf '%s: lỗi: %s\n1 lỗi\n' "$1" "$3" | diff - "$temp/said.vi"
	state | diff "$temp/before" -
}

# expect STATUS MESSAGE MESSAGE-VI FILE [COMMAND...]: the command, which gets the file, is
# called in a site that has been built; without one the file cannot be opened.
expect() {
	wanted=$1
	message=$2
	message_vi=$3
	file=$4
	shift 4
	rm -rf "$site"
	cp -R tests/cases/tiny.d "$site"
	mkdir "$site/assets" "$site/layouts"
	"$build/cchc" --root "$site" build --quiet --today 2026-11-21 || exit 1
	program=$build/cchc
	if [ $# = 0 ]; then
		program=$build/tests/cchc-fault
		export FAULT=deny FAULT_AT="$file"
	else
		unset FAULT FAULT_AT
		(cd "$site" && rm -rf "$file" && "$@" "$file") || exit 1
	fi
	state >"$temp/before"
	{
		try "$program" en
		try "$program" vi
		judge "$file" "$message" "$message_vi"
	} >"$temp/said" 2>&1
	if [ -s "$temp/said" ]; then
		failed=$((failed + 1))
		echo "$file ($*):"
		cat "$temp/said"
	else
		passed=$((passed + 1))
	fi
}

# Node leaves the socket where it is when it ends at once.
make_socket() {
	node -e 'require("net").createServer().listen(process.argv[1], () => process.exit())' "$1"
}

make_file() {
	echo >"$1"
}

for file in content/trang/x.md content/don-vi/x.yaml layouts/x.html assets/x.css site.yaml; do
	expect 1 "$no_file" "$no_file_vi" $file mkfifo
done
expect 1 "$no_file" "$no_file_vi" content/trang/x.md make_socket
expect 1 "$no_file" "$no_file_vi" site.yaml mkdir
for file in content/trang/x.md content/trang/x content/x assets/x.css layouts/x.html site.yaml; do
	expect 1 "$link" "$link_vi" $file ln -s nowhere
done
expect 1 "$link" "$link_vi" content/trang/x.md ln -s gioi-thieu.md
for folder in content assets layouts; do
	expect 1 "$no_folder" "$no_folder_vi" $folder make_file
	expect 1 "$no_folder" "$no_folder_vi" $folder mkfifo
done
for file in content/trang/gioi-thieu.md content/don-vi/phong-hanh-chinh.yaml site.yaml; do
	expect 3 "$denied" "$denied_vi" $file
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
