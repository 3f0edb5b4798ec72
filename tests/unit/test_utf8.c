#include "unit.h"

#include "base/utf8.h"

enum {
	LARGEST = 0x10FFFF,
};

static struct arena arena;

static bool is_surrogate(uint32_t c)
{
	return c >= 0xD800 && c <= 0xDFFF;
}

static void every_character_is_read_as_it_was_written(void **state)
{
	struct buf b = {.arena = &arena};

	(void)state;
	for (uint32_t c = 0; c <= LARGEST; c++) {
		struct str s;

		if (is_surrogate(c))
			continue;
		b.n = 0;
		utf8_put(&b, c);
		s = buf_str(&b);
		assert_int_equal(b.n, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
		assert_int_equal(utf8_take(&s), c);
		assert_int_equal(s.n, 0);
	}
}

static void known_characters_have_their_known_bytes(void **state)
{
	struct buf b = {.arena = &arena};

	(void)state;
	utf8_put(&b, 0x111);   /* đ */
	utf8_put(&b, 0x1EC7);  /* ệ */
	utf8_put(&b, 0x1F600); /* an emoji */
	assert_str(buf_str(&b), "\xC4\x91\xE1\xBB\x87\xF0\x9F\x98\x80");
}

static const char *const bad[] = {
	"\x80",             /* a tail alone */
	"\xC0\x80",         /* overlong NUL */
	"\xC1\xBF",         /* overlong, two bytes */
	"\xE0\x9F\xBF",     /* overlong, three */
	"\xF0\x8F\xBF\xBF", /* overlong, four */
	"\xED\xA0\x80",     /* a surrogate */
	"\xF4\x90\x80\x80", /* beyond the last */
	"\xF5\x80\x80\x80",
	"\xFF",
	"\xC4",         /* cut short */
	"\xE1\xBB",     /* cut short */
	"\xF0\x9F\x98", /* cut short */
	"\xC4z",        /* a letter in place of a tail */
};

static void a_byte_that_begins_no_character_is_taken_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct str s = str_of(bad[i]);

		assert_int_equal(utf8_take(&s), 0xFFFD);
		assert_int_equal(s.n, strlen(bad[i]) - 1);
	}
}

static void bad_bytes_are_found_where_they_stand(void **state)
{
	bool control = true;

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		struct str s = str_fmt(&arena, "khám\t\n%s bệnh", bad[i]);

		assert_int_equal(utf8_find_bad(s, &control), 7);
		assert_false(control);
	}
}

static void control_characters_are_found_and_named(void **state)
{
	const struct str texts[] = {
		STR("a\0b"),
		STR("a\x1B[0m"),
		STR("a\x7F"),
		STR("a\r\n"),
		STR("a\xC2\x85"),
		STR("a\uFFFE"),
		STR("a\uFFFF and more"),
	};
	bool control = false;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		assert_int_equal(utf8_find_bad(texts[i], &control), 1);
		assert_true(control);
	}
}

static void a_carriage_return_may_stand_in_a_text(void **state)
{
	bool control = true;

	(void)state;
	assert_int_equal(utf8_find_bad_text(STR("a\r\n\rb\r"), &control), 6);
	assert_false(control);
	assert_int_equal(utf8_find_bad_text(STR("a\r\r\x01"), &control), 3);
	assert_true(control);
	assert_int_equal(utf8_find_bad_text(STR("\r\xFF"), &control), 1);
	assert_false(control);
}

static void good_text_has_no_bad_byte(void **state)
{
	struct str s = STR("Một\tcửa\nliên thông – \u00A0 \U0001F600 \uFF1A\uFFFD");
	bool control = true;

	(void)state;
	assert_int_equal(utf8_find_bad(s, &control), s.n);
	assert_false(control);
	assert_int_equal(utf8_find_bad((struct str){0}, &control), 0);
	assert_false(control);
}

static void characters_are_counted_a_bad_byte_as_one(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(STR("khám bệnh")), 9);
	assert_int_equal(utf8_count(STR("\xFF\xC4\x91\x80")), 3);
	assert_int_equal(utf8_count((struct str){0}), 0);
}

static void width_is_that_of_a_terminal(void **state)
{
	(void)state;
	assert_int_equal(utf8_width(STR("khám")), 4);
	assert_int_equal(utf8_width(STR("kha\u0301m")), 4);
	assert_int_equal(utf8_width(STR("中文")), 4);
	assert_int_equal(utf8_width(STR("\U0001F3E5")), 2);
	assert_int_equal(utf8_width(STR("a\tb")), 3);
	assert_int_equal(utf8_width(STR("₫–…")), 3);
}

static void a_head_is_cut_between_characters(void **state)
{
	(void)state;
	assert_str(utf8_head(STR("bệnh viện"), 2), "bệ");
	assert_str(utf8_head(STR("bệnh"), 99), "bệnh");
	assert_str(utf8_head(STR("bệnh"), 0), "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_is_read_as_it_was_written),
		cmocka_unit_test(known_characters_have_their_known_bytes),
		cmocka_unit_test(a_byte_that_begins_no_character_is_taken_alone),
		cmocka_unit_test(bad_bytes_are_found_where_they_stand),
		cmocka_unit_test(control_characters_are_found_and_named),
		cmocka_unit_test(a_carriage_return_may_stand_in_a_text),
		cmocka_unit_test(good_text_has_no_bad_byte),
		cmocka_unit_test(characters_are_counted_a_bad_byte_as_one),
		cmocka_unit_test(width_is_that_of_a_terminal),
		cmocka_unit_test(a_head_is_cut_between_characters),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
