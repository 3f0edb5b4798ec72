#include "unit.h"

static struct arena arena;

static void a_view_of_null_is_empty(void **state)
{
	(void)state;
	assert_int_equal(str_of(NULL).n, 0);
	assert_true(str_eq((struct str){0}, STR("")));
	assert_true(str_eq_z((struct str){0}, ""));
}

static void equal_means_the_same_bytes(void **state)
{
	(void)state;
	assert_true(str_eq(STR("khám"), STR("khám")));
	assert_false(str_eq(STR("a"), STR("ab")));
	assert_false(str_eq(STR("ab"), STR("aB")));
	assert_true(str_eq(STR("a\0b"), STR("a\0b")));
	assert_false(str_eq(STR("a\0b"), STR("a\0c")));
	assert_false(str_eq_z(STR("a\0b"), "a"));
}

static int sign(int n)
{
	return (n > 0) - (n < 0);
}

static void a_prefix_comes_first_and_bytes_are_unsigned(void **state)
{
	(void)state;
	assert_int_equal(sign(str_cmp(STR("a"), STR("ab"))), -1);
	assert_int_equal(sign(str_cmp(STR("b"), STR("ab"))), 1);
	assert_int_equal(sign(str_cmp(STR("z"), STR("đ"))), -1);
	assert_int_equal(str_cmp((struct str){0}, STR("")), 0);
	assert_int_equal(sign(str_cmp((struct str){0}, STR("a"))), -1);
}

static void ends_are_recognised(void **state)
{
	(void)state;
	assert_true(str_starts(STR("content/a.md"), STR("content/")));
	assert_true(str_starts(STR("a"), STR("")));
	assert_false(str_starts(STR("a"), STR("ab")));
	assert_true(str_ends(STR("content/a.md"), STR(".md")));
	assert_true(str_ends((struct str){0}, (struct str){0}));
	assert_false(str_ends(STR("d"), STR("md")));
	assert_true(str_has(STR("a.b"), '.'));
	assert_false(str_has((struct str){0}, '.'));
}

static void parts_beyond_the_end_are_empty_or_all(void **state)
{
	(void)state;
	assert_str(str_from(STR("abc"), 1), "bc");
	assert_str(str_from(STR("abc"), 3), "");
	assert_str(str_from(STR("abc"), 99), "");
	assert_str(str_head(STR("abc"), 2), "ab");
	assert_str(str_head(STR("abc"), 99), "abc");
}

static void trimming_takes_blanks_of_both_sides_only(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t\r\n a b \n")), "a b");
	assert_str(str_trim(STR(" \n")), "");
	assert_str(str_trim((struct str){0}), "");
	assert_str(str_trim(STR("\u00A0a")), "\u00A0a");
}

static void cutting_splits_at_the_first_separator(void **state)
{
	struct str rest;

	(void)state;
	assert_str(str_cut(STR("a,b,c"), ',', &rest), "a");
	assert_str(rest, "b,c");
	assert_str(str_cut(STR("abc"), ',', &rest), "abc");
	assert_str(rest, "");
	assert_str(str_cut(STR(",a"), ',', &rest), "");
	assert_str(rest, "a");
	assert_str(str_cut(STR("a,"), ',', &rest), "a");
	assert_str(rest, "");
	assert_str(str_cut((struct str){0}, ',', &rest), "");
	assert_str(rest, "");
}

static void cutting_may_go_on_in_the_same_view(void **state)
{
	struct str s = STR("một/hai/ba");

	(void)state;
	assert_str(str_cut(s, '/', &s), "một");
	assert_str(str_cut(s, '/', &s), "hai");
	assert_str(str_cut(s, '/', &s), "ba");
	assert_int_equal(s.n, 0);
}

static void cutting_at_the_last_separator_keeps_what_is_behind(void **state)
{
	struct str rest;

	(void)state;
	assert_str(str_cut_last(STR("a/b/c"), '/', &rest), "a/b");
	assert_str(rest, "c");
	assert_str(str_cut_last(STR("abc"), '/', &rest), "");
	assert_str(rest, "abc");
	assert_str(str_cut_last(STR("a/"), '/', &rest), "a");
	assert_str(rest, "");
}

static void the_hash_tells_texts_apart_and_goes_on(void **state)
{
	(void)state;
	assert_true(str_hash(STR("abc"), 0) == str_hash(STR("abc"), 0));
	assert_true(str_hash(STR("abc"), 0) != str_hash(STR("abd"), 0));
	assert_true(str_hash(STR("abc"), 0) != str_hash(STR("abc\0"), 0));
	assert_true(str_hash(STR(""), 0) != str_hash(STR("\0"), 0));
	assert_true(str_hash(STR("12345678"), 0) != str_hash(STR("123456780"), 0));
	assert_true(str_hash(STR("12345678abcdefgh"), 0) !=
		    str_hash(STR("abcdefgh12345678"), 0));
	assert_true(str_hash(STR("abc"), 1) != str_hash(STR("abc"), 2));
}

/* 100,000 numbers as texts: a hash of 64 bits has no two alike among so few, and its
 * lower bits, which choose a slot of a map, are as good as by chance. */
static void the_hash_spreads_similar_texts(void **state)
{
	static unsigned char taken[1 << 17];
	size_t shared = 0;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		char text[16];
		size_t slot;

		snprintf(text, sizeof(text), "muc-%d", i);
		slot = str_hash(str_of(text), 0) & (COUNT(taken) - 1);
		shared += taken[slot]++ > 0;
	}
	assert_in_range(shared, 0, 34000); /* by chance: about 30,000 */
}

static void copies_stay_when_the_original_goes(void **state)
{
	char original[] = "Đơn vị";
	struct str copy = str_dup(&arena, str_of(original));
	char *z = str_z(&arena, str_head(str_of(original), 4));

	(void)state;
	memset(original, 'x', sizeof(original) - 1);
	assert_str(copy, "Đơn vị");
	assert_string_equal(z, "Đơ");
	assert_string_equal(str_z(&arena, (struct str){0}), "");
}

static void formats_print_views(void **state)
{
	(void)state;
	assert_str(str_fmt(&arena, "[" STR_FMT "|" STR_FMT "|%d]", STR_ARG(STR("abc")),
			   STR_ARG((struct str){0}), 7),
		   "[abc||7]");
	assert_str(str_fmt(&arena, "%s", ""), "");
}

static void a_buffer_keeps_all_that_is_added(void **state)
{
	enum {
		N = 10000
	};
	struct buf b = {.arena = &arena};
	struct str s;

	(void)state;
	assert_int_equal(buf_str(&b).n, 0);
	for (int i = 0; i < N; i++) {
		buf_byte(&b, 'a');
		buf_add_z(&b, "bc");
		buf_add(&b, STR("de"));
		buf_fmt(&b, "%d", i % 10);
	}
	s = buf_str(&b);
	assert_int_equal(s.n, N * 6);
	assert_str(str_head(s, 12), "abcde0abcde1");
	assert_str(str_from(s, s.n - 6), "abcde9");
}

static void a_reserve_is_room_and_no_content(void **state)
{
	struct buf b = {.arena = &arena};

	(void)state;
	buf_add_z(&b, "x");
	memset(buf_reserve(&b, 5000), 'y', 5000);
	assert_str(buf_str(&b), "x");
	b.n += 2;
	assert_str(buf_str(&b), "xyy");
}

static void a_buffer_can_be_added_to_itself(void **state)
{
	struct buf b = {.arena = &arena};

	(void)state;
	buf_add_z(&b, "12345678");
	for (int i = 0; i < 10; i++)
		buf_add(&b, buf_str(&b));
	assert_int_equal(b.n, 8 * 1024);
	assert_str(str_from(buf_str(&b), b.n - 8), "12345678");
}

static void a_part_is_found_from_a_place_on(void **state)
{
	const struct str s = STR("aab://aab");
	size_t at = 0;

	(void)state;
	assert_true(str_find(s, STR("ab"), 0, &at));
	assert_int_equal(at, 1);
	assert_true(str_find(s, STR("ab"), 2, &at));
	assert_int_equal(at, 7);
	assert_false(str_find(s, STR("ab"), 8, &at));
	assert_false(str_find(s, STR("ab"), 100, &at));
	assert_false(str_find(s, STR("aab://aabx"), 0, &at));
	assert_false(str_find((struct str){0}, STR("a"), 0, &at));
	assert_true(str_holds(s, STR("://")));
	assert_true(str_holds(s, s));
	assert_false(str_holds(s, STR("//:")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_is_found_from_a_place_on),
		cmocka_unit_test(a_view_of_null_is_empty),
		cmocka_unit_test(equal_means_the_same_bytes),
		cmocka_unit_test(a_prefix_comes_first_and_bytes_are_unsigned),
		cmocka_unit_test(ends_are_recognised),
		cmocka_unit_test(parts_beyond_the_end_are_empty_or_all),
		cmocka_unit_test(trimming_takes_blanks_of_both_sides_only),
		cmocka_unit_test(cutting_splits_at_the_first_separator),
		cmocka_unit_test(cutting_may_go_on_in_the_same_view),
		cmocka_unit_test(cutting_at_the_last_separator_keeps_what_is_behind),
		cmocka_unit_test(the_hash_tells_texts_apart_and_goes_on),
		cmocka_unit_test(the_hash_spreads_similar_texts),
		cmocka_unit_test(copies_stay_when_the_original_goes),
		cmocka_unit_test(formats_print_views),
		cmocka_unit_test(a_buffer_keeps_all_that_is_added),
		cmocka_unit_test(a_reserve_is_room_and_no_content),
		cmocka_unit_test(a_buffer_can_be_added_to_itself),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
