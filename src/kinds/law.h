/*
 * law - cơ sở của quy tắc: a law, from when to when it is in force, and the codes of
 * the rules of cchc that rest on it.
 *
 * Such records have no page. Those that are installed with cchc count for every site;
 * a site's own record of the same code stands in the place of an installed one, so
 * that a hospital need not wait for a new cchc when a law changes.
 */
#ifndef CCHC_KINDS_LAW_H
#define CCHC_KINDS_LAW_H

#include "kinds/common.h"
#include "kinds/rule.h"

struct law {
	struct common common;
	struct str name;     /* "Nghị định số 63/2010/NĐ-CP" */
	struct str document; /* van_ban: its code in the site's catalogue, where it has one */
	struct date effective, ends; /* ends: the first day on which it no longer is */
	struct str replaced_by;
	struct list rules; /* struct str: "TT-01" */
};

/* One law of those that a rule rests on. */
struct law_list {
	const struct law *law;
	struct law_list *next;
};

extern const struct kind law_kind;

bool law_has_ended(const struct law *law, struct date today);

/* Note that the law's rules rest on it. l->by_rule has an arena. */
void laws_add(struct laws *l, const struct law *law);

/* The law because of which a rule does not bind on that day: NULL when one of its laws
 * is in force, or it has none. */
const struct law *laws_dead(const struct laws *l, struct str code, struct date today);

#endif
