#include "site/pictures.h"

#include "base/path.h"
#include "site/gate.h"
#include "text/html.h"
#include "viet/fold.h"

#define CACHE_DIR ".cchc/anh"

enum {
	SMALL_FILE = 12 * 1000, /* bytes: less is not worth several files */
	NAME_LENGTH = 16,       /* digits of the hash in an address */
};

/* What is wanted of every picture, as far as it has the pixels. */
static const struct {
	enum picture_format format;
	uint32_t width;
	size_t bytes_max;
} sizes[] = {
	{PICTURE_WEBP, 400, 30 * 1000},
	{PICTURE_WEBP, PICTURE_PHONE, PICTURE_PHONE_BYTES},
	{PICTURE_WEBP, 1200, 120 * 1000},
	{PICTURE_WEBP, PICTURE_WIDTH_MAX, 200 * 1000},
	{PICTURE_JPEG, PICTURE_PHONE, 100 * 1000},
};

enum {
	CLEAN_BYTES_MAX = 400 * 1000,
};

static const char *const extensions[] = {
	[PICTURE_JPEG] = "jpg", [PICTURE_PNG] = "png", [PICTURE_WEBP] = "webp"};

struct making {
	struct site *site;
	struct site_picture *items;
	size_t n;
	bool make;
};

/* One picture at work. */
struct work {
	struct site_picture *picture;
	const struct file_facts *facts;
	struct str dir; /* its folder in the cache */
	struct picture_want wants[PICTURE_VARIANTS + 1];
	struct str disks[PICTURE_VARIANTS + 1];
	size_t n; /* the first is the clean one */
	struct worker *worker;
};

static bool may_be_picture(struct str path)
{
	return path_has_extension(path, "jpg") || path_has_extension(path, "jpeg") ||
	       path_has_extension(path, "png") || path_has_extension(path, "webp");
}

static enum picture_format own_format(const struct file_facts *facts)
{
	return facts->type == FILE_PNG    ? PICTURE_PNG
	       : facts->type == FILE_WEBP ? PICTURE_WEBP
					  : PICTURE_JPEG;
}

static void want(struct work *w, struct picture_want wanted, const char *name)
{
	struct str file = str_fmt(&w->worker->scratch, "%s%u.%s", name, wanted.width,
				  extensions[wanted.format]);

	w->wants[w->n] = wanted;
	w->disks[w->n++] = path_join(&w->worker->scratch, w->dir, file);
}

static void want_sizes(struct work *w)
{
	uint32_t full = picture_width(w->facts);
	uint32_t most = full < PICTURE_WIDTH_MAX ? full : PICTURE_WIDTH_MAX;

	w->dir = str_fmt(&w->worker->scratch, CACHE_DIR "/" STR_FMT "-%d",
			 STR_ARG(w->facts->sha256), PICTURE_MADE);
	want(w, (struct picture_want){own_format(w->facts), most, CLEAN_BYTES_MAX}, "goc-");
	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct picture_want wanted = {sizes[i].format, sizes[i].width,
					      sizes[i].bytes_max};

		if (wanted.width >= most && wanted.format == PICTURE_WEBP) {
			wanted.width = most;
			want(w, wanted, "");
			/* The widest there is: those behind it would be the same. */
			while (i + 1 < COUNT(sizes) && sizes[i + 1].format == PICTURE_WEBP)
				i++;
		} else if (wanted.width < most &&
			   (wanted.format == PICTURE_WEBP || w->facts->type == FILE_JPEG)) {
			want(w, wanted, "");
		}
	}
}

static bool is_made(const struct work *w)
{
	uint64_t bytes;

	for (size_t i = 0; i < w->n; i++) {
		if (!file_size(w->disks[i], &bytes))
			return false;
	}
	return true;
}

static bool put(const struct work *w, size_t i, struct str bytes)
{
	struct worker *worker = w->worker;
	struct str beside =
		str_fmt(&worker->scratch, STR_FMT ".%zu", STR_ARG(w->disks[i]), worker->number);

	return file_write(&worker->scratch, beside, bytes, &worker->diag) &&
	       file_rename(&worker->scratch, beside, w->disks[i], &worker->diag);
}

static bool tell_left(const struct work *w, const char *why)
{
	struct diag *d = &w->worker->diag;

	diag_warn(d, diag_file(d, w->picture->path),
		  _("the picture is shown as it is, without smaller sizes: %s"), why);
	return false;
}

/* Where nothing need be made smaller or turned, the pixels stay as they are. */
static struct str clean_bytes(const struct work *w, struct str bytes, struct str made)
{
	struct str stripped = picture_strip(&w->worker->scratch, bytes, w->facts);

	if (w->facts->orientation <= 1 && w->facts->type != FILE_WEBP &&
	    w->facts->width <= PICTURE_WIDTH_MAX && stripped.n <= CLEAN_BYTES_MAX)
		return stripped;
	return made;
}

/* False also when the picture gives none, which has been told. */
static bool make(struct work *w)
{
	struct worker *worker = w->worker;
	struct str bytes, made[PICTURE_VARIANTS + 1];
	const char *why;
	bool ok = true;

	if (!file_read(&worker->scratch, w->picture->path, FACTS_WHOLE_MAX, &bytes,
		       &worker->diag))
		return false;
	why = picture_make(&worker->scratch, bytes, w->facts, w->wants, w->n, made);
	if (why)
		return tell_left(w, why);
	made[0] = clean_bytes(w, bytes, made[0]);
	for (size_t i = 0; i < w->n && ok; i++)
		ok = put(w, i, made[i]);
	return ok;
}

static struct str address(const struct work *w, size_t i)
{
	return str_fmt(&w->worker->keep, "anh/" STR_FMT "-%u.%s",
		       STR_ARG(str_head(w->facts->sha256, NAME_LENGTH)), w->wants[i].width,
		       extensions[w->wants[i].format]);
}

static struct picture_variant variant_of(const struct work *w, size_t i)
{
	struct picture_variant v = {.format = w->wants[i].format, .width = w->wants[i].width};

	if (!file_size(w->disks[i], &v.bytes))
		v.bytes = UINT64_MAX;
	v.disk = str_dup(&w->worker->keep, w->disks[i]);
	v.url = address(w, i);
	return v;
}

/* Is there one of its format that shows more with no more bytes? Drawings without loss may
 * grow when they are made smaller. */
static bool is_beaten(const struct work *w, const struct picture_variant *v, uint64_t clean)
{
	uint64_t bytes;

	for (size_t i = 1; i < w->n; i++) {
		if (w->wants[i].format == v->format && w->wants[i].width > v->width &&
		    file_size(w->disks[i], &bytes) && bytes <= v->bytes)
			return true;
	}
	return v->bytes >= clean;
}

static void offer(struct work *w)
{
	struct site_picture *p = w->picture;
	uint64_t clean = 0;

	p->clean = str_dup(&w->worker->keep, w->disks[0]);
	if (!file_size(p->clean, &clean))
		return;
	for (size_t i = 1; i < w->n; i++) {
		struct picture_variant v = variant_of(w, i);

		if (!is_beaten(w, &v, clean))
			p->variants[p->n++] = v;
	}
}

static void set_size(struct work *w)
{
	uint32_t full = picture_width(w->facts), height = picture_height(w->facts);

	w->picture->width = full < PICTURE_WIDTH_MAX ? full : PICTURE_WIDTH_MAX;
	w->picture->height =
		full ? (uint32_t)(((uint64_t)height * w->picture->width + full / 2) / full) : 0;
}

static void prepare(void *context, size_t i, struct worker *worker)
{
	const struct making *m = context;
	struct work w = {.picture = &m->items[i], .worker = worker};

	w.facts = gate_facts(m->site, viet_normalize(&worker->scratch, w.picture->path));
	if (worker->diag.failed_machine || !w.facts)
		return;
	if (w.facts->too_large) {
		tell_left(&w, _("its file is too large to be looked through"));
		return;
	}
	if (w.facts->type != FILE_JPEG && w.facts->type != FILE_PNG &&
	    w.facts->type != FILE_WEBP)
		return;
	set_size(&w);
	if (w.facts->bytes < SMALL_FILE && w.facts->width <= PICTURE_WIDTH_MAX)
		return;
	want_sizes(&w);
	if (is_made(&w) || (m->make && picture_can() && make(&w)))
		offer(&w);
}

static void list_pictures(struct making *m, struct arena *a)
{
	struct map seen = {.arena = a};
	const struct site *s = m->site;

	for (size_t i = 0; i < s->n_findings; i++) {
		const struct findings *f = &s->findings[i];

		for (size_t k = 0; k < f->n_files; k++) {
			if (may_be_picture(f->files[k].path) &&
			    gate_file(s, a, f->files[k].path).why == HOLD_NOT)
				map_set(&seen, f->files[k].path, &f->files[k]);
		}
	}
	m->items = arena_array(a, struct site_picture, seen.n + 1);
	m->n = seen.n;
	for (size_t i = 0; i < seen.n; i++) {
		const struct attached_file *file = seen.entries[i].value;

		m->items[i] = (struct site_picture){.path = file->path, .url = file->url};
	}
}

static void index_pictures(struct making *m, struct arena *a)
{
	struct site *s = m->site;

	s->pictures = (struct map){.arena = a};
	s->picture_files = (struct map){.arena = a};
	for (size_t i = 0; i < m->n; i++) {
		struct buf url = {.arena = a}, written = {.arena = a};

		buf_add(&url, s->config->base);
		url_put(&url, m->items[i].url);
		html_escape(&written, buf_str(&url));
		map_set(&s->pictures, buf_str(&written), &m->items[i]);
		map_set(&s->picture_files, m->items[i].path, &m->items[i]);
	}
}

/* What no page shows any more: it may have been withdrawn. Each picture has a folder; a file
 * beside them, as file managers leave there, is not ours. */
static bool drop_unused(const struct making *m, struct arena *a, struct diag *d)
{
	struct map used = {.arena = a};
	struct file_list files = {0};

	if (!file_is_dir(STR(CACHE_DIR)))
		return true;
	if (!file_walk(a, STR(CACHE_DIR), &files, d))
		return false;
	map_set(&used, STR(CACHE_DIR), &used);
	for (size_t i = 0; i < m->n; i++)
		map_set(&used, path_dir(m->items[i].clean), &used);
	for (size_t i = 0; i < files.n; i++) {
		struct str dir = path_dir(files.paths[i]);

		if (!map_set(&used, dir, &used) && !file_remove_tree(a, dir, d))
			return false;
	}
	return true;
}

bool site_make_pictures(struct site *s, struct arena *a, struct crew *crew, bool make,
			struct diag *d)
{
	struct making m = {.site = s, .make = make};

	list_pictures(&m, a);
	if (m.n && make && !picture_can())
		diag_advise(d, (struct pos){0},
			    _("cchc was built without the libraries for pictures: each of %zu "
			      "pictures stays in one size, with what its camera wrote into it"),
			    m.n);
	jobs_run(crew, m.n, prepare, &m);
	crew_report(crew, d);
	index_pictures(&m, a);
	return !d->failed_machine && (!make || drop_unused(&m, a, d));
}

const struct site_picture *site_picture(const struct site *s, struct str address)
{
	return map_get(&s->pictures, address);
}

const struct site_picture *site_picture_of_file(const struct site *s, struct str path)
{
	return map_get(&s->picture_files, path);
}
