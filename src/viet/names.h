/*
 * names - finds given names in any text: "Đề án 06", "Luật Khám bệnh, chữa bệnh".
 *
 * A name counts only as a whole word or words, whatever its capitals. Where several
 * begin at one place, the longest is meant. Time is linear in the text for names of
 * bounded length: only at the beginnings of words is anything compared, and only with
 * the names that begin with the same letters.
 */
#ifndef CCHC_VIET_NAMES_H
#define CCHC_VIET_NAMES_H

#include "base/str.h"

enum {
	NAMES_BUCKETS = 1024,
	NAMES_LENGTH_MAX = 256, /* bytes; longer names are not looked for */
};

struct name;

/* A zeroed one is empty. */
struct names {
	struct name *buckets[NAMES_BUCKETS];
	bool starts[256]; /* may a name begin with that byte? */
	size_t n;
};

/* The name is kept as a view. Of two that are alike the first one counts. */
void names_add(struct names *names, struct arena *a, struct str name, const void *value);

struct name_found {
	size_t from, to;
	const void *value;
};

/* The first name at or behind `from`; false when there is none. */
bool names_find(const struct names *names, struct str text, size_t from,
		struct name_found *found);

#endif
