#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "base/utf8.h"

enum {
	PATH_MAX_BYTES = 4096,
	COPY_CHUNK = 64 * 1024,
	/* Folders within folders that we made ourselves: an address may have more parts
	 * than a path of content. Each is open while those in it are walked. */
	OWN_DEPTH_MAX = 512,
};

/* A path for a system call, on the stack. What is longer than any system takes is
 * cut to one byte too many, so that the call answers ENAMETOOLONG. */
struct zpath {
	char z[PATH_MAX_BYTES + 2];
};

static const char *zpath_of(struct zpath *into, struct str path)
{
	path = str_head(path.n ? path : STR("."), PATH_MAX_BYTES + 1);
	memcpy(into->z, path.p, path.n);
	into->z[path.n] = 0;
	return into->z;
}

static int open_path(struct str path, int flags)
{
	struct zpath z;
	int fd;

	do
		fd = open(zpath_of(&z, path), flags | O_CLOEXEC, 0666);
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

static bool stat_path(struct str path, struct stat *st)
{
	struct zpath z;

	return lstat(zpath_of(&z, path), st) == 0;
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

static bool write_all(int fd, struct str text)
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
static const char *reason(void)
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

static bool refuse_link(struct diag *d, struct str path)
{
	return diag_error(d, diag_file(d, path),
			  _("this is a symbolic link, which is not followed; put the file "
			    "itself here"));
}

static bool cannot_read(struct diag *d, struct str path)
{
	return diag_machine(d, path, _("cannot read: %s"), reason());
}

/* O_NONBLOCK so that opening a FIFO does not wait for its other end. */
static int open_to_read(struct str path, struct stat *st, struct diag *d)
{
	int fd = open_path(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);

	if (fd < 0 && errno == ELOOP) {
		refuse_link(d, path);
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

bool file_exists(struct str path)
{
	struct stat st;

	return stat_path(path, &st);
}

bool file_size(struct str path, uint64_t *bytes)
{
	struct stat st;

	if (!stat_path(path, &st) || !S_ISREG(st.st_mode))
		return false;
	*bytes = (uint64_t)st.st_size;
	return true;
}

bool file_is_dir(struct str path)
{
	struct stat st;

	return stat_path(path, &st) && S_ISDIR(st.st_mode);
}

static bool is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

bool file_is_empty_dir(struct str path)
{
	struct zpath z;
	DIR *dir = opendir(zpath_of(&z, path));
	struct dirent *entry;
	bool empty = true;

	if (!dir)
		return false;
	while (empty && (entry = readdir(dir)))
		empty = is_dots(entry->d_name);
	closedir(dir);
	return empty;
}

/* A walk in progress. all: every file without complaints; dirs: the folders too,
 * each behind what it holds. */
struct walk {
	struct arena *arena;
	struct file_list *out;
	struct diag *diag;
	bool all, dirs;
	int depth_max;
};

static void add_path(struct walk *w, struct str path)
{
	struct file_list *list = w->out;

	list->paths = arena_room(w->arena, list->paths, list->n, &list->cap, sizeof(path));
	list->paths[list->n++] = path;
}

static bool walk_dir(struct walk *w, struct str path, int depth);

static bool is_skipped(const struct walk *w, struct str name)
{
	return !w->all && (name.p[0] == '.' || name.p[name.n - 1] == '~');
}

/* What the folder says a name is, or what stat says where the file system keeps
 * silent. */
static unsigned char type_of(struct str path, unsigned char told)
{
	struct stat st;

	if (told != DT_UNKNOWN)
		return told;
	return stat_path(path, &st) ? (unsigned char)IFTODT(st.st_mode) : DT_UNKNOWN;
}

/* A line end in a name would be taken for the end of a line of the manifest, and bytes
 * that are no text cannot be shown to anybody. */
static bool check_name(const struct walk *w, struct str path, struct str name)
{
	bool control;
	size_t bad = utf8_find_bad(name, &control);

	if (w->all || (bad == name.n && !str_has(name, '\n') && !str_has(name, '\t')))
		return true;
	if (bad < name.n && !control)
		return diag_error(w->diag, diag_file(w->diag, path),
				  _("the file's name is not UTF-8; rename the file"));
	return diag_error(w->diag, diag_file(w->diag, path),
			  _("the file's name has a control character in it, such as a line "
			    "end or a tab; rename the file"));
}

static bool walk_entry(struct walk *w, struct str path, unsigned char type, int depth)
{
	if (type == DT_DIR)
		return walk_dir(w, path, depth + 1);
	if (type == DT_REG || w->all) {
		add_path(w, path);
		return true;
	}
	if (type == DT_LNK)
		return refuse_link(w->diag, path);
	return diag_error(w->diag, diag_file(w->diag, path), _("this is no ordinary file"));
}

static bool walk_dir(struct walk *w, struct str path, int depth)
{
	struct zpath z;
	DIR *dir;
	struct dirent *entry;
	bool ok = true;

	if (depth > w->depth_max)
		return diag_error(w->diag, diag_file(w->diag, path),
				  _("folders are nested too deep, at most %d"), w->depth_max);
	dir = opendir(zpath_of(&z, path));
	if (!dir && errno == ENOTDIR)
		return diag_error(w->diag, diag_file(w->diag, path),
				  _("this should be a folder"));
	if (!dir)
		return diag_machine(w->diag, path, _("cannot open the folder: %s"), reason());
	while ((entry = readdir(dir))) {
		struct str name = str_of(entry->d_name), below;

		if (is_dots(entry->d_name) || is_skipped(w, name))
			continue;
		below = path_join(w->arena, path, str_dup(w->arena, name));
		ok &= check_name(w, below, name) &&
		      walk_entry(w, below, type_of(below, entry->d_type), depth);
	}
	closedir(dir);
	if (w->dirs)
		add_path(w, path);
	return ok;
}

static int compare_paths(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool walk_sorted(struct walk *w, struct str dir)
{
	bool ok;

	if (!file_exists(dir))
		return true;
	if (type_of(dir, DT_UNKNOWN) == DT_LNK)
		return refuse_link(w->diag, dir);
	ok = walk_dir(w, dir, 0);
	if (w->out->n)
		qsort(w->out->paths, w->out->n, sizeof(struct str), compare_paths);
	return ok;
}

bool file_walk(struct arena *a, struct str dir, struct file_list *out, struct diag *d)
{
	return walk_sorted(
		&(struct walk){.arena = a, .out = out, .diag = d, .depth_max = FILE_DEPTH_MAX},
		dir);
}

bool file_walk_all(struct arena *a, struct str dir, struct file_list *out, struct diag *d)
{
	return walk_sorted(&(struct walk){.arena = a,
					  .out = out,
					  .diag = d,
					  .all = true,
					  .depth_max = OWN_DEPTH_MAX},
			   dir);
}

static bool make_dirs(struct arena *scratch, struct str dir)
{
	struct zpath z;

	if (!dir.n || mkdir(zpath_of(&z, dir), 0777) == 0 || errno == EEXIST)
		return true;
	if (errno != ENOENT)
		return false;
	return make_dirs(scratch, path_dir(dir)) &&
	       (mkdir(zpath_of(&z, dir), 0777) == 0 || errno == EEXIST);
}

static int open_to_write(struct arena *scratch, struct str path)
{
	int flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW;
	int fd = open_path(path, flags);

	if (fd < 0 && errno == ENOENT && make_dirs(scratch, path_dir(path)))
		fd = open_path(path, flags);
	return fd;
}

static bool cannot_write(struct diag *d, struct str path)
{
	return diag_machine(d, path, _("cannot write: %s"), reason());
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

	if (fd < 0 || !close_written(fd, write_all(fd, text)))
		return cannot_write(d, path);
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
		ok = write_all(out, got);
	if (out >= 0)
		ok = close_written(out, ok);
	close(in);
	if (!ok)
		return cannot_write(d, to);
	return ok_to_read || cannot_read(d, from);
}

/* -1 when it is not there, or is no ordinary file. */
static int open_quietly(struct str path, struct stat *st)
{
	int fd = open_path(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);

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

bool file_rename(struct arena *scratch, struct str from, struct str to, struct diag *d)
{
	struct zpath zf, zt;

	if (rename(zpath_of(&zf, from), zpath_of(&zt, to)) == 0)
		return true;
	if (errno == ENOENT && make_dirs(scratch, path_dir(to)) &&
	    rename(zpath_of(&zf, from), zpath_of(&zt, to)) == 0)
		return true;
	return diag_machine(d, to, _("cannot put in place: %s"), reason());
}

bool file_make_dir(struct arena *scratch, struct str dir, struct diag *d)
{
	if (make_dirs(scratch, dir))
		return true;
	return diag_machine(d, dir, _("cannot make the folder: %s"), reason());
}

static bool real_path(struct arena *a, struct str path, struct str *out)
{
	struct zpath z, real;

	if (!realpath(zpath_of(&z, path), real.z))
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
	if (unlink(zpath_of(&z, path)) != 0 && errno != ENOENT && errno != ENOTDIR &&
	    errno != EISDIR)
		return diag_machine(d, path, _("cannot remove: %s"), reason());
	for (path = path_dir(path); path.n > stop.n; path = path_dir(path)) {
		if (rmdir(zpath_of(&z, path)) != 0)
			break;
	}
	return true;
}

bool file_remove_tree(struct arena *scratch, struct str dir, struct diag *d)
{
	struct file_list list = {0};
	struct walk w = {.arena = scratch,
			 .out = &list,
			 .diag = d,
			 .all = true,
			 .dirs = true,
			 .depth_max = OWN_DEPTH_MAX};
	struct zpath z;

	if (!file_exists(dir))
		return true;
	if (!file_is_dir(dir))
		return file_remove(scratch, dir, dir, d);
	if (!walk_dir(&w, dir, 0))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		if (remove(zpath_of(&z, list.paths[i])) != 0 && errno != ENOENT)
			return diag_machine(d, list.paths[i], _("cannot remove: %s"), reason());
	}
	return true;
}

int file_lock(struct str dir, bool wait, bool *busy)
{
	int fd = open_path(dir, O_RDONLY | O_DIRECTORY);
	int got;

	*busy = false;
	if (fd < 0)
		return -1;
	do
		got = flock(fd, LOCK_EX | (wait ? 0 : LOCK_NB));
	while (got != 0 && errno == EINTR);
	if (got == 0)
		return fd;
	*busy = errno == EWOULDBLOCK;
	close(fd);
	return -1;
}

void file_unlock(int lock)
{
	if (lock >= 0)
		close(lock);
}

/* Where the system makes no nameless files, a named one is made and its name
 * taken away at once. */
static int open_nameless(struct str dir)
{
	struct zpath z;
	int fd = open_path(dir, O_TMPFILE | O_RDWR);

	if (fd >= 0)
		return fd;
	snprintf(z.z, sizeof(z.z), STR_FMT "/.cchc-XXXXXX", STR_ARG(dir.n ? dir : STR(".")));
	fd = mkostemp(z.z, O_CLOEXEC);
	if (fd >= 0)
		unlink(z.z);
	return fd;
}

bool spool_open(struct spool *s, struct str dir, struct diag *d)
{
	const char *elsewhere = getenv("TMPDIR");

	s->n = 0;
	s->fd = open_nameless(dir);
	if (s->fd < 0)
		s->fd = open_nameless(str_of(elsewhere && *elsewhere ? elsewhere : "/tmp"));
	return s->fd >= 0 || cannot_write(d, dir.n ? dir : STR("."));
}

void spool_close(struct spool *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
}

bool spool_put(struct spool *s, struct str text, uint64_t *offset)
{
	if (!write_all(s->fd, text))
		return false;
	*offset = s->n;
	s->n += text.n;
	return true;
}

bool spool_get(const struct spool *s, uint64_t offset, char *into, size_t n)
{
	while (n) {
		ssize_t got = pread(s->fd, into, n, (off_t)offset);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		into += got;
		n -= (size_t)got;
		offset += (uint64_t)got;
	}
	return true;
}
