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

#else

bool picture_can(void)
{
	return false;
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
