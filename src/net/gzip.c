#define ZLIB_CONST
#include "net/gzip.h"

#include <assert.h>
#include <stdalign.h>
#include <stddef.h>
#include <zlib.h>

enum {
	GZIP_WINDOW = 15 + 16, /* zlib: the largest window, and gzip's head and foot */
	MEMORY = 8,            /* zlib: its usual one */
};

static void *take_memory(void *arena, unsigned count, unsigned size)
{
	return arena_alloc(arena, count, size, alignof(max_align_t));
}

static void give_memory(void *arena, void *memory)
{
	(void)arena;
	(void)memory;
}

struct str gzip_of(struct arena *a, struct str text)
{
	struct arena scratch = {0};
	z_stream z = {.zalloc = take_memory, .zfree = give_memory, .opaque = &scratch};
	struct buf out = {.arena = a};
	int status = deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, GZIP_WINDOW, MEMORY,
				  Z_DEFAULT_STRATEGY);

	assert(status == Z_OK);
	z.next_in = (const unsigned char *)text.p;
	z.avail_in = (unsigned)text.n;
	z.avail_out = (unsigned)deflateBound(&z, text.n);
	z.next_out = (unsigned char *)buf_reserve(&out, z.avail_out);
	status = deflate(&z, Z_FINISH);
	assert(status == Z_STREAM_END);
	(void)status;
	out.n = z.total_out;
	arena_free(&scratch);
	return buf_str(&out);
}
