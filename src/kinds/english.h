/*
 * english - what cchc itself says on English pages: the words of choices, terms, dates and
 * amounts. What authors wrote is translated by the records ban-dich (translation.h).
 */
#ifndef CCHC_KINDS_ENGLISH_H
#define CCHC_KINDS_ENGLISH_H

#include "base/date.h"

/* One of cchc's own words in English ("Trực tiếp": "In person"); empty when it is none. */
struct str english_word(struct str vietnamese);

/* "23 November 2026", "November 2026", "2026": as much as is known. */
struct str english_date(struct arena *a, struct date d);

/* "VND 50,000" */
struct str english_money(struct arena *a, int64_t dong);

#endif
