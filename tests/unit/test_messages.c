#include "unit.h"

#include "base/file.h"
#include "base/map.h"

static struct arena arena;

/* A C source being read, and the messages found in it so far: text to where. */
struct scan {
	struct str rest;
	struct str path;
	struct map *found;
};

static char peek(const struct scan *s, size_t i)
{
	return i < s->rest.n ? s->rest.p[i] : 0;
}

static void advance(struct scan *s, size_t n)
{
	s->rest = str_from(s->rest, n);
}

static void skip_block_comment(struct scan *s)
{
	while (s->rest.n && !(peek(s, 0) == '*' && peek(s, 1) == '/'))
		advance(s, 1);
	advance(s, 2);
}

static void skip_space(struct scan *s)
{
	while (s->rest.n && strchr(" \t\n", peek(s, 0)))
		advance(s, 1);
}

/* One character of a literal, an escape read as what it stands for. */
static char take_character(struct scan *s)
{
	char c = peek(s, 0);

	advance(s, 1);
	if (c != '\\')
		return c;
	c = peek(s, 0);
	advance(s, 1);
	return c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

static void take_literal(struct scan *s, char quote, struct buf *out)
{
	advance(s, 1);
	while (s->rest.n && peek(s, 0) != quote)
		buf_byte(out, take_character(s));
	advance(s, 1);
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

static struct str take_word(struct scan *s)
{
	size_t n = 0;

	while (is_word(peek(s, n)))
		n++;
	advance(s, n);
	return (struct str){s->rest.p - n, n};
}

/* Literals side by side are one text, and STR_FMT is one of them. */
static struct str take_text(struct scan *s)
{
	struct buf out = {.arena = &arena};

	for (;;) {
		skip_space(s);
		if (peek(s, 0) == '"')
			take_literal(s, '"', &out);
		else if (str_eq(take_word(s), STR("STR_FMT")))
			buf_add_z(&out, STR_FMT);
		else
			return buf_str(&out);
	}
}

/* What is behind _( or N_(: a text, or a name or parameter that is none. */
static void note_message(struct scan *s)
{
	struct str text;

	advance(s, 1);
	text = take_text(s);
	if (text.n)
		map_set(s->found, text, arena_new(&arena, struct str));
}

static void scan_word(struct scan *s)
{
	struct str word = take_word(s);

	if (peek(s, 0) == '(' && (str_eq(word, STR("_")) || str_eq(word, STR("N_"))))
		note_message(s);
}

static void scan_source(struct scan *s)
{
	while (s->rest.n) {
		struct buf ignored = {.arena = &arena};

		if (peek(s, 0) == '/' && peek(s, 1) == '*')
			skip_block_comment(s);
		else if (peek(s, 0) == '"' || peek(s, 0) == '\'')
			take_literal(s, peek(s, 0), &ignored);
		else if (is_word(peek(s, 0)))
			scan_word(s);
		else
			advance(s, 1);
	}
}

static void find_in(const char *text, struct map *found)
{
	struct scan s = {.rest = str_of(text), .found = found};

	scan_source(&s);
}

/* Every _("...") and N_("...") of src/. */
static struct map *messages_of_src(void)
{
	struct map *found = arena_new(&arena, struct map);
	struct diag d = {.arena = &arena};
	struct file_list files = {0};

	found->arena = &arena;
	assert_true(file_walk(&arena, STR("src"), &files, &d));
	assert_true(files.n > 0);
	for (size_t i = 0; i < files.n; i++) {
		struct scan s = {.path = files.paths[i], .found = found};

		if (!str_ends(s.path, STR(".c")) && !str_ends(s.path, STR(".h")))
			continue;
		assert_true(file_read(&arena, s.path, FILE_MAX, &s.rest, &d));
		scan_source(&s);
	}
	return found;
}

static void the_scanner_finds_messages_and_nothing_else(void **state)
{
	struct map found = {.arena = &arena};

	(void)state;
	find_in("x = _(\"one\"); N_( \"two\"\n \" and \\\"three\\\"\" ) y_(\"no\");"
		" z(_(STR_FMT \"!\"), _(name));"
		"/* _(\"comment\") */ \"_(\\\"literal\\\")\" '\"' _(name) _ (\"no\") '\\''",
		&found);
	assert_int_equal(found.n, 3);
	assert_str(found.entries[0].key, "one");
	assert_str(found.entries[1].key, "two and \"three\"");
	assert_str(found.entries[2].key, STR_FMT "!");
}

static const struct message *row_of(struct str english)
{
	for (size_t i = 0; i < messages_count; i++) {
		if (str_eq_z(english, messages[i].english))
			return &messages[i];
	}
	return NULL;
}

static void every_message_has_its_vietnamese(void **state)
{
	const struct map *found = messages_of_src();
	size_t missing = 0;

	(void)state;
	for (size_t i = 0; i < found->n; i++) {
		if (row_of(found->entries[i].key))
			continue;
		print_error("no row in messages.c: \"" STR_FMT "\"\n",
			    STR_ARG(found->entries[i].key));
		missing++;
	}
	assert_int_equal(missing, 0);
}

static void every_row_is_said_somewhere(void **state)
{
	const struct map *found = messages_of_src();
	size_t unused = 0;

	(void)state;
	for (size_t i = 0; i < messages_count; i++) {
		if (map_get(found, str_of(messages[i].english)))
			continue;
		print_error("nobody says: \"%s\"\n", messages[i].english);
		unused++;
	}
	assert_int_equal(unused, 0);
}

static void no_message_has_two_rows(void **state)
{
	struct map seen = {.arena = &arena};

	(void)state;
	for (size_t i = 0; i < messages_count; i++) {
		if (map_set(&seen, str_of(messages[i].english), &seen))
			fail_msg("two rows: \"%s\"", messages[i].english);
	}
}

static void per_cent_stand_at_their_number(void **state)
{
	(void)state;
	for (size_t i = 0; i < messages_count; i++) {
		if (strstr(messages[i].vietnamese, " %%"))
			fail_msg("a space before the sign in \"%s\"", messages[i].vietnamese);
	}
}

/* The conversions of a format, one after the other: "%s %zu ". */
static struct str conversions(const char *format)
{
	struct buf out = {.arena = &arena};

	for (const char *p = strchr(format, '%'); p; p = strchr(p, '%')) {
		size_t n = 1 + strspn(p + 1, "0123456789.*-+ #hlzjt");

		if (p[n] != '%')
			buf_fmt(&out, "%.*s ", (int)n + 1, p);
		p += p[n] ? n + 1 : n;
	}
	return buf_str(&out);
}

static void conversions_are_read_in_order(void **state)
{
	(void)state;
	assert_str(conversions("%s: 100 %% of %zu, %.*s%d"), "%s %zu %.*s %d ");
	assert_str(conversions("none"), "");
}

static void both_languages_have_the_same_conversions(void **state)
{
	(void)state;
	for (size_t i = 0; i < messages_count; i++) {
		struct str english = conversions(messages[i].english);

		if (!str_eq(english, conversions(messages[i].vietnamese)))
			fail_msg("conversions differ: \"%s\", \"%s\"", messages[i].english,
				 messages[i].vietnamese);
	}
}

static void the_language_decides_what_is_said(void **state)
{
	(void)state;
	assert_string_equal(_("error"), "error");
	assert_string_equal(message_vi("error"), "lỗi");
	language_set(LANGUAGE_VIETNAMESE);
	assert_string_equal(_("error"), "lỗi");
	assert_string_equal(_("never heard of"), "never heard of");
	language_set(LANGUAGE_ENGLISH);
}

static void the_first_setting_that_is_there_chooses_the_language(void **state)
{
	static const char *const names[] = {"LANG", "LC_MESSAGES", "LC_ALL", "CCHC_LANG"};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		unsetenv(names[i]);
	assert_int_equal(language_choose(NULL), LANGUAGE_ENGLISH);
	for (size_t i = 0; i < COUNT(names); i++) {
		setenv(names[i], "vi_VN.UTF-8", 1);
		assert_int_equal(language_choose(NULL), LANGUAGE_VIETNAMESE);
		assert_int_equal(language_choose("en"), LANGUAGE_ENGLISH);
		setenv(names[i], "C", 1);
		assert_int_equal(language_choose(NULL), LANGUAGE_ENGLISH);
		assert_int_equal(language_choose("vi"), LANGUAGE_VIETNAMESE);
	}
	for (size_t i = 0; i < COUNT(names); i++)
		unsetenv(names[i]);
}

static void an_empty_setting_is_none(void **state)
{
	(void)state;
	setenv("CCHC_LANG", "", 1);
	setenv("LANG", "vi", 1);
	assert_int_equal(language_choose(NULL), LANGUAGE_VIETNAMESE);
	unsetenv("CCHC_LANG");
	unsetenv("LANG");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_scanner_finds_messages_and_nothing_else),
		cmocka_unit_test(every_message_has_its_vietnamese),
		cmocka_unit_test(every_row_is_said_somewhere),
		cmocka_unit_test(no_message_has_two_rows),
		cmocka_unit_test(per_cent_stand_at_their_number),
		cmocka_unit_test(conversions_are_read_in_order),
		cmocka_unit_test(both_languages_have_the_same_conversions),
		cmocka_unit_test(the_language_decides_what_is_said),
		cmocka_unit_test(the_first_setting_that_is_there_chooses_the_language),
		cmocka_unit_test(an_empty_setting_is_none),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
