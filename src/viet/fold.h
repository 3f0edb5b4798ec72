/*
 * fold - Vietnamese text in one form, and without its marks.
 *
 * The only file that includes utf8proc, for the general NFC; the folding of
 * Vietnamese letters is our own table.
 */
#ifndef CCHC_VIET_FOLD_H
#define CCHC_VIET_FOLD_H

#include "base/str.h"

/* Text in NFC, without a BOM at its start, with LF as line end (CR LF and a lone
 * CR become LF). Gives s itself back when there is nothing to do. s must be valid
 * UTF-8 (utf8_find_bad); each line stays the line that it was. */
struct str viet_normalize(struct arena *a, struct str s);

/* The opposite, NFD: each letter before its marks, "ậ" as a, dot below, circumflex.
 * For collate.c. Gives s itself back when it is ASCII. */
struct str viet_decompose(struct arena *a, struct str s);

/* Lower case without marks, for search, keys and slugs: "Đăng Ký" is "dang ky".
 * Takes NFC and NFD; the Icelandic eth that often stands for đ is d too. Letters
 * that are no Vietnamese ones lose the marks U+0300 to U+036F as well ("é" is e,
 * "й" is и), so that it equals what a browser's normalize("NFD") makes of them. All
 * other characters stay. Never gives s itself: the result lives as long as a. */
struct str viet_fold(struct arena *a, struct str s);

/* Lower and upper case of Vietnamese and all other letters with a simple mapping. */
struct str viet_lower(struct arena *a, struct str s);
struct str viet_upper(struct arena *a, struct str s);

/* The first letter in upper case, as at the beginning of a sentence. Gives s itself
 * back when it begins so already. */
struct str viet_capitalize(struct arena *a, struct str s);

/* The other way: a title as it goes on behind a word. */
struct str viet_uncapitalize(struct arena *a, struct str s);

/* Is there at least one capital, and no letter in lower case? "TIN MỚI" is, "2026"
 * is not. */
bool viet_is_all_capitals(struct str s);

enum {
	VIET_DISTANCE_MAX = 128, /* characters */
};

/* How many single changes (a letter more, less, other, or two neighbours swapped)
 * lead from a to b, or limit + 1 when more than limit: for "did you mean". Texts
 * longer than VIET_DISTANCE_MAX are never near. */
size_t viet_distance(struct str a, struct str b, size_t limit);

#endif
