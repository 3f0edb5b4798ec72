/* Values as YAML for people to go on with: lists and maps in lines, texts in quotes. */
#include "data/value.h"

void yaml_put_string(struct buf *out, struct str s)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '"' || c == '\\')
			buf_byte(out, '\\');
		if (c == '\n')
			buf_add(out, STR("\\n"));
		else if (c < 0x20 || c == 0x7F)
			buf_fmt(out, "\\x%02X", c);
		else
			buf_byte(out, s.p[i]);
	}
	buf_byte(out, '"');
}

static void indent(struct buf *out, int depth)
{
	for (int i = 0; i < depth; i++)
		buf_add(out, STR("  "));
}

static bool is_nested(const struct value *v)
{
	return (v->kind == VALUE_LIST || v->kind == VALUE_MAP) && v->n;
}

static void put_scalar(const struct value *v, struct buf *out)
{
	switch (v->kind) {
	case VALUE_NULL:
		buf_add(out, STR("null"));
		break;
	case VALUE_STRING:
		yaml_put_string(out, v->text);
		break;
	case VALUE_LIST:
		buf_add(out, STR("[]"));
		break;
	case VALUE_MAP:
		buf_add(out, STR("{}"));
		break;
	default:
		buf_add(out, v->text);
	}
	buf_byte(out, '\n');
}

static void put(const struct value *v, int depth, bool in_line, struct buf *out);

/* A map in a list begins in the line of its dash. */
static void put_entry(const struct value *map, uint32_t i, int depth, bool in_line,
		      struct buf *out)
{
	const struct value_entry *e = &map->entries[i];
	bool list = map->kind == VALUE_LIST;

	if (!in_line || i)
		indent(out, depth);
	if (list)
		buf_add(out, STR("- "));
	else
		buf_fmt(out, STR_FMT ":", STR_ARG(e->key));
	if (!is_nested(e->value)) {
		if (!list)
			buf_byte(out, ' ');
		put_scalar(e->value, out);
		return;
	}
	if (!list)
		buf_byte(out, '\n');
	put(e->value, depth + 1, list, out);
}

static void put(const struct value *v, int depth, bool in_line, struct buf *out)
{
	for (uint32_t i = 0; i < v->n; i++)
		put_entry(v, i, depth, in_line, out);
}

void value_to_yaml(const struct value *v, struct buf *out)
{
	if (is_nested(v))
		put(v, 0, false, out);
	else
		put_scalar(v, out);
}
