/* `cchc releases`: what was published, and can be published again. */
#include "cmd/cmd.h"
#include "net/store.h"
#include "site/config.h"

static void print_json(const struct release_list *list)
{
	struct arena a = {0};
	struct value *v = value_list(&a);
	struct buf out = {.arena = &a};

	for (size_t i = 0; i < list->n; i++) {
		const struct release *r = &list->items[i];
		struct value *item = value_map(&a);

		value_set(&a, item, STR("release"), value_int(&a, r->number));
		value_set(&a, item, STR("of"), value_int(&a, r->of));
		value_set(&a, item, STR("when"), value_string(&a, r->when));
		value_set(&a, item, STR("files"), value_int(&a, (int64_t)r->files.n));
		value_set(&a, item, STR("newest"), value_bool(&a, i + 1 == list->n));
		value_push(&a, v, item);
	}
	value_to_json(v, &out);
	fwrite(out.p, 1, out.n, stdout);
	arena_free(&a);
}

static void print_release(const struct release *r, bool newest)
{
	printf("%c %u  " STR_FMT "  ", newest ? '*' : ' ', r->number, STR_ARG(r->when));
	printf(_("%zu files"), r->files.n);
	if (r->of != r->number)
		printf(_(", the content of release %u"), r->of);
	putchar('\n');
}

static void print_list(const struct release_list *list, const struct options *o)
{
	if (o->json) {
		print_json(list);
		return;
	}
	if (!list->n)
		printf("%s\n", _("Nothing has been published there yet."));
	for (size_t i = 0; i < list->n; i++)
		print_release(&list->items[i], i + 1 == list->n);
}

static int run_releases(const struct options *o)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct config *c = config_read(&a, &d);
	struct str code = str_of(o->n_arguments ? o->arguments[0] : "");
	const struct target *t = c ? target_find(&a, c, code, &d) : NULL;
	struct release_list list;
	int status;

	if (t && store_releases(&a, t->code, &list, &d))
		print_list(&list, o);
	status = report_findings(&d, o);
	arena_free(&a);
	return status;
}

const struct command releases_command = {
	.name = "releases",
	.arguments = "[TARGET]",
	.summary = N_("list what was published, and can be published again"),
	.takes = TAKES_JSON,
	.arguments_max = 1,
	.run = run_releases,
};
