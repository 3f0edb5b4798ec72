#include "unit.h"

#include "viet/foreign.h"

static void check_found(const char *text, const char *want)
{
	struct str found = {0};

	if (!foreign_find(str_of(text), 0, &found))
		fail_msg("nothing is found in \"%s\"", text);
	if (!str_eq_z(found, want))
		fail_msg("\"" STR_FMT "\" is found in \"%s\", not \"%s\"", STR_ARG(found), text,
			 want);
}

static void check_nothing(const char *text)
{
	struct str found = {0};

	if (foreign_find(str_of(text), 0, &found))
		fail_msg("\"" STR_FMT "\" is found in \"%s\"", STR_ARG(found), text);
}

static void syllables_without_marks_are_known(void **state)
{
	static const char *const good[] = {"nghieng", "qua",   "gi",   "khuyen",
					   "Trang",   "y",     "uyen", "thuoc",
					   "ngoeo",   "quynh", "can",  "the"};
	static const char *const bad[] = {"based", "medicine", "street",      "fa",
					  "box",   "ngq",      "nghienghieng"};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++)
		assert_true(viet_is_syllable(str_of(good[i])));
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(viet_is_syllable(str_of(bad[i])));
}

static void three_foreign_words_in_small_letters_are_found(void **state)
{
	(void)state;
	check_found("theo evidence based medicine", "evidence based medicine");
	check_found("Mô hình \"patient centred nursing\" của khoa", "patient centred nursing");
	check_found("Please bring your identity card.", "Please bring your identity");
	check_found("software as a service", "software as a service");
	check_found("gọi là well-being officer training.", "well-being officer training");
	check_found("in\nevery single ward", "every single ward");
	check_nothing("evidence based");
	check_nothing("evidence based, medicine");
	check_nothing("evidence (based) medicine");
}

static void names_loanwords_and_vietnamese_are_not(void **state)
{
	(void)state;
	check_nothing("Centers for Disease Control and Prevention");
	check_nothing("World Health Organization");
	check_nothing("gửi email, video clip, livestream trên fanpage Facebook");
	check_nothing("quay video clip livestream fanpage");
	check_nothing("nguoi benh can mang theo can cuoc va the bao hiem y te");
	check_nothing("UBND, BHYT, HSBA, VNeID");
	check_nothing("Bệnh viện mở thêm quầy tiếp đón cho người nhà");
	check_nothing("paracetamol 500mg codein 30mg ibuprofen 200mg");
	check_nothing("https://example.vn/read/more/about/this x_y_z first.second third@four");
	check_nothing("");
	check_nothing("  ... ");
	check_nothing("theở every single");
	check_found("ở every single ward", "every single ward");
	check_found("xở hygiene street ward club", "hygiene street ward club");
	check_found("is its was", "is its was");
}

static void few_words_that_may_be_either_go_on_with_it(void **state)
{
	(void)state;
	check_found("hygiene the can street control", "hygiene the can street control");
	check_nothing("hygiene the can to street control");
	check_found("hygiene the can to street control office", "street control office");
}

static void the_next_one_is_found_from_behind_the_first(void **state)
{
	struct str text = STR("every single ward và three other words");
	struct str found;

	(void)state;
	assert_true(foreign_find(text, 17, &found));
	assert_true(str_eq_z(found, "three other words"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(syllables_without_marks_are_known),
		cmocka_unit_test(three_foreign_words_in_small_letters_are_found),
		cmocka_unit_test(names_loanwords_and_vietnamese_are_not),
		cmocka_unit_test(few_words_that_may_be_either_go_on_with_it),
		cmocka_unit_test(the_next_one_is_found_from_behind_the_first),
	};

	return UNIT_RUN(tests);
}
