/*
 * collate - Vietnamese order, as CLDR's root collation with its "vi" tailoring:
 * a ă â b c d đ e ê ... are letters of their own; the tones (ngang, huyền, hỏi,
 * ngã, sắc, nặng) decide only between words that are otherwise equal, case after
 * them. Digits sort before letters and by value ("Quý 2" before "Quý 10", where
 * ICU has numeric=true); spaces and punctuation before digits. A text is compared as
 * a whole, not word by word as dictionaries do: "bả" before "bà ngoại".
 *
 * The order is ICU's for Vietnamese, ASCII and Latin-1 and the usual punctuation;
 * tests/oracle compares. Other signs come after these, other letters after z, by
 * code point. Where ICU sees no difference ("7" and "007"), the bytes decide, so
 * that only equal texts are equal and the order of a list never depends on how it
 * was before; NFC and NFD are the same text.
 */
#ifndef CCHC_VIET_COLLATE_H
#define CCHC_VIET_COLLATE_H

#include "base/str.h"

enum {
	SORT_DIGITS_MAX = 254, /* of one number; a longer one counts as several, as in ICU */
};

/* A key whose byte order (str_cmp) is the order of the texts. */
struct str viet_sort_key(struct arena *a, struct str s);

/* <0, 0, >0; allocates its keys from scratch. */
int viet_compare(struct arena *scratch, struct str a, struct str b);

/* The letter of the alphabet under which a word stands in an A to Z list: "Đ" for
 * "đăng ký", "Ơ" for "ở đâu", "#" for what begins with no letter of it. */
struct str viet_index_letter(struct str s);

#endif
