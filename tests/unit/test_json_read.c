/* Cases of our own, of the sorts that the public suites of JSON have. */
#include "unit.h"

#include "base/date.h"
#include "data/value.h"

static struct arena arena;

static const struct value *parsed(struct str text)
{
	return value_from_json(&arena, text);
}

static struct str written(const char *text)
{
	struct buf out = {.arena = &arena};
	const struct value *v = parsed(str_of(text));

	assert_non_null(v);
	value_to_json(v, &out);
	return str_trim(buf_str(&out));
}

static void what_is_json_is_taken(void **state)
{
	static const char *const good[] = {
		"[]",
		"{}",
		" [ ] ",
		"\t\r\n{ }\n",
		"null",
		"true",
		"false",
		"\"\"",
		"0",
		"-0",
		"1",
		"-1",
		"10",
		"1.5",
		"0.1",
		"1e5",
		"1E+5",
		"1e-5",
		"-1.5e10",
		"0e1",
		"0E-1",
		"[1,2]",
		"[ 1 , 2 ]",
		"[[],[[]]]",
		"{\"a\":{}}",
		"{\"\":1}",
		"[null,null]",
		"{\"a\":1,\"b\":[true,false]}",
		"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
		"\"\\u0041\"",
		"\"\\uD83D\\uDE00\"",
		"\"\x7f\"",
		"\"\xEF\xBF\xBF\"",
		"\"\xC2\x80\"",
		"\"\xE2\x80\xA8\"",
		"\"\\u0000\"",
		"\"\xF4\x8F\xBF\xBF\"",
		"[-0.000000000000000000000000000000000000000000000000000000000000000000000001]",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		if (!parsed(str_of(good[i])))
			fail_msg("refused: %s", good[i]);
	}
}

static void what_is_not_json_is_refused(void **state)
{
	static const char *const bad[] = {
		"",
		" ",
		"[",
		"]",
		"{",
		"}",
		"[1",
		"[1,",
		"[1,]",
		"[,1]",
		"[1 2]",
		"[1}",
		"{]",
		"{\"a\"",
		"{\"a\":",
		"{\"a\":1",
		"{\"a\":1,",
		"{\"a\":1,}",
		"{\"a\" 1}",
		"{\"a\",1}",
		"{a:1}",
		"{'a':1}",
		"{1:1}",
		"{\"a\":1 \"b\":2}",
		"{,}",
		"[[]",
		"nul",
		"nulll",
		"True",
		"NaN",
		"Infinity",
		"-Infinity",
		"-",
		"+1",
		"01",
		"-01",
		"1.",
		".5",
		"-.5",
		"1e",
		"1e+",
		"1.e1",
		"0x10",
		"1_000",
		"--1",
		"1a",
		"1 2",
		"\"",
		"\"a",
		"'a'",
		"\"\\\"",
		"\"\\x41\"",
		"\"\\u12\"",
		"\"\\u12G4\"",
		"\"\\\"x",
		"\"\\U0041\"",
		"\"\\ud800\"",
		"\"\\udc00\"",
		"\"\\ud800\\u0041\"",
		"\"\\ud800x\"",
		"\"\\ud800\\ud800\"",
		"\"a\nb\"",
		"\"a\tb\"",
		"\"\x1f\"",
		"[\"a\",\n4,\n1,",
		"[] []",
		"{} x",
		"// c\n1",
		"/* c */1",
		"[1]#",
		"\xEF\xBB\xBF{}",
		"\"\xFF\"",
		"\"\xC0\xAF\"",
		"\"\xED\xA0\x80\"",
		"\"\xF4\x90\x80\x80\"",
		"\"\xE2\x80",
		"[\xA0]",
		"\f[]",
		"[\v1]",
		"\xC2\xA0[]",
		"{\"a\":1,\"a\":2}",
		"*",
		"<null>",
		"[1:2]",
		"{\"a\":1:2}",
		"[\"\\",
		"{\"\\u0061\":1,\"a\":2}",
		"[TRUE]",
		"[-]",
		"[1e1e1]",
		"{\"\\u0000\":1}",
		"1e400",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (parsed(str_of(bad[i])))
			fail_msg("taken: %s", bad[i]);
	}
	assert_null(parsed(STR("[1]\0")));
	assert_null(parsed(STR("\"\0\"")));
}

static void values_are_what_was_written(void **state)
{
	const struct value *v =
		parsed(STR("{\"a\": [1.50, \"Đăng\\u0020ký \\uD83D\\ude00\"]}"));
	const struct value *list = value_get(v, STR("a"));

	(void)state;
	assert_int_equal(list->kind, VALUE_LIST);
	assert_int_equal(list->entries[0].value->kind, VALUE_NUMBER);
	assert_true(value_number(list->entries[0].value) == 1.5);
	assert_str(list->entries[1].value->text, "Đăng ký 😀");
	assert_str(written("[true, false, null, 2026, -25e-2, \"<\"]"),
		   "[\n  true,\n  false,\n  null,\n  2026,\n  -0.25,\n  \"\\u003c\"\n]");
	assert_str(written("{\"b\": {}, \"a\": []}"), "{\n  \"b\": {},\n  \"a\": []\n}");
	v = parsed(STR("\"a\\u0000b\""));
	assert_int_equal(v->text.n, 3);
}

static struct str repeated(const char *unit, size_t n, const char *end)
{
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_add_z(&out, unit);
	buf_add_z(&out, end);
	return buf_str(&out);
}

static struct str nested(size_t n)
{
	struct str open = repeated("[", n, ""), close = repeated("]", n, "");

	return str_concat(&arena, open, close, (struct str){0});
}

static void depth_is_bounded(void **state)
{
	(void)state;
	assert_non_null(parsed(nested(JSON_DEPTH_MAX)));
	assert_null(parsed(nested(JSON_DEPTH_MAX + 1)));
	assert_null(parsed(repeated("[", 1000 * 1000, "")));
	assert_null(parsed(repeated("{\"a\":", 500 * 1000, "")));
}

static void values_are_bounded(void **state)
{
	struct str list = repeated("0,", JSON_VALUES_MAX - 2, "0]");

	(void)state;
	assert_non_null(parsed(str_concat(&arena, STR("["), list, (struct str){0})));
	assert_null(parsed(str_concat(&arena, STR("[0,"), list, (struct str){0})));
}

/* With a place reckoned for each key this takes minutes. */
static void many_keys_take_no_time(void **state)
{
	double begin = clock_seconds();
	struct str list =
		repeated("{\"a\":0,\"b\":\"xxxxxxxxxxxxxxxxxxxxxxxx\"},", 50000, "0]");

	(void)state;
	assert_non_null(parsed(str_concat(&arena, STR("["), list, (struct str){0})));
	assert_true(clock_seconds() - begin < 10);
}

static struct str keys(size_t n)
{
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_fmt(&out, "%s\"%zu\":0", i ? "," : "{", i);
	buf_byte(&out, '}');
	return buf_str(&out);
}

static void keys_of_a_map_are_bounded(void **state)
{
	(void)state;
	assert_non_null(parsed(keys(JSON_KEYS_MAX)));
	assert_null(parsed(keys(JSON_KEYS_MAX + 1)));
}

static void length_is_bounded(void **state)
{
	struct str list = repeated("0,", 1000, "0]"), most;
	char *text = arena_array(&arena, char, JSON_BYTES_MAX + 1);

	(void)state;
	memset(text, ' ', JSON_BYTES_MAX + 1);
	text[0] = '[';
	memcpy(text + JSON_BYTES_MAX - list.n, list.p, list.n);
	most = (struct str){text, JSON_BYTES_MAX};
	assert_non_null(parsed(most));
	memmove(text + 2, text + 1, JSON_BYTES_MAX - 1);
	most.n++;
	assert_null(parsed(most));
}

static void numbers_have_their_values(void **state)
{
	static const struct {
		const char *text;
		double number;
	} rows[] = {
		{"0", 0},
		{"-0", 0},
		{"1e9", 1e9},
		{"1000000000", 1e9},
		{"0.1", 0.1},
		{"9007199254740993", 9007199254740992.0},
		{"1e308", 1e308},
		{"1e-400", 0},
		{"123456789012345678901234567890", 1.2345678901234568e29},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_true(value_number(parsed(str_of(rows[i].text))) == rows[i].number);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_json_is_taken),
		cmocka_unit_test(what_is_not_json_is_refused),
		cmocka_unit_test(values_are_what_was_written),
		cmocka_unit_test(depth_is_bounded),
		cmocka_unit_test(values_are_bounded),
		cmocka_unit_test(many_keys_take_no_time),
		cmocka_unit_test(keys_of_a_map_are_bounded),
		cmocka_unit_test(length_is_bounded),
		cmocka_unit_test(numbers_have_their_values),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
