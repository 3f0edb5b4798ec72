/*
 * article - tin, bài: news, stories, interviews, notices.
 */
#ifndef CCHC_KINDS_ARTICLE_H
#define CCHC_KINDS_ARTICLE_H

#include "kinds/common.h"

struct credit { /* ghi_cong: who contributed what */
	struct ref unit;
	int role; /* enum contribution_role */
	struct str person;
};

struct repost {             /* dang_lai: the same item in another channel */
	struct ref channel; /* of site.yaml */
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

struct share_texts { /* cau_chia_se: what to say with the link, by channel */
	struct str fanpage, facebook, zalo, youtube, tiktok;
};

struct broadcast { /* phat_thanh: the version for the loudspeaker */
	struct str text;
	bool left_out;
	int64_t seconds;
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
	const struct share_texts *share_texts;
	const struct broadcast *broadcast;
};

extern const struct kind article_kind;

/* Something that readers must know or do in these days: a notice, an interruption of a
 * service, a draft to comment on. */
bool article_is_notice(const struct article *x);

/* A notice that ends on a day holds until that day is over. */
bool article_is_over(const struct article *x, struct date now);

#endif
