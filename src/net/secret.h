/*
 * secret - the password or key of a target: from the environment, a file that only its
 * owner can read, ~/.netrc, or the SSH agent. Never from site.yaml, never printed.
 */
#ifndef CCHC_NET_SECRET_H
#define CCHC_NET_SECRET_H

#include "site/targets.h"

struct secret {
	struct str user;
	struct str password; /* or the secret key of S3; empty: none was found */
	struct str token;    /* of S3, for a session */
	struct str key_file; /* a private SSH key; empty: the agent's */
	bool key_is_rsa;
	bool netrc; /* libcurl may look there */
};

/* False, and reported, when a file that was named is not there or others can read it. */
bool secret_find(struct arena *a, const struct target *t, struct secret *s,
		 struct diag *d) MUST_USE;

/* "~/x" is in the home folder. */
struct str home_path(struct arena *a, struct str path);

#endif
