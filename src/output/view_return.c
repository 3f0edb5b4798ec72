/* The page on which anybody counts when a dossier is answered: the days off as data for its
 * script, and a table of the coming days for those without one. */
#include "output/view.h"

#include "kinds/holidays.h"
#include "kinds/procedure_due.h"
#include "kinds/procedure_term.h"
#include "viet/term.h"

enum {
	ROWS = 20,         /* working days to receive on, from the day of the build */
	DAYS_LOOKED = 366, /* how far ahead days off are named */
};

static const int usual_terms[] = {1, 2, 3, 5, 7, 10, 15, 20};

static const struct value *weekday_name(const struct viewing *w, struct date d)
{
	static const char *const names[] = {"thứ hai", "thứ ba",  "thứ tư",  "thứ năm",
					    "thứ sáu", "thứ bảy", "chủ nhật"};

	return view_text(w, str_of(names[date_weekday(d) - 1]));
}

/* A date with `thu`, its weekday. */
static struct value *day_view(const struct viewing *w, struct date d)
{
	struct value *v = value_map(w->arena);

	view_set(w, v, "ngay", schema_view_date(w->arena, d));
	view_set(w, v, "thu", weekday_name(w, d));
	return v;
}

/* All days as one text, for a data attribute: "2024-01-01 2024-02-08". */
static const struct value *days_text(const struct viewing *w, const struct special_day *days,
				     size_t n)
{
	struct buf out = {.arena = w->arena};

	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_byte(&out, ' ');
		buf_add(&out, date_iso(w->arena, date_from_days(days[i].day)));
	}
	return view_text(w, buf_str(&out));
}

static const struct value *years_text(const struct viewing *w, const struct calendar *c)
{
	struct buf out = {.arena = w->arena};

	for (size_t i = 0; i < c->n_years; i++)
		buf_fmt(&out, i ? " %d" : "%d", c->years[i]);
	return view_text(w, buf_str(&out));
}

/* Those of the special days that lie ahead. */
static const struct value *coming(const struct viewing *w, const struct special_day *days,
				  size_t n)
{
	struct value *list = value_list(w->arena);
	int64_t today = date_days(w->site->now);

	for (size_t i = 0; i < n; i++) {
		struct value *v;

		if (days[i].day < today || days[i].day > today + DAYS_LOOKED)
			continue;
		v = day_view(w, date_from_days(days[i].day));
		view_set(w, v, "ten", view_text(w, days[i].name));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *terms_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < COUNT(usual_terms); i++) {
		struct value *v = value_map(w->arena);

		view_set(w, v, "so", value_int(w->arena, usual_terms[i]));
		value_push(w->arena, list, v);
	}
	return list;
}

/* One day of receipt: for each of the usual terms the day, or null beyond the calendar. */
static struct value *row_view(const struct viewing *w, struct date day)
{
	struct value *row = day_view(w, day), *cells = value_list(w->arena);
	const struct receipt receipt = {.at = day};

	for (size_t i = 0; i < COUNT(usual_terms); i++) {
		const struct term_length t = {usual_terms[i], TERM_WORKING_DAYS};
		struct value *cell = value_map(w->arena);
		struct date due;
		bool known =
			term_due(&w->site->calendar, &receipt, t, NULL, 0, &due) == TERM_DUE;

		view_set(w, cell, "so", value_int(w->arena, usual_terms[i]));
		view_set(w, cell, "ngay_tra", known ? day_view(w, due) : value_null(w->arena));
		value_push(w->arena, cells, cell);
	}
	view_set(w, row, "ngay_tra", cells);
	return row;
}

static const struct value *table_view(const struct viewing *w)
{
	const struct calendar *c = &w->site->calendar;
	struct value *rows = value_list(w->arena);
	struct date day = view_day(w->site->now);
	bool known = calendar_roll(c, day, &day);

	for (int i = 0; known && i < ROWS; i++) {
		value_push(w->arena, rows, row_view(w, day));
		known = calendar_add_working_days(c, day, 1, &day);
	}
	return rows;
}

/* What the form counts by; the other units have no number or need a counter's hours. */
static const char *unit_code(int unit)
{
	static const char *const codes[] = {
		[TERM_WORKING_DAYS] = "ngay-lam-viec",
		[TERM_DAYS] = "ngay",
		[TERM_MONTHS] = "thang",
	};

	return unit >= 0 && (size_t)unit < COUNT(codes) ? codes[unit] : NULL;
}

/* {thu_tuc, kenh, thoi_han, so, don_vi, nhan, tra}: handed in on that working day. */
static const struct value *manner_view(const struct viewing *w, const struct page *p,
				       const struct manner *m, struct date day)
{
	const struct derive_context c = view_context(w, p);
	struct value *v = value_map(w->arena);
	const char *unit = unit_code(m->term->unit);
	struct date received, due;
	enum term_result result = procedure_due(w->arena, p->data, m, &c, day, &received, &due);
	struct choice channel = procedure_channels[m->channel];

	view_set(w, v, "thu_tuc", view_page_link(w, p));
	view_set(w, v, "kenh",
		 view_coded(w, str_of(channel.code), str_of(channel.name),
			    value_null(w->arena)));
	view_set(w, v, "thoi_han", view_text(w, procedure_term_words(w->arena, m->term)));
	view_set(w, v, "so",
		 unit && m->term->amount > 0 ? value_int(w->arena, m->term->amount)
					     : value_null(w->arena));
	view_set(w, v, "don_vi", view_text(w, unit ? str_of(unit) : (struct str){0}));
	view_set(w, v, "nhan", schema_view_date(w->arena, received));
	view_set(w, v, "tra",
		 result == TERM_DUE ? schema_view_date(w->arena, due) : value_null(w->arena));
	view_set(w, v, "ngoai_lich", view_truth(w, result == TERM_BEYOND));
	return v;
}

static void add_manners(const struct viewing *w, const struct page *p, struct date day,
			struct value *list)
{
	const struct procedure *x = p->data;

	for (size_t i = 0; i < x->manners.n; i++) {
		const struct manner *m = LIST_ITEM(x->manners, struct manner, i);

		if (m->term)
			value_push(w->arena, list, manner_view(w, p, m, day));
	}
}

/* Each way to apply for a procedure that is in use. */
static const struct value *procedures_view(const struct viewing *w, struct date day)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		const struct section *s = &w->site->sections[i];

		for (size_t k = 0; s->kind == &procedure_kind && k < s->pages.n; k++) {
			const struct page *p = s->pages.items[k];

			if (!s->kind->has_ended(p->data, w->site->now))
				add_manners(w, p, day, list);
		}
	}
	return list;
}

/* What is still to be checked in the days off of this year and later ones. */
static const struct value *notes_view(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = w->site->pages.items[i];
		const struct holidays *x = p->data;
		struct value *v;

		if (p->kind != &holidays_kind || !x->note.n || x->year < w->site->now.year)
			continue;
		v = value_map(w->arena);
		view_set(w, v, "nam", value_int(w->arena, x->year));
		view_set(w, v, "noi_dung", view_text(w, x->note));
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *last_day_view(const struct viewing *w)
{
	struct date last;

	if (!calendar_last_day(&w->site->calendar, view_day(w->site->now), &last))
		return value_null(w->arena);
	return schema_view_date(w->arena, last);
}

void view_set_return_dates(struct viewing *w, struct value *v)
{
	const struct calendar *c = &w->site->calendar;
	struct date day = view_day(w->site->now);

	view_set(w, v, "tieu_de", view_text(w, STR("Tính ngày trả kết quả")));
	view_set(w, v, "mo_ta",
		 view_text(w, STR("Tính ngày trả kết quả từ ngày nhận hồ sơ và thời hạn, đã "
				  "trừ thứ bảy, chủ nhật, ngày lễ, ngày nghỉ bù và ngày nghỉ "
				  "hoán đổi.")));
	view_set(w, v, "nam_co_lich", years_text(w, c));
	view_set(w, v, "ngay_nghi", days_text(w, c->off, c->n_off));
	view_set(w, v, "ngay_lam_bu", days_text(w, c->worked, c->n_worked));
	view_set(w, v, "lich_den", last_day_view(w));
	view_set(w, v, "nghi_sap_toi", coming(w, c->off, c->n_off));
	view_set(w, v, "lam_bu_sap_toi", coming(w, c->worked, c->n_worked));
	view_set(w, v, "ghi_chu_lich", notes_view(w));
	view_set(w, v, "thoi_han", terms_view(w));
	view_set(w, v, "bang", table_view(w));
	if (!calendar_roll(c, day, &day))
		day = view_day(w->site->now);
	view_set(w, v, "ngay_nop", day_view(w, day));
	view_set(w, v, "thu_tuc", procedures_view(w, day));
}
