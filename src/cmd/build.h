/*
 * build - the pipe: files become values, values become pages, pages become a plan
 * of outputs, outputs become files. build.c is this and nothing more.
 */
#ifndef CCHC_CMD_BUILD_H
#define CCHC_CMD_BUILD_H

#include "cmd/cmd.h"
#include "net/external.h"
#include "output/output.h"

struct build {
	const struct options *options;
	struct arena arena; /* lives as long as the build; each worker has its own */
	struct crew crew;
	struct diag diag;
	struct layouts *layouts;
	struct site *site;
	struct offline *offline;
	struct search *search;
	struct outputs *outputs;
	struct written written;
	bool makes_pictures;                    /* not only those that are in .cchc/ */
	const struct external_report *external; /* of check --external */
};

/* Before the first step, and after the last one. */
void build_start(struct build *b, const struct options *o);
void build_end(struct build *b);

/* The output folder, without '/' at its end. */
struct str build_output(const struct build *b);

/* All steps up to, and not including, the first byte on disk. */
bool build_prepare(struct build *b);
/* ... then render and write. */
bool build_site(struct build *b);
/* ... then render and write nothing. */
bool build_check(struct build *b);

/* Go through these steps from nothing, tell what came of it, and let all go; returns
 * the exit status. What a command of the pipe does. */
int build_run(const struct options *o, bool (*steps)(struct build *b));

/* Tell what the build did, on stdout, as --json and --quiet ask; returns the exit
 * status. */
int build_report(const struct build *b, bool ok);

#endif
