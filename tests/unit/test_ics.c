#include "unit.h"

#include "data/ics.h"

static struct arena arena;

static struct buf out;

static struct buf *fresh(void)
{
	out = (struct buf){.arena = &arena};
	return &out;
}

static struct str text(struct str value)
{
	ics_put_text(fresh(), "X", value);
	return buf_str(&out);
}

static struct str repeated(const char *unit, size_t n)
{
	struct buf b = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_add_z(&b, unit);
	return buf_str(&b);
}

static void what_means_something_is_escaped(void **state)
{
	(void)state;
	assert_str(text(STR("a,b;c\\d\ne\"f:g")), "X:a\\,b\\;c\\\\d\\ne\"f:g\r\n");
	assert_str(text(STR("a\r\nb\x01\x7f")), "X:a\\nb\r\n");
	assert_str(text(STR("")), "");
	assert_str(text(STR("\r")), "");
}

static void a_line_is_folded_behind_75_bytes(void **state)
{
	struct str line;

	(void)state;
	line = text(repeated("x", 73));
	assert_int_equal(line.n, 75 + 2);
	assert_false(str_holds(line, STR("\r\n ")));
	line = text(repeated("x", 74));
	assert_int_equal(line.n, 76 + 2 + 3);
	assert_true(str_ends(line, STR("x\r\n x\r\n")));
	line = text(repeated("x", 73 + 74));
	assert_true(str_ends(line, STR("x\r\n")));
	assert_int_equal(line.n, 2 + 147 + 2 + 3);
	line = text(repeated("x", 73 + 75));
	assert_true(str_ends(line, STR("\r\n x\r\n")));
}

/* "X:" and 24 letters of three bytes are 74: the next one would be cut in two. */
static void no_letter_is_cut_in_two(void **state)
{
	struct str line = text(repeated("ệ", 25));

	(void)state;
	assert_int_equal(line.n, 2 + 75 + 3 + 2);
	assert_true(str_ends(line, STR("\r\n ệ\r\n")));
}

static void an_escape_may_be_folded_like_other_bytes(void **state)
{
	struct str line = text(str_concat(&arena, repeated("x", 72), STR(","), STR("")));

	(void)state;
	assert_true(str_ends(line, STR("x\\\r\n ,\r\n")));
}

static void days_and_times(void **state)
{
	const struct date day = {.year = 2026, .month = 1, .day = 5};
	const struct date time = {
		.year = 2026, .month = 1, .day = 1, .hour = 6, .minute = 30, .has_time = true};

	(void)state;
	ics_put_day(fresh(), "DTSTART", day);
	assert_str(buf_str(&out), "DTSTART;VALUE=DATE:20260105\r\n");
	ics_put_time(fresh(), "DTSTART", time);
	assert_str(buf_str(&out), "DTSTART;TZID=Asia/Ho_Chi_Minh:20260101T063000\r\n");
	ics_put_stamp(fresh(), "DTSTAMP", time);
	assert_str(buf_str(&out), "DTSTAMP:20251231T233000Z\r\n");
	ics_put_stamp(fresh(), "DTSTAMP", day);
	assert_str(buf_str(&out), "DTSTAMP:20260104T170000Z\r\n");
}

static void half_past_seven_is_half_past_midnight_in_utc(void **state)
{
	const struct date time = {
		.year = 2026, .month = 3, .day = 1, .hour = 7, .minute = 30, .has_time = true};

	(void)state;
	ics_put_stamp(fresh(), "DTSTAMP", time);
	assert_str(buf_str(&out), "DTSTAMP:20260301T003000Z\r\n");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_means_something_is_escaped),
		cmocka_unit_test(a_line_is_folded_behind_75_bytes),
		cmocka_unit_test(no_letter_is_cut_in_two),
		cmocka_unit_test(an_escape_may_be_folded_like_other_bytes),
		cmocka_unit_test(days_and_times),
		cmocka_unit_test(half_past_seven_is_half_past_midnight_in_utc),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
