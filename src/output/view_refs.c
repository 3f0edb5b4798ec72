/* A page among the others: who refers to it, and what it rests on that has ended. */
#include "output/view.h"

enum {
	REFERRERS_SHOWN = 20, /* of each kind: beyond them their number says enough */
};

struct record view_record(const struct viewing *w, const struct page *p)
{
	return (struct record){p->kind, p->data, view_page_link(w, p)};
}

/* Newest first: lists go so, and referrers stand by path. */
static struct page_list referrers_of_kind(const struct viewing *w, const struct page *p,
					  const struct kind *kind)
{
	struct page_list list = {0};

	for (size_t i = 0; i < p->referrers.n; i++) {
		struct page *from = p->referrers.items[i];

		if (from->kind == kind && from->visibility == PAGE_PUBLISHED)
			page_list_add(w->arena, &list, from);
	}
	page_list_sort(&list, kind);
	return list;
}

/* A kind's code as a key of a view: hoi_dap. */
static const char *key_of_kind(struct arena *a, const struct kind *kind)
{
	return str_z(a, schema_key(a, str_of(kind->code)));
}

static const struct value *group_of(const struct viewing *w, const struct kind *kind,
				    const struct value *cards, size_t total)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "loai", view_kind(w, kind));
	view_set(w, v, "trang", cards);
	view_set(w, v, "tong_so", value_int(w->arena, (int64_t)total));
	return v;
}

/* duoc_dan_tu goes through the kinds that do, dan_tu.hoi_dap names one. */
void view_set_referrers(const struct viewing *w, struct value *v, const struct page *p)
{
	struct value *groups = value_list(w->arena), *by_kind = value_map(w->arena);

	for (size_t i = 0; p->kind->has_backlinks && i < kinds_count; i++) {
		struct page_list list = referrers_of_kind(w, p, kinds[i]);
		const struct value *cards = view_cards(w, &list, 0, REFERRERS_SHOWN);

		view_set(w, by_kind, key_of_kind(w->arena, kinds[i]), cards);
		if (list.n)
			value_push(w->arena, groups, group_of(w, kinds[i], cards, list.n));
	}
	view_set(w, v, "duoc_dan_tu", groups);
	view_set(w, v, "dan_tu", by_kind);
}

struct ended {
	const struct viewing *viewing;
	struct value *list;
};

static bool is_in(const struct value *list, const struct page *p)
{
	for (size_t i = 0; i < list->n; i++) {
		if (str_eq(value_get(list->entries[i].value, STR("ma"))->text, p->common->code))
			return true;
	}
	return false;
}

static void add_ended(void *context, const struct field *f, const struct ref *ref)
{
	struct ended *e = context;
	const struct page *p = ref->to;

	(void)f;
	if (p && p->kind->has_ended && p->kind->has_ended(p->data, e->viewing->site->now) &&
	    !is_in(e->list, p))
		value_push(e->viewing->arena, e->list, view_page_link(e->viewing, p));
}

void view_set_ended(const struct viewing *w, struct value *v, const struct page *p)
{
	struct ended e = {w, value_list(w->arena)};

	schema_each_ref(p->kind->schema, p->data, add_ended, &e);
	view_set(w, v, "can_cu_het_hieu_luc", e.list);
}
