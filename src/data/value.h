/*
 * value - a tree of data: what YAML gives, what a template sees, what JSON
 * is written from. A value knows where it was written, so that a mistake
 * found much later can still be shown at its file:line:col.
 *
 * Containers hold pointers: one page's value can stand in many lists. Once a
 * tree has been built it is passed as const and shared between threads.
 */
#ifndef CCHC_DATA_VALUE_H
#define CCHC_DATA_VALUE_H

#include "base/diag.h"

enum value_kind {
	VALUE_NULL,
	VALUE_BOOL,
	VALUE_NUMBER, /* text keeps it as it was written: 1.50 stays 1.50 */
	VALUE_STRING,
	VALUE_LIST,
	VALUE_MAP, /* in the order written; keys are unique */
};

enum {
	NUMBER_TEXT_MAX = 64, /* bytes; a longer row of digits is a string */
};

struct value;

struct value_entry {
	struct str key; /* empty in a list */
	struct pos pos; /* of the key; in a list, of the item */
	const struct value *value;
};

struct value {
	enum value_kind kind;
	bool boolean;
	uint32_t n, cap; /* entries of a list or map */
	struct pos pos;
	struct str text; /* of a string or number; "true", "false" of a bool */
	struct value_entry *entries;
};

struct value *value_null(struct arena *a);
struct value *value_string(struct arena *a, struct str s); /* keeps the view */
struct value *value_int(struct arena *a, int64_t n);
struct value *value_bool(struct arena *a, bool b);
struct value *value_list(struct arena *a);
struct value *value_map(struct arena *a);

void value_push(struct arena *a, struct value *list, const struct value *item);
/* Keys are views too; a key that is there already gets the new value. */
void value_set(struct arena *a, struct value *map, struct str key, const struct value *v);

/* NULL when v is no map or has no such key, so that gets can be chained. */
const struct value *value_get(const struct value *v, struct str key);

/* What stands under a key of a map: the text, empty without one; the whole number, -1
 * without one; the list, an empty one without it; is it true? */
struct str value_text_at(const struct value *map, const char *key);
int64_t value_int_at(const struct value *map, const char *key);
const struct value *value_list_at(const struct value *map, const char *key);
bool value_true_at(const struct value *map, const char *key);

/* What a VALUE_NUMBER stands for: 1.5 of 1.50, 31 of 0x1F, 15 of 0o17. 0 for all
 * else. */
double value_number(const struct value *v);

enum {
	YAML_DEPTH_MAX = 64,               /* lists and maps inside each other */
	YAML_NODES_MAX = 200 * 1000,       /* values; keys are not counted */
	YAML_FRONT_MATTER_MAX = 64 * 1024, /* bytes between the --- lines of a .md file */
	YAML_FILE_MAX = 4 * 1024 * 1024,   /* bytes of a .yaml file */
	YAML_SCALAR_MAX = 1024 * 1024,     /* bytes of one string */
};

/* Read one YAML document, of at most max bytes, with line ends of one LF
 * (viet_normalize); at is where text starts in its file (its source and line; col is
 * 1). NULL, and reported, when it is no YAML or breaks a limit. An empty document is
 * a null value. Nothing in the result points into text.
 *
 * Plain scalars follow the core rules of YAML 1.2: "no" and "on" are strings, 012 is
 * a decimal number; but .inf and .nan are strings. Keys are text, whatever they look
 * like. Refused, each with its place: a key written twice (keys are compared as
 * written here; schema_load compares them folded), aliases, anchors and tags (they
 * are how a small file becomes a large tree), a list or map as a key, "<<", a second
 * document, bytes that are no UTF-8, control characters, and what is over the limits
 * above. A mistake is told in words for authors, not in libyaml's. */
const struct value *value_from_yaml(struct arena *a, struct pos at, struct str text, size_t max,
				    struct diag *d) MUST_USE;

enum {
	JSON_BYTES_MAX = 2 * 1024 * 1024,
	JSON_DEPTH_MAX = 64,          /* values inside each other */
	JSON_VALUES_MAX = 200 * 1000, /* reckoned by '[', '{' and ',', those in texts too */
	JSON_KEYS_MAX = 1000,         /* of one map */
};

/* Read JSON (RFC 8259) of somebody who is not trusted. NULL for everything else and beyond
 * the limits above; a key written twice is wrong too, as are U+0000 in a key and a number that
 * is too large for a double. A number has the value that was written, in other words perhaps;
 * and no value knows its place. */
const struct value *value_from_json(struct arena *a, struct str text) MUST_USE;

/* JSON text of a string with its quotes, safe inside an HTML script element too
 * ('<' is written as \u003c). */
void json_put_string(struct buf *out, struct str s);

/* A text between double quotes, as YAML has it. */
void yaml_put_string(struct buf *out, struct str s);

/* The whole tree as YAML: a line an item, each text between double quotes. Keys are
 * plain words. */
void value_to_yaml(const struct value *v, struct buf *out);

/* The whole tree as JSON, indented by two spaces, with a line end behind it. */
void value_to_json(const struct value *v, struct buf *out);

/* The same in one line and without '<', '>' and '&', to stand in a <script> of a page: no
 * text in it can end the element, whatever it says. */
void value_to_json_script(const struct value *v, struct buf *out);

#endif
