/*
 * plan_rules - KH-01 ...: what a plan should say so that it can be carried out and
 * counted.
 *
 * A plan that contradicts itself in its own codes (a unit that is not in its list, a
 * target in a group that is not there, two paragraphs in one place) is refused by
 * plan_check(): nothing could be counted. What an issued plan leaves open is no
 * mistake of who types it in, so it is told and published.
 */
#ifndef CCHC_KINDS_PLAN_RULES_H
#define CCHC_KINDS_PLAN_RULES_H

#include "kinds/kind.h"

enum {
	PLAN_RULES = 10,
};
extern const struct rule *const plan_rules[PLAN_RULES];

struct plan;

/* plan_deadline.c: KH-10 */
extern const struct rule plan_deadline_rule;
void plan_inspect_deadlines(const struct plan *x, struct inspection *i);

bool plan_check(const void *data, const struct value *v, struct date today, struct diag *d);
void plan_inspect(const void *data, struct inspection *i);

#endif
