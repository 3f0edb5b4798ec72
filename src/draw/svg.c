#include "draw/svg.h"

#include <math.h>

#include "text/html.h"

void svg_text(struct buf *out, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c >= ' ' && c != 0x7F)
			continue;
		html_escape(out, (struct str){s.p + from, i - from});
		if (c == '\n' || c == '\t')
			buf_byte(out, ' ');
		from = i + 1;
	}
	html_escape(out, str_from(s, from));
}

void svg_number(struct buf *out, double x)
{
	bool sane = isfinite(x) && fabs(x) <= SVG_NUMBER_MAX;
	long hundredths = sane ? lround(x * 100) : 0;
	long size = hundredths < 0 ? -hundredths : hundredths;

	buf_fmt(out, "%s%ld", hundredths < 0 ? "-" : "", size / 100);
	if (size % 10)
		buf_fmt(out, ".%02ld", size % 100);
	else if (size % 100)
		buf_fmt(out, ".%ld", size % 100 / 10);
}

static void put_element(struct buf *out, const char *name, struct str id, struct str text)
{
	if (!text.n)
		return;
	buf_fmt(out, "<%s", name);
	if (id.n)
		buf_fmt(out, " id=\"" STR_FMT "_%c\"", STR_ARG(id), name[0]);
	buf_byte(out, '>');
	svg_text(out, text);
	buf_fmt(out, "</%s>", name);
}

static void put_names(struct buf *out, struct str id, bool described)
{
	buf_fmt(out, " aria-labelledby=\"" STR_FMT "_t", STR_ARG(id));
	if (described)
		buf_fmt(out, " " STR_FMT "_d", STR_ARG(id));
	buf_byte(out, '"');
}

void svg_begin(struct buf *out, int width, int height, struct str id, struct str title,
	       struct str desc)
{
	buf_fmt(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"",
		width, height);
	if (id.n && title.n)
		put_names(out, id, desc.n > 0);
	buf_byte(out, '>');
	put_element(out, "title", id, title);
	put_element(out, "desc", id, desc);
}

void svg_end(struct buf *out)
{
	buf_add_z(out, "</svg>");
}
