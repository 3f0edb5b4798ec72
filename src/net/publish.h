/*
 * publish - make a server hold a release, and never leave it worse than it was.
 *
 * The steps, each of which a kill -9 may interrupt: lock; read what is there; find the
 * changes; say on the server which paths will be touched; put the files class by class;
 * put the manifest; remove what is ours and not wanted any more; take that word back;
 * unlock. A failure stops everything behind it. The next run goes on from there.
 */
#ifndef CCHC_NET_PUBLISH_H
#define CCHC_NET_PUBLISH_H

#include "net/pending.h"
#include "net/server.h"

/* Told while it runs; any may be NULL. */
struct publish_ear {
	void (*probed)(const struct target *t, const struct abilities *able);
	void (*planned)(const struct changes *c, const struct there *there);
	void (*class_begins)(enum file_class class, size_t files, uint64_t bytes);
	void (*sent)(const struct change *change);
	void (*moved)(uint64_t bytes); /* as in server.h */
	void (*removing)(size_t files);
	bool (*trust)(struct str host, struct str fingerprint); /* as in server.h */
};

struct publish_request {
	const struct target *target;
	struct str base;     /* of the site, as in site.yaml: "/cai-cach-hanh-chinh/" */
	struct str who;      /* user@machine, for the lock and the log */
	struct str from;     /* the site's folder here, absolute: for the lock */
	struct release *now; /* its number and its files; kept when all is done */
	bool dry_run, allow_removals, break_lock;
	struct publish_ear ear;
};

struct publish_result {
	struct changes *changes; /* NULL: it did not come so far */
	struct there there;
	size_t sent, removed;
	uint64_t bytes_sent;
	bool touched;  /* something on the server has changed */
	bool complete; /* the server holds the release */
};

/* Names of the classes for people: N_(). */
extern const char *const class_names[CLASSES];
/* and for machines */
extern const char *const class_codes[CLASSES];

/* Hold the site's .cchc/ folder: one publish at a time. -1 when another one has it and
 * wait is false. */
int publish_hold(struct arena *a, bool wait, void (*waiting)(void), struct diag *d);

/* False, and reported, when it did not come to its end; r tells how far it came. */
bool publish_run(struct arena *a, const struct publish_request *q, struct publish_result *r,
		 struct diag *d) MUST_USE;

#endif
