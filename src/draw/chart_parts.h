/*
 * chart_parts - private to the charts: what their four sorts draw with.
 */
#ifndef CCHC_DRAW_CHART_PARTS_H
#define CCHC_DRAW_CHART_PARTS_H

#include "draw/chart.h"
#include "draw/scale.h"

enum {
	CHART_FONT = 13,
	CHART_LEADING = 18,  /* from one line of text to the next */
	CHART_BASELINE = 13, /* from a line's top to where its letters stand */
	CHART_GAP = 4,       /* between a bar and its number */
	CHART_STEPS = 5,     /* of a scale, at most */
};

struct canvas {
	struct arena *a;
	const struct chart *chart;
	struct buf out;
	double y; /* the top of what comes next */
};

struct rect {
	double x, y, w, h;
};

/* One line; anchor is "start", "middle" or "end". y is the top of the line. */
void canvas_text(struct canvas *k, const char *class, const char *anchor, double x, double y,
		 struct str s);
/* As many lines as it takes, at k->y, which moves below them. */
void canvas_lines(struct canvas *k, const char *class, double x, struct str s);
/* An element begins or ends: numbers of a path or shape. */
void canvas_number(struct canvas *k, const char *before, double n);
/* A filled rectangle with the texture of series n, from 0. Nothing of none. */
void canvas_block(struct canvas *k, struct rect r, size_t n);
/* A straight line. */
void canvas_stroke(struct canvas *k, const char *class, double x1, double y1, double x2,
		   double y2);
/* The point of series n; half of it is CHART_GAP wide. */
void canvas_marker(struct canvas *k, double x, double y, size_t n);
/* Attributes of the line of series n. */
void canvas_line_style(struct canvas *k, size_t n);

double chart_width_of(struct str s);
double chart_number_width(struct str s); /* of the class so, which may be bold */
/* "1.234,5", "84,1%", or that there is no number. */
struct str chart_number(struct arena *a, const struct chart *c, int64_t n);
struct str chart_value(struct arena *a, const struct chart *c, int64_t n);
/* Number n of part in whole, as it is shown: "51%"; empty when nothing can be divided. */
struct str chart_percent(struct arena *a, int64_t part, int64_t whole, int places);
/* The smallest and largest number; false when there is none. */
bool chart_range(const struct chart *c, int64_t *low, int64_t *high);
int64_t chart_amount(int64_t n); /* 0 for what is missing or negative */
/* What a progress row has reached of its target, 0 to 100; -1 without a target. */
int chart_reached(const struct chart_row *row);
int64_t chart_whole(const struct chart *c); /* the sum of a share's parts */
/* The smallest step of a scale that makes sense for its numbers. */
int64_t chart_least_step(const struct chart *c);

void chart_draw_bars(struct canvas *k);
void chart_draw_line(struct canvas *k);
void chart_draw_progress(struct canvas *k);
void chart_draw_share(struct canvas *k);

#endif
