#include "text/markdown_html.h"

#include <cmark-gfm.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include "base/utf8.h"
#include "text/anchor.h"
#include "text/autolink.h"
#include "text/html.h"
#include "text/locate.h"

enum {
	QUOTED_CHARACTERS = 40, /* of what an author wrote, in a message */
	SOUGHT_BYTES = 32,      /* of a link's text, to find its place */
};

struct footnote {
	size_t references; /* how many there are, and how many have been written */
	size_t written;
};

struct walk {
	struct conversion *c;
	struct buf *out;
	bool ok;

	struct locator where;
	cmark_node *block; /* the paragraph, heading or table row that we are in */
	bool limited;      /* where looks only through that */
	int shift;         /* from the library's lines to those of the text */

	bool autolinks; /* the text may hold bare URLs */
	bool in_link;
	int depth;                  /* open quotes and lists */
	size_t n_headings;          /* written so far */
	size_t before_p, behind_p;  /* out->n around the newest "<p>" */
	size_t row, column;         /* in the table that we are in */
	bool has_notes;             /* the text may hold footnotes */
	struct footnote *footnotes; /* the first is number 1 */
	cmark_node *first_note;     /* its definition; the others follow it */
	size_t n_notes;             /* defined so far */
	bool note_is_linked;        /* the newest has its way back */
};

typedef bool enter_fn(struct walk *w, cmark_node *node); /* false: done with all of it */
typedef void leave_fn(struct walk *w, cmark_node *node);

struct element {
	const char *name; /* as the library calls it; for those of extensions */
	enter_fn *enter;
	leave_fn *leave;
};

static struct str literal_of(cmark_node *node)
{
	return str_of(cmark_node_get_literal(node));
}

static void new_line(struct buf *out)
{
	if (out->n && out->p[out->n - 1] != '\n')
		buf_byte(out, '\n');
}

static void put_line(struct buf *out, const char *html)
{
	new_line(out);
	buf_add_z(out, html);
}

/* Between tags and in "", where ' needs no entity. */
static void put_text(struct buf *out, struct str s)
{
	size_t done = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c != '&' && c != '<' && c != '>' && c != '"')
			continue;
		buf_add(out, (struct str){s.p + done, i - done});
		html_escape(out, (struct str){s.p + i, 1});
		done = i + 1;
	}
	buf_add(out, str_from(s, done));
}

static cmark_node *next_within(cmark_node *root, cmark_node *node)
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

static cmark_node *next_block(cmark_node *node)
{
	if (holds_blocks(node) && cmark_node_first_child(node))
		return cmark_node_first_child(node);
	while (node && !cmark_node_next(node))
		node = cmark_node_parent(node);
	return node ? cmark_node_next(node) : NULL;
}

/*
 * Places
 */

static struct pos place_of(struct walk *w, cmark_node *node)
{
	return locator_pos(&w->where, cmark_node_get_start_line(node),
			   cmark_node_get_start_column(node));
}

static bool is_named(cmark_node *node, const char *name)
{
	return node && strcmp(cmark_node_get_type_string(node), name) == 0;
}

static int count_behind(cmark_node *node)
{
	int n = 0;

	while ((node = cmark_node_next(node)) != NULL)
		n++;
	return n;
}

/* Where a block really begins. A paragraph right before a table has no line, and that
 * table's head has the paragraph's. */
static int first_line(cmark_node *block)
{
	int line = cmark_node_get_start_line(block);

	if (is_named(block, "table_header"))
		return cmark_node_get_end_line(cmark_node_parent(block)) - count_behind(block) -
		       1;
	if (!line && cmark_node_next(block))
		return cmark_node_get_start_line(cmark_node_next(block));
	return line;
}

static void look_only_in_block(struct walk *w)
{
	int first, last;

	if (!w->block || w->limited)
		return;
	first = first_line(w->block);
	last = cmark_node_get_end_line(w->block);
	if (!last && cmark_node_next(w->block))
		last = cmark_node_get_end_line(cmark_node_next(w->block));
	w->shift = first - cmark_node_get_start_line(w->block);
	w->limited = true;
	locator_limit(&w->where, w->c->scratch, first, last);
}

static struct pos find(struct walk *w, cmark_node *node, const struct str *texts, size_t n)
{
	look_only_in_block(w);
	return locator_find(&w->where, w->c->scratch,
			    cmark_node_get_start_line(node) + w->shift,
			    cmark_node_get_start_column(node), texts, n);
}

/* A link begins with a bracket and its text, or is a URL in < >. */
static struct pos find_link(struct walk *w, cmark_node *node, const char *bracket)
{
	cmark_node *child = cmark_node_first_child(node);
	bool has_text = child && cmark_node_get_type(child) == CMARK_NODE_TEXT;
	struct str text = has_text ? str_head(literal_of(child), SOUGHT_BYTES) : STR("");
	const struct str texts[] = {
		str_fmt(w->c->scratch, "%s" STR_FMT, bracket, STR_ARG(text)),
		str_fmt(w->c->scratch, "<" STR_FMT, STR_ARG(text)),
		str_of(bracket),
	};

	return find(w, node, texts, COUNT(texts));
}

/*
 * Authors' HTML, which is not let through
 */

/* Comments are for those who read the file; all other HTML was meant to be seen. */
static struct str without_comments(struct str html)
{
	struct str rest = str_trim(html);

	while (str_starts(rest, STR("<!--"))) {
		const char *end = memmem(rest.p, rest.n, "-->", 3);

		if (!end)
			return rest;
		rest = str_trim(str_from(rest, (size_t)(end - rest.p) + 3));
	}
	return rest;
}

/* A closing tag alone: its opening tag was reported. */
static bool is_closing_tag(struct str html)
{
	return str_starts(html, STR("</")) &&
	       memchr(html.p, '>', html.n) == html.p + html.n - 1;
}

static void report_html(struct walk *w, struct pos at, struct str html)
{
	struct str rest = without_comments(html), line = rest;
	bool has_text = html_count_words(rest) > 0;

	if (!rest.n || is_closing_tag(rest))
		return;
	line = utf8_head(str_trim(str_cut(rest, '\n', &rest)), QUOTED_CHARACTERS);
	if (str_starts(line, STR("<!--")))
		diag_warn(w->c->d, at, _("this comment never ends: \"-->\" is missing"));
	else if (has_text)
		diag_warn(
			w->c->d, at,
			_("HTML is not shown, nor the text with it up to the next empty line; "
			  "write it in Markdown: %.*s"),
			STR_ARG(line));
	else
		diag_warn(w->c->d, at, _("HTML is not shown, write it in Markdown: %.*s"),
			  STR_ARG(line));
}

static bool enter_html_block(struct walk *w, cmark_node *node)
{
	report_html(w, place_of(w, node), literal_of(node));
	return false;
}

static bool enter_html(struct walk *w, cmark_node *node)
{
	struct str rest, html = literal_of(node);
	struct str line = str_cut(html, '\n', &rest);

	report_html(w, find(w, node, &line, 1), html);
	return false;
}

/* The text within a node without its marks. */
static struct str plain_text(struct arena *a, cmark_node *root)
{
	struct buf out = {.arena = a};

	for (cmark_node *n = root; n; n = next_within(root, n)) {
		cmark_node_type type = cmark_node_get_type(n);

		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_add(&out, literal_of(n));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			buf_byte(&out, ' ');
	}
	return str_trim(buf_str(&out));
}

/*
 * Blocks
 */

static void nest(struct walk *w, cmark_node *node)
{
	if (++w->depth == MARKDOWN_DEPTH_MAX + 1)
		w->ok = diag_error(w->c->d, place_of(w, node),
				   _("quotes and lists are nested too deep, at most %d"),
				   MARKDOWN_DEPTH_MAX);
}

static bool enter_quote(struct walk *w, cmark_node *node)
{
	nest(w, node);
	put_line(w->out, "<blockquote>\n");
	return true;
}

static void leave_quote(struct walk *w, cmark_node *node)
{
	(void)node;
	w->depth--;
	put_line(w->out, "</blockquote>\n");
}

static bool enter_list(struct walk *w, cmark_node *node)
{
	int start = cmark_node_get_list_start(node);

	nest(w, node);
	new_line(w->out);
	if (cmark_node_get_list_type(node) == CMARK_BULLET_LIST)
		buf_add_z(w->out, "<ul>\n");
	else if (start == 1)
		buf_add_z(w->out, "<ol>\n");
	else
		buf_fmt(w->out, "<ol start=\"%d\">\n", start);
	return true;
}

static void leave_list(struct walk *w, cmark_node *node)
{
	bool bullets = cmark_node_get_list_type(node) == CMARK_BULLET_LIST;

	w->depth--;
	buf_add_z(w->out, bullets ? "</ul>\n" : "</ol>\n");
}

static void put_checkbox(struct walk *w, bool done)
{
	buf_add_z(w->out, done ? "<input checked=\"\" disabled=\"\" type=\"checkbox\""
			       : "<input disabled=\"\" type=\"checkbox\"");
	if (w->c->hooks)
		buf_fmt(w->out, " aria-label=\"%s\"", done ? "Đã xong" : "Chưa xong");
	buf_add_z(w->out, "> ");
}

static bool enter_item(struct walk *w, cmark_node *node)
{
	put_line(w->out, "<li>");
	if (cmark_node_get_syntax_extension(node))
		put_checkbox(w, cmark_gfm_extensions_get_tasklist_item_checked(node));
	return true;
}

static void leave_item(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "</li>\n");
}

static void enter_block(struct walk *w, cmark_node *node)
{
	w->block = node;
	w->limited = false;
}

/* The paragraphs of a tight list have no tags. */
static bool is_tight(cmark_node *paragraph)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));

	return list && cmark_node_get_type(list) == CMARK_NODE_LIST &&
	       cmark_node_get_list_tight(list);
}

static bool enter_paragraph(struct walk *w, cmark_node *node)
{
	enter_block(w, node);
	if (is_tight(node))
		return true;
	w->before_p = w->out->n;
	put_line(w->out, "<p>");
	w->behind_p = w->out->n;
	return true;
}

static void put_ways_back(struct walk *w);

/* A paragraph that held nothing but HTML is gone with it. */
static void leave_paragraph(struct walk *w, cmark_node *node)
{
	bool last = !cmark_node_next(node);

	if (is_tight(node))
		return;
	if (!str_trim(str_from(buf_str(w->out), w->behind_p)).n) {
		w->out->n = w->before_p;
		return;
	}
	if (last &&
	    cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_FOOTNOTE_DEFINITION) {
		buf_byte(w->out, ' ');
		put_ways_back(w);
	}
	buf_add_z(w->out, "</p>\n");
}

static void check_level(struct walk *w, cmark_node *node, int level)
{
	int before = w->n_headings ? w->c->headings[w->n_headings - 1].level : 1;

	if (level == 1)
		diag_warn(w->c->d, place_of(w, node),
			  _("the title is the page's heading of level 1; begin with ##"));
	else if (level > before + 1)
		diag_warn(w->c->d, place_of(w, node),
			  _("a heading of level %d follows one of level %d; use %.*s"), level,
			  before, before + 1, "######");
}

/* The next of the headings that were collected before, or NULL when it has no text. */
static const struct heading *next_heading(struct walk *w, cmark_node *node)
{
	const struct heading *h = &w->c->headings[w->n_headings];
	struct pos at = place_of(w, node);

	if (w->n_headings == w->c->n_headings || h->pos.line != at.line ||
	    h->pos.col != at.col) {
		diag_warn(w->c->d, at, _("this heading is empty"));
		return NULL;
	}
	return h;
}

static bool enter_page_heading(struct walk *w, cmark_node *node, int level)
{
	const struct heading *h = next_heading(w, node);

	if (!h)
		return false;
	check_level(w, node, level);
	w->n_headings++;
	buf_fmt(w->out, "<h%d id=\"" STR_FMT "\">", level, STR_ARG(h->id));
	return true;
}

static bool enter_heading(struct walk *w, cmark_node *node)
{
	int level = cmark_node_get_heading_level(node);

	enter_block(w, node);
	new_line(w->out);
	if (w->c->fragment)
		w->ok = diag_error(w->c->d, place_of(w, node),
				   _("no heading may stand here; write **bold** text"));
	if (w->c->hooks && !w->c->fragment)
		return enter_page_heading(w, node, level);
	buf_fmt(w->out, "<h%d>", level);
	return true;
}

static void leave_heading(struct walk *w, cmark_node *node)
{
	buf_fmt(w->out, "</h%d>\n", cmark_node_get_heading_level(node));
}

static bool enter_line(struct walk *w, cmark_node *node)
{
	(void)node;
	put_line(w->out, "<hr />\n");
	return false;
}

static struct str first_word(struct str info, struct str *rest)
{
	size_t n = 0;

	while (n < info.n && info.p[n] != ' ' && info.p[n] != '\t')
		n++;
	*rest = str_trim(str_from(info, n));
	return str_head(info, n);
}

/* How far the lines of a block of code are indented in the text. */
static int body_column(struct walk *w, cmark_node *node, struct str body)
{
	struct str rest, first = str_cut(body, '\n', &rest);
	struct str line =
		locator_line(&w->where, w->c->scratch, cmark_node_get_start_line(node) + 1);

	return str_ends(line, first) ? (int)(line.n - first.n) + 1 : 1;
}

/* Offer a fenced block to the site. */
static bool is_component(struct walk *w, cmark_node *node, struct str info)
{
	const struct markdown_hooks *hooks = w->c->hooks;
	struct str rest, word = first_word(info, &rest), body = literal_of(node);
	struct pos at = locator_pos(&w->where, cmark_node_get_start_line(node) + 1,
				    body_column(w, node, body));
	size_t before = w->out->n;
	bool known = true;

	new_line(w->out);
	if (!hooks->fence(hooks->context, word, rest, body, at, &known, w->out, w->c->d))
		w->ok = false;
	if (known)
		new_line(w->out);
	else
		w->out->n = before;
	return known;
}

static bool enter_code_block(struct walk *w, cmark_node *node)
{
	struct str rest, info = str_of(cmark_node_get_fence_info(node));

	if (info.n && w->c->hooks && w->c->hooks->fence && is_component(w, node, info))
		return false;
	put_line(w->out, "<pre><code");
	if (info.n) {
		buf_add_z(w->out, " class=\"language-");
		put_text(w->out, first_word(info, &rest));
		buf_byte(w->out, '"');
	}
	buf_byte(w->out, '>');
	put_text(w->out, literal_of(node));
	buf_add_z(w->out, "</code></pre>\n");
	return false;
}

/*
 * Tables
 */

static bool enter_table(struct walk *w, cmark_node *node)
{
	(void)node;
	w->row = 0;
	if (w->c->hooks)
		put_line(w->out, "<div class=\"bang\">");
	put_line(w->out, "<table>");
	return true;
}

static void leave_table(struct walk *w, cmark_node *node)
{
	(void)node;
	if (w->row > 1)
		put_line(w->out, "</tbody>\n");
	put_line(w->out, "</table>\n");
	if (w->c->hooks)
		buf_add_z(w->out, "</div>\n");
}

static bool enter_row(struct walk *w, cmark_node *node)
{
	enter_block(w, node);
	if (w->row == 0)
		put_line(w->out, "<thead>\n");
	else if (w->row == 1)
		put_line(w->out, "<tbody>\n");
	put_line(w->out, "<tr>");
	w->column = 0;
	return true;
}

static void leave_row(struct walk *w, cmark_node *node)
{
	(void)node;
	put_line(w->out, "</tr>");
	if (w->row++ == 0)
		put_line(w->out, "</thead>");
}

static void put_alignment(struct walk *w, uint8_t alignment)
{
	bool page = w->c->hooks != NULL;

	switch (alignment) {
	case 'l':
		buf_add_z(w->out, page ? " class=\"canh-trai\"" : " align=\"left\"");
		break;
	case 'c':
		buf_add_z(w->out, page ? " class=\"canh-giua\"" : " align=\"center\"");
		break;
	case 'r':
		buf_add_z(w->out, page ? " class=\"canh-phai\"" : " align=\"right\"");
		break;
	default:
		break;
	}
}

static bool enter_cell(struct walk *w, cmark_node *node)
{
	cmark_node *table = cmark_node_parent(cmark_node_parent(node));

	put_line(w->out, w->row ? "<td" : "<th");
	if (!w->row && w->c->hooks)
		buf_add_z(w->out, " scope=\"col\"");
	put_alignment(w, cmark_gfm_extensions_get_table_alignments(table)[w->column]);
	buf_byte(w->out, '>');
	return true;
}

static void leave_cell(struct walk *w, cmark_node *node)
{
	(void)node;
	w->column++;
	buf_add_z(w->out, w->row ? "</td>" : "</th>");
}

/*
 * Footnotes. '_' stands in no slug, so their ids are no heading's.
 */

static size_t number_of(cmark_node *reference)
{
	struct str s = literal_of(reference);
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

static void put_ways_back(struct walk *w)
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
static bool enter_note(struct walk *w, cmark_node *node)
{
	if (!w->n_notes && node != w->first_note)
		return false;
	if (!w->n_notes)
		put_line(w->out, "<section class=\"chu-thich\" role=\"doc-endnotes\" "
				 "aria-label=\"Chú thích\">\n<ol>\n");
	w->n_notes++;
	w->note_is_linked = false;
	buf_add_z(w->out, "<li id=\"");
	put_note_id(w, "fn_", w->n_notes, 1);
	buf_add_z(w->out, "\">\n");
	return true;
}

static void leave_note(struct walk *w, cmark_node *node)
{
	(void)node;
	if (!w->note_is_linked) {
		put_ways_back(w);
		buf_byte(w->out, '\n');
	}
	buf_add_z(w->out, "</li>\n");
}

static bool enter_note_reference(struct walk *w, cmark_node *node)
{
	size_t number = number_of(node);

	buf_add_z(w->out, "<sup><a href=\"#");
	put_note_id(w, "fn_", number, 1);
	buf_add_z(w->out, "\" id=\"");
	put_note_id(w, "fnref_", number, ++w->footnotes[number].written);
	buf_fmt(w->out, "\" aria-label=\"Chú thích %zu\">%zu</a></sup>", number, number);
	return false;
}

static void leave_document(struct walk *w, cmark_node *node)
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

	w->has_notes = w->c->text.n && memmem(w->c->text.p, w->c->text.n, "[^", 2);
	for (cmark_node *n = root; n && w->has_notes; n = next_within(root, n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_FOOTNOTE_REFERENCE &&
		    number_of(n) > highest)
			highest = number_of(n);
	}
	if (!highest)
		return;
	w->first_note = nth_from_last(root, highest);
	w->footnotes = arena_array(w->c->scratch, struct footnote, highest + 1);
	for (cmark_node *n = root; n; n = next_within(root, n)) {
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
	for (cmark_node *n = root; n; n = next_block(n)) {
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
	bool *marked = arena_array(w->c->scratch, bool, text.n + 2);

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
static void check_undefined_notes(struct walk *w, cmark_node *node, struct str text)
{
	while (text.n) {
		const char *open = memmem(text.p, text.n, "[^", 2), *close;
		struct str name;

		if (!open)
			return;
		text = str_from(text, (size_t)(open - text.p));
		close = memchr(text.p, ']', text.n);
		if (!close)
			return;
		name = str_head(text, (size_t)(close - text.p) + 1);
		text = str_from(text, name.n);
		if (!str_has(name, ' '))
			diag_warn(
				w->c->d, find(w, node, &name, 1),
				_("there is no footnote \"%.*s\": no line begins with \"%.*s:\""),
				STR_ARG(name), STR_ARG(name));
	}
}

/*
 * Links
 */

static void put_url(struct walk *w, struct str url)
{
	struct buf escaped = {.arena = w->c->scratch};

	url_put(&escaped, url);
	put_text(w->out, buf_str(&escaped));
}

/* What stands in href or src for a target as written. */
static void put_target(struct walk *w, struct str url, bool image, struct pos at)
{
	const struct markdown_hooks *hooks = w->c->hooks;
	struct buf target = {.arena = w->c->scratch};

	if (!url_is_safe(url)) {
		w->ok = diag_error(w->c->d, at,
				   _("\"%.*s\" may not be linked to; use https://, http://, "
				     "mailto:, tel: or a path"),
				   STR_ARG(utf8_head(url, QUOTED_CHARACTERS)));
	} else if (!url.n || !hooks || !hooks->link) {
		put_url(w, url);
	} else if (hooks->link(hooks->context, url, image, at, &target, w->c->d)) {
		put_url(w, buf_str(&target));
	} else {
		w->ok = false;
	}
}

static void put_title(struct walk *w, cmark_node *node)
{
	struct str title = str_of(cmark_node_get_title(node));

	if (!title.n)
		return;
	buf_add_z(w->out, " title=\"");
	put_text(w->out, title);
	buf_byte(w->out, '"');
}

static bool enter_link(struct walk *w, cmark_node *node)
{
	struct str url = str_of(cmark_node_get_url(node));
	struct pos at = find_link(w, node, "[");

	if (w->c->hooks && !cmark_node_first_child(node))
		diag_warn(w->c->d, at, _("this link has no text: nothing stands between [ ]"));
	if (w->c->hooks && !url.n)
		diag_warn(w->c->d, at,
			  _("this link leads nowhere: nothing stands between ( )"));
	buf_add_z(w->out, "<a href=\"");
	put_target(w, url, false, at);
	buf_byte(w->out, '"');
	put_title(w, node);
	buf_byte(w->out, '>');
	w->in_link = true;
	return true;
}

static void leave_link(struct walk *w, cmark_node *node)
{
	(void)node;
	w->in_link = false;
	buf_add_z(w->out, "</a>");
}

static bool enter_image(struct walk *w, cmark_node *node)
{
	struct str alt = plain_text(w->c->scratch, node);
	struct pos at = find_link(w, node, "![");

	for (cmark_node *n = node; n; n = next_within(node, n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_HTML_INLINE)
			enter_html(w, n);
	}
	if (w->c->hooks && !alt.n)
		w->ok = diag_error(w->c->d, at,
				   _("an image needs a description between [ ], for those "
				     "who do not see it"));
	buf_add_z(w->out, "<img src=\"");
	put_target(w, str_of(cmark_node_get_url(node)), true, at);
	buf_add_z(w->out, "\" alt=\"");
	put_text(w->out, alt);
	buf_byte(w->out, '"');
	put_title(w, node);
	buf_add_z(w->out, " />");
	return false;
}

static void put_autolink(struct walk *w, cmark_node *node, struct str text, const char *before)
{
	struct str url = str_fmt(w->c->scratch, "%s" STR_FMT, before, STR_ARG(text));
	struct pos at = find(w, node, &text, 1);

	buf_add_z(w->out, "<a href=\"");
	put_target(w, url, false, at);
	buf_add_z(w->out, "\">");
	put_text(w->out, text);
	buf_add_z(w->out, "</a>");
}

/*
 * Text
 */

static bool enter_text(struct walk *w, cmark_node *node)
{
	struct str text = literal_of(node);
	struct autolink link;
	size_t done = 0;

	if (w->has_notes && w->c->hooks)
		check_undefined_notes(w, node, text);
	while (w->autolinks && !w->in_link && autolink_find(text, done, &link)) {
		put_text(w->out, (struct str){text.p + done, link.from - done});
		put_autolink(w, node, (struct str){text.p + link.from, link.to - link.from},
			     link.before);
		done = link.to;
	}
	put_text(w->out, str_from(text, done));
	return false;
}

static bool enter_code(struct walk *w, cmark_node *node)
{
	buf_add_z(w->out, "<code>");
	put_text(w->out, literal_of(node));
	buf_add_z(w->out, "</code>");
	return false;
}

static bool enter_soft_break(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_byte(w->out, '\n');
	return false;
}

static bool enter_line_break(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "<br />\n");
	return false;
}

static bool enter_emphasis(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "<em>");
	return true;
}

static void leave_emphasis(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "</em>");
}

static bool enter_strong(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "<strong>");
	return true;
}

static void leave_strong(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "</strong>");
}

static bool enter_struck(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "<del>");
	return true;
}

static void leave_struck(struct walk *w, cmark_node *node)
{
	(void)node;
	buf_add_z(w->out, "</del>");
}

/*
 * The walk
 */

#define INDEX(type) ((type)&CMARK_NODE_VALUE_MASK)

static const struct element blocks[] = {
	[INDEX(CMARK_NODE_DOCUMENT)] = {"", NULL, leave_document},
	[INDEX(CMARK_NODE_BLOCK_QUOTE)] = {"", enter_quote, leave_quote},
	[INDEX(CMARK_NODE_LIST)] = {"", enter_list, leave_list},
	[INDEX(CMARK_NODE_ITEM)] = {"", enter_item, leave_item},
	[INDEX(CMARK_NODE_CODE_BLOCK)] = {"", enter_code_block, NULL},
	[INDEX(CMARK_NODE_HTML_BLOCK)] = {"", enter_html_block, NULL},
	[INDEX(CMARK_NODE_PARAGRAPH)] = {"", enter_paragraph, leave_paragraph},
	[INDEX(CMARK_NODE_HEADING)] = {"", enter_heading, leave_heading},
	[INDEX(CMARK_NODE_THEMATIC_BREAK)] = {"", enter_line, NULL},
	[INDEX(CMARK_NODE_FOOTNOTE_DEFINITION)] = {"", enter_note, leave_note},
};

static const struct element inlines[] = {
	[INDEX(CMARK_NODE_TEXT)] = {"", enter_text, NULL},
	[INDEX(CMARK_NODE_SOFTBREAK)] = {"", enter_soft_break, NULL},
	[INDEX(CMARK_NODE_LINEBREAK)] = {"", enter_line_break, NULL},
	[INDEX(CMARK_NODE_CODE)] = {"", enter_code, NULL},
	[INDEX(CMARK_NODE_HTML_INLINE)] = {"", enter_html, NULL},
	[INDEX(CMARK_NODE_EMPH)] = {"", enter_emphasis, leave_emphasis},
	[INDEX(CMARK_NODE_STRONG)] = {"", enter_strong, leave_strong},
	[INDEX(CMARK_NODE_LINK)] = {"", enter_link, leave_link},
	[INDEX(CMARK_NODE_IMAGE)] = {"", enter_image, NULL},
	[INDEX(CMARK_NODE_FOOTNOTE_REFERENCE)] = {"", enter_note_reference, NULL},
};

/* The numbers of these are given when the extensions are registered. */
static const struct element extensions[] = {
	{"table_cell", enter_cell, leave_cell},        {"table_row", enter_row, leave_row},
	{"table_header", enter_row, leave_row},        {"table", enter_table, leave_table},
	{"strikethrough", enter_struck, leave_struck},
};

static const struct element *element_of(cmark_node *node)
{
	static const struct element unknown;
	cmark_node_type type = cmark_node_get_type(node);
	bool is_inline = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
	size_t i = INDEX(type);

	if (is_inline && i < COUNT(inlines))
		return &inlines[i];
	if (!is_inline && i < COUNT(blocks))
		return &blocks[i];
	for (i = 0; i < COUNT(extensions); i++) {
		if (is_named(node, extensions[i].name))
			return &extensions[i];
	}
	return &unknown;
}

/* False: the node and all in it has been dealt with. */
static bool enter(struct walk *w, cmark_node *node)
{
	const struct element *e = element_of(node);

	return !e->enter || e->enter(w, node);
}

static void leave(struct walk *w, cmark_node *node)
{
	const struct element *e = element_of(node);

	if (e->leave)
		e->leave(w, node);
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
	struct str title = plain_text(c->scratch, node);

	if (!title.n)
		return;
	if (c->n_headings == *cap) {
		size_t n = *cap ? *cap * 2 : 8;

		c->headings = arena_grow(c->keep, c->headings, *cap * sizeof(*c->headings),
					 n * sizeof(*c->headings));
		*cap = n;
	}
	c->headings[c->n_headings++] = (struct heading){
		.level = cmark_node_get_heading_level(node),
		.title = str_dup(c->keep, title),
		.pos = place_of(w, node),
	};
}

/* Before all else: an id depends on the headings behind it too. */
static void collect_headings(struct walk *w, cmark_node *root)
{
	size_t cap = 0;

	for (cmark_node *n = root; n; n = next_block(n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_HEADING)
			add_heading(w, n, &cap);
	}
	anchors_give(w->c->keep, w->c->scratch, w->c->headings, w->c->n_headings);
}

bool markdown_put_html(struct conversion *c, struct cmark_node *root, struct buf *out)
{
	struct walk w = {
		.c = c, .out = out, .ok = true, .autolinks = autolink_possible(c->text)};

	locator_start(&w.where, c->at, c->text);
	if (!c->fragment)
		collect_headings(&w, root);
	count_references(&w, root);
	if (w.has_notes && c->hooks)
		check_lost_notes(&w, root);
	put_tree(&w, root);
	return w.ok;
}
