/* From arguments to a command to an exit status; nothing else. */
#include <stdio.h>
#include <unistd.h>

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

int main(int argc, char **argv)
{
	struct options o = {0};
	const struct command *command = NULL;

	language_set(language_choose(asked_language(argv)));
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
