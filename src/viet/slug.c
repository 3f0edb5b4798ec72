#include "viet/slug.h"

#include "base/utf8.h"
#include "viet/fold.h"

static bool is_slug_char(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Characters that do not part words: two signs, and those that nobody sees. */
static bool vanishes(uint32_t c)
{
	static const uint32_t signs[] = {
		'&',    '%',    0xAD,   /* soft hyphen */
		0x200B, 0x200C, 0x200D, /* zero width space, non-joiner, joiner */
		0x2060, 0xFEFF,         /* word joiner, BOM within a text */
	};

	for (size_t i = 0; i < COUNT(signs); i++)
		if (c == signs[i])
			return true;
	return false;
}

static void part_words(struct buf *out)
{
	if (out->n && out->p[out->n - 1] != '-')
		buf_byte(out, '-');
}

static void put_character(struct buf *out, uint32_t c)
{
	if (is_slug_char(c)) {
		buf_byte(out, (char)c);
	} else if (c == '+') {
		part_words(out);
		buf_add(out, STR("cong-"));
	} else if (!vanishes(c)) {
		part_words(out);
	}
}

/* The words that fit into SLUG_MAX bytes; a first word that is longer is cut. */
static struct str cut(struct str slug)
{
	struct str rest, head;

	if (slug.n <= SLUG_MAX)
		return slug;
	head = str_cut_last(str_head(slug, SLUG_MAX + 1), '-', &rest);
	return head.n ? head : str_head(slug, SLUG_MAX);
}

struct str viet_slug(struct arena *a, struct str title)
{
	struct str rest = viet_fold(a, title);
	struct buf out = {.arena = a};

	while (rest.n)
		put_character(&out, utf8_take(&rest));
	while (out.n && out.p[out.n - 1] == '-')
		out.n--;
	return cut(buf_str(&out));
}

bool viet_is_slug(struct str s)
{
	bool after_char = false;

	if (!s.n || s.n > SLUG_MAX)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		bool is_char = is_slug_char((unsigned char)s.p[i]);

		if (!is_char && (s.p[i] != '-' || !after_char))
			return false;
		after_char = is_char;
	}
	return after_char;
}

struct str viet_slug_initials(struct arena *a, struct str slug)
{
	struct buf out = {.arena = a};

	while (slug.n)
		buf_add(&out, str_head(str_cut(slug, '-', &slug), 1));
	return buf_str(&out);
}
