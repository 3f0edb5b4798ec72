#include "site/internal.h"

#include "base/file.h"
#include "base/path.h"
#include "viet/fold.h"

/* The full path of a place, of which more than the last part may be missing. */
static struct str full_path(struct arena *a, struct str path)
{
	struct str full, above = path_dir(path);

	if (file_full_path(a, path, &full) || str_eq(above, path))
		return full;
	if (!above.n && str_starts(path, STR("/")))
		above = STR("/");
	return path_join(a, full_path(a, above), path_name(path));
}

bool internal_touches(struct arena *scratch, struct str path)
{
	return path_overlap(full_path(scratch, path), full_path(scratch, STR(INTERNAL_DIR)));
}

bool internal_holds(struct arena *scratch, struct str path)
{
	struct str full = full_path(scratch, path);
	struct str internal = full_path(scratch, STR(INTERNAL_DIR));

	return full.n >= internal.n && path_overlap(full, internal);
}

bool internal_is_named(struct str path)
{
	struct arena scratch = {0};
	struct str rest = viet_lower(&scratch, path);
	bool found = false;

	while (rest.n && !found)
		found = str_eq_z(str_cut(rest, '/', &rest), INTERNAL_DIR);
	arena_free(&scratch);
	return found;
}

bool internal_check_source(struct str path, struct diag *d)
{
	struct str rest, top = str_cut(path, '/', &rest);

	if (!internal_is_named(path_dir(path)))
		return true;
	return diag_error(d, diag_file(d, path),
			  _("what lies in a folder \"%s\" is for the house alone, and all of "
			    "\"" STR_FMT "\" may be published; move it out of there, or give "
			    "the folder another name"),
			  INTERNAL_DIR, STR_ARG(top));
}

static void add_file(struct internal_files *files, struct str path)
{
	struct arena *a = files->arena;
	struct file_list *same;
	struct str key;
	uint64_t bytes;

	if (!file_size(path, &bytes) || !bytes)
		return;
	key = str_fmt(a, "%llu", (unsigned long long)bytes);
	same = map_get(&files->by_size, key);
	if (!same) {
		same = arena_new(a, struct file_list);
		map_set(&files->by_size, key, same);
	}
	same->paths = arena_room(a, same->paths, same->n, &same->cap, sizeof(path));
	same->paths[same->n++] = path;
}

bool internal_list(struct arena *a, struct internal_files *files, struct diag *d)
{
	struct file_list list = {0};

	*files = (struct internal_files){.arena = a, .by_size.arena = a};
	if (!file_is_dir(STR(INTERNAL_DIR)))
		return true;
	if (!file_walk_all(a, STR(INTERNAL_DIR), &list, d))
		return false;
	for (size_t i = 0; i < list.n; i++)
		add_file(files, list.paths[i]);
	return true;
}

bool internal_is_copy(struct arena *scratch, const struct internal_files *files,
		      struct str path, struct str *which)
{
	struct diag quiet = {.arena = scratch};
	const struct file_list *same;
	struct file_sum sum;
	uint64_t bytes;

	if (!files->by_size.n || !file_size(path, &bytes))
		return false;
	same = map_get(&files->by_size, str_fmt(scratch, "%llu", (unsigned long long)bytes));
	for (size_t i = 0; same && i < same->n; i++) {
		*which = same->paths[i];
		if (file_compare(scratch, path, *which, &sum, &quiet) && sum.same)
			return true;
	}
	return false;
}
