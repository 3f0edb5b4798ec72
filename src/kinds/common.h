/*
 * common - the fields that every kind of content has. The struct of a kind begins
 * with a struct common, so that a pointer to the one is a pointer to the other.
 */
#ifndef CCHC_KINDS_COMMON_H
#define CCHC_KINDS_COMMON_H

#include "kinds/kind.h"

enum state { /* trang_thai */
	STATE_DRAFT,
	STATE_WAITING,
	STATE_APPROVED,
	STATE_WITHDRAWN,
};

struct correction { /* đính chính */
	struct date on;
	struct str wrong, right, reason;
};

struct common {
	struct str code; /* ma: unique in its kind, stable for ever */
	struct str kind; /* loai */
	struct str title, summary;
	struct date published, updated, reviewed, review_by;
	struct ref unit;
	struct str author, editor, approver;
	int state;               /* enum state; -1 when not written: approved */
	struct list fields;      /* linh_vuc: int, index in cchc_fields */
	struct list audiences;   /* int */
	struct list keywords;    /* struct str */
	struct str origin;       /* nguon: where it was taken from */
	struct list old_paths;   /* struct str: where it stood before */
	struct list corrections; /* struct correction */
	struct ref plan;
	struct str target;
	bool scheduled; /* hen_gio: a day to come is meant so */
	struct str withdrawn_because;
};

/* NQ 76/NQ-CP, 15/07/2021: the six contents of the reform programme 2021-2030, and
 * "chung" for direction and steering. Closed. */
extern const struct choice cchc_fields[];
/* doi_tuong: whom a page is for. */
extern const struct choice cchc_audiences[];
/* The same as terms, with the slugs of their pages. */
extern const struct term_name cchc_field_terms[];
enum {
	CCHC_FIELDS = 7,
};

extern const struct schema common_schema;

enum {
	SUMMARY_LEAST = 40, /* characters */
	SUMMARY_MOST = 300,
	COMMON_RULES = 28,
};

/* The rules that every kind has, and what applies them. */
extern const struct rule *const common_rules[COMMON_RULES];
void inspect_common(const struct common *c, struct inspection *i);

/* Report a title, or a name that stands for one, that is all in capitals. */
void inspect_capitals(struct str title, const char *key, struct inspection *i);

/* What concerns common fields only and stops a record from being read. */
bool common_check(const struct common *c, const struct value *v, struct date today,
		  struct diag *d);

/* Report an address under that key which is too long for the disk. */
bool check_address_fits(struct str path, const struct value *v, const char *key,
			struct diag *d);

/* The place of a field in the mapping as written, or of the mapping. */
struct pos place_of_field(const struct value *v, const char *key);

/* The n-th of the values written under a key, for places; a single one stands for a list
 * of one. v itself when nothing of the kind is there, so that calls can be chained. */
const struct value *written_item(const struct value *v, const char *key, size_t n);

/* Terms that several kinds have. */
void terms_of_fields(struct arena *a, const void *data, struct date today, term_fn *add,
		     void *sink);
/* The year as a term, for taxonomies of years. */
void add_term_of_year(struct arena *a, int year, term_fn *add, void *sink);
extern const struct taxonomy_def keyword_taxonomy;
extern const struct taxonomy_def unit_taxonomy;

#endif
