#!/bin/sh
# What has been withdrawn does not come back: no older release that is kept has it any more,
# nor has .cchc/ its bytes, nor do whole releases that lie side by side.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=$PWD/${BUILD:-build}
cchc=$build/cchc
temp=$(mktemp -d) || exit 3
trap 'rm -rf "$temp"' EXIT
. tests/portal/check.sh
. tests/publish/sites.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en
site=$temp/site
server=$temp/server
page=$site/content/trang/trang-20.md
secret='Nguyễn Văn Minh Họa'

run() {
	"$cchc" --root "$site" "$@" >"$temp/words" 2>&1
	status=$?
	cat "$temp/words"
	return $status
}

publish() {
	run publish --today 2026-11-22 "$@"
}

says() {
	grep -qF -- "$1" "$temp/words" || { cat "$temp/words"; return 1; }
}

# Not a byte of it below a folder.
nothing_of_it() {
	! grep -rlF "$secret" "$1" && ! grep -rlF 'nội dung của tệp kèm' "$1" &&
		! find "$1" -name 'ket-qua.txt' | grep .
}

old_small "$site"
cat >>"$site/site.yaml" <<END
dich:
  - ma: "thu-muc"
    dia_chi: "file://$server"
  - ma: "ban"
    dia_chi: "file://$temp/releases"
    giu_ban: 5
END
check "a release without it" publish
check "and beside it" publish ban
printf '\n%s khỏi bệnh. Xem [kết quả](ket-qua.txt).\n' "$secret" >>"$page"
sed -i "s/tieu_de: .*/tieu_de: \"Chuyện của $secret\"/" "$page"
echo 'nội dung của tệp kèm' >"$site/content/trang/ket-qua.txt"
check "a page that will be withdrawn" publish
check "also beside it" publish ban
check "is there, with its file" [ -f "$server/cchc/trang/ket-qua.txt" -o -f "$server/cchc/ket-qua.txt" -o \
	-n "$(find "$server" -name ket-qua.txt)" ]
echo 'Thêm.' >>"$site/content/trang/trang-30.md"
check "another release with it" publish
check "also beside it" publish ban
cp -a "$server" "$temp/before"

sed -i 's/^tieu_de: .*/&\ntrang_thai: "go-bo"\nly_do_go_bo: "Theo yêu cầu."/' "$page"
sed -i '/^trang_thai: "da-duyet"/d' "$page"
sed -i "s/^tieu_de: .*/tieu_de: \"Đã gỡ\"/" "$page"
check "it is withdrawn" publish
check "and that is said" says "was taken out of the older releases that are kept"
check "the server has nothing of it" nothing_of_it "$server"
check "nor have our objects and records" nothing_of_it "$site/.cchc"
check "also beside it" publish ban
check "where older releases went" nothing_of_it "$temp/releases"
check "the newest is there" [ "$(readlink "$temp/releases/hien-tai")" = ban/000004 ]
check "publishing again works" publish
check "and takes nothing out any more" sh -c "! grep -q 'was taken out' '$temp/words'"
for release in 3 2 1; do
	check "going back to release $release works" run rollback $release --allow-removals
	check "and brings nothing of it back" nothing_of_it "$server"
	check "in its place stands the notice" grep -q 'Theo yêu cầu' "$server/cchc/trang-20/index.html"
	check "every page has its style" every_page_has_its_style "$server"
	check "the manifest tells the truth" manifest_is_true "$server"
done
check "a page of that day is as it was" cmp "$server/cchc/trang-31/index.html" "$temp/before/cchc/trang-31/index.html"
check "publishing the newest works" publish --allow-removals
check "and is the site" holds "$server" "$site/public"

# A procedure and a contact in two languages: what English pages say of them goes too.
site=$temp/english
server=$temp/english-server
secret='Confirm a stay'
cp -R tests/cases/english/english.d "$site"
printf 'dich:\n  - ma: "thu-muc"\n    dia_chi: "file://%s"\n' "$server" >>"$site/site.yaml"
check "a site in two languages" publish
cp -a "$server" "$temp/english-before"
sed -i 's/^trang_thai: .*/trang_thai: "go-bo"\nly_do_go_bo: "Nhầm."/' "$site/content/thu-tuc/xac-nhan-nam-vien.yaml"
check "its procedure is withdrawn" publish --allow-removals
check "the server has nothing of it in English" nothing_of_it "$server"
check "going back works" run rollback 1 --allow-removals
check "and brings nothing of it back in English" nothing_of_it "$server"
check "the organisation in English is as it was" \
	cmp "$server/cchc/en/organisation/index.html" "$temp/english-before/cchc/en/organisation/index.html"
secret='General Planning Counter'
sed -i 's/^ngay_ra_soat: .*/&\ntrang_thai: "go-bo"\nly_do_go_bo: "Nhầm."/' \
	"$site/content/lien-he/quay-ke-hoach-tong-hop.yaml"
check "its contact is withdrawn" publish --allow-removals
check "the server has nothing of it in English either" nothing_of_it "$server"
check "nor have older releases" nothing_of_it "$site/.cchc"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
