#include "unit.h"

#include "text/css.h"

static struct arena arena;

/* All addresses, each with a '|' behind it. */
static struct str addresses(const char *css)
{
	struct buf out = {.arena = &arena};
	struct css_address found;

	for (size_t at = 0; css_next_address(str_of(css), &at, &found);) {
		assert_true(str_starts(str_from(str_of(css), found.at), found.url));
		buf_add(&out, found.url);
		buf_byte(&out, '|');
	}
	return buf_str(&out);
}

static void addresses_stand_with_quotes_and_without(void **state)
{
	(void)state;
	assert_str(addresses("a { background: url(a.png) } b { src: URL( \"b c.woff2\" ) }"
			     " c { mask: url('d.svg#e') }"),
		   "a.png|b c.woff2|d.svg#e|");
}

static void an_import_names_an_address_in_both_ways(void **state)
{
	(void)state;
	assert_str(addresses("@import \"a.css\"; @import url(b.css) print;"), "a.css|b.css|");
}

static void comments_and_other_strings_hold_no_addresses(void **state)
{
	(void)state;
	assert_str(addresses("/* url(a.png) */ b::after { content: \"url(c.png)\\\"\" }"
			     " d { background: url(e.png) }"),
		   "e.png|");
}

static void what_is_cut_off_is_read_to_its_end(void **state)
{
	(void)state;
	assert_str(addresses("a { background: url(a.png"), "a.png|");
	assert_str(addresses("a { background: url(\"b.png"), "b.png|");
	assert_str(addresses("/* never closed url(c.png)"), "");
	assert_str(addresses("url("), "|");
	assert_str(addresses("@import"), "");
	assert_str(addresses("\"\\"), "");
}

static void an_address_has_a_line(void **state)
{
	(void)state;
	assert_int_equal(css_line(STR("a\nb\nc"), 0), 1);
	assert_int_equal(css_line(STR("a\nb\nc"), 4), 3);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_stand_with_quotes_and_without),
		cmocka_unit_test(an_import_names_an_address_in_both_ways),
		cmocka_unit_test(comments_and_other_strings_hold_no_addresses),
		cmocka_unit_test(what_is_cut_off_is_read_to_its_end),
		cmocka_unit_test(an_address_has_a_line),
	};

	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
