/*
 * chart_fence - the fenced block `chart`, in Vietnamese `bieu-do`: a chart as authors
 * write it.
 *
 *	```chart
 *	kieu: "cot"            cot (bars), duong (a line over time), tien-do (progress
 *	tieu_de: "Số hồ sơ"    towards targets) or ty-le (shares of a whole)
 *	don_vi: "hồ sơ"
 *	du_lieu:
 *	  - ten: "Quý I"
 *	    gia_tri: 120
 *	  - ten: "Quý II"      no number: nothing is known
 *	```
 *
 * It stands beside text/component.h because what it draws with knows text/.
 */
#ifndef CCHC_DRAW_CHART_FENCE_H
#define CCHC_DRAW_CHART_FENCE_H

#include "data/schema.h"

/* What may stand in it. */
extern const struct schema chart_schema;

/* As component_fence(): *known is false for all other words, and nothing is put then.
 * What the page calls the chart by (svg_begin) comes from its file and line. */
bool chart_fence(struct arena *a, struct str word, struct str body, struct pos at, bool *known,
		 struct buf *out, struct diag *d) MUST_USE;

#endif
