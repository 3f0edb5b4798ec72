/*
 * mentions - the documents that texts name: links to them, and what is wrong with them.
 *
 * Which document is meant says the catalogue (catalogue.h); where it cannot choose, nothing
 * is linked and nothing said.
 *
 * Looked through are the Markdown of a page (mentions in plain text become links) and
 * the texts of its fields, except those that are names or numbers themselves
 * (FIELD_VERBATIM). What is found:
 *
 *	VB-01	the text rests on a document that is no longer in force. It rests on
 *		it when the words before it in the sentence say so ("căn cứ", "theo",
 *		"thực hiện", "áp dụng" ...) and nothing in the sentence says that it
 *		is history ("trước đây", "thay thế", "hết hiệu lực" ...). What is news of
 *		a date may rest on what was in force on that day.
 *		So does a reference in a field can_cu...; of procedures TT-05 says it, of
 *		answers HD-05.
 *	VB-02	the catalogue has no such document; advice, once a document and page, and
 *		not where a row of fields tells all of it (a plan's can_cu)
 *	VB-03	the date behind the number is not that of the catalogue
 *	VB-04	a space within the number: "705 1/KH-UBND"
 *	VB-05	the number was never filled in: "Số: /KH-YTST"
 */
#ifndef CCHC_SITE_MENTIONS_H
#define CCHC_SITE_MENTIONS_H

#include "site/site.h"

/* What one page mentions, while it is converted. */
struct mentioning {
	const struct site *site;
	struct page *page;
	struct arena *scratch;
	struct page_list *found; /* the documents, in keep */
	struct arena *keep;
	struct map *unknown; /* told of already */
	/* While a field is looked through: it is one of what the record rests on; what
	 * stands in the fields beside a number, in a row that says by itself which
	 * document is meant. */
	bool is_basis, is_row;
	struct date date_beside;
	struct str issuer_beside;
};

struct mentioning *mentioning_start(struct worker *w, const struct site *s, struct page *p);

/* The members of struct markdown_hooks. */
bool mentions_possible(const struct mentioning *m, struct str text);
size_t mentions_find(struct mentioning *m, struct arena *a, struct str text,
		     struct markdown_mention **list);
void mentions_tell(struct mentioning *m, const struct markdown_mention *mention, struct pos at,
		   struct diag *d);

/* Say that `to` has ended when it had on the day that counts for the page. */
void mentions_tell_ended(const struct mentioning *m, const struct page *to, struct pos at,
			 struct diag *d);

/* A link that the author wrote leads to that page. */
void mentions_add(struct mentioning *m, struct page *to);

/* Look through the fields of the page's file, whose text that is. */
void mentions_in_fields(struct mentioning *m, struct str file, struct diag *d);

/* On one thread, behind all: each document knows the pages that mention it. */
void mentions_connect(struct site *s, struct arena *a);

#endif
