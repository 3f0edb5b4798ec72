/*
 * reminder - đôn đốc: what each unit has promised, what is there, what is missing, and by
 * when, as values that sheets, tables and texts are made of.
 *
 * A target's numbers are those of the whole institution: several units share one promise,
 * and an item counts once. Beside them stands what the unit itself gave.
 */
#ifndef CCHC_OUTPUT_REMINDER_H
#define CCHC_OUTPUT_REMINDER_H

#include "output/account.h"

struct reminder_request {
	struct account_request period; /* its plan NULL: every published plan that runs then */
	struct str unit;               /* a code; empty: all units */
	struct date by;                /* when units are to send what they have; not set: worked
	                                * out */
	struct date today;
};

enum {
	REMINDER_SEND_DAYS = 3, /* working days before a period ends, to have time to publish */
};

/* {ky, tinh_den, han_gui, ke_hoach: [...], don_vi: [a sheet each], ngoai_danh_muc: [units
 * that only plans know]}: cchc-layouts(5) has the keys. NULL, and reported, when no plan
 * runs then or there is no such unit. */
const struct value *reminder_make(struct arena *a, const struct site *s,
				  const struct reminder_request *r, struct diag *d) MUST_USE;

/* A line for each unit and target. */
struct str reminder_csv(struct arena *a, const struct value *reminders);
/* For a message to the units, in Vietnamese. */
struct str reminder_text(struct arena *a, const struct value *reminders);

#endif
