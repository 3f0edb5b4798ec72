#include "unit.h"

#include <time.h>

#include "kinds/page.h"
#include "site/lint.h"
#include "site/text_file.h"

static struct arena arena;

/* As long as a file may be, with a number in each of its lines. */
static struct str text_of_numbers(void)
{
	const struct str line = STR("Gọi số 0912 345 678.\n");
	struct buf out = {.arena = &arena};

	while (out.n + line.n <= TEXT_FILE_MAX)
		buf_add(&out, line);
	return buf_str(&out);
}

static void lint(struct page *p, struct str file, const struct value *fields)
{
	struct worker worker = {0};
	clock_t start = clock();

	lint_page(p, file, fields, &worker);
	assert_non_null(p->exposures);
	assert_true(clock() - start < 10 * CLOCKS_PER_SEC);
	arena_free(&worker.keep);
	arena_free(&worker.scratch);
}

static void a_body_of_numbers_alone_is_looked_through_in_seconds(void **state)
{
	struct page page = {.kind = &page_kind, .body_line = 1};

	(void)state;
	lint(&page, text_of_numbers(), value_map(&arena));
}

static void a_field_of_numbers_alone_is_looked_through_in_seconds(void **state)
{
	struct page page = {.kind = &page_kind};
	struct str text = text_of_numbers();
	struct value *field = value_string(&arena, text);

	(void)state;
	field->pos = (struct pos){&page.source, 1, 1};
	lint(&page, text, field);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_body_of_numbers_alone_is_looked_through_in_seconds),
		cmocka_unit_test(a_field_of_numbers_alone_is_looked_through_in_seconds),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
