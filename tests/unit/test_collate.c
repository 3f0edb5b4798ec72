#include "unit.h"

#include "viet/collate.h"
#include "viet/fold.h"

static struct arena arena;

static int compare(const char *a, const char *b)
{
	return viet_compare(&arena, str_of(a), str_of(b));
}

/* Each text comes before all that stand behind it, in NFC and in NFD. */
static void check_order(const char *const *texts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str apart = viet_decompose(&arena, str_of(texts[i]));

		assert_int_equal(viet_compare(&arena, str_of(texts[i]), apart), 0);
		for (size_t j = i + 1; j < n; j++) {
			if (compare(texts[i], texts[j]) >= 0 ||
			    compare(texts[j], texts[i]) <= 0)
				fail_msg("\"%s\" should stand before \"%s\"", texts[i],
					 texts[j]);
			assert_true(viet_compare(&arena, apart, str_of(texts[j])) < 0);
		}
	}
}

#define CHECK_ORDER(...)                                           \
	do {                                                       \
		static const char *const texts_[] = {__VA_ARGS__}; \
		check_order(texts_, COUNT(texts_));                \
	} while (0)

static void the_alphabet_has_its_letters_in_their_order(void **state)
{
	(void)state;
	CHECK_ORDER("a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k",
		    "l", "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w",
		    "x", "y", "z");
}

static void tones_come_in_their_order_on_every_vowel(void **state)
{
	(void)state;
	CHECK_ORDER("a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ",
		    "ẫ", "ấ", "ậ");
	CHECK_ORDER("e", "è", "ẻ", "ẽ", "é", "ẹ", "ê", "ề", "ể", "ễ", "ế", "ệ", "i", "ì", "ỉ",
		    "ĩ", "í", "ị");
	CHECK_ORDER("o", "ò", "ỏ", "õ", "ó", "ọ", "ô", "ồ", "ổ", "ỗ", "ố", "ộ", "ơ", "ờ", "ở",
		    "ỡ", "ớ", "ợ");
	CHECK_ORDER("u", "ù", "ủ", "ũ", "ú", "ụ", "ư", "ừ", "ử", "ữ", "ứ", "ự", "y", "ỳ", "ỷ",
		    "ỹ", "ý", "ỵ");
}

static void syllables_come_in_their_order(void **state)
{
	(void)state;
	CHECK_ORDER("An", "Ănghen", "Ân", "ba", "bà", "bả", "bã", "bá", "bạ", "băn", "bắn",
		    "bân", "bấn", "dao", "dân", "đào", "đân", "hò", "hô", "hồ", "hơ", "ke",
		    "kê", "kể", "kệ", "ngại", "nghi", "nghĩ", "nghị", "nhân", "o", "ô", "ốc",
		    "ơ", "ớt", "thu", "thuê", "thư", "um", "ung", "ưng", "ươm", "xa", "xã", "y",
		    "ý");
}

static void units_come_in_their_order(void **state)
{
	(void)state;
	CHECK_ORDER("Ban Giám đốc", "Khoa Cấp cứu", "Khoa Chẩn đoán hình ảnh", "Khoa Da liễu",
		    "Khoa Dược", "Khoa Đông y", "Khoa Khám bệnh", "Khoa Kiểm soát nhiễm khuẩn",
		    "Khoa Mắt", "Khoa Ngoại", "Khoa Nhi", "Khoa Nội", "Khoa Phụ sản",
		    "Khoa Răng – Hàm – Mặt", "Khoa Tai – Mũi – Họng", "Khoa Ung bướu",
		    "Khoa Ưu tiên", "Khoa Xét nghiệm", "Khoa Y học cổ truyền",
		    "Phòng Điều dưỡng", "Phòng Kế hoạch – Nghiệp vụ",
		    "Phòng Tài chính – Kế toán", "Phòng Tổ chức – Hành chính",
		    "Tổ Công tác xã hội", "Tổ QLCL", "Trạm Y tế phường An Hải",
		    "Trạm Y tế phường Sơn Trà");
}

static void tones_decide_only_between_equal_letters(void **state)
{
	(void)state;
	CHECK_ORDER("ba", "bà", "bả", "bà ngoại", "ban", "bạn", "bang");
	CHECK_ORDER("hoa", "hoà", "hòa", "hoan");
}

static void case_decides_only_between_equal_tones(void **state)
{
	(void)state;
	CHECK_ORDER("ba", "bA", "Ba", "BA", "bà", "BÀ", "bá", "đ", "Đ", "đa", "Đa", "đà");
}

static void numbers_come_by_value_before_letters(void **state)
{
	(void)state;
	CHECK_ORDER("0", "1", "2", "10", "100", "2025", "a");
	CHECK_ORDER("Quý", "Quý 1", "Quý 2", "quý 3", "Quý 10", "Quý I", "Quý II");
	CHECK_ORDER("1.2", "1.10", "1a", "02", "m2", "m10", "m²", "ma");
}

static void a_number_with_zeros_before_it_has_its_value(void **state)
{
	(void)state;
	CHECK_ORDER("06", "7", "08", "9", "010");
	CHECK_ORDER("007", "07", "7", "007a", "7b");
}

static struct str digits(char c, size_t n)
{
	char *p = arena_array(&arena, char, n);

	memset(p, c, n);
	return (struct str){p, n};
}

static void a_number_counts_as_one_up_to_its_greatest_length(void **state)
{
	struct str nines = digits('9', SORT_DIGITS_MAX - 1);
	struct str most = digits('1', SORT_DIGITS_MAX), more = digits('1', SORT_DIGITS_MAX + 1);
	struct str larger = digits('2', SORT_DIGITS_MAX);

	(void)state;
	assert_true(viet_compare(&arena, nines, most) < 0);
	assert_true(viet_compare(&arena, most, more) < 0);
	assert_true(viet_compare(&arena, more, larger) < 0);
}

static void spaces_and_punctuation_come_before_digits(void **state)
{
	(void)state;
	CHECK_ORDER("", " ", "_", "-", "–", "—", ",", ";", ":", "!", "?", ".", "'", "‘", "’",
		    "\"", "“", "”", "(", ")", "[", "]", "{", "}", "@", "*", "/", "\\", "&", "#",
		    "%", "`", "^", "+", "<", "=", ">", "|", "~", "★", "$", "₫", "€", "0", "a");
	CHECK_ORDER("a – b", "a b", "a-b", "a/b", "a0", "ab");
	CHECK_ORDER("Khoa Nội", "Khoa\u00A0Nội", "Khoa Nội 2");
	CHECK_ORDER("a...", "a…", "a...b");
	CHECK_ORDER("no", "nO", "No", "NO", "Nº", "№", "np", "tm", "TM", "™");
}

static void letters_of_other_languages_stand_beside_ours(void **state)
{
	(void)state;
	CHECK_ORDER("ca", "ça", "cb", "đ", "e", "é", "ë", "ê", "n", "ñ", "o", "ø", "ô", "ss",
		    "ß", "st", "ü", "ư", "z", "þ", "Þ", "π", "中");
	CHECK_ORDER("ad", "ae", "æ", "Æ", "af", "d", "ð", "đ");
}

static void a_mark_below_does_not_part_a_letter_from_its_hat(void **state)
{
	(void)state;
	assert_int_equal(compare("a\u0323\u0302", "ậ"), 0);
	assert_int_equal(compare("a\u0302\u0323", "ậ"), 0);
	assert_int_equal(compare("ê\u0301", "ế"), 0);
	CHECK_ORDER("a\u0303\u0302", "ă", "ẫ");
	CHECK_ORDER("q", "q\u0323", "q\u0345", "r");
}

static void what_nobody_sees_says_nothing_before_all_else_is_equal(void **state)
{
	(void)state;
	CHECK_ORDER("an", "a\u00ADn", "a\u200Bn", "ao");
}

static void an_index_letter_is_the_letter_without_its_tone(void **state)
{
	static const struct {
		const char *text, *letter;
	} rows[] = {
		{"đăng ký", "Đ"},
		{"ở đâu", "Ơ"},
		{"Ân", "Â"},
		{"Ấp", "Â"},
		{"ắt", "Ă"},
		{"ệ", "Ê"},
		{"Ộ", "Ô"},
		{"ữ", "Ư"},
		{"ý", "Y"},
		{"Khoa", "K"},
		{"zona", "Z"},
		{"o\u031B\u0309", "Ơ"},
		{"o\u0323\u0302", "Ô"},
		{"u\u031B\u0303", "Ư"},
		{"élan", "E"},
		{"", "#"},
		{"61/2018", "#"},
		{"“Xanh”", "#"},
		{" a", "#"},
		{"π", "#"},
		{"★", "#"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_str(viet_index_letter(str_of(rows[i].text)), rows[i].letter);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_alphabet_has_its_letters_in_their_order),
		cmocka_unit_test(tones_come_in_their_order_on_every_vowel),
		cmocka_unit_test(syllables_come_in_their_order),
		cmocka_unit_test(units_come_in_their_order),
		cmocka_unit_test(tones_decide_only_between_equal_letters),
		cmocka_unit_test(case_decides_only_between_equal_tones),
		cmocka_unit_test(numbers_come_by_value_before_letters),
		cmocka_unit_test(a_number_with_zeros_before_it_has_its_value),
		cmocka_unit_test(a_number_counts_as_one_up_to_its_greatest_length),
		cmocka_unit_test(spaces_and_punctuation_come_before_digits),
		cmocka_unit_test(letters_of_other_languages_stand_beside_ours),
		cmocka_unit_test(a_mark_below_does_not_part_a_letter_from_its_hat),
		cmocka_unit_test(what_nobody_sees_says_nothing_before_all_else_is_equal),
		cmocka_unit_test(an_index_letter_is_the_letter_without_its_tone),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
