/*
 * Runs the examples of CommonMark 0.29 and of GitHub's Markdown through
 * text/markdown.h without hooks. Every example comes out as its specification says, or
 * stands in the list below with the reason; one that stands there and comes out the
 * same after all is a failure too.
 *
 *	run_commonmark [COMMONMARK-SPEC [GITHUB-SPEC]]
 */
#include "examples.h"

#include "text/markdown.h"

static const char html[] = "authors' HTML is not let through";
static const char bare[] = "bare URLs become links, as in GitHub's Markdown";
static const char scheme[] = "links lead to https, http, mailto and tel only";
static const char comment[] = "newer versions of the library know the comments of HTML 5";

struct deviation {
	unsigned first, last; /* numbers of examples */
	const char *reason;
};

static const struct deviation commonmark_deviations[] = {
	{118, 160, html},   {170, 170, html},    {278, 279, html}, {307, 307, html},
	{317, 317, html},   {344, 344, html},    {474, 476, html}, {488, 488, html},
	{491, 491, html},   {520, 520, html},    {532, 532, html}, {592, 592, scheme},
	{594, 595, scheme}, {597, 597, scheme},  {598, 598, bare}, {602, 602, bare},
	{604, 604, bare},   {607, 608, bare},    {609, 613, html}, {619, 619, html},
	{621, 621, html},   {622, 623, comment}, {624, 628, html}, {639, 640, html},
	{0, 0, NULL},
};

static const struct deviation github_deviations[] = {
	{118, 160, html},   {170, 170, html},   {288, 289, html},    {317, 317, html},
	{327, 327, html},   {354, 354, html},   {484, 486, html},    {500, 500, html},
	{503, 503, html},   {532, 532, html},   {544, 544, html},    {604, 604, scheme},
	{606, 607, scheme}, {609, 609, scheme}, {610, 610, bare},    {614, 614, bare},
	{616, 616, bare},   {619, 620, bare},   {628, 628, scheme},  {632, 636, html},
	{642, 642, html},   {644, 644, html},   {645, 646, comment}, {647, 651, html},
	{653, 653, html},   {663, 664, html},   {0, 0, NULL},
};

struct suite {
	const char *name, *path;
	const struct deviation *deviations;
	unsigned passed, failed, deviated;
};

static const char *reason_for(const struct suite *s, unsigned number)
{
	for (size_t i = 0; s->deviations[i].reason; i++) {
		if (s->deviations[i].first <= number && number <= s->deviations[i].last)
			return s->deviations[i].reason;
	}
	return NULL;
}

static struct str convert(struct arena *a, struct str markdown)
{
	static const struct source source = {.path = {"spec.md", 7}};
	struct diag d = {.arena = a};
	const struct pos at = {&source, 1, 1};
	const struct document *document = markdown_read(a, at, markdown, NULL, &d);

	return document ? document->html : STR("(refused)\n");
}

static bool run_example(struct suite *s, struct arena *a, const struct example *e)
{
	const char *reason = reason_for(s, e->number);
	struct str is = convert(a, e->markdown);

	if (!reason)
		return examples_compare(e, s->name, is, e->html);
	if (!str_eq(is, e->html)) {
		s->deviated++;
		return true;
	}
	if (reason == comment)
		return true;
	printf("Example %u (line %u), %s: stands in the list of deviations (%s), but is as "
	       "specified\n",
	       e->number, e->line, s->name, reason);
	return false;
}

static bool run_suite(struct suite *s)
{
	struct arena keep = {0}, scratch = {0};
	struct examples examples;
	struct example e;
	bool found = examples_open(&keep, s->path, &examples);

	while (found && examples_next(&examples, &e)) {
		if (run_example(s, &scratch, &e))
			s->passed++;
		else
			s->failed++;
		arena_reset(&scratch);
	}
	if (found)
		printf("%s: %u examples, %u of them differ for a listed reason\n", s->name,
		       s->passed + s->failed, s->deviated);
	arena_free(&keep);
	arena_free(&scratch);
	return found;
}

int main(int argc, char **argv)
{
	struct suite commonmark = {
		.name = "CommonMark 0.29",
		.path = argc > 1 ? argv[1] : "tests/node_modules/commonmark-spec/spec.txt",
		.deviations = commonmark_deviations,
	};
	struct suite github = {
		.name = "GitHub's Markdown",
		.path = argc > 2 ? argv[2] : "../shared/spec/gfm-spec.txt",
		.deviations = github_deviations,
	};

	markdown_start();
	if (!run_suite(&commonmark))
		commonmark.failed++;
	if (!file_exists(str_of(github.path)))
		printf("NOT TESTED: the examples of GitHub's Markdown are not at %s\n",
		       github.path);
	else if (!run_suite(&github))
		github.failed++;
	markdown_stop();
	printf("%u passed, %u failed\n", commonmark.passed + github.passed,
	       commonmark.failed + github.failed);
	return commonmark.failed || github.failed;
}
