/*
 * search - the index that lets visitors search without a server: files below tim-kiem/,
 * of which assets/tim-kiem.js loads the few that a query needs.
 *
 *   muc-luc.json     what there is: see search.c. All other names come from it, so that a
 *                    reader never mixes two builds.
 *   a.HASH.bin       documents by single words (search_index.h)
 *   b.HASH.bin       documents by pairs of words
 *   c.HASH.json      what is shown of some documents that stand side by side
 *   v.HASH.txt       all words, to guess at one that was mistyped
 *
 * HASH are digits of the SHA-256 of the bytes: such a file never changes. What a page has in
 * hidden fields is not in them.
 *
 *   ngoai-tuyen.json the same as muc-luc.json, of the pages of the offline copy alone, for
 *                    who has nothing but that copy (offline.h)
 */
#ifndef CCHC_OUTPUT_SEARCH_H
#define CCHC_OUTPUT_SEARCH_H

#include "output/offline.h"

enum {
	SEARCH_CARDS = 16,    /* documents in one file of what is shown */
	SEARCH_SUMMARY = 160, /* characters shown of a summary, at most */
	SEARCH_HASH = 8,      /* digits of a name */
};

/* Where the page stands, and the list of the index's files. */
#define SEARCH_URL "tim-kiem/"
#define SEARCH_HEAD "muc-luc.json"
#define SEARCH_OFFLINE_HEAD "ngoai-tuyen.json"

struct search_file {
	struct str url; /* below the base */
	struct str bytes;
	bool is_offline; /* of the copy's index */
};

struct search {
	struct search_file *files;
	size_t n, cap;
};

/* Of all published pages and the fronts of sections, and of those of the copy. NULL, and
 * reported, when the disk does not give a body back. */
struct search *search_build(struct arena *a, const struct site *s,
			    const struct offline *offline, struct crew *crew,
			    struct diag *d) MUST_USE;

#endif
