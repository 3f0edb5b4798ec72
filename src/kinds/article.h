/*
 * article - tin, bài: news, stories, interviews, notices.
 */
#ifndef CCHC_KINDS_ARTICLE_H
#define CCHC_KINDS_ARTICLE_H

#include "kinds/common.h"

struct credit { /* ghi_cong: who contributed what */
	struct ref unit;
	int role;
	struct str person;
};

struct repost { /* dang_lai: the same item in another channel */
	struct str channel;
	struct date on;
	struct str url;
};

struct answer { /* phan_hoi: what became of a criticism */
	int state;
	struct str text;
	struct date on;
	struct ref unit;
};

struct effect { /* hieu_qua: before and after, in numbers */
	struct str before, after, of_what;
};

struct outage { /* thoi_gian_ngung */
	struct date from, to;
};

struct praise { /* duoc_khen */
	struct str form, document;
};

struct article {
	struct common common;
	int genre;
	struct date event;
	struct ref picture;
	struct list credits, reposts;              /* struct credit, struct repost */
	struct list documents, procedures, events; /* struct ref */
	const struct praise *praise;
	const struct answer *answer;
	struct date expires;
	struct list effects; /* struct effect */
	const struct outage *outage;
};

extern const struct kind article_kind;

#endif
