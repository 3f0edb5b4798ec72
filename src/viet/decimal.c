#include "viet/decimal.h"

/* The digits at the start of *s, at most `most`, as a number; how many they were. */
static size_t take_digits(struct str *s, size_t most, int64_t *out)
{
	size_t n = 0;

	*out = 0;
	while (n < s->n && n < most && s->p[n] >= '0' && s->p[n] <= '9')
		*out = *out * 10 + (s->p[n++] - '0');
	*s = str_from(*s, n);
	return n;
}

static int64_t power_of_ten(size_t n)
{
	int64_t power = 1;

	while (n--)
		power *= 10;
	return power;
}

bool decimal_parse(struct str s, int64_t *out)
{
	bool minus = str_starts(s, STR("-")), comma;
	int64_t whole, part = 0;
	size_t places = 0;

	s = str_from(s, minus);
	if (!take_digits(&s, DECIMAL_DIGITS_MAX, &whole))
		return false;
	comma = str_starts(s, STR(","));
	if (comma) {
		s = str_from(s, 1);
		places = take_digits(&s, DECIMAL_PLACES_MAX, &part);
	}
	if (s.n || (comma && !places))
		return false;
	whole = whole * DECIMAL_ONE + part * power_of_ten(DECIMAL_PLACES_MAX - places);
	*out = minus ? -whole : whole;
	return true;
}

struct str decimal_text(struct arena *a, int64_t thousandths, int places, char mark)
{
	int64_t unit = power_of_ten((size_t)(DECIMAL_PLACES_MAX - places));
	int64_t one = power_of_ten((size_t)places);
	int64_t n = thousandths < 0 ? -thousandths : thousandths;
	const char *sign;

	n = (n + unit / 2) / unit;
	sign = thousandths < 0 && n ? "-" : "";
	if (!places)
		return str_fmt(a, "%s%lld", sign, (long long)n);
	return str_fmt(a, "%s%lld%c%0*lld", sign, (long long)(n / one), mark, places,
		       (long long)(n % one));
}

/* A point before each third digit from the end; what is no digit stands before them. */
static void put_grouped(struct buf *out, struct str digits)
{
	size_t sign = str_starts(digits, STR("-"));

	for (size_t i = 0; i < digits.n; i++) {
		if (i > sign && (digits.n - i) % 3 == 0)
			buf_byte(out, '.');
		buf_byte(out, digits.p[i]);
	}
}

struct str decimal_grouped(struct arena *a, int64_t n)
{
	struct buf out = {.arena = a};

	put_grouped(&out, str_fmt(a, "%lld", (long long)n));
	return buf_str(&out);
}

struct str decimal_readable(struct arena *a, int64_t thousandths, int places)
{
	struct str text = decimal_text(a, thousandths, places, ',');
	struct str part, whole = str_cut(text, ',', &part);
	struct buf out = {.arena = a};

	put_grouped(&out, whole);
	buf_add(&out, str_from(text, whole.n));
	return buf_str(&out);
}

int64_t decimal_percent(int64_t part, int64_t whole)
{
	int64_t scaled;

	if (whole <= 0 || __builtin_mul_overflow(part, 100 * DECIMAL_ONE, &scaled))
		return 0;
	return (scaled + whole / 2) / whole;
}
