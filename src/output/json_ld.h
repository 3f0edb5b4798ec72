/*
 * json_ld - a page for programs: what it is, where it stands, who publishes it, and what
 * it is about (kinds/linked.h), as JSON-LD in the words of schema.org.
 */
#ifndef CCHC_OUTPUT_JSON_LD_H
#define CCHC_OUTPUT_JSON_LD_H

#include "output/view.h"

/* JSON for a <script type="application/ld+json">; null for what is no page to find:
 * a notice that there is none, or that it has moved. view is the output's, complete. */
const struct value *json_ld_of(const struct viewing *w, const struct value *view);

#endif
