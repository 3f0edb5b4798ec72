/*
 * probe - what a server was found to do, kept beside its releases so that it is tried once:
 * again when the target's address or the library that speaks to it is another one.
 *
 *	cchc-server 1
 *	address sftp://cchc@may-chu/var/www/html
 *	with libcurl/7.88.1 ...
 *	replaces yes				a line for each ability
 *	end HASH
 */
#ifndef CCHC_NET_PROBE_H
#define CCHC_NET_PROBE_H

#include "net/server.h"

/* The abilities by name, for the file and for machines. */
struct ability {
	const char *code;
	size_t offset; /* of the bool in struct abilities */
};
extern const struct ability ability_codes[];
extern const size_t ability_codes_count;

/* Set s->able from what is known of the target, and try it when nothing is; *tried says so.
 * We have the lock. */
bool probe_server(struct server *s, bool *tried) MUST_USE;

#endif
