/*
 * lead - the first words of a text in Markdown, for lists and descriptions.
 */
#ifndef CCHC_TEXT_LEAD_H
#define CCHC_TEXT_LEAD_H

#include "base/str.h"

/* The first paragraph in one line, without emphasis, code signs and the addresses of
 * links; at most max characters, cut between words and then with "…". Empty of nothing. */
struct str markdown_lead(struct arena *a, struct str text, size_t max);

#endif
