/*
 * printed - parts of a document as Nghị định 30/2020/NĐ-CP, Phụ lục I, has them on paper.
 */
#ifndef CCHC_KINDS_PRINTED_H
#define CCHC_KINDS_PRINTED_H

#include "base/date.h"

/* "08/KH-BVMH": a number under 10 gets a zero; "…/KH-BVMH" without one, to be written by
 * hand. */
struct str printed_number(struct arena *a, struct str number, struct str symbol);

/* "ngày 05 tháng 01 năm 2026"; what is not known is left to be written: "ngày … tháng 3
 * năm 2026". */
struct str printed_day(struct arena *a, struct date d);

/* The last words of a document, with the mark of its end: "./." once. */
struct str printed_end(struct arena *a, struct str text);

#endif
