/*
 * One pass over the source: text up to the next tag, then the tag, whose sigil picks
 * the function that makes its node. A tag alone on its line takes the line with it; to
 * see that, a tag looks at the source around it, not at the nodes made so far.
 */
#include "base/utf8.h"
#include "text/mustache_nodes.h"
#include "viet/fold.h"

enum {
	SHOWN_MAX = 60, /* characters of a tag that a message quotes */
};

/* One tag of the source. */
struct tag {
	char sigil;         /* 0 for {{name}} */
	size_t start, end;  /* of all of it */
	struct str content; /* without delimiters, sigil and white space around */
	struct pos pos;
	bool clear_left, clear_right; /* only white space on that side of its line */
	struct str blank;             /* that on the left, when clear */
	size_t next_line;             /* where the next line starts, when clear_right */
};

struct parser;
struct open;
typedef bool tag_fn(struct parser *p, const struct tag *tag);
typedef void end_fn(struct parser *p, const struct open *open, const struct tag *end);

/* A section, block or parent that has begun and not yet ended. */
struct open {
	struct tag tag;
	uint32_t node;
	end_fn *end;
	bool has_blank;       /* of a parent: the node before it is tag.blank */
	struct str dedent;    /* to be restored at its end */
	struct map filled;    /* of a parent: block name to struct pos */
	bool end_is_misspelt; /* an end tag with nearly its name has been reported */
};

struct parser {
	struct arena *arena;
	struct arena scratch; /* holds nodes while they grow, and struct open's maps */
	struct diag *diag;
	struct str text;
	size_t at; /* all before it has been worked through */
	struct str opener, closer;
	struct pos pos; /* of text.p + pos_at: only ever moves forward */
	size_t pos_at;

	struct node *nodes;
	size_t n_nodes, cap_nodes;
	size_t joinable;  /* a TEXT of this index or above may grow */
	bool begins_line; /* the next node is the first of its line */

	struct str dedent; /* white space that lines of the block at hand lose */
	struct buf cut;    /* text without it */

	struct open open[MUSTACHE_DEPTH_MAX];
	size_t n_open;
	size_t errors_before, warnings_before;
};

/* ---- the source ---- */

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_space(char c)
{
	return is_blank(c) || c == '\n' || c == '\r';
}

static struct str slice(const struct parser *p, size_t from, size_t to)
{
	return (struct str){p->text.p + from, to - from};
}

/* Where needle begins at `from` or behind; text.n when nowhere. Not memmem(): of a
 * needle of a few bytes this is as fast, and TSan lets each call of memmem() pay for
 * the rest of the text. */
static size_t find(struct str text, struct str needle, size_t from)
{
	for (; from + needle.n <= text.n; from++) {
		const char *hit = memchr(text.p + from, needle.p[0], text.n - from);

		if (!hit)
			break;
		from = (size_t)(hit - text.p);
		if (str_starts(str_from(text, from), needle))
			return from;
	}
	return text.n;
}

static struct pos pos_of(struct parser *p, size_t offset)
{
	for (; p->pos_at < offset; p->pos_at++) {
		p->pos.col++;
		if (p->text.p[p->pos_at] == '\n') {
			p->pos.line++;
			p->pos.col = 1;
		}
	}
	return p->pos;
}

static bool starts_line(const struct parser *p, size_t offset)
{
	return offset == 0 || p->text.p[offset - 1] == '\n';
}

static size_t skip_blanks(const struct parser *p, size_t from)
{
	while (from < p->text.n && is_blank(p->text.p[from]))
		from++;
	return from;
}

/* Behind the line end at `from`; `from` itself when there is none. */
static size_t skip_line_end(const struct parser *p, size_t from)
{
	if (str_starts(str_from(p->text, from), STR("\r\n")))
		return from + 2;
	return from < p->text.n && p->text.p[from] == '\n' ? from + 1 : from;
}

static bool ends_line(const struct parser *p, size_t offset)
{
	return offset == p->text.n || skip_line_end(p, offset) > offset;
}

/* A tag, or what else a message quotes, at a length that can be read. */
static struct str shown(struct str s)
{
	struct str head = utf8_head(str_head(s, SHOWN_MAX * 4), SHOWN_MAX);
	struct str line = str_cut(head, '\n', &head);

	return str_trim(line);
}

static struct str tag_text(const struct parser *p, const struct tag *tag)
{
	return shown(slice(p, tag->start, tag->end));
}

/* ---- making nodes ---- */

static struct node *new_node(struct parser *p, enum node_kind kind)
{
	struct node *node;

	if (p->n_nodes == p->cap_nodes) {
		size_t cap = p->cap_nodes ? p->cap_nodes * 2 : 64;

		p->nodes = arena_grow(&p->scratch, p->nodes, p->cap_nodes * sizeof(*node),
				      cap * sizeof(*node));
		p->cap_nodes = cap;
	}
	node = &p->nodes[p->n_nodes++];
	node->kind = (unsigned char)kind;
	node->end = (uint32_t)p->n_nodes;
	return node;
}

/* The node takes the begin of its line, if it stands there. */
static struct node *new_inline_node(struct parser *p, enum node_kind kind)
{
	struct node *node = new_node(p, kind);

	node->begins_line = p->begins_line;
	p->begins_line = false;
	return node;
}

/* A tag that took its line with it begins none: what comes next does. */
static struct node *new_tag_node(struct parser *p, enum node_kind kind, const struct tag *tag,
				 bool alone)
{
	struct node *node = alone ? new_node(p, kind) : new_inline_node(p, kind);

	node->line = tag->pos.line;
	node->col = tag->pos.col;
	node->text = tag->content;
	return node;
}

static struct open *innermost(struct parser *p)
{
	return p->n_open ? &p->open[p->n_open - 1] : NULL;
}

/* Between {{<parent}} and its end only blocks count. */
static bool within_parent(struct parser *p)
{
	return p->n_open && innermost(p)->tag.sigil == '<';
}

/* Does s follow the newest TEXT in memory, with nothing between that is gone to? */
static bool joins_last(const struct parser *p, struct str s)
{
	const struct node *last;

	if (p->n_nodes <= p->joinable)
		return false;
	last = &p->nodes[p->n_nodes - 1];
	return last->kind == NODE_TEXT && last->text.p + last->text.n == s.p;
}

static void add_piece(struct parser *p, struct str piece)
{
	if (!piece.n)
		return;
	if (joins_last(p, piece))
		p->nodes[p->n_nodes - 1].text.n += piece.n;
	else
		new_inline_node(p, NODE_TEXT)->text = piece;
	p->begins_line = piece.p[piece.n - 1] == '\n';
}

/* How much of the white space that s begins with is p->dedent. */
static size_t common_indent(const struct parser *p, struct str s)
{
	size_t n = 0;

	while (n < s.n && n < p->dedent.n && s.p[n] == p->dedent.p[n])
		n++;
	return n;
}

/* The whole text has room in cut, so that it stays where it is. */
static struct str copy_to_cut(struct parser *p, struct str s)
{
	char *into;

	if (!p->cut.cap) {
		p->cut.arena = p->arena;
		buf_reserve(&p->cut, p->text.n);
	}
	into = p->cut.p + p->cut.n;
	buf_add(&p->cut, s);
	return (struct str){into, s.n};
}

static void add_dedented(struct parser *p, size_t from, size_t to)
{
	while (from < to) {
		size_t end = find(str_head(p->text, to), STR("\n"), from);
		struct str line = slice(p, from, end < to ? end + 1 : to);

		from += line.n;
		if (starts_line(p, (size_t)(line.p - p->text.p)))
			line = str_from(line, common_indent(p, line));
		if (line.n)
			add_piece(p, copy_to_cut(p, line));
	}
}

static void add_text(struct parser *p, size_t from, size_t to)
{
	if (from == to || within_parent(p))
		return;
	if (p->dedent.n)
		add_dedented(p, from, to);
	else
		add_piece(p, slice(p, from, to));
}

/* The white space before a tag as its inset gets it: without what the block loses. */
static struct str relative_indent(const struct parser *p, struct str blank)
{
	return str_from(blank, common_indent(p, blank));
}

static struct inset *new_inset(struct parser *p, struct str indent)
{
	struct inset *inset = arena_new(p->arena, struct inset);

	inset->indent = relative_indent(p, indent);
	return inset;
}

/* Nothing but this tag is on its line. */
static bool is_alone(const struct tag *tag)
{
	return tag->clear_left && tag->clear_right;
}

/* Go behind the tag, which takes its line with it when it is alone there. */
static void pass(struct parser *p, const struct tag *tag, bool alone)
{
	add_text(p, p->at, tag->start - (alone ? tag->blank.n : 0));
	p->at = alone ? tag->next_line : tag->end;
}

/* ---- names ---- */

static bool has_space(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_space(s.p[i]))
			return true;
	}
	return false;
}

static bool check_word(struct parser *p, const struct tag *tag, struct str word)
{
	if (!word.n)
		return diag_error(p->diag, tag->pos,
				  _("this tag is empty: it needs a name, as in {{tieu_de}}"));
	if (has_space(word))
		return diag_error(p->diag, tag->pos,
				  _("\"" STR_FMT "\" is no name: names have no spaces"),
				  STR_ARG(shown(word)));
	return true;
}

static uint32_t count_parts(struct str name)
{
	uint32_t n = 1;

	for (size_t i = 0; i < name.n; i++)
		n += name.p[i] == '.';
	return n;
}

/* The parts between the dots; none of "." alone. */
static bool split_name(struct parser *p, const struct tag *tag, struct str name,
		       struct node *node)
{
	struct str *parts;

	if (!check_word(p, tag, name))
		return false;
	if (str_eq(name, STR(".")))
		return true;
	node->n_parts = count_parts(name);
	node->parts = parts = arena_array(p->arena, struct str, node->n_parts);
	for (uint32_t i = 0; i < node->n_parts; i++) {
		parts[i] = str_cut(name, '.', &name);
		if (!parts[i].n)
			return diag_error(p->diag, tag->pos,
					  _("\"" STR_FMT "\" is no name: "
					    "there is nothing beside one of its dots"),
					  STR_ARG(shown(tag->content)));
	}
	return true;
}

/* "*name" is a dynamic name; all else is the name of a template. */
static bool name_template(struct parser *p, const struct tag *tag, struct node *node)
{
	struct str name = tag->content;

	if (!str_starts(name, STR("*")))
		return check_word(p, tag, name);
	node->inset->dynamic = true;
	node->text = str_trim(str_from(name, 1));
	return split_name(p, tag, node->text, node);
}

/* ---- what has begun and must end ---- */

/* To be called behind the text before the tag and before its node. */
static struct open *push_open(struct parser *p, const struct tag *tag, end_fn *end)
{
	struct open *open;

	if (p->n_open == MUSTACHE_DEPTH_MAX) {
		diag_error(p->diag, tag->pos,
			   _("sections and blocks are nested too deep here, at most %d"),
			   MUSTACHE_DEPTH_MAX);
		return NULL;
	}
	open = &p->open[p->n_open++];
	*open = (struct open){
		.tag = *tag, .node = (uint32_t)p->n_nodes, .end = end, .dedent = p->dedent};
	open->filled.arena = &p->scratch;
	return open;
}

/* "{{/ * name }}" ends "{{<*name}}". */
static bool same_name(struct str a, struct str b)
{
	if (str_starts(a, STR("*")) && str_starts(b, STR("*")))
		return str_eq(str_trim(str_from(a, 1)), str_trim(str_from(b, 1)));
	return str_eq(a, b);
}

static void note_opener(struct parser *p, const struct open *open)
{
	diag_note(p->diag, open->tag.pos, _(STR_FMT " was opened here"),
		  STR_ARG(tag_text(p, &open->tag)));
}

static void report_wrong_end(struct parser *p, const struct tag *tag)
{
	const struct open *open = innermost(p);

	if (!open) {
		diag_error(p->diag, tag->pos, _(STR_FMT " ends nothing: nothing is open here"),
			   STR_ARG(tag_text(p, tag)));
		return;
	}
	diag_error(p->diag, tag->pos,
		   _(STR_FMT " does not end " STR_FMT ", which is open here"),
		   STR_ARG(tag_text(p, tag)), STR_ARG(tag_text(p, &open->tag)));
	note_opener(p, open);
}

static void report_unended(struct parser *p)
{
	size_t end = p->text.n;

	while (end && is_space(p->text.p[end - 1]))
		end--;
	for (; p->n_open; p->n_open--) {
		if (innermost(p)->end_is_misspelt)
			continue;
		diag_error(p->diag, pos_of(p, end),
			   _("the layout ends here, but " STR_FMT " has not been ended"),
			   STR_ARG(tag_text(p, &innermost(p)->tag)));
		note_opener(p, innermost(p));
	}
}

/* ---- one function a tag: false when nothing more can be made of the text ---- */

/* A tag that does nothing where it stands is no mistake by the specification, but
 * hardly what its author wanted. */
static void warn_if_lost(struct parser *p, const struct tag *tag)
{
	if (within_parent(p) && p->diag->warnings - p->warnings_before < TEMPLATE_MISTAKES_MAX)
		diag_warn(p->diag, tag->pos,
			  _(STR_FMT " does nothing here: within " STR_FMT
				    " only blocks count, as in {{$noi_dung}}...{{/noi_dung}}"),
			  STR_ARG(tag_text(p, tag)), STR_ARG(tag_text(p, &innermost(p)->tag)));
}

static void parse_value(struct parser *p, const struct tag *tag, enum node_kind kind)
{
	warn_if_lost(p, tag);
	pass(p, tag, false);
	split_name(p, tag, tag->content, new_tag_node(p, kind, tag, false));
}

static bool parse_variable(struct parser *p, const struct tag *tag)
{
	parse_value(p, tag, NODE_VARIABLE);
	return true;
}

static bool parse_raw(struct parser *p, const struct tag *tag)
{
	parse_value(p, tag, NODE_RAW);
	return true;
}

/* A tag without a node. A line that begins with it, and goes on, is indented there. */
static void pass_silent(struct parser *p, const struct tag *tag)
{
	bool alone = is_alone(tag);

	pass(p, tag, alone);
	if (!alone && p->begins_line)
		new_inline_node(p, NODE_TEXT);
}

static bool parse_comment(struct parser *p, const struct tag *tag)
{
	pass_silent(p, tag);
	return true;
}

static struct str take_word(struct str *s)
{
	size_t n = 0;
	struct str word;

	while (n < s->n && !is_space(s->p[n]))
		n++;
	word = str_head(*s, n);
	*s = str_trim(str_from(*s, n));
	return word;
}

static bool is_delimiter(struct str s)
{
	return s.n && s.n <= MUSTACHE_DELIMITER_MAX && !str_has(s, '=');
}

static bool parse_delimiters(struct parser *p, const struct tag *tag)
{
	struct str rest = tag->content;
	struct str opener = take_word(&rest), closer = take_word(&rest);

	pass_silent(p, tag);
	if (rest.n || !is_delimiter(opener) || !is_delimiter(closer)) {
		diag_error(p->diag, tag->pos,
			   _("new delimiters are two words of at most %d bytes, without \"=\", "
			     "as in {{=<< >>=}}"),
			   MUSTACHE_DELIMITER_MAX);
		return true;
	}
	p->opener = opener;
	p->closer = closer;
	return true;
}

/* What is behind it is a place to go to: no text may join across. */
static void end_node(struct parser *p, const struct open *open)
{
	p->nodes[open->node].end = (uint32_t)p->n_nodes;
	p->joinable = p->n_nodes;
}

static void end_section(struct parser *p, const struct open *open, const struct tag *tag)
{
	pass_silent(p, tag);
	new_node(p, NODE_AGAIN)->end = open->node;
	end_node(p, open);
}

static void end_inverted(struct parser *p, const struct open *open, const struct tag *tag)
{
	pass_silent(p, tag);
	end_node(p, open);
}

static bool parse_section_as(struct parser *p, const struct tag *tag, enum node_kind kind,
			     end_fn *end)
{
	warn_if_lost(p, tag);
	pass(p, tag, is_alone(tag));
	if (!push_open(p, tag, end))
		return false;
	split_name(p, tag, tag->content, new_tag_node(p, kind, tag, is_alone(tag)));
	return true;
}

static bool parse_section(struct parser *p, const struct tag *tag)
{
	return parse_section_as(p, tag, NODE_SECTION, end_section);
}

static bool parse_inverted(struct parser *p, const struct tag *tag)
{
	return parse_section_as(p, tag, NODE_INVERTED, end_inverted);
}

static bool parse_partial(struct parser *p, const struct tag *tag)
{
	bool alone = is_alone(tag);
	struct node *node;

	warn_if_lost(p, tag);
	pass(p, tag, alone);
	node = new_tag_node(p, NODE_PARTIAL, tag, alone);
	node->standalone = alone;
	node->inset = new_inset(p, alone ? tag->blank : STR(""));
	name_template(p, tag, node);
	return true;
}

/* A parent is standalone when nothing stands before its begin and nothing behind its
 * end. What it holds doesn't count, so all that is known only here. */
static void end_parent(struct parser *p, const struct open *open, const struct tag *tag)
{
	struct node *node = &p->nodes[open->node];

	node->standalone = open->tag.clear_left && tag->clear_right;
	p->at = node->standalone ? tag->next_line : tag->end;
	p->begins_line = node->standalone;
	end_node(p, open);
	if (!node->standalone)
		return;
	node->inset->indent = relative_indent(p, open->tag.blank);
	node->begins_line = false;
	if (open->has_blank) {
		node[-1].text.n = 0;
		node[-1].begins_line = false;
	}
}

/* The white space before it, in a node of its own that end_parent() can empty. */
static bool add_blank(struct parser *p, const struct tag *tag)
{
	size_t n = p->joinable = p->n_nodes;

	add_text(p, tag->start - tag->blank.n, tag->start);
	return p->n_nodes > n;
}

static bool parse_parent(struct parser *p, const struct tag *tag)
{
	bool has_blank;
	struct open *open;
	struct node *node;

	warn_if_lost(p, tag);
	add_text(p, p->at, tag->start - tag->blank.n);
	has_blank = add_blank(p, tag);
	p->at = tag->end;
	open = push_open(p, tag, end_parent);
	if (!open)
		return false;
	open->has_blank = has_blank;
	node = new_tag_node(p, NODE_PARENT, tag, false);
	node->inset = new_inset(p, STR(""));
	name_template(p, tag, node);
	return true;
}

/* The white space of the first line, from `from` on, that has something else. */
static struct str first_indent(const struct parser *p, size_t from)
{
	while (from < p->text.n) {
		size_t end = skip_blanks(p, from), next = skip_line_end(p, end);

		if (next == end)
			return slice(p, from, end);
		from = next;
	}
	return (struct str){0};
}

/* As with a parent, but its own line keeps its end: what fills the block is a piece of
 * that line. */
static void end_block(struct parser *p, const struct open *open, const struct tag *tag)
{
	struct node *node = &p->nodes[open->node];

	if (!node->standalone && open->tag.clear_left && tag->clear_right)
		node->inset->indent = relative_indent(p, open->tag.blank);
	pass_silent(p, tag);
	end_node(p, open);
}

/* White space before the end tag belongs to the tag, not to the text. */
static void end_filling(struct parser *p, const struct open *open, const struct tag *tag)
{
	add_text(p, p->at, tag->start - tag->blank.n);
	p->at = tag->end;
	new_node(p, NODE_RETURN);
	end_node(p, open);
}

static void report_filled_twice(struct parser *p, const struct tag *tag,
				const struct pos *first)
{
	diag_error(p->diag, tag->pos, _("the block \"" STR_FMT "\" is filled a second time"),
		   STR_ARG(shown(tag->content)));
	diag_note(p->diag, *first, _("it is filled here already"));
}

static void remember_filling(struct parser *p, const struct tag *tag)
{
	struct pos *at = arena_new(&p->scratch, struct pos), *first;

	*at = tag->pos;
	first = map_set(&innermost(p)->filled, tag->content, at);
	if (first)
		report_filled_twice(p, tag, first);
}

/* A block directly within a parent: text that takes the place of the parent's block.
 * Its own indentation goes; it gets that of the place where it will stand. */
static bool parse_filling(struct parser *p, const struct tag *tag)
{
	struct node *node;

	remember_filling(p, tag);
	if (!push_open(p, tag, end_filling))
		return false;
	node = new_tag_node(p, NODE_BLOCK, tag, true);
	node->standalone = tag->clear_right;
	p->begins_line = tag->clear_right;
	p->at = tag->clear_right ? tag->next_line : tag->end;
	if (tag->clear_right)
		p->dedent = first_indent(p, p->at);
	return true;
}

/* A block elsewhere: a place that can be filled, with text for when it isn't. */
static bool parse_place(struct parser *p, const struct tag *tag)
{
	bool alone = is_alone(tag);
	struct node *node;

	pass(p, tag, alone);
	if (!push_open(p, tag, end_block))
		return false;
	node = new_tag_node(p, NODE_BLOCK, tag, alone);
	node->standalone = alone;
	node->inset = new_inset(p, alone ? first_indent(p, p->at) : STR(""));
	return true;
}

static bool parse_block(struct parser *p, const struct tag *tag)
{
	check_word(p, tag, tag->content);
	return within_parent(p) ? parse_filling(p, tag) : parse_place(p, tag);
}

/* An end tag whose name is nearly that of what is open: should the layout end without
 * another one, that has been told already. */
static void mark_misspelt(struct parser *p, const struct tag *tag)
{
	struct open *open = innermost(p);

	if (open && viet_distance(open->tag.content, tag->content, CLOSE_NAME) <= CLOSE_NAME)
		open->end_is_misspelt = true;
}

/* The innermost of that name, else NULL. What is open within it counts as ended, so
 * that one forgotten end tag is one mistake. */
static struct open *opener_of(struct parser *p, const struct tag *tag)
{
	for (size_t i = p->n_open; i-- > 0;) {
		if (!same_name(p->open[i].tag.content, tag->content))
			continue;
		if (i + 1 < p->n_open)
			report_wrong_end(p, tag);
		p->n_open = i + 1;
		return &p->open[i];
	}
	report_wrong_end(p, tag);
	mark_misspelt(p, tag);
	return NULL;
}

static bool parse_end(struct parser *p, const struct tag *tag)
{
	struct open *open = opener_of(p, tag);

	if (!open) {
		pass(p, tag, is_alone(tag));
		return true;
	}
	open->end(p, open, tag);
	p->dedent = open->dedent;
	p->n_open--;
	return true;
}

static const struct {
	char sigil;
	char before_closer; /* {{{name}}}, {{=<% %>=}} */
	tag_fn *parse;
} sigils[] = {
	{'#', 0, parse_section}, {'^', 0, parse_inverted},     {'/', 0, parse_end},
	{'>', 0, parse_partial}, {'<', 0, parse_parent},       {'$', 0, parse_block},
	{'!', 0, parse_comment}, {'=', '=', parse_delimiters}, {'&', 0, parse_raw},
	{'{', '}', parse_raw},   {0, 0, parse_variable},
};

/* ---- finding tags ---- */

/* Where the delimiter that closes a tag begins; text.n when there is none. */
static size_t find_closer(const struct parser *p, size_t from, char before)
{
	size_t at = find(p->text, p->closer, from);

	while (before && at < p->text.n && (at == from || p->text.p[at - 1] != before))
		at = find(p->text, p->closer, at + 1);
	return at;
}

static size_t sigil_at(const struct parser *p, size_t at)
{
	size_t i = 0;

	while (sigils[i].sigil && (at >= p->text.n || sigils[i].sigil != p->text.p[at]))
		i++;
	return i;
}

static void look_around(struct parser *p, struct tag *tag)
{
	size_t left = tag->start, right = skip_blanks(p, tag->end);

	while (left && is_blank(p->text.p[left - 1]))
		left--;
	tag->clear_left = starts_line(p, left);
	if (tag->clear_left)
		tag->blank = slice(p, left, tag->start);
	tag->clear_right = ends_line(p, right);
	tag->next_line = skip_line_end(p, right);
}

static bool report_unclosed(struct parser *p, const struct tag *tag)
{
	struct str before = tag->sigil == '{' ? STR("}") : STR("");

	return diag_error(p->diag, tag->pos,
			  _("this tag is not closed: \"" STR_FMT STR_FMT "\" is missing"),
			  STR_ARG(before), STR_ARG(shown(p->closer)));
}

/* A tag that holds another one was not closed: go on with that other one. */
static bool check_closed(struct parser *p, const struct tag *tag)
{
	size_t inner = find(tag->content, p->opener, 0);

	if (tag->sigil == '!' || tag->sigil == '=' || inner == tag->content.n)
		return true;
	p->at = (size_t)(tag->content.p - p->text.p) + inner;
	return report_unclosed(p, tag);
}

/* Take the tag that begins at `start`. False when the text holds no more of them. */
static bool parse_tag(struct parser *p, size_t start)
{
	struct tag tag = {.start = start, .pos = pos_of(p, start)};
	size_t from = start + p->opener.n, kind, end;

	while (from < p->text.n && is_space(p->text.p[from]))
		from++;
	kind = sigil_at(p, from);
	tag.sigil = sigils[kind].sigil;
	from += tag.sigil != 0;
	end = find_closer(p, from, sigils[kind].before_closer);
	if (end == p->text.n)
		return report_unclosed(p, &tag);
	tag.end = end + p->closer.n;
	tag.content = str_trim(slice(p, from, end - (sigils[kind].before_closer != 0)));
	look_around(p, &tag);
	return !check_closed(p, &tag) || sigils[kind].parse(p, &tag);
}

static void parse_text(struct parser *p)
{
	for (;;) {
		size_t start = find(p->text, p->opener, p->at);

		if (start == p->text.n)
			break;
		if (!parse_tag(p, start) ||
		    p->diag->errors - p->errors_before >= TEMPLATE_MISTAKES_MAX)
			return;
	}
	add_text(p, p->at, p->text.n);
	report_unended(p);
}

static bool check_size(const struct template *t, struct diag *d)
{
	size_t n = t->source->text.n;

	if (n <= MUSTACHE_SOURCE_MAX)
		return true;
	return diag_error(d, (struct pos){.source = t->source},
			  _("the layout is too large: %zu bytes, at most %d"), n,
			  MUSTACHE_SOURCE_MAX);
}

static void keep_nodes(struct arena *a, struct template *t, const struct node *nodes, size_t n)
{
	t->nodes = arena_array(a, struct node, n);
	t->n_nodes = n;
	memcpy(t->nodes, nodes, n * sizeof(*nodes));
}

bool template_parse(struct arena *a, struct template *t, struct diag *d)
{
	static const struct node nothing = {.kind = NODE_RETURN};
	struct parser p = {
		.arena = a,
		.diag = d,
		.text = t->source->text,
		.opener = STR("{{"),
		.closer = STR("}}"),
		.pos = {t->source, 1, 1},
		.begins_line = true,
		.errors_before = d->errors,
		.warnings_before = d->warnings,
	};
	bool good;

	if (check_size(t, d))
		parse_text(&p);
	new_node(&p, NODE_RETURN);
	good = d->errors == p.errors_before;
	if (good)
		keep_nodes(a, t, p.nodes, p.n_nodes);
	else
		keep_nodes(a, t, &nothing, 1);
	arena_free(&p.scratch);
	return good;
}
