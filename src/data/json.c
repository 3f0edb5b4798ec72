#include "data/value.h"

#include <math.h>

enum {
	INDENT = 2,
};

/* "\u003c" for '<', which could end a script element. */
static void put_unicode(struct buf *out, unsigned c)
{
	buf_fmt(out, "\\u%04x", c);
}

static void put_special(struct buf *out, unsigned char c)
{
	static const char from[] = "\"\\\n\t\r\b\f", to[] = "\"\\ntrbf";
	const char *at = c ? strchr(from, c) : NULL;

	if (!at) {
		put_unicode(out, c);
		return;
	}
	buf_byte(out, '\\');
	buf_byte(out, to[at - from]);
}

/* U+2028 and U+2029 end a line in older JavaScript; both begin with E2 80. */
static bool is_separator(struct str s)
{
	return str_starts(s, STR("\u2028")) || str_starts(s, STR("\u2029"));
}

static bool is_special(unsigned char c)
{
	return c < 0x20 || c == '"' || c == '\\' || c == '<' || c == 0x7F;
}

void json_put_string(struct buf *out, struct str s)
{
	size_t from = 0;

	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		bool separator = (unsigned char)s.p[i] == 0xE2 && is_separator(str_from(s, i));

		if (!separator && !is_special((unsigned char)s.p[i]))
			continue;
		buf_add(out, str_from(str_head(s, i), from));
		if (separator)
			put_unicode(out, s.p[i + 2] == '\xA8' ? 0x2028 : 0x2029);
		else
			put_special(out, (unsigned char)s.p[i]);
		i += separator ? 2 : 0;
		from = i + 1;
	}
	buf_add(out, str_from(s, from));
	buf_byte(out, '"');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t take_digits(struct str *s)
{
	size_t n = 0;

	while (n < s->n && is_digit(s->p[n]))
		n++;
	*s = str_from(*s, n);
	return n;
}

static bool take_byte(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

/* JSON knows fewer ways to write a number than YAML: no +1, 012, .5, 5. or 0x1F. */
static bool is_json_number(struct str s)
{
	take_byte(&s, '-');
	if (!take_byte(&s, '0') && !take_digits(&s))
		return false;
	if (take_byte(&s, '.') && !take_digits(&s))
		return false;
	if (take_byte(&s, 'e') || take_byte(&s, 'E')) {
		if (!take_byte(&s, '-'))
			take_byte(&s, '+');
		if (!take_digits(&s))
			return false;
	}
	return !s.n;
}

static void put_number(const struct value *v, struct buf *out)
{
	if (is_json_number(v->text))
		buf_add(out, v->text);
	else if (isfinite(value_number(v)))
		buf_fmt(out, "%.17g", value_number(v));
	else
		json_put_string(out, v->text);
}

/* NOT_INDENTED in place of a depth: all of it in one line. */
#define NOT_INDENTED SIZE_MAX

static size_t deeper(size_t depth)
{
	return depth == NOT_INDENTED ? depth : depth + 1;
}

static void put_line(struct buf *out, size_t depth)
{
	if (depth == NOT_INDENTED)
		return;
	buf_byte(out, '\n');
	for (size_t i = 0; i < depth * INDENT; i++)
		buf_byte(out, ' ');
}

static void put_value(const struct value *v, struct buf *out, size_t depth);

static void put_entries(const struct value *v, struct buf *out, size_t depth)
{
	for (uint32_t i = 0; i < v->n; i++) {
		if (i)
			buf_byte(out, ',');
		put_line(out, deeper(depth));
		if (v->kind == VALUE_MAP) {
			json_put_string(out, v->entries[i].key);
			buf_add_z(out, depth == NOT_INDENTED ? ":" : ": ");
		}
		put_value(v->entries[i].value, out, deeper(depth));
	}
	if (v->n)
		put_line(out, depth);
}

static void put_container(const struct value *v, struct buf *out, size_t depth)
{
	buf_byte(out, v->kind == VALUE_MAP ? '{' : '[');
	put_entries(v, out, depth);
	buf_byte(out, v->kind == VALUE_MAP ? '}' : ']');
}

static void put_value(const struct value *v, struct buf *out, size_t depth)
{
	switch (v->kind) {
	case VALUE_NULL:
		buf_add_z(out, "null");
		break;
	case VALUE_BOOL:
		buf_add_z(out, v->boolean ? "true" : "false");
		break;
	case VALUE_NUMBER:
		put_number(v, out);
		break;
	case VALUE_STRING:
		json_put_string(out, v->text);
		break;
	case VALUE_LIST:
	case VALUE_MAP:
		put_container(v, out, depth);
		break;
	}
}

void value_to_json(const struct value *v, struct buf *out)
{
	put_value(v, out, 0);
	buf_byte(out, '\n');
}

/* Such bytes stand in strings only, where an escape means the same. */
void value_to_json_script(const struct value *v, struct buf *out)
{
	struct buf line = {.arena = out->arena};

	put_value(v, &line, NOT_INDENTED);
	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] == '<' || line.p[i] == '>' || line.p[i] == '&')
			put_unicode(out, (unsigned char)line.p[i]);
		else
			buf_byte(out, line.p[i]);
	}
}
