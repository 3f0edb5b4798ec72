/* The small pieces that views of all sorts are made of. */
#include "output/view.h"

#include "text/html.h"
#include "viet/decimal.h"

const struct value *view_truth(const struct viewing *w, bool b)
{
	return value_bool(w->arena, b);
}

void view_mark_list(const struct viewing *w, struct value *map, struct str key,
		    const struct value *list)
{
	char *name = arena_array(w->arena, char, key.n + 3);

	memcpy(name, "co_", 3);
	memcpy(name + 3, key.p, key.n);
	value_set(w->arena, map, (struct str){name, key.n + 3}, view_truth(w, list->n > 0));
}

/* A template cannot ask whether a list has items without repeating for each, so
 * "co_" and the list's name say so. */
void view_set(const struct viewing *w, struct value *map, const char *key,
	      const struct value *v)
{
	value_set(w->arena, map, str_of(key), v);
	if (v->kind == VALUE_LIST)
		view_mark_list(w, map, str_of(key), v);
}

/* An empty text is null, so that a section asks whether there is one. */
const struct value *view_text(const struct viewing *w, struct str s)
{
	return s.n ? value_string(w->arena, s) : value_null(w->arena);
}

static bool is_plain(struct str url)
{
	for (size_t i = 0; i < url.n; i++) {
		char c = url.p[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
		      c == '/' || c == '.' || c == '_'))
			return false;
	}
	return true;
}

/* Nearly all addresses are made of slugs and need no escaping. */
static struct str address(const struct viewing *w, struct str domain, struct str url)
{
	struct str base = str_starts(url, STR("/")) ? STR("") : w->site->config->base;
	struct buf out = {.arena = w->arena};

	if (is_plain(url))
		return str_concat(w->arena, domain, base, url);
	buf_add(&out, domain);
	buf_add(&out, base);
	url_put(&out, url);
	return buf_str(&out);
}

const struct value *view_path(const struct viewing *w, struct str url)
{
	return value_string(w->arena, address(w, (struct str){0}, url));
}

const struct value *view_absolute(const struct viewing *w, struct str url)
{
	return value_string(w->arena, address(w, w->site->config->domain, url));
}

struct str view_joined(const struct viewing *w, struct str url, const char *name)
{
	return str_concat(w->arena, url, str_of(name), (struct str){0});
}

const struct value *view_named(const struct viewing *w, struct str name, struct str url)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ten", view_text(w, name));
	view_set(w, v, "url", view_path(w, url));
	return v;
}

struct value *view_coded(const struct viewing *w, struct str code, struct str name,
			 const struct value *url)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ma", view_text(w, code));
	view_set(w, v, "ten", view_text(w, name));
	view_set(w, v, "url", url);
	return v;
}

const struct value *view_target_state(const struct viewing *w, enum target_state state)
{
	const struct choice c = report_target_states[state];

	return view_coded(w, str_of(c.code), str_of(c.name), value_null(w->arena));
}

const struct value *view_amount(const struct viewing *w, int64_t n)
{
	return n < 0 ? value_null(w->arena)
		     : value_string(w->arena, decimal_grouped(w->arena, n));
}

const struct value *view_kind(const struct viewing *w, const struct kind *kind)
{
	return view_coded(w, str_of(kind->code), str_of(kind->name), value_null(w->arena));
}

/* What whoever refers to it should know. */
static void set_status(const struct viewing *w, struct value *v, const struct page *p)
{
	struct choice status = p->kind->status(p->data, w->site->now);
	bool ended = p->kind->has_ended && p->kind->has_ended(p->data, w->site->now);

	view_set(w, v, "tinh_trang",
		 view_coded(w, str_of(status.code), str_of(status.name), value_null(w->arena)));
	view_set(w, v, "het_hieu_luc", view_truth(w, ended));
}

const struct value *view_page_link(const struct viewing *w, const struct page *p)
{
	const struct value *url =
		page_is_visible(p) ? view_path(w, p->url) : value_null(w->arena);
	struct value *v = view_coded(w, p->common->code, p->title, url);

	if (p->kind->status)
		set_status(w, v, p);
	/* A title like "Luật số 15/2023/QH15" says little without its subject. */
	if (p->kind->summary)
		view_set(w, v, "tom_tat", view_text(w, p->summary));
	if (p->kind->mention && page_is_visible(p))
		p->kind->mention(w->arena, p->data, v);
	return v;
}

/* A code that stands for no page is a channel's: all others have been resolved. */
const struct value *view_ref(struct arena *a, const struct ref *ref, void *context)
{
	const struct viewing *w = context;
	const struct channel *channel;

	if (ref->to)
		return view_page_link(w, ref->to);
	channel = config_channel(w->site->config, ref->code);
	if (!channel)
		return value_null(a);
	return view_coded(w, channel->code, channel->name, view_text(w, channel->url));
}

const struct value *view_section_link(const struct viewing *w, const struct section *section)
{
	const struct section_setting *setting = section->setting;

	return view_coded(w, setting->code, setting->name,
			  section->kind->has_list ? view_path(w, section->url)
						  : value_null(w->arena));
}

const struct value *view_feeds_at(const struct viewing *w, struct str url)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "rss", view_path(w, view_joined(w, url, "rss.xml")));
	view_set(w, v, "atom", view_path(w, view_joined(w, url, "atom.xml")));
	view_set(w, v, "json", view_path(w, view_joined(w, url, "feed.json")));
	return v;
}

struct derive_context view_context(const struct viewing *w, const struct page *p)
{
	struct record *backlinks = arena_array(w->arena, struct record, p->referrers.n);
	struct derive_context c = {
		.today = w->site->now,
		.calendar = &w->site->calendar,
		.look = site_record_of,
		.backlinks = backlinks,
	};

	for (size_t i = 0; i < p->referrers.n; i++) {
		const struct page *from = p->referrers.items[i];

		if (from->kind == p->kind && from->visibility == PAGE_PUBLISHED)
			backlinks[c.n_backlinks++] = view_record(w, from);
	}
	return c;
}

struct date view_day(struct date d)
{
	d.has_time = false;
	d.hour = d.minute = 0;
	return d;
}

const struct value *view_titled(const struct viewing *w, const struct page *p)
{
	struct value *v;

	if (!p)
		return value_null(w->arena);
	v = value_map(w->arena);
	view_set(w, v, "tieu_de", view_text(w, p->title));
	view_set(w, v, "url", view_path(w, p->url));
	return v;
}

/* A number as tel: links want it: digits and a leading '+'. */
const struct value *view_phone(const struct viewing *w, struct str number)
{
	struct buf out = {.arena = w->arena};

	for (size_t i = 0; i < number.n; i++) {
		char c = number.p[i];

		if ((c >= '0' && c <= '9') || (c == '+' && !out.n))
			buf_byte(&out, c);
	}
	return view_text(w, buf_str(&out));
}
