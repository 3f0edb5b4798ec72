/* What English pages lack. Their views are made once more, on one thread, and what these
 * could not say in English is looked for in the files. */
#include "output/english.h"

#include "kinds/contact.h"
#include "kinds/procedure.h"
#include "kinds/translation.h"
#include "kinds/unit.h"

struct checking {
	struct arena *arena; /* for the whole check */
	const struct site *site;
	struct diag *diag;
	struct english_gaps gaps;
	struct map used;     /* the pairs that some page says */
	struct map reported; /* gaps, by their text */
	struct map said;     /* texts of the site, once they have been asked for */
	struct map told;     /* pairs that were spoken of beside a gap */
};

static void report(struct checking *c, struct pos at, const struct rule *rule, struct str text)
{
	rule_report(&c->site->laws, c->site->now, c->diag, at, rule,
		    str_dup(c->diag->arena, text));
}

/* The place of a text within a value that was written; false: it is not there. */
static bool find_text(const struct value *v, struct str text, struct pos *at)
{
	if (v->kind == VALUE_STRING && str_eq(str_trim(v->text), text)) {
		*at = v->pos;
		return true;
	}
	for (uint32_t i = 0; i < v->n; i++) {
		if (find_text(v->entries[i].value, text, at))
			return true;
	}
	return false;
}

static bool find_in_page(struct checking *c, const struct page *p, struct str text,
			 struct pos *at)
{
	struct arena scratch = {0};
	bool found = find_text(page_written(&scratch, p, c->diag), text, at);

	diag_reading(c->diag, NULL, STR(""));
	arena_free(&scratch);
	return found;
}

/* Is it a sort of record whose words stand on English pages? */
static bool speaks(const struct page *p)
{
	return p->kind == &procedure_kind || p->kind == &contact_kind || p->kind == &unit_kind;
}

/* The record of that title, whose name another one shows. */
static bool find_by_title(struct checking *c, struct str text, struct pos *at)
{
	for (size_t i = 0; i < c->site->pages.n; i++) {
		const struct page *p = c->site->pages.items[i];

		if (str_eq(p->title, text) && find_in_page(c, p, text, at))
			return true;
	}
	return false;
}

static struct pos place_of(struct checking *c, const struct english_gap *gap)
{
	struct pos at;

	if (!gap->page)
		return find_text(c->site->config->written, gap->text, &at)
			       ? at
			       : diag_file(c->diag, STR("site.yaml"));
	if (find_in_page(c, gap->page, gap->text, &at) || find_by_title(c, gap->text, &at))
		return at;
	return (struct pos){.source = &gap->page->source};
}

static bool has_word(struct str text, struct str word)
{
	while (text.n) {
		if (str_eq(str_cut(text, ' ', &text), word))
			return true;
	}
	return false;
}

/* How many of the words of one text stand in another. */
static size_t common_words(struct str text, struct str other, size_t *n)
{
	size_t common = 0;

	for (*n = 0; text.n; ++*n)
		common += has_word(other, str_cut(text, ' ', &text));
	return common;
}

/* Are most words of each in the other? Then one is likely to be the other, reworded. */
static bool is_near(struct str x, struct str y)
{
	size_t of_x, of_y;
	size_t x_in_y = common_words(x, y, &of_x), y_in_x = common_words(y, x, &of_y);

	return x_in_y * 5 >= of_x * 3 && y_in_x * 5 >= of_y * 3;
}

static bool is_used(const struct checking *c, const struct english_pair *pair)
{
	return map_get(&c->used, pair->vietnamese) != NULL;
}

/* The translation of what a text was before; NULL without one. */
static const struct english_pair *earlier_pair(const struct checking *c, struct str text)
{
	const struct map *pairs = &c->site->english->pairs;

	for (size_t i = 0; i < pairs->n; i++) {
		const struct english_pair *pair = pairs->entries[i].value;

		if (!is_used(c, pair) && is_near(pair->vietnamese, text))
			return pair;
	}
	return NULL;
}

static void report_changed(struct checking *c, struct pos at, const struct english_pair *pair)
{
	struct arena scratch = {0};

	report(c, at, &translation_changed,
	       str_of(_("the Vietnamese has changed since it was translated; English pages "
			"show it in Vietnamese until then")));
	diag_note(c->diag, english_pair_place(&scratch, pair, c->diag),
		  _("this is the translation of what it was: write the new text under \"vi\" "
		    "and see whether \"en\" still says the same"));
	arena_free(&scratch);
}

static void report_gap(struct checking *c, const struct english_gap *gap)
{
	const struct english_pair *pair = earlier_pair(c, gap->text);
	struct pos at;

	if (map_set(&c->reported, gap->text, c))
		return;
	at = place_of(c, gap);
	if (pair) {
		map_set(&c->told, pair->vietnamese, c);
		report_changed(c, at, pair);
	} else {
		report(c, at, &translation_no_english,
		       str_of(_("no translation says this in English; English pages show it "
				"in Vietnamese until then")));
	}
}

static void add_said(struct checking *c, const struct value *v)
{
	if (v->kind == VALUE_STRING)
		map_set(&c->said, english_key(c->arena, v->text), c);
	for (uint32_t i = 0; i < v->n; i++)
		add_said(c, v->entries[i].value);
}

/* All that the site says, also in records that are not published or have no English
 * page. Every file is read again, so this is for when there is something to report. */
static void gather_said(struct checking *c)
{
	struct arena scratch = {0};

	add_said(c, c->site->config->written);
	for (size_t i = 0; i < c->site->pages.n; i++) {
		const struct page *p = c->site->pages.items[i];

		map_set(&c->said, english_key(c->arena, p->title), c);
		if (!speaks(p))
			continue;
		add_said(c, page_written(&scratch, p, c->diag));
		diag_reading(c->diag, NULL, STR(""));
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

static void report_orphan(struct checking *c, const struct english_pair *pair)
{
	struct arena scratch = {0};

	if (!c->said.n)
		gather_said(c);
	if (!map_get(&c->said, english_key(&scratch, pair->vietnamese)))
		report(c, english_pair_place(&scratch, pair, c->diag), &translation_no_original,
		       str_of(_("the site says this nowhere in Vietnamese: copy the text as it "
				"stands there now, or take the translation out")));
	arena_free(&scratch);
}

static void report_orphans(struct checking *c)
{
	const struct map *pairs = &c->site->english->pairs;

	for (size_t i = 0; i < pairs->n; i++) {
		const struct english_pair *pair = pairs->entries[i].value;

		if (!is_used(c, pair) && !map_get(&c->told, pair->vietnamese))
			report_orphan(c, pair);
	}
}

static void report_no_page(struct checking *c, const struct page *p)
{
	struct arena scratch = {0};
	const struct value *written = page_written(&scratch, p, c->diag);

	report(c, place_of_field(written, "ten"), &translation_no_page,
	       str_of(_("this procedure is to have an English page (tieng_anh or noi_bat in "
			"site.yaml), and no translation says its name in English")));
	diag_reading(c->diag, NULL, STR(""));
	arena_free(&scratch);
}

static void report_missing_pages(struct checking *c)
{
	for (size_t i = 0; i < english_wanted(c->site); i++) {
		const struct page *p = english_wanted_at(c->site, i);

		if (p && !english_page_for(c->site, p->url))
			report_no_page(c, p);
	}
}

/* Without a name there are no English pages at all. */
static void report_no_name(struct checking *c)
{
	struct pos at = diag_file(c->diag, STR("site.yaml"));

	find_text(c->site->config->written, c->site->config->organisation->name, &at);
	report(c, at, &translation_no_page,
	       str_of(_("the site is to have English pages (its section of kind ban-dich), and "
			"no approved translation says the institution's name in English")));
}

static void look_at(struct checking *c, const struct outputs *o, const struct output *output)
{
	struct viewing w = {.arena = c->arena,
			    .site = c->site,
			    .outputs = o,
			    .output = output,
			    .gaps = &c->gaps};

	view_set_english(&w, value_map(c->arena));
	view_english_site(&w, value_map(c->arena));
}

static struct checking begin(struct arena *a, const struct site *s, struct diag *d)
{
	return (struct checking){.arena = a,
				 .site = s,
				 .diag = d,
				 .used = {.arena = a},
				 .reported = {.arena = a},
				 .said = {.arena = a},
				 .told = {.arena = a}};
}

static void look_at_all(struct checking *c, const struct outputs *o)
{
	c->gaps.used = &c->used;
	for (size_t i = 0; i < o->n; i++) {
		if (o->items[i].english)
			look_at(c, o, &o->items[i]);
	}
}

void english_check(const struct site *s, const struct outputs *o, struct diag *d)
{
	struct arena arena = {0};
	struct checking c = begin(&arena, s, d);

	if (!s->english)
		return;
	look_at_all(&c, o);
	if (!s->english->n)
		report_no_name(&c);
	else
		report_missing_pages(&c);
	for (size_t i = 0; i < c.gaps.n; i++)
		report_gap(&c, &c.gaps.items[i]);
	if (s->english->n)
		report_orphans(&c);
	arena_free(&arena);
}

static void put_pair(struct checking *c, struct str text, struct buf *out)
{
	const struct english_pair *earlier = earlier_pair(c, text);

	if (map_set(&c->reported, text, c))
		return;
	if (earlier) {
		buf_add_z(out, "  # ");
		yaml_put_string(out, earlier->vietnamese);
		buf_add_z(out, ": ");
		yaml_put_string(out, earlier->english);
		buf_byte(out, '\n');
	}
	buf_add_z(out, "  - vi: ");
	yaml_put_string(out, text);
	buf_add_z(out, "\n    en:\n");
}

static void put_names(struct checking *c, struct buf *out)
{
	if (!c->site->english->n)
		put_pair(c, c->site->config->organisation->name, out);
	for (size_t i = 0; i < english_wanted(c->site); i++) {
		const struct page *p = english_wanted_at(c->site, i);

		if (p && !english_page_for(c->site, p->url))
			put_pair(c, p->title, out);
	}
}

void english_put_missing(const struct site *s, const struct outputs *o, struct buf *out)
{
	struct arena arena = {0};
	struct checking c = begin(&arena, s, NULL);

	if (!s->english)
		return;
	look_at_all(&c, o);
	put_names(&c, out);
	for (size_t i = 0; i < c.gaps.n; i++)
		put_pair(&c, c.gaps.items[i].text, out);
	arena_free(&arena);
}
