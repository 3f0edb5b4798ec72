/*
 * locate - the place of something in a source text, from a guess.
 *
 * The places that cmark-gfm gives for links are near but often wrong: off by the
 * indentation of a paragraph's first line, by escapes in a table, by reference
 * definitions before a paragraph, by line ends within a link. So its place is a guess,
 * and what should stand there is looked for: first exactly there, then behind what
 * was found before.
 */
#ifndef CCHC_TEXT_LOCATE_H
#define CCHC_TEXT_LOCATE_H

#include "base/diag.h"

enum {
	LOCATE_WINDOW = 16 * 1024, /* bytes that are looked through for one thing */
};

struct locator {
	struct pos at; /* of the text in its file */
	struct str text;
	uint32_t *lines; /* offsets at which they start */
	size_t n_lines;
	size_t from, to; /* the part that is looked through */
};

/* text lives at `at` in its file; the lines are counted when first asked for. */
void locator_start(struct locator *l, struct pos at, struct str text);

/* Look only through the lines first to last (from 1) from now on. */
void locator_limit(struct locator *l, struct arena *scratch, int first, int last);

/* A line of the text, without its end; empty outside of it. */
struct str locator_line(struct locator *l, struct arena *scratch, int line);

/* The place where one of the n texts begins, tried in order, and what is sought after
 * it will be found behind it. The line of the guess, column 0, when none is there. */
struct pos locator_find(struct locator *l, struct arena *scratch, int line, int col,
			const struct str *texts, size_t n);

/* The place of an offset in the text. */
struct pos locator_at(struct locator *l, struct arena *scratch, size_t offset);

/* The place of line and column (from 1) in the file. */
struct pos locator_pos(const struct locator *l, int line, int col);

#endif
