#include "unit.h"

#include "base/date.h"

static struct arena arena;

static struct date full(int year, int month, int day)
{
	return (struct date){.year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day};
}

static struct date at(int year, int month, int day, int hour, int minute)
{
	struct date d = full(year, month, day);

	d.hour = (int8_t)hour;
	d.minute = (int8_t)minute;
	d.has_time = true;
	return d;
}

/* What a text is read as, in ISO form; "-" when it is refused. */
static struct str parsed(const char *text, bool partial, bool with_time)
{
	struct date d;

	if (!date_parse(str_of(text), partial, with_time, &d))
		return STR("-");
	return date_iso(&arena, d);
}

static void a_day_is_read_as_written(void **state)
{
	static const char *const days[] = {
		"2021-04-08", "2025-02-11", "2014-05-12", "0001-01-01", "9999-12-31",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++) {
		assert_str(parsed(days[i], false, false), days[i]);
		assert_str(parsed(days[i], true, true), days[i]);
	}
}

static void a_day_must_be_in_the_calendar(void **state)
{
	static const char *const days[] = {
		"2026-02-30", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01",
		"2026-00-01", "2026-01-00", "0000-01-01", "2026-01-32",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++)
		assert_str(parsed(days[i], true, true), "-");
	assert_str(parsed("2024-02-29", false, false), "2024-02-29");
	assert_str(parsed("2000-02-29", false, false), "2000-02-29");
}

static void other_forms_are_refused(void **state)
{
	static const char *const texts[] = {
		"",
		"2026",
		"2026-1-1",
		"2026-01-1",
		"26-01-01",
		"2026/01/01",
		" 2026-01-01",
		"2026-01-01 ",
		"2026-01-011",
		"2026-01-01T",
		"2026-01-xx",
		"XXXX-01-01",
		"2026-XX-05",
		"-026-01-01",
		"2026-+1-01",
		"2026-01-01Z",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_str(parsed(texts[i], true, true), "-");
}

static void a_refused_text_leaves_the_date_alone(void **state)
{
	struct date d = full(1975, 4, 30);

	(void)state;
	assert_false(date_parse(STR("2026-02-30"), true, true, &d));
	assert_false(date_parse_vietnamese(STR("30/2/2026"), &d));
	assert_int_equal(date_cmp(d, full(1975, 4, 30)), 0);
}

static void an_unknown_part_is_read_only_where_it_may_be(void **state)
{
	(void)state;
	assert_str(parsed("2026-03-XX", true, false), "2026-03-XX");
	assert_str(parsed("2022-XX-XX", true, false), "2022-XX-XX");
	assert_str(parsed("2026-03-XX", false, false), "-");
	assert_str(parsed("2022-XX-XX", false, true), "-");
	assert_str(parsed("2026-03-XXT08:00", true, true), "-");
}

static void a_time_is_read_only_where_it_may_be(void **state)
{
	(void)state;
	assert_str(parsed("2025-03-28T14:30", false, true), "2025-03-28T14:30");
	assert_str(parsed("2025-03-28T00:00", false, true), "2025-03-28T00:00");
	assert_str(parsed("2025-03-28T23:59", false, true), "2025-03-28T23:59");
	assert_str(parsed("2025-03-28T14:30", false, false), "-");
	assert_str(parsed("2025-03-28T24:00", false, true), "-");
	assert_str(parsed("2025-03-28T14:60", false, true), "-");
	assert_str(parsed("2025-03-28T14:30:00", false, true), "-");
	assert_str(parsed("2025-03-28 14:30", false, true), "-");
}

/* A date as Vietnamese write it, in ISO form; "-" when it is none. */
static struct str suggested(const char *text)
{
	struct date d;

	return date_parse_vietnamese(str_of(text), &d) ? date_iso(&arena, d) : STR("-");
}

static void a_date_written_day_first_is_understood(void **state)
{
	(void)state;
	assert_str(suggested("11/02/2025"), "2025-02-11");
	assert_str(suggested("27/8/2025"), "2025-08-27");
	assert_str(suggested("30.9.2025"), "2025-09-30");
	assert_str(suggested(" 5-1-2026 "), "2026-01-05");
	assert_str(suggested("31/4/2025"), "-");
	assert_str(suggested("8/2025"), "-");
	assert_str(suggested("12/02/2021 và"), "-");
	assert_str(suggested("2025-02-11"), "-");
	assert_str(suggested("1/1/25"), "-");
	assert_str(suggested(""), "-");
}

static bool leap(int year)
{
	if (year % 400 == 0)
		return true;
	return year % 4 == 0 && year % 100 != 0;
}

/* The day after d, by the calendar's own rules: nothing of date.c is used here. */
static struct date next_day(struct date d)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int last = days[d.month - 1] + (d.month == 2 && leap(d.year) ? 1 : 0);

	if (d.day < last)
		return full(d.year, d.month, d.day + 1);
	return d.month < 12 ? full(d.year, d.month + 1, 1) : full(d.year + 1, 1, 1);
}

static void days_count_without_a_gap(struct date d, int64_t number, int weekday, int n)
{
	for (int i = 0; i < n; i++) {
		assert_true(date_days(d) == number);
		assert_int_equal(date_cmp(date_from_days(number), d), 0);
		assert_int_equal(date_weekday(d), weekday);
		assert_true(date_is_valid(d.year, d.month, d.day));
		d = next_day(d);
		number++;
		weekday = weekday % 7 + 1;
	}
}

static void a_hundred_thousand_days_go_there_and_back(void **state)
{
	(void)state;
	/* A Monday; 1970-01-01, day 0, was a Thursday. */
	days_count_without_a_gap(full(1900, 1, 1), -25567, 1, 100 * 1000);
}

static void the_ends_of_the_calendar_count_too(void **state)
{
	(void)state;
	assert_true(date_days(full(1970, 1, 1)) == 0);
	days_count_without_a_gap(full(1, 1, 1), -719162, 1, 1000);
	assert_true(date_days(full(9999, 12, 31)) == 2932896);
	assert_int_equal(date_cmp(date_from_days(2932896), full(9999, 12, 31)), 0);
}

static void an_unknown_part_counts_as_the_first(void **state)
{
	(void)state;
	assert_true(date_days(full(2025, 3, 0)) == date_days(full(2025, 3, 1)));
	assert_true(date_days(full(2025, 0, 0)) == date_days(full(2025, 1, 1)));
	assert_int_equal(date_weekday(full(2025, 3, 0)), 6);
}

static void dates_stand_in_order_the_less_known_first(void **state)
{
	const struct date order[] = {
		{0},
		full(2024, 12, 31),
		full(2025, 0, 0),
		full(2025, 3, 0),
		full(2025, 3, 1),
		at(2025, 3, 1, 0, 0),
		at(2025, 3, 1, 0, 1),
		at(2025, 3, 1, 23, 59),
		full(2025, 3, 2),
		full(2025, 4, 0),
		full(2026, 0, 0),
	};

	(void)state;
	for (size_t i = 0; i < COUNT(order); i++) {
		for (size_t k = 0; k < COUNT(order); k++) {
			int expected = (i > k) - (i < k);

			assert_int_equal(date_cmp(order[i], order[k]), expected);
		}
	}
}

static void what_is_known_of_a_date_can_be_asked(void **state)
{
	(void)state;
	assert_false(date_is_set((struct date){0}));
	assert_true(date_is_set(full(2025, 0, 0)));
	assert_false(date_is_full(full(2025, 3, 0)));
	assert_true(date_is_full(full(2025, 3, 1)));
}

static void feeds_get_their_own_forms(void **state)
{
	(void)state;
	assert_str(date_rfc3339(&arena, at(2025, 3, 28, 14, 30)), "2025-03-28T14:30:00+07:00");
	assert_str(date_rfc3339(&arena, full(2025, 3, 0)), "2025-03-01T00:00:00+07:00");
	assert_str(date_rfc822(&arena, at(2025, 3, 28, 14, 30)),
		   "Fri, 28 Mar 2025 14:30:00 +0700");
	assert_str(date_rfc822(&arena, full(2024, 2, 29)), "Thu, 29 Feb 2024 00:00:00 +0700");
}

static void readers_get_vietnamese_forms(void **state)
{
	(void)state;
	assert_str(date_short(&arena, full(2025, 3, 28)), "28/3/2025");
	assert_str(date_short(&arena, full(2025, 3, 0)), "3/2025");
	assert_str(date_short(&arena, full(2025, 0, 0)), "2025");
	assert_str(date_long(&arena, full(2021, 4, 8)), "ngày 08 tháng 4 năm 2021");
	assert_str(date_long(&arena, full(2025, 2, 11)), "ngày 11 tháng 02 năm 2025");
	assert_str(date_long(&arena, full(2025, 1, 5)), "ngày 05 tháng 01 năm 2025");
	assert_str(date_long(&arena, full(2025, 10, 31)), "ngày 31 tháng 10 năm 2025");
	assert_str(date_long(&arena, full(2026, 3, 0)), "tháng 3 năm 2026");
	assert_str(date_long(&arena, full(2026, 1, 0)), "tháng 01 năm 2026");
	assert_str(date_long(&arena, full(2022, 0, 0)), "năm 2022");
}

/* Now, in ISO form, when SOURCE_DATE_EPOCH has this value. */
static struct str now_when(const char *epoch)
{
	struct date now;

	setenv("SOURCE_DATE_EPOCH", epoch, 1);
	return date_now(&now) ? date_iso(&arena, now) : STR("(none)");
}

static void the_clock_is_that_of_ho_chi_minh_city_and_can_be_set(void **state)
{
	(void)state;
	assert_str(now_when("0"), "1970-01-01T07:00");
	assert_str(now_when("1735664399"), "2024-12-31T23:59");
	assert_str(now_when("1735664400"), "2025-01-01T00:00");
	assert_str(now_when("253402275599"), "9999-12-31T23:59");
	unsetenv("SOURCE_DATE_EPOCH");
}

static void a_setting_of_the_clock_that_is_no_time_is_refused(void **state)
{
	static const char *const settings[] = {"yesterday", "12x", "-1", "253402275600",
					       "99999999999999999999"};
	struct date now;

	(void)state;
	for (size_t i = 0; i < COUNT(settings); i++)
		assert_str(now_when(settings[i]), "(none)");
	setenv("SOURCE_DATE_EPOCH", "", 1);
	assert_true(date_now(&now));
	assert_true(now.year >= 2020 && now.year < 9999);
	unsetenv("SOURCE_DATE_EPOCH");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_read_as_written),
		cmocka_unit_test(a_day_must_be_in_the_calendar),
		cmocka_unit_test(other_forms_are_refused),
		cmocka_unit_test(a_refused_text_leaves_the_date_alone),
		cmocka_unit_test(an_unknown_part_is_read_only_where_it_may_be),
		cmocka_unit_test(a_time_is_read_only_where_it_may_be),
		cmocka_unit_test(a_date_written_day_first_is_understood),
		cmocka_unit_test(a_hundred_thousand_days_go_there_and_back),
		cmocka_unit_test(the_ends_of_the_calendar_count_too),
		cmocka_unit_test(an_unknown_part_counts_as_the_first),
		cmocka_unit_test(dates_stand_in_order_the_less_known_first),
		cmocka_unit_test(what_is_known_of_a_date_can_be_asked),
		cmocka_unit_test(feeds_get_their_own_forms),
		cmocka_unit_test(readers_get_vietnamese_forms),
		cmocka_unit_test(the_clock_is_that_of_ho_chi_minh_city_and_can_be_set),
		cmocka_unit_test(a_setting_of_the_clock_that_is_no_time_is_refused),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
