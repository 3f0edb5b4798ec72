#include "site/feed.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "viet/fold.h"

struct reading {
	struct arena *arena;
	const struct feed_wanted *wanted;
	struct feed *feed;
};

static const struct {
	const char *code, *words;
} faults[FEED_FAULTS] = {
	[FEED_GOOD] = {"tot", N_("all is well")},
	[FEED_ABSENT] = {"chua-co", N_("there is no data of this unit yet")},
	[FEED_UNREADABLE] = {"khong-doc-duoc", N_("the file cannot be read")},
	[FEED_TOO_LARGE] = {"qua-lon", N_("the data is larger than 2 MB")},
	[FEED_NOT_JSON] = {"khong-phai-json", N_("the data is damaged: it is no proper JSON")},
	[FEED_NOT_A_FEED] = {"khong-phai-nguon", N_("this is no cchc.json of a unit")},
	[FEED_OTHER_UNIT] = {"don-vi-khac", N_("the data says that it is another unit's")},
	[FEED_OTHER_HOST] = {"ten-mien-khac",
			     N_("the data says that it is of another domain than the unit's")},
	[FEED_AHEAD] = {"ngay-chua-den", N_("the data bears a day that is still to come")},
	[FEED_OLDER] = {"cu-hon", N_("the data is older than what came before")},
	[FEED_NO_HOST] = {"khong-co-may-chu", N_("there is no server of that name")},
	[FEED_NO_WAY] = {"khong-ket-noi", N_("the server does not take the connection")},
	[FEED_CERTIFICATE] = {"chung-thu", N_("the server's certificate is not to be trusted")},
	[FEED_SLOW] = {"qua-cham", N_("the server took too long to answer")},
	[FEED_CUT] = {"dut-giua-chung", N_("the connection broke before all had come")},
	[FEED_REFUSED] = {"bi-tu-choi", N_("the server has no such file or refuses it")},
	[FEED_REDIRECT] = {"chuyen-noi-khac",
			   N_("the server leads elsewhere, which is not followed")},
};

const char *feed_fault_code(enum feed_fault fault)
{
	return faults[fault].code;
}

const char *feed_fault_words(enum feed_fault fault)
{
	return faults[fault].words;
}

enum feed_fault feed_fault_of(struct str code)
{
	int i = 0;

	while (i < FEED_FAULTS && !str_eq_z(code, faults[i].code))
		i++;
	return (enum feed_fault)i;
}

struct str feed_origin(struct str url)
{
	struct str host, rest;
	size_t at = str_starts(url, STR("https://")) ? 8 : 7;

	if (at == 7 && !str_starts(url, STR("http://")))
		return (struct str){0};
	host = str_cut(str_from(url, at), '/', &rest);
	return host.n ? str_head(url, at + host.n) : host;
}

/* ---- single values --------------------------------------------------------------- */

static struct str raw_at(const struct value *v, const char *key)
{
	const struct value *x = value_get(v, str_of(key));

	return x && x->kind == VALUE_STRING ? x->text : (struct str){0};
}

/* One line without control characters, in the arena. */
static struct str text_at(const struct reading *r, const struct value *v, const char *key)
{
	struct str rest = utf8_head(str_trim(raw_at(v, key)), FEED_TEXT_MAX);
	struct buf out = {.arena = r->arena};

	while (rest.n) {
		uint32_t c = utf8_take(&rest);

		utf8_put(&out, c < 0x20 || (c >= 0x7F && c < 0xA0) ? ' ' : c);
	}
	return viet_normalize(r->arena, buf_str(&out));
}

static bool is_url_byte(unsigned char c)
{
	return c > 0x20 && c < 0x7F && !strchr("\"<>\\^`{|}", c);
}

/* An address at the unit's own domain; empty of all others. */
static struct str url_at(const struct reading *r, const struct value *v, const char *key)
{
	struct str url = raw_at(v, key), none = {0};

	if (url.n > FEED_URL_MAX || !str_eq(feed_origin(url), r->feed->domain))
		return none;
	for (size_t i = 0; i < url.n; i++) {
		if (!is_url_byte((unsigned char)url.p[i]))
			return none;
	}
	return str_dup(r->arena, url);
}

/* -1 of what is no whole number that could be meant. */
static int64_t number_at(const struct value *v, const char *key)
{
	const struct value *x = value_get(v, str_of(key));
	double n = x && x->kind == VALUE_NUMBER ? value_number(x) : -1;

	return n >= 0 && n <= 1e9 ? (int64_t)n : -1;
}

static struct date day_at(const struct value *v, const char *key)
{
	struct date d = {0};

	return date_parse(raw_at(v, key), false, false, &d) ? d : (struct date){0};
}

static enum target_state state_at(const struct value *v)
{
	struct str code = raw_at(v, "tinh_trang");

	for (int i = 0; report_target_states[i].code; i++) {
		if (str_eq_z(code, report_target_states[i].code))
			return (enum target_state)i;
	}
	return TARGET_UNCLEAR;
}

/* The list under a key, at most so many of it; NULL and *n 0: there is none. */
static const struct value *list_at(const struct value *v, const char *key, size_t most,
				   size_t *n)
{
	const struct value *list = value_get(v, str_of(key));

	if (!list || list->kind != VALUE_LIST)
		list = NULL;
	*n = list && list->n < most ? list->n : list ? most : 0;
	return list;
}

/* ---- parts ----------------------------------------------------------------------- */

static void read_target(const struct reading *r, const struct value *v, struct feed_target *t)
{
	*t = (struct feed_target){
		.number = text_at(r, v, "tt"),
		.text = text_at(r, v, "noi_dung"),
		.due = number_at(v, "phai_dat"),
		.done = number_at(v, "da_dat"),
		.whole = number_at(v, "ca_ky"),
		.sorts_due = number_at(v, "loai_phai_dat"),
		.sorts_done = number_at(v, "loai_da_dat"),
		.sorts_whole = number_at(v, "loai_ca_ky"),
		.deadline = day_at(v, "han"),
		.state = state_at(v),
	};
}

static void read_targets(const struct reading *r, const struct value *v, struct feed_plan *plan)
{
	size_t n;
	const struct value *list = list_at(v, "chi_tieu", FEED_TARGETS_MAX, &n);

	plan->targets = arena_array(r->arena, struct feed_target, n + 1);
	for (size_t i = 0; i < n; i++) {
		struct feed_target *t = &plan->targets[plan->n_targets++];

		read_target(r, list->entries[i].value, t);
		plan->in_state[t->state]++;
	}
}

static void read_dues(const struct reading *r, const struct value *v, struct feed_plan *plan)
{
	size_t n;
	const struct value *list = list_at(v, "han_bao_cao", FEED_REPORTS_MAX, &n);

	plan->dues = arena_array(r->arena, struct feed_due, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct value *row = list->entries[i].value;

		plan->dues[plan->n_dues++] =
			(struct feed_due){.text = text_at(r, row, "noi_dung"),
					  .to = text_at(r, row, "noi_nhan"),
					  .sent = url_at(r, row, "da_gui"),
					  .deadline = day_at(row, "han"),
					  .state = state_at(row)};
	}
}

static void read_plan(const struct reading *r, const struct value *v, struct feed_plan *plan)
{
	*plan = (struct feed_plan){
		.code = text_at(r, v, "ma"),
		.name = text_at(r, v, "ten"),
		.number = text_at(r, v, "so_ky_hieu"),
		.url = url_at(r, v, "url"),
		.progress = url_at(r, v, "tien_do"),
		.from = day_at(v, "tu_ngay"),
		.to = day_at(v, "den_ngay"),
		.units = number_at(v, "so_don_vi"),
		.active_units = number_at(v, "so_don_vi_da_co"),
	};
	read_targets(r, v, plan);
	read_dues(r, v, plan);
}

static void read_plans(const struct reading *r, const struct value *v)
{
	size_t n;
	const struct value *list = list_at(v, "ke_hoach", FEED_PLANS_MAX, &n);

	r->feed->plans = arena_array(r->arena, struct feed_plan, n + 1);
	for (size_t i = 0; i < n; i++)
		read_plan(r, list->entries[i].value, &r->feed->plans[r->feed->n_plans++]);
}

static int newest_first(const void *a, const void *b)
{
	const struct feed_post *x = a, *y = b;
	int order = date_cmp(y->published, x->published);

	return order ? order : str_cmp(x->title, y->title);
}

/* A post of a day to come would stand at the top for ever. */
static void read_posts(const struct reading *r, const struct value *v)
{
	size_t n;
	const struct value *list = list_at(v, "tin_bai", FEED_POSTS_MAX, &n);
	struct feed *f = r->feed;

	f->posts = arena_array(r->arena, struct feed_post, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct value *row = list->entries[i].value;
		struct feed_post post = {.title = text_at(r, row, "tieu_de"),
					 .url = url_at(r, row, "url"),
					 .published = day_at(row, "ngay_dang")};

		if (post.title.n && date_is_set(post.published) &&
		    date_days(post.published) <= date_days(r->wanted->today))
			f->posts[f->n_posts++] = post;
	}
	qsort(f->posts, f->n_posts, sizeof(*f->posts), newest_first);
}

static void read_reports(const struct reading *r, const struct value *v)
{
	size_t n;
	const struct value *list = list_at(v, "bao_cao", FEED_REPORTS_MAX, &n);
	struct feed *f = r->feed;

	f->reports = arena_array(r->arena, struct feed_report, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct value *row = list->entries[i].value;
		const struct value *period = value_get(row, STR("ky"));

		f->reports[f->n_reports++] =
			(struct feed_report){.title = text_at(r, row, "tieu_de"),
					     .url = url_at(r, row, "url"),
					     .sort = text_at(r, period, "loai"),
					     .year = number_at(period, "nam"),
					     .quarter = number_at(period, "quy"),
					     .month = number_at(period, "thang"),
					     .published = day_at(row, "ngay_dang")};
	}
}

/* ---- the whole ------------------------------------------------------------------- */

static enum feed_fault read_identity(const struct reading *r, const struct value *v)
{
	const struct value *unit = value_get(v, STR("don_vi"));
	struct feed *f = r->feed;

	f->created = day_at(v, "cap_nhat");
	f->code = text_at(r, unit, "ma");
	f->name = text_at(r, unit, "ten");
	f->domain = str_dup(r->arena, feed_origin(raw_at(unit, "ten_mien")));
	if (!str_eq(raw_at(v, "luoc_do"), STR(FEED_FORMAT)) || !f->code.n || !f->domain.n ||
	    !date_is_set(f->created))
		return FEED_NOT_A_FEED;
	if (!str_eq(f->code, r->wanted->code))
		return FEED_OTHER_UNIT;
	if (r->wanted->domain.n && !str_eq(f->domain, r->wanted->domain))
		return FEED_OTHER_HOST;
	f->home = url_at(r, unit, "trang");
	if (!f->home.n)
		return FEED_OTHER_HOST;
	return date_days(f->created) > date_days(r->wanted->today) ? FEED_AHEAD : FEED_GOOD;
}

enum feed_fault feed_parse(struct arena *a, struct arena *scratch, struct str text,
			   const struct feed_wanted *wanted, struct feed *out)
{
	struct reading r = {a, wanted, out};
	const struct value *v, *totals;
	enum feed_fault fault;

	*out = (struct feed){0};
	if (text.n > FEED_BYTES_MAX)
		return FEED_TOO_LARGE;
	v = value_from_json(scratch, text);
	if (!v)
		return FEED_NOT_JSON;
	fault = read_identity(&r, v);
	if (fault != FEED_GOOD)
		return fault;
	read_plans(&r, v);
	read_posts(&r, v);
	read_reports(&r, v);
	totals = value_get(v, STR("dem"));
	out->articles = number_at(totals, "tin_bai");
	out->procedures = number_at(totals, "thu_tuc");
	return FEED_GOOD;
}
