/*
 * years - the days off of 2024 to 2026, for tests of the calendar and of terms. They were
 * copied from the announcements, not from content/lich-nghi: the one checks the other.
 */
#ifndef CCHC_TESTS_YEARS_H
#define CCHC_TESTS_YEARS_H

#include "viet/calendar.h"

struct announced {
	const char *from, *to; /* 2024-02-08, or NULL for one day */
	const char *name;
	enum day_off_kind kind;
};

static const struct announced announced_off[] = {
	{"2024-01-01", NULL, "Tết Dương lịch", DAY_OFF_HOLIDAY},
	{"2024-02-08", "2024-02-12", "Tết Giáp Thìn", DAY_OFF_HOLIDAY},
	{"2024-02-13", "2024-02-14", "Nghỉ bù Tết Giáp Thìn", DAY_OFF_IN_LIEU},
	{"2024-04-18", NULL, "Giỗ Tổ Hùng Vương", DAY_OFF_HOLIDAY},
	{"2024-04-29", NULL, "Nghỉ hoán đổi", DAY_OFF_SWAPPED},
	{"2024-04-30", NULL, "Ngày Chiến thắng", DAY_OFF_HOLIDAY},
	{"2024-05-01", NULL, "Quốc tế Lao động", DAY_OFF_HOLIDAY},
	{"2024-09-02", "2024-09-03", "Quốc khánh", DAY_OFF_HOLIDAY},
	{"2025-01-01", NULL, "Tết Dương lịch", DAY_OFF_HOLIDAY},
	{"2025-01-27", "2025-01-31", "Tết Ất Tỵ", DAY_OFF_HOLIDAY},
	{"2025-04-07", NULL, "Giỗ Tổ Hùng Vương", DAY_OFF_HOLIDAY},
	{"2025-04-30", NULL, "Ngày Chiến thắng", DAY_OFF_HOLIDAY},
	{"2025-05-01", NULL, "Quốc tế Lao động", DAY_OFF_HOLIDAY},
	{"2025-05-02", NULL, "Nghỉ hoán đổi", DAY_OFF_SWAPPED},
	{"2025-09-01", "2025-09-02", "Quốc khánh", DAY_OFF_HOLIDAY},
	{"2026-01-01", NULL, "Tết Dương lịch", DAY_OFF_HOLIDAY},
	{"2026-01-02", NULL, "Nghỉ hoán đổi", DAY_OFF_SWAPPED},
	{"2026-02-16", "2026-02-20", "Tết Bính Ngọ", DAY_OFF_HOLIDAY},
	{"2026-04-27", NULL, "Nghỉ bù Giỗ Tổ Hùng Vương", DAY_OFF_IN_LIEU},
	{"2026-04-30", NULL, "Ngày Chiến thắng", DAY_OFF_HOLIDAY},
	{"2026-05-01", NULL, "Quốc tế Lao động", DAY_OFF_HOLIDAY},
	{"2026-08-31", NULL, "Nghỉ hoán đổi", DAY_OFF_SWAPPED},
	{"2026-09-01", "2026-09-02", "Quốc khánh", DAY_OFF_HOLIDAY},
	{"2026-11-24", NULL, "Ngày Văn hóa Việt Nam", DAY_OFF_HOLIDAY},
};

static const char *const announced_worked[] = {
	"2024-05-04",
	"2025-04-26",
	"2026-01-10",
	"2026-08-22",
};

static inline struct date day_of(const char *text)
{
	struct date d = {0};

	if (!date_parse(str_of(text), true, true, &d) &&
	    !date_parse_vietnamese(str_of(text), &d))
		fail_msg("%s is no date", text);
	return d;
}

static inline struct calendar calendar_2024_2026(struct arena *a)
{
	struct special_day off[COUNT(announced_off) * 5], worked[COUNT(announced_worked)];
	struct calendar_year years[] = {{.year = 2025}, {.year = 2024}, {.year = 2026}};
	size_t n = 0;

	for (size_t i = 0; i < COUNT(announced_off); i++) {
		const struct announced *x = &announced_off[i];
		int64_t last = date_days(day_of(x->to ? x->to : x->from));

		for (int64_t day = date_days(day_of(x->from)); day <= last; day++)
			off[n++] = (struct special_day){day, str_of(x->name), x->kind};
	}
	for (size_t i = 0; i < COUNT(worked); i++)
		worked[i] = (struct special_day){.day = date_days(day_of(announced_worked[i])),
						 .name = STR("Làm bù")};
	/* To whom a day is given makes no difference. */
	years[0].off = off;
	years[0].n_off = n;
	years[1].worked = worked;
	years[1].n_worked = COUNT(worked);
	return calendar_make(a, years, COUNT(years));
}

#endif
