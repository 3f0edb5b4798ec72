#include "site/convert_fields.h"

struct converting_fields {
	struct arena *keep, *scratch;
	const struct markdown_hooks *hooks;
	struct diag *diag;
};

static bool convert_text(struct converting_fields *c, struct marked_text *m)
{
	struct buf out = {.arena = c->scratch};

	if (!m->text.n)
		return true;
	if (!markdown_fragment(c->scratch, m->pos, m->text, c->hooks, &out, c->diag))
		return false;
	m->html = str_dup(c->keep, buf_str(&out));
	return true;
}

static bool convert_struct(struct converting_fields *c, const struct schema *s, char *data);

static bool convert_item(struct converting_fields *c, const struct field *f, void *item)
{
	return f->type == FIELD_MARKDOWN ? convert_text(c, item)
					 : convert_struct(c, f->map, item);
}

static bool convert_list(struct converting_fields *c, const struct field *f,
			 const struct list *list)
{
	size_t size = f->type == FIELD_MARKDOWN ? sizeof(struct marked_text) : f->map->size;
	bool ok = true;

	for (size_t i = 0; i < list->n; i++)
		ok &= convert_item(c, f, (char *)list->items + i * size);
	return ok;
}

static bool convert_field(struct converting_fields *c, const struct field *f, char *member)
{
	if (f->type != FIELD_MARKDOWN && f->type != FIELD_MAP)
		return true;
	if (f->flags & FIELD_MANY)
		return convert_list(c, f, (struct list *)(void *)member);
	if (f->type == FIELD_MARKDOWN)
		return convert_item(c, f, member);
	return !*(char **)(void *)member || convert_struct(c, f->map, *(char **)(void *)member);
}

static bool convert_struct(struct converting_fields *c, const struct schema *s, char *data)
{
	bool ok = !s->parent || convert_struct(c, s->parent, data);

	for (const struct field *f = s->fields; f->key; f++)
		ok &= convert_field(c, f, data + f->offset);
	return ok;
}

bool convert_fields(struct page *p, const struct markdown_hooks *hooks, struct worker *w)
{
	struct converting_fields c = {&w->keep, &w->scratch, hooks, &w->diag};

	return convert_struct(&c, p->kind->schema, p->data);
}
