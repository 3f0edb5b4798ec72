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
	PLAN_RULES = 29,
	PLAN_ORDER_RULES = 12, /* KH-11 to KH-22 */
	PLAN_WORD_RULES = 6,   /* KH-23 to KH-28 */
};
extern const struct rule *const plan_rules[PLAN_RULES];

struct plan;

/* plan_deadline.c: KH-10 */
extern const struct rule plan_deadline_rule;
void plan_inspect_deadlines(const struct plan *x, struct inspection *i);

/* plan_order.c: what contradicts itself in days, units, cadences and names. */
extern const struct rule plan_order_rules[PLAN_ORDER_RULES];
void plan_inspect_order(const struct plan *x, struct inspection *i);

/* plan_words.c: what its texts say in a way that readers stumble over. */
extern const struct rule plan_word_rules[PLAN_WORD_RULES];
void plan_inspect_words(const struct plan *x, struct inspection *i);

/* KH-29: a document that the plan names has ended since; found in site/mentions.c. */
extern const struct rule plan_rule_outdated;

/* A text of a plan, and where it is written. */
struct passage {
	const char *list;   /* "noi_dung"; or a mapping: "van_ban" */
	size_t i;           /* in the list */
	const char *within; /* "nhiem_vu": a list in that row; NULL: none */
	size_t k;
	const char *key; /* "van_ban" */
	struct str text;
	struct str id; /* as readers know it; empty: none */
};

typedef void passage_fn(void *context, const struct passage *p);

/* Each text of the plan in its order. */
void plan_each_passage(const struct plan *x, passage_fn *fn, void *context);
struct pos plan_place(struct inspection *i, const struct passage *p);

bool plan_check(const void *data, const struct value *v, struct date today, struct diag *d);
void plan_inspect(const void *data, struct inspection *i);

#endif
