/* The progress of a plan, as a page shows it: the numbers of site/counting.h. */
#include "output/view.h"

#include "kinds/view_chart.h"
#include "site/counting.h"
#include "site/deeds.h"
#include "viet/fold.h"

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

	view_set(w, v, "da_dat", view_amount(w, d->done));
	view_set(w, v, "phai_dat", view_amount(w, d->due));
	view_set(w, v, "ca_ky", view_amount(w, d->whole));
	view_set(w, v, "con_thieu",
		 missing > 0 ? view_amount(w, missing) : value_null(w->arena));
	view_set(w, v, "ty_le", share(w, d));
	return v;
}

/* The one that says how far the target is, and whether it is of different items. */
static const struct value *decisive(const struct viewing *w, const struct target_count *t)
{
	const struct demand_count *d = count_decisive(t);
	struct value *v = value_map(w->arena);

	view_set(w, v, "da_dat", view_amount(w, d->done));
	view_set(w, v, "ca_ky", view_amount(w, d->whole));
	view_set(w, v, "ty_le", share(w, d));
	view_set(w, v, "la_so_loai", view_truth(w, d == &t->sorts));
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

static const struct value *gap(const struct viewing *w, const struct gap *g)
{
	struct value *v = value_map(w->arena);

	if (!g->days)
		return value_null(w->arena);
	view_set(w, v, "so_ngay", view_amount(w, g->days));
	view_set(w, v, "tu_ngay", schema_view_date(w->arena, g->when.first));
	view_set(w, v, "den_ngay", schema_view_date(w->arena, g->when.last));
	return v;
}

static struct date first_of_next_month(struct date d)
{
	d.day = 1;
	d.month++;
	if (d.month > 12) {
		d.month = 1;
		d.year++;
	}
	return d;
}

static int64_t months_of(struct date_range days)
{
	return (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1;
}

/* How many of its items are of days before this one. */
static int64_t items_before(const struct target_count *t, struct date day)
{
	int64_t n = 0;

	for (size_t i = 0; i < t->n_items; i++)
		n += date_days(t->items[i].on) < date_days(day);
	return n;
}

/* What was there at the end of a month, nothing known of those to come; and what is due. */
static void set_month(const struct target_count *t, struct date month, struct date end,
		      struct date today, int64_t *values)
{
	bool begun = date_days(month) <= date_days(today);

	values[0] = begun ? view_chart_count(items_before(t, end)) : CHART_MISSING;
	values[1] =
		view_chart_count(count_due(t->target, t->target->amount, t->range, end).due);
}

/* Of a target whose items can be laid out in time: each of them is one, and they are asked
 * for in more than one month. */
static bool has_time(const struct target_count *t)
{
	int64_t n = months_of(t->range);

	return t->pieces.whole > 0 && count_decisive(t) == &t->pieces &&
	       t->pieces.done == (int64_t)t->n_items && n > 1 && n <= CHART_POINTS_MAX;
}

/* From month to month beside what was due. number is the target's. */
static const struct value *time_chart(const struct viewing *w, const struct plan_count *count,
				      const struct target_count *t, size_t number)
{
	static const struct str series[] = {{"Đã đạt", sizeof("Đã đạt") - 1},
					    {"Phải đạt", sizeof("Phải đạt") - 1}};
	size_t n = has_time(t) ? (size_t)months_of(t->range) : 0;
	struct chart_row *rows = arena_array(w->arena, struct chart_row, n + 1);
	int64_t *values = arena_array(w->arena, int64_t, 2 * (n + 1));
	struct date month = t->range.first;
	const struct chart c = {
		.sort = CHART_LINE,
		.title = str_concat(w->arena, STR("Cộng dồn đến cuối mỗi tháng, chỉ tiêu "),
				    t->target->number, (struct str){0}),
		.row_label = STR("Tháng"),
		.series = series,
		.n_series = COUNT(series),
		.rows = rows,
		.n_rows = n,
	};

	for (size_t i = 0; i < n; i++) {
		struct date end = first_of_next_month(month);

		set_month(t, month, end, count->today, &values[2 * i]);
		rows[i].name = str_fmt(w->arena, "%d", month.month);
		rows[i].values = &values[2 * i];
		month = end;
	}
	return n ? view_chart(w->arena, &c, str_fmt(w->arena, "bd_thoi_gian_%zu", number))
		 : value_null(w->arena);
}

static const struct value *target(const struct viewing *w, const struct plan_count *count,
				  size_t i)
{
	const struct target_count *t = &count->targets[i];
	const struct plan_target *row = t->target;
	struct value *v = value_map(w->arena);

	view_set(w, v, "tt", view_text(w, row->number));
	view_set(w, v, "noi_dung", view_text(w, row->text));
	view_set(w, v, "so_luong_goc", view_text(w, row->amount_as_written));
	view_set(w, v, "thoi_gian_goc", view_text(w, row->time_as_written));
	view_set(w, v, "han",
		 schema_view_date(w->arena, count_deadline(row, plan_days(count->plan))));
	view_set(w, v, "tinh_trang", view_target_state(w, t->state));
	view_set(w, v, "chua_ro", view_truth(w, t->state == TARGET_UNCLEAR));
	view_set(w, v, "so_luong", demand(w, &t->pieces));
	view_set(w, v, "so_loai", row->kinds < 0 ? value_null(w->arena) : demand(w, &t->sorts));
	view_set(w, v, "quyet_dinh", decisive(w, t));
	view_set(w, v, "khoang_trong", gap(w, &t->longest));
	view_set(w, v, "da_dang", items(w, t));
	view_set(w, v, "dong_gop", credits(w, t));
	view_set(w, v, "bieu_do", time_chart(w, count, t, i + 1));
	return v;
}

/* "2. Tờ rơi"; "3. Pa-nô (số loại)" where the number of different items decides. */
static struct str name_in_chart(const struct viewing *w, const struct target_count *t)
{
	struct str name = str_concat(w->arena, t->target->number, STR(". "), t->target->text);

	if (t->state == TARGET_UNCLEAR)
		return str_concat(w->arena, name, STR(" (chưa rõ cách đếm)"), (struct str){0});
	if (count_decisive(t) == &t->sorts)
		return str_concat(w->arena, name, STR(" (số loại)"), (struct str){0});
	return name;
}

static const struct value *target_chart(const struct viewing *w, const struct plan_count *count)
{
	struct chart_row *rows = arena_array(w->arena, struct chart_row, count->n_targets + 1);
	int64_t *values = arena_array(w->arena, int64_t, count->n_targets + 1);
	const struct chart c = {
		.sort = CHART_PROGRESS,
		.title = STR("Tiến độ từng chỉ tiêu"),
		.row_label = STR("Chỉ tiêu"),
		.rows = rows,
		.n_rows = count->n_targets,
	};

	for (size_t i = 0; i < count->n_targets; i++) {
		const struct target_count *t = &count->targets[i];
		const struct demand_count *d = count_decisive(t);

		values[i] = view_chart_count(d->done);
		rows[i].name = name_in_chart(w, t);
		rows[i].values = &values[i];
		rows[i].target = view_chart_count(d->whole);
		rows[i].due = view_chart_count(d->due);
	}
	return view_chart(w->arena, &c, STR("bd_tien_do"));
}

static const struct value *unit_chart(const struct viewing *w, const struct plan_count *count)
{
	const int64_t active = view_chart_count((int64_t)(count->n_units - count->n_silent));
	const struct chart_row row = {
		.name = STR("Đơn vị đã có nội dung đăng trong kỳ"),
		.values = &active,
		.target = view_chart_count((int64_t)count->n_units),
		.due = CHART_MISSING,
	};
	const struct chart c = {
		.sort = CHART_PROGRESS,
		.title = STR("Các đơn vị tham gia"),
		.unit = STR("đơn vị"),
		.rows = &row,
		.n_rows = 1,
	};

	return count->n_units ? view_chart(w->arena, &c, STR("bd_don_vi"))
			      : value_null(w->arena);
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
		view_set(w, v, "da_dat", view_amount(w, d->done));
		view_set(w, v, "phai_dat", view_amount(w, d->due));
		view_set(w, v, "tinh_trang", view_target_state(w, d->state));
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
		view_set(w, v, "tinh_trang", view_target_state(w, r->state));
		view_set(w, v, "chua_ro", view_truth(w, r->state == TARGET_UNCLEAR));
		view_set(w, v, "da_gui",
			 r->sent ? view_page_link(w, r->sent) : value_null(w->arena));
		value_push(w->arena, list, v);
	}
	return list;
}

/* Names, as the plan's list of units or channels calls them. */
static void add_name(const struct viewing *w, struct value *list, struct str name)
{
	value_push(w->arena, list, view_named(w, name, (struct str){0}));
}

static const struct value *channel_names(const struct viewing *w, const struct list *channels)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < channels->n; i++)
		add_name(w, list, str_of(plan_channels[*LIST_ITEM(*channels, int, i)].name));
	return list;
}

static const struct value *unit_names(const struct viewing *w, const struct plan *plan,
				      const struct list *codes)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < codes->n; i++) {
		struct str code = *LIST_ITEM(*codes, struct str, i);
		const struct plan_participant *p = plan_participant(plan, code);

		add_name(w, list, p ? p->name : code);
	}
	return list;
}

static struct value *deeds_row(const struct viewing *w, struct str id, struct str text,
			       const struct deeds *d)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "id", view_text(w, id));
	view_set(w, v, "noi_dung", view_text(w, text));
	view_set(w, v, "da_dang", view_amount(w, (int64_t)d->n));
	view_set(w, v, "gan_nhat", schema_view_date(w->arena, d->last));
	return v;
}

static const struct value *forms(const struct viewing *w, const struct plan_deeds *deeds)
{
	const struct list *rows = &deeds->plan->forms;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < rows->n; i++) {
		const struct plan_form *form = LIST_ITEM(*rows, struct plan_form, i);
		struct value *v = deeds_row(w, form->id, form->text, &deeds->forms[i]);

		view_set(w, v, "kenh", channel_names(w, &form->channels));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *task(const struct viewing *w, const struct plan *plan,
				const struct plan_duty *duty, const struct plan_task *t,
				const struct deeds *done)
{
	struct value *v = deeds_row(w, t->id, t->text, done);

	view_set(w, v, "don_vi", unit_names(w, plan, &duty->units));
	view_set(w, v, "han", schema_view_date(w->arena, t->deadline));
	return v;
}

static const struct value *tasks(const struct viewing *w, const struct plan_deeds *deeds)
{
	const struct plan *plan = deeds->plan;
	const struct deeds *done = deeds->tasks;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < plan->duties.n; i++) {
		const struct plan_duty *duty = LIST_ITEM(plan->duties, struct plan_duty, i);

		for (size_t k = 0; k < duty->tasks.n; k++)
			value_push(w->arena, list,
				   task(w, plan, duty,
					LIST_ITEM(duty->tasks, struct plan_task, k), done++));
	}
	return list;
}

static const struct value *channels(const struct viewing *w, const struct plan_deeds *deeds)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < deeds->n_channels; i++) {
		const struct channel_deeds *c = &deeds->channels[i];

		value_push(w->arena, list,
			   deeds_row(w, c->code, channel_name(w->site->config, c->code),
				     &c->done));
	}
	return list;
}

/* Units that gave something. */
static const struct value *givers(const struct viewing *w, const struct plan_deeds *deeds)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < deeds->n_units; i++) {
		const struct unit_deeds *u = &deeds->units[i];
		struct value *v = value_map(w->arena);

		if (!u->written.n && !u->helped.n)
			continue;
		view_set(w, v, "don_vi", view_page_link(w, u->unit));
		view_set(w, v, "viet", view_amount(w, (int64_t)u->written.n));
		view_set(w, v, "phoi_hop", view_amount(w, (int64_t)u->helped.n));
		value_push(w->arena, list, v);
	}
	return list;
}

static void set_deeds(const struct viewing *w, const struct plan *plan, struct date today,
		      struct value *v)
{
	struct plan_deeds deeds = plan_deeds(w->arena, w->site, plan, plan_days(plan), today);

	view_set(w, v, "theo_hinh_thuc", forms(w, &deeds));
	view_set(w, v, "theo_nhiem_vu", tasks(w, &deeds));
	view_set(w, v, "theo_kenh", channels(w, &deeds));
	view_set(w, v, "theo_don_vi", givers(w, &deeds));
}

/* {ma, ten, so}: how many targets stand in each state that any stands in. */
static const struct value *tally(const struct viewing *w, const struct plan_count *count)
{
	struct value *list = value_list(w->arena);

	for (int code = 0; report_target_states[code].code; code++) {
		const struct choice c = report_target_states[code];
		struct value *v;
		int64_t n = 0;

		for (size_t i = 0; i < count->n_targets; i++)
			n += (int)count->targets[i].state == code;
		if (!n)
			continue;
		v = view_coded(w, str_of(c.code), viet_lower(w->arena, str_of(c.name)),
			       value_null(w->arena));
		view_set(w, v, "so", value_int(w->arena, n));
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
		value_push(w->arena, list, target(w, &count, i));
	view_set(w, v, "tien_do", list);
	view_set(w, v, "bieu_do", target_chart(w, &count));
	view_set(w, v, "bieu_do_don_vi", unit_chart(w, &count));
	view_set(w, v, "dem_chi_tieu", tally(w, &count));
	view_set(w, v, "so_chi_tieu", view_amount(w, (int64_t)count.n_targets));
	view_set(w, v, "yeu_cau_khac", demands(w, &count));
	view_set(w, v, "han_bao_cao", reports(w, &count));
	view_set(w, v, "tinh_den", schema_view_date(w->arena, today));
	view_set(w, v, "don_vi_chua_co", silent(w, &count));
	view_set(w, v, "so_don_vi", view_amount(w, (int64_t)count.n_units));
	view_set(w, v, "so_don_vi_da_co",
		 view_amount(w, (int64_t)(count.n_units - count.n_silent)));
	set_deeds(w, plan, today, v);
}
