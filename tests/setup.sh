#!/bin/sh
# Makes sure that what building, testing or linting needs is on this machine.
#
#	setup.sh [--look] GROUP...      GROUP: build, pictures, test, publish, lint, valgrind, bench, hugo
#
# On Debian and Ubuntu what is missing is named and installed with apt-get, through
# sudo when we are not root. Elsewhere, and with --look, it is named and the status
# is 1. Nothing is called that a machine with a shell and a C compiler may lack.
set -eu

# What is needed, a line each: group, probe, then what the package is called by
# apt, dnf, pacman and apk. A probe is a command, pc:MODULE for pkg-config, h:HEADER for
# what has no pkg-config file, or font:NAME.
needs='
build pkg-config                    pkg-config                  pkgconf-pkg-config  pkgconf         pkgconf
build pc:libcmark-gfm               libcmark-gfm-dev            cmark-gfm-devel     cmark-gfm       cmark-gfm-dev
build h:cmark-gfm-core-extensions.h libcmark-gfm-extensions-dev cmark-gfm-devel     cmark-gfm       cmark-gfm-dev
build pc:yaml-0.1                   libyaml-dev                 libyaml-devel       libyaml         yaml-dev
build pc:jansson                    libjansson-dev              jansson-devel       jansson         jansson-dev
build pc:libutf8proc                libutf8proc-dev             utf8proc-devel      libutf8proc     utf8proc-dev
build pc:libqrencode                libqrencode-dev             qrencode-devel      qrencode        libqrencode-dev
build pc:libcurl                    libcurl4-openssl-dev        libcurl-devel       curl            curl-dev
build pc:expat                      libexpat1-dev               expat-devel         expat           expat-dev
build pc:zlib                       zlib1g-dev                  zlib-devel          zlib            zlib-dev
build pc:nettle                     nettle-dev                  nettle-devel        nettle          nettle-dev
pictures pc:libjpeg                    libjpeg-dev                 libjpeg-turbo-devel libjpeg-turbo   libjpeg-turbo-dev
pictures pc:libpng                     libpng-dev                  libpng-devel        libpng          libpng-dev
pictures pc:libwebp                    libwebp-dev                 libwebp-devel       libwebp         libwebp-dev
pictures pc:pangocairo                 libpango1.0-dev             pango-devel         pango           pango-dev
test  pc:cmocka                     libcmocka-dev               libcmocka-devel     cmocka          cmocka-dev
test  xmllint                       libxml2-utils               libxml2             libxml2         libxml2-utils
test  node                          nodejs                      nodejs              nodejs          nodejs
test  npm                           npm                         npm                 npm             npm
test  strace                        strace                      strace              strace          strace
test  rsvg-convert                  librsvg2-bin                librsvg2-tools      librsvg         rsvg-convert
test  chromium                      chromium                    chromium            chromium        chromium
test  pdftotext                     poppler-utils               poppler-utils       poppler         poppler-utils
test  font:Liberation               fonts-liberation            liberation-fonts    ttf-liberation  font-liberation
test  zbarimg                       zbar-tools                  zbar-tools          zbar            zbar
test  java                          default-jre-headless        java-17-openjdk-headless jre-openjdk-headless openjdk17-jre-headless
publish f:/usr/sbin/sshd              openssh-server              openssh-server      openssh         openssh-server
publish f:/usr/sbin/proftpd           proftpd-core                proftpd             proftpd         proftpd
publish f:/usr/lib/proftpd/mod_tls.so proftpd-mod-crypto          proftpd             proftpd         proftpd-mod_tls
publish f:/usr/sbin/nginx             nginx-light                 nginx               nginx           nginx
publish f:/usr/lib/nginx/modules/ngx_http_dav_ext_module.so libnginx-mod-http-dav-ext - - nginx-mod-http-dav-ext
publish f:/usr/lib/apache2/modules/mod_dav_fs.so apache2-bin      httpd               apache          apache2-webdav
publish radosgw                       radosgw                     ceph-radosgw        -               ceph-radosgw
publish ceph-mon                      ceph-mon                    ceph-mon            -               ceph-mon
publish ceph-osd                      ceph-osd                    ceph-osd            -               ceph-osd
publish ceph-authtool                 ceph-common                 ceph-common         -               ceph-common
publish swift-proxy-server            swift-proxy                 -                   -               -
publish swift-account-server          swift-account               -                   -               -
publish swift-container-server        swift-container             -                   -               -
publish swift-object-server           swift-object                -                   -               -
publish memcached                     memcached                   memcached           memcached       memcached
publish curl                          curl                        curl                curl            curl
publish rclone                        rclone                      rclone              rclone          rclone
publish faketime                      faketime                    libfaketime         libfaketime     libfaketime
publish openssl                       openssl                     openssl             openssl         openssl
publish uuidgen                       uuid-runtime                util-linux          util-linux      uuidgen
lint  clang                         clang                       clang               clang           clang
lint  clang-format                  clang-format                clang-tools-extra   clang           clang-extra-tools
lint  clang-tidy                    clang-tidy                  clang-tools-extra   clang           clang-extra-tools
lint  cppcheck                      cppcheck                    cppcheck            cppcheck        cppcheck
lint  mandoc                        mandoc                      mandoc              mandoc          mandoc
valgrind valgrind                     valgrind                    valgrind            valgrind        valgrind
bench /usr/bin/time                   time                        time                time            time
hugo  hugo                            hugo                        hugo                hugo            hugo
'

has_header() {
	cflags=$(pkg-config --cflags libcmark-gfm 2>/dev/null) || cflags=
	# shellcheck disable=SC2086 # several words
	echo "#include <$1>" | ${CC:-cc} $cflags -E -x c - >/dev/null 2>&1
}

is_there() {
	case $1 in
	font:*) fc-list 2>/dev/null | grep -q "${1#font:}" ;;
	pc:*) pkg-config --exists "${1#pc:}" 2>/dev/null ;;
	h:*) has_header "${1#h:}" ;;
	f:*) [ -e "${1#f:}" ] ;;
	*) command -v "$1" >/dev/null 2>&1 ;;
	esac
}

# The packages of the groups asked for that are not there, by the name in column $1.
missing() {
	column=$1
	echo "$needs" | while read -r group probe apt dnf pacman apk; do
		case " $groups " in
		*" $group "*) ;;
		*) continue ;;
		esac
		is_there "$probe" && continue
		eval "echo \"\$$column\""
	done | sort -u | grep -vx -e - | tr '\n' ' '
}

name_them() {
	cat >&2 <<END
cchc needs some packages that are not on this machine. Install them, and call make again:
  Debian, Ubuntu:  apt-get install $(missing apt)
  Fedora:          dnf install $(missing dnf)
  Arch Linux:      pacman -S $(missing pacman)
  Alpine:          apk add $(missing apk)
(A release may call one of them differently.)
END
	exit 1
}

# A package list that is empty or stale makes the first try fail; then it is fetched
# and tried again.
install_with_apt() {
	as_root=
	[ "$(id -u)" = 0 ] || as_root=sudo
	if [ -n "$as_root" ] && ! command -v sudo >/dev/null 2>&1; then
		echo "setup: not root, and there is no sudo" >&2
		name_them
	fi
	get="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y"
	$get install --no-install-recommends "$@" >/dev/null 2>&1 && return
	$get update
	$get install --no-install-recommends "$@" >/dev/null
}

look=false
if [ "${1:-}" = --look ]; then
	look=true
	shift
fi
groups="$*"

packages=$(missing apt)
[ -n "$packages" ] || exit 0
if $look || ! command -v apt-get >/dev/null 2>&1; then
	name_them
fi
echo "setup: installing $packages"
# shellcheck disable=SC2086 # several words
install_with_apt $packages
left=$(missing apt)
if [ -n "$left" ]; then
	echo "setup: apt-get installed them, but these are still not found: $left" >&2
	exit 1
fi
