/* `cchc build`: the pipe itself, top to bottom. READ THIS FIRST.
 *
 * Each step reports all that it finds wrong; the next one starts only when nothing
 * is. Up to write_outputs() nothing on disk has changed. */
#include "cmd/build.h"

#include <unistd.h>

#include "base/path.h"
#include "cmd/progress.h"
#include "output/asset_addresses.h"
#include "output/english.h"
#include "output/leaks.h"
#include "site/pictures.h"

static struct str share_of(const struct build *b)
{
	return str_of(b->options->share);
}

/* "public/" and "public/." are "public". */
struct str build_output(const struct build *b)
{
	struct str dir = str_of(b->options->output);

	while (dir.n > 1 && (str_ends(dir, STR("/")) || str_ends(dir, STR("/."))))
		dir.n--;
	return dir;
}

/* A site's own layouts stand over the installed ones, file by file. */
static bool load_layouts(struct build *b)
{
	struct arena *a = &b->arena;
	bool ok;

	b->layouts = layouts_new(a);
	ok = layouts_load(b->layouts, path_join(a, share_of(b), STR("layouts")), &b->diag);
	layouts_trust(b->layouts);
	ok &= layouts_load(b->layouts, STR("layouts"), &b->diag);
	return ok && layouts_check(b->layouts, &b->diag);
}

static bool check_links(struct build *b)
{
	struct outputs_of_site os = {b->outputs, b->site};

	return site_check_links(b->site, outputs_have_url, &os, &b->diag);
}

/* Layouts and content are both read before the first return, so that one run shows
 * the mistakes of both. */
bool build_prepare(struct build *b)
{
	struct diag *d = &b->diag;
	bool layouts_ok = load_layouts(b);

	progress_step(_("reading"));
	b->site = site_read(&b->arena, b->options->now, share_of(b), &b->crew, d);
	if (!layouts_ok || d->errors)
		return false;
	if (!site_connect(b->site, &b->arena, d))
		return false;
	progress_step(_("converting"));
	if (!site_convert(b->site, &b->crew, path_dir(build_output(b)), d))
		return false;
	if (!site_inspect(b->site, &b->crew, d))
		return false;
	progress_step(_("making pictures"));
	if (!site_make_pictures(b->site, &b->arena, &b->crew, b->makes_pictures, d))
		return false;
	b->offline = offline_choose(&b->arena, b->site);
	b->search = search_build(&b->arena, b->site, b->offline, &b->crew, d);
	if (!b->search)
		return false;
	b->outputs = plan_outputs(&b->arena, b->site, b->search, b->offline, share_of(b), d);
	if (!b->outputs)
		return false;
	english_check(b->site, b->outputs, d);
	asset_addresses_check(&b->arena, b->site, b->layouts, b->outputs, d);
	return check_links(b) && leaks_check(b->outputs, build_output(b), d) &&
	       !(b->options->strict && d->warnings);
}

static struct write_request request_of(struct build *b)
{
	return (struct write_request){
		.site = b->site,
		.layouts = b->layouts,
		.outputs = b->outputs,
		.dir = build_output(b),
		.share = share_of(b),
		.wait = !b->options->no_wait,
		.strict = b->options->strict,
		.waiting = progress_waiting,
	};
}

bool build_check(struct build *b)
{
	struct write_request r;

	if (!build_prepare(b))
		return false;
	r = request_of(b);
	return render_outputs(&b->arena, &r, &b->crew, &b->diag);
}

bool build_site(struct build *b)
{
	struct write_request r;

	b->makes_pictures = true;
	if (!write_check_dir(&b->arena, build_output(b), &b->diag) || !build_prepare(b))
		return false;
	progress_step(_("writing"));
	r = request_of(b);
	return write_outputs(&b->arena, &r, &b->crew, &b->written, &b->diag);
}

void build_start(struct build *b, const struct options *o)
{
	*b = (struct build){.options = o};
	b->diag.arena = &b->arena;
	crew_start(&b->crew, &b->arena, o->threads);
	markdown_start();
	if (!o->quiet && !o->json && isatty(STDERR_FILENO))
		progress_start(&b->crew);
}

void build_end(struct build *b)
{
	if (b->site)
		site_close(b->site);
	markdown_stop();
	crew_free(&b->crew);
	arena_free(&b->arena);
}

int build_run(const struct options *o, bool (*steps)(struct build *b))
{
	struct build b;
	int status;
	bool ok;

	build_start(&b, o);
	ok = steps(&b);
	progress_stop();
	status = build_report(&b, ok);
	build_end(&b);
	return status;
}

static int run_build(const struct options *o)
{
	return build_run(o, build_site);
}

const struct command build_command = {
	.name = "build",
	.summary = N_("make the site and put it into the output folder"),
	.takes = TAKES_TODAY | TAKES_BUILD | TAKES_OUTPUT | TAKES_WAIT | TAKES_JSON,
	.run = run_build,
};
