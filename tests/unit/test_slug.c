#include "unit.h"

#include "base/file.h"
#include "viet/slug.h"

static struct arena arena;

static struct str slug(const char *title)
{
	return viet_slug(&arena, str_of(title));
}

static struct str letters(size_t n)
{
	char *p = arena_array(&arena, char, n + 1);

	memset(p, 'a', n);
	return (struct str){p, n};
}

/* Each row of a table: a title, a tab, its slug. A line with '#' is a comment; `skip`
 * lines stand before the rows. */
static void check_rows(struct str text, size_t skip)
{
	size_t rows = 0;

	while (text.n) {
		struct str want, line = str_cut(text, '\n', &text);
		struct str title = str_cut(line, '\t', &want);
		struct str got = viet_slug(&arena, title);

		if (skip) {
			skip--;
		} else if (line.n && line.p[0] != '#') {
			if (!str_eq(got, want))
				fail_msg("\"" STR_FMT "\" gives \"" STR_FMT
					 "\", expected \"" STR_FMT "\"",
					 STR_ARG(title), STR_ARG(got), STR_ARG(want));
			rows++;
		}
	}
	assert_true(rows > 10);
}

static void the_titles_of_our_table_have_their_slugs(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text;

	(void)state;
	assert_true(file_read(&arena, STR("tests/unit/data/slug.tsv"), FILE_MAX, &text, &d));
	check_rows(text, 0);
}

/* Titles collected elsewhere, which lie beside the repository on some machines. */
static void the_titles_beside_the_repository_have_their_slugs(void **state)
{
	struct str path = STR("../shared/fixtures/slug.tsv");
	struct diag d = {.arena = &arena};
	struct str text;

	(void)state;
	if (!file_exists(path)) {
		printf("NOT RUN: there is no ../shared/fixtures/slug.tsv\n");
		return;
	}
	assert_true(file_read(&arena, path, FILE_MAX, &text, &d));
	check_rows(text, 1);
}

static void a_plus_is_a_word(void **state)
{
	(void)state;
	assert_str(slug("Điểm 10+"), "diem-10-cong");
	assert_str(slug("A + B"), "a-cong-b");
	assert_str(slug("1+1"), "1-cong-1");
	assert_str(slug("++"), "cong-cong");
}

static void ampersand_and_percent_vanish(void **state)
{
	(void)state;
	assert_str(slug("Hỏi & đáp"), "hoi-dap");
	assert_str(slug("R&D 100%"), "rd-100");
	assert_str(slug("5%a"), "5a");
}

static void characters_that_nobody_sees_part_no_word(void **state)
{
	(void)state;
	assert_str(slug("hành\u00ADchính c\u200Bải\u2060cách \uFEFF"), "hanhchinh-caicach");
}

static void a_title_without_letter_or_digit_has_no_slug(void **state)
{
	(void)state;
	assert_str(slug(""), "");
	assert_str(slug(" – “” …"), "");
	assert_str(slug("&%"), "");
	assert_str(slug("中文"), "");
}

static void a_long_title_is_cut_at_a_word(void **state)
{
	struct buf title = {.arena = &arena};

	(void)state;
	buf_add(&title, letters(SLUG_MAX - 3));
	buf_add_z(&title, " bc");
	assert_int_equal(viet_slug(&arena, buf_str(&title)).n, SLUG_MAX);
	buf_add_z(&title, " d");
	assert_int_equal(viet_slug(&arena, buf_str(&title)).n, SLUG_MAX);
	title.n -= 2;
	buf_add_z(&title, "d");
	assert_int_equal(viet_slug(&arena, buf_str(&title)).n, SLUG_MAX - 3);
}

static void a_word_longer_than_a_slug_is_cut(void **state)
{
	(void)state;
	assert_int_equal(viet_slug(&arena, letters(SLUG_MAX)).n, SLUG_MAX);
	assert_int_equal(viet_slug(&arena, letters(SLUG_MAX + 1)).n, SLUG_MAX);
}

static void a_slug_is_words_of_small_letters_and_digits(void **state)
{
	static const char *const good[] = {"a", "0", "dang-ky", "61-2018-nd-cp"};
	static const char *const bad[] = {"",    "-",   "a-",  "-a", "a--b", "A",  "đ",
					  "a_b", "a/b", "a b", "a.", "..",   "a\n"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(viet_is_slug(str_of(good[i])));
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(viet_is_slug(str_of(bad[i])));
}

static void a_slug_has_at_most_its_greatest_length(void **state)
{
	(void)state;
	assert_true(viet_is_slug(letters(SLUG_MAX)));
	assert_false(viet_is_slug(letters(SLUG_MAX + 1)));
}

static void the_initials_of_a_slug_are_those_of_its_words(void **state)
{
	(void)state;
	assert_str(viet_slug_initials(&arena, STR("cap-giay-chung-sinh")), "cgcs");
	assert_str(viet_slug_initials(&arena, STR("5-buoc")), "5b");
	assert_str(viet_slug_initials(&arena, STR("kham")), "k");
	assert_str(viet_slug_initials(&arena, STR("")), "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_titles_of_our_table_have_their_slugs),
		cmocka_unit_test(the_titles_beside_the_repository_have_their_slugs),
		cmocka_unit_test(a_plus_is_a_word),
		cmocka_unit_test(ampersand_and_percent_vanish),
		cmocka_unit_test(characters_that_nobody_sees_part_no_word),
		cmocka_unit_test(a_title_without_letter_or_digit_has_no_slug),
		cmocka_unit_test(a_long_title_is_cut_at_a_word),
		cmocka_unit_test(a_word_longer_than_a_slug_is_cut),
		cmocka_unit_test(a_slug_is_words_of_small_letters_and_digits),
		cmocka_unit_test(a_slug_has_at_most_its_greatest_length),
		cmocka_unit_test(the_initials_of_a_slug_are_those_of_its_words),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
