/*
 * procedure_parts - the parts that a procedure must have to be published: those of
 * Điều 8 khoản 2 of NĐ 63/2010/NĐ-CP, the legal basis, and of a national procedure its
 * code and the decision that announced it.
 */
#ifndef CCHC_KINDS_PROCEDURE_PARTS_H
#define CCHC_KINDS_PROCEDURE_PARTS_H

#include "kinds/procedure.h"

struct procedure_part {
	const char *key;  /* of the field */
	const char *name; /* as the law says it */
	const char *clause; /* "a" to "h" of Điều 8 khoản 2; NULL: another rule asks for it */
	bool national;      /* asked only of a national procedure */
	bool (*is_there)(const struct procedure *x);
};

enum {
	PROCEDURE_PARTS = 16,
};

extern const struct procedure_part procedure_parts[PROCEDURE_PARTS];

/* Is it asked of this sort of procedure? */
bool procedure_needs_part(const struct procedure *x, const struct procedure_part *part);

/* How many of those that it needs it has: what indicator 1.3 of QĐ 766/QĐ-TTg (2022)
 * counts as published with all component parts when the two are equal. */
struct completeness {
	int present, needed;
};
struct completeness procedure_completeness(const struct procedure *x);

/* Is the paper a form to be filled in ("Tờ khai", "Giấy đề nghị ... (Mẫu 04)")? */
bool paper_is_form(const struct paper *p);

/* Does somebody hand in anything? What is only shown, or found in a database, is not. */
bool procedure_takes_papers(const struct procedure *x);

#endif
