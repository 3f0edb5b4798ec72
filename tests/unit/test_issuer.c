#include "unit.h"

#include "viet/issuer.h"

static bool fits(const char *ours, const char *named)
{
	return issuer_fits(str_of(ours), str_of(named));
}

static void the_same_office_fits_in_all_its_spellings(void **state)
{
	(void)state;
	assert_true(fits("Sở Y tế Hà Nội", "Sở Y tế Hà Nội"));
	assert_true(fits("Sở Y tế thành phố Đà Nẵng", "Sở Y tế Đà Nẵng"));
	assert_true(fits("Ủy ban nhân dân tỉnh Bến Tre", "UBND tỉnh Bến Tre"));
	assert_true(fits("UBND tỉnh Bến Tre", "Uỷ ban nhân dân Bến Tre"));
	assert_true(fits("BỘ Y TẾ", "Bộ Y tế"));
}

static void the_beginning_of_a_name_fits(void **state)
{
	(void)state;
	assert_true(fits("Sở Y tế Hà Nội", "Sở Y tế"));
	assert_true(fits("Bộ Khoa học và Công nghệ", "Bộ Khoa học"));
	assert_true(fits("Bộ Y tế", "Bộ Y tế Việt Nam"));
	assert_true(fits("Bộ Y tế", ""));
	assert_true(fits("", "Bộ Y tế"));
}

static void what_shows_nothing_fits(void **state)
{
	(void)state;
	assert_true(fits("Chính phủ", "Thủ tướng Chính phủ"));
	assert_true(fits("Bộ Y tế", "Bộ trưởng Bộ Y tế"));
}

static void another_office_of_its_sort_does_not(void **state)
{
	(void)state;
	assert_false(fits("Sở Y tế Hà Nội", "Sở Y tế Đà Nẵng"));
	assert_false(fits("Sở Y tế tỉnh Phú Thọ", "Sở Y tế Hà Nội"));
	assert_false(fits("Bộ Y tế", "Bộ Nội vụ"));
	assert_false(fits("Ủy ban nhân dân tỉnh Bến Tre", "UBND tỉnh Đồng Tháp"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_office_fits_in_all_its_spellings),
		cmocka_unit_test(the_beginning_of_a_name_fits),
		cmocka_unit_test(what_shows_nothing_fits),
		cmocka_unit_test(another_office_of_its_sort_does_not),
	};

	return UNIT_RUN(tests);
}
