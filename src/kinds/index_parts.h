/*
 * index_parts - private to the kind chi-so: its rules stand in index_rules.c, what its
 * layout sees beside the table in index_view.c and index_chart.c.
 */
#ifndef CCHC_KINDS_INDEX_PARTS_H
#define CCHC_KINDS_INDEX_PARTS_H

#include "kinds/index.h"

enum {
	INDEX_RULES = 8,
};
extern const struct rule *const index_rules[INDEX_RULES];

extern const struct choice index_levels[], index_units[];

void inspect_index(const void *data, struct inspection *i);

/* Each subject's results in the order of years, with the change since the year before
 * and whether the ranks of the two can be compared. */
void derive_index(struct arena *a, const void *data, const struct derive_context *c,
		  struct value *view);
/* index_chart.c: the years of all subjects, and the parts of the n-th result; see
 * view_chart(). */
const struct value *index_chart(struct arena *a, const struct index *x);
const struct value *index_parts_chart(struct arena *a, const struct index *x,
				      const struct index_result *r, size_t n);
void card_of_index(struct arena *a, const void *data, const struct derive_context *c,
		   struct value *view);

#endif
