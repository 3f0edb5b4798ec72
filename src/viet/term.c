#include "viet/term.h"

enum {
	AMOUNT_MAX = 1000000, /* more is beyond every calendar */
};

static int minute_of(struct date d)
{
	return d.has_time ? d.hour * 60 + d.minute : 0;
}

static struct date plus_days(struct date d, int64_t n)
{
	return date_from_days(date_days(d) + n);
}

static struct date at_minute(struct date d, int minute)
{
	d.hour = (int8_t)(minute / 60);
	d.minute = (int8_t)(minute % 60);
	d.has_time = true;
	return d;
}

/* By the minute when both have one, else by the day. */
static bool is_before(struct date a, struct date b)
{
	if (date_days(a) != date_days(b) || !a.has_time || !b.has_time)
		return date_days(a) < date_days(b);
	return minute_of(a) < minute_of(b);
}

static bool has_spans(const struct opening *o, int weekday)
{
	for (size_t i = 0; i < o->n; i++) {
		if (o->spans[i].weekday == weekday)
			return true;
	}
	return false;
}

/* The weekday whose hours hold on that day, 0 when it is closed. */
static int hours_of_day(const struct calendar *c, const struct opening *o, struct date d)
{
	enum day_state state = calendar_day(c, d);
	int weekday = date_weekday(d);

	if (state == DAY_BEYOND || state == DAY_OFF)
		return 0;
	while (state == DAY_WORKED && weekday > 1 && !has_spans(o, weekday))
		weekday--;
	return weekday;
}

/* Is it a day that terms in days count? */
static bool counts(const struct calendar *c, const struct receipt *r, struct date d)
{
	if (calendar_is_working(c, d))
		return true;
	return r->open_weekends && calendar_day(c, d) == DAY_WEEKEND &&
	       has_spans(&r->opening, date_weekday(d));
}

static bool add_counting_days(const struct calendar *c, const struct receipt *r, int64_t n,
			      struct date *d)
{
	struct date at = *d;

	while (n > 0) {
		at = plus_days(at, 1);
		if (!calendar_covers(c, at))
			return false;
		n -= counts(c, r, at);
	}
	*d = at;
	return true;
}

static bool roll(const struct calendar *c, const struct receipt *r, struct date *d)
{
	return calendar_covers(c, *d) && (counts(c, r, *d) || add_counting_days(c, r, 1, d));
}

static bool received_on(const struct calendar *c, const struct receipt *r, struct date at,
			struct date *out)
{
	bool late = r->cut_off && minute_of(at) >= r->cut_off;
	struct date day = plus_days(at, 0);

	if (!calendar_covers(c, day))
		return false;
	if (r->cut_off && (late || !counts(c, r, day)) && !add_counting_days(c, r, 1, &day))
		return false;
	*out = day;
	return true;
}

bool term_received(const struct calendar *c, const struct receipt *r, struct date *out)
{
	return received_on(c, r, r->at, out);
}

/* The first opening hours that end after *d; *from is when they hold from then on. */
static const struct open_span *next_span(const struct calendar *c, const struct opening *o,
					 struct date *d, int *from)
{
	int minute = minute_of(*d);

	for (; calendar_covers(c, *d); *d = plus_days(*d, 1), minute = 0) {
		int weekday = hours_of_day(c, o, *d);

		for (size_t i = 0; i < o->n; i++) {
			const struct open_span *s = &o->spans[i];

			if (s->weekday != weekday || s->to <= minute)
				continue;
			*from = s->from > minute ? s->from : minute;
			return s;
		}
	}
	return NULL;
}

static bool add_minutes(const struct calendar *c, const struct opening *o, int64_t left,
			struct date *d)
{
	struct date at = *d;
	const struct open_span *s;
	int from;

	while ((s = next_span(c, o, &at, &from))) {
		if (left <= s->to - from) {
			*d = at_minute(at, from + (int)left);
			return true;
		}
		left -= s->to - from;
		at = at_minute(at, s->to);
	}
	return false;
}

/* Minutes in which it is open between two moments. */
static bool open_minutes(const struct calendar *c, const struct opening *o, struct date at,
			 struct date end, int64_t *out)
{
	const struct open_span *s;
	int from;

	for (*out = 0; (s = next_span(c, o, &at, &from)); at = at_minute(at, s->to)) {
		int to = date_days(at) == date_days(end) && minute_of(end) < s->to
				 ? minute_of(end)
				 : s->to;

		if (date_days(at) > date_days(end) || to <= from)
			return true;
		*out += to - from;
	}
	return date_days(end) < date_days(at);
}

static enum term_result due_in_hours(const struct calendar *c, const struct receipt *r,
				     int64_t hours, const struct pause *pauses, size_t n,
				     struct date *out)
{
	struct date due = r->at;
	int64_t stood;

	if (!add_minutes(c, &r->opening, hours * 60, &due))
		return TERM_BEYOND;
	for (size_t i = 0; i < n && !is_before(due, pauses[i].asked); i++) {
		if (!open_minutes(c, &r->opening, pauses[i].asked, pauses[i].answered,
				  &stood) ||
		    !add_minutes(c, &r->opening, stood, &due))
			return TERM_BEYOND;
	}
	*out = due;
	return TERM_DUE;
}

static enum term_result due_in_session(const struct calendar *c, const struct receipt *r,
				       const struct pause *pauses, size_t n, struct date *out)
{
	struct date at = n ? pauses[n - 1].answered : r->at;
	int from;
	const struct open_span *s = next_span(c, &r->opening, &at, &from);

	if (!s)
		return TERM_BEYOND;
	*out = at_minute(at, s->to);
	return TERM_DUE;
}

/* The same day of a later month, or the last of a shorter one. */
static struct date plus_months(struct date d, int64_t n)
{
	int64_t month = d.year * 12 + d.month - 1 + n;
	int year = (int)(month / 12);

	if (year > 9999)
		return (struct date){0};
	while (!date_is_valid(year, (int)(month % 12) + 1, d.day))
		d.day--;
	return (struct date){
		.year = (int16_t)year, .month = (int8_t)(month % 12 + 1), .day = d.day};
}

/* The end of a term in days of either sort or months, before it is moved to a working day. */
static bool end_of_term(const struct calendar *c, const struct receipt *r, struct term_length t,
			struct date *d)
{
	if (t.unit == TERM_WORKING_DAYS)
		return add_counting_days(c, r, t.amount, d);
	*d = t.unit == TERM_MONTHS ? plus_months(*d, t.amount) : plus_days(*d, t.amount);
	return calendar_covers(c, *d);
}

/* As many days further as counted ones lie between `asked` and `back`. */
static bool add_days_between(const struct calendar *c, const struct receipt *r,
			     struct date asked, struct date back, struct date *due)
{
	int64_t n = 0;

	for (struct date d = plus_days(asked, 1); date_days(d) <= date_days(back);
	     d = plus_days(d, 1)) {
		if (!calendar_covers(c, d))
			return false;
		n += counts(c, r, d);
	}
	return add_counting_days(c, r, n, due);
}

/* Move the end of a term by the days for which the clock stood. */
static bool add_pause(const struct calendar *c, const struct receipt *r, struct term_length t,
		      struct pause p, struct date *due)
{
	struct date back;

	if (date_days(*due) < date_days(p.asked) && !roll(c, r, due))
		return false;
	if (date_days(*due) < date_days(p.asked))
		return true; /* it had ended */
	if (!received_on(c, r, p.answered, &back))
		return false;
	if (t.unit == TERM_WORKING_DAYS)
		return add_days_between(c, r, p.asked, back, due);
	*due = plus_days(*due, date_days(back) - date_days(p.asked));
	return calendar_covers(c, *due);
}

static enum term_result due_in_days(const struct calendar *c, const struct receipt *r,
				    struct term_length t, const struct pause *pauses, size_t n,
				    struct date *out)
{
	struct date due;

	if (!term_received(c, r, &due) || !end_of_term(c, r, t, &due))
		return TERM_BEYOND;
	for (size_t i = 0; i < n; i++) {
		if (!add_pause(c, r, t, pauses[i], &due))
			return TERM_BEYOND;
	}
	if (!roll(c, r, &due))
		return TERM_BEYOND;
	*out = due;
	return TERM_DUE;
}

/* One after the other, none before the receipt, and with times where minutes count. */
static bool are_in_order(struct date at, const struct pause *pauses, size_t n, bool timed)
{
	for (size_t i = 0; i < n; i++) {
		const struct pause *p = &pauses[i];

		if (!date_is_full(p->asked) || !date_is_full(p->answered))
			return false;
		if (timed && (!p->asked.has_time || !p->answered.has_time))
			return false;
		if (is_before(p->asked, at) || is_before(p->answered, p->asked))
			return false;
		at = p->answered;
	}
	return true;
}

enum term_result term_due(const struct calendar *c, const struct receipt *r,
			  struct term_length t, const struct pause *pauses, size_t n_pauses,
			  struct date *out)
{
	bool by_hours = t.unit == TERM_WORKING_HOURS || t.unit == TERM_SAME_SESSION;

	if (t.unit == TERM_BY_APPOINTMENT)
		return TERM_NO_DATE;
	if ((t.amount < 0 && t.unit != TERM_SAME_SESSION) || n_pauses > TERM_PAUSES_MAX ||
	    !are_in_order(r->at, pauses, n_pauses, by_hours))
		return TERM_INVALID;
	if (by_hours && (!r->at.has_time || !r->opening.n))
		return TERM_NO_HOURS;
	if (!calendar_covers(c, r->at) || t.amount > AMOUNT_MAX)
		return TERM_BEYOND;
	if (t.unit == TERM_WORKING_HOURS)
		return due_in_hours(c, r, t.amount, pauses, n_pauses, out);
	if (t.unit == TERM_SAME_SESSION)
		return due_in_session(c, r, pauses, n_pauses, out);
	return due_in_days(c, r, t, pauses, n_pauses, out);
}
