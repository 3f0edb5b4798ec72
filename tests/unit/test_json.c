#include "unit.h"

#include "data/value.h"

static struct arena arena;

static struct str quoted(struct str s)
{
	struct buf out = {.arena = &arena};

	json_put_string(&out, s);
	return buf_str(&out);
}

static struct str json(const struct value *v)
{
	struct buf out = {.arena = &arena};

	value_to_json(v, &out);
	return buf_str(&out);
}

static struct str number(const char *text)
{
	struct value *v = value_int(&arena, 0);

	v->text = str_of(text);
	return json(v);
}

static void text_stays_as_it_is(void **state)
{
	(void)state;
	assert_str(quoted((struct str){0}), "\"\"");
	assert_str(quoted(STR("Đăng ký khám bệnh / 5 > 3")), "\"Đăng ký khám bệnh / 5 > 3\"");
	assert_str(quoted(STR("“x” – y…")), "\"“x” – y…\"");
}

static void what_json_or_a_script_would_misread_is_escaped(void **state)
{
	(void)state;
	assert_str(quoted(STR("a\"b\\c")), "\"a\\\"b\\\\c\"");
	assert_str(quoted(STR("\n\t\r\b\f")), "\"\\n\\t\\r\\b\\f\"");
	assert_str(quoted(STR("\0\x01\x1F\x7F")), "\"\\u0000\\u0001\\u001f\\u007f\"");
	assert_str(quoted(STR("</script>")), "\"\\u003c/script>\"");
	assert_str(quoted(STR("a\u2028b\u2029")), "\"a\\u2028b\\u2029\"");
}

static void a_cut_separator_is_no_separator(void **state)
{
	(void)state;
	assert_str(quoted(STR("a\xE2\x80")), "\"a\xE2\x80\"");
	assert_str(quoted(STR("\xE2")), "\"\xE2\"");
}

static void simple_values(void **state)
{
	(void)state;
	assert_str(json(value_null(&arena)), "null\n");
	assert_str(json(value_bool(&arena, true)), "true\n");
	assert_str(json(value_bool(&arena, false)), "false\n");
	assert_str(json(value_string(&arena, STR("x"))), "\"x\"\n");
	assert_str(json(value_int(&arena, -5)), "-5\n");
}

static void a_number_keeps_its_text_when_json_has_it(void **state)
{
	static const char *const same[] = {"0", "-0", "10", "1.50", "-1.5e-3", "2E+10", "0.5"};

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++)
		assert_str(number(same[i]), str_fmt(&arena, "%s\n", same[i]).p);
}

static void a_number_that_json_does_not_have_is_written_anew(void **state)
{
	static const char *const pairs[][2] = {
		{"012", "12\n"},   {"+5", "5\n"},
		{".5", "0.5\n"},   {"5.", "5\n"},
		{"-.5", "-0.5\n"}, {"0x1F", "31\n"},
		{"0o17", "15\n"},  {"+1e999", "\"+1e999\"\n"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++)
		assert_str(number(pairs[i][0]), pairs[i][1]);
}

static void containers_are_indented_by_two(void **state)
{
	struct value *map = value_map(&arena), *list = value_list(&arena);

	(void)state;
	value_push(&arena, list, value_int(&arena, 1));
	value_push(&arena, list, value_map(&arena));
	value_set(&arena, map, STR("ds\""), list);
	value_set(&arena, map, STR("rỗng"), value_list(&arena));
	assert_str(json(map), "{\n"
			      "  \"ds\\\"\": [\n"
			      "    1,\n"
			      "    {}\n"
			      "  ],\n"
			      "  \"rỗng\": []\n"
			      "}\n");
}

static void in_a_script_it_is_one_line_that_ends_nothing(void **state)
{
	struct value *map = value_map(&arena), *list = value_list(&arena);
	struct buf out = {.arena = &arena};

	(void)state;
	value_push(&arena, list, value_int(&arena, 1));
	value_push(&arena, list, value_string(&arena, STR("</SCRIPT> & <!--\n\"")));
	value_set(&arena, map, STR("<k>"), list);
	value_set(&arena, map, STR("rỗng"), value_map(&arena));
	value_to_json_script(map, &out);
	assert_str(buf_str(&out), "{\"\\u003ck\\u003e\":[1,\"\\u003c/SCRIPT\\u003e \\u0026 "
				  "\\u003c!--\\n\\\"\"],\"rỗng\":{}}");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_stays_as_it_is),
		cmocka_unit_test(what_json_or_a_script_would_misread_is_escaped),
		cmocka_unit_test(a_cut_separator_is_no_separator),
		cmocka_unit_test(simple_values),
		cmocka_unit_test(a_number_keeps_its_text_when_json_has_it),
		cmocka_unit_test(a_number_that_json_does_not_have_is_written_anew),
		cmocka_unit_test(containers_are_indented_by_two),
		cmocka_unit_test(in_a_script_it_is_one_line_that_ends_nothing),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
