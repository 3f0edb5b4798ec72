/*
 * unit - đơn vị: the departments, wards and teams, as a tree.
 */
#ifndef CCHC_KINDS_UNIT_H
#define CCHC_KINDS_UNIT_H

#include "kinds/common.h"

struct unit {
	struct common common;
	int type; /* kieu_don_vi */
	struct str name, short_name;
	struct list other_names; /* struct str: to recognise it in texts */
	struct str id_code, facility_code;
	struct ref parent;
	struct str head;
	struct marked_text tasks; /* chuc_nang */
	struct str phone, place;
	struct str website, feed;
	struct list contacts; /* struct ref */
	struct date from, to;
	struct ref merged_into;
	struct list topics; /* int, index in cchc_fields */
	int64_t order;      /* thu_tu; -1 when not written */
};

extern const struct kind unit_kind;

/* Those who direct others and are no "khoa, phòng" themselves: a board of directors, a
 * steering committee. */
bool unit_is_leadership(const struct unit *x);

/* Is that day behind its last one? */
bool unit_is_dissolved(const struct unit *x, struct date today);

#endif
