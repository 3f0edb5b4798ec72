/*
 * letters - what is a letter, and small ones for large ones, without memory: for looking
 * through texts. viet/fold.h does the same for whole strings and all alphabets.
 */
#ifndef CCHC_VIET_LETTERS_H
#define CCHC_VIET_LETTERS_H

#include "base/str.h"

/* Vietnamese letters and ASCII in lower case; the eth is đ. All others stay. */
uint32_t letter_small(uint32_t c);

/* Equal but for capitals and the eth. */
bool letters_same(struct str x, struct str y);

/* A letter, digit or '_' begins at `at`, or ends there. */
bool letters_word_at(struct str s, size_t at);
bool letters_word_before(struct str s, size_t at);

#endif
