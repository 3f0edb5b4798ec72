/*
 * media_rules - what must be right about a media item (SP-01 to SP-30). Private to
 * media*.c.
 */
#ifndef CCHC_KINDS_MEDIA_RULES_H
#define CCHC_KINDS_MEDIA_RULES_H

#include "kinds/media.h"

enum {
	MEDIA_RULES = 30,
};

extern const struct rule *const media_rules[MEDIA_RULES];

void media_inspect(const void *data, struct inspection *i);

/* Does visitors' software show one of its files as a picture? */
bool media_is_picture(const struct media_file *file);

#endif
