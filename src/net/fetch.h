/*
 * fetch - gets the feeds of a superior agency's units into .cchc/nguon/.
 *
 * A good copy is replaced only by a later one that is good too: one that can be read, is
 * the unit's own, and is no older. What is wrong with any other is noted beside the copy,
 * which stays as it is (site/subordinates.h).
 */
#ifndef CCHC_NET_FETCH_H
#define CCHC_NET_FETCH_H

#include "site/config.h"

enum {
	FETCH_SECONDS_USUAL = 30, /* of one feed */
	FETCH_SECONDS_MAX = 600,
	FETCH_AT_ONCE = 16,
	FETCH_REDIRECTS = 3, /* on the unit's own server */
};

struct fetched {
	const struct subordinate *unit;
	enum feed_fault fault;
	struct date day;   /* of the copy that is there now; not set: there is none */
	bool is_new;       /* the copy was replaced, or is the first */
	struct str detail; /* "HTTP 404", what libcurl says; may be empty */
};

struct fetching {
	struct arena *arena;
	const struct config *config;
	struct date today;
	unsigned seconds;
	struct str only; /* the code of one unit; empty: all */
	/* out: in the order of site.yaml */
	struct fetched *items;
	size_t n;
};

/* False, and reported, when the disk did not take it, or there is no unit to fetch. */
bool fetch_feeds(struct fetching *f, struct diag *d) MUST_USE;

#endif
