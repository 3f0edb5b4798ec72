#include "unit.h"

#include "kinds/law.h"
#include "reports.h"

static struct arena arena;

static const struct rule rule = {"TT-01", DIAG_ERROR, "a part is missing"};

static struct date day(const char *iso)
{
	struct date d = {0};

	assert_true(date_parse(str_of(iso), true, false, &d));
	return d;
}

static struct law law_of(const char *name, const char *from, const char *to)
{
	static struct str codes[] = {{"TT-01", 5}, {"TT-02", 5}};
	struct law law = {.name = str_of(name), .effective = day(from), .rules = {codes, 2}};

	if (to)
		law.ends = day(to);
	return law;
}

/* What the rule finds on that day, as reported. */
static struct str found_on(const struct laws *laws, const char *today)
{
	struct diag d = {.arena = &arena};

	rule_report(laws, day(today), &d, (struct pos){0}, &rule, STR("no fee is stated"));
	assert_string_equal(d.first->code, "TT-01");
	return reports_of(&arena, &d);
}

static void a_rule_without_a_law_always_counts(void **state)
{
	struct laws laws = {.by_rule.arena = &arena};

	(void)state;
	assert_str(found_on(&laws, "2026-11-22"), "no fee is stated");
}

static void a_rule_counts_while_its_law_is_in_force(void **state)
{
	struct laws laws = {.by_rule.arena = &arena};
	struct law law = law_of("Nghị định A", "2026-07-01", "2027-01-01");

	(void)state;
	laws_add(&laws, &law);
	assert_str(found_on(&laws, "2026-06-30"),
		   "advice: no fee is stated (only advice, because Nghị định A is not in force "
		   "before 1/7/2026)");
	assert_str(found_on(&laws, "2026-07-01"), "no fee is stated");
	assert_str(found_on(&laws, "2026-12-31"), "no fee is stated");
	assert_str(found_on(&laws, "2027-01-01"),
		   "advice: no fee is stated (only advice, because Nghị định A has not been in "
		   "force since 1/1/2027)");
}

static void advice_says_what_replaced_the_law(void **state)
{
	struct laws laws = {.by_rule.arena = &arena};
	struct law law = law_of("Nghị định A", "2020-XX-XX", "2026-07-01");

	(void)state;
	law.replaced_by = STR("Nghị định B");
	laws_add(&laws, &law);
	assert_str(found_on(&laws, "2026-07-01"),
		   "advice: no fee is stated (only advice, because Nghị định A has not been in "
		   "force since 1/7/2026; it was replaced by Nghị định B)");
}

static void one_law_in_force_is_enough(void **state)
{
	struct laws laws = {.by_rule.arena = &arena};
	struct law old = law_of("Nghị định A", "2010-XX-XX", "2026-07-01");
	struct law new = law_of("Nghị định B", "2026-07-01", NULL);

	(void)state;
	laws_add(&laws, &new);
	laws_add(&laws, &old);
	assert_str(found_on(&laws, "2026-06-30"), "no fee is stated");
	assert_str(found_on(&laws, "2026-07-01"), "no fee is stated");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_rule_without_a_law_always_counts),
		cmocka_unit_test(a_rule_counts_while_its_law_is_in_force),
		cmocka_unit_test(advice_says_what_replaced_the_law),
		cmocka_unit_test(one_law_in_force_is_enough),
	};
	int status;

	status = UNIT_RUN(tests);
	arena_free(&arena);
	return status;
}
