#include "data/schema_parts.h"

/* A line of text, in which nothing is a macro or an escape. */
static void put_line(struct buf *out, struct str text)
{
	if (text.n && (text.p[0] == '.' || text.p[0] == '\''))
		buf_add(out, STR("\\&"));
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\\')
			buf_add(out, STR("\\e"));
		else
			buf_byte(out, text.p[i]);
	}
	buf_byte(out, '\n');
}

static bool ends_sentence(struct str s, size_t i)
{
	return strchr(".!?", s.p[i]) && i + 2 < s.n && s.p[i + 1] == ' ';
}

/* Text with each sentence on a line of its own, as manual pages are written. */
static void put_text(struct buf *out, struct str text)
{
	size_t from = 0;

	for (size_t i = 0; i < text.n; i++) {
		if (!ends_sentence(text, i))
			continue;
		put_line(out, str_from(str_head(text, i + 1), from));
		from = i + 2;
	}
	put_line(out, str_from(text, from));
}

static void put_choices(const struct choice *choices, struct buf *out)
{
	buf_add_z(out, ".Pp\n.Bl -tag -width Ds -compact\n");
	for (const struct choice *c = choices; c->code; c++) {
		buf_fmt(out, ".It Cm %s\n", c->code);
		put_line(out, str_of(c->name));
	}
	buf_add_z(out, ".El\n");
}

static void put_example(const struct field *f, struct buf *out)
{
	buf_add_z(out, ".Bd -literal -offset indent -compact\n");
	put_line(out, str_fmt(out->arena, "%s: %s", f->key, f->example));
	buf_add_z(out, ".Ed\n");
}

/* "Tiêu đề (required): one line of text." */
static struct str first_line(struct arena *a, const struct schema *s, const struct field *f)
{
	struct buf line = {.arena = a};

	if (f->label)
		buf_add_z(&line, f->label);
	if (schema_expects(s, f))
		buf_fmt(&line, "%s(%s)", line.n ? " " : "", _("required"));
	if (line.n)
		buf_add(&line, STR(": "));
	buf_add(&line, schema_field_words(a, f, _));
	buf_byte(&line, '.');
	return buf_str(&line);
}

static void put_fields(struct arena *a, const struct schema *s, size_t depth, struct buf *out);

static void put_field(struct arena *a, const struct schema *s, const struct field *f,
		      size_t depth, struct buf *out)
{
	buf_fmt(out, ".It Ic %s\n", f->key);
	put_line(out, first_line(a, s, f));
	if (f->about)
		put_text(out, str_of(_(f->about)));
	if (f->type == FIELD_CHOICE)
		put_choices(f->choices, out);
	if (f->example)
		put_example(f, out);
	if (f->type == FIELD_MAP && depth + 1 < SCHEMA_PRINT_DEPTH)
		put_fields(a, f->map, depth + 1, out);
}

static void put_fields(struct arena *a, const struct schema *s, size_t depth, struct buf *out)
{
	struct slots slots;

	schema_collect(s, &slots);
	buf_add_z(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < slots.n; i++)
		put_field(a, s, slots.slot[i].field, depth, out);
	buf_add_z(out, ".El\n");
}

void schema_print_mdoc(struct arena *a, const struct schema *s, struct buf *out)
{
	put_fields(a, s, 0, out);
}
