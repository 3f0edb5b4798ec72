/* The progress of a plan, as a page shows it: the numbers of site/counting.h. */
#include "output/view.h"

#include "site/counting.h"
#include "viet/decimal.h"

/* 62 of 5/8; null when nothing is asked for. */
static const struct value *share(const struct viewing *w, const struct demand_count *d)
{
	if (d->whole <= 0)
		return value_null(w->arena);
	return value_int(w->arena, d->done >= d->whole ? 100 : d->done * 100 / d->whole);
}

/* As readers see it: 5.000. Null when nothing can be said. */
static const struct value *amount(const struct viewing *w, int64_t n)
{
	return n < 0 ? value_null(w->arena)
		     : value_string(w->arena, decimal_grouped(w->arena, n));
}

static const struct value *demand(const struct viewing *w, const struct demand_count *d)
{
	struct value *v = value_map(w->arena);
	int64_t missing = d->due - d->done;

	view_set(w, v, "da_dat", amount(w, d->done));
	view_set(w, v, "phai_dat", amount(w, d->due));
	view_set(w, v, "ca_ky", amount(w, d->whole));
	view_set(w, v, "con_thieu", missing > 0 ? amount(w, missing) : value_null(w->arena));
	view_set(w, v, "ty_le", share(w, d));
	return v;
}

static const struct value *items(const struct viewing *w, const struct target_count *t)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < t->n_items; i++) {
		const struct page *p = t->items[i].page;
		struct value *v = value_map(w->arena);

		view_set(w, v, "tieu_de", view_text(w, p->title));
		view_set(w, v, "url", view_path(w, p->url));
		view_set(w, v, "ngay", schema_view_date(w->arena, t->items[i].on));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *credits(const struct viewing *w, const struct target_count *t)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < t->n_credits; i++) {
		struct value *v = value_map(w->arena);

		view_set(w, v, "don_vi", view_page_link(w, t->credits[i].unit));
		view_set(w, v, "viet", value_int(w->arena, (int64_t)t->credits[i].written));
		view_set(w, v, "phoi_hop", value_int(w->arena, (int64_t)t->credits[i].helped));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *state(const struct viewing *w, enum target_state x)
{
	const struct choice c = report_target_states[x];

	return view_coded(w, str_of(c.code), str_of(c.name), value_null(w->arena));
}

static const struct value *gap(const struct viewing *w, const struct gap *g)
{
	struct value *v = value_map(w->arena);

	if (!g->days)
		return value_null(w->arena);
	view_set(w, v, "so_ngay", amount(w, g->days));
	view_set(w, v, "tu_ngay", schema_view_date(w->arena, g->when.first));
	view_set(w, v, "den_ngay", schema_view_date(w->arena, g->when.last));
	return v;
}

static const struct value *target(const struct viewing *w, const struct plan_count *count,
				  const struct target_count *t)
{
	const struct plan_target *row = t->target;
	struct value *v = value_map(w->arena);

	view_set(w, v, "tt", view_text(w, row->number));
	view_set(w, v, "noi_dung", view_text(w, row->text));
	view_set(w, v, "so_luong_goc", view_text(w, row->amount_as_written));
	view_set(w, v, "thoi_gian_goc", view_text(w, row->time_as_written));
	view_set(w, v, "han",
		 schema_view_date(w->arena, count_deadline(row, plan_days(count->plan))));
	view_set(w, v, "tinh_trang", state(w, t->state));
	view_set(w, v, "chua_ro", view_truth(w, t->state == TARGET_UNCLEAR));
	view_set(w, v, "so_luong", demand(w, &t->pieces));
	view_set(w, v, "so_loai", row->kinds < 0 ? value_null(w->arena) : demand(w, &t->sorts));
	view_set(w, v, "khoang_trong", gap(w, &t->longest));
	view_set(w, v, "da_dang", items(w, t));
	view_set(w, v, "dong_gop", credits(w, t));
	return v;
}

static const struct value *silent(const struct viewing *w, const struct plan_count *count)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count->n_silent; i++)
		value_push(w->arena, list, view_page_link(w, count->silent[i]));
	return list;
}

static const struct value *demands(const struct viewing *w, const struct plan_count *count)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count->n_demands; i++) {
		const struct demand_result *d = &count->demands[i];
		struct value *v = value_map(w->arena);

		view_set(w, v, "id", view_text(w, d->id));
		view_set(w, v, "noi_dung", view_text(w, d->text));
		view_set(w, v, "da_dat", amount(w, d->done));
		view_set(w, v, "phai_dat", amount(w, d->due));
		view_set(w, v, "tinh_trang", state(w, d->state));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *reports(const struct viewing *w, const struct plan_count *count)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count->n_reports; i++) {
		const struct report_due *r = &count->reports[i];
		struct value *v = value_map(w->arena);

		view_set(w, v, "noi_dung", view_text(w, r->row->text));
		view_set(w, v, "noi_nhan", view_text(w, r->row->to));
		view_set(w, v, "han", schema_view_date(w->arena, r->row->deadline));
		view_set(w, v, "tinh_trang", state(w, r->state));
		view_set(w, v, "chua_ro", view_truth(w, r->state == TARGET_UNCLEAR));
		view_set(w, v, "da_gui",
			 r->sent ? view_page_link(w, r->sent) : value_null(w->arena));
		value_push(w->arena, list, v);
	}
	return list;
}

void view_set_progress(const struct viewing *w, struct value *v)
{
	const struct plan *plan = w->output->page->data;
	struct date today = view_day(w->site->now);
	struct plan_count count = count_plan(w->arena, w->site, plan, plan_days(plan), today);
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count.n_targets; i++)
		value_push(w->arena, list, target(w, &count, &count.targets[i]));
	view_set(w, v, "tien_do", list);
	view_set(w, v, "yeu_cau_khac", demands(w, &count));
	view_set(w, v, "han_bao_cao", reports(w, &count));
	view_set(w, v, "tinh_den", schema_view_date(w->arena, today));
	view_set(w, v, "don_vi_chua_co", silent(w, &count));
	view_set(w, v, "so_don_vi", amount(w, (int64_t)count.n_units));
	view_set(w, v, "so_don_vi_da_co", amount(w, (int64_t)(count.n_units - count.n_silent)));
}
