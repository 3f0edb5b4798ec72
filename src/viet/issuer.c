#include "viet/issuer.h"

#include "base/utf8.h"
#include "viet/letters.h"

/* Words that stand before the name of a place and may be left out. */
static bool is_place_word(struct str word)
{
	static const char *const words[] = {"tỉnh", "thành", "phố", "tp", "TP."};

	for (size_t i = 0; i < COUNT(words); i++) {
		if (letters_same(word, str_of(words[i])))
			return true;
	}
	return false;
}

static struct str next_word(struct str *rest)
{
	struct str word;

	do
		word = str_cut(*rest, ' ', rest);
	while (rest->n && (!word.n || is_place_word(word)));
	if (is_place_word(word))
		word.n = 0;
	return word;
}

/* "UBND" and the words that it stands for. */
static bool same_word(struct str x, struct str *rest_x, struct str y)
{
	if (letters_same(x, y))
		return true;
	if (!str_eq_z(y, "UBND") || !(str_eq_z(x, "Ủy") || str_eq_z(x, "Uỷ")))
		return false;
	for (int i = 0; i < 3; i++)
		next_word(rest_x);
	return true;
}

static bool is_capitalised(struct str word)
{
	return word.n && letter_small(utf8_take(&(struct str){word.p, word.n})) !=
				 utf8_take(&(struct str){word.p, word.n});
}

bool issuer_fits(struct str ours, struct str named)
{
	size_t common = 0;

	while (ours.n && named.n) {
		struct str a = next_word(&ours), b = next_word(&named);

		if (!a.n || !b.n)
			return true;
		if (!same_word(a, &ours, b) && !same_word(b, &named, a))
			return !common || !is_capitalised(a) || !is_capitalised(b);
		common++;
	}
	return true;
}
