#include "output/share_pictures.h"

#include "draw/picture.h"
#include "draw/share.h"
#include "site/theme.h"

bool share_pictures_wanted(const struct site *s, struct diag *d)
{
	struct pos at;

	if (!s->config->share_pictures)
		return false;
	at = place_of_field(s->config->written, "anh_chia_se");
	if (!picture_can())
		diag_advise(d, at,
			    _("cchc was built without the libraries for pictures: pages have "
			      "no picture for when they are shared"));
	else if (!share_can())
		diag_advise(
			d, at,
			_("this machine has no font with all letters of Vietnamese, such as "
			  "Noto Sans or DejaVu Sans: pages have no picture for when they "
			  "are shared"));
	else
		return true;
	return false;
}

static struct str unit_and_day(struct arena *a, const struct page *p)
{
	const struct page *unit = p->common->unit.to;
	struct date day = page_last_change(p);
	struct str words = date_is_set(day) ? date_short(a, day) : STR("");

	if (!unit)
		return words;
	return words.n ? str_fmt(a, STR_FMT " · " STR_FMT, STR_ARG(unit->title), STR_ARG(words))
		       : unit->title;
}

static struct share share_of(struct arena *a, const struct site *s, const struct page *p)
{
	const struct config *c = s->config;
	struct theme_head head = theme_head(c->theme);
	struct share share = {.title = c->name,
			      .above = c->organisation->superior,
			      .issuer = c->organisation->name,
			      .ground = head.ground,
			      .ink = head.ink,
			      .mark = head.ornament};

	if (!p)
		return share;
	share.title = p->title;
	share.above = p->section->setting->name;
	share.below = unit_and_day(a, p);
	return share;
}

struct str share_picture_url(struct arena *a, const struct site *s, const struct page *p)
{
	struct share share = share_of(a, s, p);
	struct str ground = colour_text(a, share.ground), mark = colour_text(a, share.mark);
	struct str words = str_fmt(
		a,
		STR_FMT "\n" STR_FMT "\n" STR_FMT "\n" STR_FMT "\n" STR_FMT " " STR_FMT " %d",
		STR_ARG(share.title), STR_ARG(share.above), STR_ARG(share.below),
		STR_ARG(share.issuer), STR_ARG(ground), STR_ARG(mark), SHARE_MADE);

	return str_fmt(a, "anh/chia-se/%016llx.png", (unsigned long long)str_hash(words, 0));
}

void share_picture_make(const struct viewing *w, struct buf *out)
{
	struct share share = share_of(w->arena, w->site, w->output->page);

	buf_add(out, share_draw(w->arena, &share));
}

/* Where it was planned, as the home page's is when there are any. */
const struct value *view_share_picture(const struct viewing *w)
{
	const struct page *p = w->output->kind == OUTPUT_PAGE ? w->output->page : NULL;
	struct share share;
	struct value *v;

	if (!w->outputs->has_share_pictures)
		return value_null(w->arena);
	share = share_of(w->arena, w->site, p);
	v = value_map(w->arena);
	view_set(w, v, "url_day_du", view_absolute(w, share_picture_url(w->arena, w->site, p)));
	view_set(w, v, "rong", value_int(w->arena, SHARE_WIDTH));
	view_set(w, v, "cao", value_int(w->arena, SHARE_HEIGHT));
	view_set(w, v, "mo_ta",
		 view_text(w, str_fmt(w->arena, STR_FMT " – " STR_FMT, STR_ARG(share.title),
				      STR_ARG(share.issuer))));
	return v;
}
