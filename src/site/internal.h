/*
 * internal - noi-bo/: what cchc writes for the house alone (reminders, credits, what was
 * found), beside content/ and public/. Nothing of it may be seen on a site.
 *
 * So it is no output folder and no target, nor is a folder above or in it; nothing in
 * content/ or assets/ lies in a folder of that name; and no file of it, linked or copied,
 * is published or stands in the output folder.
 */
#ifndef CCHC_SITE_INTERNAL_H
#define CCHC_SITE_INTERNAL_H

#include "base/diag.h"
#include "base/map.h"

#define INTERNAL_DIR "noi-bo"

/* Is this place noi-bo/, in it, or a folder that holds it? Links are followed; the place
 * need not be there yet. */
bool internal_touches(struct arena *scratch, struct str path);

/* Is it noi-bo/ or in it? */
bool internal_holds(struct arena *scratch, struct str path);

/* Has the path, or one of the folders in it, that name, in capitals or not? */
bool internal_is_named(struct str path);

/* False, and reported, when a file of content/ or assets/ lies in a folder of that name. */
bool internal_check_source(struct str path, struct diag *d) MUST_USE;

/* What lies in noi-bo/, to be compared with. */
struct internal_files {
	struct arena *arena;
	struct map by_size; /* the size in digits to struct file_list */
};

/* None when there is no such folder. */
bool internal_list(struct arena *a, struct internal_files *files, struct diag *d) MUST_USE;

/* Does the file hold the same bytes as one of them? Then *which is that one. */
bool internal_is_copy(struct arena *scratch, const struct internal_files *files,
		      struct str path, struct str *which);

#endif
