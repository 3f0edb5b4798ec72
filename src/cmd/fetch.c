/* `cchc fetch`: the feeds of a superior agency's units, to be shown by the next build. */
#include "net/fetch.h"

#include "cmd/cmd.h"

static void set(struct arena *a, struct value *v, const char *key, struct str text)
{
	value_set(a, v, str_of(key), text.n ? value_string(a, text) : value_null(a));
}

static void print_json(struct arena *a, const struct fetching *f)
{
	struct value *list = value_list(a);
	struct buf out = {.arena = a};

	for (size_t i = 0; i < f->n; i++) {
		const struct fetched *x = &f->items[i];
		struct value *v = value_map(a);
		bool good = x->fault == FEED_GOOD;

		set(a, v, "unit", x->unit->code);
		value_set(a, v, STR("ok"), value_bool(a, good));
		set(a, v, "fault", good ? STR("") : str_of(feed_fault_code(x->fault)));
		set(a, v, "detail", x->detail);
		set(a, v, "day", date_is_set(x->day) ? date_iso(a, x->day) : STR(""));
		value_set(a, v, STR("new"), value_bool(a, x->is_new));
		value_push(a, list, v);
	}
	value_to_json(list, &out);
	fwrite(out.p, 1, out.n, stdout);
}

static void print_good(struct arena *a, const struct fetched *x)
{
	printf(x->is_new ? _(STR_FMT ": data of " STR_FMT)
			 : _(STR_FMT ": data of " STR_FMT ", as before"),
	       STR_ARG(x->unit->name), STR_ARG(date_short(a, x->day)));
	putchar('\n');
}

static void print_fault(struct arena *a, const struct fetched *x)
{
	printf(STR_FMT ": %s", STR_ARG(x->unit->name), _(feed_fault_words(x->fault)));
	if (x->detail.n)
		printf(" (" STR_FMT ")", STR_ARG(x->detail));
	if (date_is_set(x->day))
		printf(_("; the copy of " STR_FMT " stays"), STR_ARG(date_short(a, x->day)));
	putchar('\n');
}

static void print_text(struct arena *a, const struct fetching *f, bool quiet, size_t failed)
{
	for (size_t i = 0; i < f->n; i++) {
		if (f->items[i].fault != FEED_GOOD)
			print_fault(a, &f->items[i]);
		else if (!quiet)
			print_good(a, &f->items[i]);
	}
	if (!quiet && f->n) {
		printf(_("units: %zu fetched, %zu failed"), f->n - failed, failed);
		putchar('\n');
	}
}

static size_t count_failed(const struct fetching *f)
{
	size_t failed = 0;

	for (size_t i = 0; i < f->n; i++)
		failed += f->items[i].fault != FEED_GOOD;
	return failed;
}

static int run_fetch(const struct options *o)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct fetching f = {.arena = &a, .today = o->now, .seconds = (unsigned)o->seconds};
	size_t failed;
	bool ok;
	int status;

	f.today.has_time = false;
	f.only = str_of(o->n_arguments ? o->arguments[0] : "");
	f.config = config_read(&a, &d);
	ok = f.config && fetch_feeds(&f, &d);
	failed = count_failed(&f);
	if (ok && o->json)
		print_json(&a, &f);
	else if (ok)
		print_text(&a, &f, o->quiet, failed);
	status = report_findings(&d, o);
	arena_free(&a);
	return status == EXIT_GOOD && failed ? EXIT_MISTAKES : status;
}

const struct command fetch_command = {
	.name = "fetch",
	.arguments = "[UNIT]",
	.summary = N_("get what the units of a superior agency say of themselves"),
	.takes = TAKES_TODAY | TAKES_JSON | TAKES_SECONDS,
	.arguments_max = 1,
	.run = run_fetch,
};
