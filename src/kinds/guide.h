/*
 * guide - hướng dẫn từng bước: how to do one thing, step by step, to be read on a
 * telephone and put up as a sheet. A body is optional: what to say besides.
 */
#ifndef CCHC_KINDS_GUIDE_H
#define CCHC_KINDS_GUIDE_H

#include "kinds/common.h"

struct guide_step { /* buoc */
	struct str name;
	struct marked_text text; /* noi_dung */
	struct ref picture;
	struct str alt;          /* in place of the picture's own */
	struct marked_text note; /* luu_y */
	struct str time;         /* "2 phút" */
};

struct guide {
	struct common common;
	struct list steps;      /* struct guide_step */
	struct list needs;      /* chuan_bi: struct str */
	struct list procedures; /* struct ref to thu-tuc */
	struct list documents;  /* struct ref to van-ban */
	struct str time;        /* thoi_gian: of all steps */
	struct ref help;        /* noi_ho_tro: a contact */
};

extern const struct kind guide_kind;

#endif
