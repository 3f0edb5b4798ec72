/* What the frame of a page has of its own: which menu entry it lies below, what else is
 * there, and where its reader can say what they think of it. */
#include "output/view.h"

#include "site/gate.h"
#include "text/html.h"

/* Letters, digits and - _ . ~ may stand anywhere in an address; all else is written %XX. */
static void put_part(struct buf *out, struct str s)
{
	static const char hex[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || (c && strchr("-_.~", c)))
			buf_byte(out, s.p[i]);
		else
			buf_add(out, (struct str){(char[]){'%', hex[c >> 4], hex[c & 15]}, 3});
	}
}

/* The page itself, or one below it? The home page is not above all others. */
static bool lies_below(const struct viewing *w, struct str url, struct str entry)
{
	return str_eq(url, entry) || (str_ends(entry, STR("/")) && str_starts(url, entry) &&
				      !str_eq(entry, w->site->config->base));
}

static struct value *entry_view(const struct viewing *w, const struct menu_item *item,
				struct str here)
{
	struct value *v = value_map(w->arena);
	bool inside = !url_is_external(item->to) && !str_starts(item->to, STR("/"));
	const struct value *url = inside ? view_path(w, item->to) : view_text(w, item->to);

	view_set(w, v, "ten", view_text(w, item->name));
	view_set(w, v, "url", url);
	view_set(w, v, "tai_day", view_truth(w, str_eq(here, url->text)));
	view_set(w, v, "trong", view_truth(w, lies_below(w, here, url->text)));
	return v;
}

static bool is_true(const struct value *v, const char *key)
{
	return value_get(v, str_of(key))->boolean;
}

/* Whether any of the entries is where the reader is. */
static bool add_entries(const struct viewing *w, const struct list *items, struct str here,
			struct value *list)
{
	bool any = false;

	for (size_t i = 0; i < items->n; i++) {
		const struct menu_item *item = LIST_ITEM(*items, struct menu_item, i);
		struct value *v;

		if (gate_holds_link(w->site, item->to))
			continue;
		v = entry_view(w, item, here);
		any |= is_true(v, "trong");
		value_push(w->arena, list, v);
	}
	return any;
}

void view_set_menu(const struct viewing *w, struct value *v, struct str here)
{
	const struct list *menu = &w->site->config->menu;
	struct value *entries = value_list(w->arena), *tools = value_list(w->arena);
	const struct value *below = value_list(w->arena);

	for (size_t i = 0; i < menu->n; i++) {
		const struct menu_item *item = LIST_ITEM(*menu, struct menu_item, i);
		struct value *lower = value_list(w->arena), *entry;
		bool inside;

		if (gate_holds_link(w->site, item->to))
			continue;
		entry = entry_view(w, item, here);
		inside = add_entries(w, &item->below, here, lower) || is_true(entry, "trong");
		view_set(w, entry, "trong", view_truth(w, inside));
		if (inside && lower->n && !below->n)
			below = lower;
		value_push(w->arena, entries, entry);
	}
	view_set(w, v, "thuc_don", entries);
	view_set(w, v, "muc_con", below);
	add_entries(w, &w->site->config->tools, here, tools);
	view_set(w, v, "tien_ich", tools);
}

/* What visitors may tell of a page. */
struct telling {
	struct str page, version, title;
};

/* An address of site.yaml with what it asks for filled in. */
static struct str filled_address(struct arena *a, struct str pattern, const struct telling *t,
				 struct str level)
{
	const struct {
		struct str name, value;
	} places[] = {
		{STR("{trang}"), t->page},
		{STR("{phien-ban}"), t->version},
		{STR("{muc}"), level},
	};
	struct buf out = {.arena = a}, url = {.arena = a};

	while (pattern.n) {
		size_t i = 0;

		while (i < COUNT(places) && !str_starts(pattern, places[i].name))
			i++;
		if (i < COUNT(places)) {
			put_part(&out, places[i].value);
			pattern = str_from(pattern, places[i].name.n);
		} else {
			buf_byte(&out, pattern.p[0]);
			pattern = str_from(pattern, 1);
		}
	}
	url_put(&url, buf_str(&out)); /* what an author may have written with marks */
	return buf_str(&url);
}

/* mailto: with a subject, and the page in the body. */
static struct str mail_address(struct arena *a, struct str to, struct str subject,
			       struct str question, const struct telling *t)
{
	struct buf out = {.arena = a};

	buf_add_z(&out, "mailto:");
	url_put(&out, to);
	buf_add_z(&out, "?subject=");
	put_part(&out, str_concat(a, subject, STR(": "), t->title));
	buf_add_z(&out, "&body=");
	put_part(&out,
		 str_fmt(a, "Trang: " STR_FMT "\r\nPhiên bản: " STR_FMT "\r\n\r\n" STR_FMT,
			 STR_ARG(t->page), STR_ARG(t->version), STR_ARG(question)));
	return buf_str(&out);
}

static const struct value *rating_view(const struct viewing *w, struct str mail,
				       const struct telling *t)
{
	static const struct choice levels[] = {
		{"rat-hai-long", "Rất hài lòng"},
		{"hai-long", "Hài lòng"},
		{"chua-hai-long", "Chưa hài lòng"},
	};
	const struct feedback *f = w->site->config->feedback;
	bool has_address = f && f->rating.n;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; (has_address || mail.n) && i < COUNT(levels); i++) {
		struct str code = str_of(levels[i].code), name = str_of(levels[i].name);
		struct str url = has_address ? filled_address(w->arena, f->rating, t, code)
					     : mail_address(w->arena, mail, name,
							    STR("Điều tôi muốn nói thêm:"), t);

		value_push(w->arena, list, view_coded(w, code, name, view_text(w, url)));
	}
	return list;
}

static struct str first_of(struct str a, struct str b, struct str c)
{
	if (a.n)
		return a;
	return b.n ? b : c;
}

static struct telling telling_of(const struct viewing *w, const struct value *v)
{
	const struct value *title = value_get(v, STR("tieu_de"));
	const struct value *version = value_get(v, STR("phien_ban"));
	struct date changed =
		w->output->page ? page_last_change(w->output->page) : w->site->news.changed;
	struct telling t = {
		.page = view_absolute(w, w->output->url)->text,
		.title = w->site->config->name,
	};

	if (title && title->kind == VALUE_STRING)
		t.title = title->text;
	if (version && version->kind == VALUE_STRING)
		t.version = version->text;
	else if (date_is_full(changed))
		t.version = date_iso(w->arena, view_day(changed));
	return t;
}

void view_set_feedback(const struct viewing *w, struct value *v)
{
	static const struct feedback none = {0};
	const struct config *c = w->site->config;
	const struct feedback *f = c->feedback ? c->feedback : &none;
	struct str mail = first_of(f->email, c->organisation->email, (struct str){0});
	struct str phone = first_of(f->phone, c->organisation->hotline, c->organisation->phone);
	struct telling t = telling_of(w, v);
	struct value *view = value_map(w->arena);

	view_set(w, view, "muc_do", rating_view(w, mail, &t));
	view_set(w, view, "bao_sai",
		 view_text(w, filled_address(w->arena, f->report, &t, (struct str){0})));
	view_set(w, view, "thu",
		 mail.n ? view_text(w, mail_address(w->arena, mail, STR("Có chỗ sai"),
						    STR("Chỗ sai, và điều đúng là:"), &t))
			: value_null(w->arena));
	view_set(w, view, "dien_thoai", view_text(w, phone));
	view_set(w, view, "dien_thoai_goi", view_phone(w, phone));
	view_set(w, v, "gop_y", view);
}
