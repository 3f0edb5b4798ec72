/*
 * translation - bản dịch: what texts of the site say in English, as pairs.
 *
 * A pair is a text as it stands in a record or in site.yaml, and the same in English. All
 * approved translations of a site are one dictionary (site/english.h), so a text that many
 * records share is translated once, and a text that was changed has no English until
 * somebody has looked at it again. What is no text (money, dates, hours, numbers) is never
 * written here: English pages take it from the records.
 *
 * Such records have no page.
 */
#ifndef CCHC_KINDS_TRANSLATION_H
#define CCHC_KINDS_TRANSLATION_H

#include "kinds/common.h"

enum {
	TRANSLATION_PAIRS_MAX = 500, /* in one file */
	TRANSLATION_RULES = 4,
};

struct translation_pair { /* dich */
	struct str vietnamese;
	struct str english; /* empty: still to be written */
};

struct translation {
	struct common common;
	struct list pairs; /* struct translation_pair */
};

extern const struct kind translation_kind;

/* What the check of English pages reports. */
extern const struct rule translation_no_page, translation_no_english, translation_changed,
	translation_no_original;

#endif
