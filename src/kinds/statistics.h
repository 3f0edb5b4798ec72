/*
 * statistics - số liệu giải quyết thủ tục: of one procedure in one period, how many
 * files came in, and how many were answered in time.
 */
#ifndef CCHC_KINDS_STATISTICS_H
#define CCHC_KINDS_STATISTICS_H

#include "kinds/common.h"
#include "viet/period.h"

struct statistics_period {            /* ky */
	int type;                     /* index in its choices */
	int64_t year, quarter, month; /* the last two -1 when not written */
	int window;                   /* enum period_window; -1 when not written */
};

struct counts {
	int64_t received;       /* tiep_nhan */
	int64_t online;         /* truc_tuyen: of those received; -1 when not written */
	int64_t in_time, early; /* dung_han, truoc_han */
	int64_t late, open;     /* qua_han, dang_giai_quyet */
};

struct statistics {
	struct common common;
	const struct statistics_period *period;
	struct ref procedure;
	struct counts counts;
	struct str note;
};

extern const struct kind statistics_kind;

#endif
