/* Names of files beside their first one, and what is written a line at a time. */
#include "base/file_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/path.h"

bool file_append(struct arena *scratch, struct str path, struct str line, struct diag *d)
{
	int flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW;
	int fd = file_open(path, flags);
	bool ok;

	if (fd < 0 && errno == ENOENT && file_make_dir(scratch, path_dir(path), d))
		fd = file_open(path, flags);
	if (fd < 0)
		return file_cannot_write(d, path);
	ok = file_write_all(fd, line);
	ok = close(fd) == 0 && ok;
	return ok || file_cannot_write(d, path);
}

bool file_try_rename(struct str from, struct str to)
{
	struct zpath zf, zt;

	return rename(file_zpath(&zf, from), file_zpath(&zt, to)) == 0;
}

bool file_try_link(struct arena *scratch, struct str from, struct str to)
{
	struct diag silent = {.arena = scratch};
	struct zpath zf, zt;

	file_zpath(&zf, from);
	file_zpath(&zt, to);
	if (link(zf.z, zt.z) == 0)
		return true;
	return errno == ENOENT && file_exists(from) &&
	       file_make_dir(scratch, path_dir(to), &silent) && link(zf.z, zt.z) == 0;
}

bool file_point(struct arena *scratch, struct str path, struct str to, struct diag *d)
{
	struct str beside = str_concat(scratch, path, STR(".cchc-new"), (struct str){0});
	struct zpath zb, zt;

	file_zpath(&zb, beside);
	unlink(zb.z);
	if (symlink(file_zpath(&zt, to), zb.z) != 0)
		return file_cannot_write(d, path);
	return file_rename(scratch, beside, path, d);
}

bool file_is_private(struct str path)
{
	struct stat st;

	return file_stat(path, &st) && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
	       (st.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

void file_remove_empty_dir(struct str dir)
{
	struct zpath z;

	(void)rmdir(file_zpath(&z, dir));
}
