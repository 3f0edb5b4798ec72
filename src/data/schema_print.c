#include "data/schema_parts.h"

#include "base/utf8.h"

enum {
	LINE_WIDTH = 88,
	STEP = 4, /* spaces that each level is indented by */
};

static struct str spaces(struct arena *a, size_t n)
{
	return str_fmt(a, "%*s", (int)n, "");
}

static size_t longest_code(const struct choice *choices)
{
	size_t longest = 0;

	for (const struct choice *c = choices; c->code; c++) {
		if (strlen(c->code) > longest)
			longest = strlen(c->code);
	}
	return longest;
}

static void print_choices(const struct choice *choices, size_t indent, struct buf *out)
{
	int width = (int)longest_code(choices);

	for (const struct choice *c = choices; c->code; c++)
		buf_fmt(out, "%*s%-*s  %s\n", (int)indent, "", width, c->code, c->name);
}

static void print_title(const struct schema *s, const struct field *f, size_t indent,
			struct buf *out)
{
	buf_fmt(out, "%*s%s", (int)indent, "", f->key);
	if (f->label)
		buf_fmt(out, "  %s", f->label);
	if (schema_expects(s, f))
		buf_fmt(out, " (%s)", _("required"));
	buf_byte(out, '\n');
}

static void print_fields(struct arena *a, const struct schema *s, size_t depth,
			 struct buf *out);

static void print_field(struct arena *a, const struct schema *s, const struct field *f,
			size_t depth, struct buf *out)
{
	size_t indent = depth * STEP + STEP;
	struct str prefix = spaces(a, indent);

	print_title(s, f, indent - STEP, out);
	schema_put_lines(out, prefix, schema_field_words(a, f, _), LINE_WIDTH - indent);
	if (f->about)
		schema_put_lines(out, prefix, str_of(_(f->about)), LINE_WIDTH - indent);
	if (f->type == FIELD_CHOICE)
		print_choices(f->choices, indent + STEP, out);
	if (f->example)
		buf_fmt(out, STR_FMT "%s %s\n", STR_ARG(prefix), _("Example:"), f->example);
	if (f->type == FIELD_MAP && depth + 1 < SCHEMA_PRINT_DEPTH)
		print_fields(a, f->map, depth + 1, out);
}

static void print_fields(struct arena *a, const struct schema *s, size_t depth, struct buf *out)
{
	struct slots slots;

	schema_collect(s, &slots);
	for (size_t i = 0; i < slots.n; i++)
		print_field(a, s, slots.slot[i].field, depth, out);
}

void schema_print(struct arena *a, const struct schema *s, struct buf *out)
{
	print_fields(a, s, 0, out);
}
