/*
 * legal_parts - what the files of the kind van-ban share. Private to legal*.c.
 */
#ifndef CCHC_KINDS_LEGAL_PARTS_H
#define CCHC_KINDS_LEGAL_PARTS_H

#include "kinds/legal.h"

enum legal_type {
	LEGAL_LAW,
	LEGAL_ORDINANCE,
	LEGAL_RESOLUTION,
	LEGAL_DECREE,
	LEGAL_DECISION,
	LEGAL_DIRECTIVE,
	LEGAL_CIRCULAR,
	LEGAL_JOINT_CIRCULAR,
	LEGAL_STANDARD = 20,
};

enum {
	LEGAL_LEVEL_UNIT = 6,
};

enum issue_state {
	LEGAL_ISSUED,
	LEGAL_DRAFT,
};

enum validity {
	LEGAL_NOT_YET,
	LEGAL_IN_FORCE,
	LEGAL_PARTLY,
	LEGAL_ENDED,
	LEGAL_UNKNOWN,
	LEGAL_VALIDITIES,
};

enum relation_type {
	LEGAL_REPLACES,
	LEGAL_REPLACED_BY,
	LEGAL_AMENDS,
	LEGAL_AMENDED_BY,
	LEGAL_GUIDES,
	LEGAL_RESTS_ON,
	LEGAL_CARRIES_OUT,
	LEGAL_CONSOLIDATES,
	LEGAL_PARTLY_REPEALS,
	LEGAL_RELATIONS,
};

/* What one document does to another, whichever of the two says so. */
struct legal_edge {
	enum relation_type type; /* never one of those "by" another */
	const struct legal *to;
	struct pos pos; /* where it is written */
};

extern const struct choice legal_levels[];
extern const struct choice legal_validities[]; /* by enum validity, without an end */
/* Each relation, and what the other document says of it; by enum relation_type. */
extern const struct choice legal_relations[], legal_inverses[];
extern const struct schema legal_schema;

enum validity legal_validity_on(const struct legal *x, struct date today);
struct str legal_title(struct arena *a, const void *data);

/* The first relation of x that leads back to x in any number of steps of its sort, or
 * NULL. */
const struct legal_edge *legal_circle(struct arena *a, const struct legal *x);

/* Hooks of the kind */
void legal_settle(struct arena *a, void *data, const struct record *backlinks, size_t n,
		  struct record (*look)(const struct ref *ref), struct date today);
void legal_inspect(const void *data, struct inspection *i);
void legal_card(struct arena *a, const void *data, const struct derive_context *c,
		struct value *view);
void legal_derive(struct arena *a, const void *data, const struct derive_context *c,
		  struct value *view);
void legal_derive_disclosure(struct arena *a, const struct record *records, size_t n,
			     const struct derive_context *c, struct value *view);
enum {
	LEGAL_RULES = 10,
};
extern const struct rule *const legal_rules[LEGAL_RULES];

#endif
