#include "unit.h"

#include "base/date.h"
#include "base/file.h"
#include "viet/privacy.h"

static struct arena arena;

static const char *const types[] = {
	[PRIVACY_IDENTITY] = "identity", [PRIVACY_INSURANCE] = "insurance",
	[PRIVACY_PHONE] = "phone",       [PRIVACY_BIRTH] = "birth",
	[PRIVACY_FILE] = "file",         [PRIVACY_STAMP] = "stamp",
};

static void check_row(struct str line)
{
	struct str want, sentence, type = str_cut(line, '\t', &want);
	struct privacy_find found;

	want = str_cut(want, '\t', &sentence);
	if (!privacy_find(sentence, 0, &found)) {
		if (!str_eq_z(type, "-"))
			fail_msg("nothing found in: " STR_FMT, STR_ARG(sentence));
		return;
	}
	if (!str_eq_z(type, types[found.type]) || !str_eq(want, found.text))
		fail_msg("%s \"" STR_FMT "\" found in: " STR_FMT, types[found.type],
			 STR_ARG(found.text), STR_ARG(sentence));
	assert_true(found.text.p == sentence.p + found.at);
}

static void each_row_of_the_table_is_found_or_left_alone(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text;
	size_t rows = 0;

	(void)state;
	assert_true(file_read(&arena, STR("tests/unit/data/privacy.tsv"), FILE_MAX, &text, &d));
	while (text.n) {
		struct str line = str_cut(text, '\n', &text);

		if (!line.n || line.p[0] == '#')
			continue;
		check_row(line);
		rows++;
	}
	assert_true(rows > 100);
}

static void the_next_is_found_behind_the_first(void **state)
{
	struct str s = STR("0912345678, 0387654321 và CCCD 001085012345");
	struct privacy_find found;

	(void)state;
	assert_true(privacy_find(s, 0, &found));
	assert_string_equal(found.digits, "0912345678");
	assert_true(privacy_find(s, found.at + found.text.n, &found));
	assert_string_equal(found.digits, "0387654321");
	assert_true(privacy_find(s, found.at + found.text.n, &found));
	assert_int_equal(found.type, PRIVACY_IDENTITY);
	assert_false(privacy_find(s, found.at + found.text.n, &found));
}

static void a_number_from_abroad_has_the_digits_of_home(void **state)
{
	struct privacy_find found;

	(void)state;
	assert_true(privacy_find(STR("+84 912 345 678"), 0, &found));
	assert_string_equal(found.digits, "0912345678");
	assert_str(privacy_phone_digits(&arena, STR("+84 912 345 678")), "0912345678");
	assert_str(privacy_phone_digits(&arena, STR("0912.345.678")), "0912345678");
	assert_str(privacy_phone_digits(&arena, STR("1900 9095")), "19009095");
	assert_str(privacy_phone_digits(&arena, STR("8412345")), "8412345");
	assert_str(privacy_phone_digits(&arena, STR("không có")), "");
}

/* The longest number that could be one of ours, and one digit more. */
static void longer_numbers_are_none_of_ours(void **state)
{
	struct privacy_find found;

	(void)state;
	assert_true(privacy_find(STR("CMND 012 345 678"), 0, &found));
	assert_false(privacy_find(STR("CMND 0123456789012345"), 0, &found));
	assert_false(privacy_find(STR("CMND 01234567890123456"), 0, &found));
	assert_false(privacy_find(STR("CMND 0123456789012345678901234"), 0, &found));
}

static void a_mark_is_found_in_any_bytes(void **state)
{
	struct privacy_find found;
	struct str s = {"\0\xff hanhdtt1-11/06/2026 09:15:18\xfe", 31};

	(void)state;
	assert_true(privacy_find_stamp(s, 0, &found));
	assert_str(found.text, "hanhdtt1-11/06/2026 09:15:18");
	assert_false(privacy_find_stamp(s, found.at + 9, &found));
}

/* Hostile texts end in time: all digits, all separators, all words. */
static void time_grows_with_the_length(void **state)
{
	static const char *const units[] = {"1",           "0 ",
					    "0912345678 ", "01/01/1990 sinh ng ",
					    "a-",          "mã hồ sơ: 123456 ",
					    "/",           "BHYT 0112345678 "};
	enum {
		BYTES = 2 * 1000 * 1000
	};
	struct privacy_find found;

	(void)state;
	for (size_t i = 0; i < COUNT(units); i++) {
		struct buf b = {.arena = &arena};
		double begin = clock_seconds();
		size_t at = 0;

		while (b.n < BYTES)
			buf_add_z(&b, units[i]);
		while (privacy_find(buf_str(&b), at, &found))
			at = found.at + found.text.n;
		assert_true(clock_seconds() - begin < 20);
		arena_reset(&arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_of_the_table_is_found_or_left_alone),
		cmocka_unit_test(the_next_is_found_behind_the_first),
		cmocka_unit_test(a_number_from_abroad_has_the_digits_of_home),
		cmocka_unit_test(longer_numbers_are_none_of_ours),
		cmocka_unit_test(a_mark_is_found_in_any_bytes),
		cmocka_unit_test(time_grows_with_the_length),
	};

	return UNIT_RUN(tests);
}
