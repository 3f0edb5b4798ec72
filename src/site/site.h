/*
 * site - the model: every page, and how they hang together.
 *
 * Built in three steps: site_read() reads files (parallel), site_connect() sorts,
 * groups and gives URLs (one thread), site_convert() turns bodies into HTML
 * (parallel). After that a site is const: rendering only reads it.
 *
 * Bodies are not kept in memory: site_convert() puts each body's HTML into its
 * worker's spool on disk, and site_body() reads it back. That is how ten thousand
 * articles fit into a few dozen megabytes.
 *
 * URLs here are below the site's base (config->base): "tin-tuc/2026/09/x/", the
 * home page is "".
 */
#ifndef CCHC_SITE_SITE_H
#define CCHC_SITE_SITE_H

#include "base/file.h"
#include "base/jobs.h"
#include "base/map.h"
#include "kinds/common.h"
#include "site/config.h"
#include "text/markdown.h"
#include "viet/calendar.h"

enum visibility {
	PAGE_PUBLISHED,
	PAGE_WITHDRAWN, /* a notice stands in its place */
	PAGE_DRAFT,
	PAGE_WAITING,
	PAGE_SCHEDULED, /* its day is still to come */
	PAGE_WITHHELD,  /* it must not be seen: see kind.h, is_withheld */
	PAGE_RECORD,    /* of a kind without pages: others are made from it */
};

struct page_list {
	struct page **items;
	size_t n, cap;
	struct date changed; /* the last change of any of them; not set while it is empty */
};

struct page {
	struct source source;
	const struct kind *kind;
	struct section *section;
	void *data;            /* the kind's own struct; owned by a worker's keep */
	struct common *common; /* the same pointer: every kind's struct begins with it */
	struct str title, summary;
	struct str url;
	struct date date; /* that lists go by */
	enum visibility visibility;

	size_t body_at;     /* bytes of the normalized file before the body */
	uint32_t body_line; /* the body's first line; 0: the kind has none */
	uint64_t file_hash; /* of the file when it was read: it must not change */

	const struct spool *spool; /* where site_convert() put the HTML */
	uint64_t spool_at;
	size_t html_bytes;
	const struct heading *headings;
	size_t n_headings;
	size_t n_words;

	bool has_flaws;             /* headings or links that access.h has told of */
	struct unclear *unclear;    /* fields that say nothing: see lint.h */
	struct exposure *exposures; /* what its texts tell of people: see lint.h */

	struct page *newer, *older; /* in its section, among the published */
	struct term *articles;      /* the pages that a by_ref taxonomy groups under it */
	struct page_list referrers; /* when its kind has backlinks: who refers to it, by path;
				     * after site_convert() also those whose texts do */
	struct page_list mentions;  /* the documents that its texts name, in their order */
	struct page_list mentioned_by; /* the other way, by path */
};

struct section {
	const struct section_setting *setting;
	const struct kind *kind;
	struct str url;         /* "tin-tuc/", "" at the root */
	struct page_list pages; /* published, in the order of its lists */
	struct taxonomy **taxonomies;
	size_t n_taxonomies;
};

struct term {
	const struct taxonomy *taxonomy;
	struct str slug, name, sort_key;
	struct str url;
	struct page *owner;     /* of a by_ref taxonomy: the page that is referred to */
	struct page_list pages; /* published, newest first */
};

struct taxonomy {
	const struct taxonomy_def *def;
	const struct section *section; /* NULL when it is site-wide */
	struct map by_slug;            /* of struct term */
	struct term **terms;           /* in order of name, or latest first */
	size_t n;
};

/* A file beside the pages that a body or record links to. */
struct attached_file {
	struct str path; /* content/tin-bai/mau-don.pdf */
	struct str url;
};

/* A link that only the finished plan of outputs can judge. */
struct pending_link {
	struct pos at;
	const struct page *from;
	struct str url;          /* below the base, without its anchor; for messages */
	const struct page *page; /* the target, when it is a page */
	struct str anchor;       /* without '#'; empty: none */
};

/* A link to another web site in a text: see outside.h. */
struct link_out {
	struct str url;
	struct pos at;
	const struct page *from;
};

/* What one worker found while it converted. */
struct findings {
	struct arena *arena;
	struct attached_file *files;
	size_t n_files, cap_files;
	struct pending_link *links;
	size_t n_links, cap_links;
	struct link_out *out;
	size_t n_out, cap_out;
};

/* What must not be seen: see gate.h. */
struct gate {
	struct map owned;  /* path in NFC to struct owned_file */
	struct map looked; /* path in NFC to the struct file_facts of other files */
	struct map urls;   /* below the base, of files and pages: to the record */
	const struct owned_file **withheld;
	size_t n_withheld, cap_withheld;
};

struct site {
	struct config *config;
	struct date now;        /* from --today or the clock, once; with a time */
	struct page_list pages; /* all, by path */
	struct page_list news;  /* published, of kinds with feeds, newest first */
	struct section *sections;
	size_t n_sections;
	struct taxonomy **taxonomies; /* site-wide ones first, then those of sections */
	size_t n_taxonomies, cap_taxonomies;
	struct laws laws;                        /* of the records quy-tac */
	struct calendar calendar;                /* of the records lich-nghi */
	const struct subordinates *subordinates; /* of a superior agency; never NULL */
	const struct catalogue *catalogue;       /* of the records van-ban, for mentions.h */
	struct english *english;   /* NULL: the site is to have no English pages */
	struct map by_path;        /* content path, in NFC, to page; drafts with mistakes
				    * too, of which only path and visibility count */
	struct map files;          /* the other files under content/: path in NFC to struct
				    * str, the path on disk */
	struct gate gate;          /* which of them must not be seen */
	struct map pictures;       /* address as pages write it to struct site_picture, and */
	struct map picture_files;  /* path to the same: see pictures.h */
	struct map *by_code;       /* for each of kinds[]: code to page */
	struct spool *spools;      /* one a worker */
	struct findings *findings; /* one a worker, and one for site_connect() */
	size_t n_workers, n_findings;
};

/* Read site.yaml and everything under content/, and below share/content/ the records of
 * kinds that are shared, where the site has none of that code. What has been read is
 * returned even when there were mistakes (d says so), so that later steps can be left
 * out. */
struct site *site_read(struct arena *a, struct date now, struct str share, struct crew *crew,
		       struct diag *d) MUST_USE;

/* Sections, references, taxonomies, URLs, neighbours. */
bool site_connect(struct site *s, struct arena *a, struct diag *d) MUST_USE;

/* Bodies to HTML. spool_dir: a folder on disk for the nameless spool files. */
bool site_convert(struct site *s, struct crew *crew, struct str spool_dir,
		  struct diag *d) MUST_USE;

/* What only the whole site can show: each kind's inspect() on its records. */
bool site_inspect(struct site *s, struct crew *crew, struct diag *d) MUST_USE;

/* Close the spools. */
void site_close(struct site *s);

/* The HTML of a page's body, read from its spool; empty when it has none. False when
 * the disk does not give it back. */
bool site_body(struct arena *a, const struct page *p, struct str *html) MUST_USE;

/* NULL when there is none. */
struct page *site_find(const struct site *s, struct str kind_code, struct str code);

/* When it was published, or changed since. */
struct date page_last_change(const struct page *p);

/* The published records that refer to a page, in a: for its kind. Their number. */
size_t site_records_to(struct arena *a, const struct page *p, struct record **records);

/* The record behind a resolved reference. */
struct record site_record_of(const struct ref *ref);

void page_list_add(struct arena *a, struct page_list *list, struct page *page);

/* Pages of one kind in the order of its lists. */
void page_list_sort(struct page_list *list, const struct kind *kind);

/* Is there a page to look at (published or a notice)? */
bool page_is_visible(const struct page *p);

/* The links that convert left open, against all files that the site will have:
 * is_output(context, path) says whether a path below the base is one. */
bool site_check_links(const struct site *s,
		      bool (*is_output)(const void *context, struct str url),
		      const void *context, struct diag *d) MUST_USE;

/* The section whose folder holds the file: the one with the longest path, so that
 * folders of sections may lie in each other. NULL when there is none. */
const struct section *site_section_of(const struct site *s, struct str path);

/* The file under content/ meant by a path as written, as it is called on disk: a name
 * that came from a Mac has its letters decomposed. Hidden files and what lies behind a
 * link are no files of the site. */
bool site_find_file(const struct site *s, struct arena *scratch, struct str path,
		    struct str *found);

/* The same for a file that a record names: beside the record, or from content/. */
bool site_place_file(const struct site *s, struct arena *scratch, const struct page *record,
		     struct str written, struct str *found);

/* Where visitors find a file of content/, below the base. */
struct str site_file_url(struct arena *a, const struct site *s, struct str path);

/* A file under content/ that a page links to is to be published, once the page is:
 * note it, and give its place. No place (path and url are empty), and reported as a
 * warning, when it must not be seen (gate.h). False, and reported at `at`, when it is of
 * a sort that may not be published. */
bool site_attach(const struct site *s, struct findings *f, const struct page *from,
		 struct str path, struct pos at, struct attached_file *file,
		 struct diag *d) MUST_USE;

/* The fields of a page as they are written, read again from disk; a null value, and
 * reported, when they cannot be. */
const struct value *page_written(struct arena *a, const struct page *p, struct diag *d);

struct mentioning;
struct access;

/* A page of the site that something on a record's paper leads to: it will be looked for
 * when all outputs are known. */
void site_expect_page(const struct site *s, struct findings *f, const struct page *from,
		      struct str url);

/* For the markdown hooks: see links.c, mentions.h and access.h. */
struct link_context {
	const struct site *site;
	const struct page *page;
	struct findings *findings;
	struct arena *scratch;
	struct mentioning *mentioning;
	struct access *access; /* see access.h */
	struct str language;   /* of the text, when it is not the site's */
};
bool site_link(void *context, struct str url, bool image, struct pos at, struct buf *out,
	       struct diag *d);

#endif
