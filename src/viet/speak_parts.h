/*
 * speak_parts - what the files of speak share: words said one behind the other, and
 * the tables.
 */
#ifndef CCHC_VIET_SPEAK_PARTS_H
#define CCHC_VIET_SPEAK_PARTS_H

#include "viet/speak.h"

enum spoken_sort {
	SPOKEN_FULL,  /* a short form of these words: BHYT */
	SPOKEN_SOUND, /* a name that is said so: VNeID */
	SPOKEN_LOAN,  /* a word of another language, in any case: photo */
};

struct spoken_word {
	const char *written, *spoken;
	enum spoken_sort sort;
};

/* The longest row of the table at the beginning of rest that ends where a word ends, or
 * NULL; *n bytes of rest are it. */
const struct spoken_word *spoken_find(struct str rest, size_t *n);

/* The same for units behind a number: "m²". */
const char *unit_find(struct str rest, size_t *n);

/* Add words to w, with a space before them unless w is empty. */
void say(struct buf *w, const char *words);
void say_str(struct buf *w, struct str words);

/* Digits as a number (see speak.h for when they are none), and one by one. */
void say_number(struct buf *w, struct str digits, const struct speak_options *o);
void say_digits(struct buf *w, struct str digits);

/* What stands behind the decimal comma. */
void say_fraction(struct buf *w, struct str digits, const struct speak_options *o);

/* The names of letters and digits: "A4" a bốn. */
void say_letters(struct buf *w, struct str token, const struct speak_options *o);

/* The number of a document found in text. named: what stands before it says already of
 * what sort it is ("QĐ số"). */
struct docnum;
void say_document(struct buf *w, const struct docnum *n, struct str text, bool named,
		  const struct speak_options *o);

bool is_letter(uint32_t c);
static inline bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does a word end where rest begins? */
bool ends_word(struct str rest);

#endif
