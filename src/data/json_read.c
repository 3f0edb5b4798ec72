#include "data/value.h"

#include <jansson.h>

struct reading {
	struct arena *arena;
	size_t depth;
};

static const struct value *take_value(struct reading *r, json_t *json);

static const struct value *take_list(struct reading *r, const json_t *json)
{
	struct value *list = value_list(r->arena);

	for (size_t i = 0; i < json_array_size(json); i++) {
		const struct value *item = take_value(r, json_array_get(json, i));

		if (!item)
			return NULL;
		value_push(r->arena, list, item);
	}
	return list;
}

static const struct value *take_map(struct reading *r, json_t *json)
{
	struct value *map = value_map(r->arena);
	const char *key;
	json_t *member;

	if (json_object_size(json) > JSON_KEYS_MAX)
		return NULL;
	json_object_foreach(json, key, member)
	{
		const struct value *v = take_value(r, member);

		if (!v)
			return NULL;
		value_set(r->arena, map, str_dup(r->arena, str_of(key)), v);
	}
	return map;
}

static const struct value *take_text(struct reading *r, const json_t *json)
{
	struct str text = {json_string_value(json), json_string_length(json)};

	return value_string(r->arena, str_dup(r->arena, text));
}

static const struct value *take_number(struct reading *r, const json_t *json)
{
	struct value *v =
		value_string(r->arena, str_fmt(r->arena, "%.17g", json_real_value(json)));

	v->kind = VALUE_NUMBER;
	return v;
}

static const struct value *take_any(struct reading *r, json_t *json)
{
	switch (json_typeof(json)) {
	case JSON_OBJECT:
		return take_map(r, json);
	case JSON_ARRAY:
		return take_list(r, json);
	case JSON_STRING:
		return take_text(r, json);
	case JSON_REAL:
		return take_number(r, json);
	case JSON_NULL:
		return value_null(r->arena);
	default:
		return value_bool(r->arena, json_is_true(json));
	}
}

static const struct value *take_value(struct reading *r, json_t *json)
{
	const struct value *v;

	if (r->depth == JSON_DEPTH_MAX)
		return NULL;
	r->depth++;
	v = take_any(r, json);
	r->depth--;
	return v;
}

/* No more values than that: each stands first in a list or map, or behind a comma. Looked at
 * before the library makes room for them, a hundred times what was written. */
static size_t most_values(struct str text)
{
	size_t n = 1;

	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '[' || text.p[i] == '{' || text.p[i] == ',';
	return n;
}

const struct value *value_from_json(struct arena *a, struct str text)
{
	const size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY |
			     JSON_DECODE_INT_AS_REAL | JSON_ALLOW_NUL;
	struct reading r = {.arena = a};
	const struct value *v = NULL;
	json_t *json = NULL;

	if (text.n <= JSON_BYTES_MAX && most_values(text) <= JSON_VALUES_MAX)
		json = json_loadb(text.p, text.n, flags, NULL);
	if (json)
		v = take_value(&r, json);
	json_decref(json);
	return v;
}
