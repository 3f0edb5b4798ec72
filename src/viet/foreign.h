/*
 * foreign - words of a text that are plainly not Vietnamese.
 *
 * A reader's voice says them as Vietnamese syllables, which nobody understands, unless they
 * are marked. Meant to be right rather than complete: found is a stretch with three words or
 * more, in small letters, none of which could be a syllable of Vietnamese ("evidence based
 * medicine"). Names ("World Health Organization"), abbreviations, the loanwords that everybody
 * uses (email, video, fanpage) and what could be read either way (the, can, hot) do not
 * count; a sign, a number or a letter with a mark ends the stretch.
 */
#ifndef CCHC_VIET_FOREIGN_H
#define CCHC_VIET_FOREIGN_H

#include "base/str.h"

enum {
	FOREIGN_WORDS = 3, /* so many make a stretch */
	FOREIGN_GAP = 2,   /* so many that may be either stand between two of them, at most */
};

/* Could the word, in ASCII letters of any case, be a Vietnamese syllable without marks? */
bool viet_is_syllable(struct str word);

/* The first stretch that begins at `from` or behind it, as bytes of the text. */
bool foreign_find(struct str text, size_t from, struct str *found);

#endif
