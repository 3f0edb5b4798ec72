/* Days, months, quarters and times of day. */
#include "base/date.h"
#include "viet/speaker.h"

enum {
	DAY_DIGITS = 2,
	HOUR_MAX = 24,
	MINUTE_MAX = 59,
	MONTHS = 12,
	WEEKDAYS = 7,
};

static void say_month(struct speaker *s, struct buf *w, int month)
{
	say(w, "tháng");
	if (month == 4)
		say(w, "tư");
	else
		speaker_say_int(s, w, month);
}

static bool is_named_day(const struct speaker *s)
{
	static const char *const names[] = {"ngày", "mùng", "mồng", "hôm", NULL};

	return text_is_one_of(s->last, names);
}

static bool done_date(struct speaker *s, const struct date *x, struct str rest)
{
	struct buf w = {.arena = s->a};

	if (!is_named_day(s) || s->in_range)
		say(&w, "ngày");
	speaker_say_int(s, &w, x->day);
	say_month(s, &w, x->month);
	if (x->year)
		speaker_say_year(s, &w, x->year);
	speaker_done(s, &w, rest);
	s->was_date = true;
	return true;
}

/* 07/9/2026 07-9-2026 07.9.2026 */
bool speaker_date(struct speaker *s)
{
	struct str rest = s->rest;
	int day = 0, month = 0, year = 0;
	struct date x;
	char sep;

	if (!text_take_short(&rest, DAY_DIGITS, &day) || !rest.n || !strchr("/.-", rest.p[0]))
		return false;
	sep = rest.p[0];
	rest = str_from(rest, 1);
	if (!text_take_short(&rest, DAY_DIGITS, &month) || !rest.n || rest.p[0] != sep)
		return false;
	rest = str_from(rest, 1);
	if (!text_take_year(&rest, &year) || !date_is_valid(year, month, day))
		return false;
	x = date_of(year, month, day);
	return done_date(s, &x, rest);
}

/* 2026-09-07 */
bool speaker_iso_date(struct speaker *s)
{
	struct str rest = s->rest;
	int day = 0, month = 0, year = 0;
	struct date x;

	if (!text_take_year(&rest, &year) || !text_take(&rest, "-") ||
	    !text_take_short(&rest, DAY_DIGITS, &month) || !text_take(&rest, "-") ||
	    !text_take_short(&rest, DAY_DIGITS, &day) || !date_is_valid(year, month, day))
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

	return is_named_day(s) || text_is_one_of(s->last, words) ||
	       str_eq_z(s->before, "thứ") || speaker_is_behind(s, "chủ", "nhật") ||
	       (s->in_range && s->was_date);
}

/* 12/12, 1/2, and 24/7 for "always" */
static bool is_pair(int day, int month)
{
	return day <= month || day <= MONTHS || (day == HOUR_MAX && month == WEEKDAYS);
}

/* 15/9 (30.9 and 30-9 behind "ngày"), unless it is a pair of numbers: 12/12, 1/2. */
bool speaker_day_and_month(struct speaker *s)
{
	const char *separators = is_named_day(s) ? "/.-" : "/";
	struct str rest = s->rest;
	int day = 0, month = 0;
	struct date x;

	if (!text_take_short(&rest, DAY_DIGITS, &day) || !rest.n ||
	    !strchr(separators, rest.p[0]))
		return false;
	rest = str_from(rest, 1);
	if (!text_take_short(&rest, DAY_DIGITS, &month) || !date_is_valid(2000, month, day))
		return false;
	if (str_starts(rest, STR("/")) || (!expects_day(s) && is_pair(day, month)))
		return false;
	x = date_of(0, month, day);
	return done_date(s, &x, rest);
}

/* Behind "tháng" and "quý": 9/2026, 4 năm 2025, 4. */
bool speaker_month_or_quarter(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	bool is_month = str_eq_z(s->last, "tháng");
	struct str rest = s->rest, behind;
	int n = 0, year = 0;

	if ((!is_month && !str_eq_z(s->last, "quý")) || !text_take_short(&rest, DAY_DIGITS, &n))
		return false;
	behind = rest;
	if (is_month && n == 4)
		say(&w, "tư");
	else
		speaker_say_int(s, &w, n);
	if ((text_take(&rest, "/") || text_take(&rest, "-")) && text_take_year(&rest, &year))
		speaker_say_year(s, &w, year);
	else
		rest = behind;
	return speaker_done(s, &w, rest);
}

/* Does a time end here, so that "7 giờ 30" has no "phút" behind it? Small letters behind
 * it are something that is counted, but for these. */
static bool ends_time(struct str rest)
{
	static const char *const words[] = {
		"ngày", "sáng", "trưa", "chiều", "tối",  "đêm",  "đến",   "và", "hoặc",
		"thứ",  "hôm",  "tại",  "các",   "hằng", "hàng", "mỗi",   "từ", "để",
		"là",   "cùng", "chủ",  "trước", "sau",  "thì",  "người", NULL};
	struct str word;

	text_take_spaces(&rest);
	word = text_word(rest);
	return !word.n || text_is_one_of(word, words);
}

static bool say_time(struct speaker *s, int hour, int minute, struct str rest)
{
	struct buf w = {.arena = s->a};

	speaker_say_int(s, &w, hour);
	say(&w, "giờ");
	if (minute) {
		speaker_say_int(s, &w, minute);
		say(&w, "phút");
	}
	return speaker_done(s, &w, rest);
}

static bool take_minute(struct str *rest, int *minute)
{
	struct str from = *rest;

	return text_take_short(rest, DAY_DIGITS, minute) && from.n - rest->n == DAY_DIGITS &&
	       *minute <= MINUTE_MAX && ends_word(*rest);
}

/* 13:30 */
bool speaker_clock(struct speaker *s)
{
	struct str rest = s->rest;
	int hour = 0, minute = 0;

	if (!text_take_short(&rest, DAY_DIGITS, &hour) || hour > HOUR_MAX ||
	    !text_take(&rest, ":") || !take_minute(&rest, &minute) ||
	    str_starts(rest, STR(":")))
		return false;
	return say_time(s, hour, minute, rest);
}

/* 7h30, 7h, 7g30 */
bool speaker_hour(struct speaker *s)
{
	struct str rest = s->rest;
	int hour = 0, minute = 0;
	bool is_h;

	if (!text_take_short(&rest, DAY_DIGITS, &hour) || hour > HOUR_MAX)
		return false;
	is_h = text_take(&rest, "h");
	if (!is_h && !text_take(&rest, "g"))
		return false;
	if (text_begins_digit(rest) ? !take_minute(&rest, &minute) : !is_h || !ends_word(rest))
		return false;
	return say_time(s, hour, minute, rest);
}

/* Behind "7 giờ": 30, and 00, of which nothing is said. */
bool speaker_minute(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest, behind;
	int minute = 0;

	if (!speaker_is_behind(s, NULL, "giờ") || !take_minute(&rest, &minute))
		return false;
	behind = rest;
	text_take_spaces(&behind);
	if (!minute && !str_eq_z(text_word(behind), "phút")) {
		while (s->out.n && s->out.p[s->out.n - 1] == ' ')
			s->out.n--;
		s->rest = rest;
		return true;
	}
	if (!ends_time(rest))
		return false;
	speaker_say_int(s, &w, minute);
	say(&w, "phút");
	return speaker_done(s, &w, rest);
}
