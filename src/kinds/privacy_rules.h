/*
 * privacy_rules - what no text of a site may tell of a private person (RT-01 to RT-06),
 * in any record of any kind: viet/privacy.h finds it, the site reports it (site/lint.h).
 */
#ifndef CCHC_KINDS_PRIVACY_RULES_H
#define CCHC_KINDS_PRIVACY_RULES_H

#include "kinds/rule.h"
#include "viet/privacy.h"

enum {
	PRIVACY_RULES = PRIVACY_STAMP + 1,
};

extern const struct rule privacy_rules[PRIVACY_RULES]; /* by enum privacy_type */

/* What is said of one that was found, in the reader's language, in a. */
struct str privacy_message(struct arena *a, enum privacy_type type, struct str text);

#endif
