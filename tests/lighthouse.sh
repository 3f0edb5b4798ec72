#!/bin/sh
# Lighthouse on a page of each type of the example portal, served by nginx as its own nginx.conf
# says. Takes some ten minutes, and wants a machine that has nothing else to do: make lighthouse.
set -u
cd "$(dirname "$0")/.." || exit 3
cchc=$PWD/${BUILD:-build}/cchc
temp=$(mktemp -d) || exit 3
. tests/publish/servers.sh
trap 'stop_servers; rm -rf "$temp"' EXIT
export CCHC_SHARE="$PWD" CCHC_LANG=en
section=cai-cach-hanh-chinh
"$cchc" build --quiet --today 2026-11-22 --output "$temp/public" || exit 1
chmod 755 "$temp"
start_plain_nginx "$temp/public" "$section" || exit 3
node tests/lighthouse/run.mjs "http://127.0.0.1:$port/$section/"
