#include "viet/speaker.h"

#include "base/utf8.h"
#include "viet/fold.h"

enum {
	YEAR_DIGITS = 4,
};

bool text_is_one_of(struct str word, const char *const *words)
{
	for (; *words; words++)
		if (str_eq_z(word, *words))
			return true;
	return false;
}

bool speaker_is_behind(const struct speaker *s, const char *before, const char *last)
{
	return str_eq_z(s->last, last) && (!before || str_eq_z(s->before, before));
}

bool text_take(struct str *rest, const char *what)
{
	struct str w = str_of(what);

	if (!str_starts(*rest, w))
		return false;
	*rest = str_from(*rest, w.n);
	return true;
}

bool text_take_spaces(struct str *rest)
{
	bool any = false;

	while (text_take(rest, " ") || text_take(rest, "\xC2\xA0"))
		any = true;
	return any;
}

struct str text_take_digits(struct str *rest)
{
	struct str digits = {rest->p, 0};

	while (digits.n < rest->n && is_digit(rest->p[digits.n]))
		digits.n++;
	*rest = str_from(*rest, digits.n);
	return digits;
}

bool text_begins_digit(struct str rest)
{
	return rest.n && is_digit(rest.p[0]);
}

/* A number of at most that many digits that ends there. */
bool text_take_short(struct str *rest, size_t digits_max, int *n)
{
	struct str digits = text_take_digits(rest);

	if (!digits.n || digits.n > digits_max)
		return false;
	*n = 0;
	for (size_t i = 0; i < digits.n; i++)
		*n = *n * 10 + (digits.p[i] - '0');
	return true;
}

bool text_take_year(struct str *rest, int *year)
{
	struct str from = *rest;

	return text_take_short(rest, YEAR_DIGITS, year) && from.n - rest->n == YEAR_DIGITS;
}

bool text_take_dash(struct str *rest)
{
	return text_take(rest, "–") || text_take(rest, "—") || text_take(rest, "-");
}

/* The word that begins there, of letters only. */
struct str text_word(struct str rest)
{
	struct str from = rest;

	while (rest.n) {
		struct str next = rest;

		if (!is_letter(utf8_take(&next)))
			break;
		rest = next;
	}
	return str_head(from, from.n - rest.n);
}

bool text_ends_in_word(const struct buf *out)
{
	size_t at = out->n;
	struct str last;

	while (at && ((unsigned char)out->p[at - 1] & 0xC0) == 0x80)
		at--;
	last = (struct str){out->p + (at ? at - 1 : 0), out->n - (at ? at - 1 : 0)};
	return last.n && !ends_word(last);
}

/* Is what comes the first word of a sentence? */
static bool begins_sentence(const struct buf *out)
{
	size_t n = out->n;

	while (n && (out->p[n - 1] == ' ' || out->p[n - 1] == '"'))
		n--;
	return !n || strchr(".!?\n", out->p[n - 1]);
}

void speaker_put(struct speaker *s, struct str words)
{
	bool first = begins_sentence(&s->out);

	if (text_ends_in_word(&s->out))
		buf_byte(&s->out, ' ');
	buf_add(&s->out, first ? viet_capitalize(s->a, words) : words);
}

/* Say w for all that stands before `rest`. */
bool speaker_done(struct speaker *s, const struct buf *w, struct str rest)
{
	speaker_put(s, buf_str(w));
	s->rest = rest;
	s->was_date = false;
	return true;
}

void speaker_say_int(struct speaker *s, struct buf *w, int n)
{
	say_number(w, str_fmt(s->a, "%d", n), s->o);
}

void speaker_say_year(struct speaker *s, struct buf *w, int year)
{
	say(w, "năm");
	speaker_say_int(s, w, year);
}
