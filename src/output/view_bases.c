/* The documents that a plan rests on or cites, with links to their records. */
#include "output/view.h"

#include "kinds/legal.h"
#include "kinds/plan.h"
#include "viet/docnum.h"

/* Spellings of one number are one: 02/KH-SYT, 2/KH-SYT. */
static struct str key_of(const struct viewing *w, struct str number)
{
	struct docnum n;

	return docnum_parse(w->arena, number, &n) ? docnum_key(w->arena, &n) : (struct str){0};
}

/* Numbers without a year are given anew each year. */
static bool has_number(const struct viewing *w, const struct page *p,
		       const struct plan_basis *b)
{
	struct cited c = {0};
	struct str key = key_of(w, b->number);

	return p->kind->cite && p->kind->cite(p->data, &c) && key.n &&
	       str_eq(key, key_of(w, c.number)) &&
	       (!date_is_set(b->issued) || !date_is_set(c.issued) ||
		b->issued.year == c.issued.year);
}

static bool is_called(const struct legal *x, struct str name)
{
	for (size_t i = 0; i < x->aliases.n; i++) {
		if (str_eq(*LIST_ITEM(x->aliases, struct str, i), name))
			return true;
	}
	return false;
}

/* What is cited without a number is known by its subject, or as it goes by. */
static bool has_subject(const struct page *p, const struct plan_basis *b)
{
	const struct legal *x = p->data;

	if (p->kind != &legal_kind || !b->subject.n)
		return false;
	return is_called(x, b->subject) ||
	       (!x->number.n && x->type == b->type && str_eq(x->subject, b->subject));
}

static const struct page *find_by_number(const struct viewing *w, const struct page *plan,
					 const struct plan_basis *b)
{
	for (size_t i = 0; b->number.n && i < plan->mentions.n; i++) {
		if (has_number(w, plan->mentions.items[i], b))
			return plan->mentions.items[i];
	}
	return NULL;
}

static const struct page *find_by_subject(const struct viewing *w, const struct plan_basis *b)
{
	const struct page_list *pages = &w->site->pages;

	for (size_t i = 0; !b->number.n && i < pages->n; i++) {
		if (pages->items[i]->visibility == PAGE_PUBLISHED &&
		    has_subject(pages->items[i], b))
			return pages->items[i];
	}
	return NULL;
}

static const struct value *bases(const struct viewing *w, const struct page *plan,
				 const struct list *rows, const struct schema *schema)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < rows->n; i++) {
		const struct plan_basis *b = LIST_ITEM(*rows, struct plan_basis, i);
		struct value *v = schema_view(w->arena, schema, b, NULL, NULL);
		const struct page *to = find_by_number(w, plan, b);

		if (!to)
			to = find_by_subject(w, b);
		view_set(w, v, "van_ban", to ? view_page_link(w, to) : value_null(w->arena));
		value_push(w->arena, list, v);
	}
	return list;
}

void view_set_bases(const struct viewing *w, struct value *v, const struct page *p)
{
	const struct plan *plan = p->data;

	view_set(w, v, "can_cu", bases(w, p, &plan->bases, &plan_basis_schema));
	view_set(w, v, "van_ban_vien_dan",
		 bases(w, p, &plan->citations, &plan_citation_schema));
}
