#include "unit.h"

#include <sys/wait.h>
#include <unistd.h>

static void a_zeroed_arena_is_ready_for_use(void **state)
{
	struct arena a = {0};
	int *n = arena_new(&a, int);

	(void)state;
	assert_non_null(n);
	assert_int_equal(*n, 0);
	arena_free(&a);
}

static bool is_zero(const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i])
			return false;
	}
	return true;
}

static void memory_comes_zeroed_also_after_a_reset(void **state)
{
	enum {
		N = 1000
	};
	struct arena a = {0};

	(void)state;
	for (int round = 0; round < 3; round++) {
		unsigned char *p = arena_array(&a, unsigned char, N);

		assert_true(is_zero(p, N));
		memset(p, 0xAA, N);
		arena_reset(&a);
	}
	arena_free(&a);
}

static void each_object_is_aligned_as_asked(void **state)
{
	struct arena a = {0};

	(void)state;
	for (size_t align = 1; align <= 64; align *= 2) {
		arena_alloc(&a, 1, 1, 1);
		assert_int_equal((uintptr_t)arena_alloc(&a, 1, 3, align) % align, 0);
	}
	arena_free(&a);
}

static void objects_do_not_overlap_across_blocks(void **state)
{
	enum {
		N = 3000,
		SIZE = 100
	};
	struct arena a = {0};
	unsigned char **all = arena_array(&a, unsigned char *, N);

	(void)state;
	for (size_t i = 0; i < N; i++) {
		all[i] = arena_array(&a, unsigned char, SIZE);
		memset(all[i], (int)(i & 0xFF), SIZE);
	}
	for (size_t i = 0; i < N; i++) {
		assert_int_equal(all[i][0], i & 0xFF);
		assert_int_equal(all[i][SIZE - 1], i & 0xFF);
	}
	arena_free(&a);
}

static void an_object_larger_than_any_block_has_its_place(void **state)
{
	enum {
		HUGE_SIZE = 5 * 1024 * 1024
	};
	struct arena a = {0};
	char *p = arena_array(&a, char, HUGE_SIZE);

	(void)state;
	p[HUGE_SIZE - 1] = 'x';
	assert_non_null(a.block);
	arena_reset(&a);
	assert_null(a.block); /* too large to be kept */
	arena_free(&a);
}

static void a_reset_arena_keeps_a_block_of_usual_size(void **state)
{
	struct arena a = {0};
	struct arena_block *newest;

	(void)state;
	for (int i = 0; i < 100; i++)
		arena_array(&a, char, 1000);
	newest = a.block;
	arena_reset(&a);
	assert_ptr_equal(a.block, newest);
	for (int i = 0; i < 10; i++)
		arena_array(&a, char, 1000);
	assert_ptr_equal(a.block, newest);
	arena_free(&a);
}

static void the_newest_object_grows_in_its_place(void **state)
{
	struct arena a = {0};
	char *p = arena_array(&a, char, 8);
	char *grown;

	(void)state;
	memcpy(p, "12345678", 8);
	grown = arena_grow(&a, p, 8, 16);
	assert_ptr_equal(grown, p);
	assert_memory_equal(grown, "12345678\0\0\0\0\0\0\0\0", 16);
	arena_free(&a);
}

static void an_older_object_grows_elsewhere_with_its_bytes(void **state)
{
	struct arena a = {0};
	char *p = arena_array(&a, char, 8);
	char *other = arena_array(&a, char, 8);
	char *grown;

	(void)state;
	memcpy(p, "12345678", 8);
	memcpy(other, "abcdefgh", 8);
	grown = arena_grow(&a, p, 8, 16);
	assert_ptr_not_equal(grown, p);
	assert_memory_equal(grown, "12345678\0\0\0\0\0\0\0\0", 16);
	assert_memory_equal(other, "abcdefgh", 8);
	arena_free(&a);
}

static void growing_beyond_the_block_keeps_the_bytes(void **state)
{
	const size_t limit = 8u << 20;
	struct arena a = {0};
	size_t n = 1;
	unsigned char *p = arena_array(&a, unsigned char, n);

	(void)state;
	p[0] = 7;
	while (n < limit) {
		p = arena_grow(&a, p, n, n * 2);
		assert_int_equal(p[0], 7);
		assert_true(is_zero(p + (n > 1 ? n : 1), n));
		n *= 2;
	}
	arena_free(&a);
}

static void growing_nothing_makes_something(void **state)
{
	struct arena a = {0};
	char *p = arena_grow(&a, NULL, 0, 4);

	(void)state;
	assert_memory_equal(p, "\0\0\0\0", 4);
	arena_free(&a);
}

static void an_array_has_room_for_one_more_each_time(void **state)
{
	struct arena a = {0};
	size_t cap = 0;
	int *items = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int *before = items;
		bool full = (size_t)i == cap;

		items = arena_room(&a, items, (size_t)i, &cap, sizeof(int));
		assert_true(cap > (size_t)i);
		assert_true(full || items == before);
		items[i] = i;
		if (i % 3 == 0)
			arena_array(&a, char, 1); /* so that it cannot grow in place */
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	assert_int_equal(cap, 1024);
	arena_free(&a);
}

static void a_freed_arena_can_be_used_again(void **state)
{
	struct arena a = {0};

	(void)state;
	arena_array(&a, char, 100);
	arena_free(&a);
	assert_null(a.block);
	assert_non_null(arena_array(&a, char, 100));
	arena_free(&a);
	arena_free(&a);
	arena_reset(&a);
}

/* The sanitizers' malloc() stops the program where libc's gives NULL, unless told. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

const char *__tsan_default_options(void);
const char *__tsan_default_options(void)
{
	return "allocator_may_return_null=1";
}

/* The status with which a child ends that asks for count objects of size bytes. */
static int status_of_asking(size_t count, size_t size)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		struct arena a = {0};

		if (!freopen("/dev/null", "w", stderr))
			_exit(99);
		arena_alloc(&a, count, size, 1);
		_exit(0);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void more_than_there_is_ends_the_program_with_status_3(void **state)
{
	(void)state;
	assert_int_equal(status_of_asking(SIZE_MAX / 2, 3), 3);
	assert_int_equal(status_of_asking(1, SIZE_MAX - 8), 3);
	assert_int_equal(status_of_asking(SIZE_MAX / 8, 1), 3);
	assert_int_equal(status_of_asking(10, 10), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_zeroed_arena_is_ready_for_use),
		cmocka_unit_test(memory_comes_zeroed_also_after_a_reset),
		cmocka_unit_test(each_object_is_aligned_as_asked),
		cmocka_unit_test(objects_do_not_overlap_across_blocks),
		cmocka_unit_test(an_object_larger_than_any_block_has_its_place),
		cmocka_unit_test(a_reset_arena_keeps_a_block_of_usual_size),
		cmocka_unit_test(the_newest_object_grows_in_its_place),
		cmocka_unit_test(an_older_object_grows_elsewhere_with_its_bytes),
		cmocka_unit_test(growing_beyond_the_block_keeps_the_bytes),
		cmocka_unit_test(growing_nothing_makes_something),
		cmocka_unit_test(an_array_has_room_for_one_more_each_time),
		cmocka_unit_test(a_freed_arena_can_be_used_again),
		cmocka_unit_test(more_than_there_is_ends_the_program_with_status_3),
	};

	return UNIT_RUN(tests);
}
