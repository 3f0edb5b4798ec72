#include <stdlib.h>

#include "kinds/index_parts.h"
#include "viet/decimal.h"

/* By subject as first written, then by year. */
struct row {
	const struct index_result *result;
	size_t number, subject;
};

static int compare_rows(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	if (x->subject != y->subject)
		return x->subject < y->subject ? -1 : 1;
	if (x->result->year != y->result->year)
		return x->result->year < y->result->year ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static size_t first_of_subject(const struct list *results, size_t n)
{
	const struct index_result *r = LIST_ITEM(*results, struct index_result, n);

	for (size_t i = 0; i < n; i++) {
		if (str_eq(LIST_ITEM(*results, struct index_result, i)->subject, r->subject))
			return i;
	}
	return n;
}

static struct row *sorted_rows(struct arena *a, const struct list *results)
{
	struct row *rows = arena_array(a, struct row, results->n + 1);

	for (size_t i = 0; i < results->n; i++)
		rows[i] = (struct row){LIST_ITEM(*results, struct index_result, i), i,
				       first_of_subject(results, i)};
	if (results->n)
		qsort(rows, results->n, sizeof(*rows), compare_rows);
	return rows;
}

static void set_text(struct arena *a, struct value *v, const char *key, struct str text)
{
	value_set(a, v, str_of(key), text.n ? value_string(a, text) : value_null(a));
}

static void set_count(struct arena *a, struct value *v, const char *key, int64_t n)
{
	value_set(a, v, str_of(key), n > 0 ? value_int(a, n) : value_null(a));
}

/* "+0,85", "-1,20"; nothing without a year before. */
static struct str change_since(struct arena *a, const struct index_result *before,
			       const struct index_result *r)
{
	int64_t old, new;
	struct str text;

	if (!before || !decimal_parse(before->value, &old) || !decimal_parse(r->value, &new))
		return (struct str){0};
	text = decimal_text(a, new - old, 2, ',');
	return new > old ? str_concat(a, STR("+"), text, (struct str){0}) : text;
}

static bool is_other_field(const struct index_result *before, const struct index_result *r)
{
	return before && before->total > 0 && r->total > 0 && before->total != r->total;
}

static const struct value *view_parts(struct arena *a, const struct list *parts)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < parts->n; i++) {
		const struct index_part *part = LIST_ITEM(*parts, struct index_part, i);
		struct value *v = value_map(a);

		set_text(a, v, "ten", part->name);
		set_text(a, v, "gia_tri", part->value);
		set_count(a, v, "hang", part->rank);
		value_push(a, list, v);
	}
	return list;
}

static const struct value *view_row(struct arena *a, const struct index *x,
				    const struct row *row, const struct index_result *before,
				    const struct derive_context *c)
{
	const struct index_result *r = row->result;
	struct value *v = value_map(a);
	bool breaks = is_other_field(before, r);

	value_set(a, v, STR("nam"), value_int(a, r->year));
	set_text(a, v, "gia_tri", r->value);
	set_text(a, v, "thay_doi", change_since(a, before, r));
	set_count(a, v, "hang", r->rank);
	set_count(a, v, "tong_so", r->total);
	/* Ranks among 63 and among 34 say nothing of each other. */
	value_set(a, v, STR("ngat"), value_bool(a, breaks));
	set_count(a, v, "tong_so_truoc", breaks ? before->total : 0);
	set_text(a, v, "nhom", r->group);
	value_set(a, v, STR("ngay_cong_bo"), schema_view_date(a, r->published));
	value_set(a, v, STR("van_ban"),
		  r->document.code.n && c->ref_view
			  ? c->ref_view(a, &r->document, c->ref_context)
			  : value_null(a));
	set_text(a, v, "nguon", r->source);
	value_set(a, v, STR("thanh_phan"), view_parts(a, &r->parts));
	value_set(a, v, STR("co_thanh_phan"), value_bool(a, r->parts.n > 0));
	value_set(a, v, STR("bieu_do"), index_parts_chart(a, x, r, row->number));
	return v;
}

static struct value *begin_series(struct arena *a, struct value *series,
				  const struct index_result *r)
{
	struct value *rows = value_list(a), *v = value_map(a);

	set_text(a, v, "doi_tuong", r->subject);
	value_set(a, v, STR("so"), value_int(a, (int64_t)series->n + 1));
	value_set(a, v, STR("dong"), rows);
	value_push(a, series, v);
	return rows;
}

static struct date last_published(const struct index *x)
{
	struct date last = {0};

	for (size_t i = 0; i < x->results.n; i++) {
		const struct index_result *r = LIST_ITEM(x->results, struct index_result, i);

		if (date_cmp(r->published, last) > 0)
			last = r->published;
	}
	return last;
}

/* "90,1%", "86,5 điểm" */
static struct str in_units(struct arena *a, const struct index *x, struct str number)
{
	const struct choice *unit = &index_units[x->scale->unit];

	return str_concat(a, number, str_of(strcmp(unit->name, "%") == 0 ? "" : " "),
			  str_of(unit->name));
}

void derive_index(struct arena *a, const void *data, const struct derive_context *c,
		  struct value *view)
{
	const struct index *x = data;
	const struct row *rows = sorted_rows(a, &x->results);
	struct value *series = value_list(a), *list = NULL;
	bool breaks = false;

	for (size_t i = 0; i < x->results.n; i++) {
		const struct index_result *before = NULL;

		if (i && rows[i - 1].subject == rows[i].subject)
			before = rows[i - 1].result;
		if (!before)
			list = begin_series(a, series, rows[i].result);
		breaks |= is_other_field(before, rows[i].result);
		value_push(a, list, view_row(a, x, &rows[i], before, c));
	}
	set_text(a, view, "diem_cao_nhat", in_units(a, x, x->scale->max));
	value_set(a, view, STR("bang"), series);
	value_set(a, view, STR("co_ngat"), value_bool(a, breaks));
	value_set(a, view, STR("bieu_do"), index_chart(a, x));
	if (!date_is_set(x->common.published))
		value_set(a, view, STR("ngay_danh_sach"),
			  schema_view_date(a, last_published(x)));
}

void card_of_index(struct arena *a, const void *data, const struct derive_context *c,
		   struct value *view)
{
	const struct index *x = data;
	/* There is one: results are required. */
	const struct index_result *last = LIST_ITEM(x->results, struct index_result, 0);
	struct value *v = value_map(a);

	(void)c;
	for (size_t i = 1; i < x->results.n; i++) {
		const struct index_result *r = LIST_ITEM(x->results, struct index_result, i);

		if (r->year > last->year)
			last = r;
	}
	value_set(a, v, STR("nam"), value_int(a, last->year));
	set_text(a, v, "gia_tri", last->value);
	set_text(a, v, "gia_tri_chu", in_units(a, x, last->value));
	set_text(a, v, "don_vi", str_of(index_units[x->scale->unit].name));
	set_text(a, v, "doi_tuong", last->subject);
	value_set(a, view, STR("ket_qua_moi"), v);
}
