/*
 * contributions - who had a part in what was published in a period, for thi đua.
 *
 * A record is of the one day on which it first counted for anything (as published, or as
 * posted in a channel), so that months add up to their year. It counts once for a unit,
 * and once for each person named of it, in each part that they had in it; the numbers of
 * units do not add up to that of records. Plans play no role here.
 */
#ifndef CCHC_SITE_CONTRIBUTIONS_H
#define CCHC_SITE_CONTRIBUTIONS_H

#include "kinds/kind.h"
#include "site/site.h"
#include "viet/period.h"

struct contributor {
	const struct page *unit;
	struct str person;                /* empty: the unit, whoever of it */
	size_t roles[CONTRIBUTION_ROLES]; /* records in which it had that part */
	const struct page **items;        /* each once, by path */
	size_t n_items, cap_items;

	const struct page *last[CONTRIBUTION_ROLES]; /* private */
	size_t unit_rank;
	struct str sort_key;
};

struct contributions {
	struct contributor **rows; /* units in the order of their list, all that are asked
				    * (count_asks) also with nothing; then their people by given name */
	size_t n;
};

/* Of the days of the window, up to and with today. */
struct contributions contributions_count(struct arena *a, const struct site *s,
					 struct date_range window, struct date today);

#endif
