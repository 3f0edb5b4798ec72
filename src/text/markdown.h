/*
 * markdown - a page's body: Markdown in, HTML and what we know of it out.
 *
 * GitHub's Markdown: tables, task lists, strikethrough, footnotes; bare URLs become
 * links. Authors' raw HTML is dropped and reported at its line. Headings get an id
 * made by viet/slug, unique on the page; a table stands in <div class="bang">, its
 * cells have the classes canh-trai, canh-giua, canh-phai; footnotes stand in <section
 * class="chu-thich">, their ids begin with "fn_" and "fnref_". Emphasis or a link with
 * the name of a language right behind it has that language: *fast track*{tiếng Anh}.
 *
 * cmark-gfm parses; its extension registry is process-wide, so markdown_start() runs
 * once, before any worker; after that markdown_read() may be called from any thread.
 * Behind this header: markdown_guard (what the library must not see), markdown.c (the
 * library, its memory and its threads), markdown_html (the walk through its tree) with
 * markdown_block, _inline, _mention, _note, _part and _walk. Only these files include cmark-gfm.
 */
#ifndef CCHC_TEXT_MARKDOWN_H
#define CCHC_TEXT_MARKDOWN_H

#include "base/diag.h"

enum {
	/* cmark-gfm fills a table's missing cells: rows x columns is a bomb otherwise */
	MARKDOWN_COLUMNS_MAX = 64,
	MARKDOWN_CELLS_MAX = 200 * 1000,
	MARKDOWN_DEPTH_MAX = 100,     /* nested quotes and lists */
	MARKDOWN_FENCE_DEPTH_MAX = 4, /* components within components */

	/* Bytes that the library may use for one text: so many, and for each byte of the
	 * text so many more. Ordinary text needs 10 for each, a list of one letter items 160. */
	MARKDOWN_MEMORY_MAX = 256 * 1024 * 1024,
	MARKDOWN_MEMORY_FACTOR = 256,
};

struct heading {
	int level;        /* 1 to 6 as written */
	struct str id;    /* unique on the page */
	struct str title; /* plain text */
	struct pos pos;
};

struct document {
	struct str html;
	struct heading *headings;
	size_t n_headings;
	size_t n_words; /* syllables separated by spaces, code and URLs too */
};

/* A part of a text that stands for something of the site although nobody made it a link:
 * the number of a document. */
struct markdown_mention {
	size_t from, to;        /* bytes of the text that becomes a link */
	size_t core;            /* where in it the part begins that must not be torn apart */
	struct str open, close; /* the HTML around it; empty: it stays text */
	const void *what;       /* the hook's own */
};

/* A part of a text that must make sense to somebody who does not see it. */
enum markdown_part_type {
	MARKDOWN_HEADING,
	MARKDOWN_LINK,
	MARKDOWN_PICTURE,
	MARKDOWN_TABLE,
	MARKDOWN_VIDEO,    /* of ours, without subtitles and words */
	MARKDOWN_FOREIGN,  /* words of another language without a mark (viet/foreign.h) */
	MARKDOWN_LANGUAGE, /* the mark of a language that is not known */
	MARKDOWN_BULLETS,  /* lines that begin with signs instead of being a list */
	MARKDOWN_BOLD,     /* a bold line that stands for a heading */
	MARKDOWN_CAPITALS, /* a paragraph all in capitals */
};

struct markdown_part {
	enum markdown_part_type type;
	struct pos at;
	struct str text;      /* what is heard of it: of a picture its description; of
			       * BULLETS the sign, of a LANGUAGE what stands in { } */
	struct str url;       /* of a link or picture, as written */
	int level, before;    /* of a heading, and of the one before it; 1: the title */
	size_t columns, rows; /* of a table; rows without its head */
	size_t heads;         /* columns whose head says something; the first need not, */
			      /* when the others do */
};

/* What the site decides while a body is converted. context is the caller's. Every
 * member may be NULL. Without hooks at all the HTML is that of the specifications: no
 * ids, no classes, and nothing is asked of images and headings. */
struct markdown_hooks {
	void *context;
	/* The URL for a link or an image as written; false, and reported, when it goes
	 * nowhere. Nothing is put for what must be left out: of an image nothing stays
	 * then, of a link its words. Called for every target that is not empty, footnotes
	 * apart. Not called: the URL stays (unsafe ones are emptied and reported). */
	bool (*link)(void *context, struct str url, bool image, struct pos at, struct buf *out,
		     struct diag *d);
	/* A fenced block whose info word may be a component (luu-y, video, anh,
	 * chart): HTML in its place. rest is what stands behind the word; body is
	 * Markdown or YAML as written, without the indentation of a list that it stands
	 * in, and `at` its first line and column. *known = false leaves the block as code.
	 * False: reported. */
	bool (*fence)(void *context, struct str word, struct str rest, struct str body,
		      struct pos at, bool *known, struct buf *out, struct diag *d);
	/* May the Markdown mention anything? Quick; says yes too often. */
	bool (*may_mention)(void *context, struct str text);
	/* What a paragraph, heading or row of a table mentions, in order and apart from
	 * each other; text is what it says, without marks, and ` for a code span. The
	 * list lives in a. */
	size_t (*mentions)(void *context, struct arena *a, struct str text,
			   struct markdown_mention **list);
	/* Each of them that stands in plain text, and where: not in code, in links and in
	 * images. In headings it is told, and not made a link. */
	void (*mentioned)(void *context, const struct markdown_mention *m, struct pos at,
			  struct diag *d);
	/* Each part of the sorts above, in any order. False: reported as an error. */
	bool (*judge)(void *context, const struct markdown_part *part, struct diag *d);
	/* The language of the text as a code, when it is not that of the site: no word of
	 * it is foreign. */
	struct str language;
};

void markdown_start(void);
void markdown_stop(void);

/* Convert text, which starts at `at` in its file. Everything in the result lives
 * in a; text may go. NULL when something was wrong, all of which was reported. */
const struct document *markdown_read(struct arena *a, struct pos at, struct str text,
				     const struct markdown_hooks *hooks,
				     struct diag *d) MUST_USE;

/* The same for a part of a page that a fence holds: HTML appended to out, no
 * headings allowed in it (reported). Used by fence hooks; nests at most
 * MARKDOWN_FENCE_DEPTH_MAX deep. */
bool markdown_fragment(struct arena *a, struct pos at, struct str text,
		       const struct markdown_hooks *hooks, struct buf *out,
		       struct diag *d) MUST_USE;

/* A target as written, checked, given to the link hook, and escaped for an attribute:
 * for fences that hold targets of their own. False, and nothing put, when it was wrong;
 * true and nothing put when it must be left out. */
bool markdown_put_url(struct arena *scratch, const struct markdown_hooks *hooks, struct str url,
		      bool image, struct pos at, struct buf *out, struct diag *d) MUST_USE;

#endif
