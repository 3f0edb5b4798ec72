/* Telephones, numbers with what they count, pairs and ranges. */
#include "viet/speaker.h"

enum {
	PHONE_GROUPS = 6, /* at most */
	PHONE_MIN = 9,    /* digits of a number with the zero before the area code */
	PHONE_MAX = 11,
	SERVICE_MIN = 8, /* 1900 1234 */
	SERVICE_MAX = 10,
	SHORT_MIN = 3, /* 115, 1022: behind "tổng đài" */
	SHORT_MAX = 5,
	TENTHS_MAX = 10, /* 3/10 is three tenths, 3/50 three of fifty */
	TENTHS_DIGITS = 2,
};

struct phone {
	struct str groups[PHONE_GROUPS];
	size_t n, digits;
};

/* Groups of digits with single spaces, dots or hyphens between them. */
static bool take_phone(struct str *rest, struct phone *phone)
{
	struct str behind;

	do {
		struct str digits = text_take_digits(rest);

		if (phone->n == PHONE_GROUPS || digits.n > PHONE_MAX)
			return false;
		phone->groups[phone->n++] = digits;
		phone->digits += digits.n;
		behind = *rest;
		if (!text_take(rest, ") ") && !text_take(rest, " ") && !text_take(rest, "."))
			text_take(rest, "-");
	} while (text_begins_digit(*rest));
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
	return speaker_done(s, &w, rest);
}

static bool is_service_number(const struct phone *phone)
{
	struct str head = phone->groups[0];

	return (str_starts(head, STR("1900")) || str_starts(head, STR("1800"))) &&
	       phone->digits >= SERVICE_MIN && phone->digits <= SERVICE_MAX;
}

static bool is_behind_phone_word(const struct speaker *s)
{
	return speaker_is_behind(s, "điện", "thoại") || speaker_is_behind(s, "tổng", "đài") ||
	       speaker_is_behind(s, "dây", "nóng") || speaker_is_behind(s, "số", "máy") ||
	       speaker_is_behind(s, NULL, "hotline") || speaker_is_behind(s, NULL, "đt") ||
	       speaker_is_behind(s, NULL, "sđt");
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

bool speaker_phone(struct speaker *s)
{
	struct phone phone = {0};
	struct str rest = s->rest;

	if (!take_phone(&rest, &phone) || !is_phone(s, &phone))
		return false;
	return done_phone(s, &phone, false, rest);
}

/* +84 24 3825 3531 */
bool speaker_international_phone(struct speaker *s)
{
	struct phone phone = {0};
	struct str rest = s->rest;

	if (!text_take(&rest, "+84") || (!text_begins_digit(rest) && !text_take(&rest, " ")) ||
	    !text_begins_digit(rest))
		return false;
	rest = str_from(s->rest, 1);
	if (!take_phone(&rest, &phone) || phone.digits < PHONE_MIN)
		return false;
	return done_phone(s, &phone, true, rest);
}

/* The short numbers that are called from everywhere. */
bool speaker_emergency_number(struct speaker *s)
{
	static const char *const numbers[] = {"111", "112",  "113",  "114",
					      "115", "1022", "1080", NULL};
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, digits = text_take_digits(&rest);

	if (!text_is_one_of(digits, numbers) || !ends_word(rest) ||
	    !(speaker_is_behind(s, NULL, "gọi") || speaker_is_behind(s, NULL, "cứu")))
		return false;
	say_digits(&w, digits);
	return speaker_done(s, &w, rest);
}

struct number {
	struct str whole, fraction;
};

static bool take_thousands(struct str *rest, struct buf *digits)
{
	struct str from = *rest, group;

	if (!text_take(&from, "."))
		return false;
	group = text_take_digits(&from);
	if (group.n != 3)
		return false;
	buf_add(digits, group);
	*rest = from;
	return true;
}

static struct str take_decimals(struct str *rest)
{
	struct str from = *rest, digits;

	if (!text_take(&from, ",") || !text_begins_digit(from))
		return (struct str){0};
	digits = text_take_digits(&from);
	if (str_starts(from, STR(",")) && text_begins_digit(str_from(from, 1)))
		return (struct str){0};
	*rest = from;
	return digits;
}

/* 5.000,5; but 1,2,3 are three numbers */
static bool take_number(const struct speaker *s, struct str *rest, struct number *n)
{
	bool in_list = rest->p > s->text.p && rest->p[-1] == ',';
	struct str from = *rest, first = text_take_digits(&from);
	struct buf digits = {.arena = s->a};

	if (!first.n)
		return false;
	buf_add(&digits, first);
	while (first.n <= 3 && first.p[0] != '0' && take_thousands(&from, &digits)) {
	}
	if (str_starts(from, STR(".")) && text_begins_digit(str_from(from, 1)))
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

	text_take_spaces(&from);
	unit = unit_find(from, &n);
	if (!unit)
		return;
	say(w, unit);
	*rest = from = str_from(from, n);
	unit = text_take(&from, "/") ? unit_find(from, &n) : NULL;
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

	text_take_spaces(&from);
	if (!text_take(&from, "×") && !text_take(&from, "x"))
		return false;
	text_take_spaces(&from);
	if (!text_begins_digit(from))
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

bool speaker_number(struct speaker *s)
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
	return speaker_done(s, &w, rest);
}

/* Several numbers with dots between them: versions, codes. */
bool speaker_dotted(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest;

	say_number(&w, text_take_digits(&rest), s->o);
	while (str_starts(rest, STR(".")) && text_begins_digit(str_from(rest, 1))) {
		rest = str_from(rest, 1);
		say(&w, "chấm");
		say_number(&w, text_take_digits(&rest), s->o);
	}
	return speaker_done(s, &w, rest);
}

/* "trên" for what is counted or measured (3/50, 120/80, 02/9), else a fraction. */
static bool is_fraction(struct str above, struct str below)
{
	int x = 0, y = 0;

	return above.p[0] != '0' && text_take_short(&above, 1, &x) &&
	       text_take_short(&below, TENTHS_DIGITS, &y) && x && x < y && y <= TENTHS_MAX;
}

bool speaker_pair(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, from = s->rest;
	struct number above = {0}, below = {0};

	if (!take_number(s, &rest, &above) || !text_take(&rest, "/") ||
	    !take_number(s, &rest, &below))
		return false;
	if (str_starts(rest, STR("/")) || above.fraction.n || !ends_word(rest))
		return false;
	say_whole(s, &w, &above);
	say(&w, is_fraction(text_take_digits(&from), below.whole) ? "phần" : "trên");
	if (is_fraction(above.whole, below.whole) && str_eq_z(below.whole, "4"))
		say(&w, "tư");
	else
		say_whole(s, &w, &below);
	say_units(&w, &rest);
	return speaker_done(s, &w, rest);
}

/* ISO 9001:2015 */
bool speaker_edition(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, number = text_take_digits(&rest);
	int year = 0;

	if (number.n > SHORT_MAX || !text_take(&rest, ":") || !text_take_year(&rest, &year) ||
	    !ends_word(rest))
		return false;
	say_number(&w, number, s->o);
	say(&w, "phiên bản");
	speaker_say_year(s, &w, year);
	return speaker_done(s, &w, rest);
}

/* Between two of a kind: 5 - 7, 15/9 – 14/10, 7:30–11:30. */
void speaker_range(struct speaker *s)
{
	struct str rest = s->rest;

	s->in_range = false;
	text_take_spaces(&rest);
	if (!text_take_dash(&rest))
		return;
	text_take_spaces(&rest);
	if (!text_begins_digit(rest))
		return;
	speaker_put(s, STR("đến"));
	buf_byte(&s->out, ' ');
	s->rest = rest;
	s->in_range = true;
}
