/*
 * contest - cuộc thi, hội thi, khảo sát, trắc nghiệm, tìm kiếm ý tưởng: what people are
 * asked to take part in, and what came of it.
 */
#ifndef CCHC_KINDS_CONTEST_H
#define CCHC_KINDS_CONTEST_H

#include "kinds/common.h"

enum contest_type { /* kieu */
	CONTEST_CONTEST,
	CONTEST_STAGE,
	CONTEST_SURVEY,
	CONTEST_QUIZ,
	CONTEST_IDEAS,
};

enum contest_state { /* of a day, never written */
	CONTEST_TO_OPEN,
	CONTEST_OPEN,
	CONTEST_CLOSED,
	CONTEST_ANNOUNCED,
};

struct quiz_question { /* cau_hoi */
	struct str question;
	struct list choices; /* struct str */
	int64_t answer;      /* dap_an: from 1; -1 when not written */
	struct marked_text reason;
	struct ref ground;
};

struct prize { /* giai_thuong */
	struct str name;
	int64_t count;
	int64_t worth; /* đồng */
};

struct winner { /* giai */
	struct str prize;
	struct ref unit; /* or a name */
	struct str work;
};

struct contest_result {          /* ket_qua */
	int64_t entries, people; /* -1 when not written */
	struct list winners;     /* struct winner */
	bool agreed;             /* dong_y: those who are named have agreed */
};

struct answer_share { /* ty_le */
	struct str answer, share;
};

struct survey_question { /* cau */
	struct str question;
	struct list shares; /* struct answer_share */
};

struct survey_result { /* ket_qua_khao_sat */
	int64_t sample;
	struct date from, to;
	struct str method;
	struct list questions; /* struct survey_question */
};

struct contest {
	struct common common;
	int type; /* enum contest_type */
	struct str organizer;
	struct ref rules;
	struct str who;
	struct date opens, closes, announced;
	struct marked_text how;
	struct str form_url;
	struct marked_text privacy; /* luu_y_rieng_tu */
	struct ref paper_form;
	struct list questions;                     /* struct quiz_question */
	struct list prizes;                        /* struct prize */
	const struct contest_result *result;       /* NULL without one */
	const struct survey_result *survey_result; /* NULL without one */
};

extern const struct kind contest_kind;

enum contest_state contest_state(const struct contest *x, struct date now);

#endif
