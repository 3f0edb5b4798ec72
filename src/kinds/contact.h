/*
 * contact - liên hệ, đường dây nóng: whom to call, where to go, when somebody is there.
 *
 * The numbers, the mailbox and the profiles of a record with `rieng_tu: true` are for the
 * unit's own use. They are in no view, so no layout, list or feed can show them.
 */
#ifndef CCHC_KINDS_CONTACT_H
#define CCHC_KINDS_CONTACT_H

#include "kinds/common.h"
#include "viet/term.h"

enum contact_type { /* kieu; in the order of lists */
	CONTACT_HOTLINE,
	CONTACT_SWITCHBOARD,
	CONTACT_ONE_STOP,
	CONTACT_LEADER,
	CONTACT_RECEPTION,
	CONTACT_FEEDBACK,
	CONTACT_SPOKESPERSON,
	CONTACT_INFORMATION,
	CONTACT_SOCIAL_WORK,
	CONTACT_UNIT,
};

struct phone { /* dien_thoai */
	struct str number, about, hours;
};

struct address { /* dia_chi */
	struct str house, street, ward, province;
	struct str latitude, longitude; /* degrees as written; empty when not given */
};

struct office_hours {        /* gio_lam_viec */
	struct list days;    /* int64_t: 2 Monday to 7 Saturday, 8 Sunday */
	struct str from, to; /* "07:30" */
};

struct reception {                 /* lich_tiep */
	struct list days_of_month; /* int64_t: 1 to 31 */
	struct list weekdays;      /* int64_t: 2 to 8 */
	struct str hours, who;
};

struct profile { /* mxh */
	struct str channel, url;
};

struct contact {
	struct common common;
	int type; /* enum contact_type */
	struct str name, office;
	struct list phones; /* struct phone */
	struct str email;
	const struct address *address; /* NULL without one */
	struct list openings;          /* struct office_hours */
	struct list receptions;        /* struct reception */
	struct list profiles;          /* struct profile */
	bool is_private;               /* rieng_tu */
};

extern const struct kind contact_kind;

/* Is it a Vietnamese telephone number, once spaces and dots are taken out? 0 and nine or
 * ten digits; 1800 or 1900 and four to six; a short one of three or four that begins
 * with 1: 115, 1022. */
bool phone_is_valid(struct str number);

/* Minutes since midnight of "07:30", up to 24:00; -1 when it is no such time. */
int clock_minutes(struct str time);

/* Its opening hours, as terms are counted by them. */
struct opening contact_opening(struct arena *a, const struct contact *x);

#endif
