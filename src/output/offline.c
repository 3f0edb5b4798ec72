#include "output/offline.h"

#include "base/base64.h"
#include "base/path.h"
#include "base/sha256.h"
#include "kinds/contact.h"
#include "kinds/procedure.h"
#include "output/view.h"
#include "site/english.h"
#include "text/css.h"
#include "text/html.h"

enum {
	VERSION_DIGITS = 16,
};

/* --- which pages --- */

static bool is_in_force(const struct site *s, const struct page *p)
{
	return p->visibility == PAGE_PUBLISHED &&
	       !(p->kind->has_ended && p->kind->has_ended(p->data, s->now));
}

static void choose(struct arena *a, struct offline *o, struct page_list *list, struct page *p,
		   uint32_t rank)
{
	struct offline_file *file;

	if (map_get(&o->ranks, p->url))
		return;
	file = arena_new(a, struct offline_file);
	file->rank = rank;
	map_set(&o->ranks, p->url, file);
	page_list_add(a, list, p);
}

static void choose_procedure(struct arena *a, struct offline *o, struct page *p)
{
	if (o->procedures.n < OFFLINE_PROCEDURES_MAX)
		choose(a, o, &o->procedures, p, (uint32_t)o->procedures.n + 1);
}

static void choose_featured(struct arena *a, struct offline *o, const struct site *s)
{
	const struct list *codes = &s->config->featured;

	for (size_t i = 0; i < codes->n; i++) {
		struct page *p = site_find(s, str_of(procedure_kind.code),
					   *LIST_ITEM(*codes, struct str, i));

		if (p && is_in_force(s, p))
			choose_procedure(a, o, p);
	}
}

static void choose_section(struct arena *a, struct offline *o, const struct site *s,
			   const struct section *section)
{
	for (size_t i = 0; i < section->pages.n; i++) {
		struct page *p = section->pages.items[i];

		if (section->kind == &contact_kind)
			choose(a, o, &o->contacts, p, 0);
		if (section->kind != &procedure_kind || !is_in_force(s, p))
			continue;
		o->n_in_force++;
		choose_procedure(a, o, p);
	}
}

struct offline *offline_choose(struct arena *a, const struct site *s)
{
	struct offline *o = arena_new(a, struct offline);

	o->is_on = s->config->offline;
	o->ranks.arena = a;
	if (!o->is_on)
		return o;
	choose_featured(a, o, s);
	for (size_t i = 0; i < s->n_sections; i++)
		choose_section(a, o, s, &s->sections[i]);
	return o;
}

bool offline_has(const struct offline *o, const struct page *p)
{
	return map_get(&o->ranks, p->url) != NULL;
}

bool offline_has_section(const struct section *section)
{
	return section->kind->has_list &&
	       (section->kind == &procedure_kind || section->kind == &contact_kind);
}

/* --- which outputs --- */

static bool is_way(const struct output *o)
{
	struct str sub = o->sub ? str_of(o->sub->path) : (struct str){0};

	if (!offline_has_section(o->section) || o->number > 1)
		return false;
	if (o->term)
		return strcmp(o->term->taxonomy->def->code, "su-kien-doi-song") == 0;
	return o->kind == OUTPUT_LIST || !sub.n || str_eq_z(sub, "a-z/");
}

static bool is_wanted(const struct offline *offline, const struct output *o)
{
	switch (o->kind) {
	case OUTPUT_HOME:
	case OUTPUT_SEARCH:
	case OUTPUT_RETURN_DATES:
	case OUTPUT_OFFLINE:
		return true;
	case OUTPUT_PAGE:
		return offline_has(offline, o->page);
	case OUTPUT_ENGLISH:
		return o->english->sort != ENGLISH_ORGANISATION;
	case OUTPUT_LIST:
	case OUTPUT_SECTION:
		return o->section && is_way(o);
	case OUTPUT_INDEX:
		return o->is_offline_index;
	default:
		return false;
	}
}

void offline_mark(struct arena *a, const struct offline *offline, struct outputs *all)
{
	for (size_t i = 0; offline->is_on && i < all->n; i++) {
		struct output *o = &all->items[i];
		const struct offline_file *known =
			o->kind == OUTPUT_PAGE ? map_get(&offline->ranks, o->page->url) : NULL;

		if (!is_wanted(offline, o))
			continue;
		o->offline = arena_new(a, struct offline_file);
		o->offline->rank = known ? known->rank : 0;
	}
}

/* --- what is in them --- */

static struct str sum_of(struct arena *a, struct str bytes)
{
	struct buf out = {.arena = a};
	struct sha256 sum;

	sha256_start(&sum);
	sha256_add(&sum, bytes);
	base64_put_padded(&out, sha256_end(a, &sum));
	return buf_str(&out);
}

static size_t end_of_address(struct str html, size_t at)
{
	while (at < html.n && !strchr("\"'<> ,)\\", html.p[at]))
		at++;
	return at;
}

/* Every address of an asset that the page writes, in whatever attribute. */
static void note_assets(struct arena *keep, struct str base, struct offline_file *file,
			struct str html)
{
	struct str folder = str_concat(keep, base, STR(ASSETS_FOLDER), (struct str){0});
	size_t cap = 0;

	for (size_t at = 0; str_find(html, folder, at, &at);) {
		size_t end = end_of_address(html, at);
		struct str url = str_head(str_from(html, at + base.n), end - at - base.n);

		file->assets = arena_room(keep, file->assets, file->n_assets, &cap,
					  sizeof(*file->assets));
		file->assets[file->n_assets++] = str_dup(keep, url);
		at = end;
	}
}

void offline_note(struct arena *keep, const struct site *s, struct output *o, struct str bytes)
{
	o->offline->sum = sum_of(keep, bytes);
	if (o->layout)
		note_assets(keep, s->config->base, o->offline, bytes);
}

/* --- how much of it --- */

void offline_settle(const struct site *s, struct outputs *all, struct diag *d)
{
	uint64_t sizes[OFFLINE_PROCEDURES_MAX + 1] = {0}, bytes;
	size_t rank = 1;

	for (size_t i = 0; i < all->n; i++) {
		if (all->items[i].offline)
			sizes[all->items[i].offline->rank] += all->items[i].bytes;
	}
	for (bytes = sizes[0]; rank <= OFFLINE_PROCEDURES_MAX && sizes[rank] &&
			       bytes + sizes[rank] <= OFFLINE_BYTES_MAX;
	     rank++)
		bytes += sizes[rank];
	for (size_t i = 0; i < all->n; i++) {
		struct offline_file *file = all->items[i].offline;

		if (file)
			file->is_left_out = file->rank >= rank;
	}
	if (rank - 1 < all->offline->n_in_force)
		diag_advise(d, place_of_field(s->config->written, "noi_bat"),
			    _("the copy for visitors without a network holds %zu of %zu "
			      "procedures: at most %d, and %d MB of pages; those of "
			      "\"noi_bat\" come first"),
			    rank - 1, all->offline->n_in_force, OFFLINE_PROCEDURES_MAX,
			    OFFLINE_BYTES_MAX / 1024 / 1024);
}

/* --- the list --- */

struct listing {
	struct arena *arena;
	struct map assets; /* by address, to struct asset */
	struct map listed; /* addresses */
	struct buf out;
};

/* false: it is there already */
static bool list_file(struct listing *l, struct str url, struct str sum)
{
	struct buf address = {.arena = l->arena};

	if (map_set(&l->listed, url, l))
		return false;
	url_put(&address, url);
	buf_add_z(&l->out, l->out.n ? ",\n[" : "[[");
	json_put_string(&l->out, buf_str(&address));
	buf_byte(&l->out, ',');
	json_put_string(&l->out, sum);
	buf_byte(&l->out, ']');
	return true;
}

/* With what a stylesheet takes in, and what that one takes. */
static void list_asset(struct listing *l, struct str url)
{
	const struct asset *asset = map_get(&l->assets, url);
	struct css_address x;
	struct str plain, path;

	if (!asset || !list_file(l, url, str_from(asset->integrity, sizeof("sha256-") - 1)))
		return;
	for (size_t at = 0;
	     path_has_extension(url, "css") && css_next_address(asset->text, &at, &x);) {
		if (url_decode(l->arena, x.url, &plain) &&
		    path_clean(l->arena, path_dir(url), plain, &path))
			list_asset(l, path);
	}
}

static void list_output(struct listing *l, const struct output *o)
{
	list_file(l, o->url, o->offline->sum);
	for (size_t i = 0; i < o->offline->n_assets; i++) {
		struct str url;

		if (url_decode(l->arena, o->offline->assets[i], &url))
			list_asset(l, url);
	}
}

/* The copy's own page comes first: where a server changes what it sends, nothing else is
 * asked for. */
void offline_list(struct arena *a, struct outputs *all)
{
	struct listing l = {a, {.arena = a}, {.arena = a}, {.arena = a}};
	struct offline *o = all->offline;

	for (size_t i = 0; i < all->assets->n; i++) {
		if (all->assets->items[i].url.n)
			map_set(&l.assets, all->assets->items[i].url, &all->assets->items[i]);
	}
	for (size_t i = 0; i < all->n; i++) {
		if (all->items[i].kind == OUTPUT_OFFLINE)
			list_output(&l, &all->items[i]);
	}
	for (size_t i = 0; i < all->n; i++) {
		if (all->items[i].offline && !all->items[i].offline->is_left_out)
			list_output(&l, &all->items[i]);
	}
	buf_add_z(&l.out, "]\n");
	o->list = buf_str(&l.out);
	o->version = str_head(sha256_of(a, o->list), VERSION_DIGITS);
	o->sum = sum_of(a, o->list);
}

/* --- what layouts see --- */

static const struct value *sections(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->n_sections; i++) {
		if (offline_has_section(&w->site->sections[i]))
			value_push(w->arena, list, view_section_link(w, &w->site->sections[i]));
	}
	return list;
}

static bool is_held(const struct viewing *w, const struct page *p)
{
	for (size_t i = 0; i < w->outputs->n; i++) {
		const struct output *o = &w->outputs->items[i];

		if (o->kind == OUTPUT_PAGE && o->page == p)
			return o->offline && !o->offline->is_left_out;
	}
	return false;
}

static const struct value *procedures(const struct viewing *w)
{
	const struct page_list *pages = &w->outputs->offline->procedures;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < pages->n; i++) {
		if (is_held(w, pages->items[i]))
			value_push(w->arena, list, view_titled(w, pages->items[i]));
	}
	return list;
}

/* With the numbers, as a contact's own page has them. */
static const struct value *contacts(const struct viewing *w)
{
	const struct page_list *pages = &w->outputs->offline->contacts;
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < pages->n; i++) {
		const struct page *p = pages->items[i];
		struct derive_context c = view_context(w, p);
		struct value *v = value_map(w->arena);

		view_set(w, v, "tieu_de", view_text(w, p->title));
		view_set(w, v, "url", view_path(w, p->url));
		contact_kind.derive(w->arena, p->data, &c, v);
		value_push(w->arena, list, v);
	}
	return list;
}

void view_set_offline(struct viewing *w, struct value *v)
{
	const struct offline *o = w->outputs->offline;
	struct value *copy = value_map(w->arena);

	if (w->output->kind == OUTPUT_WORKER) {
		view_set(w, copy, "phien_ban", view_text(w, o->version));
		view_set(w, copy, "tong_kiem", view_text(w, o->sum));
		view_set(w, copy, "danh_sach", value_string(w->arena, STR(OFFLINE_LIST)));
	} else {
		view_set(w, v, "tieu_de", view_text(w, STR("Xem khi không có mạng")));
		view_set(w, copy, "chuyen_muc", sections(w));
		view_set(w, copy, "thu_tuc", procedures(w));
		view_set(w, copy, "lien_he", contacts(w));
	}
	view_set(w, v, "ban_luu", copy);
}
