/*
 * procedure_lists - the lists of procedures: by field, life event, audience, online
 * level, state and letter; the log of changes, all forms, and all sheets for
 * the board.
 */
#ifndef CCHC_KINDS_PROCEDURE_LISTS_H
#define CCHC_KINDS_PROCEDURE_LISTS_H

#include "kinds/procedure.h"

enum {
	PROCEDURE_TAXONOMIES = 7,
	PROCEDURE_SUBPAGES = 2,
	PROCEDURE_SECTION_PAGES = 7,
	CHANGES_IN_FEED = 50,
};

extern const struct taxonomy_def *const procedure_taxonomies[PROCEDURE_TAXONOMIES];
extern const struct subpage procedure_subpages[PROCEDURE_SUBPAGES];
extern const struct subpage procedure_section_pages[PROCEDURE_SECTION_PAGES];

#endif
