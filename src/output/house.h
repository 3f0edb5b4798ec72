/*
 * house - noi-bo/: the sheets, tables and reports that are written for the house alone.
 *
 *	noi-bo/don-doc/		a sheet for each unit, all of them at a glance, and as a table
 *	noi-bo/dong-gop/	what units and people gave, a table for each period
 *	noi-bo/minh-chung/	for each plan what counted, with its addresses; self-assessments
 *	noi-bo/kiem-tra.html	what was found in content/
 *
 * Nothing of it may be published: see site/internal.h. What others put there stays.
 */
#ifndef CCHC_OUTPUT_HOUSE_H
#define CCHC_OUTPUT_HOUSE_H

#include "output/reminder.h"
#include "text/mustache.h"

struct house_request {
	const struct layouts *layouts;
	const struct site *site;
	const struct reminder_request *reminder;
	const struct value *reminders; /* of reminder_make() */
	bool only_findings;            /* kiem-tra.html alone: the content has mistakes */
};

/* Write it. d also tells what was found. *n: how many files there are now of this run. */
bool house_write(struct arena *a, const struct house_request *r, size_t *n,
		 struct diag *d) MUST_USE;

#endif
