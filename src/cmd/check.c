/* `cchc check`: the pipe without writing. */
#include "cmd/build.h"
#include "cmd/progress.h"

static int run_check(const struct options *o)
{
	struct build b;
	int status;
	bool ok;

	build_start(&b, o);
	ok = build_check(&b);
	progress_stop();
	status = build_report(&b, ok);
	build_end(&b);
	return status;
}

const struct command check_command = {
	.name = "check",
	.summary = N_("look for mistakes and write nothing"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_JSON,
	.run = run_check,
};
