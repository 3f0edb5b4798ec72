/*
 * procedure_rules - what is found in procedures: TT-01 and those behind it.
 *
 * Each group of rules looks at one side of a procedure and reports what it finds; the
 * table of all of them is what `cchc schema` prints.
 */
#ifndef CCHC_KINDS_PROCEDURE_RULES_H
#define CCHC_KINDS_PROCEDURE_RULES_H

#include "kinds/procedure.h"

enum procedure_rule {
	TT_PART_MISSING,       /* TT-01 */
	TT_FEE_SILENT,         /* TT-02 */
	TT_TERM_CONFLICT,      /* TT-03 */
	TT_DATA_ASKED_FOR,     /* TT-04 */
	TT_BASIS_ENDED,        /* TT-05 */
	TT_PUBLIC_LATE,        /* TT-06 */
	TT_FORM_MISSING,       /* TT-07 */
	TT_OLD_LEVEL,          /* TT-08 */
	TT_ENDED_LINKED,       /* TT-09 */
	TT_NO_GROUND,          /* TT-10 */
	TT_NOT_HTTPS,          /* TT-11 */
	TT_REVIEW_OVERDUE,     /* TT-12 */
	TT_CODE_GRAMMAR,       /* TT-13 */
	TT_LOOKS_NATIONAL,     /* TT-14 */
	TT_CALLED_NATIONAL,    /* TT-15 */
	TT_NO_END,             /* TT-16 */
	TT_NO_SUCCESSOR,       /* TT-17 */
	TT_NO_CHANGE,          /* TT-18 */
	TT_PARTIAL_REASON,     /* TT-19 */
	TT_NO_APPLY_URL,       /* TT-20 */
	TT_ONLINE_UNTOLD,      /* TT-21 */
	TT_STRANGE_HOST,       /* TT-22 */
	TT_PAPER_OF_NOTHING,   /* TT-23 */
	TT_SETS,               /* TT-24 */
	TT_PAPERS_AFTER_ALL,   /* TT-25 */
	TT_ONE_STEP,           /* TT-26 */
	TT_FORM_FILE,          /* TT-27 */
	TT_BOARD_VERSION,      /* TT-28 */
	TT_FEES_DISAGREE,      /* TT-29 */
	TT_STATE_AGAINST_DATE, /* TT-30 */
	TT_COUNTER,            /* TT-31 */
	TT_NO_REVIEW,          /* TT-32 */
	TT_NO_DECISION,        /* TT-33 */
	TT_NO_TERM,            /* TT-34 */
	PROCEDURE_RULES,
};

/* By enum procedure_rule; and pointers to the same, as struct kind wants them. */
extern const struct rule procedure_rules[PROCEDURE_RULES];
extern const struct rule *const procedure_rule_list[PROCEDURE_RULES];

void procedure_inspect(const void *data, struct inspection *i);

/* The groups. */
void procedure_inspect_parts(const struct procedure *x, struct inspection *i);
void procedure_inspect_life(const struct procedure *x, struct inspection *i);
void procedure_inspect_papers(const struct procedure *x, struct inspection *i);
void procedure_inspect_online(const struct procedure *x, struct inspection *i);
void procedure_inspect_service(const struct procedure *x, struct inspection *i);

#endif
