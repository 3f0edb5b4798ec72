/*
 * subordinates - don_vi_truc_thuoc of site.yaml: the units of a superior agency, and what
 * their feeds say.
 *
 * A build reads no network. A feed is a file of the site's folder, or what `cchc fetch` has
 * put into .cchc/nguon/: the last good copy, and beside it why a later one was not taken.
 * A feed with which something is wrong never stops a build; the last good copy stands in
 * for it, with its day.
 */
#ifndef CCHC_SITE_SUBORDINATES_H
#define CCHC_SITE_SUBORDINATES_H

#include "base/jobs.h"
#include "site/feed.h"
#include "viet/period.h"

enum {
	SUBORDINATES_MAX = 2000,
	FEED_OLD_DAYS = 31, /* from then on a page says that the data is old */
};

enum report_cycle { /* ky_bao_cao */
	CYCLE_MONTH,
	CYCLE_QUARTER,
	CYCLE_HALF,
	CYCLE_YEAR,
};

struct subordinate {
	struct str code, name;
	struct str source; /* https://..., or a file relative to the site's folder */
	struct str domain; /* "https://ttyt.example.vn": '/' at no end; empty: the feed's own */
	struct str authority;
	int cycle; /* enum report_cycle; -1: none is asked for */
};

/* A period of which there is no report. */
struct missing_report {
	enum period_unit unit;
	int year, number;
	struct date last; /* its last day */
};

struct subordinate_state {
	const struct subordinate *setting;
	const struct feed *feed; /* NULL: there is none that may be shown */
	enum feed_fault fault;   /* FEED_GOOD: the feed is what the unit says now */
	struct date fault_on;    /* of a fetch that failed; not set: found by this build */
	struct missing_report *missing;
	size_t n_missing;
};

struct subordinates {
	struct subordinate_state *items; /* in the order of site.yaml */
	size_t n;
};

struct config;

extern const struct schema subordinate_schema;

/* After site.yaml was loaded: codes, sources and domains. */
bool subordinates_check(struct arena *a, struct config *c, struct diag *d) MUST_USE;

/* Read all feeds; what is wrong with one is advice at its place in site.yaml. */
struct subordinates *subordinates_read(struct arena *a, const struct config *c,
				       struct date today, struct crew *crew, struct diag *d);

bool subordinate_is_remote(const struct subordinate *s);
struct feed_wanted subordinate_wanted(const struct subordinate *s, struct date today);

/* The good copy, and what was wrong with the last try. */
struct str subordinate_copy(struct arena *a, const struct subordinate *s);
struct str subordinate_note(struct arena *a, const struct subordinate *s);

/* Read a feed from disk. */
enum feed_fault subordinate_read_file(struct arena *a, struct arena *scratch, struct str path,
				      const struct feed_wanted *wanted, struct feed *out);

#endif
