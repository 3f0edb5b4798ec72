/* Hand-written descent: each function reads one form at a place in the text and gives the
 * place behind it, or 0 when the form is not there. */
#include "viet/when.h"

#include "viet/docnum_parts.h"
#include "viet/letters.h"
#include "viet/period.h"

enum {
	GAP_MAX = 3,    /* spaces between two words of a date */
	BLANK_MAX = 20, /* characters that stand for a day or month not filled in */
	YEAR_MIN = 1900,
	YEAR_MAX = 2199,
	RELATIONS_MAX = 3, /* "chậm nhất" "trước" */
};

enum relation {
	RELATION_NONE,
	RELATION_BEFORE,
	RELATION_BY,
	RELATION_SO_FAR, /* a count up to that day, and no deadline */
};

struct scan {
	struct str s;
	int year; /* of dates without one; 0: there are none */
};

static const struct {
	const char *words;
	enum relation relation;
} relations[] = {
	{"trước", RELATION_BEFORE}, {"chậm nhất là", RELATION_BY},
	{"chậm nhất", RELATION_BY}, {"muộn nhất là", RELATION_BY},
	{"muộn nhất", RELATION_BY}, {"hạn cuối là", RELATION_BY},
	{"hạn cuối", RELATION_BY},  {"hạn chót là", RELATION_BY},
	{"hạn chót", RELATION_BY},  {"hạn nộp", RELATION_BY},
	{"không quá", RELATION_BY}, {"tính đến", RELATION_SO_FAR},
	{"đến hết", RELATION_BY},   {"đến cuối", RELATION_BY},
	{"đến", RELATION_BY},       {"hết", RELATION_BY},
	{"vào cuối", RELATION_BY},  {"vào", RELATION_BY},
	{"trong", RELATION_BY},
};

static size_t gap(struct str s, size_t at)
{
	return docnum_skip_spaces(s, at, GAP_MAX);
}

/* These words, in any case and with any spaces between them, up to where a word ends. */
static size_t skip_words(struct str s, size_t at, const char *words)
{
	struct str rest = str_of(words);

	while (rest.n) {
		struct str word = str_cut(rest, ' ', &rest);

		if (s.n < at + word.n || !letters_same((struct str){s.p + at, word.n}, word) ||
		    letters_word_at(s, at + word.n))
			return 0;
		at += word.n;
		if (rest.n && gap(s, at) == at)
			return 0;
		if (rest.n)
			at = gap(s, at);
	}
	return at;
}

/* The same where the words may be missing: behind them and the spaces that follow. */
static size_t skip_if(struct str s, size_t at, const char *words)
{
	size_t end = skip_words(s, at, words);

	return end ? gap(s, end) : at;
}

static bool is_digit_at(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* One to max digits, and no further one behind them. */
static size_t take_number(struct str s, size_t at, size_t max, int *n)
{
	size_t end = docnum_skip_digits(s, at, max);

	if (end == at || is_digit_at(s, end))
		return 0;
	*n = 0;
	for (size_t i = at; i < end; i++)
		*n = *n * 10 + (s.p[i] - '0');
	return end;
}

static size_t take_year(struct str s, size_t at, int *year)
{
	size_t end = take_number(s, at, 4, year);

	return end && *year >= YEAR_MIN && *year <= YEAR_MAX ? end : 0;
}

/* Does a row of figures go on: 15/6/2021/QĐ, 10.10.2025.1, 15/6/2021-3? */
static bool goes_on(struct str s, size_t at)
{
	if (at >= s.n)
		return false;
	if (s.p[at] == '/')
		return letters_word_at(s, at + 1);
	return (s.p[at] == '.' || s.p[at] == '-' || s.p[at] == ',') && is_digit_at(s, at + 1);
}

/* Was it going on before: 1/12/02/2021, 0.30.9.2025? */
static bool comes_from(struct str s, size_t at)
{
	if (!at)
		return false;
	return (at > 1 && strchr("/.,-", s.p[at - 1]) && is_digit_at(s, at - 2)) ||
	       s.p[at - 1] == '/';
}

static bool is_lunar(struct str s, size_t at)
{
	at = gap(s, at);
	if (at < s.n && s.p[at] == '(')
		at++;
	return skip_words(s, at, "âm lịch") || skip_words(s, at, "âl");
}

static bool comes_back(struct str s, size_t at)
{
	at = gap(s, at);
	return skip_words(s, at, "hằng năm") || skip_words(s, at, "hàng năm") ||
	       skip_words(s, at, "mỗi năm");
}

static char separator_at(struct str s, size_t at)
{
	return at < s.n && s.p[at] && strchr("/.-", s.p[at]) ? s.p[at] : 0;
}

/* 28/8/2025: the same sign twice, the year with four digits. */
static size_t read_figures(struct str s, size_t at, struct date *d)
{
	int part, year;
	size_t day = take_number(s, at, 2, &part), month, end;
	char sign = separator_at(s, day);

	month = day && sign ? take_number(s, day + 1, 2, &part) : 0;
	if (!month || separator_at(s, month) != sign)
		return 0;
	end = take_year(s, month + 1, &year);
	if (!end || goes_on(s, end) || is_lunar(s, end))
		return 0;
	return date_parse_vietnamese((struct str){s.p + at, end - at}, d) ? end : 0;
}

/* Dots, underscores, brackets in the place of a number; spaces alone will do. */
static size_t skip_blank(struct str s, size_t at)
{
	for (int i = 0; i < BLANK_MAX && at < s.n; i++) {
		size_t space = docnum_space(s, at);

		if (space)
			at += space;
		else if (s.p[at] && strchr("._[]()?-", s.p[at]))
			at++;
		else if (str_starts(str_from(s, at), STR("…")))
			at += strlen("…");
		else
			break;
	}
	return at;
}

/* A number of at most two digits, or a blank, which is 0. */
static size_t take_part(struct str s, size_t at, int *n)
{
	size_t end = take_number(s, gap(s, at), 2, n);

	if (end)
		return end;
	*n = 0;
	return skip_blank(s, at);
}

/* Behind a month or quarter: "/2026", "-2026", "năm 2026", ", năm 2026"; or nothing, when
 * the year is known otherwise. */
static size_t read_year_behind(const struct scan *c, size_t at, int *year)
{
	struct str s = c->s;
	size_t end = 0, next = gap(s, at);

	if (separator_at(s, next))
		end = take_year(s, gap(s, next + 1), year);
	if (!end && next < s.n && s.p[next] == ',')
		next = gap(s, next + 1);
	if (!end && (next = skip_words(s, next, "năm")))
		end = take_year(s, gap(s, next), year);
	if (!end && c->year && !goes_on(s, at) && !comes_back(s, at)) {
		*year = c->year;
		end = at;
	}
	return end && !goes_on(s, end) && !is_lunar(s, end) ? end : 0;
}

/* tháng 3 năm 2026, tháng … năm 2026 */
static size_t read_month_or_blank(const struct scan *c, size_t at, struct date *d)
{
	int month, year;
	size_t end = skip_words(c->s, at, "tháng");

	end = end ? take_part(c->s, end, &month) : 0;
	end = end ? read_year_behind(c, end, &year) : 0;
	if (!end || month > 12)
		return 0;
	*d = date_of(year, month, 0);
	return end;
}

/* Behind "ngày": 28 tháng 8 năm 2025, or a blank for the day or both. */
static size_t read_words(const struct scan *c, size_t at, struct date *d)
{
	int day;
	size_t end = take_part(c->s, at, &day);

	end = read_month_or_blank(c, gap(c->s, end), d);
	if (!end || (day && (!d->month || !date_is_valid(d->year, d->month, day))))
		return 0;
	d->day = (int8_t)day;
	return end;
}

/* Behind "ngày", where the year is known otherwise: 15/6 */
static size_t read_short(const struct scan *c, size_t at, struct date *d)
{
	int day, month;
	size_t end = take_number(c->s, at, 2, &day);

	if (!end || !c->year || !separator_at(c->s, end))
		return 0;
	end = take_number(c->s, end + 1, 2, &month);
	if (!end || goes_on(c->s, end) || comes_back(c->s, end) || is_lunar(c->s, end) ||
	    !date_is_valid(c->year, month, day))
		return 0;
	*d = date_of(c->year, month, day);
	return end;
}

static size_t read_day(const struct scan *c, size_t at, struct date *d)
{
	size_t named = skip_if(c->s, at, "ngày");
	size_t end = read_figures(c->s, named, d);

	if (!end && (named > at || is_digit_at(c->s, at)))
		end = read_words(c, named, d);
	if (!end && named > at)
		end = read_short(c, named, d);
	return end;
}

/* Where the number before `at` begins, or `at`. */
static size_t back_number(struct str s, size_t at)
{
	size_t end = docnum_back_spaces(s, at, GAP_MAX), start = end;

	while (start && is_digit_at(s, start - 1))
		start--;
	return start < end ? start : at;
}

static bool is_behind(struct str s, size_t at, const char *word)
{
	size_t end = docnum_back_spaces(s, at, GAP_MAX), n = strlen(word);

	return end >= n && letters_same((struct str){s.p + end - n, n}, str_of(word)) &&
	       !letters_word_before(s, end - n);
}

/* The month of a day, or the year of a month or quarter, that could not be read: "ngày 32
 * tháng 1 năm 2026" is not January. */
static bool is_rest_of_date(struct str s, size_t at, const char *word)
{
	size_t number = back_number(s, at);

	return number < at && (!word || is_behind(s, number, word));
}

static size_t read_year(struct str s, size_t at, struct date *d)
{
	int year;
	size_t end = skip_words(s, at, "năm");

	end = end && gap(s, end) > end ? take_year(s, gap(s, end), &year) : 0;
	if (!end || goes_on(s, end) || letters_word_at(s, end) ||
	    is_rest_of_date(s, at, "tháng") || is_rest_of_date(s, at, "quý"))
		return 0;
	*d = date_of(year, 0, 0);
	return end;
}

/* A day, month or year. */
static size_t read_date(const struct scan *c, size_t at, struct date *d)
{
	size_t end = read_day(c, at, d);

	if (!end && (end = read_month_or_blank(c, at, d)) != 0 &&
	    (!d->month || is_rest_of_date(c->s, at, NULL)))
		return 0; /* "tháng năm 2026" may be May */
	return end ? end : read_year(c->s, at, d);
}

/* The last day of what may be a month or a year. */
static struct date last_of(struct date d)
{
	struct date_range r;

	if (d.day || !period_range(d.month ? PERIOD_MONTH : PERIOD_YEAR, d.year,
				   d.month ? d.month : 1, WINDOW_CALENDAR, &r))
		return d;
	return r.last;
}

static struct date first_of(struct date d)
{
	return date_of(d.year, d.month ? d.month : 1, d.day ? d.day : 1);
}

static void set_range(struct when *w, struct date_range r)
{
	w->date = r.first;
	w->last = r.last;
}

/* I to IV, or 1 to 4. */
static size_t take_quarter(struct str s, size_t at, int *n)
{
	static const char *const romans[] = {"IV", "III", "II", "I"};
	static const int numbers[] = {4, 3, 2, 1};
	size_t end = take_number(s, at, 2, n);

	for (size_t i = 0; !end && i < COUNT(romans); i++) {
		end = skip_words(s, at, romans[i]);
		*n = numbers[i];
	}
	return end;
}

static size_t read_quarter(const struct scan *c, size_t at, struct when *w)
{
	struct date_range r;
	int n, year;
	size_t end = skip_words(c->s, at, "quý");

	if (!end)
		end = skip_words(c->s, at, "quí");
	end = end ? take_quarter(c->s, gap(c->s, end), &n) : 0;
	end = end ? read_year_behind(c, end, &year) : 0;
	if (!end || !period_range(PERIOD_QUARTER, year, n, WINDOW_CALENDAR, &r))
		return 0;
	set_range(w, r);
	return end;
}

static size_t take_count(struct str s, size_t at, int *n)
{
	static const char *const words[] = {"ba", "sáu", "chín"};
	size_t end = take_number(s, at, 2, n);

	for (size_t i = 0; !end && i < COUNT(words); i++) {
		end = skip_words(s, at, words[i]);
		*n = (int)i * 3 + 3;
	}
	return end;
}

/* The first or last n months of a year. */
static bool months_range(int year, int n, bool last, struct date_range *r)
{
	struct date_range all;

	if (n < 1 || n > 11 || !period_range(PERIOD_YEAR, year, 1, WINDOW_CALENDAR, &all))
		return false;
	r->first = last ? date_of(year, 13 - n, 1) : all.first;
	r->last = last ? all.last : last_of(date_of(year, n, 0));
	return true;
}

/* 6 tháng cuối năm 2025 */
static size_t read_months(const struct scan *c, size_t at, struct when *w)
{
	struct date_range r;
	int n, year;
	size_t end = take_count(c->s, at, &n), first;

	end = end ? skip_words(c->s, gap(c->s, end), "tháng") : 0;
	if (!end)
		return 0;
	first = skip_words(c->s, gap(c->s, end), "đầu");
	end = first ? first : skip_words(c->s, gap(c->s, end), "cuối");
	end = end ? skip_words(c->s, gap(c->s, end), "năm") : 0;
	if (!end)
		return 0;
	if ((at = take_year(c->s, gap(c->s, end), &year)) != 0)
		end = at;
	else
		year = c->year;
	if (!year || !months_range(year, n, !first, &r))
		return 0;
	set_range(w, r);
	return end;
}

/* A dash, or "đến", "tới", perhaps with "hết" behind. */
static size_t skip_to(struct str s, size_t at)
{
	size_t next = gap(s, at), end = docnum_hyphen(s, next);

	if (end)
		return gap(s, next + end);
	end = skip_words(s, next, "đến");
	if (!end)
		end = skip_words(s, next, "tới");
	return end ? skip_if(s, gap(s, end), "hết") : 0;
}

/* 2021 - 2025, 2021–2030, 2021 đến năm 2030 */
static size_t read_two_years(struct str s, size_t at, struct when *w)
{
	int first, last;
	size_t end = take_year(s, at, &first);

	end = end ? skip_to(s, end) : 0;
	end = end ? take_year(s, skip_if(s, end, "năm"), &last) : 0;
	if (!end || first >= last || first == YEAR_MIN || goes_on(s, end) ||
	    letters_word_at(s, end))
		return 0;
	w->date = date_of(first, 1, 1);
	w->last = date_of(last, 12, 31);
	return end;
}

static size_t read_years(struct str s, size_t at, struct when *w)
{
	static const char *const before[] = {"giai đoạn", "nhiệm kỳ", "từ năm", "năm"};
	size_t named = 0;

	for (size_t i = 0; !named && i < COUNT(before); i++)
		named = skip_words(s, at, before[i]);
	if (named)
		return read_two_years(s, gap(s, named), w);
	/* a school year runs over two halves */
	return is_behind(s, at, "năm học") ? 0 : read_two_years(s, at, w);
}

/* The first of two days has what the second one says: 15, 15/3, ngày 15 tháng 3, tháng 3. */
static size_t read_beginning(struct str s, size_t at, struct date end_date, struct date *d)
{
	const struct scan borrowed = {s, end_date.year};
	size_t named = skip_if(s, at, "ngày"), end;
	int day;

	if ((end = read_date(&borrowed, at, d)) != 0 ||
	    (end = read_short(&borrowed, named, d)) != 0)
		return end;
	end = take_number(s, named, 2, &day);
	if (!end || !end_date.day || !date_is_valid(end_date.year, end_date.month, day))
		return 0;
	*d = date_of(end_date.year, end_date.month, day);
	return end;
}

/* Where the first of two days ends, whatever it says: it is read again once the second one
 * is known. Every day and month of a year is one of a leap year in a month of 31 days. */
static size_t skip_beginning(struct str s, size_t at)
{
	struct date d;

	return read_beginning(s, at, date_of(2024, 1, 31), &d);
}

/* từ ngày 1/3 đến ngày 15/3/2025, 15-17/10/2026 */
static size_t read_span(const struct scan *c, size_t at, struct when *w)
{
	size_t from = skip_words(c->s, at, "từ"), end;
	struct date first, last;

	from = from ? gap(c->s, from) : at;
	end = skip_beginning(c->s, from);
	end = end ? skip_to(c->s, end) : 0;
	if (!end)
		return 0;
	end = read_date(c, end, &last);
	if (!end || !read_beginning(c->s, from, last, &first) ||
	    date_days(first) >= date_days(last_of(last)))
		return 0;
	w->date = first_of(first);
	w->last = last_of(last);
	return end;
}

/* Any date, without a word of relation before it. */
static size_t read_any(const struct scan *c, size_t at, struct when *w)
{
	size_t end = read_span(c, at, w);

	if (!end)
		end = read_quarter(c, at, w);
	if (!end)
		end = read_months(c, at, w);
	if (!end)
		end = read_years(c->s, at, w);
	return end ? end : read_date(c, at, &w->date);
}

static bool is_hour(int hour, int minute)
{
	return hour <= 23 && minute <= 59;
}

/* 17 giờ 00, 17h30, 17:00, 8 giờ; minutes may have their word. */
static size_t read_time(struct str s, size_t at, struct date *time)
{
	int hour, minute = 0;
	size_t end = take_number(s, at, 2, &hour), next;

	if (!end)
		return 0;
	if (end < s.n && (s.p[end] == 'h' || s.p[end] == 'H' || s.p[end] == ':'))
		end++;
	else if (!(end = skip_words(s, gap(s, end), "giờ")))
		return 0;
	next = take_number(s, gap(s, end), 2, &minute);
	if (next)
		end = next;
	if (!is_hour(hour, minute))
		return 0;
	next = skip_words(s, gap(s, end), "phút");
	time->hour = (int8_t)hour;
	time->minute = (int8_t)minute;
	time->has_time = true;
	return next ? next : end;
}

static size_t read_relation(struct str s, size_t at, enum relation *relation)
{
	for (size_t i = 0; i < COUNT(relations); i++) {
		size_t end = skip_words(s, at, relations[i].words);

		if (end && gap(s, end) > end) {
			*relation = relations[i].relation;
			return gap(s, end);
		}
	}
	return 0;
}

/* All words of relation; the last one decides, and gives its place behind. */
static size_t read_relations(struct str s, size_t at, enum relation *relation)
{
	*relation = RELATION_NONE;
	for (int i = 0; i < RELATIONS_MAX; i++) {
		size_t end = read_relation(s, at, relation);

		if (!end)
			break;
		at = end;
	}
	return at;
}

static struct date deadline_of(const struct when *w, enum relation relation, struct date time)
{
	struct date d = date_is_set(w->last) ? w->last : last_of(w->date);

	if (relation == RELATION_NONE || relation == RELATION_SO_FAR)
		return (struct date){0};
	if (relation == RELATION_BEFORE && !time.has_time)
		return date_from_days(date_days(first_of(w->date)) - 1);
	d.hour = time.hour;
	d.minute = time.minute;
	d.has_time = time.has_time;
	return d;
}

static size_t read_when(const struct scan *c, size_t at, struct when *w)
{
	enum relation relation;
	struct date time = {0};
	size_t begin = read_relations(c->s, at, &relation), end, behind;

	if (is_digit_at(c->s, at) && comes_from(c->s, at))
		return 0;
	behind = read_time(c->s, begin, &time);
	if (behind && skip_words(c->s, gap(c->s, behind), "ngày"))
		begin = gap(c->s, behind);
	else
		time = (struct date){0};
	end = read_any(c, begin, w);
	if (!end)
		return 0;
	w->deadline = deadline_of(w, relation, time);
	w->from = at;
	w->to = end;
	return end;
}

bool when_find(struct str text, size_t from, int year, struct when *found)
{
	const struct scan c = {text, year};

	for (size_t at = from; at < text.n; at++) {
		struct when w = {0};

		if (((unsigned char)text.p[at] & 0xC0) == 0x80 || !letters_word_at(text, at) ||
		    letters_word_before(text, at) || !read_when(&c, at, &w))
			continue;
		*found = w;
		return true;
	}
	return false;
}

bool when_parse(struct str s, int year, struct when *found)
{
	struct str trimmed = str_trim(s);
	size_t offset = s.n ? (size_t)(trimmed.p - s.p) : 0;
	struct when w;

	if (str_ends(trimmed, STR(".")))
		trimmed.n--;
	if (!when_find(trimmed, 0, year, &w) || w.from || w.to != trimmed.n)
		return false;
	w.from += offset;
	w.to += offset;
	*found = w;
	return true;
}

struct str when_edtf(struct arena *a, const struct when *w)
{
	if (!date_is_set(w->last))
		return date_iso(a, w->date);
	return str_concat(a, date_iso(a, w->date), STR("/"), date_iso(a, w->last));
}
