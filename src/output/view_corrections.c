/* All corrections of the site on one page, latest first: who has read something wrong
 * finds here that it was. */
#include <stdlib.h>

#include "output/view.h"

struct found {
	const struct correction *correction;
	const struct page *page;
	size_t order; /* as found, so that sorting is the same everywhere */
};

static int compare_found(const void *a, const void *b)
{
	const struct found *x = a, *y = b;
	int by_date = date_cmp(y->correction->on, x->correction->on);

	return by_date ? by_date : x->order < y->order ? -1 : x->order > y->order;
}

static size_t count_corrections(const struct site *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->pages.n; i++)
		n += s->pages.items[i]->common->corrections.n;
	return n;
}

static size_t find_corrections(const struct site *s, struct found *found)
{
	size_t n = 0;

	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		struct list list = p->common->corrections;

		for (size_t k = 0; p->visibility == PAGE_PUBLISHED && k < list.n; k++, n++)
			found[n] = (struct found){LIST_ITEM(list, struct correction, k), p, n};
	}
	return n;
}

static const struct value *correction_view(const struct viewing *w, const struct found *f)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ngay", schema_view_date(w->arena, f->correction->on));
	view_set(w, v, "noi_dung_sai", view_text(w, f->correction->wrong));
	view_set(w, v, "noi_dung_dung", view_text(w, f->correction->right));
	view_set(w, v, "ly_do", view_text(w, f->correction->reason));
	view_set(w, v, "trang", view_titled(w, f->page));
	return v;
}

void view_set_corrections(struct viewing *w, struct value *v)
{
	size_t most = count_corrections(w->site), n;
	struct found *found = arena_array(w->arena, struct found, most);
	struct value *list = value_list(w->arena);

	n = find_corrections(w->site, found);
	qsort(found, n, sizeof(*found), compare_found);
	for (size_t i = 0; i < n; i++)
		value_push(w->arena, list, correction_view(w, &found[i]));
	view_set(w, v, "tieu_de", view_text(w, STR("Đính chính")));
	view_set(w, v, "mo_ta",
		 view_text(w, STR("Những chỗ chuyên trang đã đăng chưa đúng và đã sửa, mới "
				  "nhất ở trên.")));
	view_set(w, v, "muc", list);
}
