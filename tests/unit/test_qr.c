#include "unit.h"

#include "draw/qr.h"

static struct arena arena;

/* n bytes of small letters, which no other mode of a QR code holds in less. */
static struct str letters(size_t n)
{
	char *p = arena_array(&arena, char, n + 1);

	memset(p, 'a', n);
	return (struct str){p, n};
}

static struct str drawn(struct str text)
{
	struct buf out = {.arena = &arena};

	assert_true(qr_put(&out, text, STR("Mã QR"), STR("Mở https://example.vn/")));
	return buf_str(&out);
}

static size_t count(struct str s, struct str part)
{
	size_t n = 0;

	for (size_t at = 0; str_find(s, part, at, &at); at++)
		n++;
	return n;
}

static void the_smallest_version_that_holds_the_text_is_taken(void **state)
{
	(void)state;
	assert_int_equal(qr_version(letters(1)), 1);
	assert_int_equal(qr_version(letters(14)), 1);
	assert_int_equal(qr_version(letters(15)), 2);
	assert_int_equal(qr_version(letters(26)), 2);
	assert_int_equal(qr_version(letters(27)), 3);
	assert_int_equal(qr_version(letters(42)), 3);
	assert_int_equal(qr_version(letters(43)), 4);
}

static void the_longest_text_fits_and_one_byte_more_does_not(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	assert_int_equal(qr_version(letters(QR_TEXT_MAX)), 40);
	assert_true(qr_put(&out, letters(QR_TEXT_MAX), STR("x"), STR("")));
	out.n = 0;
	assert_int_equal(qr_version(letters(QR_TEXT_MAX + 1)), 0);
	assert_false(qr_put(&out, letters(QR_TEXT_MAX + 1), STR("x"), STR("")));
	assert_int_equal(out.n, 0);
}

static void an_empty_text_has_no_code(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	assert_int_equal(qr_version(STR("")), 0);
	assert_false(qr_put(&out, STR(""), STR("x"), STR("")));
	assert_int_equal(out.n, 0);
}

static void a_quiet_zone_of_four_modules_is_part_of_the_picture(void **state)
{
	struct str s = drawn(STR("https://example.vn/t/gcs/")); /* 25 bytes: version 2 */

	(void)state;
	assert_true(str_holds(s, STR("viewBox=\"0 0 33 33\"")));
	assert_true(str_holds(s, STR("<path fill=\"#fff\" d=\"M0 0h33v33H0z\"/>")));
	/* the first row begins with the finder pattern of seven dark modules */
	assert_true(str_holds(s, STR(" d=\"M4 4.5h7m")));
	assert_false(str_holds(s, STR("M3 ")));
	assert_true(str_holds(s, STR("M4 28.5h7m")));
	assert_false(str_holds(s, STR(" 29.5")));
}

static void it_is_one_dark_path_with_its_name_and_what_it_says(void **state)
{
	struct str s = drawn(STR("https://example.vn/"));

	(void)state;
	assert_true(str_holds(s, STR("<title>Mã QR</title>")));
	assert_true(str_holds(s, STR("<desc>Mở https://example.vn/</desc>")));
	assert_int_equal(count(s, STR("<path ")), 2);
	assert_int_equal(count(s, STR("stroke=\"#000\"")), 1);
	assert_true(str_starts(s, STR("<svg ")));
	assert_true(str_ends(s, STR("</svg>")));
}

static void the_same_text_gives_the_same_bytes(void **state)
{
	(void)state;
	assert_true(str_eq(drawn(STR("abc")), drawn(STR("abc"))));
	assert_false(str_eq(drawn(STR("abc")), drawn(STR("abd"))));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_smallest_version_that_holds_the_text_is_taken),
		cmocka_unit_test(the_longest_text_fits_and_one_byte_more_does_not),
		cmocka_unit_test(an_empty_text_has_no_code),
		cmocka_unit_test(a_quiet_zone_of_four_modules_is_part_of_the_picture),
		cmocka_unit_test(it_is_one_dark_path_with_its_name_and_what_it_says),
		cmocka_unit_test(the_same_text_gives_the_same_bytes),
	};
	int failed = UNIT_RUN(tests);

	arena_free(&arena);
	return failed;
}
