/*
 * Runs the examples of tests/spec/markdown.txt: what text/markdown.h makes of a page's
 * body with hooks, and what it reports, to the column.
 *
 * The hooks stand for a site that has every page but those whose name begins with
 * "khong-co", and that knows two fences besides those of text/component.h: "khung" puts a
 * box around Markdown, "hong" is always wrong.
 *
 *	run_markdown [FILE]
 */
#include "examples.h"

#include "base/path.h"
#include "kinds/access_rules.h"
#include "text/component.h"
#include "text/markdown.h"

static bool link_hook(void *context, struct str url, bool image, struct pos at, struct buf *out,
		      struct diag *d)
{
	struct str anchor, path = str_cut(url, '#', &anchor);

	(void)context;
	if (str_starts(url, STR("khong-co")))
		return diag_error(
			d, at, image ? "no picture \"" STR_FMT "\"" : "no page \"" STR_FMT "\"",
			STR_ARG(url));
	if (!str_eq_z(path_extension(path), "md") || image) {
		buf_add(out, url);
		return true;
	}
	buf_fmt(out, "/" STR_FMT "/", STR_ARG(path_stem(path)));
	if (anchor.n)
		buf_fmt(out, "#" STR_FMT, STR_ARG(anchor));
	return true;
}

static bool judge_hook(void *context, const struct markdown_part *part, struct diag *d)
{
	struct str text;
	const struct rule *rule = access_judge(d->arena, part, &text);

	(void)context;
	if (rule)
		diag_find(d, rule->level, rule->code, part->at, text);
	return !rule || rule->level != DIAG_ERROR;
}

static bool fence_hook(void *context, struct str word, struct str rest, struct str body,
		       struct pos at, bool *known, struct buf *out, struct diag *d)
{
	bool ok;

	if (str_eq_z(word, "hong"))
		return diag_error(d, at, "\"" STR_FMT "\" is wrong", STR_ARG(body));
	if (!str_eq_z(word, "khung"))
		return component_fence(out->arena, context, word, rest, body, at, known, out,
				       d);
	buf_fmt(out, "<div title=\"" STR_FMT "\">\n", STR_ARG(rest));
	ok = markdown_fragment(out->arena, at, body, context, out, d);
	buf_add_z(out, "</div>\n");
	return ok;
}

static struct str printed(struct arena *a, const struct diag *d)
{
	char *text = NULL;
	size_t n = 0;
	FILE *out = open_memstream(&text, &n);
	struct str copy;

	diag_print(d, DIAG_ADVICE, out, false);
	fclose(out);
	copy = str_dup(a, (struct str){text, n});
	free(text);
	return copy;
}

/* The body begins at line 1, so that places are those in the example. */
static void convert(struct arena *a, struct example *e)
{
	struct source source = {.path = STR("bai.md"), .text = e->markdown};
	struct diag d = {.arena = a};
	struct markdown_hooks hooks = {
		.link = link_hook, .fence = fence_hook, .judge = judge_hook};
	const struct document *document;
	struct buf html = {.arena = a};

	hooks.context = &hooks;
	document = markdown_read(a, (struct pos){&source, 1, 1}, e->markdown, &hooks, &d);
	if (document) {
		buf_add(&html, document->html);
		for (size_t i = 0; i < document->n_headings; i++) {
			const struct heading *h = &document->headings[i];

			buf_fmt(&html, "(%d #" STR_FMT " " STR_FMT ")\n", h->level,
				STR_ARG(h->id), STR_ARG(h->title));
		}
	}
	e->html = buf_str(&html);
	e->report = printed(a, &d);
}

static bool run_example(struct arena *a, const struct example *e)
{
	struct example is = *e;
	bool good;

	convert(a, &is);
	good = examples_compare(e, "HTML", is.html, e->html);
	return examples_compare(e, "report", is.report, e->report) && good;
}

int main(int argc, char **argv)
{
	const char *path = argc > 1 ? argv[1] : "tests/spec/markdown.txt";
	struct arena keep = {0}, scratch = {0};
	struct examples examples = {0};
	struct example e;
	unsigned passed = 0, failed = 0;

	markdown_start();
	if (!examples_open(&keep, path, &examples))
		failed++;
	while (examples_next(&examples, &e)) {
		if (run_example(&scratch, &e))
			passed++;
		else
			failed++;
		arena_reset(&scratch);
	}
	markdown_stop();
	arena_free(&keep);
	arena_free(&scratch);
	printf("%u passed, %u failed\n", passed, failed);
	return failed > 0;
}
