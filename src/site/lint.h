/*
 * lint - what the texts of records tell of private people, each with its place; and which of
 * their fields are words of a link or a picture that say nothing.
 *
 * Texts are looked through when their file is read, while they are at hand; whether a
 * telephone number is an official one is known only when all records are, so it is
 * reported later.
 */
#ifndef CCHC_SITE_LINT_H
#define CCHC_SITE_LINT_H

#include "site/site.h"

/* Note what a record's fields (v) and body, of the file's text, tell and leave unsaid. */
void lint_page(struct page *p, struct str file, const struct value *v, struct worker *w);

/* Report it, but for the telephone numbers of contacts, units and site.yaml; and the menus
 * of site.yaml too. */
void lint_report(const struct site *s, struct diag *d);

#endif
