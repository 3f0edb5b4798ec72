/*
 * label - how much room words take in a drawing, and where their lines end.
 *
 * Which font a reader has is not known, so widths are those of the widest one that is
 * usual (DejaVu Sans, Verdana), rounded up: what fits here fits there.
 */
#ifndef CCHC_DRAW_LABEL_H
#define CCHC_DRAW_LABEL_H

#include "base/str.h"

/* In the units of the drawing, at a font of that size. Never too small. */
double label_width(struct str s, double size);

/* Lines of at most that width, in a; their number. A line ends at a space, or within a
 * word that is wider than a whole line; a character that is wider still stands alone.
 * None of an empty text. */
size_t label_wrap(struct arena *a, struct str s, double size, double width, struct str **lines);

#endif
