/*
 * statistics_parts - private to the kind so-lieu-tthc: its tables of totals and shares
 * stand in statistics_view.c.
 */
#ifndef CCHC_KINDS_STATISTICS_PARTS_H
#define CCHC_KINDS_STATISTICS_PARTS_H

#include "kinds/statistics.h"

/* The days of the period; false when its quarter or month is missing. */
bool statistics_range(const struct statistics_period *p, struct date_range *out) MUST_USE;

/* "quý III/2026", "6 tháng đầu năm 2026" */
struct str statistics_period_name(struct arena *a, const struct statistics_period *p);

void derive_statistics(struct arena *a, const void *data, const struct derive_context *c,
		       struct value *view);
/* All records as tables, one a period, latest first, each with its totals: `ky`. */
void derive_statistics_table(struct arena *a, const struct record *records, size_t n,
			     const struct derive_context *c, struct value *view);

#endif
