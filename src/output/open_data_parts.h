/*
 * open_data_parts - what the files of open data share: a dataset, its columns and rows.
 * Private to open_data*.c.
 */
#ifndef CCHC_OUTPUT_OPEN_DATA_PARTS_H
#define CCHC_OUTPUT_OPEN_DATA_PARTS_H

#include "output/open_data.h"

/* A line of a table: a record or a part of one, and what it has beside the fields of its
 * kind, by key. */
struct row {
	const struct page *page;
	const struct value *more;
};

typedef void row_fn(void *sink, const struct row *row);

struct column {
	const char *key;
	const char *label, *about; /* NULL: a field of the kind, with its own */
	bool not_in_csv;
};

struct dataset {
	const char *code, *name, *about;
	const struct kind *kind;
	const struct column *columns; /* key NULL at the end */
	/* The day of a record's last change; NULL: as for its page. */
	struct date (*changed)(const struct site *s, const struct page *p);
	/* Take each row that a record makes. */
	void (*rows)(const struct viewing *w, const struct page *p, row_fn *take, void *sink);
};

/* Is the page a record of the dataset that may be seen? */
bool open_data_is_in(const struct dataset *set, const struct page *p);
void open_data_each_row(const struct viewing *w, const struct dataset *set, row_fn *take,
			void *sink);
void open_data_put_json(const struct viewing *w, const struct dataset *set, struct buf *out);
void open_data_put_csv(const struct viewing *w, const struct dataset *set, struct buf *out);

/* The day on which any of its records was last changed. */
struct date open_data_last_change(const struct site *s, const struct dataset *set);

#endif
