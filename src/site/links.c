/* From a link as an author wrote it to the URL that visitors follow. */
#include "base/path.h"
#include "kinds/media.h"
#include "site/gate.h"
#include "site/mentions.h"
#include "text/html.h"
#include "viet/fold.h"

/* A link as written: path?query#anchor. */
struct link_target {
	struct str path, tail, anchor; /* tail: from '?' or '#' on, as written */
};

static struct link_target split_target(struct str url)
{
	struct link_target t = {.path = url};
	struct str before = str_cut(url, '#', &t.anchor);

	t.path = str_cut(before, '?', &t.tail);
	t.tail = str_from(url, t.path.n);
	return t;
}

/* What may lie beside pages and be published with them. No HTML: it could run a script
 * in the hospital's name. SVG is looked through before (site_inspect_files). */
static bool may_be_published(struct str path)
{
	static const char *const extensions[] = {
		"pdf", "doc", "docx", "xls", "xlsx", "ppt",  "pptx", "odt",  "ods",
		"odp", "csv", "txt",  "zip", "jpg",  "jpeg", "png",  "webp", "gif",
		"svg", "mp3", "m4a",  "wav", "ogg",  "mp4",  "webm", "vtt"};

	for (size_t i = 0; i < COUNT(extensions); i++) {
		if (path_has_extension(path, extensions[i]))
			return true;
	}
	return false;
}

static void add_pending(struct findings *f, struct pending_link link)
{
	f->links = arena_room(f->arena, f->links, f->n_links, &f->cap_links, sizeof(link));
	f->links[f->n_links++] = link;
}

static void add_link_out(const struct link_context *c, struct str url, struct pos at)
{
	struct findings *f = c->findings;

	f->out = arena_room(f->arena, f->out, f->n_out, &f->cap_out, sizeof(*f->out));
	f->out[f->n_out++] = (struct link_out){str_dup(f->arena, url), at, c->page};
}

static void add_file(struct findings *f, struct attached_file file)
{
	f->files = arena_room(f->arena, f->files, f->n_files, &f->cap_files, sizeof(file));
	f->files[f->n_files++] = file;
}

static void put_site_url(const struct link_context *c, struct str url, struct str tail,
			 struct buf *out)
{
	buf_add(out, c->site->config->base);
	url_put(out, url);
	buf_add(out, tail);
}

static bool decode_anchor(const struct link_context *c, struct str anchor, struct str *out)
{
	return url_decode(c->findings->arena, anchor, out);
}

static const char *why_hidden(const struct page *p)
{
	return p->visibility == PAGE_RECORD      ? _("such records have no page of their own")
	       : p->visibility == PAGE_SCHEDULED ? _("it waits for its day")
	       : p->visibility == PAGE_WAITING   ? _("it waits for approval")
						 : _("it is a draft");
}

static bool link_to_page(const struct link_context *c, const struct page *to,
			 const struct link_target *t, struct pos at, struct buf *out,
			 struct diag *d)
{
	struct str anchor;

	if (to->visibility == PAGE_WITHHELD && to != c->page) {
		gate_report(c->site, (struct held){HOLD_WITHHELD, to}, t->path, at, d);
		return true;
	}
	if (to != c->page && !page_is_visible(to))
		return diag_error(d, at,
				  _("the link leads to \"" STR_FMT
				    "\", which is not published: "
				    "%s"),
				  STR_ARG(to->source.path), why_hidden(to));
	if (!decode_anchor(c, t->anchor, &anchor))
		return diag_error(d, at, _("the part behind # is no valid address"));
	if (anchor.n)
		add_pending(c->findings,
			    (struct pending_link){
				    .at = at, .from = c->page, .page = to, .anchor = anchor});
	put_site_url(c, to->url, t->tail, out);
	return true;
}

/* content/tin-bai/anh/x.jpg stands at tin-tuc/anh/x.jpg, whoever links to it. */
struct str site_file_url(struct arena *a, const struct site *s, struct str path)
{
	const struct section *section;

	path = viet_normalize(a, path);
	section = site_section_of(s, path);
	path = str_from(path, sizeof("content/") - 1);
	if (!section)
		return path;
	return str_concat(a, section->url, str_from(path, section->setting->folder.n + 1),
			  (struct str){0});
}

bool site_find_file(const struct site *s, struct arena *scratch, struct str path,
		    struct str *found)
{
	const struct str *file = map_get(&s->files, viet_normalize(scratch, path));

	if (file)
		*found = *file;
	return file != NULL;
}

bool site_place_file(const struct site *s, struct arena *scratch, const struct page *record,
		     struct str written, struct str *found)
{
	struct str path;

	if (path_clean(scratch, path_dir(record->source.path), written, &path) &&
	    site_find_file(s, scratch, path, found))
		return true;
	return path_clean(scratch, STR("content"), written, &path) &&
	       site_find_file(s, scratch, path, found);
}

/* A record's own files are not judged while it is not published: they go nowhere. */
static bool is_held(const struct site *s, const struct page *from, struct str path,
		    struct held *held)
{
	struct arena scratch = {0};

	if (from->kind->own_file && from->visibility != PAGE_PUBLISHED)
		return false;
	*held = gate_file(s, &scratch, path);
	arena_free(&scratch);
	return held->why != HOLD_NOT;
}

bool site_attach(const struct site *s, struct findings *f, const struct page *from,
		 struct str path, struct pos at, struct attached_file *file, struct diag *d)
{
	struct held held;

	if (is_held(s, from, path, &held)) {
		gate_report(s, held, path_name(path), at, d);
		*file = (struct attached_file){0};
		return true;
	}
	if (!may_be_published(path))
		return diag_error(d, at,
				  _("\"" STR_FMT "\" is no sort of file that may be published; "
				    "use PDF, Office, picture, sound or video files"),
				  STR_ARG(path));
	file->path = str_dup(f->arena, path);
	file->url = site_file_url(f->arena, s, file->path);
	if (from->visibility == PAGE_PUBLISHED)
		add_file(f, *file);
	return true;
}

static void advise_record(const struct link_context *c, struct str path, struct pos at,
			  struct diag *d)
{
	if (gate_wants_record(c->site, c->scratch, path))
		rule_report(&c->site->laws, c->site->now, d, at, &media_unrecorded,
			    str_fmt(d->arena,
				    _("the picture \"" STR_FMT
				      "\" has no record in the library; write one, so that who "
				      "is to be seen in it and who agreed is kept"),
				    STR_ARG(path_name(path))));
}

static bool link_to_file(const struct link_context *c, struct str path,
			 const struct link_target *t, bool image, struct pos at,
			 struct buf *out, struct diag *d)
{
	struct attached_file file = {0};

	if (!site_attach(c->site, c->findings, c->page, path, at, &file, d))
		return false;
	if (!file.path.n)
		return true;
	if (image)
		advise_record(c, path, at, d);
	put_site_url(c, file.url, t->tail, out);
	return true;
}

static bool report_nowhere(const struct link_context *c, struct str url, struct str path,
			   struct pos at, struct diag *d)
{
	struct str name = viet_fold(c->scratch, path_stem(path));

	for (size_t i = 0; name.n && i < c->site->by_path.n; i++) {
		struct str other = c->site->by_path.entries[i].key;

		if (str_eq(viet_fold(c->scratch, path_stem(other)), name))
			return diag_error(d, at,
					  _("the link \"" STR_FMT
					    "\" leads nowhere; did you mean "
					    "the file " STR_FMT "?"),
					  STR_ARG(url), STR_ARG(other));
	}
	return diag_error(
		d, at, _("the link \"" STR_FMT "\" leads nowhere: there is no file " STR_FMT),
		STR_ARG(url), STR_ARG(path));
}

static bool left_out_when_gone(const struct link_context *c, struct str path, struct pos at,
			       struct diag *d)
{
	struct held held = gate_file(c->site, c->scratch, path);

	if (held.why != HOLD_WITHHELD)
		return false;
	gate_report(c->site, held, path_name(path), at, d);
	return true;
}

static bool link_relative(const struct link_context *c, struct str url,
			  const struct link_target *t, bool image, struct pos at,
			  struct buf *out, struct diag *d)
{
	struct str decoded, path, file;
	struct page *to;

	if (!url_decode(c->scratch, t->path, &decoded))
		return diag_error(d, at, _("\"" STR_FMT "\" is no valid address"),
				  STR_ARG(url));
	if (!path_clean(c->scratch, path_dir(c->page->source.path), decoded, &path) ||
	    !str_starts(path, STR("content/")))
		return diag_error(d, at, _("the link \"" STR_FMT "\" leads out of content/"),
				  STR_ARG(url));
	to = map_get(&c->site->by_path, viet_normalize(c->scratch, path));
	if (to)
		mentions_add(c->mentioning, to);
	if (to)
		return link_to_page(c, to, t, at, out, d);
	if (site_find_file(c->site, c->scratch, path, &file))
		return link_to_file(c, file, t, image, at, out, d);
	return left_out_when_gone(c, path, at, d) ||
	       report_nowhere(c, url, viet_normalize(c->scratch, path), at, d);
}

static void report_held_link(const struct site *s, struct str to, struct pos at, struct diag *d)
{
	rule_report(&s->laws, s->now, d, at, &media_left_out,
		    str_fmt(d->arena,
			    _("the link \"" STR_FMT "\" is left out: what it leads to must "
			      "not be shown"),
			    STR_ARG(to)));
}

static bool leads_to_held(const struct link_context *c, struct str path, struct pos at,
			  struct diag *d)
{
	struct str base = c->site->config->base;

	if (!str_starts(path, base) || !gate_holds_url(c->site, str_from(path, base.n)))
		return false;
	report_held_link(c->site, path, at, d);
	return true;
}

/* An address with the domain of this site: what leads to our own pages. */
static bool is_held_elsewhere(const struct link_context *c, struct str url, struct pos at,
			      struct diag *d)
{
	struct str domain = c->site->config->domain;

	return domain.n && str_starts(url, domain) &&
	       leads_to_held(c, str_from(url, domain.n), at, d);
}

/* An address on this web site: in the section it must be one of our files, beside
 * it the hospital's other pages are not ours to judge. */
static bool link_absolute(const struct link_context *c, struct str url,
			  const struct link_target *t, struct pos at, struct buf *out,
			  struct diag *d)
{
	struct str base = c->site->config->base;

	if (leads_to_held(c, t->path, at, d))
		return true;
	if (str_starts(t->path, base))
		add_pending(c->findings,
			    (struct pending_link){.at = at,
						  .from = c->page,
						  .url = str_dup(c->findings->arena,
								 str_from(t->path, base.n))});
	url_put(out, url);
	return true;
}

void site_expect_page(const struct site *s, struct findings *f, const struct page *from,
		      struct str url)
{
	if (url.n && !gate_holds_url(s, url))
		add_pending(f, (struct pending_link){.at = {.source = &from->source},
						     .from = from,
						     .url = url});
}

bool site_link(void *context, struct str url, bool image, struct pos at, struct buf *out,
	       struct diag *d)
{
	const struct link_context *c = context;
	struct link_target t = split_target(url);

	if (url_is_external(url)) {
		if (is_held_elsewhere(c, url, at, d))
			return true;
		add_link_out(c, url, at);
		url_put(out, url);
		return true;
	}
	if (!t.path.n && t.tail.n)
		return link_to_page(c, c->page, &t, at, out, d);
	if (str_starts(url, STR("/")))
		return link_absolute(c, url, &t, at, out, d);
	return link_relative(c, url, &t, image, at, out, d);
}

static bool has_heading(const struct page *p, struct str anchor)
{
	for (size_t i = 0; i < p->n_headings; i++) {
		if (str_eq(p->headings[i].id, anchor))
			return true;
	}
	return false;
}

static bool check_pending(const struct pending_link *link,
			  bool (*is_output)(const void *context, struct str url),
			  const void *context, struct diag *d)
{
	if (link->page) {
		if (has_heading(link->page, link->anchor))
			return true;
		return diag_error(d, link->at,
				  _("there is no heading #" STR_FMT " in " STR_FMT),
				  STR_ARG(link->anchor), STR_ARG(link->page->source.path));
	}
	if (is_output(context, link->url))
		return true;
	return diag_error(d, link->at, _("the site has no page \"" STR_FMT "\""),
			  STR_ARG(link->url));
}

struct menu_check {
	const struct site *site;
	bool (*is_output)(const void *context, struct str url);
	const void *context;
	struct diag *diag;
};

static bool check_menu_item(const struct menu_check *m, struct str to, struct pos at)
{
	if (gate_holds_link(m->site, to)) {
		report_held_link(m->site, to, at, m->diag);
		return true;
	}
	if (url_is_external(to) || str_starts(to, STR("/")) || m->is_output(m->context, to))
		return true;
	return diag_error(m->diag, at,
			  _("the menu leads to \"" STR_FMT "\", but the site has no such page"),
			  STR_ARG(to));
}

/* written: the list as it stands in site.yaml. */
static bool check_menu(const struct menu_check *m, const struct list *items,
		       const struct value *written)
{
	bool ok = true;

	for (size_t i = 0; i < items->n; i++) {
		const struct menu_item *item = LIST_ITEM(*items, struct menu_item, i);
		const struct value *at = menu_item_written(written, i);

		ok &= check_menu_item(m, item->to, place_of_field(at, "den"));
		ok &= check_menu(m, &item->below, value_get(at, STR("gom")));
	}
	return ok;
}

static bool check_found(const struct findings *f,
			bool (*is_output)(const void *context, struct str url),
			const void *context, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < f->n_links; i++) {
		struct diag_item *mark = d->last;

		if (check_pending(&f->links[i], is_output, context, d))
			continue;
		if (f->links[i].from->visibility == PAGE_WAITING)
			diag_soften(d, mark);
		else
			ok = false;
	}
	return ok;
}

bool site_check_links(const struct site *s,
		      bool (*is_output)(const void *context, struct str url),
		      const void *context, struct diag *d)
{
	const struct menu_check menu = {s, is_output, context, d};
	const struct value *written = s->config->written;
	bool ok = check_menu(&menu, &s->config->menu, value_get(written, STR("thuc_don")));

	ok &= check_menu(&menu, &s->config->tools, value_get(written, STR("tien_ich")));
	for (size_t i = 0; i < s->n_findings; i++)
		ok &= check_found(&s->findings[i], is_output, context, d);
	return ok;
}
