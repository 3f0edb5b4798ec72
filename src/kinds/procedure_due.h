/*
 * procedure_due - ngày trả kết quả: when somebody who hands in a complete dossier gets the
 * result. Terms in hours go by the hours of the first counter that has some; what is done
 * in the same session is done on the same day, and its words say the rest.
 */
#ifndef CCHC_KINDS_PROCEDURE_DUE_H
#define CCHC_KINDS_PROCEDURE_DUE_H

#include "kinds/procedure.h"

/* Handed in on that working day, in this way. *received is that day, with the time at which
 * the counter opens when hours count; it is set whatever the result, *due only with
 * TERM_DUE. A manner without a term has TERM_NO_DATE. */
enum term_result procedure_due(struct arena *a, const struct procedure *x,
			       const struct manner *m, const struct derive_context *c,
			       struct date day, struct date *received, struct date *due);

#endif
