#include "unit.h"

#include "net/xml.h"

static struct arena arena;

static void put_element(void *context, struct str path, struct str text)
{
	buf_fmt(context, STR_FMT "=" STR_FMT ";", STR_ARG(path), STR_ARG(text));
}

static struct str told(struct str xml, const char *space)
{
	struct buf out = {.arena = &arena};

	assert_str(xml_read(&arena, xml, space, put_element, &out), "");
	return buf_str(&out);
}

static struct str wrong(struct str xml)
{
	struct buf out = {.arena = &arena};

	return xml_read(&arena, xml, NULL, put_element, &out);
}

/* Releases of the library count columns in their own ways. */
static void assert_wrong(struct str xml, const char *why)
{
	struct str column;

	assert_str(str_cut_last(wrong(xml), ',', &column), why);
	assert_true(str_starts(column, STR(" column ")));
}

static void elements_are_told_as_they_end(void **state)
{
	(void)state;
	assert_str(told(STR("<a><b>1</b><c/> <d x='1'><e>2</e>3</d>\n</a>"), NULL),
		   "a/b=1;a/c=;a/d/e=2;a/d=3;a=\n;");
}

static void names_come_without_their_prefixes(void **state)
{
	static const char *const same[] = {
		"<D:a xmlns:D=\"DAV:\"><D:b>1</D:b></D:a>",
		"<a xmlns=\"DAV:\"><b>1</b></a>",
		"<x:a xmlns:x=\"DAV:\"><b xmlns='DAV:'>1</b></x:a>",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(same); i++) {
		assert_str(told(str_of(same[i]), "DAV:"), "a/b=1;a=;");
		assert_str(told(str_of(same[i]), NULL), "a/b=1;a=;");
	}
}

static void elements_of_other_namespaces_have_no_name(void **state)
{
	(void)state;
	assert_str(
		told(STR("<a xmlns=\"DAV:\"><b xmlns='x:'><c xmlns='DAV:'/></b></a>"), "DAV:"),
		"a//c=;a/=;a=;");
	assert_str(told(STR("<x><a xmlns=\"DAV:\"/></x>"), "DAV:"), "/a=;=;");
	assert_str(told(STR("<a/>"), "DAV:"), "=;");
}

static void texts_come_without_their_escapes(void **state)
{
	(void)state;
	assert_str(told(STR("<a>x&amp;y&lt;&gt;&quot;&apos;&#43;&#x27;&#272;</a>"), NULL),
		   "a=x&y<>\"'+'Đ;");
	assert_str(told(STR("<a>1<![CDATA[<b>&amp;]]>2<!-- 3 --><?x 4?></a>"), NULL),
		   "a=1<b>&amp;2;");
}

static void encodings_become_utf_8(void **state)
{
	(void)state;
	assert_str(told(STR("<?xml version='1.0' encoding='utf-8'?><a>Đ</a>"), NULL), "a=Đ;");
	assert_str(told(STR("\xEF\xBB\xBF<a>Đ</a>"), NULL), "a=Đ;");
	assert_str(told(STR("<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9</a>"), NULL),
		   "a=é;");
	assert_str(told(STR("\xFE\xFF\0<\0a\0>\x01\x10\0<\0/\0a\0>"), NULL), "a=Đ;");
	assert_wrong(STR("<?xml version='1.0' encoding='windows-1258'?><a/>"),
		     "XML: unknown encoding, line 1");
	assert_wrong(STR("<a>\xE9</a>"), "XML: not well-formed (invalid token), line 1");
}

static void what_ends_before_its_end_is_wrong(void **state)
{
	struct str xml =
		STR("<?xml version=\"1.0\"?>\n<a x='1'><b>x&amp;y</b><![CDATA[c]]>Đ</a>");

	(void)state;
	told(xml, NULL);
	for (size_t n = 0; n < xml.n; n++)
		assert_true(wrong(str_head(xml, n)).n > 0);
	assert_wrong(str_head(xml, xml.n - 4), "XML: no element found, line 2");
}

static void what_is_not_well_formed_is_wrong(void **state)
{
	static const char *const bad[] = {
		"no tag",      "<a></b>",          "<a/><a/>",
		"<a/>x",       "<a>&</a>",         "<a>&khac;</a>",
		"<a>&#0;</a>", "<a>&#xD800;</a>",  "<a>&#x110000;</a>",
		"<a x=1/>",    "<a x='1' x='2'/>", "<x:a/>",
		"<a>\x01</a>", "<a>]]></a>",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (!wrong(str_of(bad[i])).n)
			fail_msg("taken: %s", bad[i]);
	}
	assert_true(wrong(STR("<a>\0</a>")).n > 0);
	assert_wrong(STR("<a>\n </b>"), "XML: mismatched tag, line 2");
}

/* What a DOCTYPE declares could grow without bound, or name files of this machine. */
static void a_doctype_is_refused(void **state)
{
	struct buf bomb = {.arena = &arena};

	(void)state;
	assert_wrong(STR("<!DOCTYPE a><a/>"), "XML: a DOCTYPE, line 1");
	assert_true(wrong(STR("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>")).n > 0);
	buf_add_z(&bomb, "<!DOCTYPE a [<!ENTITY e0 '0123456789'>");
	for (int i = 1; i < 20; i++)
		buf_fmt(&bomb, "<!ENTITY e%d '&e%d;&e%d;&e%d;&e%d;'>", i, i - 1, i - 1, i - 1,
			i - 1);
	buf_add_z(&bomb, "]><a>&e19;</a>");
	assert_wrong(buf_str(&bomb), "XML: a DOCTYPE, line 1");
}

static struct str nested(size_t n)
{
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_add_z(&out, "<a>");
	for (size_t i = 0; i < n; i++)
		buf_add_z(&out, "</a>");
	return buf_str(&out);
}

static void depth_is_bounded(void **state)
{
	struct buf open = {.arena = &arena};

	(void)state;
	told(nested(XML_DEPTH_MAX), NULL);
	assert_wrong(nested(XML_DEPTH_MAX + 1), "XML: nested too deep, line 1");
	for (size_t i = 0; i < 1000 * 1000; i++)
		buf_add_z(&open, "<a>");
	assert_true(wrong(buf_str(&open)).n > 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_are_told_as_they_end),
		cmocka_unit_test(names_come_without_their_prefixes),
		cmocka_unit_test(elements_of_other_namespaces_have_no_name),
		cmocka_unit_test(texts_come_without_their_escapes),
		cmocka_unit_test(encodings_become_utf_8),
		cmocka_unit_test(what_ends_before_its_end_is_wrong),
		cmocka_unit_test(what_is_not_well_formed_is_wrong),
		cmocka_unit_test(a_doctype_is_refused),
		cmocka_unit_test(depth_is_bounded),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
