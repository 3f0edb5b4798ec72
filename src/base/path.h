/*
 * path - joining and cleaning of relative paths with '/'. Nothing here asks the
 * disk.
 */
#ifndef CCHC_BASE_PATH_H
#define CCHC_BASE_PATH_H

#include "base/str.h"

/* "a/b" from "a" and "b"; an empty part adds no '/'. */
struct str path_join(struct arena *a, struct str dir, struct str name);

/* "content/tin" of "content/tin/a.md"; empty for a name alone. */
struct str path_dir(struct str path);
/* How many folders stand above it: 2 of "content/tin/a.md". */
size_t path_depth(struct str path);
/* "a.md" of "content/tin/a.md". */
struct str path_name(struct str path);
/* "md" of "content/tin/a.md"; empty without one, also for ".htaccess". */
struct str path_extension(struct str path);
/* In capitals or not: "A.PDF" has "pdf". */
bool path_has_extension(struct str path, const char *extension);
/* "a" of "content/tin/a.md". */
struct str path_stem(struct str path);

enum {
	PATH_PART_MAX = 200, /* bytes: the name of a file, with room for what is put to it */
	PATH_WHOLE_MAX = 500,
};

/* Is it short enough for the disk, whatever stands before and behind it? */
bool path_fits(struct str path);

/* Is one of the two clean folders inside the other, or are they the same? */
bool path_overlap(struct str a, struct str b);

/* Without "." and "..", from a path that is relative to dir. False when it would
 * leave the root (the folder that dir is relative to) or is absolute. */
bool path_clean(struct arena *a, struct str dir, struct str path, struct str *out) MUST_USE;

#endif
