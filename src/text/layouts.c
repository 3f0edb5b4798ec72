#include "base/file.h"
#include "base/path.h"
#include "base/utf8.h"
#include "text/mustache_nodes.h"
#include "viet/fold.h"

struct layouts *layouts_new(struct arena *a)
{
	struct layouts *l = arena_new(a, struct layouts);

	l->arena = a;
	l->templates.arena = a;
	l->output_max = MUSTACHE_OUTPUT_MAX;
	return l;
}

const struct template *layouts_get(const struct layouts *l, struct str name)
{
	return map_get(&l->templates, name);
}

/* ---- adding ---- */

/* A template of that name that is there already is changed in place, so that tags
 * which found it go on finding it. */
static struct template *slot_of(struct layouts *l, struct str name)
{
	struct template *t = map_get(&l->templates, name);

	if (!t) {
		t = arena_new(l->arena, struct template);
		t->name = str_dup(l->arena, name);
		map_set(&l->templates, t->name, t);
	}
	return t;
}

bool layouts_add(struct layouts *l, struct str name, const struct source *source,
		 struct diag *d)
{
	struct template *t;

	if (name.n > MUSTACHE_NAME_MAX)
		return diag_error(d, (struct pos){.source = source},
				  _("the layout's name is too long: %zu bytes, at most %d"),
				  name.n, MUSTACHE_NAME_MAX);
	t = slot_of(l, name);
	t->source = source;
	t->is_trusted = false;
	return template_parse(l->arena, t, d);
}

/* A mark that some editors put at the begin of a file; it would end up in the page. */
static struct str without_bom(struct str text)
{
	return str_starts(text, STR("\xEF\xBB\xBF")) ? str_from(text, 3) : text;
}

static struct pos pos_in(const struct source *source, size_t offset)
{
	struct pos at = {source, 1, 1};

	for (size_t i = 0; i < offset; i++) {
		at.col++;
		if (source->text.p[i] == '\n') {
			at.line++;
			at.col = 1;
		}
	}
	return at;
}

static bool check_utf8(const struct source *source, struct diag *d)
{
	size_t from = 0;

	while (from < source->text.n) {
		bool control;
		size_t bad = from + utf8_find_bad(str_from(source->text, from), &control);

		if (bad >= source->text.n)
			break;
		if (!control)
			return diag_error(d, pos_in(source, bad),
					  _("this byte (\\x%02X) is no UTF-8; save the file "
					    "as UTF-8"),
					  (unsigned)(unsigned char)source->text.p[bad]);
		from = bad + 1;
	}
	return true;
}

static bool load_file(struct layouts *l, struct str dir, struct str path, struct diag *d)
{
	struct source *source = arena_new(l->arena, struct source);

	source->path = path;
	if (!file_read(l->arena, path, MUSTACHE_SOURCE_MAX, &source->text, d))
		return false;
	source->text = without_bom(source->text);
	path = str_from(path, dir.n);
	while (str_starts(path, STR("/")))
		path = str_from(path, 1);
	return check_utf8(source, d) && layouts_add(l, path, source, d);
}

bool layouts_load(struct layouts *l, struct str dir, struct diag *d)
{
	struct file_list files = {0};
	bool good = file_walk(l->arena, dir, &files, d);

	for (size_t i = 0; i < files.n; i++)
		good &= load_file(l, dir, files.paths[i], d);
	return good;
}

void layouts_trust(struct layouts *l)
{
	for (size_t i = 0; i < l->templates.n; i++) {
		struct template *t = l->templates.entries[i].value;

		t->is_trusted = true;
	}
}

const struct template *layouts_next_own(const struct layouts *l, size_t *at)
{
	while (*at < l->templates.n) {
		const struct template *t = l->templates.entries[(*at)++].value;

		if (!t->is_trusted)
			return t;
	}
	return NULL;
}

bool layouts_has_own(const struct layouts *l)
{
	size_t at = 0;

	return layouts_next_own(l, &at) != NULL;
}

struct pos template_place(const struct template *t)
{
	return (struct pos){.source = t->source};
}

/* ---- finding ---- */

/* name with the extension of a file name, in the caller's room; empty when it has none
 * or there is no room. */
static struct str with_extension(struct str name, struct str from, char room[])
{
	struct str extension = path_extension(from);
	size_t n = name.n + 1 + extension.n;

	if (!extension.n || n > MUSTACHE_NAME_MAX)
		return (struct str){0};
	if (name.n)
		memcpy(room, name.p, name.n);
	room[name.n] = '.';
	memcpy(room + name.n + 1, extension.p, extension.n);
	return (struct str){room, n};
}

const struct template *layouts_find(const struct layouts *l, struct str name,
				    const struct template *from)
{
	char room[MUSTACHE_NAME_MAX];
	const struct template *t = layouts_get(l, name);

	return t ? t : layouts_get(l, with_extension(name, from->name, room));
}

/* ---- checking ---- */

/* What a walk over all nodes of all templates needs. */
struct walk {
	const struct layouts *layouts;
	struct diag *diag;
	size_t reported;    /* of this template */
	struct arena arena; /* for the time of the walk */
	struct map places;  /* template name to struct places */
};

/* The blocks of a template, with those of all that it puts in: what can be filled when
 * it is a parent. */
struct places {
	struct map blocks; /* name to node */
	bool all;          /* false: a dynamic name may bring others */
};

typedef void node_fn(struct walk *w, const struct template *t, const struct node *node);

static void each_node(const struct layouts *l, node_fn *fn, struct diag *d)
{
	struct walk w = {.layouts = l, .diag = d};

	w.places.arena = &w.arena;
	for (size_t i = 0; i < l->templates.n; i++) {
		const struct template *t = l->templates.entries[i].value;

		w.reported = 0;
		for (size_t k = 0; k < t->n_nodes && w.reported < TEMPLATE_MISTAKES_MAX; k++)
			fn(&w, t, &t->nodes[k]);
	}
	arena_free(&w.arena);
}

static bool has_link(const struct node *node)
{
	return node->kind == NODE_PARTIAL || node->kind == NODE_PARENT;
}

/* Without the extension, when it is the one that from has. */
static struct str short_name(struct str name, const struct template *from)
{
	struct str extension = path_extension(from->name);

	if (extension.n && str_eq(path_extension(name), extension))
		return str_head(name, name.n - extension.n - 1);
	return name;
}

/* "; did you mean ...?" with the key most like what was written, as a tag of `from` may
 * write it; empty when none is like it. */
static struct str hint_for(struct walk *w, const struct map *m, const struct template *from,
			   struct str written)
{
	struct str closest = {0};
	size_t best = CLOSE_NAME + 1;

	for (size_t i = 0; i < m->n && best; i++) {
		struct str key = short_name(m->entries[i].key, from);
		size_t distance = viet_distance(written, key, CLOSE_NAME);

		if (distance < best) {
			closest = key;
			best = distance;
		}
	}
	if (!closest.n)
		return closest;
	return str_fmt(&w->arena, _("; did you mean \"" STR_FMT "\"?"), STR_ARG(closest));
}

static void check_link(struct walk *w, const struct template *t, const struct node *node)
{
	struct str hint;

	if (!has_link(node) || node->inset->dynamic || layouts_find(w->layouts, node->text, t))
		return;
	w->reported++;
	hint = hint_for(w, &w->layouts->templates, t, node->text);
	diag_error(w->diag, node_pos(t, node), _("there is no layout \"" STR_FMT "\"" STR_FMT),
		   STR_ARG(node->text), STR_ARG(hint));
}

/* Note t's blocks, and the templates that it names as still to be seen. False when
 * there may be others, because of a dynamic name. */
static bool note_places(const struct layouts *l, const struct template *t, struct map *blocks,
			struct map *templates)
{
	bool all = true;

	for (size_t i = 0; i < t->n_nodes; i++) {
		struct node *node = &t->nodes[i];
		const struct template *to = NULL;

		if (node->kind == NODE_BLOCK && node->inset)
			map_set(blocks, node->text, node);
		else if (has_link(node) && node->inset->dynamic)
			all = false;
		else if (has_link(node))
			to = layouts_find(l, node->text, t);
		if (to)
			map_set(templates, to->name, map_get(&l->templates, to->name));
	}
	return all;
}

static struct places *find_places(struct walk *w, const struct template *t)
{
	struct places *places = arena_new(&w->arena, struct places);
	struct map templates = {.arena = &w->arena};

	places->blocks.arena = &w->arena;
	places->all = true;
	map_set(&templates, t->name, map_get(&w->layouts->templates, t->name));
	for (size_t i = 0; i < templates.n; i++)
		places->all &= note_places(w->layouts, templates.entries[i].value,
					   &places->blocks, &templates);
	return places;
}

/* Found once for each template that is somebody's parent. */
static const struct places *places_of(struct walk *w, const struct template *t)
{
	struct places *places = map_get(&w->places, t->name);

	if (!places) {
		places = find_places(w, t);
		map_set(&w->places, t->name, places);
	}
	return places;
}

static void check_filling(struct walk *w, const struct template *t, const struct node *parent,
			  const struct node *filling, const struct map *blocks)
{
	struct str hint;

	if (map_get(blocks, filling->text))
		return;
	w->reported++;
	hint = hint_for(w, blocks, t, filling->text);
	diag_warn(w->diag, node_pos(t, filling),
		  _("this is shown nowhere: \"" STR_FMT "\" has no block \"" STR_FMT
		    "\"" STR_FMT),
		  STR_ARG(parent->text), STR_ARG(filling->text), STR_ARG(hint));
}

static void check_fillings(struct walk *w, const struct template *t, const struct node *parent)
{
	const struct template *to = NULL;
	const struct places *places;

	if (parent->kind == NODE_PARENT && !parent->inset->dynamic)
		to = layouts_find(w->layouts, parent->text, t);
	if (!to || t->is_trusted)
		return;
	places = places_of(w, to);
	for (size_t i = (size_t)(parent - t->nodes) + 1; places->all && i < parent->end;
	     i = t->nodes[i].end) {
		if (t->nodes[i].kind == NODE_BLOCK && w->reported < TEMPLATE_MISTAKES_MAX)
			check_filling(w, t, parent, &t->nodes[i], &places->blocks);
	}
}

static void check_node(struct walk *w, const struct template *t, const struct node *node)
{
	check_link(w, t, node);
	check_fillings(w, t, node);
}

bool layouts_check(const struct layouts *l, struct diag *d)
{
	size_t before = d->errors;

	each_node(l, check_node, d);
	return d->errors == before;
}

static void warn_unanswered(struct walk *w, const struct template *t, const struct node *node)
{
	if (t->is_trusted || !atomic_load_explicit(&node->asked, memory_order_relaxed) ||
	    atomic_load_explicit(&node->answered, memory_order_relaxed))
		return;
	w->reported++;
	diag_warn(w->diag, node_pos(t, node),
		  _("no page has a value for \"" STR_FMT "\": is the name right?"),
		  STR_ARG(node->text));
}

void layouts_warn_unanswered(const struct layouts *l, struct diag *d)
{
	each_node(l, warn_unanswered, d);
}
