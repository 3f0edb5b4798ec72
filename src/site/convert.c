/* Bodies to HTML, on all cores; what comes out goes to each worker's spool. */
#include "draw/chart_fence.h"
#include "site/access.h"
#include "site/catalogue.h"
#include "site/convert_fields.h"
#include "site/mentions.h"
#include "site/text_file.h"
#include "text/component.h"
#include "viet/language.h"

struct converting {
	struct site *site;
	bool *ok; /* one a page */
};

static bool keep_document(struct site *s, struct page *p, struct worker *w,
			  const struct document *doc)
{
	struct heading *kept = arena_array(&w->keep, struct heading, doc->n_headings);

	for (size_t i = 0; i < doc->n_headings; i++) {
		kept[i] = doc->headings[i];
		kept[i].id = str_dup(&w->keep, doc->headings[i].id);
		kept[i].title = str_dup(&w->keep, doc->headings[i].title);
	}
	p->headings = kept;
	p->n_headings = doc->n_headings;
	p->n_words = doc->n_words;
	p->html_bytes = doc->html.n;
	p->spool = &s->spools[w->number];
	if (!spool_put(&s->spools[w->number], doc->html, &p->spool_at))
		return diag_machine(&w->diag, p->source.path,
				    _("cannot put the page aside: is the disk full?"));
	return true;
}

static bool may_mention(void *context, struct str text)
{
	const struct link_context *links = context;

	return mentions_possible(links->mentioning, text);
}

static size_t find_mentions(void *context, struct arena *a, struct str text,
			    struct markdown_mention **list)
{
	const struct link_context *links = context;

	return mentions_find(links->mentioning, a, text, list);
}

static void tell_mention(void *context, const struct markdown_mention *m, struct pos at,
			 struct diag *d)
{
	const struct link_context *links = context;

	mentions_tell(links->mentioning, m, at, d);
}

static bool put_component(void *context, struct str word, struct str rest, struct str body,
			  struct pos at, bool *known, struct buf *out, struct diag *d);

static struct markdown_hooks hooks_of(struct link_context *links)
{
	return (struct markdown_hooks){
		.context = links,
		.link = site_link,
		.fence = put_component,
		.may_mention = may_mention,
		.mentions = find_mentions,
		.mentioned = tell_mention,
		.judge = access_tell,
		.language = links->language,
	};
}

/* "tieng-anh": Markdown in another language, which all that stands in it has. */
static bool put_language(struct link_context *links, struct str body, struct pos at,
			 struct buf *out, struct diag *d)
{
	const struct markdown_hooks hooks = hooks_of(links);
	bool ok;

	buf_fmt(out, "<div lang=\"" STR_FMT "\">\n", STR_ARG(links->language));
	ok = markdown_fragment(links->scratch, at, body, &hooks, out, d);
	buf_add_z(out, "</div>\n");
	return ok;
}

static bool is_language(struct link_context *links, struct str word, struct pos at,
			struct diag *d)
{
	if (!str_starts(word, STR("tieng-")))
		return false;
	links->language = language_code(links->scratch, word);
	at.line--;
	at.col = 0;
	if (!links->language.n)
		access_tell(links,
			    &(struct markdown_part){
				    .type = MARKDOWN_LANGUAGE, .at = at, .text = word},
			    d);
	return links->language.n > 0;
}

/* Components are converted as the page is: with its links, and components in them. */
static bool put_component(void *context, struct str word, struct str rest, struct str body,
			  struct pos at, bool *known, struct buf *out, struct diag *d)
{
	struct link_context links = *(struct link_context *)context;
	const struct markdown_hooks hooks = hooks_of(&links);
	bool ok = chart_fence(links.scratch, word, body, at, known, out, d);

	if (*known)
		return ok;
	if (is_language(&links, word, at, d)) {
		*known = true;
		return put_language(&links, body, at, out, d);
	}
	return component_fence(links.scratch, &hooks, word, rest, body, at, known, out, d);
}

/* Of the file as it was read again: what stands behind its fields. */
static bool convert_body(struct site *s, struct page *p, struct str text,
			 const struct markdown_hooks *hooks, struct worker *w)
{
	const struct document *doc =
		markdown_read(&w->scratch, (struct pos){&p->source, p->body_line, 1},
			      str_from(text, p->body_at), hooks, &w->diag);

	return doc && keep_document(s, p, w, doc);
}

/* No word is foreign on a site whose language is not Vietnamese. */
static struct str other_language(const struct site *s)
{
	struct str language = s->config->language;

	if (str_starts(language, STR("vi")))
		return STR("");
	return language;
}

static bool convert_texts(struct site *s, struct page *p, struct worker *w)
{
	struct access access = {0};
	struct link_context links = {.site = s,
				     .page = p,
				     .findings = &s->findings[w->number],
				     .scratch = &w->scratch,
				     .mentioning = mentioning_start(w, s, p),
				     .access = &access,
				     .language = other_language(s)};
	const struct markdown_hooks hooks = hooks_of(&links);
	struct str text;
	bool ok;

	if (!text_file_reread(&w->scratch, &p->source, p->file_hash, &text, &w->diag))
		return false;
	mentions_in_fields(links.mentioning, text, &w->diag);
	ok = convert_fields(p, &hooks, w);
	ok = (!p->body_line || convert_body(s, p, text, &hooks, w)) && ok;
	p->has_flaws = access.has_flaws;
	if (ok && p->body_line)
		access_tell_page(&links, &w->diag);
	return ok;
}

/* Nobody sees the texts of a draft, whose author is still writing, nor those of a page
 * which has been withdrawn, nor a record that stands behind others. */
static bool has_texts(const struct page *p)
{
	return p->visibility != PAGE_DRAFT && p->visibility != PAGE_WITHDRAWN &&
	       p->visibility != PAGE_RECORD;
}

static bool is_unseen(const struct page *p)
{
	return p->visibility == PAGE_WAITING || p->visibility == PAGE_WITHHELD;
}

/* What is wrong in a page that waits for approval is told and stops nothing else. A disk
 * that has failed a worker is not asked again for each of the other pages. */
static void convert_page(void *context, size_t i, struct worker *w)
{
	struct converting *c = context;
	struct page *p = c->site->pages.items[i];
	struct diag_item *mark = w->diag.last;

	if (w->diag.failed_machine)
		return;
	c->ok[i] = !has_texts(p) || convert_texts(c->site, p, w);
	if (!c->ok[i] && is_unseen(p) && !w->diag.failed_machine) {
		diag_soften(&w->diag, mark);
		c->ok[i] = true;
	}
	diag_reading(&w->diag, NULL, STR(""));
}

static bool open_spools(struct site *s, struct arena *a, struct crew *crew, struct str dir,
			struct diag *d)
{
	s->spools = arena_array(a, struct spool, crew->n);
	for (size_t i = 0; i < crew->n; i++)
		s->spools[i].fd = -1;
	for (size_t i = 0; i < crew->n; i++) {
		s->findings[i].arena = &crew->workers[i].keep;
		if (!spool_open(&s->spools[i], dir, d))
			return false;
	}
	return true;
}

bool site_convert(struct site *s, struct crew *crew, struct str spool_dir, struct diag *d)
{
	struct arena *a = &crew->workers[0].keep;
	struct converting c = {.site = s};
	bool ok = true;

	if (!open_spools(s, a, crew, spool_dir, d))
		return false;
	s->catalogue = catalogue_of(a, s);
	c.ok = arena_array(a, bool, s->pages.n + 1);
	jobs_run(crew, s->pages.n, convert_page, &c);
	crew_report(crew, d);
	mentions_connect(s, a);
	for (size_t i = 0; i < s->pages.n; i++)
		ok &= c.ok[i];
	return ok;
}

void site_close(struct site *s)
{
	for (size_t i = 0; s->spools && i < s->n_workers; i++)
		spool_close(&s->spools[i]);
}

bool site_body(struct arena *a, const struct page *p, struct str *html)
{
	char *bytes = arena_array(a, char, p->html_bytes);

	*html = (struct str){bytes, p->html_bytes};
	return !p->html_bytes || spool_get(p->spool, p->spool_at, bytes, p->html_bytes);
}
