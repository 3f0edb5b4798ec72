/*
 * pending - what a publish that has not come to its end may have done: on the server a
 * list of every path that it may touch, here a journal of what it has touched.
 *
 * The list goes to the server before the first file does, and goes away after the last
 * one. Who finds it there knows that the manifest may be wrong about these paths; only
 * where the journal of that same publish is at hand are they known.
 */
#ifndef CCHC_NET_PENDING_H
#define CCHC_NET_PENDING_H

#include "net/changes.h"

struct pending {
	struct str id;    /* of the publish */
	struct str to;    /* hash of the manifest that it was to end with */
	struct map paths; /* path to the struct str of the hash that is to be put there; an
			   * empty one: it is to go */
};

bool pending_parse(struct arena *a, struct str text, struct pending *p) MUST_USE;
struct str pending_text(struct arena *a, const struct pending *p);

struct journal {
	struct str path; /* of the file here */
	struct str id;   /* of the publish; empty: none was written */
	struct map done; /* path to the struct str of its hash; an empty one: removed */
};

/* What the file at j->path tells. A last line that was cut is as if not written. */
bool journal_read(struct arena *a, struct journal *j, struct diag *d) MUST_USE;
/* Begin a new one in its place. */
bool journal_begin(struct arena *scratch, struct journal *j, struct str id,
		   struct diag *d) MUST_USE;
bool journal_put(struct arena *scratch, const struct journal *j, struct str path,
		 struct str hash, struct diag *d) MUST_USE;

#endif
