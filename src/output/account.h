/*
 * account - what came of a plan in a period, as a record of kind bao-cao.
 *
 * The record is the one place where numbers are made of a count: JSON is the record,
 * CSV and text are read from it, and frozen it is a file that keeps them.
 */
#ifndef CCHC_OUTPUT_ACCOUNT_H
#define CCHC_OUTPUT_ACCOUNT_H

#include "kinds/report.h"
#include "site/site.h"
#include "viet/period.h"

struct account_request {
	const struct page *plan;
	enum period_unit unit;
	int year, number;
	enum report_window window; /* of the plan: the calendar's days, as far as it runs */
};

/* Does the plan run in the period? False also when there is no such period. */
bool account_meets(const struct account_request *r);

/* The days of the period, whatever the plan's are. False when there is no such period. */
bool account_period_days(const struct account_request *r, struct date_range *days) MUST_USE;

/* "quý III năm 2026"; "quy-3-2026". */
struct str account_period_name(struct arena *a, const struct account_request *r);
struct str account_period_code(struct arena *a, const struct account_request *r);

/* Its days. False, and reported, when there is no such period or the plan does not run
 * in it. */
bool account_days(const struct account_request *r, struct date_range *days,
		  struct diag *d) MUST_USE;

/* As of the day `today`; a period that is over, as of its end. */
const struct value *account_make(struct arena *a, const struct site *s,
				 const struct account_request *r, struct date_range days,
				 struct date today);

/* A line a target. */
struct str account_csv(struct arena *a, const struct value *record);
/* For people, in Vietnamese as the record is. */
struct str account_text(struct arena *a, const struct site *s, const struct value *record);
/* The file to be kept, with what its author has to fill in. */
struct str account_file(struct arena *a, const struct value *record);

#endif
