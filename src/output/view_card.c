/* A page as an item of a list. */
#include "output/view.h"

static void set_card_defaults(const struct viewing *w, struct value *v)
{
	static const char *const keys[] = {"the_loai",         "so_ky_hieu",   "ngay_ban_hanh",
					   "co_quan_ban_hanh", "tinh_trang",   "thoi_gian",
					   "ket_qua_moi",      "anh_dai_dien", "anh",
					   "loai_media"};

	for (size_t i = 0; i < COUNT(keys); i++)
		view_set(w, v, keys[i], value_null(w->arena));
	view_set(w, v, "da_het_han", view_truth(w, false));
}

static const struct value *card(const struct viewing *w, const struct page *p, bool last)
{
	struct value *v = value_map(w->arena);
	struct viewing viewing = *w;
	struct derive_context context = view_context(w, p);
	const struct value *fields = view_terms_of_page(w, p, "linh-vuc");

	view_set(w, v, "ma", view_text(w, p->common->code));
	view_set(w, v, "tieu_de", view_text(w, p->title));
	view_set(w, v, "tom_tat", view_text(w, p->summary));
	view_set(w, v, "url", view_path(w, p->url));
	view_set(w, v, "url_day_du", view_absolute(w, p->url));
	view_set(w, v, "ngay_dang", schema_view_date(w->arena, p->common->published));
	view_set(w, v, "ngay_cap_nhat", schema_view_date(w->arena, p->common->updated));
	view_set(w, v, "loai", view_kind(w, p->kind));
	view_set(w, v, "chuyen_muc", view_section_link(w, p->section));
	view_set(w, v, "linh_vuc", fields ? fields : value_list(w->arena));
	view_set(w, v, "don_vi",
		 p->common->unit.to ? view_page_link(w, p->common->unit.to)
				    : value_null(w->arena));
	set_card_defaults(w, v);
	context.ref_view = view_ref;
	context.ref_context = &viewing;
	if (p->kind->card)
		p->kind->card(w->arena, p->data, &context, v);
	view_set(w, v, "cuoi", view_truth(w, last));
	return v;
}

const struct value *view_cards(const struct viewing *w, const struct page_list *pages,
			       size_t from, size_t most)
{
	struct value *list = value_list(w->arena);
	size_t end = pages->n - from < most ? pages->n : from + most;

	for (size_t i = from; i < end; i++)
		value_push(w->arena, list, card(w, pages->items[i], i + 1 == end));
	return list;
}
