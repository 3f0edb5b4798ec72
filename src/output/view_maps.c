/* The site maps and the redirects: outputs that show the site as a whole. */
#include "output/view.h"

#include "site/english.h"

struct value *view_section(const struct viewing *w, const struct section *section)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ma", view_text(w, section->setting->code));
	view_set(w, v, "ten", view_text(w, section->setting->name));
	view_set(w, v, "mo_ta", view_text(w, section->setting->about));
	view_set(w, v, "url",
		 section->kind->has_list ? view_path(w, section->url) : value_null(w->arena));
	view_set(w, v, "tong_so", value_int(w->arena, (int64_t)section->pages.n));
	return v;
}

static const struct value *tree_pages(const struct viewing *w, const struct section *section)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; section->kind->in_tree && i < section->pages.n; i++)
		value_push(w->arena, list, view_titled(w, section->pages.items[i]));
	return list;
}

void view_set_tree(struct viewing *w, struct value *v)
{
	struct value *sections = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		struct value *s;

		if (w->site->sections[i].kind->no_page)
			continue;
		s = view_section(w, &w->site->sections[i]);
		view_set(w, s, "nhom", view_groups(w, &w->site->sections[i]));
		view_set(w, s, "trang", tree_pages(w, &w->site->sections[i]));
		value_push(w->arena, sections, s);
	}
	view_set(w, v, "tieu_de", view_text(w, STR("Sơ đồ trang")));
	view_set(w, v, "cac_chuyen_muc", sections);
	view_set(w, v, "nhom_chung", view_groups(w, NULL));
}

static const struct value *sitemap_entry(const struct viewing *w, const struct output *o)
{
	struct value *v = value_map(w->arena);
	struct date last = {0};

	if (o->page)
		last = page_last_change(o->page);
	view_set(w, v, "url_day_du", view_absolute(w, o->url));
	view_set(w, v, "cap_nhat",
		 date_is_full(last) ? view_text(w, date_iso(w->arena, view_day(last)))
				    : value_null(w->arena));
	view_set(w, v, "ban_dich", view_alternates(w, o));
	return v;
}

/* The part of the sitemap that has this output's number. */
void view_set_sitemap(struct viewing *w, struct value *v)
{
	struct value *list = value_list(w->arena);
	size_t n = 0, from = (w->output->number - 1) * (size_t)SITEMAP_URLS_MAX;

	for (size_t i = 0; i < w->outputs->n; i++) {
		const struct output *o = &w->outputs->items[i];

		if (!output_is_in_sitemap(o))
			continue;
		if (n >= from && n < from + SITEMAP_URLS_MAX)
			value_push(w->arena, list, sitemap_entry(w, o));
		n++;
	}
	view_set(w, v, "muc", list);
	view_set(w, v, "co_ban_dich", view_truth(w, w->site->english && w->site->english->n));
}

void view_set_sitemap_index(struct viewing *w, struct value *v)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 1; i <= w->outputs->n_sitemaps; i++) {
		struct value *part = value_map(w->arena);
		struct str url = str_fmt(w->arena, "sitemap-%zu.xml", i);

		view_set(w, part, "url_day_du", view_absolute(w, url));
		value_push(w->arena, list, part);
	}
	view_set(w, v, "muc", list);
}

void view_set_redirect(struct viewing *w, struct value *v)
{
	view_set(w, v, "tieu_de", view_text(w, w->output->page->title));
	view_set(w, v, "den", view_absolute(w, w->output->page->url));
	view_set(w, v, "den_url", view_path(w, w->output->page->url));
}

/* Old paths are of letters, digits and "/._~-" only (see kinds/common.c). */
static const struct value *as_pattern(const struct viewing *w, struct str url)
{
	struct buf out = {.arena = w->arena};
	struct str path = view_path(w, url)->text;

	for (size_t i = 0; i < path.n; i++) {
		if (path.p[i] == '.')
			buf_byte(&out, '\\');
		buf_byte(&out, path.p[i]);
	}
	return view_text(w, buf_str(&out));
}

/* The folders, from the web root, in which something of the site stands. */
static const struct value *roots_view(const struct viewing *w)
{
	const struct config *c = w->site->config;
	struct value *list = value_list(w->arena);

	value_push(w->arena, list, value_string(w->arena, c->base));
	if (!str_starts(c->short_base, c->base))
		value_push(w->arena, list, value_string(w->arena, c->short_base));
	return list;
}

void view_set_redirects(struct viewing *w, struct value *v)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->outputs->n_redirects; i++) {
		const struct output *o = w->outputs->redirects[i];
		struct value *redirect = value_map(w->arena);

		view_set(w, redirect, "tu", view_path(w, o->old_path));
		view_set(w, redirect, "tu_mau", as_pattern(w, o->old_path));
		view_set(w, redirect, "den", view_path(w, o->page->url));
		value_push(w->arena, list, redirect);
	}
	view_set(w, v, "chuyen_huong", list);
	view_set(w, v, "nhanh", roots_view(w));
}
