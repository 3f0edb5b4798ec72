/*
 * autolink - finds URLs and mail addresses that stand bare in a text, by the rules
 * of GitHub's Markdown: "www.", "http://", "https://" and names with an '@'. The
 * punctuation that ends a sentence is no part of them, nor is a closing parenthesis
 * that was opened before.
 */
#ifndef CCHC_TEXT_AUTOLINK_H
#define CCHC_TEXT_AUTOLINK_H

#include "base/str.h"

struct autolink {
	size_t from, to;    /* the part of the text that becomes a link */
	const char *before; /* what its URL has in front: "", "http://" or "mailto:" */
};

/* May the text hold such a link? Quick; says yes too often. */
bool autolink_possible(struct str text);

/* The first link at or behind from; false when there is none. */
bool autolink_find(struct str text, size_t from, struct autolink *link);

#endif
