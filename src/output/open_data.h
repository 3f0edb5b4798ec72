/*
 * open_data - du-lieu-mo/: the site's records as tables, each as JSON and CSV, with a
 * catalogue for people and one for programs (DCAT).
 *
 * A dataset is a table of columns. One table gives the JSON, the CSV and the description
 * of the fields, so that they cannot disagree; a column that is a field of the kind has
 * label and description of that field. CSV leaves out what does not fit into one cell.
 */
#ifndef CCHC_OUTPUT_OPEN_DATA_H
#define CCHC_OUTPUT_OPEN_DATA_H

#include "output/data.h"

#define OPEN_DATA_URL "du-lieu-mo/"

struct dataset;

/* The i-th dataset; NULL behind the last. */
const struct dataset *open_data_at(size_t i);
/* Has the site records for it? */
bool open_data_has(const struct site *s, const struct dataset *set);
/* "du-lieu-mo/thu-tuc.json" */
struct str open_data_url(struct arena *a, const struct dataset *set, const char *extension);

/* Of an output whose dataset is set. */
make_fn open_data_make_json, open_data_make_csv;

/* The catalogue, for the page and for danh-muc.json. */
void view_set_open_data(struct viewing *w, struct value *v);

#endif
