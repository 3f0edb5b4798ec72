/*
 * language - what a language is called in Vietnamese, and its code for browsers.
 */
#ifndef CCHC_VIET_LANGUAGE_H
#define CCHC_VIET_LANGUAGE_H

#include "base/str.h"

/* "tiếng Anh", "tieng-anh" and "en" are "en"; empty for a language that is not known. */
struct str language_code(struct arena *scratch, struct str name);

/* Does it look as if a language were meant: "tiếng ...", or a code of two or three small
 * letters? */
bool language_is_meant(struct arena *scratch, struct str name);

#endif
