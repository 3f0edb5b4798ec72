#include "unit.h"

#include "viet/names.h"

static struct arena arena;

static const struct names *some_names(void)
{
	static const char *const list[] = {
		"Đề án 06", "Đề án 06/CP",   "Luật Khám bệnh", "Luật Khám bệnh, chữa bệnh",
		"ab",       "luật khám bệnh"};
	struct names *names = arena_new(&arena, struct names);

	for (size_t i = 0; i < COUNT(list); i++)
		names_add(names, &arena, str_of(list[i]), list[i]);
	return names;
}

/* The names in a text with '|' between them. */
static struct str all_in(const char *text)
{
	const struct names *names = some_names();
	struct buf out = {.arena = &arena};
	struct name_found f = {0};

	while (names_find(names, str_of(text), f.to, &f)) {
		buf_add_z(&out, f.value);
		buf_byte(&out, '|');
	}
	return buf_str(&out);
}

static void a_name_is_found_whatever_its_capitals(void **state)
{
	(void)state;
	assert_str(all_in("Thực hiện Đề án 06 và đề án 06."), "Đề án 06|Đề án 06|");
	assert_str(all_in("LUẬT KHÁM BỆNH"), "Luật Khám bệnh|");
}

static void the_longest_name_is_meant(void **state)
{
	(void)state;
	assert_str(all_in("Đề án 06/CP; Luật khám bệnh, chữa bệnh; Luật Khám bệnh, nhưng"),
		   "Đề án 06/CP|Luật Khám bệnh, chữa bệnh|Luật Khám bệnh|");
}

static void only_whole_words_count(void **state)
{
	(void)state;
	assert_str(all_in("Đề án 067, BộLuật Khám bệnh, Luật Khám bệnhviện, Luật Khám"), "");
}

static void names_too_short_or_too_long_are_not_looked_for(void **state)
{
	struct names names = {0};
	char bytes[NAMES_LENGTH_MAX + 1];
	struct name_found f;

	(void)state;
	assert_str(all_in("ab"), "");
	memset(bytes, 'x', sizeof(bytes));
	names_add(&names, &arena, (struct str){bytes, NAMES_LENGTH_MAX}, bytes);
	assert_true(names_find(&names, (struct str){bytes, NAMES_LENGTH_MAX}, 0, &f));
	names = (struct names){0};
	names_add(&names, &arena, (struct str){bytes, NAMES_LENGTH_MAX + 1}, bytes);
	assert_int_equal(names.n, 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_found_whatever_its_capitals),
		cmocka_unit_test(the_longest_name_is_meant),
		cmocka_unit_test(only_whole_words_count),
		cmocka_unit_test(names_too_short_or_too_long_are_not_looked_for),
	};

	return UNIT_RUN(tests);
}
