#include "site/deeds.h"

#include "kinds/unit.h"

struct told { /* a channel in which the item was, on a day of the window */
	struct str channel;
	const char *genre;
	struct date on;
};

struct credited {
	const struct page *unit;
	bool wrote;
};

struct looking {
	struct arena *arena;
	const struct site *site;
	struct date_range window;
	struct date today;
	struct plan_deeds *deeds;
	struct map channels;     /* codes to struct channel_deeds */
	const struct page *page; /* the item looked at */
	struct told *told;
	size_t n_told, cap_told;
	struct credited *credits;
	size_t n_credits, cap_credits;
};

static void note(struct deeds *d, const struct page *page, struct date on)
{
	on.has_time = false;
	d->n += d->page != page;
	d->page = page;
	if (!date_is_set(d->last) || date_cmp(on, d->last) > 0)
		d->last = on;
}

static void note_told(void *sink, struct countable c)
{
	struct looking *l = sink;

	if (!date_is_full(c.on) || date_days(c.on) > date_days(l->today) ||
	    !range_has(l->window, c.on))
		return;
	l->told = arena_room(l->arena, l->told, l->n_told, &l->cap_told, sizeof(*l->told));
	l->told[l->n_told++] = (struct told){c.channel, c.genre, c.on};
}

static void note_credit(void *sink, struct contribution given)
{
	struct looking *l = sink;

	if (!given.unit->to)
		return;
	l->credits = arena_room(l->arena, l->credits, l->n_credits, &l->cap_credits,
				sizeof(*l->credits));
	l->credits[l->n_credits++] =
		(struct credited){given.unit->to, contribution_is_main(given.role)};
}

/* Of a list of plan_channels; an empty one takes all. */
static bool has_channel(const struct list *channels, struct str code)
{
	for (size_t i = 0; i < channels->n; i++) {
		if (plan_channel_takes(*LIST_ITEM(*channels, int, i), code))
			return true;
	}
	return !channels->n;
}

static bool has_genre(const struct list *genres, const char *genre)
{
	for (size_t i = 0; i < genres->n; i++) {
		const struct choice *c = &plan_counted_genres[*LIST_ITEM(*genres, int, i)];

		if (strcmp(c->code, genre) == 0)
			return true;
	}
	return !genres->n;
}

static bool has_field(const struct list *fields, const struct common *c)
{
	for (size_t i = 0; i < fields->n; i++) {
		for (size_t k = 0; k < c->fields.n; k++) {
			if (*LIST_ITEM(*fields, int, i) == *LIST_ITEM(c->fields, int, k))
				return true;
		}
	}
	return !fields->n;
}

static bool is_below_the_institution(const struct page *unit)
{
	const struct unit *u = unit->data;

	return u->parent.code.n > 0;
}

/* Does that code of the plan mean the unit? */
static bool means(const struct looking *l, struct str code, const struct page *unit)
{
	if (site_find(l->site, STR("don-vi"), code))
		return str_eq(unit->common->code, code);
	return is_below_the_institution(unit) &&
	       !plan_participant(l->deeds->plan, unit->common->code);
}

static bool is_credited(const struct looking *l, const struct list *units)
{
	for (size_t i = 0; i < units->n; i++) {
		for (size_t k = 0; k < l->n_credits; k++) {
			if (means(l, *LIST_ITEM(*units, struct str, i), l->credits[k].unit))
				return true;
		}
	}
	return false;
}

static struct deeds *channel_of(struct looking *l, struct str code)
{
	struct channel_deeds *c = map_get(&l->channels, code);

	if (!c) {
		c = arena_new(l->arena, struct channel_deeds);
		c->code = code;
		map_set(&l->channels, code, c);
	}
	return &c->done;
}

/* Its own, and wider ones that the plan speaks of. */
static void count_for_channels(struct looking *l, const struct told *t)
{
	note(channel_of(l, t->channel), l->page, t->on);
	for (int i = 0; plan_channels[i].code; i++) {
		struct str wide = str_of(plan_channels[i].code);

		if (!str_eq(wide, t->channel) && plan_channel_takes(i, t->channel) &&
		    map_get(&l->channels, wide))
			note(channel_of(l, wide), l->page, t->on);
	}
}

static void count_for_forms(struct looking *l, const struct told *t)
{
	const struct list *forms = &l->deeds->plan->forms;

	for (size_t i = 0; i < forms->n; i++) {
		const struct plan_form *form = LIST_ITEM(*forms, struct plan_form, i);

		if (has_channel(&form->channels, t->channel) &&
		    has_genre(&form->genres, t->genre))
			note(&l->deeds->forms[i], l->page, t->on);
	}
}

static bool is_for_task(const struct looking *l, const struct plan_duty *duty,
			const struct plan_task *task, const struct told *t)
{
	return has_channel(&task->channels, t->channel) &&
	       has_field(&task->fields, l->page->common) && is_credited(l, &duty->units);
}

static void count_for_tasks(struct looking *l, const struct told *t)
{
	const struct plan *plan = l->deeds->plan;
	struct deeds *done = l->deeds->tasks;

	for (size_t i = 0; i < plan->duties.n; i++) {
		const struct plan_duty *duty = LIST_ITEM(plan->duties, struct plan_duty, i);

		for (size_t k = 0; k < duty->tasks.n; k++, done++) {
			if (is_for_task(l, duty, LIST_ITEM(duty->tasks, struct plan_task, k),
					t))
				note(done, l->page, t->on);
		}
	}
}

static struct unit_deeds *unit_of(struct looking *l, const struct page *unit)
{
	for (size_t i = 0; i < l->deeds->n_units; i++) {
		if (l->deeds->units[i].unit == unit)
			return &l->deeds->units[i];
	}
	return NULL;
}

static void count_for_units(struct looking *l, const struct told *t)
{
	for (size_t i = 0; i < l->n_credits; i++) {
		struct unit_deeds *u = unit_of(l, l->credits[i].unit);

		if (u)
			note(l->credits[i].wrote ? &u->written : &u->helped, l->page, t->on);
	}
}

static void look_at(struct looking *l, const struct page *page)
{
	l->page = page;
	l->n_told = l->n_credits = 0;
	page->kind->countables(page->data, note_told, l);
	if (page->kind->credits)
		page->kind->credits(page->data, note_credit, l);
	for (size_t i = 0; i < l->n_told; i++) {
		const struct told *t = &l->told[i];

		count_for_channels(l, t);
		count_for_forms(l, t);
		count_for_tasks(l, t);
		count_for_units(l, t);
	}
}

static void list_tasks(struct looking *l)
{
	const struct list *duties = &l->deeds->plan->duties;
	size_t n = 0;

	for (size_t i = 0; i < duties->n; i++)
		n += LIST_ITEM(*duties, struct plan_duty, i)->tasks.n;
	l->deeds->n_tasks = n;
	l->deeds->tasks = arena_array(l->arena, struct deeds, n + 1);
	l->deeds->forms = arena_array(l->arena, struct deeds, l->deeds->plan->forms.n + 1);
}

static void list_units(struct looking *l)
{
	const struct page_list *pages = &l->site->pages;

	l->deeds->units = arena_array(l->arena, struct unit_deeds, pages->n + 1);
	for (size_t i = 0; i < pages->n; i++) {
		if (pages->items[i]->kind == &unit_kind &&
		    pages->items[i]->visibility == PAGE_PUBLISHED &&
		    is_below_the_institution(pages->items[i]))
			l->deeds->units[l->deeds->n_units++].unit = pages->items[i];
	}
}

/* Those that the plan's forms name come first, as they are there. */
static void list_channels(struct looking *l)
{
	const struct list *forms = &l->deeds->plan->forms;

	for (size_t i = 0; i < forms->n; i++) {
		const struct plan_form *form = LIST_ITEM(*forms, struct plan_form, i);

		for (size_t k = 0; k < form->channels.n; k++) {
			int channel = *LIST_ITEM(form->channels, int, k);

			channel_of(l, str_of(plan_channels[channel].code));
		}
	}
}

static void take_channels(struct looking *l)
{
	l->deeds->channels = arena_array(l->arena, struct channel_deeds, l->channels.n + 1);
	for (size_t i = 0; i < l->channels.n; i++)
		l->deeds->channels[l->deeds->n_channels++] =
			*(const struct channel_deeds *)l->channels.entries[i].value;
}

struct plan_deeds plan_deeds(struct arena *a, const struct site *s, const struct plan *plan,
			     struct date_range window, struct date today)
{
	struct plan_deeds deeds = {.plan = plan};
	struct looking l = {.arena = a,
			    .site = s,
			    .window = window,
			    .today = today,
			    .deeds = &deeds,
			    .channels.arena = a};

	list_tasks(&l);
	list_units(&l);
	list_channels(&l);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->visibility == PAGE_PUBLISHED && p->kind->countables)
			look_at(&l, p);
	}
	take_channels(&l);
	return deeds;
}

struct str channel_name(const struct config *c, struct str code)
{
	const struct channel *own = config_channel(c, code);

	for (size_t i = 0; plan_channels[i].code; i++) {
		if (str_eq_z(code, plan_channels[i].code))
			return str_of(plan_channels[i].name);
	}
	return own ? own->name : code;
}
