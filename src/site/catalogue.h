/*
 * catalogue - all records that are documents (a kind's cite()), to be found by what texts
 * call them: by number (viet/docnum.h), and by the other names that they go by
 * (ten_goi_khac: "Đề án 06").
 *
 * A number without a year is given anew each year and by each office, so the date and the
 * issuer behind it choose among several.
 */
#ifndef CCHC_SITE_CATALOGUE_H
#define CCHC_SITE_CATALOGUE_H

#include "site/site.h"
#include "viet/docnum.h"
#include "viet/names.h"

/* A document, and the next one of its number. */
struct catalogued {
	struct page *page;
	struct cited is;
	struct catalogued *next;
};

struct catalogue {
	struct map by_number; /* docnum_key() to struct catalogued */
	struct names names;   /* to struct catalogued */
	/* Words before a mention that say that the text rests on it; words around it
	 * that say that it is history. Those without a value only look so. */
	struct names rests, history;
};

const struct catalogue *catalogue_of(struct arena *a, const struct site *s);

struct choice_of_number {
	const struct catalogued *one;  /* NULL: unknown, or one of several */
	const struct catalogued *near; /* another document of that number */
	bool several;
};

/* Which document a text means by a number, its date and its issuer. */
struct choice_of_number catalogue_choose(struct arena *scratch, const struct catalogue *c,
					 const struct docnum *n);

/* Does a sentence rest on what it names at from..to? */
bool catalogue_rests_on(const struct catalogue *c, struct str text, size_t from, size_t to);

#endif
