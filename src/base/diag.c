#include "base/diag.h"

#include <errno.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/utf8.h"

enum {
	LINE_KEPT = 400, /* bytes of a line that are worth showing */
};

/* The line of text that pos points into, without its end. */
static struct str line_of(struct str text, uint32_t line)
{
	struct str found = {0};

	for (uint32_t i = 0; i < line; i++) {
		if (i && !text.n)
			return (struct str){0};
		found = str_cut(text, '\n', &text);
	}
	return found.n && found.p[found.n - 1] == '\r' ? str_head(found, found.n - 1) : found;
}

static struct diag_item *new_item(struct diag *d, enum diag_level level, struct pos at,
				  const char *fmt, va_list args) PRINTF_LIKE(4, 0);

static struct diag_item *new_item(struct diag *d, enum diag_level level, struct pos at,
				  const char *fmt, va_list args)
{
	struct diag_item *item = arena_new(d->arena, struct diag_item);

	item->level = level;
	item->at = at;
	item->text = str_vfmt(d->arena, fmt, args);
	if (at.source && at.source->text.n && at.line)
		item->line = str_dup(d->arena,
				     str_head(line_of(at.source->text, at.line), LINE_KEPT));
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

bool diag_error(struct diag *d, struct pos at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_ERROR, at, fmt, args));
	va_end(args);
	return false;
}

void diag_warn(struct diag *d, struct pos at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_WARNING, at, fmt, args));
	va_end(args);
}

void diag_advise(struct diag *d, struct pos at, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_ADVICE, at, fmt, args));
	va_end(args);
}

/* A machine's failure has no source of its own, so one is made for its path. */
bool diag_machine(struct diag *d, struct str path, const char *fmt, ...)
{
	struct source *source = arena_new(d->arena, struct source);
	va_list args;

	source->path = str_dup(d->arena, path);
	va_start(args, fmt);
	append_item(d, new_item(d, DIAG_ERROR, (struct pos){.source = source}, fmt, args));
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
	*end = new_item(d, DIAG_ADVICE, at, fmt, args);
	va_end(args);
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
	return items;
}

/* What printing needs to know: where to, and the file whose lines were last shown. */
struct printer {
	FILE *out;
	bool colour;
	struct arena arena;
	struct str path, text;
};

static void paint(const struct printer *p, const char *code)
{
	if (p->colour)
		fprintf(p->out, "\033[%sm", code);
}

static struct str line_to_show(struct printer *p, const struct diag_item *item)
{
	struct diag quiet = {.arena = &p->arena};

	if (item->line.n || !item->at.source || !item->at.line)
		return item->line;
	if (!str_eq(p->path, item->at.source->path)) {
		p->path = item->at.source->path;
		p->text = (struct str){0};
		if (!file_read(&p->arena, p->path, FILE_MAX, &p->text, &quiet))
			p->text = (struct str){0};
	}
	return str_head(line_of(p->text, item->at.line), LINE_KEPT);
}

/* The bytes of line before the column. */
static struct str before_column(struct str line, uint32_t col)
{
	return str_head(line, col ? col - 1 : 0);
}

static void print_place(const struct printer *p, struct pos at, struct str line)
{
	if (!at.source)
		return;
	fprintf(p->out, STR_FMT ":", STR_ARG(at.source->path));
	if (at.line)
		fprintf(p->out, "%u:", at.line);
	if (at.line && at.col)
		fprintf(p->out, "%zu:", utf8_count(before_column(line, at.col)) + 1);
	fputc(' ', p->out);
}

/* The line, tabs as one space, and a caret under the column by display width. */
static void print_excerpt(const struct printer *p, struct pos at, struct str line)
{
	size_t width = utf8_width(before_column(line, at.col));

	if (!str_trim(line).n)
		return;
	fputs("    ", p->out);
	for (size_t i = 0; i < line.n; i++)
		fputc((unsigned char)line.p[i] < ' ' || line.p[i] == 127 ? ' ' : line.p[i],
		      p->out);
	fputc('\n', p->out);
	if (at.col)
		fprintf(p->out, "    %*s^\n", (int)width, "");
}

static const char *const level_names[] = {N_("error"), N_("warning"), N_("advice")};
static const char *const level_colours[] = {"1;31", "1;33", "1;36"};

static void print_text(const struct printer *p, const char *label, const char *colour,
		       const struct diag_item *item)
{
	paint(p, colour);
	fputs(label, p->out);
	paint(p, "0");
	fprintf(p->out, ": " STR_FMT "\n", STR_ARG(item->text));
}

static void print_item(struct printer *p, const struct diag_item *item, const char *label,
		       const char *colour)
{
	struct str line = line_to_show(p, item);

	print_place(p, item->at, line);
	print_text(p, label, colour, item);
	print_excerpt(p, item->at, line);
}

static void print_count(const struct printer *p, size_t n, const char *one, const char *many,
			bool *first)
{
	if (!n)
		return;
	if (!*first)
		fputs(", ", p->out);
	*first = false;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	fprintf(p->out, n == 1 ? one : many, n);
#pragma GCC diagnostic pop
}

static void print_counts(const struct printer *p, const struct diag_item *const *items,
			 size_t n)
{
	size_t counts[3] = {0};
	bool first = true;

	for (size_t i = 0; i < n; i++)
		counts[items[i]->level]++;
	print_count(p, counts[DIAG_ERROR], _("%zu error"), _("%zu errors"), &first);
	print_count(p, counts[DIAG_WARNING], _("%zu warning"), _("%zu warnings"), &first);
	print_count(p, counts[DIAG_ADVICE], _("%zu suggestion"), _("%zu suggestions"), &first);
	if (!first)
		fputc('\n', p->out);
}

void diag_print(const struct diag *d, FILE *out, bool colour)
{
	struct printer p = {.out = out, .colour = colour};
	size_t n;
	struct diag_item **items = diag_sorted(&p.arena, d, &n);

	for (size_t i = 0; i < n; i++) {
		print_item(&p, items[i], _(level_names[items[i]->level]),
			   level_colours[items[i]->level]);
		for (struct diag_item *note = items[i]->notes; note; note = note->next)
			print_item(&p, note, _("note"), "1");
	}
	print_counts(&p, (const struct diag_item *const *)items, n);
	arena_free(&p.arena);
}
