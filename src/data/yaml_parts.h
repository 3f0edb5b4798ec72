/*
 * yaml_parts - what yaml.c is made of beside libyaml's events: what a plain scalar
 * stands for, and libyaml's complaints in plain words. Private to data/.
 */
#ifndef CCHC_DATA_YAML_PARTS_H
#define CCHC_DATA_YAML_PARTS_H

#include "data/value.h"

/* What a scalar without quotes is by the core rules of YAML 1.2: a null, a bool, a
 * number or a string. .inf and .nan are strings: no field could hold them. */
enum value_kind yaml_plain_kind(struct str s);

/* Where the byte at offset stands when text begins at `at`. Counts from the start
 * of text: for mistakes, not for every value. */
struct pos yaml_place(struct pos at, struct str text, size_t offset);

/* A complaint of libyaml. The offsets are of bytes in the text. */
struct yaml_complaint {
	const char *problem; /* libyaml's words */
	size_t offset;       /* where it noticed */
	size_t context;      /* where the thing begins that it was in; else offset */
	size_t scalar;       /* where the newest scalar begins; 0 when there was none */
	size_t container;    /* where the innermost open list or map begins; else 0 */
};

/* Report it in words that tell an author what to do. Always false. */
bool yaml_explain(struct pos at, struct str text, const struct yaml_complaint *c,
		  struct diag *d);

#endif
