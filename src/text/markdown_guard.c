#include "text/markdown_guard.h"

#include "text/markdown.h"

/* A stretch: lines with no empty one between them, so that they may be one paragraph
 * or one table. */
struct stretch {
	struct pos at;
	uint64_t bytes, squares, html, images, links, marks;
	uint64_t rows; /* work with lines that may be the second of a table */
};

struct guard {
	struct pos at; /* of the line that is looked at */
	struct diag *d;
	size_t table_columns; /* 0: not in a table */
	size_t cells;
	uint64_t work; /* with the stretches before this one */
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

/* A line that is empty, in a quote or out of it, ends every paragraph and table. A '>'
 * that is indented by four is text of the paragraph. */
static bool is_empty(struct str line)
{
	size_t spaces = 0;

	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];

		if (c == '>' && spaces > 3)
			return false;
		if (c != '>' && c != ' ' && c != '\t' && c != '\r')
			return false;
		spaces = c == '>' ? 0 : spaces + (c == '\t' ? 4 : 1);
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

/* "[^1]:" */
static size_t note_marker(struct str s)
{
	struct str rest, name = str_cut(s, ':', &rest);

	return str_ends(name, STR("]")) && !str_has(name, ' ') ? name.n + 1 : 0;
}

/* The length of what begins a quote, list or footnote at the start of s, or 0. */
static size_t marker(struct str s)
{
	size_t n = 0;

	if (s.p[0] == '>')
		return 1;
	if (str_starts(s, STR("[^")))
		return note_marker(s);
	if (strchr("-+*", s.p[0]))
		return s.n == 1 || is_space(s.p[1]) ? 1 : 0;
	while (n < s.n && n < 10 && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	if (!n || n == s.n || (s.p[n] != '.' && s.p[n] != ')'))
		return 0;
	return n + 1 == s.n || is_space(s.p[n + 1]) ? n + 1 : 0;
}

static bool report_depth(struct guard *g, size_t offset)
{
	g->at.col = (uint32_t)offset + 1;
	return diag_error(g->d, g->at, _("quotes and lists are nested too deep, at most %d"),
			  MARKDOWN_DEPTH_MAX);
}

/* What is nested by indentation alone is counted exactly when it has been parsed; here
 * it is kept from becoming so deep that this would take long. */
static bool check_depth(struct guard *g, struct str line)
{
	struct str s = skip_spaces(line);
	size_t n, depth = (line.n - s.n) / 4;

	while (s.n && s.p[0] && (n = marker(s)) != 0) {
		if (s.p[0] != '>' && is_thematic_break(s))
			return true;
		if (++depth > MARKDOWN_DEPTH_MAX)
			return report_depth(g, line.n - s.n);
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

/* What matters in a line: signs that begin or end something, and the columns that it
 * has as a table's row, where a '|' at either end parts nothing and one behind '\\' is
 * text. */
struct signs {
	size_t pipes, columns, html, images, links, marks;
};

static struct signs count_signs(struct str line)
{
	static const bool matters[256] = {
		['|'] = true, ['<'] = true, ['!'] = true, [']'] = true,
		['*'] = true, ['_'] = true, ['~'] = true, ['\\'] = true,
	};
	struct str s = str_trim(line);
	struct signs n = {.columns = 1};

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : '\0';

		if (!matters[(unsigned char)c])
			continue;
		n.pipes += c == '|';
		n.columns += c == '|' && i && next;
		n.html += c == '<' && (next == '?' || next == '!');
		n.images += c == '!' && next == '[';
		n.links += c == ']';
		n.marks += (c == '*' || c == '_' || c == '~') && next != c;
		i += c == '\\' && next == '|';
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

/* For a line that may be the second of a table, the library takes all lines before it
 * apart into cells, and for those of a line walks along those before. An opening of
 * HTML looks for its end through the whole paragraph; a link goes back along all images
 * and marks of emphasis before it. The factors were measured. */
static uint64_t work_of(const struct stretch *s)
{
	return s->rows + s->squares + s->html * s->bytes / 4 +
	       s->links * (3 * s->images + 6 * s->marks);
}

static bool check_work(struct guard *g, struct str line, const struct signs *n)
{
	struct stretch *s = &g->stretch;

	if (is_delimiter_row(line))
		s->rows += 25 * s->bytes + s->squares;
	s->html += n->html;
	s->images += n->images;
	s->links += n->links;
	s->marks += n->marks;
	s->bytes += line.n + 1;
	s->squares += n->pipes * n->pipes;
	if (g->work + work_of(s) <= MARKDOWN_WORK_MAX)
		return true;
	return diag_error(
		g->d, s->at,
		_("this paragraph is too tangled to convert; part it by empty lines"));
}

static void end_stretch(struct guard *g)
{
	g->work += work_of(&g->stretch);
	g->stretch = (struct stretch){0};
	g->table_columns = 0;
}

static bool check_line(struct guard *g, struct str line)
{
	struct signs signs;

	if (is_empty(line)) {
		end_stretch(g);
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
