/* What a build did and found, for people and for programs. */
#include <unistd.h>

#include "cmd/build.h"

int report_findings(const struct diag *d, const struct options *o)
{
	enum diag_level grave = o->strict ? DIAG_WARNING : DIAG_ERROR;

	diag_print(d, o->quiet ? grave : DIAG_ADVICE, stderr, isatty(STDERR_FILENO));
	if (d->failed_machine)
		return EXIT_MACHINE;
	return d->errors || (o->strict && d->warnings) ? EXIT_MISTAKES : EXIT_GOOD;
}

static const char *level_code(enum diag_level level)
{
	static const char *const codes[] = {"error", "warning", "advice"};

	return codes[level];
}

static const struct value *finding_value(struct arena *a, const struct diag_item *item)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("level"), value_string(a, str_of(level_code(item->level))));
	value_set(a, v, STR("code"),
		  item->code ? value_string(a, str_of(item->code)) : value_null(a));
	value_set(a, v, STR("file"),
		  item->at.source ? value_string(a, item->at.source->path) : value_null(a));
	value_set(a, v, STR("line"),
		  item->at.line ? value_int(a, item->at.line) : value_null(a));
	value_set(a, v, STR("column"),
		  item->column ? value_int(a, item->column) : value_null(a));
	value_set(a, v, STR("message"), value_string(a, item->text));
	return v;
}

static const struct value *findings_value(struct arena *a, const struct diag *d)
{
	struct value *list = value_list(a);
	size_t n;
	struct diag_item **items = diag_sorted(a, d, &n);

	for (size_t i = 0; i < n; i++)
		value_push(a, list, finding_value(a, items[i]));
	return list;
}

/* Why a page is not on the site: a word for programs, a phrase for people. */
static const struct {
	const char *code, *phrase;
} reasons[] = {
	[PAGE_DRAFT] = {"draft", N_("draft")},
	[PAGE_WAITING] = {"waiting", N_("waits for approval")},
	[PAGE_SCHEDULED] = {"scheduled", N_("waits for its day")},
	[PAGE_WITHHELD] = {"withheld", N_("withheld: nobody may see it")},
	[PAGE_WITHDRAWN] = {"withdrawn", N_("withdrawn: a notice stands in its place")},
};

static const struct value *unpublished_value(struct arena *a, const struct site *s)
{
	struct value *list = value_list(a);

	for (size_t i = 0; s && i < s->by_path.n; i++) {
		const struct page *p = s->by_path.entries[i].value;
		struct value *v;

		if (p->visibility == PAGE_PUBLISHED || p->visibility == PAGE_RECORD)
			continue;
		v = value_map(a);
		value_set(a, v, STR("file"), value_string(a, p->source.path));
		value_set(a, v, STR("state"),
			  value_string(a, str_of(reasons[p->visibility].code)));
		value_set(a, v, STR("why"),
			  value_string(a, str_of(_(reasons[p->visibility].phrase))));
		value_set(a, v, STR("date"),
			  date_is_set(p->common->published)
				  ? value_string(a, date_iso(a, p->common->published))
				  : value_null(a));
		value_push(a, list, v);
	}
	return list;
}

/* Records that have no page count for nobody. */
static size_t count_pages(const struct site *s)
{
	size_t n = 0;

	for (size_t i = 0; s && i < s->pages.n; i++)
		n += s->pages.items[i]->visibility != PAGE_RECORD;
	return n;
}

static const struct value *link_value(struct arena *a, const struct external_link *x)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("url"), value_string(a, x->link.url));
	value_set(a, v, STR("state"), value_string(a, str_of(link_state_codes[x->state])));
	value_set(a, v, STR("status"),
		  x->question.status ? value_int(a, x->question.status) : value_null(a));
	value_set(a, v, STR("leads_to"),
		  x->state == LINK_MOVED ? value_string(a, x->question.end) : value_null(a));
	return v;
}

static const struct value *external_value(struct arena *a, const struct external_report *r)
{
	struct value *v = value_map(a), *links = value_list(a);

	for (int i = 0; i < LINK_STATES; i++)
		value_set(a, v, str_of(link_state_codes[i]),
			  value_int(a, (int64_t)r->counts[i]));
	value_set(a, v, STR("remembered"), value_int(a, (int64_t)r->remembered));
	for (size_t i = 0; i < r->n; i++)
		value_push(a, links, link_value(a, &r->items[i]));
	value_set(a, v, STR("links"), links);
	return v;
}

static void print_json(const struct build *b, bool ok)
{
	struct arena a = {0};
	struct value *v = value_map(&a), *files = value_map(&a);
	struct buf out = {.arena = &a};

	value_set(&a, files, STR("planned"),
		  value_int(&a, b->outputs ? (int64_t)b->outputs->n : 0));
	value_set(&a, files, STR("written"), value_int(&a, (int64_t)b->written.written));
	value_set(&a, files, STR("unchanged"), value_int(&a, (int64_t)b->written.same));
	value_set(&a, files, STR("removed"), value_int(&a, (int64_t)b->written.removed));
	value_set(&a, v, STR("ok"), value_bool(&a, ok));
	value_set(&a, v, STR("pages"), value_int(&a, (int64_t)count_pages(b->site)));
	value_set(&a, v, STR("files"), files);
	value_set(&a, v, STR("unpublished"), unpublished_value(&a, b->site));
	if (b->external)
		value_set(&a, v, STR("external"), external_value(&a, b->external));
	value_set(&a, v, STR("findings"), findings_value(&a, &b->diag));
	value_to_json(v, &out);
	fwrite(out.p, 1, out.n, stdout);
	arena_free(&a);
}

static void print_unpublished(const struct site *s)
{
	struct arena a = {0};
	size_t n = 0;

	for (size_t i = 0; i < s->by_path.n; i++) {
		const struct page *p = s->by_path.entries[i].value;

		if (p->visibility == PAGE_PUBLISHED || p->visibility == PAGE_RECORD)
			continue;
		if (!n++)
			printf("%s\n", _("Not published:"));
		printf("  " STR_FMT ": %s", STR_ARG(p->source.path),
		       _(reasons[p->visibility].phrase));
		if (p->visibility == PAGE_SCHEDULED)
			printf(" (" STR_FMT ")", STR_ARG(date_iso(&a, p->common->published)));
		putchar('\n');
	}
	arena_free(&a);
}

static void print_summary(const struct build *b)
{
	if (b->written.written + b->written.same) {
		printf(_("%zu pages, %zu files: %zu written, %zu unchanged, %zu removed"),
		       count_pages(b->site), b->outputs->n, b->written.written, b->written.same,
		       b->written.removed);
	} else {
		printf(_("%zu pages, %zu files: no mistakes"), count_pages(b->site),
		       b->outputs->n);
	}
	putchar('\n');
	print_unpublished(b->site);
}

static void print_external(const struct external_report *r)
{
	const size_t *n = r->counts;

	printf(_("Outside links: %zu; good: %zu (%zu of them seen within the last week), dead: "
		 "%zu, moved: %zu, blocked: %zu, slow: %zu, unknown: %zu, passed over: %zu"),
	       r->n, n[LINK_GOOD], r->remembered, n[LINK_DEAD], n[LINK_MOVED], n[LINK_BLOCKED],
	       n[LINK_SLOW], n[LINK_UNKNOWN], n[LINK_SKIPPED]);
	putchar('\n');
}

int build_report(const struct build *b, bool ok)
{
	const struct options *o = b->options;
	int status;

	if (o->json) {
		print_json(b, ok);
		return b->diag.failed_machine ? EXIT_MACHINE : ok ? EXIT_GOOD : EXIT_MISTAKES;
	}
	status = report_findings(&b->diag, o);
	if (ok && !o->quiet)
		print_summary(b);
	if (b->external && !o->quiet)
		print_external(b->external);
	return ok ? EXIT_GOOD : status ? status : EXIT_MISTAKES;
}
