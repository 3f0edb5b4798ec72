/*
 * gzip - a text made smaller, as web servers send it (RFC 1952). The same text always gives
 * the same bytes.
 */
#ifndef CCHC_NET_GZIP_H
#define CCHC_NET_GZIP_H

#include "base/str.h"

/* In the arena. */
struct str gzip_of(struct arena *a, struct str text);

#endif
