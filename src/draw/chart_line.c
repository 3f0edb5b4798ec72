/* Lines over points in time. A number stands at a point where there is room for it; what
 * was left out is in the table. */
#include "draw/chart_parts.h"
#include "draw/label.h"
#include "viet/decimal.h"

enum {
	PLOT_HEIGHT = 170,
	HEAD_ROOM = 22, /* for the number above the highest point */
	TICK_GAP = 6,   /* between the numbers of the axis and the axis */
	NAME_GAP = 8,   /* between two names below it */
	NAME_ROOM = 8,  /* above them */
	NAME_LINES = 3, /* of one such name */
	SAMPLE = 28,    /* of a line, in the legend */
	SAMPLE_ROOM = 36,
	LABELLED_POINTS = 12, /* with more, only the ends and extremes have numbers */
	LETTERS_ABOVE = 11,   /* a line of text reaches so far from where it stands */
	LETTERS_BELOW = 4,
	MARKER = 5,     /* around a point */
	MARK_ROOM = 14, /* before the note of a mark */
};

/* What a large number is called. */
struct magnitude {
	int64_t ones;
	const char *name;
};

struct line_chart {
	struct canvas *k;
	const struct chart *chart;
	struct scale scale;
	struct magnitude magnitude; /* of the numbers along the axis */
	double left, right, top, bottom, step;
	struct rect *taken; /* by numbers and points */
	size_t n_taken, cap_taken;
};

static double x_of(const struct line_chart *l, size_t row)
{
	return l->left + ((double)row + 0.5) * l->step;
}

static double y_of(const struct line_chart *l, int64_t n)
{
	return l->bottom - scale_place(&l->scale, n) * (l->bottom - l->top);
}

static int64_t value_at(const struct line_chart *l, size_t row, size_t series)
{
	return l->chart->rows[row].values[series];
}

static void put_sample(struct canvas *k, size_t series)
{
	double y = k->y + CHART_LEADING / 2.0;

	buf_add_z(&k->out, "<path");
	canvas_line_style(k, series);
	canvas_number(k, " d=\"M0 ", y);
	buf_fmt(&k->out, "h%d\"/>", SAMPLE);
	canvas_marker(k, SAMPLE / 2.0, y, series);
}

static void put_legend(struct canvas *k)
{
	const struct chart *c = k->chart;

	for (size_t i = 0; c->n_series > 1 && i < c->n_series; i++) {
		put_sample(k, i);
		canvas_lines(k, "ten", SAMPLE_ROOM, c->series[i]);
	}
}

/* From 0, unless that would press all of it into the upper half. */
static void find_scale(struct line_chart *l)
{
	int64_t low, high;

	if (!chart_range(l->chart, &low, &high))
		low = high = 0;
	if (low > 0 && (low < high / 2 || low == high))
		low = 0;
	if (high < 0 && (high > low / 2 || low == high))
		high = 0;
	l->scale = scale_make(low, high, CHART_STEPS, chart_least_step(l->chart));
}

static int64_t size_of(int64_t n)
{
	return n < 0 ? -n : n;
}

/* Millions and thousands of millions, when the steps are not too fine for them. */
static void find_magnitude(struct line_chart *l)
{
	static const struct magnitude known[] = {
		{1000 * 1000 * 1000, "tỷ"}, {1000 * 1000, "triệu"}, {1, ""}};
	int64_t low = size_of(l->scale.low), high = size_of(l->scale.high);
	int64_t largest = (low > high ? low : high) / DECIMAL_ONE;
	size_t i = 0;

	while (known[i].ones > 1 &&
	       (largest < known[i].ones || l->scale.step % known[i].ones != 0))
		i++;
	l->magnitude = known[i];
}

static struct str tick_text(const struct line_chart *l, int64_t n)
{
	struct scale shown = {0, 0, l->scale.step / l->magnitude.ones};

	return decimal_readable(l->k->a, n / l->magnitude.ones, scale_places(&shown));
}

static void find_place(struct line_chart *l)
{
	double widest = 0;

	for (int64_t n = l->scale.low; n <= l->scale.high; n += l->scale.step) {
		double width = chart_width_of(tick_text(l, n));

		widest = width > widest ? width : widest;
	}
	l->left = widest + TICK_GAP;
	l->right = CHART_WIDTH;
	l->step = (l->right - l->left) / (double)l->chart->n_rows;
	l->top = l->k->y + HEAD_ROOM;
	l->bottom = l->top + PLOT_HEIGHT;
}

/* What the numbers of the axis are, and that it does not begin with 0. */
static void put_axis_note(struct line_chart *l)
{
	struct arena *a = l->k->a;
	bool cut = l->scale.low > 0 || l->scale.high < 0;
	struct buf note = {.arena = a};

	if (l->magnitude.ones > 1 || l->chart->unit.n)
		buf_fmt(&note, "Đơn vị: %s%s" STR_FMT, l->magnitude.name,
			l->magnitude.ones > 1 && l->chart->unit.n ? " " : "",
			STR_ARG(l->chart->unit));
	if (cut)
		buf_fmt(&note, "%s không bắt đầu từ 0", note.n ? "; trục số" : "Trục số");
	canvas_lines(l->k, "nhan-truc", 0, buf_str(&note));
}

static void put_grid(struct line_chart *l)
{
	for (int64_t n = l->scale.low; n <= l->scale.high; n += l->scale.step) {
		double y = y_of(l, n);
		bool axis = n == 0 || (n == l->scale.low && n > 0);

		canvas_stroke(l->k, axis ? "truc" : "luoi", l->left, y, l->right, y);
		canvas_text(l->k, "nhan-truc", "end", l->left - TICK_GAP,
			    y - CHART_LEADING / 2.0, tick_text(l, n));
	}
}

static void put_marks(struct line_chart *l)
{
	for (size_t i = 0; i < l->chart->n_rows; i++) {
		double x = l->left + (double)i * l->step;

		if (l->chart->rows[i].mark.n)
			canvas_stroke(l->k, "vach", x, l->top - HEAD_ROOM, x, l->bottom);
	}
}

static void take_room(struct line_chart *l, struct rect r)
{
	l->taken = arena_room(l->k->a, l->taken, l->n_taken, &l->cap_taken, sizeof(*l->taken));
	l->taken[l->n_taken++] = r;
}

static bool is_free(const struct line_chart *l, struct rect r)
{
	for (size_t i = 0; i < l->n_taken; i++) {
		const struct rect *t = &l->taken[i];

		if (r.x < t->x + t->w && t->x < r.x + r.w && r.y < t->y + t->h &&
		    t->y < r.y + r.h)
			return false;
	}
	return true;
}

/* The line of one series, broken where there is no number. */
static void put_path(struct line_chart *l, size_t series)
{
	bool begun = false;

	buf_add_z(&l->k->out, "<path");
	canvas_line_style(l->k, series);
	buf_add_z(&l->k->out, " d=\"");
	for (size_t i = 0; i < l->chart->n_rows; i++) {
		int64_t n = value_at(l, i, series);

		if (n != CHART_MISSING) {
			canvas_number(l->k, begun ? "L" : "M", x_of(l, i));
			canvas_number(l->k, " ", y_of(l, n));
		}
		begun = n != CHART_MISSING;
	}
	buf_add_z(&l->k->out, "\"/>");
}

static bool has_number(const struct line_chart *l, size_t row, size_t series)
{
	return row < l->chart->n_rows && value_at(l, row, series) != CHART_MISSING;
}

/* Where points stand close, only those that no line would show have a marker. */
static bool has_marker(const struct line_chart *l, size_t row, size_t series)
{
	bool joined = has_number(l, row - 1, series) || has_number(l, row + 1, series);

	return has_number(l, row, series) && (l->step >= 2 * MARKER || !joined);
}

static void put_points(struct line_chart *l, size_t series)
{
	for (size_t i = 0; i < l->chart->n_rows; i++) {
		int64_t n = value_at(l, i, series);
		double x = x_of(l, i);

		if (!has_marker(l, i, series))
			continue;
		canvas_marker(l->k, x, y_of(l, n), series);
		take_room(l, (struct rect){x - MARKER, y_of(l, n) - MARKER, 2 * MARKER,
					   2 * MARKER});
	}
}

/* Do the neighbours lie higher? Then the line leaves room below the point. */
static bool is_valley(const struct line_chart *l, size_t row, size_t series)
{
	int64_t n = value_at(l, row, series);
	bool before = has_number(l, row - 1, series), behind = has_number(l, row + 1, series);

	return (before || behind) && (!before || value_at(l, row - 1, series) > n) &&
	       (!behind || value_at(l, row + 1, series) > n);
}

static double clamp(double x, double low, double high)
{
	if (x > high)
		x = high;
	return x < low ? low : x;
}

/* Try to put a number above or below its point. */
static bool put_number_at(struct line_chart *l, size_t row, size_t series, bool below)
{
	int64_t n = value_at(l, row, series);
	struct str text = chart_value(l->k->a, l->chart, n);
	double width = chart_number_width(text), y = y_of(l, n);
	double stands = below ? y + MARKER + LETTERS_ABOVE : y - MARKER - LETTERS_BELOW;
	double x = clamp(x_of(l, row), l->left + width / 2, CHART_WIDTH - width / 2);
	struct rect r = {x - width / 2, stands - LETTERS_ABOVE, width,
			 LETTERS_ABOVE + LETTERS_BELOW};

	if (r.y < l->top - HEAD_ROOM || r.y + r.h > l->bottom || r.x + r.w > CHART_WIDTH ||
	    !is_free(l, r))
		return false;
	take_room(l, r);
	canvas_text(l->k, "so", "middle", x, stands - CHART_BASELINE, text);
	return true;
}

static bool is_extreme(const struct line_chart *l, size_t row, size_t series)
{
	int64_t low, high, n = value_at(l, row, series);

	return chart_range(l->chart, &low, &high) && (n == low || n == high);
}

/* Ends and extremes first: what comes later finds less room. */
static bool is_notable(const struct line_chart *l, size_t row, size_t series)
{
	return !row || row + 1 == l->chart->n_rows || is_extreme(l, row, series);
}

static void put_numbers(struct line_chart *l, size_t series, bool notable)
{
	for (size_t i = 0; i < l->chart->n_rows; i++) {
		bool below;

		if (!has_number(l, i, series) || is_notable(l, i, series) != notable)
			continue;
		below = is_valley(l, i, series);
		if (!put_number_at(l, i, series, below))
			put_number_at(l, i, series, !below);
	}
}

static void put_series(struct line_chart *l)
{
	size_t n = l->chart->n_series;

	for (size_t i = 0; i < n; i++)
		put_path(l, i);
	for (size_t i = 0; i < n; i++)
		put_points(l, i);
	for (size_t i = 0; i < n; i++)
		put_numbers(l, i, true);
	for (size_t i = 0; i < n && l->chart->n_rows <= LABELLED_POINTS; i++)
		put_numbers(l, i, false);
}

/* The name of a point below the axis, when each so many-th has one. */
struct point_name {
	struct str *lines;
	size_t n;
	double x, width;
};

static struct point_name name_of(const struct line_chart *l, size_t row, size_t every)
{
	double room = (double)every * l->step - NAME_GAP;
	struct point_name p = {0};

	room = clamp(room, 1, CHART_WIDTH - NAME_GAP);
	p.n = label_wrap(l->k->a, l->chart->rows[row].name, CHART_FONT, room, &p.lines);
	for (size_t i = 0; i < p.n; i++) {
		double width = chart_width_of(p.lines[i]);

		p.width = width > p.width ? width : p.width;
	}
	p.x = clamp(x_of(l, row), p.width / 2, CHART_WIDTH - p.width / 2);
	return p;
}

/* Did a line end within a word? Then no space went away there. */
static bool is_torn(struct str name, const struct point_name *p)
{
	size_t bytes = 0;

	for (size_t i = 0; i < p->n; i++)
		bytes += p->lines[i].n + (i > 0);
	return bytes > name.n;
}

/* The last point has a name, and each so many-th before it. */
static bool names_fit(const struct line_chart *l, size_t every)
{
	double before = -NAME_GAP;
	size_t n = l->chart->n_rows;

	for (size_t i = (n - 1) % every; i < n; i += every) {
		struct point_name p = name_of(l, i, every);

		if (p.n > NAME_LINES || p.x - p.width / 2 < before + NAME_GAP ||
		    is_torn(l->chart->rows[i].name, &p))
			return false;
		before = p.x + p.width / 2;
	}
	return true;
}

static void put_names(struct line_chart *l)
{
	size_t every = 1, n = l->chart->n_rows, most = 1;

	while (every < n && !names_fit(l, every))
		every++;
	for (size_t i = (n - 1) % every; i < n; i += every) {
		struct point_name p = name_of(l, i, every);

		for (size_t k = 0; k < p.n; k++)
			canvas_text(l->k, "ten", "middle", p.x,
				    l->bottom + NAME_ROOM + (double)k * CHART_LEADING,
				    p.lines[k]);
		most = p.n > most ? p.n : most;
	}
	l->k->y = l->bottom + NAME_ROOM + (double)most * CHART_LEADING;
}

/* "2025: …", with a piece of the mark before it. */
static void put_mark_notes(struct line_chart *l)
{
	struct canvas *k = l->k;

	for (size_t i = 0; i < l->chart->n_rows; i++) {
		const struct chart_row *row = &l->chart->rows[i];

		if (!row->mark.n)
			continue;
		canvas_stroke(k, "vach", 4, k->y + 3, 4, k->y + CHART_LEADING - 2);
		canvas_lines(k, "nhan-truc", MARK_ROOM,
			     str_fmt(k->a, STR_FMT ": " STR_FMT, STR_ARG(row->name),
				     STR_ARG(row->mark)));
	}
}

void chart_draw_line(struct canvas *k)
{
	struct line_chart l = {.k = k, .chart = k->chart};

	find_scale(&l);
	find_magnitude(&l);
	put_legend(k);
	put_axis_note(&l);
	find_place(&l);
	put_grid(&l);
	put_marks(&l);
	put_series(&l);
	put_names(&l);
	put_mark_notes(&l);
}
