/*
 * publishing - what publish and rollback share: to whom, in whose name, and what is told
 * about it on the way and at the end.
 */
#ifndef CCHC_CMD_PUBLISHING_H
#define CCHC_CMD_PUBLISHING_H

#include "cmd/cmd.h"
#include "net/publish.h"
#include "net/verify.h"

struct publishing {
	const struct options *options;
	struct arena *arena;
	struct diag *diag;
	const struct config *config;
	const struct target *target;
	struct release now; /* its files are the caller's to fill in */
	int hold;           /* on .cchc/, of publishing_begin() */
};

/* First of all: what holds passwords is not left on a disk when the program dies. */
void publishing_keep_secrets(void);

/* Find the target, and keep other publishes of this site away. */
bool publishing_begin(struct publishing *p, struct str target) MUST_USE;

/* Publish p->now, tell how it went, and return the exit status. */
int publishing_end(struct publishing *p);

/* Ask for files as a visitor would, and tell how it went; what is wrong is reported to d.
 * True when all is as it was published. */
bool publishing_verify(const struct options *o, const struct target *t, struct str address,
		       const struct verify_item *items, size_t n, struct diag *d);

/* The number an argument stands for; 0: it is none. */
uint32_t publishing_number(const char *argument);

#endif
