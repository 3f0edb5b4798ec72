#include "base/utf8.h"
#include "viet/fold.h"
#include "viet/speak_parts.h"

enum {
	BILLION_DIGITS = 9,
	GROUP = 3, /* digits of a long code that are read in one breath */
};

static const uint32_t million = 1000000, thousand = 1000, hundred = 100, ten = 10;

static const char *const digit_names[] = {
	"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
};

void say_str(struct buf *w, struct str words)
{
	if (w->n)
		buf_byte(w, ' ');
	buf_add(w, words);
}

void say(struct buf *w, const char *words)
{
	say_str(w, str_of(words));
}

void say_digits(struct buf *w, struct str digits)
{
	for (size_t i = 0; i < digits.n; i++)
		say(w, digit_names[digits.p[i] - '0']);
}

/* The last digit behind tens: mười lăm, hai mươi mốt, hai mươi tư. */
static void say_unit(struct buf *w, uint32_t tens, uint32_t unit)
{
	if (!unit)
		return;
	if (tens && unit == 5)
		say(w, "lăm");
	else if (tens > 1 && unit == 1)
		say(w, "mốt");
	else if (tens > 1 && unit == 4)
		say(w, "tư");
	else
		say(w, digit_names[unit]);
}

static void say_below_hundred(struct buf *w, uint32_t n)
{
	if (n / ten > 1) {
		say(w, digit_names[n / ten]);
		say(w, "mươi");
	} else if (n / ten == 1) {
		say(w, "mười");
	}
	say_unit(w, n / ten, n % ten);
}

/* A group of three digits; behind other groups its hundreds are said even when there
 * are none. */
static void say_group(struct buf *w, uint32_t n, bool behind, const struct speak_options *o)
{
	bool has_hundreds = behind || n >= hundred;

	if (has_hundreds) {
		say(w, digit_names[n / hundred]);
		say(w, "trăm");
	}
	n %= hundred;
	if (n && n < ten && has_hundreds)
		say(w, o->southern ? "lẻ" : "linh");
	say_below_hundred(w, n);
}

static void say_below_billion(struct buf *w, uint32_t n, bool behind,
			      const struct speak_options *o)
{
	const struct {
		uint32_t n;
		const char *name;
	} groups[] = {
		{n / million, "triệu"},
		{n / thousand % thousand, o->southern ? "ngàn" : "nghìn"},
		{n % thousand, NULL},
	};

	for (size_t i = 0; i < COUNT(groups); i++) {
		if (!groups[i].n)
			continue;
		say_group(w, groups[i].n, behind, o);
		if (groups[i].name)
			say(w, groups[i].name);
		behind = true;
	}
}

static uint32_t value_of(struct str digits)
{
	uint32_t n = 0;

	for (size_t i = 0; i < digits.n; i++)
		n = n * ten + (uint32_t)(digits.p[i] - '0');
	return n;
}

/* A code: digit by digit, with a short rest behind each group. */
static void say_code(struct buf *w, struct str digits)
{
	while (digits.n) {
		say_digits(w, str_head(digits, GROUP));
		digits = str_from(digits, GROUP);
		if (digits.n)
			buf_byte(w, ',');
	}
}

static void say_value(struct buf *w, struct str digits, const struct speak_options *o)
{
	size_t above = digits.n > BILLION_DIGITS ? digits.n - BILLION_DIGITS : 0;

	if (above) {
		say_below_billion(w, value_of(str_head(digits, above)), false, o);
		say(w, "tỷ");
	}
	say_below_billion(w, value_of(str_from(digits, above)), above > 0, o);
}

void say_number(struct buf *w, struct str digits, const struct speak_options *o)
{
	size_t zeros = 0;

	while (zeros < digits.n && digits.p[zeros] == '0')
		zeros++;
	if (digits.n > SPEAK_DIGITS_MAX || (zeros && digits.n >= GROUP))
		say_code(w, digits);
	else if (zeros == digits.n)
		say(w, digit_names[0]);
	else
		say_value(w, str_from(digits, zeros), o);
}

void say_fraction(struct buf *w, struct str digits, const struct speak_options *o)
{
	while (digits.n && digits.p[0] == '0') {
		say(w, digit_names[0]);
		digits = str_from(digits, 1);
	}
	if (digits.n > GROUP)
		say_digits(w, digits);
	else if (digits.n)
		say_number(w, digits, o);
}

/* NULL when it is no letter of Vietnamese or English. */
static const char *name_of_letter(uint32_t c)
{
	static const char *const latin[] = {
		"a",     "bê", "xê",   "dê",    "e",      "ép-phờ", "giê",   "hát", "i",
		"gi",    "ca", "e-lờ", "em-mờ", "en-nờ",  "o",      "pê",    "quy", "e-rờ",
		"ét-xì", "tê", "u",    "vê",    "vê kép", "ích-xì", "i dài", "dét",
	};
	static const struct {
		uint32_t c;
		const char *name;
	} others[] = {
		{0x102, "á"}, {0xC2, "ớ"},  {0x110, "đê"}, {0xCA, "ê"},
		{0xD4, "ô"},  {0x1A0, "ơ"}, {0x1AF, "ư"},
	};

	if (c >= 'A' && c <= 'Z')
		return latin[c - 'A'];
	for (size_t i = 0; i < COUNT(others); i++)
		if (others[i].c == c)
			return others[i].name;
	return NULL;
}

static size_t count_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	return n;
}

void say_letters(struct buf *w, struct str token, const struct speak_options *o)
{
	struct str rest = viet_upper(w->arena, token);

	while (rest.n) {
		size_t digits = count_digits(rest);
		struct str from = rest;
		const char *name;

		if (digits) {
			say_number(w, str_head(rest, digits), o);
			rest = str_from(rest, digits);
			continue;
		}
		name = name_of_letter(utf8_take(&rest));
		if (name)
			say(w, name);
		else
			say_str(w, str_head(from, from.n - rest.n));
	}
}

struct str speak_number(struct arena *a, struct str digits, const struct speak_options *o)
{
	struct buf w = {.arena = a};

	say_number(&w, digits, o);
	return buf_str(&w);
}
