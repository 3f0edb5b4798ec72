/*
 * index - chỉ số: a measurement that somebody publishes every year (PAR INDEX, SIPAS,
 * satisfaction of patients), with its results.
 *
 * Values are the text that was written, with a decimal comma (viet/decimal.h).
 */
#ifndef CCHC_KINDS_INDEX_H
#define CCHC_KINDS_INDEX_H

#include "kinds/common.h"

enum index_level { /* cap */
	INDEX_CENTRAL,
	INDEX_PROVINCE,
	INDEX_DEPARTMENT,
	INDEX_UNIT,
};

struct scale { /* thang_diem */
	struct str min, max;
	int unit;
};

struct index_part { /* thanh_phan */
	struct str name, value;
	int64_t rank; /* -1 when not written */
};

struct index_result {       /* ket_qua */
	int64_t year;       /* that was measured */
	struct str subject; /* doi_tuong: whose result it is */
	struct str value;
	int64_t rank, total; /* -1 when not written */
	struct str group;
	struct date published;
	struct ref document;
	struct str source;
	struct list parts; /* struct index_part */
};

struct self_score { /* tu_cham */
	struct str criterion, full, own, reviewed;
	struct list evidence; /* struct str */
};

struct index {
	struct common common;
	struct str name;
	struct list other_names; /* struct str */
	struct str publisher;
	const struct scale *scale;
	int level;           /* enum index_level */
	struct list results; /* struct index_result */
	struct list scores;  /* struct self_score */
	struct marked_text meaning;
	struct str note;
};

extern const struct kind index_kind;

#endif
