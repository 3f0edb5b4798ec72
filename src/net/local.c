/* A folder of this machine, or one that is mounted. */
#include "base/file.h"
#include "base/path.h"
#include "net/server.h"
#include "net/store.h"
#include "site/internal.h"

#define RELEASES_DIR "ban"
#define CURRENT_LINK "hien-tai"

enum {
	MISSING_MAX = 100, /* numbers of releases in a row that may be missing among old ones */
};

struct local {
	struct str root, live; /* live: what visitors see; one of the releases, or the root */
};

static const struct local *places(const struct server *s)
{
	return s->data;
}

static struct str at(struct arena *a, const struct server *s, struct str path)
{
	return path_join(a, places(s)->live, path);
}

static struct str in_root(struct arena *a, const struct server *s, struct str path)
{
	return path_join(a, places(s)->root, path);
}

static bool open_local(struct server *s)
{
	struct local *l = arena_new(s->arena, struct local);
	const struct target *t = s->target;

	l->root = t->host.n ? str_from(t->path, 1) : t->path;
	l->live = l->root;
	if (t->releases > 0)
		l->live = path_join(s->arena, l->root, STR(CURRENT_LINK));
	s->data = l;
	if (internal_touches(s->arena, l->root))
		return diag_error(s->diag, (struct pos){0},
				  _("\"" STR_FMT "\" cannot be published to: it is \"%s\", is "
				    "in it or holds it, and that is for the house alone"),
				  STR_ARG(l->root), INTERNAL_DIR);
	return file_make_dir(s->arena, l->root, s->diag);
}

static void close_local(struct server *s)
{
	s->data = NULL;
}

static bool get(struct arena *a, struct server *s, struct job *job)
{
	struct str path = at(a, s, job->path);

	job->state = file_exists(path) ? JOB_DONE : JOB_ABSENT;
	return job->state == JOB_ABSENT ||
	       file_read(s->arena, path, FILE_MAX, &job->text, s->diag);
}

static bool check(struct arena *a, struct server *s, struct job *job)
{
	struct str path = at(a, s, job->path);
	uint64_t bytes;

	job->state = file_size(path, &bytes) ? JOB_DONE : JOB_ABSENT;
	return job->state == JOB_ABSENT ||
	       file_digest(s->arena, path, &job->found, &bytes, s->diag);
}

static bool list(struct arena *a, struct server *s, struct job *job)
{
	struct str dir = at(a, s, job->path), rest;
	struct file_list files = {0};

	if (!file_is_dir(dir)) {
		job->state = JOB_ABSENT;
		return true;
	}
	if (!file_walk_all(s->arena, dir, &files, s->diag))
		return false;
	for (size_t i = 0; i < files.n; i++) {
		struct listed item = {.has_bytes = true};

		rest = str_from(files.paths[i], dir.n + 1);
		item.path = path_join(s->arena, job->path, rest);
		if (file_size(files.paths[i], &item.bytes))
			listing_add(s->arena, &job->listing, item);
	}
	return true;
}

static bool probe(struct arena *a, struct server *s, struct job *job)
{
	struct str first = in_root(a, s, server_probe_file(a, s, 1));
	struct str second = in_root(a, s, server_probe_file(a, s, 2));
	struct diag quiet = {.arena = a};

	job->able = s->able;
	if (!file_write(a, first, STR("1"), s->diag) ||
	    !file_write(a, second, STR("2"), s->diag))
		return false;
	job->able.replaces = file_try_rename(second, first) && file_holds(a, first, STR("2"));
	job->able.links = file_point(a, second, STR("thu-1"), &quiet);
	return file_remove(a, second, path_dir(second), s->diag) &&
	       file_remove(a, first, path_dir(first), s->diag);
}

static bool put(struct arena *a, struct server *s, struct job *job)
{
	struct str part = at(a, s, server_part(a, s, job));

	if (job->object.n ? !file_copy(a, job->object, part, s->diag)
			  : !file_write(a, part, job->text, s->diag))
		return false;
	return file_rename(a, part, at(a, s, job->path), s->diag);
}

static bool remove_one(struct arena *a, struct server *s, struct job *job)
{
	struct str path = at(a, s, job->path);

	return file_remove(a, path, path, s->diag);
}

static bool remove_dir(struct arena *a, struct server *s, struct job *job)
{
	file_remove_empty_dir(at(a, s, job->path));
	return true;
}

/* A folder with the owner in it is made beside, and then renamed: that fails when there
 * is a lock. */
static bool lock(struct arena *a, struct server *s, struct job *job)
{
	struct str beside = in_root(a, s, server_lock_beside(a, s));
	struct str dir = in_root(a, s, server_lock_dir(a, s));

	if (!file_write(a, path_join(a, beside, STR(LOCK_FILE)), job->text, s->diag))
		return false;
	if (!file_try_rename(beside, dir) && !file_remove_tree(a, beside, s->diag))
		return false;
	return file_read(s->arena, path_join(a, dir, STR(LOCK_FILE)), FILE_MAX, &job->text,
			 s->diag);
}

static bool unlock(struct arena *a, struct server *s, struct job *job)
{
	struct str beside = in_root(a, s, server_lock_beside(a, s));

	(void)job;
	return file_remove_tree(a, beside, s->diag) &&
	       (!file_try_rename(in_root(a, s, server_lock_dir(a, s)), beside) ||
		file_remove_tree(a, beside, s->diag));
}

static bool run_local(struct server *s, struct job *jobs, size_t n, job_done_fn *done,
		      void *context)
{
	static bool (*const run[])(struct arena *, struct server *, struct job *) = {
		[JOB_GET] = get,
		[JOB_CHECK] = check,
		[JOB_LIST] = list,
		[JOB_PROBE] = probe,
		[JOB_PUT] = put,
		[JOB_REMOVE] = remove_one,
		[JOB_REMOVE_DIR] = remove_dir,
		[JOB_LOCK] = lock,
		[JOB_UNLOCK] = unlock,
	};
	struct arena scratch = {0};
	bool ok = true;

	for (size_t i = 0; i < n && ok; i++) {
		jobs[i].state = JOB_DONE;
		ok = run[jobs[i].kind](&scratch, s, &jobs[i]);
		if (ok)
			done(context, &jobs[i]);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return ok;
}

/* What has not changed gets a second name, where the file system knows such; what is kept
 * for open pages may be here alone. */
static bool take_over(struct arena *a, struct server *s, struct str path, struct str to)
{
	struct str from = at(a, s, path);

	return file_try_link(a, from, to) || file_copy(a, from, to, s->diag);
}

static bool fill(struct server *s, const struct changes *c, struct str dir)
{
	struct arena scratch = {0};
	struct map puts = {.arena = s->arena};
	bool ok = true;

	for (size_t i = 0; i < c->n_puts; i++)
		map_set(&puts, c->puts[i].path, &puts);
	for (size_t i = 0; i < c->after.files.n && ok; i++) {
		const struct release_file *f = c->after.files.entries[i].value;
		struct str path = c->after.files.entries[i].key;
		struct str to = path_join(&scratch, dir, path);

		ok = map_get(&puts, path)
			     ? file_copy(&scratch, store_object(&scratch, f->hash), to, s->diag)
			     : take_over(&scratch, s, path, to);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return ok;
}

static struct str release_dir(struct arena *a, uint32_t number)
{
	return str_fmt(a, RELEASES_DIR "/%06u", number);
}

static bool drop_old(struct server *s, uint32_t newest)
{
	uint32_t kept = s->forgets ? 1 : (uint32_t)s->target->releases, missing = 0;

	for (uint32_t i = newest; i > kept && missing < MISSING_MAX; i--) {
		struct str dir = in_root(s->arena, s, release_dir(s->arena, i - kept));

		missing = file_exists(dir) ? 0 : missing + 1;
		if (!file_remove_tree(s->arena, dir, s->diag))
			return false;
	}
	return true;
}

/* The whole release lies ready in a folder before the link is turned to it. */
static bool replace(struct server *s, const struct changes *c, struct str manifest)
{
	struct arena *a = s->arena;
	struct str beside = in_root(a, s, STR(RELEASES_DIR "/.moi"));
	struct str name = release_dir(a, c->after.number), dir = in_root(a, s, name);
	struct str state = path_join(a, beside, s->state);

	return file_remove_tree(a, beside, s->diag) && fill(s, c, beside) &&
	       file_write(a, path_join(a, state, STR(MANIFEST_FILE)), manifest, s->diag) &&
	       file_remove_tree(a, dir, s->diag) && file_rename(a, beside, dir, s->diag) &&
	       file_point(a, places(s)->live, name, s->diag) && drop_old(s, c->after.number);
}

const struct server_kind local_server = {true, open_local, run_local, close_local, replace};
