/*
 * share - the picture that a page goes with when its address is passed on: title, what it
 * is, unit and date on the site's colour, as a PNG that Facebook and Zalo take.
 *
 * Drawn with the fonts of the machine that builds; the same page gives the same bytes on
 * the same machine. Needs the libraries for pictures (see picture.h).
 */
#ifndef CCHC_DRAW_SHARE_H
#define CCHC_DRAW_SHARE_H

#include "draw/colour.h"

enum {
	/* What Facebook and Zalo ask for; theirs is a bound of 8 MB, ours is for phones. */
	SHARE_WIDTH = 1200,
	SHARE_HEIGHT = 630,
	SHARE_BYTES_MAX = 100 * 1000,
	SHARE_MADE = 1, /* goes up when the same page would give another picture */
};

struct share {
	struct str title;
	struct str above;                /* what it is: "Thủ tục" */
	struct str below;                /* unit and date; may be empty */
	struct str issuer;               /* the institution */
	struct colour ground, ink, mark; /* behind, of texts, of what stands above */
};

/* Are the libraries there, and a font with every letter of Vietnamese? */
bool share_can(void);

/* The PNG, in a; empty without the libraries. */
struct str share_draw(struct arena *a, const struct share *s);

#endif
