#!/bin/sh
# Publishing into a folder: the whole life of a site, with the folder compared byte for
# byte after each step.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=$PWD/${BUILD:-build}
cchc=$build/cchc
temp=$(mktemp -d) || exit 3
child=
trap '[ -z "$child" ] || kill -9 $child 2>/dev/null; rm -rf "$temp"' EXIT
. tests/portal/check.sh
. tests/publish/sites.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
site=$temp/site
server=$temp/server

# run COMMAND...: in the site; what it says goes to $temp/words
run() {
	"$cchc" --root "$site" "$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	return $status
}

# ends STATUS COMMAND...
ends() {
	wanted=$1
	shift
	[ "$1" != publish ] || set -- "$@" --today 2026-11-22
	run "$@"
	[ $? = "$wanted" ]
}

publish() {
	run publish --today 2026-11-22 "$@"
}

says() {
	grep -qF -- "$1" "$temp/words" || { cat "$temp/words"; return 1; }
}

# take SITE...: the site becomes this one, and keeps its .cchc and its output
take() {
	"$1" "$temp/taken"
	rm -rf "$site/content" "$site/layouts" "$site/assets"
	mkdir -p "$site"
	cp -R "$temp/taken/." "$site/"
	cat >>"$site/site.yaml" <<END
dich:
  - ma: "thu-muc"
    dia_chi: "file://$server"
  - ma: "ban"
    dia_chi: "file://$temp/releases"
    giu_ban: 3
END
}

take old_small
check "a dry run says what would be sent" publish --dry-run
check "and how many" says "To send: "
check "and changes nothing there" [ ! -e "$server/cchc" ]
check "the first publish works" publish
check "and says what the folder can do" says "A changed file comes into the place of the old one in one step"
check "whole releases too" says "It could switch whole releases in one step"
check "the folder holds the site" holds "$server" "$site/public"
check "and nothing else" is_tidy "$server"
check "the manifest tells the truth" manifest_is_true "$server"
cp -a "$server" "$temp/before"
check "publishing again works" publish
check "and sends nothing" says "nothing was sent"
check "nor is anything tried again" sh -c "! grep -q 'was tried' '$temp/words'"
check "and touches nothing" diff -r "$temp/before" "$server"

echo 'Thêm một câu.' >>"$site/content/trang/trang-20.md"
check "one changed page is published" publish --json
check "alone" says '"class":"pages","files":1,'
check "as it is" holds "$server" "$site/public"

echo 'của ai đó' >"$server/cchc/khac.html"
echo 'của ai đó' >"$server/index.html"
take new_small
check "the other day is published" publish
check "a file of somebody else stays" [ -f "$server/cchc/khac.html" ]
check "also outside the section" [ -f "$server/index.html" ]
rm "$server/cchc/khac.html" "$server/index.html"
check "the folder holds the new site" holds "$server" "$site/public"
check "a page that was dropped has gone, with its folder" [ ! -e "$server/cchc/trang-10" ]
check "the old style sheet stays for those who have an old page open" \
	[ -f "$server/cchc/tai-nguyen/$(style_of 11111111)" ]
echo 'Hai.' >>"$site/content/trang/trang-20.md"
check "a second release after it" publish
check "keeps it too" [ -f "$server/cchc/tai-nguyen/$(style_of 11111111)" ]
echo 'Ba.' >>"$site/content/trang/trang-20.md"
check "a third one" publish
check "does not" [ ! -e "$server/cchc/tai-nguyen/$(style_of 11111111)" ]

check "the releases are listed" run releases
check "the newest is marked" says '* 5  '
check "going back works" run rollback
check "to the one before" says "Release 6 is published"
check "the page says what it said" grep -q 'Hai\.' "$server/cchc/trang-20/index.html"
check "and not the newest" sh -c "! grep -q 'Ba\.' '$server/cchc/trang-20/index.html'"
check "going back to the first one works" run rollback 1
old_small "$temp/taken"
check "its site can be built again" "$cchc" --root "$temp/taken" build --quiet --today 2026-11-22
check "and is the same" holds "$server" "$temp/taken/public"
check "there is no release 99" ends 1 rollback 99
check "going back before the first one is refused" ends 1 rollback

# Removals are capped.
rm "$site"/content/trang/trang-[23]*.md
check "publishing the newest again works" publish --allow-removals
take new_small
check "and all of it" publish
cp -a "$server" "$temp/before-cap"
rm "$site"/content/trang/trang-[23]*.md
check "many removals at once are refused" ends 1 publish
check "with a word what to do" says "--allow-removals"
rm -rf "$server/cchc/.cchc/lock"
check "nothing was touched" diff -r "$temp/before-cap" "$server"
check "with the option they are done" publish --allow-removals
check "and the folder holds the rest" holds "$server" "$site/public"

# A file gives way to a folder, and the other way round.
cp "$site/content/trang/trang-45.md" "$temp/plain.md"
sed '1aduong_dan_cu: ["so/a.csv/b/"]' "$temp/plain.md" >"$temp/moved.md"
cp "$temp/moved.md" "$site/content/trang/trang-45.md"
check "a folder of an old address" publish
mkdir "$site/content/trang/so"
echo 'a,b' >"$site/content/trang/so/a.csv"
{ cat "$temp/plain.md"; printf '\n[Tệp](so/a.csv)\n'; } >"$site/content/trang/trang-45.md"
check "gives way to a file" publish
check "which is there" [ -f "$server/cchc/so/a.csv" ]
check "with all else" holds "$server" "$site/public"
cp "$temp/moved.md" "$site/content/trang/trang-45.md"
check "and comes back" publish
check "as it was" [ -f "$server/cchc/so/a.csv/b/index.html" ]
check "whole" holds "$server" "$site/public"

# The manifest there is lost, damaged, or another site's.
cp "$server/cchc/.cchc/manifest" "$temp/manifest"
rm "$server/cchc/.cchc/manifest"
echo 'cũ' >"$server/cchc/tep-cu.html"
sed -i '1s/./x/' "$server/cchc/trang-40/index.html"
echo 'hỏng' >"$server/cchc/trang-41/index.html"
check "without the manifest the folder is looked through" publish
check "and that is said" says "There is no list of our files there"
check "what others are there is counted" grep -qE ' [1-9] others stay' "$temp/words"
check "what is not right is sent alone" says "2 files sent, 0 removed"
check "nothing is removed" [ -f "$server/cchc/tep-cu.html" ]
rm "$server/cchc/tep-cu.html"
check "and the folder is right then" holds "$server" "$site/public"
check "the new manifest tells the truth" manifest_is_true "$server"
rm "$server/cchc/.cchc/manifest"
check "in Vietnamese the same" publish --lang vi
check "is said" says "Ở đích chưa có danh sách tệp của cchc nên đã xem lại các thư mục"
sed -i '5s/^./x/' "$server/cchc/.cchc/manifest"
check "with a damaged one the same" publish
check "and that is said" says "is damaged"
check "nothing need be sent" says "nothing was sent"
sed -i '5s/^./x/' "$server/cchc/.cchc/manifest"
check "in Vietnamese the same" publish --lang vi
check "is said" says "bị hỏng: sẽ xem lại các tệp đang có ở đó và không xóa gì"
sed -i 's/duong_dan_goc: .*/&/; s/bv\.example/khac.example/' "$site/site.yaml"
cp -a "$server" "$temp/before-other"
check "another site's is refused" ends 1 publish
check "by name" says "holds another site, https://bv.example.vn/cchc/"
check "in Vietnamese too" ends 1 publish --lang vi
check "by name" says "đang chứa một trang khác là https://bv.example.vn/cchc/"
rm -rf "$server/cchc/.cchc/lock"
check "and nothing is touched" diff -r "$temp/before-other" "$server"
take new_small

# Two at once.
mkdir -p "$server/cchc/.cchc/lock"
printf 'id 0\nowner an@may-khac\nsince 2026-11-22T08:00\n' >"$server/cchc/.cchc/lock/owner"
echo 'Bốn.' >>"$site/content/trang/trang-20.md"
cp -a "$server" "$temp/before-lock"
check "somebody else's lock is respected" ends 1 publish
check "and named" says "an@may-khac has been publishing to it since 2026-11-22T08:00"
check "also in Vietnamese" ends 1 publish --lang vi
check "with the same names" says "an@may-khac đang xuất bản"
check "nothing is touched" diff -r "$temp/before-lock" "$server"
check "it can be broken" publish --break-lock
check "and is gone" is_tidy "$server"
check "the folder holds the site" holds "$server" "$site/public"

echo 'Năm.' >>"$site/content/trang/trang-20.md"
run build --today 2026-11-22 >"$temp/said"
check "a second one in the same folder is refused" flock "$site/.cchc" sh -c "
	'$cchc' --root '$site' publish --today 2026-11-22 --no-wait >'$temp/words' 2>&1
	[ \$? = 1 ]"
check "with a word" says "another publish of this site is running"
check "and told in its language" flock "$site/.cchc" sh -c "
	'$cchc' --root '$site' --lang vi publish --today 2026-11-22 --no-wait 2>&1 |
		grep 'một lần xuất bản khác của trang này đang chạy'"
mkfifo "$temp/go"
flock "$site/.cchc" sh -c "read -r go <'$temp/go'" &
child=$!
"$cchc" --root "$site" publish --today 2026-11-22 >"$temp/first" 2>&1 &
second=$!
echo >"$temp/go"
wait $second
check "one that waits for the end of the other" [ $? = 0 ]
wait $child
child=
check "nothing is lost" holds "$server" "$site/public"

# Whole releases, switched by a link.
take old_small
check "whole releases can be put beside each other" publish ban
check "and the link leads to the first" [ "$(readlink "$temp/releases/hien-tai")" = ban/000001 ]
check "which is the site" holds "$temp/releases/hien-tai" "$site/public"
for i in 2 3 4; do
	echo "$i" >>"$site/content/trang/trang-20.md"
	check "release $i" publish ban
done
check "which is the site" holds "$temp/releases/hien-tai" "$site/public"
check "three of them are kept" [ "$(cd "$temp/releases/ban" && echo *)" = "000002 000003 000004" ]
check "its manifest tells the truth" manifest_is_true "$temp/releases/hien-tai"
check "an unchanged file is there once" [ "$(stat -c %h "$temp/releases/hien-tai/cchc/trang-30/index.html")" = 3 ]
check "going back is a release too" run rollback ban
check "the fifth" [ "$(readlink "$temp/releases/hien-tai")" = ban/000005 ]
check "with what the third one said" sh -c "! grep -q '^4' '$temp/releases/hien-tai/cchc/trang-20/index.html'"

# Told on a terminal, which "script" is.
take new_small
script -qec "'$cchc' --root '$site' publish --today 2026-11-22" /dev/null >"$temp/terminal"
check "on a terminal there is a bar" grep -qE '\[#*\.*\] [0-9]+/[0-9]+ files, [0-9]+/[0-9]+ KB' "$temp/terminal"
check "and no line per class" sh -c "! grep -q 'Sending pages' '$temp/terminal'"

check "a target that is not there is named" ends 1 publish khong-co
check "with those that are" says "there are: thu-muc, ban"
check "the log has a line for each" [ "$(grep -c complete "$site/.cchc/xuat-ban.log")" -ge 15 ]

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
