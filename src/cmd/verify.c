/* `cchc verify`: is what visitors get what was published? */
#include "cmd/publishing.h"
#include "net/store.h"
#include "site/config.h"

static bool find_newest(struct arena *a, const struct target *t, struct release_list *list,
			struct diag *d)
{
	if (!store_releases(a, t->code, list, d))
		return false;
	return list->n ||
	       diag_error(d, (struct pos){0},
			  _("nothing has been published to \"" STR_FMT "\" from here"),
			  STR_ARG(t->code));
}

static bool verify_newest(struct arena *a, const struct options *o, bool *same, struct diag *d)
{
	const struct config *c = config_read(a, d);
	struct str code = str_of(o->n_arguments ? o->arguments[0] : "");
	const struct target *t = c ? target_find(a, c, code, d) : NULL;
	struct release_list list;
	struct verify_item *items;
	size_t n;

	if (!t || !find_newest(a, t, &list, d))
		return false;
	items = verify_all(a, &list.items[list.n - 1], &n);
	*same = publishing_verify(o, t, t->public_url.n ? t->public_url : c->domain, items, n,
				  d);
	return true;
}

static int run_verify(const struct options *o)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	bool same = true;
	bool ok = verify_newest(&a, o, &same, &d);
	int status = report_findings(&d, o);

	arena_free(&a);
	return ok && !same ? EXIT_DIFFERENT : status;
}

const struct command verify_command = {
	.name = "verify",
	.arguments = "[TARGET]",
	.summary = N_("fetch what was published from its public address, and compare"),
	.takes = TAKES_JSON,
	.arguments_max = 1,
	.run = run_verify,
};
