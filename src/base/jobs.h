/*
 * jobs - the same work for many items, on all cores.
 *
 * The items are numbered. A worker takes the next number from one atomic
 * counter, so nothing else is shared: work(i) writes only to item i and to
 * its own worker's arenas. Returns when all are done.
 */
#ifndef CCHC_BASE_JOBS_H
#define CCHC_BASE_JOBS_H

#include "base/diag.h"

enum {
	WORKERS_MAX = 64,
};

struct worker {
	size_t number;        /* from 0; unique among the workers of a build */
	struct arena keep;    /* lives as long as the build */
	struct arena scratch; /* reset by jobs_run after each item */
	struct diag diag;     /* its arena is keep */
};

/* All workers of a build; merged and freed together. */
struct crew {
	struct worker *workers;
	size_t n;
	/* Called by the thread that called jobs_run(), after each of its items. */
	void (*progress)(size_t done, size_t total);
};

/* n workers, or as many as there are processors when n is 0. */
void crew_start(struct crew *c, struct arena *a, size_t n);
/* What the workers found goes to d, in any order: diag_print() sorts. */
void crew_report(struct crew *c, struct diag *d);
/* Give the memory of single items back, when no more are to come soon. */
void crew_rest(struct crew *c);
void crew_free(struct crew *c);

typedef void job_fn(void *context, size_t i, struct worker *w);

void jobs_run(struct crew *c, size_t n_items, job_fn *work, void *context);

/* Run fn while no other thread is inside jobs_alone(): for a library that is
 * not safe with threads. Not for waiting, and not to be nested. */
void jobs_alone(void (*fn)(void *context), void *context);

#endif
