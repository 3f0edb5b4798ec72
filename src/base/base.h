/*
 * base - what every file of cchc may use: the standard types, and names for
 * the compiler's attributes.
 */
#ifndef CCHC_BASE_BASE_H
#define CCHC_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The number of elements of an array (not of a pointer). */
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The compiler checks the arguments from `first` on against the format at `at`. */
#define PRINTF_LIKE(at, first) __attribute__((format(printf, at, first)))

/* The result must be looked at: it says whether the call succeeded. */
#define MUST_USE __attribute__((warn_unused_result))

#endif
