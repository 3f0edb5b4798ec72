/* What all sorts of charts draw with. Textures are lines cut to their rectangle, because
 * an SVG pattern would need an id that no other chart of the page has. */
#include <math.h>

#include "draw/chart_parts.h"
#include "draw/label.h"
#include "draw/svg.h"
#include "viet/decimal.h"

enum {
	TEXTURE_GAP = 6,
};

/* Letters of a bold font are so much wider. */
static const double BOLD = 1.1;

void canvas_number(struct canvas *k, const char *before, double n)
{
	buf_add_z(&k->out, before);
	svg_number(&k->out, n);
}

void canvas_text(struct canvas *k, const char *class, const char *anchor, double x, double y,
		 struct str s)
{
	buf_fmt(&k->out, "<text class=\"%s\"", class);
	if (strcmp(anchor, "start") != 0)
		buf_fmt(&k->out, " text-anchor=\"%s\"", anchor);
	canvas_number(k, " x=\"", x);
	canvas_number(k, "\" y=\"", y + CHART_BASELINE);
	buf_add_z(&k->out, "\">");
	svg_text(&k->out, s);
	buf_add_z(&k->out, "</text>");
}

/* Numbers may be shown bold. */
static double font_of(const char *class)
{
	return strcmp(class, "so") == 0 ? CHART_FONT * BOLD : CHART_FONT;
}

void canvas_lines(struct canvas *k, const char *class, double x, struct str s)
{
	struct str *lines;
	size_t n = label_wrap(k->a, s, font_of(class), CHART_WIDTH - x, &lines);

	for (size_t i = 0; i < n; i++, k->y += CHART_LEADING)
		canvas_text(k, class, "start", x, k->y, lines[i]);
}

static void put_rect(struct canvas *k, struct rect r)
{
	canvas_number(k, " x=\"", r.x);
	canvas_number(k, "\" y=\"", r.y);
	canvas_number(k, "\" width=\"", r.w);
	canvas_number(k, "\" height=\"", r.h);
	buf_byte(&k->out, '"');
}

static void put_segment(struct canvas *k, double x1, double y1, double x2, double y2)
{
	canvas_number(k, "M", x1);
	canvas_number(k, " ", y1);
	canvas_number(k, "L", x2);
	canvas_number(k, " ", y2);
}

/* Lines on which x + y is the same, or mirrored x - y. */
static void put_diagonals(struct canvas *k, struct rect r, bool mirrored)
{
	double right = r.x + r.w, bottom = r.y + r.h;

	for (int i = 1; i * TEXTURE_GAP < r.w + r.h; i++) {
		double c = r.x + r.y + i * TEXTURE_GAP;
		double x1 = fmax(r.x, c - bottom), x2 = fmin(right, c - r.y);

		if (mirrored)
			put_segment(k, r.x + right - x1, c - x1, r.x + right - x2, c - x2);
		else
			put_segment(k, x1, c - x1, x2, c - x2);
	}
}

static void put_uprights(struct canvas *k, struct rect r)
{
	for (int at = TEXTURE_GAP / 2; at < r.w; at += TEXTURE_GAP)
		put_segment(k, r.x + at, r.y, r.x + at, r.y + r.h);
}

static void put_levels(struct canvas *k, struct rect r)
{
	for (int at = TEXTURE_GAP / 2; at < r.h; at += TEXTURE_GAP)
		put_segment(k, r.x, r.y + at, r.x + r.w, r.y + at);
}

/* Of series n; the first is plain. */
static void put_texture(struct canvas *k, struct rect r, size_t n)
{
	if (n == 1 || n == 5)
		put_diagonals(k, r, false);
	if (n == 3 || n == 5)
		put_diagonals(k, r, true);
	if (n == 2)
		put_uprights(k, r);
	if (n == 4)
		put_levels(k, r);
}

void canvas_block(struct canvas *k, struct rect r, size_t n)
{
	if (r.w <= 0 || r.h <= 0)
		return;
	buf_fmt(&k->out, "<rect class=\"mau-%zu\"", n + 1);
	put_rect(k, r);
	buf_add_z(&k->out, "/>");
	if (!n)
		return;
	buf_add_z(
		&k->out,
		"<path class=\"van\" stroke=\"#fff\" stroke-width=\"1.5\" fill=\"none\" d=\"");
	put_texture(k, r, n);
	buf_add_z(&k->out, "\"/>");
}

void canvas_stroke(struct canvas *k, const char *class, double x1, double y1, double x2,
		   double y2)
{
	buf_fmt(&k->out, "<path class=\"%s\" stroke=\"currentColor\" d=\"", class);
	put_segment(k, x1, y1, x2, y2);
	buf_add_z(&k->out, "\"/>");
}

/* A circle, a square, a triangle, a diamond, around the point 0 0. */
void canvas_marker(struct canvas *k, double x, double y, size_t n)
{
	static const char *const shapes[CHART_SERIES_MAX] = {
		"m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
		"m-4 -4h8v8h-8z",
		"m0 -4l4 8h-8z",
		"m0 -4l4 4l-4 4l-4 -4z",
	};

	buf_fmt(&k->out, "<path class=\"mau-%zu\" d=\"", n + 1);
	canvas_number(k, "M", x);
	canvas_number(k, " ", y);
	buf_fmt(&k->out, "%s\"/>", shapes[n % CHART_SERIES_MAX]);
}

void canvas_line_style(struct canvas *k, size_t n)
{
	static const char *const dashes[CHART_SERIES_MAX] = {NULL, "7 4", "2 3", "9 3 2 3"};
	const char *dash = dashes[n % CHART_SERIES_MAX];

	buf_fmt(&k->out, " class=\"net-%zu\" fill=\"none\" stroke=\"currentColor\"", n + 1);
	buf_add_z(&k->out, " stroke-width=\"2\" stroke-linejoin=\"round\"");
	if (dash)
		buf_fmt(&k->out, " stroke-dasharray=\"%s\"", dash);
}

double chart_width_of(struct str s)
{
	return label_width(s, CHART_FONT);
}

double chart_number_width(struct str s)
{
	return label_width(s, font_of("so"));
}

struct str chart_number(struct arena *a, const struct chart *c, int64_t n)
{
	return n == CHART_MISSING ? STR("chưa có số liệu") : decimal_readable(a, n, c->places);
}

struct str chart_value(struct arena *a, const struct chart *c, int64_t n)
{
	struct str number = chart_number(a, c, n);
	bool percent = str_eq_z(c->unit, "%") && n != CHART_MISSING;

	return percent ? str_concat(a, number, STR("%"), (struct str){0}) : number;
}

struct str chart_percent(struct arena *a, int64_t part, int64_t whole, int places)
{
	struct str number;

	if (whole <= 0)
		return (struct str){0};
	/* decimal_percent() multiplies; of such numbers the last digits say nothing. */
	for (; whole > INT64_MAX / (100 * DECIMAL_ONE); whole /= 10)
		part /= 10;
	number = decimal_readable(a, decimal_percent(part, whole), places);
	return str_concat(a, number, STR("%"), (struct str){0});
}

static void widen(int64_t n, int64_t *low, int64_t *high)
{
	if (n < *low)
		*low = n;
	if (n > *high)
		*high = n;
}

bool chart_range(const struct chart *c, int64_t *low, int64_t *high)
{
	*low = INT64_MAX;
	*high = INT64_MIN;
	for (size_t i = 0; i < c->n_rows * c->n_series; i++) {
		int64_t n = c->rows[i / c->n_series].values[i % c->n_series];

		if (n != CHART_MISSING)
			widen(n, low, high);
	}
	return *low <= *high;
}

int64_t chart_amount(int64_t n)
{
	return n > 0 ? n : 0;
}

int chart_reached(const struct chart_row *row)
{
	int64_t done = chart_amount(row->values[0]);

	if (row->target <= 0)
		return -1;
	return done >= row->target ? 100 : (int)(100 * (double)done / (double)row->target);
}

int64_t chart_whole(const struct chart *c)
{
	int64_t sum = 0;

	for (size_t i = 0; i < c->n_rows; i++)
		sum += chart_amount(c->rows[i].values[0]);
	return sum;
}

int64_t chart_least_step(const struct chart *c)
{
	int64_t step = DECIMAL_ONE;

	for (int i = 0; i < c->places; i++)
		step /= 10;
	return step;
}
