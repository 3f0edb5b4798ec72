/* The progress of a plan, as a page shows it: the numbers of site/counting.h. */
#include "output/view.h"

#include "site/counting.h"

/* 62 of 5/8; null when nothing is asked for. */
static const struct value *share(const struct viewing *w, const struct demand_count *d)
{
	if (d->whole <= 0)
		return value_null(w->arena);
	return value_int(w->arena, d->done >= d->whole ? 100 : d->done * 100 / d->whole);
}

static const struct value *demand(const struct viewing *w, const struct demand_count *d)
{
	struct value *v = value_map(w->arena);
	int64_t missing = d->due - d->done;

	view_set(w, v, "da_dat", value_int(w->arena, d->done));
	view_set(w, v, "phai_dat",
		 d->due < 0 ? value_null(w->arena) : value_int(w->arena, d->due));
	view_set(w, v, "ca_ky",
		 d->whole < 0 ? value_null(w->arena) : value_int(w->arena, d->whole));
	view_set(w, v, "con_thieu",
		 missing > 0 ? value_int(w->arena, missing) : value_null(w->arena));
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

static const struct value *target(const struct viewing *w, const struct plan_count *count,
				  const struct target_count *t)
{
	const struct choice state = report_target_states[t->state];
	const struct plan_target *row = t->target;
	struct value *v = value_map(w->arena);

	view_set(w, v, "tt", view_text(w, row->number));
	view_set(w, v, "noi_dung", view_text(w, row->text));
	view_set(w, v, "so_luong_goc", view_text(w, row->amount_as_written));
	view_set(w, v, "thoi_gian_goc", view_text(w, row->time_as_written));
	view_set(w, v, "han", schema_view_date(w->arena, count_deadline(row, count->window)));
	view_set(w, v, "tinh_trang",
		 view_coded(w, str_of(state.code), str_of(state.name), value_null(w->arena)));
	view_set(w, v, "chua_ro", view_truth(w, t->state == TARGET_UNCLEAR));
	view_set(w, v, "so_luong", demand(w, &t->pieces));
	view_set(w, v, "so_loai", row->kinds < 0 ? value_null(w->arena) : demand(w, &t->sorts));
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

void view_set_progress(const struct viewing *w, struct value *v)
{
	const struct plan *plan = w->output->page->data;
	struct date_range window = {plan->period->from, plan->period->to};
	struct date today = view_day(w->site->now);
	struct plan_count count = count_plan(w->arena, w->site, plan, window, today);
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count.n_targets; i++)
		value_push(w->arena, list, target(w, &count, &count.targets[i]));
	view_set(w, v, "tien_do", list);
	view_set(w, v, "tinh_den", schema_view_date(w->arena, today));
	view_set(w, v, "don_vi_chua_co", silent(w, &count));
	view_set(w, v, "so_don_vi", value_int(w->arena, (int64_t)count.n_units));
	view_set(w, v, "so_don_vi_da_co",
		 value_int(w->arena, (int64_t)(count.n_units - count.n_silent)));
}
