#include "unit.h"

#include "output/search_index.h"

enum {
	MANY = 3000, /* documents: more words than one file holds */
};

static struct arena arena;

static struct word word(const char *letters, unsigned marks)
{
	return (struct word){.letters = str_of(letters), .marks = (unsigned char)marks};
}

static void add(struct index *x, uint32_t document, uint32_t weight, const char *letters,
		unsigned marks)
{
	const struct word w = word(letters, marks);

	index_add_word(x, (struct index_field){document, weight, 100}, &w);
}

/* --- reading what was written --- */

struct reader {
	const unsigned char *p;
	size_t bit;
};

static unsigned take_bit(struct reader *r)
{
	unsigned bit = (unsigned)(r->p[r->bit / 8] >> (7 - r->bit % 8)) & 1;

	r->bit++;
	return bit;
}

static uint32_t take_ones(struct reader *r)
{
	uint32_t n = 0;

	while (take_bit(r))
		n++;
	return n;
}

static uint32_t take_bits(struct reader *r, unsigned n)
{
	uint32_t value = 0;

	while (n--)
		value = value << 1 | take_bit(r);
	return value;
}

/* " 0:3 7:0": documents and levels */
static void say_list(struct buf *out, const unsigned char *p, uint32_t documents)
{
	struct reader r = {p, 0};
	unsigned size = take_ones(&r), low;
	uint32_t n = 1U << size | take_bits(&r, size), next = 0;

	low = index_rice_bits(n, documents);
	while (n--) {
		uint32_t ones = take_ones(&r);

		next += ones << low | take_bits(&r, low);
		buf_fmt(out, " %u:%u", next++, take_ones(&r));
	}
}

static size_t take_number(const unsigned char **p)
{
	size_t n = 0;
	unsigned shift = 0;

	do {
		n |= (size_t)(**p & 0x7F) << shift;
		shift += 7;
	} while (*(*p)++ & 0x80);
	return n;
}

/* "ma/16 0:1, thu/4 1:8": all ways of all entries of all files */
static struct str say_files(const struct index_files *files, bool single, uint32_t documents)
{
	struct buf out = {.arena = &arena};
	char key[256];

	for (size_t i = 0; i < files->n; i++) {
		const unsigned char *p = (const unsigned char *)files->items[i].bytes.p;
		const unsigned char *end = p + files->items[i].bytes.n;

		while (p < end) {
			size_t shared = *p++, more = *p++;
			unsigned ways = 1;

			memcpy(key + shared, p, more);
			p += more;
			if (single)
				ways = *p++;
			while (ways--) {
				unsigned marks = single ? *p++ : 0;
				size_t n = take_number(&p);

				buf_fmt(&out, "%s%.*s/%u", out.n ? ", " : "",
					(int)(shared + more), key, marks);
				say_list(&out, p, documents);
				p += n;
			}
		}
	}
	return buf_str(&out);
}

static void check_words(struct index *indexes, size_t n, uint32_t documents, const char *want)
{
	const struct index_encoded x = index_encode(&arena, indexes, n, documents);
	struct str got = say_files(&x.words, true, documents);

	if (!str_eq_z(got, want))
		fail_msg("the index holds " STR_FMT ", not %s", STR_ARG(got), want);
}

/* --- */

static void words_stand_with_their_ways_documents_and_levels(void **state)
{
	struct index x = {.arena = &arena};

	(void)state;
	add(&x, 0, 128, "thu", MARK_HOOK);
	add(&x, 0, 0, "ma", MARK_DOT);
	add(&x, 2, 0, "ma", 0);
	add(&x, 2, 0, "ma", MARK_DOT);
	add(&x, 9, 0, "ma", MARK_DOT);
	check_words(&x, 1, 10, "ma/0 2:0, ma/16 0:0 2:0 9:0, thu/4 0:4");
}

static void more_of_a_word_is_a_higher_level(void **state)
{
	struct index x = {.arena = &arena};

	(void)state;
	for (uint32_t i = 0; i < 3; i++) {
		for (uint32_t k = 0; k <= i * i; k++)
			add(&x, i, 0, "a", 0);
	}
	add(&x, 3, 96, "a", 0);
	add(&x, 4, 1000, "a", 0);
	check_words(&x, 1, 5, "a/0 0:0 1:1 2:1 3:4 4:8");
}

static void what_has_ended_counts_less(void **state)
{
	struct index x = {.arena = &arena};
	const struct word w = word("a", 0);

	(void)state;
	index_add_word(&x, (struct index_field){0, 128, 100}, &w);
	index_add_word(&x, (struct index_field){1, 128, 70}, &w);
	check_words(&x, 1, 2, "a/0 0:4 1:3");
}

static void a_pair_has_no_marks(void **state)
{
	struct index x = {.arena = &arena};
	const struct word first = word("thu", MARK_HOOK), second = word("tuc", MARK_DOT);
	struct index_encoded e;

	(void)state;
	index_add_pair(&x, (struct index_field){1, 0, 100}, &first, &second);
	e = index_encode(&arena, &x, 1, 4);
	assert_int_equal(e.words.n, 0);
	assert_true(str_eq_z(say_files(&e.pairs, false, 4), "thu tuc/0 1:0"));
}

static void a_word_that_is_too_long_is_left_out(void **state)
{
	struct index x = {.arena = &arena};
	char letters[INDEX_WORD_MAX + 2] = {0};

	(void)state;
	memset(letters, 'a', INDEX_WORD_MAX);
	add(&x, 0, 0, letters, 0);
	letters[INDEX_WORD_MAX] = 'a';
	add(&x, 0, 0, letters, 0);
	check_words(&x, 1, 1, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/0 0:0");
}

static void no_document_is_no_file(void **state)
{
	struct index x = {.arena = &arena};
	const struct index_encoded e = index_encode(&arena, &x, 1, 0);

	(void)state;
	assert_int_equal(e.words.n + e.pairs.n + e.vocabulary.n, 0);
}

/* Documents of many words, spread over n indexes. */
static struct index_encoded encode_many(size_t n)
{
	struct index *indexes = arena_array(&arena, struct index, n);

	for (size_t i = 0; i < n; i++)
		indexes[i].arena = &arena;
	for (uint32_t i = 0; i < MANY; i++) {
		const struct word own = {.letters = str_fmt(&arena, "w%uz", i * 7919 % MANY)};
		const struct word shared = word("chung", i % 3);
		struct index *x = &indexes[i * i % n];

		index_add_word(x, (struct index_field){i, 0, 100}, &own);
		index_add_word(x, (struct index_field){i, 0, 100}, &shared);
		index_add_pair(x, (struct index_field){i, 0, 100}, &own, &shared);
	}
	return index_encode(&arena, indexes, n, MANY);
}

static void check_same_files(const struct index_files *a, const struct index_files *b)
{
	assert_int_equal(a->n, b->n);
	for (size_t i = 0; i < a->n; i++) {
		assert_true(str_eq(a->items[i].bytes, b->items[i].bytes));
		assert_true(str_eq(a->items[i].from, b->items[i].from));
	}
}

static void how_documents_are_spread_over_workers_does_not_show(void **state)
{
	const struct index_encoded one = encode_many(1), three = encode_many(3);

	(void)state;
	check_same_files(&one.words, &three.words);
	check_same_files(&one.pairs, &three.pairs);
	assert_true(str_eq(one.vocabulary, three.vocabulary));
}

static void files_are_small_and_know_where_they_begin(void **state)
{
	const struct index_encoded e = encode_many(1);

	(void)state;
	assert_true(e.words.n > 2);
	assert_int_equal(e.words.items[0].from.n, 0);
	for (size_t i = 0; i + 1 < e.words.n; i++) {
		assert_true(e.words.items[i].bytes.n >= INDEX_FILE_GOAL);
		assert_true(e.words.items[i].bytes.n < 2 * INDEX_FILE_GOAL);
		assert_true(str_cmp(e.words.items[i].from, e.words.items[i + 1].from) < 0);
	}
}

static void the_vocabulary_begins_with_what_is_frequent(void **state)
{
	struct index x = {.arena = &arena};

	(void)state;
	add(&x, 0, 0, "it", 0);
	add(&x, 0, 0, "nhieu", 0);
	add(&x, 1, 0, "nhieu", MARK_HOOK);
	add(&x, 1, 0, "2026", 0);
	add(&x, 1, 0, "an", 0);
	assert_true(str_eq_z(index_encode(&arena, &x, 1, 2).vocabulary, "nhieu an it"));
}

static void rare_words_have_long_codes(void **state)
{
	(void)state;
	assert_int_equal(index_rice_bits(1, 1), 0);
	assert_int_equal(index_rice_bits(10, 10), 0);
	assert_int_equal(index_rice_bits(1, 10000), 12);
	assert_true(index_rice_bits(1, INDEX_DOCUMENTS_MAX) < 32);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stand_with_their_ways_documents_and_levels),
		cmocka_unit_test(more_of_a_word_is_a_higher_level),
		cmocka_unit_test(what_has_ended_counts_less),
		cmocka_unit_test(a_pair_has_no_marks),
		cmocka_unit_test(a_word_that_is_too_long_is_left_out),
		cmocka_unit_test(no_document_is_no_file),
		cmocka_unit_test(how_documents_are_spread_over_workers_does_not_show),
		cmocka_unit_test(files_are_small_and_know_where_they_begin),
		cmocka_unit_test(the_vocabulary_begins_with_what_is_frequent),
		cmocka_unit_test(rare_words_have_long_codes),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
