/*
 * markdown_guard - looks through a Markdown text before cmark-gfm sees it.
 *
 * The library (0.29.0.gfm.6, as Debian 12 has it) can be made to run for minutes by
 * a few kilobytes. What does it is either a table, whose missing cells are filled,
 * or something without an end that is looked for again and again within one
 * paragraph. So tables are counted, and for each stretch of lines without an empty
 * one the work that the library will have with it is estimated.
 *
 * This is no parser: lines of a code block count as well.
 */
#ifndef CCHC_TEXT_MARKDOWN_GUARD_H
#define CCHC_TEXT_MARKDOWN_GUARD_H

#include "base/diag.h"

enum {
	/* Estimated nanoseconds for what has to be looked for again and again. */
	MARKDOWN_WORK_MAX = 1000 * 1000 * 1000,
};

/* False, and reported at the line, when text breaks one of the limits of
 * text/markdown.h or the one above. at is where text starts. */
bool markdown_guard(struct pos at, struct str text, struct diag *d) MUST_USE;

#endif
