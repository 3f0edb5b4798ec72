#include "data/schema.h"

struct visit {
	schema_ref_visit_fn *fn;
	void *context;
};

static void visit_struct(const struct visit *v, const struct schema *s, const char *data);

static void visit_item(const struct visit *v, const struct field *f, const void *item)
{
	const struct ref *ref = item;

	if (f->type == FIELD_MAP)
		visit_struct(v, f->map, item);
	else if (ref->code.n)
		v->fn(v->context, f, ref);
}

static void visit_list(const struct visit *v, const struct field *f, const struct list *list)
{
	size_t size = f->type == FIELD_REF ? sizeof(struct ref) : f->map->size;

	for (size_t i = 0; i < list->n; i++)
		visit_item(v, f, (const char *)list->items + i * size);
}

static void visit_field(const struct visit *v, const struct field *f, const char *member)
{
	if (f->type != FIELD_REF && f->type != FIELD_MAP)
		return;
	if (f->flags & FIELD_MANY)
		visit_list(v, f, (const struct list *)(const void *)member);
	else if (f->type == FIELD_REF)
		visit_item(v, f, member);
	else if (*(const char *const *)(const void *)member)
		visit_struct(v, f->map, *(const char *const *)(const void *)member);
}

static void visit_struct(const struct visit *v, const struct schema *s, const char *data)
{
	if (s->parent)
		visit_struct(v, s->parent, data);
	for (const struct field *f = s->fields; f->key; f++)
		visit_field(v, f, data + f->offset);
}

void schema_each_ref(const struct schema *s, const void *data, schema_ref_visit_fn *fn,
		     void *context)
{
	visit_struct(&(struct visit){fn, context}, s, data);
}
