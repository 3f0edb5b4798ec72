/*
 * html - what several rooms need to know of HTML, XML and URLs: escaping.
 */
#ifndef CCHC_TEXT_HTML_H
#define CCHC_TEXT_HTML_H

#include "base/str.h"

/* & < > " ' as entities: for text and for quoted attributes, in HTML and XML. */
void html_escape(struct buf *out, struct str s);

/* What a template's {{name}} does to a value, by the kind of file it makes. */
enum escape {
	ESCAPE_NONE, /* .txt, server settings */
	ESCAPE_HTML, /* .html, .xml, .svg */
	ESCAPE_JSON, /* .json: the inside of a string, without its quotes */
};

enum escape escape_for(struct str path); /* by its extension */
void escape_put(struct buf *out, enum escape how, struct str s);

/* The words between the tags, but for those in drawings: what stands between spaces. */
size_t html_count_words(struct str html);

/* What a reader hears of HTML that cchc has made: without tags, drawings and the numbers of
 * notes, entities as characters, each run of space as one. */
struct str html_plain(struct arena *a, struct str html);

/* Where the tag ends that `at` is within: at its '>', which may also stand between quotes;
 * html.n where it never does. */
size_t html_tag_end(struct str html, size_t at);

/* May a link of untrusted text lead there? Relative ones, http, https, mailto and
 * tel may; javascript:, data: and unknown schemes may not, however they are
 * disguised by case, control characters or entities. */
bool url_is_safe(struct str url);

/* Does the URL name a scheme ("https:...") or a host ("//...")? */
bool url_is_external(struct str url);

/* The URL with %XX for all bytes that may not stand in one. */
void url_put(struct buf *out, struct str url);
/* %XX decoded; false for a malformed one or a NUL. */
bool url_decode(struct arena *a, struct str url, struct str *out);

#endif
