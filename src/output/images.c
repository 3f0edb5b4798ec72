#include "output/images.h"

#include "text/html.h"

/* Where the page's column ends, and what a picture in it is taken to fill. */
#define PHONES "(max-width: 40em)"
#define USUAL_SIZES "(max-width: 60em) 100vw, 60em"

/* <img ...>: what stands between the two. */
struct tag {
	struct str attributes; /* without the '/' before the end */
	size_t begin, end;     /* in the page: of '<', and behind '>' */
};

static bool find_tag(struct str html, size_t from, struct tag *tag)
{
	size_t inside;

	if (!str_find(html, STR("<img "), from, &tag->begin))
		return false;
	inside = tag->begin + sizeof("<img ") - 1;
	tag->end = html_tag_end(html, inside);
	if (tag->end == html.n)
		return false;
	tag->attributes = str_trim(str_head(str_from(html, inside), tag->end - inside));
	if (str_ends(tag->attributes, STR("/")))
		tag->attributes = str_trim(str_head(tag->attributes, tag->attributes.n - 1));
	tag->end++;
	return true;
}

/* name="value", at the beginning or behind a space. */
static bool has_attribute(struct str attributes, const char *name, struct str *value)
{
	size_t n = strlen(name), at = 0;
	struct str rest;

	while (str_find(attributes, str_of(name), at, &at)) {
		rest = str_from(attributes, at + n);
		if ((!at || attributes.p[at - 1] == ' ') && str_starts(rest, STR("=\""))) {
			*value = str_cut(str_from(rest, 2), '"', &rest);
			return true;
		}
		at += n;
	}
	return false;
}

static void put_candidate(struct buf *out, const struct site *s, struct str url, uint32_t width,
			  const char *before)
{
	buf_add_z(out, before);
	buf_add(out, s->config->base);
	url_put(out, url);
	buf_fmt(out, " %uw", width);
}

/* The sizes of a format up to a width; nothing, not even the attribute, when there are
 * none. `whole`: the picture at its own address comes last. */
static bool put_srcset(struct buf *out, const struct site *s, const struct site_picture *p,
		       enum picture_format format, uint32_t width, bool whole)
{
	const char *before = " srcset=\"";

	for (size_t i = 0; i < p->n; i++) {
		const struct picture_variant *v = &p->variants[i];

		if (v->format != format || v->width > width)
			continue;
		put_candidate(out, s, v->url, v->width, before);
		before = ", ";
	}
	if (before[0] == ' ')
		return false;
	if (whole)
		put_candidate(out, s, p->url, p->width, before);
	buf_byte(out, '"');
	return true;
}

static void put_source(struct buf *out, const struct site *s, const struct site_picture *p,
		       const char *media, uint32_t width, struct str sizes)
{
	size_t before = out->n;

	buf_add_z(out, "<source type=\"image/webp\"");
	buf_add_z(out, media);
	if (!put_srcset(out, s, p, PICTURE_WEBP, width, false)) {
		out->n = before;
		return;
	}
	buf_add_z(out, " sizes=\"");
	buf_add(out, sizes);
	buf_add_z(out, "\">");
}

/* Without its sizes, where there is nothing to choose from. */
static void put_attributes(struct buf *out, struct str attributes, bool with_sizes)
{
	struct str value, before = attributes;

	if (!with_sizes && has_attribute(attributes, "sizes", &value)) {
		before.n = (size_t)(value.p - attributes.p) - (sizeof("sizes=\"") - 1);
		attributes =
			str_from(attributes, (size_t)(value.p - attributes.p) + value.n + 1);
		buf_add(out, str_trim(before));
	}
	buf_add(out, attributes);
}

static void put_missing(struct buf *out, const struct tag *tag, const struct site_picture *p,
			bool is_first)
{
	struct str value;

	if (p->width && p->height && !has_attribute(tag->attributes, "width", &value))
		buf_fmt(out, " width=\"%u\" height=\"%u\"", p->width, p->height);
	if (!is_first && !has_attribute(tag->attributes, "loading", &value))
		buf_add_z(out, " loading=\"lazy\"");
	if (!has_attribute(tag->attributes, "decoding", &value))
		buf_add_z(out, " decoding=\"async\"");
}

static void put_image(struct buf *out, const struct site *s, const struct tag *tag,
		      const struct site_picture *p, bool is_first)
{
	struct str sizes = STR(USUAL_SIZES), value;
	struct buf choice = {.arena = out->arena};
	bool has_choice = put_srcset(&choice, s, p, PICTURE_JPEG, PICTURE_WIDTH_MAX, true);

	has_attribute(tag->attributes, "sizes", &sizes);
	if (p->n) {
		buf_add_z(out, "<picture>");
		put_source(out, s, p, " media=\"" PHONES "\"", PICTURE_PHONE, sizes);
		put_source(out, s, p, "", PICTURE_WIDTH_MAX, sizes);
	}
	buf_add_z(out, "<img ");
	put_attributes(out, tag->attributes, has_choice);
	buf_add(out, buf_str(&choice));
	if (has_choice && !has_attribute(tag->attributes, "sizes", &value)) {
		buf_add_z(out, " sizes=\"");
		buf_add(out, sizes);
		buf_byte(out, '"');
	}
	put_missing(out, tag, p, is_first);
	buf_add_z(out, p->n ? "></picture>" : ">");
}

/* One of which there is but one size. */
static void put_plain(struct buf *out, const struct tag *tag)
{
	struct str value;

	buf_add_z(out, "<img ");
	put_attributes(out, tag->attributes, has_attribute(tag->attributes, "srcset", &value));
	buf_byte(out, '>');
}

struct str images_offer_sizes(struct arena *a, const struct site *s, struct str html)
{
	struct buf out = {.arena = a};
	struct tag tag;
	size_t copied = 0;

	bool is_first = true;

	for (size_t at = 0; find_tag(html, at, &tag); at = tag.end) {
		const struct site_picture *p;
		struct str address, value;

		if (!has_attribute(tag.attributes, "src", &address))
			continue;
		p = site_picture(s, address);
		if (!p && !has_attribute(tag.attributes, "sizes", &value))
			continue;
		buf_add(&out, str_head(str_from(html, copied), tag.begin - copied));
		if (p)
			put_image(&out, s, &tag, p, is_first);
		else
			put_plain(&out, &tag);
		is_first &= !p;
		copied = tag.end;
	}
	if (!copied)
		return html;
	buf_add(&out, str_from(html, copied));
	return buf_str(&out);
}
