/*
 * run_mustache - the cases of the Mustache specification, and our own.
 *
 * Both are YAML: a map with `tests`, a list of {name, desc, data, template, partials,
 * expected}; ours may say `escape: json` or `escape: none`. Ours are in this
 * repository. The specification's are data of another project and lie beside it: in
 * the folder given as argument, else in CCHC_SPEC, else in ../shared/spec. Its module
 * of lambdas is left out: templates here hold no code.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/path.h"
#include "text/mustache.h"

enum {
	SOURCE_MAX = 4 * 1024 * 1024, /* bytes of one file of cases */
};

struct tally {
	size_t passed, failed;
};

static struct str text_at(const struct value *test, const char *key)
{
	const struct value *v = value_get(test, str_of(key));

	return v ? v->text : (struct str){0};
}

static struct source *source_of(struct arena *a, struct str name, struct str text)
{
	struct source *source = arena_new(a, struct source);

	source->path = name;
	source->text = text;
	return source;
}

static bool add_partials(struct arena *a, struct layouts *l, const struct value *partials,
			 struct diag *d)
{
	bool good = true;

	for (uint32_t i = 0; partials && i < partials->n; i++) {
		const struct value_entry *entry = &partials->entries[i];

		good &= layouts_add(l, entry->key, source_of(a, entry->key, entry->value->text),
				    d);
	}
	return good;
}

static enum escape escape_of(const struct value *test)
{
	struct str how = text_at(test, "escape");

	if (str_eq(how, STR("json")))
		return ESCAPE_JSON;
	return str_eq(how, STR("none")) ? ESCAPE_NONE : ESCAPE_HTML;
}

static bool render_case(struct arena *a, const struct value *test, struct buf *out,
			struct diag *d)
{
	struct layouts *l = layouts_new(a);
	struct str name = STR("(template)");
	const struct value *data = value_get(test, STR("data"));
	bool good = add_partials(a, l, value_get(test, STR("partials")), d);

	good &= layouts_add(l, name, source_of(a, name, text_at(test, "template")), d);
	return good && template_render(a, l, layouts_get(l, name), &data, data != NULL,
				       escape_of(test), out, d);
}

static void print_quoted(const char *label, struct str s)
{
	printf("  %s \"", label);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n')
			fputs("\\n", stdout);
		else if (s.p[i] == '\r')
			fputs("\\r", stdout);
		else
			putchar(s.p[i]);
	}
	puts("\"");
}

static bool run_case(struct str path, const struct value *test)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct buf out = {.arena = &a};
	struct str expected = text_at(test, "expected");
	bool rendered = render_case(&a, test, &out, &d);
	bool good = rendered && str_eq(buf_str(&out), expected);

	if (!good) {
		printf(STR_FMT ": " STR_FMT ": " STR_FMT "\n", STR_ARG(path),
		       STR_ARG(text_at(test, "name")), STR_ARG(text_at(test, "desc")));
		print_quoted("expected", expected);
		print_quoted("got     ", buf_str(&out));
		diag_print(&d, DIAG_ADVICE, stdout, false);
	}
	arena_free(&a);
	return good;
}

static void run_tests(struct str path, const struct value *tests, struct tally *tally)
{
	for (uint32_t i = 0; tests && i < tests->n; i++) {
		if (run_case(path, tests->entries[i].value))
			tally->passed++;
		else
			tally->failed++;
	}
}

/* A file without cases is a failure: it should have some. */
static void run_file(struct str path, struct tally *tally)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct source source = {.path = path};
	struct pos at = {&source, 1, 1};
	const struct value *tests = NULL;

	if (file_read(&a, path, SOURCE_MAX, &source.text, &d))
		tests = value_get(value_from_yaml(&a, at, source.text, SOURCE_MAX, &d),
				  STR("tests"));
	diag_print(&d, DIAG_ADVICE, stdout, false);
	if (!tests || !tests->n) {
		printf(STR_FMT ": no cases\n", STR_ARG(path));
		tally->failed++;
	}
	run_tests(path, tests, tally);
	arena_free(&a);
}

static bool is_wanted(struct str path)
{
	return str_ends(path, STR(".yml")) && !str_eq(path_name(path), STR("~lambdas.yml"));
}

/* How many files of cases the folder has. */
static size_t run_folder(struct str dir, struct tally *tally)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct file_list files = {0};
	size_t n = 0;

	if (!file_walk(&a, dir, &files, &d))
		diag_print(&d, DIAG_ADVICE, stdout, false);
	for (size_t i = 0; i < files.n; i++) {
		if (!is_wanted(files.paths[i]))
			continue;
		run_file(files.paths[i], tally);
		n++;
	}
	arena_free(&a);
	return n;
}

static struct str spec_folder(struct arena *a, int argc, char **argv)
{
	const char *dir = argc > 1 ? argv[1] : getenv("CCHC_SPEC");

	return path_join(a, str_of(dir && *dir ? dir : "../shared/spec"), STR("mustache"));
}

static void run_spec(struct str dir, struct tally *tally)
{
	size_t before = tally->passed;
	size_t n = run_folder(dir, tally);

	if (n)
		printf("the Mustache specification: %zu cases of %zu modules passed\n",
		       tally->passed - before, n);
	else
		printf("NOT RUN: the cases of the Mustache specification are not in " STR_FMT
		       "; give their folder in CCHC_SPEC\n",
		       STR_ARG(dir));
}

int main(int argc, char **argv)
{
	struct arena a = {0};
	struct tally tally = {0};

	if (!run_folder(STR("tests/spec/mustache"), &tally)) {
		puts("tests/spec/mustache has no cases: run this at the root of the repository");
		tally.failed++;
	}
	run_spec(spec_folder(&a, argc, argv), &tally);
	printf("%zu passed, %zu failed\n", tally.passed, tally.failed);
	arena_free(&a);
	return tally.failed != 0;
}
