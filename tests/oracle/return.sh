#!/bin/sh
# Compares the script of the page tinh-ngay-tra/ with the engine of terms in C.
set -u
cd "$(dirname "$0")/../.." || exit 3
build=${BUILD:-build}
tool=$build/tests/oracle/return_tool
if ! make -s BUILD="$build" "$tool"; then
	echo "0 passed, 1 failed"
	exit 1
fi
exec node tests/oracle/return.mjs "$tool"
