#include "text/markdown_html.h"

#include "text/anchor.h"
#include "text/autolink.h"
#include "text/markdown_walk.h"

static const struct element *extension_of(cmark_node *node)
{
	const struct element *e = walk_tables;

	while (e->name && !walk_is_named(node, e->name))
		e++;
	return e;
}

static const struct element *element_of(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	size_t i = WALK_INDEX(type);
	bool is_inline = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
	const struct element *e = is_inline ? walk_inlines : walk_blocks;

	return i < WALK_TYPES && e[i].name ? &e[i] : extension_of(node);
}

/* False: the node and all in it has been dealt with. */
static bool enter(struct walk *w, cmark_node *node)
{
	const struct element *e = element_of(node);

	if (e->before)
		buf_add_z(w->out, e->before);
	return !e->enter || e->enter(w, node);
}

static void leave(struct walk *w, cmark_node *node)
{
	const struct element *e = element_of(node);

	if (e->leave)
		e->leave(w, node);
	if (e->behind)
		buf_add_z(w->out, e->behind);
}

static cmark_node *next_after(struct walk *w, cmark_node *node)
{
	while (node && !cmark_node_next(node)) {
		node = cmark_node_parent(node);
		if (node)
			leave(w, node);
	}
	return node ? cmark_node_next(node) : NULL;
}

/* Without recursion: emphasis may be nested as deep as the text is long. */
static void put_tree(struct walk *w, cmark_node *root)
{
	cmark_node *node = root;

	while (node) {
		bool inside = enter(w, node);

		if (inside && cmark_node_first_child(node)) {
			node = cmark_node_first_child(node);
			continue;
		}
		if (inside)
			leave(w, node);
		node = next_after(w, node);
	}
}

static void add_heading(struct walk *w, cmark_node *node, size_t *cap)
{
	struct conversion *c = w->c;
	struct str title = walk_plain_text(w->scratch, node);

	if (!title.n)
		return;
	c->headings =
		arena_room(c->keep, c->headings, c->n_headings, cap, sizeof(*c->headings));
	c->headings[c->n_headings++] = (struct heading){
		.level = cmark_node_get_heading_level(node),
		.title = str_dup(c->keep, title),
		.pos = walk_place(w, node),
	};
}

/* Before all else: an id depends on the headings behind it too. */
static void collect_headings(struct walk *w, cmark_node *root)
{
	size_t cap = 0;

	for (cmark_node *n = root; n; n = walk_next_block(n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_HEADING)
			add_heading(w, n, &cap);
	}
	anchors_give(w->c->keep, w->scratch, w->c->headings, w->c->n_headings);
}

bool markdown_put_html(struct arena *scratch, struct conversion *c, struct cmark_node *root,
		       struct buf *out)
{
	struct walk w = {.scratch = scratch,
			 .c = c,
			 .out = out,
			 .ok = true,
			 .autolinks = autolink_possible(c->text)};

	locator_start(&w.where, c->at, c->text);
	if (!c->fragment)
		collect_headings(&w, root);
	note_start(&w, root);
	mention_start(&w);
	put_tree(&w, root);
	return w.ok;
}
