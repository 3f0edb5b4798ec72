/*
 * Dates that are not written as they should be, and what was meant: 28/3/2025,
 * 2025-3-8, "ngày 28 tháng 3 năm 2025", 3/2025. The numbers of the text say it, in
 * their order; what stands between them does not matter.
 */
#include "data/schema_parts.h"

enum {
	NUMBERS_MAX = 6,
	DIGITS_MAX = 4,
};

struct numbers {
	int n, value[NUMBERS_MAX];
	size_t digits[NUMBERS_MAX];
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The digits at the start of s. */
static struct str number_at(struct str s)
{
	size_t n = 0;

	while (n < s.n && is_digit(s.p[n]))
		n++;
	return str_head(s, n);
}

static int value_of(struct str digits)
{
	int value = 0;

	for (size_t i = 0; i < digits.n; i++)
		value = value * 10 + (digits.p[i] - '0');
	return value;
}

/* False when there are none or too many, or one is too long for a part of a date. */
static bool find_numbers(struct str s, struct numbers *out)
{
	out->n = 0;
	while (s.n) {
		struct str digits = number_at(s);

		s = str_from(s, digits.n ? digits.n : 1);
		if (!digits.n)
			continue;
		if (digits.n > DIGITS_MAX || out->n == NUMBERS_MAX)
			return false;
		out->value[out->n] = value_of(digits);
		out->digits[out->n++] = digits.n;
	}
	return out->n > 0;
}

static int part(const struct numbers *k, int i)
{
	return i < k->n ? k->value[i] : 0;
}

/* The year, which has four digits, to the front: 28/3/2025 and 3/2025 have it last. */
static bool put_year_first(struct numbers *k)
{
	int last = k->n < 3 ? k->n - 1 : 2, year = k->value[last];

	if (k->digits[0] == DIGITS_MAX)
		return true;
	if (k->digits[last] != DIGITS_MAX)
		return false;
	k->value[last] = k->value[0];
	k->value[0] = year;
	return true;
}

static void add_time(const struct numbers *k, struct date *d)
{
	if (k->n < 5 || k->value[3] > 23 || k->value[4] > 59)
		return;
	d->has_time = true;
	d->hour = (int8_t)k->value[3];
	d->minute = (int8_t)k->value[4];
}

enum date_guess schema_guess_date(struct str text, struct date *out)
{
	struct numbers k;
	int year, month, day;

	if (date_parse_vietnamese(text, out))
		return DATE_MEANT;
	if (!find_numbers(text, &k) || !put_year_first(&k))
		return DATE_UNKNOWN;
	year = part(&k, 0);
	month = part(&k, 1);
	day = part(&k, 2);
	if (!date_is_valid(year, month ? month : 1, day ? day : 1))
		return k.n > 2 ? DATE_NO_SUCH_DAY : DATE_UNKNOWN;
	*out = date_of(year, month, day);
	add_time(&k, out);
	return DATE_MEANT;
}
