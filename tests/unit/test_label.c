#include "unit.h"

#include "draw/label.h"

static struct arena arena;

/* The lines with '|' between them. */
static struct str wrapped(struct str s, double width)
{
	struct buf out = {.arena = &arena};
	struct str *lines;
	size_t n = label_wrap(&arena, s, 10, width, &lines);

	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_byte(&out, '|');
		buf_add(&out, lines[i]);
	}
	return buf_str(&out);
}

static void check_width(struct str s, long want)
{
	long got = (long)(label_width(s, 1000) + 0.5);

	if (got != want)
		fail_msg("\"" STR_FMT "\" is %ld wide, not %ld", STR_ARG(s), got, want);
}

static void letters_are_as_wide_as_in_a_wide_font(void **state)
{
	(void)state;
	check_width(STR(""), 0);
	check_width(STR("0"), 650);
	check_width(STR("1.234"), 4 * 650 + 360);
	check_width(STR("A"), 800);
	check_width(STR("W"), 1000);
	check_width(STR("Đ"), 820);
	check_width(STR("ă"), 690);
	check_width(STR("Ư"), 820);
	check_width(STR("à\u0323"), 690); /* a mark of its own takes no room */
	check_width(STR("–"), 650);
	check_width(STR("中"), 1000);
	check_width(STR("🙂"), 1400);
}

static void the_size_of_the_font_counts(void **state)
{
	(void)state;
	assert_true(label_width(STR("00"), 20) == 26);
}

/* At 10 each small letter is 6.5 wide, a space 3.6. */
static void lines_end_at_spaces(void **state)
{
	(void)state;
	assert_str(wrapped(STR("aa bb cc"), 100), "aa bb cc");
	assert_str(wrapped(STR("aa bb cc"), 30), "aa bb|cc");
	assert_str(wrapped(STR("aa bb cc"), 29.6), "aa bb|cc");
	assert_str(wrapped(STR("aa bb cc"), 29.5), "aa|bb|cc");
	assert_str(wrapped(STR("  aa   bb  "), 14), "aa|bb");
}

static void a_word_wider_than_a_line_is_torn(void **state)
{
	(void)state;
	assert_str(wrapped(STR("aaaaa"), 13), "aa|aa|a");
	assert_str(wrapped(STR("b aaaaa"), 13), "b|aa|aa|a");
	assert_str(wrapped(STR("ăăă"), 14), "ăă|ă");
}

static void a_character_wider_than_a_line_stands_alone(void **state)
{
	(void)state;
	assert_str(wrapped(STR("mm"), 1), "m|m");
	assert_str(wrapped(STR("ạạ"), 0), "ạ|ạ");
}

static void nothing_has_no_lines(void **state)
{
	struct str *lines;

	(void)state;
	assert_int_equal(label_wrap(&arena, STR(""), 10, 100, &lines), 0);
	assert_int_equal(label_wrap(&arena, STR("   "), 10, 100, &lines), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_as_wide_as_in_a_wide_font),
		cmocka_unit_test(the_size_of_the_font_counts),
		cmocka_unit_test(lines_end_at_spaces),
		cmocka_unit_test(a_word_wider_than_a_line_is_torn),
		cmocka_unit_test(a_character_wider_than_a_line_stands_alone),
		cmocka_unit_test(nothing_has_no_lines),
	};
	int failed = UNIT_RUN(tests);

	arena_free(&arena);
	return failed;
}
