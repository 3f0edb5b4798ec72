#include "text/html.h"
#include "text/markdown_walk.h"

static void nest(struct walk *w, cmark_node *node)
{
	if (++w->depth == MARKDOWN_DEPTH_MAX + 1)
		w->ok = diag_error(w->c->d, walk_place(w, node),
				   _("quotes and lists are nested too deep, at most %d"),
				   MARKDOWN_DEPTH_MAX);
}

static bool enter_quote(struct walk *w, cmark_node *node)
{
	nest(w, node);
	walk_put_line(w->out, "<blockquote>\n");
	return true;
}

static void leave_quote(struct walk *w, cmark_node *node)
{
	(void)node;
	w->depth--;
	walk_put_line(w->out, "</blockquote>\n");
}

static bool enter_list(struct walk *w, cmark_node *node)
{
	int start = cmark_node_get_list_start(node);

	nest(w, node);
	walk_new_line(w->out);
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
	walk_put_line(w->out, "<li>");
	if (cmark_node_get_syntax_extension(node))
		put_checkbox(w, cmark_gfm_extensions_get_tasklist_item_checked(node));
	return true;
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
	part_tell_paragraph(w, node);
	if (is_tight(node))
		return true;
	w->before_p = w->out->n;
	walk_put_line(w->out, "<p>");
	w->behind_p = w->out->n;
	return true;
}

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
		note_put_ways_back(w);
	}
	buf_add_z(w->out, "</p>\n");
}

static int level_before(const struct walk *w)
{
	return w->n_headings ? w->c->headings[w->n_headings - 1].level : 1;
}

/* The next of the headings that were collected before, or NULL when it has no text. */
static const struct heading *next_heading(struct walk *w, cmark_node *node)
{
	const struct heading *h = &w->c->headings[w->n_headings];
	struct pos at = walk_place(w, node);
	bool is_it = w->n_headings < w->c->n_headings && h->pos.line == at.line &&
		     h->pos.col == at.col;

	part_tell_heading(w, node, is_it ? h->title : STR(""), level_before(w));
	return is_it ? h : NULL;
}

static bool enter_page_heading(struct walk *w, cmark_node *node, int level)
{
	const struct heading *h = next_heading(w, node);

	if (!h)
		return false;
	w->n_headings++;
	buf_fmt(w->out, "<h%d id=\"" STR_FMT "\">", level, STR_ARG(h->id));
	return true;
}

static bool enter_heading(struct walk *w, cmark_node *node)
{
	int level = cmark_node_get_heading_level(node);

	enter_block(w, node);
	walk_new_line(w->out);
	if (w->c->fragment)
		w->ok = diag_error(w->c->d, walk_place(w, node),
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
	walk_put_line(w->out, "<hr />\n");
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
		locator_line(&w->where, w->scratch, cmark_node_get_start_line(node) + 1);

	return str_ends(line, first) ? (int)(line.n - first.n) + 1 : 1;
}

/* Offer a fenced block to the site. */
static bool is_component(struct walk *w, cmark_node *node, struct str info)
{
	const struct markdown_hooks *hooks = w->c->hooks;
	struct str rest, word = first_word(info, &rest), body = walk_literal(node);
	struct pos at = locator_pos(&w->where, cmark_node_get_start_line(node) + 1,
				    body_column(w, node, body));
	size_t before = w->out->n;
	bool known = true;

	walk_new_line(w->out);
	if (!hooks->fence(hooks->context, word, rest, body, at, &known, w->out, w->c->d))
		w->ok = false;
	if (known)
		walk_new_line(w->out);
	else
		w->out->n = before;
	return known;
}

static bool enter_code_block(struct walk *w, cmark_node *node)
{
	struct str rest, info = str_of(cmark_node_get_fence_info(node));

	if (info.n && w->c->hooks && w->c->hooks->fence && is_component(w, node, info))
		return false;
	walk_put_line(w->out, "<pre><code");
	if (info.n) {
		buf_add_z(w->out, " class=\"language-");
		walk_put_text(w->out, first_word(info, &rest));
		buf_byte(w->out, '"');
	}
	buf_byte(w->out, '>');
	walk_put_text(w->out, walk_literal(node));
	buf_add_z(w->out, "</code></pre>\n");
	return false;
}

static bool enter_html_block(struct walk *w, cmark_node *node)
{
	walk_report_html(w, walk_place(w, node), walk_literal(node));
	return false;
}

static bool enter_table(struct walk *w, cmark_node *node)
{
	w->row = 0;
	part_tell_table(w, node);
	if (w->c->hooks)
		walk_put_line(w->out, "<div class=\"bang\">");
	walk_put_line(w->out, "<table>");
	return true;
}

static void leave_table(struct walk *w, cmark_node *node)
{
	(void)node;
	if (w->row > 1)
		walk_put_line(w->out, "</tbody>\n");
	walk_put_line(w->out, "</table>\n");
	if (w->c->hooks)
		buf_add_z(w->out, "</div>\n");
}

static bool enter_row(struct walk *w, cmark_node *node)
{
	enter_block(w, node);
	if (w->row == 0)
		walk_put_line(w->out, "<thead>\n");
	else if (w->row == 1)
		walk_put_line(w->out, "<tbody>\n");
	walk_put_line(w->out, "<tr>");
	w->column = 0;
	return true;
}

static void leave_row(struct walk *w, cmark_node *node)
{
	(void)node;
	walk_put_line(w->out, "</tr>");
	if (w->row++ == 0)
		walk_put_line(w->out, "</thead>");
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

	walk_put_line(w->out, w->row ? "<td" : "<th");
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

const struct element walk_blocks[WALK_TYPES] = {
	[WALK_INDEX(CMARK_NODE_DOCUMENT)] = {"", NULL, note_leave_document, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_BLOCK_QUOTE)] = {"", enter_quote, leave_quote, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_LIST)] = {"", enter_list, leave_list, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_ITEM)] = {"", enter_item, NULL, NULL, "</li>\n"},
	[WALK_INDEX(CMARK_NODE_CODE_BLOCK)] = {"", enter_code_block, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_HTML_BLOCK)] = {"", enter_html_block, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_PARAGRAPH)] = {"", enter_paragraph, leave_paragraph, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_HEADING)] = {"", enter_heading, leave_heading, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_THEMATIC_BREAK)] = {"", enter_line, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_FOOTNOTE_DEFINITION)] = {"", note_enter, note_leave, NULL, NULL},
};

/* What extensions make. The numbers of their types are given when they are registered. */
const struct element walk_tables[] = {
	{"table_cell", enter_cell, leave_cell, NULL, NULL},
	{"table_row", enter_row, leave_row, NULL, NULL},
	{"table_header", enter_row, leave_row, NULL, NULL},
	{"table", enter_table, leave_table, NULL, NULL},
	{"strikethrough", NULL, NULL, "<del>", "</del>"},
	{NULL, NULL, NULL, NULL, NULL},
};
