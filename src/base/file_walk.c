/* What lies below a folder. */
#include "base/file_parts.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/path.h"
#include "base/utf8.h"

enum {
	/* Folders within folders that we made ourselves: an address may have more parts
	 * than a path of content. Each is open while those in it are walked. */
	OWN_DEPTH_MAX = 512,
};

static bool is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

bool file_is_empty_dir(struct str path)
{
	struct zpath z;
	DIR *dir = opendir(file_zpath(&z, path));
	struct dirent *entry;
	bool empty = true;

	if (!dir)
		return false;
	while (empty && (entry = readdir(dir)))
		empty = is_dots(entry->d_name);
	closedir(dir);
	return empty;
}

/* A walk in progress. all: every file without complaints; dirs: the folders too,
 * each behind what it holds. */
struct walk {
	struct arena *arena;
	struct file_list *out;
	struct diag *diag;
	bool all, dirs;
	int depth_max;
};

static void add_path(struct walk *w, struct str path)
{
	struct file_list *list = w->out;

	list->paths = arena_room(w->arena, list->paths, list->n, &list->cap, sizeof(path));
	list->paths[list->n++] = path;
}

static bool walk_dir(struct walk *w, struct str path, int depth);

static bool is_skipped(const struct walk *w, struct str name)
{
	return !w->all && (name.p[0] == '.' || name.p[name.n - 1] == '~');
}

/* What the folder says a name is, or what stat says where the file system keeps
 * silent. */
static unsigned char type_of(struct str path, unsigned char told)
{
	struct stat st;

	if (told != DT_UNKNOWN)
		return told;
	return file_stat(path, &st) ? (unsigned char)IFTODT(st.st_mode) : DT_UNKNOWN;
}

/* A line end in a name would be taken for the end of a line of the manifest, and bytes
 * that are no text cannot be shown to anybody. */
static bool check_name(const struct walk *w, struct str path, struct str name)
{
	bool control;
	size_t bad = utf8_find_bad(name, &control);

	if (w->all || (bad == name.n && !str_has(name, '\n') && !str_has(name, '\t')))
		return true;
	if (bad < name.n && !control)
		return diag_error(w->diag, diag_file(w->diag, path),
				  _("the file's name is not UTF-8; rename the file"));
	return diag_error(w->diag, diag_file(w->diag, path),
			  _("the file's name has a control character in it, such as a line "
			    "end or a tab; rename the file"));
}

static bool walk_entry(struct walk *w, struct str path, unsigned char type, int depth)
{
	if (type == DT_DIR)
		return walk_dir(w, path, depth + 1);
	if (type == DT_REG || w->all) {
		add_path(w, path);
		return true;
	}
	if (type == DT_LNK)
		return file_refuse_link(w->diag, path);
	return diag_error(w->diag, diag_file(w->diag, path), _("this is no ordinary file"));
}

static bool walk_name(struct walk *w, struct str dir, const struct dirent *entry, int depth)
{
	struct str name = str_of(entry->d_name), path;

	if (is_dots(entry->d_name) || is_skipped(w, name))
		return true;
	path = path_join(w->arena, dir, str_dup(w->arena, name));
	return check_name(w, path, name) &&
	       walk_entry(w, path, type_of(path, entry->d_type), depth);
}

static bool cannot_walk(struct walk *w, struct str path)
{
	if (errno == ENOTDIR)
		return diag_error(w->diag, diag_file(w->diag, path),
				  _("this should be a folder"));
	return diag_machine(w->diag, path, _("cannot open the folder: %s"), file_reason());
}

static bool walk_dir(struct walk *w, struct str path, int depth)
{
	struct zpath z;
	struct dirent *entry;
	DIR *dir;
	bool ok = true;

	if (depth > w->depth_max)
		return diag_error(w->diag, diag_file(w->diag, path),
				  _("folders are nested too deep, at most %d"), w->depth_max);
	dir = opendir(file_zpath(&z, path));
	if (!dir)
		return cannot_walk(w, path);
	while (errno = 0, entry = readdir(dir))
		ok &= walk_name(w, path, entry, depth);
	if (errno)
		ok = cannot_walk(w, path);
	closedir(dir);
	if (w->dirs)
		add_path(w, path);
	return ok;
}

static int compare_paths(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool walk_sorted(struct walk *w, struct str dir)
{
	bool ok;

	if (!file_exists(dir))
		return true;
	if (type_of(dir, DT_UNKNOWN) == DT_LNK)
		return file_refuse_link(w->diag, dir);
	ok = walk_dir(w, dir, 0);
	if (w->out->n)
		qsort(w->out->paths, w->out->n, sizeof(struct str), compare_paths);
	return ok;
}

bool file_walk(struct arena *a, struct str dir, struct file_list *out, struct diag *d)
{
	return walk_sorted(
		&(struct walk){.arena = a, .out = out, .diag = d, .depth_max = FILE_DEPTH_MAX},
		dir);
}

bool file_walk_all(struct arena *a, struct str dir, struct file_list *out, struct diag *d)
{
	return walk_sorted(&(struct walk){.arena = a,
					  .out = out,
					  .diag = d,
					  .all = true,
					  .depth_max = OWN_DEPTH_MAX},
			   dir);
}

bool file_remove_tree(struct arena *scratch, struct str dir, struct diag *d)
{
	struct file_list list = {0};
	struct walk w = {.arena = scratch,
			 .out = &list,
			 .diag = d,
			 .all = true,
			 .dirs = true,
			 .depth_max = OWN_DEPTH_MAX};
	struct zpath z;

	if (!file_exists(dir))
		return true;
	if (!file_is_dir(dir))
		return file_remove(scratch, dir, dir, d);
	if (!walk_dir(&w, dir, 0))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		if (remove(file_zpath(&z, list.paths[i])) != 0 && errno != ENOENT)
			return diag_machine(d, list.paths[i], _("cannot remove: %s"),
					    file_reason());
	}
	return true;
}
