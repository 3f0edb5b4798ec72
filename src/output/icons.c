#include "output/icons.h"

#include "base/path.h"
#include "draw/colour.h"
#include "draw/picture.h"

enum {
	ICON_FILE_MAX = 8 * 1024 * 1024, /* bytes of a logo */
};

static const struct {
	const char *name;
	uint32_t side;
} pictures[] = {
	{ICON_OF_ROOT, 48},
	{"bieu-tuong-192.png", 192},
	{"bieu-tuong-512.png", 512},
};

static uint32_t side_of(struct str name)
{
	for (size_t i = 0; i < COUNT(pictures); i++) {
		if (str_eq_z(name, pictures[i].name))
			return pictures[i].side;
	}
	return 0;
}

static bool read_quietly(struct arena *a, struct str path, struct str *bytes)
{
	struct diag quiet = {.arena = a};

	return file_read(a, path, ICON_FILE_MAX, bytes, &quiet);
}

static struct str of_logo(struct arena *a, const struct asset *logo, uint32_t side)
{
	struct str bytes;
	struct file_facts facts = {0};

	if (!logo || !read_quietly(a, logo->from, &bytes))
		return (struct str){0};
	file_facts_look(a, bytes, &facts);
	return picture_icon(a, bytes, &facts, side);
}

static uint32_t number_of(struct colour c)
{
	return (uint32_t)c.red << 16 | (uint32_t)c.green << 8 | c.blue;
}

static struct str in_colour(struct arena *a, const struct site *s, const struct asset *asset)
{
	struct colour ground = theme_head(s->config->theme).ground;
	struct colour usual = theme_head(NULL).ground;
	struct str bytes, usual_text = colour_text(a, usual);
	size_t at;

	if (number_of(ground) == number_of(usual) || !read_quietly(a, asset->from, &bytes))
		return (struct str){0};
	if (!path_has_extension(asset->name, "svg"))
		return picture_tint(a, bytes, number_of(usual), number_of(ground));
	if (!str_find(bytes, usual_text, 0, &at))
		return (struct str){0};
	return str_concat(a, str_head(bytes, at), colour_text(a, ground),
			  str_from(bytes, at + usual_text.n));
}

struct str icon_of_asset(struct arena *a, const struct site *s, const struct asset *asset,
			 const struct asset *logo)
{
	uint32_t side = side_of(asset->name);
	struct str made = {0};

	if (side)
		made = of_logo(a, logo, side);
	if (!made.n && (side || str_eq_z(asset->name, "bieu-tuong.svg")))
		made = in_colour(a, s, asset);
	return made;
}

/* In n bytes, the lowest first. */
static void put_number(struct buf *out, size_t number, int n)
{
	for (int i = 0; i < n; i++)
		buf_byte(out, (char)(number >> 8 * i & 0xff));
}

/* An ICO may hold a PNG as it is: a head, and one entry of a list. */
struct str icon_of_root(struct arena *a, const struct asset *png)
{
	enum {
		HEAD = 6,
		ENTRY = 16,
		TYPE_ICON = 1,
		BITS_A_PIXEL = 32
	};
	struct buf out = {.arena = a};
	struct str bytes = png->text;

	if (!bytes.n && !read_quietly(a, png->from, &bytes))
		return (struct str){0};
	put_number(&out, 0, 2);
	put_number(&out, TYPE_ICON, 2);
	put_number(&out, 1, 2);
	put_number(&out, side_of(png->name), 1);
	put_number(&out, side_of(png->name), 1);
	put_number(&out, 0, 2); /* no palette */
	put_number(&out, 1, 2); /* planes */
	put_number(&out, BITS_A_PIXEL, 2);
	put_number(&out, bytes.n, 4);
	put_number(&out, HEAD + ENTRY, 4);
	buf_add(&out, bytes);
	return buf_str(&out);
}
