#!/bin/sh
# How long counting, reporting and reminding take at 10,000 articles and 500 procedures, and
# what they add to a build: the example portal with the articles of generate.c, copies of its
# procedures, and a plan of twelve targets, each for all units every month. On a tmpfs.
#
#	plans.sh [ARTICLES [PROCEDURES]]
#
# Prints the best of three runs and the most memory.
set -eu
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
cchc=$PWD/$build/cchc
articles=${1:-10000}
procedures=${2:-500}
export CCHC_SHARE="$PWD" CCHC_LANG=en
temp=$(mktemp -d /dev/shm/cchc-plans.XXXXXX)
trap 'rm -rf "$temp"' EXIT
site=$temp/site

mkdir -p "$build/tests/bench" "$site"
${CC:-cc} -std=c11 -O2 -D_GNU_SOURCE -o "$build/tests/bench/write-site" tests/bench/generate.c
"$build/tests/bench/write-site" "$temp" "$articles" >/dev/null
cp -R site.yaml content "$site"
for folder in "$temp"/cchc/content/*; do
	case $folder in
	*/don-vi) for f in "$folder"/*; do
		[ -e "$site/content/don-vi/${f##*/}" ] || cp "$f" "$site/content/don-vi/"
	done ;;
	*) mkdir -p "$site/content/tin-bai/may" && cp -R "$folder/." "$site/content/tin-bai/may/" ;;
	esac
done
rm -rf "$temp/cchc" "$temp/hugo"

# Copies with codes of their own.
made=$(ls content/thu-tuc/*.yaml | wc -l)
n=0
while [ "$made" -lt "$procedures" ]; do
	n=$((n + 1))
	for f in content/thu-tuc/*.yaml; do
		[ "$made" -lt "$procedures" ] || break
		name=$(basename "$f" .yaml)
		sed -e "s/^ma: .*/ma: \"$name-$n\"\nma_ngan: \"m$made\"/" -e '/^ma_ngan:/d' "$f" \
			>"$site/content/thu-tuc/$name-$n.yaml"
		made=$((made + 1))
	done
done

# Twelve targets, for one channel each, of all units.
write_plan() {
	sed '/^chi_tieu:/,/^[a-bd-z]/{/^chi_tieu:/!{/^[a-bd-z]/!d;};}' \
		content/ke-hoach/kh-tuyen-truyen-cchc-2026.yaml |
		sed -e 's/^ma: .*/ma: "kh-do-toc-do"/' -e '/^chi_tieu:/d' -e '/^phu_luc:/,/^[a-oq-z]/{/^[a-oq-z]/!d;}'
	echo 'chi_tieu:'
	i=0
	for channel in website fanpage zalo youtube website fanpage zalo youtube website fanpage zalo youtube; do
		i=$((i + 1))
		cat <<-END
			  - tt: "$i"
			    noi_dung: "Chỉ tiêu $i"
			    kenh: "$channel"
			    dem:
			      - "tin"
			      - "bai"
			      - "video"
			    so_luong_goc: "5"
			    so_luong: 5
			    cach_dem: "moi-ky"
			    thuc_hien:
			      - "to-cong-tac-xa-hoi"
			    chu_ky: "hang-thang"
			    san_pham: "Tin, bài"
		END
	done
}

# best COMMAND...: of three runs the fastest, in seconds of the clock and of the processors,
# and the most memory.
best() {
	rm -f "$temp/times"
	for _ in 1 2 3; do
		/usr/bin/time -f '%e %U %S %M' -a -o "$temp/times" "$cchc" --root "$site" "$@" \
			--today 2026-11-22 --quiet >/dev/null 2>"$temp/err" || { tail -n 5 "$temp/err"; exit 1; }
	done
	sort -n "$temp/times" | awk '
		NR == 1 { clock = $1 }
		NR == 1 || $2 + $3 < work { work = $2 + $3 }
		$4 > most { most = $4 }
		END { printf "%6.2f s  %6.2f s  %4d MB\n", clock, work, most / 1024 }'
}

show() { # WHAT COMMAND...
	what=$1
	shift
	printf '%-44s %s\n' "$what" "$(best "$@")"
}

printf '%-44s %8s  %8s  %7s\n' "$articles articles, $procedures procedures" clock work memory
show "check, with the portal's own plan" check
write_plan >"$site/content/ke-hoach/kh-do-toc-do.yaml"
show "check, with a plan of twelve targets" check
show "report of a quarter" report kh-do-toc-do --period quy --number 3 --year 2026
show "report of the year, as JSON" report kh-do-toc-do --year 2026 --json
show "build (the first of three writes all)" build
show "remind: all units, both plans" remind
show "build, beside noi-bo/" build
