#include "text/markdown.h"

#include <setjmp.h>

#include <cmark-gfm.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include "base/jobs.h"
#include "text/html.h"
#include "text/markdown_guard.h"
#include "text/markdown_html.h"

/* What the library allocates for one text. It frees by itself nothing that matters:
 * all goes at once. The limit is one for inputs that no guard knew. */
struct pool {
	struct arena arena;
	size_t used, max;
	jmp_buf full;
};

/* The library's callbacks have no context. */
static __thread struct pool *current;
static __thread int nesting; /* of fragments */

/* Set once, before there are threads. */
static cmark_syntax_extension *table, *tasklist, *strikethrough;

/* In front of each piece: realloc() has to know its size. */
struct piece {
	size_t n;
	_Alignas(max_align_t) char bytes[];
};

/* The library has no way out but to succeed, and holds nothing but this memory. */
static void count(size_t n)
{
	current->used += n;
	if (current->used > current->max || current->used < n)
		longjmp(current->full, 1);
}

static void *give(size_t n_items, size_t size)
{
	struct piece *piece;
	size_t n;

	if (__builtin_mul_overflow(n_items, size, &n))
		n = SIZE_MAX / 2;
	count(n);
	piece = arena_alloc(&current->arena, 1, sizeof(*piece) + n, _Alignof(struct piece));
	piece->n = n;
	return piece->bytes;
}

static void *give_more(void *p, size_t n)
{
	struct piece *piece;

	if (!p)
		return give(1, n);
	piece = (struct piece *)(void *)((char *)p - offsetof(struct piece, bytes));
	if (n <= piece->n)
		return p;
	count(n - piece->n);
	piece = arena_grow(&current->arena, piece, sizeof(*piece) + piece->n,
			   sizeof(*piece) + n);
	piece->n = n;
	return piece->bytes;
}

static void keep(void *p)
{
	(void)p;
}

static cmark_mem allocator = {give, give_more, keep};

void markdown_start(void)
{
	cmark_gfm_core_extensions_ensure_registered();
	table = cmark_find_syntax_extension("table");
	tasklist = cmark_find_syntax_extension("tasklist");
	strikethrough = cmark_find_syntax_extension("strikethrough");
}

/* The library's registration cannot be undone and done again. */
void markdown_stop(void)
{
	table = tasklist = strikethrough = NULL;
}

struct parse {
	struct str text;
	int options;
	bool struck; /* with strikethrough */
	cmark_node *root;
};

/* Looking for footnotes costs two walks through the tree, so only where there may be
 * some. CMARK_OPT_SOURCEPOS counts the lines within code spans. */
static int options_for(struct str text)
{
	return CMARK_OPT_SOURCEPOS | (str_holds(text, STR("[^")) ? CMARK_OPT_FOOTNOTES : 0);
}

static void parse(void *context)
{
	struct parse *p = context;
	cmark_parser *parser;

	if (setjmp(current->full))
		return;
	parser = cmark_parser_new_with_mem(p->options, &allocator);
	cmark_parser_attach_syntax_extension(parser, table);
	cmark_parser_attach_syntax_extension(parser, tasklist);
	if (p->struck)
		cmark_parser_attach_syntax_extension(parser, strikethrough);
	cmark_parser_feed(parser, p->text.p, p->text.n);
	p->root = cmark_parser_finish(parser);
}

/* With strikethrough attached the library writes to tables that all threads share,
 * but only to what they say of '~': texts without one do not look there. */
static cmark_node *parse_text(struct str text)
{
	struct parse p = {
		.text = text, .options = options_for(text), .struck = str_has(text, '~')};

	if (p.struck)
		jobs_alone(parse, &p);
	else
		parse(&p);
	current->max = SIZE_MAX;
	return p.root;
}

static bool convert_guarded(struct conversion *c, struct buf *out)
{
	cmark_node *root = parse_text(c->text);

	if (!root)
		return diag_error(c->d, c->at,
				  _("this text needs more than %zu MB to convert; a link or "
				    "a table in it grows beyond measure"),
				  current->used >> 20);
	return markdown_put_html(&current->arena, c, root, out);
}

static bool convert(struct conversion *c, struct buf *out)
{
	struct pool own = {.max = MARKDOWN_MEMORY_MAX + MARKDOWN_MEMORY_FACTOR * c->text.n};
	struct pool *outer = current;
	bool ok;

	if (!markdown_guard(c->at, c->text, c->d))
		return false;
	current = &own;
	ok = convert_guarded(c, out);
	current = outer;
	arena_free(&own.arena);
	return ok;
}

const struct document *markdown_read(struct arena *a, struct pos at, struct str text,
				     const struct markdown_hooks *hooks, struct diag *d)
{
	struct conversion c = {.keep = a, .at = at, .text = text, .hooks = hooks, .d = d};
	struct buf out = {.arena = a};
	struct document *doc;

	buf_reserve(&out, text.n + text.n / 8);
	if (!convert(&c, &out))
		return NULL;
	doc = arena_new(a, struct document);
	*doc = (struct document){
		.html = buf_str(&out),
		.headings = c.headings,
		.n_headings = c.n_headings,
		.n_words = html_count_words(buf_str(&out)),
	};
	return doc;
}

bool markdown_fragment(struct arena *a, struct pos at, struct str text,
		       const struct markdown_hooks *hooks, struct buf *out, struct diag *d)
{
	struct conversion c = {
		.keep = a, .at = at, .text = text, .hooks = hooks, .fragment = true, .d = d};
	bool ok;

	if (nesting == MARKDOWN_FENCE_DEPTH_MAX)
		return diag_error(d, at, _("components are nested too deep, at most %d"),
				  MARKDOWN_FENCE_DEPTH_MAX);
	nesting++;
	ok = convert(&c, out);
	nesting--;
	return ok;
}
