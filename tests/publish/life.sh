#!/bin/sh
# life.sh [SERVER...] - the whole life of a site on real servers: first publish, the same
# again, a change, a page that moves, removals, going back; files with every sort of name.
# After each step the server's own disk is compared byte for byte.
. "$(dirname "$0")/begin.sh"

run() {
	"$cchc" --root "$site" "$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	return $status
}

publish() {
	run publish "$name" --today 2026-11-22 "$@"
}

says() {
	grep -qF -- "$1" "$temp/words" || { cat "$temp/words"; return 1; }
}

take() {
	"$1" "$temp/taken"
	rm -rf "$site/content" "$site/layouts" "$site/assets"
	mkdir -p "$site"
	cp -R "$temp/taken/." "$site/"
	put_targets >>"$site/site.yaml"
}

# What was published before the last time.
was_there() {
	case $name in rgw | swift) fetch ;; esac
	holds "$root" "$temp/older"
}

# Names that somewhere on the way have a meaning.
odd_names() {
	long=$(printf '%0196d' 7)
	for odd in 'có dấu cách.txt' 'a+b=c.txt' 'a (1).txt' "l'été.txt" 'a&b.txt' '100%.txt' \
		'a%20b.txt' 'a#b.txt' 'a;b,c@d!e$f.txt' 'Đơn đề nghị – mẫu số 01.txt' 'a"b.txt' \
		"$long.txt" 'a\b.txt' '[a]{b}.txt' 'a:b.txt' 'a?b.txt' 'a*b.txt' '-a.txt'; do
		printf '%s\n' "$odd" >"$site/assets/$odd"
	done
}

# libssh2 before 1.11 cannot rename over a file; Swift knows no If-None-Match.
what_it_can() {
	case $name in
	sshd) echo "a changed page is missing" ;;
	swift) echo "Of two publishes that begin in the same moment it may let both begin" ;;
	*) echo "Of two publishes at once, it lets one alone through" ;;
	esac
}

# Somebody has removed our list, and changed two pages: one is as long as before.
lose_manifest() {
	run build --today 2026-11-22 >"$temp/said"
	sed '1s/./x/' "$site/public/cchc/trang-40/index.html" >"$temp/wrong"
	case $name in
	rgw | swift)
		bucket=:s3:thung
		[ $name != rgw ] || bucket=$bucket/chuyen-trang
		s3_client $name deletefile $bucket/cchc/.cchc/manifest
		s3_client $name copyto "$temp/wrong" $bucket/cchc/trang-40/index.html
		s3_client $name copyto "$temp/words" $bucket/cchc/trang-41/index.html
		;;
	*)
		rm "$root/cchc/.cchc/manifest"
		cp "$temp/wrong" "$root/cchc/trang-40/index.html"
		cp "$temp/words" "$root/cchc/trang-41/index.html"
		;;
	esac
}

# Another copy of the site publishes in the same moment: each comes to its end, or is told who
# has the lock.
two_at_once() {
	rm -rf "$site.2"
	cp -R "$site" "$site.2"
	echo 'Từ máy khác.' >>"$site.2/content/trang/trang-21.md"
	echo 'Từ máy này.' >>"$site/content/trang/trang-22.md"
	"$cchc" --root "$site.2" publish "$name" --today 2026-11-22 >"$temp/words.2" 2>&1 &
	second=$!
	publish >"$temp/said.1"
	first=$?
	wait $second
	second=$?
	echo "ended with $first and $second"
	[ $first = 0 ] || [ $second = 0 ] || return 1
	[ $first = 0 ] || grep 'is locked: .* has been publishing' "$temp/words" || return 1
	[ $second = 0 ] || grep 'is locked: .* has been publishing' "$temp/words.2"
	case $name in rgw | swift) fetch ;; esac
}

lives() {
	name=$1
	root=$temp/$2
	rm -rf "$site"
	take old_small
	check "$name: the first publish works" publish
	check "$name: and it is told what the server can do" says "$(what_it_can)"
	check "$name: the server holds the site" is_there
	check "$name: and nothing else" is_tidy_there
	check "$name: the manifest tells the truth" is_true_there
	check "$name: publishing again works" publish
	check "$name: and sends nothing" says "nothing was sent"
	echo 'Thêm một câu.' >>"$site/content/trang/trang-20.md"
	check "$name: one changed page is published" publish
	check "$name: alone" says "Sending pages: 1 files"
	check "$name: as it is" is_there
	rm -rf "$temp/older"
	cp -R "$site/public" "$temp/older"
	take new_small
	check "$name: the other day is published" publish
	check "$name: it is there" is_there
	check "$name: a page that was dropped has gone" is_gone cchc/trang-10/index.html
	lose_manifest
	check "$name: without the manifest the server is looked through" publish
	check "$name: and what is wrong there is put right, alone" says "2 files sent, 0 removed"
	check "$name: it is there" is_there
	check "$name: the manifest tells the truth" is_true_there
	check "$name: going back works" run rollback 2 "$name"
	check "$name: to all of it" was_there
	check "$name: and the page says what it said" has cchc/trang-20/index.html 'Thêm một câu'
	check "$name: the page that was dropped is back" has cchc/trang-10/index.html Trang
	check "$name: of two publishes at once" two_at_once
	check "$name: nothing is lost: the manifest tells the truth" is_true_there
	check "$name: and the next one" publish --allow-removals
	check "$name: puts all there" is_there
	check "$name: nothing is left" is_tidy_there
	odd_names
	check "$name: files with odd names are published" publish
	check "$name: and arrive" is_there
	rm "$site"/assets/*.txt
	usually=$kept
	kept="$kept\\|tai-nguyen/.*[.]txt$"
	check "$name: and can be removed" publish --allow-removals
	check "$name: all of them" is_there
	check "$name: nothing is left" is_tidy_there
	kept=$usually
	if grep -rqF "$password" "$site/.cchc" "$temp/words"; then
		check "$name: no password is written anywhere" false
	else
		check "$name: no password is written anywhere" true
	fi
}

for server in ${*:-sshd proftpd nginx apache rgw swift}; do
	check "$server starts" start_"$server" || continue
	set_password "$server"
	lives "$server" "$(root_of "$server")"
done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
