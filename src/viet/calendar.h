/*
 * calendar - which days are working days, by the days off that were announced.
 *
 * Monday to Friday are working days, but for holidays, days off in lieu (nghỉ bù) and
 * swapped days off (hoán đổi); Saturday and Sunday are not, but for those worked in
 * exchange (làm bù). Whose days those are stands in Điều 112 of the Labour Code
 * 45/2019/QH14 and, from 2026, in Nghị quyết 28/2026/QH16 (24/11; to be checked against
 * its text); lunar dates and swaps are announced year by year. So nothing of this is
 * computed: a calendar knows the years whose days off it was given, and no others.
 *
 * Beyond those years there is no guess: every function says so, and leaves *out alone.
 * So it does when a date is partial. The zeroed calendar covers nothing and is valid.
 *
 * Terms (working hours, cut-off hours, months) are in term.h, reporting periods, which
 * need no days off, in period.h.
 */
#ifndef CCHC_VIET_CALENDAR_H
#define CCHC_VIET_CALENDAR_H

#include "base/date.h"

enum day_off_kind {
	DAY_OFF_HOLIDAY, /* lễ, Tết */
	DAY_OFF_IN_LIEU, /* nghỉ bù: the holiday fell on a weekly day off */
	DAY_OFF_SWAPPED, /* hoán đổi: another day is worked instead */
};

struct special_day {
	int64_t day; /* date_days() */
	struct str name;
	enum day_off_kind kind; /* of a day off */
};

/* What was announced for one year; in any order. */
struct calendar_year {
	int year;                               /* 1 to 9999 */
	const struct special_day *off, *worked; /* worked: Saturdays, Sundays */
	size_t n_off, n_worked;
};

/* Each array in order, no day twice. */
struct calendar {
	const int *years; /* that are covered; there may be gaps */
	const struct special_day *off, *worked;
	size_t n_years, n_off, n_worked;
};

enum day_state {
	DAY_BEYOND, /* of a year that is not covered: not known */
	DAY_WORKING,
	DAY_WORKED, /* a weekend day that is worked in exchange */
	DAY_WEEKEND,
	DAY_OFF, /* a holiday, in lieu or swapped; a weekend day that is a holiday too */
};

/* Names are not copied. A year given twice has the days of both; a day given twice is
 * taken once, and a day outside its year counts all the same: to complain is for who
 * reads the data. */
struct calendar calendar_make(struct arena *a, const struct calendar_year *years, size_t n);

bool calendar_covers(const struct calendar *c, struct date d);
enum day_state calendar_day(const struct calendar *c, struct date d);
/* False also for a day beyond; ask calendar_covers() where that matters. */
bool calendar_is_working(const struct calendar *c, struct date d);
/* Why that day is off or worked, NULL for an ordinary day. */
const struct special_day *calendar_special(const struct calendar *c, struct date d);

/* The n-th working day after d, or before it for n < 0; d itself for n = 0, whatever day
 * it is. d is not counted: "ngày đầu tiên của thời hạn không được tính" (Bộ luật Dân sự
 * 91/2015/QH13, Điều 147 khoản 2; to be checked). */
bool calendar_add_working_days(const struct calendar *c, struct date d, int64_t n,
			       struct date *out) MUST_USE;

/* d, or the first working day after it: where a term that ends on a day off goes (the same
 * code, Điều 148 khoản 5; to be checked). */
bool calendar_roll(const struct calendar *c, struct date d, struct date *out) MUST_USE;

/* How many of the days after `from` up to and with `to` are working days; negative when
 * `to` is the earlier one. So for working days a, b: a plus that many is b. All days in
 * between must be covered. */
bool calendar_working_days(const struct calendar *c, struct date from, struct date to,
			   int64_t *n) MUST_USE;

/* The last day that is covered without a gap from d on; false when d is not. */
bool calendar_last_day(const struct calendar *c, struct date d, struct date *out) MUST_USE;

#endif
