#include "text/webvtt.h"

struct reading {
	struct str rest;
	uint32_t line;      /* of what was taken last */
	int64_t begin, end; /* of the newest cue, in milliseconds */
	bool has_cues;
};

static struct str take_line(struct reading *r)
{
	struct str s = str_cut(r->rest, '\n', &r->rest);

	r->line++;
	if (str_ends(s, STR("\r")))
		s.n--;
	return s;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A number of n digits, or of at least two when n is 0. */
static bool take_number(struct str *s, size_t n, int64_t *number)
{
	size_t i = 0;

	*number = 0;
	for (; i < s->n && is_digit(s->p[i]) && i < 6; i++)
		*number = *number * 10 + (s->p[i] - '0');
	*s = str_from(*s, i);
	return n ? i == n : i >= 2;
}

static bool take_byte(struct str *s, char c)
{
	if (!s->n || s->p[0] != c)
		return false;
	*s = str_from(*s, 1);
	return true;
}

/* 00:01.500 or 01:00:01.500 */
static bool take_time(struct str *s, int64_t *time)
{
	int64_t parts[3] = {0}, thousandths;
	int n = 0;

	do {
		if (n == 3 || !take_number(s, n ? 2 : 0, &parts[n]))
			return false;
		n++;
	} while (take_byte(s, ':'));
	if (n < 2 || !take_byte(s, '.') || !take_number(s, 3, &thousandths))
		return false;
	if (n == 2 && parts[0] > 59)
		return false;
	*time = n == 2 ? parts[0] * 60 + parts[1] : (parts[0] * 60 + parts[1]) * 60 + parts[2];
	*time = *time * 1000 + thousandths;
	return parts[n - 1] < 60 && (n == 2 || parts[1] < 60);
}

static bool take_blanks(struct str *s)
{
	bool any = false;

	while (take_byte(s, ' ') || take_byte(s, '\t'))
		any = true;
	return any;
}

/* 00:01.500 --> 00:03.000 align:start */
static enum webvtt_mistake read_times(struct reading *r, struct str s)
{
	int64_t begin, end;
	bool ok = take_time(&s, &begin) && take_blanks(&s) && str_starts(s, STR("-->"));

	s = str_from(s, 3);
	if (!ok || !take_blanks(&s) || !take_time(&s, &end) || (s.n && !take_blanks(&s)))
		return WEBVTT_BAD_TIME;
	if (end <= begin)
		return WEBVTT_ENDS_FIRST;
	if (r->has_cues && begin < r->begin)
		return WEBVTT_BEGINS_EARLIER;
	r->begin = begin;
	r->end = end;
	r->has_cues = true;
	return WEBVTT_GOOD;
}

static void skip_block(struct reading *r)
{
	while (r->rest.n && take_line(r).n)
		;
}

static bool is_other_block(struct str line)
{
	return str_starts(line, STR("NOTE")) || str_eq_z(line, "STYLE") ||
	       str_eq_z(line, "REGION");
}

/* A cue from its first line on: a name, perhaps; its times; what is said. */
static enum webvtt_mistake read_cue(struct reading *r, struct str line)
{
	enum webvtt_mistake mistake;

	if (!str_holds(line, STR("-->")))
		line = take_line(r);
	mistake = read_times(r, line);
	if (mistake != WEBVTT_GOOD)
		return mistake;
	if (!str_trim(take_line(r)).n)
		return WEBVTT_EMPTY_CUE;
	skip_block(r);
	return WEBVTT_GOOD;
}

static bool is_head(struct str s)
{
	if (str_starts(s, STR("\xef\xbb\xbf")))
		s = str_from(s, 3);
	return str_eq_z(s, "WEBVTT") || str_starts(s, STR("WEBVTT ")) ||
	       str_starts(s, STR("WEBVTT\t"));
}

enum webvtt_mistake webvtt_check(struct str text, uint32_t *line)
{
	struct reading r = {.rest = text};
	enum webvtt_mistake mistake = is_head(take_line(&r)) ? WEBVTT_GOOD : WEBVTT_NO_HEAD;

	if (mistake == WEBVTT_GOOD)
		skip_block(&r);
	while (mistake == WEBVTT_GOOD && r.rest.n) {
		struct str first = take_line(&r);

		if (is_other_block(first))
			skip_block(&r);
		else if (str_trim(first).n)
			mistake = read_cue(&r, first);
	}
	*line = r.line;
	return mistake == WEBVTT_GOOD && !r.has_cues ? WEBVTT_NO_CUES : mistake;
}
