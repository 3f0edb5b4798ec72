/* What a template sees for one output: which parts it is made of. The names of all
 * keys that are no fields of a kind's table stand in the view_*.c files;
 * src/man/cchc-layouts.5 describes them. */
#include "output/open_data.h"
#include "output/share_pictures.h"

#include "output/json_ld.h"

#include "viet/fold.h"

static const struct value *term_crumb(const struct viewing *w, const struct term *term)
{
	struct str name = viet_capitalize(w->arena, view_term_title(w, term));

	return view_named(w, name, term->url);
}

static const struct value *breadcrumb(const struct viewing *w)
{
	const struct output *o = w->output;
	const struct page *owner = o->term ? o->term->owner : NULL;
	const struct page *below = o->page ? o->page : owner;
	const struct section *section = below ? below->section : o->section;
	struct value *list = value_list(w->arena);

	if (o->kind == OUTPUT_HOME || (o->kind == OUTPUT_FEED && !o->section && !o->term))
		return list;
	value_push(w->arena, list, view_named(w, STR("Trang chủ"), STR("")));
	if (section && section->kind->has_list &&
	    (o->page || o->term || (o->sub && *o->sub->path) || o->number > 1))
		value_push(w->arena, list, view_named(w, section->setting->name, section->url));
	if (o->page && o->sub)
		value_push(w->arena, list, view_named(w, o->page->title, o->page->url));
	if (owner)
		value_push(w->arena, list, view_named(w, owner->title, owner->url));
	if (o->subordinate)
		value_push(w->arena, list,
			   view_named(w, STR("Các đơn vị trực thuộc"), STR(SUBORDINATES_URL)));
	if (o->term && o->number > 1)
		value_push(w->arena, list, term_crumb(w, o->term));
	return list;
}

static void set_common(const struct viewing *w, struct value *v)
{
	const struct output *o = w->output;

	view_set(w, v, "url", view_path(w, o->url));
	view_set(w, v, "url_day_du", view_absolute(w, o->url));
	view_set(w, v, "duong_dan", breadcrumb(w));
	view_set(w, v, "anh_chia_se", view_share_picture(w));
}

static bool has_frame(const struct output *o)
{
	return str_ends(str_of(o->layout), STR(".html"));
}

typedef void set_fn(struct viewing *w, struct value *v);

/* What each sort of output has beside what all have; OUTPUT_COPY is the last. */
static set_fn *const setters[] = {
	[OUTPUT_HOME] = view_set_home,
	[OUTPUT_SUBPAGE] = view_set_subpage,
	[OUTPUT_SECTION] = view_set_section_page,
	[OUTPUT_LIST] = view_set_list,
	[OUTPUT_FEED] = view_set_feed,
	[OUTPUT_SITEMAP] = view_set_sitemap,
	[OUTPUT_SITEMAP_INDEX] = view_set_sitemap_index,
	[OUTPUT_TREE] = view_set_tree,
	[OUTPUT_RETURN_DATES] = view_set_return_dates,
	[OUTPUT_CORRECTIONS] = view_set_corrections,
	[OUTPUT_REDIRECT] = view_set_redirect,
	[OUTPUT_SHORT] = view_set_redirect,
	[OUTPUT_REDIRECTS] = view_set_redirects,
	[OUTPUT_SUBORDINATES] = view_set_subordinates,
	[OUTPUT_SUBORDINATE] = view_set_subordinate,
	[OUTPUT_ENGLISH] = view_set_english,
	[OUTPUT_SEARCH] = view_set_search,
	[OUTPUT_OFFLINE] = view_set_offline,
	[OUTPUT_WORKER] = view_set_offline,
	[OUTPUT_OPEN_DATA] = view_set_open_data,
	[OUTPUT_COPY] = NULL,
};

/* Of an output that stands for no page of its own. */
static struct value *begin_plain(const struct viewing *w)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "tieu_de", value_null(w->arena));
	view_set(w, v, "mo_ta", value_null(w->arena));
	view_set(w, v, "nguon_cap", value_null(w->arena));
	return v;
}

static struct value *begin_view(struct viewing *w)
{
	const struct output *o = w->output;

	if (o->kind == OUTPUT_PAGE || o->kind == OUTPUT_SUBPAGE)
		return view_page(w, o->page);
	return o->kind == OUTPUT_WITHDRAWN ? view_notice(w, o->page) : begin_plain(w);
}

/* {trang_web}, of an English page in English. */
static const struct value *site_part(struct viewing *w, const struct value *site_view)
{
	const struct value *site = value_get(site_view, STR("trang_web"));

	return w->output->english ? view_english_site(w, site) : site;
}

const struct value *view_of_output(struct arena *a, const struct site *s,
				   const struct outputs *o, const struct value *site_view,
				   const struct output *output)
{
	struct viewing w = {.arena = a, .site = s, .outputs = o, .output = output};
	struct value *v = begin_view(&w);

	set_common(&w, v);
	if (setters[output->kind])
		setters[output->kind](&w, v);
	if (has_frame(output)) {
		view_set_menu(&w, v, view_path(&w, output->url)->text);
		view_set_feedback(&w, v);
		view_set_languages(&w, v);
	}
	view_set(&w, v, "trang_web", site_part(&w, site_view));
	view_set(&w, v, "tai_nguyen", value_get(site_view, STR("tai_nguyen")));
	if (has_frame(output))
		view_set(&w, v, "json_ld", json_ld_of(&w, v));
	return w.failed ? NULL : v;
}
