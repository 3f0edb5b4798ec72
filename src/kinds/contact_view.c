/* What pages and cards show of a contact beside its table: nothing that is private. */
#include "kinds/contact_parts.h"

#include "viet/calendar.h"
#include "viet/fold.h"

enum {
	MONDAY = 2, /* as people count the days: thứ hai */
	SUNDAY = 8,
	RUN_SHORT = 3,   /* days in a row that are told as "from - to" */
	DATES_SHOWN = 3, /* of the next receptions */
	DAYS_AHEAD = 366,
};

/* How a language says when somebody is there. */
struct clock_words {
	const char *days[SUNDAY + 1];
	const char *to, *hour; /* "thứ hai đến thứ sáu", "7 giờ 30" */
	const char *weekly_before, *weekly_after, *monthly_before, *monthly_after;
};

static const struct clock_words vietnamese = {
	.days = {[2] = "thứ hai",
		 [3] = "thứ ba",
		 [4] = "thứ tư",
		 [5] = "thứ năm",
		 [6] = "thứ sáu",
		 [7] = "thứ bảy",
		 [8] = "chủ nhật"},
	.to = " đến ",
	.hour = " giờ ",
	.weekly_before = "",
	.weekly_after = " hằng tuần",
	.monthly_before = "ngày ",
	.monthly_after = " hằng tháng",
};

static const struct clock_words english = {
	.days = {[2] = "Monday",
		 [3] = "Tuesday",
		 [4] = "Wednesday",
		 [5] = "Thursday",
		 [6] = "Friday",
		 [7] = "Saturday",
		 [8] = "Sunday"},
	.to = " to ",
	.hour = ":",
	.weekly_before = "every ",
	.weekly_after = "",
	.monthly_before = "day ",
	.monthly_after = " of each month",
};

static void set(struct arena *a, struct value *map, const char *key, const struct value *v)
{
	value_set(a, map, str_of(key), v);
}

static const struct value *text(struct arena *a, struct str s)
{
	return s.n ? value_string(a, s) : value_null(a);
}

/* A number as tel: links want it. */
static struct str digits_of(struct arena *a, struct str number)
{
	struct buf out = {.arena = a};

	for (size_t i = 0; i < number.n; i++) {
		if (number.p[i] >= '0' && number.p[i] <= '9')
			buf_byte(&out, number.p[i]);
	}
	return buf_str(&out);
}

static const struct value *view_phones(struct arena *a, const struct contact *x)
{
	struct value *list = value_list(a);

	for (size_t i = 0; !x->is_private && i < x->phones.n; i++) {
		const struct phone *p = LIST_ITEM(x->phones, struct phone, i);
		struct value *v = value_map(a);

		set(a, v, "so", value_string(a, p->number));
		set(a, v, "goi", value_string(a, digits_of(a, p->number)));
		set(a, v, "noi_dung", text(a, p->about));
		set(a, v, "gio", text(a, p->hours));
		value_push(a, list, v);
	}
	return list;
}

static const struct value *view_profiles(struct arena *a, const struct contact *x)
{
	struct value *list = value_list(a);

	for (size_t i = 0; !x->is_private && i < x->profiles.n; i++) {
		const struct profile *p = LIST_ITEM(x->profiles, struct profile, i);
		struct value *v = value_map(a);

		set(a, v, "kenh", value_string(a, p->channel));
		set(a, v, "url", value_string(a, p->url));
		value_push(a, list, v);
	}
	return list;
}

static void add_part(struct buf *out, struct str part)
{
	if (!part.n)
		return;
	if (out->n)
		buf_add(out, STR(", "));
	buf_add(out, part);
}

static struct str whole_address(struct arena *a, const struct address *x)
{
	struct buf out = {.arena = a};

	add_part(&out, x->house);
	add_part(&out, x->street);
	add_part(&out, x->ward);
	add_part(&out, x->province);
	return buf_str(&out);
}

static unsigned mask_of_days(const struct list *days)
{
	unsigned mask = 0;

	for (size_t i = 0; i < days->n; i++)
		mask |= 1U << (unsigned)*LIST_ITEM(*days, int64_t, i);
	return mask;
}

static bool has_day(unsigned mask, int day)
{
	return mask >> (unsigned)day & 1;
}

static int last_in_row(unsigned mask, int day)
{
	while (has_day(mask, day) && has_day(mask, day + 1))
		day++;
	return day;
}

/* "thứ hai đến thứ sáu", "thứ ba, thứ năm". */
static struct str name_days(struct arena *a, const struct clock_words *w, unsigned mask)
{
	struct buf out = {.arena = a};

	for (int day = MONDAY, end; day <= SUNDAY; day = end + 1) {
		end = last_in_row(mask, day);
		if (!has_day(mask, day))
			continue;
		if (end - day + 1 >= RUN_SHORT) {
			add_part(&out, str_fmt(a, "%s%s%s", w->days[day], w->to, w->days[end]));
			continue;
		}
		for (int i = day; i <= end; i++)
			add_part(&out, str_of(w->days[i]));
	}
	return buf_str(&out);
}

static struct str name_time(struct arena *a, const struct clock_words *w, struct str time)
{
	int minutes = clock_minutes(time);

	return str_fmt(a, "%d%s%02d", minutes / 60, w->hour, minutes % 60);
}

static const struct value *view_hours(struct arena *a, const struct clock_words *w,
				      const struct office_hours *x)
{
	return value_string(a,
			    str_fmt(a, STR_FMT " – " STR_FMT, STR_ARG(name_time(a, w, x->from)),
				    STR_ARG(name_time(a, w, x->to))));
}

/* Hours of the same days stand together: [{thu, gio: [...]}]. */
static const struct value *view_openings(struct arena *a, const struct clock_words *w,
					 const struct contact *x)
{
	struct value *list = value_list(a), *hours = NULL;
	unsigned last = 0;

	for (size_t i = 0; i < x->openings.n; i++) {
		const struct office_hours *o = LIST_ITEM(x->openings, struct office_hours, i);
		unsigned days = mask_of_days(&o->days);

		if (!hours || days != last) {
			struct value *v = value_map(a);

			hours = value_list(a);
			set(a, v, "thu",
			    value_string(a, viet_capitalize(a, name_days(a, w, days))));
			set(a, v, "gio", hours);
			value_push(a, list, v);
		}
		value_push(a, hours, view_hours(a, w, o));
		last = days;
	}
	return list;
}

/* "Thứ hai hằng tuần; ngày 5, 20 hằng tháng". */
static struct str name_rhythm(struct arena *a, const struct clock_words *w,
			      const struct reception *x)
{
	struct buf out = {.arena = a};

	if (x->weekdays.n)
		buf_fmt(&out, "%s" STR_FMT "%s", w->weekly_before,
			STR_ARG(name_days(a, w, mask_of_days(&x->weekdays))), w->weekly_after);
	if (x->weekdays.n && x->days_of_month.n)
		buf_add(&out, STR("; "));
	for (size_t i = 0; i < x->days_of_month.n; i++)
		buf_fmt(&out, "%s%lld", i ? ", " : w->monthly_before,
			(long long)*LIST_ITEM(x->days_of_month, int64_t, i));
	if (x->days_of_month.n)
		buf_add_z(&out, w->monthly_after);
	return viet_capitalize(a, buf_str(&out));
}

static bool holds(const struct list *days, int64_t day)
{
	for (size_t i = 0; i < days->n; i++) {
		if (*LIST_ITEM(*days, int64_t, i) == day)
			return true;
	}
	return false;
}

static int day_of_week(struct date d)
{
	return date_weekday(d) + 1; /* Monday is 2 */
}

/* A schedule that names Saturdays means them, though they are no working days. */
static bool takes_place(const struct reception *x, struct date d, enum day_state state)
{
	return state == DAY_WORKING || state == DAY_WORKED ||
	       (state == DAY_WEEKEND && holds(&x->weekdays, day_of_week(d)));
}

static const struct value *view_day(struct arena *a, struct date d, struct str reason)
{
	struct value *v = value_map(a);

	set(a, v, "ngay", schema_view_date(a, d));
	set(a, v, "thu", value_string(a, str_of(vietnamese.days[day_of_week(d)])));
	set(a, v, "ly_do", text(a, reason));
	return v;
}

static struct str reason_of(const struct calendar *c, struct date d)
{
	const struct special_day *special = calendar_special(c, d);

	return special ? special->name : STR("nghỉ hằng tuần");
}

/* The next days of a reception, and those between them that fall on days off. Where the
 * calendar ends, so do they: there is no guess. */
static void set_next_days(struct arena *a, const struct reception *x,
			  const struct derive_context *c, struct value *view)
{
	struct value *next = value_list(a), *off = value_list(a);
	int64_t today = date_days(c->today);

	for (int64_t day = today; day < today + DAYS_AHEAD && next->n < DATES_SHOWN; day++) {
		struct date d = date_from_days(day);
		enum day_state state = calendar_day(c->calendar, d);

		if (state == DAY_BEYOND)
			break;
		if (!holds(&x->weekdays, day_of_week(d)) && !holds(&x->days_of_month, d.day))
			continue;
		if (takes_place(x, d, state))
			value_push(a, next, view_day(a, d, (struct str){0}));
		else
			value_push(a, off, view_day(a, d, reason_of(c->calendar, d)));
	}
	set(a, view, "ngay_toi", next);
	set(a, view, "co_ngay_toi", value_bool(a, next->n > 0));
	set(a, view, "ngay_nghi", off);
	set(a, view, "co_ngay_nghi", value_bool(a, off->n > 0));
}

static const struct clock_words *words_of(const struct derive_context *c)
{
	return c->english ? &english : &vietnamese;
}

static const struct value *view_receptions(struct arena *a, const struct contact *x,
					   const struct derive_context *c)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < x->receptions.n; i++) {
		const struct reception *r = LIST_ITEM(x->receptions, struct reception, i);
		struct value *v = value_map(a);

		set(a, v, "dinh_ky", value_string(a, name_rhythm(a, words_of(c), r)));
		set(a, v, "gio", value_string(a, r->hours));
		set(a, v, "nguoi", value_string(a, r->who));
		set_next_days(a, r, c, v);
		value_push(a, list, v);
	}
	return list;
}

static void set_public(struct arena *a, const struct clock_words *w, const struct contact *x,
		       struct value *view)
{
	const struct value *phones = view_phones(a, x);

	set(a, view, "dien_thoai", phones);
	set(a, view, "co_dien_thoai", value_bool(a, phones->n > 0));
	set(a, view, "email", x->is_private ? value_null(a) : text(a, x->email));
	set(a, view, "mxh", view_profiles(a, x));
	set(a, view, "dia_chi_day_du",
	    x->address ? value_string(a, whole_address(a, x->address)) : value_null(a));
	set(a, view, "gio_mo_cua", view_openings(a, w, x));
}

void mention_contact(struct arena *a, const void *data, struct value *view)
{
	set_public(a, &vietnamese, data, view);
}

void card_of_contact(struct arena *a, const void *data, const struct derive_context *c,
		     struct value *view)
{
	const struct contact *x = data;
	const struct value *phones = view_phones(a, x);

	(void)c;
	set(a, view, "kieu", value_string(a, str_of(contact_types[x->type].name)));
	set(a, view, "chuc_vu", text(a, x->office));
	set(a, view, "dien_thoai", phones);
	set(a, view, "co_dien_thoai", value_bool(a, phones->n > 0));
}

void derive_contact(struct arena *a, const void *data, const struct derive_context *c,
		    struct value *view)
{
	const struct contact *x = data;

	set_public(a, words_of(c), x, view);
	set(a, view, "lich_tiep", view_receptions(a, x, c));
}
