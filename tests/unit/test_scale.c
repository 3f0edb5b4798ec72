#include "unit.h"

#include "draw/scale.h"
#include "viet/decimal.h"

/* In whole numbers, where a scale counts thousandths. */
static void check(int64_t low, int64_t high, int most, const char *want)
{
	struct arena a = {0};
	struct scale s = scale_make(low, high, most, 1);

	assert_str(str_fmt(&a, "%lld to %lld by %lld", (long long)s.low, (long long)s.high,
			   (long long)s.step),
		   want);
	arena_free(&a);
}

static void steps_are_1_2_or_5_times_a_power_of_ten(void **state)
{
	(void)state;
	check(0, 5, 5, "0 to 5 by 1");
	check(0, 6, 5, "0 to 6 by 2");
	check(0, 10, 5, "0 to 10 by 2");
	check(0, 11, 5, "0 to 15 by 5");
	check(0, 25, 5, "0 to 25 by 5");
	check(0, 26, 5, "0 to 30 by 10");
	check(0, 93250, 5, "0 to 100000 by 20000");
	check(86420, 88100, 5, "86000 to 88500 by 500");
}

static void a_scale_holds_negative_numbers(void **state)
{
	(void)state;
	check(-7, -3, 5, "-7 to -3 by 1");
	check(-12, 0, 5, "-15 to 0 by 5");
	check(-12, 93, 5, "-50 to 100 by 50");
}

static void nothing_has_a_scale_too(void **state)
{
	(void)state;
	check(0, 0, 5, "0 to 1 by 1");
	check(7, 7, 5, "7 to 8 by 1");
	check(-7, -7, 5, "-7 to -6 by 1");
}

static void two_steps_are_always_enough(void **state)
{
	(void)state;
	check(-1, 1, 2, "-1 to 1 by 1");
	check(-999999999999999, 999999999999999, 2,
	      "-1000000000000000 to 1000000000000000 by 1000000000000000");
}

static void no_step_is_finer_than_what_is_asked(void **state)
{
	struct scale s = scale_make(0, 3, 5, DECIMAL_ONE);

	(void)state;
	assert_int_equal(s.step, DECIMAL_ONE);
	assert_int_equal(s.high, DECIMAL_ONE);
}

static void decimals_are_those_of_the_step(void **state)
{
	struct scale s = {0, 0, 1000};

	(void)state;
	assert_int_equal(scale_places(&s), 0);
	s.step = 500;
	assert_int_equal(scale_places(&s), 1);
	s.step = 20;
	assert_int_equal(scale_places(&s), 2);
	s.step = 1;
	assert_int_equal(scale_places(&s), 3);
}

static void places_lie_between_0_and_1(void **state)
{
	struct scale s = {-50, 150, 50};

	(void)state;
	assert_true(scale_place(&s, -50) == 0);
	assert_true(scale_place(&s, 0) == 0.25);
	assert_true(scale_place(&s, 150) == 1);
}

/* Numbers that look random and are the same each time. */
static int64_t next(uint64_t *seed, int64_t most)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (int64_t)((*seed >> 20) % (uint64_t)(2 * most + 1)) - most;
}

static void every_scale_holds_its_numbers_in_few_steps(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		int64_t most = (int64_t[]){10, 1000, 1000000, 999999999999999}[i % 4];
		int64_t x = next(&seed, most), y = next(&seed, most);
		int steps = 2 + i % 7;
		struct scale s = scale_make(x < y ? x : y, x < y ? y : x, steps, 1);

		assert_true(s.low <= x && s.low <= y && x <= s.high && y <= s.high);
		assert_true(s.low < s.high && scale_steps(&s) <= steps);
		assert_true(s.low % s.step == 0 && s.high % s.step == 0);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(steps_are_1_2_or_5_times_a_power_of_ten),
		cmocka_unit_test(a_scale_holds_negative_numbers),
		cmocka_unit_test(nothing_has_a_scale_too),
		cmocka_unit_test(two_steps_are_always_enough),
		cmocka_unit_test(no_step_is_finer_than_what_is_asked),
		cmocka_unit_test(decimals_are_those_of_the_step),
		cmocka_unit_test(places_lie_between_0_and_1),
		cmocka_unit_test(every_scale_holds_its_numbers_in_few_steps),
	};

	return UNIT_RUN(tests);
}
