/*
 * mustache_nodes - what a parsed template is: the private part of text/mustache.h,
 * shared by mustache.c (makes nodes), layouts.c (keeps templates) and render.c (reads
 * nodes). Nobody else includes it.
 *
 * A template is one flat array. What a section, a block or a parent holds stands
 * behind it, up to `end`:
 *
 *	a{{#b}}c{{/b}}        TEXT a | SECTION b end=4 | TEXT c | AGAIN end=1 | RETURN
 *	{{^b}}c{{/b}}         INVERTED b end=2 | TEXT c | RETURN
 *	{{$b}}c{{/b}}         BLOCK b end=2 | TEXT c | RETURN
 *	{{<p}}{{$b}}c{{/b}}{{/p}}
 *	                      PARENT p end=4 | BLOCK b end=4 | TEXT c | RETURN | RETURN
 *
 * Comments, delimiters and the lines of standalone tags leave nothing behind.
 *
 * Indentation. A standalone partial is indented by putting its white space before each
 * line of its text, not before the lines of the values in it. So every node knows
 * whether it begins a line of its source (begins_line): there, and behind each line
 * feed within a TEXT, the renderer puts the indentation, if there is one. The text of
 * a block that fills a parent's loses its own indentation here, once.
 */
#ifndef CCHC_TEXT_MUSTACHE_NODES_H
#define CCHC_TEXT_MUSTACHE_NODES_H

#include <stdatomic.h>

#include "base/map.h"
#include "text/mustache.h"

enum {
	/* What is reported of one template, of each sort: a few show what is wrong, and
	 * a large file can hold very many. */
	TEMPLATE_MISTAKES_MAX = 20,
};

enum node_kind {
	NODE_TEXT,
	NODE_VARIABLE, /* {{name}} */
	NODE_RAW,      /* {{{name}}}, {{&name}} */
	NODE_SECTION,
	NODE_INVERTED,
	NODE_PARTIAL,
	NODE_PARENT,
	NODE_BLOCK,
	NODE_AGAIN,  /* the end of a section; end is the section */
	NODE_RETURN, /* the end of a template, or of a block that fills a parent's */
};

/* What only partials, parents and blocks have: tags where other text is put in. */
struct inset {
	struct str indent; /* put before each line of that text, but for the first one
			    * where something stands before it; see standalone */
	bool dynamic;      /* {{>*name}}: the node's name leads to the template's name */
	/* The template once it has been found. All threads find the same one, so it
	 * doesn't matter which of them stores it. */
	_Atomic(const struct template *) target;
};

struct node {
	unsigned char kind;
	bool begins_line; /* of its source: indentation goes before it */
	bool standalone;  /* a partial, parent or block: its line is gone */
	/* Was it asked for in rendering, and did a view know it? Set once, by any
	 * thread; for layouts_warn_unanswered(). */
	atomic_bool asked, answered;
	uint32_t n_parts; /* of the name; 0: {{.}} */
	uint32_t end;     /* the node behind what this one holds; see above */
	uint32_t line, col;
	struct str text; /* of a TEXT; the name as written of all others */
	const struct str *parts;
	struct inset *inset;
};

enum {
	CLOSE_NAME = 2, /* changes between a name and the one it may be meant for */
};

struct template
{
	struct str name;
	bool is_trusted; /* nothing is warned of in it: layouts_trust() */
	const struct source *source;
	struct node *nodes; /* a RETURN at the end */
	size_t n_nodes;
};

struct layouts {
	struct arena *arena;
	struct map templates; /* name to struct template */
	size_t output_max;    /* MUSTACHE_OUTPUT_MAX; tests set it lower */
};

/* Parse t->source->text. t gets nodes that can be rendered in any case; false, and
 * reported, when there was a mistake. */
bool template_parse(struct arena *a, struct template *t, struct diag *d) MUST_USE;

/* The template that a tag of `from` means by name: of exactly this name, or of this
 * name with from's own extension. */
const struct template *layouts_find(const struct layouts *l, struct str name,
				    const struct template *from);

static inline struct pos node_pos(const struct template *t, const struct node *node)
{
	return (struct pos){t->source, node->line, node->col};
}

#endif
