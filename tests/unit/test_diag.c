#include "unit.h"

#include <unistd.h>

static struct arena arena;

static const struct source *source_of(const char *path, const char *text)
{
	struct source *source = arena_new(&arena, struct source);

	source->path = str_of(path);
	source->text = str_of(text);
	return source;
}

static struct pos at(const struct source *source, uint32_t line, uint32_t col)
{
	return (struct pos){source, line, col};
}

static void nothing_wrong_prints_nothing(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	assert_diag(&d, "");
}

static void an_error_is_always_false_and_counted(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	assert_false(diag_error(&d, (struct pos){0}, "one"));
	diag_warn(&d, (struct pos){0}, "two");
	diag_advise(&d, (struct pos){0}, "three");
	assert_int_equal(d.errors, 1);
	assert_int_equal(d.warnings, 1);
	assert_int_equal(d.advice, 1);
	assert_false(d.failed_machine);
	assert_diag(&d, "error: one\nwarning: two\nadvice: three\n"
			"1 error, 1 warning, 1 suggestion\n");
}

static void a_place_has_line_column_and_a_caret(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("content/a.md", "---\ntitel: Khám\n---\n");

	(void)state;
	diag_error(&d, at(s, 2, 1), "unknown key \"%s\"", "titel");
	assert_diag(&d, "content/a.md:2:1: error: unknown key \"titel\"\n"
			"    titel: Khám\n"
			"    ^\n"
			"1 error\n");
}

static void columns_count_characters_and_the_caret_their_width(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("a.yaml", "lệ phí: 中文 x\n");

	(void)state;
	/* 6 characters in 9 bytes; then 9 in 17, two of them wide */
	diag_error(&d, at(s, 1, 10), "a");
	diag_error(&d, at(s, 1, 19), "b");
	assert_diag(&d, "a.yaml:1:7: error: a\n"
			"    lệ phí: 中文 x\n"
			"          ^\n"
			"a.yaml:1:12: error: b\n"
			"    lệ phí: 中文 x\n"
			"                 ^\n"
			"2 errors\n");
}

static void a_place_may_be_a_line_a_file_or_nowhere(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("a.md", "one\ntwo\n");

	(void)state;
	diag_warn(&d, (struct pos){0}, "nowhere");
	diag_warn(&d, at(s, 0, 0), "the file");
	diag_warn(&d, at(s, 2, 0), "the line");
	assert_diag(&d, "warning: nowhere\n"
			"a.md: warning: the file\n"
			"a.md:2: warning: the line\n"
			"    two\n"
			"3 warnings\n");
}

static void a_place_at_the_end_of_a_file_has_no_line_to_show(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("a.md", "one\n");

	(void)state;
	diag_error(&d, at(s, 2, 1), "ends too soon");
	diag_error(&d, at(s, 9, 4), "beyond");
	diag_error(&d, at(s, 1, 4), "behind the last letter");
	assert_diag(&d, "a.md:1:4: error: behind the last letter\n"
			"    one\n"
			"       ^\n"
			"a.md:2:1: error: ends too soon\n"
			"a.md:9:4: error: beyond\n"
			"3 errors\n");
}

static void items_stand_by_file_line_column_and_level(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *a = source_of("a.md", "x\ny\n"), *b = source_of("b.md", "z\n");

	(void)state;
	diag_warn(&d, at(b, 1, 1), "4");
	diag_error(&d, at(a, 2, 1), "2");
	diag_advise(&d, at(b, 1, 1), "5");
	diag_error(&d, at(b, 1, 1), "3");
	diag_error(&d, at(a, 1, 1), "1");
	assert_diag(&d, "a.md:1:1: error: 1\n    x\n    ^\n"
			"a.md:2:1: error: 2\n    y\n    ^\n"
			"b.md:1:1: error: 3\n    z\n    ^\n"
			"b.md:1:1: warning: 4\n    z\n    ^\n"
			"b.md:1:1: advice: 5\n    z\n    ^\n"
			"3 errors, 1 warning, 1 suggestion\n");
}

static void the_same_said_twice_is_printed_once(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("a.md", "x\n");

	(void)state;
	diag_error(&d, at(s, 1, 1), "same");
	diag_error(&d, at(s, 1, 1), "same");
	diag_warn(&d, at(s, 1, 1), "same");
	assert_diag(&d, "a.md:1:1: error: same\n    x\n    ^\n"
			"a.md:1:1: warning: same\n    x\n    ^\n"
			"1 error, 1 warning\n");
}

static void a_second_place_stands_below_its_item(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *a = source_of("a.md", "x\n"), *b = source_of("b.md", "y\n");

	(void)state;
	diag_error(&d, at(b, 1, 1), "two pages, one URL");
	diag_note(&d, at(a, 1, 1), "first here");
	diag_note(&d, at(a, 0, 0), "and there");
	diag_error(&d, at(a, 1, 1), "other");
	assert_diag(&d, "a.md:1:1: error: other\n    x\n    ^\n"
			"b.md:1:1: error: two pages, one URL\n    y\n    ^\n"
			"a.md:1:1: note: first here\n    x\n    ^\n"
			"a.md: note: and there\n"
			"2 errors\n");
}

static void a_text_that_has_gone_is_read_again(void **state)
{
	struct diag d = {.arena = &arena};
	char *name = unit_temp_name(&arena);
	const char text[] = "một\nhai ba\n";
	int fd = mkstemp(name);
	char *printed, *expected;

	(void)state;
	assert_int_equal(write(fd, text, sizeof(text) - 1), sizeof(text) - 1);
	close(fd);
	diag_warn(&d, at(source_of(name, ""), 2, 5), "x");
	printed = unit_diag_text(&d);
	expected = str_z(&arena, str_fmt(&arena,
					 "%s:2:5: warning: x\n    hai ba\n        ^\n"
					 "1 warning\n",
					 name));
	assert_string_equal(printed, expected);
	free(printed);
	unlink(name);
}

static void a_file_that_has_gone_has_no_line_to_show(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	diag_warn(&d, at(source_of("no/such/file.md", ""), 3, 7), "x");
	assert_diag(&d, "no/such/file.md:3:7: warning: x\n1 warning\n");
}

/* 60 times "ệ", a byte to find, then 60 times "ă". */
static struct str long_line(void)
{
	struct buf b = {.arena = &arena};

	for (int i = 0; i < 60; i++)
		buf_add_z(&b, "ệ");
	buf_add_z(&b, "!");
	for (int i = 0; i < 60; i++)
		buf_add_z(&b, "ă");
	buf_byte(&b, 0);
	return buf_str(&b);
}

static void a_long_line_is_cut_around_the_place_and_keeps_its_column(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("a.md", long_line().p);
	size_t n;
	struct diag_item *item;

	(void)state;
	diag_error(&d, at(s, 1, 60 * 3 + 1), "x");
	item = diag_sorted(&arena, &d, &n)[0];
	assert_int_equal(item->column, 61);
	assert_int_equal(item->line.p[item->caret], '!');
	assert_true(str_starts(item->line, STR("…ệ")));
	assert_true(str_ends(item->line, STR("ă…")));
	assert_true(item->line.n <= 160 + 2 * strlen("…"));
}

static void a_long_line_is_whole_characters_wherever_it_is_cut(void **state)
{
	const struct source *s = source_of("a.md", long_line().p);

	(void)state;
	for (uint32_t col = 1; col <= s->text.n + 1; col++) {
		struct diag d = {.arena = &arena};
		struct str line;

		diag_error(&d, at(s, 1, col), "x");
		line = d.first->line;
		assert_true(d.first->caret <= line.n);
		assert_true((line.p[0] & 0xC0) != 0x80);
		assert_true(str_ends(line, STR("ă")) || str_ends(line, STR("ệ")) ||
			    str_ends(line, STR("…")));
	}
}

static void what_authors_wrote_cannot_steer_the_terminal(void **state)
{
	struct diag d = {.arena = &arena};
	const struct source *s = source_of("a\x1B[2J.md", "x\x1B[31m\ty\xC2\x9Bz\xFF\r\n");

	(void)state;
	diag_error(&d, at(s, 1, 7), "unknown key \"%s\"", "\x1B]0;t\x07\n\x7F");
	assert_diag(&d, "a [2J.md:1:7: error: unknown key \" ]0;t   \"\n"
			"    x [31m y z\uFFFD\n"
			"          ^\n"
			"1 error\n");
}

static void merging_empties_the_one_and_keeps_the_order(void **state)
{
	struct diag a = {.arena = &arena}, b = {.arena = &arena}, none = {.arena = &arena};

	(void)state;
	diag_error(&a, (struct pos){0}, "a");
	diag_error(&b, (struct pos){0}, "b");
	diag_machine(&b, STR("disk"), "full");
	diag_merge(&a, &none);
	diag_merge(&a, &b);
	diag_merge(&none, &a);
	assert_int_equal(none.errors, 3);
	assert_true(none.failed_machine);
	assert_int_equal(a.errors + b.errors, 0);
	assert_false(a.failed_machine);
	assert_null(b.first);
	diag_error(&a, (struct pos){0}, "again");
	assert_diag(&none, "error: a\nerror: b\ndisk: error: full\n3 errors\n");
	assert_diag(&a, "error: again\n1 error\n");
}

static void colour_is_only_there_when_asked_for(void **state)
{
	struct diag d = {.arena = &arena};
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);

	(void)state;
	diag_error(&d, (struct pos){0}, "x");
	diag_print(&d, DIAG_ADVICE, out, true);
	fclose(out);
	assert_string_equal(text, "\033[1;31merror\033[0m: x\n1 error\n");
	free(text);
}

static void the_reader_is_spoken_to_in_the_chosen_language(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	language_set(LANGUAGE_VIETNAMESE);
	diag_machine(&d, STR("public/a.html"), _("cannot write: %s"), "x");
	diag_warn(&d, (struct pos){0}, "y");
	assert_diag(&d, "cảnh báo: y\n"
			"public/a.html: lỗi: không ghi được: x\n"
			"1 lỗi, 1 cảnh báo\n");
	language_set(LANGUAGE_ENGLISH);
}

/* With a search from the top for each, this would take minutes. */
static void many_mistakes_in_one_file_are_found_fast(void **state)
{
	enum {
		N = 200 * 1000
	};
	struct diag d = {.arena = &arena};
	struct buf text = {.arena = &arena};
	const struct source *s;

	(void)state;
	for (int i = 0; i < N; i++)
		buf_add_z(&text, "x: 1\n");
	buf_byte(&text, 0);
	s = source_of("a.yaml", text.p);
	for (uint32_t i = 1; i <= N; i++)
		diag_error(&d, at(s, i, 1), "unknown");
	assert_int_equal(d.errors, N);
	assert_str(d.last->line, "x: 1");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_wrong_prints_nothing),
		cmocka_unit_test(an_error_is_always_false_and_counted),
		cmocka_unit_test(a_place_has_line_column_and_a_caret),
		cmocka_unit_test(columns_count_characters_and_the_caret_their_width),
		cmocka_unit_test(a_place_may_be_a_line_a_file_or_nowhere),
		cmocka_unit_test(a_place_at_the_end_of_a_file_has_no_line_to_show),
		cmocka_unit_test(items_stand_by_file_line_column_and_level),
		cmocka_unit_test(the_same_said_twice_is_printed_once),
		cmocka_unit_test(a_second_place_stands_below_its_item),
		cmocka_unit_test(a_text_that_has_gone_is_read_again),
		cmocka_unit_test(a_file_that_has_gone_has_no_line_to_show),
		cmocka_unit_test(a_long_line_is_cut_around_the_place_and_keeps_its_column),
		cmocka_unit_test(a_long_line_is_whole_characters_wherever_it_is_cut),
		cmocka_unit_test(what_authors_wrote_cannot_steer_the_terminal),
		cmocka_unit_test(merging_empties_the_one_and_keeps_the_order),
		cmocka_unit_test(colour_is_only_there_when_asked_for),
		cmocka_unit_test(the_reader_is_spoken_to_in_the_chosen_language),
		cmocka_unit_test(many_mistakes_in_one_file_are_found_fast),
	};
	int status;

	language_set(LANGUAGE_ENGLISH);
	status = UNIT_RUN(tests);
	arena_free(&arena);
	return status;
}
