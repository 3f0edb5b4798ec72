/*
 * unit - what every unit test includes: cmocka with the headers it wants, and
 * the few checks that our own types need.
 *
 * A test program is a list of functions whose names are sentences:
 *
 *	static void a_reset_arena_keeps_one_block(void **state)
 *	{
 *		(void)state;
 *		...
 *	}
 *
 *	int main(void)
 *	{
 *		static const struct CMUnitTest tests[] = {
 *			cmocka_unit_test(a_reset_arena_keeps_one_block),
 *		};
 *		return UNIT_RUN(tests);
 *	}
 *
 * It ends with the line "N passed, N failed", and with status 1 when one failed.
 */
#ifndef CCHC_TESTS_UNIT_H
#define CCHC_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

/* The bytes of a struct str are those of a C string. */
#define assert_str(actual, expected) unit_assert_str((actual), (expected), __FILE__, __LINE__)

/* All that a struct diag would print, with its last line of counts. */
#define assert_diag(d, expected) unit_assert_diag((d), (expected), __FILE__, __LINE__)

/* A part of it. */
#define assert_diag_has(d, part) unit_assert_diag_has((d), (part), __FILE__, __LINE__)

/* At the end of main(): run an array of struct CMUnitTest; the result is the status. */
#define UNIT_RUN(tests) \
	unit_report(cmocka_run_group_tests_name(__FILE__, (tests), NULL, NULL), COUNT(tests))

static inline void unit_assert_str(struct str actual, const char *expected, const char *file,
				   int line)
{
	if (str_eq_z(actual, expected))
		return;
	print_error("is:        " STR_FMT "\nshould be: %s\n", STR_ARG(actual), expected);
	_fail(file, line);
}

/* A name for mkstemp() or mkdtemp() to fill in, where temporary files belong. */
static inline char *unit_temp_name(struct arena *a)
{
	const char *dir = getenv("TMPDIR");

	return str_z(a, str_fmt(a, "%s/cchc-XXXXXX", dir && *dir ? dir : P_tmpdir));
}

/* What diag_print() writes; the caller frees it. */
static inline char *unit_diag_text(const struct diag *d)
{
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);

	diag_print(d, DIAG_ADVICE, out, false);
	fclose(out);
	return text;
}

static inline void unit_assert_diag(const struct diag *d, const char *expected,
				    const char *file, int line)
{
	char *text = unit_diag_text(d);
	bool same = strcmp(text, expected) == 0;

	if (!same)
		print_error("is:\n%s\nshould be:\n%s\n", text, expected);
	free(text);
	if (!same)
		_fail(file, line);
}

static inline void unit_assert_diag_has(const struct diag *d, const char *part,
					const char *file, int line)
{
	char *text = unit_diag_text(d);
	bool has = strstr(text, part) != NULL;

	if (!has)
		print_error("is:\n%s\nshould have:\n%s\n", text, part);
	free(text);
	if (!has)
		_fail(file, line);
}

/* failed is cmocka's result: the number of failed tests, or less than 0 when it
 * could not run them at all. */
static inline int unit_report(int failed, size_t n)
{
	size_t bad = failed < 0 ? n : (size_t)failed;

	printf("%zu passed, %zu failed\n", n - bad, bad);
	fflush(stdout);
	return failed != 0;
}

#endif
