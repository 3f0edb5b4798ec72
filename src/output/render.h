/*
 * render - private to output/: every output's bytes, compared with what the output
 * folder holds.
 */
#ifndef CCHC_OUTPUT_RENDER_H
#define CCHC_OUTPUT_RENDER_H

#include "output/output.h"

struct rendering {
	const struct write_request *request;
	struct str beside; /* where changed files are written; empty: nowhere */

	/* private */
	const struct value *site_view;
	bool *ok;             /* one an output */
	unsigned char *flaws; /* the same, of struct outline; NULL: only installed layouts */
	bool is_late;         /* what the offline copy is made of, when all others are there */
	size_t one;           /* of these */
};

/* Render all outputs on all cores. Each gets its hash and size and, when the file in
 * the output folder holds other bytes, is marked as changed and written beside. */
bool render_all(struct arena *a, struct rendering *x, struct crew *crew,
		struct diag *d) MUST_USE;

#endif
