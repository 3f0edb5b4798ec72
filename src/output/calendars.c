/* Calendars: one of all events and of what the plans want by when, and one of each event.
 * A stamp is the day on which a page was changed, not that of the build, so that the same
 * content gives the same bytes. */
#include "base/url.h"
#include "base/utf8.h"
#include "data/ics.h"
#include "kinds/event.h"
#include "output/data.h"

enum {
	SUMMARY_CHARACTERS = 120, /* of an entry; the whole text stands in it */
};

struct calendar_making {
	const struct viewing *viewing;
	struct buf *out;
};

/* One entry of the calendar. */
struct entry {
	const struct page *page;
	struct str id; /* below the page: "chi-tieu-1.1"; empty: the page's own */
	struct str summary, about, place, category;
	struct date begins, ends; /* ends may be unset */
	bool is_deadline;
};

static struct date day_after(struct date d)
{
	return date_from_days(date_days(d) + 1);
}

/* An end without a time is the end of that day. */
static void put_times(struct buf *out, const struct entry *e)
{
	struct date end = e->ends;

	if (!e->begins.has_time) {
		ics_put_day(out, "DTSTART", e->begins);
		ics_put_day(out, "DTEND", day_after(date_is_set(end) ? end : e->begins));
		return;
	}
	ics_put_time(out, "DTSTART", e->begins);
	if (date_is_set(end) && !end.has_time)
		end = day_after(end);
	if (date_is_set(end) && date_cmp(end, e->begins) > 0)
		ics_put_time(out, "DTEND", end);
}

static struct str id_of(const struct calendar_making *m, const struct entry *e)
{
	return str_fmt(m->viewing->arena, "%s/" STR_FMT "%s" STR_FMT "@" STR_FMT,
		       e->page->kind->code, STR_ARG(e->page->common->code), e->id.n ? "/" : "",
		       STR_ARG(e->id), STR_ARG(url_host(m->viewing->site->config->domain)));
}

/* A plan may tell no day on which it was put up, nor all of that of its signature. */
static struct date stamp_of(const struct page *p)
{
	struct date changed = page_last_change(p);

	if (date_is_full(changed))
		return changed;
	return p->kind == &plan_kind ? plan_days(p->data).first : p->date;
}

static void put_entry(const struct calendar_making *m, const struct entry *e)
{
	struct date changed = stamp_of(e->page);

	ics_put(m->out, "BEGIN", STR("VEVENT"));
	ics_put_text(m->out, "UID", id_of(m, e));
	ics_put_stamp(m->out, "DTSTAMP", changed);
	ics_put_stamp(m->out, "LAST-MODIFIED", changed);
	put_times(m->out, e);
	ics_put_text(m->out, "SUMMARY", e->summary);
	ics_put_text(m->out, "DESCRIPTION", e->about);
	ics_put_text(m->out, "LOCATION", e->place);
	ics_put_text(m->out, "CATEGORIES", e->category);
	ics_put(m->out, "URL", view_absolute(m->viewing, e->page->url)->text);
	if (e->is_deadline)
		ics_put(m->out, "TRANSP", STR("TRANSPARENT"));
	ics_put(m->out, "END", STR("VEVENT"));
}

/* ---- events ---------------------------------------------------------------------- */

static void put_event(const struct calendar_making *m, const struct page *p)
{
	const struct event *x = p->data;
	const struct choice *types = schema_field(event_kind.schema, "kieu")->choices;

	put_entry(m, &(struct entry){.page = p,
				     .summary = p->title,
				     .about = p->summary,
				     .place = x->place,
				     .category = str_of(types[x->type].name),
				     .begins = x->begins,
				     .ends = x->ends});
}

/* ---- plans ----------------------------------------------------------------------- */

static void put_deadline(const struct calendar_making *m, const struct page *plan,
			 const char *what, struct str id, struct str text, struct date day)
{
	struct arena *a = m->viewing->arena;
	struct str begin = utf8_head(text, SUMMARY_CHARACTERS);

	if (!date_is_full(day))
		return;
	put_entry(m, &(struct entry){.page = plan,
				     .id = id,
				     .summary = str_fmt(a, "%s: " STR_FMT "%s", what,
							STR_ARG(begin),
							begin.n < text.n ? "…" : ""),
				     .about = str_fmt(a, STR_FMT "\n" STR_FMT, STR_ARG(text),
						      STR_ARG(plan->title)),
				     .category = str_of("Hạn của kế hoạch"),
				     .begins = view_day(day),
				     .is_deadline = true});
}

static void put_targets(const struct calendar_making *m, const struct page *p)
{
	const struct plan *plan = p->data;

	for (size_t i = 0; i < plan->targets.n; i++) {
		const struct plan_target *t = LIST_ITEM(plan->targets, struct plan_target, i);

		if (!t->is_group)
			put_deadline(m, p, "Hạn chỉ tiêu",
				     str_concat(m->viewing->arena, STR("chi-tieu/"), t->number,
						(struct str){0}),
				     t->text, t->deadline);
	}
}

static void put_task(const struct calendar_making *m, const struct page *p,
		     const struct plan_task *t)
{
	struct arena *a = m->viewing->arena;
	struct str id = str_concat(a, STR("nhiem-vu/"), t->id, (struct str){0});

	put_deadline(m, p, "Hạn nhiệm vụ", id, t->text, t->deadline);
	for (size_t i = 0; i < t->deadlines.n; i++) {
		struct date day = *LIST_ITEM(t->deadlines, struct date, i);

		if (date_cmp(day, t->deadline) != 0)
			put_deadline(m, p, "Hạn nhiệm vụ",
				     str_concat(a, id, STR("/"), date_iso(a, day)), t->text,
				     day);
	}
}

static void put_tasks(const struct calendar_making *m, const struct page *p)
{
	const struct plan *plan = p->data;

	for (size_t i = 0; i < plan->duties.n; i++) {
		const struct plan_duty *duty = LIST_ITEM(plan->duties, struct plan_duty, i);

		for (size_t k = 0; k < duty->tasks.n; k++)
			put_task(m, p, LIST_ITEM(duty->tasks, struct plan_task, k));
	}
}

static void put_reports(const struct calendar_making *m, const struct page *p)
{
	const struct plan *plan = p->data;

	for (size_t i = 0; i < plan->reports.n; i++) {
		const struct plan_report *r = LIST_ITEM(plan->reports, struct plan_report, i);

		put_deadline(
			m, p, "Hạn báo cáo",
			str_concat(m->viewing->arena, STR("bao-cao/"), r->id, (struct str){0}),
			r->text, r->deadline);
	}
}

static void put_plan(const struct calendar_making *m, const struct page *p)
{
	put_targets(m, p);
	put_tasks(m, p);
	put_reports(m, p);
}

/* ---- the files ------------------------------------------------------------------- */

bool calendars_have(const struct page *p)
{
	return p->visibility == PAGE_PUBLISHED &&
	       (p->kind == &event_kind || p->kind == &plan_kind);
}

void calendars_make(const struct viewing *w, struct buf *out)
{
	const struct calendar_making m = {w, out};

	ics_begin(out, w->site->config->name);
	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = w->site->pages.items[i];

		if (!calendars_have(p))
			continue;
		if (p->kind == &event_kind)
			put_event(&m, p);
		else
			put_plan(&m, p);
	}
	ics_end(out);
}

void calendars_make_event(const struct viewing *w, struct buf *out)
{
	ics_begin(out, w->output->page->title);
	put_event(&(struct calendar_making){w, out}, w->output->page);
	ics_end(out);
}
