/*
 * procedure_term - thời hạn giải quyết: the terms of a procedure in words, and whether
 * what somebody wrote in words says the same.
 */
#ifndef CCHC_KINDS_PROCEDURE_TERM_H
#define CCHC_KINDS_PROCEDURE_TERM_H

#include "kinds/procedure.h"

/* "03 ngày làm việc", "Trong buổi làm việc"; for an appointment what its mo_ta says. */
struct str procedure_term_words(struct arena *a, const struct channel_term *t);

/* "3 working days", "1 month"; empty of an appointment whose mo_ta says when. */
struct str procedure_term_english(struct arena *a, const struct channel_term *t);

/* The whole: as written, or made from the ways to apply ("Trực tiếp: 03 ngày làm việc;
 * bưu chính công ích: 05 ngày làm việc"); empty when neither says it. */
struct str procedure_term_text(struct arena *a, const struct procedure *x);

/* The first number with a unit in the text ("05 ngày làm việc") that no way to apply
 * has; or, of a text without any, what the ways to apply say, when each of them is a
 * number. Empty when they agree. */
struct str procedure_term_conflict(struct arena *a, const struct procedure *x);

#endif
