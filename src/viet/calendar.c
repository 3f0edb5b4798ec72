#include "viet/calendar.h"

#include <stdlib.h>

/* Put d where it belongs in the n days that are in order; true when it was not there. Days
 * are mostly announced in order, so it is looked for from the end. */
static bool insert_day(struct special_day *days, size_t n, struct special_day d)
{
	size_t at = n;

	while (at && days[at - 1].day > d.day)
		at--;
	if (at && days[at - 1].day == d.day)
		return false;
	memmove(days + at + 1, days + at, (n - at) * sizeof(*days));
	days[at] = d;
	return true;
}

static size_t insert_days(struct special_day *days, size_t n, const struct special_day *more,
			  size_t n_more)
{
	for (size_t i = 0; i < n_more; i++)
		n += insert_day(days, n, more[i]);
	return n;
}

static size_t insert_year(int *years, size_t n, int year)
{
	size_t at = n;

	while (at && years[at - 1] > year)
		at--;
	if (at && years[at - 1] == year)
		return n;
	memmove(years + at + 1, years + at, (n - at) * sizeof(*years));
	years[at] = year;
	return n + 1;
}

struct calendar calendar_make(struct arena *a, const struct calendar_year *years, size_t n)
{
	size_t n_off = 0, n_worked = 0;
	struct calendar c = {0};
	struct special_day *off, *worked;
	int *covered = arena_array(a, int, n);

	for (size_t i = 0; i < n; i++) {
		n_off += years[i].n_off;
		n_worked += years[i].n_worked;
	}
	off = arena_array(a, struct special_day, n_off);
	worked = arena_array(a, struct special_day, n_worked);
	for (size_t i = 0; i < n; i++) {
		c.n_years = insert_year(covered, c.n_years, years[i].year);
		c.n_off = insert_days(off, c.n_off, years[i].off, years[i].n_off);
		c.n_worked =
			insert_days(worked, c.n_worked, years[i].worked, years[i].n_worked);
	}
	c.years = covered;
	c.off = off;
	c.worked = worked;
	return c;
}

static int cmp_years(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static bool has_year(const struct calendar *c, int year)
{
	return c->n_years && bsearch(&year, c->years, c->n_years, sizeof(year), cmp_years);
}

bool calendar_covers(const struct calendar *c, struct date d)
{
	return date_is_full(d) && has_year(c, d.year);
}

static int cmp_days(const void *a, const void *b)
{
	const struct special_day *x = a, *y = b;

	return (x->day > y->day) - (x->day < y->day);
}

static const struct special_day *find_day(const struct special_day *days, size_t n, int64_t day)
{
	const struct special_day key = {.day = day};

	return n ? bsearch(&key, days, n, sizeof(key), cmp_days) : NULL;
}

enum day_state calendar_day(const struct calendar *c, struct date d)
{
	int64_t day = date_days(d);

	if (!calendar_covers(c, d))
		return DAY_BEYOND;
	if (find_day(c->off, c->n_off, day))
		return DAY_OFF;
	if (date_weekday(d) <= 5)
		return DAY_WORKING;
	return find_day(c->worked, c->n_worked, day) ? DAY_WORKED : DAY_WEEKEND;
}

bool calendar_is_working(const struct calendar *c, struct date d)
{
	enum day_state state = calendar_day(c, d);

	return state == DAY_WORKING || state == DAY_WORKED;
}

const struct special_day *calendar_special(const struct calendar *c, struct date d)
{
	switch (calendar_day(c, d)) {
	case DAY_OFF:
		return find_day(c->off, c->n_off, date_days(d));
	case DAY_WORKED:
		return find_day(c->worked, c->n_worked, date_days(d));
	default:
		return NULL;
	}
}

static bool step(const struct calendar *c, struct date d, int by, struct date *out)
{
	struct date next = date_from_days(date_days(d) + by);

	if (!calendar_covers(c, next))
		return false;
	*out = next;
	return true;
}

bool calendar_add_working_days(const struct calendar *c, struct date d, int64_t n,
			       struct date *out)
{
	int by = n < 0 ? -1 : 1;
	struct date at = date_from_days(date_days(d));

	if (!calendar_covers(c, d))
		return false;
	while (n) {
		if (!step(c, at, by, &at))
			return false;
		if (calendar_is_working(c, at))
			n -= by;
	}
	*out = at;
	return true;
}

bool calendar_roll(const struct calendar *c, struct date d, struct date *out)
{
	if (!calendar_is_working(c, d))
		return calendar_add_working_days(c, d, 1, out);
	*out = date_from_days(date_days(d));
	return true;
}

bool calendar_working_days(const struct calendar *c, struct date from, struct date to,
			   int64_t *n)
{
	bool back = date_days(to) < date_days(from);
	struct date at = back ? to : from, end = back ? from : to;
	int64_t count = 0;

	if (!calendar_covers(c, at) || !calendar_covers(c, end))
		return false;
	while (date_days(at) < date_days(end)) {
		if (!step(c, at, 1, &at))
			return false;
		count += calendar_is_working(c, at);
	}
	*n = back ? -count : count;
	return true;
}

bool calendar_last_day(const struct calendar *c, struct date d, struct date *out)
{
	int year = d.year;

	if (!calendar_covers(c, d))
		return false;
	while (has_year(c, year + 1))
		year++;
	*out = date_of(year, 12, 31);
	return true;
}
