#include "base/sha256.h"

enum {
	BLOCK = 64,  /* bytes that one round of the compression takes */
	LENGTH = 8,  /* bytes at the end of the last block: how many bits there were */
	ROUNDS = 64, /* words of the schedule */
};

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[ROUNDS] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2,
};

static uint32_t rotate(uint32_t x, unsigned n)
{
	return x >> n | x << (32 - n);
}

static uint32_t read_word(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void make_schedule(const unsigned char *block, uint32_t w[ROUNDS])
{
	for (size_t i = 0; i < 16; i++)
		w[i] = read_word(block + 4 * i);
	for (size_t i = 16; i < ROUNDS; i++) {
		uint32_t x = w[i - 15], y = w[i - 2];
		uint32_t s0 = rotate(x, 7) ^ rotate(x, 18) ^ x >> 3;
		uint32_t s1 = rotate(y, 17) ^ rotate(y, 19) ^ y >> 10;

		w[i] = w[i - 16] + s0 + w[i - 7] + s1;
	}
}

/* One step over the eight working words; the standard's a to h are v[0] to v[7]. */
static void step(uint32_t v[8], uint32_t constant, uint32_t word)
{
	uint32_t s1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25);
	uint32_t choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
	uint32_t t1 = v[7] + s1 + choice + constant + word;
	uint32_t s0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22);
	uint32_t majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);

	memmove(v + 1, v, 7 * sizeof(*v));
	v[4] += t1;
	v[0] = t1 + s0 + majority;
}

static void compress(uint32_t state[8], const unsigned char *block)
{
	uint32_t w[ROUNDS], v[8];

	make_schedule(block, w);
	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < ROUNDS; i++)
		step(v, constants[i], w[i]);
	for (size_t i = 0; i < 8; i++)
		state[i] += v[i];
}

void sha256_start(struct sha256 *s)
{
	static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
					  0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

	*s = (struct sha256){0};
	memcpy(s->state, first, sizeof(first));
}

void sha256_add(struct sha256 *s, struct str bytes)
{
	while (bytes.n) {
		size_t held = (size_t)(s->n % BLOCK);
		struct str now = str_head(bytes, BLOCK - held);

		memcpy(s->block + held, now.p, now.n);
		s->n += now.n;
		bytes = str_from(bytes, now.n);
		if (s->n % BLOCK == 0)
			compress(s->state, s->block);
	}
}

/* A bit that is 1, zeros up to the end of a block but 8 bytes, and the number of bits. */
static void pad(struct sha256 *s)
{
	static const char zeros[BLOCK + 1] = "\x80";
	uint64_t bits = s->n * 8;
	size_t held = (size_t)(s->n % BLOCK);
	size_t end = held < BLOCK - LENGTH ? BLOCK : 2 * BLOCK;
	char length[LENGTH];

	for (size_t i = 0; i < LENGTH; i++)
		length[i] = (char)(unsigned char)(bits >> (56 - 8 * i));
	sha256_add(s, (struct str){zeros, end - LENGTH - held});
	sha256_add(s, (struct str){length, LENGTH});
}

struct str sha256_end(struct arena *a, struct sha256 *s)
{
	char *sum = arena_array(a, char, SHA256_BYTES);

	pad(s);
	for (size_t i = 0; i < SHA256_BYTES; i++)
		sum[i] = (char)(unsigned char)(s->state[i / 4] >> (24 - 8 * (i % 4)));
	return (struct str){sum, SHA256_BYTES};
}

struct str sha256_end_hex(struct arena *a, struct sha256 *s)
{
	static const char digits[] = "0123456789abcdef";
	char *hex = arena_array(a, char, SHA256_HEX + 1);

	pad(s);
	for (size_t i = 0; i < SHA256_HEX; i++)
		hex[i] = digits[s->state[i / 8] >> (28 - 4 * (i % 8)) & 15];
	return (struct str){hex, SHA256_HEX};
}

struct str sha256_of(struct arena *a, struct str text)
{
	struct sha256 s;

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
