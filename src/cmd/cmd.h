/*
 * cmd - the commands, one file each; what they share.
 *
 * A command is a row of commands[]; its options are rows of options.c. Exit status:
 * 0 good, 1 mistakes in the input, 2 usage, 3 the machine (disk, rights, memory, the
 * network or a server), 4 a publish that stopped on its way, 5 what visitors get is not
 * what was published.
 */
#ifndef CCHC_CMD_CMD_H
#define CCHC_CMD_CMD_H

#include "base/date.h"
#include "base/diag.h"
#include "kinds/report.h"
#include "viet/period.h"

enum exit_status {
	EXIT_GOOD = 0,
	EXIT_MISTAKES = 1,
	EXIT_USAGE = 2,
	EXIT_MACHINE = 3,
	EXIT_INCOMPLETE = 4,
	EXIT_DIFFERENT = 5,
};

struct options {
	const char *root;   /* --root: the site's folder; the current one */
	const char *lang;   /* --lang */
	const char *output; /* --output: "public" */
	const char *share;  /* --share: where the installed layouts and assets are */
	struct date now;    /* --today; from the clock, once */
	size_t threads;     /* --threads; 0: as many as processors */
	bool json, quiet, strict, no_wait, man;
	bool dry_run, allow_removals, break_lock;
	const char *host_key; /* --host-key: "SHA256:...", of a server that is to be trusted */
	enum period_unit period;   /* --period; a year */
	int year, number;          /* --year, --number; 0: not given */
	enum report_window window; /* --window */
	bool period_given;         /* was there a --period? */
	const char *unit;          /* --unit: its code */
	struct date by;            /* --by */
	int seconds;               /* --timeout */
	bool csv, freeze;
	bool external; /* --external: of check */
	bool help, version;
	const char *arguments[3]; /* what is no option, behind the command's name */
	size_t n_arguments;
};

/* Which options a command takes, beside those that all take. */
enum option_set {
	TAKES_NOTHING = 0,
	TAKES_BUILD = 1 << 0,  /* --threads, --share, --strict */
	TAKES_OUTPUT = 1 << 1, /* --output */
	TAKES_JSON = 1 << 2,
	TAKES_MAN = 1 << 3,
	TAKES_TODAY = 1 << 4,
	TAKES_TARGET = 1 << 5,   /* --dry-run, --allow-removals, --break-lock, --host-key */
	TAKES_WAIT = 1 << 6,     /* --no-wait */
	TAKES_PERIOD = 1 << 7,   /* --period, --number, --year, --csv */
	TAKES_WINDOW = 1 << 8,   /* --window */
	TAKES_EXTERNAL = 1 << 9, /* --external */
	TAKES_FREEZE = 1 << 10,  /* --freeze */
	TAKES_UNIT = 1 << 11,    /* --unit, --by */
	TAKES_SECONDS = 1 << 12, /* --timeout */
};

struct command {
	const char *name;
	const char *arguments; /* "KIND \"Title\"", for the help */
	const char *summary;   /* N_() */
	unsigned takes;        /* enum option_set */
	size_t arguments_min, arguments_max;
	int (*run)(const struct options *o);
};

extern const struct command build_command, check_command, fetch_command, new_command,
	publish_command, releases_command, remind_command, report_command, rollback_command,
	schema_command, translate_command, verify_command;

extern const struct command *const commands[];
extern const size_t commands_count;

/* Fill o from the arguments behind the program's name, and *command with what they
 * ask for, or NULL when only help or the version is wanted. False when they are
 * wrong, which has been said on stderr. */
bool options_parse(struct options *o, int argc, char **argv, const struct command **command);

void options_print_help(FILE *out, const struct command *command);

/* Print what was found: to stderr for people; returns the exit status it means. */
int report_findings(const struct diag *d, const struct options *o);

#endif
