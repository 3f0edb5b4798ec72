#include "unit.h"

#include "viet/words.h"

static struct arena arena;
static const struct letters *letters;

/* "thu:4 tuc:16": what is apart from the word before it has a bar. */
static struct str said(const char *text)
{
	struct buf out = {.arena = &arena};
	struct word *words;
	size_t n = words_of(&arena, letters, str_of(text), &words);

	for (size_t i = 0; i < n; i++)
		buf_fmt(&out, "%s%s" STR_FMT ":%d", i ? " " : "", words[i].apart ? "|" : "",
			STR_ARG(words[i].letters), words[i].marks);
	return buf_str(&out);
}

static void check_words(const char *text, const char *want)
{
	struct str got = said(text);

	if (!str_eq_z(got, want))
		fail_msg("\"%s\" is " STR_FMT ", not %s", text, STR_ARG(got), want);
}

static void letters_and_marks_are_told_apart(void **state)
{
	(void)state;
	check_words("Thủ tục", "thu:4 tuc:16");
	check_words("ĐƯỜNG", "duong:193");
	check_words("ma mà má mả mã mạ", "ma:0 ma:1 ma:2 ma:4 ma:8 ma:16");
	check_words("ân ăn ơn ưa", "an:32 an:64 on:64 ua:64");
}

static void it_does_not_matter_where_in_a_word_a_mark_stands(void **state)
{
	(void)state;
	check_words("hòa hoà", "hoa:1 hoa:1");
	check_words("khỏe khoẻ", "khoe:4 khoe:4");
}

static void composed_and_decomposed_are_one(void **state)
{
	(void)state;
	check_words("vie\xCC\xA3\xCC\x82n", "vien:48");
	check_words("vi\xE1\xBB\x87n", "vien:48");
}

static void a_mark_without_a_letter_is_nobodys(void **state)
{
	(void)state;
	check_words(" \xCC\x81"
		    "a",
		    "a:0");
	check_words("\xCC\x81", "");
}

static void digits_and_letters_are_words_of_their_own(void **state)
{
	(void)state;
	check_words("61/2018/NĐ-CP", "61:0 2018:0 nd:128 cp:0");
	check_words("nd118", "nd:0 118:0");
	check_words("5.000", "5:0 000:0");
}

static void ends_of_sentences_keep_words_apart(void **state)
{
	(void)state;
	check_words("an. ba", "an:0 |ba:0");
	check_words("a, b", "a:0 b:0");
	check_words("a; b: c\nd (e)", "a:0 |b:0 |c:0 |d:0 |e:0");
	check_words("", "");
	check_words("…!?", "");
}

static void other_alphabets_have_words_too(void **state)
{
	(void)state;
	check_words("Ελλάς 한국", "ελλας:2 한국:0");
	check_words("café\xF0\x9F\x98\x80x", "cafe:2 x:0");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_and_marks_are_told_apart),
		cmocka_unit_test(it_does_not_matter_where_in_a_word_a_mark_stands),
		cmocka_unit_test(composed_and_decomposed_are_one),
		cmocka_unit_test(a_mark_without_a_letter_is_nobodys),
		cmocka_unit_test(digits_and_letters_are_words_of_their_own),
		cmocka_unit_test(ends_of_sentences_keep_words_apart),
		cmocka_unit_test(other_alphabets_have_words_too),
	};
	int status;

	letters = letters_new(&arena);
	status = UNIT_RUN(tests);
	arena_free(&arena);
	return status;
}
