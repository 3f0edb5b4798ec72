/*
 * file_parts - private to the files of base/file.h: calling the system with a struct str,
 * and saying why it refuses.
 */
#ifndef CCHC_BASE_FILE_PARTS_H
#define CCHC_BASE_FILE_PARTS_H

#include <sys/stat.h>

#include "base/file.h"

enum {
	PATH_MAX_BYTES = 4096,
};

/* A path for a system call, on the stack. What is longer than any system takes is
 * cut to one byte too many, so that the call answers ENAMETOOLONG. */
struct zpath {
	char z[PATH_MAX_BYTES + 2];
};

const char *file_zpath(struct zpath *into, struct str path);

/* open(2) and lstat(2). */
int file_open(struct str path, int flags);
bool file_stat(struct str path, struct stat *st);

/* All of the text; false, with errno set, when the disk takes less. */
bool file_write_all(int fd, struct str text);

/* What errno says, in plain words. */
const char *file_reason(void);

/* Report, and return false. */
bool file_cannot_write(struct diag *d, struct str path);
bool file_refuse_link(struct diag *d, struct str path);

#endif
