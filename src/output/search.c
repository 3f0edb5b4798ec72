/* Documents are put in order, gathered on all cores, encoded, and named. muc-luc.json is
 *
 *   {"n": documents, "co": documents in one file of cards,
 *    "a": "HASH from HASH from HASH ...", "b": the same, with _ for a space,
 *    "c": "HASH HASH ...", "v": "HASH", "bo": "va cua ...",
 *    "muc": [[name, first document, percent], ...]}
 *
 * where `from` is what the words of the file behind it begin with or come after. */
#include "output/search.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "output/search_index.h"
#include "output/search_words.h"
#include "text/html.h"

enum { /* weights, in units of INDEX_UNIT a word of a text */
	TITLE_WEIGHT = 128,
	NAME_WEIGHT = 96,
	LEAD_WEIGHT = 32,  /* summaries and headings */
	SAME_WEIGHT = 8,   /* of text: what means the same as words of it */
	USUAL_LENGTH = 8,  /* words of a title that counts TITLE_WEIGHT */
	LENGTH_SLACK = 10, /* the more of it, the less counts how long a title is */
	ENDED_PERCENT = 70,
	FRONT_PERCENT = 105,
};

struct entry {
	const struct page *page;
	const struct section *section; /* when it is that section's front */
};

struct group { /* documents of one heading, which stand side by side */
	struct str name;
	uint32_t from, percent;
};

struct searching {
	struct arena *arena;
	const struct site *site;
	struct entry *documents;
	size_t n, cap;
	struct group *groups;
	size_t n_groups, cap_groups;
	const struct letters *letters;
	struct search_words words;
	struct index *indexes;         /* one a worker, each with an arena of its own */
	bool *ok;                      /* one a document */
	const struct offline *offline; /* when the index is that of the copy alone */
	struct search *search;
	struct map *names; /* of files, to struct named */
};

struct named {
	size_t i; /* of search->files */
};

/* --- which documents --- */

static void add_document(struct searching *s, struct entry document)
{
	s->documents = arena_room(s->arena, s->documents, s->n, &s->cap, sizeof(*s->documents));
	s->documents[s->n++] = document;
}

static void begin_group(struct searching *s, struct str name, unsigned percent)
{
	s->groups = arena_room(s->arena, s->groups, s->n_groups, &s->cap_groups,
			       sizeof(*s->groups));
	s->groups[s->n_groups++] =
		(struct group){name, (uint32_t)s->n, percent ? percent : 100};
}

static void add_fronts(struct searching *s)
{
	begin_group(s, STR("Chuyên mục"), FRONT_PERCENT);
	for (size_t i = 0; i < s->site->n_sections; i++) {
		if (s->site->sections[i].kind->has_list &&
		    (!s->offline || offline_has_section(&s->site->sections[i])))
			add_document(s, (struct entry){.section = &s->site->sections[i]});
	}
}

/* Oldest first, so that a new article moves no number but those behind its section. */
static void add_pages(struct searching *s, const struct section *section)
{
	if (section->kind->no_page || !section->pages.n ||
	    (s->offline && !offline_has_section(section)))
		return;
	begin_group(s, section->setting->name, section->kind->search_percent);
	for (size_t i = section->pages.n; i; i--) {
		const struct page *p = section->pages.items[i - 1];

		if (!s->offline || offline_has(s->offline, p))
			add_document(s, (struct entry){.page = p});
	}
}

static void list_documents(struct searching *s)
{
	add_fronts(s);
	for (size_t i = 0; i < s->site->n_sections && s->n < INDEX_DOCUMENTS_MAX; i++)
		add_pages(s, &s->site->sections[i]);
}

/* --- what is in them --- */

struct gathering {
	const struct searching *searching;
	struct index *index;
	struct arena *scratch;
	struct index_field field;
};

/* In a text, but not in a title, words without meaning are passed over. */
static bool is_passed_over(const struct gathering *g, const struct word *w)
{
	return !g->field.weight && search_words_is_idle(&g->searching->words, w);
}

static void add_words(struct gathering *g, const struct word *words, size_t n)
{
	bool joins = false;

	for (size_t i = 0; i < n; i++) {
		bool counts = !is_passed_over(g, &words[i]);

		if (counts)
			index_add_word(g->index, g->field, &words[i]);
		if (counts && joins && !words[i].apart)
			index_add_pair(g->index, g->field, &words[i - 1], &words[i]);
		joins = counts;
	}
}

static void add_others(struct gathering *g, const struct phrase *p)
{
	for (const struct phrase *other = p->group; other; other = other->other) {
		if (other != p)
			add_words(g, other->words, other->n);
	}
}

/* What means the same as words of the text counts half. */
static void add_same(const struct gathering *g, const struct word *words, size_t n)
{
	const struct search_words *known = &g->searching->words;
	struct gathering half = *g;

	half.field.weight = g->field.weight ? g->field.weight / 2 : SAME_WEIGHT;
	for (size_t i = 0; i < n;) {
		const struct phrase *p = search_words_phrase(known, words + i, n - i);
		size_t length = p ? p->n : 1;

		for (; p; p = search_words_again(p, words + i, n - i))
			add_others(&half, p);
		i += length;
	}
}

/* weight 0: a text; else what is short counts for more. */
static void add_text(struct gathering *g, struct str text, uint32_t weight)
{
	struct word *words;
	size_t n = words_of(g->scratch, g->searching->letters, text, &words);

	g->field.weight = weight;
	if (weight > LEAD_WEIGHT)
		g->field.weight =
			weight * (USUAL_LENGTH + LENGTH_SLACK) / (uint32_t)(LENGTH_SLACK + n);
	add_words(g, words, n);
	add_same(g, words, n);
}

static void add_struct(struct gathering *g, const struct schema *s, const char *data);

static void add_item(struct gathering *g, const struct field *f, const void *item)
{
	uint32_t weight = f->flags & FIELD_NAMED ? NAME_WEIGHT : 0;

	if (f->type == FIELD_MAP)
		add_struct(g, f->map, item);
	else if (f->type == FIELD_MARKDOWN)
		add_text(g, html_plain(g->scratch, ((const struct marked_text *)item)->html),
			 weight);
	else
		add_text(g, *(const struct str *)item, weight);
}

static size_t size_of(const struct field *f)
{
	if (f->type == FIELD_MAP)
		return f->map->size;
	return f->type == FIELD_MARKDOWN ? sizeof(struct marked_text) : sizeof(struct str);
}

static bool is_sought(const struct field *f)
{
	if (f->flags & (FIELD_HIDDEN | FIELD_UNSOUGHT))
		return false;
	return f->type == FIELD_STRING || f->type == FIELD_TEXT || f->type == FIELD_MARKDOWN ||
	       f->type == FIELD_MAP || (f->type == FIELD_SLUG && f->flags & FIELD_NAMED);
}

static void add_field(struct gathering *g, const struct field *f, const char *member)
{
	const struct list *list = (const struct list *)(const void *)member;
	size_t size;

	if (!is_sought(f))
		return;
	size = size_of(f);
	if (f->flags & FIELD_MANY) {
		for (size_t i = 0; i < list->n; i++)
			add_item(g, f, (const char *)list->items + i * size);
		return;
	}
	if (f->type == FIELD_MAP)
		member = *(const char *const *)(const void *)member;
	if (member)
		add_item(g, f, member);
}

static void add_struct(struct gathering *g, const struct schema *s, const char *data)
{
	if (s->parent)
		add_struct(g, s->parent, data);
	for (const struct field *f = s->fields; f->key; f++)
		add_field(g, f, data + f->offset);
}

static bool add_page(struct gathering *g, const struct page *p, struct diag *d)
{
	struct str html;

	if (!site_body(g->scratch, p, &html))
		return diag_machine(d, p->source.path,
				    _("cannot read back what was put aside"));
	add_text(g, p->title, TITLE_WEIGHT);
	add_text(g, p->summary, LEAD_WEIGHT);
	for (size_t i = 0; i < p->n_headings; i++)
		add_text(g, p->headings[i].title, LEAD_WEIGHT);
	add_struct(g, p->kind->schema, p->data);
	add_text(g, html_plain(g->scratch, html), 0);
	return true;
}

static bool has_ended(const struct searching *s, const struct page *p)
{
	return p->kind->has_ended && p->kind->has_ended(p->data, s->site->now);
}

static void gather_document(void *context, size_t i, struct worker *w)
{
	struct searching *s = context;
	struct entry document = s->documents[i];
	struct gathering g = {s,
			      &s->indexes[w->number],
			      &w->scratch,
			      {.document = (uint32_t)i, .percent = 100}};

	if (document.page) {
		if (has_ended(s, document.page))
			g.field.percent = ENDED_PERCENT;
		s->ok[i] = add_page(&g, document.page, &w->diag);
		return;
	}
	add_text(&g, document.section->setting->name, TITLE_WEIGHT);
	add_text(&g, document.section->setting->about, LEAD_WEIGHT);
	s->ok[i] = true;
}

/* --- what is shown of them --- */

static void put_field(struct buf *out, struct str s)
{
	buf_byte(out, ',');
	json_put_string(out, s);
}

/* Whole words of it. */
static struct str shorten(struct arena *a, struct str s)
{
	struct str head = utf8_head(s, SEARCH_SUMMARY);

	if (head.n == s.n)
		return s;
	while (head.n && head.p[head.n - 1] != ' ')
		head.n--;
	return str_concat(a, str_trim(head), STR(" …"), (struct str){0});
}

static struct str state_of(const struct searching *s, const struct page *p)
{
	struct choice state = {0};

	if (has_ended(s, p) && p->kind->status)
		state = p->kind->status(p->data, s->site->now);
	return state.name ? str_of(state.name) : (struct str){0};
}

static void put_card(const struct searching *s, struct buf *out, size_t i)
{
	const struct page *p = s->documents[i].page;
	const struct section *section = s->documents[i].section;
	struct str state = p ? state_of(s, p) : (struct str){0};

	buf_add_z(out, "[");
	json_put_string(out, p ? p->url : section->url);
	put_field(out, p ? p->title : section->setting->name);
	put_field(out, shorten(out->arena, p ? p->summary : section->setting->about));
	if (state.n)
		put_field(out, state);
	buf_byte(out, ']');
}

static struct str cards_from(const struct searching *s, struct arena *scratch, size_t from)
{
	struct buf out = {.arena = scratch};

	for (size_t i = from; i < s->n && i < from + SEARCH_CARDS; i++) {
		buf_byte(&out, i == from ? '[' : ',');
		put_card(s, &out, i);
		buf_byte(&out, '\n');
	}
	buf_byte(&out, ']');
	return buf_str(&out);
}

/* --- files --- */

static void add_file(struct searching *s, struct str url, struct str bytes)
{
	struct search *x = s->search;

	x->files = arena_room(s->arena, x->files, x->n, &x->cap, sizeof(*x->files));
	x->files[x->n++] = (struct search_file){url, bytes, s->offline != NULL};
}

/* A file of that name with other bytes is in the way; one with these bytes is it. */
static bool is_taken(struct searching *s, struct str url, struct str bytes, bool *is_there)
{
	const struct named *other = map_get(s->names, url);
	struct search_file *file = other ? &s->search->files[other->i] : NULL;

	*is_there = file && str_eq(file->bytes, bytes);
	if (*is_there && s->offline)
		file->is_offline = true;
	return file && !*is_there;
}

/* The file is named after its bytes; the digits of its name, as many as make it the only
 * one of that name. */
static struct str add_named(struct searching *s, const char *letter, const char *extension,
			    struct str bytes)
{
	struct str sum = sha256_of(s->arena, bytes), hash, url;
	struct named *named;
	size_t digits = SEARCH_HASH;
	bool is_there;

	do {
		hash = str_head(sum, digits++);
		url = str_fmt(s->arena, SEARCH_URL "%s." STR_FMT ".%s", letter, STR_ARG(hash),
			      extension);
	} while (is_taken(s, url, bytes, &is_there));
	if (is_there)
		return hash;
	named = arena_new(s->arena, struct named);
	named->i = s->search->n;
	map_set(s->names, url, named);
	add_file(s, url, bytes);
	return hash;
}

static void put_separator(struct buf *out, struct str from)
{
	for (size_t i = 0; i < from.n; i++)
		buf_byte(out, from.p[i] == ' ' ? '_' : from.p[i]);
}

/* Adds the files and puts "HASH from HASH ..." of them. */
static void put_index(struct searching *s, struct buf *head, const char *letter,
		      const struct index_files *files)
{
	buf_fmt(head, ",\n\"%s\":\"", letter);
	for (size_t i = 0; i < files->n; i++) {
		if (i) {
			buf_byte(head, ' ');
			put_separator(head, files->items[i].from);
			buf_byte(head, ' ');
		}
		buf_add(head, add_named(s, letter, "bin", files->items[i].bytes));
	}
	buf_byte(head, '"');
}

static void put_cards(struct searching *s, struct buf *head)
{
	struct arena scratch = {0};

	buf_add_z(head, ",\n\"c\":\"");
	for (size_t i = 0; i < s->n; i += SEARCH_CARDS) {
		struct str cards = str_dup(s->arena, cards_from(s, &scratch, i));

		if (i)
			buf_byte(head, ' ');
		buf_add(head, add_named(s, "c", "json", cards));
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	buf_byte(head, '"');
}

static void put_groups(const struct searching *s, struct buf *head)
{
	buf_add_z(head, ",\n\"muc\":");
	for (size_t i = 0; i < s->n_groups; i++) {
		const struct group *g = &s->groups[i];

		buf_add_z(head, i ? "," : "[");
		buf_byte(head, '[');
		json_put_string(head, g->name);
		buf_fmt(head, ",%u,%u]", g->from, g->percent);
	}
	buf_add_z(head, "]");
}

static void put_files(struct searching *s, const struct index_encoded *x)
{
	struct str vocabulary = add_named(s, "v", "txt", x->vocabulary);
	struct str idle = search_words_idle(s->arena, &s->words);
	struct buf head = {.arena = s->arena};

	buf_fmt(&head, "{\"n\":%zu,\"co\":%d", s->n, SEARCH_CARDS);
	put_index(s, &head, "a", &x->words);
	put_index(s, &head, "b", &x->pairs);
	put_cards(s, &head);
	buf_fmt(&head, ",\n\"v\":\"" STR_FMT "\",\n\"bo\":\"" STR_FMT "\"", STR_ARG(vocabulary),
		STR_ARG(idle));
	put_groups(s, &head);
	buf_add_z(&head, "}\n");
	add_file(s,
		 s->offline ? STR(SEARCH_URL SEARCH_OFFLINE_HEAD) : STR(SEARCH_URL SEARCH_HEAD),
		 buf_str(&head));
}

/* --- */

static bool gather_all(struct searching *s, struct crew *crew, struct diag *d)
{
	bool ok = true;

	s->ok = arena_array(s->arena, bool, s->n + 1);
	jobs_run(crew, s->n, gather_document, s);
	crew_rest(crew);
	crew_report(crew, d);
	for (size_t i = 0; i < s->n; i++)
		ok &= s->ok[i];
	return ok;
}

static void start(struct searching *s, struct arena *words, struct arena *arenas, size_t n)
{
	const struct list *rows = &s->site->config->same;

	s->letters = letters_new(words);
	search_words_make(&s->words, words, s->letters, rows->items, rows->n);
	s->indexes = arena_array(words, struct index, n);
	for (size_t i = 0; i < n; i++)
		s->indexes[i].arena = &arenas[i];
}

/* The index of all, or of the copy. */
static bool add_index(struct searching *s, struct crew *crew, struct diag *d)
{
	struct arena words = {0}, arenas[WORKERS_MAX] = {0};
	bool ok;

	start(s, &words, arenas, crew->n);
	list_documents(s);
	ok = gather_all(s, crew, d);
	if (ok) {
		const struct index_encoded x =
			index_encode(s->arena, s->indexes, crew->n, (uint32_t)s->n);
		put_files(s, &x);
	}
	for (size_t i = 0; i < crew->n; i++)
		arena_free(&arenas[i]);
	arena_free(&words);
	return ok;
}

struct search *search_build(struct arena *a, const struct site *site,
			    const struct offline *offline, struct crew *crew, struct diag *d)
{
	struct map names = {.arena = a};
	struct searching all = {.arena = a,
				.site = site,
				.search = arena_new(a, struct search),
				.names = &names};
	struct searching copy = all;

	copy.offline = offline;
	if (!add_index(&all, crew, d) || (offline->is_on && !add_index(&copy, crew, d)))
		return NULL;
	return all.search;
}
