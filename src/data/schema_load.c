#include "data/schema_parts.h"

/* null and, for a list, [] say as much as no line at all. */
static bool is_absent(const struct field *f, const struct value *v)
{
	return !v || v->kind == VALUE_NULL ||
	       ((f->flags & FIELD_MANY) && v->kind == VALUE_LIST && !v->n);
}

/* What an int and a choice are when nothing is known of them; the rest is zero. */
static void set_absent(const struct field *f, void *member)
{
	if (f->flags & FIELD_MANY)
		return;
	if (f->type == FIELD_INT || f->type == FIELD_MONEY)
		*(int64_t *)member = -1;
	else if (f->type == FIELD_CHOICE)
		*(int *)member = -1;
}

static struct pos line_of(struct pos at)
{
	at.col = 0;
	return at;
}

static bool refuse_absent(struct loader *l, const struct schema *s, const struct field *f,
			  struct pos at)
{
	if (!f->label)
		return diag_error(l->diag, at, _("%s needs \"%s\""), _(s->name), f->key);
	return diag_error(l->diag, at, _("%s needs \"%s\" (%s)"), _(s->name), f->key, f->label);
}

static void refuse_unknown(struct loader *l, const struct schema *s, const struct slots *slots,
			   const struct value_entry *e)
{
	const char *guess = schema_guess_key(&l->scratch, slots, e->key);

	if (guess)
		diag_error(l->diag, e->pos,
			   _("unknown key \"" STR_FMT "\" in %s; did you mean \"%s\"?"),
			   STR_ARG(e->key), _(s->name), guess);
	else
		diag_error(l->diag, e->pos, _("unknown key \"" STR_FMT "\" in %s"),
			   STR_ARG(e->key), _(s->name));
}

static bool refuse_second(struct loader *l, const struct value_entry *first,
			  const struct value_entry *second)
{
	diag_error(l->diag, second->pos,
		   _("\"" STR_FMT "\" is the same key as \"" STR_FMT "\""),
		   STR_ARG(second->key), STR_ARG(first->key));
	diag_note(l->diag, first->pos, _("the first one is here"));
	return false;
}

/* Each entry of v to the slot of its field. */
static bool sort_entries(struct loader *l, const struct schema *s, const struct value *v,
			 struct slots *slots)
{
	bool good = true;
	uint32_t unknown = 0;

	for (uint32_t i = 0; i < v->n; i++) {
		const struct value_entry *e = &v->entries[i];
		struct slot *slot = schema_slot(&l->scratch, slots, e->key);

		if (!slot && ++unknown <= UNKNOWN_KEYS_MAX)
			refuse_unknown(l, s, slots, e);
		else if (slot && slot->entry)
			good = refuse_second(l, slot->entry, e);
		else if (slot)
			slot->entry = e;
	}
	if (unknown > UNKNOWN_KEYS_MAX)
		diag_error(l->diag, line_of(v->pos), _("%u more unknown keys in %s"),
			   unknown - UNKNOWN_KEYS_MAX, _(s->name));
	return good && !unknown;
}

static bool load_map(struct loader *l, const struct schema *s, const struct value *v,
		     void *out);

static bool load_item(struct loader *l, const struct given *g, const struct value *v, void *to)
{
	struct str called;

	if (v->kind == VALUE_NULL) {
		called = schema_name_given(&l->scratch, g);
		return diag_error(l->diag, v->pos, _("an item of " STR_FMT " is empty"),
				  STR_ARG(called));
	}
	if (g->field->type != FIELD_MAP)
		return schema_take_value(l, g, v, to);
	if (v->kind != VALUE_MAP)
		return schema_refuse_kind(l, g, v);
	return load_map(l, g->field->map, v, to);
}

static bool check_length(struct loader *l, const struct given *g, const struct value *v,
			 uint32_t n)
{
	const struct field *f = g->field;
	struct str called;

	if (schema_has_max(f) && n > (uint64_t)f->max) {
		called = schema_name_given(&l->scratch, g);
		return diag_error(l->diag, v->pos,
				  _(STR_FMT " must have at most %lld items, not %u"),
				  STR_ARG(called), (long long)f->max, n);
	}
	if (schema_has_min(f) && n < (uint64_t)f->min) {
		called = schema_name_given(&l->scratch, g);
		return diag_error(l->diag, v->pos,
				  _(STR_FMT " must have at least %lld items, not %u"),
				  STR_ARG(called), (long long)f->min, n);
	}
	return true;
}

static bool load_many(struct loader *l, const struct given *g, const struct value *v,
		      struct list *to)
{
	const struct value_entry single = {.pos = v->pos, .value = v};
	const struct value_entry *entries = v->kind == VALUE_LIST ? v->entries : &single;
	uint32_t n = v->kind == VALUE_LIST ? v->n : 1;
	size_t size = schema_item_size(g->field);
	bool good = check_length(l, g, v, n);
	char *items = arena_alloc(l->arena, n, size, _Alignof(max_align_t));

	for (uint32_t i = 0; i < n; i++)
		good &= load_item(l, g, entries[i].value, items + i * size);
	*to = (struct list){items, n};
	return good;
}

/* A map that stands alone is reached by a pointer, so that it can be absent. */
static bool load_map_alone(struct loader *l, const struct given *g, const struct value *v,
			   void *member)
{
	void *map;

	if (v->kind != VALUE_MAP)
		return schema_refuse_kind(l, g, v);
	map = arena_alloc(l->arena, 1, g->field->map->size, _Alignof(max_align_t));
	memcpy(member, &map, sizeof(map));
	return load_map(l, g->field->map, v, map);
}

/* "khong-thu", "Không thu", as an item too: the list is empty on purpose. */
static bool is_word(struct loader *l, const struct field *f, const struct value *v)
{
	if (v->kind == VALUE_LIST && v->n == 1)
		v = v->entries[0].value;
	return f->word && v->kind == VALUE_STRING &&
	       str_eq(schema_key(&l->scratch, v->text),
		      schema_key(&l->scratch, str_of(f->word)));
}

static bool load_field(struct loader *l, const struct slot *slot, void *out)
{
	const struct given g = {slot->field, slot->entry->key};
	const struct value *v = slot->entry->value;
	void *member = (char *)out + g.field->offset;

	if (is_word(l, g.field, v))
		return *(bool *)((char *)out + g.field->word_offset) = true;
	if (g.field->flags & FIELD_MANY)
		return load_many(l, &g, v, member);
	if (g.field->type == FIELD_MAP)
		return load_map_alone(l, &g, v, member);
	return schema_take_value(l, &g, v, member);
}

static bool load_slot(struct loader *l, const struct schema *s, const struct value *v,
		      const struct slot *slot, void *out)
{
	const struct value_entry *e = slot->entry;

	set_absent(slot->field, (char *)out + slot->field->offset);
	if (!is_absent(slot->field, e ? e->value : NULL))
		return load_field(l, slot, out);
	if (!schema_requires(s, slot->field))
		return true;
	return refuse_absent(l, s, slot->field, e ? e->pos : line_of(v->pos));
}

static bool load_map(struct loader *l, const struct schema *s, const struct value *v, void *out)
{
	struct slots slots;
	bool good;

	schema_collect(s, &slots);
	good = sort_entries(l, s, v, &slots);
	for (size_t i = 0; i < slots.n; i++)
		good &= load_slot(l, s, v, &slots.slot[i], out);
	return good;
}

bool schema_load(struct arena *a, const struct schema *s, const struct value *v, void *out,
		 struct diag *d)
{
	struct loader l = {.arena = a, .diag = d};
	bool good;

	if (v->kind != VALUE_MAP && v->kind != VALUE_NULL)
		return diag_error(d, line_of(v->pos),
				  _("%s is written as lines of the form \"key: value\""),
				  _(s->name));
	good = load_map(&l, s, v, out);
	arena_free(&l.scratch);
	return good;
}
