/*
 * markdown_walk - what the steps through the library's tree share: where the walk is,
 * and small things that all of them do. Private to the files markdown*.c, the only ones
 * that include cmark-gfm.
 */
#ifndef CCHC_TEXT_MARKDOWN_WALK_H
#define CCHC_TEXT_MARKDOWN_WALK_H

#include <cmark-gfm.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include "text/locate.h"
#include "text/markdown_html.h"

enum {
	WALK_QUOTED = 40, /* characters of what an author wrote, in a message */
	WALK_TYPES = 16,  /* of blocks, and of inlines, that the library has by itself */
};

#define WALK_INDEX(type) ((type)&CMARK_NODE_VALUE_MASK)

struct footnote {
	size_t references; /* how many there are, and how many have been written */
	size_t written;
};

/* A text node, and where its text begins in that of its block. */
struct piece_of_text {
	cmark_node *node;
	size_t at;
};

struct mentions {          /* of the block that we are in */
	bool possible;     /* the text may hold some */
	cmark_node *block; /* what the following is of */
	struct str text;
	struct piece_of_text *pieces;
	size_t n_pieces, cap, piece; /* piece: the one that we are in */
	struct markdown_mention *list;
	size_t n, next; /* next: the first that has not been passed */
};

struct walk {
	struct arena *scratch;
	struct conversion *c;
	struct buf *out;
	bool ok;

	struct locator where;
	cmark_node *block;       /* the paragraph, heading or table row that we are in */
	bool limited;            /* where looks only through that */
	int shift, shift_column; /* from the library's places to those of the text */

	bool autolinks; /* the text may hold bare URLs */
	struct mentions mentions;
	bool in_link;
	bool link_left_out;         /* that link: only its words are put */
	cmark_node *marked;         /* what we are in has a language of its own */
	cmark_node *told_foreign;   /* the block whose foreign words have been told */
	int depth;                  /* open quotes and lists */
	size_t n_headings;          /* written so far */
	size_t before_p, behind_p;  /* out->n around the newest "<p>" */
	size_t row, column;         /* in the table that we are in */
	bool has_notes;             /* the text may hold footnotes */
	struct footnote *footnotes; /* the first is number 1 */
	cmark_node *first_note;     /* its definition; the others follow it */
	size_t n_notes;             /* defined so far */
	bool note_is_linked;        /* the newest has its way back */
};

/* False: the node and all in it has been dealt with. */
typedef bool enter_fn(struct walk *w, cmark_node *node);
typedef void leave_fn(struct walk *w, cmark_node *node);

/* What is done before and behind a node's children: a function, else a text. */
struct element {
	const char *name; /* as the library calls it; for those of extensions */
	enter_fn *enter;
	leave_fn *leave;
	const char *before, *behind;
};

extern const struct element walk_blocks[WALK_TYPES], walk_inlines[WALK_TYPES];
extern const struct element walk_tables[]; /* name NULL at the end */

struct str walk_literal(cmark_node *node);
bool walk_is_named(cmark_node *node, const char *name);

/* The node behind `node` in the tree below root, parents before children; NULL at the
 * end. The other goes into no paragraph, table or code. */
cmark_node *walk_next(const cmark_node *root, cmark_node *node);
cmark_node *walk_next_block(cmark_node *node);

/* The text within a node without its marks. */
struct str walk_plain_text(struct arena *a, cmark_node *root);

/* Where a block begins; where something begins in the block that the walk is in, by
 * what may stand there (see text/locate.h). */
struct pos walk_place(struct walk *w, cmark_node *block);
struct pos walk_find(struct walk *w, cmark_node *node, const struct str *texts, size_t n);
/* The same for what stands so many bytes behind the beginning of a text node. */
struct pos walk_find_in(struct walk *w, cmark_node *node, size_t offset, struct str text);

void walk_new_line(struct buf *out);
void walk_put_line(struct buf *out, const char *html);
void walk_put_text(struct buf *out, struct str s); /* escaped */

/* Mentions */
void mention_start(struct walk *w);
/* The bytes from..to of a text node, with the mentions in it. */
void mention_put_text(struct walk *w, cmark_node *node, struct str text, size_t from,
		      size_t to);

/* Languages: the code that stands behind emphasis or a link, empty without one; how many
 * bytes at the beginning of a text node are such a mark. */
struct str mark_behind(struct arena *scratch, cmark_node *node);
size_t mark_length(struct arena *scratch, cmark_node *text);

/* Parts that must make sense to those who do not see them: see text/markdown.h */
void part_tell(struct walk *w, const struct markdown_part *part);
void part_tell_heading(struct walk *w, cmark_node *node, struct str title, int before);
void part_tell_paragraph(struct walk *w, cmark_node *node);
void part_tell_table(struct walk *w, cmark_node *node);
void part_tell_words(struct walk *w, cmark_node *node, struct str text, size_t from);
void part_tell_mark(struct walk *w, cmark_node *node);

/* Say that an author's HTML is not shown; nothing of comments. */
void walk_report_html(struct walk *w, struct pos at, struct str html);

/* Footnotes */
void note_start(struct walk *w, cmark_node *root);
void note_check_text(struct walk *w, cmark_node *node, struct str text);
void note_put_ways_back(struct walk *w);
enter_fn note_enter, note_enter_reference;
leave_fn note_leave, note_leave_document;

#endif
