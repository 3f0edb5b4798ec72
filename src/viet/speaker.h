/*
 * speaker - private to speak.h: a text that is being read aloud, how far it has been read,
 * and the rules that know what stands there. A rule says it and moves on, or gives false
 * and has changed nothing.
 */
#ifndef CCHC_VIET_SPEAKER_H
#define CCHC_VIET_SPEAKER_H

#include "viet/docnum.h"
#include "viet/speak_parts.h"

struct speaker {
	struct arena *a;
	const struct speak_options *o;
	struct str text, rest; /* rest: what is still to be read */
	struct buf out;
	struct docnum document; /* the next one, when there is one */
	bool has_document;
	struct str last, before; /* the last two words, in lower case */
	bool in_range;           /* what comes is the second of two: 15/9 – 14/10 */
	bool was_date;           /* so was what came last */
	bool in_capitals;        /* this line has no small letter */
};

typedef bool rule_fn(struct speaker *s);

/* Taking from the front of a text: each moves *rest behind what it took, or gives false or
 * nothing. A short number ends where its digits end, and has at most digits_max. */
bool text_take(struct str *rest, const char *what);
bool text_take_spaces(struct str *rest);
bool text_take_dash(struct str *rest);
struct str text_take_digits(struct str *rest);
bool text_take_short(struct str *rest, size_t digits_max, int *n);
bool text_take_year(struct str *rest, int *year);
bool text_begins_digit(struct str rest);
struct str text_word(struct str rest); /* of letters only */
bool text_is_one_of(struct str word, const char *const *words);
bool text_ends_in_word(const struct buf *out);

/* Are these the last words that were read? before: NULL for any. */
bool speaker_is_behind(const struct speaker *s, const char *before, const char *last);

/* Say words: apart from the word before them, with a capital where a sentence begins. */
void speaker_put(struct speaker *s, struct str words);
/* Say w for all that stands before rest; always true. */
bool speaker_done(struct speaker *s, const struct buf *w, struct str rest);
void speaker_say_int(struct speaker *s, struct buf *w, int n);
void speaker_say_year(struct speaker *s, struct buf *w, int year); /* "năm ..." */

/* speak_when.c */
rule_fn speaker_date, speaker_iso_date, speaker_day_and_month, speaker_month_or_quarter,
	speaker_clock, speaker_hour, speaker_minute;

/* speak_count.c */
rule_fn speaker_phone, speaker_international_phone, speaker_emergency_number, speaker_number,
	speaker_dotted, speaker_pair, speaker_edition;

/* Between two of a kind: 5 - 7, 15/9 – 14/10, 7:30–11:30. */
void speaker_range(struct speaker *s);

#endif
