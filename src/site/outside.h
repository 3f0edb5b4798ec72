/*
 * outside - the links of the site that lead to other web sites, and where each is written.
 */
#ifndef CCHC_SITE_OUTSIDE_H
#define CCHC_SITE_OUTSIDE_H

#include "site/site.h"

struct outside_link {
	struct str url; /* without what stands behind '#' */
	const struct pos *places;
	size_t n_places;
};

struct outside_links {
	struct outside_link *items; /* each address once, by its first place */
	size_t n;
};

/* Those of site.yaml, of the fields of records and of texts that are published or will be.
 * After site_convert(). Addresses of this site itself are not among them, nor what only
 * `cchc publish` speaks to. */
struct outside_links site_outside_links(const struct site *s, struct arena *a, struct diag *d);

#endif
