/*
 * picture - photographs and drawings in the sizes that screens need: read, turned upright,
 * made smaller, written anew. Bytes in, bytes out. What comes out holds pixels alone: no
 * place, no camera's name, no thumbnail of what was cut away.
 *
 * The libraries are optional (PICTURES in the Makefile); without them nothing can be made,
 * and picture_can() says so.
 */
#ifndef CCHC_DRAW_PICTURE_H
#define CCHC_DRAW_PICTURE_H

#include "data/file_facts.h"

enum {
	/* What a file may unpack to, whatever its header says. A JPEG is made smaller while
	 * it is unpacked, so that it may have more. */
	PICTURE_JPEG_PIXELS_MAX = 100 * 1000 * 1000,
	PICTURE_PIXELS_MAX = 25 * 1000 * 1000,
	PICTURE_SCANS_MAX = 100, /* of a progressive JPEG: each costs the time of all pixels */
	PICTURE_MADE = 1,        /* goes up when the same file would give other bytes */
};

enum picture_format {
	PICTURE_JPEG,
	PICTURE_PNG,
	PICTURE_WEBP,
};

struct picture_want {
	enum picture_format format;
	uint32_t width;   /* pixels; a picture that is less wide stays as it is */
	size_t bytes_max; /* quality goes down, to a bound, until it fits; 0: any */
};

/* Is the program built with the libraries? */
bool picture_can(void);

/* Pixels as they are seen: a camera held upright writes them lying. */
uint32_t picture_width(const struct file_facts *facts);
uint32_t picture_height(const struct file_facts *facts);

/* Make all n that are wanted, in a. Returns NULL, or in the reader's language why the file
 * gives no picture. facts: of these bytes. */
const char *picture_make(struct arena *a, struct str bytes, const struct file_facts *facts,
			 const struct picture_want *wants, size_t n, struct str *made);

/* A square of that many pixels with the whole picture in its middle, on white, as a PNG: with
 * room on all sides, so that a phone may cut a circle out of it. Empty when it cannot be. */
struct str picture_icon(struct arena *a, struct str bytes, const struct file_facts *facts,
			uint32_t side);

/* A PNG whose colours between `from` and white become those between `to` and white. 0xRRGGBB.
 * Empty when it cannot be. */
struct str picture_tint(struct arena *a, struct str png, uint32_t from, uint32_t to);

/* The file without what stands beside its pixels, which stay as they are: of a JPEG that
 * is not turned, and of a PNG. The bytes themselves of all else. Needs no library. */
struct str picture_strip(struct arena *a, struct str bytes, const struct file_facts *facts);

#endif
