#include "unit.h"

#include "net/xml.h"

static struct arena arena;

/* Every tag as "text<name" or "text</name". */
static struct str read_all(const char *xml)
{
	struct str rest = str_of(xml);
	struct xml_piece p;
	struct buf out = {.arena = &arena};

	while (xml_next(&arena, &rest, &p))
		buf_fmt(&out, STR_FMT "<%s" STR_FMT, STR_ARG(p.text), p.ends ? "/" : "",
			STR_ARG(p.name));
	return buf_str(&out);
}

static void names_come_without_their_prefixes(void **state)
{
	(void)state;
	assert_str(read_all("<D:a xmlns:D=\"DAV:\"><lp1:b>1</lp1:b><c/><d x='1'/></D:a>"),
		   "<a<b1</b</c</d</a");
}

static void texts_come_without_their_escapes(void **state)
{
	(void)state;
	assert_str(read_all("<a>x&amp;y&lt;&gt;&quot;&apos;&#43;&#x27;&#272;</a>"),
		   "<ax&y<>\"'+'Đ</a");
}

static void what_is_no_escape_stays(void **state)
{
	static const char *const texts[] = {
		"&",    "&;",       "&khac;",     "&#;",     "&#x;",
		"&#0;", "&#xD800;", "&#x110000;", "a&b c;d", "&#12345678901;"};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct str xml = str_fmt(&arena, "<a>%s.</a>", texts[i]);
		struct str told = str_fmt(&arena, "<a%s.</a", texts[i]);

		assert_str(read_all(str_z(&arena, xml)), str_z(&arena, told));
	}
}

static void half_a_tag_is_none(void **state)
{
	(void)state;
	assert_str(read_all("<a>1</a"), "<a");
	assert_str(read_all("<"), "");
	assert_str(read_all("no tag"), "");
	assert_str(read_all(""), "");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_come_without_their_prefixes),
		cmocka_unit_test(texts_come_without_their_escapes),
		cmocka_unit_test(what_is_no_escape_stays),
		cmocka_unit_test(half_a_tag_is_none),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
