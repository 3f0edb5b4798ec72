# shellcheck shell=sh
# sites.sh - for the tests of publishing: a small site on two days, and what must hold of
# a server at every moment between them. The test gives $temp, a folder of its own.

# old_small DIR: a site of about 60 files whose pages all need one style sheet, named by
# its content.
old_small() {
	rm -rf "$1"
	cp -R tests/cases/tiny.d "$1"
	cp -R layouts "$1/layouts"
	make_style "$1" 11111111
	mkdir -p "$1/content/trang/tep"
	i=10
	while [ $i -lt 50 ]; do
		make_page "$1" "trang-$i" "Trang $i"
		i=$((i + 1))
	done
}

# make_page DIR CODE TITLE
make_page() {
	sed -e "s/ma: .*/ma: \"$2\"/" -e "s/tieu_de: .*/tieu_de: \"$3\"/" \
		tests/cases/tiny.d/content/trang/gioi-thieu.md >"$1/content/trang/$2.md"
}

# make_style DIR WORD
make_style() {
	sed -i 's/tai_nguyen\.[a-z_]*_css/tai_nguyen.kieu_css/g' "$1"/layouts/*.html
	rm -rf "$1/assets"
	mkdir "$1/assets"
	echo "/* $2 */" >"$1/assets/kieu.css"
}

# style_of WORD: the name under which such a style sheet is published
style_of() {
	echo "kieu.$(echo "/* $1 */" | sha256sum | cut -c1-10).css"
}

# new_small DIR: the same site on another day: another style sheet, so that every page
# changes; a page comes, one goes, one moves.
new_small() {
	old_small "$1"
	make_style "$1" 22222222
	make_page "$1" trang-moi "Trang mới"
	rm "$1/content/trang/trang-10.md"
	mv "$1/content/trang/trang-11.md" "$1/content/trang/da-doi.md"
	sed -i 's/ma: .*/ma: "da-doi"/' "$1/content/trang/da-doi.md"
}

# hashes DIR: "hash  ./path" of every file that visitors can see
hashes() {
	(cd "$1" && find . -type f ! -path '*/.cchc/*' ! -name .cchc-manifest ! -path './.cchc*' \
		-exec sha256sum {} + | LC_ALL=C sort)
}

# manifest_of SERVER: the same, as our manifest there tells it
manifest_of() {
	sed -n 's/^\([0-9a-f]\{64\}\) [0-9]* [a-z] [0-9]* \(.*\)$/\1  .\/\2/p' \
		"$1/cchc/.cchc/manifest" | LC_ALL=C sort
}

# every_file_is_whole SERVER ALLOWED
every_file_is_whole() {
	hashes "$1" >"$temp/there"
	LC_ALL=C comm -23 "$temp/there" "$2" >"$temp/strange"
	[ ! -s "$temp/strange" ] || { cat "$temp/strange"; return 1; }
}

# every_page_has_its_style SERVER
every_page_has_its_style() {
	for style in $(grep -rhoE 'tai-nguyen/kieu[.][0-9a-f]+[.]css' --include='*.html' "$1/cchc" |
		sort -u); do
		[ -f "$1/cchc/$style" ] || { echo "missing: $style"; return 1; }
	done
}

# manifest_is_true SERVER: what it names is there with these bytes, but for what the list
# of an unfinished publish names.
manifest_is_true() {
	[ -f "$1/cchc/.cchc/manifest" ] || return 0
	tail -n 1 "$1/cchc/.cchc/manifest" | grep -q '^end [0-9a-f]\{64\}$' || return 1
	hashes "$1" >"$temp/there"
	manifest_of "$1" | LC_ALL=C comm -13 "$temp/there" - | cut -d' ' -f3- |
		sed 's/^\.\///' | LC_ALL=C sort >"$temp/untrue"
	[ -s "$temp/untrue" ] || return 0
	sed -n 's/^[0-9a-f-]* \(.*\/\)/\1/p' "$1/cchc/.cchc/pending" 2>/dev/null | LC_ALL=C sort |
		LC_ALL=C comm -23 "$temp/untrue" - >"$temp/lies"
	[ ! -s "$temp/lies" ] || { cat "$temp/lies"; return 1; }
}

# What stays on the server for pages that are open: old style sheets and parts of the index.
kept='kieu[.][0-9a-f]*[.]css$\|tim-kiem/[a-z]*[.][0-9a-f]*[.]'

# holds SERVER SITE: visitors see just what the site consists of; but for what is kept.
holds() {
	hashes "$1" | grep -v "$kept" >"$temp/there"
	hashes "$2" | grep -v "$kept" | diff - "$temp/there" &&
		every_page_has_its_style "$1"
}

# is_tidy SERVER: nothing of a publish under way is left
is_tidy() {
	(cd "$1/cchc/.cchc" && find . -type f ! -name manifest | grep . && exit 1
		[ ! -e lock ])
}
