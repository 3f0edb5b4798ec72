#include "viet/period.h"

enum {
	CLOSING_DAY = 14, /* the last day of a report's window */
};

static const int months_of[] = {
	[PERIOD_MONTH] = 1,       [PERIOD_QUARTER] = 3, [PERIOD_HALF] = 6,
	[PERIOD_NINE_MONTHS] = 9, [PERIOD_YEAR] = 12,
};

static struct date last_of_month(int year, int month)
{
	static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return date_of(year, month,
		       lengths[month - 1] + (month == 2 && date_is_valid(year, 2, 29)));
}

/* From the 15th of the month before `first` to the 14th of `last`. */
static bool report_range(int year, int first, int last, struct date_range *out)
{
	if (first == 1 && year == 1)
		return false;
	out->first = first == 1 ? date_of(year - 1, 12, CLOSING_DAY + 1)
				: date_of(year, first - 1, CLOSING_DAY + 1);
	out->last = date_of(year, last, CLOSING_DAY);
	return true;
}

bool period_range(enum period_unit unit, int year, int n, enum period_window window,
		  struct date_range *out)
{
	int months = months_of[unit], last;

	if (year < 1 || year > 9999 || n < 1 || n > 12 / months)
		return false;
	last = n * months;
	if (window == WINDOW_REPORT)
		return report_range(year, last - months + 1, last, out);
	out->first = date_of(year, last - months + 1, 1);
	out->last = last_of_month(year, last);
	return true;
}

bool period_of(enum period_unit unit, struct date d, enum period_window window, int *year,
	       int *n)
{
	bool is_next = window == WINDOW_REPORT && d.day > CLOSING_DAY;
	int months = months_of[unit];
	int month = d.year * 12 + d.month - 1 + is_next; /* since the year 0 */

	if (!date_is_full(d) || month / 12 > 9999 || month % 12 / months >= 12 / months)
		return false;
	*year = month / 12;
	*n = month % 12 / months + 1;
	return true;
}

bool range_has(struct date_range r, struct date d)
{
	return date_days(d) >= date_days(r.first) && date_days(d) <= date_days(r.last);
}
