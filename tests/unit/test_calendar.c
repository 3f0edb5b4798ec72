#include "unit.h"

#include "viet/calendar.h"

#include "years.h"

static struct arena arena;
static struct calendar calendar;
static const struct calendar nothing;

static int setup(void **state)
{
	(void)state;
	calendar = calendar_2024_2026(&arena);
	return 0;
}

/* The n-th working day from a day, as 30/11/2026; "-" beyond the calendar. */
static struct str after(const char *day, int64_t n)
{
	struct date d;

	if (!calendar_add_working_days(&calendar, day_of(day), n, &d))
		return STR("-");
	return date_short(&arena, d);
}

static void each_year_has_its_working_days(void **state)
{
	static const int counts[] = {251, 250, 249};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct date first = {.year = (int16_t)(2024 + i), .month = 1, .day = 1};
		struct date last = {.year = (int16_t)(2024 + i), .month = 12, .day = 31};
		int64_t n;

		assert_true(calendar_working_days(&calendar, first, last, &n));
		assert_int_equal(n, counts[i]); /* 1/1 is off, so it does not matter */
	}
}

static void a_day_is_what_was_announced(void **state)
{
	static const struct {
		const char *day;
		enum day_state state;
	} days[] = {
		{"20/11/2026", DAY_WORKING}, {"21/11/2026", DAY_WEEKEND},
		{"22/11/2026", DAY_WEEKEND}, {"24/11/2026", DAY_OFF},
		{"24/11/2025", DAY_WORKING}, {"22/8/2026", DAY_WORKED},
		{"29/8/2026", DAY_WEEKEND},  {"31/8/2026", DAY_OFF},
		{"10/2/2024", DAY_OFF}, /* a Saturday, but Tết */
		{"31/12/2023", DAY_BEYOND},  {"1/1/2027", DAY_BEYOND},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(days); i++)
		assert_int_equal(calendar_day(&calendar, day_of(days[i].day)), days[i].state);
}

static void a_special_day_has_its_name(void **state)
{
	(void)state;
	assert_str(calendar_special(&calendar, day_of("24/11/2026"))->name,
		   "Ngày Văn hóa Việt Nam");
	assert_int_equal(calendar_special(&calendar, day_of("27/4/2026"))->kind,
			 DAY_OFF_IN_LIEU);
	assert_str(calendar_special(&calendar, day_of("22/8/2026"))->name, "Làm bù");
	assert_null(calendar_special(&calendar, day_of("21/8/2026")));
	assert_null(calendar_special(&calendar, day_of("21/11/2026")));
	assert_null(calendar_special(&calendar, day_of("1/1/2027")));
}

static void the_day_itself_is_not_counted(void **state)
{
	(void)state;
	assert_str(after("20/11/2026", 1), "23/11/2026");
	assert_str(after("20/11/2026", 5), "30/11/2026");
	assert_str(after("20/11/2026", 0), "20/11/2026");
	assert_str(after("21/11/2026", 0), "21/11/2026");
	assert_str(after("21/11/2026", 1), "23/11/2026");
}

static void days_are_counted_back_too(void **state)
{
	(void)state;
	assert_str(after("30/11/2026", -5), "20/11/2026");
	assert_str(after("24/11/2026", -1), "23/11/2026");
	assert_str(after("24/8/2026", -1), "22/8/2026");
	assert_str(after("1/1/2026", -1), "31/12/2025");
	assert_str(after("1/1/2024", -1), "-");
}

static void beyond_the_years_nothing_is_guessed(void **state)
{
	struct date d = day_of("1/1/2000"), partial = day_of("2026-11-XX");
	int64_t n = 7;

	(void)state;
	assert_str(after("31/12/2026", 0), "31/12/2026");
	assert_str(after("30/12/2026", 1), "31/12/2026");
	assert_str(after("31/12/2026", 1), "-");
	assert_str(after("1/1/2027", 0), "-");
	assert_str(after("20/11/2026", 1000 * 1000 * 1000), "-");
	assert_false(calendar_add_working_days(&nothing, day_of("20/11/2026"), 0, &d));
	assert_false(calendar_add_working_days(&calendar, partial, 1, &d));
	assert_false(calendar_roll(&calendar, day_of("2/1/2027"), &d));
	assert_false(calendar_roll(&nothing, day_of("20/11/2026"), &d));
	assert_int_equal(date_cmp(d, day_of("1/1/2000")), 0);
	assert_false(
		calendar_working_days(&calendar, day_of("31/12/2026"), day_of("1/1/2027"), &n));
	assert_false(
		calendar_working_days(&calendar, day_of("1/1/2027"), day_of("31/12/2026"), &n));
	assert_false(calendar_working_days(&calendar, partial, day_of("31/12/2026"), &n));
	assert_int_equal(n, 7);
}

static void a_year_that_lies_apart_leaves_a_gap(void **state)
{
	const struct calendar_year years[] = {{.year = 2028}, {.year = 2026}, {.year = 2026}};
	struct calendar c = calendar_make(&arena, years, COUNT(years));
	struct date d;
	int64_t n;

	(void)state;
	assert_int_equal(c.n_years, 2);
	assert_true(calendar_covers(&c, day_of("1/1/2028")));
	assert_false(calendar_covers(&c, day_of("31/12/2027")));
	assert_false(calendar_add_working_days(&c, day_of("31/12/2026"), 1, &d));
	assert_false(calendar_add_working_days(&c, day_of("1/1/2028"), -1, &d));
	assert_false(calendar_working_days(&c, day_of("31/12/2026"), day_of("1/1/2028"), &n));
	assert_true(calendar_last_day(&c, day_of("5/5/2026"), &d));
	assert_str(date_short(&arena, d), "31/12/2026");
	assert_false(calendar_last_day(&c, day_of("5/5/2027"), &d));
	assert_true(calendar_last_day(&calendar, day_of("5/5/2024"), &d));
	assert_str(date_short(&arena, d), "31/12/2026");
}

static void a_day_given_twice_counts_once(void **state)
{
	const struct special_day days[] = {
		{date_days(day_of("24/11/2026")), STR("Một"), DAY_OFF_HOLIDAY},
		{date_days(day_of("23/11/2026")), STR("Hai"), DAY_OFF_HOLIDAY},
		{date_days(day_of("24/11/2026")), STR("Ba"), DAY_OFF_SWAPPED},
	};
	const struct calendar_year year = {.year = 2026, .off = days, .n_off = COUNT(days)};
	struct calendar c = calendar_make(&arena, &year, 1);

	(void)state;
	assert_int_equal(c.n_off, 2);
	assert_str(calendar_special(&c, day_of("24/11/2026"))->name, "Một");
	assert_str(calendar_special(&c, day_of("23/11/2026"))->name, "Hai");
}

static void a_term_that_ends_on_a_day_off_moves_on(void **state)
{
	struct date d;

	(void)state;
	assert_true(calendar_roll(&calendar, day_of("24/11/2026"), &d));
	assert_str(date_short(&arena, d), "25/11/2026");
	assert_true(calendar_roll(&calendar, day_of("22/8/2026"), &d));
	assert_str(date_short(&arena, d), "22/8/2026");
	assert_true(calendar_roll(&calendar, day_of("2026-11-25T15:00"), &d));
	assert_false(d.has_time);
}

/* By hand, day by day: nothing of calendar.c but what each day is. */
static int64_t count_by_hand(int64_t from, int64_t to)
{
	int64_t n = 0;

	for (int64_t day = from + 1; day <= to; day++)
		n += calendar_is_working(&calendar, date_from_days(day));
	return n;
}

static void counting_and_adding_agree_for_all_days(void **state)
{
	int64_t first = date_days(day_of("1/1/2024")), last = date_days(day_of("31/12/2026"));

	(void)state;
	for (int64_t from = first; from <= last; from += 3) {
		for (int64_t to = from; to <= last && to < from + 60; to++) {
			struct date a = date_from_days(from), b = date_from_days(to), d;
			int64_t n, back;

			assert_true(calendar_working_days(&calendar, a, b, &n));
			assert_true(calendar_working_days(&calendar, b, a, &back));
			assert_int_equal(n, count_by_hand(from, to));
			assert_int_equal(back, -n);
			if (n == 0 || !calendar_is_working(&calendar, b))
				continue;
			assert_true(calendar_add_working_days(&calendar, a, n, &d));
			assert_int_equal(date_cmp(d, b), 0);
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_year_has_its_working_days),
		cmocka_unit_test(a_day_is_what_was_announced),
		cmocka_unit_test(a_special_day_has_its_name),
		cmocka_unit_test(the_day_itself_is_not_counted),
		cmocka_unit_test(days_are_counted_back_too),
		cmocka_unit_test(beyond_the_years_nothing_is_guessed),
		cmocka_unit_test(a_year_that_lies_apart_leaves_a_gap),
		cmocka_unit_test(a_day_given_twice_counts_once),
		cmocka_unit_test(a_term_that_ends_on_a_day_off_moves_on),
		cmocka_unit_test(counting_and_adding_agree_for_all_days),
	};
	int status;

	setup(NULL);
	status = UNIT_RUN(tests);
	arena_free(&arena);
	return status;
}
