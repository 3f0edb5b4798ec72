/*
 * withdraw - what has been withdrawn does not come back: neither by going back to an older
 * release, nor out of what is kept for pages that are open.
 *
 * Once a page stands as withdrawn, or a picture must not be seen, every release that is
 * kept here loses it: in the place of the page stands its notice, files that it alone
 * showed go, and whatever else names it (lists, feeds, the search) is taken from the newest
 * release. The bytes leave .cchc/ with that publish. So an older release that is published
 * again may link to pages that it does not have; that is the lesser harm.
 */
#ifndef CCHC_NET_WITHDRAW_H
#define CCHC_NET_WITHDRAW_H

#include "net/release.h"
#include "site/site.h"

struct withdrawn {
	struct map hashes; /* of files that must not be seen */
	struct map paths;  /* of such files, below the web root */
	struct map urls;   /* of pages, below the base: "tin-tuc/x/" */
	struct str base;   /* "cai-cach-hanh-chinh/" */
};

/* All that the site withholds now. */
struct withdrawn *withdrawn_find(struct arena *a, const struct site *s);

/* Take it out of all releases that are kept; *some says that there was something. now: the
 * newest release, whose bytes are in the store already. */
bool withdrawn_forget(const struct withdrawn *w, const struct release *now, bool *some,
		      struct diag *d) MUST_USE;

/* Is there something that a target's server may still have beside its newest release? It is
 * remembered until a publish has come to its end. */
bool withdrawn_is_left(struct arena *scratch, struct str target);
bool withdrawn_is_gone(struct arena *scratch, struct str target, struct diag *d) MUST_USE;

#endif
