/*
 * broadcast - an article as it is read over the loudspeaker: its summary and the
 * paragraphs that its author has marked, or else the first ones, in full words.
 */
#ifndef CCHC_KINDS_BROADCAST_H
#define CCHC_KINDS_BROADCAST_H

#include "data/schema.h"

enum {
	BROADCAST_PARAGRAPHS = 2, /* of the body, when none is marked */
	BROADCAST_RATE_MIN = 60,  /* syllables a minute */
	BROADCAST_RATE_MAX = 400,
};

enum dialect {
	DIALECT_NORTH,
	DIALECT_SOUTH, /* lẻ, ngàn */
};

struct loudspeaker { /* phat_thanh of site.yaml */
	int dialect; /* enum dialect; -1 when not written */
	int64_t rate;
	struct str greeting, closing;
};

extern const struct schema loudspeaker_schema;

/* The script as templates see it: {doan: [text], so_tieng, giay, thoi_luong}. Either from
 * `text` as its author wrote it, or, when that is empty, from the summary and the body's
 * HTML. seconds: as somebody measured; 0 or less: computed. */
const struct value *broadcast_view(struct arena *a, const struct loudspeaker *l,
				   struct str text, struct str summary, struct str html,
				   int64_t seconds);

#endif
