/* From arguments to a command to an exit status; nothing else. */
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "base/file.h"
#include "cmd/cmd.h"

/* --lang is looked for first, so that a wrong command line is told in that language. */
static const char *asked_language(char **argv)
{
	for (; *argv; argv++) {
		if (strncmp(*argv, "--lang=", 7) == 0)
			return *argv + 7;
		if (strcmp(*argv, "--lang") == 0)
			return argv[1];
	}
	return NULL;
}

static bool enter_root(const struct options *o)
{
	if (!o->root || chdir(o->root) == 0)
		return true;
	fprintf(stderr, "cchc: ");
	fprintf(stderr, _("there is no folder %s"), o->root);
	fputc('\n', stderr);
	return false;
}

static int run(int argc, char **argv)
{
	struct options o = {0};
	const struct command *command = NULL;

	if (!options_parse(&o, argc, argv, &command))
		return EXIT_USAGE;
	if (o.version) {
		printf("cchc %s\n", VERSION);
		return EXIT_GOOD;
	}
	if (o.help) {
		options_print_help(stdout, command);
		return EXIT_GOOD;
	}
	if (!enter_root(&o))
		return EXIT_USAGE;
	return command->run(&o);
}

/* A result that was not printed whole is none. */
int main(int argc, char **argv)
{
	int status;

	file_guard_standard();
	language_set(language_choose(asked_language(argv)));
	status = run(argc, argv);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fputs("cchc: ", stderr);
	fprintf(stderr, _("cannot print the result: %s"), strerror(errno));
	fputc('\n', stderr);
	return EXIT_MACHINE;
}
