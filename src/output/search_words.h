/*
 * search_words - private to output/: words that search treats in a way of their own: those
 * that say nothing of a text, and those that mean the same.
 */
#ifndef CCHC_OUTPUT_SEARCH_WORDS_H
#define CCHC_OUTPUT_SEARCH_WORDS_H

#include "base/map.h"
#include "viet/words.h"

struct phrase {
	const struct word *words;
	size_t n;
	const struct phrase *group; /* the first of those that mean the same ... */
	const struct phrase *other; /* ... and the next of them */
	struct phrase *like;        /* the next that begins with the same letters */
};

struct search_words {
	struct arena *arena;
	const struct letters *letters;
	struct map by_first; /* letters of a first word to its struct lexeme */
};

/* Our own, and rows such as "cccd = căn cước" of site.yaml. */
void search_words_make(struct search_words *s, struct arena *a, const struct letters *l,
		       struct str *rows, size_t n);

/* A word of which every text has many ("của"), as it is written with its marks. */
bool search_words_is_idle(const struct search_words *s, const struct word *w);

/* The longest phrase that the n words begin with, which means the same as others; or NULL. */
const struct phrase *search_words_phrase(const struct search_words *s, const struct word *words,
					 size_t n);

/* The same phrase in a further row. */
const struct phrase *search_words_again(const struct phrase *p, const struct word *words,
					size_t n);

/* "va cua la ...": those without meaning, without their marks. */
struct str search_words_idle(struct arena *a, const struct search_words *s);

#endif
