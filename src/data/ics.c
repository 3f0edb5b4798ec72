#include "data/ics.h"

#include "base/utf8.h"

enum {
	HOURS_EAST = 7,
};

#define ZONE "Asia/Ho_Chi_Minh"

/* A line behind the first begins with a space, which counts. */
static void put_folded(struct buf *out, struct str line)
{
	size_t used = 0;

	while (line.n) {
		struct str rest = line;
		size_t n;

		utf8_take(&rest);
		n = line.n - rest.n;
		if (used + n > ICS_LINE_MAX) {
			buf_add_z(out, "\r\n ");
			used = 1;
		}
		buf_add(out, str_head(line, n));
		used += n;
		line = rest;
	}
	buf_add_z(out, "\r\n");
}

void ics_put(struct buf *out, const char *name, struct str value)
{
	put_folded(out, str_concat(out->arena, str_of(name), STR(":"), value));
}

/* Control characters cannot be said in a calendar. */
static void escape(struct buf *out, unsigned char c)
{
	if (c == '\n')
		buf_add_z(out, "\\n");
	else if (c == '\\' || c == ';' || c == ',')
		buf_fmt(out, "\\%c", c);
	else if (c == '\t' || (c >= 0x20 && c != 0x7F))
		buf_byte(out, (char)c);
}

void ics_put_text(struct buf *out, const char *name, struct str text)
{
	struct buf escaped = {.arena = out->arena};

	for (size_t i = 0; i < text.n; i++)
		escape(&escaped, (unsigned char)text.p[i]);
	if (escaped.n)
		ics_put(out, name, buf_str(&escaped));
}

static struct str digits(struct arena *a, struct date d)
{
	return str_fmt(a, "%04d%02d%02d", d.year, d.month, d.day);
}

void ics_put_day(struct buf *out, const char *name, struct date d)
{
	ics_put(out, str_z(out->arena, str_fmt(out->arena, "%s;VALUE=DATE", name)),
		digits(out->arena, d));
}

static struct str moment(struct arena *a, struct date d, const char *end)
{
	return str_fmt(a, STR_FMT "T%02d%02d00%s", STR_ARG(digits(a, d)), d.hour, d.minute,
		       end);
}

void ics_put_time(struct buf *out, const char *name, struct date d)
{
	ics_put(out, str_z(out->arena, str_fmt(out->arena, "%s;TZID=" ZONE, name)),
		moment(out->arena, d, ""));
}

void ics_put_stamp(struct buf *out, const char *name, struct date d)
{
	int hour = d.hour - HOURS_EAST;
	struct date utc = date_from_days(date_days(d) - (hour < 0));

	utc.hour = (int8_t)(hour < 0 ? hour + 24 : hour);
	utc.minute = d.minute;
	ics_put(out, name, moment(out->arena, utc, "Z"));
}

void ics_begin(struct buf *out, struct str name)
{
	ics_put(out, "BEGIN", STR("VCALENDAR"));
	ics_put(out, "VERSION", STR("2.0"));
	ics_put(out, "PRODID", STR("-//cchc//cchc " VERSION "//VI"));
	ics_put(out, "CALSCALE", STR("GREGORIAN"));
	ics_put_text(out, "NAME", name);
	ics_put_text(out, "X-WR-CALNAME", name);
	ics_put(out, "X-WR-TIMEZONE", STR(ZONE));
	ics_put(out, "BEGIN", STR("VTIMEZONE"));
	ics_put(out, "TZID", STR(ZONE));
	ics_put(out, "BEGIN", STR("STANDARD"));
	ics_put(out, "DTSTART", STR("19700101T000000"));
	ics_put(out, "TZOFFSETFROM", STR("+0700"));
	ics_put(out, "TZOFFSETTO", STR("+0700"));
	ics_put(out, "TZNAME", STR("+07"));
	ics_put(out, "END", STR("STANDARD"));
	ics_put(out, "END", STR("VTIMEZONE"));
}

void ics_end(struct buf *out)
{
	ics_put(out, "END", STR("VCALENDAR"));
}
