/* What a template sees for one output. The names of all keys that are not fields of
 * a kind's table stand in this file; src/man/cchc-layouts.5 describes them. */
#include "output/output.h"
#include "text/html.h"

enum {
	HEADINGS_FOR_CONTENTS = 2, /* a table of contents for fewer is noise */
	SECTION_NEWEST = 5,
	UNIT_ARTICLES = 20,
};

/* All that the functions below need to make a view. */
struct viewing {
	struct arena *arena;
	const struct site *site;
	const struct outputs *outputs;
	const struct output *output;
};

static void set(const struct viewing *w, struct value *map, const char *key,
		const struct value *v)
{
	value_set(w->arena, map, str_of(key), v);
}

/* An empty text is null, so that a section asks whether there is one. */
static const struct value *text(const struct viewing *w, struct str s)
{
	return s.n ? value_string(w->arena, s) : value_null(w->arena);
}

static const struct value *truth(const struct viewing *w, bool b)
{
	return value_bool(w->arena, b);
}

static struct str full_path(const struct viewing *w, struct str url)
{
	struct buf out = {.arena = w->arena};

	buf_add(&out, w->site->config->base);
	url_put(&out, url);
	return buf_str(&out);
}

static const struct value *site_path(const struct viewing *w, struct str url)
{
	return value_string(w->arena, full_path(w, url));
}

static const struct value *absolute(const struct viewing *w, struct str url)
{
	struct str path = full_path(w, url);

	return value_string(w->arena, str_fmt(w->arena, STR_FMT STR_FMT,
					      STR_ARG(w->site->config->domain), STR_ARG(path)));
}

static struct str joined(const struct viewing *w, struct str url, const char *name)
{
	return str_fmt(w->arena, STR_FMT "%s", STR_ARG(url), name);
}

static const struct value *named(const struct viewing *w, struct str name, struct str url)
{
	struct value *v = value_map(w->arena);

	set(w, v, "ten", text(w, name));
	set(w, v, "url", site_path(w, url));
	return v;
}

static const struct value *coded(const struct viewing *w, struct str code, struct str name,
				 const struct value *url)
{
	struct value *v = value_map(w->arena);

	set(w, v, "ma", text(w, code));
	set(w, v, "ten", text(w, name));
	set(w, v, "url", url);
	return v;
}

static const struct value *page_link(const struct viewing *w, const struct page *p)
{
	return coded(w, p->common->code, p->title,
		     page_is_visible(p) ? site_path(w, p->url) : value_null(w->arena));
}

static const struct value *ref_view(struct arena *a, const struct ref *ref, void *context)
{
	const struct viewing *w = context;

	return ref->to ? page_link(w, ref->to) : value_null(a);
}

/* Does the section have a page of its own? */
static bool has_list_page(const struct section *section)
{
	return section->kind->has_list;
}

static const struct value *section_link(const struct viewing *w, const struct section *section)
{
	const struct section_setting *setting = section->setting;

	return coded(w, setting->code, setting->name,
		     has_list_page(section) ? site_path(w, section->url)
					    : value_null(w->arena));
}

static const struct value *feeds_at(const struct viewing *w, struct str url)
{
	struct value *v = value_map(w->arena);

	set(w, v, "rss", site_path(w, joined(w, url, "rss.xml")));
	set(w, v, "atom", site_path(w, joined(w, url, "atom.xml")));
	set(w, v, "json", site_path(w, joined(w, url, "feed.json")));
	return v;
}

static const struct value *feeds_of_section(const struct viewing *w,
					    const struct section *section)
{
	return section && section->kind->has_feed ? feeds_at(w, section->url)
						  : value_null(w->arena);
}

/* --- terms ------------------------------------------------------------------- */

static const struct value *term_link(const struct viewing *w, const struct term *term)
{
	return coded(w, term->slug, term->name, site_path(w, term->url));
}

static struct taxonomy *taxonomy_of(const struct section *section, const char *code)
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
		value_push(t->viewing->arena, t->list, term_link(t->viewing, term));
}

/* NULL when the page's kind has no such taxonomy. */
static const struct value *terms_of_page(const struct viewing *w, const struct page *p,
					 const char *code)
{
	struct term_views t = {w, taxonomy_of(p->section, code), NULL};

	if (!t.taxonomy)
		return NULL;
	t.list = value_list(w->arena);
	t.taxonomy->def->terms(w->arena, p->data, w->site->now, add_term_view, &t);
	return t.list;
}

static const struct value *first_of(const struct value *list)
{
	return list && list->n ? list->entries[0].value : NULL;
}

/* Put a page's terms in place of the plain fields of the same name. */
static void set_terms(const struct viewing *w, struct value *v, const struct page *p)
{
	const struct value *fields = terms_of_page(w, p, "linh-vuc");
	const struct value *keywords = terms_of_page(w, p, "tu-khoa");
	const struct value *genre = first_of(terms_of_page(w, p, "the-loai"));
	const struct value *type = first_of(terms_of_page(w, p, "ten-loai"));

	if (fields)
		set(w, v, "linh_vuc", fields);
	if (keywords)
		set(w, v, "tu_khoa", keywords);
	if (genre)
		set(w, v, "the_loai", genre);
	if (type)
		set(w, v, "ten_loai", type);
}

static const struct value *taxonomy_view(const struct viewing *w, const struct taxonomy *t)
{
	struct value *v = value_map(w->arena), *terms = value_list(w->arena);

	for (size_t i = 0; i < t->n; i++) {
		struct value *term = value_map(w->arena);

		set(w, term, "ma", text(w, t->terms[i]->slug));
		set(w, term, "ten", text(w, t->terms[i]->name));
		set(w, term, "url", site_path(w, t->terms[i]->url));
		set(w, term, "so_luong", value_int(w->arena, (int64_t)t->terms[i]->pages.n));
		value_push(w->arena, terms, term);
	}
	set(w, v, "ma", text(w, str_of(t->def->code)));
	set(w, v, "ten", text(w, str_of(t->def->name)));
	set(w, v, "muc", terms);
	return v;
}

/* The taxonomies that belong to the section alone; site-wide ones are reached from
 * pages. */
static const struct value *groups_of(const struct viewing *w, const struct section *section)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < section->n_taxonomies; i++) {
		const struct taxonomy *t = section->taxonomies[i];

		if (t->section && t->n)
			value_push(w->arena, list, taxonomy_view(w, t));
	}
	return list;
}

/* --- cards ------------------------------------------------------------------- */

static void set_card_defaults(const struct viewing *w, struct value *v)
{
	static const char *const keys[] = {"the_loai", "so_ky_hieu", "ngay_ban_hanh",
					   "co_quan_ban_hanh", "tinh_trang"};

	for (size_t i = 0; i < COUNT(keys); i++)
		set(w, v, keys[i], value_null(w->arena));
	set(w, v, "da_het_han", truth(w, false));
}

static const struct value *card(const struct viewing *w, const struct page *p, bool last)
{
	struct value *v = value_map(w->arena);
	const struct value *fields = terms_of_page(w, p, "linh-vuc");

	set(w, v, "ma", text(w, p->common->code));
	set(w, v, "tieu_de", text(w, p->title));
	set(w, v, "tom_tat", text(w, p->summary));
	set(w, v, "url", site_path(w, p->url));
	set(w, v, "url_day_du", absolute(w, p->url));
	set(w, v, "ngay_dang", schema_view_date(w->arena, p->common->published));
	set(w, v, "ngay_cap_nhat", schema_view_date(w->arena, p->common->updated));
	set(w, v, "loai",
	    coded(w, str_of(p->kind->code), str_of(p->kind->name), value_null(w->arena)));
	set(w, v, "chuyen_muc", section_link(w, p->section));
	set(w, v, "linh_vuc", fields ? fields : value_list(w->arena));
	set(w, v, "don_vi",
	    p->common->unit.to ? page_link(w, p->common->unit.to) : value_null(w->arena));
	set_card_defaults(w, v);
	if (p->kind->card)
		p->kind->card(w->arena, p->data, w->site->now, v);
	set(w, v, "cuoi", truth(w, last));
	return v;
}

static const struct value *cards(const struct viewing *w, const struct page_list *pages,
				 size_t from, size_t most)
{
	struct value *list = value_list(w->arena);
	size_t end = pages->n - from < most ? pages->n : from + most;

	for (size_t i = from; i < end; i++)
		value_push(w->arena, list, card(w, pages->items[i], i + 1 == end));
	return list;
}

/* --- pages ------------------------------------------------------------------- */

static const struct value *contents_of(const struct viewing *w, const struct page *p)
{
	struct value *list = value_list(w->arena);

	if (p->n_headings < HEADINGS_FOR_CONTENTS)
		return value_null(w->arena);
	for (size_t i = 0; i < p->n_headings; i++) {
		struct value *v = value_map(w->arena);

		set(w, v, "cap", value_int(w->arena, p->headings[i].level));
		set(w, v, "id", text(w, p->headings[i].id));
		set(w, v, "ten", text(w, p->headings[i].title));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *neighbour(const struct viewing *w, const struct page *p)
{
	struct value *v;

	if (!p)
		return value_null(w->arena);
	v = value_map(w->arena);
	set(w, v, "tieu_de", text(w, p->title));
	set(w, v, "url", site_path(w, p->url));
	return v;
}

static void set_articles(const struct viewing *w, struct value *v, const struct page *p)
{
	static const struct page_list none = {0};
	const struct page_list *list = p->articles ? &p->articles->pages : &none;

	set(w, v, "bai_viet", cards(w, list, 0, UNIT_ARTICLES));
	set(w, v, "tong_so_bai", value_int(w->arena, (int64_t)list->n));
	set(w, v, "trang_bai_viet",
	    p->articles ? site_path(w, p->articles->url) : value_null(w->arena));
}

static void derive(struct viewing *w, struct value *v, const struct page *p)
{
	struct backlink *backlinks = arena_array(w->arena, struct backlink, p->referrers.n + 1);
	struct derive_context c = {.today = w->site->now,
				   .backlinks = backlinks,
				   .ref_view = ref_view,
				   .ref_context = w};

	for (size_t i = 0; i < p->referrers.n; i++) {
		const struct page *from = p->referrers.items[i];

		if (from->visibility == PAGE_PUBLISHED)
			backlinks[c.n_backlinks++] =
				(struct backlink){from->kind, from->data, page_link(w, from)};
	}
	p->kind->derive(w->arena, p->data, &c, v);
}

/* Names of channels come from site.yaml; a code that is not there is its own name. */
static struct str channel_name(const struct viewing *w, struct str code)
{
	const struct list *channels = &w->site->config->channels;

	for (size_t i = 0; i < channels->n; i++) {
		const struct channel *c = LIST_ITEM(*channels, struct channel, i);

		if (str_eq(c->code, code))
			return c->name;
	}
	return code;
}

static void name_channels(const struct viewing *w, const struct value *reposts)
{
	for (size_t i = 0; reposts && i < reposts->n; i++) {
		const struct value *channel = value_get(reposts->entries[i].value, STR("kenh"));
		struct value *repost;

		if (!channel)
			continue;
		/* the list was made for this view, so it is ours to add to */
		memcpy(&repost, &reposts->entries[i].value, sizeof(repost));
		set(w, repost, "ten_kenh", text(w, channel_name(w, channel->text)));
	}
}

static struct value *page_view(struct viewing *w, const struct page *p)
{
	struct value *v = schema_view(w->arena, p->kind->schema, p->data, ref_view, w);

	set(w, v, "loai",
	    coded(w, str_of(p->kind->code), str_of(p->kind->name), value_null(w->arena)));
	set_terms(w, v, p);
	name_channels(w, value_get(v, STR("dang_lai")));
	set(w, v, "chuyen_muc", section_link(w, p->section));
	set(w, v, "noi_dung", text(w, site_body(w->arena, p)));
	set(w, v, "muc_luc", contents_of(w, p));
	set(w, v, "bai_truoc", neighbour(w, p->older));
	set(w, v, "bai_sau", neighbour(w, p->newer));
	set(w, v, "da_het_han", truth(w, false));
	set_articles(w, v, p);
	if (p->kind->derive)
		derive(w, v, p);
	return v;
}

/* --- lists and feeds --------------------------------------------------------- */

static struct str pager_url(const struct viewing *w, struct str url, uint32_t number)
{
	if (number == 1)
		return url;
	return str_fmt(w->arena, STR_FMT "trang/%u/", STR_ARG(url), number);
}

static struct str list_url(const struct output *o)
{
	if (o->term)
		return o->term->url;
	return o->section ? o->section->url : (struct str){0};
}

static const struct value *pager_link(const struct viewing *w, uint32_t number)
{
	const struct output *o = w->output;
	struct value *v;

	if (number < 1 || number > o->count)
		return value_null(w->arena);
	v = value_map(w->arena);
	set(w, v, "so", value_int(w->arena, number));
	set(w, v, "url", site_path(w, pager_url(w, list_url(o), number)));
	set(w, v, "hien_tai", truth(w, number == o->number));
	return v;
}

/* The first, the last and those around the current page: a reader is at most two
 * steps from any of them, and a long archive does not make long pages. */
static bool is_shown_in_pager(const struct output *o, uint32_t number)
{
	return number == 1 || number == o->count ||
	       (number + 3 > o->number && number < o->number + 3);
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
	set(w, v, "so", value_int(w->arena, o->number));
	set(w, v, "tong", value_int(w->arena, o->count));
	set(w, v, "truoc", pager_link(w, o->number - 1));
	set(w, v, "sau", pager_link(w, o->number + 1));
	set(w, v, "trang", pages);
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
		return str_fmt(w->arena, "%s: " STR_FMT, o->term->taxonomy->def->name,
			       STR_ARG(o->term->name));
	return str_fmt(w->arena, STR_FMT ": " STR_FMT, STR_ARG(o->section->setting->name),
		       STR_ARG(o->term->name));
}

static struct str list_about(const struct viewing *w)
{
	const struct output *o = w->output;

	if (o->section && o->section->setting->about.n)
		return o->section->setting->about;
	return w->site->config->about;
}

static void set_list(const struct viewing *w, struct value *v)
{
	const struct output *o = w->output;
	const struct page_list *pages = pages_of(w);
	size_t size = (size_t)w->site->config->page_size;
	bool grouped = !o->term && o->section;
	bool has_feed = o->term || (o->section && o->section->kind->has_feed);

	set(w, v, "tieu_de", text(w, list_title(w)));
	set(w, v, "mo_ta", text(w, list_about(w)));
	set(w, v, "muc", cards(w, pages, (o->number - 1) * size, size));
	set(w, v, "tong_so", value_int(w->arena, (int64_t)pages->n));
	set(w, v, "phan_trang", pager(w));
	set(w, v, "nhom", grouped ? groups_of(w, o->section) : value_list(w->arena));
	set(w, v, "chuyen_muc",
	    o->section ? section_link(w, o->section) : value_null(w->arena));
	set(w, v, "nguon_cap", has_feed ? feeds_at(w, list_url(o)) : value_null(w->arena));
}

/* The newest by their day of publication, whatever the list itself goes by. Insertion
 * into a short list: most pages are older than all in it. */
static struct page_list newest_of(const struct viewing *w, const struct page_list *pages)
{
	struct page_list newest = {0};

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
	return newest;
}

static struct date last_change(const struct page *p)
{
	return date_cmp(p->common->updated, p->common->published) > 0 ? p->common->updated
								      : p->common->published;
}

static struct date last_change_of(const struct viewing *w, const struct page_list *pages)
{
	struct date last = {0};

	for (size_t i = 0; i < pages->n; i++) {
		if (date_cmp(last_change(pages->items[i]), last) > 0)
			last = last_change(pages->items[i]);
	}
	return date_is_set(last) ? last : w->site->now;
}

static void set_feed(const struct viewing *w, struct value *v)
{
	struct page_list newest = newest_of(w, pages_of(w));

	set(w, v, "tieu_de", text(w, list_title(w)));
	set(w, v, "mo_ta", text(w, list_about(w)));
	set(w, v, "muc", cards(w, &newest, 0, FEED_ITEMS));
	set(w, v, "cap_nhat", schema_view_date(w->arena, last_change_of(w, &newest)));
	set(w, v, "url_danh_sach", absolute(w, list_url(w->output)));
}

static struct date day_of(struct date d)
{
	d.has_time = false;
	d.hour = d.minute = 0;
	return d;
}

/* --- the home page and the site maps ------------------------------------------ */

static struct value *section_view(const struct viewing *w, const struct section *section)
{
	struct value *v = value_map(w->arena);

	set(w, v, "ma", text(w, section->setting->code));
	set(w, v, "ten", text(w, section->setting->name));
	set(w, v, "mo_ta", text(w, section->setting->about));
	set(w, v, "url",
	    has_list_page(section) ? site_path(w, section->url) : value_null(w->arena));
	set(w, v, "tong_so", value_int(w->arena, (int64_t)section->pages.n));
	return v;
}

static const struct value *newest_of_kind(const struct viewing *w, const char *kind,
					  size_t most)
{
	struct page_list found = {0};

	for (size_t i = 0; i < w->site->news.n && found.n < most; i++) {
		if (strcmp(w->site->news.items[i]->kind->code, kind) == 0)
			page_list_add(w->arena, &found, w->site->news.items[i]);
	}
	return cards(w, &found, 0, most);
}

static void set_home(const struct viewing *w, struct value *v)
{
	struct value *sections = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		const struct section *section = &w->site->sections[i];
		struct value *s;

		if (!has_list_page(section))
			continue;
		s = section_view(w, section);
		set(w, s, "moi", cards(w, &section->pages, 0, SECTION_NEWEST));
		value_push(w->arena, sections, s);
	}
	set(w, v, "tieu_de", text(w, w->site->config->name));
	set(w, v, "mo_ta", text(w, w->site->config->about));
	set(w, v, "cac_chuyen_muc", sections);
	set(w, v, "tin_moi", newest_of_kind(w, "tin-bai", HOME_ITEMS));
	set(w, v, "van_ban_moi", newest_of_kind(w, "van-ban", SECTION_NEWEST));
}

static const struct value *tree_pages(const struct viewing *w, const struct section *section)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; section->kind->in_tree && i < section->pages.n; i++)
		value_push(w->arena, list, neighbour(w, section->pages.items[i]));
	return list;
}

static void set_tree(const struct viewing *w, struct value *v)
{
	struct value *sections = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		struct value *s = section_view(w, &w->site->sections[i]);

		set(w, s, "nhom", groups_of(w, &w->site->sections[i]));
		set(w, s, "trang", tree_pages(w, &w->site->sections[i]));
		value_push(w->arena, sections, s);
	}
	set(w, v, "tieu_de", text(w, STR("Sơ đồ trang")));
	set(w, v, "cac_chuyen_muc", sections);
}

static const struct value *sitemap_entry(const struct viewing *w, const struct output *o)
{
	struct value *v = value_map(w->arena);
	struct date last = {0};

	if (o->page)
		last = last_change(o->page);
	set(w, v, "url_day_du", absolute(w, o->url));
	set(w, v, "cap_nhat",
	    date_is_full(last) ? text(w, date_iso(w->arena, day_of(last)))
			       : value_null(w->arena));
	return v;
}

/* The part of the sitemap that has this output's number. */
static void set_sitemap(const struct viewing *w, struct value *v)
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
	set(w, v, "muc", list);
}

static void set_sitemap_index(const struct viewing *w, struct value *v)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 1; i <= w->outputs->n_sitemaps; i++) {
		struct value *part = value_map(w->arena);
		struct str url = str_fmt(w->arena, "sitemap-%zu.xml", i);

		set(w, part, "url_day_du", absolute(w, url));
		value_push(w->arena, list, part);
	}
	set(w, v, "muc", list);
}

/* --- redirects ---------------------------------------------------------------- */

static void set_redirect(const struct viewing *w, struct value *v)
{
	set(w, v, "tieu_de", text(w, w->output->page->title));
	set(w, v, "den", absolute(w, w->output->page->url));
	set(w, v, "den_url", site_path(w, w->output->page->url));
}

static void set_redirects(const struct viewing *w, struct value *v)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->outputs->n_redirects; i++) {
		const struct output *o = w->outputs->redirects[i];
		struct value *redirect = value_map(w->arena);

		set(w, redirect, "tu", site_path(w, o->old_path));
		set(w, redirect, "den", site_path(w, o->page->url));
		value_push(w->arena, list, redirect);
	}
	set(w, v, "chuyen_huong", list);
}

/* --- what every output has ----------------------------------------------------- */

static const struct value *breadcrumb(const struct viewing *w)
{
	const struct output *o = w->output;
	const struct section *section = o->page ? o->page->section : o->section;
	struct value *list = value_list(w->arena);

	if (o->kind == OUTPUT_HOME)
		return list;
	value_push(w->arena, list, named(w, STR("Trang chủ"), STR("")));
	if (section && has_list_page(section) && (o->page || o->term || o->number > 1))
		value_push(w->arena, list, named(w, section->setting->name, section->url));
	return list;
}

static void set_common(const struct viewing *w, struct value *v)
{
	const struct output *o = w->output;

	set(w, v, "url", site_path(w, o->url));
	set(w, v, "url_day_du", absolute(w, o->url));
	set(w, v, "duong_dan", breadcrumb(w));
}

typedef void set_fn(const struct viewing *w, struct value *v);

static set_fn *const setters[] = {
	[OUTPUT_HOME] = set_home,
	[OUTPUT_LIST] = set_list,
	[OUTPUT_FEED] = set_feed,
	[OUTPUT_SITEMAP] = set_sitemap,
	[OUTPUT_SITEMAP_INDEX] = set_sitemap_index,
	[OUTPUT_TREE] = set_tree,
	[OUTPUT_REDIRECT] = set_redirect,
	[OUTPUT_REDIRECTS] = set_redirects,
	[OUTPUT_COPY] = NULL,
};

static struct value *begin_view(struct viewing *w)
{
	const struct page *p = w->output->page;
	bool is_page = w->output->kind == OUTPUT_PAGE || w->output->kind == OUTPUT_WITHDRAWN;
	struct value *v = is_page ? page_view(w, p) : value_map(w->arena);

	set(w, v, "tieu_de", text(w, is_page ? p->title : (struct str){0}));
	set(w, v, "mo_ta", text(w, is_page ? p->summary : (struct str){0}));
	set(w, v, "nguon_cap",
	    is_page ? feeds_of_section(w, p->section) : value_null(w->arena));
	return v;
}

const struct value *view_of_output(struct arena *a, const struct site *s,
				   const struct outputs *o, const struct value *site_view,
				   const struct output *output)
{
	struct viewing w = {a, s, o, output};
	struct value *v = begin_view(&w);

	set_common(&w, v);
	if (output->kind < COUNT(setters) && setters[output->kind])
		setters[output->kind](&w, v);
	set(&w, v, "trang_web", value_get(site_view, STR("trang_web")));
	return v;
}

/* --- the site ------------------------------------------------------------------ */

static const struct value *organisation_view(const struct viewing *w)
{
	const struct organisation *o = w->site->config->organisation;
	struct value *v = value_map(w->arena);

	set(w, v, "ten", text(w, o->name));
	set(w, v, "co_quan_chu_quan", text(w, o->superior));
	set(w, v, "dia_chi", text(w, o->address));
	set(w, v, "dien_thoai", text(w, o->phone));
	set(w, v, "duong_day_nong", text(w, o->hotline));
	set(w, v, "email", text(w, o->email));
	set(w, v, "gio_lam_viec", text(w, o->hours));
	set(w, v, "website", text(w, o->website));
	return v;
}

static const struct value *menu_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->config->menu.n; i++) {
		const struct menu_item *item =
			LIST_ITEM(w->site->config->menu, struct menu_item, i);
		struct value *v = value_map(w->arena);
		bool inside = !url_is_external(item->to) && !str_starts(item->to, STR("/"));

		set(w, v, "ten", text(w, item->name));
		set(w, v, "url", inside ? site_path(w, item->to) : text(w, item->to));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *channels_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->config->channels.n; i++) {
		const struct channel *c =
			LIST_ITEM(w->site->config->channels, struct channel, i);

		value_push(w->arena, list, coded(w, c->code, c->name, text(w, c->url)));
	}
	return list;
}

static const struct value *sections_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		const struct section *section = &w->site->sections[i];

		if (has_list_page(section))
			value_push(w->arena, list, section_view(w, section));
	}
	return list;
}

/* The seven fields with the page where the first section that knows them lists its
 * items. */
static const struct value *fields_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);
	struct taxonomy *t = NULL;

	for (size_t i = 0; !t && i < w->site->n_sections; i++)
		t = taxonomy_of(&w->site->sections[i], "linh-vuc");
	for (size_t i = 0; i < CCHC_FIELDS; i++) {
		const struct term *term =
			t ? map_get(&t->by_slug, cchc_field_terms[i].slug) : NULL;

		value_push(w->arena, list,
			   coded(w, str_of(cchc_fields[i].code), str_of(cchc_fields[i].name),
				 term ? site_path(w, term->url) : value_null(w->arena)));
	}
	return list;
}

const struct value *view_of_site(struct arena *a, const struct site *s, const struct outputs *o)
{
	const struct config *c = s->config;
	struct viewing w = {a, s, o, NULL};
	struct value *v = value_map(a), *view = value_map(a);

	set(&w, v, "ten", text(&w, c->name));
	set(&w, v, "mo_ta", text(&w, c->about));
	set(&w, v, "ten_mien", text(&w, c->domain));
	set(&w, v, "goc", text(&w, c->base));
	set(&w, v, "url_goc", absolute(&w, STR("")));
	set(&w, v, "ngon_ngu", text(&w, c->language));
	set(&w, v, "don_vi", organisation_view(&w));
	set(&w, v, "nguoi_chiu_trach_nhiem", text(&w, c->responsible));
	set(&w, v, "giay_phep", text(&w, c->licence));
	set(&w, v, "thuc_don", menu_view(&w));
	set(&w, v, "kenh", channels_view(&w));
	set(&w, v, "chuyen_muc", sections_view(&w));
	set(&w, v, "linh_vuc", fields_view(&w));
	set(&w, v, "ngay_dung", schema_view_date(a, day_of(s->now)));
	set(&w, v, "nguon_cap", feeds_at(&w, STR("")));
	set(&w, v, "phien_ban", value_string(a, STR(VERSION)));
	set(&w, view, "trang_web", v);
	return view;
}
