/*
 * verify - what was published, asked for as a visitor would: is it what comes from the
 * public address, and with headers that do it no harm?
 */
#ifndef CCHC_NET_VERIFY_H
#define CCHC_NET_VERIFY_H

#include "net/changes.h"
#include "site/targets.h"

struct verify_item {
	struct str path; /* below the web root */
	struct str hash; /* what it should hold; of one that is gone what it held */
	bool is_gone;
	bool may_move; /* an old address: the server may lead on from it */
};

struct verify_result {
	size_t asked, right;
	size_t wrong;                   /* other bytes */
	size_t missing;                 /* not there */
	size_t still;                   /* there, and should be gone */
	size_t silent;                  /* no answer, or none that tells */
	size_t stale;                   /* right behind a cache that still gives the old one */
	size_t types, caches, policies; /* with a header that is wrong, or (policies) none */
};

/* Of what a publish has changed; of all that a release holds. Files for the web server
 * alone are left out. */
struct verify_item *verify_changed(struct arena *a, const struct changes *c,
				   const struct there *there, size_t *n);
struct verify_item *verify_all(struct arena *a, const struct release *r, size_t *n);

/* Ask for them below `address` ("https://bv.example.vn"). What is not right is reported, the
 * first few of each sort; true when all is as it should be, headers apart. */
bool verify_items(const struct target *t, struct str address, const struct verify_item *items,
		  size_t n, struct verify_result *r, struct diag *d) MUST_USE;

#endif
