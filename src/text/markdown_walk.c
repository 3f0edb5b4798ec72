#include "text/markdown_walk.h"

#include "base/utf8.h"
#include "text/html.h"

struct str walk_literal(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

bool walk_is_named(cmark_node *node, const char *name)
{
	return node && strcmp(cmark_node_get_type_string(node), name) == 0;
}

cmark_node *walk_next(const cmark_node *root, cmark_node *node)
{
	if (cmark_node_first_child(node))
		return cmark_node_first_child(node);
	while (node != root && !cmark_node_next(node))
		node = cmark_node_parent(node);
	return node == root ? NULL : cmark_node_next(node);
}

static bool holds_blocks(cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_BLOCK_QUOTE:
	case CMARK_NODE_LIST:
	case CMARK_NODE_ITEM:
	case CMARK_NODE_FOOTNOTE_DEFINITION:
		return true;
	default:
		return false;
	}
}

cmark_node *walk_next_block(cmark_node *node)
{
	if (holds_blocks(node) && cmark_node_first_child(node))
		return cmark_node_first_child(node);
	while (node && !cmark_node_next(node))
		node = cmark_node_parent(node);
	return node ? cmark_node_next(node) : NULL;
}

/* The text within a node without its marks. */
struct str walk_plain_text(struct arena *a, cmark_node *root)
{
	struct buf out = {.arena = a};

	for (cmark_node *n = root; n; n = walk_next(root, n)) {
		cmark_node_type type = cmark_node_get_type(n);

		if (type == CMARK_NODE_TEXT)
			buf_add(&out, str_from(walk_literal(n), mark_length(a, n)));
		else if (type == CMARK_NODE_CODE)
			buf_add(&out, walk_literal(n));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			buf_byte(&out, ' ');
	}
	return str_trim(buf_str(&out));
}

struct pos walk_place(struct walk *w, cmark_node *block)
{
	return locator_pos(&w->where, cmark_node_get_start_line(block),
			   cmark_node_get_start_column(block));
}

static int count_behind(cmark_node *node)
{
	int n = 0;

	while ((node = cmark_node_next(node)) != NULL)
		n++;
	return n;
}

/* A table's head has the line of a paragraph right before it. */
static int first_line(cmark_node *block)
{
	if (walk_is_named(block, "table_header"))
		return cmark_node_get_end_line(cmark_node_parent(block)) - count_behind(block) -
		       1;
	return cmark_node_get_start_line(block);
}

/* A paragraph right before a table has no place: it begins where the table says that
 * it begins itself. */
static void look_only_in_block(struct walk *w)
{
	cmark_node *block = w->block;
	int first;

	if (!block || w->limited)
		return;
	if (!cmark_node_get_start_line(block) && cmark_node_next(block))
		block = cmark_node_next(block);
	first = first_line(block);
	w->shift = first - cmark_node_get_start_line(w->block);
	w->shift_column = block == w->block ? 0 : cmark_node_get_start_column(block);
	w->limited = true;
	locator_limit(&w->where, w->scratch, first, cmark_node_get_end_line(block));
}

struct pos walk_find(struct walk *w, cmark_node *node, const struct str *texts, size_t n)
{
	look_only_in_block(w);
	return locator_find(&w->where, w->scratch, cmark_node_get_start_line(node) + w->shift,
			    cmark_node_get_start_column(node) + w->shift_column, texts, n);
}

struct pos walk_find_in(struct walk *w, cmark_node *node, size_t offset, struct str text)
{
	int column;

	look_only_in_block(w);
	column = cmark_node_get_start_column(node) + w->shift_column + (int)offset;
	return locator_find(&w->where, w->scratch, cmark_node_get_start_line(node) + w->shift,
			    column, &text, 1);
}

void walk_new_line(struct buf *out)
{
	if (out->n && out->p[out->n - 1] != '\n')
		buf_byte(out, '\n');
}

void walk_put_line(struct buf *out, const char *html)
{
	walk_new_line(out);
	buf_add_z(out, html);
}

/* Between tags and in "", where ' needs no entity. */
void walk_put_text(struct buf *out, struct str s)
{
	static const bool special[256] = {
		['&'] = true, ['<'] = true, ['>'] = true, ['"'] = true};
	size_t done = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (!special[(unsigned char)s.p[i]])
			continue;
		buf_add(out, (struct str){s.p + done, i - done});
		html_escape(out, (struct str){s.p + i, 1});
		done = i + 1;
	}
	buf_add(out, str_from(s, done));
}

/* Comments are for those who read the file; all other HTML was meant to be seen. */
static struct str without_comments(struct str html)
{
	struct str rest = str_trim(html);
	size_t end;

	while (str_starts(rest, STR("<!--")) && str_find(rest, STR("-->"), 0, &end))
		rest = str_trim(str_from(rest, end + 3));
	return rest;
}

/* A closing tag alone: its opening tag was reported. */
static bool is_closing_tag(struct str html)
{
	return str_starts(html, STR("</")) &&
	       memchr(html.p, '>', html.n) == html.p + html.n - 1;
}

void walk_report_html(struct walk *w, struct pos at, struct str html)
{
	struct str shown = without_comments(html), rest;
	struct str line = utf8_head(str_trim(str_cut(shown, '\n', &rest)), WALK_QUOTED);

	if (!shown.n || is_closing_tag(shown))
		return;
	if (str_starts(line, STR("<!--")))
		diag_warn(w->c->d, at, _("this comment never ends: \"-->\" is missing"));
	else if (html_count_words(shown))
		diag_warn(
			w->c->d, at,
			_("HTML is not shown, nor the text with it up to the next empty line; "
			  "write it in Markdown: %.*s"),
			STR_ARG(line));
	else
		diag_warn(w->c->d, at, _("HTML is not shown, write it in Markdown: %.*s"),
			  STR_ARG(line));
}
