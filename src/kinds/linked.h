/*
 * linked - what a record is to programs that read pages: types and properties of
 * schema.org, as a value that becomes JSON-LD.
 *
 * A kind's describe() makes the node of the thing that its page is about. It takes what
 * visitors see: names and addresses of other records come from the page's view, where
 * what must not be seen is missing already.
 */
#ifndef CCHC_KINDS_LINKED_H
#define CCHC_KINDS_LINKED_H

#include "base/date.h"
#include "data/value.h"

struct linked {
	struct arena *a;
	struct str domain;               /* "https://bv.example.vn" */
	struct str url;                  /* the page's, with its domain */
	struct str title, summary;       /* of the page */
	const struct value *view;        /* the page's */
	const struct value *institution; /* who publishes the site: a node */
	struct str institution_type;     /* "Hospital" */
	struct str licence;
};

/* A node that is nothing but its type. */
struct value *linked_node(const struct linked *l, const char *type);

/* The node of what the page is about: type, @id, name, description and url. */
struct value *linked_main(const struct linked *l, const char *type);

/* Each leaves the property out when there is nothing to say: NULL or null, an empty text
 * or list, a date that is not set. */
void linked_set(const struct linked *l, struct value *node, const char *key,
		const struct value *v);
void linked_text(const struct linked *l, struct value *node, const char *key, struct str s);
void linked_date(const struct linked *l, struct value *node, const char *key, struct date d);
/* An address as a view has it, from the web root or whole. */
void linked_url(const struct linked *l, struct value *node, const char *key,
		const struct value *url);
/* The address of a term of schema.org: "InForce". */
void linked_term(const struct linked *l, struct value *node, const char *key, const char *term);

/* {type, name}; NULL of no name. */
const struct value *linked_named(const struct linked *l, const char *type, struct str name);

/* What stands under a key of the view, as a text; empty of none. "don_vi.ten" goes into
 * maps. */
struct str linked_seen(const struct linked *l, const char *path);

/* The unit of the record, or else the institution. */
const struct value *linked_unit(const struct linked *l);

/* Of the kinds, for their tables: kinds/linked_*.c. */
typedef struct value *describe_fn(const struct linked *l, const void *data, struct value *page);
describe_fn describe_article, describe_contact, describe_event, describe_faq, describe_guide,
	describe_index, describe_legal, describe_media, describe_procedure, describe_report,
	describe_statistics, describe_unit;

#endif
