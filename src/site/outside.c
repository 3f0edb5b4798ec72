#include "site/outside.h"

#include <stdlib.h>

struct place {
	struct str url;
	struct pos at;
};

struct gathering {
	const struct site *site;
	struct arena *arena;
	struct place *places;
	size_t n, cap;
};

static bool is_ours(const struct config *c, struct str url)
{
	return str_eq(url, c->domain) ||
	       (str_starts(url, c->domain) && str_starts(str_from(url, c->domain.n), c->base));
}

static void add(struct gathering *g, struct str url, struct pos at)
{
	struct str anchor;

	url = str_cut(url, '#', &anchor);
	if ((!str_starts(url, STR("https://")) && !str_starts(url, STR("http://"))) ||
	    is_ours(g->site->config, url))
		return;
	g->places = arena_room(g->arena, g->places, g->n, &g->cap, sizeof(*g->places));
	g->places[g->n++] = (struct place){str_dup(g->arena, url), at};
}

static void scan_map(struct gathering *g, const struct schema *s, const struct value *v);

static void scan_value(struct gathering *g, const struct field *f, const struct value *v)
{
	if (f->type == FIELD_MAP && f->map != &target_schema)
		scan_map(g, f->map, v);
	else if (f->type == FIELD_URL && v->kind == VALUE_STRING)
		add(g, v->text, v->pos);
}

static void scan_map(struct gathering *g, const struct schema *s, const struct value *v)
{
	if (v->kind != VALUE_MAP)
		return;
	if (s->parent)
		scan_map(g, s->parent, v);
	for (const struct field *f = s->fields; f->key; f++) {
		const struct value_entry *e = schema_find(v, f->key);

		if (!e)
			continue;
		if (e->value->kind != VALUE_LIST)
			scan_value(g, f, e->value);
		for (uint32_t i = 0; e->value->kind == VALUE_LIST && i < e->value->n; i++)
			scan_value(g, f, e->value->entries[i].value);
	}
}

static bool is_seen(const struct page *p)
{
	return p->visibility == PAGE_PUBLISHED || p->visibility == PAGE_SCHEDULED;
}

static void scan_fields(struct gathering *g, struct diag *d)
{
	struct arena scratch = {0};

	for (size_t i = 0; i < g->site->pages.n; i++) {
		const struct page *p = g->site->pages.items[i];

		if (is_seen(p) && schema_holds(p->kind->schema, FIELD_URL))
			scan_map(g, p->kind->schema, page_written(&scratch, p, d));
		diag_reading(d, NULL, STR(""));
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

static void add_found(struct gathering *g)
{
	for (size_t i = 0; i < g->site->n_findings; i++) {
		const struct findings *f = &g->site->findings[i];

		for (size_t k = 0; k < f->n_out; k++) {
			if (is_seen(f->out[k].from))
				add(g, f->out[k].url, f->out[k].at);
		}
	}
}

static void scan_menu(struct gathering *g)
{
	const struct config *c = g->site->config;

	for (size_t i = 0; i < c->menu.n; i++)
		add(g, LIST_ITEM(c->menu, struct menu_item, i)->to,
		    place_of_field(config_item(c, "thuc_don", i), "den"));
}

static int compare_pos(const struct pos *a, const struct pos *b)
{
	int by_path = str_cmp(a->source->path, b->source->path);

	if (by_path)
		return by_path;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	return (a->col > b->col) - (a->col < b->col);
}

static int by_address(const void *x, const void *y)
{
	const struct place *a = x, *b = y;
	int order = str_cmp(a->url, b->url);

	return order ? order : compare_pos(&a->at, &b->at);
}

static int by_first_place(const void *x, const void *y)
{
	const struct outside_link *a = x, *b = y;
	int order = compare_pos(a->places, b->places);

	return order ? order : str_cmp(a->url, b->url);
}

/* Workers share the pages out among them as they come, so what they found has no order. */
static struct outside_links join(struct gathering *g)
{
	struct outside_links links = {arena_array(g->arena, struct outside_link, g->n + 1), 0};
	struct pos *places = arena_array(g->arena, struct pos, g->n + 1);

	if (g->n)
		qsort(g->places, g->n, sizeof(*g->places), by_address);
	for (size_t i = 0; i < g->n; i++) {
		places[i] = g->places[i].at;
		if (!i || !str_eq(g->places[i].url, g->places[i - 1].url))
			links.items[links.n++] =
				(struct outside_link){g->places[i].url, &places[i], 0};
		links.items[links.n - 1].n_places++;
	}
	if (links.n)
		qsort(links.items, links.n, sizeof(*links.items), by_first_place);
	return links;
}

struct outside_links site_outside_links(const struct site *s, struct arena *a, struct diag *d)
{
	struct gathering g = {.site = s, .arena = a};

	scan_map(&g, &config_schema, s->config->written);
	scan_menu(&g);
	scan_fields(&g, d);
	add_found(&g);
	return join(&g);
}
