/*
 * docnum_parts - what the files of the recogniser share, and when.c with them.
 */
#ifndef CCHC_VIET_DOCNUM_PARTS_H
#define CCHC_VIET_DOCNUM_PARTS_H

#include "viet/docnum.h"
#include "viet/letters.h"

/* Each of these gives the bytes that such a sign takes at `at`, or 0. */
size_t docnum_space(struct str s, size_t at);
size_t docnum_hyphen(struct str s, size_t at);

/* Behind at most max spaces. */
size_t docnum_skip_spaces(struct str s, size_t at, size_t max);
/* Before them, looking back from `at`. */
size_t docnum_back_spaces(struct str s, size_t at, size_t max);

/* Behind at most max digits. */
size_t docnum_skip_digits(struct str s, size_t at, size_t max);

/* Does the text end at `at` with "số", and an optional ':' behind it? *start is where. */
bool docnum_so_before(struct str s, size_t at, size_t *start);

/* The name of a type that stands before the number ("Nghị định số"); NULL: none. *start is
 * where it begins, or "số" alone, or the number itself. *form: it is the number of a
 * form, "Mẫu số". */
const char *docnum_type_before(struct str s, size_t from, size_t *start, bool *form);

/* Read the date and the issuer behind the number. */
void docnum_read_behind(struct str s, struct docnum *n);

#endif
