/*
 * pictures - the photographs and drawings of the site in the sizes that screens need.
 *
 * A picture that pages show stands at its own address in at most PICTURE_WIDTH_MAX pixels
 * across, without what a camera wrote beside the pixels; and smaller, as WebP, at
 * addresses below anh/ that are named by its bytes. What has been made is kept in
 * .cchc/anh/, named in the same way, so that it is made once.
 */
#ifndef CCHC_SITE_PICTURES_H
#define CCHC_SITE_PICTURES_H

#include "draw/picture.h"
#include "site/site.h"

enum {
	PICTURE_WIDTH_MAX = 1600,
	PICTURE_PHONE = 800,             /* the widest that phones are offered */
	PICTURE_PHONE_BYTES = 60 * 1000, /* at most: what a picture may cost there */
	PICTURE_VARIANTS = 8,
};

struct picture_variant {
	enum picture_format format;
	uint32_t width;
	uint64_t bytes;
	struct str disk; /* where its bytes lie */
	struct str url;  /* below the site's base */
};

struct site_picture {
	struct str path; /* content/tin-bai/anh/x.jpg */
	struct str url;  /* below the site's base */
	uint32_t width, height;
	struct str clean; /* on disk: what stands at the url; empty: the file itself */
	struct picture_variant variants[PICTURE_VARIANTS]; /* by width within a format */
	size_t n;
};

/* After site_inspect(). Fills s->pictures. make: what is not in .cchc/anh/ yet is made;
 * else only what is there is offered. A picture that gives no sizes is named in a warning
 * and shown as it is. False, and reported, when the machine fails. */
bool site_make_pictures(struct site *s, struct arena *a, struct crew *crew, bool make,
			struct diag *d) MUST_USE;

/* By its address as pages write it, from the web root; NULL: none of ours. */
const struct site_picture *site_picture(const struct site *s, struct str address);

/* By the file's path, or NULL. */
const struct site_picture *site_picture_of_file(const struct site *s, struct str path);

#endif
