/* The plan of outputs: every file that the site will have, and no two in one place. */
#include <stdlib.h>

#include "base/path.h"
#include "kinds/event.h"
#include "kinds/procedure.h"
#include "output/icons.h"
#include "output/open_data.h"
#include "output/share_pictures.h"
#include "site/english.h"
#include "site/gate.h"
#include "site/pictures.h"
#include "viet/fold.h"

struct planning {
	struct arena *arena;
	const struct site *site;
	struct outputs *outputs;
	struct diag *diag;
	struct map share_pictures; /* those that are planned, by address */
};

static const struct {
	const char *name, *layout;
} feeds[] = {
	{"rss.xml", "rss.xml"},
	{"atom.xml", "atom.xml"},
	{"feed.json", "feed.json"},
};

/* The file that holds a URL: a folder's is its index.html. A URL with a '/' before it is
 * one from the web root. */
static struct str file_of_url(struct arena *a, const struct config *c, struct str url)
{
	const char *index = !url.n || str_ends(url, STR("/")) ? "index.html" : "";

	if (str_starts(url, STR("/")))
		return str_concat(a, str_from(url, 1), str_of(index), (struct str){0});
	return str_concat(a, str_from(c->base, 1), url, str_of(index));
}

static struct output *add_output(struct planning *p, enum output_kind kind, struct str url,
				 const char *layout)
{
	struct outputs *o = p->outputs;
	struct output *output;

	o->items = arena_room(p->arena, o->items, o->n, &o->cap, sizeof(*o->items));
	output = &o->items[o->n++];
	*output = (struct output){.kind = kind,
				  .path = file_of_url(p->arena, p->site->config, url),
				  .url = url,
				  .layout = layout,
				  .number = 1,
				  .count = 1};
	return output;
}

static struct str url_join(struct planning *p, struct str url, const char *name)
{
	return str_concat(p->arena, url, str_of(name), (struct str){0});
}

static uint32_t count_parts(size_t n, size_t size)
{
	return n ? (uint32_t)((n + size - 1) / size) : 1;
}

struct str output_pager_url(struct arena *a, struct str url, uint32_t number)
{
	return number == 1 ? url : str_fmt(a, STR_FMT "trang/%u/", STR_ARG(url), number);
}

static void plan_list(struct planning *p, struct str url, const struct section *section,
		      const struct term *term)
{
	size_t n = term ? term->pages.n : section->pages.n;
	uint32_t count = count_parts(n, (size_t)p->site->config->page_size);

	for (uint32_t i = 1; i <= count; i++) {
		struct output *o = add_output(
			p, OUTPUT_LIST, output_pager_url(p->arena, url, i), "danh-sach.html");

		o->section = section;
		o->term = term;
		o->number = i;
		o->count = count;
	}
}

static void plan_feeds(struct planning *p, struct str url, const struct section *section,
		       const struct term *term)
{
	for (size_t i = 0; i < COUNT(feeds); i++) {
		struct output *o = add_output(p, OUTPUT_FEED, url_join(p, url, feeds[i].name),
					      feeds[i].layout);

		o->section = section;
		o->term = term;
	}
}

static bool has_front_page(const struct kind *kind)
{
	for (size_t i = 0; i < kind->n_section_pages; i++) {
		if (!*kind->section_pages[i].path)
			return true;
	}
	return false;
}

bool section_has_subpage(const struct section *section, const struct subpage *sub)
{
	bool wanted = !sub->wanted;

	for (size_t i = 0; i < section->pages.n && !wanted; i++)
		wanted = sub->wanted(section->pages.items[i]->data);
	return wanted;
}

static void plan_section(struct planning *p, const struct section *section)
{
	if (!section->kind->has_list)
		return;
	if (!has_front_page(section->kind))
		plan_list(p, section->url, section, NULL);
	if (section->kind->has_feed)
		plan_feeds(p, section->url, section, NULL);
	for (size_t i = 0; i < section->kind->n_section_pages; i++) {
		const struct subpage *sub = &section->kind->section_pages[i];
		struct output *o;

		if (!section_has_subpage(section, sub))
			continue;
		o = add_output(p, OUTPUT_SECTION, url_join(p, section->url, sub->path),
			       sub->layout);
		o->section = section;
		o->sub = sub;
	}
}

static void plan_terms(struct planning *p, const struct taxonomy *t)
{
	for (size_t i = 0; i < t->n && !t->def->no_lists; i++) {
		plan_list(p, t->terms[i]->url, t->section, t->terms[i]);
		if (!t->section || t->section->kind->has_feed)
			plan_feeds(p, t->terms[i]->url, t->section, t->terms[i]);
	}
}

static void plan_redirects(struct planning *p, const struct page *page)
{
	for (size_t i = 0; i < page->common->old_paths.n; i++) {
		struct str old = *LIST_ITEM(page->common->old_paths, struct str, i);
		struct output *o;

		if (str_starts(old, p->site->config->base))
			old = str_from(old, p->site->config->base.n);
		while (str_starts(old, STR("/")))
			old = str_from(old, 1);
		o = add_output(p, OUTPUT_REDIRECT,
			       !old.n || path_extension(old).n || str_ends(old, STR("/"))
				       ? old
				       : url_join(p, old, "/"),
			       "chuyen-huong.html");
		o->page = page;
		o->old_path = old;
	}
}

struct str output_short_url(struct arena *a, const struct site *s, const struct page *p)
{
	struct str code = {0};

	if (p->kind->short_code)
		code = p->kind->short_code(a, p->data);
	return code.n ? str_concat(a, s->config->short_base, code, STR("/")) : code;
}

/* Paper cannot be corrected, so a short address leads on for as long as there is a page,
 * or a notice in its place. */
static void plan_short(struct planning *p, const struct page *page)
{
	struct str url = output_short_url(p->arena, p->site, page);
	struct output *o;

	if (!url.n)
		return;
	if (str_starts(url, p->site->config->base))
		url = str_from(url, p->site->config->base.n);
	o = add_output(p, OUTPUT_SHORT, url, "dia-chi-ngan.html");
	o->page = page;
	o->old_path = url;
}

static void plan_subpages(struct planning *p, const struct page *page)
{
	for (size_t i = 0; i < page->kind->n_subpages; i++) {
		const struct subpage *sub = &page->kind->subpages[i];
		struct output *o;

		if (sub->wanted && !sub->wanted(page->data))
			continue;
		o = add_output(p, OUTPUT_SUBPAGE, url_join(p, page->url, sub->path),
			       sub->layout);
		o->page = page;
		o->sub = sub;
	}
}

static void plan_share_picture(struct planning *p, const struct page *page,
			       const struct english_page *english)
{
	const struct share_subject subject = {page, english};
	struct str url;
	struct output *o;

	if (!p->outputs->has_share_pictures)
		return;
	url = share_picture_url(p->arena, p->site, &subject);
	if (map_set(&p->share_pictures, url, p))
		return;
	o = add_output(p, OUTPUT_DATA, url, NULL);
	o->make = share_picture_make;
	o->page = page;
	o->english = english;
	o->is_named = true;
}

static void plan_page(struct planning *p, const struct page *page)
{
	struct output *o;

	if (!page_is_visible(page))
		return;
	if (page->visibility == PAGE_WITHDRAWN)
		o = add_output(p, OUTPUT_WITHDRAWN, page->url, "go-bo.html");
	else
		o = add_output(p, OUTPUT_PAGE, page->url,
			       str_z(p->arena, str_fmt(p->arena, "%s.html", page->kind->code)));
	o->page = page;
	if (page->visibility == PAGE_PUBLISHED) {
		plan_subpages(p, page);
		plan_share_picture(p, page, NULL);
	}
	plan_short(p, page);
	plan_redirects(p, page);
}

/* Of a picture, the one without what its camera wrote beside it. */
static struct str shown_file(const struct site *s, struct str path)
{
	const struct site_picture *picture = site_picture_of_file(s, path);

	return picture && picture->clean.n ? picture->clean : path;
}

static void plan_copy(struct planning *p, struct str from, struct str url)
{
	struct held held = gate_file(p->site, p->arena, from);
	struct output *o;

	if (held.why != HOLD_NOT) {
		gate_report(p->site, held, path_name(from), diag_file(p->diag, from), p->diag);
		return;
	}
	o = add_output(p, OUTPUT_COPY, url, NULL);
	o->copy_from = shown_file(p->site, from);
}

/* Below a folder the web root is not ours, and pages name their icons. */
static void plan_root_icon(struct planning *p, const struct assets *assets)
{
	const struct asset *png = map_get(&assets->by_name, STR(ICON_OF_ROOT));
	struct output *o;

	if (!str_eq_z(p->site->config->base, "/") || !png || !png->url.n)
		return;
	o = add_output(p, OUTPUT_COPY, STR("favicon.ico"), NULL);
	o->copy_from = png->from;
	o->text = icon_of_root(p->arena, png);
}

static bool plan_assets(struct planning *p, struct str share)
{
	const struct assets *assets = assets_read(p->arena, p->site, share, p->diag);

	for (size_t i = 0; assets && i < assets->n; i++) {
		const struct asset *asset = &assets->items[i];
		struct output *o;

		if (!asset->url.n)
			continue;
		o = add_output(p, OUTPUT_COPY, asset->url, NULL);
		o->copy_from = asset->from;
		o->text = asset->text;
	}
	if (assets)
		plan_root_icon(p, assets);
	p->outputs->assets = assets;
	return assets != NULL;
}

/* The smaller sizes; two files with the same bytes share them. */
static void plan_variants(struct planning *p, const struct site_picture *picture,
			  struct map *seen)
{
	for (size_t i = 0; i < picture->n; i++) {
		const struct picture_variant *v = &picture->variants[i];

		if (!map_set(seen, v->url, p))
			add_output(p, OUTPUT_COPY, v->url, NULL)->copy_from = v->disk;
	}
}

static void plan_pictures(struct planning *p)
{
	struct map seen = {.arena = p->arena};

	for (size_t i = 0; i < p->site->picture_files.n; i++)
		plan_variants(p, p->site->picture_files.entries[i].value, &seen);
}

static void plan_attached(struct planning *p)
{
	struct map seen = {.arena = p->arena};

	for (size_t i = 0; i < p->site->n_findings; i++) {
		const struct findings *f = &p->site->findings[i];

		for (size_t k = 0; k < f->n_files; k++) {
			if (!map_set(&seen, f->files[k].path, &f->files[k]))
				plan_copy(p, f->files[k].path, f->files[k].url);
		}
	}
}

bool output_is_in_sitemap(const struct output *o)
{
	switch (o->kind) {
	case OUTPUT_HOME:
	case OUTPUT_PAGE:
	case OUTPUT_LIST:
	case OUTPUT_TREE:
	case OUTPUT_RETURN_DATES:
	case OUTPUT_CORRECTIONS:
	case OUTPUT_SUBORDINATES:
	case OUTPUT_SUBORDINATE:
	case OUTPUT_ENGLISH:
		return true;
	case OUTPUT_OPEN_DATA:
	case OUTPUT_SECTION: /* not its feeds */
		return str_ends(o->url, STR("/"));
	default:
		return false;
	}
}

static void plan_sitemaps(struct planning *p)
{
	size_t n = 0;
	uint32_t parts;

	for (size_t i = 0; i < p->outputs->n; i++)
		n += output_is_in_sitemap(&p->outputs->items[i]);
	parts = count_parts(n, SITEMAP_URLS_MAX);
	p->outputs->n_sitemaps = parts;
	if (parts > 1)
		add_output(p, OUTPUT_SITEMAP_INDEX, STR("sitemap.xml"), "sitemap-index.xml");
	for (uint32_t i = 1; i <= parts; i++) {
		struct output *o =
			add_output(p, OUTPUT_SITEMAP,
				   parts == 1 ? STR("sitemap.xml")
					      : str_fmt(p->arena, "sitemap-%u.xml", i),
				   "sitemap.xml");

		o->number = i;
		o->count = parts;
	}
}

/* Where there are procedures, people ask when they are done. */
static bool has_procedures(const struct site *s)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		if (s->sections[i].kind == &procedure_kind && s->sections[i].pages.n)
			return true;
	}
	return false;
}

static bool has_corrections(const struct site *s)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->visibility == PAGE_PUBLISHED && p->common->corrections.n)
			return true;
	}
	return false;
}

static struct output *add_data(struct planning *p, struct str url, make_fn *make)
{
	struct output *o = add_output(p, OUTPUT_DATA, url, NULL);

	o->make = make;
	return o;
}

/* The tables that the site has records for, with the catalogue of them. */
static void plan_open_data(struct planning *p)
{
	const struct dataset *set;
	size_t n = p->outputs->n;

	for (size_t i = 0; (set = open_data_at(i)); i++) {
		if (!open_data_has(p->site, set))
			continue;
		add_data(p, open_data_url(p->arena, set, "json"), open_data_make_json)
			->dataset = set;
		add_data(p, open_data_url(p->arena, set, "csv"), open_data_make_csv)->dataset =
			set;
	}
	if (p->outputs->n == n)
		return;
	add_output(p, OUTPUT_OPEN_DATA, STR(OPEN_DATA_URL), "du-lieu-mo.html");
	add_output(p, OUTPUT_OPEN_DATA, STR(OPEN_DATA_URL "danh-muc.json"), "danh-muc.json");
}

static void plan_calendars(struct planning *p)
{
	bool wanted = false;

	for (size_t i = 0; i < p->site->pages.n; i++) {
		const struct page *page = p->site->pages.items[i];

		wanted |= calendars_have(page);
		if (calendars_have(page) && page->kind == &event_kind)
			add_data(p, url_join(p, page->url, CALENDAR_FILE), calendars_make_event)
				->page = page;
	}
	if (wanted)
		add_data(p, STR(CALENDAR_FILE), calendars_make);
}

/* Of a superior agency. */
static void plan_subordinates(struct planning *p)
{
	const struct subordinates *all = p->site->subordinates;

	if (all->n)
		add_output(p, OUTPUT_SUBORDINATES, STR(SUBORDINATES_URL),
			   "don-vi-truc-thuoc.html");
	for (size_t i = 0; i < all->n; i++) {
		struct str url = str_fmt(p->arena, SUBORDINATES_URL STR_FMT "/",
					 STR_ARG(all->items[i].setting->code));

		add_output(p, OUTPUT_SUBORDINATE, url, "don-vi-truc-thuoc-mot.html")
			->subordinate = &all->items[i];
	}
}

static void plan_english(struct planning *p)
{
	static const char *const layouts[] = {
		[ENGLISH_HOME] = "tieng-anh/trang-chu.html",
		[ENGLISH_PROCEDURES] = "tieng-anh/cac-thu-tuc.html",
		[ENGLISH_PROCEDURE] = "tieng-anh/thu-tuc.html",
		[ENGLISH_CONTACTS] = "tieng-anh/lien-he.html",
		[ENGLISH_ORGANISATION] = "tieng-anh/co-cau.html",
	};

	for (size_t i = 0; p->site->english && i < p->site->english->n; i++) {
		const struct english_page *page = &p->site->english->pages[i];
		struct output *o =
			add_output(p, OUTPUT_ENGLISH, page->url, layouts[page->sort]);

		o->english = page;
		o->page = page->page;
		plan_share_picture(p, NULL, page);
	}
}

static void plan_plain(struct planning *p)
{
	add_output(p, OUTPUT_HOME, STR(""), "trang-chu.html");
	plan_feeds(p, STR(""), NULL, NULL);
	add_output(p, OUTPUT_TREE, STR("so-do-trang/"), "so-do-trang.html");
	if (has_procedures(p->site))
		add_output(p, OUTPUT_RETURN_DATES, STR("tinh-ngay-tra/"), "tinh-ngay-tra.html");
	if (has_corrections(p->site))
		add_output(p, OUTPUT_CORRECTIONS, STR("dinh-chinh/"), "dinh-chinh.html");
	plan_subordinates(p);
	plan_english(p);
	plan_open_data(p);
	plan_calendars(p);
	add_data(p, STR("cchc.json"), unit_feed_make);
	add_output(p, OUTPUT_PLAIN, STR("404.html"), "404.html");
	add_output(p, OUTPUT_PLAIN, STR("robots.txt"), "robots.txt");
	add_output(p, OUTPUT_PLAIN, STR("ung-dung.json"), "ung-dung.json");
	add_output(p, OUTPUT_REDIRECTS, STR(".htaccess"), "may-chu/apache.txt");
	add_output(p, OUTPUT_REDIRECTS, STR("chuyen-huong.map"), "may-chu/nginx.txt");
	add_output(p, OUTPUT_REDIRECTS, STR("nginx.conf"), "may-chu/nginx-may-chu.txt");
	add_output(p, OUTPUT_PLAIN, STR("_headers"), "may-chu/headers.txt");
}

static int compare_outputs(const void *a, const void *b)
{
	return str_cmp(((const struct output *)a)->path, ((const struct output *)b)->path);
}

/* What an output comes from, for messages. */
static struct pos origin_of(struct planning *p, const struct output *o)
{
	if (o->page)
		return (struct pos){.source = &o->page->source};
	if (o->term && o->term->pages.n)
		return (struct pos){.source = &o->term->pages.items[0]->source};
	return diag_file(p->diag, o->copy_from.n ? o->copy_from : STR("site.yaml"));
}

/* An address that leads on to a page. */
static bool leads_on(const struct output *o)
{
	return o->kind == OUTPUT_REDIRECT || o->kind == OUTPUT_SHORT;
}

/* Of two outputs for one place, the one that must yield comes first: an address that leads
 * on before a page, a page before what the site makes by itself. */
static int compare_claims(struct planning *p, const struct output *a, const struct output *b)
{
	int order = (a->page != NULL) - (b->page != NULL);

	if (!order)
		order = leads_on(a) - leads_on(b);
	if (!order)
		order = str_cmp(origin_of(p, a).source->path, origin_of(p, b).source->path);
	return -order;
}

/* Does cchc put this one there by itself, whatever site.yaml says? */
static bool is_built_in(const struct output *o)
{
	return !o->page && !o->term && !o->section && !o->copy_from.n;
}

static void note_other(struct planning *p, const struct output *other)
{
	if (is_built_in(other))
		diag_note(p->diag, (struct pos){0},
			  _("every site has a page of its own at that address"));
	else
		diag_note(p->diag, origin_of(p, other), _("the other one comes from here"));
}

static void report_collision(struct planning *p, const struct output *a, const struct output *b)
{
	const struct output *yields = compare_claims(p, a, b) <= 0 ? a : b;
	const struct output *other = yields == a ? b : a;

	if (yields->kind == OUTPUT_REDIRECT)
		diag_error(p->diag, origin_of(p, yields),
			   _("the old address \"" STR_FMT "\" (duong_dan_cu) is taken"),
			   STR_ARG(yields->old_path));
	else if (yields->kind == OUTPUT_SHORT)
		diag_error(p->diag, origin_of(p, yields),
			   _("the short address \"" STR_FMT
			     "\" is taken; give this page a \"ma_ngan\" of its own, if no "
			     "printed sheet shows that address yet"),
			   STR_ARG(yields->old_path));
	else
		diag_error(p->diag, origin_of(p, yields),
			   _("two pages would stand at the address \"" STR_FMT "\""),
			   STR_ARG(yields->url));
	note_other(p, other);
}

/* Servers on Windows and macOS know no difference of case, so neither do we. */
static struct str key_of(struct arena *a, struct str path)
{
	return viet_lower(a, viet_normalize(a, path));
}

/* No file stands where another one needs a folder. Only old addresses and copies have
 * folders that cchc did not name itself. */
static bool check_folders(struct planning *p, const struct map *taken, struct output *o,
			  struct str key)
{
	if (o->kind != OUTPUT_REDIRECT && o->kind != OUTPUT_COPY)
		return true;
	for (key = path_dir(key); key.n; key = path_dir(key)) {
		const struct output *file = map_get(taken, key);

		if (!file)
			continue;
		diag_error(p->diag, origin_of(p, o),
			   _("\"" STR_FMT "\" cannot stand below \"" STR_FMT
			     "\", which is a file"),
			   STR_ARG(o->url), STR_ARG(file->url));
		note_other(p, file);
		return false;
	}
	return true;
}

static bool check_collisions(struct planning *p)
{
	struct arena scratch = {0};
	struct map taken = {.arena = &scratch};
	bool ok = true;

	for (size_t i = 0; i < p->outputs->n; i++) {
		struct output *o = &p->outputs->items[i];
		struct output *other = map_set(&taken, key_of(&scratch, o->path), o);

		if (other)
			report_collision(p, o, other);
		ok &= !other;
	}
	/* without collisions, entry i is that of output i */
	for (size_t i = 0; taken.n == p->outputs->n && i < taken.n; i++)
		ok &= check_folders(p, &taken, &p->outputs->items[i], taken.entries[i].key);
	arena_free(&scratch);
	return ok;
}

static void list_redirects(struct planning *p)
{
	struct outputs *o = p->outputs;

	o->redirects = arena_array(p->arena, struct output *, o->n + 1);
	for (size_t i = 0; i < o->n; i++) {
		if (leads_on(&o->items[i]))
			o->redirects[o->n_redirects++] = &o->items[i];
	}
}

static void plan_search(struct planning *p, const struct search *search)
{
	add_output(p, OUTPUT_SEARCH, STR(SEARCH_URL), "tim-kiem.html");
	for (size_t i = 0; i < search->n; i++) {
		struct output *o = add_output(p, OUTPUT_INDEX, search->files[i].url, NULL);

		o->index = search->files[i].bytes;
		o->is_offline_index = search->files[i].is_offline;
	}
}

/* Where no copy is wanted, a worker that removes itself: those of earlier builds ask for
 * it at this address. */
static void plan_offline(struct planning *p)
{
	bool is_on = p->outputs->offline->is_on;

	add_output(p, OUTPUT_WORKER, STR(OFFLINE_WORKER),
		   is_on ? "ngoai-tuyen.js" : "ngoai-tuyen-tat.js");
	if (!is_on)
		return;
	add_output(p, OUTPUT_OFFLINE, STR(OFFLINE_URL), "ngoai-tuyen.html");
	add_output(p, OUTPUT_OFFLINE_LIST, STR(OFFLINE_LIST), NULL);
}

struct outputs *plan_outputs(struct arena *a, const struct site *s, const struct search *search,
			     struct offline *offline, struct str share, struct diag *d)
{
	struct planning p = {a, s, arena_new(a, struct outputs), d, {.arena = a}};

	p.outputs->offline = offline;
	p.outputs->has_share_pictures = share_pictures_wanted(s, d);
	plan_share_picture(&p, NULL, NULL);
	plan_plain(&p);
	plan_search(&p, search);
	plan_offline(&p);
	for (size_t i = 0; i < s->n_sections; i++)
		plan_section(&p, &s->sections[i]);
	for (size_t i = 0; i < s->n_taxonomies; i++)
		plan_terms(&p, s->taxonomies[i]);
	for (size_t i = 0; i < s->pages.n; i++)
		plan_page(&p, s->pages.items[i]);
	plan_sitemaps(&p);
	if (!plan_assets(&p, share))
		return NULL;
	plan_attached(&p);
	plan_pictures(&p);
	qsort(p.outputs->items, p.outputs->n, sizeof(struct output), compare_outputs);
	list_redirects(&p);
	offline_mark(a, offline, p.outputs);
	return check_collisions(&p) ? p.outputs : NULL;
}

bool outputs_have_url(const void *outputs_and_site, struct str url)
{
	const struct outputs_of_site *os = outputs_and_site;
	struct arena scratch = {0};
	struct str rest;
	struct output wanted = {0};
	bool found;

	url = str_cut(str_cut(url, '#', &rest), '?', &rest);
	wanted.path = file_of_url(&scratch, os->site->config, url);
	found = bsearch(&wanted, os->outputs->items, os->outputs->n, sizeof(wanted),
			compare_outputs) != NULL;
	arena_free(&scratch);
	return found;
}
