/*
 * libyaml speaks to programmers ("did not find expected key"). What an author did
 * is seen from the text around the place that it names.
 */
#include "data/yaml_parts.h"

struct case_at_hand {
	struct pos at;
	struct str text;
	const struct yaml_complaint *c;
	struct diag *diag;
};

struct pos yaml_place(struct pos at, struct str text, size_t offset)
{
	struct str before = str_head(text, offset), line;

	str_cut_last(before, '\n', &line);
	for (size_t i = 0; i < before.n; i++)
		at.line += before.p[i] == '\n';
	at.col = (uint32_t)line.n + 1;
	return at;
}

static bool say(const struct case_at_hand *k, size_t offset, const char *message)
{
	return diag_error(k->diag, yaml_place(k->at, k->text, offset), "%s", message);
}

static char byte_at(const struct case_at_hand *k, size_t offset)
{
	if (offset >= k->text.n)
		return '\0';
	return k->text.p[offset];
}

/* The part of its line that stands before offset. */
static struct str line_before(const struct case_at_hand *k, size_t offset)
{
	struct str line;

	str_cut_last(str_head(k->text, offset), '\n', &line);
	return line;
}

static struct str line_around(const struct case_at_hand *k, size_t offset)
{
	struct str rest;

	return str_trim(
		str_cut(str_from(k->text, offset - line_before(k, offset).n), '\n', &rest));
}

/* The byte before offset that is no blank, on the same line; NUL at its start. */
static char byte_before(const struct case_at_hand *k, size_t offset)
{
	struct str before = str_trim(line_before(k, offset));

	if (!before.n)
		return '\0';
	return before.p[before.n - 1];
}

/* The offset of the newest line above this one that is not blank, or of this one. */
static size_t line_above(const struct case_at_hand *k, size_t offset)
{
	size_t start = offset - line_before(k, offset).n;

	while (start > 0) {
		struct str line = line_before(k, start - 1);

		start -= line.n + 1;
		if (str_trim(line).n)
			return start;
	}
	return offset;
}

static bool has_value_colon(struct str line)
{
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == ':' && (i + 1 == line.n || line.p[i + 1] == ' '))
			return true;
	}
	return false;
}

static bool say_quotes_needed(const struct case_at_hand *k, size_t offset)
{
	char sign[] = {byte_at(k, offset), '\0'};

	return diag_error(k->diag, yaml_place(k->at, k->text, offset),
			  _("text that begins with \"%s\" must stand between double quotes"),
			  sign);
}

static bool say_tab(const struct case_at_hand *k, size_t offset)
{
	return say(k, offset, _("a tab stands here; put spaces in its place"));
}

static bool say_indentation(const struct case_at_hand *k, size_t offset)
{
	return say(
		k, offset,
		_("this line begins in a column that fits no line above it; check the spaces "
		  "at its start"));
}

static bool say_no_key(const struct case_at_hand *k)
{
	return say(k, k->c->offset, _("a key is missing before the \":\""));
}

static bool say_no_colon(const struct case_at_hand *k, size_t offset)
{
	struct str line = line_around(k, offset);
	size_t start = offset - str_trim(line_before(k, offset)).n;

	if (str_has(line, ':'))
		return say(k, start, _("a space is missing behind the \":\""));
	return say(k, start,
		   _("this line has no \":\"; write it as \"key: value\", or indent it when it "
		     "goes on with the text above"));
}

static bool is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* title: Notice: closed on Monday */
static bool explain_colon(const struct case_at_hand *k)
{
	size_t offset = k->c->offset, above = line_above(k, offset);

	if (has_value_colon(line_before(k, offset)) || is_quote(byte_before(k, offset)))
		return say(k, offset,
			   _("a \":\" inside text: put the whole text between double quotes"));
	if (above != offset && !has_value_colon(line_around(k, above)))
		return say_no_colon(k, above);
	return say_indentation(k, offset - str_trim(line_before(k, offset)).n);
}

static bool explain_missing_colon(const struct case_at_hand *k)
{
	return say_no_colon(k, k->c->context);
}

static bool explain_start(const struct case_at_hand *k)
{
	if (byte_at(k, k->c->offset) == '\t')
		return say_tab(k, k->c->offset);
	return say_quotes_needed(k, k->c->offset);
}

static bool explain_sign(const struct case_at_hand *k)
{
	return say_quotes_needed(k, k->c->context);
}

static bool explain_tab(const struct case_at_hand *k)
{
	return say_tab(k, k->c->offset);
}

static bool explain_unclosed_quote(const struct case_at_hand *k)
{
	return say(k, k->c->context, _("the quote that opens here is not closed"));
}

static bool explain_unclosed_bracket(const struct case_at_hand *k, size_t open)
{
	if (byte_at(k, open) == '{')
		return say(k, open, _("the \"{\" that opens here is not closed by \"}\""));
	return say(k, open, _("the \"[\" that opens here is not closed by \"]\""));
}

static bool is_same_line(const struct case_at_hand *k, size_t from, size_t to)
{
	return !str_has(str_from(str_head(k->text, to), from), '\n');
}

/* [a, b  or  ["a" "b"] */
static bool explain_flow(const struct case_at_hand *k)
{
	size_t offset = k->c->offset;

	if (offset >= k->text.n || !is_same_line(k, k->c->context, offset))
		return explain_unclosed_bracket(k, k->c->context);
	if (byte_at(k, offset) == ':')
		return say(k, offset,
			   _("a \":\" inside text: put the whole text between double quotes"));
	return say(k, offset, _("a \",\" is missing before this"));
}

static bool is_flow(const struct case_at_hand *k)
{
	char open = byte_at(k, k->c->container);

	return open == '[' || open == '{';
}

/* What stands where a value should: ] , and the like. */
static bool explain_no_value(const struct case_at_hand *k)
{
	if (is_flow(k) && k->c->offset >= k->text.n)
		return explain_unclosed_bracket(k, k->c->container);
	if (byte_at(k, k->c->offset) == ':')
		return say_no_key(k);
	if (is_flow(k))
		return say(k, k->c->offset, _("a value is missing before this"));
	return say_quotes_needed(k, k->c->offset);
}

/* Something stands behind a closing quote: "Khoa "Nhi"". When that quote closes one
 * of a line above, it is the other one that was forgotten. */
static bool explain_behind_quote(const struct case_at_hand *k)
{
	size_t scalar = k->c->scalar;

	if (is_quote(byte_at(k, scalar)) && !is_same_line(k, scalar, k->c->offset))
		return say(k, scalar, _("the quote that opens here is not closed on its line"));
	if (byte_before(k, k->c->offset) == '\'')
		return say(k, k->c->offset,
			   _("text stands behind the closing quote; a quote inside the text is "
			     "written twice: ''"));
	return say(k, k->c->offset,
		   _("text stands behind the closing quote; a quote inside the text is written "
		     "\\\""));
}

/* Something stands where the next key or list item should. */
static bool explain_misplaced(const struct case_at_hand *k)
{
	size_t offset = k->c->offset;
	char before = byte_before(k, offset), here = byte_at(k, offset);

	if (str_eq(line_around(k, line_above(k, offset)), STR("...")))
		return say(k, offset, _("behind \"...\" nothing more may stand"));
	if (is_quote(before))
		return explain_behind_quote(k);
	if (before == ']' || before == '}')
		return say(k, offset,
			   _("text stands behind the closing bracket; text that begins with a "
			     "bracket must stand between double quotes"));
	if (here == ':')
		return say_no_key(k);
	if (before == '\0' && here == '-')
		return say(k, offset,
			   _("a list item stands here, but the lines above are keys; check the "
			     "spaces at the start of the line"));
	return say_indentation(k, offset);
}

static bool explain_item(const struct case_at_hand *k)
{
	return say(
		k, k->c->offset,
		_("a list begins on the line below its key; text that begins with \"-\" must "
		  "stand between double quotes"));
}

static bool explain_backslash(const struct case_at_hand *k)
{
	return say(k, k->c->offset,
		   _("a backslash between double quotes is written twice: \\\\"));
}

static bool explain_block(const struct case_at_hand *k)
{
	return say(
		k, k->c->offset,
		_("behind \"|\" or \">\" the line must end; the text begins on the next line"));
}

/* libyaml's problem, and who explains it. */
static const struct explanation {
	const char *problem;
	bool (*explain)(const struct case_at_hand *k);
} explanations[] = {
	{"mapping values are not allowed in this context", explain_colon},
	{"could not find expected ':'", explain_missing_colon},
	{"did not find expected key", explain_misplaced},
	{"did not find expected '-' indicator", explain_misplaced},
	{"did not find expected <document start>", explain_misplaced},
	{"found character that cannot start any token", explain_start},
	{"found unexpected end of stream", explain_unclosed_quote},
	{"found unexpected document indicator", explain_unclosed_quote},
	{"did not find expected ',' or ']'", explain_flow},
	{"did not find expected ',' or '}'", explain_flow},
	{"did not find expected node content", explain_no_value},
	{"block sequence entries are not allowed in this context", explain_item},
	{"mapping keys are not allowed in this context", explain_sign},
	{"found a tab character that violates indentation", explain_tab},
	{"found a tab character where an indentation space is expected", explain_tab},
	{"found unknown escape character", explain_backslash},
	{"did not find expected hexdecimal number", explain_backslash},
	{"found invalid Unicode character escape code", explain_backslash},
	{"did not find expected comment or line break", explain_block},
	{"found an indentation indicator equal to 0", explain_block},
	{"did not find expected alphabetic or numeric character", explain_sign},
	{"did not find expected whitespace or line break", explain_sign},
	{"did not find expected '!'", explain_sign},
	{"did not find expected tag URI", explain_sign},
	{"found undefined tag handle", explain_sign},
};

bool yaml_explain(struct pos at, struct str text, const struct yaml_complaint *c,
		  struct diag *d)
{
	const struct case_at_hand k = {at, text, c, d};

	/* A directive: all that can be wrong in it is that it is there. */
	if (byte_at(&k, c->context) == '%')
		return say_quotes_needed(&k, c->context);
	for (size_t i = 0; i < COUNT(explanations); i++) {
		if (strcmp(explanations[i].problem, c->problem) == 0)
			return explanations[i].explain(&k);
	}
	return diag_error(d, yaml_place(at, text, c->offset),
			  _("this cannot be read as YAML (%s)"), c->problem);
}
