/*
 * run_cases - whole sites against the real program.
 *
 *	run_cases [--bless] [--under 'WORDS'] [--every N] [--keep] [FILE or FOLDER...]
 *
 * A .case file is a small site and what must come of it. tests/cases/README.md tells
 * its form. Each case gets a folder of its own, below one that mkdtemp() made; cases
 * run side by side on all cores. Without arguments the runner first tries itself, on
 * the cases of tests/runner and a program that does what it is told, and then runs
 * tests/cases.
 *
 * --bless shows for each expectation that differs what it would become, and asks.
 * --under puts words before the program: valgrind and its options. --every N runs
 * every Nth case, --keep leaves the folders.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/jobs.h"
#include "base/path.h"

enum {
	WORDS_MAX = 64,
	SECONDS_MAX = 60, /* of one run; under another program ten times as many */
	CANNOT_START = 127,
	STATUS_BAD = 2, /* our own, when called wrongly */
};

static const char usual_command[] = "build --today 2026-11-22";

/* What all cases share; not changed once they run. */
static struct {
	struct str program;
	struct str temp; /* the folder of all cases' folders */
	const char *under;
	char **environment;
} shared;

struct section;
struct test;

/* Do what a section says, or look whether what it says is so. */
typedef void section_fn(struct test *t, const struct section *s);

struct section_type {
	const char *name;
	enum {
		ARGUMENT_NONE,
		ARGUMENT_NEEDED,
		ARGUMENT_FREE, /* may be there, and may be missing */
	} argument;
	enum {
		PHASE_SETTING, /* makes the site */
		PHASE_RUN,
		PHASE_EXPECTATION, /* of the run before it */
	} phase;
	bool has_body;
	section_fn *perform;
};

struct section {
	const struct section_type *type;
	struct str argument;
	struct str body;       /* without the escapes of "-- " */
	size_t head, from, to; /* where in the case the section and its body begin and end */
	uint32_t line;
};

/* A change of the case that would make it pass. */
struct edit {
	size_t from, to;
	struct str text;
};

struct outcome {
	int status; /* -1: killed, or not run */
	struct str out, err;
};

struct test {
	struct str path, text;
	struct str program;
	struct arena arena;
	struct buf report; /* what is wrong with it; empty when nothing is */
	struct section *sections;
	size_t n_sections;
	size_t now; /* the section at work */
	struct edit *edits;
	size_t n_edits;
	struct str folder, site, copy; /* copy: the site before the run, for --lang vi */
	bool ran, status_told, stderr_told;
	struct str command, before; /* of the last run; before: see snapshot() */
	struct outcome got, got_vi;
	bool ran_vi;
};

/* --- what went wrong ------------------------------------------------------------- */

static void complain(struct test *t, uint32_t line, const char *what, struct str detail)
{
	buf_fmt(&t->report, STR_FMT ":%u: %s\n" STR_FMT, STR_ARG(t->path), line, what,
		STR_ARG(detail));
	if (detail.n && detail.p[detail.n - 1] != '\n')
		buf_byte(&t->report, '\n');
}

static void complain_of(struct test *t, const struct section *s, const char *what)
{
	complain(t, s->line,
		 str_z(&t->arena,
		       str_fmt(&t->arena, "%s: " STR_FMT, what, STR_ARG(s->argument))),
		 (struct str){0});
}

static void propose(struct test *t, size_t from, size_t to, struct str text)
{
	t->edits[t->n_edits++] = (struct edit){from, to, text};
}

static bool write_text(struct test *t, struct str path, struct str text)
{
	struct diag d = {.arena = &t->arena};

	if (file_write(&t->arena, path, text, &d))
		return true;
	complain(t, 0, "cannot write a file of the case", path);
	return false;
}

static bool read_text(struct test *t, struct str path, struct str *text)
{
	struct diag d = {.arena = &t->arena};

	return file_read(&t->arena, path, FILE_MAX, text, &d);
}

/* --- running programs ------------------------------------------------------------ */

/* In the child: nothing here may allocate, another thread may hold malloc's lock. */
static void become(char *const *words, const char *dir, const char *out, const char *err)
{
	int none = open("/dev/null", O_RDONLY);
	int o = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	int e = open(err, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	if (none < 0 || o < 0 || e < 0 || dup2(none, 0) < 0 || dup2(o, 1) < 0 ||
	    dup2(e, 2) < 0 || chdir(dir) != 0)
		_exit(CANNOT_START);
	alarm(shared.under ? SECONDS_MAX * 10 : SECONDS_MAX);
	execvpe(words[0], words, shared.environment);
	_exit(CANNOT_START);
}

static struct outcome run_program(struct test *t, char *const *words, struct str dir)
{
	struct str out = path_join(&t->arena, t->folder, STR("stdout"));
	struct str err = path_join(&t->arena, t->folder, STR("stderr"));
	const char *z_dir = str_z(&t->arena, dir), *z_out = str_z(&t->arena, out);
	const char *z_err = str_z(&t->arena, err);
	struct outcome got = {.status = -1};
	int status;
	pid_t child = fork();

	if (child == 0)
		become(words, z_dir, z_out, z_err);
	if (child < 0 || waitpid(child, &status, 0) != child)
		return got;
	if (!read_text(t, out, &got.out) || !read_text(t, err, &got.err))
		return got;
	if (WIFEXITED(status))
		got.status = WEXITSTATUS(status);
	if (got.status == CANNOT_START)
		complain(t, 0, "cannot start the program", str_of(words[0]));
	if (WIFSIGNALED(status))
		complain(t, 0, "the program was killed by a signal",
			 str_fmt(&t->arena, "%d", WTERMSIG(status)));
	return got;
}

/* A program of the system; its path is looked up in the usual places. */
static struct outcome run_tool(struct test *t, const char *name, const char *const *arguments)
{
	char *words[WORDS_MAX] = {str_z(&t->arena, STR("/usr/bin/env")),
				  str_z(&t->arena, str_of(name))};
	size_t n = 2;

	while (*arguments && n < WORDS_MAX - 1)
		words[n++] = str_z(&t->arena, str_of(*arguments++));
	return run_program(t, words, shared.temp);
}

static bool copy_tree(struct test *t, struct str from, struct str to)
{
	const char *arguments[] = {"-a", str_z(&t->arena, from), str_z(&t->arena, to), NULL};

	return run_tool(t, "cp", arguments).status == 0;
}

/* The words of a command line, separated by spaces; double quotes keep some together. */
static size_t split_words(struct arena *a, struct str line, char **words, size_t n)
{
	while ((line = str_trim(line)).n && n < WORDS_MAX - 1) {
		char end = line.p[0] == '"' ? '"' : ' ';

		if (end == '"')
			line = str_from(line, 1);
		words[n++] = str_z(a, str_cut(line, end, &line));
	}
	return n;
}

static struct outcome run_cchc(struct test *t, struct str dir, struct str language)
{
	char *words[WORDS_MAX] = {0};
	size_t n = 0;

	if (shared.under)
		n = split_words(&t->arena, str_of(shared.under), words, n);
	words[n++] = str_z(&t->arena, t->program);
	n = split_words(&t->arena, language, words, n);
	split_words(&t->arena, t->command, words, n);
	return run_program(t, words, dir);
}

/* --- comparing ------------------------------------------------------------------- */

/* Is the line the expected one? "[..]" in it stands for any text. */
static bool line_fits(struct str expected, struct str line)
{
	const char *any = expected.n ? memmem(expected.p, expected.n, "[..]", 4) : NULL;
	struct str before, behind;

	if (!any)
		return str_eq(expected, line);
	before = str_head(expected, (size_t)(any - expected.p));
	behind = str_from(expected, before.n + 4);
	if (!str_starts(line, before))
		return false;
	for (size_t i = before.n; i <= line.n; i++) {
		if (line_fits(behind, str_from(line, i)))
			return true;
	}
	return false;
}

static bool text_fits(struct str expected, struct str text)
{
	while (expected.n && text.n) {
		struct str line = str_cut(text, '\n', &text);

		if (!line_fits(str_cut(expected, '\n', &expected), line))
			return false;
	}
	return !expected.n && !text.n;
}

static struct str without_last_line_end(struct str s)
{
	return str_ends(s, STR("\n")) ? str_head(s, s.n - 1) : s;
}

/* The lines without those that begin with four spaces: lines of the author's files,
 * and carets. */
static struct str without_excerpts(struct arena *a, struct str text)
{
	struct buf out = {.arena = a};

	while (text.n) {
		struct str line = str_cut(text, '\n', &text);

		if (!str_starts(line, STR("    ")))
			buf_fmt(&out, STR_FMT "\n", STR_ARG(line));
	}
	return buf_str(&out);
}

static struct str difference(struct test *t, struct str expected, struct str got)
{
	struct str a = path_join(&t->arena, t->folder, STR("expected"));
	struct str b = path_join(&t->arena, t->folder, STR("got"));
	const char *arguments[] = {"-u",  "--label",           "expected",          "--label",
				   "got", str_z(&t->arena, a), str_z(&t->arena, b), NULL};

	if (!write_text(t, a, expected) || !write_text(t, b, got))
		return (struct str){0};
	return run_tool(t, "diff", arguments).out;
}

/* A text as the body of a section: a line end behind it, and "-- " escaped. */
static struct str as_body(struct arena *a, struct str text)
{
	struct buf out = {.arena = a};

	while (text.n) {
		struct str line = str_cut(text, '\n', &text), inner = line;

		while (str_starts(inner, STR("\\")))
			inner = str_from(inner, 1);
		if (str_starts(inner, STR("-- ")))
			buf_byte(&out, '\\');
		buf_fmt(&out, STR_FMT "\n", STR_ARG(line));
	}
	return buf_str(&out);
}

static void expect_text(struct test *t, const struct section *s, struct str got)
{
	if (text_fits(s->body, got))
		return;
	complain(t, s->line,
		 str_z(&t->arena,
		       str_fmt(&t->arena, "%s%s" STR_FMT " is not as expected", s->type->name,
			       s->argument.n ? " " : "", STR_ARG(s->argument))),
		 difference(t, s->body, got));
	propose(t, s->from, s->to, as_body(&t->arena, got));
}

/* All that is below a folder, a line each: path, size, when it was changed, inode and
 * what it holds; of folders, when an entry came or went. */
static void describe(struct test *t, struct str path, struct buf *out)
{
	struct stat st;
	struct str text = {0};

	if (lstat(str_z(&t->arena, path), &st) != 0)
		return;
	if (S_ISREG(st.st_mode))
		read_text(t, path, &text);
	buf_fmt(out, STR_FMT " %jd %jd.%09ld %ju %016jx\n", STR_ARG(str_from(path, t->site.n)),
		(intmax_t)st.st_size, (intmax_t)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
		(uintmax_t)st.st_ino, (uintmax_t)str_hash(text, 0));
}

static struct str snapshot(struct test *t)
{
	struct diag d = {.arena = &t->arena};
	struct file_list files = {0};
	struct str dir = {0};
	struct buf out = {.arena = &t->arena};

	if (!file_walk_all(&t->arena, t->site, &files, &d))
		complain(t, 0, "cannot walk through the site", t->site);
	for (size_t i = 0; i < files.n; i++) {
		if (!str_eq(dir, path_dir(files.paths[i]))) {
			dir = path_dir(files.paths[i]);
			describe(t, dir, &out);
		}
		describe(t, files.paths[i], &out);
	}
	return buf_str(&out);
}

/* --- sections that make the site -------------------------------------------------- */

static struct str in_site(struct test *t, struct str path)
{
	return path_join(&t->arena, t->site, path);
}

static void put_file(struct test *t, const struct section *s)
{
	write_text(t, in_site(t, s->argument), s->body);
}

static int hex_of(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* One byte of a "bytes:" section behind a backslash. */
static bool take_escape(struct str *s, struct buf *out)
{
	char c = s->n ? s->p[0] : 0;

	*s = str_from(*s, 1);
	if (c == 'x' && s->n >= 2 && hex_of(s->p[0]) >= 0 && hex_of(s->p[1]) >= 0) {
		buf_byte(out, (char)(hex_of(s->p[0]) * 16 + hex_of(s->p[1])));
		*s = str_from(*s, 2);
		return true;
	}
	if (c == 'n' || c == 'r' || c == 't' || c == '\\')
		buf_byte(out, c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : '\\');
	/* a backslash at the end of a line joins it to the next */
	return c == 'n' || c == 'r' || c == 't' || c == '\\' || c == '\n';
}

static void put_bytes(struct test *t, const struct section *s)
{
	struct buf out = {.arena = &t->arena};
	struct str rest = s->body;

	while (rest.n) {
		char c = rest.p[0];

		rest = str_from(rest, 1);
		if (c != '\\')
			buf_byte(&out, c);
		else if (!take_escape(&rest, &out))
			complain_of(t, s, "an escape other than \\xNN \\n \\r \\t \\\\");
	}
	write_text(t, in_site(t, s->argument), buf_str(&out));
}

static void put_tree(struct test *t, const struct section *s)
{
	struct str from = str_fmt(&t->arena, STR_FMT "/" STR_FMT ".d",
				  STR_ARG(path_dir(t->path)), STR_ARG(s->argument));
	char real[PATH_MAX];

	if (!file_is_dir(from))
		from = str_fmt(&t->arena, "tests/cases/" STR_FMT ".d", STR_ARG(s->argument));
	if (!realpath(str_z(&t->arena, from), real) ||
	    !copy_tree(t, path_join(&t->arena, str_of(real), STR(".")), t->site))
		complain_of(t, s, "cannot copy the tree");
}

static void put_folder(struct test *t, const struct section *s)
{
	struct str inner = path_join(&t->arena, in_site(t, s->argument), STR("x"));
	struct diag d = {.arena = &t->arena};

	if (!write_text(t, inner, STR("")) ||
	    !file_remove(&t->arena, inner, path_dir(inner), &d))
		complain_of(t, s, "cannot make the folder");
}

static void put_link(struct test *t, const struct section *s)
{
	const char *arrow = memmem(s->argument.p, s->argument.n, " -> ", 4);
	struct str to, from;

	if (!arrow) {
		complain_of(t, s, "a link is written \"PATH -> TARGET\"");
		return;
	}
	from = str_head(s->argument, (size_t)(arrow - s->argument.p));
	to = str_from(s->argument, from.n + 4);
	if (symlink(str_z(&t->arena, to), str_z(&t->arena, in_site(t, from))) != 0)
		complain_of(t, s, "cannot make the link");
}

static void remove_path(struct test *t, const struct section *s)
{
	struct str path = in_site(t, s->argument);
	struct diag d = {.arena = &t->arena};

	if (!file_exists(path) || !file_remove_tree(&t->arena, path, &d))
		complain_of(t, s, "cannot remove it");
}

/* --- runs ------------------------------------------------------------------------- */

/* Does an expectation of the run at section i, or of the one that begins before it,
 * have this name? */
static bool is_expected(const struct test *t, size_t i, const char *name)
{
	for (; i < t->n_sections; i++) {
		if (t->sections[i].type->phase != PHASE_EXPECTATION)
			return false;
		if (strcmp(t->sections[i].type->name, name) == 0)
			return true;
	}
	return false;
}

static void start_run(struct test *t, struct str command, size_t first_expectation)
{
	t->ran = true;
	t->ran_vi = t->status_told = t->stderr_told = false;
	t->command = command;
	t->copy = (struct str){0};
	if (is_expected(t, first_expectation, "stderr: vi") ||
	    is_expected(t, first_expectation, "stdout: vi")) {
		t->copy = str_fmt(&t->arena, STR_FMT "/vi%zu", STR_ARG(t->folder), t->now);
		if (!copy_tree(t, t->site, t->copy))
			complain(t, 0, "cannot copy the site", t->copy);
	}
	if (is_expected(t, first_expectation, "untouched"))
		t->before = snapshot(t);
	t->got = run_cchc(t, t->site, (struct str){0});
}

/* Where a section that is missing would be put: behind those of the run. */
static size_t end_of_run(const struct test *t)
{
	return t->now < t->n_sections ? t->sections[t->now].head : t->text.n;
}

/* What a run must be when the case says nothing else: good, and without a word. */
static void finish_run(struct test *t)
{
	size_t end = end_of_run(t);
	uint32_t line = t->sections[t->now ? t->now - 1 : 0].line;
	struct str said = without_excerpts(&t->arena, t->got.err);

	if (!t->ran)
		return;
	t->ran = false;
	if (!t->status_told && t->got.status != 0) {
		complain(t, line, "status is not 0", str_fmt(&t->arena, "%d\n", t->got.status));
		propose(t, end, end, str_fmt(&t->arena, "-- status: %d --\n", t->got.status));
	}
	if (!t->stderr_told && t->got.err.n) {
		complain(t, line, "stderr is not empty", t->got.err);
		propose(t, end, end,
			str_fmt(&t->arena, "-- stderr --\n" STR_FMT,
				STR_ARG(as_body(&t->arena, said))));
	}
}

static void run_command(struct test *t, const struct section *s)
{
	start_run(t, s->argument, t->now + 1);
}

/* --- sections that look at what came ---------------------------------------------- */

static void expect_status(struct test *t, const struct section *s)
{
	struct str got = str_fmt(&t->arena, "%d", t->got.status);

	t->status_told = true;
	if (str_eq(got, s->argument))
		return;
	complain(t, s->line,
		 str_z(&t->arena, str_fmt(&t->arena, "status is " STR_FMT ", expected " STR_FMT,
					  STR_ARG(got), STR_ARG(s->argument))),
		 t->got.err);
	propose(t, s->head, s->from,
		str_fmt(&t->arena, "-- status: " STR_FMT " --\n", STR_ARG(got)));
}

static void expect_stderr(struct test *t, const struct section *s)
{
	t->stderr_told = true;
	expect_text(t, s, without_excerpts(&t->arena, t->got.err));
}

static void expect_full_stderr(struct test *t, const struct section *s)
{
	t->stderr_told = true;
	expect_text(t, s, t->got.err);
}

/* The same run in Vietnamese, in the copy of the site as it was before. */
static void run_vietnamese(struct test *t, const struct section *s)
{
	if (t->ran_vi)
		return;
	t->ran_vi = true;
	t->got_vi = run_cchc(t, t->copy, STR("--lang vi"));
	if (t->got_vi.status != t->got.status)
		complain(t, s->line, "the status in Vietnamese is another",
			 str_fmt(&t->arena, "%d\n", t->got_vi.status));
}

static void expect_stderr_vi(struct test *t, const struct section *s)
{
	run_vietnamese(t, s);
	expect_text(t, s, without_excerpts(&t->arena, t->got_vi.err));
}

static void expect_stdout(struct test *t, const struct section *s)
{
	expect_text(t, s, t->got.out);
}

static void expect_stdout_vi(struct test *t, const struct section *s)
{
	run_vietnamese(t, s);
	expect_text(t, s, t->got_vi.out);
}

static bool read_result(struct test *t, const struct section *s, struct str *text)
{
	if (read_text(t, in_site(t, s->argument), text))
		return true;
	complain_of(t, s, "no such file");
	return false;
}

static void expect_file(struct test *t, const struct section *s)
{
	struct str text;

	if (!read_result(t, s, &text))
		return;
	if (!str_eq(without_last_line_end(text), without_last_line_end(s->body)))
		expect_text(t, s, text);
}

static bool has_text(struct str text, struct str part)
{
	return text.n && memmem(text.p, text.n, part.p, part.n);
}

/* Each line of the section must occur in the file, or none of them. */
static void expect_lines(struct test *t, const struct section *s, bool there)
{
	struct str text, rest = s->body;
	uint32_t line = s->line;

	if (!read_result(t, s, &text))
		return;
	while (rest.n) {
		struct str part = str_cut(rest, '\n', &rest);

		line++;
		if (part.n && has_text(text, part) != there)
			complain(t, line,
				 str_z(&t->arena,
				       str_fmt(&t->arena, STR_FMT " %s:", STR_ARG(s->argument),
					       there ? "has not" : "has")),
				 part);
	}
}

static void expect_has(struct test *t, const struct section *s)
{
	expect_lines(t, s, true);
}

static void expect_lacks(struct test *t, const struct section *s)
{
	expect_lines(t, s, false);
}

static void expect_absent(struct test *t, const struct section *s)
{
	if (file_exists(in_site(t, s->argument)))
		complain_of(t, s, "is there");
}

static void expect_files(struct test *t, const struct section *s)
{
	struct str dir = in_site(t, s->argument.n ? s->argument : STR("public"));
	struct diag d = {.arena = &t->arena};
	struct file_list files = {0};
	struct buf names = {.arena = &t->arena};

	if (!file_walk_all(&t->arena, dir, &files, &d))
		complain_of(t, s, "cannot walk through the folder");
	for (size_t i = 0; i < files.n; i++)
		buf_fmt(&names, STR_FMT "\n", STR_ARG(str_from(files.paths[i], dir.n + 1)));
	expect_text(t, s, buf_str(&names));
}

static void expect_untouched(struct test *t, const struct section *s)
{
	struct str now = snapshot(t);

	if (!str_eq(now, t->before))
		complain(t, s->line, "the run changed files", difference(t, t->before, now));
}

/* --- a case ----------------------------------------------------------------------- */

static const struct section_type types[] = {
	{"bytes", ARGUMENT_NEEDED, PHASE_SETTING, true, put_bytes},
	{"use", ARGUMENT_NEEDED, PHASE_SETTING, false, put_tree},
	{"folder", ARGUMENT_NEEDED, PHASE_SETTING, false, put_folder},
	{"link", ARGUMENT_NEEDED, PHASE_SETTING, false, put_link},
	{"remove", ARGUMENT_NEEDED, PHASE_SETTING, false, remove_path},
	{"run", ARGUMENT_FREE, PHASE_RUN, false, run_command},
	{"status", ARGUMENT_NEEDED, PHASE_EXPECTATION, false, expect_status},
	{"stderr: full", ARGUMENT_NONE, PHASE_EXPECTATION, true, expect_full_stderr},
	{"stderr: vi", ARGUMENT_NONE, PHASE_EXPECTATION, true, expect_stderr_vi},
	{"stderr", ARGUMENT_NONE, PHASE_EXPECTATION, true, expect_stderr},
	{"stdout: vi", ARGUMENT_NONE, PHASE_EXPECTATION, true, expect_stdout_vi},
	{"stdout", ARGUMENT_NONE, PHASE_EXPECTATION, true, expect_stdout},
	{"want", ARGUMENT_NEEDED, PHASE_EXPECTATION, true, expect_file},
	{"has", ARGUMENT_NEEDED, PHASE_EXPECTATION, true, expect_has},
	{"lacks", ARGUMENT_NEEDED, PHASE_EXPECTATION, true, expect_lacks},
	{"absent", ARGUMENT_NEEDED, PHASE_EXPECTATION, false, expect_absent},
	{"files", ARGUMENT_FREE, PHASE_EXPECTATION, true, expect_files},
	{"untouched", ARGUMENT_NONE, PHASE_EXPECTATION, false, expect_untouched},
};

static const struct section_type file_type = {"file", ARGUMENT_NEEDED, PHASE_SETTING, true,
					      put_file};

/* "want: public/a.html": the type, and what stands behind it. */
static bool fits_type(const struct section_type *type, struct str name, struct str *argument)
{
	struct str key = str_of(type->name);

	*argument = (struct str){0};
	if (str_eq(name, key))
		return type->argument != ARGUMENT_NEEDED;
	if (type->argument == ARGUMENT_NONE || !str_starts(name, key) || name.p[key.n] != ':')
		return false;
	*argument = str_trim(str_from(name, key.n + 1));
	return argument->n || type->argument == ARGUMENT_FREE;
}

static const struct section_type *type_of(struct str name, struct str *argument)
{
	for (size_t i = 0; i < COUNT(types); i++) {
		if (fits_type(&types[i], name, argument))
			return &types[i];
	}
	*argument = name;
	if (str_has(name, ':') || (!str_has(name, '.') && !str_has(name, '/')))
		return NULL;
	return &file_type;
}

static void begin_section(struct test *t, struct str line, size_t offset, uint32_t number)
{
	struct section *s = &t->sections[t->n_sections];
	struct str name;

	if (line.n < strlen("-- x --") || !str_ends(line, STR(" --"))) {
		complain(t, number, "a section's line ends with \" --\" (or is escaped: \\-- )",
			 line);
		return;
	}
	name = str_trim(str_head(str_from(line, 3), line.n - strlen("--  --")));
	s->type = type_of(name, &s->argument);
	if (!s->type) {
		complain(t, number, "no such section", name);
		return;
	}
	s->line = number;
	s->head = offset;
	s->from = s->to = offset + line.n + 1;
	t->n_sections++;
}

static void add_line(struct test *t, struct buf *body, struct str line)
{
	struct str inner = line;

	(void)t;
	while (str_starts(inner, STR("\\")))
		inner = str_from(inner, 1);
	if (inner.n < line.n && str_starts(inner, STR("-- ")))
		line = str_from(line, 1);
	buf_fmt(body, STR_FMT "\n", STR_ARG(line));
}

static void end_section(struct test *t, struct buf *body, size_t offset)
{
	struct section *s;

	if (!t->n_sections)
		return;
	s = &t->sections[t->n_sections - 1];
	s->to = offset;
	s->body = buf_str(body);
	if (!s->type->has_body && str_trim(s->body).n)
		complain_of(t, s, "this section takes no text");
	*body = (struct buf){.arena = &t->arena};
}

/* What stands before the first section is a comment. */
static void read_sections(struct test *t)
{
	struct buf body = {.arena = &t->arena};
	struct str rest = t->text;
	uint32_t number = 0;

	t->sections = arena_array(&t->arena, struct section, t->text.n / 7 + 1);
	while (rest.n) {
		size_t offset = t->text.n - rest.n;
		struct str line = str_cut(rest, '\n', &rest);

		number++;
		if (str_starts(line, STR("-- "))) {
			end_section(t, &body, offset);
			begin_section(t, line, offset, number);
		} else if (t->n_sections) {
			add_line(t, &body, line);
		}
	}
	end_section(t, &body, t->text.n);
	t->edits = arena_array(&t->arena, struct edit, t->n_sections * 3 + 1);
}

/* A case that checks nothing, or makes files that no run sees, is a mistake. */
static void check_sections(struct test *t)
{
	const struct section *last = &t->sections[t->n_sections ? t->n_sections - 1 : 0];

	if (!t->n_sections)
		complain(t, 1, "no section", (struct str){0});
	else if (last->type->phase == PHASE_SETTING)
		complain_of(t, last, "nothing runs behind this section");
	else if (t->text.p[t->text.n - 1] != '\n')
		complain_of(t, last, "the last line has no end");
}

static void perform_sections(struct test *t)
{
	for (t->now = 0; t->now < t->n_sections; t->now++) {
		const struct section *s = &t->sections[t->now];

		if (s->type->phase != PHASE_EXPECTATION)
			finish_run(t);
		else if (!t->ran)
			start_run(t, str_of(usual_command), t->now);
		s->type->perform(t, s);
	}
	finish_run(t);
}

static void run_test(struct test *t, size_t i)
{
	t->folder = str_fmt(&t->arena, STR_FMT "/%zu", STR_ARG(shared.temp), i);
	t->site = path_join(&t->arena, t->folder, STR("site"));
	t->report.arena = &t->arena;
	if (!read_text(t, t->path, &t->text)) {
		complain(t, 0, "cannot read the case", (struct str){0});
		return;
	}
	read_sections(t);
	check_sections(t);
	if (t->report.n)
		return;
	if (mkdir(str_z(&t->arena, t->folder), 0777) != 0 ||
	    mkdir(str_z(&t->arena, t->site), 0777) != 0)
		complain(t, 0, "cannot make a folder", t->folder);
	else
		perform_sections(t);
}

/* A job: the items are the tests. Their arenas live to the end, for the report. */
static void run_one(void *context, size_t i, struct worker *w)
{
	struct test *tests = context;

	(void)w;
	run_test(&tests[i], i);
}

/* --- blessing --------------------------------------------------------------------- */

static int compare_edits(const void *x, const void *y)
{
	const struct edit *a = x, *b = y;

	return (a->from > b->from) - (a->from < b->from);
}

static struct str edited(struct test *t)
{
	struct buf out = {.arena = &t->arena};
	size_t at = 0;

	qsort(t->edits, t->n_edits, sizeof(struct edit), compare_edits);
	for (size_t i = 0; i < t->n_edits; i++) {
		buf_add(&out, str_from(str_head(t->text, t->edits[i].from), at));
		buf_add(&out, t->edits[i].text);
		at = t->edits[i].to;
	}
	buf_add(&out, str_from(t->text, at));
	return buf_str(&out);
}

static bool is_answered_yes(void)
{
	char answer[16];

	fflush(stdout);
	return fgets(answer, sizeof(answer), stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

static void bless(struct test *t)
{
	struct str text = edited(t);

	printf(STR_FMT "\n" STR_FMT "Is this right, and to be written? [y/N] ",
	       STR_ARG(t->path), STR_ARG(difference(t, t->text, text)));
	if (!is_answered_yes())
		return;
	if (write_text(t, t->path, text))
		t->report.n = 0;
}

/* --- the runner tries itself ------------------------------------------------------ */

/* A case "fails-..." must fail with what its first line says; others must pass. */
static void judge_own(struct test *t)
{
	struct str rest;
	struct str first = str_cut(t->text, '\n', &rest);

	if (!str_starts(path_name(t->path), STR("fails-")))
		return;
	if (first.n && has_text(buf_str(&t->report), first))
		t->report.n = 0;
	else
		buf_fmt(&t->report, STR_FMT ": must fail with: " STR_FMT "\n", STR_ARG(t->path),
			STR_ARG(first));
}

/* --- all together ------------------------------------------------------------------ */

struct options {
	bool bless, keep;
	size_t every;
};

struct tests {
	struct arena *arena;
	struct test *tests;
	size_t n, cap;
};

static void add_test(struct tests *all, struct str path, struct str program)
{
	if (all->n == all->cap) {
		size_t cap = all->cap ? all->cap * 2 : 64;

		all->tests = arena_grow(all->arena, all->tests, all->cap * sizeof(struct test),
					cap * sizeof(struct test));
		all->cap = cap;
	}
	all->tests[all->n++] = (struct test){.path = path, .program = program};
}

/* The .case files below a folder, or the one file. */
static bool add_tests(struct tests *all, const char *path, struct str program, size_t every)
{
	struct diag d = {.arena = all->arena};
	struct file_list files = {0};
	size_t n = 0;

	if (!file_is_dir(str_of(path))) {
		add_test(all, str_of(path), program);
		return true;
	}
	if (!file_walk(all->arena, str_of(path), &files, &d)) {
		diag_print(&d, DIAG_ADVICE, stderr, false);
		return false;
	}
	for (size_t i = 0; i < files.n; i++) {
		if (str_ends(files.paths[i], STR(".case")) && n++ % every == 0)
			add_test(all, files.paths[i], program);
	}
	return true;
}

static size_t report(struct tests *all, const struct options *o)
{
	size_t failed = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct test *t = &all->tests[i];

		if (str_starts(t->path, STR("tests/runner/")))
			judge_own(t);
		else if (o->bless && t->n_edits)
			bless(t);
		if (t->report.n)
			printf(STR_FMT "\n", STR_ARG(buf_str(&t->report)));
		failed += t->report.n != 0;
		arena_free(&t->arena);
	}
	return failed;
}

/* Only what a run may depend on; nothing of the language or the clock of whoever
 * calls us. */
static void make_environment(struct arena *a)
{
	static const char *const kept[] = {"PATH",          "TMPDIR",       "ASAN_OPTIONS",
					   "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"};
	char root[PATH_MAX];
	size_t n = 0;

	shared.environment = arena_array(a, char *, COUNT(kept) + 4);
	for (size_t i = 0; i < COUNT(kept); i++) {
		if (getenv(kept[i]))
			shared.environment[n++] =
				str_z(a, str_fmt(a, "%s=%s", kept[i], getenv(kept[i])));
	}
	if (getcwd(root, sizeof(root)))
		shared.environment[n++] = str_z(a, str_fmt(a, "CCHC_SHARE=%s", root));
	shared.environment[n++] = str_z(a, STR("CCHC_LANG=en"));
	shared.environment[n++] = str_z(a, STR("LC_ALL=C"));
}

static bool make_temp(struct arena *a)
{
	const char *dir = getenv("TMPDIR");
	char *name = str_z(a, str_fmt(a, "%s/cchc-cases-XXXXXX", dir && *dir ? dir : P_tmpdir));

	shared.temp = str_of(mkdtemp(name));
	return shared.temp.n;
}

/* By rm, which has no limit of depth: a case may try ours. */
static void remove_temp(void)
{
	pid_t child = fork();

	if (child == 0) {
		execlp("rm", "rm", "-rf", shared.temp.p, (char *)NULL);
		_exit(CANNOT_START);
	}
	waitpid(child, NULL, 0);
}

static struct str absolute(struct arena *a, struct str path)
{
	char real[PATH_MAX];

	return str_dup(a, realpath(str_z(a, path), real) ? str_of(real) : path);
}

/* The options; what is left of argv is paths, from *first on. */
static bool read_options(int argc, char **argv, struct options *o, int *first)
{
	int i = 1;

	for (; i < argc && str_starts(str_of(argv[i]), STR("--")); i++) {
		if (strcmp(argv[i], "--bless") == 0)
			o->bless = true;
		else if (strcmp(argv[i], "--keep") == 0)
			o->keep = true;
		else if (strcmp(argv[i], "--under") == 0 && i + 1 < argc)
			shared.under = argv[++i];
		else if (strcmp(argv[i], "--every") == 0 && i + 1 < argc)
			o->every = strtoul(argv[++i], NULL, 10);
		else
			return false;
	}
	*first = i;
	return o->every > 0;
}

static bool find_tests(struct tests *all, char **paths, const struct options *o)
{
	const char *build = getenv("BUILD");
	struct str cchc = absolute(
		all->arena, str_fmt(all->arena, "%s/cchc", build && *build ? build : "build"));
	bool ok = true;

	if (!*paths && !o->bless && !shared.under)
		ok = add_tests(all, "tests/runner",
			       absolute(all->arena, STR("tests/runner/do.sh")), 1);
	if (!*paths)
		return ok && add_tests(all, "tests/cases", cchc, o->every);
	for (; *paths; paths++)
		ok &= add_tests(all, *paths, cchc, o->every);
	return ok;
}

int main(int argc, char **argv)
{
	struct options o = {.every = 1};
	struct arena arena = {0};
	struct tests all = {.arena = &arena};
	struct crew crew;
	size_t failed;
	int first;

	if (!read_options(argc, argv, &o, &first) || !make_temp(&arena)) {
		fputs("usage: run_cases [--bless] [--under 'WORDS'] [--every N] [--keep] "
		      "[FILE or FOLDER...]\n",
		      stderr);
		return STATUS_BAD;
	}
	make_environment(&arena);
	if (!find_tests(&all, argv + first, &o))
		return STATUS_BAD;
	crew_start(&crew, &arena, 0);
	jobs_run(&crew, all.n, run_one, all.tests);
	crew_free(&crew);
	failed = report(&all, &o);
	if (o.keep)
		printf("kept: " STR_FMT "\n", STR_ARG(shared.temp));
	else
		remove_temp();
	printf("%zu passed, %zu failed\n", all.n - failed, failed);
	arena_free(&arena);
	return failed != 0;
}
