/*
 * report - báo cáo: what came of a plan in a period, with the numbers in it.
 *
 * A report is frozen: its numbers were counted when it was written and stay, whatever
 * is edited afterwards. Numbers by unit are credits; one article may credit several
 * units, so they do not add up to the total.
 */
#ifndef CCHC_KINDS_REPORT_H
#define CCHC_KINDS_REPORT_H

#include "kinds/common.h"

enum report_window {            /* cua_so */
	REPORT_WINDOW_DECREE,   /* 15th to 14th: Nghị định 09/2019/NĐ-CP */
	REPORT_WINDOW_CALENDAR, /* whole months */
	REPORT_WINDOW_PLAN,     /* the plan's own days */
};

enum target_state { /* tinh_trang */
	TARGET_REACHED,
	TARGET_UNDER_WAY,
	TARGET_BEHIND,
	TARGET_OVERDUE,
	TARGET_UNCLEAR,
};

struct report_document { /* van_ban */
	struct str number, symbol, place, subject, signer_office, signer;
	struct date issued; /* may be partial */
};

struct report_period { /* ky */
	int sort;
	int64_t year, quarter, month; /* -1 when not written */
	struct date from, to;         /* both within it */
	int window;                   /* enum report_window */
};

struct report_credit { /* theo_don_vi */
	struct ref unit;
	int64_t written, helped; /* -1 when not written */
};

struct report_item { /* noi_dung_da_tinh: what counted, as it was then */
	struct str title, url;
	struct date on;
};

struct report_result {     /* ket_qua_chi_tieu */
	struct str number; /* tt of the plan's target */
	int64_t due, done; /* due: -1 when the plan does not say */
	int64_t whole;     /* asked for in all; -1: not said */
	/* Different items, where they are asked for beside copies; -1: they are not. */
	int64_t sorts_due, sorts_done, sorts_whole;
	bool from_start; /* counted since the plan began */
	int state;       /* enum target_state */
	int64_t gap;     /* days; -1: none */
	struct str text;
	struct list items;   /* struct report_item */
	struct list by_unit; /* struct report_credit */
};

struct report_demand { /* yeu_cau_khac */
	struct str id, text;
	int64_t due, done; /* due -1: cannot be said */
	int state;
};

struct report {
	struct common common;
	const struct report_document *document;
	const struct report_period *period;
	struct str to;
	struct date deadline;
	struct list results;         /* struct report_result */
	struct list demands;         /* struct report_demand */
	int64_t units, active_units; /* -1 when not written */
	struct date counted;         /* the last day of which the numbers are */
	struct list silent_units;    /* struct ref */
	struct marked_text outcome, shortcomings, causes, measures, requests;
	struct list evidence; /* struct str */
};

/* By enum report_window; {"quy", "Quý"} of a period. */
extern const struct choice report_windows[], report_period_sorts[];

/* By enum target_state: {"dat", "Đạt"} */
extern const struct choice report_target_states[];

extern const struct kind report_kind;

#endif
