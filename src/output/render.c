/* From views and layouts to bytes, on all cores. */
#include "output/render.h"

#include "base/path.h"
#include "output/images.h"
#include "output/outline.h"
#include "output/view.h"

static struct str in_place(const struct rendering *x, const struct output *o, struct worker *w)
{
	return path_join(&w->scratch, x->request->dir, o->path);
}

static struct str beside(const struct rendering *x, const struct output *o, struct worker *w)
{
	return path_join(&w->scratch, x->beside, o->path);
}

/* Write the bytes beside if the output's file does not hold them already. */
static bool put_bytes(struct rendering *x, struct output *o, struct str bytes, struct worker *w)
{
	o->hash = str_hash(bytes, 0);
	o->bytes = bytes.n;
	if (o->offline)
		offline_note(&w->keep, x->request->site, o, bytes);
	o->changed = x->beside.n && !file_holds(&w->scratch, in_place(x, o, w), bytes);
	return !o->changed || file_write(&w->scratch, beside(x, o, w), bytes, &w->diag);
}

/* It is there, or nobody wants to see it: `check` draws nothing. For the manifest its name
 * stands for its bytes, whether they have been seen or not. */
static bool keep_named(struct rendering *x, struct output *o, struct worker *w)
{
	o->hash = str_hash(o->path, 0);
	return !x->beside.n || file_size(in_place(x, o, w), &o->bytes);
}

static bool put_named(struct rendering *x, struct output *o, struct str bytes, struct worker *w)
{
	o->bytes = bytes.n;
	o->changed = true;
	return file_write(&w->scratch, beside(x, o, w), bytes, &w->diag);
}

static bool make_output(struct rendering *x, struct output *o, struct worker *w)
{
	const struct write_request *r = x->request;
	const struct viewing viewing = {
		.arena = &w->scratch, .site = r->site, .outputs = r->outputs, .output = o};
	struct buf out = {.arena = &w->scratch};

	if (o->is_named && keep_named(x, o, w))
		return true;
	o->make(&viewing, &out);
	if (o->is_named)
		return put_named(x, o, buf_str(&out), w);
	return put_bytes(x, o, buf_str(&out), w);
}

/* Pictures and videos may be larger than what is good to be in memory. */
static bool copy_output(struct rendering *x, struct output *o, struct worker *w)
{
	struct file_sum sum;

	if (!file_compare(&w->scratch, o->copy_from, in_place(x, o, w), &sum, &w->diag))
		return false;
	o->hash = sum.hash;
	o->bytes = sum.bytes;
	o->changed = x->beside.n && !sum.same;
	return !o->changed || file_copy(&w->scratch, o->copy_from, beside(x, o, w), &w->diag);
}

static bool is_html(const struct output *o)
{
	return str_ends(str_of(o->layout), STR(".html"));
}

static struct str with_sizes(const struct rendering *x, const struct output *o, struct str html,
			     struct worker *w)
{
	return is_html(o) ? images_offer_sizes(&w->scratch, x->request->site, html) : html;
}

/* A page that leads on by itself is seen by nobody. */
static void look_at_outline(const struct rendering *x, const struct output *o, struct str page)
{
	if (x->flaws && is_html(o) && o->kind != OUTPUT_REDIRECT && o->kind != OUTPUT_SHORT)
		x->flaws[o - x->request->outputs->items] = (unsigned char)outline_flaws(page);
}

static bool render_output(struct rendering *x, struct output *o, struct worker *w)
{
	const struct write_request *r = x->request;
	const struct template *t = layouts_get(r->layouts, str_of(o->layout));
	struct buf out = {.arena = &w->scratch};
	const struct value *view;

	if (!t)
		return false; /* find_layouts() has reported it */
	view = view_of_output(&w->scratch, r->site, r->outputs, x->site_view, o);
	if (!view)
		return diag_machine(&w->diag, o->path,
				    _("cannot read back what was put aside"));
	if (!template_render(&w->scratch, r->layouts, t, &view, 1,
			     escape_for(str_of(o->layout)), &out, &w->diag))
		return false;
	look_at_outline(x, o, buf_str(&out));
	return put_bytes(x, o, with_sizes(x, o, buf_str(&out), w), w);
}

/* Of the offline copy: made from the bytes of all others. */
static bool is_late(const struct output *o)
{
	return o->kind == OUTPUT_OFFLINE || o->kind == OUTPUT_OFFLINE_LIST ||
	       o->kind == OUTPUT_WORKER;
}

/* A disk that has failed a worker is not asked again for each of the other files. */
static void write_output(void *context, size_t i, struct worker *w)
{
	struct rendering *x = context;
	struct output *o = &x->request->outputs->items[i];

	if (is_late(o) && !x->is_late)
		x->ok[i] = true;
	if (w->diag.failed_machine || is_late(o) != x->is_late)
		return;
	if (o->make)
		x->ok[i] = make_output(x, o, w);
	else if (o->kind == OUTPUT_INDEX)
		x->ok[i] = put_bytes(x, o, o->index, w);
	else if (o->kind == OUTPUT_OFFLINE_LIST)
		x->ok[i] = put_bytes(x, o, x->request->outputs->offline->list, w);
	else if (o->layout)
		x->ok[i] = render_output(x, o, w);
	else
		x->ok[i] = o->text.n ? put_bytes(x, o, o->text, w) : copy_output(x, o, w);
}

static void write_chosen(void *context, size_t i, struct worker *w)
{
	struct rendering *x = context;

	write_output(context, x->one + i, w);
}

/* Every layout that an output asks for must be there: each is reported once. */
static bool find_layouts(struct arena *a, const struct write_request *r, struct diag *d)
{
	struct map missing = {.arena = a};

	for (size_t i = 0; i < r->outputs->n; i++) {
		const char *name = r->outputs->items[i].layout;

		if (!name || layouts_get(r->layouts, str_of(name)) ||
		    map_set(&missing, str_of(name), r->outputs))
			continue;
		diag_error(d, diag_file(d, path_join(a, STR("layouts"), str_of(name))),
			   _("this layout is missing"));
	}
	if (missing.n)
		diag_advise(d, (struct pos){0},
			    _("the installed layouts are looked for in \"" STR_FMT
			      "\"; --share names another folder"),
			    STR_ARG(r->share));
	return !missing.n;
}

/* The one output of that kind, if there is one. */
static void write_one(struct rendering *x, enum output_kind kind, struct crew *crew)
{
	const struct outputs *all = x->request->outputs;

	for (size_t i = 0; i < all->n; i++) {
		if (all->items[i].kind == kind) {
			x->one = i;
			jobs_run(crew, 1, write_chosen, x);
		}
	}
}

static void write_late(struct arena *a, struct rendering *x, struct crew *crew, struct diag *d)
{
	const struct write_request *r = x->request;

	x->is_late = true;
	if (r->outputs->offline->is_on) {
		offline_settle(r->site, r->outputs, d);
		write_one(x, OUTPUT_OFFLINE, crew);
		offline_list(a, r->outputs);
		write_one(x, OUTPUT_OFFLINE_LIST, crew);
	}
	write_one(x, OUTPUT_WORKER, crew);
}

static bool all_ok(const struct rendering *x)
{
	bool ok = true;

	for (size_t i = 0; i < x->request->outputs->n; i++)
		ok &= x->ok[i];
	return ok;
}

bool render_all(struct arena *a, struct rendering *x, struct crew *crew, struct diag *d)
{
	const struct write_request *r = x->request;
	bool ok;

	if (!find_layouts(a, r, d))
		return false;
	x->site_view = view_of_site(a, r->site, r->outputs);
	x->ok = arena_array(a, bool, r->outputs->n);
	if (layouts_has_own(r->layouts))
		x->flaws = arena_array(a, unsigned char, r->outputs->n);
	jobs_run(crew, r->outputs->n, write_output, x);
	if (all_ok(x))
		write_late(a, x, crew, d);
	crew_rest(crew);
	crew_report(crew, d);
	ok = all_ok(x);
	layouts_warn_unanswered(r->layouts, d);
	outline_report(a, x, d);
	return ok && !(r->strict && d->warnings);
}

bool render_outputs(struct arena *a, struct write_request *r, struct crew *crew, struct diag *d)
{
	struct rendering x = {.request = r};

	return render_all(a, &x, crew, d);
}
