/*
 * images - every <img> that shows a picture of the site gets the sizes that there are of
 * it, so that neither a layout nor a text has to name them.
 *
 *	<img src="/cchc/anh/x.jpg" alt="...">
 * becomes
 *	<picture>
 *	  <source type="image/webp" media="..." srcset="... 400w, ... 800w" sizes="...">
 *	  <source type="image/webp" srcset="..." sizes="...">
 *	  <img src="/cchc/anh/x.jpg" alt="..." srcset="..." sizes="..." width="..." height="...">
 *	</picture>
 *
 * Phones are offered sizes of PICTURE_PHONE pixels and less, however fine their screen is.
 * Width and height are written, so that nothing moves when a picture comes; all pictures
 * but a page's first are fetched when they are near. What the tag says itself stays, but for
 * sizes where there is but one size.
 */
#ifndef CCHC_OUTPUT_IMAGES_H
#define CCHC_OUTPUT_IMAGES_H

#include "site/pictures.h"

/* A page with its images; html itself when it shows none of ours. */
struct str images_offer_sizes(struct arena *a, const struct site *s, struct str html);

#endif
