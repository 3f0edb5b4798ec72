# shellcheck shell=sh
# begin.sh - how the tests of publishing begin, which source it first of all: in the project's
# folder, with a folder $temp of their own that goes at the end with all servers, the program
# as $cchc, the place of a site as $site, and check().
set -u
cd "$(dirname "$0")/../.." || exit 3
build=$PWD/${BUILD:-build}
cchc=$build/cchc
temp=$(mktemp -d) || exit 3
site=$temp/site
chmod 711 "$temp"
. tests/publish/servers.sh
. tests/publish/sites.sh
. tests/publish/targets.sh
. tests/portal/check.sh
export CCHC_SHARE="$PWD" CCHC_LANG=en

clear_up() {
	stop_servers
	rm -rf "$temp"
}
trap clear_up EXIT
