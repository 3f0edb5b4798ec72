#!/bin/sh
# How long a superior agency's build takes with many units, and how much memory.
#
#	units.sh [HOW-MANY]        500 without it
#
# Each unit has a feed of the size that a district hospital's has: four plans of 40 targets,
# 20 posts, 24 reports, 120 procedures.
set -eu
cd "$(dirname "$0")/../.."
n=${1:-500}
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
export CCHC_SHARE="$PWD" CCHC_LANG=en

cp -R tests/cases/tiny.d "$temp/site"
node tests/bench/units.mjs "$temp/site" "$n"
printf '%s units, %s of feeds\n' "$n" "$(du -sh "$temp/site/.cchc/nguon" | cut -f 1)"
for run in 1 2 3; do
	rm -rf "$temp/site/public"
	/usr/bin/time -f "build: %e s (%U + %S of processors), %M KB" "$cchc" --root "$temp/site" build --quiet --today 2026-11-22
done
sed '/^don_vi_truc_thuoc:/,$d' "$temp/site/site.yaml" >"$temp/site/alone.yaml"
mv "$temp/site/alone.yaml" "$temp/site/site.yaml"
rm -rf "$temp/site/public"
/usr/bin/time -f "without units: %e s (%U + %S of processors), %M KB" "$cchc" --root "$temp/site" build --quiet --today 2026-11-22
