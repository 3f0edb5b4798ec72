/*
 * deeds - what was published for a plan, by channel, form, task and unit.
 *
 * Most plans have no targets in numbers; these counts say of every one of them what is
 * there. They judge nothing: only targets, further demands and reports have a state
 * (site/counting.h).
 *
 * Looked at are published items on a day of the window that is not to come, in their
 * channels as site/counting.h counts them. An item counts once
 * - for a channel, a form (in any of its channels; of one of its genres, if it names any);
 * - for a task, when one of the units that have the task is credited; in one of its
 *   channels and of one of its fields, if it names any. A name that is no unit of the
 *   site ("các khoa, phòng") stands for every unit below the institution that the plan
 *   does not name by itself;
 * - for each unit that is credited, as written or as helped.
 */
#ifndef CCHC_SITE_DEEDS_H
#define CCHC_SITE_DEEDS_H

#include "kinds/plan.h"
#include "site/site.h"
#include "viet/period.h"

struct deeds { /* of one row */
	size_t n;
	struct date last;        /* none: not set */
	const struct page *page; /* private: the last one that counted */
};

struct channel_deeds {
	struct str code; /* of plan_channels, or of site.yaml */
	struct deeds done;
};

struct unit_deeds {
	const struct page *unit;
	struct deeds written, helped;
};

struct plan_deeds {
	const struct plan *plan;
	struct channel_deeds *channels; /* those of the plan first, by its order */
	size_t n_channels;
	struct deeds *forms; /* as plan->forms */
	struct deeds *tasks; /* duty by duty, in their order */
	size_t n_tasks;
	struct unit_deeds *units; /* those credited, in their order on the site */
	size_t n_units;
};

struct plan_deeds plan_deeds(struct arena *a, const struct site *s, const struct plan *plan,
			     struct date_range window, struct date today);

/* What a channel is called: by the plans' list, else by site.yaml. */
struct str channel_name(const struct config *c, struct str code);

#endif
