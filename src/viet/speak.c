/* A text is gone through from left to right. Where a word or number begins, the rules in
 * the tables at the end of this file are asked in their order; the first that knows what
 * stands there says it and moves on. What none of them knows is copied.
 *
 * No rule looks further than a bounded number of characters ahead, but for what it then
 * takes as a whole: the time is proportional to the text. */
#include "viet/speak.h"

#include "base/date.h"
#include "base/utf8.h"
#include "viet/docnum.h"
#include "viet/fold.h"
#include "viet/speak_parts.h"

enum {
	DAY_DIGITS = 2,
	YEAR_DIGITS = 4,
	HOUR_MAX = 24,
	MINUTE_MAX = 59,
	MONTHS = 12,
	WEEKDAYS = 7,
	PHONE_GROUPS = 6, /* at most */
	PHONE_MIN = 9,    /* digits of a number with the zero before the area code */
	PHONE_MAX = 11,
	SERVICE_MIN = 8, /* 1900 1234 */
	SERVICE_MAX = 10,
	SHORT_MIN = 3, /* 115, 1022: behind "tổng đài" */
	SHORT_MAX = 5,
	SPELLED_MAX = 10,  /* letters; longer capitals are a word */
	ADDRESS_MAX = 200, /* bytes of a web address */
	BRACKET_MAX = 40,  /* bytes between brackets that may be a short form */
	TENTHS_MAX = 10,   /* 3/10 is three tenths, 3/50 three of fifty */
	ROMAN_MAX = 39,
	SECONDS_A_MINUTE = 60,
};

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

/* --- what stands around --- */

static bool is_one_of(struct str word, const char *const *words)
{
	for (; *words; words++)
		if (str_eq_z(word, *words))
			return true;
	return false;
}

static bool is_behind(const struct speaker *s, const char *before, const char *last)
{
	return str_eq_z(s->last, last) && (!before || str_eq_z(s->before, before));
}

static bool take(struct str *rest, const char *what)
{
	struct str w = str_of(what);

	if (!str_starts(*rest, w))
		return false;
	*rest = str_from(*rest, w.n);
	return true;
}

static bool take_spaces(struct str *rest)
{
	bool any = false;

	while (take(rest, " ") || take(rest, "\xC2\xA0"))
		any = true;
	return any;
}

static struct str take_digits(struct str *rest)
{
	struct str digits = {rest->p, 0};

	while (digits.n < rest->n && is_digit(rest->p[digits.n]))
		digits.n++;
	*rest = str_from(*rest, digits.n);
	return digits;
}

static bool begins_digit(struct str rest)
{
	return rest.n && is_digit(rest.p[0]);
}

/* A number of at most that many digits that ends there. */
static bool take_short(struct str *rest, size_t digits_max, int *n)
{
	struct str digits = take_digits(rest);

	if (!digits.n || digits.n > digits_max)
		return false;
	*n = 0;
	for (size_t i = 0; i < digits.n; i++)
		*n = *n * 10 + (digits.p[i] - '0');
	return true;
}

static bool take_year(struct str *rest, int *year)
{
	struct str from = *rest;

	return take_short(rest, YEAR_DIGITS, year) && from.n - rest->n == YEAR_DIGITS;
}

static bool take_dash(struct str *rest)
{
	return take(rest, "–") || take(rest, "—") || take(rest, "-");
}

/* The word that begins there, of letters only. */
static struct str word_of(struct str rest)
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

/* --- saying it --- */

static bool ends_in_word(const struct buf *out)
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

static void put(struct speaker *s, struct str words)
{
	bool first = begins_sentence(&s->out);

	if (ends_in_word(&s->out))
		buf_byte(&s->out, ' ');
	buf_add(&s->out, first ? viet_capitalize(s->a, words) : words);
}

/* Say w for all that stands before `rest`. */
static bool done(struct speaker *s, const struct buf *w, struct str rest)
{
	put(s, buf_str(w));
	s->rest = rest;
	s->was_date = false;
	return true;
}

static void say_int(struct speaker *s, struct buf *w, int n)
{
	say_number(w, str_fmt(s->a, "%d", n), s->o);
}

static void say_year(struct speaker *s, struct buf *w, int year)
{
	say(w, "năm");
	say_int(s, w, year);
}

static void say_month(struct speaker *s, struct buf *w, int month)
{
	say(w, "tháng");
	if (month == 4)
		say(w, "tư");
	else
		say_int(s, w, month);
}

/* --- dates --- */

static bool is_named_day(const struct speaker *s)
{
	static const char *const names[] = {"ngày", "mùng", "mồng", "hôm", NULL};

	return is_one_of(s->last, names);
}

static bool done_date(struct speaker *s, const struct date *x, struct str rest)
{
	struct buf w = {.arena = s->a};

	if (!is_named_day(s) || s->in_range)
		say(&w, "ngày");
	say_int(s, &w, x->day);
	say_month(s, &w, x->month);
	if (x->year)
		say_year(s, &w, x->year);
	done(s, &w, rest);
	s->was_date = true;
	return true;
}

static struct date date_of(int year, int month, int day)
{
	return (struct date){.year = (int16_t)year, .month = (int8_t)month, .day = (int8_t)day};
}

/* 07/9/2026 07-9-2026 07.9.2026 */
static bool read_date(struct speaker *s)
{
	struct str rest = s->rest;
	int day = 0, month = 0, year = 0;
	struct date x;
	char sep;

	if (!take_short(&rest, DAY_DIGITS, &day) || !rest.n || !strchr("/.-", rest.p[0]))
		return false;
	sep = rest.p[0];
	rest = str_from(rest, 1);
	if (!take_short(&rest, DAY_DIGITS, &month) || !rest.n || rest.p[0] != sep)
		return false;
	rest = str_from(rest, 1);
	if (!take_year(&rest, &year) || !date_is_valid(year, month, day))
		return false;
	x = date_of(year, month, day);
	return done_date(s, &x, rest);
}

/* 2026-09-07 */
static bool read_iso_date(struct speaker *s)
{
	struct str rest = s->rest;
	int day = 0, month = 0, year = 0;
	struct date x;

	if (!take_year(&rest, &year) || !take(&rest, "-") ||
	    !take_short(&rest, DAY_DIGITS, &month) || !take(&rest, "-") ||
	    !take_short(&rest, DAY_DIGITS, &day) || !date_is_valid(year, month, day))
		return false;
	x = date_of(year, month, day);
	return done_date(s, &x, rest);
}

/* Words before 15/9 that tell that it is a day. */
static bool expects_day(const struct speaker *s)
{
	static const char *const words[] = {"dịp", "lễ",  "sáng", "trưa",  "chiều",
					    "tối", "đêm", "hết",  "trước", "sau",
					    "từ",  "đến", "qua",  "khánh", NULL};

	return is_named_day(s) || is_one_of(s->last, words) || str_eq_z(s->before, "thứ") ||
	       is_behind(s, "chủ", "nhật") || (s->in_range && s->was_date);
}

/* 12/12, 1/2, and 24/7 for "always" */
static bool is_pair(int day, int month)
{
	return day <= month || day <= MONTHS || (day == HOUR_MAX && month == WEEKDAYS);
}

/* 15/9 (30.9 and 30-9 behind "ngày"), unless it is a pair of numbers: 12/12, 1/2. */
static bool read_day_and_month(struct speaker *s)
{
	const char *separators = is_named_day(s) ? "/.-" : "/";
	struct str rest = s->rest;
	int day = 0, month = 0;
	struct date x;

	if (!take_short(&rest, DAY_DIGITS, &day) || !rest.n || !strchr(separators, rest.p[0]))
		return false;
	rest = str_from(rest, 1);
	if (!take_short(&rest, DAY_DIGITS, &month) || !date_is_valid(2000, month, day))
		return false;
	if (str_starts(rest, STR("/")) || (!expects_day(s) && is_pair(day, month)))
		return false;
	x = date_of(0, month, day);
	return done_date(s, &x, rest);
}

/* Behind "tháng" and "quý": 9/2026, 4 năm 2025, 4. */
static bool read_month_or_quarter(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	bool is_month = str_eq_z(s->last, "tháng");
	struct str rest = s->rest, behind;
	int n = 0, year = 0;

	if ((!is_month && !str_eq_z(s->last, "quý")) || !take_short(&rest, DAY_DIGITS, &n))
		return false;
	behind = rest;
	if (is_month && n == 4)
		say(&w, "tư");
	else
		say_int(s, &w, n);
	if ((take(&rest, "/") || take(&rest, "-")) && take_year(&rest, &year))
		say_year(s, &w, year);
	else
		rest = behind;
	return done(s, &w, rest);
}

/* --- times --- */

/* Does a time end here, so that "7 giờ 30" has no "phút" behind it? Small letters behind
 * it are something that is counted, but for these. */
static bool ends_time(struct str rest)
{
	static const char *const words[] = {
		"ngày", "sáng", "trưa", "chiều", "tối",  "đêm",  "đến",   "và", "hoặc",
		"thứ",  "hôm",  "tại",  "các",   "hằng", "hàng", "mỗi",   "từ", "để",
		"là",   "cùng", "chủ",  "trước", "sau",  "thì",  "người", NULL};
	struct str word;

	take_spaces(&rest);
	word = word_of(rest);
	return !word.n || is_one_of(word, words);
}

static bool say_time(struct speaker *s, int hour, int minute, struct str rest)
{
	struct buf w = {.arena = s->a};

	say_int(s, &w, hour);
	say(&w, "giờ");
	if (minute) {
		say_int(s, &w, minute);
		say(&w, "phút");
	}
	return done(s, &w, rest);
}

static bool take_minute(struct str *rest, int *minute)
{
	struct str from = *rest;

	return take_short(rest, DAY_DIGITS, minute) && from.n - rest->n == DAY_DIGITS &&
	       *minute <= MINUTE_MAX && ends_word(*rest);
}

/* 13:30 */
static bool read_clock(struct speaker *s)
{
	struct str rest = s->rest;
	int hour = 0, minute = 0;

	if (!take_short(&rest, DAY_DIGITS, &hour) || hour > HOUR_MAX || !take(&rest, ":") ||
	    !take_minute(&rest, &minute) || str_starts(rest, STR(":")))
		return false;
	return say_time(s, hour, minute, rest);
}

/* 7h30, 7h, 7g30 */
static bool read_hour(struct speaker *s)
{
	struct str rest = s->rest;
	int hour = 0, minute = 0;
	bool is_h;

	if (!take_short(&rest, DAY_DIGITS, &hour) || hour > HOUR_MAX)
		return false;
	is_h = take(&rest, "h");
	if (!is_h && !take(&rest, "g"))
		return false;
	if (begins_digit(rest) ? !take_minute(&rest, &minute) : !is_h || !ends_word(rest))
		return false;
	return say_time(s, hour, minute, rest);
}

/* Behind "7 giờ": 30, and 00, of which nothing is said. */
static bool read_minute(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, behind;
	int minute = 0;

	if (!is_behind(s, NULL, "giờ") || !take_minute(&rest, &minute))
		return false;
	behind = rest;
	take_spaces(&behind);
	if (!minute && !str_eq_z(word_of(behind), "phút")) {
		while (s->out.n && s->out.p[s->out.n - 1] == ' ')
			s->out.n--;
		s->rest = rest;
		return true;
	}
	if (!ends_time(rest))
		return false;
	say_int(s, &w, minute);
	say(&w, "phút");
	return done(s, &w, rest);
}

/* --- telephones --- */

struct phone {
	struct str groups[PHONE_GROUPS];
	size_t n, digits;
};

/* Groups of digits with single spaces, dots or hyphens between them. */
static bool take_phone(struct str *rest, struct phone *phone)
{
	struct str behind;

	do {
		struct str digits = take_digits(rest);

		if (phone->n == PHONE_GROUPS || digits.n > PHONE_MAX)
			return false;
		phone->groups[phone->n++] = digits;
		phone->digits += digits.n;
		behind = *rest;
		if (!take(rest, ") ") && !take(rest, " ") && !take(rest, "."))
			take(rest, "-");
	} while (begins_digit(*rest));
	*rest = behind;
	return ends_word(behind);
}

/* As people say a number that is written in one go: 0912 345 678, 1900 1234. */
static void part_phone(struct phone *phone)
{
	struct str rest = phone->groups[0];
	size_t head = rest.n % 3 == 0 ? 3 : 4, tail = rest.n == SERVICE_MIN ? 4 : 3;

	if (phone->n != 1 || rest.n < SERVICE_MIN)
		return;
	phone->n = 0;
	while (rest.n) {
		phone->groups[phone->n] = str_head(rest, phone->n ? tail : head);
		rest = str_from(rest, phone->groups[phone->n++].n);
	}
}

static bool done_phone(struct speaker *s, struct phone *phone, bool plus, struct str rest)
{
	struct buf w = {.arena = s->a};

	part_phone(phone);
	if (plus)
		say(&w, "cộng");
	for (size_t i = 0; i < phone->n; i++) {
		if (i)
			buf_byte(&w, ',');
		say_digits(&w, phone->groups[i]);
	}
	return done(s, &w, rest);
}

static bool is_service_number(const struct phone *phone)
{
	struct str head = phone->groups[0];

	return (str_starts(head, STR("1900")) || str_starts(head, STR("1800"))) &&
	       phone->digits >= SERVICE_MIN && phone->digits <= SERVICE_MAX;
}

static bool is_behind_phone_word(const struct speaker *s)
{
	return is_behind(s, "điện", "thoại") || is_behind(s, "tổng", "đài") ||
	       is_behind(s, "dây", "nóng") || is_behind(s, "số", "máy") ||
	       is_behind(s, NULL, "hotline") || is_behind(s, NULL, "đt") ||
	       is_behind(s, NULL, "sđt");
}

static bool is_phone(const struct speaker *s, const struct phone *phone)
{
	if (phone->groups[0].p[0] == '0')
		return phone->digits >= PHONE_MIN && phone->digits <= PHONE_MAX;
	if (is_service_number(phone) && (phone->n > 1 || is_behind_phone_word(s)))
		return true;
	return is_behind_phone_word(s) && phone->n == 1 && phone->digits >= SHORT_MIN &&
	       phone->digits <= SHORT_MAX;
}

static bool read_phone(struct speaker *s)
{
	struct phone phone = {0};
	struct str rest = s->rest;

	if (!take_phone(&rest, &phone) || !is_phone(s, &phone))
		return false;
	return done_phone(s, &phone, false, rest);
}

/* +84 24 3825 3531 */
static bool read_international_phone(struct speaker *s)
{
	struct phone phone = {0};
	struct str rest = s->rest;

	if (!take(&rest, "+84") || (!begins_digit(rest) && !take(&rest, " ")) ||
	    !begins_digit(rest))
		return false;
	rest = str_from(s->rest, 1);
	if (!take_phone(&rest, &phone) || phone.digits < PHONE_MIN)
		return false;
	return done_phone(s, &phone, true, rest);
}

/* The short numbers that are called from everywhere. */
static bool read_emergency_number(struct speaker *s)
{
	static const char *const numbers[] = {"111", "112",  "113",  "114",
					      "115", "1022", "1080", NULL};
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, digits = take_digits(&rest);

	if (!is_one_of(digits, numbers) || !ends_word(rest) ||
	    !(is_behind(s, NULL, "gọi") || is_behind(s, NULL, "cứu")))
		return false;
	say_digits(&w, digits);
	return done(s, &w, rest);
}

/* --- numbers --- */

struct number {
	struct str whole, fraction;
};

static bool take_thousands(struct str *rest, struct buf *digits)
{
	struct str from = *rest, group;

	if (!take(&from, "."))
		return false;
	group = take_digits(&from);
	if (group.n != 3)
		return false;
	buf_add(digits, group);
	*rest = from;
	return true;
}

static struct str take_decimals(struct str *rest)
{
	struct str from = *rest, digits;

	if (!take(&from, ",") || !begins_digit(from))
		return (struct str){0};
	digits = take_digits(&from);
	if (str_starts(from, STR(",")) && begins_digit(str_from(from, 1)))
		return (struct str){0};
	*rest = from;
	return digits;
}

/* 5.000,5; but 1,2,3 are three numbers */
static bool take_number(const struct speaker *s, struct str *rest, struct number *n)
{
	bool in_list = rest->p > s->text.p && rest->p[-1] == ',';
	struct str from = *rest, first = take_digits(&from);
	struct buf digits = {.arena = s->a};

	if (!first.n)
		return false;
	buf_add(&digits, first);
	while (first.n <= 3 && first.p[0] != '0' && take_thousands(&from, &digits)) {
	}
	if (str_starts(from, STR(".")) && begins_digit(str_from(from, 1)))
		return false; /* 1.5.2 */
	n->whole = buf_str(&digits);
	if (!in_list)
		n->fraction = take_decimals(&from);
	*rest = from;
	return true;
}

static void say_whole(struct speaker *s, struct buf *w, const struct number *n)
{
	say_number(w, n->whole, s->o);
	if (n->fraction.n) {
		say(w, "phẩy");
		say_fraction(w, n->fraction, s->o);
	}
}

/* m², and what stands under a stroke: mg/kg. */
static void say_units(struct buf *w, struct str *rest)
{
	struct str from = *rest;
	const char *unit;
	size_t n;

	take_spaces(&from);
	unit = unit_find(from, &n);
	if (!unit)
		return;
	say(w, unit);
	*rest = from = str_from(from, n);
	unit = take(&from, "/") ? unit_find(from, &n) : NULL;
	if (!unit)
		return;
	say(w, "trên");
	say(w, unit);
	*rest = str_from(from, n);
}

/* 80 × 180 */
static bool take_times(struct str *rest)
{
	struct str from = *rest;

	take_spaces(&from);
	if (!take(&from, "×") && !take(&from, "x"))
		return false;
	take_spaces(&from);
	if (!begins_digit(from))
		return false;
	*rest = from;
	return true;
}

static void say_quantity(struct speaker *s, struct buf *w, const struct number *first,
			 struct str *rest)
{
	struct number next;

	say_whole(s, w, first);
	while (take_times(rest) && take_number(s, rest, &next)) {
		say(w, "nhân");
		say_whole(s, w, &next);
	}
	say_units(w, rest);
}

static bool read_number(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest;
	struct number n = {0};

	if (!take_number(s, &rest, &n))
		return false;
	if (str_eq_z(s->last, "thứ") && str_eq_z(n.whole, "4"))
		say(&w, "tư");
	else if (str_eq_z(s->last, "thứ") && str_eq_z(n.whole, "1"))
		say(&w, "nhất");
	else
		say_quantity(s, &w, &n, &rest);
	return done(s, &w, rest);
}

/* Several numbers with dots between them: versions, codes. */
static bool read_dotted(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest;

	say_number(&w, take_digits(&rest), s->o);
	while (str_starts(rest, STR(".")) && begins_digit(str_from(rest, 1))) {
		rest = str_from(rest, 1);
		say(&w, "chấm");
		say_number(&w, take_digits(&rest), s->o);
	}
	return done(s, &w, rest);
}

/* "trên" for what is counted or measured (3/50, 120/80, 02/9), else a fraction. */
static bool is_fraction(struct str above, struct str below)
{
	int x = 0, y = 0;

	return above.p[0] != '0' && take_short(&above, 1, &x) &&
	       take_short(&below, DAY_DIGITS, &y) && x && x < y && y <= TENTHS_MAX;
}

static bool read_pair(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, from = s->rest;
	struct number above = {0}, below = {0};

	if (!take_number(s, &rest, &above) || !take(&rest, "/") ||
	    !take_number(s, &rest, &below))
		return false;
	if (str_starts(rest, STR("/")) || above.fraction.n || !ends_word(rest))
		return false;
	say_whole(s, &w, &above);
	say(&w, is_fraction(take_digits(&from), below.whole) ? "phần" : "trên");
	if (is_fraction(above.whole, below.whole) && str_eq_z(below.whole, "4"))
		say(&w, "tư");
	else
		say_whole(s, &w, &below);
	say_units(&w, &rest);
	return done(s, &w, rest);
}

/* ISO 9001:2015 */
static bool read_edition(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, number = take_digits(&rest);
	int year = 0;

	if (number.n > SHORT_MAX || !take(&rest, ":") || !take_year(&rest, &year) ||
	    !ends_word(rest))
		return false;
	say_number(&w, number, s->o);
	say(&w, "phiên bản");
	say_year(s, &w, year);
	return done(s, &w, rest);
}

/* Between two of a kind: 5 - 7, 15/9 – 14/10, 7:30–11:30. */
static void read_range(struct speaker *s)
{
	struct str rest = s->rest;

	s->in_range = false;
	take_spaces(&rest);
	if (!take_dash(&rest))
		return;
	take_spaces(&rest);
	if (!begins_digit(rest))
		return;
	put(s, STR("đến"));
	buf_byte(&s->out, ' ');
	s->rest = rest;
	s->in_range = true;
}

/* --- words --- */

static int roman_digit(char c)
{
	return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
}

/* 1 to ROMAN_MAX, or 0 */
static int roman_value(struct str word)
{
	int n = 0;

	for (size_t i = 0; i < word.n; i++) {
		int digit = roman_digit(word.p[i]);
		int next = i + 1 < word.n ? roman_digit(word.p[i + 1]) : 0;

		if (!digit || n > ROMAN_MAX)
			return 0;
		n += digit < next ? -digit : digit;
	}
	return n <= ROMAN_MAX ? n : 0;
}

/* quý IV, quý IV/2025, chương II */
static bool read_roman(struct speaker *s)
{
	static const char *const words[] = {"quý", "chương", "mục",  "phần", "khóa", "hạng",
					    "thứ", "hội",    "loại", "cấp",  "tập",  "lục",
					    "kỷ",  "tuyến",  "bậc",  "vùng", "đoạn", NULL};
	struct buf w = {.arena = s->a};
	struct str word = word_of(s->rest), rest = str_from(s->rest, word.n), behind = rest;
	int n, year = 0;

	n = is_one_of(s->last, words) && ends_word(rest) ? roman_value(word) : 0;
	if (n <= 0)
		return false;
	if (str_eq_z(s->last, "thứ") && n == 1)
		say(&w, "nhất");
	else
		say_int(s, &w, n);
	if (take(&rest, "/") && take_year(&rest, &year))
		say_year(s, &w, year);
	else
		rest = behind;
	return done(s, &w, rest);
}

static void remember(struct speaker *s, struct str word)
{
	s->before = s->last;
	s->last = viet_lower(s->a, word);
}

static bool read_short_form(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	size_t n;
	const struct spoken_word *row = spoken_find(s->rest, &n);
	struct str rest = str_from(s->rest, n);

	if (!row)
		return false;
	say(&w, row->spoken);
	remember(s, str_head(s->rest, n));
	if (str_ends(str_of(row->written), STR(".")))
		take_spaces(&rest);
	done(s, &w, rest);
	if (rest.p > s->text.p && rest.p[-1] == ' ')
		buf_byte(&s->out, ' ');
	return true;
}

static struct str token_of(struct str rest)
{
	struct str from = rest;

	while (rest.n && !ends_word(rest))
		utf8_take(&rest);
	return str_head(from, from.n - rest.n);
}

/* Letters with a tone or a hat make a word, whatever its case; Đ and Ư do not. */
static bool is_plain(struct str token)
{
	while (token.n) {
		uint32_t c = utf8_take(&token);

		if (c > 0x7F && c != 0x110 && c != 0x1AF)
			return false;
	}
	return true;
}

static bool read_capitals(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str token = token_of(s->rest);
	size_t n = utf8_count(token);

	if (s->in_capitals || n < 2 || n > SPELLED_MAX || !viet_is_all_capitals(token) ||
	    !is_plain(token))
		return false;
	say_letters(&w, token, s->o);
	remember(s, token);
	return done(s, &w, str_from(s->rest, token.n));
}

static bool read_word(struct speaker *s)
{
	struct str word = word_of(s->rest);
	struct buf w = {.arena = s->a};

	if (!word.n)
		return false;
	buf_add(&w, word);
	remember(s, word);
	if (ends_in_word(&s->out))
		buf_byte(&s->out, ' ');
	buf_add(&s->out, word);
	s->rest = str_from(s->rest, word.n);
	s->was_date = false;
	return true;
}

/* Up to the next space, without the full stop of the sentence. */
static struct str address_of(struct str rest)
{
	size_t n = 0;

	while (n < rest.n && n < ADDRESS_MAX && !strchr(" \n\t<>\"()", rest.p[n]))
		n++;
	while (n && strchr(".,;:!?", rest.p[n - 1]))
		n--;
	return str_head(rest, n);
}

static bool is_address(struct str s)
{
	static const struct str ends[] = {{".vn", 3}, {".com", 4}, {".org", 4}, {".net", 4}};
	struct str host = str_cut(s, '/', &(struct str){0});

	if (str_starts(s, STR("http://")) || str_starts(s, STR("https://")) ||
	    str_starts(s, STR("www.")))
		return true;
	for (size_t i = 0; i < COUNT(ends); i++)
		if (host.n > ends[i].n && str_ends(host, ends[i]))
			return true;
	return false;
}

/* benhvien.example.vn: the words with "chấm" between them, without the path. */
static bool read_address(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str address = address_of(s->rest), rest = str_from(s->rest, address.n), part;

	if (!is_address(address))
		return false;
	if (!take(&address, "https://"))
		take(&address, "http://");
	take(&address, "www.");
	address = str_cut(address, '/', &part);
	while (address.n) {
		struct str user = str_cut(str_cut(address, '.', &(struct str){0}), '@', &part);
		bool at = part.n > 0;

		say_str(&w, str_eq_z(user, "vn") ? STR("vê-nờ") : user);
		address = str_from(address, user.n);
		if (address.n)
			say(&w, at ? "a còng" : "chấm");
		address = str_from(address, 1);
	}
	return done(s, &w, rest);
}

/* --- signs --- */

static bool begins_so(struct str rest, const char *what)
{
	return str_starts(rest, str_of(what));
}

/* "bảo hiểm y tế (BHYT)": the second time is for the eye. */
static bool repeats_full_form(struct speaker *s, struct str inside)
{
	struct str full = speak_full_form(inside), said = buf_str(&s->out);

	said = str_trim(said);
	if (!full.n || said.n < full.n)
		return false;
	return str_eq(viet_lower(s->a, str_from(said, said.n - full.n)),
		      viet_lower(s->a, full));
}

static bool read_bracket(struct speaker *s)
{
	struct str inside, behind, rest = s->rest;

	if (!take(&rest, "("))
		return false;
	inside = str_cut(str_head(rest, BRACKET_MAX), ')', &behind);
	if (inside.n == str_head(rest, BRACKET_MAX).n || !repeats_full_form(s, inside))
		return false;
	while (s->out.n && s->out.p[s->out.n - 1] == ' ')
		s->out.n--;
	s->rest = str_from(rest, inside.n + 1);
	return true;
}

/* A minus is a hyphen right before a digit, with nothing but a space before it. */
static bool read_minus(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest;
	bool behind_space = rest.p == s->text.p || strchr(" \n(", rest.p[-1]);

	if (!behind_space || (!take(&rest, "-") && !take(&rest, "\u2212")) ||
	    !begins_digit(rest))
		return false;
	say(&w, "âm");
	done(s, &w, rest);
	buf_byte(&s->out, ' ');
	return true;
}

/* A stroke between words: "đồng/lượt" for each, "ông/bà" both, else one of them. */
static bool read_stroke(struct speaker *s)
{
	static const char *const each[] = {"ngày", "tuần",  "tháng",  "quý",   "năm", "giờ",
					   "phút", "lượt",  "lần",    "người", "ca",  "bộ",
					   "bản",  "trang", "giường", "bệnh",  NULL};
	struct str rest = s->rest, word;

	if (!take(&rest, "/") || !ends_in_word(&s->out))
		return false;
	word = word_of(rest);
	if (!word.n)
		return false;
	if (is_one_of(word, each))
		put(s, STR("mỗi"));
	else if (!str_eq_z(word, "hoặc") && !str_eq_z(s->last, "ông") &&
		 !str_eq_z(s->last, "anh"))
		put(s, STR("hoặc"));
	buf_byte(&s->out, ' ');
	s->rest = rest;
	return true;
}

/* Signs that are words, and those that nobody reads. */
static bool read_sign(struct speaker *s)
{
	static const struct {
		const char *sign, *spoken;
	} signs[] = {
		{"&", "và"},     {"%", "phần trăm"}, {"≥", "từ"},       {"≤", "không quá"},
		{"<", "dưới"},   {">", "trên"},      {"=", "bằng"},     {"~", "khoảng"},
		{"≈", "khoảng"}, {"№", "số"},        {"±", "cộng trừ"}, {"+", "cộng"},
		{"→", ","},      {"•", ""},          {"*", ""},         {"\u200B", ""},
		{"\u00AD", ""},  {"\u00A0", " "},
	};
	struct buf w = {.arena = s->a};

	for (size_t i = 0; i < COUNT(signs); i++) {
		if (!begins_so(s->rest, signs[i].sign))
			continue;
		s->rest = str_from(s->rest, strlen(signs[i].sign));
		if (!is_letter((unsigned char)signs[i].spoken[0]) &&
		    (unsigned char)signs[i].spoken[0] < 0x80) {
			buf_add_z(&s->out, signs[i].spoken);
			return true;
		}
		say(&w, signs[i].spoken);
		put(s, buf_str(&w));
		if (s->rest.n && !ends_word(s->rest))
			buf_byte(&s->out, ' ');
		return true;
	}
	return false;
}

/* --- documents --- */

static size_t offset(const struct speaker *s)
{
	return s->text.n - s->rest.n;
}

/* Only those with a symbol; the codes of procedures are read as they stand. */
static void find_document(struct speaker *s)
{
	size_t from = offset(s);

	do {
		s->has_document = docnum_find(s->a, s->text, from, &s->document);
		from = s->document.to;
	} while (s->has_document && s->document.form != DOCNUM_STATE &&
		 s->document.form != DOCNUM_PARTY);
}

static bool is_at_document(struct speaker *s)
{
	if (s->has_document && s->document.start < offset(s))
		find_document(s);
	return s->has_document && s->document.start == offset(s);
}

static void read_document(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	bool named = s->document.start == s->document.from && str_eq_z(s->last, "số");

	say_document(&w, &s->document, s->text, named, s->o);
	done(s, &w, str_from(s->text, s->document.end));
	s->last = s->before = (struct str){0};
}

/* --- all of it --- */

static rule_fn *const number_rules[] = {
	read_iso_date, read_date,   read_phone,  read_emergency_number, read_month_or_quarter,
	read_clock,    read_hour,   read_minute, read_day_and_month,    read_edition,
	read_pair,     read_number, read_dotted,
};

static rule_fn *const word_rules[] = {
	read_address, read_roman, read_short_form, read_capitals, read_word,
};

static rule_fn *const sign_rules[] = {
	read_bracket, read_minus, read_international_phone, read_stroke, read_sign,
};

static bool apply(struct speaker *s, rule_fn *const *rules, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rules[i](s))
			return true;
	return false;
}

static void copy_character(struct speaker *s)
{
	struct str from = s->rest;

	utf8_take(&s->rest);
	buf_add(&s->out, str_head(from, from.n - s->rest.n));
}

static void begin_line(struct speaker *s)
{
	struct str line = str_cut(s->rest, '\n', &(struct str){0});

	s->in_capitals = viet_is_all_capitals(line) && str_has(str_trim(line), ' ');
	s->last = s->before = (struct str){0};
	s->in_range = s->was_date = false;
}

static void read_next(struct speaker *s)
{
	struct str next = s->rest;

	if (s->rest.p == s->text.p || s->rest.p[-1] == '\n')
		begin_line(s);
	if (is_at_document(s)) {
		read_document(s);
	} else if (begins_digit(s->rest)) {
		apply(s, number_rules, COUNT(number_rules));
		read_range(s);
	} else if (is_letter(utf8_take(&next))) {
		apply(s, word_rules, COUNT(word_rules));
	} else if (!apply(s, sign_rules, COUNT(sign_rules))) {
		copy_character(s);
	}
}

struct str speak_text(struct arena *a, struct str text, const struct speak_options *o)
{
	struct speaker s = {.a = a, .o = o, .text = text, .rest = text, .out = {.arena = a}};

	find_document(&s);
	while (s.rest.n)
		read_next(&s);
	return buf_str(&s.out);
}

size_t speak_syllables(struct str spoken)
{
	size_t n = 0;
	bool in_word = false;

	while (spoken.n) {
		bool letter = is_letter(utf8_take(&spoken));

		n += letter && !in_word;
		in_word = letter;
	}
	return n;
}

int64_t speak_seconds(size_t syllables, const struct speak_options *o)
{
	int64_t rate = o->rate > 0 ? o->rate : SPEAK_RATE;

	return ((int64_t)syllables * SECONDS_A_MINUTE + rate - 1) / rate;
}
