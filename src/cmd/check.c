/* `cchc check`: the pipe without writing. */
#include "cmd/build.h"
#include "cmd/progress.h"

static bool ask_outside(struct build *b)
{
	struct arena *a = &b->arena;
	struct external_report *report = arena_new(a, struct external_report);
	struct outside_links links = site_outside_links(b->site, a, &b->diag);

	progress_step(_("asking other web sites"));
	if (!external_ask(a, b->site->config, links, b->options->now, report, &b->diag))
		return false;
	external_tell(report, &b->diag);
	b->external = report;
	return !report->counts[LINK_DEAD];
}

static bool check_and_ask(struct build *b)
{
	return build_check(b) && ask_outside(b);
}

static int run_check(const struct options *o)
{
	return build_run(o, o->external ? check_and_ask : build_check);
}

const struct command check_command = {
	.name = "check",
	.summary = N_("look for mistakes and write nothing"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_JSON | TAKES_EXTERNAL,
	.run = run_check,
};
