/*
 * contest_parts - private to the kind cuoc-thi: its rules stand in contest_rules.c, what
 * its layout sees beside the table in contest_view.c.
 */
#ifndef CCHC_KINDS_CONTEST_PARTS_H
#define CCHC_KINDS_CONTEST_PARTS_H

#include "kinds/contest.h"

enum {
	CONTEST_RULES = 10,
};
extern const struct rule *const contest_rules[CONTEST_RULES];

extern const struct choice contest_types[], contest_states[];

void inspect_contest(const void *data, struct inspection *i);
void card_of_contest(struct arena *a, const void *data, const struct derive_context *c,
		     struct value *view);
void derive_contest(struct arena *a, const void *data, const struct derive_context *c,
		    struct value *view);

#endif
