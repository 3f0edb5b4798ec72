/*
 * term - thời hạn giải quyết: from the receipt of a dossier to the day of its result.
 *
 * The day of receipt is not counted, the first day is the one after it (Bộ luật Dân sự
 * 91/2015/QH13, Điều 147 khoản 2); a term in hours begins at its minute (khoản 1). A term
 * in calendar days or months that ends on a day off ends on the next working day (Điều 148
 * khoản 5); one in months on the day of the same number, or on the last of a shorter month
 * (khoản 3). The wording of these articles is to be checked before it is quoted.
 *
 * Nothing is guessed beyond the calendar: TERM_BEYOND, and *out is left alone.
 */
#ifndef CCHC_VIET_TERM_H
#define CCHC_VIET_TERM_H

#include "viet/calendar.h"

enum {
	TERM_PAUSES_MAX = 2, /* a citizen is asked to supplement at most so often */
	DAY_MINUTES = 24 * 60,
};

/* Hours in which a counter is open, on one weekday. */
struct open_span {
	int weekday;  /* 1 Monday to 7 Sunday, as date_weekday() */
	int from, to; /* minutes since midnight, 0 <= from < to <= DAY_MINUTES */
};

/* Opening hours of a week; in order and apart within a day. The zeroed one: not known.
 *
 * They hold on working days and, where there are spans for it, on Saturdays and Sundays;
 * never on a day off. A weekend day worked in exchange for which there are no spans has
 * those of the last weekday before it that has some. */
struct opening {
	const struct open_span *spans;
	size_t n;
};

enum term_unit {
	TERM_WORKING_HOURS,  /* gio-lam-viec */
	TERM_WORKING_DAYS,   /* ngay-lam-viec */
	TERM_DAYS,           /* ngay */
	TERM_MONTHS,         /* thang */
	TERM_BY_APPOINTMENT, /* theo-hen: no date */
	TERM_SAME_SESSION,   /* ngay-trong-buoi: the end of that morning or afternoon */
};

struct term_length {
	int64_t amount; /* not read of the last two units */
	enum term_unit unit;
};

struct receipt {
	struct date at; /* hour and minute count when has_time is set */
	/* Minutes since midnight; 0: none. What comes then or later, or on a day off,
	 * counts as received on the next working day (a rule that an office may set for
	 * itself). Not for terms in hours. */
	int cut_off;
	/* For terms in hours and of the same session. */
	struct opening opening;
	/* Weekend days with opening hours count as working days of this office. */
	bool open_weekends;
};

/* While somebody supplements a dossier the clock stands: of the days after `asked` up to
 * and with `answered` none is counted. */
struct pause {
	struct date asked, answered;
};

enum term_result {
	TERM_DUE,      /* *out is the day, with a time for hours and sessions */
	TERM_NO_DATE,  /* by appointment */
	TERM_BEYOND,   /* it leaves the years that the calendar covers */
	TERM_NO_HOURS, /* in hours or the same session, without opening hours or a time */
	TERM_INVALID,  /* amount < 0, too many pauses, or pauses that are not in order */
};

enum term_result term_due(const struct calendar *c, const struct receipt *r,
			  struct term_length t, const struct pause *pauses, size_t n_pauses,
			  struct date *out) MUST_USE;

/* The day on which it counts as received. */
bool term_received(const struct calendar *c, const struct receipt *r,
		   struct date *out) MUST_USE;

#endif
