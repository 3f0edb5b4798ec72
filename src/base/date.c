#include "base/date.h"

#include <stdlib.h>
#include <time.h>

enum {
	SECONDS_EAST = 7 * 3600, /* Asia/Ho_Chi_Minh */
	DAY_SECONDS = 86400,
};

/* 9999-12-31T23:59:59+07:00, since 1970 in UTC */
static const int64_t LAST_SECOND = 253402275599;

static bool is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

struct date date_of(int year, int month, int day)
{
	return (struct date){.year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day};
}

bool date_is_valid(int year, int month, int day)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= lengths[month - 1] + (month == 2 && is_leap(year));
}

/* Exactly n digits at the start of *s. */
static bool take_digits(struct str *s, size_t n, int *out)
{
	int value = 0;

	if (s->n < n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s->p[i] < '0' || s->p[i] > '9')
			return false;
		value = value * 10 + (s->p[i] - '0');
	}
	*out = value;
	*s = str_from(*s, n);
	return true;
}

static bool take_byte(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

/* Two digits, or XX for "not known", which is 0. */
static bool take_part(struct str *s, bool partial, int *out)
{
	if (partial && str_starts(*s, STR("XX"))) {
		*s = str_from(*s, 2);
		*out = 0;
		return true;
	}
	return take_digits(s, 2, out) && *out > 0;
}

static bool take_time(struct str *s, struct date *d)
{
	int hour, minute;

	if (!take_byte(s, 'T') || !take_digits(s, 2, &hour) || !take_byte(s, ':') ||
	    !take_digits(s, 2, &minute) || hour > 23 || minute > 59)
		return false;
	d->hour = (int8_t)hour;
	d->minute = (int8_t)minute;
	d->has_time = true;
	return true;
}

static bool parts_fit(int year, int month, int day)
{
	if (month == 0 && day != 0)
		return false;
	return date_is_valid(year, month ? month : 1, day ? day : 1);
}

bool date_parse(struct str s, bool partial, bool with_time, struct date *out)
{
	int year, month, day;
	struct date d = {0};

	if (!take_digits(&s, 4, &year) || !take_byte(&s, '-') ||
	    !take_part(&s, partial, &month) || !take_byte(&s, '-') ||
	    !take_part(&s, partial, &day) || !parts_fit(year, month, day))
		return false;
	if (s.n && (!with_time || !day || !take_time(&s, &d)))
		return false;
	if (s.n)
		return false;
	d.year = (int16_t)year;
	d.month = (int8_t)month;
	d.day = (int8_t)day;
	*out = d;
	return true;
}

/* One or two digits and one of / . - behind them. */
static bool take_short_part(struct str *s, int *out)
{
	if (!take_digits(s, 2, out) && !take_digits(s, 1, out))
		return false;
	return take_byte(s, '/') || take_byte(s, '.') || take_byte(s, '-');
}

bool date_parse_vietnamese(struct str s, struct date *out)
{
	int year, month, day;

	s = str_trim(s);
	if (!take_short_part(&s, &day) || !take_short_part(&s, &month) ||
	    !take_digits(&s, 4, &year) || s.n || !date_is_valid(year, month, day))
		return false;
	*out = date_of(year, month, day);
	return true;
}

bool date_is_set(struct date d)
{
	return d.year != 0;
}

bool date_is_full(struct date d)
{
	return d.year && d.month && d.day;
}

/* A number that grows with time, unknown parts being 0. */
static int64_t order_of(struct date d)
{
	int64_t minutes = d.has_time ? 1 + d.hour * 60 + d.minute : 0;

	return ((d.year * 16 + d.month) * 32 + d.day) * 2048LL + minutes;
}

int date_cmp(struct date a, struct date b)
{
	int64_t x = order_of(a), y = order_of(b);

	return (x > y) - (x < y);
}

/* Days since 0000-03-01, by counting in years that begin in March, so that the
 * leap day is the last of its year. */
int64_t date_days(struct date d)
{
	int month = d.month ? d.month : 1, day = d.day ? d.day : 1;
	int64_t y = month <= 2 ? d.year - 1 : d.year;
	int64_t m = month <= 2 ? month + 9 : month - 3;

	return y * 365 + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

struct date date_from_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = z / 146097;
	int64_t of_era = z - era * 146097;
	int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
	int64_t m = (5 * of_year + 2) / 153;
	struct date d = {0};

	d.day = (int8_t)(of_year - (153 * m + 2) / 5 + 1);
	d.month = (int8_t)(m < 10 ? m + 3 : m - 9);
	d.year = (int16_t)(y + era * 400 + (d.month <= 2));
	return d;
}

int date_weekday(struct date d)
{
	return (int)((date_days(d) + 3) % 7 + 7) % 7 + 1;
}

static void put_two(struct buf *out, int n)
{
	buf_byte(out, (char)('0' + n / 10 % 10));
	buf_byte(out, (char)('0' + n % 10));
}

static void put_year(struct buf *out, int year)
{
	put_two(out, year / 100);
	put_two(out, year % 100);
}

/* Two digits, or XX for a part that is not known. */
static void put_part(struct buf *out, int part)
{
	if (part)
		put_two(out, part);
	else
		buf_add(out, STR("XX"));
}

/* Pages show dates by the hundred thousand: they are put together by hand. */
struct str date_iso(struct arena *a, struct date d)
{
	struct buf out = {.arena = a};

	buf_reserve(&out, 16);
	put_year(&out, d.year);
	buf_byte(&out, '-');
	put_part(&out, d.month);
	buf_byte(&out, '-');
	put_part(&out, d.day);
	if (d.has_time) {
		buf_byte(&out, 'T');
		put_two(&out, d.hour);
		buf_byte(&out, ':');
		put_two(&out, d.minute);
	}
	return buf_str(&out);
}

static int known(int part)
{
	return part ? part : 1;
}

static struct date known_parts(struct date d)
{
	d.month = (int8_t)known(d.month);
	d.day = (int8_t)known(d.day);
	d.has_time = true;
	return d;
}

struct str date_rfc3339(struct arena *a, struct date d)
{
	return str_concat(a, date_iso(a, known_parts(d)), STR(":00+07:00"), (struct str){0});
}

struct str date_rfc822(struct arena *a, struct date d)
{
	static const char days[][6] = {"Mon, ", "Tue, ", "Wed, ", "Thu, ",
				       "Fri, ", "Sat, ", "Sun, "};
	static const char months[][6] = {" Jan ", " Feb ", " Mar ", " Apr ", " May ", " Jun ",
					 " Jul ", " Aug ", " Sep ", " Oct ", " Nov ", " Dec "};
	struct buf out = {.arena = a};

	buf_reserve(&out, 32);
	buf_add_z(&out, days[date_weekday(d) - 1]);
	put_two(&out, known(d.day));
	buf_add_z(&out, months[known(d.month) - 1]);
	put_year(&out, d.year);
	buf_byte(&out, ' ');
	put_two(&out, d.hour);
	buf_byte(&out, ':');
	put_two(&out, d.minute);
	buf_add(&out, STR(":00 +0700"));
	return buf_str(&out);
}

static void put_number(struct buf *out, int n)
{
	if (n >= 10)
		put_number(out, n / 10);
	buf_byte(out, (char)('0' + n % 10));
}

struct str date_short(struct arena *a, struct date d)
{
	struct buf out = {.arena = a};

	buf_reserve(&out, 16);
	if (d.day) {
		put_number(&out, d.day);
		buf_byte(&out, '/');
	}
	if (d.month) {
		put_number(&out, d.month);
		buf_byte(&out, '/');
	}
	put_number(&out, d.year);
	return buf_str(&out);
}

struct str date_long(struct arena *a, struct date d)
{
	struct buf out = {.arena = a};

	buf_reserve(&out, 48);
	if (d.day) {
		buf_add(&out, STR("ngày "));
		put_two(&out, d.day);
		buf_byte(&out, ' ');
	}
	if (d.month) {
		buf_add(&out, STR("tháng "));
		if (d.month <= 2)
			buf_byte(&out, '0');
		put_number(&out, d.month);
		buf_byte(&out, ' ');
	}
	buf_add(&out, STR("năm "));
	put_number(&out, d.year);
	return buf_str(&out);
}

static bool parse_seconds(const char *text, int64_t *out)
{
	char *end;

	*out = strtoll(text, &end, 10);
	return !*end && *out >= 0 && *out <= LAST_SECOND;
}

bool date_now(struct date *out)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	int64_t seconds = time(NULL);

	if (fixed && *fixed && !parse_seconds(fixed, &seconds))
		return false;
	seconds += SECONDS_EAST;
	*out = date_from_days(seconds / DAY_SECONDS);
	out->hour = (int8_t)(seconds % DAY_SECONDS / 3600);
	out->minute = (int8_t)(seconds % 3600 / 60);
	out->has_time = true;
	return true;
}

double clock_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}
