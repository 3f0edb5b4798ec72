/*
 * access - what somebody who does not see a page, or not well, could not use in its texts
 * (kinds/access_rules.h), told while they are converted.
 */
#ifndef CCHC_SITE_ACCESS_H
#define CCHC_SITE_ACCESS_H

#include "site/site.h"

/* What a page says only in a file or a picture, as far as has been seen. */
struct access {
	struct pos pdf, picture; /* the first link to a PDF of ours, the first picture of a
				  * document; no source: there is none */
	struct str pdf_url, alt;
	bool has_flaws; /* what would show in a page's outline too */
};

/* The member judge of struct markdown_hooks; context is a struct link_context. */
bool access_tell(void *context, const struct markdown_part *part, struct diag *d);

/* When the page's body has been converted: is it too short to say what they say? */
void access_tell_page(const struct link_context *c, struct diag *d);

#endif
