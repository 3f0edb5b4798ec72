/*
 * One loop over nodes and no recursion: what a template within a template needs to go
 * back to stands in a small array, so that the depth of layouts has nothing to do with
 * the C stack.
 */
#include "text/mustache_nodes.h"

/* What the blocks of a parent are filled with: those that a PARENT node holds, then
 * what the template of that node was filled with itself. */
struct fillings {
	const struct fillings *outer;
	const struct template *template; /* of that node */
	struct node *parent;
};

/* A section whose items are gone through. */
struct loop {
	const struct value *list; /* NULL: there is only one item */
	uint32_t i;
};

/* Where to go on behind a partial, a parent, or the filling of a block. */
struct call {
	const struct template *template;
	const struct node *node; /* that was called from */
	struct node *next;
	const struct fillings *fillings;
	struct fillings own; /* of a parent: what is in force within it */
	size_t indent_from, indents_n;
	bool begun;
};

struct renderer {
	const struct layouts *layouts;
	const struct template *template; /* that holds next */
	struct node *next;               /* NULL: done */
	const struct fillings *fillings; /* in force here; innermost first */
	struct loop loops[MUSTACHE_DEPTH_MAX];
	size_t n_loops;
	struct call calls[MUSTACHE_DEPTH_MAX];
	size_t n_calls;
	const struct value **views; /* the context stack */
	size_t n_views;

	/* The white space before each line is the end of indents, from indent_from on. */
	struct buf indents;
	size_t indent_from;
	bool begun; /* the line has begun elsewhere: its indentation is there */

	enum escape how;
	struct buf *out;
	struct diag *diag;
	bool failed;
};

/* ---- looking up ---- */

static const struct value *find_key(const struct value *map, struct str key)
{
	for (uint32_t i = 0; i < map->n; i++) {
		const struct value_entry *entry = &map->entries[i];

		if (entry->key.n == key.n && memcmp(entry->key.p, key.p, key.n) == 0)
			return entry->value;
	}
	return NULL;
}

/* From the innermost view that has the key. */
static const struct value *find_in_views(const struct renderer *r, struct str key)
{
	for (size_t i = r->n_views; i-- > 0;) {
		const struct value *found = NULL;

		if (r->views[i]->kind == VALUE_MAP)
			found = find_key(r->views[i], key);
		if (found)
			return found;
	}
	return NULL;
}

/* Written only when it changes something, so that threads don't take the node from
 * each other's caches. */
static void set_once(atomic_bool *flag)
{
	if (!atomic_load_explicit(flag, memory_order_relaxed))
		atomic_store_explicit(flag, true, memory_order_relaxed);
}

/* Follow a name of several parts. A null on the way is an answer too: what would stand
 * behind it can't be known. */
static const struct value *follow(const struct renderer *r, const struct node *node)
{
	const struct value *v = find_in_views(r, node->parts[0]);

	for (uint32_t i = 1; v && v->kind != VALUE_NULL && i < node->n_parts; i++)
		v = v->kind == VALUE_MAP ? find_key(v, node->parts[i]) : NULL;
	return v;
}

/* What the name of a tag stands for; NULL when no view knows. */
static const struct value *look_up(const struct renderer *r, struct node *node)
{
	const struct value *v;

	set_once(&node->asked);
	if (node->n_parts)
		v = follow(r, node);
	else
		v = r->n_views ? r->views[r->n_views - 1] : NULL;
	if (v)
		set_once(&node->answered);
	return v;
}

static bool is_truthy(const struct value *v)
{
	if (!v)
		return false;
	switch (v->kind) {
	case VALUE_NULL:
		return false;
	case VALUE_BOOL:
		return v->boolean;
	case VALUE_STRING:
		return v->text.n > 0;
	case VALUE_LIST:
		return v->n > 0;
	case VALUE_NUMBER:
	case VALUE_MAP:
		break;
	}
	return true;
}

/* A number as it was written, but for zeros that end its fraction: 1.50 is 1.5. */
static struct str number_text(struct str s)
{
	if (!str_has(s, '.') || str_has(s, 'e') || str_has(s, 'E'))
		return s;
	while (s.p[s.n - 1] == '0')
		s.n--;
	return s.p[s.n - 1] == '.' ? str_head(s, s.n - 1) : s;
}

/* Lists and maps have no text. */
static struct str text_of(const struct value *v)
{
	if (!v)
		return (struct str){0};
	return v->kind == VALUE_NUMBER ? number_text(v->text) : v->text;
}

/* ---- indentation ---- */

static struct str indentation(const struct renderer *r)
{
	return str_from(buf_str(&r->indents), r->indent_from);
}

static void begin_line(struct renderer *r)
{
	if (!r->begun)
		buf_add(r->out, indentation(r));
	r->begun = false;
}

/* A line feed at the end begins no line of this text. */
static void put_lines(struct renderer *r, struct str text)
{
	while (text.n) {
		const char *feed = memchr(text.p, '\n', text.n);
		size_t n = feed ? (size_t)(feed - text.p) + 1 : text.n;

		buf_add(r->out, str_head(text, n));
		text = str_from(text, n);
		if (text.n)
			begin_line(r);
	}
}

/* ---- one function a node ---- */

typedef void render_fn(struct renderer *r, struct node *node);

static void fail(struct renderer *r)
{
	r->failed = true;
	r->next = NULL;
}

/* The tag that led here, for one that is too deep: of an endless recursion, the one
 * that names the template. */
static void report_too_deep(struct renderer *r, const struct node *node)
{
	const struct template *t = r->template;

	for (size_t i = r->n_calls; i-- > 0 && !(node->inset && node->kind != NODE_BLOCK);) {
		node = r->calls[i].node;
		t = r->calls[i].template;
	}
	diag_error(r->diag, node_pos(t, node),
		   _("\"" STR_FMT "\" goes too deep: more than %d layouts, sections and blocks "
		     "within each other; does a layout put itself in, without an end?"),
		   STR_ARG(node->text), MUSTACHE_DEPTH_MAX);
	fail(r);
}

static bool has_room(struct renderer *r, const struct node *node)
{
	if (r->n_loops + r->n_calls < MUSTACHE_DEPTH_MAX)
		return true;
	report_too_deep(r, node);
	return false;
}

static void render_text(struct renderer *r, struct node *node)
{
	if (r->indents.n > r->indent_from)
		put_lines(r, node->text);
	else
		buf_add(r->out, node->text);
	r->next++;
}

static void render_variable(struct renderer *r, struct node *node)
{
	escape_put(r->out, r->how, text_of(look_up(r, node)));
	r->next++;
}

static void render_raw(struct renderer *r, struct node *node)
{
	buf_add(r->out, text_of(look_up(r, node)));
	r->next++;
}

static void render_section(struct renderer *r, struct node *node)
{
	const struct value *v = look_up(r, node);
	const struct value *list = v && v->kind == VALUE_LIST ? v : NULL;

	if (!is_truthy(v)) {
		r->next = r->template->nodes + node->end;
		return;
	}
	if (!has_room(r, node))
		return;
	r->loops[r->n_loops++] = (struct loop){.list = list};
	r->views[r->n_views++] = list ? list->entries[0].value : v;
	r->next++;
}

static void render_again(struct renderer *r, struct node *node)
{
	struct loop *loop = &r->loops[r->n_loops - 1];

	if (loop->list && ++loop->i < loop->list->n) {
		r->views[r->n_views - 1] = loop->list->entries[loop->i].value;
		r->next = r->template->nodes + node->end + 1;
		return;
	}
	r->n_loops--;
	r->n_views--;
	r->next++;
}

static void render_inverted(struct renderer *r, struct node *node)
{
	if (is_truthy(look_up(r, node)))
		r->next = r->template->nodes + node->end;
	else
		r->next++;
}

/* Remember where to go on, then go on in t at `next`. NULL when it is too deep. */
static struct call *push_call(struct renderer *r, const struct node *node,
			      const struct template *t, struct node *next)
{
	struct call *call = &r->calls[r->n_calls];

	if (!has_room(r, node))
		return NULL;
	r->n_calls++;
	call->template = r->template;
	call->node = node;
	call->next = r->template->nodes + node->end;
	call->fillings = r->fillings;
	call->indent_from = r->indent_from;
	call->indents_n = r->indents.n;
	call->begun = r->begun;
	r->template = t;
	r->next = next;
	return call;
}

static void render_return(struct renderer *r, struct node *node)
{
	const struct call *call;

	(void)node;
	if (!r->n_calls) {
		r->next = NULL;
		return;
	}
	call = &r->calls[--r->n_calls];
	r->template = call->template;
	r->next = call->next;
	r->fillings = call->fillings;
	r->indent_from = call->indent_from;
	r->indents.n = call->indents_n;
	r->begun &= call->begun;
}

/* The lines of a standalone tag's text get its white space too; text that is put into
 * a line gets none. */
static void indent_call(struct renderer *r, const struct node *node)
{
	if (!node->standalone)
		r->indent_from = r->indents.n;
	else
		buf_add(&r->indents, node->inset->indent);
}

static const struct template *find_template(const struct renderer *r, struct node *node)
{
	_Atomic(const struct template *) *target = &node->inset->target;
	const struct template *t = NULL;

	if (node->inset->dynamic) {
		t = layouts_find(r->layouts, text_of(look_up(r, node)), r->template);
		return t;
	}
	t = atomic_load_explicit(target, memory_order_relaxed);
	if (!t) {
		t = layouts_find(r->layouts, node->text, r->template);
		atomic_store_explicit(target, t, memory_order_relaxed);
	}
	return t;
}

/* A template that isn't there is nothing, by the specification. */
static void render_partial(struct renderer *r, struct node *node)
{
	const struct template *t = find_template(r, node);

	if (!t)
		r->next = r->template->nodes + node->end;
	else if (push_call(r, node, t, t->nodes))
		indent_call(r, node);
}

static void render_parent(struct renderer *r, struct node *node)
{
	const struct template *here = r->template, *t = find_template(r, node);
	struct call *call;

	if (!t) {
		r->next = here->nodes + node->end;
		return;
	}
	call = push_call(r, node, t, t->nodes);
	if (!call)
		return;
	call->own = (struct fillings){r->fillings, here, node};
	r->fillings = &call->own;
	indent_call(r, node);
}

/* The block of that name directly within a PARENT node. */
static struct node *filling_of(const struct fillings *f, struct str name)
{
	struct node *nodes = f->template->nodes, *end = nodes + f->parent->end;

	for (struct node *node = f->parent + 1; node < end; node = nodes + node->end) {
		if (node->kind == NODE_BLOCK && str_eq(node->text, name))
			return node;
	}
	return NULL;
}

/* The lines of a filling stand where the block stands. Its first line does so already
 * when the block is within a line. */
static void indent_filling(struct renderer *r, const struct node *block,
			   const struct node *filling)
{
	buf_add(&r->indents, block->inset->indent);
	if (r->indents.n == r->indent_from)
		return;
	if (block->standalone && !filling->standalone)
		begin_line(r);
	else if (!block->standalone && filling->standalone)
		r->begun = true;
}

/* The outermost filling counts: a template that is itself a parent gives way to the
 * one that fills it. What a filling holds is filled as where it was written. */
static void render_block(struct renderer *r, struct node *node)
{
	struct node *filling = NULL;
	const struct fillings *of = NULL;

	for (const struct fillings *f = r->fillings; f; f = f->outer) {
		struct node *found = filling_of(f, node->text);

		if (found) {
			filling = found;
			of = f;
		}
	}
	if (!filling) {
		r->next++;
	} else if (push_call(r, node, of->template, filling + 1)) {
		r->fillings = of->outer;
		indent_filling(r, node, filling);
	}
}

static render_fn *const renderers[] = {
	[NODE_TEXT] = render_text,         [NODE_VARIABLE] = render_variable,
	[NODE_RAW] = render_raw,           [NODE_SECTION] = render_section,
	[NODE_INVERTED] = render_inverted, [NODE_PARTIAL] = render_partial,
	[NODE_PARENT] = render_parent,     [NODE_BLOCK] = render_block,
	[NODE_AGAIN] = render_again,       [NODE_RETURN] = render_return,
};

static void render_node(struct renderer *r, size_t max)
{
	const struct template *t = r->template;
	struct node *node = r->next;

	if (node->begins_line && r->indents.n > r->indent_from)
		begin_line(r);
	renderers[node->kind](r, node);
	if (r->out->n <= max)
		return;
	diag_error(r->diag, node_pos(t, node),
		   _("the result becomes too large here: more than %zu bytes"),
		   r->layouts->output_max);
	fail(r);
}

static const struct value **copy_views(struct arena *a, const struct value *const *views,
				       size_t n)
{
	const struct value **stack =
		arena_array(a, const struct value *, n + MUSTACHE_DEPTH_MAX);

	for (size_t i = 0; i < n; i++)
		stack[i] = views[i];
	return stack;
}

bool template_render(struct arena *scratch, const struct layouts *l, const struct template *t,
		     const struct value *const *views, size_t n_views, enum escape how,
		     struct buf *out, struct diag *d)
{
	size_t before = out->n;
	struct renderer r;

	/* Not zeroed as a whole: its arrays are large, and seldom used to their end. */
	r.layouts = l;
	r.template = t;
	r.next = t->nodes;
	r.fillings = NULL;
	r.n_loops = r.n_calls = 0;
	r.views = copy_views(scratch, views, n_views);
	r.n_views = n_views;
	r.indents = (struct buf){.arena = scratch};
	r.indent_from = 0;
	r.begun = false;
	r.how = how;
	r.out = out;
	r.diag = d;
	r.failed = false;
	while (r.next)
		render_node(&r, before + l->output_max);
	if (r.failed)
		out->n = before;
	return !r.failed;
}
