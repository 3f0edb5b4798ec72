/*
 * store - what was published, kept in .cchc/ beside site.yaml so that it can be published
 * again: the bytes of every file by their SHA-256, and for each target its releases.
 *
 *	.cchc/objects/3f/2a9c...	bytes
 *	.cchc/dich/TARGET/000007	a release, as release.h tells
 *	.cchc/dich/TARGET/nhat-ky	the journal of a publish that is not over
 *	.cchc/dich/TARGET/khoa		the id of the lock that we hold on the server
 *	.cchc/xuat-ban.log		who published what, and how it ended
 */
#ifndef CCHC_NET_STORE_H
#define CCHC_NET_STORE_H

#include "base/file.h"
#include "base/jobs.h"
#include "net/release.h"

enum {
	STORE_RELEASES_KEPT = 10, /* of each target */
};

/* Where an object lies. */
struct str store_object(struct arena *a, struct str hash);

/* The folder of a target. */
struct str store_target_dir(struct arena *a, struct str target);

/* Say in now->files what the site, whose address is now->site, consists of, and with `keep`
 * put it into the store. dir: the output folder, which nobody may write to meanwhile. */
bool store_outputs(struct arena *a, const struct outputs *o, struct str dir, bool keep,
		   struct crew *crew, struct release *now, struct diag *d) MUST_USE;

struct release_list {
	struct release *items; /* by number, the oldest first */
	size_t n;
};

/* The releases that went to a target. */
bool store_releases(struct arena *a, struct str target, struct release_list *list,
		    struct diag *d) MUST_USE;

/* The records of all releases of all targets; one of them. */
bool store_list(struct arena *a, struct file_list *paths, struct diag *d) MUST_USE;
bool store_read(struct arena *a, struct str path, struct release *r, struct diag *d) MUST_USE;
bool store_write(struct arena *a, struct str path, const struct release *r,
		 struct diag *d) MUST_USE;

/* The release of that number, or NULL. */
const struct release *store_find(const struct release_list *list, uint32_t number);

/* Are the bytes of all its files here? */
bool store_check(struct arena *scratch, const struct release *r, struct diag *d) MUST_USE;

/* A release has been published: keep it, and let go what is too old to be wanted. */
bool store_keep(struct arena *a, struct str target, const struct release *r,
		struct diag *d) MUST_USE;

/* A line for the log of publishes. */
bool store_log(struct arena *scratch, struct str line, struct diag *d) MUST_USE;

#endif
