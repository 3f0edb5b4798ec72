#include "unit.h"

#include "base/utf8.h"
#include "text/lead.h"

static struct arena arena;

static void check(const char *text, size_t max, const char *want)
{
	assert_str(markdown_lead(&arena, str_of(text), max), want);
}

static void signs_of_markdown_are_left_out(void **state)
{
	(void)state;
	check("Nộp **tờ khai** tại `quầy 1`.", 100, "Nộp tờ khai tại quầy 1.");
	check("Xem [mẫu *mới*](mau.md) và [đây].", 100, "Xem mẫu mới và [đây].");
	check("- Một\n- Hai", 100, "Một Hai");
	check("> Trích", 100, "Trích");
	check("a \\* b", 100, "a  b");
	check("", 100, "");
}

static void only_the_first_paragraph_counts(void **state)
{
	(void)state;
	check("\n\nDòng một\ndòng hai.\n\nĐoạn hai.", 100, "Dòng một dòng hai.");
}

static void long_texts_are_cut_between_words(void **state)
{
	struct str cut;

	(void)state;
	check("một hai ba", 10, "một hai ba");
	check("một hai ba", 9, "một hai…");
	check("một hai ba", 8, "một…");
	cut = markdown_lead(&arena, STR("ậ ậ ậ ậ"), 6);
	assert_str(cut, "ậ ậ…");
	assert_true(utf8_count(cut) <= 6);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_of_markdown_are_left_out),
		cmocka_unit_test(only_the_first_paragraph_counts),
		cmocka_unit_test(long_texts_are_cut_between_words),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
