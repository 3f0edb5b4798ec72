#include "site/contributions.h"

#include <stdlib.h>

#include "site/counting.h"
#include "viet/collate.h"

struct gathering {
	struct arena *arena;
	struct map rows;         /* "unit\nperson" to struct contributor */
	struct map ranks;        /* code of a unit to its place in the list */
	const struct page *page; /* the one looked at */
	struct date first;       /* day on which it counted */
};

static void note_day(void *sink, struct countable countable)
{
	struct gathering *g = sink;

	if (date_is_full(countable.on) &&
	    (!date_is_set(g->first) || date_days(countable.on) < date_days(g->first)))
		g->first = countable.on;
}

static size_t rank_of(const struct gathering *g, struct str code)
{
	const size_t *rank = map_get(&g->ranks, code);

	return rank ? *rank : SIZE_MAX;
}

/* People stand by their given names, which come last: "An Nguyễn Văn". */
static struct str person_key(struct arena *a, struct str person)
{
	struct str given, before = str_cut_last(person, ' ', &given);

	return viet_sort_key(a, str_concat(a, given, STR(" "), before));
}

static struct contributor *row_of(struct gathering *g, const struct page *unit,
				  struct str person)
{
	struct arena *a = g->arena;
	struct str key = str_concat(a, unit->common->code, STR("\n"), person);
	struct contributor *row = map_get(&g->rows, key);

	if (row)
		return row;
	row = arena_new(a, struct contributor);
	*row = (struct contributor){.unit = unit,
				    .person = person,
				    .unit_rank = rank_of(g, unit->common->code),
				    .sort_key = person.n ? person_key(a, person) : person};
	map_set(&g->rows, key, row);
	return row;
}

static void add_to_row(struct gathering *g, struct contributor *row,
		       enum contribution_role role)
{
	row->roles[role] += row->last[role] != g->page;
	row->last[role] = g->page;
	if (row->n_items && row->items[row->n_items - 1] == g->page)
		return;
	row->items = arena_room(g->arena, row->items, row->n_items, &row->cap_items,
				sizeof(struct page *));
	row->items[row->n_items++] = g->page;
}

static void add_contribution(void *sink, struct contribution given)
{
	struct gathering *g = sink;

	if (!given.unit->to)
		return;
	add_to_row(g, row_of(g, given.unit->to, (struct str){0}), given.role);
	if (given.person.n)
		add_to_row(g, row_of(g, given.unit->to, given.person), given.role);
}

static void gather_page(struct gathering *g, const struct page *p, struct date_range window,
			struct date today)
{
	g->page = p;
	g->first = (struct date){0};
	p->kind->countables(p->data, note_day, g);
	if (date_is_set(g->first) && range_has(window, g->first) &&
	    date_days(g->first) <= date_days(today))
		p->kind->credits(p->data, add_contribution, g);
}

static void add_unit(struct gathering *g, const struct page *page, struct date_range window)
{
	size_t *rank = arena_new(g->arena, size_t);

	*rank = g->ranks.n;
	map_set(&g->ranks, page->common->code, rank);
	if (count_asks(page->data, window))
		row_of(g, page, (struct str){0});
}

static void add_units(struct gathering *g, const struct site *s, struct date_range window)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		const struct page_list *pages = &s->sections[i].pages;

		for (size_t k = 0; s->sections[i].kind == &unit_kind && k < pages->n; k++)
			add_unit(g, pages->items[k], window);
	}
}

static int compare_rows(const void *a, const void *b)
{
	const struct contributor *x = *(struct contributor *const *)a;
	const struct contributor *y = *(struct contributor *const *)b;

	if (x->unit_rank != y->unit_rank)
		return x->unit_rank < y->unit_rank ? -1 : 1;
	return str_cmp(x->sort_key, y->sort_key);
}

struct contributions contributions_count(struct arena *a, const struct site *s,
					 struct date_range window, struct date today)
{
	struct gathering g = {.arena = a, .rows.arena = a, .ranks.arena = a};
	struct contributions c = {0};

	add_units(&g, s, window);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->visibility == PAGE_PUBLISHED && p->kind->countables && p->kind->credits)
			gather_page(&g, p, window, today);
	}
	c.rows = arena_array(a, struct contributor *, g.rows.n + 1);
	for (; c.n < g.rows.n; c.n++)
		c.rows[c.n] = g.rows.entries[c.n].value;
	if (c.n)
		qsort(c.rows, c.n, sizeof(struct contributor *), compare_rows);
	return c;
}
