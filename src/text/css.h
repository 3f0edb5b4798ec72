/*
 * css - what a stylesheet takes from elsewhere.
 */
#ifndef CCHC_TEXT_CSS_H
#define CCHC_TEXT_CSS_H

#include "base/str.h"

struct css_address {
	size_t at;      /* where it stands in the stylesheet */
	struct str url; /* without quotes; escapes are left as they are */
};

/* The next address at *from or behind: that of url(...), with or without quotes, and that
 * of @import "...". Comments and other strings are passed over. *from moves behind it.
 * False when there is none. */
bool css_next_address(struct str css, size_t *from, struct css_address *found);

/* The line, from 1, that holds the byte at `at`. */
uint32_t css_line(struct str css, size_t at);

#endif
