/*
 * assets - what pages are made of beside their words: stylesheets, scripts, the logo.
 *
 * Every file below assets/ is published once, under a name that says what is in it
 * (tai-nguyen/site.3f2a9c1b07.css), so that a server may tell browsers to keep it for a
 * year: when it changes, its name does. A stylesheet's addresses are written anew, so that
 * what it takes (a picture, a font, another stylesheet) has such a name too.
 */
#ifndef CCHC_OUTPUT_ASSETS_H
#define CCHC_OUTPUT_ASSETS_H

#include "data/value.h"
#include "site/site.h"

#define ASSETS_FOLDER "tai-nguyen/"

enum {
	FINGERPRINT_DIGITS = 10,
	STYLESHEET_MAX = 1024 * 1024, /* bytes of one stylesheet */
	ASSETS_MAX = 10000,           /* files below assets/ */
};

struct asset {
	struct str name;      /* below assets/: "anh/nen.png" */
	struct str from;      /* its file */
	struct str url;       /* below the base; empty while it is not known, or withheld */
	struct str integrity; /* "sha256-..." */
	struct str text;      /* of a stylesheet, and of an icon that was made; else empty */
	bool is_installed;    /* not the site's own file */
	bool is_open;         /* private: of a stylesheet whose addresses are being written */
};

struct assets {
	struct asset *items; /* by name */
	size_t n;
	struct map by_name; /* to struct asset */
};

/* The site's own assets and the installed ones; of two with one name the site's own. NULL,
 * and reported, when a stylesheet takes something that is not there, or from elsewhere.
 * What the gate holds back is reported too and has no URL. */
struct assets *assets_read(struct arena *a, const struct site *s, struct str share,
			   struct diag *d) MUST_USE;

/* The name under which layouts know an asset: site_css of "site.css". Where two have one
 * name, layouts know neither by it. */
struct str asset_key(struct arena *a, struct str name);

#endif
