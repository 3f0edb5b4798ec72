#include "viet/letters.h"

#include "base/utf8.h"

uint32_t letter_small(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD0 && c != 0xD7))
		return c + 0x20;
	if (c == 0xD0 || c == 0xF0)
		return 0x111;
	if (c == 0x1AF)
		return 0x1B0;
	if ((c >= 0x102 && c <= 0x169) || c == 0x1A0 || (c >= 0x1EA0 && c <= 0x1EF9))
		return c | 1;
	return c;
}

bool letters_same(struct str x, struct str y)
{
	while (x.n && y.n) {
		if (letter_small(utf8_take(&x)) != letter_small(utf8_take(&y)))
			return false;
	}
	return !x.n && !y.n;
}

/* Letters of all alphabets, but not the signs, arrows and emoji between them. */
static bool is_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
		       c == '_';
	return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) &&
	       !(c >= 0x3000 && c < 0x3040) && !(c >= 0xFE00 && c < 0xFE10) && c != 0xFEFF &&
	       c != 0xFFFD && !(c >= 0x1F000 && c < 0x1FB00);
}

static size_t previous(struct str s, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	return at;
}

bool letters_word_at(struct str s, size_t at)
{
	struct str rest = str_from(s, at);

	return rest.n && is_word(utf8_take(&rest));
}

bool letters_word_before(struct str s, size_t at)
{
	return at && letters_word_at(s, previous(s, at));
}
