#include "unit.h"

#include <math.h>

#include "draw/svg.h"

static struct arena arena;

static struct str number(double x)
{
	struct buf out = {.arena = &arena};

	svg_number(&out, x);
	return buf_str(&out);
}

static void numbers_have_at_most_two_decimals(void **state)
{
	(void)state;
	assert_str(number(0), "0");
	assert_str(number(12), "12");
	assert_str(number(1.5), "1.5");
	assert_str(number(1.05), "1.05");
	assert_str(number(2.0 / 3), "0.67");
	assert_str(number(-0.25), "-0.25");
	assert_str(number(-0.001), "0");
	assert_str(number(99.999), "100");
}

static void what_is_no_number_is_0(void **state)
{
	(void)state;
	assert_str(number(NAN), "0");
	assert_str(number(INFINITY), "0");
	assert_str(number(-INFINITY), "0");
}

static void numbers_end_at_a_million(void **state)
{
	(void)state;
	assert_str(number(SVG_NUMBER_MAX), "1000000");
	assert_str(number(-SVG_NUMBER_MAX), "-1000000");
	assert_str(number(SVG_NUMBER_MAX + 1), "0");
	assert_str(number(-SVG_NUMBER_MAX - 1), "0");
}

static void words_cannot_become_tags(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	svg_begin(&out, 10, 20, STR(""), STR("</title><script>alert(1)</script>"),
		  STR("\"a\" & 'b'"));
	svg_end(&out);
	assert_str(
		buf_str(&out),
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 20\" role=\"img\">"
		"<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>"
		"<desc>&quot;a&quot; &amp; &#39;b&#39;</desc></svg>");
}

static void control_characters_are_left_out_and_line_ends_are_spaces(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	svg_text(&out, STR("Giấy\x01 chứng\nsinh\t\x7F<1>"));
	assert_str(buf_str(&out), "Giấy chứng sinh &lt;1&gt;");
}

static void empty_words_make_no_element(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	svg_begin(&out, 1, 1, STR(""), STR("x"), STR(""));
	assert_false(str_holds(buf_str(&out), STR("<desc>")));
	assert_true(str_holds(buf_str(&out), STR("<title>x</title>")));
}

static void with_an_id_its_name_is_tied_to_both_texts(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	svg_begin(&out, 1, 1, STR("bd_1"), STR("x"), STR("y"));
	assert_str(buf_str(&out),
		   "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\" role=\"img\" "
		   "aria-labelledby=\"bd_1_t bd_1_d\"><title id=\"bd_1_t\">x</title>"
		   "<desc id=\"bd_1_d\">y</desc>");
	out.n = 0;
	svg_begin(&out, 1, 1, STR("bd_1"), STR("x"), STR(""));
	assert_true(str_holds(buf_str(&out), STR("aria-labelledby=\"bd_1_t\">")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_have_at_most_two_decimals),
		cmocka_unit_test(what_is_no_number_is_0),
		cmocka_unit_test(numbers_end_at_a_million),
		cmocka_unit_test(words_cannot_become_tags),
		cmocka_unit_test(control_characters_are_left_out_and_line_ends_are_spaces),
		cmocka_unit_test(empty_words_make_no_element),
		cmocka_unit_test(with_an_id_its_name_is_tied_to_both_texts),
	};
	int failed = UNIT_RUN(tests);

	arena_free(&arena);
	return failed;
}
