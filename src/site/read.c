/* Files to pages: each file is read, its front matter checked and loaded, and its
 * text let go. Files are independent of each other, so all cores do it. */
#include "base/path.h"
#include "site/gate.h"
#include "site/internal.h"
#include "site/lint.h"
#include "site/site.h"
#include "site/text_file.h"
#include "viet/fold.h"

struct reading {
	const struct site *site;
	struct page *pages; /* one a file */
	bool *ok;
};

struct parts { /* of one content file */
	struct str front;
	struct pos front_pos;
	size_t body_at;
	uint32_t body_line;
};

static bool is_record(struct str path)
{
	return path_has_extension(path, "md") || path_has_extension(path, "yaml") ||
	       path_has_extension(path, "yml");
}

static bool is_fence(struct str line)
{
	return str_eq_z(line, "---") || str_eq_z(str_trim(line), "---");
}

/* Cut the front matter out of a Markdown file: what stands between its first line,
 * which is ---, and the next such line. */
static bool split_front_matter(const struct source *s, struct str text, struct parts *parts,
			       struct diag *d)
{
	struct str rest, line = str_cut(text, '\n', &rest);
	size_t begin = text.n - rest.n;
	uint32_t n = 1;

	if (!is_fence(line))
		return diag_error(d, (struct pos){s, 1, 1},
				  _("the file must begin with a line --- and its fields "
				    "below it"));
	while (rest.n) {
		size_t at = text.n - rest.n;

		line = str_cut(rest, '\n', &rest);
		n++;
		if (!is_fence(line))
			continue;
		parts->front = (struct str){text.p + begin, at - begin};
		parts->front_pos = (struct pos){s, 2, 1};
		parts->body_at = text.n - rest.n;
		parts->body_line = n + 1;
		return true;
	}
	return diag_error(d, (struct pos){s, 1, 1},
			  _("the fields have no end: a second line --- is missing"));
}

/* A Markdown file has front matter and a body; a YAML file is its fields alone. */
static bool split_file(const struct page *p, struct str text, struct parts *parts,
		       struct diag *d)
{
	if (path_has_extension(p->source.path, "md")) {
		if (!p->kind->has_body)
			return diag_error(d, (struct pos){.source = &p->source},
					  _("this section holds .yaml files, no .md files"));
		return split_front_matter(&p->source, text, parts, d);
	}
	if (p->kind->has_body)
		return diag_error(d, (struct pos){.source = &p->source},
				  _("this section holds .md files, no .yaml files"));
	parts->front = text;
	parts->front_pos = (struct pos){&p->source, 1, 1};
	return true;
}

/* A kind may do without "loai", when its records come from elsewhere. */
static bool check_own_kind(const struct page *p, const struct value *v, struct diag *d)
{
	if (!p->common->kind.n || str_eq_z(p->common->kind, p->kind->code))
		return true;
	return diag_error(d, place_of_field(v, "loai"),
			  _("this section holds \"%s\"; \"loai\" says \"" STR_FMT "\""),
			  p->kind->code, STR_ARG(p->common->kind));
}

static bool check_approver(const struct page *p, const struct value *v, struct diag *d)
{
	if (!p->kind->needs_approver || p->common->state != STATE_APPROVED ||
	    p->common->approver.n)
		return true;
	return diag_error(d, place_of_field(v, "trang_thai"),
			  _("approved content needs \"nguoi_duyet\": who approved it"));
}

/* What the schema cannot say: rules over several fields. */
static bool check_record(const struct page *p, const struct value *v, struct date today,
			 struct diag *d)
{
	bool ok = check_own_kind(p, v, d);

	ok &= check_approver(p, v, d);
	ok &= common_check(p->common, v, today, d);
	if (p->kind->check)
		ok &= p->kind->check(p->data, v, today, d);
	return ok;
}

static enum visibility visibility_of(const struct kind *kind, const struct common *c,
				     struct date now)
{
	if (kind->no_page)
		return PAGE_RECORD;
	switch (c->state) {
	case STATE_DRAFT:
		return PAGE_DRAFT;
	case STATE_WAITING:
		return PAGE_WAITING;
	case STATE_WITHDRAWN:
		return PAGE_WITHDRAWN;
	default:
		break;
	}
	if (c->scheduled && date_cmp(c->published, now) > 0)
		return PAGE_SCHEDULED;
	return PAGE_PUBLISHED;
}

static void fill_page(struct arena *a, struct page *p, struct date now)
{
	const struct kind *kind = p->kind;

	p->title = kind->title ? kind->title(a, p->data) : p->common->title;
	p->summary = kind->summary ? kind->summary(a, p->data) : p->common->summary;
	p->date = kind->date ? kind->date(p->data) : p->common->published;
	p->visibility = visibility_of(kind, p->common, now);
	if (page_is_visible(p) && kind->is_withheld && kind->is_withheld(p->data, now))
		p->visibility = PAGE_WITHHELD;
}

/* What the front matter says of itself, before anything in it is checked. */
static enum visibility claimed_visibility(const struct value *v)
{
	const struct value_entry *state = schema_find(v, "trang_thai");

	if (state && str_eq_z(state->value->text, "nhap"))
		return PAGE_DRAFT;
	return state && str_eq_z(state->value->text, "cho-duyet") ? PAGE_WAITING
								  : PAGE_PUBLISHED;
}

static bool load_page(const struct site *s, struct page *p, struct worker *w)
{
	struct parts parts = {0};
	const struct value *v;
	struct str text;

	if (!text_file_read(&w->scratch, &p->source, &text, &p->file_hash, &w->diag) ||
	    !split_file(p, text, &parts, &w->diag))
		return false;
	v = value_from_yaml(&w->scratch, parts.front_pos, parts.front,
			    parts.body_line ? YAML_FRONT_MATTER_MAX : YAML_FILE_MAX, &w->diag);
	if (!v)
		return false;
	p->visibility = claimed_visibility(v);
	p->data = arena_alloc(&w->keep, 1, p->kind->schema->size, _Alignof(max_align_t));
	p->common = p->data;
	p->body_at = parts.body_at;
	p->body_line = parts.body_line;
	if (!schema_load(&w->keep, p->kind->schema, v, p->data, &w->diag) ||
	    !check_record(p, v, s->now, &w->diag))
		return false;
	fill_page(&w->keep, p, s->now);
	lint_page(p, text, v, w);
	return gate_look(s, p, w);
}

/* The mistakes of a page that is still being written stop nothing but that page. */
static void read_page(void *context, size_t i, struct worker *w)
{
	struct reading *r = context;
	struct page *p = &r->pages[i];
	struct diag_item *mark = w->diag.last;

	r->ok[i] = load_page(r->site, p, w);
	if (!r->ok[i] && !page_is_visible(p))
		diag_soften(&w->diag, mark);
	diag_reading(&w->diag, NULL, STR(""));
}

const struct section *site_section_of(const struct site *s, struct str path)
{
	const struct section *best = NULL;

	path = str_from(path, sizeof("content/") - 1);
	for (size_t i = 0; i < s->n_sections; i++) {
		struct str folder = s->sections[i].setting->folder;

		if (str_starts(path, folder) && path.n > folder.n && path.p[folder.n] == '/' &&
		    (!best || folder.n > best->setting->folder.n))
			best = &s->sections[i];
	}
	return best;
}

/* While the site is being read, its sections are still ours to change. */
static struct section *section_of(struct site *s, struct str path)
{
	const struct section *found = site_section_of(s, path);

	return found ? &s->sections[found - s->sections] : NULL;
}

/* A site without pages would replace the one that is there. */
static bool report_no_content(struct diag *d)
{
	return diag_error(d, diag_file(d, STR("content")),
			  _("there is no folder content here; it holds what the site is made "
			    "from"));
}

/* Two names that look the same, one with its letters composed, one not: nobody could
 * say which one a link means. */
static bool refuse_twin(struct diag *d, struct str path, struct str other)
{
	diag_error(d, diag_file(d, path),
		   _("another file has the same name, its letters put together in another "
		     "way; rename one of the two"));
	diag_note(d, diag_file(d, other), _("the other file is this one"));
	return false;
}

static bool add_file(struct site *s, struct arena *a, struct str *path, struct diag *d)
{
	const struct str *twin = map_set(&s->files, viet_normalize(a, *path), path);

	return !twin || refuse_twin(d, *path, *twin);
}

/* So far with its place only. */
static bool begin_page(struct site *s, struct arena *a, struct str path, struct page *p,
		       struct diag *d)
{
	p->source = (struct source){.path = path, .reread = text_file_show};
	p->section = section_of(s, viet_normalize(a, path));
	if (!p->section)
		return diag_error(d, diag_file(d, path),
				  _("no section in site.yaml has this folder (thu_muc)"));
	p->kind = p->section->kind;
	return true;
}

/* The pages so far: one for each record under content/, then the shared ones. */
struct page_room {
	struct page *pages;
	size_t n, n_own;
};

static struct section *section_of_kind(struct site *s, const struct kind *kind)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		if (s->sections[i].kind == kind)
			return &s->sections[i];
	}
	return NULL;
}

/* The records installed with cchc: of each kind in its list. */
static bool list_shared(struct arena *a, struct str share, struct file_list *lists,
			struct diag *d)
{
	struct str dir = path_join(a, share, STR("content"));
	bool ok = true;

	for (size_t i = 0; i < kinds_count; i++) {
		if (kinds[i]->shared)
			ok &= file_walk(a, path_join(a, dir, str_of(kinds[i]->code)), &lists[i],
					d);
	}
	return ok;
}

/* Once they are all known: pages must not move. */
static void make_room(struct arena *a, const struct file_list *own,
		      const struct file_list *shared, struct page_room *room)
{
	size_t n = own->n;

	for (size_t i = 0; i < kinds_count; i++)
		n += shared[i].n;
	room->pages = arena_array(a, struct page, n + 1);
}

static void add_shared(struct page_room *room, struct section *section,
		       const struct file_list *files)
{
	for (size_t i = 0; i < files->n; i++) {
		if (is_record(files->paths[i]))
			room->pages[room->n++] = (struct page){
				.source = {.path = files->paths[i], .reread = text_file_show},
				.section = section,
				.kind = section->kind,
			};
	}
}

/* The other files of content/ go to s->files. */
static bool list_pages(struct site *s, struct arena *a, struct str share,
		       struct page_room *room, struct diag *d)
{
	struct file_list files = {0};
	struct file_list *shared = arena_array(a, struct file_list, kinds_count);

	if (!file_exists(STR("content")))
		return report_no_content(d);
	if (!file_walk(a, STR("content"), &files, d) || !list_shared(a, share, shared, d))
		return false;
	make_room(a, &files, shared, room);
	s->files.arena = a;
	for (size_t i = 0; i < files.n; i++) {
		if (!internal_check_source(files.paths[i], d))
			continue;
		if (!is_record(files.paths[i]))
			add_file(s, a, &files.paths[i], d);
		else if (begin_page(s, a, files.paths[i], &room->pages[room->n], d))
			room->n++;
	}
	room->n_own = room->n;
	for (size_t i = 0; i < kinds_count; i++)
		add_shared(room, section_of_kind(s, kinds[i]), &shared[i]);
	return true;
}

/* Of kinds that are shared and that site.yaml says nothing of: they have no pages, so
 * they need no address. */
static void add_hidden_sections(struct site *s, struct arena *a)
{
	for (size_t i = 0; i < kinds_count; i++) {
		struct section_setting *setting;

		if (!kinds[i]->shared || section_of_kind(s, kinds[i]))
			continue;
		setting = arena_new(a, struct section_setting);
		setting->code = setting->kind = setting->folder = str_of(kinds[i]->code);
		setting->name = str_of(kinds[i]->name);
		s->sections[s->n_sections++] =
			(struct section){.setting = setting, .kind = kinds[i]};
	}
}

static void add_sections(struct site *s, struct arena *a)
{
	const struct list *settings = &s->config->sections;

	s->sections = arena_array(a, struct section, settings->n + kinds_count);
	s->n_sections = settings->n;
	for (size_t i = 0; i < settings->n; i++) {
		struct section *section = &s->sections[i];

		section->setting = LIST_ITEM(*settings, struct section_setting, i);
		section->kind = kind_find(section->setting->kind);
		section->url = section->setting->path;
		if (section->url.n && !str_ends(section->url, STR("/")))
			section->url = str_fmt(a, STR_FMT "/", STR_ARG(section->url));
	}
	add_hidden_sections(s, a);
}

struct date page_last_change(const struct page *p)
{
	return date_cmp(p->common->updated, p->common->published) > 0 ? p->common->updated
								      : p->common->published;
}

void page_list_add(struct arena *a, struct page_list *list, struct page *page)
{
	list->items = arena_room(a, list->items, list->n, &list->cap, sizeof(struct page *));
	list->items[list->n++] = page;
	if (date_cmp(page_last_change(page), list->changed) > 0)
		list->changed = page_last_change(page);
}

static void keep_page(struct site *s, struct arena *a, struct page *p, bool ok, struct diag *d)
{
	const struct page *twin = NULL;

	if (ok)
		page_list_add(a, &s->pages, p);
	if (ok || !page_is_visible(p))
		twin = map_set(&s->by_path, viet_normalize(a, p->source.path), p);
	if (twin)
		refuse_twin(d, p->source.path, twin->source.path);
}

/* Has the site a record of its own for this one that was installed? Few are shared. */
static bool is_replaced(const struct site *s, const struct page *shared, size_t n_own)
{
	for (size_t i = 0; i < n_own; i++) {
		const struct page *own = s->pages.items[i];

		if (own->kind == shared->kind &&
		    str_eq(own->common->code, shared->common->code))
			return true;
	}
	return false;
}

static void keep_pages(struct site *s, struct arena *a, const struct reading *r,
		       const struct page_room *room, struct diag *d)
{
	size_t n_own;

	s->by_path.arena = a;
	for (size_t i = 0; i < room->n_own; i++)
		keep_page(s, a, &r->pages[i], r->ok[i], d);
	n_own = s->pages.n;
	for (size_t i = room->n_own; i < room->n; i++) {
		if (r->ok[i] && !is_replaced(s, &r->pages[i], n_own))
			keep_page(s, a, &r->pages[i], true, d);
	}
}

struct site *site_read(struct arena *a, struct date now, struct str share, struct crew *crew,
		       struct diag *d)
{
	struct site *s = arena_new(a, struct site);
	struct reading r = {.site = s};
	struct page_room room = {0};

	s->now = now;
	s->n_workers = crew->n;
	s->n_findings = crew->n + 1;
	s->findings = arena_array(a, struct findings, s->n_findings);
	s->findings[crew->n].arena = a;
	s->config = config_read(a, d);
	if (!s->config)
		return s;
	add_sections(s, a);
	if (!list_pages(s, a, share, &room, d))
		return s;
	r.pages = room.pages;
	r.ok = arena_array(a, bool, room.n + 1);
	s->subordinates = subordinates_read(a, s->config, now, crew, d);
	jobs_run(crew, room.n, read_page, &r);
	crew_report(crew, d);
	keep_pages(s, a, &r, &room, d);
	return s;
}

struct page *site_find(const struct site *s, struct str kind_code, struct str code)
{
	for (size_t i = 0; i < kinds_count; i++) {
		if (str_eq_z(kind_code, kinds[i]->code))
			return map_get(&s->by_code[i], code);
	}
	return NULL;
}

bool page_is_visible(const struct page *p)
{
	return p->visibility == PAGE_PUBLISHED || p->visibility == PAGE_WITHDRAWN;
}
