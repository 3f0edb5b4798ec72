#include "base/utf8.h"

enum {
	REPLACEMENT = 0xFFFD,
	LARGEST = 0x10FFFF,
};

static bool is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* How many bytes a character takes that begins with c; 0 when none does. */
static size_t length_from(unsigned char c)
{
	if (c < 0x80)
		return 1;
	if (c >= 0xC2 && c <= 0xDF)
		return 2;
	if (c >= 0xE0 && c <= 0xEF)
		return 3;
	return c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

static bool is_scalar(uint32_t c, size_t length)
{
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};

	return c >= smallest[length] && c <= LARGEST && !(c >= 0xD800 && c <= 0xDFFF);
}

/* The character at the start of s and its length; length 0 when it is bad. */
static uint32_t decode(struct str s, size_t *length)
{
	static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	const unsigned char *p = (const unsigned char *)s.p;
	size_t n = length_from(p[0]);
	uint32_t c;

	*length = 0;
	if (!n || n > s.n)
		return REPLACEMENT;
	c = p[0] & masks[n];
	for (size_t i = 1; i < n; i++) {
		if (!is_tail(p[i]))
			return REPLACEMENT;
		c = c << 6 | (p[i] & 0x3Fu);
	}
	if (!is_scalar(c, n))
		return REPLACEMENT;
	*length = n;
	return c;
}

uint32_t utf8_take(struct str *s)
{
	size_t n;
	uint32_t c = decode(*s, &n);

	*s = str_from(*s, n ? n : 1);
	return c;
}

void utf8_put(struct buf *out, uint32_t c)
{
	if (c < 0x80) {
		buf_byte(out, (char)c);
	} else if (c < 0x800) {
		buf_byte(out, (char)(0xC0 | c >> 6));
		buf_byte(out, (char)(0x80 | (c & 0x3F)));
	} else if (c < 0x10000) {
		buf_byte(out, (char)(0xE0 | c >> 12));
		buf_byte(out, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_byte(out, (char)(0x80 | (c & 0x3F)));
	} else {
		buf_byte(out, (char)(0xF0 | c >> 18));
		buf_byte(out, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_byte(out, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_byte(out, (char)(0x80 | (c & 0x3F)));
	}
}

/* U+FFFE and U+FFFF are no characters: a feed that holds one is no XML. */
static bool is_control(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0xFFFE ||
	       c == 0xFFFF;
}

/* How many bytes at the start of p (n of them) are printable ASCII or well-formed
 * characters of two and three bytes other than the rare ones that need a closer look
 * (controls, E0, ED, EF): nearly all of a Vietnamese text. */
static size_t count_plain(const unsigned char *p, size_t n)
{
	size_t i = 0;

	while (i + 3 <= n) {
		unsigned char c = p[i];

		if ((c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t')
			i++;
		else if (c >= 0xC3 && c <= 0xDF && is_tail(p[i + 1]))
			i += 2;
		else if (c >= 0xE1 && c < 0xEF && c != 0xED && is_tail(p[i + 1]) &&
			 is_tail(p[i + 2]))
			i += 3;
		else
			break;
	}
	return i;
}

size_t utf8_find_bad(struct str s, bool *control)
{
	size_t i = 0;

	*control = false;
	while (i < s.n) {
		size_t n;
		uint32_t c;

		i += count_plain((const unsigned char *)s.p + i, s.n - i);
		if (i == s.n)
			break;
		c = decode(str_from(s, i), &n);
		*control = n && is_control(c);
		if (!n || *control)
			return i;
		i += n;
	}
	return s.n;
}

size_t utf8_find_bad_text(struct str s, bool *control)
{
	size_t bad = utf8_find_bad(s, control);

	while (bad < s.n && s.p[bad] == '\r')
		bad += 1 + utf8_find_bad(str_from(s, bad + 1), control);
	return bad;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;

	while (s.n) {
		utf8_take(&s);
		n++;
	}
	return n;
}

static bool is_combining(uint32_t c)
{
	return (c >= 0x300 && c <= 0x36F) || c == 0x200B || c == 0x200C || c == 0x200D ||
	       (c >= 0xFE00 && c <= 0xFE0F);
}

static bool is_wide(uint32_t c)
{
	return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
	       (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
	       (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
	       (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

size_t utf8_width(struct str s)
{
	size_t width = 0;

	while (s.n) {
		uint32_t c = utf8_take(&s);

		if (!is_combining(c))
			width += is_wide(c) ? 2 : 1;
	}
	return width;
}

struct str utf8_head(struct str s, size_t n)
{
	struct str rest = s;

	while (n-- && rest.n)
		utf8_take(&rest);
	return str_head(s, s.n - rest.n);
}
