/* What is told of a text's parts, for those who judge whether somebody who does not see the
 * page can use it (hooks->judge), and the marks of languages. */
#include "text/markdown_walk.h"

#include "base/utf8.h"
#include "viet/fold.h"
#include "viet/foreign.h"
#include "viet/language.h"

enum {
	MARK_MAX = 40,        /* bytes between { and } */
	BOLD_MAX = 80,        /* characters of a line that may stand for a heading */
	CAPITALS_WORDS = 6,   /* of a paragraph: less may be abbreviations */
	BULLET_LINES_MIN = 2, /* lines that begin with a sign */
};

static bool is_judged(const struct walk *w)
{
	return w->c->hooks && w->c->hooks->judge;
}

void part_tell(struct walk *w, const struct markdown_part *part)
{
	const struct markdown_hooks *hooks = w->c->hooks;

	if (is_judged(w) && !hooks->judge(hooks->context, part, w->c->d))
		w->ok = false;
}

/* "{tiếng Anh}" at the beginning of a text: what stands between the two. */
static bool read_mark(struct str text, struct str *mark)
{
	struct str rest;

	if (!str_starts(text, STR("{")))
		return false;
	text = str_from(str_head(text, MARK_MAX + 2), 1);
	*mark = str_cut(text, '}', &rest);
	return mark->n && mark->n < text.n;
}

static bool may_be_marked(cmark_node *node)
{
	cmark_node_type type = node ? cmark_node_get_type(node) : CMARK_NODE_NONE;

	return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG || type == CMARK_NODE_LINK;
}

struct str mark_behind(struct arena *scratch, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	struct str mark;

	if (next && cmark_node_get_type(next) == CMARK_NODE_TEXT &&
	    read_mark(walk_literal(next), &mark))
		return language_code(scratch, mark);
	return STR("");
}

size_t mark_length(struct arena *scratch, cmark_node *text)
{
	struct str mark;

	if (!read_mark(walk_literal(text), &mark) ||
	    !may_be_marked(cmark_node_previous(text)) || !language_code(scratch, mark).n)
		return 0;
	return mark.n + 2;
}

void part_tell_mark(struct walk *w, cmark_node *node)
{
	struct str mark;

	if (!is_judged(w) || !read_mark(walk_literal(node), &mark) ||
	    !may_be_marked(cmark_node_previous(node)) || !language_is_meant(w->scratch, mark))
		return;
	part_tell(w, &(struct markdown_part){.type = MARKDOWN_LANGUAGE,
					     .at = walk_find_in(w, node, 0, STR("{")),
					     .text = mark});
}

void part_tell_heading(struct walk *w, cmark_node *node, struct str title, int before)
{
	part_tell(w, &(struct markdown_part){.type = MARKDOWN_HEADING,
					     .at = walk_place(w, node),
					     .text = title,
					     .level = cmark_node_get_heading_level(node),
					     .before = before});
}

/* • ● ▪ → ✓ 👉 and their like, in front of a line; nothing of letters and dashes. */
static bool is_bullet(uint32_t c)
{
	return c == 0xB7 || c == 0x2022 || c == 0x2023 || c == 0x2043 ||
	       (c >= 0x2190 && c <= 0x21FF) || (c >= 0x25A0 && c <= 0x27BF) ||
	       (c >= 0x2900 && c <= 0x297F) || (c >= 0x2B00 && c <= 0x2BFF) ||
	       (c >= 0x1F300 && c <= 0x1FAFF);
}

static struct str bullet_of(cmark_node *node)
{
	struct str text, rest;

	if (!node || cmark_node_get_type(node) != CMARK_NODE_TEXT)
		return STR("");
	text = rest = str_trim(walk_literal(node));
	if (!text.n || !is_bullet(utf8_take(&rest)))
		return STR("");
	return str_head(text, (size_t)(rest.p ? rest.p - text.p : (ptrdiff_t)text.n));
}

static size_t count_bullets(cmark_node *paragraph)
{
	cmark_node *first = cmark_node_first_child(paragraph);
	size_t n = bullet_of(first).n > 0;

	for (cmark_node *c = first; c; c = cmark_node_next(c)) {
		cmark_node_type type = cmark_node_get_type(c);

		if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			n += bullet_of(cmark_node_next(c)).n > 0;
	}
	return n;
}

static bool is_paragraph_with_bullet(cmark_node *node)
{
	return node && cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
	       bullet_of(cmark_node_first_child(node)).n;
}

/* Lines of one paragraph, or paragraphs one behind the other: the first of them. */
static void tell_bullets(struct walk *w, cmark_node *node)
{
	struct str sign = bullet_of(cmark_node_first_child(node));

	if (!sign.n || is_paragraph_with_bullet(cmark_node_previous(node)))
		return;
	if (count_bullets(node) < BULLET_LINES_MIN &&
	    !is_paragraph_with_bullet(cmark_node_next(node)))
		return;
	part_tell(w, &(struct markdown_part){
			     .type = MARKDOWN_BULLETS,
			     .at = walk_find(w, cmark_node_first_child(node), &sign, 1),
			     .text = sign});
}

/* A paragraph of the page itself that is one bold line, with text below it. */
static bool is_bold_line(const struct walk *w, cmark_node *node)
{
	cmark_node *child = cmark_node_first_child(node);

	return !w->c->fragment && child && !cmark_node_next(child) &&
	       cmark_node_get_type(child) == CMARK_NODE_STRONG &&
	       cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_DOCUMENT &&
	       cmark_node_next(node);
}

static void tell_bold(struct walk *w, cmark_node *node)
{
	struct str text;

	if (!is_bold_line(w, node))
		return;
	text = walk_plain_text(w->scratch, node);
	if (text.n && utf8_count(text) <= BOLD_MAX && !strchr(".,;:!?", text.p[text.n - 1]))
		part_tell(w, &(struct markdown_part){.type = MARKDOWN_BOLD,
						     .at = walk_place(w, node),
						     .text = text});
}

static size_t count_words(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] != ' ' && (!i || text.p[i - 1] == ' ');
	return n;
}

static void tell_capitals(struct walk *w, cmark_node *node)
{
	cmark_node *child = cmark_node_first_child(node);
	struct str text;

	if (!child || cmark_node_get_type(child) != CMARK_NODE_TEXT ||
	    !viet_is_all_capitals(walk_literal(child)))
		return;
	text = walk_plain_text(w->scratch, node);
	if (count_words(text) >= CAPITALS_WORDS && viet_is_all_capitals(text))
		part_tell(w, &(struct markdown_part){.type = MARKDOWN_CAPITALS,
						     .at = walk_place(w, node),
						     .text = text});
}

void part_tell_paragraph(struct walk *w, cmark_node *node)
{
	if (!is_judged(w))
		return;
	tell_bullets(w, node);
	tell_bold(w, node);
	tell_capitals(w, node);
}

/* The head of a table is its first row. */
static void count_head(struct walk *w, cmark_node *head, struct markdown_part *part)
{
	bool first_is_empty = false;

	for (cmark_node *c = cmark_node_first_child(head); c; c = cmark_node_next(c)) {
		bool says = walk_plain_text(w->scratch, c).n > 0;

		first_is_empty |= !says && !part->columns;
		part->heads += says;
		part->columns++;
	}
	if (first_is_empty && part->heads && part->columns > 1)
		part->heads++;
}

void part_tell_table(struct walk *w, cmark_node *node)
{
	cmark_node *head = cmark_node_first_child(node);
	struct markdown_part part = {.type = MARKDOWN_TABLE};

	if (!is_judged(w) || !head)
		return;
	part.at = walk_place(w, node);
	count_head(w, head, &part);
	for (cmark_node *row = cmark_node_next(head); row; row = cmark_node_next(row))
		part.rows++;
	part_tell(w, &part);
}

/* Once a block: a quotation in another language is one mistake. */
void part_tell_words(struct walk *w, cmark_node *node, struct str text, size_t from)
{
	struct str found;

	if (!is_judged(w) || w->c->hooks->language.n || w->marked || !w->block ||
	    w->told_foreign == w->block || !foreign_find(text, from, &found))
		return;
	w->told_foreign = w->block;
	part_tell(w, &(struct markdown_part){
			     .type = MARKDOWN_FOREIGN,
			     .at = walk_find_in(w, node, (size_t)(found.p - text.p), found),
			     .text = found});
}
