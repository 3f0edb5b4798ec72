#include "site/counting.h"

#include <stdlib.h>

/* ---- what is due ---------------------------------------------------------------- */

struct date count_deadline(const struct plan_target *t, struct date_range plan)
{
	return date_is_set(t->deadline) ? t->deadline : plan.last;
}

struct date_range plan_days(const struct plan *plan)
{
	return (struct date_range){plan->period->from, plan->period->to};
}

static struct date day_behind(struct date_range r)
{
	return date_from_days(date_days(r.last) + 1);
}

static struct date day_before(struct date d)
{
	return date_from_days(date_days(d) - 1);
}

static struct date earlier(struct date a, struct date b)
{
	return date_days(a) < date_days(b) ? a : b;
}

static struct date add_months(struct date d, int months)
{
	int month = d.month - 1 + months;

	d.year = (int16_t)(d.year + month / 12);
	d.month = (int8_t)(month % 12 + 1);
	while (!date_is_valid(d.year, d.month, d.day))
		d.day--;
	return d;
}

/* The first day behind the n-th cycle, from 0, of a window. */
static struct date cycle_end(enum cadence cadence, struct date first, int n)
{
	static const int months[] = {
		[CADENCE_MONTHLY] = 1,
		[CADENCE_QUARTERLY] = 3,
		[CADENCE_HALF_YEARLY] = 6,
		[CADENCE_YEARLY] = 12,
	};

	if (cadence == CADENCE_WEEKLY)
		return date_from_days(date_days(first) + 7 * (int64_t)(n + 1));
	return add_months(first, months[cadence] * (n + 1));
}

static bool has_cycles(int cadence)
{
	return cadence == CADENCE_WEEKLY || cadence == CADENCE_MONTHLY ||
	       cadence == CADENCE_QUARTERLY || cadence == CADENCE_HALF_YEARLY ||
	       cadence == CADENCE_YEARLY;
}

/* Cycles of the window that are over when the day `end` begins. One that the window cuts
 * off is over with the window. */
static int64_t cycles_before(enum cadence cadence, struct date_range w, struct date end)
{
	struct date last = day_behind(w);
	int n = 0;

	while (date_cmp(cycle_end(cadence, w.first, n), last) < 0 &&
	       date_cmp(cycle_end(cadence, w.first, n), end) <= 0)
		n++;
	return n + (date_cmp(end, last) >= 0);
}

/* So much of the whole as of the time to the deadline has gone. */
static int64_t evenly(int64_t whole, struct date_range window, struct date deadline,
		      struct date today)
{
	int64_t all = date_days(deadline) - date_days(window.first) + 1;
	int64_t gone = date_days(today) - date_days(window.first);

	if (gone <= 0)
		return 0;
	return all <= 0 || gone >= all ? whole : whole * gone / all;
}

struct demand_count count_due(const struct plan_target *t, int64_t number,
			      struct date_range window, struct date today)
{
	struct date behind = day_behind(window);

	if (number < 0 || t->way == COUNT_UNCLEAR || t->way < 0)
		return (struct demand_count){.due = -1, .whole = -1};
	if (t->way == COUNT_WHOLE_PERIOD)
		return (struct demand_count){
			.due = evenly(number, window, count_deadline(t, window), today),
			.whole = number};
	if (!has_cycles(t->cadence))
		return (struct demand_count){.due = -1, .whole = -1};
	return (struct demand_count){
		.due = number * cycles_before((enum cadence)t->cadence, window, today),
		.whole = number * cycles_before((enum cadence)t->cadence, window, behind)};
}

/* ---- what is there -------------------------------------------------------------- */

struct counting {
	struct arena *arena;
	const struct site *site;
	struct plan_count *count;
	struct date today;
	const struct page *page; /* the one looked at */
	bool gave;               /* it counts for something in the window */
	struct map active;       /* codes of units that gave something */
	struct map channels;     /* codes of channels in which something was */
};

static bool is_of_genre(const struct plan_target *t, const char *genre)
{
	for (size_t i = 0; i < t->counts.n; i++) {
		int counts = *LIST_ITEM(t->counts, int, i);

		if (strcmp(plan_counted_genres[counts].code, genre) == 0)
			return true;
	}
	return false;
}

static bool matches(const struct plan_target *t, const struct countable *c)
{
	return plan_channel_takes(t->channel, c->channel) && is_of_genre(t, c->genre);
}

static bool has_item(const struct target_count *t, const struct page *page)
{
	return t->n_items && t->items[t->n_items - 1].page == page;
}

static struct credit_count *credit_of(struct counting *c, struct target_count *t,
				      const struct page *unit)
{
	for (size_t i = 0; i < t->n_credits; i++) {
		if (t->credits[i].unit == unit)
			return &t->credits[i];
	}
	t->credits = arena_room(c->arena, t->credits, t->n_credits, &t->cap_credits,
				sizeof(*t->credits));
	t->credits[t->n_credits] = (struct credit_count){.unit = unit};
	return &t->credits[t->n_credits++];
}

/* One unit may have written and helped. */
struct crediting {
	struct counting *counting;
	struct target_count *target;
};

static void add_credit(void *sink, struct contribution given)
{
	struct crediting *x = sink;
	struct credit_count *credit;

	if (!given.unit->to)
		return;
	credit = credit_of(x->counting, x->target, given.unit->to);
	if (contribution_is_main(given.role)) {
		credit->written += credit->last_written != x->counting->page;
		credit->last_written = x->counting->page;
	} else {
		credit->helped += credit->last_helped != x->counting->page;
		credit->last_helped = x->counting->page;
	}
}

static void add_item(struct counting *c, struct target_count *t, struct date on)
{
	struct crediting credits = {c, t};

	t->items = arena_room(c->arena, t->items, t->n_items, &t->cap_items, sizeof(*t->items));
	on.has_time = false;
	t->items[t->n_items++] = (struct counted){c->page, on};
	t->sorts.done++;
	if (c->page->kind->credits)
		c->page->kind->credits(c->page->data, add_credit, &credits);
}

/* Printed runs add copies; all else is a piece by itself. */
static void add_countable(void *sink, struct countable countable)
{
	struct counting *c = sink;
	struct plan_count *count = c->count;

	if (!date_is_full(countable.on) || date_days(countable.on) > date_days(c->today))
		return;
	if (range_has(count->window, countable.on)) {
		c->gave = true;
		map_set(&c->channels, countable.channel, c);
	}
	for (size_t i = 0; i < count->n_targets; i++) {
		struct target_count *t = &count->targets[i];

		if (!matches(t->target, &countable) || !range_has(t->range, countable.on))
			continue;
		if (!has_item(t, c->page)) {
			add_item(c, t, countable.on);
			t->pieces.done += countable.copies < 0;
		}
		if (countable.copies > 0)
			t->pieces.done += countable.copies;
	}
}

static void note_active(void *sink, struct contribution given)
{
	struct counting *c = sink;

	map_set(&c->active, given.unit->code, c);
}

static void count_page(struct counting *c, const struct page *page)
{
	c->page = page;
	c->gave = false;
	page->kind->countables(page->data, add_countable, c);
	if (c->gave && page->kind->credits)
		page->kind->credits(page->data, note_active, c);
}

/* Reached by the worse of its two numbers. */
static enum target_state state_of(const struct plan_count *c, const struct target_count *t,
				  const struct demand_count *d)
{
	if (d->done >= d->whole)
		return TARGET_REACHED;
	if (date_cmp(c->today, count_deadline(t->target, plan_days(c->plan))) > 0)
		return TARGET_OVERDUE;
	return d->done < d->due ? TARGET_BEHIND : TARGET_UNDER_WAY;
}

static const int gravity[] = {[TARGET_REACHED] = 0,
			      [TARGET_UNDER_WAY] = 1,
			      [TARGET_BEHIND] = 2,
			      [TARGET_OVERDUE] = 3};

static void judge(const struct plan_count *c, struct target_count *t)
{
	enum target_state states[2];
	size_t n = 0;

	if (t->pieces.whole >= 0)
		states[n++] = state_of(c, t, &t->pieces);
	if (t->sorts.whole >= 0)
		states[n++] = state_of(c, t, &t->sorts);
	t->state = n ? states[0] : TARGET_UNCLEAR;
	if (n == 2 && gravity[states[1]] > gravity[states[0]])
		t->state = states[1];
}

const struct demand_count *count_decisive(const struct target_count *t)
{
	const struct demand_count *p = &t->pieces, *s = &t->sorts;

	if (s->whole < 0 || p->whole < 0)
		return s->whole < 0 ? p : s;
	return s->done * p->whole < p->done * s->whole && s->done < s->whole ? s : p;
}

static int compare_items(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;
	int order = date_cmp(x->on, y->on);

	return order ? order : str_cmp(x->page->common->code, y->page->common->code);
}

static void set_due(const struct plan_count *count, struct target_count *t)
{
	struct date_range days = t->from_start ? plan_days(count->plan) : count->window;
	struct demand_count pieces =
		count_due(t->target, t->target->amount, days, count->today);
	struct demand_count sorts = count_due(t->target, t->target->kinds, days, count->today);

	t->pieces.due = pieces.due;
	t->pieces.whole = pieces.whole;
	t->sorts.due = sorts.due;
	t->sorts.whole = sorts.whole;
}

/* Does what is asked for reach beyond the window? */
static bool is_from_start(const struct plan_count *count, const struct plan_target *t)
{
	struct date_range plan = plan_days(count->plan);

	if (date_days(plan.first) == date_days(count->window.first) &&
	    date_days(plan.last) == date_days(count->window.last))
		return false;
	if (t->way == COUNT_WHOLE_PERIOD)
		return true;
	return t->way == COUNT_EACH_CYCLE && has_cycles(t->cadence) &&
	       date_days(cycle_end((enum cadence)t->cadence, count->window.first, 0)) >
		       date_days(day_behind(count->window));
}

static void set_range(const struct plan_count *count, struct target_count *t)
{
	t->range = count->window;
	t->from_start = is_from_start(count, t->target);
	if (t->from_start)
		t->range.first = plan_days(count->plan).first;
}

static void add_targets(struct arena *a, struct plan_count *count)
{
	const struct list *rows = &count->plan->targets;

	count->targets = arena_array(a, struct target_count, rows->n + 1);
	for (size_t i = 0; i < rows->n; i++) {
		const struct plan_target *t = LIST_ITEM(*rows, struct plan_target, i);

		if (t->is_group)
			continue;
		count->targets[count->n_targets].target = t;
		set_range(count, &count->targets[count->n_targets++]);
	}
}

/* ---- how long nothing came ------------------------------------------------------ */

static void note_gap(struct gap *longest, struct date first, struct date last)
{
	int64_t days = date_days(last) - date_days(first) + 1;

	if (days > longest->days)
		*longest = (struct gap){days, {first, last}};
}

/* Items are in order of their days. Today is not over. */
static void find_gap(const struct plan_count *count, struct target_count *t)
{
	struct date last = earlier(t->range.last, day_before(count->today));
	struct date first = t->range.first;

	if (t->target->cadence == CADENCE_ONCE)
		return;
	for (size_t i = 0; i < t->n_items; i++) {
		struct date on = t->items[i].on;

		note_gap(&t->longest, first, earlier(last, day_before(on)));
		first = date_from_days(date_days(on) + 1);
	}
	note_gap(&t->longest, first, last);
}

bool count_asks(const struct unit *u, struct date_range window)
{
	return u->parent.code.n && !unit_is_leadership(u) &&
	       (!date_is_set(u->to) || date_cmp(u->to, window.first) >= 0) &&
	       (!date_is_set(u->from) || date_cmp(u->from, window.last) <= 0);
}

static void find_units(struct counting *c)
{
	struct plan_count *count = c->count;
	size_t n = c->site->pages.n + 1;

	count->units = arena_array(c->arena, const struct page *, n);
	count->silent = arena_array(c->arena, const struct page *, n);
	for (size_t i = 0; i < c->site->pages.n; i++) {
		const struct page *p = c->site->pages.items[i];

		if (p->kind != &unit_kind || p->visibility != PAGE_PUBLISHED ||
		    !count_asks(p->data, count->window))
			continue;
		count->units[count->n_units++] = p;
		if (!map_get(&c->active, p->common->code))
			count->silent[count->n_silent++] = p;
	}
}

/* ---- further demands ------------------------------------------------------------ */

static enum target_state state_of_demand(const struct plan_count *count, int64_t done,
					 int64_t due)
{
	if (due < 0)
		return TARGET_UNCLEAR;
	if (done >= due)
		return TARGET_REACHED;
	return date_days(count->today) > date_days(plan_days(count->plan).last)
		       ? TARGET_OVERDUE
		       : TARGET_UNDER_WAY;
}

static void add_demand(struct plan_count *count, struct str id, struct str text, int64_t done,
		       int64_t due)
{
	count->demands[count->n_demands++] =
		(struct demand_result){id, text, done, due, state_of_demand(count, done, due)};
}

/* 100 % of 7 units are 7; 50 % are 4. */
static void add_coverage(struct plan_count *count, const struct plan_demand *d)
{
	int64_t units = (int64_t)count->n_units;

	add_demand(count, d->id, d->text, units - (int64_t)count->n_silent,
		   units ? (units * d->percent + 99) / 100 : -1);
}

static bool is_used(const struct counting *c, int channel)
{
	for (size_t i = 0; i < c->channels.n; i++) {
		if (plan_channel_takes(channel, c->channels.entries[i].key))
			return true;
	}
	return false;
}

static int64_t forms_used(const struct counting *c, const struct plan_form *form)
{
	int64_t used = 0;

	for (size_t i = 0; i < form->channels.n; i++) {
		used += is_used(c, *LIST_ITEM(form->channels, int, i));
	}
	return used;
}

static const struct plan_form *form_at(const struct plan *plan, struct str id)
{
	for (size_t i = 0; i < plan->forms.n; i++) {
		const struct plan_form *form = LIST_ITEM(plan->forms, struct plan_form, i);

		if (str_eq(form->id, id))
			return form;
	}
	return NULL;
}

static bool has_demand_at(const struct plan *plan, struct str id)
{
	for (size_t i = 0; i < plan->demands.n; i++) {
		const struct plan_demand *d = LIST_ITEM(plan->demands, struct plan_demand, i);

		if (str_eq(d->at, id) && d->at_least >= 0)
			return true;
	}
	return false;
}

static void judge_demand(const struct counting *c, const struct plan_demand *d)
{
	const struct plan_form *form = form_at(c->count->plan, d->at);

	if (d->percent >= 0)
		add_coverage(c->count, d);
	else if (d->at_least >= 0 && form)
		add_demand(c->count, d->id, d->text, forms_used(c, form), d->at_least);
	else
		add_demand(c->count, d->id, d->text, 0, -1);
}

static void judge_demands(const struct counting *c)
{
	const struct plan *plan = c->count->plan;

	c->count->demands = arena_array(c->arena, struct demand_result,
					plan->demands.n + plan->forms.n + 1);
	for (size_t i = 0; i < plan->demands.n; i++)
		judge_demand(c, LIST_ITEM(plan->demands, struct plan_demand, i));
	for (size_t i = 0; i < plan->forms.n; i++) {
		const struct plan_form *form = LIST_ITEM(plan->forms, struct plan_form, i);

		if (form->at_least >= 0 && !has_demand_at(plan, form->id))
			add_demand(c->count, form->id, form->text, forms_used(c, form),
				   form->at_least);
	}
}

/* ---- reports that are due ------------------------------------------------------- */

static bool is_of_plan(const struct page *report, const struct plan *plan)
{
	const struct ref *ref = &report->common->plan;

	return ref->to && ((const struct page *)ref->to)->data == plan;
}

static const struct page *find_report(const struct counting *c, const struct plan_report *row)
{
	for (size_t i = 0; i < c->site->pages.n; i++) {
		const struct page *p = c->site->pages.items[i];
		const struct report *x = p->data;

		if (p->kind == &report_kind && p->visibility == PAGE_PUBLISHED &&
		    is_of_plan(p, c->count->plan) && date_cmp(x->deadline, row->deadline) == 0)
			return p;
	}
	return NULL;
}

static enum target_state state_of_report(const struct report_due *due, struct date today)
{
	const struct report *x = due->sent ? due->sent->data : NULL;
	struct date deadline = due->row->deadline;

	if (!x)
		return date_days(today) > date_days(deadline) ? TARGET_OVERDUE
							      : TARGET_UNDER_WAY;
	return date_is_full(x->document->issued) && date_cmp(x->document->issued, deadline) > 0
		       ? TARGET_OVERDUE
		       : TARGET_REACHED;
}

static void judge_reports(const struct counting *c)
{
	struct plan_count *count = c->count;
	const struct list *rows = &count->plan->reports;

	count->n_reports = rows->n;
	count->reports = arena_array(c->arena, struct report_due, rows->n + 1);
	for (size_t i = 0; i < rows->n; i++) {
		struct report_due *due = &count->reports[i];

		due->row = LIST_ITEM(*rows, struct plan_report, i);
		due->state = TARGET_UNCLEAR;
		if (!date_is_set(due->row->deadline))
			continue;
		due->sent = find_report(c, due->row);
		due->state = state_of_report(due, c->today);
	}
}

static void judge_targets(const struct plan_count *count)
{
	for (size_t i = 0; i < count->n_targets; i++) {
		struct target_count *t = &count->targets[i];

		set_due(count, t);
		judge(count, t);
		if (t->n_items)
			qsort(t->items, t->n_items, sizeof(*t->items), compare_items);
		find_gap(count, t);
	}
}

struct plan_count count_plan(struct arena *a, const struct site *s, const struct plan *plan,
			     struct date_range window, struct date today)
{
	struct plan_count count = {
		.plan = plan, .window = window, .today = earlier(today, day_behind(window))};
	struct counting c = {.arena = a,
			     .site = s,
			     .count = &count,
			     .today = today,
			     .active.arena = a,
			     .channels.arena = a};

	add_targets(a, &count);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->visibility == PAGE_PUBLISHED && p->kind->countables)
			count_page(&c, p);
	}
	judge_targets(&count);
	find_units(&c);
	judge_demands(&c);
	judge_reports(&c);
	return count;
}
