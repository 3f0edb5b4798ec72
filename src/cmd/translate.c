/* `cchc translate`: what English pages still lack, as pairs to be filled in. */
#include <stdio.h>

#include "cmd/build.h"
#include "cmd/progress.h"
#include "output/english.h"

static void print(struct build *b)
{
	struct buf out = {.arena = &b->arena};

	english_put_missing(b->site, b->outputs, &out);
	if (out.n)
		fwrite(out.p, 1, out.n, stdout);
}

/* What only warns is for `check` to tell. */
static int run_translate(const struct options *o)
{
	struct build b;
	int status = EXIT_GOOD;
	bool ok;

	build_start(&b, o);
	ok = build_prepare(&b);
	progress_stop();
	if (ok)
		print(&b);
	else
		status = report_findings(&b.diag, o);
	build_end(&b);
	return status;
}

const struct command translate_command = {
	.name = "translate",
	.summary = N_("print what English pages still lack, for a file of content/ban-dich"),
	.takes = TAKES_TODAY | TAKES_BUILD,
	.run = run_translate,
};
