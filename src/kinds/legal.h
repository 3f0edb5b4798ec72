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
	struct str format, sha256; /* as written */
	int64_t bytes;             /* -1 when not written */
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
	bool effect_unknown;     /* nobody here knows from when it is in force */
	struct list relations;   /* struct relation */
	struct list attachments; /* struct attachment */
	struct str original_url;
	struct list recipients; /* struct str */
	bool scanned;
	struct list aliases; /* struct str */
	int issue_state;
	struct date public_from, public_to;
	struct str note;
	struct marked_text full_text; /* toan_van: what its file says, as text */

	/* Not written but found out, from what other documents say (settle): */
	struct str replaced_by; /* the title of the first that stands in its place */
	bool partly_ended;
	struct list edges; /* struct legal_edge: what it does to others */
};

/* ten_loai: Luật, Nghị định, Kế hoạch … */
extern const struct choice legal_types[];

extern const struct kind legal_kind;

bool legal_has_ended(const struct legal *x, struct date day);

/* What site/mentions.h finds in texts. */
extern const struct rule legal_rule_ended, legal_rule_unknown, legal_rule_date,
	legal_rule_suspicious, legal_rule_empty;

#endif
