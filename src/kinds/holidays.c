#include "kinds/holidays.h"

static const struct choice day_off_kinds[] = {
	[DAY_OFF_HOLIDAY] = {"le", "Nghỉ lễ, Tết"},
	[DAY_OFF_IN_LIEU] = {"nghi-bu", "Nghỉ bù"},
	[DAY_OFF_SWAPPED] = {"hoan-doi", "Nghỉ hoán đổi"},
	{0},
};

static const struct field holiday_fields[] = {
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct holiday, on),
	 .label = "Ngày",
	 .about = N_("The day off; holidays of several days take a line each."),
	 .example = "2026-11-24"},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct holiday, name),
	 .label = "Tên",
	 .about = N_("Why it is off, as people call it."),
	 .example = "\"Ngày Văn hóa Việt Nam\""},
	{.key = "loai",
	 .type = FIELD_CHOICE,
	 .choices = day_off_kinds,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct holiday, kind),
	 .label = "Loại ngày nghỉ",
	 .about = N_("A holiday, a day in lieu of one on a weekend, or one for which another "
		     "day is worked."),
	 .example = "\"le\""},
	{0},
};

static const struct schema holiday_schema = {
	.name = N_("a day off"),
	.size = sizeof(struct holiday),
	.fields = holiday_fields,
};

static const struct field holidays_fields[] = {
	{.key = "nam",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct holidays, year),
	 .min = 1900,
	 .max = 9999,
	 .label = "Năm",
	 .about = N_("The year whose days off these are."),
	 .example = "2026"},
	{.key = "ngay_nghi",
	 .type = FIELD_MAP,
	 .map = &holiday_schema,
	 .flags = FIELD_REQUIRED | FIELD_MANY,
	 .offset = offsetof(struct holidays, off),
	 .min = 1,
	 .max = HOLIDAYS_DAYS_MAX,
	 .label = "Ngày nghỉ",
	 .about = N_("The days off but for ordinary Saturdays and Sundays.")},
	{.key = "ngay_lam_bu",
	 .type = FIELD_DATE,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct holidays, worked),
	 .max = HOLIDAYS_DAYS_MAX,
	 .label = "Ngày làm bù",
	 .about = N_("Saturdays and Sundays that are worked in exchange for swapped days."),
	 .example = "2026-08-22"},
	{.key = "ghi_chu",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct holidays, note),
	 .label = "Ghi chú",
	 .about = N_("What readers of the calendar should know, such as what is still to be "
		     "checked.")},
	{0},
};

static const struct schema holidays_schema = {
	.name = N_("a calendar of days off"),
	.size = sizeof(struct holidays),
	.fields = holidays_fields,
	.parent = &common_schema,
};

/* One record a year: the code says which, and no two records have the same. */
static bool check_holidays(const void *data, const struct value *v, struct date today,
			   struct diag *d)
{
	const struct holidays *x = data;
	struct str code = str_fmt(d->arena, "lich-nghi-%d", (int)x->year);

	(void)today;
	if (str_eq(x->common.code, code))
		return true;
	return diag_error(
		d, place_of_field(v, "ma"),
		_("the calendar of %d has the code \"" STR_FMT "\", not \"" STR_FMT "\""),
		(int)x->year, STR_ARG(code), STR_ARG(x->common.code));
}

static struct str holidays_title(struct arena *a, const void *data)
{
	const struct holidays *x = data;

	return str_fmt(a, "Lịch nghỉ năm %d", (int)x->year);
}

static bool counts(const struct holidays *x)
{
	return x->common.state == -1 || x->common.state == STATE_APPROVED;
}

static struct calendar_year year_of(struct arena *a, const struct holidays *x)
{
	struct special_day *off = arena_array(a, struct special_day, x->off.n);
	struct special_day *worked = arena_array(a, struct special_day, x->worked.n);

	for (size_t i = 0; i < x->off.n; i++) {
		const struct holiday *h = LIST_ITEM(x->off, struct holiday, i);

		off[i] = (struct special_day){date_days(h->on), h->name,
					      (enum day_off_kind)h->kind};
	}
	for (size_t i = 0; i < x->worked.n; i++)
		worked[i].day = date_days(*LIST_ITEM(x->worked, struct date, i));
	return (struct calendar_year){(int)x->year, off, worked, x->off.n, x->worked.n};
}

struct calendar calendar_from_records(struct arena *a, const struct holidays *const *records,
				      size_t n)
{
	struct calendar_year *years = arena_array(a, struct calendar_year, n);
	size_t n_years = 0;

	for (size_t i = 0; i < n; i++) {
		if (counts(records[i]))
			years[n_years++] = year_of(a, records[i]);
	}
	return calendar_make(a, years, n_years);
}

const struct kind holidays_kind = {
	.code = "lich-nghi",
	.name = "Lịch nghỉ",
	.schema = &holidays_schema,
	.no_page = true,
	.shared = true,
	.title = holidays_title,
	.check = check_holidays,
	.rules = holidays_rules,
	.n_rules = HOLIDAYS_RULES,
	.inspect = holidays_inspect,
};
