/* JSON as RFC 8259 has it, and nothing beside: what comes from elsewhere is not trusted.
 * One function a production, each of which takes what it reads from the reader's rest. */
#include "data/value.h"

#include "base/utf8.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct pos begin;
	struct str text, rest;
	size_t depth, n_values;
};

static struct pos place_of(const struct reader *r, size_t offset)
{
	struct pos at = r->begin;

	for (size_t i = 0; i < offset && i < r->text.n; i++) {
		at.col++;
		if (r->text.p[i] == '\n') {
			at.line++;
			at.col = 1;
		}
	}
	return at;
}

static struct pos here(const struct reader *r)
{
	return place_of(r, r->text.n - r->rest.n);
}

/* Always NULL. */
static struct value *refuse(const struct reader *r, const char *wanted)
{
	if (!r->rest.n)
		diag_error(r->diag, here(r), _("the JSON ends here, in the midst of it"));
	else
		diag_error(r->diag, here(r), _("this is no JSON: %s is wanted here"), wanted);
	return NULL;
}

static void skip_space(struct reader *r)
{
	while (r->rest.n && memchr(" \t\n\r", r->rest.p[0], 4))
		r->rest = str_from(r->rest, 1);
}

static bool take_byte(struct reader *r, char c)
{
	if (!r->rest.n || r->rest.p[0] != c)
		return false;
	r->rest = str_from(r->rest, 1);
	return true;
}

static bool take_word(struct reader *r, struct str word)
{
	if (!str_starts(r->rest, word))
		return false;
	r->rest = str_from(r->rest, word.n);
	return true;
}

/* ---- strings --------------------------------------------------------------------- */

static bool take_hex(struct reader *r, uint32_t *c)
{
	*c = 0;
	for (int i = 0; i < 4; i++) {
		static const char digits[] = "0123456789abcdef";
		const char *at = NULL;

		if (r->rest.n && r->rest.p[0])
			at = strchr(digits, r->rest.p[0] | 0x20);
		if (!at)
			return false;
		*c = *c << 4 | (uint32_t)(at - digits);
		r->rest = str_from(r->rest, 1);
	}
	return true;
}

/* What stands behind "\u": a character beyond U+FFFF is two of them. */
static bool take_unicode(struct reader *r, struct buf *out)
{
	uint32_t c, low;

	if (!take_hex(r, &c))
		return refuse(r, _("a digit of 0 to 9 or a to f"));
	if (c >= 0xD800 && c <= 0xDBFF) {
		if (!take_word(r, STR("\\u")) || !take_hex(r, &low) || low < 0xDC00 ||
		    low > 0xDFFF)
			return refuse(r, _("the second half of a character"));
		c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
	} else if (c >= 0xDC00 && c <= 0xDFFF) {
		return refuse(r, _("the first half of a character"));
	}
	utf8_put(out, c);
	return true;
}

static bool take_escape(struct reader *r, struct buf *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *at = r->rest.n && r->rest.p[0] ? strchr(from, r->rest.p[0]) : NULL;

	if (take_byte(r, 'u'))
		return take_unicode(r, out);
	if (!at)
		return refuse(r, _("one of \" \\ / b f n r t u"));
	buf_byte(out, to[at - from]);
	r->rest = str_from(r->rest, 1);
	return true;
}

/* Bytes that stand for themselves. */
static struct str take_plain(struct reader *r)
{
	struct str all = r->rest;
	size_t n = 0;

	while (n < all.n && all.p[n] != '"' && all.p[n] != '\\' &&
	       (unsigned char)all.p[n] >= 0x20)
		n++;
	r->rest = str_from(all, n);
	return str_head(all, n);
}

static bool take_string(struct reader *r, struct str *s)
{
	struct buf out = {.arena = r->arena};

	if (!take_byte(r, '"'))
		return refuse(r, _("a text between \"\""));
	for (;;) {
		buf_add(&out, take_plain(r));
		if (out.n > JSON_STRING_MAX)
			return diag_error(r->diag, here(r),
					  _("the text that ends here is longer than %d bytes"),
					  JSON_STRING_MAX);
		if (take_byte(r, '"'))
			break;
		if (!take_byte(r, '\\'))
			return refuse(r, "\"");
		if (!take_escape(r, &out))
			return false;
	}
	*s = buf_str(&out);
	return true;
}

/* ---- numbers --------------------------------------------------------------------- */

static bool take_digits(struct reader *r)
{
	size_t n = r->rest.n;

	while (r->rest.n && r->rest.p[0] >= '0' && r->rest.p[0] <= '9')
		r->rest = str_from(r->rest, 1);
	return r->rest.n < n;
}

static bool skip_number(struct reader *r)
{
	take_byte(r, '-');
	if (!take_byte(r, '0') && !take_digits(r))
		return false;
	if (take_byte(r, '.') && !take_digits(r))
		return false;
	if (!take_byte(r, 'e') && !take_byte(r, 'E'))
		return true;
	if (!take_byte(r, '+'))
		take_byte(r, '-');
	return take_digits(r);
}

static struct value *take_number(struct reader *r)
{
	struct str begin = r->rest;
	struct value *v;

	if (!skip_number(r))
		return refuse(r, _("a digit"));
	v = value_string(r->arena, str_dup(r->arena, str_head(begin, begin.n - r->rest.n)));
	if (v->text.n <= NUMBER_TEXT_MAX)
		v->kind = VALUE_NUMBER;
	return v;
}

/* ---- lists and maps -------------------------------------------------------------- */

static const struct value *take_value(struct reader *r);

/* Behind an item: is there another one? False with *ok unset when neither ',' nor the end
 * stands there. */
static bool goes_on(struct reader *r, char end, bool *ok)
{
	skip_space(r);
	if (take_byte(r, ','))
		return true;
	*ok = take_byte(r, end);
	if (!*ok)
		refuse(r, end == ']' ? _("a comma or ]") : _("a comma or }"));
	return false;
}

static struct value *take_list(struct reader *r)
{
	struct value *list = value_list(r->arena);
	bool ok = true;

	skip_space(r);
	if (take_byte(r, ']'))
		return list;
	do {
		const struct value *item = take_value(r);

		if (!item)
			return NULL;
		value_push(r->arena, list, item);
	} while (goes_on(r, ']', &ok));
	return ok ? list : NULL;
}

static bool take_entry(struct reader *r, struct value *map)
{
	const struct value *v;
	struct str key;
	size_t at;

	skip_space(r);
	at = r->text.n - r->rest.n;
	if (!take_string(r, &key))
		return false;
	if (value_get(map, key))
		return diag_error(r->diag, place_of(r, at),
				  _("the key \"" STR_FMT "\" stands here twice"),
				  STR_ARG(utf8_head(key, JSON_QUOTED_MAX)));
	if (map->n == JSON_KEYS_MAX)
		return diag_error(r->diag, place_of(r, at), _("more than %d keys in one place"),
				  JSON_KEYS_MAX);
	skip_space(r);
	if (!take_byte(r, ':'))
		return refuse(r, _("a colon"));
	v = take_value(r);
	if (v)
		value_set(r->arena, map, key, v);
	return v != NULL;
}

static struct value *take_map(struct reader *r)
{
	struct value *map = value_map(r->arena);
	bool ok = true;

	skip_space(r);
	if (take_byte(r, '}'))
		return map;
	do {
		if (!take_entry(r, map))
			return NULL;
	} while (goes_on(r, '}', &ok));
	return ok ? map : NULL;
}

static struct value *take_container(struct reader *r, bool is_map)
{
	struct value *v;

	if (++r->depth > JSON_DEPTH_MAX) {
		diag_error(r->diag, here(r), _("lists and maps lie more than %d deep here"),
			   JSON_DEPTH_MAX);
		return NULL;
	}
	v = is_map ? take_map(r) : take_list(r);
	r->depth--;
	return v;
}

/* ---- values ---------------------------------------------------------------------- */

static struct value *take_text(struct reader *r)
{
	struct str s = {0};

	return take_string(r, &s) ? value_string(r->arena, s) : NULL;
}

static struct value *take_any(struct reader *r)
{
	if (take_byte(r, '{'))
		return take_container(r, true);
	if (take_byte(r, '['))
		return take_container(r, false);
	if (take_word(r, STR("null")))
		return value_null(r->arena);
	if (take_word(r, STR("true")))
		return value_bool(r->arena, true);
	if (take_word(r, STR("false")))
		return value_bool(r->arena, false);
	if (r->rest.n && r->rest.p[0] == '"')
		return take_text(r);
	if (r->rest.n && memchr("-0123456789", r->rest.p[0], 11))
		return take_number(r);
	return refuse(r, _("a value"));
}

static const struct value *take_value(struct reader *r)
{
	struct value *v;
	struct pos at;

	skip_space(r);
	at.source = r->begin.source;
	at.line = at.col = 0;
	if (++r->n_values > JSON_VALUES_MAX) {
		diag_error(r->diag, here(r), _("there are more than %d values"),
			   JSON_VALUES_MAX);
		return NULL;
	}
	v = take_any(r);
	if (v)
		v->pos = at;
	return v;
}

/* Control characters may stand in JSON or not: that is for the grammar to say. */
static bool check_bytes(const struct reader *r)
{
	struct str rest = r->text;

	for (;;) {
		bool control;

		rest = str_from(rest, utf8_find_bad_text(rest, &control));
		if (!rest.n)
			return true;
		if (!control)
			return diag_error(r->diag, place_of(r, r->text.n - rest.n),
					  _("this byte (\\x%02X) is no UTF-8; save the file as "
					    "UTF-8"),
					  (unsigned char)rest.p[0]);
		utf8_take(&rest);
	}
}

const struct value *value_from_json(struct arena *a, struct pos at, struct str text, size_t max,
				    struct diag *d)
{
	struct reader r = {.arena = a, .diag = d, .begin = at, .text = text, .rest = text};
	const struct value *v;

	if (text.n > max) {
		diag_error(d, (struct pos){.source = at.source},
			   _("the file is larger than %zu bytes"), max);
		return NULL;
	}
	if (!check_bytes(&r))
		return NULL;
	v = take_value(&r);
	skip_space(&r);
	return v && r.rest.n ? refuse(&r, _("the end")) : v;
}
