#include "output/assets.h"

#include <stdlib.h>

#include "base/base64.h"
#include "base/path.h"
#include "base/sha256.h"
#include "output/icons.h"
#include "site/gate.h"
#include "site/internal.h"
#include "text/css.h"
#include "text/html.h"

struct reading {
	struct arena *arena;
	const struct site *site;
	struct assets *assets;
	struct diag *diag;
};

struct str asset_key(struct arena *a, struct str name)
{
	char *key = arena_array(a, char, name.n + 1);

	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (c >= 'A' && c <= 'Z')
			key[i] = (char)(c + 'a' - 'A');
		else
			key[i] = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '_';
	}
	return (struct str){key, name.n};
}

/* "anh/nen.png" and digits: "tai-nguyen/anh/nen.3f2a9c1b07.png" */
static struct str url_of(struct arena *a, struct str name, struct str hex)
{
	struct str end = path_extension(name);
	struct str stem = end.n ? str_head(name, name.n - end.n - 1) : name;

	return str_fmt(a, ASSETS_FOLDER STR_FMT ".%.*s%s" STR_FMT, STR_ARG(stem),
		       FINGERPRINT_DIGITS, hex.p, end.n ? "." : "", STR_ARG(end));
}

static unsigned hex_digit(char c)
{
	return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

static struct str bytes_of(struct arena *a, struct str hex)
{
	char *bytes = arena_array(a, char, SHA256_BYTES);

	for (size_t i = 0; i < SHA256_BYTES; i++)
		bytes[i] = (char)(hex_digit(hex.p[2 * i]) << 4 | hex_digit(hex.p[2 * i + 1]));
	return (struct str){bytes, SHA256_BYTES};
}

static void name_asset(struct reading *r, struct asset *asset, struct str hex)
{
	struct buf out = {.arena = r->arena};

	buf_add_z(&out, "sha256-");
	base64_put_padded(&out, bytes_of(r->arena, hex));
	asset->integrity = buf_str(&out);
	asset->url = url_of(r->arena, asset->name, hex);
}

static bool is_stylesheet(const struct asset *asset)
{
	return path_has_extension(asset->name, "css");
}

static bool is_held(struct reading *r, const struct asset *asset)
{
	struct held held = gate_file(r->site, r->arena, asset->from);

	if (held.why == HOLD_NOT)
		return false;
	gate_report(r->site, held, path_name(asset->from), diag_file(r->diag, asset->from),
		    r->diag);
	return true;
}

static const struct asset *logo_of(const struct reading *r)
{
	struct str logo = r->site->config->logo;

	return logo.n ? map_get(&r->assets->by_name, logo) : NULL;
}

static bool read_plain(struct reading *r, struct asset *asset)
{
	struct str hex;
	uint64_t bytes;

	if (is_held(r, asset))
		return true;
	if (asset->is_installed)
		asset->text = icon_of_asset(r->arena, r->site, asset, logo_of(r));
	if (asset->text.n) {
		name_asset(r, asset, sha256_of(r->arena, asset->text));
		return true;
	}
	if (!file_digest(r->arena, asset->from, &hex, &bytes, r->diag))
		return false;
	name_asset(r, asset, hex);
	return true;
}

struct stylesheet {
	struct reading *reading;
	struct asset *asset;
	struct str text; /* as it was written */
	struct buf out;
	size_t done; /* bytes of text that are in out */
};

static struct pos place_of(const struct stylesheet *s, const struct css_address *x)
{
	struct source *source = arena_new(s->reading->diag->arena, struct source);

	source->path = s->asset->from;
	return (struct pos){source, css_line(s->text, x->at), 0};
}

/* From the folder of one asset to another one: "../anh/nen.png". Both are below
 * tai-nguyen/. */
static struct str way_to(struct arena *a, struct str from, struct str to)
{
	struct buf out = {.arena = a};
	struct str dir = path_dir(from), rest;

	for (; dir.n; dir = path_dir(dir)) {
		if (str_starts(to, dir) && to.n > dir.n && to.p[dir.n] == '/')
			break;
		buf_add_z(&out, "../");
	}
	rest = dir.n ? str_from(to, dir.n + 1) : to;
	url_put(&out, rest);
	return buf_str(&out);
}

static bool read_stylesheet(struct reading *r, struct asset *asset);

static bool write_address(struct stylesheet *s, const struct css_address *x)
{
	struct arena *a = s->reading->arena;
	struct str tail, plain, path, name = str_cut(x->url, '#', &tail);
	struct str folder = STR(ASSETS_FOLDER);
	struct asset *to;

	if (!url_decode(a, name, &plain) ||
	    !path_clean(a, path_dir(s->asset->name), plain, &path))
		path = plain = (struct str){0};
	to = path.n ? map_get(&s->reading->assets->by_name, path) : NULL;
	if (!to)
		return diag_error(s->reading->diag, place_of(s, x),
				  _("the stylesheet takes \"" STR_FMT
				    "\", but there is no such file below assets/"),
				  STR_ARG(x->url));
	if (to->is_open)
		return diag_error(
			s->reading->diag, place_of(s, x),
			_("the stylesheet takes in \"" STR_FMT "\", which takes it in itself"),
			STR_ARG(x->url));
	if (is_stylesheet(to) && !to->url.n && !read_stylesheet(s->reading, to))
		return false;
	if (!to->url.n) /* held back, and said so */
		return true;
	buf_add(&s->out, str_head(str_from(s->text, s->done), x->at - s->done));
	buf_add(&s->out, way_to(a, s->asset->name, str_from(to->url, folder.n)));
	s->done = x->at + name.n;
	return true;
}

/* What is within the stylesheet (data:) or the page (#...) needs no file. */
static bool take_address(struct stylesheet *s, const struct css_address *x)
{
	if (!x->url.n || x->url.p[0] == '#' || str_starts(x->url, STR("data:")))
		return true;
	if (url_is_external(x->url))
		return diag_error(s->reading->diag, place_of(s, x),
				  _("the stylesheet takes \"" STR_FMT
				    "\" from another site, which would learn of every reader; "
				    "put the file into assets/ and write its name there"),
				  STR_ARG(x->url));
	return write_address(s, x);
}

static bool write_addresses(struct stylesheet *s)
{
	struct css_address x;
	bool ok = true;

	for (size_t at = 0; css_next_address(s->text, &at, &x);)
		ok &= take_address(s, &x);
	buf_add(&s->out, str_from(s->text, s->done));
	if (str_eq_z(s->asset->name, "site.css"))
		buf_add(&s->out, theme_css(s->reading->arena, s->reading->site->config->theme));
	return ok;
}

static bool read_stylesheet(struct reading *r, struct asset *asset)
{
	struct stylesheet s = {.reading = r, .asset = asset, .out = {.arena = r->arena}};
	bool ok;

	if (asset->url.n || is_held(r, asset))
		return true;
	if (!file_read(r->arena, asset->from, STYLESHEET_MAX, &s.text, r->diag))
		return false;
	asset->is_open = true;
	ok = write_addresses(&s);
	asset->is_open = false;
	asset->text = buf_str(&s.out);
	name_asset(r, asset, sha256_of(r->arena, asset->text));
	return ok;
}

static void add_assets(struct reading *r, const struct file_list *files, size_t dir,
		       bool is_installed)
{
	struct assets *x = r->assets;

	for (size_t i = 0; i < files->n; i++) {
		struct str name = str_from(files->paths[i], dir + 1);

		if (map_get(&x->by_name, name))
			continue;
		x->items[x->n] = (struct asset){
			.name = name, .from = files->paths[i], .is_installed = is_installed};
		map_set(&x->by_name, name, &x->items[x->n]);
		x->n++;
	}
}

static int compare_assets(const void *a, const void *b)
{
	return str_cmp(((const struct asset *)a)->name, ((const struct asset *)b)->name);
}

static void sort_assets(struct arena *a, struct assets *x)
{
	qsort(x->items, x->n, sizeof(struct asset), compare_assets);
	x->by_name = (struct map){.arena = a};
	for (size_t i = 0; i < x->n; i++)
		map_set(&x->by_name, x->items[i].name, &x->items[i]);
}

static bool find_assets(struct reading *r, struct str share)
{
	struct file_list own = {0}, installed = {0};
	struct str folder = STR("assets");
	struct str there = path_join(r->arena, share, folder);
	bool ok = true;

	if (!file_walk(r->arena, folder, &own, r->diag) ||
	    !file_walk(r->arena, there, &installed, r->diag))
		return false;
	if (own.n + installed.n > ASSETS_MAX)
		return diag_error(r->diag, diag_file(r->diag, folder),
				  _("there are more than %d files below assets/; what belongs "
				    "to a page lies beside it, below content/"),
				  ASSETS_MAX);
	for (size_t i = 0; i < own.n; i++)
		ok &= internal_check_source(own.paths[i], r->diag);
	r->assets->items = arena_array(r->arena, struct asset, own.n + installed.n + 1);
	add_assets(r, &own, folder.n, false);
	add_assets(r, &installed, there.n, true);
	sort_assets(r->arena, r->assets);
	return ok;
}

struct assets *assets_read(struct arena *a, const struct site *s, struct str share,
			   struct diag *d)
{
	struct reading r = {a, s, arena_new(a, struct assets), d};
	bool ok = true;

	r.assets->by_name.arena = a;
	if (!find_assets(&r, share))
		return NULL;
	for (size_t i = 0; i < r.assets->n; i++) {
		if (!is_stylesheet(&r.assets->items[i]))
			ok &= read_plain(&r, &r.assets->items[i]);
	}
	for (size_t i = 0; i < r.assets->n; i++) {
		if (is_stylesheet(&r.assets->items[i]))
			ok &= read_stylesheet(&r, &r.assets->items[i]);
	}
	return ok ? r.assets : NULL;
}
