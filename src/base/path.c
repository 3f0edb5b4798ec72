#include "base/path.h"

struct str path_join(struct arena *a, struct str dir, struct str name)
{
	if (!dir.n)
		return name;
	if (!name.n)
		return dir;
	if (dir.p[dir.n - 1] == '/')
		return str_concat(a, dir, name, (struct str){0});
	return str_concat(a, dir, STR("/"), name);
}

struct str path_dir(struct str path)
{
	struct str name;

	return str_cut_last(path, '/', &name);
}

size_t path_depth(struct str path)
{
	size_t n = 0;

	for (size_t i = 0; i < path.n; i++)
		n += path.p[i] == '/';
	return n;
}

struct str path_name(struct str path)
{
	struct str name;

	str_cut_last(path, '/', &name);
	return name;
}

struct str path_extension(struct str path)
{
	struct str extension;
	struct str stem = str_cut_last(path_name(path), '.', &extension);

	return stem.n ? extension : (struct str){0};
}

static char small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool path_has_extension(struct str path, const char *extension)
{
	struct str own = path_extension(path);

	for (size_t i = 0; i < own.n; i++) {
		if (small(own.p[i]) != extension[i])
			return false;
	}
	return own.n && !extension[own.n];
}

struct str path_stem(struct str path)
{
	struct str name = path_name(path), extension;
	struct str stem = str_cut_last(name, '.', &extension);

	return stem.n ? stem : name;
}

bool path_fits(struct str path)
{
	if (path.n > PATH_WHOLE_MAX)
		return false;
	while (path.n) {
		if (str_cut(path, '/', &path).n > PATH_PART_MAX)
			return false;
	}
	return true;
}

/* Take the last part off what has been built. False when there is none. */
static bool go_up(struct buf *out)
{
	if (!out->n)
		return false;
	while (out->n && out->p[out->n - 1] != '/')
		out->n--;
	if (out->n)
		out->n--;
	return true;
}

static bool add_parts(struct buf *out, struct str path)
{
	while (path.n) {
		struct str part = str_cut(path, '/', &path);

		if (!part.n || str_eq(part, STR(".")))
			continue;
		if (str_eq(part, STR(".."))) {
			if (!go_up(out))
				return false;
			continue;
		}
		if (out->n)
			buf_byte(out, '/');
		buf_add(out, part);
	}
	return true;
}

bool path_clean(struct arena *a, struct str dir, struct str path, struct str *out)
{
	struct buf built = {.arena = a};

	if (path.n && path.p[0] == '/')
		return false;
	if (!add_parts(&built, dir) || !add_parts(&built, path))
		return false;
	*out = buf_str(&built);
	return true;
}

bool path_overlap(struct str a, struct str b)
{
	struct str longer = a.n > b.n ? a : b, shorter = a.n > b.n ? b : a;

	return str_starts(longer, shorter) &&
	       (longer.n == shorter.n || longer.p[shorter.n] == '/' || !shorter.n ||
		shorter.p[shorter.n - 1] == '/');
}
