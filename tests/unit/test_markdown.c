#include "unit.h"

#include <time.h>

#include "base/jobs.h"
#include "text/markdown.h"
#include "text/markdown_guard.h"

static struct arena arena;
static const struct source source = {.path = {"bai.md", 6}};
static const struct pos top = {&source, 1, 1};

static int setup(void **state)
{
	(void)state;
	markdown_start();
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_reset(&arena);
	return 0;
}

/* A text of a beginning, n times a middle, and an end. */
static struct str repeated(const char *begin, const char *middle, size_t n, const char *end)
{
	struct buf out = {.arena = &arena};

	buf_add_z(&out, begin);
	for (size_t i = 0; i < n; i++)
		buf_add_z(&out, middle);
	buf_add_z(&out, end);
	return buf_str(&out);
}

static const struct document *read_with(const struct markdown_hooks *hooks, struct str text,
					struct diag *d)
{
	d->arena = &arena;
	return markdown_read(&arena, top, text, hooks, d);
}

static const struct document *read_page(struct str text, struct diag *d)
{
	static const struct markdown_hooks no_hooks;

	return read_with(&no_hooks, text, d);
}

static void assert_html(const struct markdown_hooks *hooks, const char *text, const char *html)
{
	struct diag d = {0};
	const struct document *document = read_with(hooks, str_of(text), &d);

	assert_non_null(document);
	assert_str(document->html, html);
}

/* The text is refused, and that is all that is said. */
static void assert_refused(struct str text, const char *report)
{
	struct diag d = {0};

	assert_null(read_page(text, &d));
	assert_diag(&d, report);
}

static void assert_accepted(struct str text)
{
	struct diag d = {0};

	assert_non_null(read_page(text, &d));
	assert_int_equal(d.errors, 0);
}

static void an_empty_text_is_an_empty_document(void **state)
{
	struct diag d = {0};
	const struct document *document = read_page((struct str){0}, &d);

	(void)state;
	assert_non_null(document);
	assert_str(document->html, "");
	assert_int_equal(document->n_headings, 0);
	assert_int_equal(document->n_words, 0);
}

static void without_hooks_the_html_has_no_ids_and_classes(void **state)
{
	(void)state;
	assert_html(
		NULL, "# a\n\n#### b\n\n| c |\n|:-:|\n| ![](d) |\n",
		"<h1>a</h1>\n<h4>b</h4>\n<table>\n<thead>\n<tr>\n<th align=\"center\">c</th>\n"
		"</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"center\"><img src=\"d\" alt=\"\" "
		"/></td>\n</tr>\n</tbody>\n</table>\n");
}

static void members_of_the_hooks_may_be_null(void **state)
{
	static const struct markdown_hooks none;

	(void)state;
	assert_html(&none, "[a](b.md)\n\n```khung\nc\n```\n",
		    "<p><a href=\"b.md\">a</a></p>\n"
		    "<pre><code class=\"language-khung\">c\n</code></pre>\n");
}

static void an_unsafe_link_is_an_error_without_hooks_too(void **state)
{
	struct diag d = {0};

	(void)state;
	assert_null(read_with(NULL, STR("x [a](javascript:b)"), &d));
	assert_diag(&d, "bai.md:1:3: error: \"javascript:b\" may not be linked to; use "
			"https://, http://, mailto:, tel: or a path\n1 error\n");
}

static void words_are_counted_outside_of_tags(void **state)
{
	struct diag d = {0};
	const struct document *document =
		read_page(STR("## Một hai\n\nba **bốn**năm [sáu](bay \"tám\")\nchín `mười`\n\n"
			      "| mười một | mười |\n|---|---|\n| hai | ba |\n"),
			  &d);

	(void)state;
	assert_int_equal(document->n_words, 12);
}

static void headings_have_level_id_title_and_place(void **state)
{
	struct diag d = {0};
	const struct document *document = read_page(STR("chữ\n\n  ## Lệ *phí* `a`\n"), &d);

	(void)state;
	assert_int_equal(document->n_headings, 1);
	assert_int_equal(document->headings[0].level, 2);
	assert_str(document->headings[0].id, "le-phi-a");
	assert_str(document->headings[0].title, "Lệ phí a");
	assert_int_equal(document->headings[0].pos.line, 3);
	assert_int_equal(document->headings[0].pos.col, 3);
}

static void places_are_those_of_the_file(void **state)
{
	struct diag d = {.arena = &arena};
	const struct pos at = {&source, 17, 1};

	(void)state;
	assert_non_null(markdown_read(&arena, at, STR("a\n\nb <i>\n"), NULL, &d));
	assert_diag(&d, "bai.md:19:3: warning: HTML is not shown, write it in Markdown: <i>\n"
			"1 warning\n");
}

static void messages_are_in_the_readers_language(void **state)
{
	struct diag d = {0};

	(void)state;
	language_set(LANGUAGE_VIETNAMESE);
	read_page(STR("a <br>\n[b](data:c)\n"), &d);
	assert_diag(&d,
		    "bai.md:1:3: cảnh báo: mã HTML không được hiển thị, hãy viết bằng "
		    "Markdown: <br>\n"
		    "bai.md:2:1: lỗi: không được liên kết đến \"data:c\"; hãy dùng https://, "
		    "http://, mailto:, tel: hoặc một đường dẫn\n1 lỗi, 1 cảnh báo\n");
	language_set(LANGUAGE_ENGLISH);
}

static void the_result_outlives_the_text(void **state)
{
	struct diag d = {0};
	char text[] = "## Đầu\n\nchữ [a](b)\n";
	const struct document *document = read_page(str_of(text), &d);

	(void)state;
	memset(text, 'x', sizeof(text));
	assert_str(document->html, "<h2 id=\"dau\">Đầu</h2>\n<p>chữ <a href=\"b\">a</a></p>\n");
	assert_str(document->headings[0].title, "Đầu");
}

static void a_fragment_is_appended_and_its_first_column_counts(void **state)
{
	struct diag d = {.arena = &arena};
	struct buf out = {.arena = &arena};
	const struct pos at = {&source, 5, 9};

	(void)state;
	buf_add_z(&out, "<aside>");
	assert_true(markdown_fragment(&arena, at, STR("a <b> c"), NULL, &out, &d));
	assert_str(buf_str(&out), "<aside>\n<p>a  c</p>\n");
	assert_diag(&d, "bai.md:5:11: warning: HTML is not shown, write it in Markdown: <b>\n"
			"1 warning\n");
}

static void the_limit_of_columns_is_64(void **state)
{
	(void)state;
	assert_accepted(str_fmt(&arena, "x\n\n" STR_FMT STR_FMT,
				STR_ARG(repeated("|", "a|", MARKDOWN_COLUMNS_MAX, "\n")),
				STR_ARG(repeated("|", "-|", MARKDOWN_COLUMNS_MAX, "\n"))));
	assert_refused(str_fmt(&arena, "x\n\n" STR_FMT STR_FMT,
			       STR_ARG(repeated("|", "a|", MARKDOWN_COLUMNS_MAX + 1, "\n")),
			       STR_ARG(repeated("|", "-|", MARKDOWN_COLUMNS_MAX + 1, "\n"))),
		       "bai.md:4: error: a table of 65 columns, at most 64\n1 error\n");
	assert_refused(repeated("> a\n> ", "-|", MARKDOWN_COLUMNS_MAX, "-\n"),
		       "bai.md:2: error: a table of 65 columns, at most 64\n1 error\n");
}

/* Each row has two of 20 cells. */
static void the_limit_of_cells_is_200000(void **state)
{
	const size_t rows = MARKDOWN_CELLS_MAX / 20;
	struct str head = repeated("|", "a|", 20, "\n");
	struct str line = repeated("|", "-|", 20, "\n");

	(void)state;
	assert_accepted(str_fmt(&arena, STR_FMT STR_FMT STR_FMT, STR_ARG(head), STR_ARG(line),
				STR_ARG(repeated("", "a|b\n", rows - 1, ""))));
	assert_refused(
		str_fmt(&arena, STR_FMT STR_FMT STR_FMT, STR_ARG(head), STR_ARG(line),
			STR_ARG(repeated("", "a|b\n", rows, ""))),
		"bai.md:10002: error: the tables of this page have more than 200000 cells; "
		"make several pages of it\n1 error\n");
}

static void rows_of_several_tables_count_together(void **state)
{
	(void)state;
	assert_refused(repeated("", "a|b\n-|-\na\n\n", MARKDOWN_CELLS_MAX / 4 + 1, ""),
		       "bai.md:200002: error: the tables of this page have more than 200000 "
		       "cells; make several pages of it\n1 error\n");
	assert_accepted(repeated("a|b\n-|-\n\n", "chữ\n", 2000, ""));
}

static void quotes_and_lists_are_nested_at_most_100_deep(void **state)
{
	(void)state;
	assert_accepted(repeated("", ">", MARKDOWN_DEPTH_MAX, "a"));
	assert_refused(
		repeated("", ">", MARKDOWN_DEPTH_MAX + 1, "a"),
		"bai.md:1:101: error: quotes and lists are nested too deep, at most 100\n"
		"1 error\n");
	assert_refused(
		repeated("\n", "1. ", MARKDOWN_DEPTH_MAX + 1, "a"),
		"bai.md:2:301: error: quotes and lists are nested too deep, at most 100\n"
		"1 error\n");
}

static struct str nested_by_indentation(int depth)
{
	struct buf out = {.arena = &arena};

	for (int i = 0; i < depth; i++)
		buf_fmt(&out, "%*s- a\n", 2 * i, "");
	return buf_str(&out);
}

static void indentation_nests_too(void **state)
{
	(void)state;
	assert_accepted(nested_by_indentation(MARKDOWN_DEPTH_MAX));
	assert_refused(
		nested_by_indentation(MARKDOWN_DEPTH_MAX + 1),
		"bai.md:101:201: error: quotes and lists are nested too deep, at most 100\n"
		"1 error\n");
}

/* By so much that the library should not see it. */
static void indentation_is_bounded_before_parsing(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	assert_true(
		markdown_guard(top, repeated("", "    ", MARKDOWN_DEPTH_MAX - 1, "- a"), &d));
	assert_false(markdown_guard(top, repeated("", "    ", MARKDOWN_DEPTH_MAX, "- a"), &d));
	assert_diag(&d,
		    "bai.md:1:401: error: quotes and lists are nested too deep, at most 100\n"
		    "1 error\n");
	assert_true(markdown_guard(top, repeated("", "    ", MARKDOWN_DEPTH_MAX, "a"), &d));
}

static void lines_across_the_page_are_not_nested(void **state)
{
	(void)state;
	assert_accepted(repeated("", "- ", MARKDOWN_DEPTH_MAX + 50, "\n"));
	assert_accepted(repeated("> ", "*  ", MARKDOWN_DEPTH_MAX + 50, "\n"));
}

static void a_paragraph_has_a_limit_of_work(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	assert_refused(repeated("a\n\nb", "<!A ", 40000, "\n"),
		       "bai.md:3: error: this paragraph is too tangled to convert; part it by "
		       "empty lines\n1 error\n");
	assert_false(markdown_guard(top, repeated("a\n", "-|-\n-|-|-\n", 5000, ""), &d));
	assert_true(markdown_guard(top, repeated("", "<!A \n\n", 40000, ""), &d));
	assert_true(markdown_guard(top, repeated("", "![a](b) [c](d)\n", 10000, ""), &d));
}

/* Lines of dashes are looked at as the second line of a table, but not so often. */
static void a_long_table_with_dashes_in_it_is_not_tangled(void **state)
{
	struct str rows = repeated("", "| a | b |\n", 50, "| - | - |\n");

	(void)state;
	assert_accepted(repeated("| a | b |\n|---|---|\n", str_z(&arena, rows), 100, ""));
}

/* Each of them hides from a cruder look that the paragraph goes on. */
static void nothing_but_an_empty_line_parts_a_paragraph(void **state)
{
	static const char *const hidden[] = {
		"<!A \n    >\n",   "<!A \n>     >\n", "<!A \n\v\n",
		"<!A \n    -|-\n", "<!A \n\t>\n",
	};
	struct diag d = {.arena = &arena};

	(void)state;
	for (size_t i = 0; i < COUNT(hidden); i++) {
		if (markdown_guard(top, repeated("a", hidden[i], 40000, ""), &d))
			fail_msg("went through: %s", hidden[i]);
	}
	assert_true(markdown_guard(top, repeated("", "<!A \n > >\n", 40000, ""), &d));
}

/* Newer versions of the library stop making links of it. */
static void a_reference_to_something_large_does_not_fill_the_memory(void **state)
{
	struct str text = str_fmt(&arena, STR_FMT STR_FMT,
				  STR_ARG(repeated("[a]: /", "x", 50000, "\n\n")),
				  STR_ARG(repeated("", "[a] ", 50000, "")));
	struct diag d = {0};
	const struct document *document = read_page(text, &d);
	char *said = unit_diag_text(&d);
	bool refused = strstr(said, "bai.md:1:1: error: this text needs more than") != NULL;

	(void)state;
	free(said);
	assert_true(document ? document->html.n < 1000 * 1000 : refused);
	/* nothing of it is left behind */
	assert_accepted(STR("~~a~~ [b]\n\n[b]: c\n"));
}

struct pathology {
	const char *begin, *middle;
	size_t n;
	const char *end;
};

/* What cmark and cmark-gfm test themselves with, what their security reports named,
 * and what was found here. */
static const struct pathology pathologies[] = {
	{"", "*a **a ", 65000, "b"},
	{"", "a_ ", 65000, ""},
	{"", "_a ", 65000, ""},
	{"", "a]", 65000, ""},
	{"", "[a", 65000, ""},
	{"", "*a_ ", 50000, ""},
	{"a**b", "c* ", 50000, ""},
	{"", "[ a_", 50000, ""},
	{"", "[ (](", 80000, ""},
	{"", "![[]()", 160000, ""},
	{"", "[", 50000, ""},
	{"", "]", 50000, ""},
	{"", "> ", 50000, "a"},
	{"", "- ", 50000, "a"},
	{"", "1. ", 50000, "a"},
	{"", "[a](<b", 30000, ""},
	{"", "[a](b", 30000, ""},
	{"", "[a](b \"", 30000, ""},
	{"</", "<!--", 100000, ""},
	{"a", "<?", 100000, ""},
	{"a", "<!A ", 100000, ""},
	{"a", "<![CDATA[", 50000, ""},
	{"", "<a `", 50000, ""},
	{"", "aaa\rbbb\n-\v\n", 30000, ""},
	{"a\n", "-|-\n-|-|-\n", 20000, ""},
	{"a\n", "x|x|x|x|x|x|x|x|x|x\n-|-\n", 5000, ""},
	{"", "|", 50000, "\n-|-"},
	{"a|b\n-|-\n", "a\n", 50000, ""},
	{"", "a|", 5000, "\n"},
	{"[x]: y\n\n", "[x] ", 50000, ""},
	{"", "[x]: y\n", 50000, "[x]"},
	{"", "[^1] ", 50000, "\n\n[^1]: x"},
	{"", "[^1]\n\n[^1]: [^2]\n\n[^2]: [^1]\n", 2000, ""},
	{"", "[^a]: x\n", 30000, "[^a]"},
	{"", "[^", 50000, ""},
	{"", "[^a] ", 50000, ""},
	{"", "![", 50000, "](a)"},
	{"", "!", 50000, "[a](b)"},
	{"", "~a ", 50000, ""},
	{"", "~~a~ ", 30000, ""},
	{"", "a@", 50000, ""},
	{"", "a@b.c ", 30000, ""},
	{"", "www._", 30000, ""},
	{"", "http://", 30000, ""},
	{"http://a", ")", 50000, ""},
	{"http://a", "&a;", 30000, ""},
	{"", "http://a.b/_c_ ", 20000, ""},
	{"", "<http://a> ", 20000, ""},
	{"", "<b>", 30000, ""},
	{"", "&", 100000, ""},
	{"", "\\", 100000, ""},
	{"", "`a``", 50000, ""},
	{"", "## a\n", 30000, ""},
	{"", "## a\n## a 2\n", 20000, ""},
	{"", "a\n", 50000, "==="},
	{"", "```a\n", 30000, ""},
	{"", "- a\n\n", 30000, ""},
	{"", "* - + 1. a\n", 20000, ""},
	{"", "[^1]_", 50000, ""},
	{"", "_a [b](c) ", 50000, ""},
	{"", "[a](b) *", 50000, ""},
	{"", "[^a]: ", 50000, "a"},
	{"", "[^", 50000, "]: a"},
	{"a\n", "> -|-\n-|-\n> -|-|-\n-|-|-\n", 10000, ""},
	{"- - - - - - - - - - - - - - - - a\n", "\n", 50000, ""},
};

/* Instrumented programs are slower, and so is valgrind, which shows itself here. */
static size_t slowness(void)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
	return 10;
#else
	const char *preloaded = getenv("LD_PRELOAD");

	return preloaded && strstr(preloaded, "vgpreload") ? 30 : 1;
#endif
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void no_text_of_this_size_takes_a_second(void **state)
{
	size_t slow = slowness();

	(void)state;
	for (size_t i = 0; i < COUNT(pathologies); i++) {
		const struct pathology *p = &pathologies[i];
		struct str text = repeated(p->begin, p->middle, p->n / slow, p->end);
		struct diag d = {0};
		double start = seconds();

		read_page(text, &d);
		if (seconds() - start > (slow > 1 ? 20 : 1))
			fail_msg("\"%s\", %zu times: %.1f s", p->middle, p->n / slow,
				 seconds() - start);
		arena_reset(&arena);
	}
}

static void brackets_around_an_image_are_no_images_of_their_own(void **state)
{
	struct diag d = {0};
	size_t n = 10000 / slowness();
	struct str text = str_fmt(&arena, STR_FMT STR_FMT, STR_ARG(repeated("", "![", n, "a")),
				  STR_ARG(repeated("", "](b)", n, "")));
	const struct document *document = read_page(text, &d);

	(void)state;
	assert_non_null(document);
	assert_str(document->html, "<p><img src=\"b\" alt=\"a\" /></p>\n");
}

/* Texts that use all that the library shares between threads, and what they become. */
static const char *const shared_texts[] = {
	"~~a~~ *b* [^1]\n\n[^1]: ~~c~~\n",
	"*a* `b` **c** [d](e)\n\n| f | g |\n|---|---|\n| h | ~i~ |\n",
	"- [x] a\n- [ ] b https://example.com\n",
	"*a~b*c~ ~~~ **~~x~~**\n",
	"## A\n## A\n> ~~~\n> code\n> ~~~\n",
	"không có gì đặc biệt *ở đây*\n",
};

struct threads {
	const struct document *expected[COUNT(shared_texts)];
	const struct markdown_hooks *hooks;
	bool *same;
};

static void convert_again(void *context, size_t i, struct worker *w)
{
	struct threads *t = context;
	struct str text = str_of(shared_texts[i % COUNT(shared_texts)]);
	const struct document *is = markdown_read(&w->scratch, top, text, t->hooks, &w->diag);

	t->same[i] = is && str_eq(is->html, t->expected[i % COUNT(shared_texts)]->html);
}

static void four_workers_make_the_same_of_the_same_text(void **state)
{
	static const struct markdown_hooks hooks;
	const size_t n = 12000 / slowness();
	struct threads t = {.hooks = &hooks};
	struct crew crew;
	struct diag d = {.arena = &arena};
	size_t wrong = 0;

	(void)state;
	t.same = arena_array(&arena, bool, n);
	for (size_t i = 0; i < COUNT(shared_texts); i++) {
		t.expected[i] = markdown_read(&arena, top, str_of(shared_texts[i]), &hooks, &d);
		assert_non_null(t.expected[i]);
	}
	crew_start(&crew, &arena, 4);
	jobs_run(&crew, n, convert_again, &t);
	crew_free(&crew);
	for (size_t i = 0; i < n; i++)
		wrong += !t.same[i];
	assert_int_equal(wrong, 0);
}

/* Any bytes come out as a document or a report. The same ones each time. */
static void random_text_does_no_harm(void **state)
{
	static const char *const pieces[] = {
		"*",       "_",    "`",    "[",     "]",  "(",       ")",       "![",
		"<",       ">",    "\n",   "\n\n",  "- ", "1. ",     "# ",      "|",
		"|-|-|\n", "~~",   "~",    "[^1]",  ":",  "```",     "a",       "Đ",
		" ",       "    ", "\t",   "&amp;", "\\", "www.a.b", "http://", "@",
		"---\n",   "<b>",  "<!--", "-->",   "\"", "'",       "[x] ",    "=",
	};
	uint32_t random = 1;
	static const struct markdown_hooks hooks;

	(void)state;
	for (size_t round = 0; round < 20000 / slowness(); round++) {
		struct buf text = {.arena = &arena};
		struct diag d = {.arena = &arena};

		for (size_t i = 0; i < 40; i++) {
			random = random * 1664525 + 1013904223;
			buf_add_z(&text, pieces[(random >> 16) % COUNT(pieces)]);
		}
		if (!markdown_read(&arena, top, buf_str(&text), &hooks, &d) && !d.errors)
			fail_msg("refused in silence: " STR_FMT, STR_ARG(buf_str(&text)));
		arena_reset(&arena);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(an_empty_text_is_an_empty_document),
		TEST(without_hooks_the_html_has_no_ids_and_classes),
		TEST(members_of_the_hooks_may_be_null),
		TEST(an_unsafe_link_is_an_error_without_hooks_too),
		TEST(words_are_counted_outside_of_tags),
		TEST(headings_have_level_id_title_and_place),
		TEST(places_are_those_of_the_file),
		TEST(messages_are_in_the_readers_language),
		TEST(the_result_outlives_the_text),
		TEST(a_fragment_is_appended_and_its_first_column_counts),
		TEST(the_limit_of_columns_is_64),
		TEST(the_limit_of_cells_is_200000),
		TEST(rows_of_several_tables_count_together),
		TEST(quotes_and_lists_are_nested_at_most_100_deep),
		TEST(indentation_nests_too),
		TEST(indentation_is_bounded_before_parsing),
		TEST(lines_across_the_page_are_not_nested),
		TEST(a_paragraph_has_a_limit_of_work),
		TEST(a_long_table_with_dashes_in_it_is_not_tangled),
		TEST(nothing_but_an_empty_line_parts_a_paragraph),
		TEST(a_reference_to_something_large_does_not_fill_the_memory),
		TEST(no_text_of_this_size_takes_a_second),
		TEST(brackets_around_an_image_are_no_images_of_their_own),
		TEST(four_workers_make_the_same_of_the_same_text),
		TEST(random_text_does_no_harm),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
