/*
 * xml - reads what S3 and WebDAV servers answer, piece by piece: names without their
 * prefixes, texts without their escapes. It checks nothing; what it does not understand it
 * passes over.
 */
#ifndef CCHC_NET_XML_H
#define CCHC_NET_XML_H

#include "base/str.h"

struct xml_piece {
	struct str name; /* of the tag: "href" for "<D:href>" */
	bool ends;       /* "</D:href>", or "<D:collection/>" */
	struct str text; /* what stands before the tag, as text, in the arena */
};

/* The next tag; false when there is none. *rest begins with the whole text. */
bool xml_next(struct arena *a, struct str *rest, struct xml_piece *piece);

#endif
