/*
 * journey - hành trình: an event in life, such as a birth, as the steps that lead through
 * it, some of them procedures of this hospital, some done elsewhere.
 *
 * Such records have no page: the steps stand on the list of their event (theo-su-kien/) and
 * beside each procedure that they name, so that a reader always sees what comes before and
 * after.
 */
#ifndef CCHC_KINDS_JOURNEY_H
#define CCHC_KINDS_JOURNEY_H

#include "kinds/common.h"

enum {
	JOURNEY_STEPS_MAX = 12, /* more are two journeys */
};

struct journey_link { /* lien_ket: a page elsewhere */
	struct str name, url;
};

struct journey_step { /* buoc */
	struct str name, text;
	struct list procedures; /* struct ref */
	struct list links;      /* struct journey_link */
};

struct journey {
	struct common common;
	int event;         /* index in procedure_life_events */
	struct list steps; /* struct journey_step */
};

extern const struct kind journey_kind;

#endif
