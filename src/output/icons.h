/*
 * icons - the site's signs on browsers' tabs and phones' screens, among its assets:
 * bieu-tuong.svg and bieu-tuong-48.png, -192.png, -512.png.
 *
 * Those of the installed assets become the institution's: of its logo when that is a
 * picture, else in its main colour. A site's own files of these names stay as they are, and
 * so do all without the libraries for pictures, but for the SVG.
 */
#ifndef CCHC_OUTPUT_ICONS_H
#define CCHC_OUTPUT_ICONS_H

#include "output/assets.h"

/* The asset's bytes, when they are not those of its file; else empty. installed: it is one
 * of cchc. logo: the asset that site.yaml names; NULL without one. */
struct str icon_of_asset(struct arena *a, const struct site *s, const struct asset *asset,
			 const struct asset *logo);

#define ICON_OF_ROOT "bieu-tuong-48.png"

/* favicon.ico: what browsers and readers of feeds ask a web root for by themselves, with the
 * PNG of 48 pixels in it. Empty when that cannot be read. */
struct str icon_of_root(struct arena *a, const struct asset *png);

#endif
