#include "text/autolink.h"

#include <strings.h>

static bool is_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_alphanumeric(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9');
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Letters of any alphabet may stand in a name of a host. */
static bool is_host_char(char c)
{
	return is_alphanumeric(c) || (unsigned char)c >= 0x80;
}

/* The end of the host name that begins at from. *good: no '_' in its last two parts,
 * and at least `dots` dots. */
static size_t host_end(struct str s, size_t from, size_t dots, bool *good)
{
	size_t here = 0, before = 0, i;

	for (i = from; i < s.n; i++) {
		if (s.p[i] == '.') {
			before = here;
			here = 0;
			dots -= dots > 0;
		} else if (s.p[i] == '_') {
			here++;
		} else if (s.p[i] != '-' && !is_host_char(s.p[i])) {
			break;
		}
	}
	*good = i > from && is_host_char(s.p[from]) && !here && !before && !dots;
	return i;
}

/* "&amp;" at the end of a link is an entity behind it; a ';' alone a semicolon. */
static size_t before_entity(struct str s, size_t from, size_t to)
{
	size_t i = to - 1;

	while (i > from && is_letter(s.p[i - 1]))
		i--;
	return i > from && i < to - 1 && s.p[i - 1] == '&' ? i - 1 : to - 1;
}

static bool ends_in(struct str s, const char *const *signs)
{
	for (; *signs; signs++) {
		if (str_ends(s, str_of(*signs)))
			return true;
	}
	return false;
}

static size_t previous_character(struct str s, size_t to)
{
	do
		to--;
	while (to && ((unsigned char)s.p[to] & 0xc0) == 0x80);
	return to;
}

/* Where the link that reaches to `to` ends without the punctuation behind it. */
static size_t without_punctuation(struct str s, size_t from, size_t to)
{
	static const char *const quotes[] = {"”", "’", "»", "…", NULL};
	size_t open = 0, close = 0;

	for (size_t i = from; i < to; i++) {
		open += s.p[i] == '(';
		close += s.p[i] == ')';
	}
	while (to > from) {
		char c = s.p[to - 1];

		if (c == ';')
			to = before_entity(s, from, to);
		else if (c == ')' && close > open)
			to--, close--;
		else if (c && strchr("?!.,:*_~'\"&", c))
			to--;
		else if (ends_in((struct str){s.p + from, to - from}, quotes))
			to = previous_character(s, to);
		else
			break;
	}
	return to;
}

/* A link whose host begins at `host`: up to the next space or '<'. */
static bool take_url(struct str s, size_t host, size_t dots, struct autolink *link,
		     size_t *skip)
{
	bool good;
	size_t i = host_end(s, host, dots, &good);

	*skip = i;
	if (!good)
		return false;
	while (i < s.n && !is_space(s.p[i]) && s.p[i] != '<')
		i++;
	link->to = without_punctuation(s, link->from, i);
	return link->to > host;
}

static bool take_www(struct str s, size_t at, struct autolink *link, size_t *skip)
{
	static const char *const quotes[] = {"“", "‘", "«", NULL};

	if (!str_starts(str_from(s, at), STR("www.")))
		return false;
	if (at && !is_space(s.p[at - 1]) && !strchr("*_~(", s.p[at - 1]) &&
	    !ends_in(str_head(s, at), quotes))
		return false;
	if (at + 4 == s.n || !is_host_char(s.p[at + 4]))
		return false;
	*link = (struct autolink){.from = at, .before = "http://"};
	return take_url(s, at, 1, link, skip);
}

/* at is the ':' of "://". */
static bool take_http(struct str s, size_t at, size_t from, struct autolink *link, size_t *skip)
{
	size_t start = at;

	if (!str_starts(str_from(s, at), STR("://")))
		return false;
	while (start > from && is_letter(s.p[start - 1]))
		start--;
	if (!(at - start == 4 && strncasecmp(s.p + start, "http", 4) == 0) &&
	    !(at - start == 5 && strncasecmp(s.p + start, "https", 5) == 0))
		return false;
	*link = (struct autolink){.from = start, .before = ""};
	return take_url(s, at + 3, 0, link, skip);
}

static bool is_mailbox_char(char c)
{
	return is_alphanumeric(c) || (c && strchr(".+-_", c));
}

/* The end of the address whose '@' is at `at`; a second '@' makes it none. */
static size_t mail_host_end(struct str s, size_t at, bool *good)
{
	size_t dots = 0, i = at + 1;

	for (; i < s.n; i++) {
		if (s.p[i] == '.' && i + 1 < s.n && is_alphanumeric(s.p[i + 1]))
			dots++;
		else if (!is_alphanumeric(s.p[i]) && s.p[i] != '-' && s.p[i] != '_')
			break;
	}
	*good = dots && (i == s.n || s.p[i] != '@') && is_letter(s.p[i - 1]);
	return i;
}

static bool take_mail(struct str s, size_t at, size_t from, struct autolink *link, size_t *skip)
{
	size_t start = at;
	bool good;

	while (start > from && is_mailbox_char(s.p[start - 1]))
		start--;
	*link = (struct autolink){.from = start, .before = "mailto:"};
	link->to = mail_host_end(s, at, &good);
	*skip = at + 1;
	return start < at && good;
}

bool autolink_possible(struct str text)
{
	return str_has(text, '@') || str_holds(text, STR("://")) ||
	       str_holds(text, STR("www."));
}

bool autolink_find(struct str text, size_t from, struct autolink *link)
{
	for (size_t i = from; i < text.n; i++) {
		size_t skip = i;
		bool found = false;

		if (text.p[i] == 'w')
			found = take_www(text, i, link, &skip);
		else if (text.p[i] == ':')
			found = take_http(text, i, from, link, &skip);
		else if (text.p[i] == '@')
			found = take_mail(text, i, from, link, &skip);
		if (found)
			return true;
		if (skip > i)
			i = skip - 1;
	}
	return false;
}
