#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define POISONING 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define POISONING 1
#endif
#endif

#ifdef POISONING
#include <sanitizer/asan_interface.h>
enum {
	GAP = 16
};

/* Not inline: gcc 14 would warn that fresh bytes are read before they are set. */
__attribute__((noinline)) static void poison(char *p, size_t n)
{
	ASAN_POISON_MEMORY_REGION(p, n);
}
#else
#define poison(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
enum {
	GAP = 0
};
#endif

enum {
	/* Blocks double up to the large size: small arenas stay small, big ones
	 * ask the system seldom. */
	BLOCK_SMALL = 16 * 1024,
	BLOCK_LARGE = 1024 * 1024,
	/* A reset arena keeps one block, and gives back one that a single huge
	 * item needed. */
	BLOCK_KEPT = 4 * 1024 * 1024,
	ROOM_SMALL = 8, /* items of an array that grows, to begin with */
};

struct arena_block {
	struct arena_block *older;
	size_t size; /* of the bytes behind this header */
	_Alignas(max_align_t) char bytes[];
};

static void out_of_memory(void)
{
	fputs("cchc: out of memory / hết bộ nhớ\n", stderr);
	exit(3);
}

static size_t next_block_size(const struct arena *a, size_t needed)
{
	size_t size = a->block ? a->block->size * 2 : BLOCK_SMALL;

	if (size > BLOCK_LARGE)
		size = BLOCK_LARGE;
	return size < needed ? needed : size;
}

static void add_block(struct arena *a, size_t needed)
{
	size_t size = next_block_size(a, needed);
	struct arena_block *block = malloc(sizeof(*block) + size);

	if (!block)
		out_of_memory();
	block->older = a->block;
	block->size = size;
	a->block = block;
	a->next = block->bytes;
	a->end = block->bytes + size;
	poison(block->bytes, size);
}

static size_t padding(const char *p, size_t align)
{
	return (size_t)(-(uintptr_t)p & (align - 1));
}

void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align)
{
	size_t total;
	char *p;

	if (__builtin_mul_overflow(count, size, &total) || total > SIZE_MAX / 4)
		out_of_memory();
	if (!a->block || total + padding(a->next, align) + GAP > (size_t)(a->end - a->next))
		add_block(a, total + align + GAP);
	p = a->next + padding(a->next, align);
	a->next = p + total + GAP;
	ASAN_UNPOISON_MEMORY_REGION(p, total);
	return memset(p, 0, total);
}

static bool is_newest(const struct arena *a, const char *p, size_t n)
{
	return p && a->block && p + n + GAP == a->next;
}

void *arena_grow(struct arena *a, void *p, size_t old_n, size_t new_n)
{
	char *grown;

	if (is_newest(a, p, old_n) && new_n - old_n <= (size_t)(a->end - a->next)) {
		a->next += new_n - old_n;
		ASAN_UNPOISON_MEMORY_REGION(p, new_n);
		memset((char *)p + old_n, 0, new_n - old_n);
		return p;
	}
	grown = arena_alloc(a, new_n, 1, _Alignof(max_align_t));
	if (old_n)
		memcpy(grown, p, old_n);
	return grown;
}

void *arena_room(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	size_t before = *cap;

	if (n < before)
		return items;
	*cap = before ? before * 2 : ROOM_SMALL;
	return arena_grow(a, items, before * size, *cap * size);
}

static void free_blocks(struct arena_block *block)
{
	while (block) {
		struct arena_block *older = block->older;

		ASAN_UNPOISON_MEMORY_REGION(block->bytes, block->size);
		free(block);
		block = older;
	}
}

void arena_reset(struct arena *a)
{
	struct arena_block *kept = a->block;

	if (!kept)
		return;
	if (kept->size > BLOCK_KEPT) {
		arena_free(a);
		return;
	}
	free_blocks(kept->older);
	kept->older = NULL;
	a->next = kept->bytes;
	poison(kept->bytes, kept->size);
}

void arena_free(struct arena *a)
{
	free_blocks(a->block);
	*a = (struct arena){0};
}
