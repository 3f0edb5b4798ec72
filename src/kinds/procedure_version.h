/*
 * procedure_version - the stamp that stands on the page and on the sheet of a procedure:
 * "2026-01-15.5f2c91ab", the day of its last change and a short hash.
 *
 * The hash is of all that a citizen reads about how it is done, in one form: codes and
 * not their labels, nothing of what is empty. Who keeps the record and when it was
 * reviewed, keywords, questions and answers about it, and where its sheets hang do not
 * count. So it changes exactly when the procedure does, and not with cchc.
 */
#ifndef CCHC_KINDS_PROCEDURE_VERSION_H
#define CCHC_KINDS_PROCEDURE_VERSION_H

#include "kinds/procedure.h"

struct str procedure_version(struct arena *a, const struct procedure *x);

/* The day of the last change: of those in thay_doi, or the first on which it applies. */
struct date procedure_last_change(const struct procedure *x);

#endif
