/* Bars lie, so that names of any length stand above them; each has its number behind its
 * end, or above it where numbers are so long that no bar would be left. */
#include "draw/chart_parts.h"

enum {
	BAR = 16,
	BAR_ROOM = 20, /* with the gap below it */
	ROW_GAP = 8,   /* below a row's bars */
	SWATCH = 14,   /* of the legend */
	SWATCH_ROOM = 22,
	PLOT_LEAST = 120, /* narrower, and numbers stand above their bars */
	TICK_GAP = 8,     /* between the labels of two marks */
};

struct bars {
	struct canvas *k;
	struct scale scale;
	double left, right; /* where the scale begins and ends */
	bool above;         /* numbers stand above their bars */
};

static double place(const struct bars *b, int64_t n)
{
	return b->left + scale_place(&b->scale, n) * (b->right - b->left);
}

static void put_legend(struct canvas *k)
{
	const struct chart *c = k->chart;

	for (size_t i = 0; c->n_series > 1 && i < c->n_series; i++) {
		canvas_block(k, (struct rect){0, k->y + 3, SWATCH, SWATCH - 2}, i);
		canvas_lines(k, "ten", SWATCH_ROOM, c->series[i]);
	}
	if (c->n_series > 1)
		k->y += ROW_GAP;
}

/* The room that numbers take to the left and right of the longest bars. */
static void find_room(struct bars *b)
{
	const struct chart *c = b->k->chart;
	double before = 0, behind = 0;

	for (size_t i = 0; i < c->n_rows * c->n_series; i++) {
		int64_t n = c->rows[i / c->n_series].values[i % c->n_series];
		double width = chart_number_width(chart_value(b->k->a, c, n)) + CHART_GAP;
		double *side = n < 0 && n != CHART_MISSING ? &before : &behind;

		*side = width > *side ? width : *side;
	}
	b->above = CHART_WIDTH - before - behind < PLOT_LEAST;
	b->left = b->above ? 0 : before;
	b->right = b->above ? CHART_WIDTH : CHART_WIDTH - behind;
}

/* The grid behind one bar. */
static void put_grid(struct bars *b, double y)
{
	for (int64_t n = b->scale.low; n <= b->scale.high; n += b->scale.step)
		canvas_stroke(b->k, n ? "luoi" : "truc", place(b, n), y - 2, place(b, n),
			      y + BAR + 2);
}

static void put_number(struct bars *b, int64_t n)
{
	struct canvas *k = b->k;
	struct str text = chart_value(k->a, k->chart, n);
	bool left = n < 0 && n != CHART_MISSING;
	double end = place(b, n == CHART_MISSING ? 0 : n);

	if (b->above)
		canvas_text(k, "so", "start", 0, k->y - CHART_LEADING, text);
	else if (left)
		canvas_text(k, "so", "end", end - CHART_GAP, k->y - 1, text);
	else
		canvas_text(k, "so", "start", end + CHART_GAP, k->y - 1, text);
}

static void put_bar(struct bars *b, int64_t n, size_t series)
{
	double zero = place(b, 0), end = place(b, n == CHART_MISSING ? 0 : n);
	struct rect r = {end < zero ? end : zero, b->k->y, end < zero ? zero - end : end - zero,
			 BAR};

	put_grid(b, b->k->y);
	canvas_block(b->k, r, series);
	put_number(b, n);
	b->k->y += BAR_ROOM;
}

static void put_row(struct bars *b, const struct chart_row *row)
{
	canvas_lines(b->k, "ten", 0, row->name);
	for (size_t i = 0; i < b->k->chart->n_series; i++) {
		if (b->above)
			b->k->y += CHART_LEADING;
		put_bar(b, row->values[i], i);
	}
	b->k->y += ROW_GAP;
}

static int64_t scaled_low(int64_t n)
{
	return n < 0 ? n : 0;
}

static struct str tick_text(const struct bars *b, int64_t n)
{
	struct chart c = *b->k->chart;

	c.places = scale_places(&b->scale);
	return chart_number(b->k->a, &c, n);
}

/* Where the label of a mark begins, within the drawing. */
static double tick_start(const struct bars *b, int64_t n, double width)
{
	double x = place(b, n) - width / 2, last = CHART_WIDTH - width;

	x = x < last ? x : last;
	return x > 0 ? x : 0;
}

static bool ticks_fit(const struct bars *b)
{
	double free_from = 0;

	for (int64_t n = b->scale.low; n <= b->scale.high; n += b->scale.step) {
		double width = chart_width_of(tick_text(b, n)), x = tick_start(b, n, width);

		if (x < free_from)
			return false;
		free_from = x + width + TICK_GAP;
	}
	return true;
}

/* As many marks as have room for their labels. */
static bool find_scale(struct bars *b)
{
	const struct chart *c = b->k->chart;
	int64_t low = 0, high = 0;

	if (!chart_range(c, &low, &high))
		low = high = 0;
	for (int most = CHART_STEPS; most >= SCALE_STEPS_LEAST; most--) {
		b->scale = scale_make(scaled_low(low), chart_amount(high), most,
				      chart_least_step(c));
		if (ticks_fit(b))
			return true;
	}
	return false;
}

static void put_ticks(struct bars *b)
{
	for (int64_t n = b->scale.low; n <= b->scale.high; n += b->scale.step) {
		struct str text = tick_text(b, n);
		double width = chart_width_of(text), x = tick_start(b, n, width);

		canvas_text(b->k, "nhan-truc", "middle", x + width / 2, b->k->y - ROW_GAP,
			    text);
	}
	b->k->y += CHART_LEADING - ROW_GAP;
}

void chart_draw_bars(struct canvas *k)
{
	struct bars b = {.k = k};
	bool labelled;

	find_room(&b);
	labelled = find_scale(&b);
	put_legend(k);
	for (size_t i = 0; i < k->chart->n_rows; i++)
		put_row(&b, &k->chart->rows[i]);
	if (labelled)
		put_ticks(&b);
}
