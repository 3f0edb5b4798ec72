/*
 * return_tool - what the engine of terms says for every day and many terms, to be held
 * against assets/ngay-tra.js. Reads the records content/lich-nghi of the working folder.
 *
 * Its first three lines are the years, the days off and the days worked; then each line is
 * a day of receipt, whether it was late (0, 1), an amount, a unit, and the day of the
 * result, which is empty when it leaves the calendar.
 */
#include <stdio.h>

#include "base/file.h"
#include "kinds/holidays.h"
#include "viet/term.h"

enum {
	CUT_OFF = 15 * 60,
	DAYS_MAX = 30,   /* every amount up to here, then some */
	MONTHS_MAX = 14, /* the same in months */
};

static const int long_terms[] = {45, 60, 90, 180, 250, 251, 365, 400};

static const struct {
	const char *code;
	enum term_unit unit;
} units[] = {
	{"ngay-lam-viec", TERM_WORKING_DAYS},
	{"ngay", TERM_DAYS},
	{"thang", TERM_MONTHS},
};

static struct arena arena;

static const struct holidays *load(struct str path, struct diag *d)
{
	struct source *source = arena_new(&arena, struct source);
	struct holidays *x = arena_new(&arena, struct holidays);
	struct pos at = {source, 1, 1};
	const struct value *v;

	source->path = path;
	if (!file_read(&arena, path, YAML_FILE_MAX, &source->text, d))
		return NULL;
	v = value_from_yaml(&arena, at, source->text, YAML_FILE_MAX, d);
	return v && schema_load(&arena, holidays_kind.schema, v, x, d) ? x : NULL;
}

static bool load_calendar(struct calendar *c, struct diag *d)
{
	struct file_list files = {0};
	const struct holidays **records;

	if (!file_walk(&arena, STR("content/lich-nghi"), &files, d))
		return false;
	records = arena_array(&arena, const struct holidays *, files.n);
	for (size_t i = 0; i < files.n; i++) {
		records[i] = load(files.paths[i], d);
		if (!records[i])
			return false;
	}
	*c = calendar_from_records(&arena, records, files.n);
	return true;
}

static const char *iso(struct date d)
{
	static struct arena scratch;

	arena_reset(&scratch);
	return str_z(&scratch, date_iso(&scratch, d));
}

static void say_days(const struct special_day *days, size_t n)
{
	for (size_t i = 0; i < n; i++)
		printf("%s ", iso(date_from_days(days[i].day)));
	putchar('\n');
}

static void say_due(const struct calendar *c, int64_t day, bool late, int64_t amount,
		    size_t unit)
{
	struct receipt r = {.at = date_from_days(day), .cut_off = late ? CUT_OFF : 0};
	struct date due;
	bool known;

	r.at.hour = 15;
	r.at.has_time = true;
	known = term_due(c, &r, (struct term_length){amount, units[unit].unit}, NULL, 0,
			 &due) == TERM_DUE;
	printf("%s %d ", iso(date_from_days(day)), late);
	printf("%d %s %s\n", (int)amount, units[unit].code, known ? iso(due) : "");
}

static void say_day(const struct calendar *c, int64_t day, bool late)
{
	for (size_t unit = 0; unit < COUNT(units); unit++) {
		bool months = units[unit].unit == TERM_MONTHS;

		for (int n = 1; n <= (months ? MONTHS_MAX : DAYS_MAX); n++)
			say_due(c, day, late, n, unit);
		for (size_t i = 0; !months && i < COUNT(long_terms); i++)
			say_due(c, day, late, long_terms[i], unit);
	}
}

int main(void)
{
	struct diag d = {.arena = &arena};
	struct calendar c;
	struct date first = {.year = 2023, .month = 12, .day = 20};

	if (!load_calendar(&c, &d) || !c.n_years)
		return 1;
	for (size_t i = 0; i < c.n_years; i++)
		printf("%d ", c.years[i]);
	putchar('\n');
	say_days(c.off, c.n_off);
	say_days(c.worked, c.n_worked);
	for (int64_t day = date_days(first); day < date_days(first) + 1125; day++) {
		say_day(&c, day, false);
		say_day(&c, day, true);
	}
	arena_free(&arena);
	return 0;
}
