#include "unit.h"

#include "data/value.h"

static struct arena arena;

static struct value *number(const char *text)
{
	struct value *v = value_int(&arena, 0);

	v->text = str_of(text);
	return v;
}

static void a_number_keeps_its_text_and_has_a_value(void **state)
{
	(void)state;
	assert_str(value_int(&arena, -120)->text, "-120");
	assert_str(value_int(&arena, INT64_MIN)->text, "-9223372036854775808");
	assert_true(value_number(value_int(&arena, -120)) == -120);
	assert_true(value_number(number("1.50")) == 1.5);
	assert_true(value_number(number("+012")) == 12);
	assert_true(value_number(number("1e3")) == 1000);
	assert_true(value_number(number("0x1F")) == 31);
	assert_true(value_number(number("0o17")) == 15);
}

static void what_is_no_number_is_0(void **state)
{
	(void)state;
	assert_true(value_number(NULL) == 0);
	assert_true(value_number(value_null(&arena)) == 0);
	assert_true(value_number(value_bool(&arena, true)) == 0);
	assert_true(value_number(value_string(&arena, STR("5"))) == 0);
}

static void a_bool_has_a_text_too(void **state)
{
	(void)state;
	assert_true(value_bool(&arena, true)->boolean);
	assert_str(value_bool(&arena, true)->text, "true");
	assert_false(value_bool(&arena, false)->boolean);
	assert_str(value_bool(&arena, false)->text, "false");
}

static void a_map_keeps_its_order_and_the_newest_value_of_a_key(void **state)
{
	struct value *map = value_map(&arena);

	(void)state;
	value_set(&arena, map, STR("b"), value_int(&arena, 1));
	value_set(&arena, map, STR("a"), value_int(&arena, 2));
	value_set(&arena, map, STR("b"), value_int(&arena, 3));
	assert_int_equal(map->n, 2);
	assert_str(map->entries[0].key, "b");
	assert_str(map->entries[0].value->text, "3");
	assert_str(map->entries[1].key, "a");
	assert_str(value_get(map, STR("a"))->text, "2");
	assert_null(value_get(map, STR("A")));
}

static void gets_can_be_chained(void **state)
{
	struct value *inner = value_map(&arena), *outer = value_map(&arena);

	(void)state;
	value_set(&arena, inner, STR("x"), value_string(&arena, STR("y")));
	value_set(&arena, outer, STR("inner"), inner);
	assert_str(value_get(value_get(outer, STR("inner")), STR("x"))->text, "y");
	assert_null(value_get(value_get(outer, STR("other")), STR("x")));
	assert_null(value_get(value_get(value_get(outer, STR("inner")), STR("x")), STR("z")));
	assert_null(value_get(value_list(&arena), STR("x")));
}

static void a_list_grows(void **state)
{
	struct value *list = value_list(&arena);

	(void)state;
	for (int i = 0; i < 1000; i++)
		value_push(&arena, list, value_int(&arena, i));
	assert_int_equal(list->n, 1000);
	for (int i = 0; i < 1000; i++)
		assert_true(value_number(list->entries[i].value) == i);
}

static void an_entry_takes_the_place_of_its_value(void **state)
{
	struct value *list = value_list(&arena), *item = value_null(&arena);

	(void)state;
	item->pos = (struct pos){.line = 7, .col = 3};
	value_push(&arena, list, item);
	assert_int_equal(list->entries[0].pos.line, 7);
	assert_int_equal(list->entries[0].pos.col, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_keeps_its_text_and_has_a_value),
		cmocka_unit_test(what_is_no_number_is_0),
		cmocka_unit_test(a_bool_has_a_text_too),
		cmocka_unit_test(a_map_keeps_its_order_and_the_newest_value_of_a_key),
		cmocka_unit_test(gets_can_be_chained),
		cmocka_unit_test(a_list_grows),
		cmocka_unit_test(an_entry_takes_the_place_of_its_value),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
