#include "viet/collate.h"

#include <uchar.h>

#include "base/utf8.h"
#include "viet/fold.h"

/*
 * A key has four levels with a byte SEPARATOR between them. The first says which
 * letters and signs there are, the second their marks, the third their case; the
 * fourth is the text itself in NFD. Each later level counts only where those before
 * it are equal: so a tone never weighs against a letter that stands behind it.
 */

/* What can stand in the first level, in its order. One byte, but for three of them,
 * which say how the bytes after them go on. */
enum {
	SEPARATOR = 1,
	FIRST_SIGN = 2,         /* and on: place in signs[] */
	FIRST_OTHER_SIGN = 100, /* + its code point: ★ before ☆ */
	FIRST_CURRENCY = 101,   /* and on: place in currency[] */
	FIRST_NUMBER = 110,     /* + how many digits + these digits: 9 before 10 */
	FIRST_DIGIT = 111,      /* and on: digits that form no number, as in m² */
	FIRST_LETTER = 121,     /* and on: see hats[] */
	FIRST_OTHER_LETTER = FIRST_LETTER + 3 * 26, /* + its code point: þ, Greek ... */
};

enum {
	SECOND_PLAIN = 2,
	SECOND_MARK = 3,        /* and on: place in marks[] */
	SECOND_OTHER_MARK = 30, /* all others are alike */
	SECOND_VARIANT = 31,    /* and on: for likes[] */
};

enum {
	THIRD_PLAIN = 2,
	THIRD_NEAR = 3, /* a sign that stands for others: … for ... */
	THIRD_CAPITAL = 4,
	THIRD_NEAR_CAPITAL = 5,
	THIRD_RAISED = 6, /* ª ² ™, and spaces and hyphens that break no line */
};

enum {
	INDEX_MAX = 8, /* characters: enough for a letter with its marks */
};

static const char32_t signs[] = U"\t\n\v\f\r\u2028\u2029 "
				U"_\u2017-\u2010\u2012–—―,;:!¡?¿.·'‹›\"«»()[]{}"
				U"§¶@*/\\&#%‰†‡•′″`´^¯¨¸°©®←→↑↓↔+±÷×<=>¬|¦~\u2212\u2044";
static const char32_t currency[] = U"¤¢$£¥₫€";

/* The tones in their order (no tone comes before all), then other marks. */
static const char32_t marks[] = U"\u0300\u0309\u0303\u0301\u0323"       /* à ả ã á ạ */
				U"\u0306\u0302\u030C\u030A\u0308\u030B" /* breve ˆ ˇ ˚ ¨ ˝ */
				U"\u0307\u0338\u0327\u0328\u0304"; /* dot / cedilla ogonek ¯ */

/* Each ASCII letter has three places in the alphabet: its own, and those of the
 * Vietnamese letters behind it, which are made with these marks. */
static const struct hat {
	char32_t letter, mark;
	int place;
} hats[] = {
	{'a', 0x306, 1}, /* ă */
	{'a', 0x302, 2}, /* â */
	{'e', 0x302, 1}, /* ê */
	{'o', 0x302, 1}, /* ô */
	{'o', 0x31B, 2}, /* ơ */
	{'u', 0x31B, 1}, /* ư */
};

/* What viet_index_letter() calls these places. */
static const char *const alphabet[26][3] = {
	{"A", "Ă", "Â"}, {"B"}, {"C"}, {"D", "Đ"}, {"E", "Ê"}, {"F"}, {"G"},
	{"H"},           {"I"}, {"J"}, {"K"},      {"L"},      {"M"}, {"N"},
	{"O", "Ô", "Ơ"}, {"P"}, {"Q"}, {"R"},      {"S"},      {"T"}, {"U", "Ư"},
	{"V"},           {"W"}, {"X"}, {"Y"},      {"Z"},
};

/* Characters that stand where others stand, and come after them if nothing else
 * differs: for a mark of their own (second level), or as capitals do (third). */
static const struct like {
	char32_t c;
	const char32_t *as;
	int mark; /* behind the first of these; 0 when there is none */
	int third;
} likes[] = {
	{U'\u00A0', U" ", 0, THIRD_RAISED},      /* no-break space */
	{U'\u2002', U" ", 0, THIRD_NEAR},        /* en space */
	{U'\u2003', U" ", 0, THIRD_NEAR},        /* em space */
	{U'\u2007', U" ", 0, THIRD_RAISED},      /* figure space */
	{U'\u2009', U" ", 0, THIRD_NEAR},        /* thin space */
	{U'\u202F', U" ", 0, THIRD_RAISED},      /* narrow no-break space */
	{U'\u2011', U"\u2010", 0, THIRD_RAISED}, /* no-break hyphen */
	{U'‘', U"'", SECOND_VARIANT, THIRD_PLAIN},
	{U'’', U"'", SECOND_VARIANT + 1, THIRD_PLAIN},
	{U'‚', U"'", SECOND_VARIANT + 2, THIRD_PLAIN},
	{U'“', U"\"", SECOND_VARIANT, THIRD_PLAIN},
	{U'”', U"\"", SECOND_VARIANT + 1, THIRD_PLAIN},
	{U'„', U"\"", SECOND_VARIANT + 2, THIRD_PLAIN},
	{U'…', U"...", 0, THIRD_NEAR},
	{U'¹', U"1", 0, THIRD_RAISED},
	{U'²', U"2", 0, THIRD_RAISED},
	{U'³', U"3", 0, THIRD_RAISED},
	{U'¼', U"1\u20444", 0, THIRD_NEAR},
	{U'½', U"1\u20442", 0, THIRD_NEAR},
	{U'¾', U"3\u20444", 0, THIRD_NEAR},
	{U'№', U"No", 0, THIRD_NEAR},
	{U'™', U"TM", 0, THIRD_RAISED},
	{U'ª', U"a", 0, THIRD_RAISED},
	{U'º', U"o", 0, THIRD_RAISED},
	{U'Æ', U"AE", SECOND_VARIANT, THIRD_PLAIN},
	{U'æ', U"ae", SECOND_VARIANT, THIRD_PLAIN},
	{U'Œ', U"OE", SECOND_VARIANT, THIRD_PLAIN},
	{U'œ', U"oe", SECOND_VARIANT, THIRD_PLAIN},
	{U'ß', U"ss", SECOND_VARIANT, THIRD_PLAIN},
	{U'Ð', U"D", SECOND_VARIANT, THIRD_PLAIN},
	{U'ð', U"d", SECOND_VARIANT, THIRD_PLAIN},
	{U'Ø', U"O\u0338", 0, THIRD_PLAIN},
	{U'ø', U"o\u0338", 0, THIRD_PLAIN},
	{U'Þ', U"þ", 0, THIRD_CAPITAL},
	{U'µ', U"\u03BC", 0, THIRD_NEAR},
};

_Static_assert(FIRST_SIGN + COUNT(signs) - 1 <= FIRST_OTHER_SIGN, "signs[] has grown");
_Static_assert(FIRST_CURRENCY + COUNT(currency) - 1 <= FIRST_NUMBER, "currency[] has grown");
_Static_assert(SECOND_MARK + COUNT(marks) - 1 <= SECOND_OTHER_MARK, "marks[] has grown");
_Static_assert(FIRST_OTHER_LETTER <= 255, "the first level is bytes");

struct key {
	struct buf first, second, third;
};

/* The place of c in a list that ends with 0; -1 when it is not there. */
static int find(const char32_t *list, char32_t c)
{
	for (int i = 0; list[i]; i++)
		if (list[i] == c)
			return i;
	return -1;
}

static const struct like *find_like(char32_t c)
{
	for (size_t i = 0; c >= 0x80 && i < COUNT(likes); i++)
		if (likes[i].c == c)
			return &likes[i];
	return NULL;
}

static bool is_digit(char32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_mark(char32_t c)
{
	return c >= 0x300 && c <= 0x36F;
}

/* Does the mark stand on top of its letter, so that it closes it for others? */
static bool is_on_top(char32_t mark)
{
	return mark <= 0x314;
}

/* Characters that nobody sees: controls, soft hyphens, joiners, directions. */
static bool is_ignorable(char32_t c)
{
	return (c < 0x20 && !(c >= '\t' && c <= '\r')) || (c >= 0x7F && c < 0xA0) ||
	       c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/* Among the characters of no table: is it a sign, not a letter? By blocks. */
static bool is_other_sign(char32_t c)
{
	return (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
	       (c >= 0x1F000 && c <= 0x1FAFF);
}

static void put(struct buf *level, int weight)
{
	buf_byte(level, (char)weight);
}

static void put_base(struct key *k, int first, int third)
{
	put(&k->first, first);
	put(&k->second, SECOND_PLAIN);
	put(&k->third, third);
}

static void put_second(struct key *k, int second)
{
	put(&k->second, second);
	put(&k->third, THIRD_PLAIN);
}

static void put_mark(struct key *k, char32_t c)
{
	int place = find(marks, c);

	put_second(k, place >= 0 ? SECOND_MARK + place : SECOND_OTHER_MARK);
}

/* A character of no table. */
static void put_other(struct key *k, char32_t c, int third)
{
	put_base(k, is_other_sign(c) ? FIRST_OTHER_SIGN : FIRST_OTHER_LETTER, third);
	put(&k->first, (int)(c >> 16));
	put(&k->first, (int)(c >> 8 & 0xFF));
	put(&k->first, (int)(c & 0xFF));
}

static void put_sign(struct key *k, char32_t c, int third)
{
	int place = find(signs, c);

	if (place >= 0) {
		put_base(k, FIRST_SIGN + place, third);
		return;
	}
	place = find(currency, c);
	if (place >= 0)
		put_base(k, FIRST_CURRENCY + place, third);
	else if (!is_ignorable(c))
		put_other(k, c, third);
}

/* The digits that s begins with, without zeros before them, and no more than
 * SORT_DIGITS_MAX; s moves behind them. "0" has none. */
static struct str take_number(struct str *s)
{
	struct str number;

	while (s->n && s->p[0] == '0')
		*s = str_from(*s, 1);
	number = *s;
	while (s->n && is_digit((unsigned char)s->p[0]) && number.n - s->n < SORT_DIGITS_MAX)
		*s = str_from(*s, 1);
	return str_head(number, number.n - s->n);
}

static void put_numbers(struct key *k, struct str *s)
{
	while (s->n && is_digit((unsigned char)s->p[0])) {
		struct str number = take_number(s);

		put_base(k, FIRST_NUMBER, THIRD_PLAIN);
		put(&k->first, (int)number.n);
		buf_add(&k->first, number);
	}
}

static const struct hat *find_hat(char32_t letter, char32_t mark)
{
	for (size_t i = 0; i < COUNT(hats); i++)
		if (hats[i].letter == letter && hats[i].mark == mark)
			return &hats[i];
	return NULL;
}

/* The hat of a letter among the marks that `s` begins with: ậ is a, dot below,
 * circumflex, and so â with a tone. A mark below the letter does not part them. */
static const struct hat *hat_of(char32_t letter, struct str s)
{
	while (s.n) {
		char32_t mark = utf8_take(&s);
		const struct hat *hat = find_hat(letter, mark);

		if (hat || !is_mark(mark) || is_on_top(mark))
			return hat;
	}
	return NULL;
}

/* The marks behind a letter, but for the one that made it another letter. */
static void put_marks(struct key *k, struct str *s, const struct hat *hat)
{
	while (s->n) {
		struct str rest = *s;
		char32_t mark = utf8_take(&rest);

		if (!is_mark(mark))
			return;
		if (hat && mark == hat->mark)
			hat = NULL;
		else
			put_mark(k, mark);
		*s = rest;
	}
}

/* 0 to 25 for the ASCII letters, whatever their case; -1 for all others. */
static int letter_place(char32_t c)
{
	if (c >= 'a' && c <= 'z')
		return (int)(c - 'a');
	return c >= 'A' && c <= 'Z' ? (int)(c - 'A') : -1;
}

/* An ASCII letter, or the one `place` behind it in the alphabet. */
static void put_letter(struct key *k, char32_t c, int place, int third)
{
	if (c <= 'Z' && third < THIRD_CAPITAL)
		third = third == THIRD_NEAR ? THIRD_NEAR_CAPITAL : THIRD_CAPITAL;
	put_base(k, FIRST_LETTER + 3 * letter_place(c) + place, third);
}

/* One of the characters that another stands for. */
static void put_part(struct key *k, char32_t c, int third)
{
	if (letter_place(c) >= 0)
		put_letter(k, c, 0, third);
	else if (is_digit(c))
		put_base(k, FIRST_DIGIT + (int)(c - '0'), third);
	else if (is_mark(c))
		put_mark(k, c);
	else
		put_sign(k, c, third);
}

static void put_like(struct key *k, const struct like *like)
{
	put_part(k, like->as[0], like->third);
	if (like->mark)
		put_second(k, like->mark);
	for (const char32_t *part = like->as + 1; *part; part++)
		put_part(k, *part, like->third);
}

/* c and the marks behind it, which *rest begins with. */
static void put_character(struct key *k, char32_t c, struct str *rest)
{
	const struct like *like = find_like(c);
	int place = letter_place(c);

	if (like) {
		put_like(k, like);
	} else if (place >= 0) {
		const struct hat *hat = hat_of('a' + (char32_t)place, *rest);

		put_letter(k, c, hat ? hat->place : 0, THIRD_PLAIN);
		put_marks(k, rest, hat);
	} else if (c == U'đ' || c == U'Đ') {
		put_letter(k, c == U'đ' ? 'd' : 'D', 1, THIRD_PLAIN);
	} else {
		put_part(k, c, THIRD_PLAIN);
	}
}

/* What is plain to the end of a level says nothing. */
static void put_level(struct buf *out, struct buf *level, char plain)
{
	while (level->n && level->p[level->n - 1] == plain)
		level->n--;
	buf_byte(out, SEPARATOR);
	buf_add(out, buf_str(level));
}

static struct str join_levels(struct arena *a, struct key *k, struct str text)
{
	size_t most = k->first.n + k->second.n + k->third.n + text.n + 3;
	struct buf out = {.arena = a, .p = arena_array(a, char, most), .cap = most};

	buf_add(&out, buf_str(&k->first));
	put_level(&out, &k->second, SECOND_PLAIN);
	put_level(&out, &k->third, THIRD_PLAIN);
	buf_byte(&out, SEPARATOR);
	buf_add(&out, text);
	return buf_str(&out);
}

struct str viet_sort_key(struct arena *a, struct str s)
{
	struct arena scratch = {0};
	struct str apart = viet_decompose(&scratch, s), rest = apart, made;
	struct key k = {{.arena = &scratch}, {.arena = &scratch}, {.arena = &scratch}};

	while (rest.n) {
		if (is_digit((unsigned char)rest.p[0]))
			put_numbers(&k, &rest);
		else
			put_character(&k, utf8_take(&rest), &rest);
	}
	made = join_levels(a, &k, apart);
	arena_free(&scratch);
	return made;
}

int viet_compare(struct arena *scratch, struct str a, struct str b)
{
	return str_cmp(viet_sort_key(scratch, a), viet_sort_key(scratch, b));
}

struct str viet_index_letter(struct str s)
{
	struct arena scratch = {0};
	struct str key = viet_sort_key(&scratch, utf8_head(s, INDEX_MAX));
	int place = (unsigned char)key.p[0] - FIRST_LETTER;

	arena_free(&scratch);
	if (place < 0 || place >= 3 * 26)
		return STR("#");
	return str_of(alphabet[place / 3][place % 3]);
}
