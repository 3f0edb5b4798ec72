/* Rendering, and putting in place what changed.
 *
 * What changed is first written to a folder beside the output (".public.cchc-new"
 * beside "public"). Only when all of it is there does anything in the output change:
 * the first build renames that whole folder, a later one renames file after file
 * out of it, then removes what is stale. So a build that fails, or is killed while
 * it writes, leaves the old site as it was; one that is killed between two renames
 * leaves files that are each whole, old or new, and the next build does the rest,
 * because it compares every file with what it ought to hold.
 *
 * The manifest goes in before the files that it names and once more at the end: at
 * every moment each file of ours in the output stands in the manifest there. */
#include "base/path.h"
#include "output/manifest.h"
#include "output/render.h"
#include "site/internal.h"

static struct str beside_of(struct arena *a, struct str dir)
{
	struct str name = str_fmt(a, "." STR_FMT ".cchc-new", STR_ARG(path_name(dir)));

	return path_join(a, path_dir(dir), name);
}

static bool refuse_dir(struct diag *d, struct str dir, const char *why)
{
	return diag_error(d, (struct pos){0},
			  _("\"" STR_FMT "\" cannot be the output folder: %s"), STR_ARG(dir),
			  why);
}

bool write_check_dir(struct arena *scratch, struct str dir, struct diag *d)
{
	static const char *const inputs[] = {"content", "layouts", "assets"};
	struct str full, input;

	if (!file_full_path(scratch, dir, &full))
		return refuse_dir(d, dir, _("the folder above it does not exist"));
	for (size_t i = 0; i < COUNT(inputs); i++) {
		if (file_full_path(scratch, str_of(inputs[i]), &input) &&
		    path_overlap(full, input))
			return refuse_dir(d, dir,
					  _("it holds what the site is made from, or is "
					    "inside it"));
	}
	if (internal_touches(scratch, dir) || internal_is_named(path_name(full)))
		return refuse_dir(d, dir,
				  _("it holds what is for the house alone, or is in it"));
	if (file_exists(dir) && !file_is_dir(dir))
		return refuse_dir(d, dir, _("it is a file or a link"));
	if (file_is_dir(dir) && !file_is_empty_dir(dir) &&
	    !file_exists(path_join(scratch, dir, STR(MANIFEST_NAME))))
		return refuse_dir(
			d, dir,
			_("it holds files that cchc did not write; empty it, or take another one"));
	return true;
}

static bool lock_output(const struct write_request *r, struct str parent, int *lock,
			struct diag *d)
{
	bool busy;

	*lock = file_lock(parent, false, &busy);
	if (!busy)
		return true;
	if (!r->wait)
		return diag_error(d, (struct pos){0},
				  _("another build is writing to \"" STR_FMT "\""),
				  STR_ARG(r->dir));
	if (r->waiting)
		r->waiting();
	*lock = file_lock(parent, true, &busy);
	return true;
}

/* What was in the output folder, and what will be. */
struct change {
	struct arena *arena;
	const struct rendering *rendering;
	const struct outputs *outputs;
	struct manifest old;
	struct map now; /* path to struct output */
	struct diag *diag;
};

/* Every file of the old and the new site: what the manifest says while files are
 * being put in place. */
static struct str manifest_of_both(const struct change *c)
{
	struct buf out = {.arena = c->arena};

	buf_add(&out, manifest_text(c->arena, c->outputs));
	for (size_t i = 0; i < c->old.files.n; i++) {
		struct map_entry *file = &c->old.files.entries[i];

		if (!map_get(&c->now, file->key))
			manifest_put(&out, file->key, file->value);
	}
	return buf_str(&out);
}

static struct str in_output(const struct change *c, struct str path)
{
	return path_join(c->arena, c->rendering->request->dir, path);
}

static bool put_manifest(const struct change *c, struct str text)
{
	struct str in_place = in_output(c, STR(MANIFEST_NAME));
	struct str new_one = path_join(c->arena, c->rendering->beside, STR(MANIFEST_NAME));

	if (file_holds(c->arena, in_place, text))
		return true;
	return file_write(c->arena, new_one, text, c->diag) &&
	       file_rename(c->arena, new_one, in_place, c->diag);
}

static bool put_files(const struct change *c)
{
	for (size_t i = 0; i < c->outputs->n; i++) {
		const struct output *o = &c->outputs->items[i];

		if (o->changed &&
		    !file_rename(c->arena, path_join(c->arena, c->rendering->beside, o->path),
				 in_output(c, o->path), c->diag))
			return false;
	}
	return true;
}

static bool remove_stale(const struct change *c, struct written *done)
{
	for (size_t i = 0; i < c->old.files.n; i++) {
		struct str path = c->old.files.entries[i].key;

		if (map_get(&c->now, path))
			continue;
		if (!file_remove(c->arena, in_output(c, path), c->rendering->request->dir,
				 c->diag))
			return false;
		done->removed++;
	}
	return true;
}

/* Does some folder above path stand in the map as a file? */
static bool is_below_file(const struct map *files, struct str path)
{
	for (path = path_dir(path); path.n; path = path_dir(path)) {
		if (map_get(files, path))
			return true;
	}
	return false;
}

/* Where a file gives way to a folder or a folder to a file, the old one must be gone
 * before the new one comes. */
static bool is_in_the_way(const struct change *c)
{
	for (size_t i = 0; i < c->outputs->n; i++) {
		if (is_below_file(&c->old.files, c->outputs->items[i].path))
			return true;
	}
	for (size_t i = 0; i < c->old.files.n; i++) {
		if (is_below_file(&c->now, c->old.files.entries[i].key))
			return true;
	}
	return false;
}

/* Is there a folder at path that holds files of ours? Then it goes before the file
 * comes that takes its place. */
static bool is_our_folder(const struct change *c, struct str path)
{
	for (size_t i = 0; i < c->old.files.n; i++) {
		struct str ours = c->old.files.entries[i].key;

		if (str_starts(ours, path) && ours.n > path.n && ours.p[path.n] == '/')
			return true;
	}
	return false;
}

/* What somebody else put into the output folder is not written over. */
static bool check_place(const struct change *c, struct str path)
{
	struct str here = in_output(c, path);

	if (map_get(&c->old.files, path) || !file_exists(here) ||
	    (file_is_dir(here) && is_our_folder(c, path)))
		return true;
	return diag_error(c->diag, (struct pos){0},
			  _("the output folder has a file \"" STR_FMT
			    "\" that cchc did not write; take it away or rename it"),
			  STR_ARG(path));
}

/* The folders above path are folders: nothing is written or removed behind a link. */
static bool check_way(const struct change *c, struct map *seen, struct str path)
{
	for (path = path_dir(path); path.n && !map_get(seen, path); path = path_dir(path)) {
		struct str here = in_output(c, path);

		map_set(seen, path, seen);
		if (!file_is_dir(here) && file_exists(here) && !map_get(&c->old.files, path))
			return diag_error(c->diag, (struct pos){0},
					  _("in the output folder \"" STR_FMT
					    "\" is no folder but a link or a file that cchc "
					    "did not write; take it away"),
					  STR_ARG(path));
	}
	return true;
}

static bool check_foreign(const struct change *c)
{
	struct map seen = {.arena = c->arena};
	bool ok = true;

	for (size_t i = 0; i < c->outputs->n; i++) {
		const struct output *o = &c->outputs->items[i];

		if (o->changed)
			ok &= check_way(c, &seen, o->path) && check_place(c, o->path);
	}
	for (size_t i = 0; i < c->old.files.n; i++) {
		struct str path = c->old.files.entries[i].key;

		ok &= map_get(&c->now, path) || check_way(c, &seen, path);
	}
	return ok;
}

static bool has_changes(const struct change *c)
{
	if (c->old.files.n != c->outputs->n)
		return true;
	for (size_t i = 0; i < c->outputs->n; i++) {
		if (c->outputs->items[i].changed ||
		    !map_get(&c->old.files, c->outputs->items[i].path))
			return true;
	}
	return false;
}

/* Into a folder that is ours: the changed files, one rename each. */
static bool update_dir(const struct change *c, struct written *done)
{
	bool removed;

	if (!has_changes(c))
		return true;
	if (!check_foreign(c) || !put_manifest(c, manifest_of_both(c)))
		return false;
	removed = is_in_the_way(c);
	if (removed && !remove_stale(c, done))
		return false;
	return put_files(c) && (removed || remove_stale(c, done)) &&
	       put_manifest(c, manifest_text(c->arena, c->outputs));
}

/* Where nothing is yet: the whole new folder with one rename. */
static bool put_dir(const struct change *c)
{
	struct str manifest = path_join(c->arena, c->rendering->beside, STR(MANIFEST_NAME));

	return file_write(c->arena, manifest, manifest_text(c->arena, c->outputs), c->diag) &&
	       file_rename(c->arena, c->rendering->beside, c->rendering->request->dir, c->diag);
}

static void count_written(const struct outputs *o, struct written *done)
{
	for (size_t i = 0; i < o->n; i++) {
		done->written += o->items[i].changed;
		done->same += !o->items[i].changed;
	}
}

static void index_outputs(struct change *c)
{
	c->now.arena = c->arena;
	for (size_t i = 0; i < c->outputs->n; i++)
		map_set(&c->now, c->outputs->items[i].path, &c->outputs->items[i]);
}

static bool write_locked(struct arena *a, struct write_request *r, struct crew *crew,
			 struct written *done, struct diag *d)
{
	struct rendering x = {.request = r, .beside = beside_of(a, r->dir)};
	struct change c = {.arena = a, .rendering = &x, .outputs = r->outputs, .diag = d};
	bool ok;

	if (!manifest_read(a, r->dir, &c.old, d) || !file_remove_tree(a, x.beside, d))
		return false;
	ok = render_all(a, &x, crew, d);
	if (ok) {
		index_outputs(&c);
		ok = c.old.is_there ? update_dir(&c, done) : put_dir(&c);
	}
	if (ok)
		count_written(r->outputs, done);
	return file_remove_tree(a, x.beside, d) && ok;
}

bool write_outputs(struct arena *a, struct write_request *r, struct crew *crew,
		   struct written *done, struct diag *d)
{
	int lock;
	bool ok;

	*done = (struct written){0};
	if (!file_make_dir(a, path_dir(r->dir), d) ||
	    !lock_output(r, path_dir(r->dir), &lock, d))
		return false;
	ok = write_check_dir(a, r->dir, d) && write_locked(a, r, crew, done, d);
	file_unlock(lock);
	return ok;
}
