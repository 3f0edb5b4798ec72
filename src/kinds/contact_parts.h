/*
 * contact_parts - private to the kind lien-he: its rules stand in contact_rules.c, what
 * its layouts see beside the table in contact_view.c.
 */
#ifndef CCHC_KINDS_CONTACT_PARTS_H
#define CCHC_KINDS_CONTACT_PARTS_H

#include "kinds/contact.h"

extern const struct choice contact_types[];

enum {
	CONTACT_RULES = 11,
};
extern const struct rule *const contact_rules[CONTACT_RULES];

/* The i-th of the mappings written under a key, for places; a single one stands for a
 * list of one. The whole mapping when there is none. */
const struct value *contact_item(const struct value *v, const char *key, size_t i);

void inspect_contact(const void *data, struct inspection *i);

/* What a procedure shows of its counter: address, hours, telephone. */
void mention_contact(struct arena *a, const void *data, struct value *view);
void card_of_contact(struct arena *a, const void *data, const struct derive_context *c,
		     struct value *view);
void derive_contact(struct arena *a, const void *data, const struct derive_context *c,
		    struct value *view);

#endif
