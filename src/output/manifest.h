/*
 * manifest - what the last build wrote, one line a file: hash, bytes, path. It lies
 * in the output folder and says which files there are ours.
 */
#ifndef CCHC_OUTPUT_MANIFEST_H
#define CCHC_OUTPUT_MANIFEST_H

#include "output/output.h"

#define MANIFEST_NAME ".cchc-manifest"

struct manifest {
	struct map files; /* path to struct manifest_file */
	bool is_there;
};

struct manifest_file {
	uint64_t hash, bytes;
};

/* The manifest in dir; without one, is_there is false. One that cannot be
 * understood is an error: it is not guessed which files are ours. */
bool manifest_read(struct arena *a, struct str dir, struct manifest *m,
		   struct diag *d) MUST_USE;

/* The first line of a manifest's text, and one more of a file. */
void manifest_begin(struct buf *out);
void manifest_put(struct buf *out, struct str path, const struct manifest_file *file);

/* The manifest of all outputs, as text. */
struct str manifest_text(struct arena *a, const struct outputs *o);

#endif
