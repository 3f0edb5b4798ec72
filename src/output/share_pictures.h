/*
 * share_pictures - a picture for each page, for when its address is passed on, where
 * site.yaml wants them (anh_chia_se). Its address is named by what it shows, so one that is
 * there already is right and is not drawn again.
 */
#ifndef CCHC_OUTPUT_SHARE_PICTURES_H
#define CCHC_OUTPUT_SHARE_PICTURES_H

#include "output/view.h"

/* Are they wanted, and can they be drawn? That they cannot is told, with what is missing. */
bool share_pictures_wanted(const struct site *s, struct diag *d);

/* Whose picture it is: a page's, or an English page's; with neither the site's. */
struct share_subject {
	const struct page *page;
	const struct english_page *english; /* comes first */
};

/* The picture's address below the base, in a. */
struct str share_picture_url(struct arena *a, const struct site *s,
			     const struct share_subject *subject);

/* {url_day_du, rong, cao, mo_ta} of an output; null where there are none. */
const struct value *view_share_picture(const struct viewing *w);

make_fn share_picture_make;

#endif
