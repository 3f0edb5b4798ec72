#include "net/pending.h"

#include "base/path.h"
#include "base/sha256.h"

#define FIRST_LINE "cchc-pending 1"

static bool take_line(struct str *text, const char *word, struct str *rest)
{
	*rest = str_cut(*text, '\n', text);
	if (!str_starts(*rest, str_of(word)))
		return false;
	*rest = str_from(*rest, strlen(word));
	return true;
}

/* "HASH PATH" or "- PATH" */
static bool read_path(struct arena *a, struct str line, struct pending *p)
{
	struct str *hash = arena_new(a, struct str);

	*hash = str_cut(line, ' ', &line);
	if (str_eq_z(*hash, "-"))
		*hash = (struct str){0};
	else if (!sha256_is_hex(*hash))
		return false;
	map_set(&p->paths, line, hash);
	return path_is_plain(a, line);
}

bool pending_parse(struct arena *a, struct str text, struct pending *p)
{
	struct str line;

	*p = (struct pending){.paths = {.arena = a}};
	if (!seal_take(a, &text) || !take_line(&text, FIRST_LINE, &line) ||
	    !take_line(&text, "id ", &p->id) || !take_line(&text, "to ", &p->to))
		return false;
	while (text.n) {
		if (!read_path(a, str_cut(text, '\n', &text), p))
			return false;
	}
	return true;
}

struct str pending_text(struct arena *a, const struct pending *p)
{
	struct buf out = {.arena = a};

	buf_fmt(&out, FIRST_LINE "\nid " STR_FMT "\nto " STR_FMT "\n", STR_ARG(p->id),
		STR_ARG(p->to));
	for (size_t i = 0; i < p->paths.n; i++) {
		const struct str *hash = p->paths.entries[i].value;

		buf_fmt(&out, STR_FMT " " STR_FMT "\n", STR_ARG(hash->n ? *hash : STR("-")),
			STR_ARG(p->paths.entries[i].key));
	}
	seal_put(&out);
	return buf_str(&out);
}

/* "put HASH PATH" or "del PATH" */
static void read_line(struct arena *a, struct str line, struct journal *j)
{
	struct str *hash = arena_new(a, struct str);
	struct str word = str_cut(line, ' ', &line);

	if (str_eq_z(word, "put")) {
		*hash = str_cut(line, ' ', &line);
		if (!sha256_is_hex(*hash))
			return;
	} else if (!str_eq_z(word, "del")) {
		return;
	}
	map_set(&j->done, line, hash);
}

bool journal_read(struct arena *a, struct journal *j, struct diag *d)
{
	struct str text;

	j->done = (struct map){.arena = a};
	j->id = (struct str){0};
	if (!file_exists(j->path))
		return true;
	if (!file_read(a, j->path, FILE_MAX, &text, d))
		return false;
	if (!take_line(&text, "id ", &j->id))
		j->id = (struct str){0};
	while (str_has(text, '\n'))
		read_line(a, str_cut(text, '\n', &text), j);
	return true;
}

bool journal_begin(struct arena *scratch, struct journal *j, struct str id, struct diag *d)
{
	struct str beside = str_concat(scratch, j->path, STR(".moi"), (struct str){0});

	j->id = id;
	return file_write(scratch, beside, str_fmt(scratch, "id " STR_FMT "\n", STR_ARG(id)),
			  d) &&
	       file_rename(scratch, beside, j->path, d);
}

bool journal_put(struct arena *scratch, const struct journal *j, struct str path,
		 struct str hash, struct diag *d)
{
	struct str line = hash.n ? str_fmt(scratch, "put " STR_FMT " " STR_FMT "\n",
					   STR_ARG(hash), STR_ARG(path))
				 : str_fmt(scratch, "del " STR_FMT "\n", STR_ARG(path));

	return file_append(scratch, j->path, line, d);
}
