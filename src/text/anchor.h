/*
 * anchor - ids for the headings of a page, so that links may lead to them.
 */
#ifndef CCHC_TEXT_ANCHOR_H
#define CCHC_TEXT_ANCHOR_H

#include "text/markdown.h"

/* Fill in the id of each heading from its title: the slug, or "muc" without letters
 * and digits; of several with one slug the first has it, the others have "-2", "-3"
 * behind it, jumping over what another heading is called by itself. Ids live in a. */
void anchors_give(struct arena *a, struct arena *scratch, struct heading *headings, size_t n);

#endif
