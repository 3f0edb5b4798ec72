/* `cchc check`: the pipe without writing. */
#include "cmd/build.h"

static int run_check(const struct options *o)
{
	return build_run(o, build_check);
}

const struct command check_command = {
	.name = "check",
	.summary = N_("look for mistakes and write nothing"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_JSON,
	.run = run_check,
};
