#include "site/theme.h"

#include "draw/colour.h"
#include "kinds/access_rules.h"
#include "kinds/common.h"

static const struct field theme_fields[] = {
	{.key = "chinh",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct theme, main),
	 .label = "Màu chính",
	 .about = N_("The main colour, of the head, buttons and links: dark enough to be read "
		     "on the page."),
	 .example = "\"#0b5394\""},
	{.key = "nhan",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct theme, accent),
	 .label = "Màu nhấn",
	 .about = N_("The colour of the emergency strip, with white letters on it."),
	 .example = "\"#96261b\""},
	{0},
};

const struct schema theme_schema = {
	.name = N_("an institution's colours"),
	.size = sizeof(struct theme),
	.fields = theme_fields,
};

/* Of assets/site.css, and kept so by tests/unit/test_theme.c: letters on coloured grounds, its
 * own main colour, the tinted grounds of the page, and the drum's band. */
static const struct colour white = {255, 255, 255}, own_main = {0x0d, 0x4a, 0x4a},
			   light_ground = {0xef, 0xf4, 0xf0}, dark_ground = {0x1c, 0x25, 0x23},
			   ornament = {0xd9, 0xb3, 0x6c};

/* WCAG 2.2: of text (1.4.3), of shapes (1.4.11), and more than must be where we choose. */
static const double of_text = 4.5, of_shapes = 3, at_ease = 7;

static bool check_colour(struct str text, struct colour ground, struct pos at, struct arena *a,
			 struct diag *d)
{
	struct colour c;
	const struct rule *contrast = &access_rules[ACCESS_CONTRAST];
	struct str better;
	int hundredths;

	if (!text.n)
		return true;
	if (!colour_parse(text, &c))
		return diag_error(d, at,
				  _("\"" STR_FMT "\" is no colour; write # and six digits or "
				    "letters a to f, such as #0b5394"),
				  STR_ARG(text));
	if (colour_contrast(c, ground) >= of_text)
		return true;
	better = colour_text(a, colour_darker(c, ground, of_text));
	hundredths = (int)(colour_contrast(c, ground) * 100);
	diag_find(
		d, contrast->level, contrast->code, at,
		str_fmt(d->arena,
			_("the colour \"" STR_FMT "\" is too pale to be read: its contrast is "
			  "%d.%02d, and 4.5 is needed; " STR_FMT
			  " is the nearest of its hue that would do"),
			STR_ARG(text), hundredths / 100, hundredths % 100, STR_ARG(better)));
	return false;
}

bool theme_check(const struct theme *t, const struct value *written, struct arena *a,
		 struct diag *d)
{
	bool ok;

	if (!t)
		return true;
	ok = check_colour(t->main, light_ground, place_of_field(written, "chinh"), a, d);
	ok &= check_colour(t->accent, white, place_of_field(written, "nhan"), a, d);
	return ok;
}

static void put_property(struct buf *out, const char *name, struct colour c)
{
	struct str text = colour_text(out->arena, c);

	buf_fmt(out, "--mau-%s:" STR_FMT ";", name, STR_ARG(text));
}

static void put_main(struct buf *out, struct colour c, bool dark)
{
	struct colour ground = dark ? colour_darker(c, white, at_ease) : c;

	put_property(out, "chinh", ground);
	put_property(out, "chu-tren-chinh", white);
	put_property(out, "lien-ket", dark ? colour_lighter(c, dark_ground, at_ease) : c);
	put_property(out, "hoa-van", colour_lighter(ornament, ground, of_shapes));
}

static void put_accent(struct buf *out, struct colour c, bool dark)
{
	put_property(out, "nhan", dark ? colour_darker(c, white, at_ease) : c);
	put_property(out, "chu-tren-nhan", white);
}

static void put_colours(struct buf *out, const struct theme *t, bool dark)
{
	struct colour c;

	buf_add_z(out, ":root{");
	if (colour_parse(t->main, &c))
		put_main(out, c, dark);
	if (colour_parse(t->accent, &c))
		put_accent(out, c, dark);
	buf_add_z(out, "}");
}

struct str theme_css(struct arena *a, const struct theme *t)
{
	struct buf out = {.arena = a};

	if (!t || (!t->main.n && !t->accent.n))
		return (struct str){0};
	buf_add_z(&out, "\n@media screen{");
	put_colours(&out, t, false);
	buf_add_z(&out, "}\n@media screen and (prefers-color-scheme:dark){");
	put_colours(&out, t, true);
	buf_add_z(&out, "}\n");
	return buf_str(&out);
}

struct theme_head theme_head(const struct theme *t)
{
	struct colour ground;

	if (!t || !colour_parse(t->main, &ground))
		ground = own_main;
	return (struct theme_head){ground, white, colour_lighter(ornament, ground, of_text)};
}
