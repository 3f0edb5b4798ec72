/*
 * content_type - what a web server says of a file, where we say it ourselves.
 */
#ifndef CCHC_NET_CONTENT_TYPE_H
#define CCHC_NET_CONTENT_TYPE_H

#include "base/str.h"

/* "text/html; charset=utf-8"; "application/octet-stream" when the name does not tell. */
const char *content_type(struct str path);

/* Is it a text, that becomes much smaller when it is compressed? */
bool content_is_text(struct str path);

/* A value of Cache-Control: a name with a fingerprint stays what it is, a page may change
 * with the next publish. */
const char *content_cache(struct str path);

#endif
