#include "unit.h"

#include "text/html.h"

static struct arena arena;

static struct str escaped(enum escape how, const char *text)
{
	struct buf out = {.arena = &arena};

	escape_put(&out, how, str_of(text));
	return buf_str(&out);
}

static struct str put(const char *url)
{
	struct buf out = {.arena = &arena};

	url_put(&out, str_of(url));
	return buf_str(&out);
}

static void the_five_characters_of_html_become_entities(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	html_escape(&out, STR("<a href=\"x\" title='y'>Khám & chữa</a>"));
	assert_str(buf_str(&out), "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;"
				  "Khám &amp; chữa&lt;/a&gt;");
}

static void text_without_such_characters_stays(void **state)
{
	(void)state;
	assert_str(escaped(ESCAPE_HTML, ""), "");
	assert_str(escaped(ESCAPE_HTML, "Đăng ký khám bệnh"), "Đăng ký khám bệnh");
}

static void json_text_cannot_end_its_string_or_its_script(void **state)
{
	(void)state;
	assert_str(escaped(ESCAPE_JSON, "a\"b\\c\n\t\r\b\f\x01</script><!-- 'é'"),
		   "a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u003c/script>\\u003c!-- 'é'");
}

static void plain_text_is_not_escaped(void **state)
{
	(void)state;
	assert_str(escaped(ESCAPE_NONE, "<&>\"'\\"), "<&>\"'\\");
}

static void the_extension_of_a_file_says_how_to_escape(void **state)
{
	(void)state;
	assert_int_equal(escape_for(STR("layouts/tin-bai.html")), ESCAPE_HTML);
	assert_int_equal(escape_for(STR("rss.xml")), ESCAPE_HTML);
	assert_int_equal(escape_for(STR("a.svg")), ESCAPE_HTML);
	assert_int_equal(escape_for(STR("feed.json")), ESCAPE_JSON);
	assert_int_equal(escape_for(STR("robots.txt")), ESCAPE_NONE);
	assert_int_equal(escape_for(STR(".htaccess")), ESCAPE_NONE);
	assert_int_equal(escape_for(STR("html")), ESCAPE_NONE);
}

static void links_to_pages_the_web_mail_and_telephones_are_safe(void **state)
{
	static const char *const urls[] = {
		"",
		"a.md",
		"../b/c.md#d",
		"#e",
		"/f?g=h:i",
		"?x:y",
		"./a:b",
		"//example.com",
		"http://example.com",
		"HTTPS://example.com",
		"mailto:a@example.com",
		"tel:+842743822222",
		"khám:bệnh",
		"1:2",
		"Điều 5: a",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++) {
		if (!url_is_safe(str_of(urls[i])))
			fail_msg("not safe: %s", urls[i]);
	}
}

static void schemes_that_run_something_are_not_safe_in_any_disguise(void **state)
{
	static const char *const urls[] = {
		"javascript:alert(1)",
		"JaVaScRiPt:alert(1)",
		" \x01javascript:alert(1)",
		"java\tscript:alert(1)",
		"java\nscript\r:alert(1)",
		"javascript\x7f:alert(1)",
		"&#106;avascript:alert(1)",
		"&#x6A;avascript:alert(1)",
		"&#0000106avascript:alert(1)",
		"javascript&colon;alert(1)",
		"java&Tab;script&NewLine;&#58;alert(1)",
		"data:text/html,x",
		"vbscript:x",
		"file:///etc/passwd",
		"c:\\hop.docx",
		"httpsx:a",
		"averylongschemenamethatnobodyknows:x",
		"view-source:http://example.com",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(urls); i++) {
		if (url_is_safe(str_of(urls[i])))
			fail_msg("safe: %s", urls[i]);
	}
}

static void a_nul_in_a_scheme_hides_nothing(void **state)
{
	(void)state;
	assert_false(url_is_safe(STR("java\0script:alert(1)")));
}

static void a_scheme_or_a_host_makes_a_link_external(void **state)
{
	static const char *const external[] = {
		"https://example.com", "mailto:a@b.vn",   "//example.com/", "\\\\example.com",
		"/\\example.com",      "/\t/example.com", " //example.com"};
	static const char *const internal[] = {"", "/", "a//b", "/a//b", "a.md", "#x", "?a:b"};

	(void)state;
	for (size_t i = 0; i < COUNT(external); i++) {
		if (!url_is_external(str_of(external[i])))
			fail_msg("not external: %s", external[i]);
	}
	for (size_t i = 0; i < COUNT(internal); i++) {
		if (url_is_external(str_of(internal[i])))
			fail_msg("external: %s", internal[i]);
	}
}

static void bytes_that_may_not_stand_in_a_url_are_escaped(void **state)
{
	(void)state;
	assert_str(put("/tệp đính kèm.pdf"), "/t%E1%BB%87p%20%C4%91%C3%ADnh%20k%C3%A8m.pdf");
	assert_str(put("a\"b<c>d\\e^f`g{h|i}j"), "a%22b%3Cc%3Ed%5Ce%5Ef%60g%7Bh%7Ci%7Dj");
	assert_str(put("a-z_A.Z~0:/?#@!$&'()*+,;="), "a-z_A.Z~0:/?#@!$&'()*+,;=");
}

static void an_escape_stays_and_a_lone_percent_sign_is_escaped(void **state)
{
	(void)state;
	assert_str(put("a%20b%2fc"), "a%20b%2fc");
	assert_str(put("100%"), "100%25");
	assert_str(put("5%g1"), "5%25g1");
}

static void brackets_stand_around_a_host_only(void **state)
{
	(void)state;
	assert_str(put("http://[::1]:80/a[1]"), "http://[::1]:80/a%5B1%5D");
	assert_str(put("a[1].md"), "a%5B1%5D.md");
}

static void escapes_are_decoded(void **state)
{
	struct str out;

	(void)state;
	assert_true(url_decode(&arena, STR("t%E1%BB%87p%20a+b"), &out));
	assert_str(out, "tệp a+b");
	assert_true(url_decode(&arena, STR(""), &out));
	assert_str(out, "");
}

static void a_malformed_escape_or_a_nul_is_refused(void **state)
{
	struct str out;

	(void)state;
	assert_false(url_decode(&arena, STR("a%2"), &out));
	assert_false(url_decode(&arena, STR("a%"), &out));
	assert_false(url_decode(&arena, STR("a%zz"), &out));
	assert_false(url_decode(&arena, STR("a%00b"), &out));
	assert_false(url_decode(&arena, STR("a\0b"), &out));
}

static void html_is_heard_without_tags_and_notes(void **state)
{
	(void)state;
	assert_str(html_plain(&arena, STR("")), "");
	assert_str(html_plain(&arena, STR("<p>Mang <strong>02\n bản</strong>.</p>\n")),
		   "Mang 02 bản.");
	assert_str(html_plain(&arena, STR("5 &lt; 6 &amp;&amp; &quot;7&quot; &#39;")),
		   "5 < 6 && \"7\" '");
	assert_str(html_plain(&arena, STR("&nbsp; &")), "&nbsp; &");
	assert_str(html_plain(&arena, STR("Điều 8<sup class=\"note\"><a>1</a></sup>.")),
		   "Điều 8.");
	assert_str(html_plain(&arena, STR("m<sup>2")), "m2");
	assert_str(html_plain(&arena, STR("a<svg><title>x</title><text>y</text></svg> b")),
		   "a b");
	assert_str(html_plain(&arena, STR("a <svg>y")), "a y");
	assert_str(html_plain(&arena, STR("a <b")), "a");
}

static void words_of_drawings_do_not_count(void **state)
{
	(void)state;
	assert_int_equal(html_count_words(STR("")), 0);
	assert_int_equal(html_count_words(STR("<p>a b</p>")), 2);
	assert_int_equal(html_count_words(STR("a<b>b</b> <svg><text>x y</text></svg> c")), 2);
	assert_int_equal(html_count_words(STR("<svg><text>x y</text></svg>")), 0);
	assert_int_equal(html_count_words(STR("a <svg>x y")), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_drawings_do_not_count),
		cmocka_unit_test(the_five_characters_of_html_become_entities),
		cmocka_unit_test(text_without_such_characters_stays),
		cmocka_unit_test(json_text_cannot_end_its_string_or_its_script),
		cmocka_unit_test(plain_text_is_not_escaped),
		cmocka_unit_test(the_extension_of_a_file_says_how_to_escape),
		cmocka_unit_test(links_to_pages_the_web_mail_and_telephones_are_safe),
		cmocka_unit_test(schemes_that_run_something_are_not_safe_in_any_disguise),
		cmocka_unit_test(a_nul_in_a_scheme_hides_nothing),
		cmocka_unit_test(a_scheme_or_a_host_makes_a_link_external),
		cmocka_unit_test(bytes_that_may_not_stand_in_a_url_are_escaped),
		cmocka_unit_test(an_escape_stays_and_a_lone_percent_sign_is_escaped),
		cmocka_unit_test(brackets_stand_around_a_host_only),
		cmocka_unit_test(escapes_are_decoded),
		cmocka_unit_test(a_malformed_escape_or_a_nul_is_refused),
		cmocka_unit_test(html_is_heard_without_tags_and_notes),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
