#include "viet/person.h"

#include "base/utf8.h"
#include "viet/fold.h"

enum {
	NAMES_ALONE = 3,     /* a family name and two more are a person's anywhere */
	NAMES_ADDRESSED = 2, /* ... and with one more behind a form of address */
	NAMES_MAX = 5,
	WORD_MAX = 12, /* bytes of the longest syllable, "Nghiễng", and some */
};

/* Those that are no beginning of a well-known place. */
static const char *const family_names[] = {
	"Nguyễn", "Trần", "Lê",    "Phạm",   "Hoàng", "Huỳnh", "Phan",  "Vũ",
	"Võ",     "Đặng", "Bùi",   "Đỗ",     "Hồ",    "Ngô",   "Dương", "Lý",
	"Đinh",   "Đoàn", "Trịnh", "Trương", "Phùng", "Lương", "Lâm",   "Vương",
};

static const char *const forms_of_address[] = {
	"ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "bé", "là", "tên",
};

/* What a name stands behind when it is that of a place or an institution. */
static const char *const places[] = {
	"đường", "phố", "viện", "viên", "trường", "cầu", "chợ", "tỉnh", "phường", "xã", "giải",
};

/* A word and what stands between it and the next one. */
struct word {
	struct str text; /* without signs on both sides */
	bool ends;       /* a sign behind it ends a name */
};

static bool is_one_of(struct str word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (str_eq_z(word, list[i]))
			return true;
	}
	return false;
}

static bool is_sign(char c)
{
	return strchr(".,;:!?()[]\"'/", c) != NULL;
}

/* The next word of *rest; its text is empty at the end. */
static struct word take_word(struct str *rest)
{
	struct word word = {0};

	*rest = str_trim(*rest);
	while (rest->n && is_sign(*rest->p))
		*rest = str_from(*rest, 1);
	word.text.p = rest->p;
	while (rest->n && !strchr(" \t\n", *rest->p)) {
		word.text.n++;
		*rest = str_from(*rest, 1);
	}
	while (word.text.n && is_sign(word.text.p[word.text.n - 1])) {
		word.text.n--;
		word.ends = true;
	}
	return word;
}

static struct str lower(struct arena *a, struct str word)
{
	return word.n <= WORD_MAX ? viet_lower(a, word) : word;
}

/* "Mẫu", but not "N" or "BHYT": a capital and what is none. */
static bool is_name(struct arena *a, struct str word)
{
	struct str first = utf8_head(word, 1), rest = str_from(word, first.n);

	return rest.n && !str_eq(viet_lower(a, first), first) &&
	       str_eq(viet_lower(a, rest), rest);
}

/* How many names stand from the word on, and in *whole the text of them. */
static size_t count_names(struct arena *a, struct word word, struct str rest, struct str *whole)
{
	size_t n = 0;

	*whole = (struct str){word.text.p, 0};
	while (n < NAMES_MAX && word.text.n && is_name(a, word.text)) {
		n++;
		whole->n = (size_t)(word.text.p + word.text.n - whole->p);
		if (word.ends)
			break;
		word = take_word(&rest);
	}
	return n;
}

static bool is_person(struct arena *a, struct word before, struct word word, struct str rest,
		      struct str *whole)
{
	struct str previous = lower(a, before.ends ? STR("") : before.text);
	bool addressed = is_one_of(previous, forms_of_address, COUNT(forms_of_address));
	size_t n;

	if (!is_one_of(word.text, family_names, COUNT(family_names)) ||
	    is_one_of(previous, places, COUNT(places)))
		return false;
	n = count_names(a, word, rest, whole);
	return n >= (addressed ? NAMES_ADDRESSED : NAMES_ALONE) &&
	       !str_eq_z(*whole, "Hồ Chí Minh");
}

bool viet_find_person(struct str text, struct str *found)
{
	struct arena scratch = {0};
	struct word before = {0}, word;
	bool is_there = false;

	while (text.n && !is_there) {
		word = take_word(&text);
		is_there = is_person(&scratch, before, word, text, found);
		before = word;
	}
	arena_free(&scratch);
	return is_there;
}
