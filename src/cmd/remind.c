/* `cchc remind`: what each unit still owes to the plans, as sheets in noi-bo/ and as a
 * text for a message. */
#include "base/path.h"
#include "cmd/plan_report.h"
#include "cmd/progress.h"
#include "output/house.h"
#include "site/internal.h"

/* The period of that sort that runs today; without --period its month. */
static bool find_running_period(struct build *b, struct account_request *r)
{
	const struct options *o = b->options;
	enum period_window window =
		o->window == REPORT_WINDOW_DECREE ? WINDOW_REPORT : WINDOW_CALENDAR;

	r->window = o->window;
	r->unit = o->period_given ? o->period : PERIOD_MONTH;
	return period_of(r->unit, o->now, window, &r->year, &r->number);
}

static bool find_when(struct build *b, struct account_request *r)
{
	const struct options *o = b->options;

	return o->year || o->number ? find_period(b, r) : find_running_period(b, r);
}

static void print(struct build *b, const struct value *reminders)
{
	struct buf json = {.arena = &b->arena};
	struct str out;

	if (b->options->json) {
		value_to_json(reminders, &json);
		out = buf_str(&json);
	} else if (b->options->csv) {
		out = reminder_csv(&b->arena, reminders);
	} else {
		out = reminder_text(&b->arena, reminders);
	}
	if (!b->options->quiet)
		fwrite(out.p, 1, out.n, stdout);
}

static bool write_house(struct build *b, const struct house_request *h)
{
	size_t n;

	if (!house_write(&b->arena, h, &n, &b->diag))
		return false;
	if (!b->options->quiet)
		fprintf(stderr, _("%zu files are in %s/, which is never published\n"), n,
			INTERNAL_DIR);
	return true;
}

/* What was found is told there too, when it keeps the site from being made. */
static bool write_findings(struct build *b, struct reminder_request *r)
{
	struct house_request h = {.layouts = b->layouts, .reminder = r, .only_findings = true};

	return b->layouts && layouts_get(b->layouts, STR("noi-bo/kiem-tra.html")) &&
	       write_house(b, &h);
}

static bool remind(struct build *b)
{
	struct reminder_request r = {.by = b->options->by, .today = b->options->now};
	struct house_request h = {.reminder = &r};

	r.today.has_time = false;
	if (b->options->unit)
		r.unit = str_of(b->options->unit);
	if (!find_when(b, &r.period) || !write_check_dir(&b->arena, build_output(b), &b->diag))
		return false;
	if (!build_prepare(b))
		return write_findings(b, &r) && false;
	if (b->options->n_arguments && !find_plan(b, &r.period))
		return false;
	h.layouts = b->layouts;
	h.site = b->site;
	h.reminders = reminder_make(&b->arena, b->site, &r, &b->diag);
	if (!h.reminders || !write_house(b, &h))
		return false;
	print(b, h.reminders);
	return true;
}

/* What only warns stands in kiem-tra.html. */
static int run_remind(const struct options *o)
{
	struct build b;
	int status = EXIT_GOOD;
	bool ok;

	build_start(&b, o);
	ok = remind(&b);
	progress_stop();
	if (!ok)
		status = report_findings(&b.diag, o);
	build_end(&b);
	return status;
}

const struct command remind_command = {
	.name = "remind",
	.arguments = "[PLAN]",
	.summary = N_("write for each unit what it still owes to the plans, into noi-bo/"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_OUTPUT | TAKES_JSON | TAKES_PERIOD |
		 TAKES_WINDOW | TAKES_UNIT,
	.arguments_max = 1,
	.run = run_remind,
};
