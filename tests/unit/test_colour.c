#include "unit.h"

#include <math.h>

#include "draw/colour.h"

static struct arena arena;

/* Computed apart from this program, from the formula of WCAG 2.2. */
static const struct {
	const char *a, *b;
	double contrast;
} known[] = {
	{"#000000", "#ffffff", 21.000000}, {"#777777", "#ffffff", 4.478089},
	{"#767676", "#ffffff", 4.542225},  {"#0b5394", "#ffffff", 7.838290},
	{"#f1c232", "#ffffff", 1.679607},  {"#0d4a4a", "#eff4f0", 9.004346},
	{"#96261b", "#ffffff", 8.108491},  {"#8ad6cb", "#1c2523", 9.386461},
	{"#010203", "#0a0b0c", 1.054183},  {"#ff0000", "#00ff00", 2.913938},
	{"#123456", "#654321", 1.440182},
};

static struct colour colour(const char *text)
{
	struct colour c = {0};

	assert_true(colour_parse(str_of(text), &c));
	return c;
}

static void contrasts_are_those_of_wcag(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(known); i++) {
		double x = colour_contrast(colour(known[i].a), colour(known[i].b));

		assert_true(fabs(x - known[i].contrast) < 0.00001);
		x = colour_contrast(colour(known[i].b), colour(known[i].a));
		assert_true(fabs(x - known[i].contrast) < 0.00001);
	}
}

static void colours_are_written_in_two_ways(void **state)
{
	struct colour c;

	(void)state;
	assert_str(colour_text(&arena, colour("#05a")), "#0055aa");
	assert_str(colour_text(&arena, colour("#0B5394")), "#0b5394");
	assert_false(colour_parse(STR(""), &c));
	assert_false(colour_parse(STR("#"), &c));
	assert_false(colour_parse(STR("0b5394"), &c));
	assert_false(colour_parse(STR("#0b53944"), &c));
	assert_false(colour_parse(STR("#0b539g"), &c));
	assert_false(colour_parse(STR("#05"), &c));
}

static void a_pale_colour_becomes_just_dark_enough(void **state)
{
	struct colour white = {255, 255, 255};
	const char *const pale[] = {"#f1c232", "#ff0000", "#00ffff", "#aaaaaa", "#ffffff"};

	(void)state;
	for (size_t i = 0; i < COUNT(pale); i++) {
		struct colour c = colour_darker(colour(pale[i]), white, 4.5);

		assert_true(colour_contrast(c, white) >= 4.5);
		assert_true(colour_contrast(c, white) < 4.65);
	}
	assert_str(colour_text(&arena, colour_darker(colour("#0b5394"), white, 4.5)),
		   "#0b5394");
}

static void a_dark_colour_becomes_light_enough(void **state)
{
	struct colour dark = colour("#1c2523");
	struct colour c = colour_lighter(colour("#0b5394"), dark, 7);

	(void)state;
	assert_true(colour_contrast(c, dark) >= 7);
	assert_true(c.blue > c.green && c.green > c.red);
}

static void what_no_colour_reaches_ends_at_black_or_white(void **state)
{
	struct colour grey = colour("#777777");

	(void)state;
	assert_str(colour_text(&arena, colour_lighter(colour("#0b5394"), grey, 21)), "#ffffff");
	assert_str(colour_text(&arena, colour_darker(colour("#0b5394"), grey, 21)), "#000000");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(contrasts_are_those_of_wcag),
		cmocka_unit_test(colours_are_written_in_two_ways),
		cmocka_unit_test(a_pale_colour_becomes_just_dark_enough),
		cmocka_unit_test(a_dark_colour_becomes_light_enough),
		cmocka_unit_test(what_no_colour_reaches_ends_at_black_or_white),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
