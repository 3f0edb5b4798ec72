#include "viet/foreign.h"

#include <stdlib.h>

enum {
	RHYME_MAX = 5, /* letters: "uyenh" is none, but as long */
	LOAN_MAX = 12,
	SYLLABLE_MAX = 8, /* "nghieng" has seven */
	RUN_MIN = 8,      /* "is to be" */
};

/* In order; "gi" and "qu" are looked at apart, for their last letter is a vowel's too. */
static const char *const onsets[] = {
	"",   "b",   "c",  "ch", "d",  "g", "gh", "h", "k",  "kh", "l", "m", "n",
	"ng", "ngh", "nh", "p",  "ph", "r", "s",  "t", "th", "tr", "v", "x",
};

/* In order. */
static const char *const rhymes[] = {
	"a",   "ac",  "ach", "ai",   "am",   "an",  "ang",  "anh",  "ao",   "ap",   "at",
	"au",  "ay",  "e",   "ec",   "ech",  "em",  "en",   "eng",  "enh",  "eo",   "ep",
	"et",  "eu",  "i",   "ia",   "ich",  "iec", "iem",  "ien",  "ieng", "iep",  "iet",
	"ieu", "im",  "in",  "inh",  "ip",   "it",  "iu",   "o",    "oa",   "oac",  "oach",
	"oai", "oam", "oan", "oang", "oanh", "oao", "oap",  "oat",  "oay",  "oc",   "oe",
	"oen", "oeo", "oet", "oi",   "om",   "on",  "ong",  "ooc",  "oong", "op",   "ot",
	"u",   "ua",  "uan", "uang", "uat",  "uay", "uc",   "ue",   "uech", "uenh", "ui",
	"um",  "un",  "ung", "uo",   "uoc",  "uoi", "uom",  "uon",  "uong", "uop",  "uot",
	"uou", "up",  "ut",  "uu",   "uy",   "uya", "uych", "uyen", "uyet", "uynh", "uyt",
	"uyu", "y",   "ych", "yem",  "yen",  "yet", "yeu",  "ynh",  "yt",
};

/* What is written in Vietnamese texts as it is, and small words that names have in them
 * ("Centers for Disease Control and Prevention"). In order. */
static const char *const loans[] = {
	"and",      "app",       "apps",        "banner",     "blog",       "bluetooth",
	"camera",   "card",      "catalogue",   "chatbot",    "check",      "click",
	"clip",     "clips",     "code",        "comment",    "copy",       "de",
	"email",    "excel",     "facebook",    "fanpage",    "fax",        "file",
	"for",      "form",      "game",        "gas",        "google",     "hashtag",
	"hotline",  "inbox",     "infographic", "insulin",    "internet",   "kiosk",
	"lab",      "laptop",    "like",        "link",       "livestream", "logo",
	"marathon", "marketing", "media",       "menu",       "of",         "offline",
	"online",   "page",      "pdf",         "photocopy",  "podcast",    "poster",
	"radio",    "robot",     "scan",        "seminar",    "share",      "show",
	"sim",      "slide",     "slogan",      "smartphone", "standee",    "stress",
	"tablet",   "talkshow",  "taxi",        "team",       "test",       "tivi",
	"tv",       "vaccin",    "vaccine",     "video",      "virus",      "web",
	"website",  "wifi",      "word",        "workshop",   "youtube",    "zalo",
};

static int compare(const void *key, const void *item)
{
	return strcmp(key, *(const char *const *)item);
}

static bool is_listed(const char *word, const char *const *list, size_t n)
{
	return bsearch(word, list, n, sizeof(*list), compare) != NULL;
}

/* The word in small letters, in z of `size` bytes; false when it is longer. */
static bool put_small(struct str word, char *z, size_t size)
{
	if (word.n >= size)
		return false;
	for (size_t i = 0; i < word.n; i++)
		z[i] = (char)(word.p[i] | 0x20);
	z[word.n] = '\0';
	return true;
}

static bool is_rhyme(const char *z)
{
	return strchr("aeiouy", *z) && is_listed(z, rhymes, COUNT(rhymes));
}

static bool is_onset(const char *z, size_t n)
{
	char onset[SYLLABLE_MAX + 1] = {0};

	memcpy(onset, z, n);
	return is_listed(onset, onsets, COUNT(onsets));
}

bool viet_is_syllable(struct str word)
{
	char z[SYLLABLE_MAX + 1] = {0};
	size_t n;

	if (!put_small(word, z, sizeof(z)))
		return false;
	n = strcspn(z, "aeiouy");
	if (is_rhyme(z + n) && is_onset(z, n))
		return true;
	return (strncmp(z, "gi", 2) == 0 || strncmp(z, "qu", 2) == 0) && is_rhyme(z + 2);
}

static bool is_loan(struct str word)
{
	char z[LOAN_MAX + 1] = {0};

	return put_small(word, z, sizeof(z)) && is_listed(z, loans, COUNT(loans));
}

enum sort {
	SORT_NONE,    /* no word, or one with marks */
	SORT_EITHER,  /* could be Vietnamese, or is used as if it were */
	SORT_NAME,    /* foreign, with a capital */
	SORT_FOREIGN, /* foreign without doubt */
};

/* What may stand in a run of words, and what ends one. */
enum byte {
	BYTE_OTHER, /* the word that it touches is none: digits, letters with marks */
	BYTE_LETTER,
	BYTE_INNER, /* within a word: well-being, don't */
	BYTE_SPACE,
	BYTE_SIGN, /* between words: the run ends, the word is whole */
};

static enum byte byte_of(char c)
{
	if ((unsigned char)((c | 0x20) - 'a') < 26)
		return BYTE_LETTER;
	switch (c) {
	case ' ':
	case '\n':
		return BYTE_SPACE;
	case '-':
	case '\'':
		return BYTE_INNER;
	case '(':
	case ')':
	case '[':
	case ']':
	case '"':
	case '.':
	case ',':
	case ';':
	case ':':
	case '!':
	case '?':
		return BYTE_SIGN;
	default:
		return BYTE_OTHER;
	}
}

/* Words of ASCII letters with spaces between them, as bytes of the text. */
struct run {
	size_t from, to;
	size_t spaces;
};

/* What is behind a word that is none. */
static size_t skip_rest(struct str text, size_t at)
{
	while (at < text.n && text.p[at] != ' ' && text.p[at] != '\n')
		at++;
	return at;
}

/* Where so many bytes of ASCII stand as three short words need, at `at` or behind it. Looks
 * from their end, as every few letters of Vietnamese one has a mark. */
static size_t next_plain(struct str text, size_t at)
{
	while (at + RUN_MIN <= text.n) {
		size_t i = RUN_MIN;

		while (i && !(text.p[at + i - 1] & 0x80))
			i--;
		if (!i)
			return at;
		at += i;
	}
	return text.n;
}

/* The next run at `at` or behind it; to is where the one behind it may begin. */
static bool next_run(struct str text, size_t at, struct run *run)
{
	enum byte byte = BYTE_SPACE;
	size_t plain = next_plain(text, at);

	/* behind a mark that is part of a word */
	at = plain > at ? skip_rest(text, plain) : at;
	while (at < text.n && byte_of(text.p[at]) >= BYTE_SPACE)
		at++;
	*run = (struct run){.from = at, .to = at};
	while (at < text.n) {
		byte = byte_of(text.p[at]);
		if (byte == BYTE_OTHER || byte == BYTE_SIGN)
			break;
		run->spaces += byte == BYTE_SPACE;
		at++;
	}
	run->to = byte == BYTE_OTHER ? skip_rest(text, at) : at;
	return run->from < text.n;
}

static struct str take_word(struct str text, size_t *at, size_t to)
{
	size_t from, end;

	while (*at < to && byte_of(text.p[*at]) == BYTE_SPACE)
		++*at;
	from = end = *at;
	while (end < to && byte_of(text.p[end]) != BYTE_SPACE)
		end++;
	*at = end;
	return (struct str){text.p + from, end - from};
}

static bool is_word(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		enum byte byte = byte_of(word.p[i]);

		if (byte != BYTE_LETTER && (byte != BYTE_INNER || !i || i + 1 == word.n))
			return false;
	}
	return word.n > 0;
}

static enum sort sort_of(struct str word)
{
	if (!is_word(word))
		return SORT_NONE;
	if (viet_is_syllable(word) || is_loan(word))
		return SORT_EITHER;
	return *word.p & 0x20 ? SORT_FOREIGN : SORT_NAME;
}

/* From the first to the last foreign word. */
struct stretch {
	size_t from, to; /* to 0: it has not begun */
	size_t words, gap;
};

static bool ends_stretch(const struct stretch *s, enum sort sort)
{
	return sort == SORT_NONE || (sort == SORT_EITHER && s->gap == FOREIGN_GAP);
}

static void add(struct stretch *s, size_t from, size_t to, enum sort sort)
{
	if (sort == SORT_EITHER)
		s->gap++;
	if (sort == SORT_EITHER || sort == SORT_NONE)
		return;
	if (!s->to)
		s->from = from;
	s->to = to;
	s->gap = 0;
	s->words += sort == SORT_FOREIGN;
}

static bool find_in_run(struct str text, const struct run *run, struct str *found)
{
	struct stretch s = {0};

	for (size_t at = run->from; at < run->to;) {
		struct str word = take_word(text, &at, run->to);
		enum sort sort = word.n ? sort_of(word) : SORT_NONE;

		if (ends_stretch(&s, sort)) {
			if (s.words >= FOREIGN_WORDS)
				break;
			s = (struct stretch){0};
		}
		add(&s, at - word.n, at, sort);
	}
	*found = (struct str){text.p + s.from, s.to - s.from};
	return s.words >= FOREIGN_WORDS;
}

/* Words with marks are every second one of a Vietnamese text: what stands between two of
 * them is rarely long enough to be looked at. */
bool foreign_find(struct str text, size_t from, struct str *found)
{
	struct run run;

	*found = (struct str){0};
	for (size_t at = from; next_run(text, at, &run); at = run.to) {
		if (run.spaces >= FOREIGN_WORDS - 1 && find_in_run(text, &run, found))
			return true;
	}
	return false;
}
