#include "base/sha256.h"

#include <nettle/sha2.h>

_Static_assert(sizeof(struct sha256_ctx) <= sizeof(struct sha256), "nettle's fits into ours");
_Static_assert((int)SHA256_BYTES == (int)SHA256_DIGEST_SIZE, "both are of FIPS 180-4");

static struct sha256_ctx *its(struct sha256 *s)
{
	return (void *)s->held;
}

void sha256_start(struct sha256 *s)
{
	sha256_init(its(s));
}

void sha256_add(struct sha256 *s, struct str bytes)
{
	sha256_update(its(s), bytes.n, (const void *)bytes.p);
}

struct str sha256_end(struct arena *a, struct sha256 *s)
{
	char *sum = arena_array(a, char, SHA256_BYTES);

	sha256_digest(its(s), SHA256_BYTES, (void *)sum);
	return (struct str){sum, SHA256_BYTES};
}

struct str sha256_end_hex(struct arena *a, struct sha256 *s)
{
	static const char digits[] = "0123456789abcdef";
	unsigned char sum[SHA256_BYTES];
	char *hex = arena_array(a, char, SHA256_HEX + 1);

	sha256_digest(its(s), SHA256_BYTES, sum);
	for (size_t i = 0; i < SHA256_HEX; i++)
		hex[i] = digits[sum[i / 2] >> (i % 2 ? 0 : 4) & 15];
	return (struct str){hex, SHA256_HEX};
}

struct str sha256_of(struct arena *a, struct str text)
{
	struct sha256 s = {0};

	sha256_start(&s);
	sha256_add(&s, text);
	return sha256_end_hex(a, &s);
}

bool sha256_is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f')))
			return false;
	}
	return s.n == SHA256_HEX;
}
