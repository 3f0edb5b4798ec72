/* Is a deadline (han) the one that the plan's own words (han_goc, thoi_gian_goc) say? */
#include "kinds/plan_rules.h"

#include "kinds/plan.h"
#include "viet/when.h"

const struct rule plan_deadline_rule = {"KH-10", DIAG_WARNING,
					N_("A deadline is the one that the plan's words say.")};

static struct date without_time(struct date d)
{
	return date_from_days(date_days(d));
}

/* The last day that the words allow: of "trước tháng 10/2026" 30/9/2026. False when they
 * name no day, or more than one. */
static bool last_day_of(struct str words, int year, struct date *day)
{
	struct when w, other;

	if (!when_find(words, 0, year, &w) || when_find(words, w.to, year, &other))
		return false;
	if (date_is_set(w.deadline))
		*day = without_time(w.deadline);
	else
		*day = date_is_set(w.last) ? w.last : w.date;
	return date_is_full(*day);
}

/* row: the mapping as written that holds "han". */
static void inspect_deadline(const struct plan *x, struct date deadline, struct str words,
			     const struct value *(*row)(struct inspection *i, size_t k,
							size_t t),
			     size_t k, size_t t, struct inspection *i)
{
	struct arena *a = i->diag->arena;
	struct date meant;

	if (!date_is_set(deadline) || !last_day_of(words, (int)x->period->year, &meant) ||
	    date_days(meant) == date_days(deadline))
		return;
	inspection_report(i, place_of_field(row(i, k, t), "han"), &plan_deadline_rule,
			  _("\"han\" is " STR_FMT ", but \"" STR_FMT "\" means " STR_FMT),
			  STR_ARG(date_short(a, deadline)), STR_ARG(words),
			  STR_ARG(date_short(a, meant)));
}

static const struct value *target_row(struct inspection *i, size_t k, size_t t)
{
	(void)t;
	return written_item(inspection_written(i), "chi_tieu", k);
}

static const struct value *report_row(struct inspection *i, size_t k, size_t t)
{
	(void)t;
	return written_item(inspection_written(i), "bao_cao", k);
}

static const struct value *task_row(struct inspection *i, size_t k, size_t t)
{
	return written_item(written_item(inspection_written(i), "to_chuc_thuc_hien", k),
			    "nhiem_vu", t);
}

static void inspect_duty(const struct plan *x, size_t k, struct inspection *i)
{
	const struct plan_duty *duty = LIST_ITEM(x->duties, struct plan_duty, k);

	for (size_t t = 0; t < duty->tasks.n; t++) {
		const struct plan_task *task = LIST_ITEM(duty->tasks, struct plan_task, t);

		inspect_deadline(x, task->deadline, task->deadline_as_written, task_row, k, t,
				 i);
	}
}

void plan_inspect_deadlines(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->duties.n; k++)
		inspect_duty(x, k, i);
	for (size_t k = 0; k < x->targets.n; k++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, k);

		inspect_deadline(x, t->deadline, t->time_as_written, target_row, k, 0, i);
	}
	for (size_t k = 0; k < x->reports.n; k++) {
		const struct plan_report *r = LIST_ITEM(x->reports, struct plan_report, k);

		inspect_deadline(x, r->deadline, r->deadline_as_written, report_row, k, 0, i);
	}
}
