/*
 * arena - memory by lifetime.
 *
 * All memory of this program comes from arenas. A function that allocates
 * takes the arena as its first argument: the caller picks the lifetime.
 * There is no free() for one object; a whole arena goes at once. Memory
 * comes zeroed and is never NULL: with none left, the program says so and
 * exits with status 3, so no caller has an error path for it.
 *
 * A zeroed struct arena is an empty arena, ready for use. One thread at a
 * time may allocate from an arena.
 *
 * Built with AddressSanitizer, what is not handed out is poisoned and a gap
 * stays after each object, so that one byte too far is reported.
 */
#ifndef CCHC_BASE_ARENA_H
#define CCHC_BASE_ARENA_H

#include "base/base.h"

struct arena_block;

struct arena {
	struct arena_block *block; /* newest block; older ones behind it */
	char *next;                /* first free byte of that block */
	char *end;
};

void *arena_alloc(struct arena *a, size_t count, size_t size, size_t align);

#define arena_new(a, type) ((type *)arena_alloc((a), 1, sizeof(type), _Alignof(type)))
#define arena_array(a, type, n) ((type *)arena_alloc((a), (n), sizeof(type), _Alignof(type)))

/* A larger place for the old_n bytes at p, which are copied; grows in place when
 * p was the newest object. The new bytes are zeroed. */
void *arena_grow(struct arena *a, void *p, size_t old_n, size_t new_n);

/* Where an array of n items of that size is when it has room for one more: in place while
 * they are fewer than *cap, else in one that holds twice as many. */
void *arena_room(struct arena *a, void *items, size_t n, size_t *cap, size_t size);

/* Give back all that was allocated, but keep one block for the next item. */
void arena_reset(struct arena *a);

/* Give everything back to the system; the arena is empty and usable again. */
void arena_free(struct arena *a);

#endif
