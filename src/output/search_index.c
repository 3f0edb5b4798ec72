/* Terms are gathered in a hash table of each worker's own, with lists that are packed while
 * they grow; then all are sorted, joined and written. */
#include "output/search_index.h"

#include <stdlib.h>

enum {
	BLOCK_BITS = 10, /* terms are had in blocks, so that none of them ever moves */
	BLOCK = 1 << BLOCK_BITS,
	LEVEL_BITS = 4, /* of a packed posting */
	FIRST_ROOM = 8, /* bytes of a list; then twice as many each time */
	KEY_MAX = 2 * INDEX_WORD_MAX + 1,
	TIMES_MAX = 255,
};

struct index_term {
	const char *key;
	unsigned char *list; /* packed: distance << LEVEL_BITS | level, 7 bits a byte */
	uint32_t hash, n_list;
	uint32_t count;    /* of the postings in list */
	uint32_t listed;   /* the document of the last one, plus 1 */
	uint32_t document; /* whose weight is being added up, plus 1; 0: none */
	uint32_t weight;
	unsigned char times, percent; /* of document: in texts; of its weights */
	unsigned char n_key, marks;
	bool pair;
};

struct posting {
	uint32_t document;
	unsigned level;
};

/* --- levels --- */

/* The least weight of each level. */
static const uint32_t levels[INDEX_LEVEL_MAX] = {24, 40, 60, 90, 130, 180, 240, 320};

/* What so many occurrences in texts weigh: each further one less. */
static uint32_t text_weight(unsigned times)
{
	static const unsigned char weights[] = {0, 16, 24, 30, 34, 37, 39, 41, 42};

	return times < COUNT(weights) ? weights[times] : 44;
}

static unsigned level_of(const struct index_term *t)
{
	uint32_t weight = (t->weight + text_weight(t->times)) * t->percent / 100;
	unsigned level = 0;

	while (level < INDEX_LEVEL_MAX && weight >= levels[level])
		level++;
	return level;
}

/* --- lists while they grow --- */

static bool is_full(uint32_t n)
{
	return n >= FIRST_ROOM && !(n & (n - 1));
}

static void list_byte(struct index *x, struct index_term *t, unsigned byte)
{
	if (!t->list)
		t->list = arena_array(x->arena, unsigned char, FIRST_ROOM);
	else if (is_full(t->n_list))
		t->list = arena_grow(x->arena, t->list, t->n_list, (size_t)t->n_list * 2);
	t->list[t->n_list++] = (unsigned char)byte;
}

/* The document is done: its posting goes to the list. */
static void settle(struct index *x, struct index_term *t)
{
	uint32_t packed;

	if (!t->document)
		return;
	packed = (t->document - t->listed) << LEVEL_BITS | level_of(t);
	for (; packed > 0x7F; packed >>= 7)
		list_byte(x, t, (packed & 0x7F) | 0x80);
	list_byte(x, t, packed);
	t->count++;
	t->listed = t->document;
	t->document = 0;
}

/* --- the table --- */

static struct index_term *term_at(const struct index *x, size_t i)
{
	return &x->blocks[i >> BLOCK_BITS][i & (BLOCK - 1)];
}

static size_t free_slot(const struct index *x, uint32_t hash)
{
	size_t i = hash & (x->n_slots - 1);

	while (x->slots[i])
		i = (i + 1) & (x->n_slots - 1);
	return i;
}

static void grow_slots(struct index *x)
{
	x->n_slots = x->n_slots ? x->n_slots * 2 : BLOCK;
	x->slots = arena_array(x->arena, uint32_t, x->n_slots);
	for (size_t i = 0; i < x->n; i++)
		x->slots[free_slot(x, term_at(x, i)->hash)] = (uint32_t)(i + 1);
}

static struct index_term *new_term(struct index *x)
{
	size_t block = x->n >> BLOCK_BITS;

	if (block == x->n_blocks) {
		x->blocks = arena_room(x->arena, x->blocks, x->n_blocks, &x->cap_blocks,
				       sizeof(struct index_term *));
		x->blocks[x->n_blocks++] = arena_array(x->arena, struct index_term, BLOCK);
	}
	return term_at(x, x->n++);
}

static bool is_term(const struct index_term *t, struct str key, unsigned marks, bool pair)
{
	return t->n_key == key.n && t->marks == marks && t->pair == pair &&
	       !memcmp(t->key, key.p, key.n);
}

static struct index_term *find_term(struct index *x, struct str key, unsigned marks, bool pair)
{
	uint32_t hash = (uint32_t)str_hash(key, marks | (pair ? 0x100U : 0));
	struct index_term *t;
	size_t i;

	if ((x->n + 1) * 3 > x->n_slots * 2)
		grow_slots(x);
	for (i = hash & (x->n_slots - 1); x->slots[i]; i = (i + 1) & (x->n_slots - 1)) {
		t = term_at(x, x->slots[i] - 1);
		if (t->hash == hash && is_term(t, key, marks, pair))
			return t;
	}
	t = new_term(x);
	*t = (struct index_term){.key = str_dup(x->arena, key).p,
				 .hash = hash,
				 .n_key = (unsigned char)key.n,
				 .marks = (unsigned char)marks,
				 .pair = pair};
	x->slots[i] = (uint32_t)x->n;
	return t;
}

static void count_term(struct index *x, struct index_term *t, struct index_field f)
{
	if (t->document != f.document + 1) {
		settle(x, t);
		t->document = f.document + 1;
		t->weight = 0;
		t->times = 0;
		t->percent = (unsigned char)f.percent;
	}
	t->weight += f.weight;
	if (!f.weight && t->times < TIMES_MAX)
		t->times++;
}

void index_add_word(struct index *x, struct index_field f, const struct word *w)
{
	if (w->letters.n <= INDEX_WORD_MAX)
		count_term(x, find_term(x, w->letters, w->marks, false), f);
}

void index_add_pair(struct index *x, struct index_field f, const struct word *first,
		    const struct word *second)
{
	char key[KEY_MAX];
	size_t n = first->letters.n, m = second->letters.n;

	if (n > INDEX_WORD_MAX || m > INDEX_WORD_MAX)
		return;
	memcpy(key, first->letters.p, n);
	key[n] = ' ';
	memcpy(key + n + 1, second->letters.p, m);
	count_term(x, find_term(x, (struct str){key, n + 1 + m}, 0, true), f);
}

/* --- bits --- */

struct bits {
	struct buf *out;
	unsigned byte, n; /* so many bits of it are set */
};

static void put_bit(struct bits *b, unsigned bit)
{
	b->byte = b->byte << 1 | bit;
	if (++b->n < 8)
		return;
	buf_byte(b->out, (char)b->byte);
	*b = (struct bits){.out = b->out};
}

static void put_low_bits(struct bits *b, uint32_t value, unsigned n)
{
	while (n)
		put_bit(b, value >> --n & 1);
}

static void put_ones(struct bits *b, uint32_t n)
{
	while (n--)
		put_bit(b, 1);
	put_bit(b, 0);
}

/* value >= 1 */
static void put_gamma(struct bits *b, uint32_t value)
{
	unsigned n = 0;

	while (value >> (n + 1))
		n++;
	put_ones(b, n);
	put_low_bits(b, value, n);
}

static void end_bits(struct bits *b)
{
	while (b->n)
		put_bit(b, 0);
}

unsigned index_rice_bits(uint32_t n, uint32_t documents)
{
	unsigned bits = 0;

	while ((uint64_t)n * 3 << (bits + 1) <= (uint64_t)documents * 2)
		bits++;
	return bits;
}

/* --- joining what the workers have --- */

struct encoding {
	struct arena *arena;
	uint32_t documents;
	struct index_term **terms; /* of all workers, sorted */
	size_t n;
	struct posting *postings; /* of one list; room for all documents */
	struct buf list;          /* one way's list */
};

static struct posting take_posting(const struct index_term *t, size_t *at, uint32_t *document)
{
	uint32_t packed = 0;
	unsigned shift = 0;

	do {
		packed |= (uint32_t)(t->list[*at] & 0x7F) << shift;
		shift += 7;
	} while (t->list[(*at)++] & 0x80);
	*document += packed >> LEVEL_BITS;
	return (struct posting){*document - 1, packed & ((1 << LEVEL_BITS) - 1)};
}

/* Put the list t between those that are sorted already, from behind. */
static uint32_t join_list(struct encoding *e, const struct index_term *t, uint32_t n)
{
	struct posting *p = e->postings;
	uint32_t document = 0, to = n + t->count;
	struct posting *own = p + e->documents;
	size_t at = 0;

	for (uint32_t i = 0; i < t->count; i++)
		own[i] = take_posting(t, &at, &document);
	for (uint32_t k = t->count; k; k--) {
		while (n && p[n - 1].document > own[k - 1].document)
			p[--to] = p[--n];
		p[--to] = own[k - 1];
	}
	return t->count;
}

static void put_list(struct encoding *e, uint32_t n)
{
	struct bits b = {.out = &e->list};
	unsigned low = index_rice_bits(n, e->documents);
	uint32_t next = 0;

	e->list.n = 0;
	put_gamma(&b, n);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t distance = e->postings[i].document - next;

		put_ones(&b, distance >> low);
		put_low_bits(&b, distance, low);
		put_ones(&b, e->postings[i].level);
		next = e->postings[i].document + 1;
	}
	end_bits(&b);
}

static int compare_keys(const struct index_term *a, const struct index_term *b)
{
	if (a->pair != b->pair)
		return a->pair - b->pair;
	return str_cmp((struct str){a->key, a->n_key}, (struct str){b->key, b->n_key});
}

static int compare_terms(const void *a, const void *b)
{
	const struct index_term *x = *(struct index_term *const *)a;
	const struct index_term *y = *(struct index_term *const *)b;
	int order = compare_keys(x, y);

	return order ? order : x->marks - y->marks;
}

/* The list of the terms from `from` on that are one; returns the first behind them. */
static size_t encode_way(struct encoding *e, size_t from, uint32_t *count)
{
	size_t i = from;
	uint32_t n = 0;

	do
		n += join_list(e, e->terms[i++], n);
	while (i < e->n && !compare_terms(&e->terms[from], &e->terms[i]));
	put_list(e, n);
	*count += n;
	return i;
}

static void put_number(struct buf *out, size_t n)
{
	for (; n > 0x7F; n >>= 7)
		buf_byte(out, (char)((n & 0x7F) | 0x80));
	buf_byte(out, (char)n);
}

/* --- files --- */

struct filing {
	struct index_files *files;
	struct buf bytes;
	struct str before; /* the entry before this one, in this file; at its begin empty */
	struct str last;   /* the last entry of the file before */
	bool ways;
};

static size_t shared_bytes(struct str a, struct str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	return n;
}

static bool is_inside_character(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80;
}

/* As little of key as shows that it comes behind last, in whole characters. */
static struct str separator(struct str last, struct str key)
{
	size_t n = last.n ? shared_bytes(last, key) + 1 : 0;

	while (is_inside_character(key, n))
		n++;
	return str_head(key, n);
}

static void end_file(struct encoding *e, struct filing *f)
{
	struct index_files *files = f->files;

	if (!f->bytes.n)
		return;
	files->items[files->n - 1].bytes = str_dup(e->arena, buf_str(&f->bytes));
	f->bytes.n = 0;
	f->last = f->before;
	f->before = (struct str){0};
}

static void begin_entry(struct encoding *e, struct filing *f, struct str key)
{
	struct index_files *files = f->files;
	size_t shared;

	if (!f->bytes.n) {
		files->items = arena_room(e->arena, files->items, files->n, &files->cap,
					  sizeof(*files->items));
		files->items[files->n++] =
			(struct index_file){.from = str_dup(e->arena, separator(f->last, key))};
	}
	shared = shared_bytes(f->before, key);
	buf_byte(&f->bytes, (char)shared);
	buf_byte(&f->bytes, (char)(key.n - shared));
	buf_add(&f->bytes, str_from(key, shared));
	f->before = key;
}

/* How many ways of the same word begin at `from`. */
static unsigned count_ways(const struct encoding *e, size_t from)
{
	unsigned ways = 1;

	for (size_t i = from + 1; i < e->n && !compare_keys(e->terms[from], e->terms[i]); i++)
		ways += e->terms[i]->marks != e->terms[i - 1]->marks;
	return ways;
}

/* One word or pair with all its ways; returns the first term behind it. */
static size_t put_entry(struct encoding *e, struct filing *f, size_t i, uint32_t *count)
{
	const struct index_term *t = e->terms[i];
	unsigned ways = count_ways(e, i);

	begin_entry(e, f, (struct str){t->key, t->n_key});
	if (f->ways)
		buf_byte(&f->bytes, (char)ways);
	while (ways--) {
		if (f->ways)
			buf_byte(&f->bytes, (char)e->terms[i]->marks);
		i = encode_way(e, i, count);
		put_number(&f->bytes, e->list.n);
		buf_add(&f->bytes, buf_str(&e->list));
	}
	if (f->bytes.n >= INDEX_FILE_GOAL)
		end_file(e, f);
	return i;
}

/* --- the vocabulary --- */

struct frequency {
	struct str word;
	uint32_t count;
};

static int compare_frequencies(const void *a, const void *b)
{
	const struct frequency *x = a, *y = b;

	if (x->count != y->count)
		return x->count < y->count ? 1 : -1;
	return str_cmp(x->word, y->word);
}

static struct str put_vocabulary(struct arena *a, struct frequency *words, size_t n)
{
	struct buf out = {.arena = a};

	qsort(words, n, sizeof(*words), compare_frequencies);
	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_byte(&out, ' ');
		buf_add(&out, words[i].word);
	}
	return buf_str(&out);
}

static bool is_letters(const struct index_term *t)
{
	return (unsigned char)*t->key > '9';
}

/* --- */

static size_t count_terms(const struct index *indexes, size_t n)
{
	size_t terms = 0;

	for (size_t i = 0; i < n; i++)
		terms += indexes[i].n;
	return terms;
}

static void gather(struct encoding *e, struct index *indexes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < indexes[i].n; k++) {
			struct index_term *t = term_at(&indexes[i], k);

			settle(&indexes[i], t);
			e->terms[e->n++] = t;
		}
	}
	qsort(e->terms, e->n, sizeof(struct index_term *), compare_terms);
}

/* The terms from i up to end, which are all single words or all pairs. */
static void put_files(struct encoding *e, size_t i, size_t end, struct filing *f,
		      struct frequency *frequencies, size_t *n)
{
	while (i < end) {
		const struct index_term *t = e->terms[i];
		uint32_t count = 0;

		i = put_entry(e, f, i, &count);
		if (frequencies && is_letters(t))
			frequencies[(*n)++] = (struct frequency){{t->key, t->n_key}, count};
	}
	end_file(e, f);
}

/* Single words come before pairs. */
static size_t count_words(const struct encoding *e)
{
	size_t n = 0;

	while (n < e->n && !e->terms[n]->pair)
		n++;
	return n;
}

struct index_encoded index_encode(struct arena *a, struct index *indexes, size_t n,
				  uint32_t documents)
{
	struct arena scratch = {0};
	struct encoding e = {.arena = a, .documents = documents};
	struct index_encoded out = {0};
	struct filing words = {.files = &out.words, .bytes = {.arena = &scratch}, .ways = true};
	struct filing pairs = {.files = &out.pairs, .bytes = {.arena = &scratch}};
	struct frequency *frequencies;
	size_t n_frequencies = 0, n_words;

	e.terms = arena_array(&scratch, struct index_term *, count_terms(indexes, n) + 1);
	e.postings = arena_array(&scratch, struct posting, 2 * (size_t)documents + 1);
	e.list.arena = &scratch;
	gather(&e, indexes, n);
	n_words = count_words(&e);
	frequencies = arena_array(&scratch, struct frequency, n_words + 1);
	put_files(&e, 0, n_words, &words, frequencies, &n_frequencies);
	put_files(&e, n_words, e.n, &pairs, NULL, NULL);
	out.vocabulary = put_vocabulary(a, frequencies, n_frequencies);
	arena_free(&scratch);
	return out;
}
