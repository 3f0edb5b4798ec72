#include "unit.h"

#include "base/map.h"

static struct arena arena;

static void an_empty_map_has_nothing(void **state)
{
	struct map m = {.arena = &arena};

	(void)state;
	assert_null(map_get(&m, STR("a")));
	assert_null(map_get(&m, STR("")));
}

static void what_was_set_is_found(void **state)
{
	struct map m = {.arena = &arena};
	int one, two, none;

	(void)state;
	assert_null(map_set(&m, STR("một"), &one));
	assert_null(map_set(&m, STR("hai"), &two));
	assert_null(map_set(&m, STR(""), &none));
	assert_ptr_equal(map_get(&m, STR("một")), &one);
	assert_ptr_equal(map_get(&m, STR("hai")), &two);
	assert_ptr_equal(map_get(&m, STR("")), &none);
	assert_null(map_get(&m, STR("ba")));
	assert_null(map_get(&m, STR("mộ")));
}

static void setting_again_gives_the_old_value_and_keeps_the_order(void **state)
{
	struct map m = {.arena = &arena};
	int one, two, other;

	(void)state;
	map_set(&m, STR("a"), &one);
	map_set(&m, STR("b"), &two);
	assert_ptr_equal(map_set(&m, STR("a"), &other), &one);
	assert_ptr_equal(map_get(&m, STR("a")), &other);
	assert_int_equal(m.n, 2);
	assert_str(m.entries[0].key, "a");
	assert_str(m.entries[1].key, "b");
}

static void many_keys_keep_their_values_in_insertion_order(void **state)
{
	enum {
		N = 20000
	};
	struct map m = {.arena = &arena};
	int *numbers = arena_array(&arena, int, N);

	(void)state;
	for (int i = 0; i < N; i++)
		assert_null(map_set(&m, str_fmt(&arena, "khóa-%d", i), &numbers[i]));
	assert_int_equal(m.n, N);
	for (int i = 0; i < N; i++) {
		struct str key = str_fmt(&arena, "khóa-%d", i);

		assert_true(str_eq(m.entries[i].key, key));
		assert_ptr_equal(map_get(&m, key), &numbers[i]);
	}
	assert_null(map_get(&m, STR("khóa-20000")));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_map_has_nothing),
		cmocka_unit_test(what_was_set_is_found),
		cmocka_unit_test(setting_again_gives_the_old_value_and_keeps_the_order),
		cmocka_unit_test(many_keys_keep_their_values_in_insertion_order),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
