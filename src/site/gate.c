#include "site/gate.h"

#include "base/path.h"
#include "data/file_facts.h"
#include "kinds/media.h"
#include "text/html.h"
#include "viet/fold.h"

/* What is told of one file. */
struct telling {
	const struct site *site;
	struct str path;
	struct diag *diag;
};

/* A file and the records that call it theirs. */
struct owned_file {
	struct str path;
	const struct page *record; /* the one that withholds it, else the first */
	const struct file_facts *facts;
	bool is_published; /* through one of them */
	bool is_withheld;  /* by one of them */
};

static bool look_into(struct file_ref *file, struct str path, struct worker *w)
{
	struct file_facts *facts = arena_new(&w->keep, struct file_facts);

	if (!file_facts_read(&w->keep, &w->scratch, path, facts, &w->diag))
		return false;
	file->facts = facts;
	file->disk = str_dup(&w->keep, path);
	return true;
}

bool gate_look(const struct site *s, struct page *p, struct worker *w)
{
	struct file_ref *file;
	struct str path;
	bool ok = true;

	if (!p->kind->own_file)
		return true;
	for (size_t i = 0; (file = p->kind->own_file(p->data, i)) != NULL; i++) {
		if (file->path.n && site_place_file(s, &w->scratch, p, file->path, &path))
			ok &= look_into(file, path, w);
	}
	return ok;
}

static void note_owned(struct site *s, struct arena *a, const struct page *p,
		       const struct file_ref *file, struct str path)
{
	struct owned_file *owned;

	path = viet_normalize(a, path);
	owned = map_get(&s->gate.owned, path);
	if (!owned) {
		owned = arena_new(a, struct owned_file);
		*owned = (struct owned_file){.path = path, .record = p, .facts = file->facts};
		map_set(&s->gate.owned, path, owned);
	}
	owned->is_published |= p->visibility == PAGE_PUBLISHED;
	if (p->visibility == PAGE_WITHHELD && !owned->is_withheld) {
		owned->is_withheld = true;
		owned->record = p;
	}
}

/* A file that has been deleted, as who no longer agrees may ask for: a page that still
 * shows it is published without it. */
static void note_gone(struct site *s, struct arena *a, const struct page *p,
		      const struct file_ref *file)
{
	const struct str dirs[] = {path_dir(p->source.path), STR("content")};
	struct str path;

	for (size_t i = 0; i < COUNT(dirs); i++) {
		if (path_clean(a, dirs[i], file->path, &path))
			note_owned(s, a, p, file, path);
	}
}

static void note_owner(struct site *s, struct arena *a, const struct page *p,
		       const struct file_ref *file)
{
	struct str path;

	if (!file->path.n)
		return;
	if (site_place_file(s, a, p, file->path, &path))
		note_owned(s, a, p, file, path);
	else if (p->visibility == PAGE_WITHHELD)
		note_gone(s, a, p, file);
}

static void note_page(struct site *s, struct arena *a, struct page *p)
{
	struct file_ref *file;

	if (!p->kind->own_file)
		return;
	for (size_t i = 0; (file = p->kind->own_file(p->data, i)) != NULL; i++)
		note_owner(s, a, p, file);
	if (p->visibility == PAGE_WITHHELD)
		map_set(&s->gate.urls, p->url, p);
}

static void hold(struct site *s, struct arena *a, const struct owned_file *owned)
{
	struct gate *g = &s->gate;

	map_set(&g->urls, site_file_url(a, s, owned->path), NULL);
	if (!owned->is_withheld)
		return;
	g->withheld = arena_room(a, g->withheld, g->n_withheld, &g->cap_withheld,
				 sizeof(struct owned_file *));
	g->withheld[g->n_withheld++] = owned;
}

static bool lies_among_own_files(const struct site *s, struct str path)
{
	const struct section *section =
		str_starts(path, STR("content/")) ? site_section_of(s, path) : NULL;

	return section && section->kind->own_file;
}

void gate_close(struct site *s, struct arena *a)
{
	s->gate.owned.arena = s->gate.looked.arena = s->gate.urls.arena = a;
	for (size_t i = 0; i < s->pages.n; i++)
		note_page(s, a, s->pages.items[i]);
	for (size_t i = 0; i < s->files.n; i++) {
		struct str path = s->files.entries[i].key;

		if (lies_among_own_files(s, path) && !map_get(&s->gate.owned, path))
			map_set(&s->gate.urls, site_file_url(a, s, path), NULL);
	}
	for (size_t i = 0; i < s->gate.owned.n; i++) {
		const struct owned_file *owned = s->gate.owned.entries[i].value;

		if (owned->is_withheld || !owned->is_published)
			hold(s, a, owned);
	}
}

static bool has_same_bytes(struct arena *scratch, struct str path, uint64_t bytes,
			   const struct owned_file *withheld)
{
	struct diag quiet = {.arena = scratch};
	struct str sum;

	return withheld->facts && withheld->facts->bytes == bytes &&
	       file_digest(scratch, path, &sum, &bytes, &quiet) &&
	       str_eq(sum, withheld->facts->sha256);
}

/* Few are withheld, and hardly a file has the size of one of them. */
static const struct page *copy_of(const struct site *s, struct arena *scratch, struct str path)
{
	uint64_t bytes;

	if (!s->gate.n_withheld || !file_size(path, &bytes))
		return NULL;
	for (size_t i = 0; i < s->gate.n_withheld; i++) {
		if (has_same_bytes(scratch, path, bytes, s->gate.withheld[i]))
			return s->gate.withheld[i]->record;
	}
	return NULL;
}

struct held gate_file(const struct site *s, struct arena *scratch, struct str path)
{
	struct str key = viet_normalize(scratch, path);
	const struct owned_file *owned = map_get(&s->gate.owned, key);
	const struct page *original;

	if (owned && owned->is_withheld)
		return (struct held){HOLD_WITHHELD, owned->record};
	if (owned && !owned->is_published)
		return (struct held){HOLD_UNPUBLISHED, owned->record};
	if (!owned && lies_among_own_files(s, key))
		return (struct held){HOLD_NO_RECORD, NULL};
	original = copy_of(s, scratch, path);
	return (struct held){original ? HOLD_COPY : HOLD_NOT, original};
}

const struct file_facts *gate_facts(const struct site *s, struct str path)
{
	struct owned_file *owned = map_get(&s->gate.owned, path);

	return owned ? owned->facts : map_get(&s->gate.looked, path);
}

bool gate_holds_url(const struct site *s, struct str url)
{
	struct arena scratch = {0};
	struct str rest, path = {0};
	bool held = false;

	if (!s->gate.urls.n)
		return false;
	url = str_cut(str_cut(url, '#', &rest), '?', &rest);
	if (url_decode(&scratch, url, &path))
		path = viet_normalize(&scratch, path);
	if (str_ends(path, STR("index.html")))
		path.n -= sizeof("index.html") - 1;
	for (size_t i = 0; i < s->gate.urls.n && !held; i++) {
		struct str key = s->gate.urls.entries[i].key;

		held = str_eq(path, key) ||
		       (str_ends(key, STR("/")) && str_eq(path, str_head(key, key.n - 1)));
	}
	arena_free(&scratch);
	return held;
}

bool gate_holds_link(const struct site *s, struct str to)
{
	struct str base = s->config->base;

	if (str_starts(to, base))
		to = str_from(to, base.n);
	return !url_is_external(to) && gate_holds_url(s, to);
}

void gate_each_sum(const struct site *s, struct map *sums)
{
	for (size_t i = 0; i < s->gate.n_withheld; i++) {
		const struct file_facts *facts = s->gate.withheld[i]->facts;

		if (facts)
			map_set(sums, facts->sha256, sums);
	}
}

bool gate_wants_record(const struct site *s, struct arena *scratch, struct str path)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		if (s->sections[i].kind->own_file)
			return !map_get(&s->gate.owned, viet_normalize(scratch, path));
	}
	return false;
}

/* The files that pages link to, each once. */
struct attached {
	const struct site *site;
	struct str *paths;
	struct file_facts **facts; /* of each; NULL: it could not be read */
	size_t n;
};

static void tell(void *context, const struct rule *rule, struct str text)
{
	struct telling *t = context;

	rule_report(&t->site->laws, t->site->now, t->diag, diag_file(t->diag, t->path), rule,
		    text);
}

static bool is_looked_through(enum file_type type)
{
	return file_type_is_picture(type) || type == FILE_PDF;
}

static void inspect_file(void *context, size_t i, struct worker *w)
{
	struct attached *a = context;
	struct telling t = {a->site, a->paths[i], &w->diag};
	struct file_facts *facts = arena_new(&w->keep, struct file_facts);
	bool told;

	if (!file_facts_read(&w->keep, &w->scratch, t.path, facts, &w->diag))
		return;
	a->facts[i] = facts;
	told = facts->type == FILE_SVG || path_has_extension(t.path, "svg");
	if (told && (facts->type != FILE_SVG || facts->broken || facts->too_large))
		rule_report(&a->site->laws, a->site->now, &w->diag, diag_file(&w->diag, t.path),
			    &media_active,
			    str_fmt(w->diag.arena,
				    _("the drawing \"" STR_FMT "\" is damaged, or is none"),
				    STR_ARG(path_name(t.path))));
	if (is_looked_through(facts->type))
		media_judge_file(facts, path_name(t.path), a->site->config->organisation->name,
				 tell, &t, w->diag.arena);
}

static void list_attached(const struct site *s, struct arena *scratch, struct attached *a)
{
	struct map seen = {.arena = scratch};

	for (size_t i = 0; i < s->n_findings; i++) {
		const struct findings *f = &s->findings[i];

		for (size_t k = 0; k < f->n_files; k++) {
			struct str key = viet_normalize(scratch, f->files[k].path);

			if (!map_get(&s->gate.owned, key))
				map_set(&seen, key, &f->files[k].path);
		}
	}
	a->paths = arena_array(scratch, struct str, seen.n);
	a->facts = arena_array(scratch, struct file_facts *, seen.n);
	a->n = seen.n;
	for (size_t i = 0; i < seen.n; i++)
		a->paths[i] = *(const struct str *)seen.entries[i].value;
}

static void keep_facts(struct map *looked, const struct attached *a)
{
	for (size_t i = 0; i < a->n; i++) {
		if (a->facts[i])
			map_set(looked, viet_normalize(looked->arena, a->paths[i]),
				a->facts[i]);
	}
}

bool gate_inspect_files(struct site *s, struct crew *crew, struct diag *d)
{
	struct arena scratch = {0};
	struct attached a = {.site = s};
	size_t errors = d->errors;

	list_attached(s, &scratch, &a);
	jobs_run(crew, a.n, inspect_file, &a);
	crew_report(crew, d);
	keep_facts(&s->gate.looked, &a);
	arena_free(&scratch);
	return d->errors == errors;
}

void gate_report(const struct site *s, struct held held, struct str what, struct pos at,
		 struct diag *d)
{
	struct str record = held.record ? held.record->source.path : (struct str){0}, text;

	if (held.why == HOLD_WITHHELD)
		text = str_fmt(d->arena,
			       _("\"" STR_FMT "\" is left out here: " STR_FMT
				 " says that it must not be shown"),
			       STR_ARG(what), STR_ARG(record));
	else if (held.why == HOLD_UNPUBLISHED)
		text = str_fmt(d->arena,
			       _("\"" STR_FMT "\" is left out here: its record " STR_FMT
				 " is not published"),
			       STR_ARG(what), STR_ARG(record));
	else if (held.why == HOLD_COPY)
		text = str_fmt(d->arena,
			       _("\"" STR_FMT "\" is left out here: it is the same file as "
				 "that of " STR_FMT ", which says that it must not be shown"),
			       STR_ARG(what), STR_ARG(record));
	else
		text = str_fmt(d->arena,
			       _("\"" STR_FMT "\" is left out here: it lies in the folder of "
				 "the library, and no record there names it; write one, with "
				 "who is to be seen in it and who agreed"),
			       STR_ARG(what));
	rule_report(&s->laws, s->now, d, at, &media_left_out, text);
}
