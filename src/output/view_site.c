/* {trang_web, tai_nguyen}: what is on every page. */
#include "base/path.h"
#include "output/data.h"
#include "site/gate.h"

#include "kinds/contact.h"
#include "output/policy.h"
#include "text/html.h"

static const struct value *organisation_view(const struct viewing *w)
{
	const struct organisation *o = w->site->config->organisation;
	struct value *v = value_map(w->arena);

	view_set(w, v, "ten", view_text(w, o->name));
	view_set(w, v, "co_quan_chu_quan", view_text(w, o->superior));
	view_set(w, v, "dia_chi", view_text(w, o->address));
	view_set(w, v, "dien_thoai", view_text(w, o->phone));
	view_set(w, v, "duong_day_nong", view_text(w, o->hotline));
	view_set(w, v, "dien_thoai_goi", view_phone(w, o->phone));
	view_set(w, v, "duong_day_nong_goi", view_phone(w, o->hotline));
	view_set(w, v, "email", view_text(w, o->email));
	view_set(w, v, "gio_lam_viec", view_text(w, o->hours));
	view_set(w, v, "website", view_text(w, o->website));
	return v;
}

static const struct value *menu_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->config->menu.n; i++) {
		const struct menu_item *item =
			LIST_ITEM(w->site->config->menu, struct menu_item, i);
		struct value *v;
		bool inside = !url_is_external(item->to) && !str_starts(item->to, STR("/"));

		if (gate_holds_link(w->site, item->to))
			continue;
		v = value_map(w->arena);
		view_set(w, v, "ten", view_text(w, item->name));
		view_set(w, v, "url", inside ? view_path(w, item->to) : view_text(w, item->to));
		value_push(w->arena, list, v);
	}
	return list;
}

/* "Cải cách hành chính" of "Cải cách hành chính – Bệnh viện …": beside the institution's
 * name nobody wants to read it twice. Null when nothing is left. */
static const struct value *short_name_view(const struct viewing *w)
{
	struct str name = w->site->config->name, unit = w->site->config->organisation->name;
	const struct str dash = STR(" – ");

	if (str_ends(name, str_concat(w->arena, dash, unit, STR(""))))
		name.n -= unit.n + dash.n;
	else if (str_eq(name, unit))
		name.n = 0;
	return view_text(w, name);
}

/* As it is published: its name says what is in it. */
static const struct value *logo_view(const struct viewing *w)
{
	struct str logo = w->site->config->logo;
	const struct asset *asset = map_get(&w->outputs->assets->by_name, logo);

	return logo.n && asset && asset->url.n ? view_path(w, asset->url)
					       : value_null(w->arena);
}

/* As browsers' tabs may show it: a drawing. A picture has become the icons themselves. */
static const struct value *logo_drawing(const struct viewing *w)
{
	return path_has_extension(w->site->config->logo, "svg") ? logo_view(w)
								: value_null(w->arena);
}

static const struct value *channels_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->config->channels.n; i++) {
		const struct channel *c =
			LIST_ITEM(w->site->config->channels, struct channel, i);

		value_push(w->arena, list,
			   view_coded(w, c->code, c->name, view_text(w, c->url)));
	}
	return list;
}

static const struct value *sections_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		const struct section *section = &w->site->sections[i];

		if (section->kind->has_list)
			value_push(w->arena, list, view_section(w, section));
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
		t = view_taxonomy(&w->site->sections[i], "linh-vuc");
	for (size_t i = 0; i < CCHC_FIELDS; i++) {
		const struct term *term =
			t ? map_get(&t->by_slug, cchc_field_terms[i].slug) : NULL;

		value_push(w->arena, list,
			   view_coded(w, str_of(cchc_fields[i].code),
				      str_of(cchc_fields[i].name),
				      term ? view_path(w, term->url) : value_null(w->arena)));
	}
	return list;
}

/* Of an output that a site has once or not at all. */
static const struct value *path_of(const struct viewing *w, enum output_kind kind)
{
	for (size_t i = 0; i < w->outputs->n; i++) {
		if (w->outputs->items[i].kind == kind)
			return view_path(w, w->outputs->items[i].url);
	}
	return value_null(w->arena);
}

/* Of a page that a site may have under a fixed address. */
static const struct value *path_at(const struct viewing *w, struct str url)
{
	for (size_t i = 0; i < w->outputs->n; i++) {
		if (str_eq(w->outputs->items[i].url, url))
			return view_path(w, url);
	}
	return value_null(w->arena);
}

static const struct page *feedback_page(const struct site *s)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		const struct contact *x = p->data;

		if (p->kind == &contact_kind && p->visibility == PAGE_PUBLISHED &&
		    x->type == CONTACT_FEEDBACK)
			return p;
	}
	return NULL;
}

/* Where people send what they think of rules and procedures: the first such contact. Each
 * sheet on a board must name it. */
static const struct value *feedback_view(const struct viewing *w)
{
	const struct page *p = feedback_page(w->site);
	struct derive_context c;
	struct value *v;

	if (!p)
		return value_null(w->arena);
	c = view_context(w, p);
	v = value_map(w->arena);
	view_set(w, v, "ten", view_text(w, p->title));
	view_set(w, v, "url", view_path(w, p->url));
	contact_kind.derive(w->arena, p->data, &c, v);
	return v;
}

/* {url, integrity} of each asset by its key, and all of them as a list. */
static const struct value *assets_view(const struct viewing *w)
{
	struct value *v = value_map(w->arena), *all = value_list(w->arena);
	const struct value *null = value_null(w->arena);

	for (size_t i = 0; i < w->outputs->assets->n; i++) {
		const struct asset *asset = &w->outputs->assets->items[i];
		struct value *one = value_map(w->arena);
		struct str key;

		if (!asset->url.n)
			continue;
		view_set(w, one, "ten", view_text(w, asset->name));
		view_set(w, one, "url", view_path(w, asset->url));
		view_set(w, one, "url_day_du", view_absolute(w, asset->url));
		view_set(w, one, "integrity", view_text(w, asset->integrity));
		key = asset_key(w->arena, asset->name);
		value_set(w->arena, v, key, value_get(v, key) ? null : one);
		value_push(w->arena, all, one);
	}
	view_set(w, v, "tat_ca", all);
	return v;
}

const struct value *view_of_site(struct arena *a, const struct site *s, const struct outputs *o)
{
	const struct config *c = s->config;
	struct viewing w = {.arena = a, .site = s, .outputs = o};
	struct value *v = value_map(a), *view = value_map(a);

	view_set(&w, v, "ten", view_text(&w, c->name));
	view_set(&w, v, "mo_ta", view_text(&w, c->about));
	view_set(&w, v, "ten_mien", view_text(&w, c->domain));
	view_set(&w, v, "goc", view_text(&w, c->base));
	view_set(&w, v, "url_goc", view_absolute(&w, STR("")));
	view_set(&w, v, "ngon_ngu", view_text(&w, c->language));
	view_set(&w, v, "don_vi", organisation_view(&w));
	view_set(&w, v, "phan_anh", feedback_view(&w));
	view_set(&w, v, "nguoi_chiu_trach_nhiem", view_text(&w, c->responsible));
	view_set(&w, v, "giay_phep", view_text(&w, c->licence));
	view_set(&w, v, "du_lieu_mau", view_truth(&w, c->sample));
	view_set(&w, v, "thuc_don", menu_view(&w));
	view_set(&w, v, "ten_ngan", short_name_view(&w));
	view_set(&w, v, "logo", logo_view(&w));
	view_set(&w, v, "logo_svg", logo_drawing(&w));
	view_set(&w, v, "mau_chinh",
		 value_string(a, colour_text(a, theme_head(c->theme).ground)));
	view_set(&w, v, "kenh", channels_view(&w));
	view_set(&w, v, "chuyen_muc", sections_view(&w));
	view_set(&w, v, "linh_vuc", fields_view(&w));
	view_set(&w, v, "ngay_dung", schema_view_date(a, view_day(s->now)));
	view_set(&w, v, "nguon_cap", view_feeds_at(&w, STR("")));
	view_set(&w, v, "tinh_ngay_tra", path_of(&w, OUTPUT_RETURN_DATES));
	view_set(&w, v, "tim_kiem", path_of(&w, OUTPUT_SEARCH));
	view_set(&w, v, "ngoai_tuyen", path_of(&w, OUTPUT_OFFLINE));
	view_set(&w, v, "dinh_chinh", path_of(&w, OUTPUT_CORRECTIONS));
	view_set(&w, v, "du_lieu_mo", path_of(&w, OUTPUT_OPEN_DATA));
	view_set(&w, v, "lich", path_at(&w, STR(CALENDAR_FILE)));
	view_set(&w, v, "don_vi_truc_thuoc", path_of(&w, OUTPUT_SUBORDINATES));
	view_set(&w, v, "csp", value_string(a, STR(CONTENT_POLICY)));
	view_set(&w, v, "phien_ban", value_string(a, STR(VERSION)));
	view_set(&w, view, "trang_web", v);
	view_set(&w, view, "tai_nguyen", assets_view(&w));
	return view;
}
