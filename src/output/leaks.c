#include "output/leaks.h"

#include "base/path.h"
#include "site/internal.h"

struct looking {
	struct arena *arena;
	struct internal_files files;
	struct diag *diag;
	bool ok;
};

static void check_copies(struct looking *l, const struct outputs *o)
{
	struct arena scratch = {0};
	struct str which;

	for (size_t i = 0; i < o->n; i++) {
		struct str from = o->items[i].copy_from;

		if (from.n && internal_is_copy(&scratch, &l->files, from, &which))
			l->ok = diag_error(l->diag, diag_file(l->diag, from),
					   _("this is the file \"" STR_FMT
					     "\", which is for the house alone; take it away "
					     "from here"),
					   STR_ARG(which));
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

/* What is no ordinary file is a link, or something that leads nowhere. */
static void check_foreign(struct looking *l, struct str path)
{
	struct arena scratch = {0};
	struct str which = STR(INTERNAL_DIR);
	uint64_t bytes;
	bool leaks = file_size(path, &bytes)
			     ? internal_is_copy(&scratch, &l->files, path, &which)
			     : internal_touches(&scratch, path);

	if (leaks)
		l->ok = diag_error(l->diag, diag_file(l->diag, path),
				   _("this leads to \"" STR_FMT
				     "\", which is for the house alone; take it out of the "
				     "output folder"),
				   STR_ARG(which));
	arena_free(&scratch);
}

static bool check_folder(struct looking *l, const struct outputs *o, struct str dir)
{
	struct map ours = {.arena = l->arena};
	struct file_list list = {0};

	if (!file_is_dir(dir))
		return true;
	for (size_t i = 0; i < o->n; i++)
		map_set(&ours, path_join(l->arena, dir, o->items[i].path), l);
	if (!file_walk_all(l->arena, dir, &list, l->diag))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		uint64_t bytes;

		if (!map_get(&ours, list.paths[i]) || !file_size(list.paths[i], &bytes))
			check_foreign(l, list.paths[i]);
	}
	return l->ok;
}

bool leaks_check(const struct outputs *o, struct str dir, struct diag *d)
{
	struct arena scratch = {0};
	struct looking l = {.arena = &scratch, .diag = d, .ok = true};
	bool ok = true;

	if (file_exists(STR(INTERNAL_DIR))) {
		ok = internal_list(&scratch, &l.files, d);
		check_copies(&l, o);
		ok &= check_folder(&l, o, dir) && l.ok;
	}
	arena_free(&scratch);
	return ok;
}
