/*
 * svg - drawings as text, to stand inside a page: numbers, paths, and words for those
 * who do not see them. Nothing in them can run or be fetched: no script, no style, no
 * link, no reference to a file.
 */
#ifndef CCHC_DRAW_SVG_H
#define CCHC_DRAW_SVG_H

#include "base/str.h"

/* A picture of width x height units, as wide as its place allows. title is its name
 * and desc what it says; both may be empty, but a picture without a title is nothing to
 * a screen reader. With an id, which no other element of the page has, its name is tied
 * to both by id_t and id_d, for readers that look no further. Close it with svg_end(). */
void svg_begin(struct buf *out, int width, int height, struct str id, struct str title,
	       struct str desc);
void svg_end(struct buf *out);

/* A number with at most two decimals and a point before them, whatever the locale; 0 for
 * what is none or beyond SVG_NUMBER_MAX. */
void svg_number(struct buf *out, double x);

enum {
	SVG_NUMBER_MAX = 1000 * 1000, /* on both sides of 0; no drawing is that wide */
};

/* Words as they stand between tags and in quoted attributes: escaped, and without the
 * control characters that XML cannot hold. */
void svg_text(struct buf *out, struct str s);

#endif
