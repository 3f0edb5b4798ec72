/*
 * feed - cchc.json as a superior agency reads it: what a unit says of its plans, posts and
 * reports (output/unit_feed.c writes it).
 *
 * It comes from elsewhere and is not trusted. A part that is of another sort than it should
 * be is as if not there; texts are cut and cleaned of control characters; addresses that
 * lead anywhere but to the unit's own domain are left out; of more than so many plans,
 * targets, posts and reports the first ones are taken.
 */
#ifndef CCHC_SITE_FEED_H
#define CCHC_SITE_FEED_H

#include "data/value.h"
#include "kinds/report.h"

/* luoc_do */
#define FEED_FORMAT "cchc-nguon/1"

enum {
	FEED_BYTES_MAX = JSON_BYTES_MAX,
	FEED_TEXT_MAX = 400, /* characters */
	FEED_URL_MAX = 1000, /* bytes */
	FEED_PLANS_MAX = 20,
	FEED_TARGETS_MAX = 300, /* of one plan */
	FEED_POSTS_MAX = 20,
	FEED_REPORTS_MAX = 200,
	FEED_STATES = TARGET_UNCLEAR + 1,
};

enum feed_fault {
	FEED_GOOD,
	FEED_ABSENT, /* nothing is there yet */
	FEED_UNREADABLE,
	FEED_TOO_LARGE,
	FEED_NOT_JSON,   /* or no UTF-8, or too deep */
	FEED_NOT_A_FEED, /* JSON, but not of this format */
	FEED_OTHER_UNIT, /* it says that it is of another unit */
	FEED_OTHER_HOST, /* or of another domain */
	FEED_AHEAD,      /* of a day that is still to come */
	FEED_OLDER,      /* than the one that we have */
	/* of fetching it */
	FEED_NO_HOST,
	FEED_NO_WAY,
	FEED_CERTIFICATE,
	FEED_SLOW,
	FEED_CUT,
	FEED_REFUSED,  /* an HTTP status that is no success */
	FEED_REDIRECT, /* to where we do not go */
	FEED_FAULTS,
};

struct feed_target {
	struct str number, text;
	int64_t due, done, whole; /* -1: not said */
	int64_t sorts_due, sorts_done, sorts_whole;
	struct date deadline;
	enum target_state state;
};

struct feed_due { /* a report that a plan asks for */
	struct str text, to, sent;
	struct date deadline;
	enum target_state state;
};

struct feed_plan {
	struct str code, name, number, url, progress;
	struct date from, to;
	struct feed_target *targets;
	size_t n_targets, in_state[FEED_STATES];
	struct feed_due *dues;
	size_t n_dues;
	int64_t units, active_units;
};

struct feed_post {
	struct str title, url;
	struct date published;
};

struct feed_report {
	struct str title, url, sort; /* of its period: "quy" */
	int64_t year, quarter, month;
	struct date published;
};

struct feed {
	struct date created;
	struct str code, name, domain, home;
	struct feed_plan *plans;
	size_t n_plans;
	struct feed_post *posts; /* newest first */
	size_t n_posts;
	struct feed_report *reports;
	size_t n_reports;
	int64_t articles, procedures; /* how many it has in all; -1: not said */
};

struct feed_wanted {
	struct str code;   /* of the unit */
	struct str domain; /* "https://ttyt.example.vn"; empty: the feed's own */
	struct date today;
};

/* Read a feed, which lives in a; scratch is for what lives during the call. Not FEED_GOOD:
 * *out is not to be used. */
enum feed_fault feed_parse(struct arena *a, struct arena *scratch, struct str text,
			   const struct feed_wanted *wanted, struct feed *out);

/* "qua-lon": for the cache; and the other way, FEED_FAULTS when there is none. */
const char *feed_fault_code(enum feed_fault fault);
enum feed_fault feed_fault_of(struct str code);
/* What is wrong, for people; N_(). */
const char *feed_fault_words(enum feed_fault fault);

/* "https://a.vn" of "https://a.vn/x/y"; empty of what is no address of the web. */
struct str feed_origin(struct str url);

#endif
