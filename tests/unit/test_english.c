#include "unit.h"

#include "data/schema.h"
#include "kinds/contact.h"
#include "kinds/english.h"
#include "kinds/procedure.h"
#include "kinds/procedure_term.h"
#include "kinds/translation.h"
#include "kinds/unit.h"

static struct arena arena;

/* Each choice that English pages show has a word of ours. */
static size_t check_words(const struct schema *s)
{
	size_t n = 0;

	for (const struct field *f = s->fields; f->key; f++) {
		if (f->map)
			n += check_words(f->map);
		if (f->type != FIELD_CHOICE || !(f->flags & FIELD_TRANSLATED))
			continue;
		for (const struct choice *c = f->choices; c->code; c++, n++) {
			if (!english_word(str_of(c->name)).n)
				fail_msg("%s: no word for \"%s\"", f->key, c->name);
		}
	}
	return n;
}

static void every_choice_on_english_pages_has_a_word(void **state)
{
	(void)state;
	assert_true(check_words(procedure_kind.schema) >= 15);
	check_words(contact_kind.schema);
	check_words(unit_kind.schema);
}

static void other_words_are_not_ours(void **state)
{
	(void)state;
	assert_str(english_word(STR("Trực tiếp")), "In person");
	assert_str(english_word(STR("trực tiếp")), "");
	assert_str(english_word(STR("")), "");
}

static void dates_are_as_english_writes_them(void **state)
{
	(void)state;
	assert_str(english_date(&arena, (struct date){.year = 2026, .month = 11, .day = 23}),
		   "23 November 2026");
	assert_str(english_date(&arena, (struct date){.year = 2026, .month = 1, .day = 1}),
		   "1 January 2026");
	assert_str(english_date(&arena, (struct date){.year = 2026, .month = 12}),
		   "December 2026");
	assert_str(english_date(&arena, (struct date){.year = 2026}), "2026");
}

static void amounts_have_commas(void **state)
{
	(void)state;
	assert_str(english_money(&arena, 0), "VND 0");
	assert_str(english_money(&arena, 999), "VND 999");
	assert_str(english_money(&arena, 50000), "VND 50,000");
	assert_str(english_money(&arena, 1234567), "VND 1,234,567");
}

static void expect_term(int64_t amount, int unit, const char *about, const char *wanted)
{
	const struct channel_term t = {amount, unit, str_of(about)};

	assert_str(procedure_term_english(&arena, &t), wanted);
}

static void terms_count_in_english(void **state)
{
	(void)state;
	expect_term(1, TERM_WORKING_DAYS, "", "1 working day");
	expect_term(2, TERM_WORKING_DAYS, "", "2 working days");
	expect_term(4, TERM_WORKING_HOURS, "", "4 working hours");
	expect_term(15, TERM_DAYS, "", "15 days");
	expect_term(1, TERM_MONTHS, "", "1 month");
	expect_term(-1, TERM_SAME_SESSION, "x", "Within the same morning or afternoon session");
	expect_term(-1, TERM_BY_APPOINTMENT, "", "By the date on your appointment slip");
	expect_term(-1, TERM_BY_APPOINTMENT, "x", "");
}

/* How many mistakes a translation of n pairs has. */
static size_t load_pairs(size_t n)
{
	struct buf text = {.arena = &arena};
	struct diag d = {.arena = &arena};
	struct translation x = {0};
	struct pos at = {diag_file(&d, STR("a.yaml")).source, 1, 1};
	const struct value *v;
	bool ok;

	buf_add_z(&text, "ma: a\nloai: ban-dich\ntieu_de: A\ntrang_thai: nhap\ndich:\n");
	for (size_t i = 0; i < n; i++)
		buf_fmt(&text, "  - vi: câu %zu\n    en: text %zu\n", i, i);
	v = value_from_yaml(&arena, at, buf_str(&text), YAML_FILE_MAX, &d);
	assert_non_null(v);
	ok = schema_load(&arena, translation_kind.schema, v, &x, &d);
	assert_int_equal(ok, !d.errors);
	return d.errors;
}

static void a_file_has_as_many_pairs_as_it_may_have(void **state)
{
	(void)state;
	assert_int_equal(load_pairs(TRANSLATION_PAIRS_MAX), 0);
	assert_int_equal(load_pairs(TRANSLATION_PAIRS_MAX + 1), 1);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_choice_on_english_pages_has_a_word),
		cmocka_unit_test(other_words_are_not_ours),
		cmocka_unit_test(dates_are_as_english_writes_them),
		cmocka_unit_test(amounts_have_commas),
		cmocka_unit_test(terms_count_in_english),
		cmocka_unit_test(a_file_has_as_many_pairs_as_it_may_have),
	};

	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
