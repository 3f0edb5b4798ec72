/*
 * map - from a struct str to a pointer, in insertion order.
 *
 * A zeroed map with its arena set is empty. Keys are views: they must live as
 * long as the map. Nothing is ever taken out.
 */
#ifndef CCHC_BASE_MAP_H
#define CCHC_BASE_MAP_H

#include "base/str.h"

struct map_entry {
	struct str key;
	void *value;
};

struct map {
	struct arena *arena;
	struct map_entry *entries; /* n of them, in the order of map_set() */
	size_t n, cap;
	uint32_t *slots; /* private: index + 1 of an entry, or 0 */
	size_t n_slots;
};

/* NULL when there is no such key. */
void *map_get(const struct map *m, struct str key);

/* Set what key stands for, and return what it stood for before, or NULL. */
void *map_set(struct map *m, struct str key, void *value);

#endif
