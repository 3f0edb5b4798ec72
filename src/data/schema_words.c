#include "data/schema_parts.h"

#include "base/utf8.h"

static const char *const type_words[] = {
	[FIELD_STRING] = N_("one line of text"),
	[FIELD_TEXT] = N_("text"),
	[FIELD_MARKDOWN] = N_("text in Markdown, without headings"),
	[FIELD_INT] = N_("a whole number"),
	[FIELD_MONEY] = N_("an amount in đồng, digits only, like 15000"),
	[FIELD_BOOL] = N_("true or false"),
	[FIELD_DATE] = N_("a date like 2025-03-28"),
	[FIELD_EDTF] = N_("a date like 2025-03-28, or 2025-03-XX when the day is not known"),
	[FIELD_DATETIME] = N_("a date like 2025-03-28 or 2025-03-28T14:30"),
	[FIELD_CHOICE] = N_("one of the codes allowed"),
	[FIELD_SLUG] = N_("a code of letters a-z, digits and single dashes, at most 96"),
	[FIELD_REF] = N_("the code of another page"),
	[FIELD_URL] = N_("a link that begins with https://, http://, mailto: or tel:"),
	[FIELD_PATH] = N_("a path like tin-tuc/kham-benh"),
	[FIELD_FILE] = N_("a file beside this one, like tep/quyet-dinh.pdf"),
	[FIELD_MAP] = N_("a group of fields"),
};

const char *schema_type_words(enum field_type type)
{
	return type_words[type];
}

struct str schema_name_given(struct arena *a, const struct given *g)
{
	const char *label = g->field->label;

	if (!label || str_eq_z(g->key, label))
		return str_fmt(a, "\"" STR_FMT "\"", STR_ARG(g->key));
	return str_fmt(a, "\"" STR_FMT "\" (%s)", STR_ARG(g->key), label);
}

struct str schema_codes(struct arena *a, const struct choice *choices)
{
	struct buf out = {.arena = a};

	for (const struct choice *c = choices; c->code; c++) {
		if (out.n)
			buf_add(&out, STR(", "));
		buf_add_z(&out, c->code);
	}
	return buf_str(&out);
}

static bool is_number(const struct field *f)
{
	return f->type == FIELD_INT && !(f->flags & FIELD_MANY);
}

bool schema_has_min(const struct field *f)
{
	return is_number(f) ? f->min || f->max : f->min > 0;
}

bool schema_has_max(const struct field *f)
{
	return f->max >= f->min && (is_number(f) ? f->min || f->max : f->max > 0);
}

struct bounds_words {
	const char *both, *lower, *upper;
};

static const struct bounds_words character_bounds = {
	N_(", %lld to %lld characters"),
	N_(", at least %lld characters"),
	N_(", at most %lld characters"),
};
static const struct bounds_words item_bounds = {
	N_("; %lld to %lld in the list"),
	N_("; at least %lld in the list"),
	N_("; at most %lld in the list"),
};
static const struct bounds_words number_bounds = {
	N_(", from %lld to %lld"), N_(", %lld or more"),
	NULL, /* min is a bound as soon as max is one */
};

static const struct bounds_words *bounds_of(const struct field *f)
{
	if (f->flags & FIELD_MANY)
		return &item_bounds;
	return f->type == FIELD_INT ? &number_bounds : &character_bounds;
}

static void put_bounds(struct buf *out, const struct field *f, translate_fn *say)
{
	const struct bounds_words *words = bounds_of(f);
	long long min = f->min, max = f->max;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	if (schema_has_min(f) && schema_has_max(f))
		buf_fmt(out, say(words->both), min, max);
	else if (schema_has_min(f))
		buf_fmt(out, say(words->lower), min);
	else if (schema_has_max(f))
		buf_fmt(out, say(words->upper), max);
#pragma GCC diagnostic pop
}

struct str schema_field_words(struct arena *a, const struct field *f, translate_fn *say)
{
	struct buf out = {.arena = a};

	if (f->flags & FIELD_MANY)
		buf_add_z(&out, say(N_("a list; each item is ")));
	buf_add_z(&out, say(type_words[f->type]));
	if (f->type == FIELD_REF && f->ref_kind)
		buf_fmt(&out, " (%s)", f->ref_kind);
	if (f->flags & FIELD_OR_NAME)
		buf_add_z(&out, say(N_(", or a name that stands for itself")));
	put_bounds(&out, f, say);
	if (f->word)
		buf_fmt(&out, "%s %s", say(N_("; or the word")), f->word);
	return buf_str(&out);
}

/* The words at the start of *text that fit into a line, at least one. */
static struct str take_line(struct str *text, size_t width)
{
	struct str rest = str_trim(*text), line = {rest.p, 0};

	while (rest.n) {
		struct str word = str_cut(rest, ' ', &rest);
		struct str longer = {line.p, (size_t)(word.p + word.n - line.p)};

		if (line.n && utf8_width(longer) > width)
			break;
		line = longer;
		*text = rest;
	}
	return line;
}

void schema_put_lines(struct buf *out, struct str prefix, struct str text, size_t width)
{
	while (str_trim(text).n) {
		buf_add(out, prefix);
		buf_add(out, take_line(&text, width));
		buf_byte(out, '\n');
	}
}
