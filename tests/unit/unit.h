/*
 * unit - what every unit test begins with: cmocka, and the line that the runner
 * of all tests counts.
 */
#ifndef CCHC_TESTS_UNIT_H
#define CCHC_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/str.h"

static inline int unit_result(size_t n, int failed)
{
	printf("%zu passed, %d failed\n", n - (size_t)failed, failed);
	return failed ? 1 : 0;
}

/* At the end of main(): run the array `tests` of struct CMUnitTest. */
#define UNIT_RUN(tests) unit_result(COUNT(tests), cmocka_run_group_tests(tests, NULL, NULL))

#define assert_str(actual, expected) assert_str_at((actual), (expected), __FILE__, __LINE__)

static inline void assert_str_at(struct str actual, const char *expected, const char *file,
				 int line)
{
	if (!str_eq_z(actual, expected)) {
		print_error("is:        " STR_FMT "\nshould be: %s\n", STR_ARG(actual),
			    expected);
		_fail(file, line);
	}
}

#endif
