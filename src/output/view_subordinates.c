/* The units of a superior agency, by what their feeds say: one page of all, and one of
 * each. */
#include "output/view.h"

#include "site/subordinates.h"

enum {
	NEWEST_POSTS = 20, /* of all units together */
};

/* ---- parts of a feed ------------------------------------------------------------- */

static const struct value *day(const struct viewing *w, struct date d)
{
	return schema_view_date(w->arena, d);
}

static const struct value *target(const struct viewing *w, const struct feed_target *t)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "tt", view_text(w, t->number));
	view_set(w, v, "noi_dung", view_text(w, t->text));
	view_set(w, v, "da_dat", view_amount(w, t->done));
	view_set(w, v, "phai_dat", view_amount(w, t->due));
	view_set(w, v, "ca_ky", view_amount(w, t->whole));
	view_set(w, v, "loai_da_dat", view_amount(w, t->sorts_done));
	view_set(w, v, "loai_phai_dat", view_amount(w, t->sorts_due));
	view_set(w, v, "loai_ca_ky", view_amount(w, t->sorts_whole));
	view_set(w, v, "han", day(w, t->deadline));
	view_set(w, v, "tinh_trang", view_target_state(w, t->state));
	return v;
}

/* Nobody has sent it, and its day is over, whatever the feed said on its own day. */
static bool is_missing(const struct viewing *w, const struct feed_due *r)
{
	return !r->sent.n && date_is_set(r->deadline) && r->state != TARGET_REACHED &&
	       date_days(r->deadline) < date_days(w->site->now);
}

static const struct value *due(const struct viewing *w, const struct feed_due *r)
{
	struct value *v = value_map(w->arena);
	bool unsent = is_missing(w, r);

	view_set(w, v, "noi_dung", view_text(w, r->text));
	view_set(w, v, "noi_nhan", view_text(w, r->to));
	view_set(w, v, "han", day(w, r->deadline));
	view_set(w, v, "url", view_text(w, r->sent));
	view_set(w, v, "con_thieu", view_truth(w, unsent));
	view_set(w, v, "nop_muon", view_truth(w, r->sent.n && r->state == TARGET_OVERDUE));
	view_set(w, v, "tinh_trang", view_target_state(w, unsent ? TARGET_OVERDUE : r->state));
	return v;
}

static void set_states(const struct viewing *w, struct value *v, const struct feed_plan *p)
{
	static const char *const keys[FEED_STATES] = {
		[TARGET_REACHED] = "so_dat",     [TARGET_UNDER_WAY] = "so_dang",
		[TARGET_BEHIND] = "so_cham",     [TARGET_OVERDUE] = "so_qua_han",
		[TARGET_UNCLEAR] = "so_chua_ro",
	};

	for (size_t i = 0; i < FEED_STATES; i++)
		view_set(w, v, keys[i],
			 p->in_state[i] ? value_int(w->arena, (int64_t)p->in_state[i])
					: value_null(w->arena));
	view_set(w, v, "so_chi_tieu", value_int(w->arena, (int64_t)p->n_targets));
}

/* With its targets and reports when it is the unit's own page. */
static const struct value *plan(const struct viewing *w, const struct feed_plan *p, bool whole)
{
	struct value *v = value_map(w->arena), *targets = value_list(w->arena);
	struct value *dues = value_list(w->arena);

	for (size_t i = 0; whole && i < p->n_targets; i++)
		value_push(w->arena, targets, target(w, &p->targets[i]));
	for (size_t i = 0; whole && i < p->n_dues; i++)
		value_push(w->arena, dues, due(w, &p->dues[i]));
	view_set(w, v, "ten", view_text(w, p->name.n ? p->name : p->code));
	view_set(w, v, "so_ky_hieu", view_text(w, p->number));
	view_set(w, v, "url", view_text(w, p->url));
	view_set(w, v, "url_tien_do", view_text(w, p->progress));
	view_set(w, v, "tu_ngay", day(w, p->from));
	view_set(w, v, "den_ngay", day(w, p->to));
	view_set(w, v, "so_don_vi", view_amount(w, p->units));
	view_set(w, v, "so_don_vi_da_co", view_amount(w, p->active_units));
	set_states(w, v, p);
	view_set(w, v, "chi_tieu", targets);
	view_set(w, v, "bao_cao", dues);
	return v;
}

/* Those that run today; on the unit's own page all. */
static const struct value *plans(const struct viewing *w, const struct feed *f, bool all)
{
	struct value *list = value_list(w->arena);
	struct date_range days;

	for (size_t i = 0; i < f->n_plans; i++) {
		days = (struct date_range){f->plans[i].from, f->plans[i].to};
		if (all || range_has(days, view_day(w->site->now)))
			value_push(w->arena, list, plan(w, &f->plans[i], all));
	}
	return list;
}

static const struct value *post(const struct viewing *w, const struct feed_post *p)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "tieu_de", view_text(w, p->title));
	view_set(w, v, "url", view_text(w, p->url));
	view_set(w, v, "ngay_dang", day(w, p->published));
	return v;
}

static const struct value *posts(const struct viewing *w, const struct feed *f)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < f->n_posts; i++)
		value_push(w->arena, list, post(w, &f->posts[i]));
	return list;
}

/* ---- what is missing ------------------------------------------------------------- */

/* "Báo cáo quý III năm 2026" */
static struct str missing_name(const struct viewing *w, const struct missing_report *m)
{
	static const char *const roman[] = {"", "I", "II", "III", "IV"};

	switch (m->unit) {
	case PERIOD_MONTH:
		return str_fmt(w->arena, "Báo cáo tháng %d năm %d", m->number, m->year);
	case PERIOD_QUARTER:
		return str_fmt(w->arena, "Báo cáo quý %s năm %d", roman[m->number], m->year);
	case PERIOD_HALF:
		return str_fmt(w->arena, "Báo cáo 6 tháng %s năm %d",
			       m->number == 1 ? "đầu" : "cuối", m->year);
	default:
		return str_fmt(w->arena, "Báo cáo năm %d", m->year);
	}
}

static void push_missing(const struct viewing *w, struct value *list, struct str name,
			 struct date last, bool is_deadline)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ten", view_text(w, name));
	view_set(w, v, "han", is_deadline ? day(w, last) : value_null(w->arena));
	view_set(w, v, "het_ky", is_deadline ? value_null(w->arena) : day(w, last));
	value_push(w->arena, list, v);
}

static const struct value *missing(const struct viewing *w, const struct subordinate_state *s)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; s->feed && i < s->feed->n_plans; i++) {
		const struct feed_plan *p = &s->feed->plans[i];

		for (size_t k = 0; k < p->n_dues; k++) {
			if (is_missing(w, &p->dues[k]))
				push_missing(w, list, p->dues[k].text, p->dues[k].deadline,
					     true);
		}
	}
	for (size_t i = 0; i < s->n_missing; i++)
		push_missing(w, list, missing_name(w, &s->missing[i]), s->missing[i].last,
			     false);
	return list;
}

/* ---- a unit ---------------------------------------------------------------------- */

static struct str url_of(const struct viewing *w, const struct subordinate *s)
{
	return str_fmt(w->arena, SUBORDINATES_URL STR_FMT "/", STR_ARG(s->code));
}

/* The day of the feed, and what is wrong with it. */
static const struct value *source(const struct viewing *w, const struct subordinate_state *s)
{
	struct value *v = value_map(w->arena);
	struct str words = str_of(message_vi(feed_fault_words(s->fault)));
	int64_t age = s->feed ? date_days(w->site->now) - date_days(s->feed->created) : 0;

	view_set(w, v, "ngay", s->feed ? day(w, s->feed->created) : value_null(w->arena));
	view_set(w, v, "so_ngay", view_amount(w, s->feed ? age : -1));
	view_set(w, v, "da_cu", view_truth(w, age > FEED_OLD_DAYS));
	view_set(w, v, "loi",
		 s->fault == FEED_GOOD ? value_null(w->arena) : view_text(w, words));
	view_set(w, v, "loi_ma",
		 s->fault == FEED_GOOD ? value_null(w->arena)
				       : view_text(w, str_of(feed_fault_code(s->fault))));
	view_set(w, v, "loi_ngay", day(w, s->fault_on));
	view_set(w, v, "ban_truoc", view_truth(w, s->fault != FEED_GOOD && s->feed));
	return v;
}

static struct value *unit(const struct viewing *w, const struct subordinate_state *s,
			  bool whole)
{
	const struct feed *f = s->feed;
	struct value *v = value_map(w->arena);

	view_set(w, v, "ma", view_text(w, s->setting->code));
	view_set(w, v, "ten", view_text(w, s->setting->name));
	view_set(w, v, "url", view_path(w, url_of(w, s->setting)));
	view_set(w, v, "trang", view_text(w, f ? f->home : STR("")));
	view_set(w, v, "nguon", source(w, s));
	view_set(w, v, "co_du_lieu", view_truth(w, f != NULL));
	view_set(w, v, "ke_hoach", f ? plans(w, f, whole) : value_list(w->arena));
	view_set(w, v, "tin_moi",
		 f && f->n_posts ? post(w, &f->posts[0]) : value_null(w->arena));
	view_set(w, v, "tong_so_tin_bai", view_amount(w, f ? f->articles : -1));
	view_set(w, v, "tong_so_thu_tuc", view_amount(w, f ? f->procedures : -1));
	view_set(w, v, "bao_cao_thieu", missing(w, s));
	return v;
}

/* ---- all of them ----------------------------------------------------------------- */

/* A post with its unit, while the newest of all are looked for. */
struct newest {
	const struct feed_post *post;
	const struct subordinate *unit;
};

static void take_newest(struct newest *list, size_t *n, struct newest x)
{
	size_t at = *n;

	while (at && date_cmp(list[at - 1].post->published, x.post->published) < 0) {
		list[at] = list[at - 1];
		at--;
	}
	list[at] = x;
	*n += *n < NEWEST_POSTS;
}

static const struct value *newest_posts(const struct viewing *w, const struct subordinates *all)
{
	struct newest newest[NEWEST_POSTS + 1];
	struct value *list = value_list(w->arena);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct feed *f = all->items[i].feed;

		for (size_t k = 0; f && k < f->n_posts; k++)
			take_newest(newest, &n,
				    (struct newest){&f->posts[k], all->items[i].setting});
	}
	for (size_t i = 0; i < n; i++) {
		struct value *v = value_map(w->arena);

		view_set(w, v, "bai", post(w, newest[i].post));
		view_set(w, v, "don_vi",
			 view_named(w, newest[i].unit->name, url_of(w, newest[i].unit)));
		value_push(w->arena, list, v);
	}
	return list;
}

void view_set_subordinates(struct viewing *w, struct value *v)
{
	const struct subordinates *all = w->site->subordinates;
	struct value *list = value_list(w->arena);
	int64_t with_feed = 0, at_fault = 0;

	for (size_t i = 0; i < all->n; i++) {
		value_push(w->arena, list, unit(w, &all->items[i], false));
		with_feed += all->items[i].feed != NULL;
		at_fault += all->items[i].fault != FEED_GOOD;
	}
	view_set(w, v, "tieu_de", view_text(w, STR("Các đơn vị trực thuộc")));
	view_set(w, v, "mo_ta",
		 view_text(w, STR("Tiến độ kế hoạch, tin, bài mới và báo cáo còn thiếu của các "
				  "đơn vị trực thuộc, theo dữ liệu mà từng đơn vị đăng.")));
	view_set(w, v, "don_vi_truc_thuoc", list);
	view_set(w, v, "tong_so", value_int(w->arena, (int64_t)all->n));
	view_set(w, v, "so_co_du_lieu", value_int(w->arena, with_feed));
	view_set(w, v, "so_co_loi",
		 at_fault ? value_int(w->arena, at_fault) : value_null(w->arena));
	view_set(w, v, "tin_moi", newest_posts(w, all));
	view_set(w, v, "tinh_den", day(w, view_day(w->site->now)));
}

void view_set_subordinate(struct viewing *w, struct value *v)
{
	const struct subordinate_state *s = w->output->subordinate;

	view_set(w, v, "tieu_de", view_text(w, s->setting->name));
	view_set(w, v, "truc_thuoc", unit(w, s, true));
	view_set(w, v, "tin_bai", s->feed ? posts(w, s->feed) : value_list(w->arena));
	view_set(w, v, "url_danh_sach", view_path(w, STR(SUBORDINATES_URL)));
	view_set(w, v, "tinh_den", day(w, view_day(w->site->now)));
}
