/* `cchc rollback`: publish an older release again. */
#include "base/file.h"
#include "cmd/publishing.h"
#include "net/store.h"
#include "site/config.h"

/* Before the one whose content is there now. */
static const struct release *find_previous(const struct release_list *list)
{
	uint32_t of = list->n ? list->items[list->n - 1].of : 0;

	for (size_t i = list->n; i-- > 0;) {
		if (list->items[i].number < of)
			return &list->items[i];
	}
	return NULL;
}

static bool pick(struct publishing *p, uint32_t number)
{
	struct release_list list;
	const struct release *r;

	if (!store_releases(p->arena, p->target->code, &list, p->diag))
		return false;
	r = number ? store_find(&list, number) : find_previous(&list);
	if (!r)
		return diag_error(p->diag, (struct pos){0},
				  _("there is no such release to go back to; cchc releases "
				    "lists them"));
	p->now.files = r->files;
	p->now.of = r->of;
	return store_check(p->arena, r, p->diag);
}

/* The number may be left out: then the first argument is the target. */
static int rollback(struct publishing *p)
{
	const struct options *o = p->options;
	uint32_t number = o->n_arguments ? publishing_number(o->arguments[0]) : 0;
	size_t at = number ? 1 : 0;
	const char *target = at < o->n_arguments ? o->arguments[at] : "";
	int status;

	p->config = config_read(p->arena, p->diag);
	if (p->config && publishing_begin(p, str_of(target)) && pick(p, number))
		return publishing_end(p);
	status = report_findings(p->diag, o);
	file_unlock(p->hold);
	return status;
}

static int run_rollback(const struct options *o)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct publishing p = {.options = o, .arena = &a, .diag = &d, .hold = -1};
	int status;

	publishing_keep_secrets();
	status = rollback(&p);

	arena_free(&a);
	return status;
}

const struct command rollback_command = {
	.name = "rollback",
	.arguments = "[N] [TARGET]",
	.summary = N_("publish an older release again"),
	.takes = TAKES_JSON | TAKES_WAIT | TAKES_TARGET,
	.arguments_max = 2,
	.run = run_rollback,
};
