/*
 * english - what the English pages of a site still lack.
 */
#ifndef CCHC_OUTPUT_ENGLISH_H
#define CCHC_OUTPUT_ENGLISH_H

#include "output/view.h"
#include "site/english.h"

struct english_gap {
	struct str text;         /* that nobody says in English */
	const struct page *page; /* whose view asked for it; NULL: site.yaml */
};

/* What the views of English pages found out while they were made. */
struct english_gaps {
	struct english_gap *items;
	size_t n, cap;
	const struct page *page; /* the record that is looked at */
	/* When not NULL: the pairs that were used, by their address. */
	struct map *used;
};

/* Report the pages that are wanted and not there, the texts on English pages without
 * English, those whose Vietnamese has changed since, and translations of what nobody says
 * any more. Views are made for it, and nothing is rendered. */
void english_check(const struct site *s, const struct outputs *o, struct diag *d);

/* The texts that want a translation, as pairs of a record ban-dich whose English is still
 * to be written: lines for the end of its file. Of one that has changed a comment says what
 * it was. Without a site's name, or a procedure's, only that: the rest follows when the name
 * is there. */
void english_put_missing(const struct site *s, const struct outputs *o, struct buf *out);

#endif
