/* What a build holds open on disk: its lock, and the spools of its workers. */
#include "base/file_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

int file_lock(struct str dir, bool wait, bool *busy)
{
	int fd = file_open(dir, O_RDONLY | O_DIRECTORY);
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
	int fd = file_open(dir, O_TMPFILE | O_RDWR);

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
	return s->fd >= 0 || file_cannot_write(d, dir.n ? dir : STR("."));
}

bool spool_open_file(struct spool *s, struct str path, struct diag *d)
{
	struct stat st;

	s->fd = file_open(path, O_RDONLY | O_NOFOLLOW);
	if (s->fd < 0 || fstat(s->fd, &st) != 0)
		return diag_machine(d, path, _("cannot read: %s"), file_reason());
	s->n = (uint64_t)st.st_size;
	return true;
}

void spool_close(struct spool *s)
{
	if (s->fd >= 0)
		close(s->fd);
	s->fd = -1;
}

bool spool_put(struct spool *s, struct str text, uint64_t *offset)
{
	if (!file_write_all(s->fd, text))
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
