/*
 * changes - what must happen on a server so that it holds a release: a pure function of
 * what is to be there and what is known to be there.
 */
#ifndef CCHC_NET_CHANGES_H
#define CCHC_NET_CHANGES_H

#include "net/release.h"

enum {
	KEPT_RELEASES = 2,     /* a fingerprinted file stays so long after it was dropped */
	REMOVALS_FREE = 50,    /* files that may go without --allow-removals ... */
	REMOVALS_PERCENT = 20, /* ... and of a small site this part of them */
};

/* What is known of a server's files. */
struct there {
	struct release manifest; /* of the last publish that came to its end */
	bool has_manifest;
	/* Of publishes that did not: path to the struct str of the hash that is there now, an
	 * empty one where our journal does not know it. All of them are ours, and they stand
	 * over the manifest. */
	struct map touched;
	/* Without a manifest: of the release's files those that stand there, path to the struct
	 * str of the hash, an empty one where the bytes are others. Nobody knows whose they
	 * are; and how many others there are, which stay. */
	struct map found;
	size_t strange;
	bool withdrew; /* something has been withdrawn: of it nothing is kept */
};

struct change {
	struct str path;
	const struct release_file *file; /* NULL: it goes */
	bool is_new;                     /* nothing stands there as far as we know */
};

struct changes {
	struct change *puts; /* by class, then by path */
	size_t n_puts, n_new;
	uint64_t bytes;          /* that the puts have together */
	struct change *removals; /* by path */
	size_t n_removals;
	struct change *in_the_way; /* removals that must come first: a file gives way to a
				    * folder, or the other way round */
	size_t n_in_the_way;
	size_t same, kept;
	struct release after; /* what the server will hold: now, and what is kept */
};

struct changes *changes_find(struct arena *a, const struct release *now,
			     const struct there *there);

bool changes_are_none(const struct changes *c);

/* More removals than a slip should be able to cause? */
bool changes_remove_many(const struct changes *c, const struct there *there);

#endif
