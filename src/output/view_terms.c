/* Terms and taxonomies, as links and as groups for navigation. */
#include "output/view.h"

const struct value *view_term_link(const struct viewing *w, const struct term *term)
{
	return view_coded(w, term->slug, term->name, view_path(w, term->url));
}

struct str view_term_title(const struct viewing *w, const struct term *term)
{
	const char *before = term->taxonomy->def->before;

	return before ? str_concat(w->arena, str_of(before), term->name, (struct str){0})
		      : term->name;
}

struct taxonomy *view_taxonomy(const struct section *section, const char *code)
{
	for (size_t i = 0; i < section->n_taxonomies; i++) {
		if (strcmp(section->taxonomies[i]->def->code, code) == 0)
			return section->taxonomies[i];
	}
	return NULL;
}

/* What collects the terms of one page, by looking up the names that its taxonomy
 * gives. */
struct term_views {
	const struct viewing *viewing;
	const struct taxonomy *taxonomy;
	struct value *list;
};

static void add_term_view(void *sink, struct term_name name)
{
	struct term_views *t = sink;
	const struct term *term = map_get(&t->taxonomy->by_slug, name.slug);

	if (term)
		value_push(t->viewing->arena, t->list, view_term_link(t->viewing, term));
}

/* NULL when the page's kind has no such taxonomy. */
const struct value *view_terms_of_page(const struct viewing *w, const struct page *p,
				       const char *code)
{
	struct term_views t = {w, view_taxonomy(p->section, code), NULL};

	if (!t.taxonomy)
		return NULL;
	t.list = value_list(w->arena);
	t.taxonomy->def->terms(w->arena, p->data, w->site->now, add_term_view, &t);
	return t.list;
}

static const struct value *taxonomy_view(const struct viewing *w, const struct taxonomy *t)
{
	struct value *v = value_map(w->arena), *terms = value_list(w->arena);

	for (size_t i = 0; i < t->n; i++) {
		struct value *term = value_map(w->arena);

		view_set(w, term, "ma", view_text(w, t->terms[i]->slug));
		view_set(w, term, "ten", view_text(w, t->terms[i]->name));
		view_set(w, term, "url", view_path(w, t->terms[i]->url));
		view_set(w, term, "so_luong",
			 value_int(w->arena, (int64_t)t->terms[i]->pages.n));
		value_push(w->arena, terms, term);
	}
	view_set(w, v, "ma", view_text(w, str_of(t->def->code)));
	view_set(w, v, "ten", view_text(w, str_of(t->def->name)));
	view_set(w, v, "muc", terms);
	return v;
}

const struct value *view_groups(const struct viewing *w, const struct section *section)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_taxonomies; i++) {
		const struct taxonomy *t = w->site->taxonomies[i];

		if (t->section == section && t->n && !t->def->by_ref && !t->def->no_lists)
			value_push(w->arena, list, taxonomy_view(w, t));
	}
	return list;
}
