#include "unit.h"

#include "text/markdown.h"

static struct arena arena;

/* A mention is "law", with "the " before it where that is there; what was told of it. */
struct hook {
	struct buf told;
	size_t asked;
};

static bool may_mention(void *context, struct str text)
{
	(void)context;
	return str_holds(text, STR("law"));
}

static size_t find_laws(void *context, struct arena *a, struct str text,
			struct markdown_mention **list)
{
	struct hook *hook = context;
	size_t n = 0, cap = 0, at = 0, from = 0;

	hook->asked++;
	for (*list = NULL; str_find(text, STR("law"), from, &at); from = at + 3) {
		bool the = str_ends(str_head(text, at), STR("the "));

		*list = arena_room(a, *list, n, &cap, sizeof(**list));
		(*list)[n++] = (struct markdown_mention){
			.from = the ? at - 4 : at,
			.to = at + 3,
			.core = at,
			.open = STR("<a>"),
			.close = STR("</a>"),
		};
	}
	return n;
}

static void tell(void *context, const struct markdown_mention *m, struct pos at, struct diag *d)
{
	struct hook *hook = context;

	(void)m;
	(void)d;
	buf_fmt(&hook->told, "%u:%u ", at.line, at.col);
}

/* The HTML, and behind '|' the places that were told. */
static struct str convert(const char *text)
{
	struct source source = {.path = STR("a.md")};
	struct diag d = {.arena = &arena};
	struct hook hook = {.told = {.arena = &arena}};
	const struct markdown_hooks hooks = {
		.context = &hook,
		.may_mention = may_mention,
		.mentions = find_laws,
		.mentioned = tell,
	};
	const struct document *doc =
		markdown_read(&arena, (struct pos){&source, 10, 1}, str_of(text), &hooks, &d);

	assert_non_null(doc);
	return str_fmt(&arena, STR_FMT "|" STR_FMT, STR_ARG(str_trim(doc->html)),
		       STR_ARG(buf_str(&hook.told)));
}

static void a_mention_becomes_a_link_and_is_told(void **state)
{
	(void)state;
	assert_str(convert("by the law & law"), "<p>by <a>the law</a> &amp; <a>law</a></p>|"
						"10:8 10:14 ");
}

static void a_mention_may_begin_in_the_text_before_it(void **state)
{
	(void)state;
	assert_str(convert("by the **law** now"),
		   "<p>by the <strong><a>law</a></strong> now</p>|10:10 ");
	assert_str(convert("by the\nlaw"), "<p>by the\n<a>law</a></p>|11:1 ");
}

static void a_mention_that_is_torn_apart_is_none(void **state)
{
	(void)state;
	assert_str(convert("a la**w** is no law"),
		   "<p>a la<strong>w</strong> is no <a>law</a></p>|10:17 ");
}

static void links_images_code_and_addresses_are_left_alone(void **state)
{
	(void)state;
	assert_str(convert("[the law](x) law"), "<p><a href=\"x\">the law</a> <a>law</a></p>|"
						"10:14 ");
	assert_str(convert("![law](x) law"),
		   "<p><img src=\"x\" alt=\"law\" /> <a>law</a></p>|10:11 ");
	assert_str(convert("`law` law"), "<p><code>law</code> <a>law</a></p>|10:7 ");
	assert_str(convert("https://law.vn/law law"),
		   "<p><a href=\"https://law.vn/law\">https://law.vn/law</a> <a>law</a></p>|"
		   "10:20 ");
	assert_str(convert("    law\n\nlaw"),
		   "<pre><code>law\n</code></pre>\n<p><a>law</a></p>|12:1 ");
}

static void in_a_heading_it_is_told_only(void **state)
{
	(void)state;
	assert_str(convert("## The law"), "<h2 id=\"the-law\">The law</h2>|10:8 ");
}

static void cells_of_a_table_are_apart(void **state)
{
	struct str got = convert("| the | law |\n|---|---|\n| law | x |");

	(void)state;
	assert_true(str_holds(got, STR("><a>law</a></th>")));
	assert_true(str_holds(got, STR("><a>law</a></td>")));
	assert_true(str_ends(got, STR("|10:9 12:3 ")));
}

static void lists_quotes_and_notes_are_looked_through(void **state)
{
	(void)state;
	assert_str(convert("- law\n- > law"),
		   "<ul>\n<li><a>law</a></li>\n<li>\n<blockquote>\n<p><a>law</a></p>\n"
		   "</blockquote>\n</li>\n</ul>|10:3 11:5 ");
	assert_true(str_ends(convert("x[^1]\n\n[^1]: law"), STR("|12:7 ")));
}

static void a_text_that_cannot_mention_anything_is_not_asked(void **state)
{
	struct diag d = {.arena = &arena};
	struct hook hook = {.told = {.arena = &arena}};
	const struct markdown_hooks hooks = {
		.context = &hook, .may_mention = may_mention, .mentions = find_laws};

	(void)state;
	assert_non_null(markdown_read(&arena, (struct pos){0}, STR("a\n\nb"), &hooks, &d));
	assert_int_equal(hook.asked, 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_mention_becomes_a_link_and_is_told),
		cmocka_unit_test(a_mention_may_begin_in_the_text_before_it),
		cmocka_unit_test(a_mention_that_is_torn_apart_is_none),
		cmocka_unit_test(links_images_code_and_addresses_are_left_alone),
		cmocka_unit_test(in_a_heading_it_is_told_only),
		cmocka_unit_test(cells_of_a_table_are_apart),
		cmocka_unit_test(lists_quotes_and_notes_are_looked_through),
		cmocka_unit_test(a_text_that_cannot_mention_anything_is_not_asked),
	};
	int status;

	markdown_start();
	status = UNIT_RUN(tests);
	markdown_stop();
	return status;
}
