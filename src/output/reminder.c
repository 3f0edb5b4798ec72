#include "output/reminder.h"

#include "output/view.h"
#include "site/contributions.h"
#include "site/counting.h"
#include "viet/fold.h"

/* A plan that runs in the period. */
struct promised {
	const struct page *page;
	const struct plan *plan;
	struct date_range days;          /* that are looked at */
	struct plan_count now, so_far;   /* in those days; since the plan began */
	struct contributions given, all; /* the same */
};

struct reminding {
	struct arena *arena;
	struct viewing viewing; /* for views and addresses */
	const struct reminder_request *request;
	struct promised *plans;
	size_t n_plans;
	struct date send_by;     /* not set when the period is over */
	const struct page *unit; /* the one whose sheet is made */
};

static void put(const struct reminding *m, struct value *map, const char *key,
		const struct value *v)
{
	view_set(&m->viewing, map, key, v);
}

static void put_text(const struct reminding *m, struct value *map, const char *key,
		     struct str s)
{
	put(m, map, key, view_text(&m->viewing, s));
}

static void put_truth(const struct reminding *m, struct value *map, const char *key, bool b)
{
	put(m, map, key, view_truth(&m->viewing, b));
}

static void put_day(const struct reminding *m, struct value *map, const char *key,
		    struct date d)
{
	put(m, map, key, schema_view_date(m->arena, view_day(d)));
}

/* As a number, and under `text` as readers see it; null when it cannot be said. */
static void put_amount(const struct reminding *m, struct value *map, const char *key,
		       const char *text, int64_t n)
{
	put(m, map, key, n < 0 ? value_null(m->arena) : value_int(m->arena, n));
	put(m, map, text, view_amount(&m->viewing, n));
}

/* ---- whom a plan means ------------------------------------------------------------ */

/* "Các khoa, phòng": all units, when the site has no unit of that code. */
static bool means_all(const struct reminding *m, const struct plan *plan, struct str code)
{
	const struct plan_participant *p = plan_participant(plan, code);

	return p && !site_find(m->viewing.site, STR("don-vi"), code) &&
	       str_starts(viet_fold(m->arena, p->name), STR("cac "));
}

enum part { /* of a unit in a row of a plan */
	PART_NONE,
	PART_HELPS,
	PART_DOES,
};

static bool names_unit(const struct reminding *m, const struct plan *plan,
		       const struct list *codes)
{
	for (size_t i = 0; i < codes->n; i++) {
		struct str code = *LIST_ITEM(*codes, struct str, i);

		if (str_eq(code, m->unit->common->code) || means_all(m, plan, code))
			return true;
	}
	return false;
}

static enum part part_in(const struct reminding *m, const struct plan *plan,
			 const struct list *doers, const struct list *helpers)
{
	if (names_unit(m, plan, doers))
		return PART_DOES;
	return names_unit(m, plan, helpers) ? PART_HELPS : PART_NONE;
}

static void put_part(const struct reminding *m, struct value *v, enum part part)
{
	put_text(m, v, "vai_tro", part == PART_DOES ? STR("thực hiện") : STR("phối hợp"));
	put_truth(m, v, "phai_lam", part == PART_DOES);
}

static struct str name_in(const struct plan *plan, struct str code)
{
	const struct plan_participant *p = plan_participant(plan, code);

	return p ? p->name : code;
}

/* The others who share the promise. */
static const struct value *others(const struct reminding *m, const struct plan *plan,
				  const struct list *codes)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < codes->n; i++) {
		struct str code = *LIST_ITEM(*codes, struct str, i);

		if (!str_eq(code, m->unit->common->code))
			value_push(m->arena, list, value_string(m->arena, name_in(plan, code)));
	}
	return list;
}

/* ---- a target --------------------------------------------------------------------- */

static const struct credit_count *credit_in(const struct reminding *m,
					    const struct target_count *t)
{
	for (size_t i = 0; i < t->n_credits; i++) {
		if (t->credits[i].unit == m->unit)
			return &t->credits[i];
	}
	return NULL;
}

static const struct value *own_credit(const struct reminding *m, const struct target_count *t)
{
	const struct credit_count *credit = credit_in(m, t);
	struct value *v = value_map(m->arena);

	put(m, v, "viet", value_int(m->arena, credit ? (int64_t)credit->written : 0));
	put(m, v, "phoi_hop", value_int(m->arena, credit ? (int64_t)credit->helped : 0));
	return v;
}

static int64_t missing_of(const struct demand_count *d)
{
	if (d->whole < 0)
		return -1;
	return d->whole > d->done ? d->whole - d->done : 0;
}

static const struct value *demand(const struct reminding *m, const struct demand_count *d)
{
	struct value *v = value_map(m->arena);

	put_amount(m, v, "ca_ky", "ca_ky_chu", d->whole);
	put_amount(m, v, "phai_dat", "phai_dat_chu", d->due);
	put_amount(m, v, "da_dat", "da_dat_chu", d->done);
	put_amount(m, v, "con_thieu", "con_thieu_chu", missing_of(d));
	put_truth(m, v, "thieu", missing_of(d) > 0);
	return v;
}

static bool is_missing(const struct target_count *t)
{
	return missing_of(&t->pieces) > 0 || missing_of(&t->sorts) > 0;
}

/* The last day on which it is in time; of what each cycle asks for, of the days looked
 * at. */
static struct date deadline_of(const struct promised *p, const struct target_count *t)
{
	struct date deadline = count_deadline(t->target, plan_days(p->plan));

	return t->from_start || date_days(deadline) < date_days(p->days.last) ? deadline
									      : p->days.last;
}

static void put_what_is_asked(const struct reminding *m, struct value *v,
			      const struct plan_target *row)
{
	put_text(m, v, "tt", row->number);
	put_text(m, v, "noi_dung", row->text);
	put_text(m, v, "don_vi_tinh", row->counted_in);
	put_text(m, v, "so_luong_goc", row->amount_as_written);
	put_text(m, v, "thoi_gian_goc", row->time_as_written);
	put_text(m, v, "san_pham", row->product);
}

static void put_state(const struct reminding *m, struct value *v, enum target_state state)
{
	put(m, v, "tinh_trang", view_target_state(&m->viewing, state));
	put_truth(m, v, "chua_ro", state == TARGET_UNCLEAR);
	put_truth(m, v, "dat", state == TARGET_REACHED);
}

static void put_deadline(const struct reminding *m, struct value *v, struct date deadline)
{
	bool set = date_is_full(deadline);

	put_day(m, v, "han", deadline);
	put_truth(m, v, "qua_han", set && date_days(deadline) < date_days(m->request->today));
}

static const struct value *target(const struct reminding *m, const struct promised *p, size_t i,
				  enum part part)
{
	const struct target_count *t = &p->now.targets[i];
	struct value *v = value_map(m->arena);

	put_what_is_asked(m, v, t->target);
	put_part(m, v, part);
	put(m, v, "cung_lam", others(m, p->plan, &t->target->doers));
	put(m, v, "so_luong",
	    t->target->amount < 0 ? value_null(m->arena) : demand(m, &t->pieces));
	put(m, v, "so_loai",
	    t->target->kinds < 0 ? value_null(m->arena) : demand(m, &t->sorts));
	put_truth(m, v, "luy_ke", t->from_start);
	put_truth(m, v, "thieu", is_missing(t));
	put_deadline(m, v, deadline_of(p, t));
	put_state(m, v, t->state);
	put(m, v, "don_vi_gop", own_credit(m, t));
	put(m, v, "don_vi_gop_tu_dau", own_credit(m, &p->so_far.targets[i]));
	return v;
}

/* What it has to do first, then what it helps with. */
static const struct value *targets(const struct reminding *m, const struct promised *p)
{
	struct value *list = value_list(m->arena);

	for (enum part part = PART_DOES; part > PART_NONE; part--) {
		for (size_t i = 0; i < p->now.n_targets; i++) {
			const struct plan_target *row = p->now.targets[i].target;

			if (part_in(m, p->plan, &row->doers, &row->helpers) == part)
				value_push(m->arena, list, target(m, p, i, part));
		}
	}
	return list;
}

/* ---- what else it has to do --------------------------------------------------------- */

/* The next of its days, or the last when all have passed. */
static struct date next_deadline(const struct reminding *m, const struct plan_task *task)
{
	struct date next = task->deadline;

	for (size_t i = 0; i < task->deadlines.n; i++) {
		struct date day = *LIST_ITEM(task->deadlines, struct date, i);

		if (!date_is_set(next) || date_days(next) < date_days(m->request->today))
			next = day;
	}
	return next;
}

static const struct value *task(const struct reminding *m, const struct plan_task *t,
				enum part part)
{
	struct value *v = schema_view(m->arena, &plan_task_schema, t, NULL, NULL);

	put_part(m, v, part);
	put_deadline(m, v, next_deadline(m, t));
	return v;
}

static const struct value *tasks(const struct reminding *m, const struct plan *plan)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < plan->duties.n; i++) {
		const struct plan_duty *duty = LIST_ITEM(plan->duties, struct plan_duty, i);

		for (size_t k = 0; k < duty->tasks.n; k++) {
			const struct plan_task *t = LIST_ITEM(duty->tasks, struct plan_task, k);
			enum part part = part_in(m, plan, &duty->units, &t->helpers);

			if (part != PART_NONE)
				value_push(m->arena, list, task(m, t, part));
		}
	}
	return list;
}

static const struct value *forms(const struct reminding *m, const struct plan *plan)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < plan->forms.n; i++) {
		const struct plan_form *form = LIST_ITEM(plan->forms, struct plan_form, i);
		enum part part = part_in(m, plan, &form->leads, &form->helpers);
		struct value *v;

		if (part == PART_NONE)
			continue;
		v = schema_view(m->arena, &plan_form_schema, form, NULL, NULL);
		put_part(m, v, part);
		value_push(m->arena, list, v);
	}
	return list;
}

static const struct value *reports(const struct reminding *m, const struct promised *p)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < p->now.n_reports; i++) {
		const struct report_due *due = &p->now.reports[i];
		struct value *v;

		if (!names_unit(m, p->plan, &due->row->senders))
			continue;
		v = schema_view(m->arena, &plan_report_schema, due->row, NULL, NULL);
		put_deadline(m, v, due->row->deadline);
		put_state(m, v, due->state);
		put_truth(m, v, "da_gui", due->sent != NULL);
		value_push(m->arena, list, v);
	}
	return list;
}

/* "100% khoa, phòng": the unit is one of them. */
static const struct value *shares(const struct reminding *m, const struct plan *plan)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < plan->demands.n; i++) {
		const struct plan_demand *d = LIST_ITEM(plan->demands, struct plan_demand, i);

		if (d->percent > 0)
			value_push(m->arena, list, value_string(m->arena, d->text));
	}
	return list;
}

/* ---- what it gave ------------------------------------------------------------------- */

static size_t items_of_unit(const struct reminding *m, const struct contributions *c)
{
	for (size_t i = 0; i < c->n; i++) {
		if (c->rows[i]->unit == m->unit && !c->rows[i]->person.n)
			return c->rows[i]->n_items;
	}
	return 0;
}

static const struct value *given(const struct reminding *m, const struct promised *p)
{
	size_t now = items_of_unit(m, &p->given), all = items_of_unit(m, &p->all);
	struct value *v = value_map(m->arena);

	put(m, v, "trong_ky", value_int(m->arena, (int64_t)now));
	put(m, v, "tu_dau", value_int(m->arena, (int64_t)all));
	put_truth(m, v, "chua_co", !now);
	return v;
}

/* Who gathers what the units give. */
static const struct value *focal(const struct reminding *m, const struct plan *plan)
{
	struct value *v = value_map(m->arena);

	for (size_t i = 0; i < plan->participants.n; i++) {
		const struct plan_participant *p =
			LIST_ITEM(plan->participants, struct plan_participant, i);
		const struct page *page = site_find(m->viewing.site, STR("don-vi"), p->code);
		const struct unit *unit = page ? page->data : NULL;

		if (p->role != PLAN_ROLE_FOCAL)
			continue;
		put_text(m, v, "ten", p->name);
		put_text(m, v, "dien_thoai", unit ? unit->phone : (struct str){0});
		put_text(m, v, "dia_diem", unit ? unit->place : (struct str){0});
		put_truth(m, v, "la_don_vi_nay", page == m->unit);
		return v;
	}
	return value_null(m->arena);
}

static void put_plan(const struct reminding *m, struct value *v, const struct promised *p)
{
	put_text(m, v, "ma", p->page->common->code);
	put_text(m, v, "so_ky_hieu", p->plan->document->number_symbol);
	put_text(m, v, "trich_yeu", p->plan->document->subject);
	put(m, v, "url", view_absolute(&m->viewing, p->page->url));
}

/* ---- a sheet -------------------------------------------------------------------------- */

static int64_t count_missing(const struct value *rows)
{
	int64_t n = 0;

	for (uint32_t i = 0; i < rows->n; i++) {
		const struct value *row = rows->entries[i].value;

		n += value_get(row, STR("thieu"))->boolean &&
		     value_get(row, STR("phai_lam"))->boolean;
	}
	return n;
}

static const struct value *in_plan(const struct reminding *m, const struct promised *p,
				   int64_t *missing)
{
	struct value *v = value_map(m->arena);
	const struct value *rows = targets(m, p);

	put_plan(m, v, p);
	put_day(m, v, "tu_ngay", p->days.first);
	put_day(m, v, "den_ngay", p->days.last);
	put(m, v, "chi_tieu", rows);
	put(m, v, "nhiem_vu", tasks(m, p->plan));
	put(m, v, "hinh_thuc", forms(m, p->plan));
	put(m, v, "bao_cao", reports(m, p));
	put(m, v, "ty_le_chung", shares(m, p->plan));
	put(m, v, "da_gop", given(m, p));
	put(m, v, "dau_moi", focal(m, p->plan));
	*missing += count_missing(rows);
	return v;
}

static const struct value *topics(const struct reminding *m, const struct unit *unit)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < unit->topics.n; i++) {
		int topic = *LIST_ITEM(unit->topics, int, i);

		value_push(m->arena, list,
			   value_string(m->arena, str_of(cchc_fields[topic].name)));
	}
	return list;
}

static const struct value *sheet(const struct reminding *m)
{
	const struct unit *unit = m->unit->data;
	struct value *v = value_map(m->arena), *plans = value_list(m->arena);
	int64_t missing = 0;
	bool silent = true;

	put_text(m, v, "ma", m->unit->common->code);
	put_text(m, v, "ten", m->unit->title);
	put_text(m, v, "truong_don_vi", unit->head);
	put(m, v, "linh_vuc", topics(m, unit));
	for (size_t i = 0; i < m->n_plans; i++) {
		value_push(m->arena, plans, in_plan(m, &m->plans[i], &missing));
		silent &= !items_of_unit(m, &m->plans[i].given);
	}
	put(m, v, "ke_hoach", plans);
	put(m, v, "so_chi_tieu_thieu", value_int(m->arena, missing));
	put_truth(m, v, "con_thieu", missing > 0);
	put_truth(m, v, "chua_co", silent);
	return v;
}

static bool is_asked(const struct reminding *m, const struct page *unit)
{
	for (size_t i = 0; i < m->n_plans; i++) {
		const struct plan_count *c = &m->plans[i].now;

		for (size_t k = 0; k < c->n_units; k++) {
			if (c->units[k] == unit)
				return true;
		}
	}
	return false;
}

static const struct value *sheets(struct reminding *m)
{
	const struct site *s = m->viewing.site;
	struct str only = m->request->unit;
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < s->n_sections; i++) {
		const struct page_list *pages = &s->sections[i].pages;

		for (size_t k = 0; s->sections[i].kind == &unit_kind && k < pages->n; k++) {
			m->unit = pages->items[k];
			if (is_asked(m, m->unit) &&
			    (!only.n || str_eq(only, m->unit->common->code)))
				value_push(m->arena, list, sheet(m));
		}
	}
	return list;
}

/* ---- all of it -------------------------------------------------------------------------- */

/* Units that a plan calls by name and that are no records: nobody is reminded of them. */
static const struct value *unknown_units(const struct reminding *m)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < m->n_plans; i++) {
		const struct plan *plan = m->plans[i].plan;

		for (size_t k = 0; k < plan->participants.n; k++) {
			const struct plan_participant *p =
				LIST_ITEM(plan->participants, struct plan_participant, k);
			struct value *v;

			if (site_find(m->viewing.site, STR("don-vi"), p->code) ||
			    means_all(m, plan, p->code))
				continue;
			v = value_map(m->arena);
			put_text(m, v, "ma", p->code);
			put_text(m, v, "ten", p->name);
			value_push(m->arena, list, v);
		}
	}
	return list;
}

static const struct value *plan_list(const struct reminding *m)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < m->n_plans; i++) {
		struct value *v = value_map(m->arena);

		put_plan(m, v, &m->plans[i]);
		value_push(m->arena, list, v);
	}
	return list;
}

static bool add_plan(struct reminding *m, const struct page *page, struct diag *d)
{
	struct account_request r = m->request->period;
	struct promised *p = &m->plans[m->n_plans++];
	struct date today = m->request->today;
	const struct site *s = m->viewing.site;
	struct date_range since;

	r.plan = page;
	*p = (struct promised){.page = page, .plan = page->data};
	if (!account_days(&r, &p->days, d))
		return false;
	since = plan_days(p->plan);
	p->now = count_plan(m->arena, s, p->plan, p->days, today);
	p->so_far = count_plan(m->arena, s, p->plan, since, today);
	p->given = contributions_count(m->arena, s, p->days, today);
	p->all = contributions_count(m->arena, s, since, today);
	return true;
}

static bool runs_then(const struct reminding *m, const struct page *page)
{
	struct account_request r = m->request->period;

	r.plan = page;
	return page->kind == &plan_kind && page->visibility == PAGE_PUBLISHED &&
	       account_meets(&r);
}

static bool add_plans(struct reminding *m, struct diag *d)
{
	const struct site *s = m->viewing.site;
	bool ok = true;

	m->plans = arena_array(m->arena, struct promised, s->pages.n + 1);
	if (m->request->period.plan)
		return add_plan(m, m->request->period.plan, d);
	for (size_t i = 0; i < s->pages.n; i++) {
		if (runs_then(m, s->pages.items[i]))
			ok &= add_plan(m, s->pages.items[i], d);
	}
	if (m->n_plans)
		return ok;
	return diag_error(d, (struct pos){0}, _("no published plan runs in " STR_FMT),
			  STR_ARG(account_period_name(m->arena, &m->request->period)));
}

/* So that there is time to publish; when that day has passed, the last one. */
static void set_send_by(struct reminding *m)
{
	struct date today = m->request->today, last = m->plans[0].days.last;

	m->send_by = m->request->by;
	if (date_is_set(m->send_by) || date_days(today) > date_days(last))
		return;
	if (!calendar_add_working_days(&m->viewing.site->calendar, last, -REMINDER_SEND_DAYS,
				       &m->send_by) ||
	    date_days(m->send_by) < date_days(today))
		m->send_by = last;
}

static const struct value *period(const struct reminding *m)
{
	const struct account_request *r = &m->request->period;
	struct value *v = value_map(m->arena);

	put_text(m, v, "ma", account_period_code(m->arena, r));
	put_text(m, v, "ten", account_period_name(m->arena, r));
	put_day(m, v, "tu_ngay", m->plans[0].days.first);
	put_day(m, v, "den_ngay", m->plans[0].days.last);
	put_text(m, v, "cua_so", str_of(report_windows[r->window].name));
	return v;
}

const struct value *reminder_make(struct arena *a, const struct site *s,
				  const struct reminder_request *r, struct diag *d)
{
	struct reminding m = {.arena = a, .viewing = {.arena = a, .site = s}, .request = r};
	struct value *v = value_map(a);
	const struct value *list;

	if (!add_plans(&m, d))
		return NULL;
	set_send_by(&m);
	list = sheets(&m);
	if (!list->n && r->unit.n)
		return diag_error(d, (struct pos){0},
				  _("no plan asks anything of a unit with the code \"" STR_FMT
				    "\""),
				  STR_ARG(r->unit)),
		       NULL;
	put(&m, v, "ky", period(&m));
	put_day(&m, v, "tinh_den", r->today);
	put_day(&m, v, "han_gui", m.send_by);
	put_text(&m, v, "co_quan", s->config->organisation->name);
	put(&m, v, "ke_hoach", plan_list(&m));
	put(&m, v, "don_vi", list);
	put(&m, v, "ngoai_danh_muc", unknown_units(&m));
	return v;
}
