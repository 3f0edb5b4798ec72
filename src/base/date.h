/*
 * date - a day, or the part of it that is known; and the only clock.
 *
 * Dates are of the proleptic Gregorian calendar, years 1 to 9999. A part that
 * is not known is 0: 2025-03-XX has day 0, 2025-XX-XX also month 0. The zeroed
 * date is "no date". Times are of Asia/Ho_Chi_Minh, which has been UTC+07:00
 * without daylight saving time since 1975; hour and minute count only when
 * has_time is set.
 */
#ifndef CCHC_BASE_DATE_H
#define CCHC_BASE_DATE_H

#include "base/str.h"

struct date {
	int16_t year;
	int8_t month, day;
	int8_t hour, minute;
	bool has_time;
};

/* 2025-03-28; 2025-03-28T14:30 when with_time; 2025-03-XX and 2025-XX-XX when
 * partial. False, and *out untouched, for everything else, 2026-02-30 too. */
bool date_parse(struct str s, bool partial, bool with_time, struct date *out);

/* The date meant by 28/3/2025, 28-3-2025 or 28.3.2025, to suggest it to an author
 * who writes so. False when s is nothing of the kind. */
bool date_parse_vietnamese(struct str s, struct date *out);

/* A part that is not known is 0. Whether there is such a day tells date_is_valid(). */
struct date date_of(int year, int month, int day);

bool date_is_set(struct date d);
bool date_is_full(struct date d); /* year, month and day are known */

/* <0, 0, >0. An unknown part comes first: 2025-03-XX before 2025-03-01. A date
 * without time comes before all times of its day. */
int date_cmp(struct date a, struct date b);

/* Days since 1970-01-01; unknown parts count as 1. */
int64_t date_days(struct date d);
struct date date_from_days(int64_t days);
int date_weekday(struct date d); /* 1 Monday (thứ hai) to 7 Sunday (chủ nhật) */
bool date_is_valid(int year, int month, int day);

struct str date_iso(struct arena *a,
		    struct date d); /* 2025-03-28, 2025-03-XX, 2025-03-28T14:30 */
struct str date_rfc3339(struct arena *a,
			struct date d); /* 2025-03-28T14:30:00+07:00; 00:00 without time */
struct str date_rfc822(struct arena *a, struct date d); /* Fri, 28 Mar 2025 14:30:00 +0700 */
struct str date_short(struct arena *a, struct date d);  /* 28/3/2025, 3/2025, 2025 */

/* ngày 28 tháng 3 năm 2025: as NĐ 30/2020/NĐ-CP writes it, a zero before days
 * under 10 and before months 1 and 2. */
struct str date_long(struct arena *a, struct date d);

/* Seconds since some moment, for measuring how long something takes. */
double clock_seconds(void);

/* Now, in Asia/Ho_Chi_Minh, or the second since 1970 that SOURCE_DATE_EPOCH names.
 * False when that is set to something that is no time up to the year 9999. */
bool date_now(struct date *out) MUST_USE;

#endif
