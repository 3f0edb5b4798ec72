/*
 * slug - a title as a path segment: "Đăng ký khám bệnh" is dang-ky-kham-benh.
 *
 * Folded, other characters than letters and digits become '-', "+" becomes "cong",
 * "&" and "%" vanish, cut at a word at SLUG_MAX bytes. A title without a letter or
 * digit has the empty slug: the caller says what then.
 */
#ifndef CCHC_VIET_SLUG_H
#define CCHC_VIET_SLUG_H

#include "base/str.h"

enum {
	SLUG_MAX = 96, /* bytes, all ASCII */
};

struct str viet_slug(struct arena *a, struct str title);

/* ^[a-z0-9]+(-[a-z0-9]+)*$ and at most SLUG_MAX bytes */
bool viet_is_slug(struct str s);

/* The first letter or digit of each word: "cgcs" of "cap-giay-chung-sinh". */
struct str viet_slug_initials(struct arena *a, struct str slug);

#endif
