/*
 * mustache - templates: parsed once, rendered many times, from any thread.
 *
 * Mustache 1.4: interpolation, sections, inverted sections, comments, partials with
 * their indentation, delimiters, inheritance ({{<parent}}, {{$block}}) and dynamic
 * names ({{>*name}}, {{<*name}}); no lambdas. A template is a flat array of nodes;
 * after parsing nothing of it changes but what is remembered once and for all: which
 * template a tag means, and whether a tag was answered. What it prints depends on the
 * template and the views and on nothing else.
 *
 * The engine knows nothing of sites: with base/, viet/fold (for "did you mean") and
 * data/value it is a library of its own.
 *
 * Calling sequence: layouts_new(), layouts_load() (or layouts_add() for texts in
 * memory), layouts_check(), layouts_get(), template_render() as often as needed from any
 * thread, layouts_warn_unanswered() at the end. Nothing is added once rendering began.
 *
 * Where the specification leaves a choice:
 *
 * - Falsy are null, false, "", an empty list and what no view knows. All else is
 *   truthy: 0 (a number that is there is something to show), "false", an empty map.
 * - A string is written as it is, a number as it was read but for zeros at the end of
 *   its fraction (1.50 is 1.5: the specification's cases want it), bools as true and
 *   false. null, lists and maps are written as nothing.
 * - A view that has a key with null has the key: views behind it are not asked.
 * - Of several fillings for one block the outermost page's counts, and what a filling
 *   holds is filled as where it was written: {{$title}} within {{<card}} within a block
 *   of {{<base}} has nothing to do with base's {{$title}}.
 * - A filling whose begin tag ends its line loses the indentation of its first line
 *   that is not empty, and gets that of the block's place: of the first line of the
 *   block's own text when the block's begin tag is alone on its line, else the white
 *   space before the block when nothing else is on its line.
 * - An empty line of an indented partial is indented too: it is a line.
 */
#ifndef CCHC_TEXT_MUSTACHE_H
#define CCHC_TEXT_MUSTACHE_H

#include "data/value.h"
#include "text/html.h"

enum {
	MUSTACHE_DEPTH_MAX = 64, /* open sections, blocks, partials and parents at once */
	MUSTACHE_SOURCE_MAX = 1024 * 1024,       /* bytes of one template */
	MUSTACHE_NAME_MAX = 255,                 /* bytes of a template's name */
	MUSTACHE_DELIMITER_MAX = 16,             /* bytes of "{{" or what is set in its place */
	MUSTACHE_OUTPUT_MAX = 256 * 1024 * 1024, /* bytes of one rendered file */
};

struct layouts; /* templates by name: "base" and "base.html" are two names */
struct template;

struct layouts *layouts_new(struct arena *a);

/* Add every file below dir, by its path there with its extension ("tin-bai.html",
 * "partials/dau-trang.html"); {{>partials/dau-trang}} finds it without the
 * extension when the including template has the same one. A name that is there
 * already is replaced: a site's own layouts are loaded over the installed ones. A
 * dir that does not exist adds nothing. All mistakes of all files are reported, of
 * one file at most twenty. */
bool layouts_load(struct layouts *l, struct str dir, struct diag *d) MUST_USE;

/* What has been loaded so far has been tried by others: warn of nothing in it. A tag of
 * an installed layout that a small site never answers is no mistake of its author. */
void layouts_trust(struct layouts *l);
/* The next one that is not trusted, from *at on, which begins with 0 and moves on; NULL
 * behind the last. */
const struct template *layouts_next_own(const struct layouts *l, size_t *at);
/* Is there any? */
bool layouts_has_own(const struct layouts *l);

/* Parse source->text as the template `name`; false, and reported, when it is
 * wrong: then it is there all the same, and empty. source and its text must live as
 * long as the layouts. A tag that can have no effect (a value within a parent, outside
 * of its blocks) is a warning. */
bool layouts_add(struct layouts *l, struct str name, const struct source *source,
		 struct diag *d) MUST_USE;

/* NULL when there is none of that name. */
const struct template *layouts_get(const struct layouts *l, struct str name);
/* Its file as a whole. */
struct pos template_place(const struct template *t);

/* Report partials and parents that name no template ({{>x}} renders as nothing by
 * the specification, which hides a typing mistake): each an error at its tag. Dynamic
 * names are not looked at. A block that fills nothing, because no template that its
 * parent puts in has one of that name, is a warning. */
bool layouts_check(const struct layouts *l, struct diag *d) MUST_USE;

/* Append what t makes of the views (the context stack, outermost first). {{name}} is
 * escaped as the kind of file asks for. False, and reported at the tag, when a limit
 * was broken: then out is as it was. scratch is for what lives during the call. */
bool template_render(struct arena *scratch, const struct layouts *l, const struct template *t,
		     const struct value *const *views, size_t n_views, enum escape how,
		     struct buf *out, struct diag *d) MUST_USE;

/* Warn of each tag that was asked for and never had a value, null included: most
 * often a typing mistake ({{tilte}}). A name whose way leads through a null was
 * answered. After all rendering is done. */
void layouts_warn_unanswered(const struct layouts *l, struct diag *d);

#endif
