#include "text/css.h"

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static size_t skip_spaces(struct str css, size_t i)
{
	while (i < css.n && is_space(css.p[i]))
		i++;
	return i;
}

static size_t skip_comment(struct str css, size_t i)
{
	size_t end;

	return str_find(css, STR("*/"), i + 2, &end) ? end + 2 : css.n;
}

/* From the quote at i to the one that closes it, or the line's end: the place of that. */
static size_t end_of_string(struct str css, size_t i)
{
	char quote = css.p[i++];

	while (i < css.n && css.p[i] != quote && css.p[i] != '\n')
		i += css.p[i] == '\\' ? 2 : 1;
	return i < css.n ? i : css.n;
}

/* Is the word there, in capitals or not? */
static bool has_word(struct str css, size_t i, const char *word)
{
	for (; *word; word++, i++) {
		char c = i < css.n ? css.p[i] : '\0';

		if ((c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c) != *word)
			return false;
	}
	return true;
}

static bool is_quote(struct str css, size_t i)
{
	return i < css.n && (css.p[i] == '"' || css.p[i] == '\'');
}

static bool take_string(struct str css, size_t *i, struct css_address *found)
{
	size_t end = end_of_string(css, *i);

	*found = (struct css_address){*i + 1, str_head(str_from(css, *i + 1), end - *i - 1)};
	*i = end + 1;
	return true;
}

/* Behind "url(" */
static bool take_url(struct str css, size_t *i, struct css_address *found)
{
	size_t end;

	*i = skip_spaces(css, *i);
	if (is_quote(css, *i))
		return take_string(css, i, found);
	for (end = *i; end < css.n && css.p[end] != ')' && !is_space(css.p[end]);)
		end++;
	*found = (struct css_address){*i, str_head(str_from(css, *i), end - *i)};
	*i = end;
	return true;
}

/* Behind "@import": url(...) is found by itself. */
static bool take_import(struct str css, size_t *i, struct css_address *found)
{
	*i = skip_spaces(css, *i);
	return is_quote(css, *i) && take_string(css, i, found);
}

bool css_next_address(struct str css, size_t *from, struct css_address *found)
{
	size_t i = *from;
	bool got = false;

	while (i < css.n && !got) {
		if (css.p[i] == '/' && i + 1 < css.n && css.p[i + 1] == '*') {
			i = skip_comment(css, i);
		} else if (is_quote(css, i)) {
			i = end_of_string(css, i) + 1;
		} else if (has_word(css, i, "url(")) {
			i += strlen("url(");
			got = take_url(css, &i, found);
		} else if (has_word(css, i, "@import")) {
			i += strlen("@import");
			got = take_import(css, &i, found);
		} else {
			i++;
		}
	}
	*from = i;
	return got;
}

uint32_t css_line(struct str css, size_t at)
{
	uint32_t line = 1;

	for (size_t i = 0; i < at && i < css.n; i++)
		line += css.p[i] == '\n';
	return line;
}
