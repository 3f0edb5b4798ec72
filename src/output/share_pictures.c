#include "output/share_pictures.h"

#include "draw/picture.h"
#include "draw/share.h"
#include "kinds/english.h"
#include "site/english.h"
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

/* "Khoa Nội · 12/10/2026", or what there is of it. */
static struct str unit_and_day(struct arena *a, struct str unit, struct str day)
{
	return unit.n && day.n ? str_fmt(a, STR_FMT " · " STR_FMT, STR_ARG(unit), STR_ARG(day))
	       : unit.n        ? unit
			       : day;
}

/* Of a page in Vietnamese. */
static void tell_page(struct arena *a, const struct page *p, struct share *share)
{
	const struct page *unit = p->common->unit.to;
	struct date day = page_last_change(p);

	share->title = p->title;
	share->above = p->section->setting->name;
	share->below = unit_and_day(a, unit ? unit->title : STR(""),
				    date_is_set(day) ? date_short(a, day) : STR(""));
}

static struct str in_english(struct arena *a, const struct site *s, struct str text)
{
	return english_text(s, a, text, NULL);
}

/* What nobody says in English is left out. */
static void tell_in_english(struct arena *a, const struct site *s, const struct english_page *e,
			    struct share *share)
{
	static const char *const titles[] = {
		[ENGLISH_HOME] = "Information in English", [ENGLISH_PROCEDURES] = "Procedures",
		[ENGLISH_PROCEDURE] = "Procedures",        [ENGLISH_CONTACTS] = "Contacts",
		[ENGLISH_ORGANISATION] = "Organisation",
	};
	const struct page *unit = e->page ? e->page->common->unit.to : NULL;

	share->title = str_of(titles[e->sort]);
	share->above = in_english(a, s, share->above);
	share->issuer = in_english(a, s, share->issuer);
	if (!e->page)
		return;
	share->above = share->title;
	share->title = in_english(a, s, e->page->title);
	share->below = unit_and_day(a, unit ? in_english(a, s, unit->title) : STR(""),
				    english_date(a, page_last_change(e->page)));
}

static struct share share_of(struct arena *a, const struct site *s,
			     const struct share_subject *subject)
{
	const struct config *c = s->config;
	struct theme_head head = theme_head(c->theme);
	struct share share = {.title = c->name,
			      .above = c->organisation->superior,
			      .issuer = c->organisation->name,
			      .ground = head.ground,
			      .ink = head.ink,
			      .mark = head.ornament};

	if (subject->english)
		tell_in_english(a, s, subject->english, &share);
	else if (subject->page)
		tell_page(a, subject->page, &share);
	return share;
}

static struct str url_of(struct arena *a, const struct share *share)
{
	struct str ground = colour_text(a, share->ground), mark = colour_text(a, share->mark);
	struct str words = str_fmt(
		a,
		STR_FMT "\n" STR_FMT "\n" STR_FMT "\n" STR_FMT "\n" STR_FMT " " STR_FMT " %d",
		STR_ARG(share->title), STR_ARG(share->above), STR_ARG(share->below),
		STR_ARG(share->issuer), STR_ARG(ground), STR_ARG(mark), SHARE_MADE);

	return str_fmt(a, "anh/chia-se/%016llx.png", (unsigned long long)str_hash(words, 0));
}

struct str share_picture_url(struct arena *a, const struct site *s,
			     const struct share_subject *subject)
{
	struct share share = share_of(a, s, subject);

	return url_of(a, &share);
}

void share_picture_make(const struct viewing *w, struct buf *out)
{
	const struct share_subject subject = {w->output->page, w->output->english};
	struct share share = share_of(w->arena, w->site, &subject);

	buf_add(out, share_draw(w->arena, &share));
}

/* Where it was planned, as the home page's is when there are any. */
const struct value *view_share_picture(const struct viewing *w)
{
	const struct output *o = w->output;
	const struct share_subject subject = {o->kind == OUTPUT_PAGE ? o->page : NULL,
					      o->english};
	struct share share;
	struct value *v;

	if (!w->outputs->has_share_pictures)
		return value_null(w->arena);
	share = share_of(w->arena, w->site, &subject);
	v = value_map(w->arena);
	view_set(w, v, "url_day_du", view_absolute(w, url_of(w->arena, &share)));
	view_set(w, v, "rong", value_int(w->arena, SHARE_WIDTH));
	view_set(w, v, "cao", value_int(w->arena, SHARE_HEIGHT));
	view_set(w, v, "mo_ta",
		 view_text(w, str_fmt(w->arena, STR_FMT " – " STR_FMT, STR_ARG(share.title),
				      STR_ARG(share.issuer))));
	return v;
}
