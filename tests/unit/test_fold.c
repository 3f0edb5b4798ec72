#include "unit.h"

#include "base/utf8.h"
#include "viet/fold.h"

static struct arena arena;

static struct str normalized(const char *text)
{
	return viet_normalize(&arena, str_of(text));
}

static struct str folded(const char *text)
{
	return viet_fold(&arena, str_of(text));
}

static size_t distance(const char *a, const char *b, size_t limit)
{
	return viet_distance(str_of(a), str_of(b), limit);
}

static struct str times(const char *text, size_t n)
{
	struct buf out = {.arena = &arena};

	while (n--)
		buf_add_z(&out, text);
	return buf_str(&out);
}

static void text_with_nothing_to_do_is_given_back_itself(void **state)
{
	static const char *const texts[] = {
		"",
		"plain",
		"Đăng ký khám bệnh bằng CCCD/VNeID",
		"“Xanh – Sạch – Đẹp”… 100.000 ₫ ½ m² → №",
		"✓ 🏥 Bệnh viện ❤️ 中文 Привет é ß æ",
		"one\ntwo\n",
		"U+2028 \u2028 and U+2029 \u2029 end no line",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct str s = str_of(texts[i]), got = normalized(texts[i]);

		assert_ptr_equal(got.p, s.p);
		assert_int_equal(got.n, s.n);
	}
}

/* The scan reads in blocks; a sanitizer sees when it reads behind the text. */
static void text_of_any_length_is_read_to_its_end_and_no_further(void **state)
{
	(void)state;
	for (size_t n = 0; n < 140; n++) {
		struct buf text = {.arena = &arena};
		struct str exact, got;

		buf_add(&text, times("x", n % 3));
		buf_add(&text, times("ạ", n / 3));
		exact = str_dup(&arena, buf_str(&text));
		got = viet_normalize(&arena, exact);
		assert_ptr_equal(got.p, exact.p);
		assert_int_equal(got.n, n);
	}
}

static void marks_join_their_letters(void **state)
{
	(void)state;
	assert_str(normalized("Đa\u0306ng ky\u0301"), "Đăng ký");
	assert_str(normalized("kha\u0301m be\u0323\u0302nh"), "khám bệnh");
	assert_str(normalized("u\u031B\u0303 O\u031B\u0300"), "ữ Ờ");
	assert_str(normalized("e\u0301"), "é");
}

static void marks_join_in_any_order(void **state)
{
	(void)state;
	assert_str(normalized("be\u0302\u0323nh be\u0323\u0302nh"), "bệnh bệnh");
	assert_str(normalized("o\u0309\u031B o\u031B\u0309"), "ở ở");
}

static void a_tone_joins_a_letter_that_has_its_hat(void **state)
{
	(void)state;
	assert_str(normalized("tiê\u0301ng viê\u0323t, đươ\u0300ng"), "tiếng việt, đường");
	assert_str(normalized("ba\u0323\u0306t"), "bặt");
}

/* Characters that are not NFC, one for each question of the scan. */
static void a_character_that_has_a_better_form_is_found_within_a_block(void **state)
{
	static const char *const rows[][2] = {
		{"\u0340", "\u0300"}, {"\u0374", "\u02B9"}, {"\u1F71", "\u03AC"},
		{"\u2000", "\u2002"}, {"\u2126", "Ω"},      {"\u212B", "Å"},
		{"\u2329", "\u3008"}, {"\uF900", "\u8C48"},
	};
	struct str side = times("ạ", 40);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str text = str_fmt(&arena, STR_FMT ".%s." STR_FMT, STR_ARG(side),
					  rows[i][0], STR_ARG(side));
		struct str want = str_fmt(&arena, STR_FMT ".%s." STR_FMT, STR_ARG(side),
					  rows[i][1], STR_ARG(side));

		assert_true(str_eq(viet_normalize(&arena, text), want));
	}
}

static void only_the_words_that_need_it_change(void **state)
{
	(void)state;
	assert_str(normalized("\u1112\u1161\u11AB là chữ Hàn, \u2126 là ôm"),
		   "한 là chữ Hàn, Ω là ôm");
	assert_str(normalized("क\u093C"), "क\u093C");
	assert_str(normalized("\u0301đầu"), "\u0301đầu");
}

/* The scan goes in blocks: the work must be found at each place of a block. */
static void a_mark_is_found_wherever_it_stands(void **state)
{
	(void)state;
	for (size_t before = 0; before < 140; before++) {
		struct buf text = {.arena = &arena}, want = {.arena = &arena};

		buf_add(&text, times("x", before % 3));
		buf_add(&text, times("ữ", before / 3));
		buf_add(&want, buf_str(&text));
		buf_add_z(&text, "e\u0302\u0301n");
		buf_add_z(&want, "ến");
		buf_add(&text, times("ạ", 30));
		buf_add(&want, times("ạ", 30));
		assert_true(str_eq(viet_normalize(&arena, buf_str(&text)), buf_str(&want)));
	}
}

static void a_line_end_is_found_wherever_it_stands(void **state)
{
	(void)state;
	for (size_t before = 0; before < 140; before++) {
		struct buf text = {.arena = &arena};

		buf_add(&text, times("–", before));
		buf_add_z(&text, "\r\nđ");
		assert_true(str_ends(viet_normalize(&arena, buf_str(&text)), STR("–\nđ")) ||
			    before == 0);
	}
}

static void a_bom_at_the_start_goes_and_one_within_stays(void **state)
{
	(void)state;
	assert_str(normalized("\uFEFF---\nten: An"), "---\nten: An");
	assert_str(normalized("\uFEFF"), "");
	assert_str(normalized("a\uFEFFb"), "a\uFEFFb");
	assert_str(normalized("\uFEFFe\u0301\r\n"), "é\n");
}

static void every_line_end_becomes_lf(void **state)
{
	(void)state;
	assert_str(normalized("a\r\nb\r\n"), "a\nb\n");
	assert_str(normalized("a\rb\r"), "a\nb\n");
	assert_str(normalized("a\r\r\n\n\rb"), "a\n\n\n\nb");
	assert_str(normalized("be\u0323\u0302nh\r\nvie\u0323\u0302n\r"), "bệnh\nviện\n");
}

static void bytes_that_are_not_utf8_stay(void **state)
{
	(void)state;
	assert_str(normalized("a\xFF\r\nb\xE1\xBA"), "a\xFF\nb\xE1\xBA");
	assert_str(normalized("\xCC"), "\xCC");
}

static void letters_and_marks_come_apart(void **state)
{
	(void)state;
	assert_str(viet_decompose(&arena, STR("ậ Đ ữ")), "a\u0323\u0302 Đ u\u031B\u0303");
	assert_str(viet_decompose(&arena, STR("a\u0302\u0323")), "a\u0323\u0302");
	assert_str(viet_decompose(&arena, STR("plain")), "plain");
	assert_str(viet_decompose(&arena, STR("")), "");
}

static void every_vietnamese_letter_folds_to_its_base(void **state)
{
	static const struct {
		const char *letters, *base;
	} rows[] = {
		{"aàảãáạăằẳẵắặâầẩẫấậAÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", "a"},
		{"eèẻẽéẹêềểễếệEÈẺẼÉẸÊỀỂỄẾỆ", "e"},
		{"iìỉĩíịIÌỈĨÍỊ", "i"},
		{"oòỏõóọôồổỗốộơờởỡớợOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", "o"},
		{"uùủũúụưừửữứựUÙỦŨÚỤƯỪỬỮỨỰ", "u"},
		{"yỳỷỹýỵYỲỶỸÝỴ", "y"},
		{"dđDĐðÐ", "d"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct str letters = str_of(rows[i].letters);
		struct str want = times(rows[i].base, utf8_count(letters));
		struct str apart = viet_decompose(&arena, letters);

		assert_true(str_eq(viet_fold(&arena, letters), want));
		assert_true(str_eq(viet_fold(&arena, apart), want));
	}
}

static void folding_keeps_all_that_is_no_letter_with_marks(void **state)
{
	(void)state;
	assert_str(folded("Đăng Ký – 100% (Q.1) ₫"), "dang ky – 100% (q.1) ₫");
	assert_str(folded("Æ ß Ø 中文 한 🏥"), "æ ß ø 中文 한 🏥");
	assert_str(folded("Čapek, Łódź, Å, й"), "capek, łodz, a, и");
	assert_str(folded(""), "");
}

static void a_letter_whose_small_form_is_longer_finds_room(void **state)
{
	(void)state;
	assert_str(folded("ȺȺȺȺȺȺȺȺ"), "ⱥⱥⱥⱥⱥⱥⱥⱥ");
}

static void case_follows_the_letter(void **state)
{
	(void)state;
	assert_str(viet_lower(&arena, STR("CỘNG HÒA XÃ HỘI Ð Æ 12")), "cộng hòa xã hội ð æ 12");
	assert_str(viet_upper(&arena, STR("độc lập – tự do ữ é 12")), "ĐỘC LẬP – TỰ DO Ữ É 12");
	assert_str(viet_upper(&arena, STR("e\u0302\u0301")), "E\u0302\u0301");
}

static void a_sentence_begins_with_a_capital(void **state)
{
	struct str same = STR("Đã hoa");

	(void)state;
	assert_str(viet_capitalize(&arena, STR("về một cửa")), "Về một cửa");
	assert_str(viet_capitalize(&arena, STR("đăng nhập ở Đâu")), "Đăng nhập ở Đâu");
	assert_str(viet_capitalize(&arena, STR("ế")), "Ế");
	assert_ptr_equal(viet_capitalize(&arena, same).p, same.p);
	assert_str(viet_capitalize(&arena, STR("2026 năm")), "2026 năm");
	assert_str(viet_capitalize(&arena, STR("")), "");
}

static void all_capitals_needs_a_capital_and_no_small_letter(void **state)
{
	(void)state;
	assert_true(viet_is_all_capitals(STR("TIN MỚI")));
	assert_true(viet_is_all_capitals(STR("KẾ HOẠCH 139/KH-TTYT – 2025")));
	assert_true(viet_is_all_capitals(STR("Đ")));
	assert_false(viet_is_all_capitals(STR("TIN MỚi")));
	assert_false(viet_is_all_capitals(STR("tin mới")));
	assert_false(viet_is_all_capitals(STR("ẮẲđ")));
	assert_false(viet_is_all_capitals(STR("2026 – 中文")));
	assert_false(viet_is_all_capitals(STR("")));
}

static void distance_counts_single_changes(void **state)
{
	(void)state;
	assert_int_equal(distance("tieu_de", "tieu_de", 3), 0);
	assert_int_equal(distance("tieu_d", "tieu_de", 3), 1);
	assert_int_equal(distance("tieuu_de", "tieu_de", 3), 1);
	assert_int_equal(distance("tiau_de", "tieu_de", 3), 1);
	assert_int_equal(distance("teiu_de", "tieu_de", 3), 1);
	assert_int_equal(distance("", "abc", 3), 3);
	assert_int_equal(distance("đề", "de", 3), 2);
	assert_int_equal(distance("ca", "abc", 9), 3);
}

static void distance_beyond_the_limit_is_limit_and_one(void **state)
{
	(void)state;
	assert_int_equal(distance("abcd", "wxyz", 4), 4);
	assert_int_equal(distance("abcd", "wxyz", 3), 4);
	assert_int_equal(distance("abcd", "wxyz", 2), 3);
	assert_int_equal(distance("abcd", "", 0), 1);
}

static void texts_beyond_the_greatest_length_are_never_near(void **state)
{
	struct str most = times("đ", VIET_DISTANCE_MAX),
		   more = times("đ", VIET_DISTANCE_MAX + 1);

	(void)state;
	assert_int_equal(viet_distance(most, most, 2), 0);
	assert_int_equal(viet_distance(more, more, 2), 3);
	assert_int_equal(viet_distance(most, more, 2), 3);
	assert_int_equal(viet_distance(more, most, 2), 3);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_with_nothing_to_do_is_given_back_itself),
		cmocka_unit_test(text_of_any_length_is_read_to_its_end_and_no_further),
		cmocka_unit_test(marks_join_their_letters),
		cmocka_unit_test(marks_join_in_any_order),
		cmocka_unit_test(a_tone_joins_a_letter_that_has_its_hat),
		cmocka_unit_test(a_character_that_has_a_better_form_is_found_within_a_block),
		cmocka_unit_test(only_the_words_that_need_it_change),
		cmocka_unit_test(a_mark_is_found_wherever_it_stands),
		cmocka_unit_test(a_line_end_is_found_wherever_it_stands),
		cmocka_unit_test(a_bom_at_the_start_goes_and_one_within_stays),
		cmocka_unit_test(every_line_end_becomes_lf),
		cmocka_unit_test(bytes_that_are_not_utf8_stay),
		cmocka_unit_test(letters_and_marks_come_apart),
		cmocka_unit_test(every_vietnamese_letter_folds_to_its_base),
		cmocka_unit_test(folding_keeps_all_that_is_no_letter_with_marks),
		cmocka_unit_test(a_letter_whose_small_form_is_longer_finds_room),
		cmocka_unit_test(case_follows_the_letter),
		cmocka_unit_test(a_sentence_begins_with_a_capital),
		cmocka_unit_test(all_capitals_needs_a_capital_and_no_small_letter),
		cmocka_unit_test(distance_counts_single_changes),
		cmocka_unit_test(distance_beyond_the_limit_is_limit_and_one),
		cmocka_unit_test(texts_beyond_the_greatest_length_are_never_near),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
