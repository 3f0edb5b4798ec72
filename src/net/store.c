#include "net/store.h"

#include <stdlib.h>

#include "base/path.h"

#define STORE_DIR ".cchc"
#define OBJECTS_DIR STORE_DIR "/objects"
#define TARGETS_DIR STORE_DIR "/dich"

enum {
	NUMBER_WIDTH = 6, /* of a release's file name */
};

struct str store_object(struct arena *a, struct str hash)
{
	return str_fmt(a, OBJECTS_DIR "/" STR_FMT "/" STR_FMT, STR_ARG(str_head(hash, 2)),
		       STR_ARG(str_from(hash, 2)));
}

struct str store_target_dir(struct arena *a, struct str target)
{
	return path_join(a, STR(TARGETS_DIR), target);
}

/* Outputs being put into the store. */
struct storing {
	const struct outputs *outputs;
	struct str dir, site;
	bool keep;
	struct release_file *files;
	bool *ok;
};

static bool has_object(struct str object, uint64_t bytes)
{
	uint64_t n;

	return file_size(object, &n) && n == bytes;
}

static bool refuse_changed(struct str path, struct diag *d)
{
	return diag_error(d, diag_file(d, path),
			  _("the file changed while it was being read; publish again"));
}

/* Copied beside and looked at again before it gets its name: an object is what it is
 * called. */
static bool add_object(struct storing *s, size_t i, struct str path, struct worker *w)
{
	const struct release_file *f = &s->files[i];
	struct str object = store_object(&w->scratch, f->hash), hash;
	struct str beside = str_fmt(&w->scratch, OBJECTS_DIR "/.%zu", i);
	uint64_t bytes;

	if (has_object(object, f->bytes))
		return true;
	if (!file_copy(&w->scratch, path, beside, &w->diag) ||
	    !file_digest(&w->scratch, beside, &hash, &bytes, &w->diag))
		return false;
	if (!str_eq(hash, f->hash))
		return refuse_changed(path, &w->diag);
	return file_rename(&w->scratch, beside, object, &w->diag);
}

static void store_output(void *context, size_t i, struct worker *w)
{
	struct storing *s = context;
	const struct output *o = &s->outputs->items[i];
	struct release_file *f = &s->files[i];
	struct str path = path_join(&w->scratch, s->dir, o->path);

	if (w->diag.failed_machine)
		return;
	f->class = class_of_output(o);
	f->is_notice = o->kind == OUTPUT_WITHDRAWN;
	if (o->kind == OUTPUT_REDIRECT || o->kind == OUTPUT_SHORT)
		f->redirect = str_concat(&w->keep, s->site, o->page->url, (struct str){0});
	s->ok[i] = file_digest(&w->keep, path, &f->hash, &f->bytes, &w->diag) &&
		   (f->bytes == o->bytes || refuse_changed(path, &w->diag)) &&
		   (!s->keep || add_object(s, i, path, w));
}

bool store_outputs(struct arena *a, const struct outputs *o, struct str dir, bool keep,
		   struct crew *crew, struct release *now, struct diag *d)
{
	struct storing s = {o,
			    dir,
			    now->site,
			    keep,
			    arena_array(a, struct release_file, o->n + 1),
			    arena_array(a, bool, o->n + 1)};
	bool ok = true;

	jobs_run(crew, o->n, store_output, &s);
	crew_report(crew, d);
	now->files = (struct map){.arena = a};
	for (size_t i = 0; i < o->n; i++) {
		ok &= s.ok[i];
		map_set(&now->files, o->items[i].path, &s.files[i]);
	}
	return ok;
}

static bool is_release_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] < '0' || name.p[i] > '9')
			return false;
	}
	return name.n == NUMBER_WIDTH;
}

bool store_read(struct arena *a, struct str path, struct release *r, struct diag *d)
{
	struct str text;

	if (!file_read(a, path, RELEASE_TEXT_MAX, &text, d))
		return false;
	return release_parse(a, text, r) ||
	       diag_error(d, diag_file(d, path),
			  _("this record of a release is damaged; remove it"));
}

bool store_list(struct arena *a, struct file_list *paths, struct diag *d)
{
	struct file_list files = {0};

	if (!file_walk(a, STR(TARGETS_DIR), &files, d))
		return false;
	paths->paths = arena_array(a, struct str, files.n + 1);
	for (size_t i = 0; i < files.n; i++) {
		if (is_release_name(path_name(files.paths[i])))
			paths->paths[paths->n++] = files.paths[i];
	}
	return true;
}

bool store_releases(struct arena *a, struct str target, struct release_list *list,
		    struct diag *d)
{
	struct file_list files = {0};

	*list = (struct release_list){0};
	if (!file_walk(a, store_target_dir(a, target), &files, d))
		return false;
	list->items = arena_array(a, struct release, files.n + 1);
	for (size_t i = 0; i < files.n; i++) {
		if (!is_release_name(path_name(files.paths[i])))
			continue;
		if (!store_read(a, files.paths[i], &list->items[list->n], d))
			return false;
		list->n++;
	}
	return true;
}

const struct release *store_find(const struct release_list *list, uint32_t number)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->items[i].number == number)
			return &list->items[i];
	}
	return NULL;
}

bool store_check(struct arena *scratch, const struct release *r, struct diag *d)
{
	for (size_t i = 0; i < r->files.n; i++) {
		const struct release_file *f = r->files.entries[i].value;

		if (!f->kept && !has_object(store_object(scratch, f->hash), f->bytes))
			return diag_error(d, (struct pos){0},
					  _("release %u cannot be published again: the "
					    "bytes of \"" STR_FMT "\" are not in .cchc/ any "
					    "more"),
					  r->number, STR_ARG(r->files.entries[i].key));
	}
	return true;
}

static struct str release_path(struct arena *a, struct str target, uint32_t number)
{
	return str_fmt(a, TARGETS_DIR "/" STR_FMT "/%06u", STR_ARG(target), number);
}

/* All but the newest of a target. */
static bool drop_old_releases(struct arena *a, struct str target, struct diag *d)
{
	struct release_list list;

	if (!store_releases(a, target, &list, d))
		return false;
	for (size_t i = 0; i + STORE_RELEASES_KEPT < list.n; i++) {
		struct str path = release_path(a, target, list.items[i].number);

		if (!file_remove(a, path, STR(TARGETS_DIR), d))
			return false;
	}
	return true;
}

/* The objects that some release of some target is made of. */
static bool find_wanted(struct arena *a, struct map *wanted, struct diag *d)
{
	struct file_list paths = {0};
	struct release r;

	if (!store_list(a, &paths, d))
		return false;
	for (size_t i = 0; i < paths.n; i++) {
		if (!store_read(a, paths.paths[i], &r, d))
			return false;
		for (size_t k = 0; k < r.files.n; k++) {
			const struct release_file *f = r.files.entries[k].value;

			map_set(wanted, store_object(a, f->hash), wanted);
		}
	}
	return true;
}

static bool drop_objects(struct arena *a, struct diag *d)
{
	struct map wanted = {.arena = a};
	struct file_list files = {0};

	if (!find_wanted(a, &wanted, d) || !file_walk_all(a, STR(OBJECTS_DIR), &files, d))
		return false;
	for (size_t i = 0; i < files.n; i++) {
		if (!map_get(&wanted, files.paths[i]) &&
		    !file_remove(a, files.paths[i], STR(OBJECTS_DIR), d))
			return false;
	}
	return true;
}

bool store_write(struct arena *a, struct str path, const struct release *r, struct diag *d)
{
	struct str beside = path_join(a, path_dir(path), STR(".moi"));

	return file_write(a, beside, release_text(a, r), d) && file_rename(a, beside, path, d);
}

/* A release has a folder's worth of small texts: the memory goes again at once. */
bool store_keep(struct arena *a, struct str target, const struct release *r, struct diag *d)
{
	struct arena scratch = {0};
	struct str path = release_path(a, target, r->number);
	bool ok = store_write(&scratch, path, r, d) && drop_old_releases(&scratch, target, d) &&
		  drop_objects(&scratch, d);

	arena_free(&scratch);
	return ok;
}

bool store_log(struct arena *scratch, struct str line, struct diag *d)
{
	return file_append(scratch, STR(STORE_DIR "/xuat-ban.log"), line, d);
}
