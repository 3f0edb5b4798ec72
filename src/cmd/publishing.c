#include "cmd/publishing.h"

#include <pwd.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/sending.h"
#include "net/probe.h"
#include "net/store.h"
#include "site/config.h"

enum {
	HOST_NAME_MAX_BYTES = 256,
};

/* One publish for the process: the ear's functions have no context. */
static struct {
	bool json, quiet, lists;
	const char *host_key;
} how;

static unsigned long long kilobytes(uint64_t bytes)
{
	return (unsigned long long)((bytes + 1023) / 1024);
}

static void hear_waiting(void)
{
	fprintf(stderr, "%s\n", _("another publish of this site is running; waiting"));
}

/* In words what the target can do. */
static void print_abilities(const struct target *t, const struct abilities *able)
{
	bool is_s3 = t->scheme == TARGET_S3;

	printf(_("What \"" STR_FMT "\" can do was tried, and is remembered:\n"),
	       STR_ARG(t->code));
	printf("  - %s\n",
	       able->replaces ? _("A changed file comes into the place of the old one in one "
				  "step: visitors see either.")
			      : _("It cannot put a file into the place of another one in one "
				  "step: for a moment, about one round trip, a changed page is "
				  "missing."));
	printf("  - %s\n",
	       able->excludes ? _("Of two publishes at once, it lets one alone through.")
			      : _("Of two publishes that begin in the same moment it may let "
				  "both begin; they look again, and the later one goes on."));
	if (!able->sizes)
		printf("  - %s\n", _("It does not tell how long a file is: what was cut on "
				     "the way may not be noticed."));
	if (is_s3)
		printf("  - %s\n",
		       able->redirects ? _("Old addresses can be led on by the server itself.")
				       : _("Old addresses are led on by a page: it knows no "
					   "redirects."));
	if (able->links && t->releases <= 0)
		printf("  - %s\n", _("It could switch whole releases in one step: write "
				     "\"giu_ban\" if you want that."));
}

static void put_abilities(const struct abilities *able)
{
	printf("{\"event\":\"server\"");
	for (size_t i = 0; i < ability_codes_count; i++)
		printf(",\"%s\":%s", ability_codes[i].code,
		       *(const bool *)((const char *)able + ability_codes[i].offset) ? "true"
										     : "false");
	puts("}");
}

static void hear_probed(const struct target *t, const struct abilities *able)
{
	if (how.json)
		put_abilities(able);
	else if (!how.quiet)
		print_abilities(t, able);
	fflush(stdout);
}

static void print_changes(const struct change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct change *c = &changes[i];
		const char *what = !c->file    ? N_("remove")
				   : c->is_new ? N_("new")
					       : N_("change");

		printf("  %s: " STR_FMT, _(what), STR_ARG(c->path));
		if (c->file)
			printf(" (%llu KB)", kilobytes(c->file->bytes));
		putchar('\n');
	}
}

static void print_plan(const struct changes *c, const struct there *there)
{
	if (!there->has_manifest)
		printf(_("There is no list of our files there, so the folders were looked "
			 "through: %zu files are right already, %zu others stay as they "
			 "are.\n"),
		       c->same, there->strange);
	if (there->touched.n)
		printf(_("An earlier publish was interrupted; %zu files are looked at "
			 "again.\n"),
		       there->touched.n);
	printf(_("To send: %zu files, %llu KB (%zu new, %zu changed); to remove: %zu; "
		 "unchanged: %zu; kept for open pages: %zu"),
	       c->n_puts, kilobytes(c->bytes), c->n_new, c->n_puts - c->n_new,
	       c->n_removals + c->n_in_the_way, c->same, c->kept);
	putchar('\n');
	if (!how.lists)
		return;
	print_changes(c->in_the_way, c->n_in_the_way);
	print_changes(c->puts, c->n_puts);
	print_changes(c->removals, c->n_removals);
}

static void put_changes(struct buf *out, const struct change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct change *c = &changes[i];

		buf_add_z(out, out->p[out->n - 1] == '[' ? "{\"path\":" : ",{\"path\":");
		json_put_string(out, c->path);
		buf_fmt(out, ",\"change\":\"%s\"",
			!c->file    ? "remove"
			: c->is_new ? "new"
				    : "change");
		if (c->file)
			buf_fmt(out, ",\"bytes\":%llu,\"class\":\"%s\"",
				(unsigned long long)c->file->bytes,
				class_codes[c->file->class]);
		buf_byte(out, '}');
	}
}

static void put_plan(const struct changes *c, const struct there *there)
{
	struct arena a = {0};
	struct buf out = {.arena = &a};

	buf_fmt(&out,
		"{\"event\":\"plan\",\"first\":%s,\"interrupted\":%zu,\"send\":%zu,"
		"\"new\":%zu,\"bytes\":%llu,\"remove\":%zu,\"unchanged\":%zu,\"kept\":%zu,"
		"\"strange\":%zu",
		there->has_manifest ? "false" : "true", there->touched.n, c->n_puts, c->n_new,
		(unsigned long long)c->bytes, c->n_removals + c->n_in_the_way, c->same, c->kept,
		there->strange);
	if (how.lists) {
		buf_add_z(&out, ",\"files\":[");
		put_changes(&out, c->in_the_way, c->n_in_the_way);
		put_changes(&out, c->puts, c->n_puts);
		put_changes(&out, c->removals, c->n_removals);
		buf_byte(&out, ']');
	}
	buf_add_z(&out, "}\n");
	fwrite(out.p, 1, out.n, stdout);
	arena_free(&a);
}

static bool shows_bar(void)
{
	return !how.json && !how.quiet && isatty(STDERR_FILENO);
}

static void start_sending(const struct changes *c)
{
	enum sending_how told = how.json      ? SENDING_EVENTS
				: shows_bar() ? SENDING_BAR
					      : SENDING_SILENT;

	sending_start(how.lists ? SENDING_SILENT : told, c->n_puts, c->bytes);
}

static void hear_sent(const struct change *change)
{
	sending_done(change->file->bytes);
}

static void hear_plan(const struct changes *c, const struct there *there)
{
	if (how.json)
		put_plan(c, there);
	else if (!how.quiet)
		print_plan(c, there);
	fflush(stdout);
	start_sending(c);
}

static void hear_class(enum file_class class, size_t files, uint64_t bytes)
{
	if (how.json)
		printf("{\"event\":\"class\",\"class\":\"%s\",\"files\":%zu,\"bytes\":%llu}\n",
		       class_codes[class], files, (unsigned long long)bytes);
	else if (!how.quiet && !shows_bar())
		printf(_("Sending %s: %zu files, %llu KB\n"), _(class_names[class]), files,
		       kilobytes(bytes));
	fflush(stdout);
}

static void hear_removing(size_t files)
{
	if (how.json)
		printf("{\"event\":\"removing\",\"files\":%zu}\n", files);
	else if (!how.quiet && !shows_bar())
		printf(_("Removing %zu files\n"), files);
	fflush(stdout);
}

/* The fingerprint that was named on the command line, or one that a person has looked at. */
static bool hear_trust(struct str host, struct str fingerprint)
{
	char line[8] = "";

	if (how.host_key && str_eq_z(fingerprint, how.host_key))
		return true;
	if (how.host_key || !isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return false;
	fprintf(stderr,
		_("The server " STR_FMT " is not known yet. Its key has the fingerprint\n"
		  "  " STR_FMT "\n"
		  "Compare it with what the server's keeper tells you. Trust it from now "
		  "on? [y/n] "),
		STR_ARG(host), STR_ARG(fingerprint));
	return fgets(line, sizeof(line), stdin) && strchr("yYcC", line[0]) && line[0];
}

/* Where a program that takes core dumps is set up, the limit alone does not keep them away. */
void publishing_keep_secrets(void)
{
	struct rlimit none = {0, 0};

	(void)setrlimit(RLIMIT_CORE, &none);
	(void)prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
}

static struct str who(struct arena *a)
{
	char host[HOST_NAME_MAX_BYTES] = "";
	const struct passwd *user = getpwuid(geteuid());

	(void)gethostname(host, sizeof(host) - 1);
	return str_fmt(a, "%s@%s", user ? user->pw_name : "?", host);
}

bool publishing_begin(struct publishing *p, struct str target)
{
	struct arena *a = p->arena;
	struct date now;

	how.json = p->options->json;
	how.quiet = p->options->quiet;
	how.lists = p->options->dry_run;
	how.host_key = p->options->host_key;
	p->hold = -1;
	p->target = target_find(a, p->config, target, p->diag);
	if (!p->target)
		return false;
	p->now.site = str_concat(a, p->config->domain, p->config->base, (struct str){0});
	if (date_now(&now))
		p->now.when = date_iso(a, now);
	p->hold = publish_hold(a, !p->options->no_wait, hear_waiting, p->diag);
	return p->hold >= 0;
}

static const char *outcome(const struct publishing *p, const struct publish_result *r)
{
	if (r->complete || p->options->dry_run)
		return "complete";
	return r->touched ? "incomplete" : "failed";
}

static bool log_publish(struct publishing *p, const struct publish_request *q,
			const struct publish_result *r)
{
	struct str line =
		str_fmt(p->arena,
			STR_FMT " " STR_FMT " " STR_FMT " release=%u of=%u sent=%zu bytes=%llu "
				"removed=%zu %s\n",
			STR_ARG(p->now.when), STR_ARG(p->target->code), STR_ARG(q->who),
			p->now.number, p->now.of, r->sent, (unsigned long long)r->bytes_sent,
			r->removed, outcome(p, r));

	return p->options->dry_run || store_log(p->arena, line, p->diag);
}

static void put_done(const struct publishing *p, const struct publish_result *r, bool ok)
{
	struct buf out = {.arena = p->arena};
	size_t n;
	struct diag_item **items = diag_sorted(p->arena, p->diag, &n);

	buf_fmt(&out,
		"{\"event\":\"done\",\"ok\":%s,\"result\":\"%s\",\"release\":%u,\"sent\":%zu,"
		"\"bytes\":%llu,\"removed\":%zu,\"messages\":[",
		ok ? "true" : "false", outcome(p, r), p->now.number, r->sent,
		(unsigned long long)r->bytes_sent, r->removed);
	for (size_t i = 0; i < n; i++) {
		buf_add_z(&out, i ? "," : "");
		json_put_string(&out, items[i]->text);
	}
	buf_add_z(&out, "]}\n");
	fwrite(out.p, 1, out.n, stdout);
}

static void print_done(const struct publishing *p, const struct publish_result *r)
{
	if (p->options->dry_run)
		printf("%s\n", _("Nothing was changed there."));
	else if (!r->sent && !r->removed)
		printf(_("The target holds release %u already; nothing was sent.\n"),
		       p->now.number);
	else
		printf(_("Release %u is published: %zu files sent, %zu removed.\n"),
		       p->now.number, r->sent, r->removed);
}

bool publishing_verify(const struct options *o, const struct target *t, struct str address,
		       const struct verify_item *items, size_t n, struct diag *d)
{
	struct verify_result r;
	bool same;

	if (!o->json && !o->quiet)
		printf(_("Asking for %zu files as a visitor, at " STR_FMT "\n"), n,
		       STR_ARG(address));
	fflush(stdout);
	same = verify_items(t, address, items, n, &r, d);
	if (o->json)
		printf("{\"event\":\"verified\",\"asked\":%zu,\"right\":%zu,\"wrong\":%zu,"
		       "\"missing\":%zu,\"still\":%zu,\"silent\":%zu,\"stale\":%zu,"
		       "\"types\":%zu,\"caches\":%zu,\"policies\":%zu}\n",
		       r.asked, r.right, r.wrong, r.missing, r.still, r.silent, r.stale,
		       r.types, r.caches, r.policies);
	else if (!o->quiet && same)
		printf(_("All %zu are what was published.\n"), n);
	else if (!o->quiet)
		printf(_("%zu of %zu are what was published.\n"), r.right, n);
	return same;
}

/* What the publish has changed, where visitors find it. */
static bool verify_publish(const struct publishing *p, const struct publish_result *r)
{
	const struct target *t = p->target;
	size_t n;
	struct verify_item *items;

	if (!r->complete || p->options->dry_run || !t->public_url.n)
		return true;
	items = verify_changed(p->arena, r->changes, &r->there, &n);
	return !n || publishing_verify(p->options, t, t->public_url, items, n, p->diag);
}

static int status_of(const struct publishing *p, const struct publish_result *r, bool ok)
{
	if (ok)
		return EXIT_GOOD;
	if (r->touched && !r->complete)
		return EXIT_INCOMPLETE;
	return p->diag->failed_machine ? EXIT_MACHINE : EXIT_MISTAKES;
}

static void tell_incomplete(const struct publishing *p)
{
	diag_advise(
		p->diag, (struct pos){0},
		_("The publish stopped on its way. Visitors see whole pages, old or new, and "
		  "nothing that the new pages need was removed; call it again, and it goes "
		  "on from there"));
}

static struct publish_request request_of(struct publishing *p)
{
	return (struct publish_request){
		.target = p->target,
		.base = p->config->base,
		.who = who(p->arena),
		.now = &p->now,
		.dry_run = p->options->dry_run,
		.allow_removals = p->options->allow_removals,
		.break_lock = p->options->break_lock,
		.ear = {.probed = hear_probed,
			.planned = hear_plan,
			.class_begins = hear_class,
			.sent = hear_sent,
			.moved = sending_moved,
			.removing = hear_removing,
			.trust = hear_trust},
	};
}

int publishing_end(struct publishing *p)
{
	struct publish_result r = {0};
	struct publish_request q = request_of(p);
	bool ok = file_full_path(p->arena, STR("."), &q.from) &&
		  publish_run(p->arena, &q, &r, p->diag);
	int status;

	sending_stop();
	ok = log_publish(p, &q, &r) && ok;
	status = status_of(p, &r, ok);
	if (ok && !verify_publish(p, &r))
		status = EXIT_DIFFERENT;
	if (status == EXIT_INCOMPLETE)
		tell_incomplete(p);
	if (how.json)
		put_done(p, &r, ok);
	else
		(void)report_findings(p->diag, p->options);
	if (ok && !how.json && !how.quiet)
		print_done(p, &r);
	file_unlock(p->hold);
	return status;
}

uint32_t publishing_number(const char *argument)
{
	char *end;
	unsigned long n = strtoul(argument, &end, 10);

	return *argument < '0' || *argument > '9' || *end || n > RELEASE_NUMBER_MAX
		       ? 0
		       : (uint32_t)n;
}
