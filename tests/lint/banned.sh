#!/bin/sh
# Calls that have one home, or none. Every breach is a line "file:line: call: what to
# use"; the status is 1 if there was one. Lines that are comments do not count. With a
# folder as argument, that folder is looked at.
set -eu
cd "${1:-$(dirname "$0")/../..}"

# The lines of src/ that call one of the functions of a pattern.
calls_of() {
	grep -rnE "(^|[^A-Za-z0-9_.>\"])($1)\(" src --include='*.[ch]' |
		grep -vE '^[^:]*:[0-9]*:[ 	]*(\*|/\*|//)'
}

# only 'call|call' 'home home ...' 'what to use elsewhere'; a home may be a pattern
only() {
	calls_of "$1" | while IFS=: read -r file line _; do
		allowed=false
		for home in $2; do
			# shellcheck disable=SC2254 # a pattern is meant
			case $file in $home) allowed=true ;; esac
		done
		$allowed || echo "$file:$line: $1: $3"
	done
}

check() {
	only 'malloc|calloc|realloc|free|strdup|strndup|v?asprintf' \
		'src/base/arena.c src/text/markdown.c' 'take an arena'
	only 'strcpy|strcat|strncpy|strncat|v?sprintf|gets|strtok|strtok_r' '' \
		'struct str and struct buf'
	only 'atoi|atol|atoll|atof|scanf|sscanf|fscanf' '' 'data/value.h gives numbers'
	only 'time|localtime|localtime_r|gmtime|gmtime_r|mktime|strftime|gettimeofday' \
		src/base/date.c 'base/date.h'
	only 'fopen|freopen|open|openat|creat|rename|renameat|unlink|remove|rmdir|mkdir|opendir|mkstemp|mkostemp|lstat|stat' \
		'src/base/file*.c' 'base/file.h'
	only 'pthread_[a-z_]*' src/base/jobs.c 'base/jobs.h'
	only 'printf|fprintf|vfprintf|fputs|fputc|puts|putchar|fwrite|perror' \
		'src/main.c src/base/diag.c src/base/arena.c src/cmd/*.c' 'diag, or print it in cmd/'
	only 'exit|_exit|abort' 'src/base/arena.c' 'return what happened'
	only 'system|popen|execl|execv|execvp|fork' '' 'cchc calls no other program'
	only 'setlocale|srand|rand|random' '' 'the same input gives the same bytes'
}

found=$(check)
[ -z "$found" ] || { echo "$found"; exit 1; }
