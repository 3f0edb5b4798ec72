#include <assert.h>

#include "data/schema_parts.h"
#include "viet/fold.h"

enum {
	GUESS_MAX = 3, /* changes between a key and what was meant, at most */
};

static bool is_folded(struct str key)
{
	for (size_t i = 0; i < key.n; i++) {
		char c = key.p[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_')
			return false;
	}
	return true;
}

struct str schema_key(struct arena *a, struct str key)
{
	struct str folded;
	char *p;

	if (is_folded(key))
		return key;
	folded = viet_fold(a, str_trim(key));
	p = str_z(a, folded);
	for (size_t i = 0; i < folded.n; i++) {
		if (p[i] == ' ' || p[i] == '-')
			p[i] = '_';
	}
	return (struct str){p, folded.n};
}

static bool has_key(const struct field *f, struct str key)
{
	return key.n && key.p[0] == f->key[0] && str_eq_z(key, f->key);
}

static struct slot *find_slot(struct slots *slots, size_t n, struct str key)
{
	for (size_t i = 0; i < n; i++) {
		if (has_key(slots->slot[i].field, key))
			return &slots->slot[i];
	}
	return NULL;
}

static void add_field(struct slots *out, size_t n_parents, const struct field *f)
{
	struct slot *slot = find_slot(out, n_parents, str_of(f->key));

	if (!slot) {
		assert(out->n < SCHEMA_FIELDS_MAX);
		slot = &out->slot[out->n++];
	}
	*slot = (struct slot){.field = f};
}

void schema_collect(const struct schema *s, struct slots *out)
{
	size_t n_parents;

	if (s->parent)
		schema_collect(s->parent, out);
	else
		out->n = 0;
	n_parents = out->n;
	for (const struct field *f = s->fields; f->key; f++)
		add_field(out, n_parents, f);
}

struct slot *schema_slot(struct arena *scratch, struct slots *slots, struct str key)
{
	return find_slot(slots, slots->n, schema_key(scratch, key));
}

const struct field *schema_field(const struct schema *s, const char *key)
{
	for (; s; s = s->parent) {
		for (const struct field *f = s->fields; f->key; f++) {
			if (strcmp(f->key, key) == 0)
				return f;
		}
	}
	return NULL;
}

bool schema_holds(const struct schema *s, enum field_type type)
{
	for (; s; s = s->parent) {
		for (const struct field *f = s->fields; f->key; f++) {
			if (f->type == type)
				return true;
			if (f->type == FIELD_MAP && schema_holds(f->map, type))
				return true;
		}
	}
	return false;
}

static bool is_listed(const char *const *keys, const char *key)
{
	for (; keys && *keys; keys++) {
		if (strcmp(*keys, key) == 0)
			return true;
	}
	return false;
}

bool schema_requires(const struct schema *s, const struct field *f)
{
	if (f->flags & FIELD_REQUIRED)
		return true;
	for (; s; s = s->parent) {
		if (is_listed(s->required, f->key))
			return true;
	}
	return false;
}

bool schema_expects(const struct schema *s, const struct field *f)
{
	return (f->flags & FIELD_EXPECTED) || schema_requires(s, f);
}

const struct value_entry *schema_find(const struct value *v, const char *key)
{
	const struct value_entry *found = NULL;
	struct arena scratch = {0};

	if (!v || v->kind != VALUE_MAP)
		return NULL;
	for (uint32_t i = 0; i < v->n && !found; i++) {
		if (str_eq_z(schema_key(&scratch, v->entries[i].key), key))
			found = &v->entries[i];
	}
	arena_free(&scratch);
	return found;
}

/* How far key is from what f is called, by its key or its label; limit + 1 when
 * farther than limit. */
static size_t distance(struct arena *scratch, const struct field *f, struct str key,
		       size_t limit)
{
	size_t from_key = viet_distance(key, str_of(f->key), limit), from_label;

	if (!f->label)
		return from_key;
	from_label = viet_distance(key, schema_key(scratch, str_of(f->label)), limit);
	return from_key < from_label ? from_key : from_label;
}

const char *schema_guess_key(struct arena *scratch, const struct slots *slots, struct str key)
{
	struct str folded = schema_key(scratch, key);
	size_t near = 1 + folded.n / 4;
	const char *guess = NULL;

	if (near > GUESS_MAX)
		near = GUESS_MAX;
	for (size_t i = 0; i < slots->n; i++) {
		const struct field *f = slots->slot[i].field;
		size_t far = distance(scratch, f, folded, near);

		if (far > near)
			continue;
		guess = f->key;
		if (far == 0)
			break;
		near = far - 1;
	}
	return guess;
}
