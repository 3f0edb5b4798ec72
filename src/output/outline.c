#include "output/outline.h"

#include "kinds/access_rules.h"
#include "text/html.h"

/* A tag from '<' to '>'. */
struct tag {
	struct str name;       /* "h2", "/a" */
	struct str attributes; /* with the space before the first */
	size_t from, to;       /* in the page; to: behind '>' */
};

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '!';
}

static bool next_tag(struct str html, size_t at, struct tag *tag)
{
	const char *p = at < html.n ? memchr(html.p + at, '<', html.n - at) : NULL;
	size_t begin, end;

	if (!p)
		return false;
	tag->from = (size_t)(p - html.p);
	begin = end = tag->from + 1;
	while (end < html.n && is_name(html.p[end]))
		end++;
	tag->name = (struct str){html.p + begin, end - begin};
	begin = end;
	end = html_tag_end(html, end);
	tag->attributes = (struct str){html.p + begin, end - begin};
	tag->to = end < html.n ? end + 1 : end;
	return true;
}

/* What such an element holds is no text of the page. */
static bool is_opaque(const struct tag *tag)
{
	return str_eq(tag->name, STR("script")) || str_eq(tag->name, STR("style")) ||
	       str_eq(tag->name, STR("template"));
}

static bool is_comment(struct str html, const struct tag *tag)
{
	return str_starts(str_from(html, tag->from), STR("<!--"));
}

static size_t behind_comment(struct str html, const struct tag *tag)
{
	size_t at;

	return str_find(html, STR("-->"), tag->from, &at) ? at : html.n;
}

static size_t behind_element(struct str html, const struct tag *tag)
{
	struct tag end = *tag;

	while (next_tag(html, end.to, &end)) {
		if (end.name.n && end.name.p[0] == '/' &&
		    str_eq(str_from(end.name, 1), tag->name))
			return end.to;
	}
	return html.n;
}

static bool has_attribute(const struct tag *tag, const char *with_space)
{
	return str_holds(tag->attributes, str_of(with_space));
}

/* An attribute that has words in it. */
static bool has_words_in(const struct tag *tag, const char *opening)
{
	size_t at, n = strlen(opening);

	return str_find(tag->attributes, str_of(opening), 0, &at) &&
	       at + n < tag->attributes.n && tag->attributes.p[at + n] != '"';
}

static bool has_label(const struct tag *tag)
{
	return has_words_in(tag, " aria-label=\"") ||
	       has_words_in(tag, " aria-labelledby=\"") || has_words_in(tag, " title=\"") ||
	       has_words_in(tag, " alt=\"");
}

static bool is_empty(struct str html, size_t from, size_t to)
{
	return !str_trim((struct str){html.p + from, to - from}).n;
}

/* Words between <a> and </a>, or a label of it or of something in it. */
static bool says_something(struct str html, const struct tag *link)
{
	struct tag tag = *link;
	size_t at = link->to;

	if ((at < html.n && is_name(html.p[at])) || has_label(link))
		return true;
	while (next_tag(html, at, &tag) && !str_eq(tag.name, STR("/a"))) {
		if (!is_empty(html, at, tag.from) || has_label(&tag))
			return true;
		at = tag.to;
	}
	return !is_empty(html, at, tag.from);
}

struct looking {
	unsigned flaws, titles;
	int level; /* of the last heading; 0: none yet */
	bool has_body;
};

static void note(struct looking *l, enum outline_flaw flaw)
{
	l->flaws |= 1U << flaw;
}

static void look_at_heading(struct looking *l, int level)
{
	if (level == 1 && ++l->titles == 2)
		note(l, OUTLINE_TITLES);
	if (l->level && level > l->level + 1)
		note(l, OUTLINE_LEVEL);
	l->level = level;
}

static bool is_heading(const struct tag *tag)
{
	return tag->name.n == 2 && tag->name.p[0] == 'h' && tag->name.p[1] >= '1' &&
	       tag->name.p[1] <= '6';
}

static void look_at(struct looking *l, struct str html, const struct tag *tag)
{
	if (is_heading(tag))
		look_at_heading(l, tag->name.p[1] - '0');
	else if (str_eq(tag->name, STR("img")) && !has_attribute(tag, " alt"))
		note(l, OUTLINE_ALT);
	else if (str_eq(tag->name, STR("a")) && has_attribute(tag, " href") &&
		 !says_something(html, tag))
		note(l, OUTLINE_LINK);
	else if (str_eq(tag->name, STR("html")) && !has_words_in(tag, " lang=\""))
		note(l, OUTLINE_LANGUAGE);
	else if (str_eq(tag->name, STR("body")))
		l->has_body = true;
}

/* Of html, h1, img, a, body, script, style, template, and of comments. */
static bool may_begin_ours(char c)
{
	return c == 'h' || c == 'a' || c == 'b' || c == 'i' || c == 't' || c == 's' || c == '!';
}

/* Where the next tag begins whose name begins as those do that are looked at. */
static size_t next_of_ours(struct str html, size_t at)
{
	const char *p;

	while (at < html.n && (p = memchr(html.p + at, '<', html.n - at)) != NULL) {
		at = (size_t)(p - html.p);
		if (at + 1 < html.n && may_begin_ours(html.p[at + 1]))
			return at;
		at++;
	}
	return html.n;
}

unsigned outline_flaws(struct str html)
{
	struct looking l = {0};
	struct tag tag;

	for (size_t at = 0; next_tag(html, next_of_ours(html, at), &tag);) {
		look_at(&l, html, &tag);
		at = tag.to;
		if (is_opaque(&tag))
			at = behind_element(html, &tag);
		else if (is_comment(html, &tag))
			at = behind_comment(html, &tag);
	}
	if (!l.titles)
		note(&l, OUTLINE_NO_TITLE);
	return l.has_body ? l.flaws : 0;
}

static const char *words_of(enum outline_flaw flaw)
{
	switch (flaw) {
	case OUTLINE_NO_TITLE:
		return _("has no heading of level 1 (<h1>)");
	case OUTLINE_TITLES:
		return _("has more than one heading of level 1 (<h1>)");
	case OUTLINE_LEVEL:
		return _("leaves out a level of headings");
	case OUTLINE_ALT:
		return _("has a picture without alt; an ornament has alt=\"\"");
	case OUTLINE_LINK:
		return _("has a link without words");
	default:
		return _("does not say its language (<html lang=\"vi\">)");
	}
}

static void report(struct arena *a, const struct rendering *x, const struct output *o,
		   enum outline_flaw flaw, struct diag *d)
{
	const struct template *t = layouts_get(x->request->layouts, str_of(o->layout));

	rule_report(&x->request->site->laws, x->request->site->now, d, template_place(t),
		    &access_rules[ACCESS_LAYOUT],
		    str_dup(d->arena,
			    str_fmt(a, _("the page \"" STR_FMT "\" that this layout makes %s"),
				    STR_ARG(o->url.n ? o->url : o->path), words_of(flaw))));
}

/* What the author of a text has been told of is no fault of the layout. */
static bool is_told_of(const struct output *o)
{
	return o->page && o->page->has_flaws;
}

void outline_report(struct arena *a, const struct rendering *x, struct diag *d)
{
	struct map told = {.arena = a};

	for (size_t i = 0; x->flaws && i < x->request->outputs->n; i++) {
		const struct output *o = &x->request->outputs->items[i];

		for (unsigned flaw = 0; x->flaws[i] >> flaw; flaw++) {
			struct str key;

			if (!(x->flaws[i] >> flaw & 1) || is_told_of(o))
				continue;
			key = str_fmt(a, "%u%s", flaw, o->layout);
			if (!map_set(&told, key, &told))
				report(a, x, o, flaw, d);
		}
	}
}
