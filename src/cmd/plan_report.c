/* `cchc report`: what came of a plan in a period. */
#include "cmd/plan_report.h"

#include "base/file.h"
#include "base/path.h"
#include "kinds/plan.h"

bool find_plan(struct build *b, struct account_request *r)
{
	struct str code = str_of(b->options->arguments[0]);

	r->plan = site_find(b->site, STR("ke-hoach"), code);
	if (r->plan && r->plan->visibility == PAGE_PUBLISHED)
		return true;
	return diag_error(&b->diag, (struct pos){0},
			  _("there is no published plan with the code \"" STR_FMT "\""),
			  STR_ARG(code));
}

/* A year has no number; all else needs one. */
bool find_period(struct build *b, struct account_request *r)
{
	const struct options *o = b->options;

	if (!o->year)
		return diag_error(&b->diag, (struct pos){0}, _("which year? say --year 2026"));
	r->unit = o->period;
	r->year = o->year;
	r->number = o->number ? o->number : 1;
	r->window = o->window;
	if (r->unit == PERIOD_YEAR || o->number)
		return true;
	return diag_error(&b->diag, (struct pos){0},
			  _("which month, quarter or half of the year? say --number 1"));
}

static bool freeze(struct build *b, const struct value *record)
{
	struct arena *a = &b->arena;
	const struct section *section = NULL;
	struct str path;

	for (size_t i = 0; i < b->site->n_sections; i++) {
		if (b->site->sections[i].kind == &report_kind)
			section = &b->site->sections[i];
	}
	if (!section)
		return diag_error(&b->diag, (struct pos){0},
				  _("site.yaml has no section of kind %s"), report_kind.code);
	path = str_fmt(a, "content/" STR_FMT "/" STR_FMT ".yaml",
		       STR_ARG(section->setting->folder),
		       STR_ARG(value_get(record, STR("ma"))->text));
	if (file_exists(path))
		return diag_error(&b->diag, (struct pos){0},
				  _("the file " STR_FMT " is there already"), STR_ARG(path));
	if (!file_write(a, path, account_file(a, record), &b->diag))
		return false;
	printf(STR_FMT "\n", STR_ARG(path));
	return true;
}

static void print(struct build *b, const struct value *record)
{
	struct buf json = {.arena = &b->arena};
	struct str out;

	if (b->options->json) {
		value_to_json(record, &json);
		out = buf_str(&json);
	} else if (b->options->csv) {
		out = account_csv(&b->arena, record);
	} else {
		out = account_text(&b->arena, b->site, record);
	}
	fwrite(out.p, 1, out.n, stdout);
}

static bool make_report(struct build *b)
{
	struct account_request r = {0};
	struct date_range days;
	struct date today = b->options->now;
	const struct value *record;

	today.has_time = false;
	if (!find_period(b, &r) || !build_prepare(b) || !find_plan(b, &r) ||
	    !account_days(&r, &days, &b->diag))
		return false;
	record = account_make(&b->arena, b->site, &r, days, today);
	if (b->options->freeze)
		return freeze(b, record);
	print(b, record);
	return true;
}

/* What only warns is for `cchc check` to tell. */
static int run_report(const struct options *o)
{
	struct build b;
	int status = EXIT_GOOD;

	build_start(&b, o);
	if (!make_report(&b))
		status = report_findings(&b.diag, o);
	build_end(&b);
	return status;
}

const struct command report_command = {
	.name = "report",
	.arguments = "PLAN",
	.summary = N_("tell what came of a plan in a period, or freeze it as a report"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_JSON | TAKES_PERIOD | TAKES_WINDOW |
		 TAKES_FREEZE,
	.arguments_min = 1,
	.arguments_max = 1,
	.run = run_report,
};
