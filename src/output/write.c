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
#include "output/output.h"

struct writing {
	const struct write_request *request;
	const struct value *site_view;
	struct str beside; /* where changed files are written first; empty: nowhere */
	bool *ok;          /* one an output */
};

static struct str beside_of(struct arena *a, struct str dir)
{
	struct str name = str_fmt(a, "." STR_FMT ".cchc-new", STR_ARG(path_name(dir)));

	return path_join(a, path_dir(dir), name);
}

/* Write the bytes beside if the output's file does not hold them already. */
static bool put_bytes(struct writing *x, struct output *o, struct str bytes, struct worker *w)
{
	o->hash = str_hash(bytes, 0);
	o->bytes = bytes.n;
	if (!x->beside.n)
		return true;
	if (file_holds(&w->scratch, path_join(&w->scratch, x->request->dir, o->path), bytes))
		return true;
	o->changed = true;
	return file_write(&w->scratch, path_join(&w->scratch, x->beside, o->path), bytes,
			  &w->diag);
}

static bool copy_output(struct writing *x, struct output *o, struct worker *w)
{
	struct str bytes;

	return file_read(&w->scratch, o->copy_from, FILE_MAX, &bytes, &w->diag) &&
	       put_bytes(x, o, bytes, w);
}

static bool render_output(struct writing *x, struct output *o, struct worker *w)
{
	const struct write_request *r = x->request;
	const struct template *t = layouts_get(r->layouts, str_of(o->layout));
	struct buf out = {.arena = &w->scratch};
	const struct value *view;

	if (!t)
		return false; /* find_layouts() has reported it */
	view = view_of_output(&w->scratch, r->site, r->outputs, x->site_view, o);
	return template_render(&w->scratch, r->layouts, t, &view, 1,
			       escape_for(str_of(o->layout)), &out, &w->diag) &&
	       put_bytes(x, o, buf_str(&out), w);
}

static void write_output(void *context, size_t i, struct worker *w)
{
	struct writing *x = context;
	struct output *o = &x->request->outputs->items[i];

	x->ok[i] = o->layout ? render_output(x, o, w) : copy_output(x, o, w);
}

/* Every layout that an output asks for must be there: each is reported once. */
static bool find_layouts(struct arena *a, const struct write_request *r, struct diag *d)
{
	struct map missing = {.arena = a};

	for (size_t i = 0; i < r->outputs->n; i++) {
		const char *name = r->outputs->items[i].layout;
		struct source *source;

		if (!name || layouts_get(r->layouts, str_of(name)) ||
		    map_set(&missing, str_of(name), r->outputs))
			continue;
		source = arena_new(a, struct source);
		source->path = str_fmt(a, "layouts/%s", name);
		diag_error(d, (struct pos){.source = source}, _("this layout is missing"));
	}
	return !missing.n;
}

static bool render_all(struct arena *a, struct writing *x, struct crew *crew, struct diag *d)
{
	const struct write_request *r = x->request;
	bool ok = true;

	if (!find_layouts(a, r, d))
		return false;
	x->site_view = view_of_site(a, r->site, r->outputs);
	x->ok = arena_array(a, bool, r->outputs->n);
	jobs_run(crew, r->outputs->n, write_output, x);
	crew_report(crew, d);
	for (size_t i = 0; i < r->outputs->n; i++)
		ok &= x->ok[i];
	layouts_warn_unanswered(r->layouts, d);
	return ok && !(r->strict && d->warnings);
}

bool render_outputs(struct arena *a, struct write_request *r, struct crew *crew, struct diag *d)
{
	struct writing x = {.request = r};

	return render_all(a, &x, crew, d);
}

static bool refuse_dir(struct diag *d, struct str dir, const char *why)
{
	return diag_error(d, (struct pos){0},
			  _("\"" STR_FMT "\" cannot be the output folder: %s"), STR_ARG(dir),
			  why);
}

/* Is one of the two folders inside the other, or are they the same? */
static bool overlap(struct str a, struct str b)
{
	struct str longer = a.n > b.n ? a : b, shorter = a.n > b.n ? b : a;

	return str_starts(longer, shorter) &&
	       (longer.n == shorter.n || longer.p[shorter.n] == '/' || !shorter.n ||
		shorter.p[shorter.n - 1] == '/');
}

bool write_check_dir(struct arena *scratch, struct str dir, struct diag *d)
{
	static const char *const inputs[] = {"content", "layouts", "assets"};
	struct str full, input;

	if (!file_full_path(scratch, dir, &full))
		return refuse_dir(d, dir, _("there is no such place"));
	for (size_t i = 0; i < COUNT(inputs); i++) {
		if (file_full_path(scratch, str_of(inputs[i]), &input) && overlap(full, input))
			return refuse_dir(d, dir,
					  _("it holds what the site is made from, or is "
					    "inside it"));
	}
	if (file_exists(dir) && !file_is_dir(dir))
		return refuse_dir(d, dir, _("it is a file or a link"));
	if (file_is_dir(dir) && !file_is_empty_dir(dir) &&
	    !file_exists(path_join(scratch, dir, STR(MANIFEST_NAME))))
		return refuse_dir(d, dir, _("it holds files that cchc did not write"));
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

static bool put_manifest(struct arena *a, const struct writing *x, struct str text,
			 struct diag *d)
{
	struct str in_place = path_join(a, x->request->dir, STR(MANIFEST_NAME));
	struct str new_one = path_join(a, x->beside, STR(MANIFEST_NAME));

	if (file_holds(a, in_place, text))
		return true;
	return file_write(a, new_one, text, d) && file_rename(a, new_one, in_place, d);
}

/* What the manifest must say while files are being put in place: the old ones and
 * the new ones. */
static struct str manifest_of_both(struct arena *a, const struct manifest *old,
				   const struct outputs *o)
{
	struct buf out = {.arena = a};
	struct map now = {.arena = a};

	buf_add(&out, manifest_text(a, o));
	for (size_t i = 0; i < o->n; i++)
		map_set(&now, o->items[i].path, &o->items[i]);
	for (size_t i = 0; i < old->files.n; i++) {
		const struct manifest_file *file = old->files.entries[i].value;

		if (!map_get(&now, old->files.entries[i].key))
			manifest_put(&out, old->files.entries[i].key, file);
	}
	return buf_str(&out);
}

static bool put_files(struct arena *a, const struct writing *x, struct diag *d)
{
	const struct outputs *o = x->request->outputs;

	for (size_t i = 0; i < o->n; i++) {
		if (o->items[i].changed &&
		    !file_rename(a, path_join(a, x->beside, o->items[i].path),
				 path_join(a, x->request->dir, o->items[i].path), d))
			return false;
	}
	return true;
}

static bool remove_stale(struct arena *a, const struct writing *x, const struct manifest *old,
			 struct written *done, struct diag *d)
{
	const struct outputs *o = x->request->outputs;
	struct map now = {.arena = a};

	for (size_t i = 0; i < o->n; i++)
		map_set(&now, o->items[i].path, &o->items[i]);
	for (size_t i = 0; i < old->files.n; i++) {
		struct str path = old->files.entries[i].key;

		if (map_get(&now, path))
			continue;
		if (!file_remove(a, path_join(a, x->request->dir, path), x->request->dir, d))
			return false;
		done->removed++;
	}
	return true;
}

static void count_written(const struct outputs *o, struct written *done)
{
	for (size_t i = 0; i < o->n; i++) {
		done->written += o->items[i].changed;
		done->same += !o->items[i].changed;
	}
}

static bool has_changes(const struct outputs *o, const struct manifest *old)
{
	if (old->files.n != o->n)
		return true;
	for (size_t i = 0; i < o->n; i++) {
		if (o->items[i].changed || !map_get(&old->files, o->items[i].path))
			return true;
	}
	return false;
}

/* Into a folder that is ours: the changed files, one rename each. */
static bool update_dir(struct arena *a, const struct writing *x, const struct manifest *old,
		       struct written *done, struct diag *d)
{
	const struct outputs *o = x->request->outputs;

	if (!has_changes(o, old))
		return true;
	return put_manifest(a, x, manifest_of_both(a, old, o), d) && put_files(a, x, d) &&
	       remove_stale(a, x, old, done, d) && put_manifest(a, x, manifest_text(a, o), d);
}

/* Where nothing is yet: the whole new folder with one rename. */
static bool put_dir(struct arena *a, const struct writing *x, struct diag *d)
{
	struct str manifest = path_join(a, x->beside, STR(MANIFEST_NAME));

	return file_write(a, manifest, manifest_text(a, x->request->outputs), d) &&
	       file_rename(a, x->beside, x->request->dir, d);
}

static bool write_locked(struct arena *a, struct write_request *r, struct crew *crew,
			 struct written *done, struct diag *d)
{
	struct writing x = {.request = r, .beside = beside_of(a, r->dir)};
	struct manifest old = {0};
	bool ok;

	if (!manifest_read(a, r->dir, &old, d) || !file_remove_tree(a, x.beside, d))
		return false;
	ok = render_all(a, &x, crew, d);
	if (ok && old.is_there)
		ok = update_dir(a, &x, &old, done, d);
	else if (ok)
		ok = put_dir(a, &x, d);
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
