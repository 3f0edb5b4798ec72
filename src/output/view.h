/*
 * view - private to output/: the parts of which the views of all outputs are made.
 *
 * Everything is allocated in the viewing's arena, which is reset after the output
 * has been rendered. Addresses in views are paths from the web root unless a name
 * says otherwise. An empty text is null, so that a section of a template can ask
 * whether there is one.
 */
#ifndef CCHC_OUTPUT_VIEW_H
#define CCHC_OUTPUT_VIEW_H

#include "kinds/report.h"
#include "output/output.h"

/* All that is needed to make the view of one output. */
struct viewing {
	struct arena *arena;
	const struct site *site;
	const struct outputs *outputs;
	const struct output *output;
	struct english_gaps *gaps; /* of an English page: see english.h */
	bool failed;               /* a body could not be read back */
};

/* view_parts.c: small pieces */
void view_set(const struct viewing *w, struct value *map, const char *key,
	      const struct value *v);
/* "co_" + key: does the list have items? view_set() does so by itself. */
void view_mark_list(const struct viewing *w, struct value *map, struct str key,
		    const struct value *list);
const struct value *view_text(const struct viewing *w, struct str s);
const struct value *view_truth(const struct viewing *w, bool b);
const struct value *view_path(const struct viewing *w, struct str url);
const struct value *view_absolute(const struct viewing *w, struct str url);
struct str view_joined(const struct viewing *w, struct str url, const char *name);
const struct value *view_named(const struct viewing *w, struct str name, struct str url);
struct value *view_coded(const struct viewing *w, struct str code, struct str name,
			 const struct value *url); /* {ma, ten, url} */
const struct value *view_target_state(const struct viewing *w,
				      enum target_state state);      /* the same, url null */
const struct value *view_amount(const struct viewing *w, int64_t n); /* 5.000; null of -1 */
const struct value *view_kind(const struct viewing *w, const struct kind *kind);
const struct value *view_page_link(const struct viewing *w, const struct page *p);
const struct value *view_ref(struct arena *a, const struct ref *ref, void *context);
const struct value *view_section_link(const struct viewing *w, const struct section *section);
const struct value *view_feeds_at(const struct viewing *w, struct str url);
/* {tieu_de, url}; null without a page */
const struct value *view_titled(const struct viewing *w, const struct page *p);
const struct value *view_phone(const struct viewing *w, struct str number);
/* For the functions of p's kind: what day it is, and the published pages of that kind
 * that refer to p. */
struct derive_context view_context(const struct viewing *w, const struct page *p);
struct date view_day(struct date d); /* without its time */

/* view_terms.c: NULL when the section's kind has no such taxonomy */
const struct value *view_term_link(const struct viewing *w, const struct term *term);
struct str view_term_title(const struct viewing *w, const struct term *term); /* "năm 2026" */
struct taxonomy *view_taxonomy(const struct section *section, const char *code);
const struct value *view_terms_of_page(const struct viewing *w, const struct page *p,
				       const char *code);
/* The taxonomies of a section alone, or with NULL those of the whole site but for those
 * whose lists hang on pages. */
const struct value *view_groups(const struct viewing *w, const struct section *section);

/* view_card.c: at most `most` pages from number `from` on, as cards */
const struct value *view_cards(const struct viewing *w, const struct page_list *pages,
			       size_t from, size_t most);

/* view_page.c: all keys of a page's own; and those of the notice in the place of one
 * that was withdrawn, which has nothing of its content but the title */
struct value *view_page(struct viewing *w, const struct page *p);
struct value *view_notice(const struct viewing *w, const struct page *p);

/* view_frame.c: which menu entry the output lies below, and where feedback goes */
void view_set_menu(const struct viewing *w, struct value *v, struct str here);
void view_set_feedback(const struct viewing *w, struct value *v);

/* view_english.c: of every page, its language and the page in the other one; and what an
 * English page sees as trang_web */
void view_set_languages(const struct viewing *w, struct value *v);
const struct value *view_english_site(struct viewing *w, const struct value *site);
/* [{ngon_ngu, url_day_du}] of an output that has a page in the other language */
const struct value *view_alternates(const struct viewing *w, const struct output *o);

/* view_journey.c: the steps of the events in life that a procedure belongs to, and of the
 * event that a term of procedures is */
const struct value *view_journeys_of_page(const struct viewing *w, const struct page *here);
const struct value *view_journeys_of_term(const struct viewing *w, const struct term *term);

/* view_maps.c: {ma, ten, mo_ta, url, tong_so} */
struct value *view_section(const struct viewing *w, const struct section *section);

/* view_refs.c: {kind, data, view}; who refers to a page, and what it rests on that has
 * ended */
struct record view_record(const struct viewing *w, const struct page *p);
void view_set_referrers(const struct viewing *w, struct value *v, const struct page *p);
void view_set_ended(const struct viewing *w, struct value *v, const struct page *p);

/* view_bases.c: the documents that a plan rests on and cites */
void view_set_bases(const struct viewing *w, struct value *v, const struct page *p);

/* view_progress.c: what was published against the targets of the output's plan */
void view_set_progress(const struct viewing *w, struct value *v);

/* Each adds the keys of one sort of output. */
void view_set_subpage(struct viewing *w, struct value *v);
void view_set_section_page(struct viewing *w, struct value *v);
void view_set_list(struct viewing *w, struct value *v);
void view_set_feed(struct viewing *w, struct value *v);
void view_set_home(struct viewing *w, struct value *v);
void view_set_tree(struct viewing *w, struct value *v);
void view_set_return_dates(struct viewing *w, struct value *v);
void view_set_search(struct viewing *w, struct value *v);
void view_set_corrections(struct viewing *w, struct value *v);
void view_set_subordinates(struct viewing *w, struct value *v);
void view_set_subordinate(struct viewing *w, struct value *v);
void view_set_english(struct viewing *w, struct value *v);
void view_set_sitemap(struct viewing *w, struct value *v);
void view_set_sitemap_index(struct viewing *w, struct value *v);
void view_set_redirect(struct viewing *w, struct value *v);
void view_set_redirects(struct viewing *w, struct value *v);

#endif
