#include "viet/foreign.h"

#include <stdlib.h>

enum {
	RHYME_MAX = 5, /* letters: "uyenh" is none, but as long */
	LOAN_MAX = 12,
	SYLLABLE_MAX = 8, /* "nghieng" has seven */
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

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
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

/* What stands between two spaces, without the signs around it. */
struct chunk {
	size_t from, to;
	bool apart; /* a sign stands before it, or behind the last one */
	bool ends;  /* a sign stands behind it */
};

static bool is_sign(char c)
{
	static const bool signs[256] = {['('] = true, [')'] = true, ['['] = true, [']'] = true,
					['"'] = true, ['.'] = true, [','] = true, [';'] = true,
					[':'] = true, ['!'] = true, ['?'] = true};

	return signs[(unsigned char)c];
}

/* The chunk behind c. */
static bool next_chunk(struct str text, struct chunk *c)
{
	size_t at = c->to, end;

	while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\n' || is_sign(text.p[at])))
		c->ends |= is_sign(text.p[at++]);
	c->apart = c->ends;
	c->ends = false;
	end = at;
	while (end < text.n && text.p[end] != ' ' && text.p[end] != '\n')
		end++;
	c->from = c->to = at;
	while (end > at && is_sign(text.p[end - 1]))
		end--;
	c->to = end;
	return end > at;
}

static bool has_other_signs(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		bool inner = (word.p[i] == '-' || word.p[i] == '\'') && i && i + 1 < word.n;

		if (!is_letter(word.p[i]) && !inner)
			return true;
	}
	return false;
}

static enum sort sort_of(struct str word)
{
	if (has_other_signs(word))
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

static bool ends_stretch(const struct stretch *s, const struct chunk *c, enum sort sort)
{
	return c->apart || sort == SORT_NONE || (sort == SORT_EITHER && s->gap == FOREIGN_GAP);
}

static void add(struct stretch *s, const struct chunk *c, enum sort sort)
{
	if (sort == SORT_EITHER)
		s->gap++;
	if (sort == SORT_EITHER || sort == SORT_NONE)
		return;
	if (!s->to)
		s->from = c->from;
	s->to = c->to;
	s->gap = 0;
	s->words += sort == SORT_FOREIGN;
}

bool foreign_find(struct str text, size_t from, struct str *found)
{
	struct chunk c = {.to = from};
	struct stretch s = {0};

	while (next_chunk(text, &c)) {
		enum sort sort = sort_of((struct str){text.p + c.from, c.to - c.from});

		if (ends_stretch(&s, &c, sort)) {
			if (s.words >= FOREIGN_WORDS)
				break;
			s = (struct stretch){0};
		}
		add(&s, &c, sort);
	}
	*found = (struct str){text.p + s.from, s.to - s.from};
	return s.words >= FOREIGN_WORDS;
}
