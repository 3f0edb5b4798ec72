/*
 * outline - what somebody who does not see a page would miss in its HTML: the heading of
 * level 1, the order of the headings, words for pictures and links.
 *
 * Texts have been judged when they were converted (site/access.h); this is for what a site's
 * own layouts put around them, so it is done once a layout is there that is not installed.
 */
#ifndef CCHC_OUTPUT_OUTLINE_H
#define CCHC_OUTPUT_OUTLINE_H

#include "output/render.h"

enum outline_flaw {
	OUTLINE_NO_TITLE, /* no heading of level 1 */
	OUTLINE_TITLES,   /* more than one */
	OUTLINE_LEVEL,    /* a level is left out */
	OUTLINE_ALT,      /* an <img> without alt; an empty one is for ornaments */
	OUTLINE_LINK,     /* a link without words */
	OUTLINE_LANGUAGE, /* <html> without lang */
	OUTLINE_FLAWS,
};

/* One bit for each; 0 for what is no whole page (it has no <body>). */
unsigned outline_flaws(struct str html);

/* Report the flaws of all outputs: each once a layout, with the first page that has it. */
void outline_report(struct arena *a, const struct rendering *x, struct diag *d);

#endif
