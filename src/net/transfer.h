/*
 * transfer - runs talks with libcurl, several at once on one thread, over connections that
 * are kept. Only transfer.c and web.c include libcurl.
 *
 * What may pass by itself (a cut, silence, an overloaded server) is tried again, later and
 * later; Retry-After is honoured. What will not is reported in words, and ends the run.
 */
#ifndef CCHC_NET_TRANSFER_H
#define CCHC_NET_TRANSFER_H

#include "net/talk.h"

enum {
	TRANSFER_ATTEMPTS = 6,          /* of one job */
	TRANSFER_ATTEMPTS_FIRST = 3,    /* while nobody has answered there at all */
	TRANSFER_RETRY_AFTER_MAX = 120, /* seconds that a server may make us wait */
};

/* The library and its version, with those that it stands on. */
const char *transfer_library(void);

/* network_server and object_server (S3) of server.h are made here. */

#endif
