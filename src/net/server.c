#include "net/server.h"

#include "base/path.h"
#include "base/sha256.h"

enum {
	PART_HASH = 16, /* digits of a path's hash: two files may have the same bytes */
};

static const struct server_kind *const kinds_of_server[] = {
	[TARGET_FILE] = &local_server,   [TARGET_SFTP] = &network_server,
	[TARGET_FTPS] = &network_server, [TARGET_FTP] = &network_server,
	[TARGET_DAVS] = &network_server, [TARGET_DAV] = &network_server,
	[TARGET_S3] = &object_server,
};

/* As long as it has not been tried. */
static struct abilities usual_abilities(enum target_scheme scheme)
{
	return (struct abilities){.replaces = scheme != TARGET_SFTP,
				  .excludes = scheme != TARGET_S3,
				  .sizes = true};
}

void server_know_folders(struct server *s, struct str path)
{
	for (path = path_dir(path); path.n && !map_get(&s->folders, path);
	     path = path_dir(path))
		map_set(&s->folders, path, s);
}

void server_close(struct server *s)
{
	s->kind->close(s);
}

bool server_open(struct server *s)
{
	s->kind = kinds_of_server[s->target->scheme];
	s->able = usual_abilities(s->target->scheme);
	s->folders = (struct map){.arena = s->arena};
	if (s->kind->open(s))
		return true;
	server_close(s);
	return false;
}

bool server_replaces(const struct server *s)
{
	return s->kind->replace && s->target->releases > 0;
}

void listing_add(struct arena *a, struct listing *l, struct listed item)
{
	l->items = arena_room(a, l->items, l->n, &l->cap, sizeof(item));
	l->items[l->n++] = item;
}

static void done_nothing(void *context, const struct job *job)
{
	(void)context;
	(void)job;
}

bool server_run(struct server *s, struct job *jobs, size_t n, job_done_fn *done, void *context)
{
	return s->kind->run(s, jobs, n, done ? done : done_nothing, context);
}

static struct str in_state(const struct server *s, const char *name)
{
	return path_join(s->arena, s->state, str_of(name));
}

bool server_get_state(struct server *s, const char *name, struct str *text, bool *is_there)
{
	struct job job = {.kind = JOB_GET, .path = in_state(s, name)};

	if (!server_run(s, &job, 1, NULL, NULL))
		return false;
	*text = job.text;
	*is_there = job.state == JOB_DONE;
	return true;
}

bool server_put_state(struct server *s, const char *name, struct str text)
{
	struct job job = {.kind = JOB_PUT,
			  .path = in_state(s, name),
			  .text = text,
			  .bytes = text.n,
			  .hash = sha256_of(s->arena, text)};

	return server_run(s, &job, 1, NULL, NULL);
}

bool server_remove_state(struct server *s, const char *name)
{
	struct job job = {.kind = JOB_REMOVE, .path = in_state(s, name)};

	return server_run(s, &job, 1, NULL, NULL);
}

struct str server_part(struct arena *a, const struct server *s, const struct job *job)
{
	struct str path = str_head(sha256_of(a, job->path), PART_HASH);

	if (!job->object.n)
		return str_fmt(a, STR_FMT "/parts/" STR_FMT, STR_ARG(s->state), STR_ARG(path));
	return str_fmt(a, STR_FMT "/parts/" STR_FMT "-" STR_FMT, STR_ARG(s->state),
		       STR_ARG(job->hash), STR_ARG(path));
}

struct str server_probe_file(struct arena *a, const struct server *s, unsigned number)
{
	return str_fmt(a, STR_FMT "/thu-%u", STR_ARG(s->state), number);
}

struct str server_lock_dir(struct arena *a, const struct server *s)
{
	return path_join(a, s->state, STR("lock"));
}

struct str server_lock_beside(struct arena *a, const struct server *s)
{
	return str_fmt(a, STR_FMT "/lock." STR_FMT, STR_ARG(s->state), STR_ARG(s->id));
}
