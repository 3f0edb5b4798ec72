/*
 * when - finds dates in Vietnamese text: days, months, quarters, years, spans of them, and
 * deadlines.
 *
 *	day       28/8/2025  28.8.2025  28-8-2025  ngày 28 tháng 8 năm 2025
 *	month     tháng 3 năm 2026  tháng 3/2026  ngày … tháng 3 năm 2026
 *	year      năm 2022  ngày … tháng … năm 2022
 *	quarter   quý IV/2025  quý 4 năm 2025
 *	part      6 tháng cuối năm 2025  9 tháng đầu năm 2025
 *	years     giai đoạn 2021 - 2025  2021–2030  từ năm 2021 đến năm 2030
 *	span      từ ngày 1/3 đến ngày 15/3/2025  15-17/10/2026  01/3/2025 – 31/3/2025
 *	before    trước A: up to the day before A begins; with a time, up to that time
 *	by        vào, chậm nhất, muộn nhất, đến hết, hết, trong ... A: up to A's last day
 *
 * The day comes first, as always here. What is not known is left open (2026-03-XX). Words
 * may have capitals. A date of the lunar calendar ("âm lịch") is none, nor is one that
 * comes back every year ("hằng năm"), nor the number of a document, a ratio, a version.
 *
 * Time is linear in the text: from each word no more than a bounded number of bytes is
 * looked at.
 */
#ifndef CCHC_VIET_WHEN_H
#define CCHC_VIET_WHEN_H

#include "base/date.h"

struct when {
	size_t from, to;      /* bytes of the text, with "trước ngày" and the like */
	struct date date;     /* may be partial; the first day of a span */
	struct date last;     /* the last day of a span; not set for all else */
	struct date deadline; /* the last day, perhaps with a time, on which something is in
			       * time; not set when the text says nothing of that kind */
};

/* The first date that begins at or behind `from`; false when there is none. year: of dates
 * that do not say theirs ("ngày 15/6", "quý III"), 0 to leave those out. */
bool when_find(struct str text, size_t from, int year, struct when *found);

/* Is the whole string, spaces around it and a last full stop apart, such a date? */
bool when_parse(struct str s, int year, struct when *found);

/* "2025-08-28", "2026-03-XX", "2025-10-01/2025-12-31" */
struct str when_edtf(struct arena *a, const struct when *w);

#endif
