/*
 * kind - a sort of content: article, legal document, unit, plain page.
 *
 * A kind is a struct that begins with struct common, a schema table that fills it,
 * and a layout of the same name. What a table cannot say stands in the functions
 * below; each may be NULL. To add a kind: its file here, a line in kind.c, a layout.
 */
#ifndef CCHC_KINDS_KIND_H
#define CCHC_KINDS_KIND_H

#include "data/schema.h"
#include "kinds/rule.h"

/* One group that a page belongs to, as its taxonomy's terms() gives it. */
struct term_name {
	struct str slug;       /* its path segment; empty: the term has no URL, a mistake */
	struct str name;       /* as visitors read it */
	const struct ref *ref; /* for a taxonomy by reference: what is referred to */
};

typedef void term_fn(void *sink, struct term_name name);

/* A way to group pages: by field, genre, keyword, unit, year. Each term gets list
 * pages and feeds. */
struct taxonomy_def {
	const char *code, *name; /* "linh-vuc", "Nội dung cải cách hành chính" */
	/* Its terms' place: below the section's URL ("theo-loai/" + slug), below the
	 * site's (site_wide), or below the URL of the page that is referred to (by_ref:
	 * that URL + path). */
	const char *path;
	bool site_wide, by_ref;
	bool no_lists;      /* its terms group pages and have no pages of their own */
	const char *before; /* what a list's title says before a term's name: "năm " */
	bool by_slug;       /* terms stand in the order of their slugs, latest first (years) */
	/* The terms of a closed taxonomy are pages even when nothing is in them. */
	const struct term_name *closed;
	size_t n_closed;
	void (*terms)(struct arena *a, const void *data, struct date today, term_fn *add,
		      void *sink);
};

/* A record that is a document with a number, as texts name it. */
struct cited {
	struct str number; /* "61/2018/NĐ-CP" */
	struct date issued;
	struct str issuer;
	struct list names; /* struct str: "Đề án 06" */
	struct date ends;  /* when its kind's has_ended() says so: since when */
	struct str replaced_by;
};

/* What a reference to a channel of site.yaml has as its kind; it is none. */
#define CHANNEL_KIND "kenh"

struct loudspeaker;
struct linked;

struct derive_context {
	struct date today;
	const struct subpage *sub; /* which further page is made; NULL: the page itself */
	const struct calendar *calendar;
	/* For an English page: of a procedure or a contact what is derived is in English,
	 * and only what such pages show. */
	bool english;
	const struct loudspeaker *loudspeaker; /* of site.yaml; NULL: as usual */
	const struct record
		*backlinks; /* published records of the same kind that refer to it */
	size_t n_backlinks;
	struct record (*look)(const struct ref *ref); /* what a reference leads to */
	schema_ref_fn *ref_view;
	void *ref_context;
};

/* A further page of each page of a kind ("in/": its print sheet), or of a section as a
 * whole ("a-z/"). */
struct subpage {
	/* Below the page's URL, or the section's. Of a section "" is the section's own
	 * front page, which then stands in place of its list. */
	const char *path;
	const char *layout;
	const char *title; /* "Tờ niêm yết"; NULL: the section's name */
	/* Of a page; of a section: is it of any of its pages? NULL: always. */
	bool (*wanted)(const void *data);
	/* Of a section: its pages as their own layout sees them, and not as cards. */
	bool full;
	const char *group_by; /* of a section: the code of a taxonomy to group them by */
	bool counts;          /* of a plan: what was published against its targets */
	/* Of a section: keys that come from all its published records together. */
	void (*derive)(struct arena *a, const struct record *records, size_t n,
		       const struct derive_context *c, struct value *view);
};

/* What a plan may count of a record: an item in a channel, as a genre, on a day. */
struct countable {
	struct str channel; /* "website", or the code of a channel */
	const char *genre;
	struct date on;
	int64_t copies; /* printed; -1: nothing is */
};

enum contribution_role { /* the first five as vai_tro of an article has them */
	CONTRIBUTION_WROTE,
	CONTRIBUTION_INFORMED,
	CONTRIBUTION_PICTURE,
	CONTRIBUTION_FILM,
	CONTRIBUTION_HELPED,
	CONTRIBUTION_MADE, /* a record of the library */
	CONTRIBUTION_HELD, /* an event, a contest */
	CONTRIBUTION_ROLES,
};

/* Who had a part in a record: a unit, perhaps a person of it. */
struct contribution {
	const struct ref *unit;
	struct str person; /* empty: no one is named */
	enum contribution_role role;
};

/* Did it make the item? All others helped. */
bool contribution_is_main(enum contribution_role role);

typedef void countable_fn(void *sink, struct countable countable);
typedef void credit_fn(void *sink, struct contribution contribution);

struct kind {
	const char *code; /* of `loai:`, its layout, the names of its keys in views */
	const char *name; /* Vietnamese, for visitors */
	const struct schema *schema;
	bool has_body;       /* a .md file; else .yaml */
	bool has_list;       /* its section has list pages */
	bool has_feed;       /* ... and feeds: its pages are news of a date */
	bool has_backlinks;  /* it wants to know which records refer to it */
	bool in_tree;        /* few: the tree site map names each page */
	bool no_page;        /* its records stand behind others and have no page */
	bool shared;         /* those installed with cchc are read too; see law.h */
	bool needs_approver; /* what is approved names who approved it */
	/* How much a page of it counts when visitors search; 0: 100, as most do. */
	unsigned search_percent;

	/* The title, when it is no field of its own. */
	struct str (*title)(struct arena *a, const void *data);
	struct str (*summary)(struct arena *a, const void *data);
	/* Below its section's URL, with '/' at the end; NULL: "<ma>/". */
	struct str (*url)(struct arena *a, const void *data);
	/* What its short address for paper ends with: "gcs" of .../t/gcs/. Empty, or no
	 * such function: it has none. */
	struct str (*short_code)(struct arena *a, const void *data);
	/* The date that its lists go by; NULL: ngay_dang. */
	struct date (*date)(const void *data);
	/* Lists go by this, smallest first and -1 last, and by the title instead of the
	 * date, when set. */
	int64_t (*order)(const void *data);
	/* Rules over several fields of its own (common_check() is called for every kind);
	 * v is the mapping as written, for places. */
	bool (*check)(const void *data, const struct value *v, struct date today,
		      struct diag *d);
	/* Its rules, and what applies them to a record of the connected site. */
	const struct rule *const *rules;
	size_t n_rules;
	void (*inspect)(const void *data, struct inspection *i);
	/* Of records that refer to it, which it wants to know of; NULL: all. */
	bool (*takes_backlink)(const struct kind *from);
	/* Once references are resolved, before anything else looks at it: what other
	 * records say of this one may change it. look gives what a reference of its own
	 * (whose `to` is set) refers to. On one thread, in any order. */
	void (*settle)(struct arena *a, void *data, const struct record *backlinks, size_t n,
		       struct record (*look)(const struct ref *ref), struct date today);
	/* What state it is in on a day, for those who refer to it; and is it one that
	 * nobody should rest on any more? */
	struct choice (*status)(const void *data, struct date today);
	bool (*has_ended)(const void *data, struct date today);
	/* For kinds whose records are documents; false when this one has no number. Texts
	 * that name it lead to it: see site/mentions.h. */
	bool (*cite)(const void *data, struct cited *c);
	/* What plans count of it, and which units made it. */
	void (*countables)(const void *data, countable_fn *add, void *sink);
	void (*credits)(const void *data, credit_fn *add, void *sink);
	/* The i-th of the files that are its own; NULL behind the last. They are looked
	 * into when the record is read (facts), and published through a published record
	 * alone: nothing else that lies in its section's folder is. */
	struct file_ref *(*own_file)(void *data, size_t i);
	/* An address below the site's base that something on paper leads to, which must be
	 * one of its pages; empty: none. */
	struct str (*leads_to)(struct arena *a, const void *data);
	/* Must it not be seen on that day, whatever its state says? Then nothing of it is
	 * published, its files neither, and what names it is published without it. */
	bool (*is_withheld)(const void *data, struct date today);
	/* The record above this one; such chains must end. */
	const struct ref *(*parent)(const void *data);
	/* Keys that a reference to it has beside those of all references: what is shown of
	 * it on the spot (the hours of a counter, the files of a form). */
	void (*mention)(struct arena *a, const void *data, struct value *view);
	/* Keys that its cards in lists have beside those of all cards. */
	void (*card)(struct arena *a, const void *data, const struct derive_context *c,
		     struct value *view);
	/* Keys of the view that no author writes. */
	void (*derive)(struct arena *a, const void *data, const struct derive_context *c,
		       struct value *view);
	/* What its page is about, for programs, as a node of JSON-LD; NULL: nothing but the
	 * page, which it may say more of. See linked.h. */
	struct value *(*describe)(const struct linked *l, const void *data, struct value *page);

	const struct taxonomy_def *const *taxonomies;
	size_t n_taxonomies;
	const struct subpage *subpages, *section_pages;
	size_t n_subpages, n_section_pages;
};

extern const struct kind *const kinds[];
extern const size_t kinds_count;

/* NULL when there is none of that code. */
const struct kind *kind_find(struct str code);

#endif
