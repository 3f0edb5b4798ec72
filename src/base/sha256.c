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

/* One step over the eight working words, the standard's a to h. Each step would move them
 * one place on; here their names move instead, so that they can stay in registers. */
static inline void step(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f,
			uint32_t g, uint32_t *h, uint32_t word)
{
	uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
	uint32_t choice = (e & f) ^ (~e & g);
	uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
	uint32_t majority = (a & b) ^ (a & c) ^ (b & c);

	*h += s1 + choice + word;
	*d += *h;
	*h += s0 + majority;
}

/* Eight of them, after which every word is in its place again. */
static void eight_steps(uint32_t v[8], const uint32_t *k, const uint32_t *w)
{
	uint32_t a = v[0], b = v[1], c = v[2], d = v[3], e = v[4], f = v[5], g = v[6], h = v[7];

	step(a, b, c, &d, e, f, g, &h, k[0] + w[0]);
	step(h, a, b, &c, d, e, f, &g, k[1] + w[1]);
	step(g, h, a, &b, c, d, e, &f, k[2] + w[2]);
	step(f, g, h, &a, b, c, d, &e, k[3] + w[3]);
	step(e, f, g, &h, a, b, c, &d, k[4] + w[4]);
	step(d, e, f, &g, h, a, b, &c, k[5] + w[5]);
	step(c, d, e, &f, g, h, a, &b, k[6] + w[6]);
	step(b, c, d, &e, f, g, h, &a, k[7] + w[7]);
	memcpy(v, (uint32_t[8]){a, b, c, d, e, f, g, h}, 8 * sizeof(*v));
}

static void compress(uint32_t state[8], const unsigned char *block)
{
	uint32_t w[ROUNDS], v[8];

	make_schedule(block, w);
	memcpy(v, state, sizeof(v));
	for (size_t i = 0; i < ROUNDS; i += 8)
		eight_steps(v, constants + i, w + i);
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
