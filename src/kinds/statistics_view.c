#include <stdlib.h>

#include "kinds/statistics_parts.h"
#include "kinds/view_chart.h"
#include "viet/decimal.h"
#include "viet/fold.h"

struct entry {
	const struct record *record;
	struct date_range range;
	struct str code; /* of the procedure */
};

static int64_t finished(const struct counts *n)
{
	return n->in_time + n->early + n->late;
}

/* "97,5"; null where nothing can be divided. */
static const struct value *share(struct arena *a, int64_t part, int64_t whole)
{
	if (whole <= 0 || part < 0)
		return value_null(a);
	return value_string(a, decimal_text(a, decimal_percent(part, whole), 1, ','));
}

static void set_count(struct arena *a, struct value *v, const char *key, int64_t n)
{
	value_set(a, v, str_of(key), n < 0 ? value_null(a) : value_int(a, n));
}

/* The shares: of files that came online, among those that came in; of those that were
 * answered in time or early, among those that were answered. */
static void set_shares(struct arena *a, struct value *v, const struct counts *n)
{
	value_set(a, v, STR("ty_le_truc_tuyen"), share(a, n->online, n->received));
	value_set(a, v, STR("ty_le_dung_han"), share(a, n->in_time + n->early, finished(n)));
}

static void set_counts(struct arena *a, struct value *v, const struct counts *n)
{
	set_count(a, v, "tiep_nhan", n->received);
	set_count(a, v, "truc_tuyen", n->online);
	set_count(a, v, "dung_han", n->in_time);
	set_count(a, v, "truoc_han", n->early);
	set_count(a, v, "qua_han", n->late);
	set_count(a, v, "dang_giai_quyet", n->open);
	set_shares(a, v, n);
}

/* Of the files that were answered: how many early, in time, late. */
static const struct value *chart(struct arena *a, const struct counts *n, struct str period,
				 struct str id)
{
	const int64_t values[] = {view_chart_count(n->early), view_chart_count(n->in_time),
				  view_chart_count(n->late)};
	const struct chart_row rows[] = {
		{.name = STR("Trả trước hạn"), .values = &values[0]},
		{.name = STR("Trả đúng hạn"), .values = &values[1]},
		{.name = STR("Trả quá hạn"), .values = &values[2]},
	};
	const struct chart c = {
		.sort = CHART_SHARE,
		.title = str_concat(a, STR("Hồ sơ đã trả kết quả, "), period, (struct str){0}),
		.unit = STR("hồ sơ"),
		.row_label = STR("Kết quả"),
		.rows = rows,
		.n_rows = COUNT(rows),
	};

	return finished(n) ? view_chart(a, &c, id) : value_null(a);
}

/* Where it is not known of one procedure, it is not known of all. */
static void add(struct counts *sum, const struct counts *n)
{
	sum->received += n->received;
	sum->online = n->online < 0 || sum->online < 0 ? -1 : sum->online + n->online;
	sum->in_time += n->in_time;
	sum->early += n->early;
	sum->late += n->late;
	sum->open += n->open;
}

/* Latest period first, long before short, then by procedure. */
static int compare(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int64_t last = date_days(y->range.last) - date_days(x->range.last);
	int64_t first = date_days(x->range.first) - date_days(y->range.first);

	if (last || first)
		return last ? (last > 0) - (last < 0) : (first > 0) - (first < 0);
	return str_cmp(x->code, y->code);
}

static struct entry *sorted(struct arena *a, const struct record *records, size_t n,
			    size_t *n_out)
{
	struct entry *entries = arena_array(a, struct entry, n + 1);
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		const struct statistics *x = records[i].data;

		entries[k].record = &records[i];
		entries[k].code = x->procedure.code;
		k += statistics_range(x->period, &entries[k].range);
	}
	if (k)
		qsort(entries, k, sizeof(*entries), compare);
	*n_out = k;
	return entries;
}

static const struct value *view_row(struct arena *a, const struct entry *e,
				    const struct derive_context *c)
{
	const struct statistics *x = e->record->data;
	struct value *v = value_map(a);

	value_set(a, v, STR("thu_tuc"), c->ref_view(a, &x->procedure, c->ref_context));
	value_set(a, v, STR("url"), value_get(e->record->view, STR("url")));
	set_counts(a, v, &x->counts);
	return v;
}

static bool is_same_period(const struct entry *x, const struct entry *y)
{
	return date_cmp(x->range.first, y->range.first) == 0 &&
	       date_cmp(x->range.last, y->range.last) == 0;
}

/* The table of the period of entries[0]; *used is how many entries it has. */
static const struct value *view_period(struct arena *a, const struct entry *entries, size_t n,
				       const struct derive_context *c, size_t *used)
{
	const struct statistics *first = entries[0].record->data;
	struct value *v = value_map(a), *rows = value_list(a), *total = value_map(a);
	struct str name = statistics_period_name(a, first->period);
	struct date_range range = entries[0].range;
	struct counts sum = {0};
	size_t i;

	for (i = 0; i < n && is_same_period(&entries[0], &entries[i]); i++) {
		const struct statistics *x = entries[i].record->data;

		add(&sum, &x->counts);
		value_push(a, rows, view_row(a, &entries[i], c));
	}
	set_counts(a, total, &sum);
	value_set(a, v, STR("ten"), value_string(a, viet_capitalize(a, name)));
	value_set(a, v, STR("tu_ngay"), schema_view_date(a, range.first));
	value_set(a, v, STR("den_ngay"), schema_view_date(a, range.last));
	value_set(a, v, STR("dong"), rows);
	value_set(a, v, STR("tong"), total);
	value_set(a, v, STR("bieu_do"),
		  chart(a, &sum, name,
			str_fmt(a, "bd_ky_%lld_%lld", (long long)date_days(range.first),
				(long long)date_days(range.last))));
	*used = i;
	return v;
}

void derive_statistics_table(struct arena *a, const struct record *records, size_t n,
			     const struct derive_context *c, struct value *view)
{
	struct value *periods = value_list(a);
	size_t n_entries, used;
	struct entry *entries = sorted(a, records, n, &n_entries);

	for (size_t i = 0; i < n_entries; i += used) {
		struct value *v = value_map(a);

		value_set(a, v, STR("so"), value_int(a, (int64_t)periods->n + 1));
		value_set(a, v, STR("ky"),
			  view_period(a, &entries[i], n_entries - i, c, &used));
		value_push(a, periods, v);
	}
	value_set(a, view, STR("bang"), periods);
	value_set(a, view, STR("co_bang"), value_bool(a, periods->n > 0));
}

void derive_statistics(struct arena *a, const void *data, const struct derive_context *c,
		       struct value *view)
{
	const struct statistics *x = data;
	struct str name = statistics_period_name(a, x->period);
	struct date_range range;

	(void)c;
	set_shares(a, view, &x->counts);
	value_set(a, view, STR("ten_ky"), value_string(a, viet_capitalize(a, name)));
	value_set(a, view, STR("bieu_do"), chart(a, &x->counts, name, STR("bd_ky")));
	if (statistics_range(x->period, &range)) {
		value_set(a, view, STR("tu_ngay"), schema_view_date(a, range.first));
		value_set(a, view, STR("den_ngay"), schema_view_date(a, range.last));
	}
}
