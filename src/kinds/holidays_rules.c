/* What a calendar of days off must say, and what it should not have forgotten. */
#include "kinds/holidays.h"

static const struct rule year_rule = {"LN-01", DIAG_ERROR,
				      N_("A calendar holds days of its own year only.")};
static const struct rule twice_rule = {"LN-02", DIAG_ERROR,
				       N_("A day stands in a calendar once.")};
static const struct rule weekend_rule = {
	"LN-03", DIAG_ERROR, N_("Only Saturdays and Sundays are worked in exchange.")};
static const struct rule swap_rule = {
	"LN-04", DIAG_WARNING,
	N_("For each swapped day off there is a day worked in exchange.")};
static const struct rule lieu_rule = {
	"LN-05", DIAG_WARNING,
	N_("For a holiday on a weekend the next working day is off in lieu.")};
static const struct rule useless_rule = {
	"LN-06", DIAG_WARNING, N_("Days in lieu and swapped days lie on working days.")};
static const struct rule holiday_rule = {
	"LN-07", DIAG_WARNING,
	N_("The holidays of the solar calendar are among the days off.")};
static const struct rule culture_rule = {
	"LN-08", DIAG_WARNING,
	N_("From 2026 the Day of Vietnamese Culture is among the days off.")};
static const struct rule end_rule = {
	"LN-09", DIAG_WARNING, N_("The days off are known for long enough to count terms.")};

const struct rule *const holidays_rules[HOLIDAYS_RULES] = {
	&year_rule,    &twice_rule,   &weekend_rule, &swap_rule, &lieu_rule,
	&useless_rule, &holiday_rule, &culture_rule, &end_rule,
};

/* The same day every year. */
static const struct fixed_holiday {
	int month, day, since; /* since: the first year */
	const char *name;
	const struct rule *rule;
} fixed[] = {
	{1, 1, 0, "Tết Dương lịch", &holiday_rule},
	{4, 30, 0, "Ngày Chiến thắng", &holiday_rule},
	{5, 1, 0, "Quốc tế Lao động", &holiday_rule},
	{9, 2, 0, "Quốc khánh", &holiday_rule},
	{11, 24, 2026, "Ngày Văn hóa Việt Nam", &culture_rule},
};

static bool is_weekend(struct date d)
{
	return date_weekday(d) > 5;
}

static struct date next_day(struct date d)
{
	return date_from_days(date_days(d) + 1);
}

static struct str shown(const struct inspection *i, struct date d)
{
	return date_short(i->diag->arena, d);
}

/* Where the n-th day of a list was written; in ngay_nghi that is its key `ngay`. */
static struct pos place_of_day(struct inspection *i, const char *key, size_t n)
{
	const struct value *v = written_item(inspection_written(i), key, n);

	return v->kind == VALUE_MAP ? place_of_field(v, "ngay") : v->pos;
}

static struct pos place_off(struct inspection *i, size_t n)
{
	return place_of_day(i, "ngay_nghi", n);
}

static struct pos place_worked(struct inspection *i, size_t n)
{
	return place_of_day(i, "ngay_lam_bu", n);
}

static const struct holiday *day_off_at(const struct holidays *x, size_t n)
{
	return LIST_ITEM(x->off, struct holiday, n);
}

static struct date worked_at(const struct holidays *x, size_t n)
{
	return *LIST_ITEM(x->worked, struct date, n);
}

/* The first day off on that day; NULL when there is none. */
static const struct holiday *find_off(const struct holidays *x, struct date d)
{
	for (size_t n = 0; n < x->off.n; n++) {
		if (date_cmp(day_off_at(x, n)->on, d) == 0)
			return day_off_at(x, n);
	}
	return NULL;
}

static void inspect_year(const struct holidays *x, struct date d, struct pos at,
			 struct inspection *i)
{
	if (d.year != x->year)
		inspection_report(i, at, &year_rule,
				  _(STR_FMT " is no day of %d, the year of this calendar"),
				  STR_ARG(shown(i, d)), (int)x->year);
}

static void inspect_years(const struct holidays *x, struct inspection *i)
{
	for (size_t n = 0; n < x->off.n; n++) {
		if (day_off_at(x, n)->on.year != x->year)
			inspect_year(x, day_off_at(x, n)->on, place_off(i, n), i);
	}
	for (size_t n = 0; n < x->worked.n; n++) {
		if (worked_at(x, n).year != x->year)
			inspect_year(x, worked_at(x, n), place_worked(i, n), i);
	}
}

static bool is_worked_before(const struct holidays *x, size_t end, struct date d)
{
	for (size_t n = 0; n < end; n++) {
		if (date_cmp(worked_at(x, n), d) == 0)
			return true;
	}
	return false;
}

static void inspect_twice(const struct holidays *x, struct inspection *i)
{
	for (size_t n = 0; n < x->off.n; n++) {
		const struct holiday *h = day_off_at(x, n);

		if (find_off(x, h->on) != h)
			inspection_report(i, place_off(i, n), &twice_rule,
					  _(STR_FMT " stands in this calendar already"),
					  STR_ARG(shown(i, h->on)));
	}
	for (size_t n = 0; n < x->worked.n; n++) {
		struct date d = worked_at(x, n);

		if (is_worked_before(x, n, d))
			inspection_report(i, place_worked(i, n), &twice_rule,
					  _(STR_FMT " stands in this calendar already"),
					  STR_ARG(shown(i, d)));
		if (find_off(x, d))
			inspection_report(i, place_worked(i, n), &twice_rule,
					  _(STR_FMT " cannot be a day off and be worked in "
						    "exchange for another one"),
					  STR_ARG(shown(i, d)));
	}
}

static void inspect_worked(const struct holidays *x, struct inspection *i)
{
	for (size_t n = 0; n < x->worked.n; n++) {
		if (!is_weekend(worked_at(x, n)))
			inspection_report(i, place_worked(i, n), &weekend_rule,
					  _(STR_FMT
					    " is neither a Saturday nor a Sunday: it is worked "
					    "anyway, not in exchange"),
					  STR_ARG(shown(i, worked_at(x, n))));
	}
}

static void inspect_swaps(const struct holidays *x, struct inspection *i)
{
	int swapped = 0;

	for (size_t n = 0; n < x->off.n; n++)
		swapped += day_off_at(x, n)->kind == DAY_OFF_SWAPPED;
	if ((size_t)swapped != x->worked.n)
		inspection_report(
			i, inspection_place(i, x->worked.n ? "ngay_lam_bu" : "ngay_nghi"),
			&swap_rule,
			_("%d days off are swapped (hoan-doi), but %d days are worked in "
			  "exchange (ngay_lam_bu); both should be as many"),
			swapped, (int)x->worked.n);
}

/* The day that is off in lieu of a holiday on a weekend: the first one behind it that is
 * neither weekend nor holiday. */
static struct date day_in_lieu(const struct holidays *x, struct date d)
{
	const struct holiday *h;

	do {
		d = next_day(d);
		h = find_off(x, d);
	} while (is_weekend(d) || (h && h->kind == DAY_OFF_HOLIDAY));
	return d;
}

static bool has_day_in_lieu(const struct holidays *x, struct date d)
{
	const struct holiday *h = find_off(x, day_in_lieu(x, d));

	return h && h->kind == DAY_OFF_IN_LIEU;
}

static void report_no_lieu(const struct holidays *x, struct date d, struct pos at,
			   struct inspection *i)
{
	inspection_report(i, at, &lieu_rule,
			  _(STR_FMT " lies on a weekend, and there is no day off in lieu "
				    "(nghi-bu) on " STR_FMT),
			  STR_ARG(shown(i, d)), STR_ARG(shown(i, day_in_lieu(x, d))));
}

static void inspect_weekends(const struct holidays *x, struct inspection *i)
{
	for (size_t n = 0; n < x->off.n; n++) {
		const struct holiday *h = day_off_at(x, n);

		if (!is_weekend(h->on))
			continue;
		if (h->kind != DAY_OFF_HOLIDAY)
			inspection_report(
				i, place_off(i, n), &useless_rule,
				_(STR_FMT " is a Saturday or Sunday, which is off anyway; "
					  "days in lieu and swapped days lie on working days"),
				STR_ARG(shown(i, h->on)));
		else if (!has_day_in_lieu(x, h->on))
			report_no_lieu(x, h->on, place_off(i, n), i);
	}
}

static void inspect_fixed(const struct holidays *x, struct inspection *i)
{
	for (size_t n = 0; n < COUNT(fixed); n++) {
		const struct fixed_holiday *f = &fixed[n];
		struct date d = {.year = (int16_t)x->year,
				 .month = (int8_t)f->month,
				 .day = (int8_t)f->day};

		if (x->year < f->since || find_off(x, d))
			continue;
		if (!is_weekend(d))
			inspection_report(i, inspection_place(i, "ngay_nghi"), f->rule,
					  _(STR_FMT " (%s) is missing among the days off"),
					  STR_ARG(shown(i, d)), f->name);
		else if (!has_day_in_lieu(x, d))
			report_no_lieu(x, d, inspection_place(i, "ngay_nghi"), i);
	}
}

void holidays_inspect(const void *data, struct inspection *i)
{
	const struct holidays *x = data;

	inspect_years(x, i);
	inspect_twice(x, i);
	inspect_worked(x, i);
	inspect_swaps(x, i);
	inspect_weekends(x, i);
	inspect_fixed(x, i);
}

void holidays_report_end(const struct laws *laws, const struct calendar *c, struct date today,
			 struct pos at, struct diag *d)
{
	struct date last;
	int year;

	if (!c->n_years)
		return;
	year = c->years[c->n_years - 1];
	last = date_of(year, 12, 31);
	if (date_days(last) - date_days(today) >= HOLIDAYS_WARN_DAYS)
		return;
	rule_report(
		laws, today, d, at, &end_rule,
		str_fmt(d->arena,
			_("the days off are known up to " STR_FMT " only, and no term can be "
			  "counted beyond; add the record \"lich-nghi-%d\" once they have "
			  "been announced"),
			STR_ARG(date_short(d->arena, last)), year + 1));
}
