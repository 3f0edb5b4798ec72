/* Pages to a connected site: codes, URLs, references, order, groups, neighbours. */
#include <stdlib.h>

#include "kinds/holidays.h"
#include "kinds/law.h"
#include "kinds/legal.h"
#include "site/english.h"
#include "site/gate.h"
#include "site/refs.h"
#include "site/site.h"
#include "viet/collate.h"
#include "viet/fold.h"

static size_t kind_number(const struct kind *kind)
{
	size_t i = 0;

	while (kinds[i] != kind)
		i++;
	return i;
}

static bool index_codes(struct site *s, struct arena *a, struct diag *d)
{
	bool ok = true;

	s->by_code = arena_array(a, struct map, kinds_count);
	for (size_t i = 0; i < kinds_count; i++)
		s->by_code[i].arena = a;
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];
		struct map *codes = &s->by_code[kind_number(p->kind)];
		struct page *other = map_get(codes, p->common->code);

		if (!other) {
			map_set(codes, p->common->code, p);
			continue;
		}
		ok = diag_error(d, (struct pos){.source = &p->source},
				_("the code \"" STR_FMT "\" is taken; every %s has its own"),
				STR_ARG(p->common->code), p->kind->code);
		diag_note(d, (struct pos){.source = &other->source}, _("it is used here"));
	}
	return ok;
}

static void give_urls(struct site *s, struct arena *a)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];
		struct str below = p->kind->url ? p->kind->url(a, p->data)
						: str_concat(a, p->common->code, STR("/"),
							     (struct str){0});

		p->url = str_concat(a, p->section->url, below, (struct str){0});
	}
}

/* Newest first; the code decides between pages of one day, so that the order does
 * not depend on anything that no author wrote. */
static int compare_dates(struct date a, struct date b, const struct page *x,
			 const struct page *y)
{
	int order = date_cmp(b, a);

	return order ? order : str_cmp(x->common->code, y->common->code);
}

static int newest_first(const void *a, const void *b)
{
	const struct page *x = *(struct page *const *)a, *y = *(struct page *const *)b;

	return compare_dates(x->date, y->date, x, y);
}

static int latest_published_first(const void *a, const void *b)
{
	const struct page *x = *(struct page *const *)a, *y = *(struct page *const *)b;

	return compare_dates(x->common->published, y->common->published, x, y);
}

/* For kinds with an order of their own: by it, then as the alphabet has the titles. */
struct ordered {
	struct page *page;
	uint64_t order; /* what has no number (-1) comes last */
	struct str key;
};

static int compare_ordered(const void *a, const void *b)
{
	const struct ordered *x = a, *y = b;
	int order = (x->order > y->order) - (x->order < y->order);

	if (!order)
		order = str_cmp(x->key, y->key);
	return order ? order : str_cmp(x->page->common->code, y->page->common->code);
}

static void sort_by_order(struct page_list *list)
{
	struct arena scratch = {0};
	struct ordered *items = arena_array(&scratch, struct ordered, list->n);

	for (size_t i = 0; i < list->n; i++) {
		struct page *p = list->items[i];

		items[i] = (struct ordered){p, (uint64_t)p->kind->order(p->data),
					    viet_sort_key(&scratch, p->title)};
	}
	qsort(items, list->n, sizeof(*items), compare_ordered);
	for (size_t i = 0; i < list->n; i++)
		list->items[i] = items[i].page;
	arena_free(&scratch);
}

void page_list_sort(struct page_list *list, const struct kind *kind)
{
	if (!list->n)
		return;
	if (kind->order)
		sort_by_order(list);
	else
		qsort(list->items, list->n, sizeof(struct page *), newest_first);
}

static void fill_sections(struct site *s, struct arena *a)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];

		if (p->visibility != PAGE_PUBLISHED)
			continue;
		page_list_add(a, &p->section->pages, p);
		if (p->kind->has_feed)
			page_list_add(a, &s->news, p);
	}
	for (size_t i = 0; i < s->n_sections; i++)
		page_list_sort(&s->sections[i].pages, s->sections[i].kind);
	if (s->news.n)
		qsort(s->news.items, s->news.n, sizeof(struct page *), latest_published_first);
}

static void link_neighbours(struct site *s)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		struct page_list *list = &s->sections[i].pages;

		for (size_t k = 0; s->sections[i].kind->has_feed && k + 1 < list->n; k++) {
			list->items[k]->older = list->items[k + 1];
			list->items[k + 1]->newer = list->items[k];
		}
	}
}

/* What term_fn needs: where a page's terms go. */
struct grouping {
	struct site *site;
	struct arena *arena;
	struct arena scratch;
	struct taxonomy *taxonomy;
	struct page *page;
	struct diag *diag;
	bool ok;
};

static struct str term_url(struct arena *a, const struct taxonomy *t, const struct term *term,
			   const struct page *target)
{
	struct str path = str_of(t->def->path);

	if (target)
		return str_fmt(a, STR_FMT STR_FMT, STR_ARG(target->url), STR_ARG(path));
	return str_fmt(a, STR_FMT STR_FMT STR_FMT "/",
		       STR_ARG(t->section ? t->section->url : (struct str){0}), STR_ARG(path),
		       STR_ARG(term->slug));
}

static struct term *add_term(struct arena *a, struct taxonomy *t, struct term_name name)
{
	struct term *term = arena_new(a, struct term);
	struct page *target = name.ref ? name.ref->to : NULL;

	term->taxonomy = t;
	term->slug = str_dup(a, name.slug);
	term->name = target ? target->title : str_dup(a, name.name);
	term->sort_key = t->def->by_slug ? term->slug : viet_sort_key(a, term->name);
	term->url = term_url(a, t, term, target);
	term->owner = target;
	if (target)
		target->articles = term;
	map_set(&t->by_slug, term->slug, term);
	return term;
}

/* "thủ tục" and "Thủ tục" are one keyword; "bảo" and "báo" are two that would share
 * an address. */
static bool check_name(struct grouping *g, const struct term *term, struct str name)
{
	if (!name.n || str_eq(term->name, name) ||
	    str_eq(viet_lower(&g->scratch, term->name), viet_lower(&g->scratch, name)))
		return true;
	diag_error(g->diag, (struct pos){.source = &g->page->source},
		   _("\"" STR_FMT "\" and \"" STR_FMT "\" would both stand at the address "
		     "\"" STR_FMT "\"; write them alike or change one"),
		   STR_ARG(name), STR_ARG(term->name), STR_ARG(term->url));
	if (term->pages.n)
		diag_note(g->diag, (struct pos){.source = &term->pages.items[0]->source},
			  _("the other one is here"));
	return false;
}

/* The pages of a term by reference stand below that of the record referred to. */
static bool is_published(const struct page *p)
{
	return p && p->visibility == PAGE_PUBLISHED;
}

static void add_to_term(void *sink, struct term_name name)
{
	struct grouping *g = sink;
	struct term *term;

	if (name.ref && !is_published(name.ref->to))
		return;
	if (!name.slug.n) {
		g->ok = diag_error(g->diag, (struct pos){.source = &g->page->source},
				   _("\"" STR_FMT
				     "\" has no letter or digit, so it can have no "
				     "address"),
				   STR_ARG(name.name));
		return;
	}
	term = map_get(&g->taxonomy->by_slug, name.slug);
	if (!term)
		term = add_term(g->arena, g->taxonomy, name);
	if (!name.ref && !check_name(g, term, name.name))
		g->ok = false;
	else if (!term->pages.n || term->pages.items[term->pages.n - 1] != g->page)
		page_list_add(g->arena, &term->pages, g->page);
}

static struct taxonomy *add_taxonomy(struct site *s, struct arena *a,
				     const struct taxonomy_def *def,
				     const struct section *section)
{
	struct taxonomy *t = arena_new(a, struct taxonomy);

	t->def = def;
	t->section = section;
	t->by_slug.arena = a;
	s->taxonomies = arena_room(a, s->taxonomies, s->n_taxonomies, &s->cap_taxonomies,
				   sizeof(struct taxonomy *));
	s->taxonomies[s->n_taxonomies++] = t;
	for (size_t i = 0; i < def->n_closed; i++)
		add_term(a, t, def->closed[i]);
	return t;
}

static struct taxonomy *site_wide_taxonomy(struct site *s, struct arena *a,
					   const struct taxonomy_def *def)
{
	for (size_t i = 0; i < s->n_taxonomies; i++) {
		if (s->taxonomies[i]->def == def)
			return s->taxonomies[i];
	}
	return add_taxonomy(s, a, def, NULL);
}

static void add_taxonomies_of(struct site *s, struct arena *a, struct section *section)
{
	const struct kind *kind = section->kind;

	section->taxonomies = arena_array(a, struct taxonomy *, kind->n_taxonomies + 1);
	section->n_taxonomies = kind->n_taxonomies;
	for (size_t i = 0; i < kind->n_taxonomies; i++) {
		const struct taxonomy_def *def = kind->taxonomies[i];

		section->taxonomies[i] = def->site_wide ? site_wide_taxonomy(s, a, def)
							: add_taxonomy(s, a, def, section);
	}
}

static bool group_section(struct grouping *g, struct section *section)
{
	for (size_t i = 0; i < section->pages.n; i++) {
		g->page = section->pages.items[i];
		for (size_t k = 0; k < section->n_taxonomies; k++) {
			g->taxonomy = section->taxonomies[k];
			g->taxonomy->def->terms(&g->scratch, g->page->data, g->site->now,
						add_to_term, g);
		}
		arena_reset(&g->scratch);
	}
	return g->ok;
}

static int compare_terms(const void *a, const void *b)
{
	const struct term *x = *(struct term *const *)a, *y = *(struct term *const *)b;

	return str_cmp(x->sort_key, y->sort_key);
}

static int compare_terms_latest(const void *a, const void *b)
{
	return compare_terms(b, a);
}

/* A closed taxonomy keeps the order in which its terms are defined. */
static void order_terms(struct taxonomy *t, struct arena *a)
{
	t->n = t->by_slug.n;
	t->terms = arena_array(a, struct term *, t->n + 1);
	for (size_t i = 0; i < t->n; i++) {
		t->terms[i] = t->by_slug.entries[i].value;
		if (!t->section && t->terms[i]->pages.n)
			qsort(t->terms[i]->pages.items, t->terms[i]->pages.n,
			      sizeof(struct page *), newest_first);
	}
	if (!t->def->closed && t->n)
		qsort(t->terms, t->n, sizeof(struct term *),
		      t->def->by_slug ? compare_terms_latest : compare_terms);
}

static bool group_pages(struct site *s, struct arena *a, struct diag *d)
{
	struct grouping g = {.site = s, .arena = a, .diag = d, .ok = true};

	for (size_t i = 0; i < s->n_sections; i++)
		add_taxonomies_of(s, a, &s->sections[i]);
	for (size_t i = 0; i < s->n_sections; i++)
		group_section(&g, &s->sections[i]);
	for (size_t i = 0; i < s->n_taxonomies; i++)
		order_terms(s->taxonomies[i], a);
	arena_free(&g.scratch);
	return g.ok;
}

static void settle_records(struct site *s, struct arena *a)
{
	struct arena scratch = {0};

	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];
		struct record *records;
		size_t n;

		if (!p->kind->settle)
			continue;
		n = site_records_to(&scratch, p, &records);
		p->kind->settle(a, p->data, records, n, site_record_of, s->now);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

/* The catalogue may know of the end of a law before its record does. */
static void take_end(const struct site *s, struct law *law)
{
	const struct page *p = site_find(s, STR("van-ban"), law->document);
	const struct legal *document = p ? p->data : NULL;

	if (document && !date_is_set(law->ends))
		law->ends = document->ends;
}

static void gather_laws(struct site *s, struct arena *a)
{
	s->laws.by_rule.arena = a;
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];

		if (p->kind != &law_kind)
			continue;
		take_end(s, p->data);
		laws_add(&s->laws, p->data);
	}
}

/* Every record of a year that is wrong is reported by its own rules. */
static void gather_calendar(struct site *s, struct arena *a)
{
	const struct holidays **records = arena_array(a, const struct holidays *, s->pages.n);
	size_t n = 0;

	for (size_t i = 0; i < s->pages.n; i++) {
		if (s->pages.items[i]->kind == &holidays_kind)
			records[n++] = s->pages.items[i]->data;
	}
	s->calendar = calendar_from_records(a, records, n);
}

/* The procedures that site.yaml names under a key. */
static bool check_named(const struct site *s, const char *key, const struct list *codes,
			struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < codes->n; i++) {
		struct str code = *LIST_ITEM(*codes, struct str, i);

		if (!site_find(s, STR("thu-tuc"), code))
			ok = diag_error(
				d, config_item(s->config, key, i)->pos,
				_("there is no procedure with the code \"" STR_FMT "\""),
				STR_ARG(code));
	}
	return ok;
}

bool site_connect(struct site *s, struct arena *a, struct diag *d)
{
	if (!index_codes(s, a, d))
		return false;
	give_urls(s, a);
	gate_close(s, a);
	if (!refs_resolve(s, a, d) || !check_named(s, "noi_bat", &s->config->featured, d) ||
	    !check_named(s, "tieng_anh", &s->config->english, d))
		return false;
	settle_records(s, a);
	gather_laws(s, a);
	gather_calendar(s, a);
	fill_sections(s, a);
	link_neighbours(s);
	return group_pages(s, a, d) && site_gather_english(s, a, d);
}
