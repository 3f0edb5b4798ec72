/*
 * A file to begin with. It is for staff: Vietnamese, whatever the language of the
 * messages. A line that begins with "# " and a key is a field to switch on by taking
 * these two characters away.
 */
#include "data/schema_parts.h"

enum {
	LINE_WIDTH = 90,
};

struct writer {
	struct arena *arena;
	const struct value *known;
	struct buf *out;
};

static struct str scalar_of(struct arena *a, const struct value *v)
{
	struct buf out = {.arena = a};

	if (v->kind != VALUE_STRING)
		return v->text;
	yaml_put_string(&out, v->text);
	return buf_str(&out);
}

/* What is right for a field when its table has no example. */
static const char *example_of(struct arena *a, const struct field *f)
{
	static const char *const examples[] = {
		[FIELD_STRING] = "\"…\"",
		[FIELD_TEXT] = "\"…\"",
		[FIELD_MARKDOWN] = "\"…\"",
		[FIELD_INT] = "1",
		[FIELD_MONEY] = "15000",
		[FIELD_BOOL] = "false",
		[FIELD_DATE] = "2025-03-28",
		[FIELD_EDTF] = "2025-03-XX",
		[FIELD_DATETIME] = "2025-03-28T14:30",
		[FIELD_CHOICE] = "",
		[FIELD_SLUG] = "ma-vi-du",
		[FIELD_REF] = "ma-vi-du",
		[FIELD_URL] = "\"https://vi-du.vn/\"",
		[FIELD_PATH] = "\"vi-du\"",
		[FIELD_FILE] = "\"tep/vi-du.pdf\"",
		[FIELD_MAP] = "",
	};

	if (f->example)
		return f->example;
	if (f->type == FIELD_CHOICE)
		return f->choices[0].code;
	if (f->type == FIELD_INT && schema_has_min(f) && !(f->flags & FIELD_MANY))
		return str_fmt(a, "%lld", (long long)f->min).p;
	return examples[f->type];
}

static struct str deeper(struct writer *w, struct str prefix, const char *more)
{
	return str_fmt(w->arena, STR_FMT "%s", STR_ARG(prefix), more);
}

static void put_about(struct writer *w, const struct schema *s, const struct field *f,
		      struct str prefix)
{
	struct str comment = deeper(w, prefix, "# ");
	struct str words = schema_field_words(w->arena, f, message_vi);
	const char *needed = message_vi(schema_expects(s, f) ? N_("required") : N_("optional"));
	struct str text =
		str_fmt(w->arena, "%s (%s): " STR_FMT ". %s", f->label ? f->label : f->key,
			needed, STR_ARG(words), f->about ? message_vi(f->about) : "");

	schema_put_lines(w->out, comment, text, LINE_WIDTH - prefix.n);
	if (f->type != FIELD_CHOICE)
		return;
	for (const struct choice *c = f->choices; c->code; c++)
		buf_fmt(w->out, STR_FMT "  %s – %s\n", STR_ARG(comment), c->code, c->name);
}

static void put_line(struct writer *w, struct str prefix, const char *key, struct str value)
{
	buf_fmt(w->out, STR_FMT "%s%s" STR_FMT "\n", STR_ARG(prefix), key, value.n ? " " : "",
		STR_ARG(value));
}

/* What known says of a field; null and an empty list say nothing. */
static const struct value *known_of(const struct writer *w, const struct field *f)
{
	const struct value *v = value_get(w->known, str_of(f->key));

	if (!v || v->kind == VALUE_NULL || (v->kind == VALUE_LIST && !v->n))
		return NULL;
	return v;
}

static void put_items(struct writer *w, const struct field *f, const struct value *known,
		      struct str prefix)
{
	struct str item = deeper(w, prefix, "  ");
	int64_t n = schema_has_min(f) ? f->min : 1;

	if (known && known->kind == VALUE_LIST) {
		for (uint32_t i = 0; i < known->n; i++)
			put_line(w, item, "-", scalar_of(w->arena, known->entries[i].value));
	} else if (known) {
		put_line(w, item, "-", scalar_of(w->arena, known));
	} else {
		for (int64_t i = 0; i < n; i++)
			put_line(w, item, "-", str_of(example_of(w->arena, f)));
	}
}

static void put_fields(struct writer *w, const struct schema *s, struct str prefix,
		       size_t depth);

static void put_maps(struct writer *w, const struct field *f, struct str prefix, size_t depth)
{
	int64_t n = schema_has_min(f) ? f->min : 1;

	if (!(f->flags & FIELD_MANY)) {
		put_fields(w, f->map, deeper(w, prefix, "  "), depth + 1);
		return;
	}
	for (int64_t i = 0; i < n; i++) {
		put_line(w, deeper(w, prefix, "  "), "-", (struct str){0});
		put_fields(w, f->map, deeper(w, prefix, "    "), depth + 1);
	}
}

static void put_field(struct writer *w, const struct schema *s, const struct field *f,
		      bool needed, struct str prefix, size_t depth)
{
	const struct value *known = depth ? NULL : known_of(w, f);
	struct str line = needed || known ? prefix : deeper(w, prefix, "# ");
	const char *key = str_fmt(w->arena, "%s:", f->key).p;

	if (!depth && w->out->n)
		buf_byte(w->out, '\n');
	put_about(w, s, f, prefix);
	if (f->type == FIELD_MAP || (f->flags & FIELD_MANY))
		put_line(w, line, key, (struct str){0});
	if (f->type == FIELD_MAP)
		put_maps(w, f, line, depth);
	else if (f->flags & FIELD_MANY)
		put_items(w, f, known, line);
	else
		put_line(w, line, key,
			 known ? scalar_of(w->arena, known) : str_of(example_of(w->arena, f)));
}

static bool requires_any(const struct schema *s, const struct slots *slots)
{
	for (size_t i = 0; i < slots->n; i++) {
		if (schema_expects(s, slots->slot[i].field))
			return true;
	}
	return false;
}

/* A map inside must hold something: when it requires nothing, its first field. */
static void put_fields(struct writer *w, const struct schema *s, struct str prefix,
		       size_t depth)
{
	struct slots slots;
	bool first;

	if (depth == SCHEMA_PRINT_DEPTH)
		return;
	schema_collect(s, &slots);
	first = depth && !requires_any(s, &slots);
	for (size_t i = 0; i < slots.n; i++) {
		const struct field *f = slots.slot[i].field;

		put_field(w, s, f, schema_expects(s, f) || (first && i == 0), prefix, depth);
	}
}

void schema_print_new(struct arena *a, const struct schema *s, const struct value *known,
		      struct buf *out)
{
	put_fields(&(struct writer){a, known, out}, s, (struct str){0}, 0);
}
