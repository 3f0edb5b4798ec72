/*
 * text_file - a file as text: UTF-8 without control characters, in NFC, LF at the
 * ends of its lines.
 */
#ifndef CCHC_SITE_TEXT_FILE_H
#define CCHC_SITE_TEXT_FILE_H

#include "base/diag.h"

enum {
	TEXT_FILE_MAX = 4 * 1024 * 1024, /* bytes: some hundred times what people write */
};

/* Read the file of s, and the hash of its bytes; d shows the file's lines from the text
 * (diag_reading()). Bytes that are no UTF-8 text are reported at their place, with what
 * to do about it. */
bool text_file_read(struct arena *a, const struct source *s, struct str *text, uint64_t *hash,
		    struct diag *d) MUST_USE;

/* Read the same file once more. It must still have the bytes of that hash, so they
 * need no second check; a file that changed meanwhile is reported. */
bool text_file_reread(struct arena *a, const struct source *s, uint64_t hash, struct str *text,
		      struct diag *d) MUST_USE;

/* For struct source: the file as it is now, as those above give it. One that is no UTF-8
 * stays as it is: that is how its bad byte was counted. */
source_reread_fn text_file_show;

/* The line and column of an offset in a text. */
struct pos text_place(const struct source *s, struct str text, size_t offset);

#endif
