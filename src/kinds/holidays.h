/*
 * holidays - lịch nghỉ: the days off of one year as they were announced, and the days
 * that are worked in exchange.
 *
 * Such records have no page; all terms are counted by them (viet/calendar.h). Those that
 * are installed with cchc count for every site; a site's own record of the same code
 * stands in the place of an installed one, so a year is added or corrected by one file.
 */
#ifndef CCHC_KINDS_HOLIDAYS_H
#define CCHC_KINDS_HOLIDAYS_H

#include "kinds/common.h"
#include "viet/calendar.h"

enum {
	HOLIDAYS_DAYS_MAX = 100, /* days off in one year */
	HOLIDAYS_WARN_DAYS = 30, /* before the last known day, LN-09 asks for the next year */
	HOLIDAYS_RULES = 9,
};

struct holiday { /* ngay_nghi */
	struct date on;
	struct str name;
	int kind; /* enum day_off_kind */
};

struct holidays {
	struct common common;
	int64_t year;
	struct list off;    /* struct holiday */
	struct list worked; /* struct date: weekend days */
	struct str note;    /* what is still to be checked, for readers */
};

extern const struct kind holidays_kind;

/* The calendar of n records, of which those that are drafts or withdrawn do not count.
 * Names are not copied. */
struct calendar calendar_from_records(struct arena *a, const struct holidays *const *records,
				      size_t n);

/* LN-09, at the record of the last year, for sites whose terms run by the calendar: are
 * the days off known for long enough after that day? */
void holidays_report_end(const struct laws *laws, const struct calendar *c, struct date today,
			 struct pos at, struct diag *d);

/* Private to holidays*.c */
void holidays_inspect(const void *data, struct inspection *i);
extern const struct rule *const holidays_rules[HOLIDAYS_RULES];

#endif
