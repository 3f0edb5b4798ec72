#include "net/withdraw.h"

#include "base/file.h"
#include "base/path.h"
#include "net/content_type.h"
#include "net/store.h"
#include "site/config.h"
#include "site/english.h"
#include "site/gate.h"

enum {
	NAME_SHORTEST = 6, /* bytes of a file's name that is looked for in a page */
};

/* Beside the records of a target. */
#define LEFT_FILE "da-go"

/* One release being cleaned. */
struct cleaning {
	struct arena *arena;
	const struct withdrawn *withdrawn;
	const struct release *now;
	struct release *release;
	struct map gone;   /* paths */
	struct map shown;  /* texts of pages that have gone */
	struct map traces; /* what tells of one that has gone: addresses, and names of files
			    * that are called by their content */
};

struct withdrawn *withdrawn_find(struct arena *a, const struct site *s)
{
	struct withdrawn *w = arena_new(a, struct withdrawn);

	w->hashes.arena = w->paths.arena = w->urls.arena = a;
	w->base = str_from(s->config->base, 1);
	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		struct str english = english_record_url(a, p);

		if (p->visibility != PAGE_WITHDRAWN)
			continue;
		map_set(&w->urls, p->url, w);
		if (english.n)
			map_set(&w->urls, english, w);
	}
	for (size_t i = 0; i < s->gate.urls.n; i++) {
		struct str url = s->gate.urls.entries[i].key;

		if (str_ends(url, STR("/")))
			map_set(&w->urls, url, w);
		else
			map_set(&w->paths, str_concat(a, w->base, url, (struct str){0}), w);
	}
	gate_each_sum(s, &w->hashes);
	return w;
}

static bool is_same_now(const struct cleaning *c, struct str path, const struct release_file *f)
{
	const struct release_file *now = map_get(&c->now->files, path);

	return now && str_eq(now->hash, f->hash);
}

/* Below the address of a page that was withdrawn, and not its notice. */
static bool is_below(const struct cleaning *c, struct str path, const struct release_file *f)
{
	const struct withdrawn *w = c->withdrawn;

	if (f->is_notice || !str_starts(path, w->base))
		return false;
	path = str_from(path, w->base.n);
	for (size_t i = 0; i < w->urls.n; i++) {
		if (w->urls.entries[i].key.n && str_starts(path, w->urls.entries[i].key))
			return true;
	}
	return false;
}

static struct str bytes_of(struct arena *a, const struct release_file *f)
{
	struct diag quiet = {.arena = a};
	struct str text = {0};

	if (!file_read(a, store_object(a, f->hash), FILE_MAX, &text, &quiet))
		return (struct str){0};
	return text;
}

static void let_go(struct cleaning *c, struct str path, const struct release_file *f)
{
	map_set(&c->gone, path, c);
	if (path_is_fingerprinted(path))
		map_set(&c->traces, path_name(path), c);
	if (path_has_extension(path, "html"))
		map_set(&c->shown, bytes_of(c->arena, f), c);
}

static void find_first(struct cleaning *c)
{
	const struct withdrawn *w = c->withdrawn;
	const struct map *files = &c->release->files;

	for (size_t i = 0; i < files->n; i++) {
		struct str path = files->entries[i].key;
		const struct release_file *f = files->entries[i].value;

		if (!is_same_now(c, path, f) &&
		    (map_get(&w->hashes, f->hash) || map_get(&w->paths, path) ||
		     is_below(c, path, f)))
			let_go(c, path, f);
	}
}

/* Does one of these texts name it? */
static bool is_in(const struct map *texts, struct str name)
{
	for (size_t i = 0; i < texts->n; i++) {
		if (str_holds(texts->entries[i].key, name))
			return true;
	}
	return false;
}

static bool has_trace(const struct map *traces, struct str text)
{
	for (size_t i = 0; i < traces->n; i++) {
		if (traces->entries[i].key.n && str_holds(text, traces->entries[i].key))
			return true;
	}
	return false;
}

/* Of a release all texts are looked through, again and again: none stays in memory. */
static bool names_gone(const struct cleaning *c, const struct release_file *f)
{
	struct arena scratch = {0};
	bool does = has_trace(&c->traces, bytes_of(&scratch, f));

	arena_free(&scratch);
	return does;
}

/* A file that a page showed which has gone, and that the site has no more; a text that names
 * what has gone; and the other parts of an index of which one has gone. */
static bool must_go_too(struct cleaning *c, struct str path, const struct release_file *f)
{
	struct str name = path_name(path);

	if (map_get(&c->gone, path) || is_same_now(c, path, f))
		return false;
	if (f->class == CLASS_FILE)
		return !map_get(&c->now->files, path) && name.n >= NAME_SHORTEST &&
		       is_in(&c->shown, name);
	if (path_is_of_search(path))
		return true;
	return content_is_text(path) && names_gone(c, f);
}

/* Until nothing more is found: what goes may have been named by something else. */
static void find_more(struct cleaning *c)
{
	const struct map *files = &c->release->files;
	size_t before;

	for (size_t i = 0; i < c->withdrawn->urls.n; i++)
		map_set(&c->traces, c->withdrawn->urls.entries[i].key, c);
	do {
		before = c->gone.n;
		for (size_t i = 0; i < files->n; i++) {
			if (must_go_too(c, files->entries[i].key, files->entries[i].value))
				let_go(c, files->entries[i].key, files->entries[i].value);
		}
	} while (c->gone.n > before);
}

/* What came in the place of the others needs what is called by its content today. */
static void replace_gone(struct cleaning *c)
{
	const struct map *files = &c->release->files, *now = &c->now->files;
	struct map after = {.arena = c->arena};

	for (size_t i = 0; i < files->n; i++) {
		struct str path = files->entries[i].key;
		struct release_file *f =
			map_get(&c->gone, path) ? map_get(now, path) : files->entries[i].value;

		if (f)
			map_set(&after, path, f);
	}
	for (size_t i = 0; i < now->n; i++) {
		if (path_is_fingerprinted(now->entries[i].key))
			map_set(&after, now->entries[i].key, now->entries[i].value);
	}
	c->release->files = after;
}

static bool clean(const struct withdrawn *w, const struct release *now, struct str path,
		  bool *some, struct diag *d)
{
	struct arena scratch = {0};
	struct release r;
	struct cleaning c = {.arena = &scratch,
			     .withdrawn = w,
			     .now = now,
			     .release = &r,
			     .gone = {.arena = &scratch},
			     .shown = {.arena = &scratch},
			     .traces = {.arena = &scratch}};
	bool ok = store_read(&scratch, path, &r, d);

	if (ok)
		find_first(&c);
	if (ok && c.gone.n) {
		find_more(&c);
		replace_gone(&c);
		*some = true;
		ok = file_write(&scratch, path_join(&scratch, path_dir(path), STR(LEFT_FILE)),
				STR(""), d) &&
		     store_write(&scratch, path, &r, d);
	}
	arena_free(&scratch);
	return ok;
}

static struct str left_file(struct arena *a, struct str target)
{
	return path_join(a, store_target_dir(a, target), STR(LEFT_FILE));
}

bool withdrawn_is_left(struct arena *scratch, struct str target)
{
	return file_exists(left_file(scratch, target));
}

bool withdrawn_is_gone(struct arena *scratch, struct str target, struct diag *d)
{
	return file_remove(scratch, left_file(scratch, target),
			   store_target_dir(scratch, target), d);
}

bool withdrawn_forget(const struct withdrawn *w, const struct release *now, bool *some,
		      struct diag *d)
{
	struct arena a = {0};
	struct file_list paths = {0};
	bool ok = store_list(&a, &paths, d);

	*some = false;
	for (size_t i = 0; i < paths.n && ok; i++)
		ok = clean(w, now, paths.paths[i], some, d);
	arena_free(&a);
	return ok;
}
