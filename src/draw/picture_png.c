#include "draw/picture_parts.h"

#ifdef WITH_PICTURES
#include <png.h>

bool png_read(struct arena *a, struct str bytes, struct pixels *out)
{
	png_image image = {.version = PNG_IMAGE_VERSION};
	bool ok;

	if (!png_image_begin_read_from_memory(&image, bytes.p, bytes.n))
		return false;
	if ((uint64_t)image.width * image.height > PICTURE_PIXELS_MAX) {
		png_image_free(&image);
		return false;
	}
	image.format = PNG_FORMAT_BGRA;
	out->width = image.width;
	out->height = image.height;
	out->at = arena_array(a, uint32_t, (size_t)image.width * image.height);
	ok = png_image_finish_read(&image, NULL, out->at, 0, NULL) && !image.warning_or_error;
	png_image_free(&image);
	return ok;
}

struct str png_write(struct arena *a, const struct pixels *p)
{
	png_image image = {.version = PNG_IMAGE_VERSION,
			   .width = p->width,
			   .height = p->height,
			   .format = PNG_FORMAT_BGRA};
	png_alloc_size_t n = PNG_IMAGE_PNG_SIZE_MAX(image);
	char *bytes = arena_array(a, char, n);

	if (!png_image_write_to_memory(&image, bytes, &n, 0, p->at, 0, NULL))
		return (struct str){0};
	return (struct str){bytes, n};
}

enum {
	PALETTE_MAX = 256,
	SHADES = 32 * 32 * 32,
};

/* Colours as drawings of few have them: 5 bits of each of red, green and blue. */
struct palette {
	uint8_t colours[PALETTE_MAX][3];
	int16_t numbers[SHADES]; /* of a colour, plus 1; 0: not met yet */
	unsigned n;
};

static uint8_t widened(uint32_t five_bits)
{
	return (uint8_t)(five_bits << 3 | five_bits >> 2);
}

static bool find_colour(struct palette *p, uint32_t colour, uint8_t *number)
{
	uint32_t red = colour >> 19 & 31, green = colour >> 11 & 31, blue = colour >> 3 & 31;
	int16_t *known = &p->numbers[red << 10 | green << 5 | blue];

	if (!*known) {
		if (p->n == PALETTE_MAX)
			return false;
		p->colours[p->n][0] = widened(red);
		p->colours[p->n][1] = widened(green);
		p->colours[p->n][2] = widened(blue);
		*known = (int16_t)++p->n;
	}
	*number = (uint8_t)(*known - 1);
	return true;
}

struct str png_write_drawing(struct arena *a, const struct pixels *p)
{
	size_t n = (size_t)p->width * p->height;
	struct palette *palette = arena_new(a, struct palette);
	uint8_t *numbers = arena_array(a, uint8_t, n);
	png_image image = {.version = PNG_IMAGE_VERSION,
			   .width = p->width,
			   .height = p->height,
			   .format = PNG_FORMAT_RGB_COLORMAP};
	png_alloc_size_t bytes;
	char *out;

	for (size_t i = 0; i < n; i++) {
		if (!find_colour(palette, p->at[i], &numbers[i]))
			return png_write(a, p);
	}
	image.colormap_entries = palette->n;
	bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
	out = arena_array(a, char, bytes);
	if (!png_image_write_to_memory(&image, out, &bytes, 0, numbers, 0, palette->colours))
		return STR("");
	return (struct str){out, bytes};
}
#endif
