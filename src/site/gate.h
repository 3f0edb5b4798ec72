/*
 * gate - files that must not be seen, and everything by which they could be.
 *
 * Kinds with files of their own (media) say when a record is withheld: a picture of
 * somebody who has not agreed, or no longer does. Its files are then in no form on the
 * site: no page, no copy, no picture in a body, no reference, and no other file with the
 * same bytes. A file of such a record that is not published, or one that merely lies in
 * the folder of such records, is not published either.
 *
 * None of this is ever an error. An error would stop the build and leave the old site
 * standing, with the picture on it; so each place is published without it, with a
 * warning.
 */
#ifndef CCHC_SITE_GATE_H
#define CCHC_SITE_GATE_H

#include "site/site.h"

enum hold {
	HOLD_NOT,
	HOLD_WITHHELD,    /* its record says so */
	HOLD_UNPUBLISHED, /* its record is not published */
	HOLD_NO_RECORD,   /* it lies among such files and nobody owns it */
	HOLD_COPY,        /* it has the bytes of one that is withheld */
};

struct held {
	enum hold why;
	const struct page *record; /* NULL of HOLD_NO_RECORD */
};

/* Look into the files that are a record's own. s knows all files. */
bool gate_look(const struct site *s, struct page *p, struct worker *w) MUST_USE;

/* Once all records have been read and have addresses, before any reference is resolved. */
void gate_close(struct site *s, struct arena *a);

/* May the file at that path (as site_find_file() gives it) be published? */
struct held gate_file(const struct site *s, struct arena *scratch, struct str path);

/* What a file is, at a path in NFC: one of a record, or one that gate_inspect_files() has
 * looked into; NULL of others. */
const struct file_facts *gate_facts(const struct site *s, struct str path);

/* Does an address below the base lead to something that must not be seen? It may have
 * escapes. */
bool gate_holds_url(const struct site *s, struct str url);

/* The same for a link of the menu: below the base, or from the web root. */
bool gate_holds_link(const struct site *s, struct str to);

/* The SHA-256 of every file that is withheld: keys of the map. */
void gate_each_sum(const struct site *s, struct map *sums);

/* Is it a picture that no record stands for, on a site that has such records? */
bool gate_wants_record(const struct site *s, struct arena *scratch, struct str path);

/* Look into the files that pages link to, but for those of records, which their own rules
 * have judged: a picture says where it was taken, a drawing runs something. What
 * they are is kept for gate_facts(). False when something was wrong. */
bool gate_inspect_files(struct site *s, struct crew *crew, struct diag *d) MUST_USE;

/* Say at a place that `what` is left out there, and why. */
void gate_report(const struct site *s, struct held held, struct str what, struct pos at,
		 struct diag *d);

#endif
