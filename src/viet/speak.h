/*
 * speak - text as an announcer reads it: every number, date, unit and abbreviation in
 * full Vietnamese words, for the loudspeaker.
 *
 * "Từ ngày 07/9/2026, thẻ BHYT" becomes "Từ ngày bảy tháng chín năm hai nghìn không
 * trăm hai mươi sáu, thẻ bảo hiểm y tế". What it does not know stays as it is: there is
 * no input that it refuses. Lines stay lines.
 *
 *   numbers      5.000 with dots between thousands, 98,5 with a decimal comma, 02 as a
 *                plain two; from SPEAK_DIGITS_MAX + 1 digits on, or with zeros before
 *                three digits and more, they are codes and read digit by digit
 *   dates        07/9/2026, 2026-09-07, 15/9 where a day is meant, tháng 4, quý IV/2025
 *   times        13:30, 7h30, 7 giờ 30
 *   pairs        1/2 một phần hai, 3/50 ba trên năm mươi; 5 - 7 năm đến bảy
 *   quantities   50.000 đ, 25 m², 37,5 °C, 5 mg/kg
 *   telephones   digit by digit, in the groups in which they are written
 *   documents    "Quyết định số 2555/QĐ-BYT ngày 12/8/2025 của Bộ Y tế" without its
 *                symbol and day; who issued it is said when the text does not
 *   short forms  from a table (speak_words.c); capitals that it lacks are spelled with the
 *                names of the letters, unless the whole line is in capitals
 */
#ifndef CCHC_VIET_SPEAK_H
#define CCHC_VIET_SPEAK_H

#include "base/str.h"

enum {
	SPEAK_RATE = 180,      /* syllables a minute, when the options do not say */
	SPEAK_DIGITS_MAX = 18, /* of a number; a longer one is read digit by digit */
};

struct speak_options {
	bool southern; /* lẻ and ngàn for linh and nghìn */
	int64_t rate;  /* syllables a minute; 0 or less: SPEAK_RATE */
};

/* text must be NFC. */
struct str speak_text(struct arena *a, struct str text, const struct speak_options *o);

/* The same for a single number, of digits only. */
struct str speak_number(struct arena *a, struct str digits, const struct speak_options *o);

/* Of a text that speak_text() has made: its words, with the parts between hyphens
 * counted one by one; and how long it takes to read so many, rounded up. */
size_t speak_syllables(struct str spoken);
int64_t speak_seconds(size_t syllables, const struct speak_options *o);

/* The full form of a short one that everybody writes ("BHYT": "bảo hiểm y tế"); empty
 * when it is not in the table, or is a word that has no longer form ("VNeID"). */
struct str speak_full_form(struct str abbreviation);

#endif
