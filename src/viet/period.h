/*
 * period - months, quarters, halves and years as ranges of days, for counting and reports.
 *
 * Nghị định 09/2019/NĐ-CP lets data of reports be closed on the 14th: a month runs from
 * the 15th of the month before to its 14th, a quarter from the 15th of the month before it
 * to the 14th of its last month, and so on; the year from 15/12 to 14/12 (the wording is
 * to be checked).
 */
#ifndef CCHC_VIET_PERIOD_H
#define CCHC_VIET_PERIOD_H

#include "base/date.h"

enum period_unit {
	PERIOD_MONTH,
	PERIOD_QUARTER,
	PERIOD_HALF,        /* 6 tháng đầu năm, 6 tháng cuối năm */
	PERIOD_NINE_MONTHS, /* the first nine of a year */
	PERIOD_YEAR,
};

enum period_window {
	WINDOW_CALENDAR, /* 1/1 to 31/12 */
	WINDOW_REPORT,   /* 15/12 to 14/12: Nghị định 09/2019/NĐ-CP */
};

struct date_range {
	struct date first, last; /* both belong to it */
};

/* The n-th of its unit in that year, from 1. False when there is none such. */
bool period_range(enum period_unit unit, int year, int n, enum period_window window,
		  struct date_range *out) MUST_USE;

/* The period in whose window d, a full date, lies: its year (15/12/2025 is of the report
 * year 2026) and number. */
bool period_of(enum period_unit unit, struct date d, enum period_window window, int *year,
	       int *n) MUST_USE;

bool range_has(struct date_range r, struct date d);

#endif
