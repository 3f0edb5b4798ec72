#include "site/refs.h"

#include "base/path.h"
#include "kinds/media.h"
#include "site/gate.h"
#include "text/html.h"
#include "viet/fold.h"

enum {
	SUGGEST_WITHIN = 3, /* changes between what was written and what is suggested */
};

struct resolving {
	struct site *site;
	struct arena *arena;
	struct diag *diag;
	struct page *page; /* whose references are looked at */
	struct findings *findings;
	bool ok;
};

static bool has_section_of(const struct site *s, const char *kind)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		if (strcmp(s->sections[i].kind->code, kind) == 0)
			return true;
	}
	return false;
}

/* The code that is most like the one written, or an empty one. */
static struct str nearest_code(const struct site *s, const char *kind, struct str code)
{
	size_t best = SUGGEST_WITHIN + 1;
	struct str found = {0};

	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		size_t distance;

		if (strcmp(p->kind->code, kind) != 0)
			continue;
		distance = viet_distance(code, p->common->code, SUGGEST_WITHIN);
		if (distance < best) {
			best = distance;
			found = p->common->code;
		}
	}
	return found;
}

static bool report_missing(struct resolving *r, const struct field *f, const struct ref *ref)
{
	struct str near;

	if (!has_section_of(r->site, f->ref_kind))
		return diag_error(r->diag, ref->pos,
				  _("\"%s\" names \"" STR_FMT
				    "\", but the site has no section of "
				    "kind %s"),
				  f->key, STR_ARG(ref->code), f->ref_kind);
	near = nearest_code(r->site, f->ref_kind, ref->code);
	if (near.n)
		return diag_error(r->diag, ref->pos,
				  _("\"%s\": there is no %s with the code \"" STR_FMT
				    "\"; did you mean \"" STR_FMT "\"?"),
				  f->key, f->ref_kind, STR_ARG(ref->code), STR_ARG(near));
	return diag_error(r->diag, ref->pos,
			  _("\"%s\": there is no %s with the code \"" STR_FMT "\""), f->key,
			  f->ref_kind, STR_ARG(ref->code));
}

static void add_referrer(struct resolving *r, struct page *target)
{
	struct page_list *list = &target->referrers;

	const struct kind *to = target->kind, *from = r->page->kind;

	if (!to->has_backlinks || (to->takes_backlink && !to->takes_backlink(from)))
		return;
	if (list->n && list->items[list->n - 1] == r->page)
		return;
	page_list_add(r->arena, list, r->page);
}

/* Channels are no records: they stand in site.yaml. */
static bool check_channel(const struct resolving *r, const struct field *f,
			  const struct ref *ref)
{
	struct buf codes = {.arena = r->diag->arena};
	const struct list *channels = &r->site->config->channels;

	if (config_channel(r->site->config, ref->code))
		return true;
	for (size_t i = 0; i < channels->n; i++) {
		buf_add_z(&codes, i ? ", " : "");
		buf_add(&codes, LIST_ITEM(*channels, struct channel, i)->code);
	}
	return diag_error(r->diag, ref->pos,
			  _("\"%s\": site.yaml has no channel \"" STR_FMT
			    "\"; its channels are: " STR_FMT),
			  f->key, STR_ARG(ref->code), STR_ARG(buf_str(&codes)));
}

/* What must not be seen, or not yet, is as if nobody had named it. */
static bool leave_out(struct resolving *r, const struct field *f, struct ref *ref,
		      const struct page *target)
{
	if (!target->kind->own_file || target->visibility == PAGE_PUBLISHED)
		return false;
	if (target != r->page)
		rule_report(
			&r->site->laws, r->site->now, r->diag, ref->pos, &media_left_out,
			str_fmt(r->diag->arena,
				target->visibility == PAGE_WITHHELD
					? _("\"%s\" names \"" STR_FMT
					    "\", which must not be shown: it is left out here")
					: _("\"%s\" names \"" STR_FMT
					    "\", which is not published: it is left out "
					    "here"),
				f->key, STR_ARG(ref->code)));
	ref->to = NULL;
	return true;
}

static void resolve_ref(struct resolving *r, const struct field *f, struct ref *ref)
{
	struct page *target;

	if (!ref->code.n)
		return;
	if (strcmp(f->ref_kind, CHANNEL_KIND) == 0) {
		r->ok &= check_channel(r, f, ref);
		return;
	}
	target = site_find(r->site, str_of(f->ref_kind), ref->code);
	ref->to = target;
	if (!target) {
		r->ok &= report_missing(r, f, ref);
		return;
	}
	if (leave_out(r, f, ref, target))
		return;
	add_referrer(r, target);
	if (r->page->visibility == PAGE_PUBLISHED && !page_is_visible(target) &&
	    target->visibility != PAGE_RECORD)
		diag_warn(r->diag, ref->pos,
			  _("\"%s\" names \"" STR_FMT "\", which is not published: visitors "
			    "see its name, without a link"),
			  f->key, STR_ARG(ref->code));
}

static bool report_no_file(struct resolving *r, const struct file_ref *file)
{
	return diag_error(r->diag, file->pos,
			  _("there is no file \"" STR_FMT "\" beside this one"),
			  STR_ARG(file->path));
}

/* The file must be there: beside the record or below its folder, or else as a path that
 * begins in content/. */
static bool find_file(struct resolving *r, struct file_ref *file)
{
	struct attached_file found;
	struct buf url = {.arena = r->arena};
	struct str path;

	if (!site_place_file(r->site, r->arena, r->page, file->path, &path) ||
	    !file_size(path, &file->bytes))
		return report_no_file(r, file);
	file->disk = path;
	if (!site_attach(r->site, r->findings, r->page, path, file->pos, &found, r->diag))
		return false;
	if (!found.path.n) {
		file->path = (struct str){0};
		return true;
	}
	buf_add(&url, r->site->config->base);
	url_put(&url, found.url);
	file->url = buf_str(&url);
	return true;
}

static void resolve_file(struct resolving *r, struct file_ref *file)
{
	if (file->path.n && !find_file(r, file))
		r->ok = false;
}

static void resolve_struct(struct resolving *r, const struct schema *s, char *data);

static void resolve_item(struct resolving *r, const struct field *f, void *item)
{
	if (f->type == FIELD_REF)
		resolve_ref(r, f, item);
	else if (f->type == FIELD_FILE)
		resolve_file(r, item);
	else
		resolve_struct(r, f->map, item);
}

/* References that were left out leave no gap in a list. */
static void close_gaps(struct list *list)
{
	struct ref *refs = list->items;
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		if (refs[i].to || !refs[i].code.n)
			refs[n++] = refs[i];
	}
	list->n = n;
}

static void resolve_list(struct resolving *r, const struct field *f, struct list *list)
{
	size_t size = f->type == FIELD_REF    ? sizeof(struct ref)
		      : f->type == FIELD_FILE ? sizeof(struct file_ref)
					      : f->map->size;

	for (size_t i = 0; i < list->n; i++)
		resolve_item(r, f, (char *)list->items + i * size);
	if (f->type == FIELD_REF && r->ok && strcmp(f->ref_kind, CHANNEL_KIND) != 0)
		close_gaps(list);
}

static void resolve_field(struct resolving *r, const struct field *f, char *member)
{
	if (f->type != FIELD_REF && f->type != FIELD_FILE && f->type != FIELD_MAP)
		return;
	if (f->flags & FIELD_MANY)
		resolve_list(r, f, (struct list *)(void *)member);
	else if (f->type != FIELD_MAP)
		resolve_item(r, f, member);
	else if (*(char **)(void *)member)
		resolve_struct(r, f->map, *(char **)(void *)member);
}

static void resolve_struct(struct resolving *r, const struct schema *s, char *data)
{
	if (s->parent)
		resolve_struct(r, s->parent, data);
	for (const struct field *f = s->fields; f->key; f++)
		resolve_field(r, f, data + f->offset);
}

/* Two steps against one, so that a circle is met. */
static const struct page *above(const struct page *p)
{
	const struct ref *parent = p && p->kind->parent ? p->kind->parent(p->data) : NULL;

	return parent ? parent->to : NULL;
}

static bool check_chain(const struct page *p, struct diag *d)
{
	const struct page *slow = p, *fast = above(p);

	while (fast && fast != slow) {
		slow = above(slow);
		fast = above(above(fast));
	}
	if (!fast)
		return true;
	return diag_error(d, p->kind->parent(p->data)->pos,
			  _("\"" STR_FMT "\" stands above itself: the chain of records above "
			    "each other is a circle"),
			  STR_ARG(p->common->code));
}

static void resolve_page(struct resolving *r, struct page *page)
{
	struct diag_item *mark = r->diag->last;
	bool ok = r->ok;

	r->page = page;
	resolve_struct(r, page->kind->schema, page->data);
	if (page->kind->leads_to && page->visibility == PAGE_PUBLISHED)
		site_expect_page(r->site, r->findings, page,
				 page->kind->leads_to(r->arena, page->data));
	if (page->visibility == PAGE_DRAFT || page->visibility == PAGE_WAITING ||
	    page->visibility == PAGE_WITHHELD) {
		diag_soften(r->diag, mark);
		r->ok = ok;
	}
}

bool refs_resolve(struct site *s, struct arena *a, struct diag *d)
{
	struct resolving r = {.site = s, .arena = a, .diag = d, .ok = true};

	r.findings = &s->findings[s->n_workers];
	for (size_t i = 0; i < s->pages.n; i++)
		resolve_page(&r, s->pages.items[i]);
	for (size_t i = 0; r.ok && i < s->pages.n; i++) {
		if (s->pages.items[i]->kind->parent)
			r.ok &= check_chain(s->pages.items[i], d);
	}
	return r.ok;
}
