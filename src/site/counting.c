#include "site/counting.h"

#include <stdlib.h>

/* ---- what is due ---------------------------------------------------------------- */

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
	struct date last = date_from_days(date_days(w.last) + 1);
	int n = 0;

	while (date_cmp(cycle_end(cadence, w.first, n), last) < 0 &&
	       date_cmp(cycle_end(cadence, w.first, n), end) <= 0)
		n++;
	return n + (date_cmp(end, last) >= 0);
}

struct date count_deadline(const struct plan_target *t, struct date_range window)
{
	return date_is_set(t->deadline) ? t->deadline : window.last;
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
	struct date behind = date_from_days(date_days(window.last) + 1);

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
	const struct page *page; /* the one looked at */
	bool gave;               /* it counts for something in the window */
	struct map active;       /* codes of units that gave something */
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
	return str_eq_z(c->channel, plan_channels[t->channel].code) && is_of_genre(t, c->genre);
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

static void add_credit(void *sink, const struct ref *unit, bool wrote)
{
	struct crediting *x = sink;
	struct credit_count *credit;

	if (!unit->to)
		return;
	credit = credit_of(x->counting, x->target, unit->to);
	if (wrote) {
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

	if (!date_is_full(countable.on) || !range_has(count->window, countable.on))
		return;
	c->gave = true;
	for (size_t i = 0; i < count->n_targets; i++) {
		struct target_count *t = &count->targets[i];

		if (!matches(t->target, &countable))
			continue;
		if (!has_item(t, c->page)) {
			add_item(c, t, countable.on);
			t->pieces.done += countable.copies < 0;
		}
		if (countable.copies > 0)
			t->pieces.done += countable.copies;
	}
}

static void note_active(void *sink, const struct ref *unit, bool wrote)
{
	struct counting *c = sink;

	(void)wrote;
	map_set(&c->active, unit->code, c);
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
	if (date_cmp(c->today, count_deadline(t->target, c->window)) > 0)
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

static int compare_items(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;
	int order = date_cmp(x->on, y->on);

	return order ? order : str_cmp(x->page->common->code, y->page->common->code);
}

static void set_due(struct target_count *t, struct date_range window, struct date today)
{
	struct demand_count pieces = count_due(t->target, t->target->amount, window, today);
	struct demand_count sorts = count_due(t->target, t->target->kinds, window, today);

	t->pieces.due = pieces.due;
	t->pieces.whole = pieces.whole;
	t->sorts.due = sorts.due;
	t->sorts.whole = sorts.whole;
}

static void add_targets(struct arena *a, struct plan_count *count)
{
	const struct list *rows = &count->plan->targets;

	count->targets = arena_array(a, struct target_count, rows->n + 1);
	for (size_t i = 0; i < rows->n; i++) {
		const struct plan_target *t = LIST_ITEM(*rows, struct plan_target, i);

		if (!t->is_group)
			count->targets[count->n_targets++].target = t;
	}
}

/* Units that exist in the window and stand for people who write: not the institution. */
static bool is_asked(const struct unit *u, struct date_range window)
{
	return u->parent.code.n &&
	       (!date_is_set(u->to) || date_cmp(u->to, window.first) >= 0) &&
	       (!date_is_set(u->from) || date_cmp(u->from, window.last) <= 0);
}

static void find_silent(struct counting *c)
{
	struct plan_count *count = c->count;

	count->silent = arena_array(c->arena, const struct page *, c->site->pages.n + 1);
	for (size_t i = 0; i < c->site->pages.n; i++) {
		const struct page *p = c->site->pages.items[i];

		if (p->kind != &unit_kind || p->visibility != PAGE_PUBLISHED ||
		    !is_asked(p->data, count->window))
			continue;
		count->n_units++;
		if (!map_get(&c->active, p->common->code))
			count->silent[count->n_silent++] = p;
	}
}

struct plan_count count_plan(struct arena *a, const struct site *s, const struct plan *plan,
			     struct date_range window, struct date today)
{
	struct plan_count count = {.plan = plan, .window = window, .today = today};
	struct counting c = {.arena = a, .site = s, .count = &count, .active.arena = a};

	add_targets(a, &count);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->visibility == PAGE_PUBLISHED && p->kind->countables)
			count_page(&c, p);
	}
	for (size_t i = 0; i < count.n_targets; i++) {
		struct target_count *t = &count.targets[i];

		set_due(t, window, today);
		judge(&count, t);
		if (t->n_items)
			qsort(t->items, t->n_items, sizeof(*t->items), compare_items);
	}
	find_silent(&c);
	return count;
}
