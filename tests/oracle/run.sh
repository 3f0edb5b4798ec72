#!/bin/sh
# Compares the viet room with what node knows of Unicode (ICU): letters, order.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=${BUILD:-build}
tool=$build/tests/oracle/viet_tool
if ! command -v node >/dev/null; then
	echo "tests/oracle needs node (Debian: apt install nodejs)"
	echo "0 passed, 1 failed"
	exit 1
fi
if ! make -s BUILD="$build" "$tool"; then
	echo "0 passed, 1 failed"
	exit 1
fi
exec node tests/oracle/viet.mjs "$tool"
