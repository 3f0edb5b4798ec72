#include "site/mentions.h"

#include "kinds/faq.h"
#include "kinds/legal.h"
#include "kinds/procedure.h"
#include "text/html.h"
#include "text/locate.h"
#include "viet/docnum.h"
#include "viet/issuer.h"

enum {
	CONTEXT_MAX = 240, /* bytes of a sentence looked at on either side of a mention */
};

/* A document, and the next one of its number. */
struct catalogued {
	struct page *page;
	struct cited is;
	struct catalogued *next;
};

/* A mention, and what is to be said of it. */
struct found {
	struct docnum number; /* number.to is 0 for a name */
	struct str written;
	const struct catalogued *to;   /* NULL: unknown, or one of several */
	const struct catalogued *near; /* another document of that number */
	bool several;
	bool rests; /* the text rests on it */
};

static void add_number(struct catalogue *c, struct arena *a, struct catalogued *entry)
{
	struct docnum n;
	struct str key;

	if (!docnum_parse(a, entry->is.number, &n))
		return;
	key = docnum_key(a, &n);
	entry->next = map_get(&c->by_number, key);
	map_set(&c->by_number, key, entry);
}

static void add_names(struct catalogue *c, struct arena *a, const struct catalogued *entry)
{
	const struct list *names = &entry->is.names;

	for (size_t i = 0; i < names->n; i++)
		names_add(&c->names, a, *LIST_ITEM(*names, struct str, i), entry);
}

/* Each with whether it counts: the others only seem to. */
static void add_words(struct names *names, struct arena *a, const char *const *words,
		      const void *value)
{
	for (; *words; words++)
		names_add(names, a, str_of(*words), value);
}

static void add_context(struct catalogue *c, struct arena *a)
{
	static const char *const rests[] = {
		"căn cứ",     "theo",         "thực hiện",    "áp dụng",       "tuân thủ",
		"tuân theo",  "trên cơ sở",   "dựa trên",     "dựa vào",       "triển khai",
		"chiếu theo", "quy định tại", "quy định của", "hướng dẫn tại", NULL};
	static const char *const seems[] = {"theo dõi", "tiếp theo",  "kèm theo",
					    "theo kịp", "căn cứ địa", NULL};
	static const char *const history[] = {
		"trước đây", "trước kia", "trước đó",          "thay thế", "thay cho",
		"thay bằng", "bãi bỏ",    "hết hiệu lực",      "hết hạn",  "không còn hiệu lực",
		"khi đó",    "lúc đó",    "chấm dứt hiệu lực", "bị thay",  NULL};

	add_words(&c->rests, a, rests, c);
	add_words(&c->rests, a, seems, NULL);
	add_words(&c->history, a, history, c);
}

const struct catalogue *catalogue_of(struct arena *a, const struct site *s)
{
	struct catalogue *c = arena_new(a, struct catalogue);

	c->by_number.arena = a;
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];
		struct catalogued *entry;
		struct cited is;

		if (!p->kind->cite || !p->kind->cite(p->data, &is))
			continue;
		entry = arena_new(a, struct catalogued);
		*entry = (struct catalogued){.page = p, .is = is};
		add_number(c, a, entry);
		add_names(c, a, entry);
	}
	add_context(c, a);
	return c;
}

bool mentions_possible(const struct mentioning *m, struct str text)
{
	struct name_found name;
	struct docnum n;

	return docnum_find(m->scratch, text, 0, &n) ||
	       names_find(&m->site->catalogue->names, text, 0, &name);
}

static bool same_day(struct date x, struct date y)
{
	return x.year == y.year && x.month == y.month && x.day == y.day;
}

static bool agrees(const struct docnum *n, const struct cited *is)
{
	if (n->year.n)
		return true;
	if (date_is_set(n->date) && date_is_set(is->issued) && n->date.year != is->issued.year)
		return false;
	return issuer_fits(is->issuer, n->issuer);
}

/* The only one that agrees; of several the one of that very day. */
static void choose(struct found *f, const struct catalogued *all)
{
	const struct catalogued *by_day = NULL;
	size_t n = 0, days = 0;

	for (const struct catalogued *c = all; c; c = c->next) {
		f->near = c;
		if (!agrees(&f->number, &c->is))
			continue;
		f->to = c;
		n++;
		if (same_day(f->number.date, c->is.issued)) {
			by_day = c;
			days++;
		}
	}
	f->several = n > 1 && days != 1;
	if (n > 1)
		f->to = f->several ? NULL : by_day;
}

static bool ends_sentence(struct str text, size_t at)
{
	return strchr(".;!?", text.p[at]) && (at + 1 == text.n || text.p[at + 1] == ' ');
}

static struct str before(struct str text, size_t at)
{
	size_t start = at;

	while (start && at - start < CONTEXT_MAX && !ends_sentence(text, start - 1) &&
	       text.p[start - 1] != ';')
		start--;
	return (struct str){text.p + start, at - start};
}

static struct str behind(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.n && end - at < CONTEXT_MAX && !ends_sentence(text, end))
		end++;
	return (struct str){text.p + at, end - at};
}

/* One of the names that count is in the text. */
static bool holds(const struct names *names, struct str text)
{
	struct name_found f = {0};

	while (names_find(names, text, f.to, &f)) {
		if (f.value)
			return true;
	}
	return false;
}

static bool rests_on(const struct catalogue *c, struct str text, size_t from, size_t to)
{
	return holds(&c->rests, before(text, from)) &&
	       !holds(&c->history, before(text, from)) && !holds(&c->history, behind(text, to));
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
	struct str key;

	if (form == DOCNUM_SUSPICIOUS || form == DOCNUM_EMPTY)
		return;
	key = docnum_key(m->scratch, &f->number);
	choose(f, map_get(&m->site->catalogue->by_number, key));
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
	f->rests = l->m->is_basis || rests_on(l->m->site->catalogue, l->text, from, to);
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
	f->rests = l->m->is_basis || rests_on(l->m->site->catalogue, l->text, n->start, n->end);
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

static void tell_if_ended(const struct mentioning *m, const struct page *to, struct pos at,
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

	if (!date_is_full(said) || !date_is_full(is) || same_day(said, is))
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
			tell_if_ended(m, f->to->page, at, d);
		tell_other_date(m, f, at, d);
	} else if (!f->several) {
		tell_unknown(m, f, at, d);
	}
}

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
		tell_if_ended(c->m, to, ref->pos, c->diag);
}

static struct str fields_of(const struct page *p)
{
	return p->body_line ? str_head(p->source.text, p->body_at) : p->source.text;
}

void mentions_in_fields(struct mentioning *m, struct diag *d)
{
	struct page *p = m->page;
	struct scan c = {.m = m, .diag = d};

	schema_each_ref(p->kind->schema, p->data, check_basis, &c);
	if (!mentions_possible(m, fields_of(p)))
		return;
	locator_start(&c.where, (struct pos){&p->source, 1, 1}, p->source.text);
	scan_map(&c, p->kind->schema, page_written(m->scratch, p, d));
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
