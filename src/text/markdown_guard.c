#include "text/markdown_guard.h"

#include "text/markdown.h"

/* A stretch: lines with no empty one between them, so that they may be one paragraph
 * or one table. */
struct stretch {
	struct pos at;
	size_t bytes, squares; /* since it began, or since a table's head in it */
	size_t columns;        /* of the line before */
	size_t html, images, links;
	uint64_t work;
};

struct guard {
	struct pos at; /* of the line that is looked at */
	struct diag *d;
	size_t table_columns; /* 0: not in a table */
	size_t cells;
	struct stretch stretch;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

static struct str skip_spaces(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s = str_from(s, 1);
	return s;
}

/* A line that is empty, in a quote or out of it, ends every paragraph and table. */
static bool is_empty(struct str line)
{
	for (size_t i = 0; i < line.n; i++) {
		if (!is_space(line.p[i]) && line.p[i] != '>')
			return false;
	}
	return true;
}

/* "- - -" is a line across the page and no list in a list in a list. */
static bool is_thematic_break(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (is_space(s.p[i]))
			continue;
		if (s.p[i] != s.p[0])
			return false;
		n++;
	}
	return n >= 3 && s.p[0] != '+';
}

/* The length of the quote or list sign at the start of s, or 0. */
static size_t marker(struct str s)
{
	size_t n = 0;

	if (s.p[0] == '>')
		return 1;
	if (strchr("-+*", s.p[0]))
		return s.n == 1 || is_space(s.p[1]) ? 1 : 0;
	while (n < s.n && n < 10 && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	if (!n || n == s.n || (s.p[n] != '.' && s.p[n] != ')'))
		return 0;
	return n + 1 == s.n || is_space(s.p[n + 1]) ? n + 1 : 0;
}

static bool check_depth(struct guard *g, struct str line)
{
	struct str s = skip_spaces(line);
	size_t n;

	for (int depth = 1; s.n && s.p[0] && (n = marker(s)) != 0; depth++) {
		if (s.p[0] != '>' && is_thematic_break(s))
			return true;
		if (depth > MARKDOWN_DEPTH_MAX) {
			g->at.col = (uint32_t)(s.p - line.p) + 1;
			return diag_error(g->d, g->at,
					  _("quotes and lists are nested too deep, at most %d"),
					  MARKDOWN_DEPTH_MAX);
		}
		s = skip_spaces(str_from(s, n));
	}
	return true;
}

/* Only what a table's second line is made of, as the library sees it: "|:--|--:|",
 * but also "---", which makes a table of one column. */
static bool is_delimiter_row(struct str line)
{
	bool dash = false;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '-')
			dash = true;
		else if (!is_space(line.p[i]) && !strchr("|:>", line.p[i]))
			return false;
	}
	return dash;
}

/* What matters in a line: signs that begin something, and the columns that it has as
 * a table's row, where a '|' at either end parts nothing and one behind '\\' is text. */
struct signs {
	size_t pipes, columns, html, images, links;
};

static struct signs count_signs(struct str line)
{
	static const bool matters[256] = {
		['|'] = true, ['<'] = true, ['!'] = true, [']'] = true, ['\\'] = true};
	struct str s = str_trim(line);
	struct signs n = {.columns = 1};

	for (size_t i = 0; i < s.n; i++) {
		char next;

		if (!matters[(unsigned char)s.p[i]])
			continue;
		next = i + 1 < s.n ? s.p[i + 1] : '\0';
		n.pipes += s.p[i] == '|';
		n.columns += s.p[i] == '|' && i && next;
		n.html += s.p[i] == '<' && (next == '?' || next == '!');
		n.images += s.p[i] == '!' && next == '[';
		n.links += s.p[i] == ']' && (next == '(' || next == '[');
		i += s.p[i] == '\\' && next != '<' && next != '!' && next != ']';
	}
	return n;
}

static bool check_table(struct guard *g, struct str line, size_t columns)
{
	if (is_delimiter_row(line) && str_has(line, '|')) {
		if (columns > MARKDOWN_COLUMNS_MAX)
			return diag_error(g->d, g->at, _("a table of %zu columns, at most %d"),
					  columns, MARKDOWN_COLUMNS_MAX);
		if (columns > g->table_columns)
			g->table_columns = columns;
	}
	g->cells += g->table_columns;
	if (g->cells > MARKDOWN_CELLS_MAX)
		return diag_error(g->d, g->at,
				  _("the tables of this page have more than %d cells; "
				    "make several pages of it"),
				  MARKDOWN_CELLS_MAX);
	return true;
}

/* For a line that may be the second of a table, all lines before it are taken apart
 * into cells: unless the table begins here, again at the next such line. The factors
 * were measured. */
static bool check_work(struct guard *g, struct str line, const struct signs *n)
{
	struct stretch *s = &g->stretch;
	uint64_t work;

	if (is_delimiter_row(line)) {
		s->work += 25 * (uint64_t)s->bytes + s->squares;
		if (n->columns == s->columns)
			s->bytes = s->squares = 0;
	}
	s->html += n->html;
	s->images += n->images;
	s->links += n->links;
	s->columns = n->columns;
	s->bytes += line.n + 1;
	s->squares += n->pipes * n->pipes;
	s->work += n->pipes * n->pipes;
	work = s->work + (uint64_t)s->html * s->bytes / 4 + 3 * (uint64_t)s->images * s->links;
	if (work <= MARKDOWN_WORK_MAX)
		return true;
	return diag_error(
		g->d, s->at,
		_("this paragraph is too tangled to convert; part it by empty lines"));
}

static bool check_line(struct guard *g, struct str line)
{
	struct signs signs;

	if (is_empty(line)) {
		g->table_columns = 0;
		g->stretch = (struct stretch){0};
		/* a line of nothing but quote signs is empty, but may be deep */
		return check_depth(g, line);
	}
	if (!g->stretch.at.line)
		g->stretch.at = g->at;
	signs = count_signs(line);
	return check_depth(g, line) && check_table(g, line, signs.columns) &&
	       check_work(g, line, &signs);
}

bool markdown_guard(struct pos at, struct str text, struct diag *d)
{
	struct guard g = {.at = at, .d = d};

	for (struct str line; text.n; g.at.line++) {
		line = str_cut(text, '\n', &text);
		g.at.col = 0;
		if (!check_line(&g, line))
			return false;
	}
	return true;
}
