#include "net/look.h"

#include "base/path.h"

/* A server being looked through, the folders that are above others first. */
struct looking {
	struct server *server;
	const struct release *now;
	struct there *there;
	struct map dirs;  /* of the release: those that have its files below them */
	struct map seen;  /* path to struct listed: what was listed */
	struct map asked; /* folders that were listed, with all below them or alone */
};

static void find_dirs(struct looking *l)
{
	for (size_t i = 0; i < l->now->files.n; i++) {
		struct str dir = path_dir(l->now->files.entries[i].key);

		for (; dir.n && !map_get(&l->dirs, dir); dir = path_dir(dir))
			map_set(&l->dirs, dir, l);
	}
}

/* One above it was listed, and does not hold it; or it came with that list. */
static bool is_known(const struct looking *l, struct str dir)
{
	const struct listed *item = map_get(&l->seen, dir);
	struct str above = path_dir(dir);

	if (item)
		return !item->is_dir;
	for (; above.n; above = path_dir(above)) {
		if (map_get(&l->asked, above))
			return true;
	}
	return false;
}

static void take_listing(struct looking *l, const struct job *job)
{
	struct str state =
		str_concat(l->server->arena, l->server->state, STR("/"), (struct str){0});

	map_set(&l->asked, job->path, l);
	for (size_t i = 0; i < job->listing.n; i++) {
		struct listed *item = &job->listing.items[i];

		if (!str_starts(item->path, state) && !str_eq(item->path, l->server->state))
			map_set(&l->seen, item->path, item);
	}
}

static bool list_depth(struct looking *l, size_t depth)
{
	struct job *jobs = arena_array(l->server->arena, struct job, l->dirs.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < l->dirs.n; i++) {
		struct str dir = l->dirs.entries[i].key;

		if (path_depth(dir) == depth && !is_known(l, dir))
			jobs[n++] = (struct job){.kind = JOB_LIST, .path = dir};
	}
	if (!server_run(l->server, jobs, n, NULL, NULL))
		return false;
	for (size_t i = 0; i < n; i++)
		take_listing(l, &jobs[i]);
	return true;
}

static bool list_all(struct looking *l)
{
	size_t deepest = 0;

	for (size_t i = 0; i < l->dirs.n; i++) {
		size_t depth = path_depth(l->dirs.entries[i].key);

		deepest = depth > deepest ? depth : deepest;
	}
	for (size_t depth = 0; depth <= deepest; depth++) {
		if (!list_depth(l, depth))
			return false;
	}
	return true;
}

static void count_strange(struct looking *l)
{
	for (size_t i = 0; i < l->seen.n; i++) {
		const struct listed *item = l->seen.entries[i].value;

		l->there->strange +=
			!item->is_dir && !map_get(&l->now->files, l->seen.entries[i].key);
	}
}

static void note_found(struct looking *l, struct str path, struct str hash)
{
	struct str *found = arena_new(l->server->arena, struct str);

	*found = hash;
	map_set(&l->there->found, path, found);
}

/* May the file be the one that is wanted? Of the web root's own files, which are not listed,
 * that is not known, nor of hidden ones, which some servers leave out. */
static bool may_be_same(struct looking *l, struct str path, const struct release_file *f)
{
	const struct listed *item = map_get(&l->seen, path);

	if (!item)
		return !path_dir(path).n || str_starts(path_name(path), STR("."));
	return !item->is_dir && (!item->has_bytes || item->bytes == f->bytes);
}

static bool check_all(struct looking *l)
{
	const struct map *files = &l->now->files;
	struct job *jobs = arena_array(l->server->arena, struct job, files->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < files->n; i++) {
		struct str path = files->entries[i].key;

		if (may_be_same(l, path, files->entries[i].value))
			jobs[n++] = (struct job){.kind = JOB_CHECK, .path = path};
		else if (map_get(&l->seen, path))
			note_found(l, path, (struct str){0});
	}
	if (!server_run(l->server, jobs, n, NULL, NULL))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (jobs[i].state == JOB_DONE)
			note_found(l, jobs[i].path, jobs[i].found);
	}
	return true;
}

bool look_through(struct server *s, const struct release *now, struct there *there)
{
	struct looking l = {
		s, now, there, {.arena = s->arena}, {.arena = s->arena}, {.arena = s->arena}};

	find_dirs(&l);
	if (!list_all(&l))
		return false;
	count_strange(&l);
	return check_all(&l);
}

bool look_again(struct server *s, const struct release *now, struct there *there)
{
	struct job *jobs = arena_array(s->arena, struct job, there->touched.n + 1);
	struct str **hashes = arena_array(s->arena, struct str *, there->touched.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < there->touched.n; i++) {
		struct str path = there->touched.entries[i].key;

		hashes[n] = there->touched.entries[i].value;
		if (!hashes[n]->n && map_get(&now->files, path))
			jobs[n++] = (struct job){.kind = JOB_CHECK, .path = path};
	}
	if (!server_run(s, jobs, n, NULL, NULL))
		return false;
	for (size_t i = 0; i < n; i++)
		*hashes[i] = jobs[i].found;
	return true;
}
