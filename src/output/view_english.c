/* English pages: the view of a record as its own page has it, but in English. Each text of
 * it is HTML. What the table calls FIELD_TRANSLATED stands there in English or, where
 * nobody says it in English, in Vietnamese and marked so; all else as it was written. */
#include "kinds/contact.h"
#include "kinds/english.h"
#include "kinds/procedure.h"
#include "kinds/unit.h"
#include "output/english.h"
#include "text/html.h"

static void note(const struct viewing *w, struct str text, struct str english,
		 const struct english_pair *pair)
{
	struct english_gaps *g = w->gaps;

	if (pair && g->used)
		map_set(g->used, pair->vietnamese, g);
	if (english.n)
		return;
	g->items = arena_room(w->arena, g->items, g->n, &g->cap, sizeof(*g->items));
	g->items[g->n++] = (struct english_gap){text, g->page};
}

static struct str look_up(const struct viewing *w, struct str text)
{
	const struct english_pair *pair;
	struct str english = english_text(w->site, w->arena, text, &pair);

	note(w, text, english, pair);
	return english;
}

/* For titles and attributes, where no language can be marked. */
static struct str plain(const struct viewing *w, struct str text)
{
	struct str english = text.n ? look_up(w, text) : text;

	return english.n ? english : text;
}

/* HTML of a text in English, or of the text itself where english is empty. */
static const struct value *marked_as(const struct viewing *w, struct str text,
				     struct str english)
{
	struct buf out = {.arena = w->arena};

	if (!english.n)
		buf_add_z(&out, "<span lang=\"vi\">");
	html_escape(&out, english.n ? english : text);
	if (!english.n)
		buf_add_z(&out, "</span>");
	return view_text(w, buf_str(&out));
}

static const struct value *marked(const struct viewing *w, struct str text)
{
	return text.n ? marked_as(w, text, look_up(w, text)) : value_null(w->arena);
}

/* Of a name that is not asked for in English. */
static const struct value *marked_name(const struct viewing *w, struct str text)
{
	return text.n ? marked_as(w, text, english_text(w->site, w->arena, text, NULL))
		      : value_null(w->arena);
}

static const struct value *escaped(const struct viewing *w, struct str text)
{
	struct buf out = {.arena = w->arena};

	html_escape(&out, text);
	return view_text(w, buf_str(&out));
}

static const struct value *day(const struct viewing *w, struct date d)
{
	struct value *v = value_map(w->arena);

	if (!date_is_set(d))
		return value_null(w->arena);
	view_set(w, v, "iso", view_text(w, date_iso(w->arena, view_day(d))));
	view_set(w, v, "ngay", view_text(w, english_date(w->arena, d)));
	return v;
}

static const struct value *day_of(const struct viewing *w, const struct value *v)
{
	struct date d;

	return date_parse(value_text_at(v, "iso"), false, true, &d) ? day(w, d) : v;
}

static const struct value *amount(const struct viewing *w, const struct value *v)
{
	struct value *out = value_map(w->arena);
	struct str words = english_money(w->arena, value_int_at(v, "so"));

	view_set(w, out, "chu", view_text(w, words));
	view_set(w, out, "bang_khong", value_get(v, STR("bang_khong")));
	return out;
}

static struct str joined(const struct viewing *w, struct str x, const char *y, struct str z)
{
	return str_concat(w->arena, x, str_of(y), z);
}

/* Where its English stands: on a page of its own, or on one with others. Empty without. */
static struct str english_address(const struct viewing *w, const struct page *p)
{
	bool told = english_page_for(w->site, p->url) ||
		    (english_shows(w->site, p) && english_page_for(w->site, p->section->url));

	return told ? english_record_url(w->arena, p) : (struct str){0};
}

/* The path of an address with '#'. */
static const struct value *anchored(const struct viewing *w, struct str url)
{
	struct str anchor, path = str_cut(url, '#', &anchor);

	return view_text(w, joined(w, view_path(w, path)->text, anchor.n ? "#" : "", anchor));
}

/* {url, tieng_viet}: does it lead to a page in Vietnamese? */
static void set_link(const struct viewing *w, struct value *v, const struct page *p)
{
	bool visible = p && page_is_visible(p);
	struct str url = visible ? english_address(w, p) : (struct str){0};

	if (url.n)
		view_set(w, v, "url", anchored(w, url));
	else
		view_set(w, v, "url", visible ? view_path(w, p->url) : value_null(w->arena));
	view_set(w, v, "tieng_viet", view_truth(w, visible && !url.n));
}

static const struct value *named(const struct viewing *w, const struct field *f,
				 const struct value *v)
{
	struct value *out = value_map(w->arena);
	struct str code = value_text_at(v, "ma");

	view_set(w, out, "ma", view_text(w, code));
	view_set(w, out, "ten",
		 f->flags & FIELD_TRANSLATED ? marked(w, value_text_at(v, "ten"))
					     : marked_name(w, value_text_at(v, "ten")));
	if (f->type == FIELD_REF)
		set_link(w, out, code.n ? site_find(w->site, str_of(f->ref_kind), code) : NULL);
	return out;
}

static struct value *english_map(const struct viewing *w, const struct schema *s,
				 const struct value *map);

static const struct value *english_one(const struct viewing *w, const struct field *f,
				       const struct value *v)
{
	if (v->kind == VALUE_NULL)
		return v;
	switch (f->type) {
	case FIELD_MAP:
		return english_map(w, f->map, v);
	case FIELD_DATE:
	case FIELD_EDTF:
	case FIELD_DATETIME:
		return day_of(w, v);
	case FIELD_MONEY:
		return amount(w, v);
	case FIELD_CHOICE:
	case FIELD_REF:
		return named(w, f, v);
	case FIELD_STRING:
	case FIELD_TEXT:
		return f->flags & FIELD_TRANSLATED ? marked(w, v->text) : escaped(w, v->text);
	default:
		return v;
	}
}

static const struct value *english_field(const struct viewing *w, const struct field *f,
					 const struct value *v)
{
	struct value *list;

	if (!f)
		return v;
	if (v->kind != VALUE_LIST)
		return english_one(w, f, v);
	list = value_list(w->arena);
	for (uint32_t i = 0; i < v->n; i++)
		value_push(w->arena, list, english_one(w, f, v->entries[i].value));
	return list;
}

static struct value *english_map(const struct viewing *w, const struct schema *s,
				 const struct value *map)
{
	struct value *out = value_map(w->arena);

	for (uint32_t i = 0; i < map->n; i++) {
		const char *key = str_z(w->arena, map->entries[i].key);

		view_set(w, out, key,
			 english_field(w, schema_field(s, key), map->entries[i].value));
	}
	return out;
}

/* A contact's numbers and hours are what its derive() gives, which keeps back what is
 * private. */
static struct value *english_record(struct viewing *w, const struct page *p)
{
	struct derive_context c = view_context(w, p);
	struct value *v = schema_view(w->arena, p->kind->schema, p->data, view_ref, w);

	c.english = true;
	w->gaps->page = p;
	if (p->kind != &unit_kind)
		p->kind->derive(w->arena, p->data, &c, v);
	v = english_map(w, p->kind->schema, v);
	if (p->kind == &unit_kind)
		view_set(w, v, "dien_thoai_goi", view_phone(w, value_text_at(v, "dien_thoai")));
	set_link(w, v, p);
	view_set(w, v, "ban_goc", view_path(w, p->url));
	w->gaps->page = NULL;
	return v;
}

static bool is_urgent(const struct page *p)
{
	int type = ((const struct contact *)p->data)->type;

	return type == CONTACT_HOTLINE || type == CONTACT_SWITCHBOARD;
}

/* The records of a section that English pages show; of contacts perhaps the urgent ones. */
static const struct value *english_records(struct viewing *w, const struct page_list *pages,
					   bool urgent)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < pages->n; i++) {
		const struct page *p = pages->items[i];

		if (english_shows(w->site, p) && (!urgent || is_urgent(p)))
			value_push(w->arena, list, english_record(w, p));
	}
	return list;
}

static void add_all(const struct viewing *w, struct value *v, const struct value *from)
{
	for (uint32_t i = 0; i < from->n; i++)
		value_set(w->arena, v, from->entries[i].key, from->entries[i].value);
}

static const struct value *counters(struct viewing *w, const struct procedure *x)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < x->counters.n; i++) {
		const struct page *p = LIST_ITEM(x->counters, struct ref, i)->to;

		if (p && english_shows(w->site, p))
			value_push(w->arena, list, english_record(w, p));
	}
	return list;
}

static const struct value *english_procedures(struct viewing *w)
{
	const struct english *e = w->site->english;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < e->n; i++) {
		if (e->pages[i].sort == ENGLISH_PROCEDURE)
			value_push(w->arena, list, english_record(w, e->pages[i].page));
	}
	return list;
}

static void set_head(const struct viewing *w, struct value *v, struct str title,
		     struct str about)
{
	view_set(w, v, "tieu_de", view_text(w, title));
	view_set(w, v, "mo_ta", view_text(w, about));
}

static struct str institution(const struct viewing *w)
{
	return plain(w, w->site->config->organisation->name);
}

static struct str about_site(const struct viewing *w)
{
	return joined(w, institution(w), " in English: key procedures, contacts, organisation.",
		      STR(""));
}

static void set_home(struct viewing *w, struct value *v)
{
	const struct english_page *contacts =
		english_page_at(w->site, STR(ENGLISH_URL "contacts/"));

	set_head(w, v, institution(w), about_site(w));
	view_set(w, v, "thu_tuc", english_procedures(w));
	view_set(w, v, "lien_he",
		 contacts ? english_records(w, &contacts->section->pages, true)
			  : value_list(w->arena));
}

static void set_procedures(struct viewing *w, struct value *v)
{
	set_head(w, v, STR("Procedures"),
		 joined(w,
			STR("What to bring, how long it takes, what it costs and where to "
			    "go: the procedures of "),
			"", joined(w, institution(w), " in English.", STR(""))));
	view_set(w, v, "thu_tuc", english_procedures(w));
}

static void set_procedure(struct viewing *w, struct value *v)
{
	const struct page *p = w->output->english->page;

	add_all(w, v, english_record(w, p));
	w->gaps->page = p;
	set_head(w, v, plain(w, p->title), plain(w, p->summary));
	w->gaps->page = NULL;
	view_set(w, v, "noi_nhan", counters(w, p->data));
	view_set(w, v, "doi_lan_cuoi", day(w, page_last_change(p)));
}

static void set_contacts(struct viewing *w, struct value *v)
{
	set_head(w, v, STR("Contacts"),
		 joined(w, STR("Telephone numbers, addresses and opening hours of "), "",
			joined(w, institution(w), ".", STR(""))));
	view_set(w, v, "lien_he",
		 english_records(w, &w->output->english->section->pages, false));
}

static void set_organisation(struct viewing *w, struct value *v)
{
	set_head(w, v, STR("Organisation"),
		 joined(w, STR("The departments of "), "",
			joined(w, institution(w), ": what they do and where they are.",
			       STR(""))));
	view_set(w, v, "cac_don_vi",
		 english_records(w, &w->output->english->section->pages, false));
}

static const struct value *english_crumb(const struct viewing *w, const char *name,
					 const char *url)
{
	return view_named(w, str_of(name), str_of(url));
}

/* The way to it, from the home page in English. */
static const struct value *english_way(const struct viewing *w, enum english_sort sort)
{
	struct value *list = value_list(w->arena);

	if (sort != ENGLISH_HOME)
		value_push(w->arena, list, english_crumb(w, "Home", ENGLISH_URL));
	if (sort == ENGLISH_PROCEDURE)
		value_push(w->arena, list,
			   english_crumb(w, "Procedures", ENGLISH_URL "procedures/"));
	return list;
}

static const struct value *english_menu(const struct viewing *w)
{
	static const struct {
		const char *name, *url;
	} entries[] = {
		{"Home", ENGLISH_URL},
		{"Procedures", ENGLISH_URL "procedures/"},
		{"Organisation", ENGLISH_URL "organisation/"},
		{"Contacts", ENGLISH_URL "contacts/"},
	};
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < COUNT(entries); i++) {
		struct value *v;

		if (!english_page_at(w->site, str_of(entries[i].url)))
			continue;
		v = value_map(w->arena);
		view_set(w, v, "ten", view_text(w, str_of(entries[i].name)));
		view_set(w, v, "url", view_path(w, str_of(entries[i].url)));
		view_set(w, v, "tai_day",
			 view_truth(w, str_eq_z(w->output->url, entries[i].url)));
		value_push(w->arena, list, v);
	}
	return list;
}

typedef void set_english_fn(struct viewing *w, struct value *v);

void view_set_english(struct viewing *w, struct value *v)
{
	static set_english_fn *const setters[] = {
		[ENGLISH_HOME] = set_home,
		[ENGLISH_PROCEDURES] = set_procedures,
		[ENGLISH_PROCEDURE] = set_procedure,
		[ENGLISH_CONTACTS] = set_contacts,
		[ENGLISH_ORGANISATION] = set_organisation,
	};
	enum english_sort sort = w->output->english->sort;

	if (!w->gaps)
		w->gaps = arena_new(w->arena, struct english_gaps);
	view_set(w, v, "duong_dan", english_way(w, sort));
	setters[sort](w, v);
	view_set(w, v, "chua_dich_het", view_truth(w, w->gaps->n > 0));
	view_set(w, v, "thuc_don_anh", english_menu(w));
}

static const struct value *english_institution(const struct viewing *w, const struct value *v)
{
	const struct organisation *o = w->site->config->organisation;
	struct value *out = value_map(w->arena);

	if (v)
		add_all(w, out, v);
	view_set(w, out, "ten", view_text(w, plain(w, o->name)));
	view_set(w, out, "co_quan_chu_quan", view_text(w, plain(w, o->superior)));
	view_set(w, out, "gio_lam_viec", marked(w, o->hours));
	return out;
}

const struct value *view_english_site(struct viewing *w, const struct value *site)
{
	struct value *v = value_map(w->arena);

	add_all(w, v, site);
	view_set(w, v, "ten", view_text(w, institution(w)));
	view_set(w, v, "ten_ngan", value_null(w->arena));
	view_set(w, v, "mo_ta", view_text(w, about_site(w)));
	view_set(w, v, "don_vi", english_institution(w, value_get(site, STR("don_vi"))));
	return v;
}

static void add_alternate(const struct viewing *w, struct value *list, const char *language,
			  struct str url)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ngon_ngu", view_text(w, str_of(language)));
	view_set(w, v, "url_day_du", view_absolute(w, url));
	value_push(w->arena, list, v);
}

/* The English page of an output, be it that one or the one in its place. */
static const struct english_page *english_of(const struct viewing *w, const struct output *o)
{
	if (o->english)
		return o->english;
	return o->kind == OUTPUT_WITHDRAWN ? NULL : english_page_for(w->site, o->url);
}

const struct value *view_alternates(const struct viewing *w, const struct output *o)
{
	const struct english_page *e = english_of(w, o);
	struct value *list = value_list(w->arena);

	if (!e)
		return list;
	add_alternate(w, list, str_z(w->arena, w->site->config->language), e->original);
	add_alternate(w, list, "en", e->url);
	add_alternate(w, list, "x-default", e->original);
	return list;
}

/* Where a reader of an output goes for English: to the same, else to the home page. */
static const struct value *way_to_english(const struct viewing *w, const struct output *o,
					  const struct english_page *same)
{
	struct str own = {0};

	if (!english_page_at(w->site, STR(ENGLISH_URL)))
		return value_null(w->arena);
	if (o->kind == OUTPUT_PAGE)
		own = english_address(w, o->page);
	if (own.n)
		return anchored(w, own);
	return view_path(w, same ? same->url : STR(ENGLISH_URL));
}

void view_set_languages(const struct viewing *w, struct value *v)
{
	const struct output *o = w->output;
	const struct english_page *e = english_of(w, o);

	view_set(w, v, "ngon_ngu",
		 view_text(w, o->english ? STR("en") : w->site->config->language));
	view_set(w, v, "ban_dich", view_alternates(w, o));
	view_set(w, v, "tieng_anh", way_to_english(w, o, e));
	view_set(w, v, "tieng_viet", e ? view_path(w, e->original) : value_null(w->arena));
}
