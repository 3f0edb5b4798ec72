/*
 * reports - what a struct diag holds as short text, one line an item, in the order
 * in which it was reported: "2:7: no such day", "warning: 2:7: ...", "note: 1:7: ...".
 * Without the file's lines and the counts that assert_diag() shows.
 */
#ifndef CCHC_TESTS_REPORTS_H
#define CCHC_TESTS_REPORTS_H

#include "base/diag.h"

static inline void report_put(struct buf *out, const char *label, const struct diag_item *item)
{
	if (out->n)
		buf_byte(out, '\n');
	buf_add_z(out, label);
	if (item->at.line)
		buf_fmt(out, "%u:", item->at.line);
	if (item->at.line && item->at.col)
		buf_fmt(out, "%u:", item->at.col);
	if (item->at.line)
		buf_byte(out, ' ');
	buf_add(out, item->text);
}

static inline struct str reports_of(struct arena *a, const struct diag *d)
{
	static const char *const labels[] = {"", "warning: ", "advice: "};
	struct buf out = {.arena = a};

	for (const struct diag_item *item = d->first; item; item = item->next) {
		report_put(&out, labels[item->level], item);
		for (const struct diag_item *note = item->notes; note; note = note->next)
			report_put(&out, "note: ", note);
	}
	return buf_str(&out);
}

#endif
