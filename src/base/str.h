/*
 * str - a view of bytes somebody else owns; buf - bytes being built.
 *
 * A struct str is passed by value, is not NUL-terminated, and lives as long
 * as the arena (or literal) it points into. The zeroed str is the empty
 * string. A struct buf grows in an arena; buf_str() is a view of what it has
 * so far, good until the next byte is added.
 */
#ifndef CCHC_BASE_STR_H
#define CCHC_BASE_STR_H

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_FMT "%.*s"
#define STR_ARG(s) (int)(s).n, (s).n ? (s).p : ""

struct str str_of(const char *z);
static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool str_eq_z(struct str a, const char *z);
int str_cmp(struct str a, struct str b); /* by bytes; a prefix comes first */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_has(struct str s, char c);

/* Where part, which is not empty, begins first at `from` or behind. Faster than memmem()
 * where part's first byte is rare. */
bool str_find(struct str s, struct str part, size_t from, size_t *at);
bool str_holds(struct str s, struct str part);

/* The bytes from `from` on; empty when s is shorter. */
static inline struct str str_from(struct str s, size_t from)
{
	return from < s.n ? (struct str){s.p + from, s.n - from} : (struct str){0};
}

/* The first n bytes, or all. */
struct str str_head(struct str s, size_t n);
/* Without spaces, tabs and line ends on both sides. */
struct str str_trim(struct str s);

/* Split s at the first sep: the part before it is returned, *rest is the part
 * after it. Without sep, all of s is returned and *rest is empty. rest may
 * point to s itself. */
struct str str_cut(struct str s, char sep, struct str *rest);

/* The same at the last sep; without sep all of s is *rest and the result is empty. */
struct str str_cut_last(struct str s, char sep, struct str *rest);

/* 64 bits, eight bytes a step: for tables and for "is this the same text as before",
 * not against somebody who wants a collision. Goes on from `seed` (0 to begin). The
 * same on machines of one byte order. */
uint64_t str_hash(struct str s, uint64_t seed);

struct str str_dup(struct arena *a, struct str s);
struct str str_concat(struct arena *a, struct str x, struct str y, struct str z);
char *str_z(struct arena *a, struct str s); /* with a NUL, for system calls */
struct str str_fmt(struct arena *a, const char *fmt, ...) PRINTF_LIKE(2, 3);
struct str str_vfmt(struct arena *a, const char *fmt, va_list args) PRINTF_LIKE(2, 0);

struct buf {
	struct arena *arena;
	char *p;
	size_t n, cap;
};

/* Room for n more bytes; returns where they go. b->n is not changed. */
char *buf_reserve(struct buf *b, size_t n);
void buf_add(struct buf *b, struct str s);
void buf_add_z(struct buf *b, const char *z);
void buf_byte(struct buf *b, char c);
void buf_fmt(struct buf *b, const char *fmt, ...) PRINTF_LIKE(2, 3);

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->p, b->n};
}

#endif
