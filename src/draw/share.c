#include "draw/share.h"

#ifdef WITH_PICTURES
#include <math.h>

#include <pango/pangocairo.h>

#include "draw/picture_parts.h"

enum {
	MARGIN = 72,
	TOP = 76,
	TITLE_TOP = 138,
	TITLE_HEIGHT = 310,
	FOOT = 508, /* where the line above the issuer stands */
	RINGS = 7,
};

/* From what a short title deserves to what the longest one needs; pixels. */
static const int title_sizes[] = {76, 66, 58, 50, 44};

struct sheet {
	cairo_surface_t *surface;
	cairo_t *c;
};

static void set_colour(struct sheet *s, struct colour colour, double alpha)
{
	cairo_set_source_rgba(s->c, colour.red / 255.0, colour.green / 255.0,
			      colour.blue / 255.0, alpha);
}

/* The rings of a bronze drum, cut off by the corner. */
static void put_rings(struct sheet *s, struct colour colour)
{
	const double x = SHARE_WIDTH - 40, y = 60;

	set_colour(s, colour, 0.22);
	for (int i = 0; i < RINGS; i++) {
		cairo_set_line_width(s->c, i % 3 == 1 ? 10 : 3);
		cairo_arc(s->c, x, y, 70 + i * 38, 0, 2 * acos(-1));
		cairo_stroke(s->c);
	}
}

static PangoLayout *layout_of(struct sheet *s, struct str text, int size, bool bold)
{
	PangoLayout *layout = pango_cairo_create_layout(s->c);
	PangoFontDescription *font = pango_font_description_from_string(
		"Be Vietnam Pro, Noto Sans, DejaVu Sans, Liberation Sans, Sans");

	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
	pango_layout_set_font_description(layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(layout, (SHARE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
	pango_layout_set_text(layout, text.p, (int)text.n);
	return layout;
}

static void put_layout(struct sheet *s, PangoLayout *layout, int y, struct colour colour)
{
	set_colour(s, colour, 1);
	cairo_move_to(s->c, MARGIN, y);
	pango_cairo_show_layout(s->c, layout);
	g_object_unref(layout);
}

static void put_line(struct sheet *s, struct str text, int y, int size, bool bold,
		     struct colour colour)
{
	if (text.n)
		put_layout(s, layout_of(s, text, size, bold), y, colour);
}

static bool fits(PangoLayout *layout)
{
	int width, height;

	pango_layout_get_pixel_size(layout, &width, &height);
	return height <= TITLE_HEIGHT && !pango_layout_is_ellipsized(layout);
}

static void put_title(struct sheet *s, struct str title, struct colour colour)
{
	PangoLayout *layout = NULL;

	for (size_t i = 0; i < COUNT(title_sizes); i++) {
		if (layout)
			g_object_unref(layout);
		layout = layout_of(s, title, title_sizes[i], true);
		pango_layout_set_height(layout, TITLE_HEIGHT * PANGO_SCALE);
		if (fits(layout))
			break;
	}
	put_layout(s, layout, TITLE_TOP, colour);
}

static void draw(struct sheet *s, const struct share *share)
{
	set_colour(s, share->ground, 1);
	cairo_paint(s->c);
	put_rings(s, share->mark);
	put_line(s, share->above, TOP, 34, true, share->mark);
	put_title(s, share->title, share->ink);
	set_colour(s, share->mark, 1);
	cairo_rectangle(s->c, MARGIN, FOOT - 22, 96, 6);
	cairo_fill(s->c);
	put_line(s, share->issuer, FOOT, 34, true, share->ink);
	put_line(s, share->below, FOOT + 52, 28, false, share->ink);
}

bool share_can(void)
{
	struct sheet s = {
		.surface = cairo_image_surface_create(CAIRO_FORMAT_A8, SHARE_WIDTH, 1),
	};
	PangoLayout *layout;
	bool can;

	s.c = cairo_create(s.surface);
	layout = layout_of(&s, STR("ẰẲẴẶẤẨẪẬỀỂỄỆỐỖỘỜỠỢỪỮỰỲỸỴĐằẳẵặấẩẫậềểễệốỗộờỡợừữựỳỹỵđ"), 20,
			   true);
	can = pango_layout_get_unknown_glyphs_count(layout) == 0;
	g_object_unref(layout);
	cairo_destroy(s.c);
	cairo_surface_destroy(s.surface);
	return can;
}

struct str share_draw(struct arena *a, const struct share *share)
{
	struct arena scratch = {0};
	struct pixels p = {arena_array(&scratch, uint32_t, SHARE_WIDTH * SHARE_HEIGHT),
			   SHARE_WIDTH, SHARE_HEIGHT};
	struct sheet s = {
		.surface = cairo_image_surface_create_for_data((unsigned char *)p.at,
							       CAIRO_FORMAT_RGB24, SHARE_WIDTH,
							       SHARE_HEIGHT, SHARE_WIDTH * 4),
	};
	struct str out;

	s.c = cairo_create(s.surface);
	draw(&s, share);
	cairo_destroy(s.c);
	cairo_surface_flush(s.surface);
	out = str_dup(a, png_write_drawing(&scratch, &p));
	cairo_surface_destroy(s.surface);
	arena_free(&scratch);
	return out.n <= SHARE_BYTES_MAX ? out : STR("");
}

#else

bool share_can(void)
{
	return false;
}

struct str share_draw(struct arena *a, const struct share *s)
{
	(void)a;
	(void)s;
	return STR("");
}

#endif
