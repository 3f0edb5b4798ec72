/*
 * convert_fields - the fields of a record that hold Markdown (FIELD_MARKDOWN).
 */
#ifndef CCHC_SITE_CONVERT_FIELDS_H
#define CCHC_SITE_CONVERT_FIELDS_H

#include "site/site.h"

/* Turn each into HTML, which the worker keeps; the page's file has been read again. hooks
 * are those of the page's body: links in a field are resolved and checked as those of a
 * body are. False: reported. */
bool convert_fields(struct page *p, const struct markdown_hooks *hooks,
		    struct worker *w) MUST_USE;

#endif
