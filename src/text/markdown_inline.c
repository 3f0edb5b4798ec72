#include "base/utf8.h"
#include "text/autolink.h"
#include "text/html.h"
#include "text/markdown_walk.h"

enum {
	SOUGHT_BYTES = 32, /* of a link's text, to find its place */
};

/* A link begins with a bracket and its text, or is a URL in < >. */
static struct pos find_link(struct walk *w, cmark_node *node, struct str bracket)
{
	cmark_node *child = cmark_node_first_child(node);
	bool has_text = child && cmark_node_get_type(child) == CMARK_NODE_TEXT;
	struct str text = has_text ? str_head(walk_literal(child), SOUGHT_BYTES) : STR("");
	const struct str texts[] = {
		str_concat(w->scratch, bracket, text, STR("")),
		str_concat(w->scratch, STR("<"), text, STR("")),
		bracket,
	};

	return walk_find(w, node, texts, COUNT(texts));
}

static bool enter_html(struct walk *w, cmark_node *node)
{
	struct str rest, html = walk_literal(node);
	struct str line = str_cut(html, '\n', &rest);

	walk_report_html(w, walk_find(w, node, &line, 1), html);
	return false;
}

bool markdown_put_url(struct arena *scratch, const struct markdown_hooks *hooks, struct str url,
		      bool image, struct pos at, struct buf *out, struct diag *d)
{
	struct buf target = {.arena = scratch}, escaped = {.arena = scratch};

	if (!url_is_safe(url))
		return diag_error(d, at,
				  _("\"%.*s\" may not be linked to; use https://, http://, "
				    "mailto:, tel: or a path"),
				  STR_ARG(utf8_head(url, WALK_QUOTED)));
	if (!url.n || !hooks || !hooks->link)
		buf_add(&target, url);
	else if (!hooks->link(hooks->context, url, image, at, &target, d))
		return false;
	url_put(&escaped, buf_str(&target));
	walk_put_text(out, buf_str(&escaped));
	return true;
}

/* False when what the URL leads to must be left out. */
static bool put_target(struct walk *w, struct str url, bool image, struct pos at)
{
	size_t before = w->out->n;

	if (!markdown_put_url(w->scratch, w->c->hooks, url, image, at, w->out, w->c->d)) {
		w->ok = false;
		return true;
	}
	return !url.n || w->out->n > before;
}

static void put_title(struct walk *w, cmark_node *node)
{
	struct str title = str_of(cmark_node_get_title(node));

	if (!title.n)
		return;
	buf_add_z(w->out, " title=\"");
	walk_put_text(w->out, title);
	buf_byte(w->out, '"');
}

/* lang="..." for what has the name of a language behind it, and for all in it. */
static void put_language(struct walk *w, cmark_node *node)
{
	struct str code = {0};

	if (w->c->hooks)
		code = mark_behind(w->scratch, node);
	if (!code.n)
		return;
	buf_fmt(w->out, " lang=\"" STR_FMT "\"", STR_ARG(code));
	if (!w->marked)
		w->marked = node;
}

static void leave_language(struct walk *w, const cmark_node *node)
{
	if (w->marked == node)
		w->marked = NULL;
}

static const char *tag_of(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_STRONG ? "strong" : "em";
}

static bool enter_emphasis(struct walk *w, cmark_node *node)
{
	buf_fmt(w->out, "<%s", tag_of(node));
	put_language(w, node);
	buf_byte(w->out, '>');
	return true;
}

static void leave_emphasis(struct walk *w, cmark_node *node)
{
	buf_fmt(w->out, "</%s>", tag_of(node));
	leave_language(w, node);
}

static bool enter_link(struct walk *w, cmark_node *node)
{
	struct str url = str_of(cmark_node_get_url(node));
	struct pos at = find_link(w, node, STR("["));
	size_t before = w->out->n;

	w->in_link = true;
	part_tell(w, &(struct markdown_part){.type = MARKDOWN_LINK,
					     .at = at,
					     .text = walk_plain_text(w->scratch, node),
					     .url = url});
	buf_add_z(w->out, "<a href=\"");
	w->link_left_out = !put_target(w, url, false, at);
	if (w->link_left_out) {
		w->out->n = before;
		return true;
	}
	buf_byte(w->out, '"');
	put_title(w, node);
	put_language(w, node);
	buf_byte(w->out, '>');
	return true;
}

static void leave_link(struct walk *w, cmark_node *node)
{
	w->in_link = false;
	leave_language(w, node);
	if (!w->link_left_out)
		buf_add_z(w->out, "</a>");
}

static bool enter_image(struct walk *w, cmark_node *node)
{
	struct str alt = walk_plain_text(w->scratch, node);
	struct pos at = find_link(w, node, STR("!["));
	size_t before = w->out->n;

	for (cmark_node *n = node; n; n = walk_next(node, n)) {
		if (cmark_node_get_type(n) == CMARK_NODE_HTML_INLINE)
			enter_html(w, n);
	}
	part_tell(w, &(struct markdown_part){.type = MARKDOWN_PICTURE,
					     .at = at,
					     .text = alt,
					     .url = str_of(cmark_node_get_url(node))});
	buf_add_z(w->out, "<img src=\"");
	if (!put_target(w, str_of(cmark_node_get_url(node)), true, at)) {
		w->out->n = before;
		return false;
	}
	buf_add_z(w->out, "\" alt=\"");
	walk_put_text(w->out, alt);
	buf_byte(w->out, '"');
	put_title(w, node);
	buf_add_z(w->out, " />");
	return false;
}

static void put_autolink(struct walk *w, cmark_node *node, struct str text, const char *before)
{
	struct str url = str_concat(w->scratch, str_of(before), text, STR(""));
	struct pos at = walk_find(w, node, &text, 1);
	size_t start = w->out->n;

	part_tell(w, &(struct markdown_part){
			     .type = MARKDOWN_LINK, .at = at, .text = text, .url = url});
	buf_add_z(w->out, "<a href=\"");
	if (!put_target(w, url, false, at)) {
		w->out->n = start;
		return;
	}
	buf_add_z(w->out, "\">");
	walk_put_text(w->out, text);
	buf_add_z(w->out, "</a>");
}

static bool enter_text(struct walk *w, cmark_node *node)
{
	struct str text = walk_literal(node);
	struct autolink link;
	size_t done = w->c->hooks ? mark_length(w->scratch, node) : 0;

	part_tell_words(w, node, text, done);
	if (!done)
		part_tell_mark(w, node);
	if (w->has_notes && w->c->hooks)
		note_check_text(w, node, text);
	while (w->autolinks && !w->in_link && autolink_find(text, done, &link)) {
		mention_put_text(w, node, text, done, link.from);
		put_autolink(w, node, (struct str){text.p + link.from, link.to - link.from},
			     link.before);
		done = link.to;
	}
	mention_put_text(w, node, text, done, text.n);
	return false;
}

static bool enter_code(struct walk *w, cmark_node *node)
{
	buf_add_z(w->out, "<code>");
	walk_put_text(w->out, walk_literal(node));
	buf_add_z(w->out, "</code>");
	return false;
}

const struct element walk_inlines[WALK_TYPES] = {
	[WALK_INDEX(CMARK_NODE_TEXT)] = {"", enter_text, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_SOFTBREAK)] = {"", NULL, NULL, "\n", NULL},
	[WALK_INDEX(CMARK_NODE_LINEBREAK)] = {"", NULL, NULL, "<br />\n", NULL},
	[WALK_INDEX(CMARK_NODE_CODE)] = {"", enter_code, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_HTML_INLINE)] = {"", enter_html, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_EMPH)] = {"", enter_emphasis, leave_emphasis, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_STRONG)] = {"", enter_emphasis, leave_emphasis, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_LINK)] = {"", enter_link, leave_link, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_IMAGE)] = {"", enter_image, NULL, NULL, NULL},
	[WALK_INDEX(CMARK_NODE_FOOTNOTE_REFERENCE)] = {"", note_enter_reference, NULL, NULL,
						       NULL},
};
