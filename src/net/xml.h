/*
 * xml - reads what S3 and WebDAV servers answer: a whole document, element by element.
 */
#ifndef CCHC_NET_XML_H
#define CCHC_NET_XML_H

#include "base/str.h"

enum {
	XML_DEPTH_MAX = 64, /* elements inside each other */
};

/* Called as an element ends. path: its name behind those of the elements around it, without
 * prefixes, "multistatus/response/href"; text: what stands in it, of one that holds others
 * what stands behind the last of them. Both are UTF-8 and good until it returns. */
typedef void xml_element_fn(void *context, struct str path, struct str text);

/* Tell of each element. One that is not of this namespace has no name ("multistatus//href");
 * space NULL: it is not looked at.
 *
 * The result is empty when xml is one whole document. Else it says in the arena what is wrong
 * and where, in English, for those who know XML; and of what each() has been told nothing may
 * be used. Wrong are what is not well-formed, what ends before its end, an encoding other
 * than UTF-8, UTF-16, ISO-8859-1 and ASCII, what is nested too deep, and a DOCTYPE: so there
 * are no entities that could grow. */
struct str xml_read(struct arena *a, struct str xml, const char *space, xml_element_fn *each,
		    void *context) MUST_USE;

#endif
