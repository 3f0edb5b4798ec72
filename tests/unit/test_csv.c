#include "unit.h"

#include "data/csv.h"

static struct arena arena;

static struct str cell(struct str text)
{
	struct buf out = {.arena = &arena};

	csv_put(&out, text);
	return buf_str(&out);
}

static struct str number(const char *text)
{
	struct buf out = {.arena = &arena};

	csv_put_digits(&out, str_of(text));
	return buf_str(&out);
}

static void a_cell_stands_between_quotes(void **state)
{
	(void)state;
	assert_str(cell(STR("")), "\"\"");
	assert_str(cell(STR("Đăng ký, khám")), "\"Đăng ký, khám\"");
	assert_str(cell(STR("“a” \"b\"")), "\"“a” \"\"b\"\"\"");
	assert_str(cell(STR("a\nb")), "\"a\nb\"");
	assert_str(cell(STR("a=1+2-3@4")), "\"a=1+2-3@4\"");
}

static void what_a_spreadsheet_would_run_is_made_harmless(void **state)
{
	(void)state;
	assert_str(cell(STR("=1+1")), "\"'=1+1\"");
	assert_str(cell(STR("+84 1")), "\"'+84 1\"");
	assert_str(cell(STR("-5")), "\"'-5\"");
	assert_str(cell(STR("@SUM(A1)")), "\"'@SUM(A1)\"");
	assert_str(cell(STR("\t=1")), "\"'\t=1\"");
	assert_str(cell(STR("\r=1")), "\"'\r=1\"");
	assert_str(cell(STR("\n=1")), "\"'\n=1\"");
	assert_str(cell(STR("=\"\"")), "\"'=\"\"\"\"\"");
}

static void a_number_is_digits_with_one_point(void **state)
{
	(void)state;
	assert_str(number("12"), "12");
	assert_str(number("87.5"), "87.5");
	assert_str(number("1.2.3"), "\"1.2.3\"");
	assert_str(number("1e5"), "\"1e5\"");
	assert_str(number("-1"), "\"'-1\"");
	assert_str(number("=1"), "\"'=1\"");
	assert_str(number(""), "\"\"");
	assert_str(number("."), "\".\"");
	assert_str(number("5."), "\"5.\"");
}

static void rows_have_commas_and_end_with_cr_lf(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	csv_begin(&out);
	csv_put(&out, STR("a"));
	csv_put_number(&out, -1);
	csv_end_row(&out);
	csv_put_digits(&out, STR("5"));
	csv_put(&out, STR("b"));
	csv_end_row(&out);
	assert_str(buf_str(&out), "\xEF\xBB\xBF\"a\",-1\r\n5,\"b\"\r\n");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_stands_between_quotes),
		cmocka_unit_test(what_a_spreadsheet_would_run_is_made_harmless),
		cmocka_unit_test(a_number_is_digits_with_one_point),
		cmocka_unit_test(rows_have_commas_and_end_with_cr_lf),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
