/*
 * examples - reads the examples out of a specification of Markdown, written as
 * CommonMark writes its own: between two lines of 32 backticks, the first with
 * "example" behind it, stand the Markdown, a line with a '.', and the HTML; in
 * tests/spec/markdown.txt after another '.' also what is reported. An arrow stands
 * for a tab. The rest of the file is for people.
 */
#ifndef CCHC_TESTS_EXAMPLES_H
#define CCHC_TESTS_EXAMPLES_H

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

enum {
	SPEC_MAX = 4 * 1024 * 1024,
};

struct example {
	unsigned number, line;
	struct str markdown, html, report;
};

struct examples {
	struct arena *arena;
	struct str rest; /* not read yet */
	unsigned number, line;
};

static inline struct str examples_line(struct examples *e)
{
	e->line++;
	return str_cut(e->rest, '\n', &e->rest);
}

/* The lines up to one that is `end` or begins with the fence; *ended says it was that. */
static inline struct str examples_part(struct examples *e, bool *ended)
{
	struct buf out = {.arena = e->arena};
	const struct str arrow = STR("→");

	while (e->rest.n) {
		struct str line = examples_line(e);

		*ended = str_starts(line, STR("````````````````````````````````"));
		if (*ended || str_eq_z(line, "."))
			break;
		for (; line.n; line = str_from(line, str_starts(line, arrow) ? arrow.n : 1))
			buf_byte(&out, str_starts(line, arrow) ? '\t' : line.p[0]);
		buf_byte(&out, '\n');
	}
	return buf_str(&out);
}

static inline bool examples_next(struct examples *e, struct example *out)
{
	bool ended = false;

	do {
		if (!e->rest.n)
			return false;
	} while (
		!str_starts(examples_line(e), STR("```````````````````````````````` example")));
	*out = (struct example){.number = ++e->number, .line = e->line};
	out->markdown = examples_part(e, &ended);
	out->html = ended ? STR("") : examples_part(e, &ended);
	out->report = ended ? STR("") : examples_part(e, &ended);
	return true;
}

/* False, and said, when the file is not there. */
static inline bool examples_open(struct arena *a, const char *path, struct examples *out)
{
	struct diag d = {.arena = a};
	struct str text;

	if (!file_read(a, str_of(path), SPEC_MAX, &text, &d)) {
		diag_print(&d, DIAG_ADVICE, stderr, false);
		return false;
	}
	*out = (struct examples){.arena = a, .rest = text};
	return true;
}

static inline bool examples_compare(const struct example *e, const char *what, struct str is,
				    struct str should)
{
	if (str_eq(is, should))
		return true;
	printf("Example %u (line %u), %s\n--- Markdown\n" STR_FMT "--- should be\n" STR_FMT
	       "--- is\n" STR_FMT "\n",
	       e->number, e->line, what, STR_ARG(e->markdown), STR_ARG(should), STR_ARG(is));
	return false;
}

#endif
