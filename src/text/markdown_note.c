#include "base/utf8.h"
#include "text/markdown_walk.h"

static size_t number_of(cmark_node *reference)
{
	struct str s = walk_literal(reference);
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n = n * 10 + (size_t)(s.p[i] - '0');
	return n;
}

/* A second count as "_2"; in a fragment its line before all. */
static void put_note_id(struct walk *w, const char *prefix, size_t number, size_t count)
{
	buf_add_z(w->out, prefix);
	if (w->c->fragment)
		buf_fmt(w->out, "d%u_", (unsigned)w->c->at.line);
	buf_fmt(w->out, "%zu", number);
	if (count > 1)
		buf_fmt(w->out, "_%zu", count);
}

void note_put_ways_back(struct walk *w)
{
	const struct footnote *f = &w->footnotes[w->n_notes];

	for (size_t i = 1; i <= f->references; i++) {
		buf_add_z(w->out, i > 1 ? " <a href=\"#" : "<a href=\"#");
		put_note_id(w, "fnref_", w->n_notes, i);
		buf_fmt(w->out, "\" aria-label=\"Về chỗ có chú thích %zu", w->n_notes);
		if (i > 1)
			buf_fmt(w->out, ", lần %zu\">↩<sup>%zu</sup></a>", i, i);
		else
			buf_add_z(w->out, "\">↩</a>");
	}
	w->note_is_linked = true;
}

/* The library puts the definitions that have a number to the end of the document, in
 * their order. */
static bool has_number(const struct walk *w, const cmark_node *definition)
{
	return w->n_notes || definition == w->first_note;
}

bool note_enter(struct walk *w, cmark_node *node)
{
	if (!has_number(w, node))
		return false;
	if (!w->n_notes)
		walk_put_line(w->out, "<section class=\"chu-thich\" role=\"doc-endnotes\" "
				      "aria-label=\"Chú thích\">\n<ol>\n");
	w->n_notes++;
	w->note_is_linked = false;
	buf_add_z(w->out, "<li id=\"");
	put_note_id(w, "fn_", w->n_notes, 1);
	buf_add_z(w->out, "\">\n");
	return true;
}

void note_leave(struct walk *w, cmark_node *node)
{
	(void)node;
	if (!w->note_is_linked) {
		note_put_ways_back(w);
		buf_byte(w->out, '\n');
	}
	buf_add_z(w->out, "</li>\n");
}

bool note_enter_reference(struct walk *w, cmark_node *node)
{
	size_t number = number_of(node);

	buf_add_z(w->out, "<sup><a href=\"#");
	put_note_id(w, "fn_", number, 1);
	buf_add_z(w->out, "\" id=\"");
	put_note_id(w, "fnref_", number, ++w->footnotes[number].written);
	buf_fmt(w->out, "\" aria-label=\"Chú thích %zu\">%zu</a></sup>", number, number);
	return false;
}

void note_leave_document(struct walk *w, cmark_node *node)
{
	(void)node;
	if (w->n_notes)
		buf_add_z(w->out, "</ol>\n</section>\n");
}

static cmark_node *nth_from_last(cmark_node *root, size_t n)
{
	cmark_node *node = cmark_node_last_child(root);

	while (node && n-- > 1)
		node = cmark_node_previous(node);
	return node;
}

static void count_references(struct walk *w, cmark_node *root)
{
	size_t highest = 0;

	for (cmark_node *n = root; n; n = walk_next(root, n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_FOOTNOTE_REFERENCE &&
		    number_of(n) > highest)
			highest = number_of(n);
	}
	if (!highest)
		return;
	w->first_note = nth_from_last(root, highest);
	w->footnotes = arena_array(w->scratch, struct footnote, highest + 1);
	for (cmark_node *n = root; n; n = walk_next(root, n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_FOOTNOTE_REFERENCE)
			w->footnotes[number_of(n)].references++;
	}
}

static bool is_definition(struct str line)
{
	struct str name = str_trim(line), rest;

	name = str_cut(name, ']', &rest);
	return str_starts(name, STR("[^")) && !str_has(name, ' ') && rest.n && rest.p[0] == ':';
}

/* Mark the lines where a definition is shown, and those of code. */
static void mark_lines(cmark_node *root, bool *marked, size_t n_lines)
{
	for (cmark_node *n = root; n; n = walk_next_block(n)) {
		cmark_node_type type = cmark_node_get_type(n);
		size_t first = (size_t)cmark_node_get_start_line(n), last = first;

		if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK)
			last = (size_t)cmark_node_get_end_line(n);
		else if (type != CMARK_NODE_FOOTNOTE_DEFINITION)
			continue;
		for (size_t i = first; i <= last && i < n_lines; i++)
			marked[i] = true;
	}
}

/* A footnote that nobody refers to is not in the tree. */
static void check_lost_notes(struct walk *w, cmark_node *root)
{
	struct str line, text = w->c->text;
	bool *marked = arena_array(w->scratch, bool, text.n + 2);

	mark_lines(root, marked, text.n + 2);
	for (int i = 1; text.n; i++) {
		line = str_cut(text, '\n', &text);
		if (is_definition(line) && !marked[i])
			diag_warn(w->c->d, locator_pos(&w->where, i, 1),
				  _("this footnote is not shown: nothing refers to it, or "
				    "another one has its name"));
	}
}

/* The library leaves a footnote without a definition as text. */
void note_check_text(struct walk *w, cmark_node *node, struct str text)
{
	size_t open, close;

	for (close = 0; str_find(text, STR("[^"), close, &open) &&
			str_find(text, STR("]"), open, &close);) {
		struct str name = str_from(str_head(text, close + 1), open);

		name = utf8_head(name, WALK_QUOTED);
		if (!str_has(name, ' '))
			diag_warn(
				w->c->d, walk_find(w, node, &name, 1),
				_("there is no footnote \"%.*s\": no line begins with \"%.*s:\""),
				STR_ARG(name), STR_ARG(name));
	}
}

void note_start(struct walk *w, cmark_node *root)
{
	w->has_notes = str_holds(w->c->text, STR("[^"));
	if (!w->has_notes)
		return;
	count_references(w, root);
	if (w->c->hooks)
		check_lost_notes(w, root);
}
