#include "base/map.h"

/* The slot where key stands, or the free one where it would go. */
static size_t find_slot(const struct map *m, struct str key)
{
	size_t i = str_hash(key, 0) & (m->n_slots - 1);

	while (m->slots[i] && !str_eq(m->entries[m->slots[i] - 1].key, key))
		i = (i + 1) & (m->n_slots - 1);
	return i;
}

/* Open addressing stays fast while at most half of the slots are taken. */
static void grow_slots(struct map *m)
{
	m->n_slots = m->n_slots ? m->n_slots * 2 : 16;
	m->slots = arena_array(m->arena, uint32_t, m->n_slots);
	for (size_t i = 0; i < m->n; i++)
		m->slots[find_slot(m, m->entries[i].key)] = (uint32_t)(i + 1);
}

static void add_entry(struct map *m, struct str key, void *value)
{
	m->entries = arena_room(m->arena, m->entries, m->n, &m->cap, sizeof(*m->entries));
	m->entries[m->n++] = (struct map_entry){key, value};
}

void *map_get(const struct map *m, struct str key)
{
	size_t i;

	if (!m->n)
		return NULL;
	i = find_slot(m, key);
	return m->slots[i] ? m->entries[m->slots[i] - 1].value : NULL;
}

void *map_set(struct map *m, struct str key, void *value)
{
	size_t i;
	void *before;

	if ((m->n + 1) * 2 > m->n_slots)
		grow_slots(m);
	i = find_slot(m, key);
	if (m->slots[i]) {
		before = m->entries[m->slots[i] - 1].value;
		m->entries[m->slots[i] - 1].value = value;
		return before;
	}
	add_entry(m, key, value);
	m->slots[i] = (uint32_t)m->n;
	return NULL;
}
