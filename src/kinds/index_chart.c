/* An index as charts: the years of all whom it measures, and the parts of one result. */
#include "kinds/index_parts.h"
#include "kinds/view_chart.h"
#include "viet/decimal.h"

/* The results as a table: a row a year, a column a subject. */
struct grid {
	struct arena *a;
	const struct index *x;
	int64_t *years;
	size_t n_years;
	struct str *subjects;
	size_t n_subjects;
	int places;
};

static const struct index_result *result_at(const struct index *x, size_t i)
{
	return LIST_ITEM(x->results, struct index_result, i);
}

static size_t place_of_year(const struct grid *g, int64_t year)
{
	size_t i = 0;

	while (i < g->n_years && g->years[i] < year)
		i++;
	return i;
}

static void add_year(struct grid *g, int64_t year)
{
	size_t i = place_of_year(g, year);

	if (i < g->n_years && g->years[i] == year)
		return;
	memmove(&g->years[i + 1], &g->years[i], (g->n_years - i) * sizeof(*g->years));
	g->years[i] = year;
	g->n_years++;
}

static size_t column_of(const struct grid *g, struct str subject)
{
	size_t i = 0;

	while (i < g->n_subjects && !str_eq(g->subjects[i], subject))
		i++;
	return i;
}

static void add_subject(struct grid *g, struct str subject)
{
	size_t i = column_of(g, subject);

	g->subjects[i] = subject;
	if (i == g->n_subjects)
		g->n_subjects++;
}

/* As many decimals as the most exact number has. */
static int64_t number_of(struct str text, int *places)
{
	struct str part;
	int64_t n;

	if (!decimal_parse(text, &n))
		return CHART_MISSING;
	str_cut(text, ',', &part);
	if ((int)part.n > *places)
		*places = (int)part.n;
	return n;
}

static struct grid grid_of(struct arena *a, const struct index *x)
{
	struct grid g = {a, x, arena_array(a, int64_t, x->results.n + 1), .subjects = NULL};

	g.subjects = arena_array(a, struct str, x->results.n + 1);
	for (size_t i = 0; i < x->results.n; i++) {
		add_year(&g, result_at(x, i)->year);
		add_subject(&g, result_at(x, i)->subject);
	}
	return g;
}

/* What the ranks of a year and the year before are among, when it is not the same. */
static struct str mark_of(const struct grid *g, int64_t year)
{
	int64_t before = 0, now = 0;

	for (size_t i = 0; i < g->x->results.n; i++) {
		const struct index_result *r = result_at(g->x, i);

		if (r->total > 0 && r->year == year)
			now = r->total;
		if (r->total > 0 && r->year == year - 1)
			before = r->total;
	}
	if (!before || !now || before == now)
		return (struct str){0};
	return str_fmt(g->a, "số đối tượng được xếp hạng đổi từ %lld thành %lld",
		       (long long)before, (long long)now);
}

static int64_t *no_numbers(struct arena *a, size_t n)
{
	int64_t *values = arena_array(a, int64_t, n);

	for (size_t i = 0; i < n; i++)
		values[i] = CHART_MISSING;
	return values;
}

static struct chart_row *rows_of_years(struct grid *g)
{
	struct chart_row *rows = arena_array(g->a, struct chart_row, g->n_years);
	int64_t *values = no_numbers(g->a, g->n_years * g->n_subjects);

	for (size_t i = 0; i < g->x->results.n; i++) {
		const struct index_result *r = result_at(g->x, i);
		size_t row = place_of_year(g, r->year), column = column_of(g, r->subject);

		values[row * g->n_subjects + column] = number_of(r->value, &g->places);
	}
	for (size_t i = 0; i < g->n_years; i++) {
		rows[i].name = str_fmt(g->a, "%lld", (long long)g->years[i]);
		rows[i].values = &values[i * g->n_subjects];
		rows[i].mark = mark_of(g, g->years[i]);
	}
	return rows;
}

static struct str unit_of(const struct index *x)
{
	return str_of(index_units[x->scale->unit].name);
}

const struct value *index_chart(struct arena *a, const struct index *x)
{
	struct grid g = grid_of(a, x);
	struct chart c = {
		.sort = g.n_years > 1 ? CHART_LINE : CHART_BAR,
		.title = str_concat(a, x->name, STR(" theo năm"), (struct str){0}),
		.unit = unit_of(x),
		.row_label = STR("Năm"),
		.series = g.subjects,
		.n_series = g.n_subjects,
		.rows = rows_of_years(&g),
		.n_rows = g.n_years,
	};

	c.places = g.places;
	return view_chart(a, &c, STR("bd_nam"));
}

const struct value *index_parts_chart(struct arena *a, const struct index *x,
				      const struct index_result *r, size_t n)
{
	struct chart_row *rows = arena_array(a, struct chart_row, r->parts.n);
	int64_t *values = arena_array(a, int64_t, r->parts.n);
	struct chart c = {
		.sort = CHART_BAR,
		.title = str_fmt(a, "Chỉ số thành phần năm %lld của " STR_FMT,
				 (long long)r->year, STR_ARG(r->subject)),
		.unit = unit_of(x),
		.row_label = STR("Thành phần"),
		.rows = rows,
		.n_rows = r->parts.n,
	};

	for (size_t i = 0; i < r->parts.n; i++) {
		const struct index_part *part = LIST_ITEM(r->parts, struct index_part, i);

		values[i] = number_of(part->value, &c.places);
		rows[i] = (struct chart_row){.name = part->name, .values = &values[i]};
	}
	return view_chart(a, &c, str_fmt(a, "bd_thanh_phan_%zu", n + 1));
}
