#include "base/file_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/path.h"
#include "base/sha256.h"

enum {
	COPY_CHUNK = 64 * 1024,
};

const char *file_zpath(struct zpath *into, struct str path)
{
	path = str_head(path.n ? path : STR("."), PATH_MAX_BYTES + 1);
	memcpy(into->z, path.p, path.n);
	into->z[path.n] = 0;
	return into->z;
}

int file_open(struct str path, int flags)
{
	struct zpath z;
	int fd;

	do
		fd = open(file_zpath(&z, path), flags | O_CLOEXEC, 0666);
	while (fd < 0 && errno == EINTR);
	return fd;
}

/* A new file gets the lowest number that is free. */
void file_guard_standard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", O_RDWR) != fd)
			return;
	}
}

bool file_stat(struct str path, struct stat *st)
{
	struct zpath z;

	return lstat(file_zpath(&z, path), st) == 0;
}

static bool read_all(int fd, char *into, size_t n, size_t *done)
{
	*done = 0;
	while (*done < n) {
		ssize_t got = read(fd, into + *done, n - *done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		*done += (size_t)got;
	}
	return true;
}

bool file_write_all(int fd, struct str text)
{
	while (text.n) {
		ssize_t put = write(fd, text.p, text.n);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return false;
		text = str_from(text, (size_t)put);
	}
	return true;
}

/* What errno says, for people who have not read a manual of the system. */
const char *file_reason(void)
{
	static const struct {
		int error;
		const char *words;
	} known[] = {
		{ENOSPC, N_("the disk is full")},
		{EDQUOT, N_("your share of the disk is used up")},
		{EACCES, N_("you have no permission")},
		{EPERM, N_("you have no permission")},
		{EROFS, N_("the disk is read-only")},
		{EIO, N_("the disk does not work as it should")},
		{ENOENT, N_("it is not there")},
		{EISDIR, N_("it is a folder")},
		{ENOTDIR, N_("it lies below something that is no folder")},
		{ENAMETOOLONG, N_("its name is too long")},
		{EMFILE, N_("too many files are open")},
		{ENFILE, N_("too many files are open")},
	};

	for (size_t i = 0; i < COUNT(known); i++) {
		if (known[i].error == errno)
			return _(known[i].words);
	}
	return strerror(errno);
}

bool file_refuse_link(struct diag *d, struct str path)
{
	return diag_error(d, diag_file(d, path),
			  _("this is a symbolic link, which is not followed; put the file "
			    "itself here"));
}

static bool cannot_read(struct diag *d, struct str path)
{
	return diag_machine(d, path, _("cannot read: %s"), file_reason());
}

/* O_NONBLOCK so that opening a FIFO does not wait for its other end. */
static int open_to_read(struct str path, struct stat *st, struct diag *d)
{
	int fd = file_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);

	if (fd < 0 && errno == ELOOP) {
		file_refuse_link(d, path);
		return -1;
	}
	if (fd < 0 || fstat(fd, st) != 0) {
		cannot_read(d, path);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	if (!S_ISREG(st->st_mode)) {
		diag_error(d, diag_file(d, path), _("this is no ordinary file"));
		close(fd);
		return -1;
	}
	return fd;
}

bool file_read(struct arena *a, struct str path, size_t max, struct str *text, struct diag *d)
{
	struct stat st;
	int fd = open_to_read(path, &st, d);
	size_t n = 0;
	char *p;
	bool ok = false;

	if (fd < 0)
		return false;
	if ((uint64_t)st.st_size > max) {
		diag_error(d, diag_file(d, path),
			   _("the file is too large: %zu bytes, at most %zu"),
			   (size_t)st.st_size, max);
		goto done;
	}
	p = arena_array(a, char, (size_t)st.st_size + 1);
	if (!read_all(fd, p, (size_t)st.st_size, &n)) {
		cannot_read(d, path);
		goto done;
	}
	*text = (struct str){p, n};
	ok = true;
done:
	close(fd);
	return ok;
}

bool file_read_head(struct arena *a, struct str path, size_t most, struct str *text,
		    struct diag *d)
{
	struct stat st;
	int fd = open_to_read(path, &st, d);
	char *p;
	bool ok;

	if (fd < 0)
		return false;
	if ((uint64_t)st.st_size < most)
		most = (size_t)st.st_size;
	p = arena_array(a, char, most + 1);
	text->p = p;
	ok = read_all(fd, p, most, &text->n);
	close(fd);
	return ok || cannot_read(d, path);
}

bool file_exists(struct str path)
{
	struct stat st;

	return file_stat(path, &st);
}

bool file_size(struct str path, uint64_t *bytes)
{
	struct stat st;

	if (!file_stat(path, &st) || !S_ISREG(st.st_mode))
		return false;
	*bytes = (uint64_t)st.st_size;
	return true;
}

bool file_is_dir(struct str path)
{
	struct stat st;

	return file_stat(path, &st) && S_ISDIR(st.st_mode);
}

static bool make_dirs(struct arena *scratch, struct str dir)
{
	struct zpath z;

	if (!dir.n || mkdir(file_zpath(&z, dir), 0777) == 0 || errno == EEXIST)
		return true;
	if (errno != ENOENT)
		return false;
	return make_dirs(scratch, path_dir(dir)) &&
	       (mkdir(file_zpath(&z, dir), 0777) == 0 || errno == EEXIST);
}

static int open_to_write(struct arena *scratch, struct str path)
{
	int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW;
	int fd = file_open(path, flags);

	if (fd < 0 && errno == ENOENT && make_dirs(scratch, path_dir(path)))
		fd = file_open(path, flags);
	return fd;
}

bool file_cannot_write(struct diag *d, struct str path)
{
	return diag_machine(d, path, _("cannot write: %s"), file_reason());
}

/* close() is looked at: on some file systems it is what reports a full disk. */
static bool close_written(int fd, bool ok)
{
	int saved = errno;

	if (close(fd) != 0)
		return false;
	errno = saved;
	return ok;
}

bool file_write(struct arena *scratch, struct str path, struct str text, struct diag *d)
{
	int fd = open_to_write(scratch, path);

	if (fd < 0 || !close_written(fd, file_write_all(fd, text)))
		return file_cannot_write(d, path);
	return true;
}

/* The next bytes of fd, at most a chunk; an empty text at its end. */
static bool read_chunk(int fd, char *chunk, struct str *got)
{
	got->p = chunk;
	return read_all(fd, chunk, COPY_CHUNK, &got->n);
}

bool file_copy(struct arena *scratch, struct str from, struct str to, struct diag *d)
{
	char *chunk = arena_array(scratch, char, COPY_CHUNK);
	struct stat st;
	struct str got;
	int in = open_to_read(from, &st, d), out;
	bool ok, ok_to_read;

	if (in < 0)
		return false;
	out = open_to_write(scratch, to);
	ok = out >= 0;
	while ((ok_to_read = read_chunk(in, chunk, &got)) && ok && got.n)
		ok = file_write_all(out, got);
	if (out >= 0)
		ok = close_written(out, ok);
	close(in);
	if (!ok)
		return file_cannot_write(d, to);
	return ok_to_read || cannot_read(d, from);
}

/* -1 when it is not there, or is no ordinary file. */
static int open_quietly(struct str path, struct stat *st)
{
	int fd = file_open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);

	if (fd >= 0 && (fstat(fd, st) != 0 || !S_ISREG(st->st_mode))) {
		close(fd);
		fd = -1;
	}
	return fd;
}

bool file_holds(struct arena *scratch, struct str path, struct str text)
{
	struct stat st;
	size_t n;
	char *p;
	int fd = open_quietly(path, &st);
	bool same = false;

	if (fd < 0)
		return false;
	if ((size_t)st.st_size == text.n) {
		p = arena_array(scratch, char, text.n + 1);
		same = read_all(fd, p, text.n, &n) && str_eq((struct str){p, n}, text);
	}
	close(fd);
	return same;
}

bool file_compare(struct arena *scratch, struct str path, struct str other,
		  struct file_sum *sum, struct diag *d)
{
	char *chunk = arena_array(scratch, char, COPY_CHUNK);
	char *chunk_of_other = arena_array(scratch, char, COPY_CHUNK);
	struct stat st;
	struct str got, got_of_other = {0};
	int fd = open_to_read(path, &st, d), fd_of_other;
	bool ok;

	*sum = (struct file_sum){0};
	if (fd < 0)
		return false;
	fd_of_other = open_quietly(other, &st);
	sum->same = fd_of_other >= 0;
	do {
		ok = read_chunk(fd, chunk, &got);
		sum->bytes += got.n;
		sum->hash = str_hash(got, sum->hash);
		sum->same = sum->same &&
			    read_chunk(fd_of_other, chunk_of_other, &got_of_other) &&
			    str_eq(got, got_of_other);
	} while (ok && got.n);
	close(fd);
	if (fd_of_other >= 0)
		close(fd_of_other);
	return ok || cannot_read(d, path);
}

bool file_digest(struct arena *a, struct str path, struct str *hex, uint64_t *bytes,
		 struct diag *d)
{
	char chunk[COPY_CHUNK];
	struct sha256 sum;
	struct stat st;
	struct str got;
	int fd = open_to_read(path, &st, d);
	bool ok;

	if (fd < 0)
		return false;
	*bytes = 0;
	sha256_start(&sum);
	while ((ok = read_chunk(fd, chunk, &got)) && got.n) {
		sha256_add(&sum, got);
		*bytes += got.n;
	}
	close(fd);
	*hex = sha256_end_hex(a, &sum);
	return ok || cannot_read(d, path);
}

bool file_rename(struct arena *scratch, struct str from, struct str to, struct diag *d)
{
	struct zpath zf, zt;

	if (rename(file_zpath(&zf, from), file_zpath(&zt, to)) == 0)
		return true;
	if (errno == ENOENT && make_dirs(scratch, path_dir(to)) &&
	    rename(file_zpath(&zf, from), file_zpath(&zt, to)) == 0)
		return true;
	return diag_machine(d, to, _("cannot put in place: %s"), file_reason());
}

bool file_make_dir(struct arena *scratch, struct str dir, struct diag *d)
{
	if (make_dirs(scratch, dir))
		return true;
	return diag_machine(d, dir, _("cannot make the folder: %s"), file_reason());
}

static bool real_path(struct arena *a, struct str path, struct str *out)
{
	struct zpath z, real;

	if (!realpath(file_zpath(&z, path), real.z))
		return false;
	*out = str_dup(a, str_of(real.z));
	return true;
}

bool file_full_path(struct arena *a, struct str path, struct str *out)
{
	struct str dir;

	while (path.n > 1 && path.p[path.n - 1] == '/')
		path.n--;
	if (real_path(a, path, out))
		return true;
	dir = path_dir(path);
	if (!dir.n && str_starts(path, STR("/")))
		dir = STR("/");
	if (!real_path(a, dir, &dir))
		return false;
	*out = path_join(a, dir, path_name(path));
	return true;
}

bool file_remove(struct arena *scratch, struct str path, struct str stop, struct diag *d)
{
	struct zpath z;

	(void)scratch;
	if (unlink(file_zpath(&z, path)) != 0 && errno != ENOENT && errno != ENOTDIR &&
	    errno != EISDIR)
		return diag_machine(d, path, _("cannot remove: %s"), file_reason());
	for (path = path_dir(path); path.n > stop.n; path = path_dir(path)) {
		if (rmdir(file_zpath(&z, path)) != 0)
			break;
	}
	return true;
}
