#include "net/publish.h"

#include <unistd.h>

#include "base/path.h"
#include "base/sha256.h"
#include "net/look.h"
#include "net/probe.h"
#include "net/store.h"
#include "net/withdraw.h"

enum {
	ID_DIGITS = 32,
};

const char *const class_names[CLASSES] = {
	[CLASS_ASSET] = N_("styles and scripts"),
	[CLASS_FILE] = N_("pictures and attachments"),
	[CLASS_PAGE] = N_("pages"),
	[CLASS_LIST] = N_("lists"),
	[CLASS_FEED] = N_("feeds, site map and search"),
	[CLASS_HOME] = N_("home page"),
};

const char *const class_codes[CLASSES] = {
	[CLASS_ASSET] = "assets", [CLASS_FILE] = "files", [CLASS_PAGE] = "pages",
	[CLASS_LIST] = "lists",   [CLASS_FEED] = "feeds", [CLASS_HOME] = "home",
};

/* A publish under way. */
struct run {
	struct arena *arena;
	const struct publish_request *q;
	struct publish_result *r;
	struct server server;
	struct journal journal;
	struct pending pending; /* as found on the server, then as put there */
	bool has_pending;
	struct diag *diag;
};

int publish_hold(struct arena *a, bool wait, void (*waiting)(void), struct diag *d)
{
	bool busy;
	int lock;

	if (!file_make_dir(a, STR(".cchc"), d))
		return -1;
	lock = file_lock(STR(".cchc"), false, &busy);
	if (lock >= 0)
		return lock;
	if (busy && wait) {
		if (waiting)
			waiting();
		lock = file_lock(STR(".cchc"), true, &busy);
	}
	if (lock < 0)
		diag_error(d, (struct pos){0}, _("another publish of this site is running"));
	return lock;
}

/* Nobody else's, and no secret: of the moment, the process and the place. */
static struct str new_id(struct run *x)
{
	struct str seed = str_fmt(x->arena, STR_FMT " " STR_FMT " %ld %.9f", STR_ARG(x->q->who),
				  STR_ARG(x->q->from), (long)getpid(), clock_seconds());

	return str_head(sha256_of(x->arena, seed), ID_DIGITS);
}

/* Made once for this folder on this machine; a copy of the folder has another one. */
static bool read_own_id(struct run *x, struct str *id)
{
	struct str dir = store_target_dir(x->arena, x->q->target->code);
	struct str path = path_join(x->arena, dir, STR("khoa")), seed;

	if (!file_exists(path) && !file_write(x->arena, path, new_id(x), x->diag))
		return false;
	if (!file_read(x->arena, path, FILE_MAX, &seed, x->diag))
		return false;
	seed = str_fmt(x->arena, STR_FMT " " STR_FMT " " STR_FMT, STR_ARG(seed),
		       STR_ARG(x->q->who), STR_ARG(x->q->from));
	*id = str_head(sha256_of(x->arena, seed), ID_DIGITS);
	return true;
}

/* "id ...\nowner an@may-1\nsince 2026-11-22T20:10\n" */
static struct str line_of(struct str text, const char *word)
{
	while (text.n) {
		struct str line = str_cut(text, '\n', &text);

		if (str_starts(line, str_of(word)))
			return str_from(line, strlen(word));
	}
	return (struct str){0};
}

static bool refuse_locked(struct run *x, struct str owner)
{
	return diag_error(x->diag, (struct pos){0},
			  _("\"" STR_FMT "\" is locked: " STR_FMT " has been publishing to it "
			    "since " STR_FMT
			    ". Wait for the end; or, if that publish has died, "
			    "call again with --break-lock"),
			  STR_ARG(x->q->target->code), STR_ARG(line_of(owner, "owner ")),
			  STR_ARG(line_of(owner, "since ")));
}

/* A lock of ours that is there already is that of a run that was killed: only one can
 * run at a time in this folder. */
static bool take_lock(struct run *x)
{
	struct str ours =
		str_fmt(x->arena, "id " STR_FMT "\nowner " STR_FMT "\nsince " STR_FMT "\n",
			STR_ARG(x->server.id), STR_ARG(x->q->who), STR_ARG(x->q->now->when));
	struct job job = {.kind = JOB_LOCK, .text = ours};
	struct job unlock = {.kind = JOB_UNLOCK};

	if (x->q->break_lock && !server_run(&x->server, &unlock, 1, NULL, NULL))
		return false;
	if (!server_run(&x->server, &job, 1, NULL, NULL))
		return false;
	return str_eq(line_of(job.text, "id "), x->server.id) || refuse_locked(x, job.text);
}

/* What went wrong before has been said; a lock that stays is ours the next time. */
static bool give_lock_back(struct run *x, bool ok)
{
	struct job job = {.kind = JOB_UNLOCK};
	struct diag quiet = {.arena = x->diag->arena};

	x->server.diag = ok ? x->diag : &quiet;
	return server_run(&x->server, &job, 1, NULL, NULL) && ok;
}

static bool refuse_other_site(struct run *x, struct str site)
{
	return diag_error(
		x->diag, (struct pos){0},
		_("\"" STR_FMT "\" holds another site, " STR_FMT "; this one is " STR_FMT
		  ". Publish to another folder, or put \"ten_mien\" and "
		  "\"duong_dan_goc\" right. If that site is gone for good, remove " STR_FMT
		  "/manifest on the server"),
		STR_ARG(x->q->target->code), STR_ARG(site), STR_ARG(x->q->now->site),
		STR_ARG(x->server.state));
}

static bool read_manifest(struct run *x, struct str *hash)
{
	struct release *m = &x->r->there.manifest;
	struct str text;
	bool is_there;

	if (!server_get_state(&x->server, MANIFEST_FILE, &text, &is_there))
		return false;
	m->files.arena = x->arena;
	if (!is_there)
		return true;
	*hash = sha256_of(x->arena, text);
	x->r->there.has_manifest = release_parse(x->arena, text, m);
	for (size_t i = 0; i < m->files.n; i++)
		server_know_folders(&x->server, m->files.entries[i].key);
	if (x->r->there.has_manifest)
		return str_eq(m->site, x->q->now->site) || refuse_other_site(x, m->site);
	*m = (struct release){.files = {.arena = x->arena}};
	diag_warn(x->diag, (struct pos){0},
		  _("the list of our files on \"" STR_FMT "\" is damaged: what is there is "
		    "looked at instead, and nothing is removed"),
		  STR_ARG(x->q->target->code));
	return true;
}

static void touch(struct run *x, struct str path, const struct str *hash)
{
	struct str *known = arena_new(x->arena, struct str);

	if (hash)
		*known = *hash;
	map_set(&x->r->there.touched, path, known);
}

/* The list of a publish that was interrupted. With the manifest that it was to end with in
 * place, all its files are too. Without a list that can be read, nothing is known. */
static void doubt(struct run *x, struct str manifest_hash)
{
	const struct map *paths = &x->pending.paths;
	bool ours = x->journal.id.n && str_eq(x->journal.id, x->pending.id);
	bool arrived = manifest_hash.n && str_eq(manifest_hash, x->pending.to);

	for (size_t i = 0; i < paths->n; i++) {
		struct str path = paths->entries[i].key;
		const struct release_file *f = map_get(&x->r->there.manifest.files, path);
		const struct str *done = ours ? map_get(&x->journal.done, path) : NULL;

		touch(x, path, arrived && f ? &f->hash : done);
	}
}

static void doubt_all(struct run *x)
{
	const struct map *files = &x->r->there.manifest.files;

	for (size_t i = 0; i < files->n; i++)
		touch(x, files->entries[i].key, NULL);
	x->pending = (struct pending){.paths = {.arena = x->arena}};
}

static bool read_pending(struct run *x, struct str manifest_hash)
{
	struct str text;

	if (!server_get_state(&x->server, PENDING_FILE, &text, &x->has_pending))
		return false;
	x->pending.paths.arena = x->arena;
	if (!x->has_pending)
		return true;
	if (pending_parse(x->arena, text, &x->pending))
		doubt(x, manifest_hash);
	else
		doubt_all(x);
	return true;
}

static bool read_there(struct run *x)
{
	struct there *there = &x->r->there;
	struct str manifest_hash = {0};

	there->touched.arena = there->found.arena = x->arena;
	if (!journal_read(x->arena, &x->journal, x->diag) ||
	    !read_manifest(x, &manifest_hash) || !read_pending(x, manifest_hash))
		return false;
	if (there->has_manifest)
		return look_again(&x->server, x->q->now, there);
	if (!look_through(&x->server, x->q->now, there))
		return false;
	for (size_t i = 0; i < there->found.n; i++)
		server_know_folders(&x->server, there->found.entries[i].key);
	return true;
}

static bool check_removals(struct run *x)
{
	const struct changes *c = x->r->changes;

	if (x->q->allow_removals || !changes_remove_many(c, &x->r->there))
		return true;
	return diag_error(x->diag, (struct pos){0},
			  _("%zu of %zu files on \"" STR_FMT "\" would be removed, more than "
			    "%d or %d%%. If that is meant, call again with --allow-removals; "
			    "cchc publish --dry-run lists them"),
			  c->n_removals + c->n_in_the_way, x->r->there.manifest.files.n,
			  STR_ARG(x->q->target->code), REMOVALS_FREE, REMOVALS_PERCENT);
}

static void note_paths(struct run *x, const struct change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct str *hash = arena_new(x->arena, struct str);

		if (changes[i].file)
			*hash = changes[i].file->hash;
		map_set(&x->pending.paths, changes[i].path, hash);
	}
}

/* Say on the server what will be touched. A run that goes on where one stopped keeps its
 * id, and so its journal; what that one may have touched stays in the list. */
static bool announce(struct run *x, struct str manifest)
{
	const struct changes *c = x->r->changes;
	struct pending *p = &x->pending;
	bool goes_on = x->has_pending && p->id.n && str_eq(p->id, x->journal.id);

	if (!goes_on) {
		p->id = new_id(x);
		if (!journal_begin(x->arena, &x->journal, p->id, x->diag))
			return false;
	}
	p->to = sha256_of(x->arena, manifest);
	note_paths(x, c->in_the_way, c->n_in_the_way);
	note_paths(x, c->puts, c->n_puts);
	note_paths(x, c->removals, c->n_removals);
	return server_put_state(&x->server, PENDING_FILE, pending_text(x->arena, p));
}

/* What an interrupted publish was sending when it was, and is not sent again. */
static bool remove_old_parts(struct run *x, const struct map *paths)
{
	struct job *jobs = arena_array(x->arena, struct job, paths->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < paths->n; i++) {
		struct str path = paths->entries[i].key;
		const struct str *old = paths->entries[i].value;
		const struct str *now = map_get(&x->pending.paths, path);
		struct job part = {.path = path, .hash = *old, .object = path};

		if (old->n && !(now && str_eq(*old, *now)))
			jobs[n++] =
				(struct job){.kind = JOB_REMOVE,
					     .path = server_part(x->arena, &x->server, &part)};
	}
	return !x->server.kind->has_parts || server_run(&x->server, jobs, n, NULL, NULL);
}

/* The jobs that make some changes. */
struct batch {
	struct run *run;
	const struct change *changes;
	struct job *jobs;
	struct arena scratch;
	bool ok;
};

static void note_done(void *context, const struct job *job)
{
	struct batch *b = context;
	struct run *x = b->run;
	const struct change *change = &b->changes[job - b->jobs];
	struct str hash = change->file ? change->file->hash : (struct str){0};

	if (!journal_put(&b->scratch, &x->journal, change->path, hash, x->diag))
		b->ok = false;
	arena_reset(&b->scratch);
	x->r->touched = true;
	if (!change->file) {
		x->r->removed++;
		return;
	}
	server_know_folders(&x->server, change->path);
	x->r->sent++;
	x->r->bytes_sent += change->file->bytes;
	if (x->q->ear.sent)
		x->q->ear.sent(change);
}

static struct job job_of(struct run *x, const struct change *c)
{
	struct job job = {.kind = JOB_REMOVE, .path = c->path};

	if (!c->file)
		return job;
	job.kind = JOB_PUT;
	job.object = store_object(x->arena, c->file->hash);
	job.hash = c->file->hash;
	job.bytes = c->file->bytes;
	job.is_new = c->is_new;
	job.redirect = c->file->redirect;
	return job;
}

static bool make_changes(struct run *x, const struct change *changes, size_t n)
{
	struct batch b = {x, changes, arena_array(x->arena, struct job, n + 1), {0}, true};

	for (size_t i = 0; i < n; i++)
		b.jobs[i] = job_of(x, &changes[i]);
	b.ok = server_run(&x->server, b.jobs, n, note_done, &b) && b.ok;
	arena_free(&b.scratch);
	return b.ok;
}

static bool put_class(struct run *x, const struct change *first, size_t n)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes += first[i].file->bytes;
	if (x->q->ear.class_begins)
		x->q->ear.class_begins(first->file->class, n, bytes);
	return make_changes(x, first, n);
}

/* Each class when the one before it is complete. */
static bool put_all(struct run *x)
{
	const struct changes *c = x->r->changes;
	size_t i = 0, n;

	for (; i < c->n_puts; i += n) {
		for (n = 1; i + n < c->n_puts; n++) {
			if (c->puts[i + n].file->class != c->puts[i].file->class)
				break;
		}
		if (!put_class(x, &c->puts[i], n))
			return false;
	}
	return true;
}

/* A folder that holds no file of ours any more, and those above it, the deepest first. */
static void find_empty(struct str path, const struct map *kept, struct map *dirs)
{
	for (path = path_dir(path); path.n && !map_get(kept, path); path = path_dir(path))
		map_set(dirs, path, dirs);
}

static bool remove_dirs_of(struct run *x, const struct map *dirs, size_t depth)
{
	struct job *jobs = arena_array(x->arena, struct job, dirs->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < dirs->n; i++) {
		if (path_depth(dirs->entries[i].key) == depth)
			jobs[n++] = (struct job){.kind = JOB_REMOVE_DIR,
						 .path = dirs->entries[i].key};
	}
	return server_run(&x->server, jobs, n, NULL, NULL);
}

static bool remove_empty_dirs(struct run *x, const struct change *gone, size_t n)
{
	const struct changes *c = x->r->changes;
	struct map kept = {.arena = x->arena}, dirs = {.arena = x->arena};
	size_t deepest = 0;

	for (size_t i = 0; i < c->after.files.n; i++) {
		struct str dir = path_dir(c->after.files.entries[i].key);

		for (; dir.n && !map_get(&kept, dir); dir = path_dir(dir))
			map_set(&kept, dir, &kept);
	}
	for (size_t i = 0; i < n; i++)
		find_empty(gone[i].path, &kept, &dirs);
	for (size_t i = 0; i < dirs.n; i++) {
		if (path_depth(dirs.entries[i].key) > deepest)
			deepest = path_depth(dirs.entries[i].key);
	}
	for (size_t depth = deepest + 1; dirs.n && depth-- > 0;) {
		if (!remove_dirs_of(x, &dirs, depth))
			return false;
	}
	return true;
}

static bool remove_all(struct run *x, const struct change *gone, size_t n)
{
	if (n && x->q->ear.removing)
		x->q->ear.removing(n);
	return make_changes(x, gone, n) && remove_empty_dirs(x, gone, n);
}

static bool put_manifest(struct run *x, struct str manifest)
{
	if (!server_put_state(&x->server, MANIFEST_FILE, manifest))
		return false;
	x->r->touched = true;
	return store_keep(x->arena, x->q->target->code, x->q->now, x->diag);
}

static bool forget_pending(struct run *x)
{
	return server_remove_state(&x->server, PENDING_FILE) &&
	       file_remove(x->arena, x->journal.path, path_dir(x->journal.path), x->diag);
}

/* All in one step: until then nothing there has changed. */
static bool replace_there(struct run *x, struct str manifest)
{
	const struct changes *c = x->r->changes;

	if (!x->server.kind->replace(&x->server, c, manifest))
		return false;
	x->r->touched = true;
	x->r->sent = c->n_puts;
	x->r->bytes_sent = c->bytes;
	x->r->removed = c->n_removals + c->n_in_the_way;
	return store_keep(x->arena, x->q->target->code, x->q->now, x->diag);
}

static struct map copy_map(struct arena *a, const struct map *map)
{
	struct map copy = {.arena = a};

	for (size_t i = 0; i < map->n; i++)
		map_set(&copy, map->entries[i].key, map->entries[i].value);
	return copy;
}

static bool change_there(struct run *x)
{
	const struct changes *c = x->r->changes;
	struct str manifest = release_text(x->arena, &c->after);
	struct map before = x->pending.paths;

	if (server_replaces(&x->server))
		return replace_there(x, manifest);
	x->pending.paths = copy_map(x->arena, &before);
	return announce(x, manifest) && remove_old_parts(x, &before) &&
	       remove_all(x, c->in_the_way, c->n_in_the_way) && put_all(x) &&
	       put_manifest(x, manifest) && remove_all(x, c->removals, c->n_removals) &&
	       forget_pending(x);
}

/* The release that is there already may be one that a killed run did not come to keep. */
static bool keep_same(struct run *x)
{
	struct release_list list;

	if (!store_releases(x->arena, x->q->target->code, &list, x->diag))
		return false;
	x->q->now->number = x->r->there.manifest.number;
	x->q->now->of = x->r->there.manifest.of;
	return store_find(&list, x->q->now->number) ||
	       store_keep(x->arena, x->q->target->code, x->q->now, x->diag);
}

static bool next_number(struct run *x)
{
	struct release_list list;
	struct release *now = x->q->now;
	uint32_t last = x->r->there.manifest.number;

	if (!store_releases(x->arena, x->q->target->code, &list, x->diag))
		return false;
	if (list.n && list.items[list.n - 1].number > last)
		last = list.items[list.n - 1].number;
	now->number = last + 1;
	if (!now->of)
		now->of = now->number;
	return true;
}

static bool make_same(struct run *x)
{
	struct publish_result *r = x->r;
	bool nothing;

	if (!read_there(x) || !next_number(x))
		return false;
	r->there.withdrew = x->server.forgets;
	r->changes = changes_find(x->arena, x->q->now, &r->there);
	nothing = changes_are_none(r->changes) && r->there.has_manifest && !x->has_pending;
	if (x->q->ear.planned)
		x->q->ear.planned(r->changes, &r->there);
	if (x->q->dry_run || !check_removals(x))
		return x->q->dry_run;
	r->complete = (nothing ? keep_same(x) : change_there(x)) &&
		      withdrawn_is_gone(x->arena, x->q->target->code, x->diag);
	return r->complete;
}

static bool know_server(struct run *x)
{
	bool tried;

	if (!probe_server(&x->server, &tried))
		return false;
	if (tried && x->q->ear.probed)
		x->q->ear.probed(x->q->target, &x->server.able);
	return true;
}

static bool run_locked(struct run *x)
{
	if (x->q->dry_run)
		return make_same(x);
	return take_lock(x) && give_lock_back(x, know_server(x) && make_same(x));
}

bool publish_run(struct arena *a, const struct publish_request *q, struct publish_result *r,
		 struct diag *d)
{
	struct run x = {.arena = a, .q = q, .r = r, .diag = d};
	bool ok;

	*r = (struct publish_result){0};
	x.server = (struct server){
		.arena = a,
		.target = q->target,
		.state = str_concat(a, str_from(q->base, 1), STR(".cchc"), (struct str){0}),
		.trust = q->ear.trust,
		.moved = q->ear.moved,
		.forgets = withdrawn_is_left(a, q->target->code),
		.diag = d};
	x.journal.path = path_join(a, store_target_dir(a, q->target->code), STR("nhat-ky"));
	if (!read_own_id(&x, &x.server.id) || !server_open(&x.server))
		return false;
	ok = run_locked(&x);
	server_close(&x.server);
	return ok;
}
