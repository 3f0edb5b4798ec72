#!/bin/sh
# cchc beside Hugo: the same site, in alternate runs, on a tmpfs. README.md says how to
# read it. A slow run is no failure; a build that fails is.
#
#	run.sh [--pairs N] [--articles N] [--only cchc|hugo] [--keep]
#	run.sh --profile          where cchc's time goes
set -eu
cd "$(dirname "$0")/../.."
here=tests/bench
build=${BUILD:-build}
cchc=${CCHC:-$build/cchc}
pairs=5
articles=
who="cchc hugo"
keep=false
profile=false
again=3 # runs of each kind of rebuild

die() {
	echo "bench: $*" >&2
	exit 1
}

usage() {
	sed -n '5,6s/^#	/usage: /p' "$here/run.sh" >&2
	exit 2
}

number() {
	case ${1:-} in
	'' | *[!0-9]* | 0) usage ;;
	esac
	echo "$1"
}

while [ $# -gt 0 ]; do
	case $1 in
	--pairs) pairs=$(number "${2:-}") && shift ;;
	--articles) articles=$(number "${2:-}") && shift ;;
	--only)
		case ${2:-} in
		cchc | hugo) who=$2 && shift ;;
		*) usage ;;
		esac
		;;
	--keep) keep=true ;;
	--profile) profile=true ;;
	*) usage ;;
	esac
	shift
done

# --- where it runs ---

# A disk would measure the disk, and creating many files just after deleting many is
# slow on some of them.
is_tmpfs() {
	awk -v at="$1" '$2 == at { type = $3 } END { exit type != "tmpfs" }' /proc/mounts
}

room() { # KB free
	df -Pk "$1" | awk 'NR == 2 { print $4 }'
}

make_work_folder() {
	is_tmpfs /dev/shm || die "/dev/shm is no tmpfs here; figures from a disk would mislead"
	need=$((200 * 1024 + articles * 80))
	[ "$(room /dev/shm)" -gt $need ] || die "/dev/shm needs $need KB of room for $articles articles"
	work=$(mktemp -d /dev/shm/cchc-bench.XXXXXX)
	$keep || trap 'rm -rf "$work"' EXIT
	trap 'exit 1' HUP INT TERM
}

make_sites() {
	mkdir -p "$build/tests/bench"
	${CC:-cc} -std=c11 -O2 -D_GNU_SOURCE -o "$build/tests/bench/write-site" "$here/generate.c"
	"$build/tests/bench/write-site" "$work" "$articles"
	echo "checksum of the content: $(find "$work/cchc/content" -type f | LC_ALL=C sort |
		xargs cat | cksum)"
	cp -R "$here/layouts" "$work/cchc/"
	cp -R "$here/hugo/." "$work/hugo/"
}

# --- one run ---

run_cchc() { # what is measured, then more arguments of cchc build
	what=$1
	shift
	measure "$what" "$cchc" --root "$work/cchc" build --share "$PWD" --today 2026-11-22 \
		--output "$work/out-cchc" --quiet "$@"
}

run_hugo() {
	measure hugo hugo --quiet --buildFuture --source "$work/hugo" \
		--cacheDir "$work/hugo-cache" --destination "$work/out-hugo"
}

fresh() { # cchc or hugo: as if it had never run
	rm -rf "$work/out-$1" "$work/hugo-cache" "$work/hugo/resources"
	[ "$1" = hugo ] || rm -rf "$work/cchc/.cchc"
}

# Appends "WHAT WALL CPU KB" to the results and prints it.
measure() {
	name=$1
	shift
	LC_ALL=C /usr/bin/time -v -o "$work/time" "$@" >"$work/log" 2>&1 || {
		cat "$work/log" >&2
		die "$name failed"
	}
	awk -v name="$name" '
	/Elapsed/ { n = split($NF, t, ":"); for (i = 1; i <= n; i++) wall = wall * 60 + t[i] }
	/User time|System time/ { cpu += $NF }
	/Maximum resident/ { kb = $NF }
	END { printf "%s %.2f %.2f %d\n", name, wall, cpu, kb }' "$work/time" >"$work/line"
	cat "$work/line" >>"$work/results"
	awk '{ printf "%-22s %7.2f s   %7.2f s cpu  %9.1f MB\n", $1, $2, $3, $4 / 1024 }' "$work/line"
}

median() { # of column $2 of the runs named $1
	awk -v name="$1" -v column="$2" '$1 == name { print $column }' "$work/results" |
		sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

is_in() {
	case " $who " in
	*" $1 "*) ;;
	*) return 1 ;;
	esac
}

# --- what both wrote ---

count() { # files of a site, by a test of find
	folder=$1
	shift
	[ ! -d "$folder" ] || find "$folder" -type f "$@" | wc -l
}

bytes() {
	[ ! -d "$1" ] || find "$1" -type f -exec cat {} + | wc -c
}

# "LABEL CCHC HUGO", with the difference in percent.
compare_line() {
	echo "$1|$2|$3" | awk -F'|' '{
		d = $2 && $3 ? sprintf("%+.2f %%", ($2 - $3) * 100 / $3) : ""
		printf "%-32s %12d %12d   %s\n", $1, $2, $3, d }'
}

compare() {
	c=$work/out-cchc
	h=$work/out-hugo
	printf '\n%-32s %12s %12s   %s\n' "what both wrote" cchc hugo difference
	# Hugo cannot be told to leave out the redirect from .../trang/1/ of each list.
	r=$(count "$h" -path '*/trang/1/index.html')
	compare_line "pages" "$(count "$c" -name index.html)" $(($(count "$h" -name index.html) - r))
	compare_line "redirects of first list pages" 0 "$r"
	for f in rss.xml atom.xml feed.json sitemap.xml; do
		compare_line "$f" "$(count "$c" -name $f)" "$(count "$h" -name $f)"
	done
	compare_line "all files (target: 1 %)" "$(count "$c")" $(($(count "$h") - r))
	compare_line "bytes (target: 5 %)" "$(bytes "$c")" "$(bytes "$h")"
}

# --- the figures ---

# The binaries come into the page cache first; the sites are there already.
warm_up() {
	! is_in hugo || cat "$(command -v hugo)" >/dev/null
	! is_in cchc || cat "$cchc" >/dev/null
}

alternate() {
	i=0
	while [ $i -lt "$pairs" ]; do
		for w in $who; do
			fresh "$w"
			case $w in
			cchc) run_cchc cchc ;;
			hugo) run_hugo ;;
			esac
		done
		i=$((i + 1))
	done
}

more_of_cchc() {
	echo
	i=0
	article=$(find "$work/cchc/content/tin-tuc" -name '*.md' | sort | head -n 1)
	while [ $i -lt $again ]; do
		run_cchc cchc-no-change
		printf '\nThêm một câu vào bài này, lần %d.\n' $i >>"$article"
		run_cchc cchc-one-article
		fresh cchc
		run_cchc cchc-one-thread --threads 1
		i=$((i + 1))
	done
}

summary() {
	printf '\nmedians of %s runs, %s articles, %s cores\n' "$pairs" "$articles" "$(nproc)"
	for w in $(awk '!seen[$1]++ { print $1 }' "$work/results"); do
		echo "$w $(median "$w" 2) $(median "$w" 3) $(median "$w" 4)" | awk '{
			printf "%-22s %7.2f s   %7.2f s cpu  %9.1f MB\n", $1, $2, $3, $4 / 1024 }'
	done
	[ "$who" = "cchc hugo" ] || return 0
	echo "$(median cchc 2) $(median cchc 3) $(median cchc 4)" \
		"$(median hugo 2) $(median hugo 3) $(median hugo 4)" | awk '{
		printf "hugo / cchc            %7.1f     %7.1f         %9.1f\n", $4/$1, $5/$2, $6/$3 }'
}

bench() {
	sh tests/setup.sh bench
	! is_in hugo || sh tests/setup.sh hugo
	! is_in cchc || [ -x "$cchc" ] || die "there is no $cchc; call make first"
	! is_in hugo || echo "beside $(hugo version)"
	articles=${articles:-10000}
	make_work_folder
	make_sites
	warm_up
	alternate
	compare
	! is_in cchc || more_of_cchc
	summary
	! $keep || echo "kept: $work"
}

# --- where the time goes ---

profile_with_perf() {
	fresh cchc
	perf record --quiet -F 2999 -o "$work/perf" -- "$cchc" --root "$work/cchc" build \
		--share "$PWD" --today 2026-11-22 --output "$work/out-cchc" --quiet
	perf report -i "$work/perf" --stdio --quiet --no-children -F overhead,dso 2>/dev/null | head -n 12
	perf report -i "$work/perf" --stdio --quiet --no-children -F overhead,dso,symbol 2>/dev/null |
		head -n 50
}

# callgrind counts instructions: no system calls, no waiting, and one thread at a time.
profile_with_callgrind() {
	valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" --quiet "$cchc" \
		--root "$work/cchc" build --share "$PWD" --today 2026-11-22 --output "$work/out-cchc" --quiet \
		--threads 1
	callgrind_annotate "$work/callgrind" | head -n 70
}

profile() {
	[ -x "$cchc" ] || die "there is no $cchc; call make first"
	if perf record --quiet -o /dev/null true >/dev/null 2>&1; then
		with=perf
		articles=${articles:-10000}
	else
		sh tests/setup.sh valgrind
		with=callgrind
		articles=${articles:-500}
	fi
	make_work_folder
	make_sites
	profile_with_$with
}

if $profile; then
	profile
else
	bench
fi
