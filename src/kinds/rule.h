/*
 * rule - a finding that has a code, and the law that it comes from.
 *
 * A rule is a constant of the kind that it belongs to: its code, how grave it is, one
 * sentence. Which law it rests on, and from when to when that is in force, is data:
 * the records of kind quy-tac (law.h). While none of a rule's laws is in force on the
 * day of the build, what it finds is advice, and says why. A rule that no law asks for
 * is ours and always counts.
 *
 * Rules are applied in a kind's inspect(), when the whole site is there: references
 * are resolved, bodies converted, the calendar known.
 */
#ifndef CCHC_KINDS_RULE_H
#define CCHC_KINDS_RULE_H

#include "base/map.h"
#include "data/schema.h"

struct kind;
struct calendar;

struct rule {
	const char *code; /* "TT-01": letters of its kind, a number that never changes */
	enum diag_level level;
	const char *about; /* N_(): what it asks for, in one sentence */
};

/* The laws that rules rest on: code to struct law_list. A zeroed one knows none. */
struct laws {
	struct map by_rule;
};

/* A record and what is known of it where it is looked at. */
struct record {
	const struct kind *kind;
	const void *data;
	const struct value *view; /* {ma, ten, url}; NULL while a site is inspected */
};

/* Numbers that a site may set otherwise: quy_tac of site.yaml. -1: as usual. */
struct limits {
	int64_t words_news, words_story; /* so_chu_tin, so_chu_bai */
	int64_t days_late;               /* so_ngay_dang_tre: working days */
};

extern const struct schema limits_schema;

/* One published record (or one that waits for approval) under inspection. */
struct inspection {
	struct date today;
	const struct calendar *calendar; /* of the records lich-nghi; may know no year */
	const struct laws *laws;
	const struct limits *limits;      /* of site.yaml; NULL: as usual */
	const struct list *service_hosts; /* struct str: may_chu_dich_vu of site.yaml */
	struct str organisation;          /* whose site it is: don_vi.ten of site.yaml */
	const struct record *backlinks;   /* the published records that refer to it */
	size_t n_backlinks;
	struct pos file; /* the record as a whole */
	struct pos body; /* the first line of its body; {0} without one */
	size_t n_words;  /* of its body */
	struct arena *scratch;
	struct diag *diag;

	/* private: how inspection_written() reads the file again, and what it read */
	const struct value *(*read)(struct inspection *i);
	struct record (*look)(const struct ref *ref);
	struct str (*body_html)(struct inspection *i);
	struct pos (*find)(struct inspection *i, struct str words);
	void *context;
	const struct value *fields;
	struct str html;
	bool has_html;
};

/* The record's fields as written, for places: read again from disk at the first call,
 * so only for when there is something to report. */
const struct value *inspection_written(struct inspection *i);

/* The place of a field as written, or of the record without it. */
struct pos inspection_place(struct inspection *i, const char *key);

/* The HTML of the record's body, empty without one: lives in i->scratch. */
struct str inspection_html(struct inspection *i);

/* Where words stand first in the body as written, or where the body begins. */
struct pos inspection_place_in_body(struct inspection *i, struct str words);

/* The record that a reference leads to, published or not; without a kind when it leads to
 * none (a mere name). */
struct record inspection_target(const struct inspection *i, const struct ref *ref);

/* Report what a rule found; fmt goes through _(). */
void inspection_report(struct inspection *i, struct pos at, const struct rule *rule,
		       const char *fmt, ...) PRINTF_LIKE(4, 5);

/* The same where no record is under inspection. text lives as long as d's arena. */
void rule_report(const struct laws *laws, struct date today, struct diag *d, struct pos at,
		 const struct rule *rule, struct str text);

#endif
