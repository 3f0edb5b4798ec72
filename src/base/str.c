#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

enum {
	FORMAT_SMALL = 256, /* bytes of a formatted text that are tried on the stack */
	BUF_SMALL = 16,     /* bytes a buf begins with, unless it is told to hold more */
};

struct str str_of(const char *z)
{
	return (struct str){z, z ? strlen(z) : 0};
}

bool str_eq_z(struct str a, const char *z)
{
	return str_eq(a, str_of(z));
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	if (order)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool str_starts(struct str s, struct str prefix)
{
	/* mostly the first byte tells */
	if (s.n < prefix.n || !prefix.n || s.p[0] != prefix.p[0])
		return !prefix.n;
	return memcmp(s.p, prefix.p, prefix.n) == 0;
}

bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq((struct str){s.p + s.n - suffix.n, suffix.n}, suffix);
}

bool str_has(struct str s, char c)
{
	return s.n && memchr(s.p, c, s.n) != NULL;
}

bool str_find(struct str s, struct str part, size_t from, size_t *at)
{
	while (from < s.n && part.n <= s.n - from) {
		const char *p = memchr(s.p + from, part.p[0], s.n - from - part.n + 1);

		if (!p)
			return false;
		if (memcmp(p, part.p, part.n) == 0) {
			*at = (size_t)(p - s.p);
			return true;
		}
		from = (size_t)(p - s.p) + 1;
	}
	return false;
}

bool str_holds(struct str s, struct str part)
{
	size_t at;

	return str_find(s, part, 0, &at);
}

struct str str_head(struct str s, size_t n)
{
	return (struct str){s.p, n < s.n ? n : s.n};
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct str str_trim(struct str s)
{
	while (s.n && is_blank(s.p[0]))
		s = str_from(s, 1);
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str str_cut(struct str s, char sep, struct str *rest)
{
	const char *at = s.n ? memchr(s.p, sep, s.n) : NULL;
	size_t n = at ? (size_t)(at - s.p) : s.n;

	*rest = str_from(s, n + 1);
	return str_head(s, n);
}

struct str str_cut_last(struct str s, char sep, struct str *rest)
{
	const char *at = s.n ? memrchr(s.p, sep, s.n) : NULL;
	size_t n = at ? (size_t)(at - s.p) : 0;

	*rest = at ? str_from(s, n + 1) : s;
	return str_head(s, n);
}

/* One step of the mixing: a multiplication spreads each bit upwards, the shift
 * brings the upper ones down again. */
static uint64_t mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 29;
}

uint64_t str_hash(struct str s, uint64_t seed)
{
	uint64_t h = mix(seed, s.n), word;

	for (; s.n >= sizeof(word); s = str_from(s, sizeof(word))) {
		memcpy(&word, s.p, sizeof(word));
		h = mix(h, word);
	}
	word = 0;
	if (s.n)
		memcpy(&word, s.p, s.n);
	return mix(mix(h, word), 0);
}

struct str str_dup(struct arena *a, struct str s)
{
	char *p;

	if (!s.n)
		return (struct str){0};
	p = arena_array(a, char, s.n);
	memcpy(p, s.p, s.n);
	return (struct str){p, s.n};
}

char *str_z(struct arena *a, struct str s)
{
	char *p = arena_array(a, char, s.n + 1);

	if (s.n)
		memcpy(p, s.p, s.n);
	return p;
}

/* Most texts are short: they are printed once, on the stack, and copied. */
struct str str_vfmt(struct arena *a, const char *fmt, va_list args)
{
	char small[FORMAT_SMALL], *p;
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(small, sizeof(small), fmt, again);
	va_end(again);
	if (n <= 0)
		return (struct str){0};
	p = arena_array(a, char, (size_t)n + 1);
	if ((size_t)n < sizeof(small))
		memcpy(p, small, (size_t)n);
	else
		vsnprintf(p, (size_t)n + 1, fmt, args);
	return (struct str){p, (size_t)n};
}

struct str str_concat(struct arena *a, struct str x, struct str y, struct str z)
{
	struct buf out = {.arena = a};

	out.cap = x.n + y.n + z.n;
	out.p = arena_array(a, char, out.cap);
	buf_add(&out, x);
	buf_add(&out, y);
	buf_add(&out, z);
	return buf_str(&out);
}

struct str str_fmt(struct arena *a, const char *fmt, ...)
{
	va_list args;
	struct str s;

	va_start(args, fmt);
	s = str_vfmt(a, fmt, args);
	va_end(args);
	return s;
}

char *buf_reserve(struct buf *b, size_t n)
{
	if (b->cap - b->n < n) {
		size_t cap = b->cap ? b->cap * 2 : n < BUF_SMALL ? BUF_SMALL : n;

		while (cap - b->n < n)
			cap *= 2;
		b->p = arena_grow(b->arena, b->p, b->cap, cap);
		b->cap = cap;
	}
	return b->p + b->n;
}

void buf_add(struct buf *b, struct str s)
{
	if (!s.n)
		return;
	memcpy(buf_reserve(b, s.n), s.p, s.n);
	b->n += s.n;
}

void buf_add_z(struct buf *b, const char *z)
{
	buf_add(b, str_of(z));
}

void buf_byte(struct buf *b, char c)
{
	*buf_reserve(b, 1) = c;
	b->n++;
}

/* Into the buf itself: a text of its own in the arena would stand in the way of the
 * buf's growing in place. */
void buf_fmt(struct buf *b, const char *fmt, ...)
{
	char small[FORMAT_SMALL];
	va_list args;
	int n;

	va_start(args, fmt);
	n = vsnprintf(small, sizeof(small), fmt, args);
	va_end(args);
	if (n <= 0)
		return;
	if ((size_t)n < sizeof(small)) {
		buf_add(b, (struct str){small, (size_t)n});
		return;
	}
	va_start(args, fmt);
	vsnprintf(buf_reserve(b, (size_t)n + 1), (size_t)n + 1, fmt, args);
	va_end(args);
	b->n += (size_t)n;
}
