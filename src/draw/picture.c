#include "draw/picture.h"

#include "draw/picture_parts.h"

static bool is_lying(const struct file_facts *facts)
{
	return facts->orientation >= 5 && facts->orientation <= 8;
}

uint32_t picture_width(const struct file_facts *facts)
{
	return is_lying(facts) ? facts->height : facts->width;
}

uint32_t picture_height(const struct file_facts *facts)
{
	return is_lying(facts) ? facts->width : facts->height;
}

#ifdef WITH_PICTURES

/* From good to just bearable. Drawings have few colours: without loss they often take
 * less than with it. */
static const int webp_qualities[] = {78, 66, 54, 42, 30, 20, 10, 1},
		 drawing_qualities[] = {0, 78, 66, 54, 42, 30, 20, 10, 1},
		 jpeg_qualities[] = {82, 72, 62, 52, 42, 32, 20, 10};

bool picture_can(void)
{
	return true;
}

static bool is_too_large(const struct file_facts *facts)
{
	uint64_t pixels = (uint64_t)facts->width * facts->height;

	return pixels >
	       (facts->type == FILE_JPEG ? PICTURE_JPEG_PIXELS_MAX : PICTURE_PIXELS_MAX);
}

static uint32_t largest(const struct picture_want *wants, size_t n)
{
	uint32_t width = 0;

	for (size_t i = 0; i < n; i++)
		width = wants[i].width > width ? wants[i].width : width;
	return width;
}

/* Of a picture that is turned, the height becomes the width. */
static uint32_t width_in_file(const struct file_facts *facts, uint32_t width)
{
	return is_lying(facts) ? (uint32_t)((uint64_t)width * facts->width / facts->height + 1)
			       : width;
}

static bool read_pixels(struct arena *a, struct str bytes, const struct file_facts *facts,
			uint32_t width, struct pixels *out)
{
	switch (facts->type) {
	case FILE_JPEG:
		return jpeg_read(a, bytes, width_in_file(facts, width), out);
	case FILE_PNG:
		return png_read(a, bytes, out);
	case FILE_WEBP:
		return webp_read(a, bytes, out);
	default:
		return false;
	}
}

static struct str write_at(struct arena *a, const struct pixels *p, enum picture_format format,
			   int quality)
{
	return format == PICTURE_WEBP ? webp_write(a, p, quality) : jpeg_write(a, p, quality);
}

static struct str write_pixels(struct arena *a, const struct pixels *p,
			       const struct picture_want *want, bool is_drawing)
{
	const int *qualities = want->format == PICTURE_JPEG ? jpeg_qualities
			       : is_drawing                 ? drawing_qualities
							    : webp_qualities;
	size_t n = want->format == PICTURE_JPEG ? COUNT(jpeg_qualities)
		   : is_drawing                 ? COUNT(drawing_qualities)
						: COUNT(webp_qualities);
	struct str out = {0};

	if (want->format == PICTURE_PNG)
		return png_write(a, p);
	for (size_t i = 0; i < n; i++) {
		out = write_at(a, p, want->format, qualities[i]);
		if (!out.n || !want->bytes_max || out.n <= want->bytes_max)
			break;
	}
	return out;
}

static bool make(struct arena *a, const struct pixels *from, const struct file_facts *facts,
		 const struct picture_want *want, struct str *made)
{
	uint64_t full = picture_width(facts);
	uint32_t width = want->width < full ? want->width : (uint32_t)full;
	uint32_t height =
		(uint32_t)(((uint64_t)picture_height(facts) * width + full / 2) / full);
	struct arena scratch = {0};
	struct pixels p;
	bool ok = pixels_scale(&scratch, from, facts->orientation, width, height ? height : 1,
			       &p);

	if (ok)
		*made = str_dup(a, write_pixels(&scratch, &p, want, facts->type == FILE_PNG));
	arena_free(&scratch);
	return ok && made->n;
}

static bool make_all(struct arena *a, struct arena *scratch, struct str bytes,
		     const struct file_facts *facts, const struct picture_want *wants, size_t n,
		     struct str *made)
{
	struct pixels from;

	if (!read_pixels(scratch, bytes, facts, largest(wants, n), &from))
		return false;
	pixels_multiply(&from);
	for (size_t i = 0; i < n; i++) {
		if (!make(a, &from, facts, &wants[i], &made[i]))
			return false;
	}
	return true;
}

const char *picture_make(struct arena *a, struct str bytes, const struct file_facts *facts,
			 const struct picture_want *wants, size_t n, struct str *made)
{
	struct arena scratch = {0};
	bool ok;

	if (facts->broken || !facts->width || !facts->height)
		return _("the picture is broken");
	if (is_too_large(facts))
		return _("it has more pixels than are unpacked");
	ok = make_all(a, &scratch, bytes, facts, wants, n, made);
	arena_free(&scratch);
	return ok ? NULL : _("the picture is broken, or of a sort that cannot be read");
}

/* Onto white; from: its colours are as bright as they are, not multiplied. */
static uint32_t on_white(uint32_t pixel)
{
	uint32_t alpha = pixel >> 24, out = 0;

	for (unsigned shift = 0; shift < 24; shift += 8)
		out |= ((pixel >> shift & 255) * alpha + 255 * (255 - alpha)) / 255 << shift;
	return out | 0xff000000;
}

static struct str put_on_square(struct arena *a, const struct pixels *p, uint32_t side)
{
	struct pixels square = {arena_array(a, uint32_t, (size_t)side * side), side, side};
	uint32_t left = (side - p->width) / 2, top = (side - p->height) / 2;

	memset(square.at, 255, (size_t)side * side * sizeof(*square.at));
	for (uint32_t y = 0; y < p->height; y++) {
		for (uint32_t x = 0; x < p->width; x++)
			square.at[(size_t)(y + top) * side + x + left] =
				on_white(p->at[(size_t)y * p->width + x]);
	}
	return png_write_drawing(a, &square);
}

/* A circle of four fifths is what phones leave. */
static uint32_t inside(uint32_t side, uint32_t n, uint32_t most)
{
	uint32_t x = (uint32_t)((uint64_t)side * 7 / 10 * n / most);

	return x ? x : 1;
}

struct str picture_icon(struct arena *a, struct str bytes, const struct file_facts *facts,
			uint32_t side)
{
	struct arena scratch = {0};
	uint32_t width = picture_width(facts), height = picture_height(facts);
	uint32_t most = width > height ? width : height;
	struct pixels from, p;
	struct str out = {0};

	if (facts->broken || !width || !height || is_too_large(facts))
		return out;
	if (read_pixels(&scratch, bytes, facts, width, &from)) {
		pixels_multiply(&from);
		if (pixels_scale(&scratch, &from, facts->orientation, inside(side, width, most),
				 inside(side, height, most), &p))
			out = str_dup(a, put_on_square(&scratch, &p, side));
	}
	arena_free(&scratch);
	return out;
}

/* One of red, green and blue. */
static uint32_t tinted(uint32_t x, uint32_t from, uint32_t to)
{
	uint32_t white = from < 255 ? 255 - from : 1;

	return x <= from ? to * x / (from ? from : 1) : to + (255 - to) * (x - from) / white;
}

struct str picture_tint(struct arena *a, struct str png, uint32_t from, uint32_t to)
{
	struct arena scratch = {0};
	struct pixels p;
	struct str out = {0};

	if (png_read(&scratch, png, &p)) {
		for (size_t i = 0; i < (size_t)p.width * p.height; i++) {
			uint32_t pixel = p.at[i], made = pixel & 0xff000000;

			for (unsigned s = 0; s < 24; s += 8)
				made |= tinted(pixel >> s & 255, from >> s & 255, to >> s & 255)
					<< s;
			p.at[i] = made;
		}
		out = str_dup(a, png_write(&scratch, &p));
	}
	arena_free(&scratch);
	return out;
}

#else

bool picture_can(void)
{
	return false;
}

struct str picture_icon(struct arena *a, struct str bytes, const struct file_facts *facts,
			uint32_t side)
{
	(void)a;
	(void)bytes;
	(void)facts;
	(void)side;
	return (struct str){0};
}

struct str picture_tint(struct arena *a, struct str png, uint32_t from, uint32_t to)
{
	(void)a;
	(void)png;
	(void)from;
	(void)to;
	return (struct str){0};
}

const char *picture_make(struct arena *a, struct str bytes, const struct file_facts *facts,
			 const struct picture_want *wants, size_t n, struct str *made)
{
	(void)a;
	(void)bytes;
	(void)facts;
	(void)wants;
	(void)n;
	(void)made;
	return _("cchc was built without the libraries for pictures");
}

#endif
