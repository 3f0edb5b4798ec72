/*
 * procedure_view - what layouts see of a procedure beside its table.
 */
#ifndef CCHC_KINDS_PROCEDURE_VIEW_H
#define CCHC_KINDS_PROCEDURE_VIEW_H

#include "kinds/procedure.h"

/* Where it stands on a day: the state that its file says, or what its dates make of it. */
struct choice procedure_status(const void *data, struct date today);

/* Keys of its page, and of its cards. */
void procedure_derive(struct arena *a, const void *data, const struct derive_context *c,
		      struct value *view);
void procedure_derive_english(struct arena *a, const struct procedure *x, struct date today,
			      struct value *view);
void procedure_card(struct arena *a, const void *data, const struct derive_context *c,
		    struct value *view);

/* The items of the list that stands in the view under a key, with more keys in each; add
 * gets the item's struct. */
typedef void procedure_add_fn(struct arena *a, const void *item, struct value *view);
void procedure_enrich(struct arena *a, struct value *view, const char *key,
		      const struct list *items, size_t size, procedure_add_fn *add);

#endif
