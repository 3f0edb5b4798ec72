/*
 * access_rules - what somebody needs who does not see a page, or not well (TN-01 to TN-19):
 * what is asked of the texts of every kind, of site.yaml and of a site's own layouts.
 *
 * Texts are taken apart where they are converted (text/markdown.h, judge); the site says
 * what is wrong with a part (site/access.h). Most are warnings: a page that somebody cannot
 * use well is better than none, but for pictures that say nothing at all and colours that
 * nobody could read.
 */
#ifndef CCHC_KINDS_ACCESS_RULES_H
#define CCHC_KINDS_ACCESS_RULES_H

#include "kinds/rule.h"
#include "text/markdown.h"

enum access_rule {
	ACCESS_TITLE,      /* TN-01 */
	ACCESS_LEVEL,      /* TN-02 */
	ACCESS_HEADING,    /* TN-03 */
	ACCESS_PICTURE,    /* TN-04 */
	ACCESS_ALT,        /* TN-05 */
	ACCESS_LINK,       /* TN-06 */
	ACCESS_LINK_TEXT,  /* TN-07 */
	ACCESS_TABLE_HEAD, /* TN-08 */
	ACCESS_TABLE,      /* TN-09 */
	ACCESS_FOREIGN,    /* TN-10 */
	ACCESS_LANGUAGE,   /* TN-11 */
	ACCESS_PDF,        /* TN-12 */
	ACCESS_CONTRAST,   /* TN-13 */
	ACCESS_VIDEO,      /* TN-14 */
	ACCESS_BULLETS,    /* TN-15 */
	ACCESS_BOLD,       /* TN-16 */
	ACCESS_CAPITALS,   /* TN-17 */
	ACCESS_TEXT_IMAGE, /* TN-18 */
	ACCESS_LAYOUT,     /* TN-19 */
	ACCESS_RULES,

	ACCESS_ALT_MAX = 250,    /* characters of a picture's description */
	ACCESS_ADDRESS_MAX = 40, /* characters of an address that is a link's text */
	ACCESS_TEXT_MIN = 100,   /* words of a page that says by itself what a file says */
};

extern const struct rule access_rules[ACCESS_RULES]; /* by enum access_rule */

/* What is wrong with a part of a text: its rule, and in *text what is said of it, in the
 * reader's language, in a. NULL: nothing. */
const struct rule *access_judge(struct arena *a, const struct markdown_part *part,
				struct str *text);

/* Is it a form that is printed and filled in, by its name or by the words of a link? */
bool access_is_form(struct arena *scratch, struct str words);

/* Does a picture's description say that it shows a document? */
bool access_is_text_image(struct arena *scratch, struct str alt);

#endif
