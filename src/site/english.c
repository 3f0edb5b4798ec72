#include "site/english.h"

#include "kinds/contact.h"
#include "kinds/english.h"
#include "kinds/procedure.h"
#include "kinds/translation.h"
#include "kinds/unit.h"

#define PROCEDURES_URL ENGLISH_URL "procedures/"
#define CONTACTS_URL ENGLISH_URL "contacts/"
#define ORGANISATION_URL ENGLISH_URL "organisation/"

enum {
	PAGES_OF_THEIR_OWN = 4, /* all but the procedures */
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

struct str english_key(struct arena *a, struct str text)
{
	struct buf out = {.arena = a};

	text = str_trim(text);
	for (size_t i = 0; i < text.n; i++) {
		if (!is_blank(text.p[i]))
			buf_byte(&out, text.p[i]);
		else if (!is_blank(text.p[i - 1]))
			buf_byte(&out, ' ');
	}
	return buf_str(&out);
}

struct pos english_pair_place(struct arena *scratch, const struct english_pair *pair,
			      struct diag *d)
{
	const struct value *written = page_written(scratch, pair->page, d);

	diag_reading(d, NULL, STR(""));
	return place_of_field(written_item(written, "dich", pair->number), "vi");
}

static bool report_two(const struct english_pair *first, const struct english_pair *second,
		       struct diag *d)
{
	struct arena scratch = {0};

	diag_error(d, english_pair_place(&scratch, second, d),
		   _("this text has another translation already"));
	diag_note(d, english_pair_place(&scratch, first, d),
		  _("the other translation is this one"));
	arena_free(&scratch);
	return false;
}

static bool add_pair(struct english *e, struct arena *a, const struct page *p, size_t number,
		     struct diag *d)
{
	const struct translation *x = p->data;
	const struct translation_pair *written =
		LIST_ITEM(x->pairs, struct translation_pair, number);
	struct english_pair *pair, *other;
	struct str key;

	if (!written->english.n)
		return true;
	pair = arena_new(a, struct english_pair);
	*pair = (struct english_pair){written->vietnamese, written->english, p, number};
	key = english_key(a, written->vietnamese);
	other = map_get(&e->pairs, key);
	if (other)
		return str_eq(other->english, pair->english) || report_two(other, pair, d);
	map_set(&e->pairs, key, pair);
	return true;
}

static bool is_approved(const struct page *p)
{
	return p->common->state == STATE_APPROVED;
}

static bool gather_pairs(struct site *s, struct arena *a, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];

		if (p->kind != &translation_kind || !is_approved(p))
			continue;
		for (size_t k = 0; k < ((const struct translation *)p->data)->pairs.n; k++)
			ok &= add_pair(s->english, a, p, k, d);
	}
	return ok;
}

struct str english_text(const struct site *s, struct arena *scratch, struct str vietnamese,
			const struct english_pair **used)
{
	const struct english_pair *pair =
		map_get(&s->english->pairs, english_key(scratch, vietnamese));

	if (used)
		*used = pair;
	return pair ? pair->english : english_word(str_trim(vietnamese));
}

static bool is_named(const struct site *s, struct arena *a, struct str name)
{
	return english_text(s, a, name, NULL).n > 0;
}

bool english_shows(const struct site *s, const struct page *p)
{
	if (p->visibility != PAGE_PUBLISHED)
		return false;
	if (p->kind == &contact_kind)
		return !((const struct contact *)p->data)->is_private;
	return p->kind == &unit_kind && !unit_is_dissolved(p->data, s->now);
}

struct str english_record_url(struct arena *a, const struct page *p)
{
	const struct str code = p->common->code;

	if (p->kind == &procedure_kind)
		return str_concat(a, STR(PROCEDURES_URL), code, STR("/"));
	if (p->kind == &contact_kind)
		return str_concat(a, STR(CONTACTS_URL), STR("#"), code);
	if (p->kind == &unit_kind)
		return str_concat(a, STR(ORGANISATION_URL), STR("#"), code);
	return (struct str){0};
}

/* The first section of a kind that has something to show. */
static const struct section *section_of(const struct site *s, const struct kind *kind)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		if (s->sections[i].kind == kind && s->sections[i].pages.n)
			return &s->sections[i];
	}
	return NULL;
}

static struct english_page *add_page(struct site *s, enum english_sort sort, struct str url,
				     struct str original)
{
	struct english_page *page = &s->english->pages[s->english->n++];

	*page = (struct english_page){.sort = sort, .url = url, .original = original};
	return page;
}

static void add_section(struct site *s, enum english_sort sort, const char *url,
			const struct kind *kind)
{
	const struct section *section = section_of(s, kind);

	if (section)
		add_page(s, sort, str_of(url), section->url)->section = section;
}

static const struct list *wanted_codes(const struct site *s)
{
	const struct config *c = s->config;

	return c->english.n ? &c->english : &c->featured;
}

size_t english_wanted(const struct site *s)
{
	return wanted_codes(s)->n;
}

const struct page *english_wanted_at(const struct site *s, size_t i)
{
	const struct page *p = site_find(s, str_of(procedure_kind.code),
					 *LIST_ITEM(*wanted_codes(s), struct str, i));

	return p && p->visibility == PAGE_PUBLISHED ? p : NULL;
}

static void add_procedures(struct site *s, struct arena *a)
{
	size_t before = s->english->n;

	for (size_t i = 0; i < english_wanted(s); i++) {
		const struct page *p = english_wanted_at(s, i);

		if (!p || !is_named(s, a, p->title) || english_page_for(s, p->url))
			continue;
		add_page(s, ENGLISH_PROCEDURE, english_record_url(a, p), p->url)->page = p;
	}
	if (s->english->n > before)
		add_section(s, ENGLISH_PROCEDURES, PROCEDURES_URL, &procedure_kind);
}

static void add_pages(struct site *s, struct arena *a)
{
	s->english->pages =
		arena_array(a, struct english_page, english_wanted(s) + PAGES_OF_THEIR_OWN);
	if (!is_named(s, a, s->config->organisation->name))
		return;
	add_page(s, ENGLISH_HOME, STR(ENGLISH_URL), STR(""));
	add_section(s, ENGLISH_CONTACTS, CONTACTS_URL, &contact_kind);
	add_section(s, ENGLISH_ORGANISATION, ORGANISATION_URL, &unit_kind);
	add_procedures(s, a);
}

static bool has_section(const struct site *s)
{
	for (size_t i = 0; i < s->n_sections; i++) {
		if (s->sections[i].kind == &translation_kind)
			return true;
	}
	return false;
}

bool site_gather_english(struct site *s, struct arena *a, struct diag *d)
{
	if (!has_section(s))
		return true;
	s->english = arena_new(a, struct english);
	s->english->pairs.arena = a;
	if (!gather_pairs(s, a, d))
		return false;
	add_pages(s, a);
	return true;
}

const struct english_page *english_page_at(const struct site *s, struct str url)
{
	for (size_t i = 0; s->english && i < s->english->n; i++) {
		if (str_eq(s->english->pages[i].url, url))
			return &s->english->pages[i];
	}
	return NULL;
}

const struct english_page *english_page_for(const struct site *s, struct str original)
{
	for (size_t i = 0; s->english && i < s->english->n; i++) {
		if (str_eq(s->english->pages[i].original, original))
			return &s->english->pages[i];
	}
	return NULL;
}
