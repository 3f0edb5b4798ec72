/* What can be done online: levels, addresses, hosts, and the words for them. */
#include "base/url.h"
#include "kinds/procedure_rules.h"
#include "viet/fold.h"

#define RULE(name) &procedure_rules[name]

enum {
	NEAR = 48, /* bytes before an old level in which the words "online service" count */
};

static bool is_online(const struct procedure *x)
{
	return x->online == ONLINE_PARTIAL || x->online == ONLINE_FULL;
}

static bool has_channel(const struct procedure *x, enum channel_sort channel)
{
	for (size_t k = 0; k < x->manners.n; k++) {
		if (LIST_ITEM(x->manners, struct manner, k)->channel == (int)channel)
			return true;
	}
	return false;
}

/* An address in a way to apply online is as good as url_nop. */
static bool has_apply_url(const struct procedure *x)
{
	bool has = x->apply_url.n > 0;

	for (size_t k = 0; k < x->manners.n; k++) {
		const struct manner *m = LIST_ITEM(x->manners, struct manner, k);

		has |= m->channel == CHANNEL_ONLINE && m->url.n;
	}
	return has;
}

static void inspect_level(const struct procedure *x, struct inspection *i)
{
	if (x->online == ONLINE_PARTIAL && !x->partial_because.n)
		inspection_report(i, inspection_place(i, "dvc"), RULE(TT_PARTIAL_REASON),
				  _("a procedure that is online in part (mot-phan) needs "
				    "\"ly_do_mot_phan\": why not from end to end"));
	if (is_online(x) && !has_apply_url(x))
		inspection_report(i, inspection_place(i, "dvc"), RULE(TT_NO_APPLY_URL),
				  _("what can be done online needs \"url_nop\": the address "
				    "where one applies"));
	if (is_online(x) && !has_channel(x, CHANNEL_ONLINE))
		inspection_report(i, inspection_place(i, "cach_thuc"), RULE(TT_ONLINE_UNTOLD),
				  _("\"dvc\" says %s, but no way in \"cach_thuc\" is "
				    "truc-tuyen"),
				  procedure_online_levels[x->online].code);
}

/* dichvucong.gov.vn, and all below it. */
static bool is_trusted(const struct list *hosts, struct str host)
{
	for (size_t k = 0; k < hosts->n; k++) {
		if (host_is_of(host, *LIST_ITEM(*hosts, struct str, k)))
			return true;
	}
	return !hosts->n;
}

/* An address of a procedure, and how its place is found once there is something to say. */
struct link {
	struct str url;
	const char *key;
	int64_t manner; /* -1: of the procedure as a whole */
};

static struct pos place_of(const struct link *l, struct inspection *i)
{
	const struct value *v = inspection_written(i);

	if (l->manner >= 0)
		v = written_item(v, "cach_thuc", (size_t)l->manner);
	return written_item(v, l->key, 0)->pos;
}

static void inspect_link(const struct link *l, struct inspection *i)
{
	struct str host = viet_lower(i->scratch, url_host(l->url));

	if (!str_starts(l->url, STR("https://")))
		inspection_report(i, place_of(l, i), RULE(TT_NOT_HTTPS),
				  _("\"" STR_FMT "\" must begin with https://, so that nobody "
				    "can read along"),
				  STR_ARG(l->url));
	else if (!is_trusted(i->service_hosts, host))
		inspection_report(i, place_of(l, i), RULE(TT_STRANGE_HOST),
				  _("\"" STR_FMT "\" is not among the hosts in "
				    "\"may_chu_dich_vu\" of site.yaml"),
				  STR_ARG(host));
}

static void inspect_urls(const struct procedure *x, struct inspection *i)
{
	const struct link links[] = {
		{x->apply_url, "url_nop", -1},
		{x->lookup_url, "url_tra_cuu", -1},
		{x->payment_url, "url_thanh_toan", -1},
	};

	for (size_t k = 0; k < COUNT(links); k++) {
		if (links[k].url.n)
			inspect_link(&links[k], i);
	}
}

static void inspect_manner(const struct manner *m, size_t n, struct inspection *i)
{
	const struct link link = {m->url, "url", (int64_t)n},
			  channel = {{0}, "kenh", (int64_t)n};

	if (m->url.n)
		inspect_link(&link, i);
	if (m->channel == CHANNEL_ONLINE && !m->url.n)
		inspection_report(i, place_of(&channel, i), RULE(TT_NO_APPLY_URL),
				  _("the way truc-tuyen needs \"url\": the address where one "
				    "applies"));
	if (!m->term)
		inspection_report(i, place_of(&channel, i), RULE(TT_NO_TERM),
				  _("the way %s has no \"thoi_han\": how long does it take?"),
				  procedure_channels[m->channel].code);
}

/* "dịch vụ công mức độ 4" is an old level; "định danh mức độ 2" is none of them. */
static bool is_old_level(struct str folded, size_t at)
{
	size_t from = at > NEAR ? at - NEAR : 0;
	struct str before = str_from(str_head(folded, at), from);
	struct str behind = str_trim(str_from(folded, at + sizeof("muc do") - 1));

	if (str_starts(behind, STR("0")))
		behind = str_from(behind, 1);
	if (!behind.n || behind.p[0] < '1' || behind.p[0] > '4' ||
	    (behind.n > 1 && behind.p[1] >= '0' && behind.p[1] <= '9'))
		return false;
	return behind.p[0] > '2' || str_holds(before, STR("dich vu cong")) ||
	       str_holds(before, STR("truc tuyen"));
}

static bool has_old_level(struct arena *scratch, struct str text)
{
	struct str folded = viet_fold(scratch, text);
	size_t at = 0;

	while (str_find(folded, STR("muc do"), at, &at)) {
		if (is_old_level(folded, at))
			return true;
		at++;
	}
	return false;
}

/* In whatever text of the record; found in the fields as loaded, told where it stands. */
static bool holds_old_level(struct arena *scratch, const struct value *v)
{
	if (v->kind == VALUE_STRING)
		return has_old_level(scratch, v->text);
	for (uint32_t k = 0; k < v->n; k++) {
		if (holds_old_level(scratch, v->entries[k].value))
			return true;
	}
	return false;
}

static void report_old_levels(const struct value *v, struct inspection *i)
{
	if (v->kind == VALUE_STRING && has_old_level(i->scratch, v->text))
		inspection_report(i, v->pos, RULE(TT_OLD_LEVEL),
				  _("the levels 1 to 4 of online services are no longer used; "
				    "write trực tuyến toàn trình or trực tuyến một phần"));
	for (uint32_t k = 0; k < v->n; k++)
		report_old_levels(v->entries[k].value, i);
}

static void inspect_words(const struct procedure *x, struct inspection *i)
{
	const struct value *v = schema_view(i->scratch, &procedure_schema, x, NULL, NULL);

	if (holds_old_level(i->scratch, v))
		report_old_levels(inspection_written(i), i);
}

void procedure_inspect_online(const struct procedure *x, struct inspection *i)
{
	inspect_level(x, i);
	inspect_urls(x, i);
	for (size_t k = 0; k < x->manners.n; k++)
		inspect_manner(LIST_ITEM(x->manners, struct manner, k), k, i);
	inspect_words(x, i);
}
