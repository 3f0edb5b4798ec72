/*
 * search_index - private to output/: which documents hold which words, as the files that
 * a phone loads a few of.
 *
 * Documents are numbered. Each worker has an index of its own and adds to it documents of
 * rising numbers; index_encode() joins them. An index knows single words, each in the ways
 * in which its marks were written, and pairs of words that follow each other, without
 * marks. How much a word says of a document is a level, from 0 (it occurs) to
 * INDEX_LEVEL_MAX (it is its title).
 *
 * A file of words ("a") is binary, and 4 KB small so that a query costs little:
 *
 *   entry     shared (1 byte: how much of the entry before it is kept), length (1 byte),
 *             that many bytes of UTF-8; the word, or the two with a space between
 *   ways      a byte: how many; only in files of single words
 *   way       marks (1 byte: enum word_mark; only of single words), the number of bytes
 *             of its list (7 bits a byte, low first, the last one without its high bit)
 *   list      bits, the highest first: how many documents (Elias gamma); for each of them
 *             the distance to the one before it less one, as a Rice code, and its level
 *             in ones with a zero behind
 *
 * The Rice code's number of low bits is index_rice_bits(). Entries stand in the order of
 * their bytes.
 */
#ifndef CCHC_OUTPUT_SEARCH_INDEX_H
#define CCHC_OUTPUT_SEARCH_INDEX_H

#include "base/jobs.h"
#include "viet/words.h"

enum {
	INDEX_LEVEL_MAX = 8,
	INDEX_FILE_GOAL = 4096, /* bytes, after which a file ends with its entry */
	INDEX_WORD_MAX = 40,    /* bytes; a longer one is no word that anybody types */
	INDEX_UNIT = 16,        /* weight of a word that stands once in a text */
	INDEX_DOCUMENTS_MAX = 1 << 24,
};

struct index_term;

struct index {
	struct arena *arena; /* lives until index_encode() has returned */

	/* private */
	struct index_term **blocks;
	size_t n, n_blocks, cap_blocks;
	uint32_t *slots;
	size_t n_slots;
};

/* How words are to be added: in text they count for less the more there are of them, in a
 * title, name or keyword each time for `weight` units. */
struct index_field {
	uint32_t document;
	uint32_t weight;  /* 0: text */
	uint32_t percent; /* of all weights in this document */
};

void index_add_word(struct index *x, struct index_field f, const struct word *w);
void index_add_pair(struct index *x, struct index_field f, const struct word *first,
		    const struct word *second);

struct index_file {
	struct str bytes;
	struct str from; /* what its words begin with or come after; empty: of the first */
};

struct index_files {
	struct index_file *items;
	size_t n, cap;
};

struct index_encoded {
	struct index_files words, pairs;
	struct str vocabulary; /* all words of letters alone, the most frequent first */
};

/* The files of n indexes over so many documents, the same however the documents were
 * spread over them. Those indexes are used up. */
struct index_encoded index_encode(struct arena *a, struct index *indexes, size_t n,
				  uint32_t documents);

/* Low bits of the Rice code of a list of n among so many documents. */
unsigned index_rice_bits(uint32_t n, uint32_t documents);

#endif
