/* What only the whole site can show: each kind's rules on its records, on all cores. */
#include "kinds/holidays.h"
#include "kinds/procedure.h"
#include "site/gate.h"
#include "site/lint.h"
#include "site/site.h"
#include "site/text_file.h"

/* The lines of a Markdown file between its two lines ---. */
static struct str front_matter(struct str text)
{
	str_cut(text, '\n', &text);
	while (text.n && text.p[text.n - 1] != '-')
		text.n--;
	while (text.n && text.p[text.n - 1] != '\n')
		text.n--;
	return text;
}

const struct value *page_written(struct arena *a, const struct page *p, struct diag *d)
{
	struct pos at = {&p->source, p->body_line ? 2 : 1, 1};
	const struct value *v = NULL;
	struct str text;

	if (text_file_reread(a, &p->source, p->file_hash, &text, d)) {
		if (p->body_line)
			text = front_matter(str_head(text, p->body_at));
		v = value_from_yaml(a, at, text, YAML_FILE_MAX, d);
	}
	return v ? v : value_null(a);
}

/* inspection_written(): the file is as it was when it was first read. */
static const struct value *read_fields(struct inspection *i)
{
	return page_written(i->scratch, i->context, i->diag);
}

static struct str body_html(struct inspection *i)
{
	const struct page *p = i->context;
	struct str html = {0};

	if (p->html_bytes && !site_body(i->scratch, p, &html))
		diag_machine(i->diag, p->source.path, _("cannot read back what was put aside"));
	return html;
}

/* The file is read again for it, as for inspection_written(). */
static struct pos find_in_body(struct inspection *i, struct str words)
{
	const struct page *p = i->context;
	struct pos at = i->body;
	struct str body, before;
	size_t found;

	inspection_written(i);
	body = str_from(diag_text(i->diag, &p->source), p->body_at);
	if (!at.line || !str_find(body, words, 0, &found))
		return at;
	before = str_head(body, found);
	while (str_has(before, '\n')) {
		str_cut(before, '\n', &before);
		at.line++;
	}
	at.col = (uint32_t)before.n + 1;
	return at;
}

struct record site_record_of(const struct ref *ref)
{
	const struct page *p = ref->to;

	return (struct record){p->kind, p->data, NULL};
}

size_t site_records_to(struct arena *a, const struct page *p, struct record **records)
{
	size_t n = 0;

	*records = arena_array(a, struct record, p->referrers.n + 1);
	for (size_t i = 0; i < p->referrers.n; i++) {
		const struct page *from = p->referrers.items[i];

		if (from->visibility == PAGE_PUBLISHED)
			(*records)[n++] = (struct record){from->kind, from->data, NULL};
	}
	return n;
}

static void inspect(const struct site *s, struct page *p, struct worker *w)
{
	struct record *records;
	struct inspection i = {
		.today = s->now,
		.calendar = &s->calendar,
		.laws = &s->laws,
		.organisation = s->config->organisation->name,
		.limits = s->config->limits,
		.service_hosts = &s->config->service_hosts,
		.file = {.source = &p->source},
		.body = {&p->source, p->body_line, p->body_line ? 1 : 0},
		.n_words = p->n_words,
		.scratch = &w->scratch,
		.diag = &w->diag,
		.read = read_fields,
		.look = site_record_of,
		.body_html = body_html,
		.find = find_in_body,
		.context = p,
	};

	i.n_backlinks = site_records_to(&w->scratch, p, &records);
	i.backlinks = records;
	inspect_common(p->common, &i);
	if (p->kind->inspect)
		p->kind->inspect(p->data, &i);
	diag_reading(&w->diag, NULL, STR(""));
}

/* Of a page that waits for approval, all that is found is told and stops nothing; a
 * draft's author is still writing. */
static void inspect_page(void *context, size_t i, struct worker *w)
{
	const struct site *s = context;
	struct page *p = s->pages.items[i];
	struct diag_item *mark = w->diag.last;

	if (p->visibility == PAGE_DRAFT || p->visibility == PAGE_WITHDRAWN)
		return;
	inspect(s, p, w);
	if (p->visibility == PAGE_WAITING || p->visibility == PAGE_WITHHELD)
		diag_soften(&w->diag, mark);
}

/* The record of the last year that is known. */
static const struct page *last_holidays(const struct site *s)
{
	const struct calendar *c = &s->calendar;
	int last = c->n_years ? c->years[c->n_years - 1] : 0;

	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		const struct holidays *x = p->data;

		if (p->kind == &holidays_kind && x->year == last)
			return p;
	}
	return NULL;
}

static bool has_terms(const struct site *s)
{
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->kind == &procedure_kind && p->visibility == PAGE_PUBLISHED)
			return true;
	}
	return false;
}

/* Terms that leave the days off that are known cannot be told to anybody. */
static void inspect_calendar(const struct site *s, struct diag *d)
{
	const struct page *last = last_holidays(s);

	if (last && has_terms(s))
		holidays_report_end(&s->laws, &s->calendar, s->now,
				    (struct pos){.source = &last->source}, d);
}

bool site_inspect(struct site *s, struct crew *crew, struct diag *d)
{
	size_t errors = d->errors;

	jobs_run(crew, s->pages.n, inspect_page, s);
	crew_report(crew, d);
	inspect_calendar(s, d);
	lint_report(s, d);
	return gate_inspect_files(s, crew, d) && d->errors == errors;
}
