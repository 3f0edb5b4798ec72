/*
 * trouble - why a server or the way to it refuses, in words that say what to do.
 */
#ifndef CCHC_NET_TROUBLE_H
#define CCHC_NET_TROUBLE_H

#include "net/server.h"

enum trouble {
	TROUBLE_NONE,
	/* may pass: tried again */
	TROUBLE_CUT,     /* the connection broke */
	TROUBLE_SILENCE, /* nothing came for too long */
	TROUBLE_BUSY,    /* the server says so: 429, 5xx */
	TROUBLE_NO_HOST, /* the name is not known */
	TROUBLE_NO_WAY,  /* nobody listens there */
	TROUBLE_AGAIN_LAST = TROUBLE_NO_WAY,
	/* will not pass by itself */
	TROUBLE_LOGIN,
	TROUBLE_RSA, /* an RSA key, which libssh2 1.10 signs in a way that is refused */
	TROUBLE_HOST_UNKNOWN,
	TROUBLE_HOST_CHANGED,
	TROUBLE_CERTIFICATE,
	TROUBLE_CERTIFICATE_OLD,
	TROUBLE_CERTIFICATE_NAME,
	TROUBLE_TLS,
	TROUBLE_NO_TLS,
	TROUBLE_SIGNATURE,
	TROUBLE_KEY_ID,
	TROUBLE_REGION,
	TROUBLE_CLOCK,
	TROUBLE_BUCKET,
	TROUBLE_FULL,
	TROUBLE_STOPS, /* SFTP: it takes the beginning of a file, again and again */
	TROUBLE_FORBIDDEN,
	TROUBLE_NO_FOLDER,
	TROUBLE_PROXY,
	TROUBLE_LISTING, /* a list of files that is cut off or damaged */
	TROUBLE_OTHER,
};

static inline bool trouble_may_pass(enum trouble t)
{
	return t != TROUBLE_NONE && t <= TROUBLE_AGAIN_LAST;
}

/* Report it; detail: what libcurl or the server says, for those who know. Always false. */
bool trouble_report(enum trouble t, const struct target *target, struct str path,
		    struct str detail, struct diag *d);

/* What an answer of HTTP means when it is no good one; body may be S3's XML. */
enum trouble trouble_of_http(long status, struct str body);

#endif
