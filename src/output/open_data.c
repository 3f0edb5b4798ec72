/* The cells of datasets, as JSON and CSV. */
#include "output/open_data_parts.h"

#include "data/csv.h"

bool open_data_is_in(const struct dataset *set, const struct page *p)
{
	return p->kind == set->kind && p->visibility == PAGE_PUBLISHED;
}

bool open_data_has(const struct site *s, const struct dataset *set)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		if (open_data_is_in(set, s->pages.items[i]))
			return true;
	}
	return false;
}

void open_data_each_row(const struct viewing *w, const struct dataset *set, row_fn *take,
			void *sink)
{
	for (size_t i = 0; i < w->site->pages.n; i++) {
		if (open_data_is_in(set, w->site->pages.items[i]))
			set->rows(w, w->site->pages.items[i], take, sink);
	}
}

/* ---- cells ----------------------------------------------------------------------- */

/* Nobody learns from here of what is not published. */
static const struct value *data_ref(struct arena *a, const struct ref *ref, void *context)
{
	const struct viewing *w = context;
	const struct page *p = ref->to;

	if (!p)
		return value_string(a, ref->code);
	if (page_is_visible(p))
		return view_coded(w, p->common->code, p->title, view_absolute(w, p->url));
	return p->visibility == PAGE_RECORD
		       ? view_coded(w, p->common->code, p->title, value_null(a))
		       : value_null(a);
}

static const struct value *cell_of(const struct viewing *w, const struct dataset *set,
				   const struct column *c, const struct row *row)
{
	struct viewing viewing = *w;
	const struct schema_data_way way = {
		.domain = w->site->config->domain, .ref_fn = data_ref, .context = &viewing};

	if (c->label)
		return value_get(row->more, str_of(c->key));
	return schema_data(w->arena, schema_field(set->kind->schema, c->key), row->page->data,
			   &way);
}

/* ---- JSON ------------------------------------------------------------------------ */

struct json_rows {
	const struct viewing *viewing;
	const struct dataset *set;
	struct value *list;
};

static void take_json(void *sink, const struct row *row)
{
	const struct json_rows *j = sink;
	const struct viewing *w = j->viewing;
	struct value *v = value_map(w->arena);

	for (const struct column *c = j->set->columns; c->key; c++)
		data_set(w, v, c->key, cell_of(w, j->set, c, row));
	value_push(w->arena, j->list, v);
}

struct date open_data_last_change(const struct site *s, const struct dataset *set)
{
	struct date last = {0};

	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		struct date on;

		if (!open_data_is_in(set, p))
			continue;
		on = set->changed ? set->changed(s, p) : page_last_change(p);
		if (date_cmp(on, last) > 0)
			last = on;
	}
	return last;
}

void open_data_put_json(const struct viewing *w, const struct dataset *set, struct buf *out)
{
	struct json_rows j = {w, set, value_list(w->arena)};
	struct value *v = value_map(w->arena);

	open_data_each_row(w, set, take_json, &j);
	data_text(w, v, "ten", str_of(set->name));
	data_text(w, v, "mo_ta", str_of(set->about));
	data_text(w, v, "co_quan", w->site->config->organisation->name);
	data_text(w, v, "giay_phep", w->site->config->licence);
	data_set(w, v, "du_lieu_mau", view_truth(w, w->site->config->sample));
	data_day(w, v, "cap_nhat", open_data_last_change(w->site, set));
	data_url(w, v, "mo_ta_truong", STR(OPEN_DATA_URL));
	data_set(w, v, "du_lieu", j.list);
	value_to_json(v, out);
}

void open_data_make_json(const struct viewing *w, struct buf *out)
{
	open_data_put_json(w, w->output->dataset, out);
}

/* ---- CSV ------------------------------------------------------------------------- */

struct csv_rows {
	const struct viewing *viewing;
	const struct dataset *set;
	struct buf *out;
};

static void put_flat(const struct value *v, struct buf *out);

static void put_flat_list(const struct value *v, struct buf *out)
{
	for (uint32_t i = 0; i < v->n; i++) {
		if (i)
			buf_add_z(out, "; ");
		put_flat(v->entries[i].value, out);
	}
}

/* Of a mapping its name, which people read; of a list all, with "; " between. */
static void put_flat(const struct value *v, struct buf *out)
{
	const struct value *name = value_get(v, STR("ten"));

	if (v->kind == VALUE_LIST)
		put_flat_list(v, out);
	else if (name)
		put_flat(name, out);
	else if (v->kind != VALUE_NULL)
		buf_add(out, v->text);
}

static void put_cell(struct arena *a, const struct value *v, struct buf *out)
{
	struct buf flat = {.arena = a};

	if (v->kind == VALUE_NUMBER) {
		csv_put_digits(out, v->text);
		return;
	}
	put_flat(v, &flat);
	csv_put(out, buf_str(&flat));
}

static void take_csv(void *sink, const struct row *row)
{
	const struct csv_rows *r = sink;

	for (const struct column *c = r->set->columns; c->key; c++) {
		if (!c->not_in_csv)
			put_cell(r->viewing->arena, cell_of(r->viewing, r->set, c, row),
				 r->out);
	}
	csv_end_row(r->out);
}

void open_data_put_csv(const struct viewing *w, const struct dataset *set, struct buf *out)
{
	struct csv_rows r = {w, set, out};

	csv_begin(out);
	for (const struct column *c = set->columns; c->key; c++) {
		if (!c->not_in_csv)
			csv_put(out, str_of(c->key));
	}
	csv_end_row(out);
	open_data_each_row(w, set, take_csv, &r);
}

void open_data_make_csv(const struct viewing *w, struct buf *out)
{
	open_data_put_csv(w, w->output->dataset, out);
}
