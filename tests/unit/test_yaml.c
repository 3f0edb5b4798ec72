#include "unit.h"

#include <time.h>

#include "base/date.h"
#include "data/value.h"
#include "data/yaml_parts.h"
#include "reports.h"

static struct arena arena;
static struct diag diag;

static const struct value *read_at(struct pos at, struct str text, size_t max)
{
	diag = (struct diag){.arena = &arena};
	return value_from_yaml(&arena, at, text, max, &diag);
}

static const struct value *read_str(struct str text)
{
	return read_at((struct pos){.line = 1, .col = 1}, text, YAML_FILE_MAX);
}

static const struct value *read(const char *text)
{
	return read_str(str_of(text));
}

/* text is refused with exactly these lines */
static void assert_says(const char *text, const char *lines, const char *file, int line)
{
	bool good = read(text) != NULL;

	if (good)
		print_error("this was taken: %s\n", text);
	unit_assert_str(reports_of(&arena, &diag), lines, file, line);
	if (good)
		_fail(file, line);
}

#define assert_refused(text, lines) assert_says((text), (lines), __FILE__, __LINE__)

/* The JSON of text in one line, without blanks. */
static struct str json(const char *text)
{
	const struct value *v = read(text);
	struct buf pretty = {.arena = &arena}, out = {.arena = &arena};

	if (!v)
		return reports_of(&arena, &diag);
	value_to_json(v, &pretty);
	for (size_t i = 0; i < pretty.n; i++) {
		if (pretty.p[i] != ' ' && pretty.p[i] != '\n')
			buf_byte(&out, pretty.p[i]);
	}
	return buf_str(&out);
}

static struct str repeat(const char *head, const char *what, size_t n, const char *tail)
{
	struct buf out = {.arena = &arena};

	buf_add_z(&out, head);
	for (size_t i = 0; i < n; i++)
		buf_add_z(&out, what);
	buf_add_z(&out, tail);
	return buf_str(&out);
}

static const struct value *item(const struct value *v, const char *key)
{
	return value_get(v, str_of(key));
}

static void assert_scalar(const char *text, enum value_kind kind, const char *kept)
{
	const struct value *v = item(read_str(repeat("a: ", text, 1, "\n")), "a");

	assert_non_null(v);
	if (v->kind != kind)
		print_error("%s has kind %d\n", text, v->kind);
	assert_int_equal(v->kind, kind);
	assert_str(v->text, kept);
}

/* What is read */

static void plain_scalars_follow_the_core_rules_of_yaml_1_2(void **state)
{
	static const char *const strings[] = {
		"no",         "on",       "yes",
		"off",        "y",        "n",
		"NO",         "nUll",     "tRue",
		".inf",       ".nan",     "-",
		"+",          ".",        "1e",
		"e1",         "1_000",    "0o8",
		"0xG",        "0x",       "-0x1F",
		"1.2.3",      "12:30",    "28/3",
		"2025-03-28", "0b1",      "1 2",
		"--1",        "~x",       "x~",
		"+.e1",       "khoa-nhi", "61/2018/NĐ-CP",
		"1.e+",       "00x1",
	};
	static const char *const numbers[] = {
		"0",   "-0",   "12",     "+12", "-12",  "012",  "1.50",     ".5",   "5.",
		"1e3", "1E-3", "1.5e+3", "-.5", "0o17", "0x1F", "0xabcdef", "+0.0", "007",
	};
	static const char *const nulls[] = {"", "~", "null", "Null", "NULL"};
	static const char *const trues[] = {"true", "True", "TRUE"};
	static const char *const falses[] = {"false", "False", "FALSE"};

	(void)state;
	for (size_t i = 0; i < COUNT(strings); i++) {
		if (strcmp(strings[i], "-") != 0)
			assert_scalar(strings[i], VALUE_STRING, strings[i]);
	}
	for (size_t i = 0; i < COUNT(numbers); i++)
		assert_scalar(numbers[i], VALUE_NUMBER, numbers[i]);
	for (size_t i = 0; i < COUNT(nulls); i++)
		assert_scalar(nulls[i], VALUE_NULL, "");
	for (size_t i = 0; i < COUNT(trues); i++)
		assert_scalar(trues[i], VALUE_BOOL, "true");
	for (size_t i = 0; i < COUNT(falses); i++)
		assert_scalar(falses[i], VALUE_BOOL, "false");
	assert_true(item(read("a: TRUE"), "a")->boolean);
	assert_false(item(read("a: False"), "a")->boolean);
}

static void quoted_and_block_scalars_are_strings(void **state)
{
	(void)state;
	assert_scalar("\"12\"", VALUE_STRING, "12");
	assert_scalar("'true'", VALUE_STRING, "true");
	assert_scalar("\"\"", VALUE_STRING, "");
	assert_scalar("|\n  12\n", VALUE_STRING, "12\n");
	assert_scalar(">-\n  null\n", VALUE_STRING, "null");
	assert_scalar("\"a\\tb\\r\\n\\u1EBF\"", VALUE_STRING, "a\tb\r\nế");
}

static void a_row_of_digits_over_the_limit_is_a_string(void **state)
{
	struct str at_limit = repeat("", "1", NUMBER_TEXT_MAX, "");
	struct str over = repeat("", "1", NUMBER_TEXT_MAX + 1, "");

	(void)state;
	assert_int_equal(read_str(at_limit)->kind, VALUE_NUMBER);
	assert_true(value_number(read_str(at_limit)) > 1e63);
	assert_int_equal(read_str(over)->kind, VALUE_STRING);
}

static void lists_and_maps_nest_in_both_styles(void **state)
{
	(void)state;
	assert_str(
		json("a: 1\nb:\n  c: [x, {y: 2}]\n  d:\n  - e\n  - - f\n    - g: h\ni: {}\n"),
		"{\"a\":1,\"b\":{\"c\":[\"x\",{\"y\":2}],\"d\":[\"e\",[\"f\",{\"g\":\"h\"}]]},"
		"\"i\":{}}");
	assert_str(json("- 1\n- \n- [[], {}]\n"), "[1,null,[[],{}]]");
	assert_str(json("{a, b: , c: [d: e]}"),
		   "{\"a\":null,\"b\":null,\"c\":[{\"d\":\"e\"}]}");
}

static void a_document_without_a_value_is_null(void **state)
{
	(void)state;
	assert_int_equal(read("")->kind, VALUE_NULL);
	assert_int_equal(read("# nothing yet\n\n")->kind, VALUE_NULL);
	assert_int_equal(read("---\n")->kind, VALUE_NULL);
	assert_int_equal(read_str((struct str){0})->kind, VALUE_NULL);
}

static void one_pair_of_document_marks_is_allowed(void **state)
{
	(void)state;
	assert_str(json("---\na: b\n...\n"), "{\"a\":\"b\"}");
	assert_str(json("%YAML 1.2\n---\na: b\n"), "{\"a\":\"b\"}");
}

static void keys_keep_their_text_and_quotes_make_no_difference(void **state)
{
	const struct value *v = read("2025: a\n\"true\": b\nTiêu đề: c\n? d\n: e\n");

	(void)state;
	assert_str(item(v, "2025")->text, "a");
	assert_str(item(v, "true")->text, "b");
	assert_str(item(v, "Tiêu đề")->text, "c");
	assert_str(item(v, "d")->text, "e");
}

static void nothing_points_into_the_text(void **state)
{
	char text[] = "khoa: [Nhi, \"Nội\", 12]\n";
	const struct value *v = read(text);

	(void)state;
	memset(text, 'x', sizeof(text) - 1);
	assert_str(v->entries[0].key, "khoa");
	assert_str(item(v, "khoa")->entries[0].value->text, "Nhi");
	assert_str(item(v, "khoa")->entries[1].value->text, "Nội");
	assert_str(item(v, "khoa")->entries[2].value->text, "12");
}

static void assert_place(struct pos pos, uint32_t line, uint32_t col)
{
	assert_int_equal(pos.line, line);
	assert_int_equal(pos.col, col);
}

static void places_are_bytes_from_1_in_the_line(void **state)
{
	const struct value *v = read("ế: ế\nb: [ế, x, {ế: y}]\n\n# ế\nc:\n  - \"ế\"\n");

	(void)state;
	assert_place(v->pos, 1, 1);
	assert_place(v->entries[0].pos, 1, 1);
	assert_place(v->entries[0].value->pos, 1, 6);
	assert_place(item(v, "b")->pos, 2, 4);
	assert_place(item(v, "b")->entries[0].value->pos, 2, 5);
	assert_place(item(v, "b")->entries[1].value->pos, 2, 10);
	assert_place(item(v, "b")->entries[2].value->entries[0].pos, 2, 14);
	assert_place(item(v, "b")->entries[2].value->entries[0].value->pos, 2, 19);
	assert_place(item(v, "c")->entries[0].pos, 6, 5);
}

static void places_count_from_where_the_text_starts_in_its_file(void **state)
{
	const struct source source = {.path = STR("a.md")};
	const struct pos at = {&source, 2, 1};
	const struct value *v = read_at(at, STR("a: 1\nb: 2\n"), YAML_FRONT_MATTER_MAX);

	(void)state;
	assert_ptr_equal(item(v, "b")->pos.source, &source);
	assert_place(item(v, "b")->pos, 3, 4);
	assert_null(read_at(at, STR("a: 1\nb: c: d\n"), YAML_FRONT_MATTER_MAX));
	assert_str(reports_of(&arena, &diag),
		   "3:5: a \":\" inside text: put the whole text between double quotes");
}

static void many_keys_are_kept_in_order(void **state)
{
	struct buf text = {.arena = &arena};
	const struct value *v;

	(void)state;
	for (int i = 0; i < 5000; i++)
		buf_fmt(&text, "k%d: [%d]\n", i, i);
	v = read_str(buf_str(&text));
	assert_int_equal(v->n, 5000);
	assert_str(v->entries[4999].key, "k4999");
	assert_str(item(v, "k4321")->entries[0].value->text, "4321");
}

/* Limits */

static void a_text_may_have_so_many_bytes_and_no_more(void **state)
{
	(void)state;
	assert_non_null(read_at((struct pos){.line = 1, .col = 1}, STR("a: bcde\n"), 8));
	assert_null(read_at((struct pos){.line = 4, .col = 1}, STR("a: bcdef\n"), 8));
	assert_str(reports_of(&arena, &diag), "4: this is too long: 9 bytes, at most 8");
}

static struct str nested(size_t n)
{
	struct str closed = repeat("", "]", n, "");

	return str_fmt(&arena, STR_FMT STR_FMT, STR_ARG(repeat("", "[", n, "")),
		       STR_ARG(closed));
}

static void values_may_nest_so_deep_and_no_deeper(void **state)
{
	(void)state;
	assert_non_null(read_str(nested(YAML_DEPTH_MAX)));
	assert_null(read_str(nested(YAML_DEPTH_MAX + 1)));
	assert_str(reports_of(&arena, &diag),
		   "1:65: values are nested too deep, at most 64 levels");
	assert_non_null(read_str(repeat("", "- ", YAML_DEPTH_MAX, "x")));
	assert_null(read_str(repeat("", "- ", YAML_DEPTH_MAX + 1, "x")));
	assert_str(reports_of(&arena, &diag),
		   "1:129: values are nested too deep, at most 64 levels");
}

static void a_text_may_have_so_many_values_and_no_more(void **state)
{
	(void)state;
	assert_non_null(read_str(repeat("[", "1,", YAML_NODES_MAX - 1, "]")));
	assert_null(read_str(repeat("[", "1,", YAML_NODES_MAX, "]")));
	assert_str(reports_of(&arena, &diag),
		   "1:400000: there are too many values, at most 200000");
}

static void a_scalar_may_have_so_many_bytes_and_no_more(void **state)
{
	(void)state;
	assert_int_equal(item(read_str(repeat("a: ", "x", YAML_SCALAR_MAX, "\n")), "a")->text.n,
			 YAML_SCALAR_MAX);
	assert_null(read_str(repeat("a: ", "x", YAML_SCALAR_MAX + 1, "\n")));
	assert_str(reports_of(&arena, &diag),
		   "1:4: the text is too long: 1048577 bytes, at most 1048576");
	assert_null(read_str(repeat("? ", "x", YAML_SCALAR_MAX + 1, "\n: y\n")));
	assert_str(reports_of(&arena, &diag),
		   "1:3: the text is too long: 1048577 bytes, at most 1048576");
}

static void hostile_nesting_ends_at_once(void **state)
{
	static const char *const units[] = {"[", "{a: ", "- ", "? ", "[\n", "[a", "[? ", "{"};
	clock_t before = clock();

	(void)state;
	for (size_t i = 0; i < COUNT(units); i++)
		assert_null(read_str(repeat("", units[i], 100000, "")));
	assert_true(clock() - before < 5 * CLOCKS_PER_SEC);
}

/* What is refused */

static void a_key_written_twice_is_refused(void **state)
{
	struct buf text = {.arena = &arena};

	(void)state;
	assert_refused("a: 1\nb: 2\n\"a\": 3\n", "3:1: \"a\" is written twice\n"
						 "note: 1:1: the first one is here");
	assert_refused("a: {b: 1, c: [], b: 2}", "1:18: \"b\" is written twice\n"
						 "note: 1:5: the first one is here");
	for (int i = 0; i < 100; i++)
		buf_fmt(&text, "k%d: {a: 1}\n", i);
	buf_add_z(&text, "k3: x\n");
	assert_null(read_str(buf_str(&text)));
	assert_str(reports_of(&arena, &diag), "101:1: \"k3\" is written twice\n"
					      "note: 4:1: the first one is here");
	text.n = 0;
	for (int i = 0; i < 100; i++)
		buf_fmt(&text, "k%d: x\n", i);
	buf_add_z(&text, "k99: x\n");
	assert_null(read_str(buf_str(&text)));
	assert_str(reports_of(&arena, &diag), "101:1: \"k99\" is written twice\n"
					      "note: 100:1: the first one is here");
}

static void the_same_key_in_two_maps_is_no_mistake(void **state)
{
	(void)state;
	assert_str(json("- {a: 1}\n- {a: 2, b: {a: 3}}\n"),
		   "[{\"a\":1},{\"a\":2,\"b\":{\"a\":3}}]");
}

static void anchors_aliases_and_tags_are_refused(void **state)
{
	(void)state;
	assert_refused("a: &x y\nb: *x\n",
		       "1:4: text that begins with \"&\" must stand between double quotes");
	assert_refused("a: *x\n",
		       "1:4: text that begins with \"*\" must stand between double quotes");
	assert_refused("a: *Mới* và lạ\n",
		       "1:4: text that begins with \"*\" must stand between double quotes");
	assert_refused("a: & b\n",
		       "1:4: text that begins with \"&\" must stand between double quotes");
	assert_refused("a: &x [1]\n",
		       "1:4: text that begins with \"&\" must stand between double quotes");
	assert_refused("a: !x {b: c}\n",
		       "1:4: text that begins with \"!\" must stand between double quotes");
	assert_refused("a: !!str 12\n",
		       "1:4: text that begins with \"!\" must stand between double quotes");
	assert_refused("a: ! b\n",
		       "1:4: text that begins with \"!\" must stand between double quotes");
	assert_refused("a: !h!x b\n",
		       "1:4: text that begins with \"!\" must stand between double quotes");
	assert_refused("a: b\n&x c: d\n",
		       "2:1: text that begins with \"&\" must stand between double quotes");
	assert_refused("a: b\n!x c: d\n",
		       "2:1: text that begins with \"!\" must stand between double quotes");
}

static void the_merge_key_is_refused_unless_it_is_quoted(void **state)
{
	(void)state;
	assert_refused("a: 1\n<<: {b: 2}\n",
		       "2:1: \"<<\" (merging) is not used here; write the lines out");
	assert_str(json("\"<<\": 1\n"), "{\"\\u003c\\u003c\":1}");
}

static void a_second_document_is_refused(void **state)
{
	(void)state;
	assert_refused("a: b\n---\nc: d\n", "2:1: \"---\" begins a second document, and only "
					    "one may stand here");
	assert_refused("---\na: b\n---\n", "3:1: \"---\" begins a second document, and only "
					   "one may stand here");
	assert_refused("a: b\n...\nc: d\n", "3:1: behind \"...\" nothing more may stand");
}

static void a_key_must_be_text(void **state)
{
	static const char said[] = "a key must be text; if this is text that begins with \"[\" "
				   "or \"{\", put it between double quotes";

	(void)state;
	assert_refused("a: {{ ten }}\n", str_fmt(&arena, "1:5: %s", said).p);
	assert_refused("[a]: b\n", str_fmt(&arena, "1:1: %s", said).p);
	assert_refused("? - a\n: b\n", str_fmt(&arena, "1:3: %s", said).p);
	assert_refused("a: 1\n: b\n", "2:1: a key is missing before the \":\"");
	assert_refused("{: b}\n", "1:2: a key is missing before the \":\"");
	assert_refused("\"\": b\n", "1:1: a key is missing before the \":\"");
}

static void bad_bytes_are_refused_at_their_place(void **state)
{
	(void)state;
	assert_refused("ê: 1\nb: \xFFx\n",
		       "2:4: this byte (\\xFF) is no UTF-8; save the file as UTF-8");
	assert_refused("a: 1\nê: \x01\n",
		       "2:5: a control character (\\x01) stands here; delete it");
	assert_null(read_str(STR("a: 1\nb: x\0y\n")));
	assert_str(reports_of(&arena, &diag),
		   "2:5: a control character (\\x00) stands here; delete it");
	assert_refused("a: x\u2028y\n",
		       "1:5: an invisible line separator (U+2028) stands here; delete it");
	assert_refused("a: x\u2029y\n",
		       "1:5: an invisible line separator (U+2029) stands here; delete it");
	assert_refused("a: \"x\\0y\"\n", "1:4: the text holds a control character (\\x00)");
	assert_refused("a: \"x\\x7F\"\n", "1:4: the text holds a control character (\\x7F)");
	assert_refused("a: \"x\\x85\"\n", "1:4: the text holds a control character (\\xC2)");
	assert_refused("a: \"x\\uFFFF\"\n", "1:4: the text holds a control character (\\xEF)");
}

static void a_tab_for_indentation_is_refused(void **state)
{
	(void)state;
	assert_refused("a:\n\tb: 1\n", "2:1: a tab stands here; put spaces in its place");
	assert_refused("\ta: b\n", "1:1: a tab stands here; put spaces in its place");
	assert_refused("a: b\n\tc\n", "2:1: a tab stands here; put spaces in its place");
	assert_refused("a: |\n\tb\n", "2:1: a tab stands here; put spaces in its place");
	assert_str(json("a:\tb\t# c\n"), "{\"a\":\"b\"}");
}

static void a_colon_in_text_wants_quotes(void **state)
{
	static const char said[] =
		"a \":\" inside text: put the whole text between double quotes";

	(void)state;
	assert_refused("ngay: x\ntieu_de: Thông báo: nghỉ lễ\n",
		       str_fmt(&arena, "2:21: %s", said).p);
	assert_refused("a: \"x\": y\n", str_fmt(&arena, "1:7: %s", said).p);
	assert_refused("a: [x: y: z]\n", str_fmt(&arena, "1:9: %s", said).p);
	assert_refused("- a: b: c\n", str_fmt(&arena, "1:7: %s", said).p);
	assert_str(json("a: 12:30\nb: http://x.vn\n"),
		   "{\"a\":\"12:30\",\"b\":\"http://x.vn\"}");
}

static void a_missing_colon_or_space_is_named_in_its_own_line(void **state)
{
	static const char said[] = "this line has no \":\"; write it as \"key: value\", or "
				   "indent it when it goes on with the text above";

	(void)state;
	assert_refused("c: d\na:b\n\n\ne: f\n", "2:1: a space is missing behind the \":\"");
	assert_refused("a:b\nc: d\n", "1:1: a space is missing behind the \":\"");
	assert_refused("c: d\nxin chào\n", str_fmt(&arena, "2:1: %s", said).p);
	assert_refused("xin chào\nc: d\n", str_fmt(&arena, "1:1: %s", said).p);
	assert_refused("c: d\n\"x\"\ne: f\n", str_fmt(&arena, "2:1: %s", said).p);
	assert_refused("- a\n-b\n", str_fmt(&arena, "2:1: %s", said).p);
}

static void a_line_in_the_wrong_column_is_refused(void **state)
{
	static const char said[] = "this line begins in a column that fits no line above it; "
				   "check the spaces at its start";

	(void)state;
	assert_refused("a: b\n  c: d\n", str_fmt(&arena, "2:3: %s", said).p);
	assert_refused("a:\n    b: 1\n  c: 2\n", str_fmt(&arena, "3:3: %s", said).p);
	assert_refused("  a: 1\n b: 2\n", str_fmt(&arena, "2:2: %s", said).p);
	assert_refused("- a\nb: c\n", str_fmt(&arena, "2:1: %s", said).p);
	assert_refused("a: |\n  x\n y\n", str_fmt(&arena, "3:2: %s", said).p);
	assert_refused("a: 1\n- b\n",
		       "2:1: a list item stands here, but the lines above are keys; check the "
		       "spaces at the start of the line");
	assert_refused("a: - b\n", "1:4: a list begins on the line below its key; text that "
				   "begins with \"-\" must stand between double quotes");
}

static void a_quote_that_is_not_closed_is_named_where_it_opens(void **state)
{
	(void)state;
	assert_refused("a: \"b\nc: d\n", "1:4: the quote that opens here is not closed");
	assert_refused("a: 'b\nc: d\n", "1:4: the quote that opens here is not closed");
	assert_refused("a: \"b\n---\n", "1:4: the quote that opens here is not closed");
	assert_refused("a: \"x\nb: \"y\"\n",
		       "1:4: the quote that opens here is not closed on its line");
	assert_refused("a: \"Khoa \"Nhi\"\"\n",
		       "1:11: text stands behind the closing quote; a quote inside the text is "
		       "written \\\"");
	assert_refused("a: 'it's'\n",
		       "1:8: text stands behind the closing quote; a quote inside "
		       "the text is written twice: ''");
	assert_refused("\"a\" b\n",
		       "1:5: text stands behind the closing quote; a quote inside the text is "
		       "written \\\"");
	assert_refused("- \"a\" b\n",
		       "1:7: text stands behind the closing quote; a quote inside the text is "
		       "written \\\"");
}

static void a_backslash_wants_another(void **state)
{
	static const char said[] = "a backslash between double quotes is written twice: \\\\";

	(void)state;
	assert_refused("a: \"C:\\data\"\n", str_fmt(&arena, "1:7: %s", said).p);
	assert_refused("a: \"\\xyz\"\n", str_fmt(&arena, "1:7: %s", said).p);
	assert_refused("a: \"\\uD800\"\n", str_fmt(&arena, "1:7: %s", said).p);
	assert_str(json("a: 'C:\\data'\n"), "{\"a\":\"C:\\\\data\"}");
}

static void brackets_must_be_closed_and_stand_alone(void **state)
{
	static const char behind[] = "text stands behind the closing bracket; text that begins "
				     "with a bracket must stand between double quotes";

	(void)state;
	assert_refused("a: [b, c\nd: e\n",
		       "1:4: the \"[\" that opens here is not closed by \"]\"");
	assert_refused("a: {b: c\nd: e\n",
		       "1:4: the \"{\" that opens here is not closed by \"}\"");
	assert_refused("a: [", "1:4: the \"[\" that opens here is not closed by \"]\"");
	assert_refused("a: [b, {c: ", "1:8: the \"{\" that opens here is not closed by \"}\"");
	assert_refused("a: [\"x\" \"y\"]\n", "1:9: a \",\" is missing before this");
	assert_refused("a: [,]\n", "1:5: a value is missing before this");
	assert_refused("a: [Mới] Thông báo\n", str_fmt(&arena, "1:12: %s", behind).p);
	assert_refused("a: {b} c\n", str_fmt(&arena, "1:8: %s", behind).p);
	assert_refused("a: [b]]\n", str_fmt(&arena, "1:7: %s", behind).p);
}

static void text_that_begins_with_a_sign_of_yaml_wants_quotes(void **state)
{
	static const char *const signs[] = {"@", "`", "%", "]", "}", ","};

	(void)state;
	for (size_t i = 0; i < COUNT(signs); i++)
		assert_refused(str_fmt(&arena, "a: %sb\n", signs[i]).p,
			       str_fmt(&arena,
				       "1:4: text that begins with \"%s\" must stand between "
				       "double quotes",
				       signs[i])
				       .p);
	assert_refused("a: ? b\n",
		       "1:4: text that begins with \"?\" must stand between double quotes");
	assert_refused("a: b\n%x\n",
		       "2:1: text that begins with \"%\" must stand between double quotes");
	assert_refused("%x\n",
		       "1:1: text that begins with \"%\" must stand between double quotes");
}

static void nothing_stands_behind_the_sign_of_a_block(void **state)
{
	static const char said[] =
		"behind \"|\" or \">\" the line must end; the text begins on "
		"the next line";

	(void)state;
	assert_refused("a: |x\n", str_fmt(&arena, "1:5: %s", said).p);
	assert_refused("a: >5 triệu\n", str_fmt(&arena, "1:7: %s", said).p);
	assert_refused("a: |0\n", str_fmt(&arena, "1:5: %s", said).p);
}

static void what_nobody_translated_is_told_in_libyamls_words(void **state)
{
	const struct yaml_complaint c = {.problem = "found something new", .offset = 2};

	(void)state;
	diag = (struct diag){.arena = &arena};
	assert_false(yaml_explain((struct pos){.line = 1, .col = 1}, STR("a\nb"), &c, &diag));
	assert_str(reports_of(&arena, &diag),
		   "2:1: this cannot be read as YAML (found something new)");
}

static void a_vietnamese_reader_is_told_in_vietnamese(void **state)
{
	(void)state;
	language_set(LANGUAGE_VIETNAMESE);
	assert_refused(
		"tieu_de: Thông báo: nghỉ lễ\n",
		"1:21: trong nội dung có dấu \":\"; hãy đặt cả nội dung trong dấu nháy kép");
	assert_refused("a: 1\na: 2\n", "2:1: \"a\" bị viết hai lần\n"
				       "note: 1:1: lần viết đầu ở đây");
	assert_refused("a:\n\tb: 1\n", "2:1: chỗ này có dấu tab; hãy thay bằng dấu cách");
	assert_refused("a: \"b\n", "1:4: dấu nháy mở ở đây không có dấu đóng");
	assert_refused("a: *b\n",
		       "1:4: nội dung bắt đầu bằng \"*\" phải đặt trong dấu nháy kép");
	language_set(LANGUAGE_ENGLISH);
}

/* A text with some bytes changed, cut out or doubled, the same on every run. */
static struct str mutated(struct str seed, uint32_t *random)
{
	static const char alphabet[] = " \t\n:-[]{}\"'#&*!|>%@`,?\\x0a~<\xC3\xA9\xFF\x01";
	struct str s = str_dup(&arena, seed);
	char *p = str_z(&arena, s);

	for (int i = 0; i < 4; i++) {
		*random = *random * 1664525u + 1013904223u;
		p[(*random >> 8) % s.n] = alphabet[(*random >> 24) % (sizeof(alphabet) - 1)];
	}
	*random = *random * 1664525u + 1013904223u;
	return (struct str){p, s.n - (*random >> 16) % 20};
}

static void whatever_comes_is_read_or_refused_once(void **state)
{
	static const char seed[] =
		"---\nma: \"tin-1\"\ntieu_de: Khám bệnh\nlinh_vuc:\n  - tthc\n  - {ten: 'Nội', "
		"so: [1, 2.5, true]}\nnoi_dung: |\n  Dòng một\n  dòng hai\ntom_tat: >-\n  Gấp\n"
		"  lại\n? khoa\n: Nhi # ghi chú\n...\n";
	uint32_t random = 1;
	struct buf json_text = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 10000; i++) {
		const struct value *v = read_str(mutated(str_of(seed), &random));

		assert_int_equal(diag.errors, v ? 0 : 1);
		json_text.n = 0;
		if (v)
			value_to_json(v, &json_text);
		if (i % 100 == 0) {
			arena_reset(&arena);
			json_text = (struct buf){.arena = &arena};
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_scalars_follow_the_core_rules_of_yaml_1_2),
		cmocka_unit_test(quoted_and_block_scalars_are_strings),
		cmocka_unit_test(a_row_of_digits_over_the_limit_is_a_string),
		cmocka_unit_test(lists_and_maps_nest_in_both_styles),
		cmocka_unit_test(a_document_without_a_value_is_null),
		cmocka_unit_test(one_pair_of_document_marks_is_allowed),
		cmocka_unit_test(keys_keep_their_text_and_quotes_make_no_difference),
		cmocka_unit_test(nothing_points_into_the_text),
		cmocka_unit_test(places_are_bytes_from_1_in_the_line),
		cmocka_unit_test(places_count_from_where_the_text_starts_in_its_file),
		cmocka_unit_test(many_keys_are_kept_in_order),
		cmocka_unit_test(a_text_may_have_so_many_bytes_and_no_more),
		cmocka_unit_test(values_may_nest_so_deep_and_no_deeper),
		cmocka_unit_test(a_text_may_have_so_many_values_and_no_more),
		cmocka_unit_test(a_scalar_may_have_so_many_bytes_and_no_more),
		cmocka_unit_test(hostile_nesting_ends_at_once),
		cmocka_unit_test(a_key_written_twice_is_refused),
		cmocka_unit_test(the_same_key_in_two_maps_is_no_mistake),
		cmocka_unit_test(anchors_aliases_and_tags_are_refused),
		cmocka_unit_test(the_merge_key_is_refused_unless_it_is_quoted),
		cmocka_unit_test(a_second_document_is_refused),
		cmocka_unit_test(a_key_must_be_text),
		cmocka_unit_test(bad_bytes_are_refused_at_their_place),
		cmocka_unit_test(a_tab_for_indentation_is_refused),
		cmocka_unit_test(a_colon_in_text_wants_quotes),
		cmocka_unit_test(a_missing_colon_or_space_is_named_in_its_own_line),
		cmocka_unit_test(a_line_in_the_wrong_column_is_refused),
		cmocka_unit_test(a_quote_that_is_not_closed_is_named_where_it_opens),
		cmocka_unit_test(a_backslash_wants_another),
		cmocka_unit_test(brackets_must_be_closed_and_stand_alone),
		cmocka_unit_test(text_that_begins_with_a_sign_of_yaml_wants_quotes),
		cmocka_unit_test(nothing_stands_behind_the_sign_of_a_block),
		cmocka_unit_test(what_nobody_translated_is_told_in_libyamls_words),
		cmocka_unit_test(a_vietnamese_reader_is_told_in_vietnamese),
		cmocka_unit_test(whatever_comes_is_read_or_refused_once),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
