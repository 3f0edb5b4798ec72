/*
 * external - do the links to other web sites still lead somewhere?
 *
 * Each address is asked with HEAD, and with GET where that is not answered well: many
 * servers know only the latter. What was good within the last week is remembered in
 * .cchc/ and not asked.
 */
#ifndef CCHC_NET_EXTERNAL_H
#define CCHC_NET_EXTERNAL_H

#include "net/web.h"
#include "site/outside.h"

enum {
	EXTERNAL_AT_ONCE = 16,
	EXTERNAL_OF_ONE_HOST = 4,
	EXTERNAL_SECONDS = 20, /* for one question, when site.yaml names no other */
	EXTERNAL_SLOW = 10,    /* seconds: an answer that took longer is slow */
	EXTERNAL_GOOD_DAYS = 7,
	EXTERNAL_REDIRECTS = 10,
};

enum link_state {
	LINK_GOOD,
	LINK_DEAD,    /* 404, 410, no host of that name, redirects that never end */
	LINK_MOVED,   /* redirected for good to a page that is there */
	LINK_BLOCKED, /* the server does not show it to programs: a person must look */
	LINK_SLOW,    /* no answer in time, or late */
	LINK_UNKNOWN, /* it cannot be told today: 5xx, a cut, a certificate */
	LINK_SKIPPED, /* as site.yaml wants it */
	LINK_STATES,
};

/* "dead", as --json has it. */
extern const char *const link_state_codes[];

struct external_link {
	struct outside_link link;
	enum link_state state;
	bool remembered;
	struct web_question question;
};

struct external_report {
	struct external_link *items;
	size_t n, counts[LINK_STATES], remembered;
};

/* Ask after all, and remember. False, and reported, when nothing on the whole web could be
 * reached, or when the machine failed; then nothing is said of single links. */
bool external_ask(struct arena *a, const struct config *c, struct outside_links links,
		  struct date today, struct external_report *report, struct diag *d) MUST_USE;

/* Each link that is not good, at its places: dead ones as errors, those that have moved or
 * are slow as warnings, the others as advice. */
void external_tell(const struct external_report *report, struct diag *d);

#endif
