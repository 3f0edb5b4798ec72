#include "draw/label.h"

#include "base/utf8.h"

/* In thousandths of the font's size. */
enum {
	THIN = 360,    /* i l . , */
	SLIM = 460,    /* t f r ( */
	USUAL = 650,   /* a digit, most small letters */
	BROAD = 800,   /* a capital */
	WIDEST = 1000, /* m W % and what is no letter */
	EMOJI = 1400,
};

/* The widest first: what stands in none is USUAL. */
static int width_of_ascii(char c)
{
	if (strchr("mwMW%@", c))
		return WIDEST;
	if (c >= 'A' && c <= 'Z' && c != 'I')
		return BROAD;
	if (strchr("+=<>~#&", c))
		return 850;
	if (strchr("iljI|!.,:;' ", c))
		return THIN;
	return strchr("ftr()[]{}/\\-\"", c) ? SLIM : USUAL;
}

/* Latin with marks: capitals have even numbers, but for those before U+0100. */
static int width_of_latin(uint32_t c)
{
	bool capital = c < 0x100 ? c >= 0xC0 && c <= 0xDE : c == 0x1AF || c % 2 == 0;

	return capital ? 820 : 690;
}

static int width_of(uint32_t c)
{
	if (c < 0x80)
		return width_of_ascii((char)c);
	if (c >= 0x300 && c <= 0x36F)
		return 0;
	if (c == 0xA0)
		return THIN;
	if (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF))
		return width_of_latin(c);
	if (c >= 0x10000)
		return EMOJI;
	return c == 0x2013 ? USUAL : WIDEST;
}

double label_width(struct str s, double size)
{
	long sum = 0;

	while (s.n)
		sum += width_of(utf8_take(&s));
	return (double)sum * size / 1000;
}

static bool is_space(char c)
{
	return (unsigned char)c <= ' ';
}

/* How many bytes of s, which is not empty, make one line; at least one character. */
static size_t line_end(struct str s, double size, double width)
{
	struct str rest = s;
	size_t space = 0;
	double used = 0;

	while (rest.n) {
		size_t at = s.n - rest.n;

		if (is_space(rest.p[0]))
			space = at;
		used += width_of(utf8_take(&rest)) * size / 1000;
		if (used > width && at)
			return space ? space : at;
	}
	return s.n;
}

static struct str skip_spaces(struct str s)
{
	while (s.n && is_space(s.p[0]))
		s = str_from(s, 1);
	return s;
}

size_t label_wrap(struct arena *a, struct str s, double size, double width, struct str **lines)
{
	size_t n = 0, cap = 0;

	*lines = NULL;
	for (s = skip_spaces(s); s.n; s = skip_spaces(s)) {
		size_t end = line_end(s, size, width);

		*lines = arena_room(a, *lines, n, &cap, sizeof(**lines));
		(*lines)[n++] = str_trim(str_head(s, end));
		s = str_from(s, end);
	}
	return n;
}
