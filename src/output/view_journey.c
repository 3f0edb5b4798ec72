/* The steps of an event in life, beside the procedures that they lead through and on the
 * event's list. */
#include "output/view.h"

#include "kinds/journey.h"
#include "kinds/procedure.h"

static const struct value *procedures_view(const struct viewing *w, const struct list *refs,
					   const struct page *here, bool *holds_here)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < refs->n; i++) {
		const struct page *p = LIST_ITEM(*refs, struct ref, i)->to;
		struct value *v;

		if (!p || p->visibility != PAGE_PUBLISHED)
			continue;
		v = value_map(w->arena);
		view_set(w, v, "ten", view_text(w, p->title));
		view_set(w, v, "url", view_path(w, p->url));
		view_set(w, v, "tai_day", view_truth(w, p == here));
		*holds_here |= p == here;
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *links_view(const struct viewing *w, const struct list *links)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < links->n; i++) {
		const struct journey_link *link = LIST_ITEM(*links, struct journey_link, i);
		struct value *v = value_map(w->arena);

		view_set(w, v, "ten", view_text(w, link->name));
		view_set(w, v, "url", view_text(w, link->url));
		value_push(w->arena, list, v);
	}
	return list;
}

static struct value *step_view(const struct viewing *w, const struct journey_step *step,
			       const struct page *here, bool *holds_here)
{
	struct value *v = value_map(w->arena);
	bool at_step = false;

	view_set(w, v, "ten", view_text(w, step->name));
	view_set(w, v, "mo_ta", view_text(w, step->text));
	view_set(w, v, "thu_tuc", procedures_view(w, &step->procedures, here, &at_step));
	view_set(w, v, "lien_ket", links_view(w, &step->links));
	view_set(w, v, "dang_xem", view_truth(w, at_step));
	*holds_here |= at_step;
	return v;
}

/* The event's list in the first section of procedures; null when it is none. */
static const struct value *event_url(const struct viewing *w, struct str event)
{
	for (size_t i = 0; i < w->site->n_sections; i++) {
		const struct taxonomy *t =
			view_taxonomy(&w->site->sections[i], "su-kien-doi-song");
		const struct term *term = t ? map_get(&t->by_slug, event) : NULL;

		if (term)
			return view_path(w, term->url);
	}
	return value_null(w->arena);
}

static bool is_approved(const struct page *p)
{
	return p->kind == &journey_kind &&
	       (p->common->state == STATE_APPROVED || p->common->state < 0);
}

/* A journey as seen from `here`: of an event, or of a page that one of its steps names. */
static void add_journey(const struct viewing *w, const struct page *p, const struct page *here,
			struct value *list)
{
	const struct journey *j = p->data;
	struct value *v = value_map(w->arena), *steps = value_list(w->arena);
	struct str event = str_of(procedure_life_events[j->event].code);
	bool holds_here = !here;

	for (size_t i = 0; i < j->steps.n; i++)
		value_push(w->arena, steps,
			   step_view(w, LIST_ITEM(j->steps, struct journey_step, i), here,
				     &holds_here));
	if (!holds_here)
		return;
	view_set(w, v, "dau", view_truth(w, !list->n));
	view_set(w, v, "ten", view_text(w, p->title));
	view_set(w, v, "tom_tat", view_text(w, p->common->summary));
	view_set(w, v, "url", event_url(w, event));
	view_set(w, v, "buoc", steps);
	value_push(w->arena, list, v);
}

const struct value *view_journeys_of_page(const struct viewing *w, const struct page *here)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; here->kind == &procedure_kind && i < w->site->pages.n; i++) {
		if (is_approved(w->site->pages.items[i]))
			add_journey(w, w->site->pages.items[i], here, list);
	}
	return list;
}

const struct value *view_journeys_of_term(const struct viewing *w, const struct term *term)
{
	struct value *list = value_list(w->arena);

	if (strcmp(term->taxonomy->def->code, "su-kien-doi-song") != 0)
		return list;
	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = w->site->pages.items[i];
		const struct journey *j = p->data;

		if (is_approved(p) &&
		    str_eq_z(term->slug, procedure_life_events[j->event].code))
			add_journey(w, p, NULL, list);
	}
	return list;
}
