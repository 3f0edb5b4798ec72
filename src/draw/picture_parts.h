/*
 * picture_parts - private to picture*.c: each format's reader and writer.
 */
#ifndef CCHC_DRAW_PICTURE_PARTS_H
#define CCHC_DRAW_PICTURE_PARTS_H

#include "draw/picture.h"

/* Four bytes a pixel, as 32-bit numbers 0xAARRGGBB, colours not multiplied by alpha; rows
 * without a gap. */
struct pixels {
	uint32_t *at;
	uint32_t width, height;
};

/* Into the arena; false when the bytes are broken or of a sort that is not read. A JPEG
 * comes out at least `width` wide if it is so. */
bool jpeg_read(struct arena *a, struct str bytes, uint32_t width, struct pixels *out);
bool png_read(struct arena *a, struct str bytes, struct pixels *out);
bool webp_read(struct arena *a, struct str bytes, struct pixels *out);

/* quality: 1 to 100; of WebP, 0: without loss. Empty when the library fails. */
struct str jpeg_write(struct arena *a, const struct pixels *p, int quality);
struct str png_write(struct arena *a, const struct pixels *p);
/* Of few colours, the nearest of 32768: a third of the bytes. */
struct str png_write_drawing(struct arena *a, const struct pixels *p);
struct str webp_write(struct arena *a, const struct pixels *p, int quality);

/* Colours times alpha, as pixels_scale() wants them. */
void pixels_multiply(struct pixels *p);

/* Turned as Exif's orientation says, then that large; from is multiplied, out is not. */
bool pixels_scale(struct arena *a, const struct pixels *from, uint32_t orientation,
		  uint32_t width, uint32_t height, struct pixels *out);

#endif
