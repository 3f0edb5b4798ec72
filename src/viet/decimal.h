/*
 * decimal - numbers with a decimal comma, as tables of results have them: 83,25.
 *
 * In content they stay the text that was written, so that 84,10 is not shown as 84,1;
 * to compare and to add they are whole thousandths.
 */
#ifndef CCHC_VIET_DECIMAL_H
#define CCHC_VIET_DECIMAL_H

#include "base/str.h"

enum {
	DECIMAL_ONE = 1000,      /* thousandths in 1 */
	DECIMAL_PLACES_MAX = 3,  /* digits behind the comma */
	DECIMAL_DIGITS_MAX = 12, /* digits before it */
};

/* -12; 83,25; 0,731. False, and *out untouched, for all else: a point is no comma, and
 * thousands are not parted. */
bool decimal_parse(struct str s, int64_t *out);

/* With so many places behind the comma (0 to DECIMAL_PLACES_MAX), rounded half up;
 * mark is ',' for readers and '.' for HTML's attributes. */
struct str decimal_text(struct arena *a, int64_t thousandths, int places, char mark);

/* A whole number with its thousands parted: 5.000. */
struct str decimal_grouped(struct arena *a, int64_t n);

/* Both: 1.234,50. */
struct str decimal_readable(struct arena *a, int64_t thousandths, int places);

/* part / whole in per cent, as thousandths; 0 when whole is not positive. */
int64_t decimal_percent(int64_t part, int64_t whole);

#endif
