/* What a PDF says of people, where it says so without being unpacked. */
#include "base/utf8.h"
#include "data/file_facts_parts.h"
#include "viet/privacy.h"

enum {
	STRING_MAX = 400, /* bytes of a text in a PDF that are read */
	DEPTH_MAX = 20,   /* brackets within brackets in a text */
	OCTAL_MAX = 3,    /* digits */
	KEYS_MAX = 100,   /* of one name: a PDF that was changed has some */
};

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* <4e67...> */
static struct str read_hex(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};
	int held = -1;

	for (size_t i = 1; i < s.n && i < STRING_MAX && s.p[i] != '>'; i++) {
		int digit = hex_digit(s.p[i]);

		if (digit >= 0 && held < 0)
			held = digit;
		else if (digit >= 0) {
			buf_byte(&out, (char)(unsigned char)(held * 16 + digit));
			held = -1;
		}
	}
	return buf_str(&out);
}

static char escaped(char c)
{
	return c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
}

/* \303: up to three octal digits; *i is at the first one, and then at the last. */
static char read_octal(struct str s, size_t *i)
{
	unsigned n = 0;
	size_t from = *i;

	while (*i < s.n && *i < from + OCTAL_MAX && s.p[*i] >= '0' && s.p[*i] <= '7')
		n = n * 8 + (unsigned)(s.p[(*i)++] - '0');
	(*i)--;
	return (char)(unsigned char)n;
}

/* (Ng\371...), with brackets in it that are closed */
static struct str read_literal(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};
	int depth = 0;

	for (size_t i = 0; i < s.n && i < STRING_MAX; i++) {
		char c = s.p[i];
		bool octal = i + 1 < s.n && s.p[i + 1] >= '0' && s.p[i + 1] <= '7';

		depth += (c == '(') - (c == ')');
		if (!depth || depth > DEPTH_MAX)
			break;
		if (c == '\\' && octal) {
			i++;
			buf_byte(&out, read_octal(s, &i));
		} else if (c == '\\' && i + 1 < s.n) {
			buf_byte(&out, escaped(s.p[++i]));
		} else if (i) {
			buf_byte(&out, c);
		}
	}
	return buf_str(&out);
}

static struct str from_utf16(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};

	for (size_t i = 2; i + 1 < s.n; i += 2) {
		uint32_t c = facts_big(s, i, 2);

		if (c >= 0xd800 && c < 0xe000)
			c = 0xfffd;
		utf8_put(&out, c);
	}
	return buf_str(&out);
}

/* A text of a PDF is UTF-16 with a mark, UTF-8, or of one byte a letter. */
static struct str decode(struct arena *a, struct str s)
{
	struct buf out = {.arena = a};
	bool control;

	if (str_starts(s, STR("\xfe\xff")))
		return from_utf16(a, s);
	if (utf8_find_bad_text(s, &control) == s.n)
		return s;
	for (size_t i = 0; i < s.n; i++)
		utf8_put(&out, (unsigned char)s.p[i] < ' ' ? ' ' : (unsigned char)s.p[i]);
	return buf_str(&out);
}

/* The text behind a key: /Author (...) */
static struct str text_of_key(struct arena *a, struct str s, struct str key)
{
	size_t at = 0;

	for (int i = 0; i < KEYS_MAX && str_find(s, key, at, &at); i++, at++) {
		struct str rest = str_head(str_from(s, at + key.n), STRING_MAX), text = {0};

		rest = str_trim(rest);
		if (str_starts(rest, STR("(")))
			text = read_literal(a, rest);
		else if (str_starts(rest, STR("<")) && !str_starts(rest, STR("<<")))
			text = read_hex(a, rest);
		text = str_trim(decode(a, text));
		if (text.n)
			return text;
	}
	return (struct str){0};
}

/* <dc:creator><rdf:Seq><rdf:li>...</rdf:li> */
static struct str creator_in_xmp(struct arena *a, struct str s)
{
	size_t at = 0, from, to;
	struct str part;

	if (!str_find(s, STR("<dc:creator>"), 0, &at))
		return (struct str){0};
	part = str_head(str_from(s, at), STRING_MAX);
	if (!str_find(part, STR("<rdf:li>"), 0, &from) ||
	    !str_find(part, STR("</rdf:li>"), from, &to))
		return (struct str){0};
	from += sizeof("<rdf:li>") - 1;
	return str_trim(decode(a, (struct str){part.p + from, to - from}));
}

void facts_look_pdf(struct arena *a, struct str s, struct file_facts *facts)
{
	struct privacy_find stamp;

	facts->has_packed_parts = str_holds(s, STR("/ObjStm")) || str_holds(s, STR("/Encrypt"));
	facts->person = text_of_key(a, s, STR("/Author"));
	if (!facts->person.n)
		facts->person = creator_in_xmp(a, s);
	facts->person = str_dup(a, facts->person);
	if (str_holds(s, STR("/JavaScript")))
		facts->active = STR("/JavaScript");
	else if (str_holds(s, STR("/Launch")))
		facts->active = STR("/Launch");
	if (privacy_find_stamp(s, 0, &stamp))
		facts->stamp = str_dup(a, stamp.text);
}
