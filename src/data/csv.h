/*
 * csv - tables for spreadsheets (RFC 4180), in UTF-8 with the mark by which Excel knows.
 *
 * A cell that begins with = + - @, a tab or a line end would be run as a formula when
 * the file is opened; it gets an apostrophe before it. What cchc writes as a number
 * itself goes through csv_put_number().
 */
#ifndef CCHC_DATA_CSV_H
#define CCHC_DATA_CSV_H

#include "base/str.h"

void csv_begin(struct buf *out);
/* One cell, with the comma before it unless it is the first of its row. */
void csv_put(struct buf *out, struct str cell);
void csv_put_number(struct buf *out, int64_t n);
/* A number as it was written, when it has nothing but digits and one point; all else as a
 * text. */
void csv_put_digits(struct buf *out, struct str number);
void csv_end_row(struct buf *out);

#endif
