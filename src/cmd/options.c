/* The command line, as tables. */
#include <stdlib.h>

#include "base/jobs.h"
#include "cmd/cmd.h"
#include "net/fetch.h"

const struct command *const commands[] = {
	&build_command,    &check_command,    &fetch_command,     &new_command,
	&publish_command,  &releases_command, &remind_command,    &report_command,
	&rollback_command, &schema_command,   &translate_command, &verify_command,
};

const size_t commands_count = COUNT(commands);

struct option {
	const char *name, *argument; /* argument NULL: a switch */
	const char *summary;         /* N_() */
	unsigned takes;              /* for commands that take one of these; 0: all */
	bool (*set)(struct options *o, const char *argument);
	size_t flag; /* of a switch: the bool of struct options that it sets */
};

static bool set_root(struct options *o, const char *argument)
{
	o->root = argument;
	return true;
}

static bool set_lang(struct options *o, const char *argument)
{
	o->lang = argument;
	return strcmp(argument, "vi") == 0 || strcmp(argument, "en") == 0;
}

static bool set_output(struct options *o, const char *argument)
{
	o->output = argument;
	return *argument != 0;
}

static bool set_share(struct options *o, const char *argument)
{
	o->share = argument;
	return true;
}

/* A day alone means its last minute: what is to appear on that day is there. */
static bool set_today(struct options *o, const char *argument)
{
	if (!date_parse(str_of(argument), false, true, &o->now))
		return false;
	if (!o->now.has_time) {
		o->now.has_time = true;
		o->now.hour = 23;
		o->now.minute = 59;
	}
	return true;
}

static bool set_threads(struct options *o, const char *argument)
{
	char *end;
	long n = strtol(argument, &end, 10);

	if (*end || n < 1 || n > WORKERS_MAX)
		return false;
	o->threads = (size_t)n;
	return true;
}

static bool set_period(struct options *o, const char *argument)
{
	static const struct {
		const char *code;
		enum period_unit unit;
	} periods[] = {
		{"thang", PERIOD_MONTH},
		{"quy", PERIOD_QUARTER},
		{"6-thang", PERIOD_HALF},
		{"nam", PERIOD_YEAR},
	};

	o->period_given = true;
	for (size_t i = 0; i < COUNT(periods); i++) {
		o->period = periods[i].unit;
		if (strcmp(argument, periods[i].code) == 0)
			return true;
	}
	return false;
}

static bool set_window(struct options *o, const char *argument)
{
	for (int i = 0; report_windows[i].code; i++) {
		o->window = (enum report_window)i;
		if (strcmp(argument, report_windows[i].code) == 0)
			return true;
	}
	return false;
}

static bool set_count(const char *argument, int most, int *out)
{
	char *end;
	long n = strtol(argument, &end, 10);

	if (*end || n < 1 || n > most)
		return false;
	*out = (int)n;
	return true;
}

static bool set_number(struct options *o, const char *argument)
{
	return set_count(argument, 12, &o->number);
}

static bool set_seconds(struct options *o, const char *argument)
{
	return set_count(argument, FETCH_SECONDS_MAX, &o->seconds);
}

static bool set_year(struct options *o, const char *argument)
{
	return set_count(argument, 9999, &o->year);
}

static bool set_unit(struct options *o, const char *argument)
{
	o->unit = argument;
	return *argument != 0;
}

static bool set_by(struct options *o, const char *argument)
{
	return date_parse(str_of(argument), false, false, &o->by);
}

static bool set_host_key(struct options *o, const char *argument)
{
	o->host_key = argument;
	return strncmp(argument, "SHA256:", 7) == 0;
}

#define FLAG(member) .flag = offsetof(struct options, member)

static const struct option options[] = {
	{"--root", "DIR", N_("the site's folder, which holds site.yaml (the current one)"), 0,
	 .set = set_root},
	{"--lang", "vi|en", N_("the language of messages (from the environment)"), 0,
	 .set = set_lang},
	{"--output", "DIR", N_("where the site goes (public)"), TAKES_OUTPUT,
	 .set = set_output},
	{"--today", "DATE",
	 N_("build as on this day: 2026-11-22 or 2026-11-22T08:00, Asia/Ho_Chi_Minh"),
	 TAKES_TODAY, .set = set_today},
	{"--threads", "N", N_("how many threads (as many as processors)"), TAKES_BUILD,
	 .set = set_threads},
	{"--share", "DIR", N_("where the installed layouts and assets are"), TAKES_BUILD,
	 .set = set_share},
	{"--strict", NULL, N_("take warnings for errors"), TAKES_BUILD, FLAG(strict)},
	{"--no-wait", NULL, N_("stop when another build is writing to the same folder"),
	 TAKES_WAIT, FLAG(no_wait)},
	{"--dry-run", NULL, N_("say what would be sent and removed, and change nothing there"),
	 TAKES_TARGET, FLAG(dry_run)},
	{"--allow-removals", NULL, N_("remove from the server also more files than usual"),
	 TAKES_TARGET, FLAG(allow_removals)},
	{"--break-lock", NULL, N_("take away the lock that a publish that has died left there"),
	 TAKES_TARGET, FLAG(break_lock)},
	{"--host-key", "SHA256:...",
	 N_("trust the SSH server whose key has this fingerprint from now on"), TAKES_TARGET,
	 .set = set_host_key},
	{"--period", "PERIOD", N_("thang, quy, 6-thang or nam (nam)"), TAKES_PERIOD,
	 .set = set_period},
	{"--number", "N", N_("which month, quarter or half of the year"), TAKES_PERIOD,
	 .set = set_number},
	{"--year", "YEAR", N_("of which year"), TAKES_PERIOD, .set = set_year},
	{"--window", "WINDOW",
	 N_("how days are reckoned: duong-lich, nd-09-2019 or ke-hoach (duong-lich)"),
	 TAKES_WINDOW, .set = set_window},
	{"--unit", "CODE", N_("for this unit alone"), TAKES_UNIT, .set = set_unit},
	{"--by", "DATE", N_("until when units are to send what they have: 2026-11-25"),
	 TAKES_UNIT, .set = set_by},
	{"--csv", NULL, N_("print a table for a spreadsheet"), TAKES_PERIOD, FLAG(csv)},
	{"--freeze", NULL,
	 N_("write it into content/ as a report that later edits do not change"), TAKES_FREEZE,
	 FLAG(freeze)},
	{"--external", NULL,
	 N_("also ask whether links to other web sites still lead somewhere"), TAKES_EXTERNAL,
	 FLAG(external)},
	{"--timeout", "SECONDS", N_("how long to wait for one of them (30)"), TAKES_SECONDS,
	 .set = set_seconds},
	{"--json", NULL, N_("print the result as JSON"), TAKES_JSON, FLAG(json)},
	{"--man", NULL, N_("print it as a manual page"), TAKES_MAN, FLAG(man)},
	{"--quiet", NULL, N_("print errors only"), 0, FLAG(quiet)},
	{"--help", NULL, N_("print this help"), 0, FLAG(help)},
	{"--version", NULL, N_("print the version"), 0, FLAG(version)},
};

static bool is_taken(const struct option *option, const struct command *command)
{
	return !option->takes || (command && (command->takes & option->takes));
}

static void print_option(FILE *out, const struct option *option)
{
	char left[64];

	snprintf(left, sizeof(left), "%s%s%s", option->name, option->argument ? " " : "",
		 option->argument ? option->argument : "");
	fprintf(out, "  %-18s %s\n", left, _(option->summary));
}

static void print_commands(FILE *out)
{
	fprintf(out, "%s cchc [--root DIR] %s\n\n", _("usage:"), _("COMMAND [OPTIONS]"));
	for (size_t i = 0; i < commands_count; i++)
		fprintf(out, "  %-18s %s\n", commands[i]->name, _(commands[i]->summary));
	fprintf(out, "\n%s\n\n", _("cchc COMMAND --help tells more about a command."));
}

void options_print_help(FILE *out, const struct command *command)
{
	if (!command)
		print_commands(out);
	else
		fprintf(out, "%s cchc %s %s%s%s\n\n%s\n\n", _("usage:"), command->name,
			command->arguments ? command->arguments : "",
			command->arguments ? " " : "", _("[OPTIONS]"), _(command->summary));
	for (size_t i = 0; i < COUNT(options); i++) {
		if (is_taken(&options[i], command))
			print_option(out, &options[i]);
	}
}

static bool usage_error(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* Always false. */
static bool usage_error(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	fputs("cchc: ", stderr);
	vfprintf(stderr, fmt, args);
	fprintf(stderr, "\n%s\n", _("cchc --help lists the commands and options."));
	va_end(args);
	return false;
}

/* A value that the option cannot have: its line of the help says what it can. */
static bool value_error(const struct option *option, const char *argument)
{
	fputs("cchc: ", stderr);
	fprintf(stderr, _("%s cannot be \"%s\":"), option->name, argument);
	fputc('\n', stderr);
	print_option(stderr, option);
	return false;
}

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < commands_count; i++) {
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	}
	return NULL;
}

static const struct option *find_option(const char *name, size_t n)
{
	for (size_t i = 0; i < COUNT(options); i++) {
		if (strlen(options[i].name) == n && strncmp(options[i].name, name, n) == 0)
			return &options[i];
	}
	return NULL;
}

/* A command line being read. */
struct parsing {
	struct options *options;
	const struct command *command;
	char **rest;       /* ends with NULL */
	bool options_over; /* behind "--" */
	bool given[COUNT(options)];
};

/* The option's argument: behind '=', or the next word. */
static bool take_argument(struct parsing *p, const struct option *option, const char *equals,
			  const char **argument)
{
	*argument = equals ? equals + 1 : NULL;
	if (!option->argument)
		return !equals || usage_error(_("%s takes no value"), option->name);
	if (!equals)
		*argument = *p->rest ? *p->rest++ : NULL;
	return *argument || usage_error(_("%s needs a value"), option->name);
}

static bool take_option(struct parsing *p, const char *word)
{
	const char *equals = strchr(word, '=');
	size_t n = equals ? (size_t)(equals - word) : strlen(word);
	const struct option *option = find_option(word, n);
	const char *argument;

	if (!option)
		return usage_error(_("there is no option %s"), word);
	if (!take_argument(p, option, equals, &argument))
		return false;
	p->given[option - options] = true;
	if (option->set)
		return option->set(p->options, argument) || value_error(option, argument);
	return *(bool *)((char *)p->options + option->flag) = true;
}

static bool take_word(struct parsing *p, const char *word)
{
	struct options *o = p->options;

	if (!p->command) {
		p->command = find_command(word);
		return p->command || usage_error(_("there is no command %s"), word);
	}
	if (o->n_arguments == p->command->arguments_max)
		return usage_error(_("this is one argument too many: %s"), word);
	o->arguments[o->n_arguments++] = word;
	return true;
}

static bool take_next(struct parsing *p)
{
	const char *word = *p->rest++;

	if (!p->options_over && strcmp(word, "--") == 0)
		return p->options_over = true;
	if (!p->options_over && word[0] == '-' && word[1])
		return take_option(p, strcmp(word, "-h") == 0 ? "--help" : word);
	return take_word(p, word);
}

/* Only now, as options may stand before the command that takes them. */
static bool check_options(const struct parsing *p)
{
	for (size_t i = 0; i < COUNT(options); i++) {
		if (p->given[i] && !is_taken(&options[i], p->command))
			return usage_error(_("this command does not take %s"), options[i].name);
	}
	return true;
}

static void set_usual(struct options *o)
{
	const char *share = getenv("CCHC_SHARE");

	o->output = "public";
	o->seconds = FETCH_SECONDS_USUAL;
	o->period = PERIOD_YEAR;
	o->window = REPORT_WINDOW_CALENDAR;
	o->share = share && *share ? share : DATADIR;
}

/* The clock is asked only when --today does not say which day it is. */
static bool set_now(struct options *o, const struct command *command)
{
	return !(command->takes & TAKES_TODAY) || date_is_set(o->now) || date_now(&o->now) ||
	       usage_error(_("SOURCE_DATE_EPOCH must be a number of seconds since 1970, not "
			     "\"%s\""),
			   getenv("SOURCE_DATE_EPOCH"));
}

/* Options may stand before the command too, so the language and a call for help are
 * known before anything is said. */
bool options_parse(struct options *o, int argc, char **argv, const struct command **command)
{
	struct parsing p = {.options = o, .rest = argv + 1};

	(void)argc;
	set_usual(o);
	while (*p.rest) {
		if (!take_next(&p))
			return false;
	}
	*command = p.command;
	if (o->help || o->version)
		return true;
	if (!p.command)
		return usage_error("%s", _("a command is missing"));
	if (!check_options(&p))
		return false;
	if (o->n_arguments < p.command->arguments_min)
		return usage_error(_("an argument is missing: %s"), p.command->arguments);
	return set_now(o, p.command);
}
