#include "output/manifest.h"

#include <stdlib.h>

#include "base/path.h"

#define FIRST_LINE "cchc-manifest 1"

/* "0123456789abcdef 1234 path/of/the/file" */
static bool read_line(struct arena *a, struct str line, struct manifest *m)
{
	struct str hash = str_cut(line, ' ', &line), bytes = str_cut(line, ' ', &line), path;
	struct manifest_file *file = arena_new(a, struct manifest_file);
	char *end;

	if (hash.n != 16 || !bytes.n || bytes.n > 15 || !path_clean(a, STR(""), line, &path) ||
	    !str_eq(path, line) || !path.n)
		return false;
	file->hash = strtoull(str_z(a, hash), &end, 16);
	if (*end)
		return false;
	file->bytes = strtoull(str_z(a, bytes), &end, 10);
	if (*end)
		return false;
	map_set(&m->files, path, file);
	return true;
}

bool manifest_read(struct arena *a, struct str dir, struct manifest *m, struct diag *d)
{
	struct source *source = arena_new(d->arena, struct source);
	struct str text, line;
	uint32_t n = 1;

	m->files.arena = a;
	source->path = path_join(d->arena, dir, STR(MANIFEST_NAME));
	m->is_there = file_exists(source->path);
	if (!m->is_there)
		return true;
	if (!file_read(a, source->path, FILE_MAX, &text, d))
		return false;
	line = str_cut(text, '\n', &text);
	for (bool ok = str_eq_z(line, FIRST_LINE); text.n || !ok; n++) {
		if (!ok)
			return diag_error(
				d, (struct pos){source, n, 0},
				_("this list of the files that cchc wrote is damaged; "
				  "empty the output folder by hand and build again"));
		line = str_cut(text, '\n', &text);
		ok = read_line(a, line, m);
	}
	return true;
}

void manifest_begin(struct buf *out)
{
	buf_add_z(out, FIRST_LINE "\n");
}

void manifest_put(struct buf *out, struct str path, const struct manifest_file *file)
{
	buf_fmt(out, "%016llx %llu " STR_FMT "\n", (unsigned long long)file->hash,
		(unsigned long long)file->bytes, STR_ARG(path));
}

struct str manifest_text(struct arena *a, const struct outputs *o)
{
	struct buf out = {.arena = a};

	manifest_begin(&out);
	for (size_t i = 0; i < o->n; i++)
		manifest_put(&out, o->items[i].path,
			     &(struct manifest_file){o->items[i].hash, o->items[i].bytes});
	return buf_str(&out);
}
