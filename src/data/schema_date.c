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

/* False when there are too many, or one is too long for a part of a date. */
static bool find_numbers(struct str s, struct numbers *out)
{
	*out = (struct numbers){0};
	for (size_t i = 0; i < s.n; i++) {
		if (!is_digit(s.p[i]))
			continue;
		if (i == 0 || !is_digit(s.p[i - 1]))
			out->n++;
		if (out->n > NUMBERS_MAX || ++out->digits[out->n - 1] > DIGITS_MAX)
			return false;
		out->value[out->n - 1] = out->value[out->n - 1] * 10 + (s.p[i] - '0');
	}
	return out->n > 0;
}

/* Year first or year last; the year is the number of four digits. */
static bool order_numbers(const struct numbers *k, int n, int *year, int *month, int *day)
{
	bool year_first = k->digits[0] == DIGITS_MAX;

	if (!year_first && k->digits[n - 1] != DIGITS_MAX)
		return false;
	*year = year_first ? k->value[0] : k->value[n - 1];
	*month = n > 1 ? k->value[year_first ? 1 : n - 2] : 0;
	*day = n > 2 ? k->value[year_first ? 2 : 0] : 0;
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
	int year, month, day, n;

	if (date_parse_vietnamese(text, out))
		return DATE_MEANT;
	if (!find_numbers(text, &k))
		return DATE_UNKNOWN;
	n = k.n < 3 ? k.n : 3;
	if (!order_numbers(&k, n, &year, &month, &day))
		return DATE_UNKNOWN;
	if (!date_is_valid(year, n > 1 ? month : 1, n > 2 ? day : 1))
		return n > 2 ? DATE_NO_SUCH_DAY : DATE_UNKNOWN;
	*out = (struct date){(int16_t)year, (int8_t)month, (int8_t)day, 0, 0, false};
	add_time(&k, out);
	return DATE_MEANT;
}
