#include "unit.h"

#include "base/file.h"
#include "viet/docnum.h"

static struct arena arena;

static const char *const forms[] = {
	[DOCNUM_STATE] = "state",       [DOCNUM_PARTY] = "party",
	[DOCNUM_STANDARD] = "standard", [DOCNUM_PROCEDURE] = "procedure",
	[DOCNUM_BIRTH] = "birth",       [DOCNUM_SUSPICIOUS] = "suspicious",
	[DOCNUM_EMPTY] = "empty",
};

static struct docnum find(const char *text)
{
	struct docnum n = {0};

	assert_true(docnum_find(&arena, str_of(text), 0, &n));
	return n;
}

static struct str between(const char *text, size_t from, size_t to)
{
	return (struct str){text + from, to - from};
}

static struct str key_of(const char *s)
{
	struct docnum n = {0};

	assert_true(docnum_parse(&arena, str_of(s), &n));
	return docnum_key(&arena, &n);
}

/* What the recogniser says of a text, as a row of the table has it. */
static struct str row_of(struct str text)
{
	struct docnum n;

	if (!docnum_find(&arena, text, 0, &n))
		return STR("-\t\t\t");
	return str_fmt(&arena, "%s\t" STR_FMT "\t" STR_FMT "\t" STR_FMT, forms[n.form],
		       STR_ARG(n.number), STR_ARG(n.year), STR_ARG(n.symbol));
}

static void each_text_of_our_table_holds_what_it_says(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text, line;
	size_t found = 0, nothing = 0;

	(void)state;
	assert_true(file_read(&arena, STR("tests/unit/data/docnum.tsv"), FILE_MAX, &text, &d));
	while (text.n) {
		struct str want, got, sentence;

		line = str_cut(text, '\n', &text);
		if (!line.n || line.p[0] == '#')
			continue;
		sentence = str_cut(line, '\t', &want);
		got = row_of(sentence);
		if (!str_eq(got, want))
			fail_msg("\"" STR_FMT "\" gives \"" STR_FMT "\", expected \"" STR_FMT
				 "\"",
				 STR_ARG(sentence), STR_ARG(got), STR_ARG(want));
		found += !str_starts(want, STR("-"));
		nothing += str_starts(want, STR("-"));
	}
	assert_true(found >= 90 && nothing >= 40);
}

static const char *form_beside(struct str name)
{
	static const char *const names[][2] = {
		{"nha-nuoc", "state"},      {"dang", "party"}, {"gcs", "birth"},
		{"tieu-chuan", "standard"}, {"khong", "-"},    {"nghi-ngo", "suspicious"},
	};

	for (size_t i = 0; i < COUNT(names); i++) {
		if (str_eq_z(name, names[i][0]))
			return names[i][1];
	}
	return "?";
}

static void check_beside(struct str line)
{
	struct str rest, sentence = str_cut(line, '\t', &rest);
	const char *want = form_beside(str_cut(rest, '\t', &rest));
	struct str got = row_of(sentence), parts, form = str_cut(got, '\t', &parts);

	if (str_eq_z(form, "empty"))
		form = STR("-");
	if (!str_eq_z(form, want) ||
	    (strcmp(want, "-") != 0 && strcmp(want, "suspicious") != 0 && !str_eq(parts, rest)))
		fail_msg("\"" STR_FMT "\" gives \"" STR_FMT "\"", STR_ARG(sentence),
			 STR_ARG(got));
}

/* Collected elsewhere; they lie beside the repository on some machines. */
static void the_texts_beside_the_repository_hold_what_they_say(void **state)
{
	struct str path = STR("../shared/fixtures/so-ky-hieu.tsv"), text;
	struct diag d = {.arena = &arena};

	(void)state;
	if (!file_exists(path)) {
		printf("NOT RUN: there is no ../shared/fixtures/so-ky-hieu.tsv\n");
		return;
	}
	assert_true(file_read(&arena, path, FILE_MAX, &text, &d));
	str_cut(text, '\n', &text);
	while (text.n)
		check_beside(str_cut(text, '\n', &text));
}

static void the_offsets_are_those_of_the_number(void **state)
{
	const char *text = "Theo Kế hoạch số 12/KH- SYT ngày 27/8/2025 của Sở Y tế, làm ngay";
	struct docnum n = find(text);

	(void)state;
	assert_str(between(text, n.from, n.to), "12/KH- SYT");
	assert_str(between(text, n.start, n.end),
		   "Kế hoạch số 12/KH- SYT ngày 27/8/2025 của Sở Y tế");
	assert_str(str_of(n.type), "Kế hoạch");
	assert_str(n.issuer, "Sở Y tế");
	assert_str(date_iso(&arena, n.date), "2025-08-27");
	assert_str(between(text, n.date_at, n.date_at + 9), "27/8/2025");
	assert_str(docnum_written(&arena, &n), "12/KH-SYT");
}

static void one_text_may_hold_several(void **state)
{
	struct str text = STR("365/TTr-SYT,366/TTr-SYT; 18-NQ/TW và 1.002421, ISO 9001:2015");
	static const char *const want[] = {"365/TTr-SYT", "366/TTr-SYT", "18-NQ/TW", "1.002421",
					   "ISO 9001:2015"};
	struct docnum n = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(want); i++) {
		assert_true(docnum_find(&arena, text, n.to, &n));
		assert_str(docnum_written(&arena, &n), want[i]);
	}
	assert_false(docnum_find(&arena, text, n.to, &n));
}

static struct str date_behind(const char *text)
{
	return date_iso(&arena, find(text).date);
}

static void a_date_behind_is_read(void **state)
{
	(void)state;
	assert_str(date_behind("61/2018/NĐ-CP ngày 23/4/2018"), "2018-04-23");
	assert_str(date_behind("61/2018/NĐ-CP, ngày 23-4-2018"), "2018-04-23");
	assert_str(date_behind("61/2018/NĐ-CP (ban hành ngày 23.04.2018)"), "2018-04-23");
	assert_str(date_behind("61/2018/NĐ-CP ký ngày 23/ 4/2018"), "2018-04-23");
	assert_str(date_behind("224/2026/NĐ-CP ngày 24 tháng 6 năm 2026"), "2026-06-24");
	assert_str(date_behind("224/2026/NĐ-CP\u00a0ngày\u00a024 THÁNG 6 năm 2026"),
		   "2026-06-24");
}

static void what_is_no_date_behind_is_left(void **state)
{
	static const char *const texts[] = {
		"61/2018/NĐ-CP",
		"61/2018/NĐ-CP ngày 31/2/2018",
		"61/2018/NĐ-CP ngày 23/4",
		"61/2018/NĐ-CP ngày",
		"61/2018/NĐ-CP. Ngày 23/4/2018",
		"61/2018/NĐ-CP ngày 1 tháng",
		"61/2018/NĐ-CP ngày 23/4/18",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		assert_false(date_is_set(find(texts[i]).date));
		assert_int_equal(find(texts[i]).end, find(texts[i]).to);
	}
}

static void an_issuer_ends_where_the_sentence_goes_on(void **state)
{
	(void)state;
	assert_str(find("61/2018/NĐ-CP của Chính phủ về một cửa").issuer, "Chính phủ");
	assert_str(find("1/QĐ-UBND của Ủy ban nhân dân tỉnh Hà Nam ban hành quy chế").issuer,
		   "Ủy ban nhân dân tỉnh Hà Nam");
	assert_str(find("18-NQ/TW của Ban Chấp hành Trung ương.").issuer,
		   "Ban Chấp hành Trung ương");
	assert_str(find("1/QĐ-BYT của Bộ Y tế, Bộ Nội vụ").issuer, "Bộ Y tế");
	assert_str(find("1/QĐ-BYT của “Bộ Y tế”").issuer, "");
	assert_str(find("1/QĐ-BYT của về").issuer, "");
}

static void an_endless_issuer_is_none(void **state)
{
	struct buf text = {.arena = &arena};
	struct docnum n;

	(void)state;
	buf_add_z(&text, "1/QĐ-BYT của ");
	for (size_t i = 0; i < DOCNUM_ISSUER_MAX / 2; i++)
		buf_add_z(&text, "b ");
	assert_true(docnum_find(&arena, buf_str(&text), 0, &n));
	assert_true(n.issuer.n && n.issuer.n <= DOCNUM_ISSUER_MAX);
	for (size_t i = 0; i < DOCNUM_ISSUER_MAX; i++)
		buf_byte(&text, 'c');
	assert_true(docnum_find(&arena, buf_str(&text), 0, &n));
	assert_int_equal(n.issuer.n, 0);
}

static void spellings_of_one_number_have_one_key(void **state)
{
	static const char *const pairs[][2] = {
		{"02/KH-SYT", "2/KH-SYT"},          {"42/2022/NĐCP", "42/2022/NĐ-CP"},
		{"06/QĐ-TTg", "6/QĐ-TTG"},          {"876/QÐ-BNV", "876/QĐ-BNV"},
		{"12/KH- SYT", "12/KH-SYT"},        {"37/KH‑SYT", "37/KH-SYT"},
		{"18-NQ/TW", "18/NQ-TW"},           {"61/2018/ND-CP", "61/2018/NĐ-CP"},
		{"ISO 9001:2015", "ISO 9001-2015"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++)
		assert_str(key_of(pairs[i][0]), str_z(&arena, key_of(pairs[i][1])));
}

static void different_numbers_have_different_keys(void **state)
{
	static const char *const pairs[][2] = {
		{"61/2018/NĐ-CP", "61/2019/NĐ-CP"}, {"61/NĐ-CP", "61/2018/NĐ-CP"},
		{"30/NQ-CP", "30c/NQ-CP"},          {"66.7/2025/NQ-CP", "667/2025/NQ-CP"},
		{"2/KH-SYT", "20/KH-SYT"},          {"5-CT/TU", "5-CT/TW"},
		{"1/TB-BVU", "1/TB-BVƯ"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pairs); i++)
		assert_false(str_eq(key_of(pairs[i][0]), key_of(pairs[i][1])));
}

static void a_field_holds_a_number_as_it_should_be_written(void **state)
{
	static const char *const good[] = {
		"61/2018/NĐ-CP",
		"37/KH-SYT",
		"18-NQ/TW",
		"30c/NQ-CP",
		"66.7/2025/NQ-CP",
		"123/BYT",
		"1/QĐ",
		"ISO 9001:2015",
		"TCCS 03:2018/NHNNVN",
		"15/2023/QH15",
		"09/2015/TTLT-BYT-BTC",
		"99999/A-B-C-D",
	};
	static const char *const bad[] = {
		"",
		"/KH-YTST",
		"705 1/KH-UBND",
		"12/KH- SYT",
		"498 /KH-BVNHN",
		"37/KH‑SYT",
		"876/QÐ-BNV",
		"Số 37/KH-SYT",
		"37/KH-SYT.",
		"61-2018-NĐ-CP",
		"1.002421",
		"100000/KH-SYT",
		"1/A-B-C-D-E",
		"37/kh-syt",
		"61/18/NĐ-CP",
		"37",
		"ISO9001:2015",
		"37/KH-SYT và 38/KH-SYT",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		if (!docnum_is_valid(str_of(good[i])))
			fail_msg("%s should be good", good[i]);
	}
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (docnum_is_valid(str_of(bad[i])))
			fail_msg("%s should be bad", bad[i]);
	}
}

/* Each takes a piece of a number again and again, so that a search without bounds would
 * begin anew at each. */
static void hostile_texts_take_time_that_grows_with_them(void **state)
{
	static const char *const pieces[] = {
		"1/",   "1.",     "A",    "1/A-",          "Số",   "số: ", "……",
		"/",    "1 1/KH", "T",    "ISO/",          "-NQ/", "QĐ-",  "1/QĐ-TTg ngày ",
		"của ", "\xe2",   "\xc4", "1/QĐ-TTg của ",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++) {
		struct arena a = {0};
		struct buf text = {.arena = &a};
		struct docnum n = {0};
		double before = clock_seconds();

		while (text.n < 1000 * 1000)
			buf_add_z(&text, pieces[i]);
		while (docnum_find(&a, buf_str(&text), n.to, &n))
			assert_true(n.from < n.to && n.to <= text.n);
		assert_true(clock_seconds() - before < 10);
		arena_free(&a);
	}
}

/* The end of the text anywhere in a number. */
static void a_text_may_end_anywhere(void **state)
{
	static const char text[] = "Nghị quyết số 18 - NQ/TW, Số: …/KH-Y, 705 1/QĐ-BNV ngày 2 "
				   "tháng 3 năm 2024 của Bộ, 1.002421.000.00.00.H12 "
				   "01234.GCS.00077.26 TCCS 03:2018/NHNNVN ISO/IEC 1-1:2000";

	(void)state;
	for (size_t to = 0; to < sizeof(text); to++) {
		for (size_t from = 0; from <= to; from += 7) {
			struct str copy = str_dup(&arena, (struct str){text + from, to - from});
			struct docnum n = {0};

			while (docnum_find(&arena, copy, n.to, &n))
				assert_true(n.from < n.to && n.start <= n.from &&
					    n.to <= n.end && n.end <= copy.n);
		}
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_text_of_our_table_holds_what_it_says),
		cmocka_unit_test(the_texts_beside_the_repository_hold_what_they_say),
		cmocka_unit_test(the_offsets_are_those_of_the_number),
		cmocka_unit_test(one_text_may_hold_several),
		cmocka_unit_test(a_date_behind_is_read),
		cmocka_unit_test(what_is_no_date_behind_is_left),
		cmocka_unit_test(an_issuer_ends_where_the_sentence_goes_on),
		cmocka_unit_test(an_endless_issuer_is_none),
		cmocka_unit_test(spellings_of_one_number_have_one_key),
		cmocka_unit_test(different_numbers_have_different_keys),
		cmocka_unit_test(a_field_holds_a_number_as_it_should_be_written),
		cmocka_unit_test(hostile_texts_take_time_that_grows_with_them),
		cmocka_unit_test(a_text_may_end_anywhere),
	};

	return UNIT_RUN(tests);
}
