/*
 * qr - a text as a QR code: one inline SVG with one path, for paper and screen.
 *
 * Error correction level M (15 % of it may be dirty), the smallest version that holds
 * the text, and the quiet zone that scanners need around it as part of the picture.
 */
#ifndef CCHC_DRAW_QR_H
#define CCHC_DRAW_QR_H

#include "base/str.h"

enum {
	QR_QUIET = 4,       /* modules on each side */
	QR_TEXT_MAX = 2331, /* bytes: version 40, level M */
};

/* title and desc are what a screen reader says of it. False, and nothing is added, when
 * text is empty or longer than QR_TEXT_MAX. */
bool qr_put(struct buf *out, struct str text, struct str title, struct str desc);

/* The version it takes, 1 to 40: a code of version v is 17 + 4v modules wide, so a short
 * address gives large modules. 0 when it does not fit. */
int qr_version(struct str text);

#endif
