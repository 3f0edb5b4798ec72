#include "text/lead.h"

#include "base/utf8.h"

/* Without what makes a line an item of a list or a quote. */
static struct str without_marker(struct str line)
{
	static const char *const markers[] = {"- ", "* ", "+ ", "> "};

	line = str_trim(line);
	for (size_t i = 0; i < COUNT(markers); i++) {
		if (str_starts(line, str_of(markers[i])))
			return str_trim(str_from(line, 2));
	}
	return line;
}

/* The text between [ and ], when ( with an address follows; what stands behind it in
 * *rest. */
static bool take_link(struct str text, struct str *words, struct str *rest)
{
	struct str behind;

	*words = str_cut(str_from(text, 1), ']', &behind);
	if (!str_starts(behind, STR("(")) || !str_has(behind, ')'))
		return false;
	str_cut(behind, ')', rest);
	return true;
}

static void put_line(struct buf *out, struct str line)
{
	while (line.n) {
		struct str words, rest;

		if (*line.p == '[' && take_link(line, &words, &rest)) {
			put_line(out, words);
			line = rest;
			continue;
		}
		if (!strchr("*`\\", *line.p))
			buf_byte(out, *line.p);
		line = str_from(line, 1);
	}
}

static struct str first_paragraph(struct arena *a, struct str text)
{
	struct buf out = {.arena = a};

	while (text.n) {
		struct str line = without_marker(str_cut(text, '\n', &text));

		if (!line.n && out.n)
			break;
		if (line.n && out.n)
			buf_byte(&out, ' ');
		put_line(&out, line);
	}
	return buf_str(&out);
}

struct str markdown_lead(struct arena *a, struct str text, size_t max)
{
	struct str whole = first_paragraph(a, text), rest;
	struct str head = utf8_head(whole, max);

	if (head.n == whole.n)
		return whole;
	head = str_trim(str_cut_last(utf8_head(whole, max - 1), ' ', &rest));
	return str_concat(a, head, STR("…"), (struct str){0});
}
