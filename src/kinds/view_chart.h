/*
 * view_chart - charts of what records hold, as values of their views.
 */
#ifndef CCHC_KINDS_VIEW_CHART_H
#define CCHC_KINDS_VIEW_CHART_H

#include "data/value.h"
#include "draw/chart.h"

/* The figure as HTML; null when there is no number to draw, or more rows or series than a
 * chart may have. id is a word that no other element of the page has; see svg_begin(). A
 * chart without names of series has one. */
const struct value *view_chart(struct arena *a, const struct chart *c, struct str id);

/* A count as charts have it; CHART_MISSING of less than 0. */
int64_t view_chart_count(int64_t n);

#endif
