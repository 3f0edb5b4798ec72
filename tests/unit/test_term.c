#include "unit.h"

#include "viet/term.h"

#include "years.h"

#define DAY_HOURS(weekday)                     \
	{weekday, 7 * 60 + 30, 11 * 60 + 30},  \
	{                                      \
		weekday, 13 * 60 + 30, 17 * 60 \
	}

static const struct open_span weekdays[] = {
	DAY_HOURS(1), DAY_HOURS(2), DAY_HOURS(3), DAY_HOURS(4), DAY_HOURS(5),
};

/* A counter that is open on Saturday mornings too. */
static const struct open_span saturdays[] = {
	DAY_HOURS(1), DAY_HOURS(2), DAY_HOURS(3),
	DAY_HOURS(4), DAY_HOURS(5), {6, 7 * 60 + 30, 11 * 60 + 30},
};

static struct arena arena;
static struct calendar calendar;

static struct receipt receipt(const char *at)
{
	return (struct receipt){.at = day_of(at), .opening = {weekdays, COUNT(weekdays)}};
}

static struct str shown(enum term_result result, struct date d)
{
	static const char *const names[] = {
		[TERM_NO_DATE] = "no date",
		[TERM_BEYOND] = "beyond",
		[TERM_NO_HOURS] = "no hours",
		[TERM_INVALID] = "invalid",
	};

	return result == TERM_DUE ? date_iso(&arena, d) : str_of(names[result]);
}

static struct str due_of(struct receipt r, int64_t amount, enum term_unit unit)
{
	struct date d = {0};

	return shown(term_due(&calendar, &r, (struct term_length){amount, unit}, NULL, 0, &d),
		     d);
}

static struct str due(const char *at, int64_t amount, enum term_unit unit)
{
	return due_of(receipt(at), amount, unit);
}

static void working_days_of_the_reference_table(void **state)
{
	static const struct {
		const char *received;
		int64_t days;
		const char *due;
	} rows[] = {
		{"20/11/2026", 5, "2026-11-30"}, {"20/11/2026", 1, "2026-11-23"},
		{"13/02/2026", 3, "2026-02-25"}, {"24/04/2026", 2, "2026-04-29"},
		{"21/08/2026", 1, "2026-08-22"}, {"21/08/2026", 5, "2026-08-27"},
		{"25/04/2025", 3, "2025-04-29"}, {"29/04/2025", 5, "2025-05-09"},
		{"26/04/2024", 1, "2024-05-02"}, {"03/05/2024", 1, "2024-05-04"},
		{"09/01/2026", 1, "2026-01-10"}, {"01/06/2026", 10, "2026-06-15"},
		{"13/02/2026", 5, "2026-02-27"}, {"29/04/2026", 3, "2026-05-06"},
		{"28/08/2026", 3, "2026-09-07"}, {"31/12/2025", 5, "2026-01-09"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_str(due(rows[i].received, rows[i].days, TERM_WORKING_DAYS), rows[i].due);
}

static void from_the_cut_off_hour_it_counts_as_the_next_working_day(void **state)
{
	struct receipt r = receipt("2026-11-20T15:00");

	(void)state;
	r.cut_off = 15 * 60;
	assert_str(due_of(r, 5, TERM_WORKING_DAYS), "2026-12-01");
	r.at = day_of("2026-11-20T14:59");
	assert_str(due_of(r, 5, TERM_WORKING_DAYS), "2026-11-30");
	r.at = day_of("2026-11-20"); /* the hour is not known */
	assert_str(due_of(r, 5, TERM_WORKING_DAYS), "2026-11-30");
	r.cut_off = 0;
	r.at = day_of("2026-11-20T23:59");
	assert_str(due_of(r, 5, TERM_WORKING_DAYS), "2026-11-30");
}

/* Or what comes on Saturday would be due before what came late on Friday. */
static void with_a_cut_off_hour_a_day_off_is_late(void **state)
{
	struct receipt r = receipt("2026-11-21T08:00");
	struct date d;

	(void)state;
	assert_true(term_received(&calendar, &r, &d));
	assert_str(date_iso(&arena, d), "2026-11-21");
	r.cut_off = 15 * 60;
	assert_true(term_received(&calendar, &r, &d));
	assert_str(date_iso(&arena, d), "2026-11-23");
	assert_str(due_of(r, 1, TERM_WORKING_DAYS), "2026-11-25");
	r.at = day_of("2026-11-23T15:00"); /* the 24th is off */
	assert_str(due_of(r, 1, TERM_WORKING_DAYS), "2026-11-26");
	assert_str(due_of(r, 1, TERM_DAYS), "2026-11-26");
}

static void calendar_days_that_end_on_a_day_off_move_on(void **state)
{
	(void)state;
	assert_str(due("14/11/2026", 10, TERM_DAYS), "2026-11-25");
	assert_str(due("13/11/2026", 10, TERM_DAYS), "2026-11-23");
	assert_str(due("12/11/2026", 10, TERM_DAYS), "2026-11-23");
	assert_str(due("6/2/2026", 10, TERM_DAYS), "2026-02-23");
	assert_str(due("12/8/2026", 10, TERM_DAYS), "2026-08-22"); /* a worked Saturday */
	assert_str(due("24/11/2026", 0, TERM_DAYS), "2026-11-25");
	assert_str(due("25/11/2026", 0, TERM_WORKING_DAYS), "2026-11-25");
}

static void months_end_on_the_same_number_or_the_last(void **state)
{
	(void)state;
	assert_str(due("20/10/2026", 1, TERM_MONTHS), "2026-11-20");
	assert_str(due("31/3/2025", 1, TERM_MONTHS), "2025-05-05"); /* 30/4 to 4/5 are off */
	assert_str(due("31/8/2026", 1, TERM_MONTHS), "2026-09-30");
	assert_str(due("29/1/2024", 1, TERM_MONTHS), "2024-02-29");
	assert_str(due("31/1/2025", 1, TERM_MONTHS), "2025-02-28");
	assert_str(due("15/12/2024", 12, TERM_MONTHS), "2025-12-15");
	assert_str(due("15/12/2024", 13, TERM_MONTHS), "2026-01-15");
	assert_str(due("24/10/2026", 1, TERM_MONTHS), "2026-11-25");
	assert_str(due("15/12/2026", 1, TERM_MONTHS), "beyond");
	assert_str(due("15/12/2026", 1000000, TERM_MONTHS), "beyond");
}

static void working_hours_run_while_it_is_open(void **state)
{
	(void)state;
	assert_str(due("2026-11-20T15:00", 4, TERM_WORKING_HOURS), "2026-11-23T09:30");
	assert_str(due("2026-11-20T15:00", 2, TERM_WORKING_HOURS), "2026-11-20T17:00");
	assert_str(due("2026-11-20T12:00", 1, TERM_WORKING_HOURS), "2026-11-20T14:30");
	assert_str(due("2026-11-20T06:00", 1, TERM_WORKING_HOURS), "2026-11-20T08:30");
	assert_str(due("2026-11-20T17:00", 1, TERM_WORKING_HOURS), "2026-11-23T08:30");
	assert_str(due("2026-11-21T09:00", 8, TERM_WORKING_HOURS), "2026-11-25T08:00");
	assert_str(due("2026-11-20T07:30", 15, TERM_WORKING_HOURS), "2026-11-23T17:00");
	assert_str(due("2026-11-23T16:00", 2, TERM_WORKING_HOURS), "2026-11-25T08:30");
}

static void a_saturday_worked_in_exchange_has_the_hours_of_friday(void **state)
{
	struct receipt r = receipt("2026-08-21T16:00");

	(void)state;
	assert_str(due_of(r, 2, TERM_WORKING_HOURS), "2026-08-22T08:30");
	assert_str(due_of(r, 8, TERM_WORKING_HOURS), "2026-08-22T16:30");
	r.opening = (struct opening){saturdays, COUNT(saturdays)};
	assert_str(due_of(r, 8, TERM_WORKING_HOURS), "2026-08-24T10:30");
}

static void a_counter_open_on_saturday_may_count_it(void **state)
{
	struct receipt r = receipt("2026-11-20T16:00");

	(void)state;
	r.opening = (struct opening){saturdays, COUNT(saturdays)};
	assert_str(due_of(r, 2, TERM_WORKING_HOURS), "2026-11-21T08:30");
	assert_str(due_of(r, 1, TERM_WORKING_DAYS), "2026-11-23");
	r.open_weekends = true;
	assert_str(due_of(r, 1, TERM_WORKING_DAYS), "2026-11-21");
	assert_str(due_of(r, 2, TERM_WORKING_DAYS), "2026-11-23");
	assert_str(due_of(r, 8, TERM_DAYS), "2026-11-28");
	r.at = day_of("9/2/2024"); /* Saturday 10/2/2024 is Tết */
	assert_str(due_of(r, 1, TERM_WORKING_DAYS), "2024-02-15");
	assert_str(due_of(r, 1, TERM_WORKING_HOURS), "no hours");
}

static void within_the_session_is_by_its_end(void **state)
{
	(void)state;
	assert_str(due("2026-11-20T08:00", -1, TERM_SAME_SESSION), "2026-11-20T11:30");
	assert_str(due("2026-11-20T11:30", -1, TERM_SAME_SESSION), "2026-11-20T17:00");
	assert_str(due("2026-11-20T16:59", -1, TERM_SAME_SESSION), "2026-11-20T17:00");
	assert_str(due("2026-11-20T17:00", -1, TERM_SAME_SESSION), "2026-11-23T11:30");
	assert_str(due("2026-11-20", -1, TERM_SAME_SESSION), "no hours");
}

static void by_appointment_there_is_no_date(void **state)
{
	(void)state;
	assert_str(due("2026-11-20", -1, TERM_BY_APPOINTMENT), "no date");
	assert_str(due("2030-11-20", -1, TERM_BY_APPOINTMENT), "no date");
}

static void what_is_not_known_is_said(void **state)
{
	struct receipt r = receipt("2026-11-20T08:00");

	(void)state;
	assert_str(due("31/12/2026", 1, TERM_WORKING_DAYS), "beyond");
	assert_str(due("1/1/2027", 1, TERM_DAYS), "beyond");
	assert_str(due("30/12/2026", 1, TERM_DAYS), "2026-12-31");
	assert_str(due("30/12/2026", 2, TERM_DAYS), "beyond");
	assert_str(due("2026-12-31T16:00", 1, TERM_WORKING_HOURS), "2026-12-31T17:00");
	assert_str(due("2026-12-31T16:01", 1, TERM_WORKING_HOURS), "beyond");
	assert_str(due("2026-12-31T17:00", -1, TERM_SAME_SESSION), "beyond");
	assert_str(due("20/11/2026", INT64_MAX, TERM_WORKING_DAYS), "beyond");
	assert_str(due("20/11/2026", INT64_MAX, TERM_DAYS), "beyond");
	assert_str(due("20/11/2026", INT64_MAX, TERM_MONTHS), "beyond");
	assert_str(due("20/11/2026", -1, TERM_DAYS), "invalid");
	r.opening = (struct opening){0};
	assert_str(due_of(r, 4, TERM_WORKING_HOURS), "no hours");
	assert_str(due_of(r, 4, TERM_SAME_SESSION), "no hours");
}

/* With what was asked for and brought, in pairs; NULL ends. */
static struct str paused(const char *at, int64_t amount, enum term_unit unit,
			 const char *const *days)
{
	struct receipt r = receipt(at);
	struct pause pauses[3];
	struct date d = {0};
	size_t n = 0;

	for (; days[2 * n]; n++)
		pauses[n] = (struct pause){day_of(days[2 * n]), day_of(days[2 * n + 1])};
	return shown(term_due(&calendar, &r, (struct term_length){amount, unit}, pauses, n, &d),
		     d);
}

#define PAUSES(...) ((const char *const[]){__VA_ARGS__, NULL})

static void the_clock_stands_while_something_is_brought(void **state)
{
	(void)state;
	/* 5 working days from 2/11 are up on 9/11; three days are not counted. */
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("3/11/2026", "6/11/2026")),
		   "2026-11-12");
	/* Over a weekend only the Friday and the Monday. */
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("5/11/2026", "9/11/2026")),
		   "2026-11-11");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("5/11/2026", "5/11/2026")),
		   "2026-11-09");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS,
			  PAUSES("3/11/2026", "4/11/2026", "5/11/2026", "6/11/2026")),
		   "2026-11-11");
	assert_str(paused("2/11/2026", 10, TERM_DAYS, PAUSES("5/11/2026", "9/11/2026")),
		   "2026-11-16");
	assert_str(paused("2/10/2026", 1, TERM_MONTHS, PAUSES("5/10/2026", "9/10/2026")),
		   "2026-11-06");
	assert_str(paused("2026-11-20T15:00", 4, TERM_WORKING_HOURS,
			  PAUSES("2026-11-20T16:00", "2026-11-23T08:30")),
		   "2026-11-23T11:30");
	assert_str(paused("2026-11-20T08:00", -1, TERM_SAME_SESSION,
			  PAUSES("2026-11-20T09:00", "2026-11-23T13:00")),
		   "2026-11-23T17:00");
}

static void a_term_that_was_over_does_not_begin_again(void **state)
{
	(void)state;
	assert_str(
		paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("10/11/2026", "20/11/2026")),
		"2026-11-09");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("9/11/2026", "11/11/2026")),
		   "2026-11-11");
	/* 10 days end on Sunday 22/11, so on Monday: what is asked for then is in time. */
	assert_str(paused("12/11/2026", 10, TERM_DAYS, PAUSES("23/11/2026", "26/11/2026")),
		   "2026-11-26");
	assert_str(paused("2026-11-20T08:00", 1, TERM_WORKING_HOURS,
			  PAUSES("2026-11-20T10:00", "2026-11-23T08:30")),
		   "2026-11-20T09:00");
}

static void two_pauses_in_order_are_the_most(void **state)
{
	(void)state;
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS,
			  PAUSES("3/11/2026", "3/11/2026", "4/11/2026", "4/11/2026",
				 "5/11/2026", "5/11/2026")),
		   "invalid");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("6/11/2026", "5/11/2026")),
		   "invalid");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("1/11/2026", "5/11/2026")),
		   "invalid");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS,
			  PAUSES("4/11/2026", "6/11/2026", "5/11/2026", "9/11/2026")),
		   "invalid");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("2026-11-XX", "6/11/2026")),
		   "invalid");
	assert_str(paused("2026-11-20T15:00", 4, TERM_WORKING_HOURS,
			  PAUSES("2026-11-20", "2026-11-23T08:30")),
		   "invalid");
	assert_str(paused("2/11/2026", 5, TERM_WORKING_DAYS, PAUSES("3/11/2026", "4/1/2027")),
		   "beyond");
	assert_str(paused("2026-12-31T15:00", 1, TERM_WORKING_HOURS,
			  PAUSES("2026-12-31T15:30", "2026-12-31T18:00")),
		   "beyond");
	assert_str(paused("2026-12-31T14:30", 1, TERM_WORKING_HOURS,
			  PAUSES("2026-12-31T15:30", "2026-12-31T18:00")),
		   "2026-12-31T17:00");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(working_days_of_the_reference_table),
		cmocka_unit_test(from_the_cut_off_hour_it_counts_as_the_next_working_day),
		cmocka_unit_test(with_a_cut_off_hour_a_day_off_is_late),
		cmocka_unit_test(calendar_days_that_end_on_a_day_off_move_on),
		cmocka_unit_test(months_end_on_the_same_number_or_the_last),
		cmocka_unit_test(working_hours_run_while_it_is_open),
		cmocka_unit_test(a_saturday_worked_in_exchange_has_the_hours_of_friday),
		cmocka_unit_test(a_counter_open_on_saturday_may_count_it),
		cmocka_unit_test(within_the_session_is_by_its_end),
		cmocka_unit_test(by_appointment_there_is_no_date),
		cmocka_unit_test(what_is_not_known_is_said),
		cmocka_unit_test(the_clock_stands_while_something_is_brought),
		cmocka_unit_test(a_term_that_was_over_does_not_begin_again),
		cmocka_unit_test(two_pauses_in_order_are_the_most),
	};
	int status;

	calendar = calendar_2024_2026(&arena);
	status = UNIT_RUN(tests);
	arena_free(&arena);
	return status;
}
