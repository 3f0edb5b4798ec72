/*
 * output - every file that the written site will hold.
 *
 * plan_outputs() decides all of them before anything is written, so two pages that
 * want one path are an error and not a race, a link can be checked against the
 * plan, and a file of the last build that is not in the plan is stale and goes.
 *
 * A path is the file's place below the output folder; it is the URL's path without
 * its leading '/': "cai-cach-hanh-chinh/tin-tuc/index.html".
 */
#ifndef CCHC_OUTPUT_OUTPUT_H
#define CCHC_OUTPUT_OUTPUT_H

#include "output/assets.h"
#include "output/search.h"
#include "text/mustache.h"

enum output_kind {
	OUTPUT_HOME,
	OUTPUT_PAGE,      /* one page through its kind's layout */
	OUTPUT_SUBPAGE,   /* a further page of a page: its print sheet, its history */
	OUTPUT_SECTION,   /* a further page of a section: all its sheets, its A to Z */
	OUTPUT_WITHDRAWN, /* the notice in a page's place */
	OUTPUT_LIST,      /* a section's or a term's pages, one pager of them */
	OUTPUT_FEED,      /* the newest of a list, or of the site */
	OUTPUT_SITEMAP,   /* a part of sitemap.xml */
	OUTPUT_SITEMAP_INDEX,
	OUTPUT_TREE,         /* the site map for people */
	OUTPUT_RETURN_DATES, /* counting when a dossier is answered */
	OUTPUT_CORRECTIONS,  /* what was wrong, of all pages */
	OUTPUT_REDIRECT,     /* where a page stood before */
	OUTPUT_SHORT,        /* a page's short address, for paper */
	OUTPUT_PLAIN,        /* a layout that needs only the common keys: 404, robots.txt */
	OUTPUT_REDIRECTS,    /* all redirects, for a server's settings */
	OUTPUT_SUBORDINATES, /* of a superior agency: all its units */
	OUTPUT_SUBORDINATE,  /* one of them */
	OUTPUT_OPEN_DATA,    /* the catalogue of the open data, for people and programs */
	OUTPUT_DATA,         /* for programs: made without a layout */
	OUTPUT_ENGLISH,      /* a page in English: see site/english.h */
	OUTPUT_SEARCH,       /* the page on which visitors search */
	OUTPUT_OFFLINE, /* what the offline copy holds, in place of a page that it has not */
	OUTPUT_OFFLINE_LIST, /* the copy's files and their sums */
	OUTPUT_WORKER,       /* the script that keeps the copy, or lets it go */
	OUTPUT_INDEX,        /* a file of the search index, whose bytes are known already */
	OUTPUT_COPY,         /* a file of assets/ or beside a page */
};

struct viewing;
/* The bytes of an output that is data. */
typedef void make_fn(const struct viewing *w, struct buf *out);

struct output {
	enum output_kind kind;
	struct str path;
	struct str url;     /* below the site's base: "tin-tuc/", "rss.xml"; with '/' before it
			     * from the web root: "/t/gcs/" */
	const char *layout; /* NULL: a copy, or data */
	make_fn *make;      /* of data */
	const struct page *page;
	const struct section *section; /* of a list or feed; NULL: site-wide */
	const struct term *term;       /* of a list or feed */
	const struct subpage *sub;
	const struct subordinate_state *subordinate;
	const struct dataset *dataset;
	const struct english_page *english;
	uint32_t number, count;       /* pager: this page of so many; sitemap part */
	struct str copy_from;         /* as it is there, unless there is text: */
	struct str text;              /* a stylesheet, with the addresses of others in it */
	struct str index;             /* of OUTPUT_INDEX */
	bool is_offline_index;        /* of OUTPUT_INDEX: of the copy's search */
	struct offline_file *offline; /* in the offline copy; else NULL */
	struct str old_path;          /* of a redirect, as url */
	bool is_named; /* its path says what it holds: one that is there is right */
	bool changed;  /* write: its bytes are not those on disk */
	uint64_t hash, bytes;
};

struct outputs {
	struct output *items; /* by path */
	size_t n, cap;
	size_t n_sitemaps;
	bool has_share_pictures;
	struct output **redirects; /* in order of their paths */
	size_t n_redirects;
	const struct assets *assets;
	struct offline *offline;
};

/* Where a superior agency shows its units. */
#define SUBORDINATES_URL "don-vi-truc-thuoc/"

enum {
	FEED_ITEMS = 20,
	SITEMAP_URLS_MAX = 50000, /* sitemaps.org: URLs in one file */
};

/* All outputs, sorted; NULL, and reported, when two want one path (also when they
 * differ in case or in Unicode form only). share: the folder of the installed
 * assets. */
struct outputs *plan_outputs(struct arena *a, const struct site *s, const struct search *search,
			     struct offline *offline, struct str share,
			     struct diag *d) MUST_USE;

/* Is there an output for this URL below the base? "tin-tuc/" and "tin-tuc/#x" are
 * the same page. For site_check_links(). */
bool outputs_have_url(const void *outputs_and_site, struct str url);

struct outputs_of_site {
	const struct outputs *outputs;
	const struct site *site;
};

/* Page 1 of a list stands at its URL, the others below it: trang/2/. */
struct str output_pager_url(struct arena *a, struct str url, uint32_t number);

/* The short address of a page, from the web root: "/t/gcs/". Empty when it has none. */
struct str output_short_url(struct arena *a, const struct site *s, const struct page *p);

/* Does this output have a place in sitemap.xml? */
bool output_is_in_sitemap(const struct output *o);

/* What is on every page: {trang_web, tai_nguyen}. Made once, shared by all workers. */
const struct value *view_of_site(struct arena *a, const struct site *s,
				 const struct outputs *o);

/* What a template sees for one output, in the view that view_of_site() began. NULL
 * when a page's body could not be read back from disk. */
const struct value *view_of_output(struct arena *a, const struct site *s,
				   const struct outputs *o, const struct value *site_view,
				   const struct output *output);

/* Is there that further page of a section? */
bool section_has_subpage(const struct section *section, const struct subpage *sub);

/* What a build did to the output folder: files. */
struct written {
	size_t written, same, removed;
};

struct write_request {
	const struct site *site;
	const struct layouts *layouts;
	struct outputs *outputs;
	struct str dir;        /* the output folder, relative to the site's root */
	struct str share;      /* where the installed layouts are, for messages */
	bool strict;           /* a warning stops the build before anything is written */
	bool wait;             /* for another build to end; else say so and stop */
	void (*waiting)(void); /* called when there is another build, before waiting */
};

/* Can this folder be the output? Not '/', not the root or a folder above it, not
 * where the content is, and, if it holds files, ours. */
bool write_check_dir(struct arena *scratch, struct str dir, struct diag *d) MUST_USE;

/* Render all, and put what changed in place. Nothing in dir has changed when it
 * returns false for a mistake in a layout; see write.c for what a killed build
 * leaves. */
bool write_outputs(struct arena *a, struct write_request *r, struct crew *crew,
		   struct written *done, struct diag *d) MUST_USE;

/* Render all and write nothing: what `check` does. */
bool render_outputs(struct arena *a, struct write_request *r, struct crew *crew,
		    struct diag *d) MUST_USE;

#endif
