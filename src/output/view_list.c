/* Lists of a section or a term, page by page, and their feeds. */
#include "output/view.h"

static struct str list_url(const struct output *o)
{
	if (o->term)
		return o->term->url;
	return o->section ? o->section->url : (struct str){0};
}

/* The first, the last and those around the current page: a reader is at most two
 * steps from any of them, and a long archive does not make long pages. */
static bool is_shown_in_pager(const struct output *o, uint32_t number)
{
	return number == 1 || number == o->count ||
	       (number + 3 > o->number && number < o->number + 3);
}

static const struct value *pager_link(const struct viewing *w, uint32_t number)
{
	const struct output *o = w->output;
	struct value *v;

	if (number < 1 || number > o->count)
		return value_null(w->arena);
	v = value_map(w->arena);
	view_set(w, v, "so", value_int(w->arena, number));
	view_set(w, v, "url", view_path(w, output_pager_url(w->arena, list_url(o), number)));
	view_set(w, v, "hien_tai", view_truth(w, number == o->number));
	view_set(w, v, "cach_quang",
		 view_truth(w, number > 1 && !is_shown_in_pager(o, number - 1)));
	return v;
}

static const struct value *pager(const struct viewing *w)
{
	const struct output *o = w->output;
	struct value *v = value_map(w->arena), *pages = value_list(w->arena);

	if (o->count < 2)
		return value_null(w->arena);
	for (uint32_t i = 1; i <= o->count; i++) {
		if (is_shown_in_pager(o, i))
			value_push(w->arena, pages, pager_link(w, i));
	}
	view_set(w, v, "so", value_int(w->arena, o->number));
	view_set(w, v, "tong", value_int(w->arena, o->count));
	view_set(w, v, "truoc", pager_link(w, o->number - 1));
	view_set(w, v, "sau", pager_link(w, o->number + 1));
	view_set(w, v, "trang", pages);
	return v;
}

static const struct page_list *pages_of(const struct viewing *w)
{
	const struct output *o = w->output;

	if (o->term)
		return &o->term->pages;
	return o->section ? &o->section->pages : &w->site->news;
}

static struct str list_title(const struct viewing *w)
{
	const struct output *o = w->output;

	if (!o->term)
		return o->section ? o->section->setting->name : w->site->config->name;
	if (!o->section)
		return view_term_title(w, o->term);
	return str_concat(w->arena, o->section->setting->name, STR(": "),
			  view_term_title(w, o->term));
}

/* What a section says of itself is not true of each of its terms. */
static struct str list_about(const struct viewing *w)
{
	const struct output *o = w->output;

	if (o->term)
		return (struct str){0};
	return o->section && o->section->setting->about.n ? o->section->setting->about
							  : w->site->config->about;
}

/* The further pages of a section, feeds left out. */
static const struct value *section_pages(const struct viewing *w, const struct section *section)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; section && i < section->kind->n_section_pages; i++) {
		const struct subpage *sub = &section->kind->section_pages[i];
		struct str path = str_of(sub->path);
		struct value *v;

		if (!str_ends(path, STR("/")) || !section_has_subpage(section, sub))
			continue;
		v = value_map(w->arena);
		view_set(w, v, "ten", view_text(w, str_of(sub->title)));
		view_set(w, v, "url",
			 view_path(w, str_concat(w->arena, section->url, path, STR(""))));
		value_push(w->arena, list, v);
	}
	return list;
}

void view_set_list(struct viewing *w, struct value *v)
{
	const struct output *o = w->output;
	const struct page_list *pages = pages_of(w);
	size_t size = (size_t)w->site->config->page_size;
	bool grouped = !o->term && o->section;
	bool has_feed = o->section ? o->section->kind->has_feed : o->term != NULL;

	view_set(w, v, "tieu_de", view_text(w, list_title(w)));
	view_set(w, v, "mo_ta", view_text(w, list_about(w)));
	view_set(w, v, "muc", view_cards(w, pages, (o->number - 1) * size, size));
	view_set(w, v, "tong_so", value_int(w->arena, (int64_t)pages->n));
	view_set(w, v, "cap_nhat", schema_view_date(w->arena, pages->changed));
	view_set(w, v, "phan_trang", pager(w));
	view_set(w, v, "nhom", grouped ? view_groups(w, o->section) : value_list(w->arena));
	view_set(w, v, "hanh_trinh",
		 o->term ? view_journeys_of_term(w, o->term) : value_list(w->arena));
	view_set(w, v, "trang_them", section_pages(w, grouped ? o->section : NULL));
	view_set(w, v, "chuyen_muc",
		 o->section ? view_section_link(w, o->section) : value_null(w->arena));
	view_set(w, v, "nguon_cap",
		 has_feed ? view_feeds_at(w, list_url(o)) : value_null(w->arena));
}

/* The newest by their day of publication, whatever the list itself goes by. Insertion
 * into a short list: most pages are older than all in it. */
static struct page_list newest_of(const struct viewing *w, const struct page_list *pages)
{
	struct page_list newest = {0}, found = {0};

	newest.items = arena_array(w->arena, struct page *, FEED_ITEMS + 1);
	for (size_t i = 0; i < pages->n; i++) {
		struct date day = pages->items[i]->common->published;
		size_t at = newest.n;

		while (at && date_cmp(newest.items[at - 1]->common->published, day) < 0) {
			newest.items[at] = newest.items[at - 1];
			at--;
		}
		newest.items[at] = pages->items[i];
		newest.n += newest.n < FEED_ITEMS;
	}
	for (size_t i = 0; i < newest.n; i++)
		page_list_add(w->arena, &found, newest.items[i]);
	return found;
}

/* Atom wants a date for an empty feed too: one that does not change with each build. */
static struct date date_of_feed(const struct viewing *w, const struct page_list *newest)
{
	struct date last = newest->n ? newest->changed : w->site->news.changed;

	return date_is_set(last) ? last : view_day(w->site->now);
}

void view_set_feed(struct viewing *w, struct value *v)
{
	struct page_list newest = newest_of(w, pages_of(w));

	view_set(w, v, "tieu_de", view_text(w, list_title(w)));
	view_set(w, v, "mo_ta", view_text(w, list_about(w)));
	view_set(w, v, "muc", view_cards(w, &newest, 0, FEED_ITEMS));
	view_set(w, v, "cap_nhat", schema_view_date(w->arena, date_of_feed(w, &newest)));
	view_set(w, v, "url_danh_sach", view_absolute(w, list_url(w->output)));
}
