#include "viet/words.h"

#include "base/utf8.h"
#include "viet/fold.h"

enum {
	LETTERS = 0x1F00, /* behind the last Vietnamese one */
};

struct letter {
	uint16_t folded; /* 0: a mark */
	unsigned char marks;
};

struct letters {
	struct letter of[LETTERS];
};

static unsigned char mark_of(uint32_t c)
{
	switch (c) {
	case 0x300:
		return MARK_GRAVE;
	case 0x301:
		return MARK_ACUTE;
	case 0x302:
		return MARK_CIRCUMFLEX;
	case 0x303:
		return MARK_TILDE;
	case 0x306:
	case 0x31B:
		return MARK_HORN;
	case 0x309:
		return MARK_HOOK;
	case 0x323:
		return MARK_DOT;
	case 0xD0: /* an eth that stands for it */
	case 0xF0:
	case 0x110:
	case 0x111:
		return MARK_STROKE;
	default:
		return 0;
	}
}

/* A letter and what it is made of. */
static struct letter split_letter(struct arena *scratch, uint32_t c)
{
	struct buf text = {.arena = scratch};
	struct letter letter = {0};
	struct str folded, parts;

	utf8_put(&text, c);
	folded = viet_fold(scratch, buf_str(&text));
	parts = viet_decompose(scratch, buf_str(&text));
	letter.folded = (uint16_t)(folded.n ? utf8_take(&folded) : 0);
	while (parts.n)
		letter.marks |= mark_of(utf8_take(&parts));
	return letter;
}

const struct letters *letters_new(struct arena *a)
{
	struct letters *l = arena_new(a, struct letters);
	struct arena scratch = {0};

	for (uint32_t c = 1; c < LETTERS; c++) {
		l->of[c] = split_letter(&scratch, c);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return l;
}

/* Of folded characters: the alphabets in use, without the signs between them. */
static bool is_word(uint32_t c)
{
	if (c < 0x80)
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
	return (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7) ||
	       (c >= 0x3040 && c < 0xD800);
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

/* What two words are not read together across. A full stop between digits joins. */
static bool is_break(uint32_t c, struct str rest)
{
	if (c == '.')
		return !rest.n || (unsigned char)*rest.p <= ' ';
	return c == '\n' || c == ';' || c == ':' || c == '?' || c == '!' || c == '(' ||
	       c == ')';
}

struct splitting {
	struct arena *arena;
	struct word *words;
	size_t n, cap;
	struct buf letters;  /* of all words: it never moves, see words_of() */
	size_t begin;        /* where the open word begins in it */
	unsigned char marks; /* of the open word */
	bool digits, apart;
};

static void end_word(struct splitting *s)
{
	if (s->letters.n > s->begin) {
		s->words = arena_room(s->arena, s->words, s->n, &s->cap, sizeof(*s->words));
		s->words[s->n++] = (struct word){
			{s->letters.p + s->begin, s->letters.n - s->begin}, s->marks, s->apart};
		s->apart = false;
	}
	s->begin = s->letters.n;
	s->marks = 0;
}

static void take_letter(struct splitting *s, struct letter letter)
{
	bool digit = is_digit(letter.folded);

	if (s->letters.n > s->begin && digit != s->digits)
		end_word(s);
	s->digits = digit;
	s->marks |= letter.marks;
	utf8_put(&s->letters, letter.folded);
}

static struct letter letter_of(struct arena *a, const struct letters *l, uint32_t c)
{
	if (c < LETTERS)
		return l->of[c];
	return c < 0xD800 ? split_letter(a, c) : (struct letter){.folded = ' '};
}

size_t words_of(struct arena *a, const struct letters *l, struct str text, struct word **words)
{
	/* A folded letter is never longer than what it was made of. */
	struct splitting s = {.arena = a,
			      .letters = {a, arena_array(a, char, text.n + 4), 0, text.n + 4}};

	while (text.n) {
		uint32_t c = utf8_take(&text);
		struct letter letter = letter_of(a, l, c);

		if (!letter.folded) {
			s.marks |= s.letters.n > s.begin ? letter.marks : 0;
		} else if (is_word(letter.folded)) {
			take_letter(&s, letter);
		} else {
			end_word(&s);
			s.apart |= is_break(c, text);
		}
	}
	end_word(&s);
	*words = s.words;
	return s.n;
}
