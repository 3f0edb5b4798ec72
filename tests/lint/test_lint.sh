#!/bin/sh
# Shows rooms.sh and banned.sh a small tree that is good, then one breach after the
# other: each must be named at its line.
set -u
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d) || exit 3
trap 'rm -rf "$tree"' EXIT
passed=0
failed=0

fresh_tree() {
	rm -rf "$tree/src" "$tree/tests"
	mkdir -p "$tree/src/base" "$tree/src/data" "$tree/src/preview" "$tree/src/net" "$tree/tests"
	printf '/* A view of bytes. */\n#define CCHC_BASE_STR_H\n' >"$tree/src/base/str.h"
	printf '#include "base/str.h"\n/* open( is named in a comment */\n' >"$tree/src/data/value.c"
	printf '#include "data/value.h"\n' >"$tree/src/net/send.c"
}

# expect SCRIPT 'FILE:LINE: what it says' ('' when it must be silent)
expect() {
	said=$(sh "$here/$1" "$tree" 2>&1)
	status=$?
	if [ -z "$2" ] && [ -z "$said" ] && [ $status = 0 ]; then
		passed=$((passed + 1))
	elif [ -n "$2" ] && [ $status = 1 ] && [ "${said#"$2"}" != "$said" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: expected "%s", got "%s"\n' "$1" "$2" "$said"
	fi
}

# breach FILE 'TEXT' SCRIPT 'WHAT IT SAYS'
breach() {
	fresh_tree
	printf '%b\n' "$2" >"$tree/$1"
	expect "$3" "$4"
}

fresh_tree
expect rooms.sh ''
expect banned.sh ''
breach src/base/map.c '\n#include "data/value.h"' rooms.sh 'src/base/map.c:2: base/ may not include'
breach src/net/probe.c '#include "preview/watch.h"' rooms.sh 'src/net/probe.c:1: net/ may not include'
breach src/data/json.c '#include <yaml.h>' rooms.sh 'src/data/json.c:1: <yaml.h>'
breach src/net/send.c '#include <pthread.h>' rooms.sh 'src/net/send.c:1: <pthread.h>'
breach src/base/map.h 'struct map;' rooms.sh 'src/base/map.h:1: a header begins'
breach src/base/map.h '/* map */\n#define MAP_H' rooms.sh 'src/base/map.h:1: the guard'
breach src/base/map.c '\tp = malloc(3);' banned.sh 'src/base/map.c:1: malloc'
breach src/data/json.c '\n\n\tn = (int)strtok(p, 0);' banned.sh 'src/data/json.c:3: strcpy|'
breach src/data/json.c '\tfd = open(p, 0);' banned.sh 'src/data/json.c:1: fopen|'
breach src/data/json.c '\tprintf("x");' banned.sh 'src/data/json.c:1: printf|'
breach src/data/json.c '\tfile_open(d->open(p));' banned.sh ''
mkdir "$tree/src/util"
expect rooms.sh 'src/util/:1: no room of this name'
echo "$passed passed, $failed failed"
[ $failed = 0 ]
