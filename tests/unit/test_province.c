#include "unit.h"

#include "viet/province.h"

static struct arena arena;

static void a_province_that_was_merged_names_the_one_it_is_part_of(void **state)
{
	(void)state;
	assert_string_equal(province_merged_into(&arena, STR("Tỉnh Bến Tre")), "Vĩnh Long");
	assert_string_equal(province_merged_into(&arena, STR("bến tre")), "Vĩnh Long");
	assert_string_equal(province_merged_into(&arena, STR("Bà Rịa - Vũng Tàu")),
			    "Thành phố Hồ Chí Minh");
	arena_free(&arena);
}

static void a_province_that_stayed_is_part_of_none(void **state)
{
	static const char *const stayed[] = {
		"Tỉnh Vĩnh Long", "Tỉnh Phú Thọ", "Thành phố Hà Nội", "Minh Họa", "", "Bến"};

	(void)state;
	for (size_t i = 0; i < COUNT(stayed); i++)
		assert_null(province_merged_into(&arena, str_of(stayed[i])));
	arena_free(&arena);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_province_that_was_merged_names_the_one_it_is_part_of),
		cmocka_unit_test(a_province_that_stayed_is_part_of_none),
	};

	return UNIT_RUN(tests);
}
