/*
 * asset_addresses - assets that a site's own layouts and scripts name by an address that
 * somebody wrote out.
 *
 * "/tai-nguyen/site.css" is nowhere, since an asset's published name says what is in it
 * (assets.h); a browser gets a 404 that nobody sees. An address with today's name holds
 * until the file changes. Stylesheets are not looked at: their addresses are written anew.
 */
#ifndef CCHC_OUTPUT_ASSET_ADDRESSES_H
#define CCHC_OUTPUT_ASSET_ADDRESSES_H

#include "output/output.h"

enum {
	SCRIPT_MAX = 1024 * 1024, /* bytes: a larger script is a library, and not looked at */
};

/* Warn of each, with what to write in its place. Before anything is rendered: what counts
 * is what the author wrote. */
void asset_addresses_check(struct arena *a, const struct site *s, const struct layouts *l,
			   const struct outputs *o, struct diag *d);

#endif
