/* What documents say of each other: who ends whom, and circles. */
#include "kinds/legal_parts.h"

/* "bi-thay-the" is "thay-the", read from the other end. */
static enum relation_type turned(enum relation_type type)
{
	return type == LEGAL_REPLACED_BY  ? LEGAL_REPLACES
	       : type == LEGAL_AMENDED_BY ? LEGAL_AMENDS
					  : type;
}

static bool is_by_another(enum relation_type type)
{
	return turned(type) != type;
}

/* The day from which the other one stands in the place of this one, when it is known. */
static struct date replaced_from(const struct legal *by)
{
	static const struct date unknown = {0};

	return by->issue_state == LEGAL_DRAFT ? unknown : by->effective;
}

struct settling {
	struct arena *arena;
	struct legal *document;
	struct date today, replaced; /* by the first that does */
	const struct legal *successor;
	struct legal_edge *edges;
	size_t n, cap;
};

static void add_edge(struct settling *s, enum relation_type type, const struct legal *to,
		     struct pos pos)
{
	s->edges = arena_room(s->arena, s->edges, s->n, &s->cap, sizeof(*s->edges));
	s->edges[s->n++] = (struct legal_edge){type, to, pos};
}

/* In part only, when a scope is given. */
static void be_replaced(struct settling *s, const struct legal *by, bool in_part)
{
	struct date from = replaced_from(by);
	bool has_come = date_is_set(from) && date_days(from) <= date_days(s->today);

	if (in_part) {
		s->document->partly_ended |= has_come;
		return;
	}
	if (s->successor && (!date_is_set(from) ||
			     (date_is_set(s->replaced) && date_cmp(s->replaced, from) <= 0)))
		return;
	s->successor = by;
	s->replaced = from;
}

/* What the document x says of another one that is `of`, read from the end of `of`. */
static void hear(struct settling *s, const struct relation *r, const struct legal *x)
{
	if (is_by_another((enum relation_type)r->type))
		add_edge(s, turned((enum relation_type)r->type), x, r->document.pos);
	else if (r->type == LEGAL_REPLACES)
		be_replaced(s, x, r->scope.n > 0);
	else if (r->type == LEGAL_PARTLY_REPEALS)
		be_replaced(s, x, true);
}

static void hear_all(struct settling *s, const struct legal *x)
{
	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);

		if (str_eq(r->document.code, s->document->common.code))
			hear(s, r, x);
	}
}

static void state(struct settling *s, const struct relation *r, const struct legal *to)
{
	if (r->type == LEGAL_REPLACED_BY)
		be_replaced(s, to, r->scope.n > 0);
	if (!is_by_another((enum relation_type)r->type))
		add_edge(s, (enum relation_type)r->type, to, r->document.pos);
}

/* A document that another one replaces ends when that one is in force. */
static void end_by_successor(struct settling *s)
{
	struct legal *x = s->document;

	if (!s->successor)
		return;
	if (!date_is_set(x->ends))
		x->ends = s->replaced;
	if (date_is_set(x->ends))
		x->replaced_by = legal_title(s->arena, s->successor);
}

void legal_settle(struct arena *a, void *data, const struct record *backlinks, size_t n,
		  struct record (*look)(const struct ref *ref), struct date today)
{
	struct legal *x = data;
	struct settling s = {.arena = a, .document = x, .today = today};

	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);

		if (r->document.to)
			state(&s, r, look(&r->document).data);
	}
	for (size_t i = 0; i < n; i++) {
		if (backlinks[i].kind == &legal_kind)
			hear_all(&s, backlinks[i].data);
	}
	end_by_successor(&s);
	x->edges = (struct list){s.edges, s.n};
}

/* The documents that have been met on the way; few, so a list will do. */
struct met {
	struct arena *arena;
	const struct legal **items;
	size_t n, cap;
};

static bool meet(struct met *met, const struct legal *x)
{
	for (size_t i = 0; i < met->n; i++) {
		if (met->items[i] == x)
			return false;
	}
	met->items = arena_room(met->arena, (void *)met->items, met->n, &met->cap,
				sizeof(const struct legal *));
	met->items[met->n++] = x;
	return true;
}

static void meet_all(struct met *met, const struct legal *x, enum relation_type type)
{
	for (size_t i = 0; i < x->edges.n; i++) {
		const struct legal_edge *e = LIST_ITEM(x->edges, struct legal_edge, i);

		if (e->type == type)
			meet(met, e->to);
	}
}

/* By that relation alone, in any number of steps. */
static bool leads_back(struct arena *a, const struct legal_edge *first, const struct legal *x)
{
	struct met met = {.arena = a};

	meet(&met, first->to);
	for (size_t i = 0; i < met.n; i++) {
		if (met.items[i] == x)
			return true;
		meet_all(&met, met.items[i], first->type);
	}
	return false;
}

const struct legal_edge *legal_circle(struct arena *a, const struct legal *x)
{
	for (size_t i = 0; i < x->edges.n; i++) {
		const struct legal_edge *e = LIST_ITEM(x->edges, struct legal_edge, i);

		if (e->to != x && leads_back(a, e, x))
			return e;
	}
	return NULL;
}
