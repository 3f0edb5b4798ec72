#include "unit.h"

#include "kinds/contact.h"

static struct arena arena;

static struct list list_of(void *items, size_t n)
{
	return (struct list){items, n};
}

/* "1 450-690, 1 810-1020" */
static struct str spans_of(struct office_hours *hours, size_t n)
{
	const struct contact x = {.openings = list_of(hours, n)};
	struct opening o = contact_opening(&arena, &x);
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < o.n; i++)
		buf_fmt(&out, "%s%d %d-%d", i ? ", " : "", o.spans[i].weekday, o.spans[i].from,
			o.spans[i].to);
	return buf_str(&out);
}

static void hours_of_several_days_stand_in_order(void **state)
{
	int64_t days[] = {3, 2};
	int64_t saturday[] = {7};
	struct office_hours hours[] = {
		{list_of(saturday, 1), STR("07:30"), STR("11:30")},
		{list_of(days, 2), STR("13:30"), STR("17:00")},
		{list_of(days, 2), STR("07:30"), STR("11:30")},
	};

	(void)state;
	assert_str(spans_of(hours, COUNT(hours)),
		   "1 450-690, 1 810-1020, 2 450-690, 2 810-1020, 6 450-690");
}

static void hours_that_overlap_count_once(void **state)
{
	int64_t days[] = {8};
	struct office_hours hours[] = {
		{list_of(days, 1), STR("07:30"), STR("11:30")},
		{list_of(days, 1), STR("11:00"), STR("12:00")},
		{list_of(days, 1), STR("08:00"), STR("09:00")},
		{list_of(days, 1), STR("07:30"), STR("11:30")},
	};

	(void)state;
	assert_str(spans_of(hours, COUNT(hours)), "7 450-690, 7 690-720");
}

static void without_hours_there_are_none(void **state)
{
	(void)state;
	assert_str(spans_of(NULL, 0), "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_of_several_days_stand_in_order),
		cmocka_unit_test(hours_that_overlap_count_once),
		cmocka_unit_test(without_hours_there_are_none),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
