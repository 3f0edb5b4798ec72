/*
 * base64 - bytes as letters (RFC 4648), without the '=' at the end or with it.
 */
#ifndef CCHC_BASE_BASE64_H
#define CCHC_BASE_BASE64_H

#include "base/str.h"

/* As OpenSSH writes fingerprints of keys. */
void base64_put(struct buf *out, struct str bytes);

/* With as many '=' as make its length a multiple of four: as HTML's integrity wants it. */
void base64_put_padded(struct buf *out, struct str bytes);

#endif
