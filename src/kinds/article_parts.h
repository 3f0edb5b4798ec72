/*
 * article_parts - private to the kind tin-bai: its table stands in article_table.c, its
 * rules in article_rules.c.
 */
#ifndef CCHC_KINDS_ARTICLE_PARTS_H
#define CCHC_KINDS_ARTICLE_PARTS_H

#include "kinds/article.h"

enum genre {
	GENRE_NEWS,
	GENRE_STORY,
	GENRE_REPORTAGE,
	GENRE_INTERVIEW,
	GENRE_EXAMPLE,
	GENRE_MODEL,
	GENRE_INITIATIVE,
	GENRE_CRITICISM,
	GENRE_NOTICE,
	GENRE_CONFERENCE,
	GENRE_OUTAGE,
	GENRE_CONSULTATION,
};

extern const struct choice article_genres[];
extern const struct schema article_schema;

enum {
	ARTICLE_RULES = 15,
};
extern const struct rule *const article_rules[ARTICLE_RULES];

void inspect_article(const void *data, struct inspection *i);

#endif
