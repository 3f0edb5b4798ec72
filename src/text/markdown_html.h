/*
 * markdown_html - from the library's tree to HTML. Private to markdown.c: together
 * they are the only files that include cmark-gfm.
 *
 * The HTML is made here and not by the library's renderer, so that it is the same
 * with each version of the library, holds nothing that an author wrote as HTML, and
 * has the ids, classes and labels that a page needs. Without hooks it is, byte for
 * byte, what the CommonMark and GFM specifications show.
 */
#ifndef CCHC_TEXT_MARKDOWN_HTML_H
#define CCHC_TEXT_MARKDOWN_HTML_H

#include "text/markdown.h"

struct cmark_node;

struct conversion {
	struct arena *keep;                 /* for what is returned */
	struct pos at;                      /* where text starts */
	struct str text;                    /* what the tree was made of */
	const struct markdown_hooks *hooks; /* NULL: plain Markdown */
	bool fragment;                      /* part of a page: no headings */
	struct heading *headings;           /* out: in order, living in keep */
	size_t n_headings;
	struct diag *d;
};

/* False when something was wrong, all of which was reported. Nests: a hook may
 * convert a fragment. */
bool markdown_put_html(struct arena *scratch, struct conversion *c, struct cmark_node *root,
		       struct buf *out) MUST_USE;

#endif
