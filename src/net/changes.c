#include "net/changes.h"

#include <stdlib.h>

#include "base/path.h"
#include "net/content_type.h"

struct finding {
	struct arena *arena;
	const struct release *now;
	const struct there *there;
	struct changes *changes;
	struct map ours;    /* every path that is ours on the server */
	struct map folders; /* of the new release: every folder that has a file below it */
};

/* The hash that the server's file is known to have; empty when it is not known. */
static struct str known_hash(const struct there *t, struct str path)
{
	const struct str *touched = map_get(&t->touched, path);
	const struct str *found = map_get(&t->found, path);
	const struct release_file *f = map_get(&t->manifest.files, path);

	if (found)
		return *found;
	if (touched)
		return *touched;
	return f ? f->hash : (struct str){0};
}

static bool is_ours(const struct finding *f, struct str path)
{
	return map_get(&f->ours, path) != NULL;
}

static void add_put(struct finding *f, struct str path, const struct release_file *file)
{
	struct changes *c = f->changes;
	bool is_new = !is_ours(f, path) && !map_get(&f->there->found, path);

	c->puts[c->n_puts++] = (struct change){path, file, is_new};
	c->n_new += is_new;
	c->bytes += file->bytes;
}

static void find_puts(struct finding *f)
{
	const struct map *files = &f->now->files;

	f->changes->puts = arena_array(f->arena, struct change, files->n + 1);
	for (size_t i = 0; i < files->n; i++) {
		const struct release_file *file = files->entries[i].value;

		map_set(&f->changes->after.files, files->entries[i].key,
			files->entries[i].value);
		if (str_eq(known_hash(f->there, files->entries[i].key), file->hash))
			f->changes->same++;
		else
			add_put(f, files->entries[i].key, file);
	}
}

static bool is_in_the_way(const struct finding *f, struct str path)
{
	if (map_get(&f->folders, path))
		return true;
	for (path = path_dir(path); path.n; path = path_dir(path)) {
		if (map_get(&f->now->files, path))
			return true;
	}
	return false;
}

/* One that was withdrawn goes at once. */
static bool is_picture(struct str path)
{
	return str_starts(str_of(content_type(path)), STR("image/"));
}

/* Phones that have an old page open still ask for the style that it names. */
static bool keep(struct finding *f, struct str path)
{
	const struct release_file *old = map_get(&f->there->manifest.files, path);
	struct release_file *kept;

	if (!old || !path_is_fingerprinted(path) || is_picture(path) ||
	    old->class == CLASS_FILE || (f->there->withdrew && path_is_of_search(path)) ||
	    old->kept >= KEPT_RELEASES || !str_eq(known_hash(f->there, path), old->hash) ||
	    is_in_the_way(f, path))
		return false;
	kept = arena_new(f->arena, struct release_file);
	*kept = *old;
	kept->kept++;
	map_set(&f->changes->after.files, path, kept);
	f->changes->kept++;
	return true;
}

static void find_removals(struct finding *f)
{
	struct changes *c = f->changes;

	c->removals = arena_array(f->arena, struct change, f->ours.n + 1);
	c->in_the_way = arena_array(f->arena, struct change, f->ours.n + 1);
	for (size_t i = 0; i < f->ours.n; i++) {
		struct str path = f->ours.entries[i].key;

		if (map_get(&f->now->files, path) || keep(f, path))
			continue;
		if (is_in_the_way(f, path))
			c->in_the_way[c->n_in_the_way++] = (struct change){.path = path};
		else
			c->removals[c->n_removals++] = (struct change){.path = path};
	}
}

static void find_ours(struct finding *f)
{
	const struct map *files = &f->there->manifest.files, *touched = &f->there->touched;

	for (size_t i = 0; i < files->n; i++)
		map_set(&f->ours, files->entries[i].key, f);
	for (size_t i = 0; i < touched->n; i++)
		map_set(&f->ours, touched->entries[i].key, f);
}

static void find_folders(struct finding *f)
{
	for (size_t i = 0; i < f->now->files.n; i++) {
		struct str dir = path_dir(f->now->files.entries[i].key);

		for (; dir.n && !map_get(&f->folders, dir); dir = path_dir(dir))
			map_set(&f->folders, dir, f);
	}
}

static int compare_puts(const void *a, const void *b)
{
	const struct change *x = a, *y = b;
	int order = (int)x->file->class - (int)y->file->class;

	return order ? order : str_cmp(x->path, y->path);
}

static int compare_paths(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

struct changes *changes_find(struct arena *a, const struct release *now,
			     const struct there *there)
{
	struct changes *c = arena_new(a, struct changes);
	struct finding f = {a, now, there, c, {.arena = a}, {.arena = a}};

	c->after = *now;
	c->after.files = (struct map){.arena = a};
	find_ours(&f);
	find_folders(&f);
	find_puts(&f);
	find_removals(&f);
	qsort(c->puts, c->n_puts, sizeof(struct change), compare_puts);
	qsort(c->removals, c->n_removals, sizeof(struct change), compare_paths);
	return c;
}

bool changes_are_none(const struct changes *c)
{
	return !c->n_puts && !c->n_removals && !c->n_in_the_way;
}

bool changes_remove_many(const struct changes *c, const struct there *there)
{
	size_t n = c->n_removals + c->n_in_the_way;
	size_t ours = there->manifest.files.n + there->touched.n;

	return n > REMOVALS_FREE || n * 100 > ours * REMOVALS_PERCENT;
}
