#include "site/mentions.h"

#include "kinds/legal.h"
#include "kinds/plan.h"
#include "kinds/plan_rules.h"
#include "site/catalogue.h"
#include "text/html.h"

/* A mention, and what is to be said of it. */
struct found {
	struct docnum number; /* number.to is 0 for a name */
	struct str written;
	const struct catalogued *to;   /* NULL: unknown, or one of several */
	const struct catalogued *near; /* another document of that number */
	bool several;
	bool rests; /* the text rests on it */
};

bool mentions_possible(const struct mentioning *m, struct str text)
{
	struct name_found name;
	struct docnum n;

	return docnum_find(m->scratch, text, 0, &n) ||
	       names_find(&m->site->catalogue->names, text, 0, &name);
}

static bool has_ended(const struct page *p, struct date day)
{
	return p->kind->has_ended && p->kind->has_ended(p->data, day);
}

static void put_title(struct buf *out, const struct catalogued *to, bool ended)
{
	html_escape(out, to->page->title);
	if (to->page->summary.n)
		buf_add_z(out, ": ");
	html_escape(out, to->page->summary);
	if (ended)
		buf_fmt(out, " (hết hiệu lực từ %.*s)",
			STR_ARG(date_short(out->arena, to->is.ends)));
}

static void put_link(const struct mentioning *m, const struct catalogued *to,
		     struct markdown_mention *mention, struct arena *a)
{
	bool ended = has_ended(to->page, m->site->now);
	struct buf out = {.arena = a};

	buf_add_z(&out, ended ? "<a class=\"van-ban het-hieu-luc\" href=\""
			      : "<a class=\"van-ban\" href=\"");
	html_escape(&out, m->site->config->base);
	url_put(&out, to->page->url);
	buf_add_z(&out, "\" title=\"");
	put_title(&out, to, ended);
	buf_add_z(&out, "\">");
	mention->open = buf_str(&out);
	mention->close = STR("</a>");
}

/* A way through a text: the next number and the next name from here on. */
struct looking {
	struct mentioning *m;
	struct arena *a;
	struct str text;
	size_t from;
	bool has_number, has_name;
	struct docnum number;
	struct name_found name;
};

/* Codes of procedures and births are no documents. */
static bool is_document(const struct docnum *n)
{
	return n->form != DOCNUM_PROCEDURE && n->form != DOCNUM_BIRTH;
}

static void look_up(const struct mentioning *m, struct found *f)
{
	enum docnum_form form = f->number.form;
	struct choice_of_number chosen;

	if (form == DOCNUM_SUSPICIOUS || form == DOCNUM_EMPTY)
		return;
	chosen = catalogue_choose(m->scratch, m->site->catalogue, &f->number);
	f->to = chosen.one;
	f->near = chosen.near;
	f->several = chosen.several;
}

/* Each is looked for again only when what was found lies behind us. */
static void look_on(struct looking *l)
{
	while (l->has_number && (l->number.from < l->from || !is_document(&l->number))) {
		size_t from = l->number.to > l->from ? l->number.to : l->from;

		l->has_number = docnum_find(l->a, l->text, from, &l->number);
	}
	if (l->has_name && l->name.from < l->from)
		l->has_name =
			names_find(&l->m->site->catalogue->names, l->text, l->from, &l->name);
}

static void take_name(struct looking *l, struct markdown_mention *mention, struct found *f)
{
	size_t from = l->name.from, to = l->name.to;

	*mention = (struct markdown_mention){.from = from, .to = to, .core = from};
	f->to = l->name.value;
	f->rests =
		l->m->is_basis || catalogue_rests_on(l->m->site->catalogue, l->text, from, to);
}

static void take_number(struct looking *l, struct markdown_mention *mention, struct found *f)
{
	const struct docnum *n = &l->number;
	size_t from = n->start < l->from ? n->from : n->start;

	*mention = (struct markdown_mention){.from = from, .to = n->to, .core = n->from};
	f->number = *n;
	if (!date_is_set(n->date) && !n->issuer.n) {
		f->number.date = l->m->date_beside;
		f->number.issuer = l->m->issuer_beside;
	}
	f->rests = l->m->is_basis ||
		   catalogue_rests_on(l->m->site->catalogue, l->text, n->start, n->end);
	look_up(l->m, f);
}

/* The mention that begins first. */
static bool next_mention(struct looking *l, struct markdown_mention *mention, struct found *f)
{
	look_on(l);
	if (!l->has_number && !l->has_name)
		return false;
	*mention = (struct markdown_mention){0};
	*f = (struct found){0};
	if (l->has_name && (!l->has_number || l->name.from <= l->number.from))
		take_name(l, mention, f);
	else
		take_number(l, mention, f);
	f->written = str_dup(
		l->a, (struct str){l->text.p + mention->core, mention->to - mention->core});
	l->from = mention->to;
	return true;
}

/* From the number on: the name of its type before it may be a name of the catalogue. */
static struct looking look_through(struct mentioning *m, struct arena *a, struct str text)
{
	struct looking l = {.m = m, .a = a, .text = text};

	l.has_number = docnum_find(a, text, 0, &l.number);
	l.has_name = names_find(&m->site->catalogue->names, text, 0, &l.name);
	return l;
}

size_t mentions_find(struct mentioning *m, struct arena *a, struct str text,
		     struct markdown_mention **list)
{
	struct looking l = look_through(m, a, text);
	struct markdown_mention mention;
	struct found f;
	size_t n = 0, cap = 0;

	*list = NULL;
	while (next_mention(&l, &mention, &f)) {
		struct found *kept;

		if (f.to && f.to->page == m->page)
			continue;
		if (f.to && page_is_visible(f.to->page))
			put_link(m, f.to, &mention, a);
		kept = arena_new(a, struct found);
		*kept = f;
		mention.what = kept;
		*list = arena_room(a, *list, n, &cap, sizeof(mention));
		(*list)[n++] = mention;
	}
	return n;
}

static void report(const struct mentioning *m, struct diag *d, struct pos at,
		   const struct rule *rule, struct str text)
{
	rule_report(&m->site->laws, m->site->now, d, at, rule, str_dup(d->arena, text));
}

/* A document is judged as of its day, news as of theirs, all else as of today. */
static struct date day_of(const struct mentioning *m)
{
	const struct page *p = m->page;

	if (p->kind->cite && date_is_set(p->date))
		return p->date;
	return p->kind->has_feed ? page_last_change(p) : m->site->now;
}

void mentions_tell_ended(const struct mentioning *m, const struct page *to, struct pos at,
			 struct diag *d)
{
	struct arena *a = m->scratch;
	struct cited is;
	struct str since, text;

	if (!has_ended(to, day_of(m)) || !to->kind->cite || !to->kind->cite(to->data, &is))
		return;
	since = date_short(a, is.ends);
	if (is.replaced_by.n)
		text = str_fmt(a,
			       _(STR_FMT " has not been in force since %.*s; it was replaced "
					 "by " STR_FMT),
			       STR_ARG(to->title), STR_ARG(since), STR_ARG(is.replaced_by));
	else
		text = str_fmt(a, _(STR_FMT " has not been in force since %.*s"),
			       STR_ARG(to->title), STR_ARG(since));
	report(m, d, at, &legal_rule_ended, text);
}

static void tell_unknown(struct mentioning *m, const struct found *f, struct pos at,
			 struct diag *d)
{
	struct str key = docnum_key(m->scratch, &f->number), text;
	struct str written = docnum_written(m->scratch, &f->number);

	if (f->number.form == DOCNUM_STANDARD || m->is_row || map_set(m->unknown, key, m->page))
		return;
	if (f->near && date_is_set(f->near->is.issued))
		text = str_fmt(m->scratch,
			       _("the catalogue has no such \"" STR_FMT
				 "\"; it has one of %.*s: \"" STR_FMT "\""),
			       STR_ARG(written),
			       STR_ARG(date_short(m->scratch, f->near->is.issued)),
			       STR_ARG(f->near->page->common->code));
	else
		text = str_fmt(m->scratch,
			       _("the catalogue has no document \"" STR_FMT
				 "\"; add it, or see whether the number is right"),
			       STR_ARG(written));
	report(m, d, at, &legal_rule_unknown, text);
}

static void tell_other_date(const struct mentioning *m, const struct found *f, struct pos at,
			    struct diag *d)
{
	struct date said = f->number.date, is = f->to->is.issued;
	struct arena *a = m->scratch;

	if (!date_is_full(said) || !date_is_full(is) || date_cmp(said, is) == 0)
		return;
	report(m, d, at, &legal_rule_date,
	       str_fmt(a,
		       _("\"" STR_FMT "\" was issued on %.*s, says the catalogue; the text "
			 "says %.*s"),
		       STR_ARG(f->written), STR_ARG(date_short(a, is)),
		       STR_ARG(date_short(a, said))));
}

static void tell_suspicious(const struct mentioning *m, const struct found *f, struct pos at,
			    struct diag *d)
{
	report(m, d, at, &legal_rule_suspicious,
	       str_fmt(m->scratch,
		       _("there is a space within the number of the document \"" STR_FMT
			 "\"; see what it should be"),
		       STR_ARG(f->written)));
}

static void tell_empty(const struct mentioning *m, const struct found *f, struct pos at,
		       struct diag *d)
{
	report(m, d, at, &legal_rule_empty,
	       str_fmt(m->scratch,
		       _("the number of the document was never filled in: \"" STR_FMT "\""),
		       STR_ARG(f->written)));
}

/* A plan rests on what was in force on its day; whoever makes the next one from it should
 * know what has gone since. Once a document. */
static void tell_outdated(const struct mentioning *m, const struct page *to, struct pos at,
			  struct diag *d)
{
	struct arena *a = m->scratch;
	struct cited is;

	if (m->page->kind != &plan_kind || !has_ended(to, m->site->now) ||
	    has_ended(to, day_of(m)) || !to->kind->cite(to->data, &is) ||
	    map_set(m->unknown, str_concat(a, STR("\n"), to->common->code, (struct str){0}),
		    m->unknown))
		return;
	report(m, d, at, &plan_rule_outdated,
	       str_fmt(a,
		       _(STR_FMT " was in force when the plan was made, and has not been since "
				 "%.*s; name what took its place in the next plan"),
		       STR_ARG(to->title), STR_ARG(date_short(a, is.ends))));
}

void mentions_add(struct mentioning *m, struct page *to)
{
	if (!to->kind->cite || to == m->page)
		return;
	for (size_t i = 0; i < m->found->n; i++) {
		if (m->found->items[i] == to)
			return;
	}
	page_list_add(m->keep, m->found, to);
}

void mentions_tell(struct mentioning *m, const struct markdown_mention *mention, struct pos at,
		   struct diag *d)
{
	const struct found *f = mention->what;

	if (f->number.to && f->number.form == DOCNUM_SUSPICIOUS) {
		tell_suspicious(m, f, at, d);
	} else if (f->number.to && f->number.form == DOCNUM_EMPTY) {
		tell_empty(m, f, at, d);
	} else if (f->to) {
		mentions_add(m, f->to->page);
		if (f->rests)
			mentions_tell_ended(m, f->to->page, at, d);
		tell_outdated(m, f->to->page, at, d);
		tell_other_date(m, f, at, d);
	} else if (!f->several) {
		tell_unknown(m, f, at, d);
	}
}

struct mentioning *mentioning_start(struct worker *w, const struct site *s, struct page *p)
{
	struct mentioning *m = arena_new(&w->scratch, struct mentioning);

	*m = (struct mentioning){
		.site = s,
		.page = p,
		.scratch = &w->scratch,
		.found = &p->mentions,
		.keep = &w->keep,
	};
	m->unknown = arena_new(&w->scratch, struct map);
	m->unknown->arena = &w->scratch;
	return m;
}

/* Both lists are in the order of the site's pages. */
static void merge(struct arena *a, struct page_list *into, const struct page_list *more)
{
	struct page_list merged = {0};
	size_t i = 0, k = 0;

	while (i < into->n || k < more->n) {
		int order = i == into->n   ? 1
			    : k == more->n ? -1
					   : str_cmp(into->items[i]->source.path,
						     more->items[k]->source.path);

		page_list_add(a, &merged, order <= 0 ? into->items[i] : more->items[k]);
		i += order <= 0;
		k += order >= 0;
	}
	into->items = merged.items;
	into->n = merged.n;
	into->cap = merged.cap;
}

void mentions_connect(struct site *s, struct arena *a)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];

		for (size_t k = 0; k < p->mentions.n; k++)
			page_list_add(a, &p->mentions.items[k]->mentioned_by, p);
	}
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];

		if (p->mentioned_by.n)
			merge(a, &p->referrers, &p->mentioned_by);
	}
}
