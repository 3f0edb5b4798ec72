#include "unit.h"

#include "base/jobs.h"

enum {
	N_ITEMS = 10000,
};

static struct arena arena;

/* What the jobs of these tests work on. */
struct work {
	int done[N_ITEMS];
	size_t worker_of[N_ITEMS];
	size_t inside, count; /* no atomics: jobs_alone() protects them */
};

static void mark(void *context, size_t i, struct worker *w)
{
	struct work *work = context;

	work->done[i]++;
	work->worker_of[i] = w->number;
}

static void every_item_is_done_once_whatever_the_crew(void **state)
{
	static const size_t sizes[] = {1, 2, 4, WORKERS_MAX};

	(void)state;
	for (size_t k = 0; k < COUNT(sizes); k++) {
		struct work *work = arena_new(&arena, struct work);
		struct crew c;

		crew_start(&c, &arena, sizes[k]);
		assert_int_equal(c.n, sizes[k]);
		jobs_run(&c, N_ITEMS, mark, work);
		for (size_t i = 0; i < N_ITEMS; i++) {
			assert_int_equal(work->done[i], 1);
			assert_true(work->worker_of[i] < c.n);
		}
		crew_free(&c);
	}
}

static void a_crew_has_at_least_one_and_at_most_the_greatest_number(void **state)
{
	struct crew c;

	(void)state;
	crew_start(&c, &arena, 0);
	assert_true(c.n >= 1 && c.n <= WORKERS_MAX);
	crew_free(&c);
	crew_start(&c, &arena, WORKERS_MAX + 1);
	assert_int_equal(c.n, WORKERS_MAX);
	for (size_t i = 0; i < c.n; i++)
		assert_int_equal(c.workers[i].number, i);
	crew_free(&c);
}

static void no_items_are_no_work(void **state)
{
	struct work *work = arena_new(&arena, struct work);
	struct crew c;

	(void)state;
	crew_start(&c, &arena, 4);
	jobs_run(&c, 0, mark, work);
	jobs_run(&c, 1, mark, work);
	assert_int_equal(work->done[0], 1);
	assert_int_equal(work->done[1], 0);
	crew_free(&c);
}

static void use_scratch(void *context, size_t i, struct worker *w)
{
	(void)context;
	(void)i;
	arena_array(&w->scratch, char, 1000);
}

static void scratch_is_given_back_after_each_item(void **state)
{
	struct crew c;

	(void)state;
	crew_start(&c, &arena, 2);
	jobs_run(&c, N_ITEMS, use_scratch, NULL);
	for (size_t i = 0; i < c.n; i++) {
		const struct arena *scratch = &c.workers[i].scratch;

		/* all of an arena's first block */
		if (scratch->block)
			assert_int_equal(scratch->end - scratch->next, 16 * 1024);
	}
	crew_free(&c);
}

static void complain(void *context, size_t i, struct worker *w)
{
	(void)context;
	if (i % 1000 == 0)
		diag_error(&w->diag, (struct pos){0}, "item %zu", i / 1000);
}

static void what_workers_report_comes_out_in_one_order(void **state)
{
	struct diag d = {.arena = &arena};
	struct crew c;

	(void)state;
	crew_start(&c, &arena, 4);
	jobs_run(&c, 3001, complain, NULL);
	crew_report(&c, &d);
	assert_int_equal(d.errors, 4);
	assert_diag(&d, "error: item 0\nerror: item 1\nerror: item 2\nerror: item 3\n"
			"4 errors\n");
	crew_report(&c, &d);
	assert_int_equal(d.errors, 4);
	crew_free(&c);
}

static void count_alone(void *context)
{
	struct work *work = context;

	work->inside++;
	work->count += work->inside == 1;
	work->inside--;
}

static void go_in_alone(void *context, size_t i, struct worker *w)
{
	(void)i;
	(void)w;
	jobs_alone(count_alone, context);
}

static void one_thread_at_a_time_is_alone(void **state)
{
	struct work *work = arena_new(&arena, struct work);
	struct crew c;

	(void)state;
	crew_start(&c, &arena, 8);
	jobs_run(&c, N_ITEMS, go_in_alone, work);
	assert_int_equal(work->count, N_ITEMS);
	crew_free(&c);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_item_is_done_once_whatever_the_crew),
		cmocka_unit_test(a_crew_has_at_least_one_and_at_most_the_greatest_number),
		cmocka_unit_test(no_items_are_no_work),
		cmocka_unit_test(scratch_is_given_back_after_each_item),
		cmocka_unit_test(what_workers_report_comes_out_in_one_order),
		cmocka_unit_test(one_thread_at_a_time_is_alone),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
