/* Mentions are looked for in a block as a whole: "theo **Nghị định** số 1/2026/NĐ-CP" is
 * three nodes of the library's tree, and which law is meant, and whether the text rests on
 * it, shows only from all of them. */
#include "text/markdown_walk.h"

static void add_piece(struct walk *w, cmark_node *node, size_t at)
{
	struct mentions *m = &w->mentions;

	m->pieces = arena_room(w->scratch, m->pieces, m->n_pieces, &m->cap,
			       sizeof(struct piece_of_text));
	m->pieces[m->n_pieces++] = (struct piece_of_text){node, at};
}

/* Signs for what is no text, so that nothing reaches across it. */
static void add_node(struct walk *w, cmark_node *node, struct buf *text)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
		add_piece(w, node, text->n);
		buf_add(text, walk_literal(node));
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		buf_byte(text, ' ');
		break;
	case CMARK_NODE_CODE:
		buf_byte(text, '`');
		break;
	default:
		if (walk_is_named(node, "table_cell"))
			buf_byte(text, ';');
	}
}

static void look_at_block(struct walk *w)
{
	struct mentions *m = &w->mentions;
	const struct markdown_hooks *hooks = w->c->hooks;
	struct buf text = {.arena = w->scratch};

	m->block = w->block;
	m->n_pieces = m->piece = m->next = 0;
	for (cmark_node *n = w->block; n; n = walk_next(w->block, n))
		add_node(w, n, &text);
	m->text = buf_str(&text);
	m->n = hooks->mentions(hooks->context, w->scratch, m->text, &m->list);
}

/* Where a text node begins in its block: nodes are met in the order of the pieces. */
static bool find_piece(struct mentions *m, const cmark_node *node, size_t *at)
{
	while (m->piece < m->n_pieces && m->pieces[m->piece].node != node)
		m->piece++;
	if (m->piece == m->n_pieces)
		return false;
	*at = m->pieces[m->piece].at;
	return true;
}

/* The next mention whose core lies in from..to of the block's text, or NULL. */
static const struct markdown_mention *next_mention(struct mentions *m, size_t from, size_t to)
{
	while (m->next < m->n && m->list[m->next].core < from)
		m->next++;
	if (m->next == m->n || m->list[m->next].to > to)
		return NULL;
	return &m->list[m->next++];
}

static void put_mention(struct walk *w, cmark_node *node, size_t at,
			const struct markdown_mention *mention, struct str shown)
{
	const struct markdown_hooks *hooks = w->c->hooks;
	struct str core = {w->mentions.text.p + mention->core, mention->to - mention->core};
	struct pos pos = walk_find_in(w, node, mention->core - at, core);
	bool link = cmark_node_get_type(w->block) != CMARK_NODE_HEADING;

	hooks->mentioned(hooks->context, mention, pos, w->c->d);
	if (link)
		buf_add(w->out, mention->open);
	walk_put_text(w->out, shown);
	if (link)
		buf_add(w->out, mention->close);
}

/* at: where the node begins in the block's text. */
static void put_stretch(struct walk *w, cmark_node *node, size_t at, size_t from, size_t to)
{
	struct mentions *m = &w->mentions;
	const struct markdown_mention *mention;
	const char *p = m->text.p;

	while ((mention = next_mention(m, from, to)) != NULL) {
		size_t start = mention->from > from ? mention->from : from;

		walk_put_text(w->out, (struct str){p + from, start - from});
		put_mention(w, node, at, mention, (struct str){p + start, mention->to - start});
		from = mention->to;
	}
	walk_put_text(w->out, (struct str){p + from, to - from});
}

void mention_start(struct walk *w)
{
	const struct markdown_hooks *hooks = w->c->hooks;

	w->mentions.possible =
		hooks && hooks->may_mention && hooks->may_mention(hooks->context, w->c->text);
}

void mention_put_text(struct walk *w, cmark_node *node, struct str text, size_t from, size_t to)
{
	size_t at;

	if (w->mentions.possible && !w->in_link && w->block && w->mentions.block != w->block)
		look_at_block(w);
	if (w->mentions.possible && !w->in_link && w->block &&
	    find_piece(&w->mentions, node, &at))
		put_stretch(w, node, at, at + from, at + to);
	else
		walk_put_text(w->out, (struct str){text.p + from, to - from});
}
