#include "text/anchor.h"

#include "base/map.h"
#include "viet/slug.h"

/* One id, and the last number that was put behind it. */
struct taken {
	size_t number; /* 0: known to be wanted, not given yet */
};

static struct str slug_of(struct arena *a, struct str title)
{
	struct str slug = viet_slug(a, title);

	return slug.n ? slug : STR("muc");
}

static struct taken *take(struct map *ids, struct str id)
{
	struct taken *taken = map_get(ids, id);

	if (!taken) {
		taken = arena_new(ids->arena, struct taken);
		map_set(ids, id, taken);
	}
	return taken;
}

static struct str numbered(struct map *ids, struct str slug, struct taken *taken)
{
	struct str id;

	do
		id = str_fmt(ids->arena, STR_FMT "-%zu", STR_ARG(slug), ++taken->number);
	while (map_get(ids, id));
	take(ids, id)->number = 1;
	return id;
}

void anchors_give(struct arena *a, struct arena *scratch, struct heading *headings, size_t n)
{
	struct map ids = {.arena = scratch};

	for (size_t i = 0; i < n; i++) {
		headings[i].id = slug_of(scratch, headings[i].title);
		take(&ids, headings[i].id);
	}
	for (size_t i = 0; i < n; i++) {
		struct str slug = headings[i].id;
		struct taken *taken = map_get(&ids, slug);

		if (taken->number)
			slug = numbered(&ids, slug, taken);
		else
			taken->number = 1;
		headings[i].id = str_dup(a, slug);
	}
}
