/*
 * file - the only door to the disk.
 *
 * Paths are relative to the working folder, which is the site's root. Symbolic
 * links are never followed at a path's end, and only ordinary files are read:
 * content is not trusted. Each function that takes a struct diag reports what
 * the machine answered and returns false.
 */
#ifndef CCHC_BASE_FILE_H
#define CCHC_BASE_FILE_H

#include "base/diag.h"

enum {
	FILE_MAX = 64 * 1024 * 1024, /* bytes: the largest input that is read whole */
	FILE_DEPTH_MAX = 32,         /* folders within folders that a walk goes into */
};

/* Before any other file is opened: make sure that stdin, stdout and stderr are open, so
 * that none of our files gets the number of one and what is printed ends up in it. */
void file_guard_standard(void);

/* Read a whole file into the arena. One byte behind the text is there and NUL. */
bool file_read(struct arena *a, struct str path, size_t max, struct str *text,
	       struct diag *d) MUST_USE;

/* Its first bytes, at most so many. */
bool file_read_head(struct arena *a, struct str path, size_t most, struct str *text,
		    struct diag *d) MUST_USE;

bool file_exists(struct str path); /* of any sort, a dangling link too */
/* False when it is no ordinary file. */
bool file_size(struct str path, uint64_t *bytes);
bool file_is_dir(struct str path);
bool file_is_empty_dir(struct str path);

struct file_list {
	struct str *paths; /* with the folder's path before them, sorted by bytes */
	size_t n, cap;
};

/* All ordinary files below dir, but for those whose name, or a folder's, begins
 * with '.' or ends with '~'. A folder that is not there has no files. A symbolic
 * link (dir itself may be none either), socket or device is reported as an error at
 * its path, and so is a name that is not UTF-8 or holds a control character. */
bool file_walk(struct arena *a, struct str dir, struct file_list *out, struct diag *d) MUST_USE;

/* Every file below dir, hidden ones too, without complaints: what an output folder
 * holds. */
bool file_walk_all(struct arena *a, struct str dir, struct file_list *out,
		   struct diag *d) MUST_USE;

/* Write a file, and the folders that it needs. Not atomic: for a tree beside. */
bool file_write(struct arena *scratch, struct str path, struct str text,
		struct diag *d) MUST_USE;

/* Copy an ordinary file of any size the same way. */
bool file_copy(struct arena *scratch, struct str from, struct str to, struct diag *d) MUST_USE;

/* Does the file at path hold exactly these bytes? */
bool file_holds(struct arena *scratch, struct str path, struct str text);

struct file_sum { /* of what a file holds */
	uint64_t hash, bytes;
	bool same; /* as the other file */
};

/* Read a file of any size to its end, and compare it on the way with another one, which
 * need not be there. */
bool file_compare(struct arena *scratch, struct str path, struct str other,
		  struct file_sum *sum, struct diag *d) MUST_USE;

/* The SHA-256 of a file of any size, in digits in the arena. */
bool file_digest(struct arena *a, struct str path, struct str *hex, uint64_t *bytes,
		 struct diag *d) MUST_USE;

/* Put a file or folder in place with one rename(2), making the folders above it. */
bool file_rename(struct arena *scratch, struct str from, struct str to,
		 struct diag *d) MUST_USE;

/* The folder and those above it, where they are not there yet. */
bool file_make_dir(struct arena *scratch, struct str dir, struct diag *d) MUST_USE;

/* The absolute path without links and "..", of a place whose last part need not
 * exist. False when the folder above it does not. */
bool file_full_path(struct arena *a, struct str path, struct str *out) MUST_USE;

/* Remove a file, then the folders above it that became empty, up to but not
 * including stop. A file that is not there is no mistake, nor is a folder that is
 * there in its place. */
bool file_remove(struct arena *scratch, struct str path, struct str stop,
		 struct diag *d) MUST_USE;

/* Remove a folder of ours with all that it holds. */
bool file_remove_tree(struct arena *scratch, struct str dir, struct diag *d) MUST_USE;

/* Hold the lock of a folder: one process at a time has it, and it ends with the
 * process. -1 when somebody else has it and wait is false, or the file system
 * knows no locks (then *busy is false). Give it back with file_unlock(). */
int file_lock(struct str dir, bool wait, bool *busy);
void file_unlock(int lock);

/* One more line at a file's end, written by one call; the file and its folders are made. */
bool file_append(struct arena *scratch, struct str path, struct str line,
		 struct diag *d) MUST_USE;

/* rename(2) that may fail without a word: to something that is there already, say. */
bool file_try_rename(struct str from, struct str to);

/* A second name for an ordinary file. False, without a word, where the file system
 * cannot, or where there is no such file. */
bool file_try_link(struct arena *scratch, struct str from, struct str to);

/* Let the symbolic link at path lead to another place, in one step; it is made when it is
 * not there. */
bool file_point(struct arena *scratch, struct str path, struct str to, struct diag *d) MUST_USE;

/* Is it an ordinary file that is ours and that nobody else may read or write? */
bool file_is_private(struct str path);

/* Remove a folder if it is empty, and say nothing if it is not. */
void file_remove_empty_dir(struct str dir);

/* spool - bytes put aside on disk in a nameless file, to be read back by place.
 * Where dir cannot be written to, the file is made in TMPDIR or /tmp.
 * One thread writes a spool; any thread reads what has been written. */
struct spool {
	int fd;
	uint64_t n;
};

bool spool_open(struct spool *s, struct str dir, struct diag *d) MUST_USE;
/* A file that is there already, to be read from. */
bool spool_open_file(struct spool *s, struct str path, struct diag *d) MUST_USE;
void spool_close(struct spool *s);
bool spool_put(struct spool *s, struct str text, uint64_t *offset) MUST_USE;
bool spool_get(const struct spool *s, uint64_t offset, char *into, size_t n) MUST_USE;

#endif
