#include "draw/colour.h"

#include <math.h>

enum {
	LIGHTNESS_STEPS = 1000,
};

struct hsl { /* each 0 to 1 */
	double hue, saturation, lightness;
};

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool colour_parse(struct str text, struct colour *c)
{
	size_t each = text.n == 4 ? 1 : 2;
	int parts[3];

	if ((text.n != 4 && text.n != 7) || text.p[0] != '#')
		return false;
	for (size_t i = 0; i < 3; i++) {
		int high = hex_digit(text.p[1 + i * each]);
		int low = hex_digit(text.p[each + i * each]);

		if (high < 0 || low < 0)
			return false;
		parts[i] = high * 16 + low;
	}
	*c = (struct colour){(unsigned char)parts[0], (unsigned char)parts[1],
			     (unsigned char)parts[2]};
	return true;
}

struct str colour_text(struct arena *a, struct colour c)
{
	return str_fmt(a, "#%02x%02x%02x", c.red, c.green, c.blue);
}

static double linear(unsigned char part)
{
	double x = part / 255.0;

	return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour c)
{
	return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

double colour_contrast(struct colour a, struct colour b)
{
	double x = luminance(a), y = luminance(b);

	return (fmax(x, y) + 0.05) / (fmin(x, y) + 0.05);
}

static double hue_of(double r, double g, double b, double most, double span)
{
	double hue;

	if (most <= r)
		hue = (g - b) / span;
	else if (most <= g)
		hue = (b - r) / span + 2;
	else
		hue = (r - g) / span + 4;
	return (hue < 0 ? hue + 6 : hue) / 6;
}

static struct hsl hsl_of(struct colour c)
{
	double r = c.red / 255.0, g = c.green / 255.0, b = c.blue / 255.0;
	double most = fmax(r, fmax(g, b)), least = fmin(r, fmin(g, b)), span = most - least;
	struct hsl h = {0, 0, (most + least) / 2};

	if (span > 0) {
		h.hue = hue_of(r, g, b, most, span);
		h.saturation = span / (1 - fabs(2 * h.lightness - 1));
	}
	return h;
}

/* One of red (n = 0), green (8) and blue (4): CSS Color 4, HSL to sRGB. */
static unsigned char part_of(struct hsl h, double n)
{
	double k = fmod(n + h.hue * 12, 12);
	double reach = h.saturation * fmin(h.lightness, 1 - h.lightness);
	double x = h.lightness - reach * fmax(-1, fmin(fmin(k - 3, 9 - k), 1));

	return (unsigned char)lround(fmin(fmax(x, 0), 1) * 255);
}

static struct colour with_lightness(struct hsl h, double lightness)
{
	h.lightness = lightness;
	return (struct colour){part_of(h, 0), part_of(h, 8), part_of(h, 4)};
}

/* From c to black (end 0) or white (end 1), until it can be read. */
static struct colour move_to(struct colour c, double end, struct colour ground, double contrast)
{
	struct hsl h = hsl_of(c);
	struct colour x = c;

	for (int i = 1; i <= LIGHTNESS_STEPS && colour_contrast(x, ground) < contrast; i++)
		x = with_lightness(h, h.lightness + (end - h.lightness) * i / LIGHTNESS_STEPS);
	return x;
}

struct colour colour_darker(struct colour c, struct colour ground, double contrast)
{
	return move_to(c, 0, ground, contrast);
}

struct colour colour_lighter(struct colour c, struct colour ground, double contrast)
{
	return move_to(c, 1, ground, contrast);
}
