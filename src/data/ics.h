/*
 * ics - calendars for programs (RFC 5545): lines that end with CR LF, folded at 75 bytes
 * and never within a character. Times are of Asia/Ho_Chi_Minh.
 */
#ifndef CCHC_DATA_ICS_H
#define CCHC_DATA_ICS_H

#include "base/date.h"

enum {
	ICS_LINE_MAX = 75, /* bytes of a line without its end */
};

/* The head of a calendar of that name, with its time zone; and its end. */
void ics_begin(struct buf *out, struct str name);
void ics_end(struct buf *out);

/* "BEGIN:VEVENT", "END:VEVENT" and others whose value is as it is. */
void ics_put(struct buf *out, const char *name, struct str value);
/* A text, with what means something in a calendar escaped; nothing of an empty one. */
void ics_put_text(struct buf *out, const char *name, struct str text);
/* A whole day. */
void ics_put_day(struct buf *out, const char *name, struct date d);
/* A moment of the clock on the wall; 00:00 when d has no time. */
void ics_put_time(struct buf *out, const char *name, struct date d);
/* The same in UTC, as stamps must be. */
void ics_put_stamp(struct buf *out, const char *name, struct date d);

#endif
