/* An institution's colours are judged against, and found for, the grounds of assets/site.css,
 * of which site/theme.c has copies. */
#include "unit.h"

#include "base/file.h"
#include "site/theme.h"

static struct arena arena;

static struct str read_asset(const char *path)
{
	struct diag d = {.arena = &arena};
	struct str text = {0};

	assert_true(file_read(&arena, str_of(path), 1024 * 1024, &text, &d));
	return text;
}

/* The token's value behind `from`, where its block begins. */
static struct colour token_behind(struct str css, size_t from, const char *name)
{
	struct colour c = {0};
	struct str value, rest, key = str_fmt(&arena, "\t--%s: ", name);
	size_t at;

	assert_true(str_find(css, key, from, &at));
	value = str_cut(str_from(css, at + key.n), ';', &rest);
	assert_true(colour_parse(value, &c));
	return c;
}

static struct colour by_light(const char *name)
{
	return token_behind(read_asset("assets/site.css"), 0, name);
}

static struct colour in_the_dark(const char *name)
{
	struct str css = read_asset("assets/site.css");
	size_t at;

	assert_true(str_find(css, STR("(prefers-color-scheme: dark)"), 0, &at));
	return token_behind(css, at, name);
}

static void assert_colour(struct colour actual, struct colour expected)
{
	assert_str(colour_text(&arena, actual), str_z(&arena, colour_text(&arena, expected)));
}

static void without_a_theme_the_head_is_that_of_the_stylesheet(void **state)
{
	struct theme_head head = theme_head(NULL);

	(void)state;
	assert_colour(head.ground, by_light("mau-chinh"));
	assert_colour(head.ink, by_light("mau-chu-tren-chinh"));
	assert_colour(head.ornament, colour_lighter(by_light("mau-hoa-van"), head.ground, 4.5));
}

static void the_installed_icon_has_the_ground_of_the_head(void **state)
{
	struct str ground = colour_text(&arena, theme_head(NULL).ground);

	(void)state;
	assert_true(str_holds(read_asset("assets/bieu-tuong.svg"), ground));
}

/* What is refused is told the nearest colour that can be read on the page's tinted ground. */
static void a_main_colour_is_judged_on_the_ground_of_the_page(void **state)
{
	const struct theme pale = {.main = STR("#e0a000")}, red = {.accent = STR("#ff6655")};
	const struct value none = {0};
	struct diag d = {.arena = &arena};
	struct colour c, ground = by_light("nen-nhat"), ink = by_light("mau-chu-tren-nhan");

	(void)state;
	assert_true(colour_parse(pale.main, &c));
	assert_false(theme_check(&pale, &none, &arena, &d));
	assert_diag_has(&d, str_z(&arena, colour_text(&arena, colour_darker(c, ground, 4.5))));
	assert_true(colour_contrast(c, ground) < colour_contrast(c, by_light("nen")));

	assert_true(colour_parse(red.accent, &c));
	assert_false(theme_check(&red, &none, &arena, &d));
	assert_diag_has(&d, str_z(&arena, colour_text(&arena, colour_darker(c, ink, 4.5))));
}

static void links_in_the_dark_are_found_for_the_ground_of_the_page(void **state)
{
	const struct theme blue = {.main = STR("#0b5394")};
	struct colour c, ground = in_the_dark("nen-nhat");
	struct str link, mark;

	(void)state;
	assert_true(colour_parse(blue.main, &c));
	link = colour_text(&arena, colour_lighter(c, ground, 7));
	mark = colour_text(&arena, colour_lighter(by_light("mau-hoa-van"), c, 3));
	assert_true(str_holds(theme_css(&arena, &blue),
			      str_concat(&arena, STR("--mau-lien-ket:"), link, STR(";"))));
	assert_true(str_holds(theme_css(&arena, &blue),
			      str_concat(&arena, STR("--mau-hoa-van:"), mark, STR(";"))));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_theme_the_head_is_that_of_the_stylesheet),
		cmocka_unit_test(the_installed_icon_has_the_ground_of_the_head),
		cmocka_unit_test(a_main_colour_is_judged_on_the_ground_of_the_page),
		cmocka_unit_test(links_in_the_dark_are_found_for_the_ground_of_the_page),
	};
	return UNIT_RUN(tests);
}
