#include "site/catalogue.h"

#include "viet/issuer.h"

enum {
	CONTEXT_MAX = 240, /* bytes of a sentence looked at on either side of a mention */
};

static void add_number(struct catalogue *c, struct arena *a, struct catalogued *entry)
{
	struct docnum n;
	struct str key;

	if (!docnum_parse(a, entry->is.number, &n))
		return;
	key = docnum_key(a, &n);
	entry->next = map_get(&c->by_number, key);
	map_set(&c->by_number, key, entry);
}

static void add_names(struct catalogue *c, struct arena *a, const struct catalogued *entry)
{
	const struct list *names = &entry->is.names;

	for (size_t i = 0; i < names->n; i++)
		names_add(&c->names, a, *LIST_ITEM(*names, struct str, i), entry);
}

/* Each with whether it counts: the others only seem to. */
static void add_words(struct names *names, struct arena *a, const char *const *words,
		      const void *value)
{
	for (; *words; words++)
		names_add(names, a, str_of(*words), value);
}

static void add_context(struct catalogue *c, struct arena *a)
{
	static const char *const rests[] = {
		"căn cứ",     "theo",         "thực hiện",    "áp dụng",       "tuân thủ",
		"tuân theo",  "trên cơ sở",   "dựa trên",     "dựa vào",       "triển khai",
		"chiếu theo", "quy định tại", "quy định của", "hướng dẫn tại", NULL};
	static const char *const seems[] = {"theo dõi", "tiếp theo",  "kèm theo",
					    "theo kịp", "căn cứ địa", NULL};
	static const char *const history[] = {
		"trước đây", "trước kia", "trước đó",          "thay thế", "thay cho",
		"thay bằng", "bãi bỏ",    "hết hiệu lực",      "hết hạn",  "không còn hiệu lực",
		"khi đó",    "lúc đó",    "chấm dứt hiệu lực", "bị thay",  NULL};

	add_words(&c->rests, a, rests, c);
	add_words(&c->rests, a, seems, NULL);
	add_words(&c->history, a, history, c);
}

const struct catalogue *catalogue_of(struct arena *a, const struct site *s)
{
	struct catalogue *c = arena_new(a, struct catalogue);

	c->by_number.arena = a;
	for (size_t i = 0; i < s->pages.n; i++) {
		struct page *p = s->pages.items[i];
		struct catalogued *entry;
		struct cited is;

		if (!p->kind->cite || !p->kind->cite(p->data, &is))
			continue;
		entry = arena_new(a, struct catalogued);
		*entry = (struct catalogued){.page = p, .is = is};
		add_number(c, a, entry);
		add_names(c, a, entry);
	}
	add_context(c, a);
	return c;
}

static bool agrees(const struct docnum *n, const struct cited *is)
{
	if (n->year.n)
		return true;
	if (date_is_set(n->date) && date_is_set(is->issued) && n->date.year != is->issued.year)
		return false;
	return issuer_fits(is->issuer, n->issuer);
}

/* The only one that agrees; of several the one of that very day. */
struct choice_of_number catalogue_choose(struct arena *scratch, const struct catalogue *c,
					 const struct docnum *n)
{
	const struct catalogued *all = map_get(&c->by_number, docnum_key(scratch, n));
	const struct catalogued *by_day = NULL;
	struct choice_of_number chosen = {0};
	size_t fit = 0, days = 0;

	for (const struct catalogued *i = all; i; i = i->next) {
		chosen.near = i;
		if (!agrees(n, &i->is))
			continue;
		chosen.one = i;
		fit++;
		if (date_cmp(n->date, i->is.issued) == 0) {
			by_day = i;
			days++;
		}
	}
	chosen.several = fit > 1 && days != 1;
	if (fit > 1)
		chosen.one = chosen.several ? NULL : by_day;
	return chosen;
}

static bool ends_sentence(struct str text, size_t at)
{
	return strchr(".;!?", text.p[at]) && (at + 1 == text.n || text.p[at + 1] == ' ');
}

static struct str before(struct str text, size_t at)
{
	size_t start = at;

	while (start && at - start < CONTEXT_MAX && !ends_sentence(text, start - 1) &&
	       text.p[start - 1] != ';')
		start--;
	return (struct str){text.p + start, at - start};
}

static struct str behind(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.n && end - at < CONTEXT_MAX && !ends_sentence(text, end))
		end++;
	return (struct str){text.p + at, end - at};
}

/* One of the names that count is in the text. */
static bool holds(const struct names *names, struct str text)
{
	struct name_found f = {0};

	while (names_find(names, text, f.to, &f)) {
		if (f.value)
			return true;
	}
	return false;
}

bool catalogue_rests_on(const struct catalogue *c, struct str text, size_t from, size_t to)
{
	return holds(&c->rests, before(text, from)) &&
	       !holds(&c->history, before(text, from)) && !holds(&c->history, behind(text, to));
}
