#include "unit.h"

#include "base/file.h"
#include "kinds/holidays.h"

#include "years.h"

static struct arena arena;

static const struct holidays *load(const char *path)
{
	struct diag d = {.arena = &arena};
	struct source source = {.path = str_of(path)};
	struct holidays *x = arena_new(&arena, struct holidays);
	struct pos at = {&source, 1, 1};
	const struct value *v;

	assert_true(file_read(&arena, source.path, YAML_FILE_MAX, &source.text, &d));
	v = value_from_yaml(&arena, at, source.text, YAML_FILE_MAX, &d);
	assert_non_null(v);
	assert_true(schema_load(&arena, holidays_kind.schema, v, x, &d));
	assert_true(holidays_kind.check(x, v, (struct date){0}, &d));
	return x;
}

static struct calendar installed(void)
{
	const struct holidays *records[] = {
		load("content/lich-nghi/2024.yaml"),
		load("content/lich-nghi/2025.yaml"),
		load("content/lich-nghi/2026.yaml"),
	};

	return calendar_from_records(&arena, records, COUNT(records));
}

/* The records name holidays on weekends too, of which the list here says nothing. */
static void the_installed_years_are_those_that_were_announced(void **state)
{
	struct calendar is = installed(), should = calendar_2024_2026(&arena);
	struct date first = {.year = 2023, .month = 12, .day = 1};

	(void)state;
	assert_int_equal(is.n_years, 3);
	for (int i = 0; i < 1200; i++) {
		struct date d = date_from_days(date_days(first) + i);
		bool working = calendar_is_working(&should, d);

		assert_int_equal(calendar_covers(&is, d), calendar_covers(&should, d));
		assert_int_equal(calendar_is_working(&is, d), working);
		if (calendar_day(&should, d) == DAY_OFF)
			assert_int_equal(calendar_special(&is, d)->kind,
					 calendar_special(&should, d)->kind);
	}
}

static void a_record_that_is_not_approved_does_not_count(void **state)
{
	struct holidays x = {.year = 2026};
	const struct holidays *record = &x;

	(void)state;
	for (int i = -1; i <= STATE_WITHDRAWN; i++) {
		struct calendar c;

		x.common.state = i;
		c = calendar_from_records(&arena, &record, 1);
		assert_int_equal(c.n_years, i == -1 || i == STATE_APPROVED);
	}
}

/* What is said of the end of the days off on that day. */
static struct str end_on(const char *today)
{
	struct laws laws = {.by_rule.arena = &arena};
	struct calendar c = calendar_2024_2026(&arena);
	struct diag d = {.arena = &arena};

	holidays_report_end(&laws, &c, day_of(today), (struct pos){0}, &d);
	return d.first ? d.first->text : STR("-");
}

static void a_month_before_the_end_the_next_year_is_asked_for(void **state)
{
	(void)state;
	assert_str(end_on("1/1/2026"), "-");
	assert_str(end_on("1/12/2026"), "-");
	assert_str(end_on("2/12/2026"),
		   "the days off are known up to 31/12/2026 only, and no term can be counted "
		   "beyond; add the record \"lich-nghi-2027\" once they have been announced");
	assert_true(str_holds(end_on("1/6/2027"), STR("lich-nghi-2027")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_installed_years_are_those_that_were_announced),
		cmocka_unit_test(a_record_that_is_not_approved_does_not_count),
		cmocka_unit_test(a_month_before_the_end_the_next_year_is_asked_for),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
