#include "data/yaml_parts.h"

static bool is_one_of(struct str s, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq_z(s, words[i]))
			return true;
	}
	return false;
}

static bool is_null(struct str s)
{
	static const char *const words[] = {"", "~", "null", "Null", "NULL"};

	return is_one_of(s, words, COUNT(words));
}

static bool is_bool(struct str s)
{
	static const char *const words[] = {"true", "True", "TRUE", "false", "False", "FALSE"};

	return is_one_of(s, words, COUNT(words));
}

static bool is_octal(char c)
{
	return c >= '0' && c <= '7';
}

static bool is_decimal(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
	return is_decimal(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* How many digits stood at the start of *s, which moves behind them. */
static size_t take_digits(struct str *s, bool (*is_digit)(char))
{
	size_t n = 0;

	while (n < s->n && is_digit(s->p[n]))
		n++;
	*s = str_from(*s, n);
	return n;
}

static bool take_byte(struct str *s, char a, char b)
{
	if (!s->n || (s->p[0] != a && s->p[0] != b))
		return false;
	*s = str_from(*s, 1);
	return true;
}

/* 0o17, 0x1F */
static bool is_based(struct str s)
{
	struct str digits = str_from(s, 2);
	bool (*is_digit)(char) = str_starts(s, STR("0o")) ? is_octal : is_hex;

	if (!str_starts(s, STR("0o")) && !str_starts(s, STR("0x")))
		return false;
	return take_digits(&digits, is_digit) && !digits.n;
}

/* 12 -12 +012 1.5 1. .5 1e3 1.5E-3 */
static bool is_decimal_number(struct str s)
{
	size_t whole, part = 0;

	take_byte(&s, '-', '+');
	whole = take_digits(&s, is_decimal);
	if (take_byte(&s, '.', '.'))
		part = take_digits(&s, is_decimal);
	if (!whole && !part)
		return false;
	if (take_byte(&s, 'e', 'E')) {
		take_byte(&s, '-', '+');
		if (!take_digits(&s, is_decimal))
			return false;
	}
	return !s.n;
}

static bool is_number(struct str s)
{
	return s.n <= NUMBER_TEXT_MAX && (is_based(s) || is_decimal_number(s));
}

enum value_kind yaml_plain_kind(struct str s)
{
	if (s.n <= 5 && is_null(s))
		return VALUE_NULL;
	if (s.n <= 5 && is_bool(s))
		return VALUE_BOOL;
	return is_number(s) ? VALUE_NUMBER : VALUE_STRING;
}
