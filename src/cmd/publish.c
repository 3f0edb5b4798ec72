/* `cchc publish`: build, then make a server hold it. */
#include "base/file.h"
#include "base/path.h"
#include "cmd/build.h"
#include "cmd/progress.h"
#include "cmd/publishing.h"
#include "net/store.h"
#include "net/withdraw.h"

static struct str target_of(const struct options *o)
{
	return str_of(o->n_arguments ? o->arguments[0] : "");
}

/* No other build may write while the files are read. */
static bool store(struct build *b, struct publishing *p)
{
	bool busy, ok;
	int lock = file_lock(path_dir(build_output(b)), true, &busy);

	ok = store_outputs(&b->arena, b->outputs, build_output(b), !b->options->dry_run,
			   &b->crew, &p->now, &b->diag);
	file_unlock(lock);
	return ok;
}

/* What the site does not show any more, no older release shall. */
static bool forget(struct build *b, struct publishing *p)
{
	const struct withdrawn *w = withdrawn_find(&b->arena, b->site);
	bool some;

	if (b->options->dry_run || !withdrawn_forget(w, &p->now, &some, &b->diag))
		return b->options->dry_run;
	if (some && !b->options->json && !b->options->quiet)
		printf("%s\n", _("What has been withdrawn was taken out of the older releases "
				 "that are kept."));
	return true;
}

static int publish_built(struct build *b)
{
	struct publishing p = {.options = b->options,
			       .arena = &b->arena,
			       .diag = &b->diag,
			       .config = b->site->config};
	int status;

	if (publishing_begin(&p, target_of(b->options)) && store(b, &p) && forget(b, &p))
		return publishing_end(&p);
	status = report_findings(&b->diag, b->options);
	file_unlock(p.hold);
	return status;
}

static int run_publish(const struct options *o)
{
	struct build b;
	int status;
	bool ok;

	publishing_keep_secrets();
	build_start(&b, o);
	ok = build_site(&b);
	progress_stop();
	status = ok ? publish_built(&b) : build_report(&b, false);
	build_end(&b);
	return status;
}

const struct command publish_command = {
	.name = "publish",
	.arguments = "[TARGET]",
	.summary = N_("make the site and bring it to a server"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_OUTPUT | TAKES_WAIT | TAKES_JSON |
		 TAKES_TARGET,
	.arguments_max = 1,
	.run = run_publish,
};
