#include "unit.h"

#include "viet/decimal.h"

static struct arena arena;

static void check_parse(const char *text, int64_t want)
{
	int64_t got = -1;

	if (!decimal_parse(str_of(text), &got) || got != want)
		fail_msg("\"%s\" gives %lld, not %lld", text, (long long)got, (long long)want);
}

static void check_refused(const char *text)
{
	int64_t got = 7;

	if (decimal_parse(str_of(text), &got) || got != 7)
		fail_msg("\"%s\" is taken for %lld", text, (long long)got);
}

static void numbers_with_a_comma_are_read(void **state)
{
	(void)state;
	check_parse("0", 0);
	check_parse("83,25", 83250);
	check_parse("84,10", 84100);
	check_parse("100", 100000);
	check_parse("0,731", 731);
	check_parse("-0,5", -500);
	check_parse("007", 7000);
}

static void all_else_is_refused(void **state)
{
	(void)state;
	check_refused("");
	check_refused("-");
	check_refused(",5");
	check_refused("5,");
	check_refused("83.25");
	check_refused("1.234,5");
	check_refused("83,25 %");
	check_refused("83,2 5");
	check_refused("--1");
	check_refused("+1");
	check_refused("1e3");
}

static void digits_are_counted(void **state)
{
	(void)state;
	check_parse("123456789012", 123456789012000);
	check_refused("1234567890123");
	check_parse("0,123", 123);
	check_refused("0,1234");
}

static void check_text(int64_t n, int places, char mark, const char *want)
{
	struct str got = decimal_text(&arena, n, places, mark);

	if (!str_eq_z(got, want))
		fail_msg("%lld gives \"" STR_FMT "\", not \"%s\"", (long long)n, STR_ARG(got),
			 want);
}

static void numbers_are_rounded_half_up(void **state)
{
	(void)state;
	check_text(83250, 2, ',', "83,25");
	check_text(83250, 1, ',', "83,3");
	check_text(83249, 1, ',', "83,2");
	check_text(99950, 1, '.', "100.0");
	check_text(5, 2, ',', "0,01");
	check_text(499, 0, ',', "0");
	check_text(500, 0, ',', "1");
	check_text(-1500, 1, ',', "-1,5");
	check_text(-40, 1, ',', "0,0");
}

static void shares_are_per_cent(void **state)
{
	(void)state;
	assert_int_equal(decimal_percent(1, 3), 33333);
	assert_int_equal(decimal_percent(2, 3), 66667);
	assert_int_equal(decimal_percent(5, 5), 100000);
	assert_int_equal(decimal_percent(0, 5), 0);
	assert_int_equal(decimal_percent(5, 0), 0);
	assert_int_equal(decimal_percent(INT64_MAX, 1), 0);
}

static void check_grouped(int64_t n, const char *want)
{
	struct str got = decimal_grouped(&arena, n);

	if (!str_eq_z(got, want))
		fail_msg("%lld is written " STR_FMT ", not %s", (long long)n, STR_ARG(got),
			 want);
}

static void thousands_are_parted_by_points(void **state)
{
	(void)state;
	check_grouped(0, "0");
	check_grouped(999, "999");
	check_grouped(1000, "1.000");
	check_grouped(5000, "5.000");
	check_grouped(-123, "-123");
	check_grouped(-123456, "-123.456");
	check_grouped(INT64_MIN, "-9.223.372.036.854.775.808");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_with_a_comma_are_read),
		cmocka_unit_test(all_else_is_refused),
		cmocka_unit_test(thousands_are_parted_by_points),
		cmocka_unit_test(digits_are_counted),
		cmocka_unit_test(numbers_are_rounded_half_up),
		cmocka_unit_test(shares_are_per_cent),
	};

	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
