#include "data/value.h"

#include <stdlib.h>

static struct value *new_value(struct arena *a, enum value_kind kind)
{
	struct value *v = arena_new(a, struct value);

	v->kind = kind;
	return v;
}

struct value *value_null(struct arena *a)
{
	return new_value(a, VALUE_NULL);
}

struct value *value_string(struct arena *a, struct str s)
{
	struct value *v = new_value(a, VALUE_STRING);

	v->text = s;
	return v;
}

struct value *value_int(struct arena *a, int64_t n)
{
	struct value *v = new_value(a, VALUE_NUMBER);

	v->text = str_fmt(a, "%lld", (long long)n);
	return v;
}

struct value *value_bool(struct arena *a, bool b)
{
	struct value *v = new_value(a, VALUE_BOOL);

	v->boolean = b;
	v->text = b ? STR("true") : STR("false");
	return v;
}

struct value *value_list(struct arena *a)
{
	return new_value(a, VALUE_LIST);
}

struct value *value_map(struct arena *a)
{
	return new_value(a, VALUE_MAP);
}

static struct value_entry *append_entry(struct arena *a, struct value *v)
{
	if (v->n == v->cap) {
		uint32_t cap = v->cap ? v->cap * 2 : 4;

		v->entries = arena_grow(a, v->entries, v->cap * sizeof(*v->entries),
					cap * sizeof(*v->entries));
		v->cap = cap;
	}
	return &v->entries[v->n++];
}

void value_push(struct arena *a, struct value *list, const struct value *item)
{
	*append_entry(a, list) = (struct value_entry){.pos = item->pos, .value = item};
}

static struct value_entry *find_entry(const struct value *map, struct str key)
{
	for (uint32_t i = 0; i < map->n; i++) {
		if (str_eq(map->entries[i].key, key))
			return &map->entries[i];
	}
	return NULL;
}

void value_set(struct arena *a, struct value *map, struct str key, const struct value *v)
{
	struct value_entry *entry = find_entry(map, key);

	if (!entry)
		entry = append_entry(a, map);
	*entry = (struct value_entry){.key = key, .pos = v->pos, .value = v};
}

const struct value *value_get(const struct value *v, struct str key)
{
	const struct value_entry *entry;

	if (!v || v->kind != VALUE_MAP)
		return NULL;
	entry = find_entry(v, key);
	return entry ? entry->value : NULL;
}

double value_number(const struct value *v)
{
	char z[NUMBER_TEXT_MAX + 1] = "";

	if (!v || v->kind != VALUE_NUMBER || v->text.n > NUMBER_TEXT_MAX)
		return 0;
	memcpy(z, v->text.p, v->text.n);
	if (str_starts(v->text, STR("0o")))
		return (double)strtoull(z + 2, NULL, 8);
	return strtod(z, NULL);
}

struct str value_text_at(const struct value *map, const char *key)
{
	const struct value *v = value_get(map, str_of(key));

	return v ? v->text : (struct str){0};
}

int64_t value_int_at(const struct value *map, const char *key)
{
	const struct value *v = value_get(map, str_of(key));

	return v && v->kind == VALUE_NUMBER ? (int64_t)value_number(v) : -1;
}

const struct value *value_list_at(const struct value *map, const char *key)
{
	static const struct value none = {.kind = VALUE_LIST};
	const struct value *v = value_get(map, str_of(key));

	return v && v->kind == VALUE_LIST ? v : &none;
}

bool value_true_at(const struct value *map, const char *key)
{
	const struct value *v = value_get(map, str_of(key));

	return v && v->kind == VALUE_BOOL && v->boolean;
}
