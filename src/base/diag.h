/*
 * diag - what went wrong, and where: file:line:col.
 *
 * Mistakes in content, layouts and settings are not exceptions but results:
 * they are collected, and the run goes on to find the next one. A function
 * that can fail takes a struct diag last, reports, and returns false (or
 * NULL); its caller returns too and reports nothing more.
 *
 * Each worker has its own struct diag; diag_merge() joins them after the
 * workers are done, and diag_print() sorts, so the output of a build does not
 * depend on which thread came first.
 *
 * Formats pass through _() of base/messages.h, which gives the reader's
 * language.
 */
#ifndef CCHC_BASE_DIAG_H
#define CCHC_BASE_DIAG_H

#include <stdio.h>

#include "base/messages.h"
#include "base/str.h"

struct source;
struct diag;
/* The text of a file as places in it count: for one that is to be shown when the text has
 * gone. False: reported. */
typedef bool source_reread_fn(struct arena *a, const struct source *s, struct str *text,
			      struct diag *d);

/* One input file, seen by all threads. */
struct source {
	struct str path; /* as the user knows it: content/tin-bai/kham.md */
	struct str text; /* of one that stays in memory, a layout; of content: diag_reading() */
	source_reread_fn *reread; /* NULL: places count in the file as it is on disk */
};

struct pos { /* {0}: nowhere; line 0: the file as a whole */
	const struct source *source;
	uint32_t line, col; /* from 1; col counts bytes; col 0: the line as a whole */
};

/* lỗi, cảnh báo, gợi ý */
enum diag_level {
	DIAG_ERROR,
	DIAG_WARNING,
	DIAG_ADVICE,
};

struct diag_item {
	enum diag_level level;
	const char *code; /* of the rule that found it: "TT-01"; NULL: a mistake without one */
	struct pos at;
	struct str text;
	struct str line;         /* what is shown of the line that it points into */
	uint32_t column;         /* as people count: characters from 1; 0 as in at.col */
	uint32_t caret;          /* bytes of line before the place */
	struct diag_item *notes; /* second places: "first defined here" */
	struct diag_item *next;
};

struct diag {
	struct arena *arena; /* holds the items; the caller's */
	struct diag_item *first, *last;
	size_t errors, warnings, advice;
	bool failed_machine; /* an error was the machine's (disk, rights), not the input's */
	struct {             /* private: diag_reading() */
		const struct source *source;
		struct str text;
	} reading;
	struct { /* private: where a line was found last */
		const struct source *source;
		const char *text;
		size_t offset;
		uint32_t line;
		size_t counted, characters; /* from that line's start */
	} found;
};

/* In the reader's language. */
const char *diag_level_name(enum diag_level level);

/* From now on lines of s are shown from this text, which must last until the next call;
 * s NULL: no longer. It is this worker's alone: another one that reports a place in the
 * same file has that line read again when it is shown. */
void diag_reading(struct diag *d, const struct source *s, struct str text);

/* The text of a file: that which stays, or that which is being read; else empty. */
struct str diag_text(const struct diag *d, const struct source *s);

/* Always false, so that a caller can write: return diag_error(d, at, ...); */
bool diag_error(struct diag *d, struct pos at, const char *fmt, ...) PRINTF_LIKE(3, 4);
void diag_warn(struct diag *d, struct pos at, const char *fmt, ...) PRINTF_LIKE(3, 4);
void diag_advise(struct diag *d, struct pos at, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* What a rule with a code found. text is not copied: it lives as long as d's arena. */
void diag_find(struct diag *d, enum diag_level level, const char *code, struct pos at,
	       struct str text);

/* A file as a whole, where no struct source stands for it. */
struct pos diag_file(struct diag *d, struct str path);

/* The machine failed (disk full, no rights): an error about the file at path that ends
 * the program with status 3. Always false. */
bool diag_machine(struct diag *d, struct str path, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* A second place that belongs to the newest item: "first defined here". */
void diag_note(struct diag *d, struct pos at, const char *fmt, ...) PRINTF_LIKE(3, 4);

/* Take the errors behind `mark` (what d->last was at some moment; NULL: all) for
 * warnings: what nobody will see yet need not stop everything else. */
void diag_soften(struct diag *d, struct diag_item *mark);

/* into and from may have different arenas: the items of from must live as long
 * as into is used. from is empty afterwards. */
void diag_merge(struct diag *into, struct diag *from);

/* The items by file, line and column, without repetitions, each with its line and
 * column: a file whose text has gone is read again. Allocates from a. */
struct diag_item **diag_sorted(struct arena *a, const struct diag *d, size_t *n);

/* The items that are at least so grave, with their lines and a caret, then "2 errors, 1
 * warning" if there was anything. Colour only when asked for. */
void diag_print(const struct diag *d, enum diag_level least, FILE *out, bool colour);

#endif
