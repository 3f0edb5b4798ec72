/*
 * plan - kế hoạch, format ke-hoach/1: a communication plan as data.
 *
 * The texts are the plan's own words; what the source does not say is null and stays
 * so. Units are named by the codes of don_vi_tham_gia, the plan's own list: a plan may
 * name a unit that is no record of the site, such as "all departments".
 *
 * What is counted against its targets is no part of the record: see domain rules in
 * the counting. Contradictions of the plan (`canh_bao`) and uncertain readings of a scan
 * (`doc_ocr`) are part of it, because a reader has a right to know them.
 */
#ifndef CCHC_KINDS_PLAN_H
#define CCHC_KINDS_PLAN_H

#include "kinds/common.h"

/* luoc_do */
#define PLAN_FORMAT "ke-hoach/1"

enum plan_period_sort { /* ky.loai */
	PLAN_YEAR,
	PLAN_FIRST_HALF,
	PLAN_SECOND_HALF,
	PLAN_QUARTER,
	PLAN_MONTH,
	PLAN_PHASE, /* any two days */
};

enum cadence { /* chu_ky */
	CADENCE_ALWAYS,
	CADENCE_WEEKLY,
	CADENCE_MONTHLY,
	CADENCE_QUARTERLY,
	CADENCE_HALF_YEARLY,
	CADENCE_YEARLY,
	CADENCE_ONCE,
	CADENCE_PERIODIC,
};

enum count_way { /* cach_dem */
	COUNT_EACH_CYCLE,
	COUNT_WHOLE_PERIOD,
	COUNT_UNCLEAR, /* somebody has to decide before a share can be shown */
};

enum {
	PLAN_ROLE_FOCAL = 1,        /* vai_tro "dau-moi": gathers what the others give */
	PLAN_ISSUER_DEPARTMENT = 2, /* don_vi.loai "so-y-te": of a whole sector */
	PLAN_GROUP_STAFF = 0,       /* nhom "noi-bo" */
};

enum certainty { /* do_tin */
	CERTAINTY_HIGH,
	CERTAINTY_MIDDLE,
	CERTAINTY_LOW,
};

struct plan_source { /* nguon */
	struct str file, note;
	int quality;
};

struct plan_issuer { /* don_vi */
	struct str code, name, superior, province;
	int sort;
};

struct plan_recipient { /* van_ban.noi_nhan */
	struct str name, note;
};

struct plan_document { /* van_ban */
	int type;      /* in legal_types */
	struct str number, symbol, number_symbol, place;
	struct date issued; /* may be partial */
	struct str subject, opening, closing;
	struct str authority, signer_office, signer;
	struct list recipients; /* struct plan_recipient */
	struct list kept_by;    /* struct str */
};

struct plan_period { /* ky */
	int sort;    /* enum plan_period_sort */
	int64_t year;
	struct date from, to; /* both within it */
};

struct plan_basis { /* can_cu, van_ban_vien_dan */
	int verb;   /* of a basis */
	int type;   /* in legal_types */
	struct str number, issuer, subject;
	struct date issued;
	struct str at; /* of a citation: the paragraph */
};

struct plan_paragraph { /* muc_dich, yeu_cau, giai_phap */
	struct str id, text;
	bool has_gap;
};

struct plan_audience { /* doi_tuong */
	struct str id, text, at;
	int group;
};

struct plan_content { /* noi_dung */
	struct str id, text;
	struct list fields, indices, channels; /* int */
};

struct plan_form { /* hinh_thuc */
	struct str id, text;
	struct list channels, genres; /* int */
	struct str genres_as_written, cadence_as_written;
	int cadence;
	struct list leads, helpers; /* struct str */
	int64_t at_least;           /* -1: all of them */
};

struct plan_budget { /* kinh_phi */
	struct str id, text, unit;
	int64_t amount; /* đồng, -1: none is stated */
};

struct plan_task { /* nhiem_vu */
	struct str id, text;
	struct list sorts, helpers;   /* struct str */
	struct list channels, fields; /* int */
	int cadence;
	struct date deadline; /* the last day that is in time */
	struct str deadline_as_written;
	struct list deadlines; /* struct date */
	struct str product;
};

struct plan_duty { /* to_chuc_thuc_hien */
	struct str id;
	struct list units; /* struct str */
	struct list tasks; /* struct plan_task */
};

struct plan_annex { /* phu_luc */
	struct str name, title, attached_to;
	struct list columns; /* struct str */
};

struct plan_target { /* chi_tieu: the head of a group, or a target */
	struct str number, group, text;
	bool is_group;
	int channel;
	struct list counts; /* int: genres */
	struct str genres_as_written, amount_as_written, time_as_written;
	int64_t kinds, amount; /* so_loai, so_luong; -1: not stated */
	struct str counted_in;
	int way, cadence;
	struct list doers, helpers; /* struct str */
	struct date deadline;
	struct str product;
};

struct plan_demand { /* chi_tieu_khac */
	struct str id, text, at;
	int64_t percent, at_least; /* -1: not stated */
};

struct plan_report { /* bao_cao: one that the plan asks for */
	struct str id, text, to, deadline_as_written;
	struct list senders; /* struct str */
	int period;
	struct date deadline;
};

struct plan_participant { /* don_vi_tham_gia */
	struct str code, name;
	struct list aliases; /* struct str */
	int role;            /* PLAN_ROLE_FOCAL, and others; -1: none is written */
};

struct plan_hotline { /* duong_day_nong */
	struct str name, number, at;
};

struct plan_reading { /* doc_ocr */
	struct str at, as_scanned, read_as, reason;
	int certainty;
};

struct plan_warning { /* canh_bao */
	struct str code, at, text;
};

struct plan_amendment { /* dieu_chinh */
	struct date on;
	struct str document, text;
};

struct plan {
	struct common common;
	struct str format; /* luoc_do */
	const struct plan_source *source;
	const struct plan_issuer *issuer;
	const struct plan_document *document;
	const struct plan_period *period;
	struct list bases, citations;                 /* struct plan_basis */
	struct list purposes, requirements, measures; /* struct plan_paragraph */
	struct str theme;
	struct list audiences; /* struct plan_audience */
	struct list contents;  /* struct plan_content */
	struct list forms;     /* struct plan_form */
	const struct plan_budget *budget;
	struct list duties; /* struct plan_duty */
	const struct plan_annex *annex;
	struct list targets;      /* struct plan_target, heads of groups among them */
	struct list demands;      /* struct plan_demand */
	struct list reports;      /* struct plan_report */
	struct list participants; /* struct plan_participant */
	struct list hotlines;     /* struct plan_hotline */
	struct list readings;     /* struct plan_reading */
	struct list warnings;     /* struct plan_warning */
	struct list amendments;   /* struct plan_amendment */
};

/* kenh and dem: what a target may ask for */
extern const struct choice plan_channels[], plan_counted_genres[];

/* Does what was posted in the channel of that code count for this one of plan_channels?
 * For itself, and for the wider one that it is a part of: a fanpage for Facebook, each of
 * them for the social networks. */
bool plan_channel_takes(int channel, struct str code);

extern const struct schema plan_schema;
/* Of single rows, for views that name their units or link to their documents. */
extern const struct schema plan_basis_schema, plan_citation_schema, plan_form_schema,
	plan_task_schema, plan_target_schema, plan_report_schema;
extern const struct kind plan_kind;

/* Has it not been issued yet? The copy of a plan (nguon) that shows neither number nor
 * symbol was, and nobody knows its number. */
bool plan_is_draft(const struct plan *x);

/* The target of that number; NULL: the plan has none, or a group's head has it. */
const struct plan_target *plan_target(const struct plan *x, struct str number);

/* The participant of that code; NULL: the plan has none. */
const struct plan_participant *plan_participant(const struct plan *x, struct str code);

#endif
