/*
 * colour - sRGB colours, and whether people can read one on another: the contrast ratio of
 * WCAG 2 (relative luminance), from 1 for two that are the same to 21 for black on white.
 */
#ifndef CCHC_DRAW_COLOUR_H
#define CCHC_DRAW_COLOUR_H

#include "base/str.h"

struct colour {
	unsigned char red, green, blue;
};

/* "#0b5394" or "#05a", in capitals or not. */
bool colour_parse(struct str text, struct colour *c) MUST_USE;

/* "#0b5394" */
struct str colour_text(struct arena *a, struct colour c);

double colour_contrast(struct colour a, struct colour b);

/* The colour nearest to c that has at least that contrast with the ground: of the same hue
 * and saturation, only darker, or lighter. c itself when it has it already; black or white
 * when no other does. */
struct colour colour_darker(struct colour c, struct colour ground, double contrast);
struct colour colour_lighter(struct colour c, struct colour ground, double contrast);

#endif
