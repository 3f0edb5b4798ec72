/* The page on which visitors search, and what it offers those whose browser runs no
 * script. */
#include "output/view.h"

/* {ten, url} of each section's A to Z. */
static const struct value *alphabets(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->outputs->n; i++) {
		const struct output *o = &w->outputs->items[i];

		if (o->kind == OUTPUT_SECTION && str_eq_z(str_of(o->sub->path), "a-z/"))
			value_push(w->arena, list,
				   view_named(w, o->section->setting->name, o->url));
	}
	return list;
}

void view_set_search(struct viewing *w, struct value *v)
{
	view_set(w, v, "tieu_de", view_text(w, STR("Tìm kiếm")));
	view_set(w, v, "mo_ta",
		 view_text(w, STR("Tìm thủ tục, hướng dẫn, văn bản, tin tức và nơi liên hệ; gõ "
				  "có dấu hay không dấu đều được.")));
	view_set(w, v, "a_z", alphabets(w));
	view_set(w, v, "danh_muc", view_path(w, STR(SEARCH_URL SEARCH_HEAD)));
}
