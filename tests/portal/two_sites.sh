# shellcheck shell=sh
# Sourced: the portal as it is, and as it could be on another day.

# old_site DIR: a copy of the portal; with without_fonts=yes one without pictures for
# sharing.
old_site() {
	rm -rf "$1"
	mkdir -p "$1"
	cp -R content layouts assets site.yaml "$1/"
	[ -z "${without_fonts:-}" ] || sed -i '/^anh_chia_se:/d' "$1/site.yaml"
}

# new_site DIR: a page moves, one says something else, a file comes and one changes, and
# a layout changes every page.
new_site() {
	old_site "$1"
	first=$(find "$1/content/tin-bai" -name '*.md' | sort | head -n 1)
	second=$(find "$1/content/tin-bai" -name '*.md' | sort | sed -n 2p)
	sed 's/^ma: "/&chuyen-cho-/' "$first" >"${first%/*}/chuyen-cho.md"
	rm "$first"
	printf '\nThêm một đoạn.\n' >>"$second"
	echo 'a {}' >"$1/assets/moi.css"
	echo '/* khác */' >>"$1/assets/site.css"
	echo '<!-- khác -->' >>"$1/layouts/partials/chan-trang.html"
}
