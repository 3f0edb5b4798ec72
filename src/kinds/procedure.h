/*
 * procedure - thủ tục hành chính and service processes.
 *
 * Three sorts in one kind: a national procedure (TTHC, made public under NĐ
 * 63/2010/NĐ-CP, with a code), an internal procedure of the administration, and a
 * hospital's own service process, which is no TTHC and must never look like one.
 *
 * The struct is what a file of content/thu-tuc says. What follows from it is in the
 * files beside this one: the rules with codes TT-01 ... (procedure_rules.h), its terms
 * in words (procedure_term.h), its version (procedure_version.h), what layouts see
 * (procedure_view.h).
 */
#ifndef CCHC_KINDS_PROCEDURE_H
#define CCHC_KINDS_PROCEDURE_H

#include "kinds/common.h"
#include "viet/term.h"

enum procedure_sort { /* loai_thu_tuc */
	PROCEDURE_NATIONAL,
	PROCEDURE_OF_UNIT,
	PROCEDURE_INTERNAL,
};

enum procedure_state { /* trang_thai_tthc */
	PROCEDURE_NEW,
	PROCEDURE_IN_USE,
	PROCEDURE_AMENDED,
	PROCEDURE_REPLACED,
	PROCEDURE_PAUSED,
	PROCEDURE_ABOLISHED,
};

enum online_level { /* dvc */
	ONLINE_NONE,
	ONLINE_INFORMATION,
	ONLINE_PARTIAL,
	ONLINE_FULL,
};

enum channel_sort { /* cach_thuc[].kenh */
	CHANNEL_COUNTER,
	CHANNEL_ONLINE,
	CHANNEL_POST,
};

enum result_form { /* ket_qua[].hinh_thuc */
	RESULT_PAPER,
	RESULT_ELECTRONIC,
	RESULT_BOTH,
};

struct announcement { /* quyet_dinh_cong_bo */
	struct ref decision;
	int action;
	struct list amended_parts; /* struct str */
	struct date made_public;
};

struct step { /* trinh_tu[].buoc */
	struct str name, text;
	int actor; /* 0 the citizen, 1 the unit */
	struct str place, time;
};

struct course { /* trinh_tu: the steps of one case */
	struct str of_case;
	struct list steps; /* struct step */
};

struct fee { /* phi_le_phi, cach_thuc[].phi */
	struct str name;
	int64_t amount; /* đồng; -1 when not written */
	struct str about;
	struct ref document;
};

struct channel_term {   /* thoi_han */
	int64_t amount; /* -1 when not written */
	int unit;       /* enum term_unit */
	struct str about;
};

struct manner { /* cach_thuc: a way to apply */
	int channel;
	const struct channel_term *term;
	struct list fees; /* struct fee */
	struct str about, url;
};

struct paper { /* thanh_phan_ho_so[].giay_to */
	struct str code, name;
	int64_t originals, copies; /* -1 when not written */
	struct ref form;
	bool shown_only;       /* xuat_trinh: looked at and given back */
	bool replaced_by_data; /* thay_bang_du_lieu: known from a database */
	struct str database, note;
};

struct dossier { /* thanh_phan_ho_so: the papers of one case */
	struct str of_case;
	struct list papers; /* struct paper */
};

struct outcome { /* ket_qua */
	struct str name;
	int form;
	struct ref sample;
};

struct linkage { /* lien_thong: another authority that goes on with it */
	struct ref authority;
	struct str text;
};

struct procedure_change { /* thay_doi */
	struct date on;
	struct str text;
	struct ref document;
};

struct posting { /* niem_yet: a sheet on a board */
	struct str place;
	struct date on;
	struct str version;
};

struct procedure {
	struct common common;
	int sort;         /* enum procedure_sort */
	int state;        /* enum procedure_state */
	int online;       /* enum online_level */
	struct date from; /* the first day on which it applies */
	struct date to;   /* the last one */
	bool no_papers;   /* khong_can_giay_to */
	bool no_outcome;
	bool free;                 /* phi_le_phi: khong-thu */
	bool no_requirements;      /* yeu_cau_dieu_kien: khong */
	struct str code;           /* ma_tthc */
	struct str short_code;     /* ma_ngan; empty: the initials of ma */
	struct str name;           /* ten */
	struct list aliases;       /* struct str */
	struct str field;          /* linh_vuc_tthc */
	struct list levels;        /* int */
	struct list announcements; /* struct announcement */
	struct ref successor;      /* thay_the_boi */
	struct list courses;       /* struct course */
	struct list manners;       /* struct manner */
	struct list dossiers;      /* struct dossier */
	int64_t sets;              /* so_bo_ho_so; -1 when not written */
	struct str term;           /* thoi_han_giai_quyet; empty: it follows from manners */
	struct list applicants;    /* doi_tuong_thuc_hien: int */
	struct ref agency;         /* co_quan_thuc_hien: a unit or a name */
	struct list competent, authorised, cooperating; /* struct ref: units or names */
	struct list counters;                           /* noi_tiep_nhan: struct ref */
	struct list outcomes;                           /* struct outcome */
	struct list fees;                               /* struct fee */
	struct list requirements;                       /* struct str */
	struct list forms;                              /* struct ref */
	struct list bases;                              /* can_cu_phap_ly: struct ref */
	struct str partial_because;
	struct str apply_url, lookup_url, payment_url;
	struct list identities;            /* int */
	struct list life_events;           /* int */
	struct list linkages;              /* struct linkage */
	struct list situations, questions; /* struct ref */
	struct list benefits;              /* struct str */
	struct list changes;               /* struct procedure_change */
	struct list warnings;              /* struct str */
	struct list postings;              /* struct posting */
};

extern const struct kind procedure_kind;
extern const struct schema procedure_schema;

/* The words of choices: {code, name}, in the order of the enums above. */
extern const struct choice procedure_sorts[], procedure_states[], procedure_channels[],
	procedure_life_events[], procedure_online_levels[];
enum {
	PROCEDURE_LIFE_EVENTS = 9,
};

/* Does it no longer apply on that day? And does it not apply yet? */
bool procedure_has_ended(const struct procedure *x, struct date today);
bool procedure_is_ahead(const struct procedure *x, struct date today);

#endif
