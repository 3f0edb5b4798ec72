/*
 * theme - the colours of an institution, from site.yaml (mau) to its stylesheet.
 *
 * Two colours are chosen; the rest is found from them, so that everything that stands on
 * them, and they on the page, can be read by light and in the dark: 4.5 and more of WCAG 2's
 * contrast. A colour that could not be read is refused.
 */
#ifndef CCHC_SITE_THEME_H
#define CCHC_SITE_THEME_H

#include "data/schema.h"
#include "draw/colour.h"

struct theme { /* mau */
	struct str main, accent;
};

extern const struct schema theme_schema;

/* written: the value of "mau", for places. */
bool theme_check(const struct theme *t, const struct value *written, struct arena *a,
		 struct diag *d) MUST_USE;

/* What stands behind site.css; empty without a theme. */
struct str theme_css(struct arena *a, const struct theme *t);

/* The head of the pages by light: behind, of its letters, of what adorns it and may be
 * letters too. Of a theme, or with NULL those of site.css. */
struct theme_head {
	struct colour ground, ink, ornament;
};

struct theme_head theme_head(const struct theme *t);

#endif
