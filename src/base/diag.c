#include "base/diag.h"

#include <errno.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"

enum {
	/* Bytes of a line that are shown, and how many of them before the place: what
	 * is longer is cut on both sides. */
	LINE_SHOWN = 160,
	BEFORE_SHOWN = 80,
};

/* The line of text that a place points into, without its end. Goes on from the line
 * found last, because mistakes mostly come in the order of the file. */
static struct str line_of(struct diag *d, struct pos at, struct str text)
{
	if (d->found.source != at.source || d->found.text != text.p ||
	    at.line < d->found.line) {
		d->found.source = at.source;
		d->found.text = text.p;
		d->found.offset = 0;
		d->found.line = 1;
		d->found.counted = d->found.characters = 0;
	}
	while (d->found.line < at.line && d->found.offset < text.n) {
		struct str line, rest = str_from(text, d->found.offset);

		line = str_cut(rest, '\n', &rest);
		d->found.offset += line.n + 1;
		d->found.line++;
		d->found.counted = d->found.characters = 0;
	}
	text = str_from(text, d->found.offset);
	text = str_cut(text, '\n', &(struct str){0});
	return str_ends(text, STR("\r")) ? str_head(text, text.n - 1) : text;
}

static bool is_within_character(struct str s, size_t i)
{
	return i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80;
}

/* The characters in the first n bytes of the line that was found. Goes on from those
 * counted last: a long line may hold many mistakes. */
static size_t count_before(struct diag *d, struct str line, size_t n)
{
	if (n < d->found.counted || is_within_character(line, d->found.counted))
		d->found.counted = d->found.characters = 0;
	d->found.characters += utf8_count(str_from(str_head(line, n), d->found.counted));
	d->found.counted = n;
	return d->found.characters;
}

/* Note the column in characters, and what is shown of the line that d found. */
static void keep_line(struct arena *a, struct diag *d, struct diag_item *item, struct str line)
{
	struct str before = str_head(line, item->at.col ? item->at.col - 1 : 0);
	size_t from = 0, to = line.n;
	struct buf shown = {.arena = a};

	/* What lies beyond a line's end, or in a file that is gone, counts in bytes. */
	item->column = item->at.col - (uint32_t)(before.n - count_before(d, line, before.n));
	if (line.n > LINE_SHOWN) {
		from = before.n > BEFORE_SHOWN ? before.n - BEFORE_SHOWN : 0;
		to = from + LINE_SHOWN < line.n ? from + LINE_SHOWN : line.n;
	}
	while (is_within_character(line, from))
		from++;
	while (is_within_character(line, to))
		to--;
	buf_add_z(&shown, from ? "…" : "");
	item->caret = (uint32_t)(shown.n + before.n - from);
	buf_add(&shown, str_from(str_head(line, to), from));
	buf_add_z(&shown, to < line.n ? "…" : "");
	item->line = buf_str(&shown);
}

void diag_reading(struct diag *d, const struct source *s, struct str text)
{
	d->reading.source = s;
	d->reading.text = text;
}

struct str diag_text(const struct diag *d, const struct source *s)
{
	return d->reading.source == s ? d->reading.text : s->text;
}

static struct diag_item *new_item(struct diag *d, enum diag_level level, struct pos at,
				  struct str text)
{
	struct diag_item *item = arena_new(d->arena, struct diag_item);
	struct str file = at.source && at.line ? diag_text(d, at.source) : STR("");

	item->level = level;
	item->at = at;
	item->text = text;
	if (file.n)
		keep_line(d->arena, d, item, line_of(d, at, file));
	return item;
}

static void count_item(struct diag *d, enum diag_level level)
{
	if (level == DIAG_ERROR)
		d->errors++;
	else if (level == DIAG_WARNING)
		d->warnings++;
	else
		d->advice++;
}

static void append_item(struct diag *d, struct diag_item *item)
{
	if (d->last)
		d->last->next = item;
	else
		d->first = item;
	d->last = item;
	count_item(d, item->level);
}

void diag_find(struct diag *d, enum diag_level level, const char *code, struct pos at,
	       struct str text)
{
	append_item(d, new_item(d, level, at, text));
	d->last->code = code;
}

bool diag_error(struct diag *d, struct pos at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_ERROR, at, str_vfmt(d->arena, fmt, args)));
	va_end(args);
	return false;
}

void diag_warn(struct diag *d, struct pos at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_WARNING, at, str_vfmt(d->arena, fmt, args)));
	va_end(args);
}

void diag_advise(struct diag *d, struct pos at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_ADVICE, at, str_vfmt(d->arena, fmt, args)));
	va_end(args);
}

struct pos diag_file(struct diag *d, struct str path)
{
	struct source *source = arena_new(d->arena, struct source);

	source->path = str_dup(d->arena, path);
	return (struct pos){.source = source};
}

bool diag_machine(struct diag *d, struct str path, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d,
		    new_item(d, DIAG_ERROR, diag_file(d, path), str_vfmt(d->arena, fmt, args)));
	va_end(args);
	d->failed_machine = true;
	return false;
}

void diag_note(struct diag *d, struct pos at, const char *fmt, ...)
{
	struct diag_item **end = &d->last->notes;
	va_list args;

	while (*end)
		end = &(*end)->next;
	va_start(args, fmt);
	*end = new_item(d, DIAG_ADVICE, at, str_vfmt(d->arena, fmt, args));
	va_end(args);
}

void diag_soften(struct diag *d, struct diag_item *mark)
{
	for (struct diag_item *i = mark ? mark->next : d->first; i; i = i->next) {
		if (i->level != DIAG_ERROR)
			continue;
		i->level = DIAG_WARNING;
		d->errors--;
		d->warnings++;
	}
}

void diag_merge(struct diag *into, struct diag *from)
{
	if (from->first) {
		if (into->last)
			into->last->next = from->first;
		else
			into->first = from->first;
		into->last = from->last;
	}
	into->errors += from->errors;
	into->warnings += from->warnings;
	into->advice += from->advice;
	into->failed_machine |= from->failed_machine;
	*from = (struct diag){.arena = from->arena};
}

static struct str path_of(struct pos at)
{
	return at.source ? at.source->path : (struct str){0};
}

static int compare_numbers(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int compare_items(const void *x, const void *y)
{
	const struct diag_item *a = *(struct diag_item *const *)x;
	const struct diag_item *b = *(struct diag_item *const *)y;
	int order = str_cmp(path_of(a->at), path_of(b->at));

	if (!order)
		order = compare_numbers(a->at.line, b->at.line);
	if (!order)
		order = compare_numbers(a->at.col, b->at.col);
	if (!order)
		order = (int)a->level - (int)b->level;
	return order ? order : str_cmp(a->text, b->text);
}

/* Reading files again, one after the other, to show their lines. */
struct reader {
	struct arena *arena; /* for the lines */
	struct arena texts;
	struct diag places; /* finds lines, and hears why a file cannot be read */
	const struct source *source;
	struct str text;
};

static bool read_text(struct reader *r)
{
	const struct source *s = r->source;

	if (s->reread)
		return s->reread(&r->texts, s, &r->text, &r->places);
	return file_read(&r->texts, s->path, FILE_MAX, &r->text, &r->places);
}

static void read_line(struct reader *r, struct diag_item *item)
{
	if (item->line.n || !item->at.source || !item->at.line)
		return;
	if (r->source != item->at.source) {
		arena_reset(&r->texts);
		r->places = (struct diag){.arena = &r->texts};
		r->source = item->at.source;
		if (!read_text(r))
			r->text = (struct str){0};
	}
	keep_line(r->arena, &r->places, item, line_of(&r->places, item->at, r->text));
}

static void read_lines(struct arena *a, struct diag_item *const *items, size_t n)
{
	struct reader r = {.arena = a};

	for (size_t i = 0; i < n; i++) {
		read_line(&r, items[i]);
		for (struct diag_item *note = items[i]->notes; note; note = note->next)
			read_line(&r, note);
	}
	arena_free(&r.texts);
}

struct diag_item **diag_sorted(struct arena *a, const struct diag *d, size_t *n)
{
	size_t total = d->errors + d->warnings + d->advice;
	struct diag_item **items = arena_array(a, struct diag_item *, total + 1);
	size_t i = 0;

	for (struct diag_item *item = d->first; item; item = item->next)
		items[i++] = item;
	qsort(items, i, sizeof(struct diag_item *), compare_items);
	*n = 0;
	for (size_t k = 0; k < i; k++) {
		if (!*n || compare_items(&items[*n - 1], &items[k]) != 0)
			items[(*n)++] = items[k];
	}
	read_lines(a, items, *n);
	return items;
}

/* All is written at once: a message is in one piece also where others print too. */
struct printer {
	struct buf out;
	bool colour;
};

static void paint(struct printer *p, const char *code)
{
	if (p->colour)
		buf_fmt(&p->out, "\033[%sm", code);
}

/* What authors wrote is not let through to the terminal as it is: control characters
 * are spaces there, bytes that are no text a replacement character. */
static void print_clean(struct printer *p, struct str s)
{
	while (s.n) {
		struct str rest = s;
		uint32_t c = utf8_take(&rest);
		size_t n = s.n - rest.n;

		if (c < ' ' || (c >= 0x7F && c < 0xA0))
			buf_byte(&p->out, ' ');
		else if (c == 0xFFFD)
			buf_add_z(&p->out, "\uFFFD");
		else
			buf_add(&p->out, str_head(s, n));
		s = rest;
	}
}

static void print_place(struct printer *p, const struct diag_item *item)
{
	if (!item->at.source)
		return;
	print_clean(p, item->at.source->path);
	buf_byte(&p->out, ':');
	if (item->at.line)
		buf_fmt(&p->out, "%u:", item->at.line);
	if (item->at.line && item->column)
		buf_fmt(&p->out, "%u:", item->column);
	buf_byte(&p->out, ' ');
}

/* The line, and a caret below the column by display width. */
static void print_excerpt(struct printer *p, const struct diag_item *item)
{
	size_t width = utf8_width(str_head(item->line, item->caret));

	if (!str_trim(item->line).n)
		return;
	buf_add_z(&p->out, "    ");
	print_clean(p, item->line);
	buf_byte(&p->out, '\n');
	if (item->column)
		buf_fmt(&p->out, "    %*s^\n", (int)width, "");
}

const char *diag_level_name(enum diag_level level)
{
	static const char *const names[] = {N_("error"), N_("warning"), N_("advice")};

	return _(names[level]);
}

static const char *const level_colours[] = {"1;31", "1;33", "1;36"};

static void print_item(struct printer *p, const struct diag_item *item, const char *label,
		       const char *colour)
{
	print_place(p, item);
	paint(p, colour);
	buf_add_z(&p->out, label);
	paint(p, "0");
	buf_add_z(&p->out, ": ");
	print_clean(p, item->text);
	if (item->code)
		buf_fmt(&p->out, " [%s]", item->code);
	buf_byte(&p->out, '\n');
	print_excerpt(p, item);
}

static void print_count(struct printer *p, size_t n, const char *one, const char *many,
			bool *first)
{
	if (!n)
		return;
	if (!*first)
		buf_add_z(&p->out, ", ");
	*first = false;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	buf_fmt(&p->out, n == 1 ? one : many, n);
#pragma GCC diagnostic pop
}

static void print_counts(struct printer *p, const size_t counts[3])
{
	bool first = true;

	print_count(p, counts[DIAG_ERROR], _("%zu error"), _("%zu errors"), &first);
	print_count(p, counts[DIAG_WARNING], _("%zu warning"), _("%zu warnings"), &first);
	print_count(p, counts[DIAG_ADVICE], _("%zu suggestion"), _("%zu suggestions"), &first);
	if (!first)
		buf_byte(&p->out, '\n');
}

void diag_print(const struct diag *d, enum diag_level least, FILE *out, bool colour)
{
	struct arena arena = {0};
	struct printer p = {.out = {.arena = &arena}, .colour = colour};
	size_t n, counts[3] = {0};
	struct diag_item **items = diag_sorted(&arena, d, &n);

	for (size_t i = 0; i < n; i++) {
		if (items[i]->level > least)
			continue;
		counts[items[i]->level]++;
		print_item(&p, items[i], diag_level_name(items[i]->level),
			   level_colours[items[i]->level]);
		for (struct diag_item *note = items[i]->notes; note; note = note->next)
			print_item(&p, note, _("note"), "1");
	}
	print_counts(&p, counts);
	if (p.out.n)
		fwrite(p.out.p, 1, p.out.n, out);
	arena_free(&arena);
}
