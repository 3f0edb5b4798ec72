#include "site/lint.h"

#include "kinds/access_rules.h"
#include "kinds/contact.h"
#include "kinds/media.h"
#include "kinds/privacy_rules.h"
#include "kinds/unit.h"
#include "text/locate.h"

/* Something found in a text of a page. */
struct exposure {
	struct privacy_find found; /* its text lives as long as the page */
	struct pos at;
	struct exposure *next;
};

/* The words of a link or a picture, in a field, that say nothing. */
struct unclear {
	const struct rule *rule;
	struct str text; /* what is said of it */
	struct pos at;
	struct unclear *next;
};

struct linting {
	struct page *page;
	struct str file; /* its text */
	struct locator where;
	struct worker *worker;
};

static void note(struct linting *l, const struct privacy_find *found, struct pos at)
{
	struct exposure *e = arena_new(&l->worker->keep, struct exposure);

	*e = (struct exposure){*found, at, l->page->exposures};
	e->found.text = str_dup(&l->worker->keep, found->text);
	l->page->exposures = e;
}

static struct pos place_of(struct linting *l, size_t offset)
{
	return locator_at(&l->where, &l->worker->scratch, offset);
}

static size_t offset_of(struct linting *l, struct pos at)
{
	struct str line = locator_line(&l->where, &l->worker->scratch, (int)at.line);

	return (size_t)(line.p - l->file.p) + (at.col ? at.col - 1 : 0);
}

/* In the order in which they stand there: a text in several lines begins below its key.
 * What was written in another way has the field's place. */
static void lint_text(struct linting *l, const struct value *v)
{
	struct privacy_find found;
	size_t from = 0, at;

	for (size_t i = 0; privacy_find(v->text, i, &found); i = found.at + found.text.n) {
		if (!from)
			from = offset_of(l, v->pos);
		if (str_find(l->file, found.text, from, &at)) {
			note(l, &found, place_of(l, at));
			from = at + found.text.n;
		} else {
			note(l, &found, v->pos);
		}
	}
}

/* Sums of files are no numbers of people. */
static bool is_left_alone(struct str key)
{
	return str_eq_z(key, "sha256");
}

static void lint_value(struct linting *l, const struct value *v)
{
	if (v->kind == VALUE_STRING || v->kind == VALUE_NUMBER)
		lint_text(l, v);
	for (uint32_t i = 0; i < v->n; i++) {
		if (!is_left_alone(v->entries[i].key))
			lint_value(l, v->entries[i].value);
	}
}

static struct unclear *unclear_new(struct arena *a, const struct markdown_part *part)
{
	struct unclear *u = arena_new(a, struct unclear);

	u->at = part->at;
	u->rule = access_judge(a, part, &u->text);
	return u->rule ? u : NULL;
}

/* {ten, url} is a link, {ten, den} one of a menu, {ten, tep} a file; alt is a picture's. */
static bool is_part(const struct value *v, struct markdown_part *part)
{
	const struct value *name = NULL, *url = NULL, *alt = NULL;

	for (uint32_t i = 0; i < v->n; i++) {
		struct str key = v->entries[i].key;
		const struct value *item = v->entries[i].value;

		if (item->kind != VALUE_STRING || !item->text.n)
			continue;
		if (str_eq(key, STR("ten")))
			name = item;
		else if (str_eq(key, STR("url")) || str_eq(key, STR("den")) ||
			 str_eq(key, STR("tep")))
			url = item;
		else if (str_eq(key, STR("alt")))
			alt = item;
	}
	if (alt)
		*part = (struct markdown_part){
			.type = MARKDOWN_PICTURE, .at = alt->pos, .text = alt->text};
	else if (name && url)
		*part = (struct markdown_part){.type = MARKDOWN_LINK,
					       .at = name->pos,
					       .text = name->text,
					       .url = url->text};
	return alt || (name && url);
}

static void find_unclear(struct arena *a, const struct value *v, struct unclear **found)
{
	struct markdown_part part;
	struct unclear *u;

	if (v->kind == VALUE_MAP && is_part(v, &part) && (u = unclear_new(a, &part)) != NULL) {
		u->next = *found;
		*found = u;
	}
	for (uint32_t i = 0; i < v->n; i++)
		find_unclear(a, v->entries[i].value, found);
}

static void lint_body(struct linting *l)
{
	struct privacy_find found;

	for (size_t at = l->page->body_at; privacy_find(l->file, at, &found);
	     at = found.at + found.text.n)
		note(l, &found, place_of(l, found.at));
}

void lint_page(struct page *p, struct str file, const struct value *v, struct worker *w)
{
	struct linting l = {.page = p, .file = file, .worker = w};

	locator_start(&l.where, (struct pos){&p->source, 1, 1}, file);
	if (p->kind != &media_kind) /* SP-03 */
		find_unclear(&w->keep, v, &p->unclear);
	if (p->kind->no_page)
		return;
	lint_value(&l, v);
	if (p->body_line)
		lint_body(&l);
}

/* The records whose telephone numbers are official. */
static bool gives_phones(const struct page *p)
{
	return p->kind == &contact_kind || p->kind == &unit_kind;
}

static void add_phone(struct map *phones, struct str number)
{
	struct str digits = privacy_phone_digits(phones->arena, number);

	if (digits.n)
		map_set(phones, digits, phones);
}

static void collect_phones(const struct site *s, struct map *phones)
{
	const struct organisation *o = s->config->organisation;

	add_phone(phones, o->phone);
	add_phone(phones, o->hotline);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		for (const struct exposure *e = gives_phones(p) ? p->exposures : NULL; e;
		     e = e->next) {
			if (e->found.type == PRIVACY_PHONE)
				add_phone(phones, str_of(e->found.digits));
		}
	}
}

static void report_unclear(const struct site *s, const struct unclear *u, struct diag *d)
{
	for (; u; u = u->next)
		rule_report(&s->laws, s->now, d, u->at, u->rule, u->text);
}

static void report(const struct site *s, const struct page *p, const struct map *phones,
		   struct diag *d)
{
	for (const struct exposure *e = p->exposures; e; e = e->next) {
		if (e->found.type == PRIVACY_PHONE && map_get(phones, str_of(e->found.digits)))
			continue;
		rule_report(&s->laws, s->now, d, e->at, &privacy_rules[e->found.type],
			    privacy_message(d->arena, e->found.type, e->found.text));
	}
}

void lint_report(const struct site *s, struct diag *d)
{
	struct arena scratch = {0};
	struct map phones = {.arena = &scratch};
	struct unclear *menus = NULL;

	collect_phones(s, &phones);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		struct diag_item *mark = d->last;

		if (p->visibility == PAGE_DRAFT || p->visibility == PAGE_WITHDRAWN)
			continue;
		report(s, p, &phones, d);
		report_unclear(s, p->unclear, d);
		if (p->visibility == PAGE_WAITING || p->visibility == PAGE_WITHHELD)
			diag_soften(d, mark);
	}
	arena_free(&scratch);
	find_unclear(d->arena, s->config->written, &menus);
	report_unclear(s, menus, d);
}
