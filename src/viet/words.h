/*
 * words - a text's words as search compares them: letters without marks, and the marks of
 * the whole word apart.
 *
 * "Thủ tục" is thu with a hook and tuc with a dot below. Where in a word a mark stands does
 * not count, so that hòa and hoà are one word. assets/tim-kiem.js does the same to what is
 * typed; tests/search compares the two letter by letter.
 */
#ifndef CCHC_VIET_WORDS_H
#define CCHC_VIET_WORDS_H

#include "base/str.h"

enum word_mark {
	MARK_GRAVE = 1 << 0,
	MARK_ACUTE = 1 << 1,
	MARK_HOOK = 1 << 2, /* dấu hỏi */
	MARK_TILDE = 1 << 3,
	MARK_DOT = 1 << 4,
	MARK_CIRCUMFLEX = 1 << 5,
	MARK_HORN = 1 << 6, /* and breve: no letter has both */
	MARK_STROKE = 1 << 7,
};

struct word {
	struct str letters;  /* folded; letters only, or digits only */
	unsigned char marks; /* enum word_mark */
	bool apart;          /* a sentence or clause ends before it: no pair with the last */
};

/* What is known of letters beforehand. */
struct letters;
const struct letters *letters_new(struct arena *a);

/* The words of an NFC or NFD text, in order, in the arena; their number. A word in which
 * letters and digits meet is several: nd118 is nd and 118. */
size_t words_of(struct arena *a, const struct letters *l, struct str text, struct word **words);

#endif
