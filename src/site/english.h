/*
 * english - the English pages of a site: which there are, and what says what in English.
 *
 * A site has them when site.yaml has a section of kind ban-dich and its institution's name
 * has been translated. Then there are a home page, the contacts, the organisation, and each
 * procedure of tieng_anh (or noi_bat) in site.yaml whose name has been translated. Each
 * stands for a page in Vietnamese; when that is withdrawn, or not published, it goes.
 *
 * The approved records ban-dich are one dictionary, from a text as it was written to the
 * same in English. Texts are compared in one form of Unicode and with each run of blanks
 * as one; else as they are, so that a text that has changed has no English any more.
 */
#ifndef CCHC_SITE_ENGLISH_H
#define CCHC_SITE_ENGLISH_H

#include "site/site.h"

#define ENGLISH_URL "en/"

enum english_sort {
	ENGLISH_HOME,
	ENGLISH_PROCEDURES, /* the list of those below */
	ENGLISH_PROCEDURE,
	ENGLISH_CONTACTS,
	ENGLISH_ORGANISATION,
};

struct english_page {
	enum english_sort sort;
	struct str url;                /* below the site's base: "en/contacts/" */
	struct str original;           /* the page in Vietnamese: "lien-he/" */
	const struct page *page;       /* of a procedure */
	const struct section *section; /* of contacts, the organisation, procedures */
};

struct english_pair {
	struct str vietnamese, english;
	const struct page *page; /* the translation, and which of its pairs it is */
	size_t number;
};

struct english {
	struct map pairs; /* text to struct english_pair */
	struct english_page *pages;
	size_t n;
};

/* Gather the translations and decide the pages; s->english stays NULL when site.yaml asks
 * for none. False, and reported, when one text has two translations. */
bool site_gather_english(struct site *s, struct arena *a, struct diag *d) MUST_USE;

/* A text as it is compared: files are in one form of Unicode once they have been read, so
 * only blanks differ. */
struct str english_key(struct arena *a, struct str text);

/* What the site says for a text, or cchc for one of its own words; empty when nobody does.
 * *used, when not NULL, becomes the pair that says it, or NULL. */
struct str english_text(const struct site *s, struct arena *scratch, struct str vietnamese,
			const struct english_pair **used);

/* The page of that address, or the one in place of that original; NULL: there is none. */
const struct english_page *english_page_at(const struct site *s, struct str url);
const struct english_page *english_page_for(const struct site *s, struct str original);

/* Where English pages tell of a record, below the site's base and whether they do or not:
 * "en/procedures/x/", "en/contacts/#x"; empty for other kinds. */
struct str english_record_url(struct arena *a, const struct page *p);

/* Is a record of units or contacts shown on English pages? */
bool english_shows(const struct site *s, const struct page *p);

/* The procedures that are to have an English page: how many, and the i-th; NULL when that
 * is not published. */
size_t english_wanted(const struct site *s);
const struct page *english_wanted_at(const struct site *s, size_t i);

/* The place of a pair in its file, for messages. */
struct pos english_pair_place(struct arena *scratch, const struct english_pair *pair,
			      struct diag *d);

#endif
