#include "draw/picture_parts.h"

#ifdef WITH_PICTURES
#include <cairo.h>

void pixels_multiply(struct pixels *p)
{
	for (size_t i = 0; i < (size_t)p->width * p->height; i++) {
		uint32_t c = p->at[i], alpha = c >> 24;

		if (alpha == 255)
			continue;
		p->at[i] = alpha << 24 | (c >> 16 & 255) * alpha / 255 << 16 |
			   (c >> 8 & 255) * alpha / 255 << 8 | (c & 255) * alpha / 255;
	}
}

static uint32_t divided(uint32_t colour, uint32_t alpha)
{
	uint32_t whole = (colour & 255) * 255 / alpha;

	return whole > 255 ? 255 : whole;
}

static void divide(struct pixels *p)
{
	for (size_t i = 0; i < (size_t)p->width * p->height; i++) {
		uint32_t c = p->at[i], alpha = c >> 24;

		if (alpha && alpha != 255)
			p->at[i] = alpha << 24 | divided(c >> 16, alpha) << 16 |
				   divided(c >> 8, alpha) << 8 | divided(c, alpha);
	}
}

/* From the picture upright, 1 by 1, to the one in the file, 1 by 1: Exif 2.3, 4.6.4 A,
 * Orientation. */
static void turn(cairo_matrix_t *m, uint32_t orientation)
{
	static const double turns[9][6] = {
		[1] = {1, 0, 0, 1, 0, 0},   [2] = {-1, 0, 0, 1, 1, 0},
		[3] = {-1, 0, 0, -1, 1, 1}, [4] = {1, 0, 0, -1, 0, 1},
		[5] = {0, 1, 1, 0, 0, 0},   [6] = {0, -1, 1, 0, 0, 1},
		[7] = {0, -1, -1, 0, 1, 1}, [8] = {0, 1, -1, 0, 1, 0},
	};
	const double *t = turns[orientation >= 1 && orientation <= 8 ? orientation : 1];

	cairo_matrix_init(m, t[0], t[1], t[2], t[3], t[4], t[5]);
}

static cairo_surface_t *surface_of(const struct pixels *p)
{
	return cairo_image_surface_create_for_data((unsigned char *)p->at, CAIRO_FORMAT_ARGB32,
						   (int)p->width, (int)p->height,
						   (int)p->width * 4);
}

static void paint(cairo_surface_t *to, cairo_surface_t *from, const struct pixels *of,
		  uint32_t orientation, const struct pixels *out)
{
	cairo_t *c = cairo_create(to);
	cairo_matrix_t m, scale;

	turn(&m, orientation);
	cairo_matrix_init_scale(&scale, 1.0 / out->width, 1.0 / out->height);
	cairo_matrix_multiply(&m, &scale, &m);
	cairo_matrix_init_scale(&scale, of->width, of->height);
	cairo_matrix_multiply(&m, &m, &scale);
	cairo_set_operator(c, CAIRO_OPERATOR_SOURCE);
	cairo_set_source_surface(c, from, 0, 0);
	cairo_pattern_set_matrix(cairo_get_source(c), &m);
	cairo_pattern_set_filter(cairo_get_source(c), CAIRO_FILTER_BEST);
	cairo_pattern_set_extend(cairo_get_source(c), CAIRO_EXTEND_PAD);
	cairo_paint(c);
	cairo_destroy(c);
	cairo_surface_flush(to);
}

bool pixels_scale(struct arena *a, const struct pixels *from, uint32_t orientation,
		  uint32_t width, uint32_t height, struct pixels *out)
{
	cairo_surface_t *in, *to;
	bool ok;

	*out = (struct pixels){arena_array(a, uint32_t, (size_t)width * height), width, height};
	in = surface_of(from);
	to = surface_of(out);
	ok = cairo_surface_status(in) == CAIRO_STATUS_SUCCESS &&
	     cairo_surface_status(to) == CAIRO_STATUS_SUCCESS;
	if (ok)
		paint(to, in, from, orientation, out);
	cairo_surface_destroy(in);
	cairo_surface_destroy(to);
	divide(out);
	return ok;
}
#endif
