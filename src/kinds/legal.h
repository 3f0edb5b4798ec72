/*
 * legal - văn bản: laws, decrees, decisions, plans of superiors and of one's own.
 */
#ifndef CCHC_KINDS_LEGAL_H
#define CCHC_KINDS_LEGAL_H

#include "kinds/common.h"

struct relation { /* quan_he */
	int type;
	struct ref document;
	struct str scope;
};

struct attachment { /* tep */
	struct file_ref file;
	struct str format;
	bool is_signed;
};

struct legal {
	struct common common;
	int type;
	struct str number;   /* so_ky_hieu */
	bool number_unknown; /* the source cites it without one */
	struct date issued;
	struct str issuer;
	int level;
	struct str subject; /* trich_yeu */
	struct str signer, signer_office;
	struct date effective, ends;
	struct list relations;   /* struct relation */
	struct list attachments; /* struct attachment */
	struct str original_url;
	struct list recipients; /* struct str */
	bool scanned;
	struct list aliases; /* struct str */
	int issue_state;
	struct date public_from, public_to;
	struct str note;
};

/* ten_loai: Luật, Nghị định, Kế hoạch … */
extern const struct choice legal_types[];

extern const struct kind legal_kind;

#endif
