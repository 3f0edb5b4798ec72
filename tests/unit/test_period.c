#include "unit.h"

#include "viet/period.h"

static struct arena arena;

static struct str range(enum period_unit unit, int year, int n, enum period_window window)
{
	struct date_range r;

	if (!period_range(unit, year, n, window, &r))
		return STR("-");
	return str_concat(&arena, date_iso(&arena, r.first), STR("/"),
			  date_iso(&arena, r.last));
}

static void calendar_periods_are_whole_months(void **state)
{
	(void)state;
	assert_str(range(PERIOD_MONTH, 2026, 1, WINDOW_CALENDAR), "2026-01-01/2026-01-31");
	assert_str(range(PERIOD_MONTH, 2026, 2, WINDOW_CALENDAR), "2026-02-01/2026-02-28");
	assert_str(range(PERIOD_MONTH, 2024, 2, WINDOW_CALENDAR), "2024-02-01/2024-02-29");
	assert_str(range(PERIOD_MONTH, 2026, 12, WINDOW_CALENDAR), "2026-12-01/2026-12-31");
	assert_str(range(PERIOD_QUARTER, 2025, 4, WINDOW_CALENDAR), "2025-10-01/2025-12-31");
	assert_str(range(PERIOD_QUARTER, 2026, 2, WINDOW_CALENDAR), "2026-04-01/2026-06-30");
	assert_str(range(PERIOD_HALF, 2025, 2, WINDOW_CALENDAR), "2025-07-01/2025-12-31");
	assert_str(range(PERIOD_NINE_MONTHS, 2025, 1, WINDOW_CALENDAR),
		   "2025-01-01/2025-09-30");
	assert_str(range(PERIOD_YEAR, 2025, 1, WINDOW_CALENDAR), "2025-01-01/2025-12-31");
}

static void report_periods_are_closed_on_the_14th(void **state)
{
	(void)state;
	assert_str(range(PERIOD_MONTH, 2026, 1, WINDOW_REPORT), "2025-12-15/2026-01-14");
	assert_str(range(PERIOD_MONTH, 2026, 3, WINDOW_REPORT), "2026-02-15/2026-03-14");
	assert_str(range(PERIOD_QUARTER, 2026, 1, WINDOW_REPORT), "2025-12-15/2026-03-14");
	assert_str(range(PERIOD_QUARTER, 2026, 4, WINDOW_REPORT), "2026-09-15/2026-12-14");
	assert_str(range(PERIOD_HALF, 2026, 1, WINDOW_REPORT), "2025-12-15/2026-06-14");
	assert_str(range(PERIOD_HALF, 2026, 2, WINDOW_REPORT), "2026-06-15/2026-12-14");
	assert_str(range(PERIOD_NINE_MONTHS, 2026, 1, WINDOW_REPORT), "2025-12-15/2026-09-14");
	assert_str(range(PERIOD_YEAR, 2026, 1, WINDOW_REPORT), "2025-12-15/2026-12-14");
}

static void there_is_no_thirteenth_month(void **state)
{
	(void)state;
	assert_str(range(PERIOD_MONTH, 2026, 0, WINDOW_CALENDAR), "-");
	assert_str(range(PERIOD_MONTH, 2026, 13, WINDOW_CALENDAR), "-");
	assert_str(range(PERIOD_QUARTER, 2026, 5, WINDOW_CALENDAR), "-");
	assert_str(range(PERIOD_HALF, 2026, 3, WINDOW_CALENDAR), "-");
	assert_str(range(PERIOD_NINE_MONTHS, 2026, 2, WINDOW_CALENDAR), "-");
	assert_str(range(PERIOD_YEAR, 2026, 2, WINDOW_REPORT), "-");
	assert_str(range(PERIOD_YEAR, 0, 1, WINDOW_CALENDAR), "-");
	assert_str(range(PERIOD_YEAR, 1, 1, WINDOW_REPORT), "-");
	assert_str(range(PERIOD_YEAR, 1, 1, WINDOW_CALENDAR), "0001-01-01/0001-12-31");
	assert_str(range(PERIOD_YEAR, 10000, 1, WINDOW_CALENDAR), "-");
}

/* Each day of some years lies in the period that is said to be its own. */
static void a_day_lies_in_its_period(void **state)
{
	struct date from = {.year = 2023, .month = 12, .day = 1};

	(void)state;
	for (int unit = PERIOD_MONTH; unit <= PERIOD_YEAR; unit++) {
		for (int i = 0; i < 2 * 800; i++) {
			enum period_window window = i % 2 ? WINDOW_REPORT : WINDOW_CALENDAR;
			struct date d = date_from_days(date_days(from) + i / 2);
			struct date_range r;
			int year, n;

			if (!period_of((enum period_unit)unit, d, window, &year, &n)) {
				assert_int_equal(unit, PERIOD_NINE_MONTHS);
				assert_true(d.month >= 9);
				continue;
			}
			assert_true(period_range((enum period_unit)unit, year, n, window, &r));
			assert_true(range_has(r, d));
		}
	}
}

static void the_report_year_begins_in_december(void **state)
{
	struct date d = {.year = 2025, .month = 12, .day = 15};
	int year, n;

	(void)state;
	assert_true(period_of(PERIOD_QUARTER, d, WINDOW_REPORT, &year, &n));
	assert_int_equal(year, 2026);
	assert_int_equal(n, 1);
	d.day = 14;
	assert_true(period_of(PERIOD_QUARTER, d, WINDOW_REPORT, &year, &n));
	assert_int_equal(year, 2025);
	assert_int_equal(n, 4);
	d.day = 0;
	assert_false(period_of(PERIOD_QUARTER, d, WINDOW_REPORT, &year, &n));
	d = (struct date){.year = 9999, .month = 12, .day = 15};
	assert_false(period_of(PERIOD_YEAR, d, WINDOW_REPORT, &year, &n));
}

static void both_ends_belong_to_a_range(void **state)
{
	struct date_range r;

	(void)state;
	assert_true(period_range(PERIOD_MONTH, 2026, 2, WINDOW_CALENDAR, &r));
	assert_true(range_has(r, r.first));
	assert_true(range_has(r, r.last));
	assert_false(range_has(r, date_from_days(date_days(r.first) - 1)));
	assert_false(range_has(r, date_from_days(date_days(r.last) + 1)));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(calendar_periods_are_whole_months),
		cmocka_unit_test(report_periods_are_closed_on_the_14th),
		cmocka_unit_test(there_is_no_thirteenth_month),
		cmocka_unit_test(a_day_lies_in_its_period),
		cmocka_unit_test(the_report_year_begins_in_december),
		cmocka_unit_test(both_ends_belong_to_a_range),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
