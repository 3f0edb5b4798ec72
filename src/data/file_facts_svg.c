/* One pass over the tags of an SVG. What is not on a list of ours is named as active. */
#include "base/utf8.h"
#include "data/file_facts_parts.h"

enum {
	QUOTED_MAX = 60, /* characters of what is named */
	SIZE_DIGITS_MAX = 5,
	BLANKS_MAX = 16, /* between a bracket and what stands in it */
};

struct svg {
	struct str s;
	size_t at;
	struct arena *arena;
	struct file_facts *facts;
	bool in_root; /* the outermost <svg> has been met */
	uint32_t box_width, box_height;
};

struct attribute {
	struct str name, value;
};

static const char *const elements[] = {
	"svg",     "g",        "defs",           "symbol",         "use",
	"title",   "desc",     "path",           "rect",           "circle",
	"ellipse", "line",     "polyline",       "polygon",        "text",
	"tspan",   "textPath", "linearGradient", "radialGradient", "stop",
	"pattern", "clipPath", "mask",           "marker",         "filter",
	"image",   "style",    "switch",         "metadata",       "view",
};

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == ':' || c == '.';
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static uint32_t line_at(struct str s, size_t at)
{
	uint32_t line = 1;

	for (size_t i = 0; i < at && i < s.n; i++)
		line += s.p[i] == '\n';
	return line;
}

/* The first one found is named. */
static void name_active(struct svg *x, struct str what, size_t at)
{
	struct str rest;

	if (x->facts->active.n)
		return;
	what = utf8_head(str_cut(what, '\n', &rest), QUOTED_MAX);
	x->facts->active = str_dup(x->arena, str_trim(what));
	x->facts->active_line = line_at(x->s, at);
}

static char next(const struct svg *x)
{
	return x->at < x->s.n ? x->s.p[x->at] : '\0';
}

static void skip_blanks(struct svg *x)
{
	while (x->at < x->s.n && is_blank(x->s.p[x->at]))
		x->at++;
}

static struct str take_name(struct svg *x)
{
	size_t from = x->at;

	while (x->at < x->s.n && is_name(x->s.p[x->at]))
		x->at++;
	return (struct str){x->s.p + from, x->at - from};
}

/* To behind `end`; false, and to the end of the file, when it is not there. */
static bool skip_to(struct svg *x, struct str end)
{
	size_t found;

	if (str_find(x->s, end, x->at, &found)) {
		x->at = found + end.n;
		return true;
	}
	x->at = x->s.n;
	x->facts->broken = true;
	return false;
}

static bool is_known_element(struct str name)
{
	for (size_t i = 0; i < COUNT(elements); i++) {
		if (str_eq_z(name, elements[i]))
			return true;
	}
	return str_starts(name, STR("fe")) && !str_has(name, ':');
}

static struct str local_name(struct str name)
{
	struct str local;

	str_cut_last(name, ':', &local);
	return local;
}

static bool starts_with_on(struct str name)
{
	return name.n > 2 && (name.p[0] | 0x20) == 'o' && (name.p[1] | 0x20) == 'n';
}

/* A part of this drawing, or a picture that stands in it as data. */
static bool leads_inside(struct str value)
{
	return str_starts(value, STR("#")) || str_starts(value, STR("data:image/png;")) ||
	       str_starts(value, STR("data:image/jpeg;"));
}

static bool ends_folded(struct str s, const char *end)
{
	size_t n = strlen(end);

	for (size_t i = 0; i < n; i++) {
		if (s.n < n || (s.p[s.n - n + i] | 0x20) != end[i])
			return false;
	}
	return true;
}

/* Does what stands behind "url(" lead inside? */
static bool is_inner_url(struct str rest)
{
	for (int i = 0; i < BLANKS_MAX && rest.n && is_blank(rest.p[0]); i++)
		rest = str_from(rest, 1);
	if (str_starts(rest, STR("\"")) || str_starts(rest, STR("'")))
		rest = str_from(rest, 1);
	return str_starts(rest, STR("#"));
}

/* Styles that name nothing outside: what fetches is a function, and each url( is followed
 * by '#'; there is no @rule, and no escape behind which one could hide. */
static bool is_quiet_style(struct str css)
{
	static const char *const fetching[] = {"image", "image-set", "src", "element",
					       "expression"};

	if (str_has(css, '\\') || str_has(css, '@'))
		return false;
	for (size_t at = 0; str_find(css, STR("("), at, &at); at++) {
		struct str before = str_head(css, at);

		for (size_t i = 0; i < COUNT(fetching); i++) {
			if (ends_folded(before, fetching[i]))
				return false;
		}
		if (ends_folded(before, "url") && !is_inner_url(str_from(css, at + 1)))
			return false;
	}
	return true;
}

static bool is_our_namespace(struct str name, struct str value)
{
	if (str_eq_z(name, "xmlns"))
		return str_eq_z(value, "http://www.w3.org/2000/svg");
	return !str_eq_z(value, "http://www.w3.org/1999/xhtml");
}

static bool is_harmless(struct attribute a)
{
	struct str local = local_name(a.name);

	if (str_starts(a.name, STR("xmlns")))
		return is_our_namespace(a.name, a.value);
	if (starts_with_on(local) || str_eq_z(local, "base") || str_eq_z(local, "src"))
		return false;
	if (str_eq_z(local, "href"))
		return leads_inside(a.value);
	return !str_holds(a.value, STR("&#")) && is_quiet_style(a.value);
}

/* A length in pixels, whole or cut to it: "24", "24.5px"; 0 for all else, 100% too. */
static uint32_t pixels(struct str s)
{
	uint32_t n = 0;
	size_t i = 0;

	while (i < s.n && i < SIZE_DIGITS_MAX && s.p[i] >= '0' && s.p[i] <= '9')
		n = n * 10 + (uint32_t)(s.p[i++] - '0');
	if (i < s.n && s.p[i] == '.') {
		for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9';)
			i++;
	}
	return i == s.n || str_eq_z(str_from(s, i), "px") ? n : 0;
}

static struct str take_word(struct str *s)
{
	size_t n = 0;
	struct str word;

	while (s->n && (is_blank(s->p[0]) || s->p[0] == ','))
		*s = str_from(*s, 1);
	while (n < s->n && !is_blank(s->p[n]) && s->p[n] != ',')
		n++;
	word = str_head(*s, n);
	*s = str_from(*s, n);
	return word;
}

/* "0 0 640 360": the last two. */
static void note_box(struct svg *x, struct str value)
{
	take_word(&value);
	take_word(&value);
	x->box_width = pixels(take_word(&value));
	x->box_height = pixels(take_word(&value));
}

static void note_size(struct svg *x, struct attribute a)
{
	if (str_eq_z(a.name, "width"))
		x->facts->width = pixels(a.value);
	else if (str_eq_z(a.name, "height"))
		x->facts->height = pixels(a.value);
	else if (str_eq_z(a.name, "viewBox"))
		note_box(x, a.value);
}

/* name="value"; false at the end of the tag, and for what is none. */
static bool take_attribute(struct svg *x, struct attribute *a)
{
	char quote;
	size_t from;

	skip_blanks(x);
	a->name = take_name(x);
	if (!a->name.n)
		return false;
	skip_blanks(x);
	if (next(x) != '=')
		return false;
	x->at++;
	skip_blanks(x);
	quote = next(x);
	if (quote != '"' && quote != '\'')
		return false;
	from = ++x->at;
	while (x->at < x->s.n && x->s.p[x->at] != quote)
		x->at++;
	a->value = (struct str){x->s.p + from, x->at - from};
	x->at++;
	return true;
}

static void read_attributes(struct svg *x, bool root)
{
	struct attribute a;

	for (size_t at = x->at; take_attribute(x, &a); at = x->at) {
		if (!is_harmless(a))
			name_active(x,
				    (struct str){a.name.p,
						 (size_t)(a.value.p - a.name.p) + a.value.n},
				    at);
		if (root)
			note_size(x, a);
	}
}

/* What stands between <style> and </style>. */
static void read_style(struct svg *x)
{
	size_t from = x->at;

	if (!skip_to(x, STR("</")))
		return;
	if (!is_quiet_style((struct str){x->s.p + from, x->at - 2 - from}))
		name_active(x, STR("<style>"), from);
	x->at -= 2;
}

/* At '<' and a name. */
static void read_element(struct svg *x)
{
	size_t from = x->at++;
	struct str name = take_name(x);
	bool root = !x->in_root, closed;

	x->in_root = true;
	if (!is_known_element(name))
		name_active(x, str_fmt(x->arena, "<" STR_FMT ">", STR_ARG(name)), from);
	read_attributes(x, root);
	skip_blanks(x);
	closed = next(x) == '/';
	x->at += closed;
	if (next(x) != '>')
		x->facts->broken = true;
	if (skip_to(x, STR(">")) && !closed && str_eq_z(name, "style"))
		read_style(x);
}

/* At "<!" or "<?". */
static void read_declaration(struct svg *x)
{
	struct str rest = str_from(x->s, x->at);
	size_t from = x->at;

	if (str_starts(rest, STR("<!--"))) {
		x->at += 4;
		skip_to(x, STR("-->"));
		return;
	}
	if (str_starts(rest, STR("<![CDATA["))) {
		skip_to(x, STR("]]>"));
		return;
	}
	skip_to(x, STR(">"));
	rest = (struct str){x->s.p + from, x->at - from};
	if (!(str_starts(rest, STR("<?xml ")) && !from) &&
	    !(str_starts(rest, STR("<!DOCTYPE svg")) && !str_has(rest, '[')))
		name_active(x, rest, from);
}

static void read_tag(struct svg *x)
{
	char c = x->at + 1 < x->s.n ? x->s.p[x->at + 1] : '\0';

	if (c == '!' || c == '?')
		read_declaration(x);
	else if (c == '/')
		skip_to(x, STR(">"));
	else
		read_element(x);
}

static struct str without_bom(struct str s)
{
	return str_starts(s, STR("\xef\xbb\xbf")) ? str_from(s, 3) : s;
}

static struct str skip_leading(struct str s)
{
	while (s.n && is_blank(s.p[0]))
		s = str_from(s, 1);
	return s;
}

/* How what begins with "<!" or "<?" ends. */
static struct str end_of_declaration(struct str s)
{
	size_t end;

	if (str_starts(s, STR("<!--")))
		return STR("-->");
	if (str_starts(s, STR("<!")) && str_find(s, STR(">"), 0, &end) &&
	    str_has(str_head(s, end), '['))
		return STR("]>");
	return STR(">");
}

/* Behind what may stand before the first element. */
static struct str first_element(struct str s)
{
	for (s = skip_leading(s);; s = skip_leading(s)) {
		struct str end = end_of_declaration(s);
		size_t at;

		if (!str_starts(s, STR("<?")) && !str_starts(s, STR("<!")))
			return s;
		if (!str_find(s, end, 0, &at))
			return (struct str){0};
		s = str_from(s, at + end.n);
	}
}

bool facts_is_svg(struct str s)
{
	struct str rest = first_element(without_bom(s)), name;

	if (!str_starts(rest, STR("<")))
		return false;
	for (name = str_from(rest, 1); name.n && is_name(name.p[0]);)
		name = str_from(name, 1);
	rest = str_head(str_from(rest, 1), rest.n - 1 - name.n);
	return str_eq_z(local_name(rest), "svg");
}

void facts_look_svg(struct arena *a, struct str s, struct file_facts *facts)
{
	struct svg x = {.s = without_bom(s), .arena = a, .facts = facts};
	bool control;

	facts->broken = utf8_find_bad_text(s, &control) != s.n;
	while (!facts->broken && str_find(x.s, STR("<"), x.at, &x.at))
		read_tag(&x);
	if (!facts->width || !facts->height) {
		facts->width = x.box_width;
		facts->height = x.box_height;
	}
}
