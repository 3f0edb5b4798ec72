/* The further pages of a page and of a section. */
#include "output/view.h"

/* All keys of its page, which is a step up. */
void view_set_subpage(struct viewing *w, struct value *v)
{
	const struct output *o = w->output;

	view_set(w, v, "ten_trang_con", view_text(w, str_of(o->sub->title)));
	view_set(w, v, "url_trang", view_path(w, o->page->url));
	view_set(w, v, "url_trang_day_du", view_absolute(w, o->page->url));
	if (o->sub->counts)
		view_set_progress(w, v);
}

static const struct value *pages_view(struct viewing *w, const struct page_list *pages)
{
	struct value *list = value_list(w->arena);

	if (!w->output->sub->full)
		return view_cards(w, pages, 0, pages->n);
	for (size_t i = 0; i < pages->n; i++) {
		struct value *v = view_page(w, pages->items[i]);

		view_set(w, v, "url", view_path(w, pages->items[i]->url));
		view_set(w, v, "url_day_du", view_absolute(w, pages->items[i]->url));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *groups_view(struct viewing *w, const struct section *section,
				       const char *code)
{
	const struct taxonomy *t = view_taxonomy(section, code);
	struct value *list = value_list(w->arena);

	for (size_t i = 0; t && i < t->n; i++) {
		struct value *v = view_coded(w, t->terms[i]->slug, t->terms[i]->name,
					     t->def->no_lists ? value_null(w->arena)
							      : view_path(w, t->terms[i]->url));

		view_set(w, v, "trang", pages_view(w, &t->terms[i]->pages));
		value_push(w->arena, list, v);
	}
	return list;
}

static void derive_section(struct viewing *w, struct value *v)
{
	const struct page_list *pages = &w->output->section->pages;
	struct record *records = arena_array(w->arena, struct record, pages->n + 1);
	const struct derive_context c = {
		.today = w->site->now,
		.ref_view = view_ref,
		.ref_context = w,
	};

	for (size_t i = 0; i < pages->n; i++)
		records[i] = view_record(w, pages->items[i]);
	w->output->sub->derive(w->arena, records, pages->n, &c, v);
}

void view_set_section_page(struct viewing *w, struct value *v)
{
	const struct output *o = w->output;
	const struct subpage *sub = o->sub;
	const struct section *section = o->section;

	view_set(w, v, "tieu_de",
		 view_text(w, sub->title ? str_of(sub->title) : section->setting->name));
	if (!sub->title)
		view_set(w, v, "mo_ta", view_text(w, section->setting->about));
	view_set(w, v, "chuyen_muc", view_section(w, section));
	view_set(w, v, "cap_nhat", schema_view_date(w->arena, section->pages.changed));
	if (sub->group_by)
		view_set(w, v, "nhom", groups_view(w, section, sub->group_by));
	else
		view_set(w, v, "trang", pages_view(w, &section->pages));
	if (sub->derive)
		derive_section(w, v);
}
