/*
 * scale - the numbers along an axis: from which to which, and where the marks stand.
 *
 * Numbers are thousandths (viet/decimal.h), so that all of it is exact.
 */
#ifndef CCHC_DRAW_SCALE_H
#define CCHC_DRAW_SCALE_H

#include "base/str.h"

enum {
	SCALE_STEPS_LEAST = 2, /* on both sides of 0 no scale has fewer */
};

struct scale {
	int64_t low, high, step; /* both ends are whole steps; low < high */
};

/* The finest scale that holds low and high in at most `most` steps (SCALE_STEPS_LEAST or
 * more), each 1, 2 or 5 times a power of ten and not below least. */
struct scale scale_make(int64_t low, int64_t high, int most, int64_t least);

int scale_steps(const struct scale *s);

/* Where n stands between low (0) and high (1). */
double scale_place(const struct scale *s, int64_t n);

/* How many decimals its marks need, at most `most` of them. */
int scale_places(const struct scale *s);

#endif
