/* The fields of a record: what they name, and where that is written. */
#include "kinds/faq.h"
#include "kinds/procedure.h"
#include "site/mentions.h"
#include "text/locate.h"

/* The texts of a record as they are written. */
struct scan {
	struct mentioning *m;
	struct locator where;
	struct diag *diag;
};

/* A text of several lines goes on as long as they are indented or empty. */
static int last_line(struct scan *c, const struct value *v)
{
	int line = (int)v->pos.line;
	struct str next;

	do
		next = locator_line(&c->where, c->m->scratch, ++line);
	while ((next.n && next.p[0] == ' ') || (!next.n && line < (int)c->where.n_lines));
	return line - 1;
}

/* In quotes or without: the guess is right where nothing is escaped. */
static struct pos place_in(struct scan *c, const struct value *v,
			   const struct markdown_mention *mention)
{
	struct str core = {v->text.p + mention->core, mention->to - mention->core};
	int line = (int)v->pos.line, column = (int)(v->pos.col + mention->core);
	struct str written = locator_line(&c->where, c->m->scratch, line);
	size_t first = v->pos.col - 1;

	if (first < written.n && strchr("\"'", written.p[first]))
		column++;
	return locator_find(&c->where, c->m->scratch, line, column, &core, 1);
}

static void scan_text(struct scan *c, const struct value *v)
{
	struct markdown_mention *list;
	size_t n;

	if (v->kind != VALUE_STRING)
		return;
	n = mentions_find(c->m, c->m->scratch, v->text, &list);
	if (n)
		locator_limit(&c->where, c->m->scratch, (int)v->pos.line, last_line(c, v));
	for (size_t i = 0; i < n; i++)
		mentions_tell(c->m, &list[i], place_in(c, v, &list[i]), c->diag);
}

static const struct value nothing = {.kind = VALUE_MAP};

/* can_cu, can_cu_phap_ly: what stands there is what the record rests on. */
static bool is_basis(const struct field *f)
{
	return strncmp(f->key, "can_cu", strlen("can_cu")) == 0;
}

static void scan_map(struct scan *c, const struct schema *s, const struct value *v);

static void scan_value(struct scan *c, const struct field *f, const struct value *v)
{
	if (f->type == FIELD_MAP)
		scan_map(c, f->map, v);
	else
		scan_text(c, v);
}

static void scan_field(struct scan *c, const struct field *f, const struct value *v)
{
	bool text = f->type == FIELD_STRING || f->type == FIELD_TEXT;
	bool outer = c->m->is_basis;

	if ((!text && f->type != FIELD_MAP) || (f->flags & FIELD_VERBATIM))
		return;
	c->m->is_basis |= is_basis(f);
	if (v->kind != VALUE_LIST)
		scan_value(c, f, v);
	for (uint32_t i = 0; v->kind == VALUE_LIST && i < v->n; i++)
		scan_value(c, f, v->entries[i].value);
	c->m->is_basis = outer;
}

/* {so_ky_hieu, ngay, co_quan}: what a text says in one row, in fields. */
static void look_beside(struct mentioning *m, const struct value *v)
{
	const struct value_entry *date = schema_find(v, "ngay");
	const struct value_entry *issuer = schema_find(v, "co_quan");

	m->is_row = v != &nothing;
	m->date_beside = (struct date){0};
	m->issuer_beside = (struct str){0};
	if (date && date->value->kind == VALUE_STRING)
		date_parse(date->value->text, true, false, &m->date_beside);
	if (issuer && issuer->value->kind == VALUE_STRING)
		m->issuer_beside = issuer->value->text;
}

static void scan_map(struct scan *c, const struct schema *s, const struct value *v)
{
	if (v->kind != VALUE_MAP)
		return;
	if (s->parent)
		scan_map(c, s->parent, v);
	for (const struct field *f = s->fields; f->key; f++) {
		const struct value_entry *e = schema_find(v, f->key);

		look_beside(c->m, strcmp(f->key, "so_ky_hieu") == 0 ? v : &nothing);
		if (e)
			scan_field(c, f, e->value);
	}
}

/* Of procedures TT-05 says it, of answers HD-05. */
static void check_basis(void *context, const struct field *f, const struct ref *ref)
{
	struct scan *c = context;
	const struct page *to = ref->to;

	if (to && is_basis(f) && c->m->page->kind != &procedure_kind &&
	    c->m->page->kind != &faq_kind)
		mentions_tell_ended(c->m, to, ref->pos, c->diag);
}

void mentions_in_fields(struct mentioning *m, struct str file, struct diag *d)
{
	const struct page *p = m->page;
	struct scan c = {.m = m, .diag = d};

	schema_each_ref(p->kind->schema, p->data, check_basis, &c);
	if (!mentions_possible(m, p->body_line ? str_head(file, p->body_at) : file))
		return;
	locator_start(&c.where, (struct pos){&p->source, 1, 1}, file);
	scan_map(&c, p->kind->schema, page_written(m->scratch, p, d));
}
