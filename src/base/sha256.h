/*
 * sha256 - the SHA-256 of bytes (FIPS 180-4), as 64 small hexadecimal digits: to know a
 * content by, also against somebody who would like two contents to look the same. It is
 * nettle's, which uses the processor's instructions for it.
 */
#ifndef CCHC_BASE_SHA256_H
#define CCHC_BASE_SHA256_H

#include "base/str.h"

enum {
	SHA256_HEX = 64,   /* digits */
	SHA256_BYTES = 32, /* of the sum itself */
};

struct sha256 {
	uint64_t held[16]; /* nettle's own struct */
};

void sha256_start(struct sha256 *s);
void sha256_add(struct sha256 *s, struct str bytes);

/* The sum's 32 bytes, or its digits, in the arena. s is used up. */
struct str sha256_end(struct arena *a, struct sha256 *s);
struct str sha256_end_hex(struct arena *a, struct sha256 *s);

/* The digits of one text. */
struct str sha256_of(struct arena *a, struct str text);

/* Are these 64 small hexadecimal digits? */
bool sha256_is_hex(struct str s);

#endif
