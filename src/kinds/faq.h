/*
 * faq - hỏi đáp, tình huống: a question and its answer, with what the answer rests on.
 */
#ifndef CCHC_KINDS_FAQ_H
#define CCHC_KINDS_FAQ_H

#include "kinds/common.h"

enum faq_type {        /* kieu */
	FAQ_QUESTION,  /* one that many ask */
	FAQ_SITUATION, /* what to do in a case, told without names */
	FAQ_CITIZEN,   /* one that a citizen asked, and the answer given */
};

struct faq {
	struct common common;
	int type; /* enum faq_type */
	struct str question;
	struct marked_text facts;  /* boi_canh */
	struct marked_text answer; /* tra_loi */
	struct list grounds;       /* can_cu: struct ref to van-ban */
	struct list procedures;    /* struct ref */
	struct date asked, answered;
	struct str answerer;
	bool anonymous;
};

extern const struct kind faq_kind;

#endif
