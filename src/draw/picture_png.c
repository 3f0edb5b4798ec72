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
#endif
