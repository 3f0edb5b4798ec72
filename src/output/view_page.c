/* A page through its kind's layout: the fields of its table, and what cchc adds. */
#include "output/view.h"

#include "draw/qr.h"
#include "kinds/plan.h"

enum {
	HEADINGS_FOR_CONTENTS = 2, /* a table of contents for fewer is noise */
	UNIT_ARTICLES = 5,         /* the list of all is a step away */
};

static const struct value *first_of(const struct value *list)
{
	return list && list->n ? list->entries[0].value : NULL;
}

/* Put a page's terms in place of the plain fields of the same name. */
static void set_terms(const struct viewing *w, struct value *v, const struct page *p)
{
	const struct value *fields = view_terms_of_page(w, p, "linh-vuc");
	const struct value *keywords = view_terms_of_page(w, p, "tu-khoa");
	const struct value *genre = first_of(view_terms_of_page(w, p, "the-loai"));
	const struct value *type = first_of(view_terms_of_page(w, p, "ten-loai"));

	if (fields)
		view_set(w, v, "linh_vuc", fields);
	if (keywords)
		view_set(w, v, "tu_khoa", keywords);
	if (genre)
		view_set(w, v, "the_loai", genre);
	if (type)
		view_set(w, v, "ten_loai", type);
}

static const struct value *contents_of(const struct viewing *w, const struct page *p)
{
	struct value *list = value_list(w->arena);

	if (p->n_headings < HEADINGS_FOR_CONTENTS)
		return value_null(w->arena);
	for (size_t i = 0; i < p->n_headings; i++) {
		struct value *v = value_map(w->arena);

		view_set(w, v, "cap", value_int(w->arena, p->headings[i].level));
		view_set(w, v, "id", view_text(w, p->headings[i].id));
		view_set(w, v, "ten", view_text(w, p->headings[i].title));
		value_push(w->arena, list, v);
	}
	return list;
}

static void set_articles(const struct viewing *w, struct value *v, const struct page *p)
{
	static const struct page_list none = {0};
	const struct page_list *list = p->articles ? &p->articles->pages : &none;

	view_set(w, v, "bai_viet", view_cards(w, list, 0, UNIT_ARTICLES));
	view_set(w, v, "tong_so_bai", value_int(w->arena, (int64_t)list->n));
	view_set(w, v, "trang_bai_viet",
		 p->articles ? view_path(w, p->articles->url) : value_null(w->arena));
}

static void derive(struct viewing *w, struct value *v, const struct page *p)
{
	struct derive_context c = view_context(w, p);

	c.sub = w->output->kind == OUTPUT_SUBPAGE ? w->output->sub : NULL;
	c.ref_view = view_ref;
	c.ref_context = w;
	c.loudspeaker = w->site->config->loudspeaker;
	p->kind->derive(w->arena, p->data, &c, v);
}

/* The lists of the kind's table, which schema_view() set without their "co_". */
static void mark_lists(const struct viewing *w, struct value *v)
{
	for (uint32_t i = 0, n = v->n; i < n; i++) {
		struct value_entry entry = v->entries[i];

		if (entry.value->kind == VALUE_LIST)
			view_mark_list(w, v, entry.key, entry.value);
	}
}

static void set_phone(const struct viewing *w, struct value *v)
{
	const struct value *phone = value_get(v, STR("dien_thoai"));

	if (phone)
		view_set(w, v, "dien_thoai_goi", view_phone(w, phone->text));
}

/* The address that paper shows, and as a QR code. */
static void set_short(const struct viewing *w, struct value *v, const struct page *p)
{
	struct str path = output_short_url(w->arena, w->site, p);
	struct str url = path.n ? view_absolute(w, path)->text : path, shown = url;
	struct buf code = {.arena = w->arena};
	size_t at;

	if (str_find(url, STR("://"), 0, &at))
		shown = str_from(url, at + 3);
	qr_put(&code, url, STR("Mã QR"), str_concat(w->arena, STR("Mở "), shown, STR("")));
	view_set(w, v, "dia_chi_ngan", view_text(w, url));
	view_set(w, v, "dia_chi_ngan_gon", view_text(w, shown));
	view_set(w, v, "ma_qr", view_text(w, buf_str(&code)));
}

static const struct value *body_of(struct viewing *w, const struct page *p)
{
	struct str html;

	if (!site_body(w->arena, p, &html))
		w->failed = true;
	return view_text(w, html);
}

/* What a page and the notice in its place have in common. */
static void set_frame(const struct viewing *w, struct value *v, const struct page *p)
{
	bool has_feed = p->section->kind->has_feed;

	view_set(w, v, "tieu_de", view_text(w, p->title));
	view_set(w, v, "loai", view_kind(w, p->kind));
	view_set(w, v, "chuyen_muc", view_section_link(w, p->section));
	view_set(w, v, "nguon_cap",
		 has_feed ? view_feeds_at(w, p->section->url) : value_null(w->arena));
}

struct value *view_page(struct viewing *w, const struct page *p)
{
	struct value *v = schema_view(w->arena, p->kind->schema, p->data, view_ref, w);

	set_frame(w, v, p);
	view_set(w, v, "mo_ta", view_text(w, p->summary));
	view_set(w, v, "ngay_danh_sach", schema_view_date(w->arena, p->date));
	set_terms(w, v, p);
	/* a plan's noi_dung is a field of its own */
	if (!schema_field(p->kind->schema, "noi_dung"))
		view_set(w, v, "noi_dung", body_of(w, p));
	view_set(w, v, "muc_luc", contents_of(w, p));
	view_set(w, v, "co_muc_luc", view_truth(w, p->n_headings >= HEADINGS_FOR_CONTENTS));
	view_set(w, v, "bai_truoc", view_titled(w, p->older));
	view_set(w, v, "bai_sau", view_titled(w, p->newer));
	view_set(w, v, "da_het_han", view_truth(w, false));
	set_articles(w, v, p);
	set_short(w, v, p);
	view_set_referrers(w, v, p);
	view_set_ended(w, v, p);
	set_phone(w, v);
	view_set(w, v, "hanh_trinh", view_journeys_of_page(w, p));
	if (p->kind->derive)
		derive(w, v, p);
	if (p->kind == &plan_kind)
		view_set_bases(w, v, p);
	mark_lists(w, v);
	return v;
}

struct value *view_notice(const struct viewing *w, const struct page *p)
{
	struct value *v = value_map(w->arena);
	const struct page *unit = p->common->unit.to;

	set_frame(w, v, p);
	view_set(w, v, "mo_ta", value_null(w->arena));
	view_set(w, v, "ma", view_text(w, p->common->code));
	view_set(w, v, "ngay_dang", schema_view_date(w->arena, p->common->published));
	view_set(w, v, "ngay_cap_nhat", schema_view_date(w->arena, p->common->updated));
	view_set(w, v, "don_vi", unit ? view_page_link(w, unit) : value_null(w->arena));
	view_set(w, v, "ly_do_go_bo", view_text(w, p->common->withdrawn_because));
	return v;
}
