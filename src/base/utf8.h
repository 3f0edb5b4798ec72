/*
 * utf8 - decoding, validation and display width.
 */
#ifndef CCHC_BASE_UTF8_H
#define CCHC_BASE_UTF8_H

#include "base/str.h"

/* Take the first character of *s, and move *s behind it. s must not be empty. A
 * byte that begins no valid character is taken alone and given as U+FFFD. */
uint32_t utf8_take(struct str *s);

/* Append one character; c must be a valid code point. */
void utf8_put(struct buf *out, uint32_t c);

/* The offset of the first byte that is not UTF-8 (overlong forms, surrogates
 * and everything beyond U+10FFFF are not), or of the first control character
 * other than tab and line feed, which U+FFFE and U+FFFF count as; s.n when there is
 * none. *control says which. */
size_t utf8_find_bad(struct str s, bool *control);

/* The same in a text that may have carriage returns at the ends of its lines. */
size_t utf8_find_bad_text(struct str s, bool *control);

size_t utf8_count(struct str s); /* characters; a bad byte counts as one */

/* Columns on a terminal: combining marks 0, East Asian wide characters 2, a tab 1. */
size_t utf8_width(struct str s);

/* The first n characters, cut between characters. */
struct str utf8_head(struct str s, size_t n);

#endif
