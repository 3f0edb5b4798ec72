#include "net/xml.h"

#include <stdlib.h>

#include "base/utf8.h"

enum {
	REFERENCE_MAX = 10, /* bytes of "#x1F600" */
	FIRST_SURROGATE = 0xD800,
	LAST_SURROGATE = 0xDFFF,
	LAST_CHARACTER = 0x10FFFF,
};

/* "#39" and "#x27" */
static bool put_number(struct buf *out, struct str name)
{
	char digits[REFERENCE_MAX + 1] = "", *end;
	bool is_hex = name.n > 1 && name.p[1] == 'x';
	unsigned long c;

	memcpy(digits, name.p, name.n);
	c = strtoul(digits + (is_hex ? 2 : 1), &end, is_hex ? 16 : 10);
	if (*end || c == 0 || c > LAST_CHARACTER ||
	    (c >= FIRST_SURROGATE && c <= LAST_SURROGATE))
		return false;
	utf8_put(out, (uint32_t)c);
	return true;
}

/* Of "amp", "lt" and so on, or of a number. */
static bool put_reference(struct buf *out, struct str name)
{
	static const struct {
		const char *name;
		char c;
	} known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};

	if (!name.n || name.n > REFERENCE_MAX)
		return false;
	if (name.p[0] == '#')
		return put_number(out, name);
	for (size_t i = 0; i < COUNT(known); i++) {
		if (str_eq_z(name, known[i].name)) {
			buf_byte(out, known[i].c);
			return true;
		}
	}
	return false;
}

static struct str without_escapes(struct arena *a, struct str text)
{
	struct buf out = {.arena = a};
	struct str rest, after;

	if (!str_has(text, '&'))
		return text;
	while (text.n) {
		buf_add(&out, str_cut(text, '&', &rest));
		if (!rest.n)
			break;
		if (put_reference(&out, str_cut(rest, ';', &after))) {
			text = after;
			continue;
		}
		buf_byte(&out, '&');
		text = rest;
	}
	return buf_str(&out);
}

bool xml_next(struct arena *a, struct str *rest, struct xml_piece *piece)
{
	struct str tag, ignored;

	if (!str_has(*rest, '<'))
		return false;
	piece->text = without_escapes(a, str_cut(*rest, '<', rest));
	if (!str_has(*rest, '>'))
		return false;
	tag = str_cut(*rest, '>', rest);
	piece->ends = str_starts(tag, STR("/")) || str_ends(tag, STR("/"));
	tag = str_starts(tag, STR("/")) ? str_from(tag, 1) : tag;
	tag = str_cut(str_cut(tag, ' ', &ignored), '/', &ignored);
	str_cut_last(tag, ':', &piece->name);
	return true;
}
