/*
 * counting - published items against the targets of a plan: the one place that counts.
 *
 * 1. An item counts for a target when it is published, and in the target's channel (or
 *    one that is a part of it: plan_channel_takes()), of one of its genres, on a day of
 *    the window. The site itself is the channel "website"; in another channel an item
 *    counts on the day on which it was posted there. One item may count for a target of
 *    each channel.
 * 2. It counts once for a target, however many units made it. What units gave are
 *    credits, which do not add up to the total.
 * 3. The window is the plan's own time, whole months, or the 15th to the 14th of
 *    Nghị định 09/2019/NĐ-CP: whoever asks says which. A target of the whole plan, or of
 *    a cycle that is longer than the window, is counted from the plan's first day to the
 *    window's last one.
 * 4. "moi-ky": so many for each cycle. What is due is for the cycles that are over; the
 *    one that runs is asked for on its last day. "ca-ky": so many in all, by the
 *    deadline; what is to be expected on the way grows evenly.
 * 5. A target is reached, under way, behind what is due or expected, or overdue: its
 *    deadline has passed and it is not reached. While nobody has decided how it is
 *    counted, or no number is stated, it is unclear and has no share.
 * 6. so_loai counts different media records, so_luong their printed copies; a target
 *    with both is as far as the one that is less far.
 * 7. Nothing here is kept: a report that is to stay holds its numbers (kinds/report.h).
 *
 * What is to come counts for nothing: an event on the day on which it begins. It counts in
 * the channel of its sort and, when people meet, as said in person (kinds/event.c); what
 * calls for taking part on the day on which it opens (kinds/contest.c).
 */
#ifndef CCHC_SITE_COUNTING_H
#define CCHC_SITE_COUNTING_H

#include "kinds/plan.h"
#include "kinds/report.h"
#include "kinds/unit.h"
#include "site/site.h"
#include "viet/period.h"

struct counted { /* what counted for a target */
	const struct page *page;
	struct date on;
};

struct credit_count { /* what a unit gave to a target */
	const struct page *unit;
	size_t written, helped;
	const struct page *last_written, *last_helped; /* private: each counts once an item */
};

/* A number that is asked for; whole -1: none is. */
struct demand_count {
	int64_t done;
	int64_t due;   /* by now */
	int64_t whole; /* in the whole window */
};

/* Days, all within the counted ones and over, on which nothing was added. */
struct gap {
	int64_t days; /* 0: none */
	struct date_range when;
};

struct target_count {
	const struct plan_target *target;
	struct date_range range;    /* the days that count for it */
	bool from_start;            /* ... which begin with the plan, not with the window */
	struct demand_count pieces; /* so_luong: items, or printed copies */
	struct demand_count sorts;  /* so_loai */
	enum target_state state;
	struct gap longest;    /* of a target for one time: none */
	struct counted *items; /* by day, then code */
	size_t n_items, cap_items;
	struct credit_count *credits; /* by the order of units */
	size_t n_credits, cap_credits;
};

/* chi_tieu_khac, and "at least so many of these forms" of a form that no such row is
 * for. */
struct demand_result {
	struct str id, text;
	int64_t done, due; /* units, or forms; due -1: cannot be said */
	enum target_state state;
};

/* A report that the plan asks for. */
struct report_due {
	const struct plan_report *row;
	const struct page *sent; /* the record of it, by plan and deadline; NULL: none */
	enum target_state state; /* unclear: it has no deadline */
};

struct plan_count {
	const struct plan *plan;
	struct date_range window;
	struct date today;            /* or the day behind the window, when that is over */
	struct target_count *targets; /* heads of groups are left out */
	size_t n_targets;
	struct demand_result *demands;
	size_t n_demands;
	struct report_due *reports;
	size_t n_reports;
	const struct page **units; /* asked for something: not the institution, its heads */
	size_t n_units;
	const struct page **silent; /* those of them that gave nothing in the window */
	size_t n_silent;
};

/* The plan's own days. */
struct date_range plan_days(const struct plan *plan);

/* Count for a plan what lies in the window, as it stands on the day `today`. */
struct plan_count count_plan(struct arena *a, const struct site *s, const struct plan *plan,
			     struct date_range window, struct date today);

/* Is the unit one of those that plans ask for something in these days: it exists then, and
 * is neither the institution itself nor those who direct it? */
bool count_asks(const struct unit *u, struct date_range window);

/* What is due of a target by the end of the day before `today`, and in all; -1 when it
 * cannot be said. */
struct demand_count count_due(const struct plan_target *t, int64_t number,
			      struct date_range window, struct date today);

/* The number that says how far a target is: of pieces and sorts the one that is less far,
 * or the only one that something is asked of; pieces when nothing is. */
const struct demand_count *count_decisive(const struct target_count *t);

/* The last day that is in time: the target's own, or the last of the plan's days. */
struct date count_deadline(const struct plan_target *t, struct date_range plan);

#endif
