/*
 * release - what a site consists of at one moment: every file by the SHA-256 of its bytes.
 *
 * The same text lies in .cchc/dich/ here (what was published, to go back to: store.h) and on
 * the server as its manifest (which files there are ours). It ends with its own hash, so
 * that half of one is not taken for a whole.
 *
 *	cchc-release 1
 *	site https://benhvien.example.vn/cai-cach-hanh-chinh/
 *	number 7 of 7
 *	when 2026-11-22T20:10
 *	HASH BYTES CLASS KEPT PATH		one line a file, sorted by path
 *	> URL					behind one that leads elsewhere
 *	end HASH
 */
#ifndef CCHC_NET_RELEASE_H
#define CCHC_NET_RELEASE_H

#include "base/map.h"
#include "output/output.h"

/* In the order in which they are sent: what is linked to comes before what links to it. */
enum file_class {
	CLASS_ASSET, /* styles, scripts and what else the look needs */
	CLASS_FILE,  /* pictures and attachments: content, which may be withdrawn */
	CLASS_PAGE,  /* single pages, and those that stand for one */
	CLASS_LIST,
	CLASS_FEED, /* feeds, site maps, search, settings for the web server */
	CLASS_HOME,
	CLASSES,
};

struct release_file {
	struct str hash; /* 64 digits */
	uint64_t bytes;
	enum file_class class;
	bool is_notice;      /* it stands in the place of a page that was withdrawn: "p!" */
	struct str redirect; /* of an old address: the URL that it leads to */
	uint32_t kept; /* releases that it has stayed on the server for since it was dropped */
};

struct release {
	struct str site; /* its address: whose files these are */
	uint32_t number; /* from 1, counted for each target; 0: never published */
	uint32_t of;     /* the release whose content this is: of a rollback an older one */
	struct str when;
	struct map files; /* path below the web root to struct release_file */
};

enum {
	RELEASE_NUMBER_MAX = 999999,
	RELEASE_TEXT_MAX = FILE_MAX, /* bytes */
};

enum file_class class_of_output(const struct output *o);

/* False when the text is damaged or not one of ours; paths that would leave the web root
 * are damage. What r holds points into text. */
bool release_parse(struct arena *a, struct str text, struct release *r) MUST_USE;

struct str release_text(struct arena *a, const struct release *r);

/* A text's last line is "end " and the hash of all before it. The second one takes it off,
 * and is false when it is not right. */
void seal_put(struct buf *text);
bool seal_take(struct arena *scratch, struct str *text) MUST_USE;

/* Is it a path below the web root, without tricks? What comes from a server is trusted as
 * little as what comes from an author. */
bool path_is_plain(struct arena *scratch, struct str path);

/* "tai-nguyen/site.3f2a9c1b.css": an asset, or a part of the search index, whose name
 * says which content it is. */
bool path_is_fingerprinted(struct str path);
/* Is it such a part of the index? It may name what has been withdrawn. */
bool path_is_of_search(struct str path);

#endif
