/*
 * fault - cchc on a machine that fails at a chosen moment.
 *
 * Linked with all of cchc into build/tests/cchc-fault. The linker gives us its calls
 * that change something on disk (FAULTS in the Makefile). We count them, and at the one
 * that the environment names something happens:
 *
 *	FAULT=full          the call of the number FAULT_AT fails, as on a full disk
 *	FAULT=stays-full    so do all after it that would need room
 *	FAULT=kill          the process ends there, as by kill -9
 *	FAULT=wait          after the rename of that number it writes a line to the FIFO
 *	                    FAULT_HERE, and goes on when it has read one from FAULT_GO
 *	FAULT=deny          no call, but the opening of the file FAULT_AT is refused
 *
 * Into the file FAULT_LOG goes, when the program ends by itself: how many calls there
 * were, and how many renames before the fault. Without FAULT nothing happens.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	FILES_MAX = 1024, /* file descriptors that we tell apart */
};

static struct {
	const char *what, *at;
	long number;
	atomic_long calls, renames, renames_before;
	atomic_bool came;
	atomic_bool is_written[FILES_MAX]; /* opened to write */
} fault;

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
ssize_t __real_write(int fd, const void *p, size_t n);
ssize_t __wrap_write(int fd, const void *p, size_t n);
int __real_close(int fd);
int __wrap_close(int fd);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);
int __real_mkdir(const char *path, mode_t mode);
int __wrap_mkdir(const char *path, mode_t mode);
int __real_rmdir(const char *path);
int __wrap_rmdir(const char *path);
int __real_unlink(const char *path);
int __wrap_unlink(const char *path);
int __real_remove(const char *path);
int __wrap_remove(const char *path);
int __real_link(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);
int __real_symlink(const char *to, const char *path);
int __wrap_symlink(const char *to, const char *path);

static void write_log(void)
{
	const char *path = getenv("FAULT_LOG");
	FILE *log = path ? fopen(path, "w") : NULL;

	if (!log)
		return;
	fprintf(log, "%ld %ld\n", atomic_load(&fault.calls),
		atomic_load(&fault.renames_before));
	fclose(log);
}

__attribute__((constructor)) static void begin(void)
{
	const char *what = getenv("FAULT"), *at = getenv("FAULT_AT");

	fault.what = what ? what : "";
	fault.at = at ? at : "";
	fault.number = strtol(fault.at, NULL, 10);
	atexit(write_log);
}

static bool is(const char *what)
{
	return strcmp(fault.what, what) == 0;
}

static void pass_the_word(const char *fifo, int flags)
{
	char line[2] = "\n";
	int fd = __real_open(fifo, flags);
	ssize_t n = flags == O_WRONLY ? __real_write(fd, line, 1) : read(fd, line, 1);

	(void)n;
	__real_close(fd);
}

static void wait_for_go(void)
{
	pass_the_word(getenv("FAULT_HERE"), O_WRONLY);
	pass_the_word(getenv("FAULT_GO"), O_RDONLY);
}

/* Counts a call; true when it shall fail, with errno set. */
static bool fails(bool needs_room)
{
	long n = atomic_fetch_add(&fault.calls, 1) + 1;

	errno = needs_room ? ENOSPC : EIO;
	if (n != fault.number || is("deny") || is("wait"))
		return atomic_load(&fault.came) && is("stays-full") && needs_room;
	atomic_store(&fault.renames_before, atomic_load(&fault.renames));
	atomic_store(&fault.came, true);
	if (is("kill"))
		raise(SIGKILL);
	return is("full") || (is("stays-full") && needs_room);
}

int __wrap_open(const char *path, int flags, ...)
{
	bool writes = (flags & O_ACCMODE) != O_RDONLY;
	va_list args;
	mode_t mode;
	int fd;

	va_start(args, flags);
	mode = va_arg(args, mode_t); /* file.c always gives one */
	va_end(args);
	if (is("deny") && strcmp(path, fault.at) == 0) {
		errno = EACCES;
		return -1;
	}
	if (writes && fails(true))
		return -1;
	fd = __real_open(path, flags, mode);
	if (fd >= 0 && fd < FILES_MAX)
		atomic_store(&fault.is_written[fd], writes);
	return fd;
}

ssize_t __wrap_write(int fd, const void *p, size_t n)
{
	return fails(true) ? -1 : __real_write(fd, p, n);
}

/* As on a file system that finds out only now that there is no room. */
int __wrap_close(int fd)
{
	bool writes =
		fd >= 0 && fd < FILES_MAX && atomic_exchange(&fault.is_written[fd], false);
	bool fail = writes && fails(true);
	int status = __real_close(fd);

	if (!fail)
		return status;
	errno = ENOSPC;
	return -1;
}

int __wrap_rename(const char *from, const char *to)
{
	int status;

	if (fails(true))
		return -1;
	status = __real_rename(from, to);
	if (status == 0 && atomic_fetch_add(&fault.renames, 1) + 1 == fault.number &&
	    is("wait"))
		wait_for_go();
	return status;
}

int __wrap_mkdir(const char *path, mode_t mode)
{
	return fails(true) ? -1 : __real_mkdir(path, mode);
}

/* Never fails: an empty folder that stays is no mistake. */
int __wrap_rmdir(const char *path)
{
	(void)fails(false);
	return __real_rmdir(path);
}

int __wrap_unlink(const char *path)
{
	return fails(false) ? -1 : __real_unlink(path);
}

int __wrap_remove(const char *path)
{
	return fails(false) ? -1 : __real_remove(path);
}

int __wrap_link(const char *from, const char *to)
{
	return fails(true) ? -1 : __real_link(from, to);
}

int __wrap_symlink(const char *to, const char *path)
{
	return fails(true) ? -1 : __real_symlink(to, path);
}
