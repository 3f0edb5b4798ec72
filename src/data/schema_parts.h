/*
 * schema_parts - what the files of schema share: the fields of a schema with those of
 * its parents, one value of one field, and a field in words. Private to data/.
 */
#ifndef CCHC_DATA_SCHEMA_PARTS_H
#define CCHC_DATA_SCHEMA_PARTS_H

#include "data/schema.h"

enum {
	SCHEMA_FIELDS_MAX = 128, /* of one schema with its parents */
	SCHEMA_PRINT_DEPTH = 4,  /* maps inside maps that a reference shows */
	QUOTED_MAX = 60,         /* characters of an author's text in a message */
	UNKNOWN_KEYS_MAX = 20,   /* that are named, of one mapping */
	MONEY_DIGITS_MAX = 15,   /* of an amount in đồng */
};

/* A field, and what was written for it: NULL for nothing. */
struct slot {
	const struct field *field;
	const struct value_entry *entry;
};

struct slots {
	struct slot slot[SCHEMA_FIELDS_MAX];
	size_t n;
};

/* The fields of s, those of its parents first; a field that has a key of a parent's
 * stands in that one's place. */
void schema_collect(const struct schema *s, struct slots *out);

/* The slot of a key as written, or NULL. */
struct slot *schema_slot(struct arena *scratch, struct slots *slots, struct str key);

/* The key that an author meant, or NULL when none is near. */
const char *schema_guess_key(struct arena *scratch, const struct slots *slots, struct str key);

/* Whether min and max bound the field: 0, 0 is free, and so is max below min. */
bool schema_has_min(const struct field *f);
bool schema_has_max(const struct field *f);

/* The size of the member that a field fills, of one item when there are many. */
size_t schema_item_size(const struct field *f);

/* What is at hand while a value is loaded. */
struct loader {
	struct arena *arena;
	struct arena scratch; /* for messages and comparisons */
	struct diag *diag;
};

/* A field as its author wrote it. */
struct given {
	const struct field *field;
	struct str key;
};

/* Check v, which is no null, and fill the member (or item) at `to`. False when it was
 * wrong, which has been reported. Not for FIELD_MAP. */
bool schema_take_value(struct loader *l, const struct given *g, const struct value *v,
		       void *to);

enum date_guess {
	DATE_UNKNOWN,     /* nothing like a date */
	DATE_NO_SUCH_DAY, /* 30/2/2026 */
	DATE_MEANT,       /* *out is what was meant; parts may be unknown */
};

/* What is meant by a date that is not written as it should be. */
enum date_guess schema_guess_date(struct str text, struct date *out);

/* v is of a kind that the field cannot be. Always false. */
bool schema_refuse_kind(struct loader *l, const struct given *g, const struct value *v);

/* "\"ngay_dang\" (Ngày đăng)": a field in a message. */
struct str schema_name_given(struct arena *a, const struct given *g);

/* _() or message_vi() */
typedef const char *translate_fn(const char *english) __attribute__((format_arg(1)));

/* "one line of text"; N_(): not translated */
const char *schema_type_words(enum field_type type);

/* The same with limits and "a list": "a list; each is one line of text, 1 to 10". */
struct str schema_field_words(struct arena *a, const struct field *f, translate_fn *say);

/* "tthc, bo-may" */
struct str schema_codes(struct arena *a, const struct choice *choices);

/* Text cut into lines of at most `width` columns, each with prefix before it. */
void schema_put_lines(struct buf *out, struct str prefix, struct str text, size_t width);

#endif
