#include "draw/chart_fence.h"

#include "draw/chart.h"
#include "viet/decimal.h"
#include "viet/fold.h"

/* What the author wrote. */
struct written_row {
	struct str name;
	struct list values; /* struct str */
	struct str target, due, mark;
};

struct written_chart {
	int sort;
	struct str title, about, unit, source;
	struct list series; /* struct str */
	struct list rows;   /* struct written_row */
};

struct reading {
	struct arena *a;
	const struct written_chart *written;
	const struct value *v; /* for places */
	struct chart *chart;
	struct diag *d;
	bool any; /* a number has been read */
};

static const struct choice sorts[] = {
	[CHART_BAR] = {"cot", "Biểu đồ cột"},
	[CHART_LINE] = {"duong", "Biểu đồ đường theo thời gian"},
	[CHART_PROGRESS] = {"tien-do", "Tiến độ so với chỉ tiêu"},
	[CHART_SHARE] = {"ty-le", "Tỷ lệ các phần của một tổng"},
	{0},
};

enum {
	NAME_MAX_LENGTH = 120, /* characters; longer ones make tall charts */
};

static const struct field row_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct written_row, name),
	 .label = "Tên",
	 .about = N_("What the number is of: a quarter, a unit, a target."),
	 .example = "Quý I",
	 .max = NAME_MAX_LENGTH},
	{.key = "gia_tri",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct written_row, values),
	 .label = "Giá trị",
	 .about = N_("The number, with a decimal comma; one for each of chuoi, in its order. "
		     "What is not known is left out, or \"thiếu\" in a list."),
	 .example = "84,1"},
	{.key = "chi_tieu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct written_row, target),
	 .label = "Chỉ tiêu",
	 .about = N_("Of tien-do: the number to reach."),
	 .example = "120"},
	{.key = "phai_dat",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct written_row, due),
	 .label = "Phải đạt đến nay",
	 .about = N_("Of tien-do: what should be reached by now."),
	 .example = "80"},
	{.key = "moc",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct written_row, mark),
	 .label = "Mốc",
	 .about = N_("Of duong: what changed just before this point, so that numbers on both "
		     "sides are compared with care."),
	 .max = NAME_MAX_LENGTH},
	{0},
};

static const struct schema row_schema = {
	.name = N_("a row of a chart"),
	.size = sizeof(struct written_row),
	.fields = row_fields,
};

static const struct field chart_fields[] = {
	{.key = "kieu",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct written_chart, sort),
	 .label = "Kiểu",
	 .about = N_("How the numbers are drawn."),
	 .example = "cot",
	 .choices = sorts},
	{.key = "tieu_de",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct written_chart, title),
	 .label = "Tiêu đề",
	 .about = N_("What the chart shows, of whom and when."),
	 .example = "Số hồ sơ tiếp nhận theo quý, năm 2026",
	 .max = NAME_MAX_LENGTH},
	{.key = "mo_ta",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct written_chart, about),
	 .label = "Mô tả",
	 .about = N_("What a reader should see in it, in a sentence.")},
	{.key = "don_vi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct written_chart, unit),
	 .label = "Đơn vị",
	 .about = N_("What is counted: \"hồ sơ\", \"%\"."),
	 .example = "hồ sơ"},
	{.key = "nguon",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct written_chart, source),
	 .label = "Nguồn",
	 .about = N_("Where the numbers come from.")},
	{.key = "chuoi",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct written_chart, series),
	 .label = "Chuỗi",
	 .about = N_("Of cot and duong: the names of the numbers that stand side by side, "
		     "when each row has several."),
	 .min = 1,
	 .max = CHART_SERIES_MAX},
	{.key = "du_lieu",
	 .type = FIELD_MAP,
	 .flags = FIELD_REQUIRED | FIELD_MANY,
	 .offset = offsetof(struct written_chart, rows),
	 .label = "Dữ liệu",
	 .about = N_("The rows, from top to bottom or from left to right."),
	 .map = &row_schema,
	 .min = 1,
	 .max = CHART_POINTS_MAX},
	{0},
};

const struct schema chart_schema = {
	.name = N_("a chart"),
	.size = sizeof(struct written_chart),
	.fields = chart_fields,
};

static struct pos place_of(const struct value *v, const char *key)
{
	const struct value_entry *e = schema_find(v, key);

	return e ? e->value->pos : v->pos;
}

static const struct value *written_row(const struct reading *r, size_t i)
{
	const struct value *rows = schema_find(r->v, "du_lieu")->value;

	return rows->kind == VALUE_LIST ? rows->entries[i].value : rows;
}

/* Of the n-th of its values. */
static struct pos place_of_value(const struct reading *r, size_t row, size_t n)
{
	const struct value_entry *e = schema_find(written_row(r, row), "gia_tri");

	return e->value->kind == VALUE_LIST ? e->value->entries[n].value->pos : e->value->pos;
}

/* How many digits stand behind the comma. */
static int places_of(struct str text)
{
	struct str part;

	str_cut(text, ',', &part);
	return (int)part.n;
}

static bool refuse_number(struct reading *r, struct str text, struct pos at)
{
	if (str_has(text, '.'))
		return diag_error(r->d, at,
				  _("\"" STR_FMT "\" has a point: write 1500 for one thousand "
				    "five hundred, and 1,5 for one and a half"),
				  STR_ARG(text));
	return diag_error(r->d, at,
			  _("\"" STR_FMT "\" is no number; write digits and a decimal comma, "
			    "like 83,25"),
			  STR_ARG(text));
}

static bool read_number(struct reading *r, struct str text, struct pos at, int64_t *out)
{
	if (!decimal_parse(text, out))
		return refuse_number(r, text, at);
	if (places_of(text) > r->chart->places)
		r->chart->places = places_of(text);
	return true;
}

/* "thiếu", "-", "–" */
static bool says_missing(struct arena *a, struct str text)
{
	return str_eq_z(viet_fold(a, text), "thieu") || str_eq_z(text, "-") ||
	       str_eq_z(text, "–");
}

static bool is_part_of_whole(const struct reading *r)
{
	return r->chart->sort == CHART_PROGRESS || r->chart->sort == CHART_SHARE;
}

static bool read_value(struct reading *r, size_t row, size_t n, struct str text, int64_t *out)
{
	struct pos at = place_of_value(r, row, n);

	if (says_missing(r->a, text))
		return true;
	if (!read_number(r, text, at, out))
		return false;
	r->any = true;
	if (*out < 0 && is_part_of_whole(r))
		return diag_error(r->d, at,
				  _("\"" STR_FMT "\" is less than 0: only the charts \"cot\" "
				    "and \"duong\" can show that"),
				  STR_ARG(text));
	return true;
}

/* A flow list [90,4, 86,9] is four numbers to YAML. */
static bool refuse_count(struct reading *r, size_t row, const struct written_row *w)
{
	return diag_error(r->d, place_of(written_row(r, row), "gia_tri"),
			  _("\"" STR_FMT "\" has %zu numbers, but the chart has %zu series "
			    "(chuoi); write each number in a line of its own behind \"- \""),
			  STR_ARG(w->name), w->values.n, r->chart->n_series);
}

static bool read_values(struct reading *r, size_t row, const struct written_row *w,
			int64_t *values)
{
	bool good = true;

	for (size_t i = 0; i < r->chart->n_series; i++)
		values[i] = CHART_MISSING;
	if (w->values.n && w->values.n != r->chart->n_series)
		return refuse_count(r, row, w);
	for (size_t i = 0; i < w->values.n; i++)
		good &= read_value(r, row, i, *LIST_ITEM(w->values, struct str, i), &values[i]);
	return good;
}

static bool refuse_key(struct reading *r, size_t row, const char *key, enum chart_sort sort)
{
	return diag_error(r->d, place_of(written_row(r, row), key),
			  _("\"%s\" belongs to a chart of the sort \"%s\" only"), key,
			  sorts[sort].code);
}

/* chi_tieu or phai_dat. */
static bool read_goal(struct reading *r, size_t row, const char *key, struct str text,
		      int64_t *out)
{
	struct pos at = place_of(written_row(r, row), key);

	*out = CHART_MISSING;
	if (!text.n)
		return true;
	if (r->chart->sort != CHART_PROGRESS)
		return refuse_key(r, row, key, CHART_PROGRESS);
	if (!read_number(r, text, at, out))
		return false;
	return *out > 0 ||
	       diag_error(r->d, at, _("\"" STR_FMT "\" must be more than 0"), STR_ARG(text));
}

static bool is_new_name(struct reading *r, size_t row)
{
	for (size_t i = 0; i < row; i++) {
		if (str_eq(r->chart->rows[i].name, r->chart->rows[row].name))
			return diag_error(r->d, place_of(written_row(r, row), "ten"),
					  _("two rows of the chart are called \"" STR_FMT "\""),
					  STR_ARG(r->chart->rows[row].name));
	}
	return true;
}

static bool read_row(struct reading *r, size_t i, struct chart_row *row)
{
	const struct written_row *w = LIST_ITEM(r->written->rows, struct written_row, i);
	int64_t *values = arena_array(r->a, int64_t, r->chart->n_series);
	bool good;

	row->name = w->name;
	row->values = values;
	row->mark = w->mark;
	good = is_new_name(r, i);
	good &= read_values(r, i, w, values);
	good &= read_goal(r, i, "chi_tieu", w->target, &row->target);
	good &= read_goal(r, i, "phai_dat", w->due, &row->due);
	if (w->mark.n && r->chart->sort != CHART_LINE)
		good = refuse_key(r, i, "moc", CHART_LINE);
	return good;
}

static bool read_rows(struct reading *r)
{
	size_t n = r->written->rows.n;
	struct chart_row *rows = arena_array(r->a, struct chart_row, n);
	bool good = true;

	r->chart->rows = rows;
	r->chart->n_rows = n;
	for (size_t i = 0; i < n; i++)
		good &= read_row(r, i, &rows[i]);
	return good;
}

static bool check_series(struct reading *r)
{
	const struct list *series = &r->written->series;
	static const struct str none = {0};

	r->chart->series = series->n ? LIST_ITEM(*series, struct str, 0) : &none;
	r->chart->n_series = series->n ? series->n : 1;
	if (series->n && is_part_of_whole(r))
		return diag_error(r->d, place_of(r->v, "chuoi"),
				  _("a chart of the sort \"%s\" has one number a row; take "
				    "\"chuoi\" out"),
				  sorts[r->chart->sort].code);
	return true;
}

static bool check_rows(struct reading *r)
{
	size_t max = chart_rows_max(r->chart->sort);

	if (r->written->rows.n <= max)
		return true;
	return diag_error(
		r->d, place_of(r->v, "du_lieu"),
		_("a chart of the sort \"%s\" has at most %zu rows, not %zu; put small "
		  "ones together or make two charts"),
		sorts[r->chart->sort].code, max, r->written->rows.n);
}

static bool check_any(struct reading *r)
{
	return r->any ||
	       diag_error(r->d, place_of(r->v, "du_lieu"), _("the chart has no number at all"));
}

static bool read_chart(struct reading *r)
{
	const struct written_chart *w = r->written;

	*r->chart = (struct chart){
		.sort = (enum chart_sort)w->sort,
		.title = w->title,
		.about = w->about,
		.source = w->source,
		.unit = w->unit,
	};
	return check_series(r) && check_rows(r) && read_rows(r) && check_any(r);
}

/* The same for the same place, and of no other one: files are many, and a page may show
 * the texts of several. No heading has an underscore in its id. */
static struct str id_at(struct arena *a, struct pos at)
{
	struct str path = at.source ? at.source->path : STR("");

	return str_fmt(a, "bd_%llx_%u", (unsigned long long)str_hash(path, 0), at.line);
}

bool chart_fence(struct arena *a, struct str word, struct str body, struct pos at, bool *known,
		 struct buf *out, struct diag *d)
{
	struct written_chart written = {0};
	struct chart chart;
	struct reading r = {.a = a, .written = &written, .chart = &chart, .d = d};

	*known = str_eq_z(word, "chart") || str_eq_z(word, "bieu-do");
	if (!*known)
		return true;
	r.v = value_from_yaml(a, at, body, YAML_FRONT_MATTER_MAX, d);
	if (!r.v || !schema_load(a, &chart_schema, r.v, &written, d) || !read_chart(&r))
		return false;
	chart_put(out, &chart, id_at(a, at));
	return true;
}
