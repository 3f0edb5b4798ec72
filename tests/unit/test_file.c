#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"

static struct arena arena;

/*
 * The disk of these tests. The linker gives us file.c's calls of write(), rename()
 * and close() (see WRAP in the Makefile); they go through to the system until a test
 * says otherwise.
 */
static struct {
	long room;                     /* bytes that can still be written; -1: enough */
	bool interrupts;               /* every second write() is interrupted by a signal */
	bool dribbles;                 /* write() takes one byte at a time */
	int close_fails, rename_fails; /* an errno, or 0 */
} disk;

static unsigned turn;

ssize_t __real_write(int fd, const void *p, size_t n);
ssize_t __wrap_write(int fd, const void *p, size_t n);
int __real_close(int fd);
int __wrap_close(int fd);
int __real_rename(const char *from, const char *to);
int __wrap_rename(const char *from, const char *to);

ssize_t __wrap_write(int fd, const void *p, size_t n)
{
	if (disk.interrupts && ++turn % 2) {
		errno = EINTR;
		return -1;
	}
	if (disk.dribbles && n > 1)
		n = 1;
	if (disk.room < 0)
		return __real_write(fd, p, n);
	if (disk.room == 0) {
		errno = ENOSPC;
		return -1;
	}
	if (n > (size_t)disk.room)
		n = (size_t)disk.room;
	disk.room -= (long)n;
	return __real_write(fd, p, n);
}

int __wrap_close(int fd)
{
	int status = __real_close(fd);

	if (!disk.close_fails)
		return status;
	errno = disk.close_fails;
	return -1;
}

int __wrap_rename(const char *from, const char *to)
{
	if (!disk.rename_fails)
		return __real_rename(from, to);
	errno = disk.rename_fails;
	return -1;
}

/* Each test begins in an empty folder, on a disk that works. */
static char *folder;

static int enter_folder(void **state)
{
	(void)state;
	disk = (__typeof__(disk)){.room = -1};
	folder = unit_temp_name(&arena);
	return !mkdtemp(folder) || chdir(folder) != 0;
}

static int leave_folder(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	disk = (__typeof__(disk)){.room = -1};
	return chdir("/") != 0 || !file_remove_tree(&arena, str_of(folder), &d);
}

static void put(const char *path, const char *text)
{
	struct diag d = {.arena = &arena};

	assert_true(file_write(&arena, str_of(path), str_of(text), &d));
}

/* What a file holds; "(none)" when it cannot be read. */
static struct str got(const char *path)
{
	struct diag d = {.arena = &arena};
	struct str text;

	if (!file_read(&arena, str_of(path), FILE_MAX, &text, &d))
		return STR("(none)");
	return text;
}

static void what_was_written_is_read(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text;

	(void)state;
	put("a.txt", "một\nhai\n");
	assert_true(file_read(&arena, STR("a.txt"), 100, &text, &d));
	assert_str(text, "một\nhai\n");
	assert_int_equal(text.p[text.n], 0);
	put("a.txt", "x");
	assert_str(got("a.txt"), "x");
	put("a.txt", "");
	assert_str(got("a.txt"), "");
}

static void folders_are_made_where_they_are_needed(void **state)
{
	(void)state;
	put("a/b/c/d.txt", "x");
	assert_str(got("a/b/c/d.txt"), "x");
	assert_true(file_is_dir(STR("a/b/c")));
	put("a/b/e.txt", "y");
	assert_str(got("a/b/e.txt"), "y");
}

static void a_file_that_is_not_there_is_the_machines_failure(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text;

	(void)state;
	assert_false(file_read(&arena, STR("no.txt"), 100, &text, &d));
	assert_true(d.failed_machine);
	assert_diag(&d, "no.txt: error: cannot read: it is not there\n1 error\n");
}

static void a_file_may_be_as_large_as_the_limit_and_no_larger(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text;

	(void)state;
	put("a.txt", "12345");
	assert_true(file_read(&arena, STR("a.txt"), 5, &text, &d));
	assert_false(file_read(&arena, STR("a.txt"), 4, &text, &d));
	assert_false(d.failed_machine);
	assert_diag(&d, "a.txt: error: the file is too large: 5 bytes, at most 4\n1 error\n");
}

static void only_ordinary_files_are_read(void **state)
{
	struct diag d = {.arena = &arena};
	struct str text;

	(void)state;
	put("a.txt", "x");
	assert_int_equal(symlink("a.txt", "link"), 0);
	assert_int_equal(mkfifo("pipe", 0600), 0);
	assert_int_equal(mkdir("folder", 0700), 0);
	assert_false(file_read(&arena, STR("link"), 100, &text, &d));
	assert_false(file_read(&arena, STR("pipe"), 100, &text, &d));
	assert_false(file_read(&arena, STR("folder"), 100, &text, &d));
	assert_false(d.failed_machine);
	assert_diag(&d, "folder: error: this is no ordinary file\n"
			"link: error: this is a symbolic link, which is not followed; put the "
			"file itself here\n"
			"pipe: error: this is no ordinary file\n"
			"3 errors\n");
}

/* In a child, so that this program keeps its own. */
static int guard_and_open(int closed)
{
	int fd, status;
	pid_t child = fork();

	if (child == 0) {
		close(closed);
		file_guard_standard();
		fd = open("/dev/null", O_RDONLY);
		_exit(fd > STDERR_FILENO && fcntl(closed, F_GETFD) != -1 ? 0 : 1);
	}
	return waitpid(child, &status, 0) == child ? status : -1;
}

static void no_file_takes_the_place_of_a_closed_stream(void **state)
{
	(void)state;
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		assert_int_equal(guard_and_open(fd), 0);
}

static void a_link_is_never_written_through(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("a.txt", "old");
	assert_int_equal(symlink("a.txt", "link"), 0);
	assert_false(file_write(&arena, STR("link"), STR("new"), &d));
	assert_str(got("a.txt"), "old");
}

static void what_is_there_can_be_asked(void **state)
{
	(void)state;
	put("dir/a.txt", "x");
	assert_int_equal(symlink("nowhere", "link"), 0);
	assert_int_equal(mkdir("empty", 0700), 0);
	assert_true(file_exists(STR("dir")));
	assert_true(file_exists(STR("dir/a.txt")));
	assert_true(file_exists(STR("link")));
	assert_false(file_exists(STR("no")));
	assert_true(file_is_dir(STR("dir")));
	assert_false(file_is_dir(STR("dir/a.txt")));
	assert_true(file_is_empty_dir(STR("empty")));
	assert_false(file_is_empty_dir(STR("dir")));
	assert_false(file_is_empty_dir(STR("no")));
}

/* The paths of a list, a line each. */
static struct str listed(const struct file_list *list)
{
	struct buf out = {.arena = &arena};

	for (size_t i = 0; i < list->n; i++)
		buf_fmt(&out, STR_FMT "\n", STR_ARG(list->paths[i]));
	return buf_str(&out);
}

static void a_walk_finds_all_files_in_order_but_hidden_ones(void **state)
{
	struct diag d = {.arena = &arena};
	struct file_list list = {0}, all = {0};

	(void)state;
	put("c/b.md", "");
	put("c/a/z.md", "");
	put("c/a.md", "");
	put("c/Đ.md", "");
	put("c/.hidden", "");
	put("c/.git/x", "");
	put("c/a.md~", "");
	put("c/old~/x", "");
	assert_true(file_walk(&arena, STR("c"), &list, &d));
	assert_str(listed(&list), "c/a.md\nc/a/z.md\nc/b.md\nc/Đ.md\n");
	assert_true(file_walk_all(&arena, STR("c"), &all, &d));
	assert_str(listed(&all), "c/.git/x\nc/.hidden\nc/a.md\nc/a.md~\nc/a/z.md\nc/b.md\n"
				 "c/old~/x\nc/Đ.md\n");
}

static void a_walk_through_nothing_finds_nothing(void **state)
{
	struct diag d = {.arena = &arena};
	struct file_list list = {0};

	(void)state;
	assert_true(file_walk(&arena, STR("no"), &list, &d));
	assert_int_equal(list.n, 0);
}

static void a_walk_reports_what_is_no_file_and_goes_on(void **state)
{
	struct diag d = {.arena = &arena};
	struct file_list list = {0};

	(void)state;
	put("c/z.md", "");
	assert_int_equal(symlink("z.md", "c/link.md"), 0);
	assert_int_equal(mkfifo("c/pipe", 0600), 0);
	assert_false(file_walk(&arena, STR("c"), &list, &d));
	assert_str(listed(&list), "c/z.md\n");
	assert_diag(&d, "c/link.md: error: this is a symbolic link, which is not followed; put "
			"the file itself here\n"
			"c/pipe: error: this is no ordinary file\n"
			"2 errors\n");
}

static void a_walk_refuses_names_that_are_no_line_of_text(void **state)
{
	struct diag d = {.arena = &arena};
	struct file_list list = {0}, all = {0};

	(void)state;
	put("c/a\nb.pdf", "");
	put("c/a\tb.pdf", "");
	put("c/\x1b[2J.pdf", "");
	put("c/\xe0\xe9.pdf", "");
	put("c/hay\n/x.pdf", "");
	put("c/Tiếng Việt #1?.pdf", "");
	assert_false(file_walk(&arena, STR("c"), &list, &d));
	assert_str(listed(&list), "c/Tiếng Việt #1?.pdf\n");
	assert_int_equal(d.errors, 5);
	assert_diag_has(&d,
			"c/\uFFFD\uFFFD.pdf: error: the file's name is not UTF-8; rename the "
			"file\n");
	assert_diag_has(&d,
			"c/a b.pdf: error: the file's name has a control character in it, such "
			"as a line end or a tab; rename the file\n");
	d = (struct diag){.arena = &arena};
	assert_true(file_walk_all(&arena, STR("c"), &all, &d));
	assert_int_equal(all.n, 6);
}

static void a_walk_does_not_begin_with_a_link(void **state)
{
	struct diag d = {.arena = &arena};
	struct file_list list = {0};

	(void)state;
	put("elsewhere/a.md", "");
	assert_int_equal(symlink("elsewhere", "c"), 0);
	assert_false(file_walk(&arena, STR("c"), &list, &d));
	assert_int_equal(list.n, 0);
	assert_diag(&d,
		    "c: error: this is a symbolic link, which is not followed; put the file "
		    "itself here\n1 error\n");
}

/* "d/d/d/..." with n folders, and a file in the last. */
static const char *deep_path(int n)
{
	struct buf out = {.arena = &arena};

	while (n--)
		buf_add_z(&out, "d/");
	buf_add_z(&out, "x");
	return str_z(&arena, buf_str(&out));
}

static void folders_may_be_nested_to_the_limit_and_no_deeper(void **state)
{
	struct diag d = {.arena = &arena};
	struct file_list list = {0};

	(void)state;
	put(deep_path(FILE_DEPTH_MAX + 1), "");
	assert_true(file_walk(&arena, STR("d"), &list, &d));
	assert_int_equal(list.n, 1);
	put(deep_path(FILE_DEPTH_MAX + 2), "");
	assert_false(file_walk(&arena, STR("d"), &list, &d));
	assert_diag_has(&d, "folders are nested too deep, at most 32");
	/* as deep as leave_folder() can take it away again */
	assert_int_equal(rename("d/d", "e"), 0);
	assert_int_equal(rename("e/d/d", "f"), 0);
}

static void a_file_is_compared_by_its_bytes(void **state)
{
	(void)state;
	put("a.txt", "abc");
	assert_int_equal(symlink("a.txt", "link"), 0);
	assert_true(file_holds(&arena, STR("a.txt"), STR("abc")));
	assert_false(file_holds(&arena, STR("a.txt"), STR("abd")));
	assert_false(file_holds(&arena, STR("a.txt"), STR("ab")));
	assert_false(file_holds(&arena, STR("a.txt"), STR("")));
	assert_false(file_holds(&arena, STR("no.txt"), STR("")));
	assert_false(file_holds(&arena, STR("link"), STR("abc")));
	assert_false(file_holds(&arena, STR("."), STR("")));
}

/* The file "a" against the file "b". */
static struct file_sum compared(void)
{
	struct diag d = {.arena = &arena};
	struct file_sum sum;

	assert_true(file_compare(&arena, STR("a"), STR("b"), &sum, &d));
	return sum;
}

static void a_file_of_any_size_is_compared_with_another(void **state)
{
	enum {
		SIZE = 200 * 1000
	};
	struct diag d = {.arena = &arena};
	char *bytes = arena_array(&arena, char, SIZE + 1);
	struct file_sum sum;

	(void)state;
	memset(bytes, 'a', SIZE);
	put("a", bytes);
	assert_false(compared().same);
	put("b", bytes);
	sum = compared();
	assert_true(sum.same);
	assert_int_equal(sum.bytes, SIZE);
	bytes[SIZE - 1] = 'b';
	put("b", bytes);
	assert_false(compared().same);
	assert_int_equal(compared().hash, sum.hash);
	bytes[SIZE - 1] = 0;
	put("b", bytes);
	assert_false(compared().same);
	put("a", bytes);
	assert_true(compared().same);
	assert_true(compared().hash != sum.hash);
	put("b", "");
	assert_false(compared().same);
	put("a", "");
	assert_true(compared().same);
	assert_int_equal(unlink("b"), 0);
	assert_int_equal(symlink("a", "b"), 0);
	assert_false(compared().same);
	assert_false(file_compare(&arena, STR("no"), STR("a"), &sum, &d));
	assert_true(d.failed_machine);
}

static void a_copy_has_the_same_bytes(void **state)
{
	static const size_t sizes[] = {0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1};
	struct diag d = {.arena = &arena};

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		char *bytes = arena_array(&arena, char, sizes[i] + 1);
		struct str text = {bytes, sizes[i]};

		memset(bytes, 'a' + (int)i, text.n);
		assert_true(file_write(&arena, STR("from"), text, &d));
		assert_true(file_copy(&arena, STR("from"), STR("to/here"), &d));
		assert_true(file_holds(&arena, STR("to/here"), text));
	}
	assert_false(file_copy(&arena, STR("no"), STR("to/there"), &d));
	assert_false(file_exists(STR("to/there")));
}

static void a_rename_makes_the_folders_and_replaces(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("new", "new");
	put("a/b/old", "old");
	assert_true(file_rename(&arena, STR("new"), STR("a/b/old"), &d));
	assert_str(got("a/b/old"), "new");
	assert_true(file_rename(&arena, STR("a"), STR("x/y"), &d));
	assert_str(got("x/y/b/old"), "new");
	assert_false(file_rename(&arena, STR("no"), STR("q/r"), &d));
	assert_diag(&d, "q/r: error: cannot put in place: it is not there\n1 error\n");
}

static void removing_takes_the_folders_that_became_empty(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("public/a/b/c.html", "");
	put("public/a/d.html", "");
	assert_true(file_remove(&arena, STR("public/a/b/c.html"), STR("public"), &d));
	assert_false(file_exists(STR("public/a/b")));
	assert_true(file_exists(STR("public/a/d.html")));
	assert_true(file_remove(&arena, STR("public/a/d.html"), STR("public"), &d));
	assert_false(file_exists(STR("public/a")));
	assert_true(file_exists(STR("public")));
}

static void removing_what_is_not_there_is_no_mistake(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("public/a", "");
	assert_true(file_remove(&arena, STR("public/no"), STR("public"), &d));
	assert_true(file_remove(&arena, STR("public/no/no"), STR("public"), &d));
	assert_true(file_remove(&arena, STR("public/a/below-a-file"), STR("public"), &d));
	assert_str(got("public/a"), "");
	put("public/folder/b", "");
	assert_true(file_remove(&arena, STR("public/folder"), STR("public"), &d));
	assert_true(file_exists(STR("public/folder/b")));
	assert_diag(&d, "");
}

static void a_tree_goes_with_all_that_it_holds_but_not_what_links_lead_to(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("keep/x", "x");
	put("t/a/b", "");
	put("t/.hidden/c", "");
	assert_int_equal(symlink("../keep", "t/link"), 0);
	assert_int_equal(symlink("keep", "link"), 0);
	assert_true(file_remove_tree(&arena, STR("t"), &d));
	assert_false(file_exists(STR("t")));
	assert_true(file_remove_tree(&arena, STR("t"), &d));
	assert_true(file_remove_tree(&arena, STR("link"), &d));
	assert_false(file_exists(STR("link")));
	assert_str(got("keep/x"), "x");
}

static void a_lock_is_held_by_one(void **state)
{
	bool busy = true;
	int first = file_lock(STR("."), false, &busy);

	(void)state;
	assert_true(first >= 0);
	assert_false(busy);
	assert_int_equal(file_lock(STR("."), false, &busy), -1);
	assert_true(busy);
	file_unlock(first);
	first = file_lock(STR("."), true, &busy);
	assert_true(first >= 0);
	assert_false(busy);
	file_unlock(first);
	assert_int_equal(file_lock(STR("no"), false, &busy), -1);
	assert_false(busy);
	file_unlock(-1);
}

static void a_spool_gives_back_what_it_was_given(void **state)
{
	struct diag d = {.arena = &arena};
	struct spool s;
	uint64_t one, two;
	char into[8] = "";

	(void)state;
	assert_true(spool_open(&s, STR(""), &d));
	assert_true(spool_put(&s, STR("một"), &one));
	assert_true(spool_put(&s, STR("hai"), &two));
	assert_true(spool_get(&s, two, into, 3));
	assert_string_equal(into, "hai");
	assert_true(spool_get(&s, one, into, strlen("một")));
	assert_string_equal(into, "một");
	assert_false(spool_get(&s, two, into, 4));
	assert_true(file_is_empty_dir(STR(".")));
	spool_close(&s);
	spool_close(&s);
	setenv("TMPDIR", "no/other/folder", 1);
	assert_false(spool_open(&s, STR("no/folder"), &d));
	setenv("TMPDIR", ".", 1);
	assert_true(spool_open(&s, STR("no/folder"), &d));
	spool_close(&s);
	unsetenv("TMPDIR");
	assert_true(d.failed_machine);
}

static void writing_goes_on_after_signals_and_short_writes(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	disk.interrupts = true;
	disk.dribbles = true;
	put("a.txt", "một hai ba");
	assert_str(got("a.txt"), "một hai ba");
	assert_true(file_copy(&arena, STR("a.txt"), STR("b.txt"), &d));
	assert_str(got("b.txt"), "một hai ba");
}

static void a_full_disk_is_reported_and_leaves_the_old_file_whole(void **state)
{
	struct diag d = {.arena = &arena};
	bool ok;

	(void)state;
	put("public/a.html", "old and whole");
	disk.room = 3;
	ok = file_write(&arena, STR("beside/a.html"), STR("new"), &d) &&
	     file_write(&arena, STR("beside/b.html"), STR("new"), &d) &&
	     file_rename(&arena, STR("beside/a.html"), STR("public/a.html"), &d);
	assert_false(ok);
	assert_true(d.failed_machine);
	assert_diag(&d, "beside/b.html: error: cannot write: the disk is full\n1 error\n");
	assert_str(got("public/a.html"), "old and whole");
}

static void a_disk_that_fills_within_a_write_is_reported(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("from", "0123456789");
	disk.room = 4;
	assert_false(file_write(&arena, STR("a"), STR("0123456789"), &d));
	disk.room = 4;
	assert_false(file_copy(&arena, STR("from"), STR("b"), &d));
	assert_diag(&d, "a: error: cannot write: the disk is full\n"
			"b: error: cannot write: the disk is full\n"
			"2 errors\n");
}

static void a_disk_that_fails_only_when_closing_is_reported(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("from", "x");
	disk.close_fails = EDQUOT;
	assert_false(file_write(&arena, STR("a"), STR("x"), &d));
	assert_false(file_copy(&arena, STR("from"), STR("b"), &d));
	disk.close_fails = 0;
	assert_diag(&d, "a: error: cannot write: your share of the disk is used up\n"
			"b: error: cannot write: your share of the disk is used up\n"
			"2 errors\n");
}

static void a_rename_that_fails_leaves_both_files(void **state)
{
	struct diag d = {.arena = &arena};

	(void)state;
	put("new", "new");
	put("old", "old");
	disk.rename_fails = EIO;
	assert_false(file_rename(&arena, STR("new"), STR("old"), &d));
	assert_true(d.failed_machine);
	assert_diag(
		&d,
		"old: error: cannot put in place: the disk does not work as it should\n1 error\n");
	assert_str(got("new"), "new");
	assert_str(got("old"), "old");
}

static void a_spool_on_a_full_disk_says_so(void **state)
{
	struct diag d = {.arena = &arena};
	struct spool s;
	uint64_t offset;

	(void)state;
	assert_true(spool_open(&s, STR("."), &d));
	disk.room = 2;
	assert_false(spool_put(&s, STR("một"), &offset));
	spool_close(&s);
}

static void a_path_longer_than_any_is_refused_and_not_cut(void **state)
{
	struct diag d = {.arena = &arena};
	struct buf path = {.arena = &arena};

	(void)state;
	while (path.n < 5000)
		buf_add_z(&path, "./");
	buf_byte(&path, 'a');
	assert_false(file_write(&arena, buf_str(&path), STR("x"), &d));
	assert_false(file_exists(buf_str(&path)));
	assert_diag_has(&d, "its name is too long");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		IN_FOLDER(what_was_written_is_read),
		IN_FOLDER(folders_are_made_where_they_are_needed),
		IN_FOLDER(a_file_that_is_not_there_is_the_machines_failure),
		IN_FOLDER(a_file_may_be_as_large_as_the_limit_and_no_larger),
		IN_FOLDER(only_ordinary_files_are_read),
		IN_FOLDER(no_file_takes_the_place_of_a_closed_stream),
		IN_FOLDER(a_link_is_never_written_through),
		IN_FOLDER(what_is_there_can_be_asked),
		IN_FOLDER(a_walk_finds_all_files_in_order_but_hidden_ones),
		IN_FOLDER(a_walk_through_nothing_finds_nothing),
		IN_FOLDER(a_walk_reports_what_is_no_file_and_goes_on),
		IN_FOLDER(a_walk_refuses_names_that_are_no_line_of_text),
		IN_FOLDER(a_walk_does_not_begin_with_a_link),
		IN_FOLDER(folders_may_be_nested_to_the_limit_and_no_deeper),
		IN_FOLDER(a_file_is_compared_by_its_bytes),
		IN_FOLDER(a_file_of_any_size_is_compared_with_another),
		IN_FOLDER(a_copy_has_the_same_bytes),
		IN_FOLDER(a_rename_makes_the_folders_and_replaces),
		IN_FOLDER(removing_takes_the_folders_that_became_empty),
		IN_FOLDER(removing_what_is_not_there_is_no_mistake),
		IN_FOLDER(a_tree_goes_with_all_that_it_holds_but_not_what_links_lead_to),
		IN_FOLDER(a_lock_is_held_by_one),
		IN_FOLDER(a_spool_gives_back_what_it_was_given),
		IN_FOLDER(writing_goes_on_after_signals_and_short_writes),
		IN_FOLDER(a_full_disk_is_reported_and_leaves_the_old_file_whole),
		IN_FOLDER(a_disk_that_fills_within_a_write_is_reported),
		IN_FOLDER(a_disk_that_fails_only_when_closing_is_reported),
		IN_FOLDER(a_rename_that_fails_leaves_both_files),
		IN_FOLDER(a_spool_on_a_full_disk_says_so),
		IN_FOLDER(a_path_longer_than_any_is_refused_and_not_cut),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
