#include "text/html.h"

#include "base/path.h"
#include "base/utf8.h"
#include "data/value.h"

static const char *const entities[256] = {
	['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;",
};

void html_escape(struct buf *out, struct str s)
{
	size_t done = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *entity = entities[(unsigned char)s.p[i]];

		if (!entity)
			continue;
		buf_add(out, (struct str){s.p + done, i - done});
		buf_add_z(out, entity);
		done = i + 1;
	}
	buf_add(out, str_from(s, done));
}

/* The inside of the string that JSON has, so that there is one way to write them. */
static void escape_json(struct buf *out, struct str s)
{
	size_t from = out->n;

	json_put_string(out, s);
	out->n -= 2;
	memmove(out->p + from, out->p + from + 1, out->n - from);
}

enum escape escape_for(struct str path)
{
	static const struct {
		const char *extension;
		enum escape how;
	} known[] = {
		{"html", ESCAPE_HTML}, {"htm", ESCAPE_HTML},         {"xml", ESCAPE_HTML},
		{"svg", ESCAPE_HTML},  {"xhtml", ESCAPE_HTML},       {"json", ESCAPE_JSON},
		{"rss", ESCAPE_HTML},  {"webmanifest", ESCAPE_JSON}, {"atom", ESCAPE_HTML},
		{"js", ESCAPE_JSON},
	};
	struct str extension = path_extension(path);

	for (size_t i = 0; i < COUNT(known); i++) {
		if (str_eq_z(extension, known[i].extension))
			return known[i].how;
	}
	return ESCAPE_NONE;
}

void escape_put(struct buf *out, enum escape how, struct str s)
{
	switch (how) {
	case ESCAPE_NONE:
		buf_add(out, s);
		break;
	case ESCAPE_HTML:
		html_escape(out, s);
		break;
	case ESCAPE_JSON:
		escape_json(out, s);
		break;
	}
}

static size_t count_words(struct str text, bool *in_word)
{
	size_t n = 0;
	bool before = *in_word;

	for (size_t i = 0; i < text.n; i++) {
		bool now = (unsigned char)text.p[i] > ' ';

		n += now && !before;
		before = now;
	}
	*in_word = before;
	return n;
}

/* What html begins with, from < to the end of its element, when it is one of that name;
 * 0 when it is none. Such elements do not stand in each other. */
static size_t element_end(struct str html, struct str open, struct str close)
{
	size_t at;

	if (!str_starts(html, open) || !str_find(html, close, 0, &at))
		return 0;
	return at + close.n;
}

static size_t drawing_end(struct str html)
{
	return element_end(html, STR("<svg"), STR("</svg>"));
}

size_t html_count_words(struct str html)
{
	bool in_word = false;
	size_t n = 0, end;

	while (html.n) {
		struct str text = str_cut(html, '<', &html);

		n += count_words(text, &in_word);
		/* with its '<', which str_cut() took */
		end = drawing_end((struct str){text.p + text.n, html.n ? html.n + 1 : 0});
		if (end)
			html = str_from(html, end - 1);
		else
			str_cut(html, '>', &html);
	}
	return n;
}

static void put_spaced(struct buf *out, char c)
{
	bool space = (unsigned char)c <= ' ';

	if (!space)
		buf_byte(out, c);
	else if (out->n && out->p[out->n - 1] != ' ')
		buf_byte(out, ' ');
}

/* What is neither a tag, an entity nor a space. */
static size_t count_plain(struct str html)
{
	size_t n = 0;

	while (n < html.n && (unsigned char)html.p[n] > ' ' && html.p[n] != '<' &&
	       html.p[n] != '&')
		n++;
	return n;
}

/* A run of characters, or one space or entity as the character that it is. */
static void take_plain(struct str *html, struct buf *out)
{
	size_t n = count_plain(*html);

	if (n) {
		buf_add(out, str_head(*html, n));
		*html = str_from(*html, n);
		return;
	}
	for (size_t i = 0; html->p[0] == '&' && i < COUNT(entities); i++) {
		if (!entities[i] || !str_starts(*html, str_of(entities[i])))
			continue;
		buf_byte(out, (char)i);
		*html = str_from(*html, strlen(entities[i]));
		return;
	}
	put_spaced(out, html->p[0]);
	*html = str_from(*html, 1);
}

/* Numbers of notes, and drawings. */
static size_t unheard_end(struct str html)
{
	size_t end = element_end(html, STR("<sup"), STR("</sup>"));

	return end ? end : drawing_end(html);
}

size_t html_tag_end(struct str html, size_t at)
{
	char quote = 0;

	for (; at < html.n; at++) {
		char c = html.p[at];

		if (quote ? c == quote : c == '"' || c == '\'')
			quote = quote ? 0 : c;
		else if (!quote && c == '>')
			return at;
	}
	return html.n;
}

struct str html_plain(struct arena *a, struct str html)
{
	struct buf out = {.arena = a};
	size_t end;

	while (html.n) {
		if (html.p[0] != '<')
			take_plain(&html, &out);
		else if ((end = unheard_end(html)))
			html = str_from(html, end);
		else
			str_cut(html, '>', &html);
	}
	return str_trim(buf_str(&out));
}

/* ASCII only: what is a letter in a URL does not depend on a locale. */
static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static int hex_digit(char c)
{
	if (is_digit((unsigned char)c))
		return c - '0';
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		return (c | 0x20) - 'a' + 10;
	return -1;
}

/* The digits of "&#106;" or "&#x6a;" behind "&#"; the ';' may be missing, as it may
 * for browsers. */
static bool take_numeric_entity(struct str *s, uint32_t *c)
{
	struct str rest = str_from(*s, 2);
	bool hex = rest.n && (rest.p[0] | 0x20) == 'x';
	size_t digits = 0;

	rest = str_from(rest, hex);
	for (*c = 0; digits < rest.n; digits++) {
		int digit = hex_digit(rest.p[digits]);

		if (digit < 0 || (!hex && digit > 9))
			break;
		if (*c <= 0x10ffff)
			*c = *c * (hex ? 16 : 10) + (uint32_t)digit;
	}
	if (!digits)
		return false;
	rest = str_from(rest, digits);
	*s = str_from(rest, rest.n && rest.p[0] == ';');
	return true;
}

static bool take_named_entity(struct str *s, uint32_t *c)
{
	static const struct {
		struct str name;
		char c;
	} known[] = {
		{{"&colon;", 7}, ':'}, {{"&Tab;", 5}, '\t'}, {{"&NewLine;", 9}, '\n'},
		{{"&plus;", 6}, '+'},  {{"&amp;", 5}, '&'},
	};

	for (size_t i = 0; i < COUNT(known); i++) {
		if (str_starts(*s, known[i].name)) {
			*c = (unsigned char)known[i].c;
			*s = str_from(*s, known[i].name.n);
			return true;
		}
	}
	return false;
}

static uint32_t take_decoded(struct str *s)
{
	uint32_t c;

	if (str_starts(*s, STR("&#")) && take_numeric_entity(s, &c))
		return c;
	if (s->p[0] == '&' && take_named_entity(s, &c))
		return c;
	return utf8_take(s);
}

/* Long enough for every scheme that is asked for by name. */
struct scheme {
	char name[16];
	size_t n;
};

static bool goes_on_scheme(uint32_t c)
{
	return is_digit(c) || c == '+' || c == '-' || c == '.';
}

/* The scheme in lower case, as a browser would see it at the most generous: it drops
 * tabs and line ends; spaces and other control characters are dropped here too.
 * False when the URL is relative. */
static bool find_scheme(struct str url, struct scheme *scheme)
{
	*scheme = (struct scheme){0};
	while (url.n) {
		uint32_t c = take_decoded(&url);

		if (c == ':')
			return scheme->n > 0;
		if (c <= ' ' || c == 0x7f)
			continue;
		if (!is_letter(c) && !(scheme->n && goes_on_scheme(c)))
			return false;
		if (scheme->n < sizeof(scheme->name) - 1)
			scheme->name[scheme->n] = (char)(is_letter(c) ? c | 0x20 : c);
		scheme->n++;
	}
	return false;
}

bool url_is_safe(struct str url)
{
	static const char *const safe[] = {"http", "https", "mailto", "tel"};
	struct scheme scheme;

	if (!find_scheme(url, &scheme))
		return true;
	for (size_t i = 0; i < COUNT(safe); i++) {
		if (scheme.n == strlen(safe[i]) && strcmp(scheme.name, safe[i]) == 0)
			return true;
	}
	return false;
}

/* Browsers read '\' as '/', and drop tabs and line ends wherever they stand. */
static bool names_a_host(struct str url)
{
	size_t slashes = 0;

	while (url.n && slashes < 2) {
		uint32_t c = take_decoded(&url);

		if (c == '/' || c == '\\')
			slashes++;
		else if (c > ' ')
			return false;
	}
	return slashes == 2;
}

bool url_is_external(struct str url)
{
	struct scheme scheme;

	return find_scheme(url, &scheme) || names_a_host(url);
}

static bool is_escape(struct str s)
{
	return s.n >= 3 && s.p[0] == '%' && hex_digit(s.p[1]) >= 0 && hex_digit(s.p[2]) >= 0;
}

/* Brackets stand around an IPv6 address and nowhere else: up to where the host ends. */
static size_t host_end(struct str url)
{
	size_t i;

	if (!str_find(url, STR("//"), 0, &i) || !url_is_external(url))
		return 0;
	i += 2;
	while (i < url.n && !strchr("/?#", url.p[i]))
		i++;
	return i;
}

static bool may_stand(struct str rest, bool in_host)
{
	char c = rest.p[0];

	if (c == '%')
		return is_escape(rest);
	if (c == '[' || c == ']')
		return in_host;
	return is_letter((unsigned char)c) || is_digit((unsigned char)c) ||
	       (c && strchr("-._~:/?#@!$&'()*+,;=", c));
}

void url_put(struct buf *out, struct str url)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t host = host_end(url);

	for (size_t i = 0; i < url.n; i++) {
		unsigned char c = (unsigned char)url.p[i];

		if (may_stand(str_from(url, i), i < host))
			buf_byte(out, url.p[i]);
		else
			buf_add(out, (struct str){(char[]){'%', hex[c >> 4], hex[c & 15]}, 3});
	}
}

bool url_decode(struct arena *a, struct str url, struct str *out)
{
	struct buf decoded = {.arena = a};

	for (size_t i = 0; i < url.n; i++) {
		char c = url.p[i];

		if (c == '%') {
			if (!is_escape(str_from(url, i)))
				return false;
			c = (char)(hex_digit(url.p[i + 1]) * 16 + hex_digit(url.p[i + 2]));
			i += 2;
		}
		if (!c)
			return false;
		buf_byte(&decoded, c);
	}
	*out = buf_str(&decoded);
	return true;
}
