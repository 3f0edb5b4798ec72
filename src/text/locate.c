#include "text/locate.h"

void locator_start(struct locator *l, struct pos at, struct str text)
{
	*l = (struct locator){.at = at, .text = text, .to = text.n};
}

/* The offset behind the next line end, or 0. */
static size_t next_line(struct str text, size_t from)
{
	struct str rest = str_from(text, from);
	const char *end = rest.n ? memchr(rest.p, '\n', rest.n) : NULL;

	return end ? (size_t)(end - text.p) + 1 : 0;
}

static void find_lines(struct locator *l, struct arena *scratch)
{
	size_t n = 1, start;

	if (l->lines)
		return;
	for (start = 0; (start = next_line(l->text, start)) != 0;)
		n++;
	l->lines = arena_array(scratch, uint32_t, n);
	for (start = 0; (start = next_line(l->text, start)) != 0;)
		l->lines[++l->n_lines] = (uint32_t)start;
	l->n_lines++;
}

static size_t line_start(const struct locator *l, int line)
{
	if (line < 1)
		return 0;
	return (size_t)line > l->n_lines ? l->text.n : l->lines[line - 1];
}

struct str locator_line(struct locator *l, struct arena *scratch, int line)
{
	struct str rest;

	find_lines(l, scratch);
	if (line < 1)
		return (struct str){0};
	return str_cut(str_from(l->text, line_start(l, line)), '\n', &rest);
}

void locator_limit(struct locator *l, struct arena *scratch, int first, int last)
{
	find_lines(l, scratch);
	l->from = line_start(l, first);
	l->to = line_start(l, (last > first ? last : first) + 1);
}

struct pos locator_pos(const struct locator *l, int line, int col)
{
	struct pos at = l->at;

	if (line < 1)
		return at;
	at.line += (uint32_t)line - 1;
	at.col = col < 1 ? 0 : (uint32_t)col + (at.col > 1 ? at.col - 1 : 0);
	return at;
}

static bool stands_at(const struct locator *l, size_t offset, struct str text)
{
	return offset >= l->from && offset < l->to && text.n &&
	       str_starts(str_from(l->text, offset), text);
}

static bool search(const struct locator *l, struct str text, size_t *found)
{
	size_t to = l->to - l->from < LOCATE_WINDOW ? l->to : l->from + LOCATE_WINDOW;

	return text.n && l->from < l->to &&
	       str_find(str_head(l->text, to), text, l->from, found);
}

/* The last line that starts at or before the offset, from 1. */
static int line_of(const struct locator *l, size_t offset)
{
	size_t low = 0, high = l->n_lines;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (l->lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return (int)low + 1;
}

struct pos locator_at(struct locator *l, struct arena *scratch, size_t offset)
{
	int line;

	find_lines(l, scratch);
	line = line_of(l, offset);
	return locator_pos(l, line, (int)(offset - line_start(l, line)) + 1);
}

struct pos locator_find(struct locator *l, struct arena *scratch, int line, int col,
			const struct str *texts, size_t n)
{
	size_t guess, found;

	find_lines(l, scratch);
	guess = col < 1 ? l->text.n : line_start(l, line) + (size_t)col - 1;
	for (size_t i = 0; i < n; i++) {
		if (stands_at(l, guess, texts[i]))
			found = guess;
		else if (!search(l, texts[i], &found))
			continue;
		l->from = found + 1;
		return locator_at(l, scratch, found);
	}
	return locator_pos(l, line, 0);
}
