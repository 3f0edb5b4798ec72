/*
 * chart - numbers as inline SVG: bars, lines, progress towards targets, shares of a whole.
 *
 * Values in, text out; nothing else is looked at, so the same chart gives the same bytes.
 * A chart is drawn CHART_WIDTH units wide, for a phone; wider places show it larger. Names
 * stand above their bars and wrap, so that none is cut. What is drawn takes its colours
 * from classes (mau-1 fills, net-1 strokes, van the texture on a fill, luoi grid, truc
 * axis, nen-thanh track, vach mark) and, where there is no style sheet, from currentColor;
 * each series has a texture, a dash and a marker of its own, so that colour is never
 * needed. There are no styles, no scripts and no references in it.
 *
 * Numbers are thousandths (viet/decimal.h): exact, up to a million millions.
 */
#ifndef CCHC_DRAW_CHART_H
#define CCHC_DRAW_CHART_H

#include "base/str.h"

enum {
	CHART_WIDTH = 360,
	CHART_SERIES_MAX = 4,
	CHART_ROWS_MAX = 40,   /* bars and progress */
	CHART_POINTS_MAX = 60, /* lines */
	CHART_PARTS_MAX = 6,   /* shares: a texture each */
};

/* Of values, targets and dues: nothing is known. It is drawn as a gap, and said. */
#define CHART_MISSING INT64_MIN

enum chart_sort {
	CHART_BAR,      /* a bar a row and series, from 0 to either side */
	CHART_LINE,     /* rows are points in time, from left to right */
	CHART_PROGRESS, /* of each row how much of its target; a mark for what is due */
	CHART_SHARE,    /* rows are the parts of one whole */
};

struct chart_row {
	struct str name;
	const int64_t *values; /* one a series */
	int64_t target, due;   /* progress */
	struct str mark;       /* line: what changed before this row; empty: nothing */
};

struct chart {
	enum chart_sort sort;
	struct str title;
	struct str about, source; /* may be empty */
	struct str unit;          /* "hồ sơ", "%"; may be empty */
	struct str row_label;     /* over the names in the table: "Năm" */
	const struct str *series; /* names; the only one may be empty */
	size_t n_series;          /* 1 to CHART_SERIES_MAX; progress and share: 1 */
	const struct chart_row *rows;
	size_t n_rows; /* 1 to the limit of its sort */
	int places;    /* decimals of its numbers, 0 to 3 */
};

/* The most rows of a sort. */
size_t chart_rows_max(enum chart_sort sort);

/* The drawing alone. id, which no other element of the page has, ties name and words to
 * it; see svg_begin(). Negative numbers in progress and shares count as 0. */
void chart_put_svg(struct buf *out, const struct chart *c, struct str id);

/* <figure class="bieu-do"> with a caption, the drawing, and a table for those who do not
 * see it. */
void chart_put(struct buf *out, const struct chart *c, struct str id);

#endif
