#include "kinds/statistics.h"

#include "kinds/linked.h"
#include "kinds/rule.h"
#include "kinds/statistics_parts.h"

enum {
	COUNT_MAX = 100 * 1000 * 1000,
	YEAR_MIN = 2000,
	YEAR_MAX = 2100,
};

enum period_type {
	TYPE_MONTH,
	TYPE_QUARTER,
	TYPE_FIRST_HALF,
	TYPE_SECOND_HALF,
	TYPE_NINE_MONTHS,
	TYPE_YEAR,
};

static const struct choice period_types[] = {
	[TYPE_MONTH] = {"thang", "Tháng"},
	[TYPE_QUARTER] = {"quy", "Quý"},
	[TYPE_FIRST_HALF] = {"6-thang-dau-nam", "6 tháng đầu năm"},
	[TYPE_SECOND_HALF] = {"6-thang-cuoi-nam", "6 tháng cuối năm"},
	[TYPE_NINE_MONTHS] = {"9-thang", "9 tháng"},
	[TYPE_YEAR] = {"nam", "Năm"},
	{0},
};

static const struct choice windows[] = {
	[WINDOW_CALENDAR] = {"duong-lich", "Theo tháng dương lịch"},
	[WINDOW_REPORT] = {"nd-09-2019", "Từ ngày 15 đến ngày 14"},
	{0},
};

static const struct rule identity_rule = {
	"SL-01", DIAG_ERROR,
	N_("What came in is what was answered in time, early or late, and what is open.")};
static const struct rule online_rule = {"SL-02", DIAG_ERROR,
					N_("No more came online than came in altogether.")};
static const struct rule period_rule = {"SL-03", DIAG_ERROR,
					N_("A quarter or month has its number.")};
static const struct rule future_rule = {"SL-04", DIAG_ERROR,
					N_("A period is counted when it is over.")};
static const struct rule late_rule = {"SL-05", DIAG_ADVICE,
				      N_("Where files were late, the reason is given.")};

static const struct rule *const statistics_rules[] = {
	&identity_rule, &online_rule, &period_rule, &future_rule, &late_rule,
};

static const struct field period_fields[] = {
	{.key = "loai",
	 .type = FIELD_CHOICE,
	 .choices = period_types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics_period, type),
	 .label = "Loại kỳ",
	 .about = N_("What sort of period it is."),
	 .example = "\"quy\""},
	{.key = "nam",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics_period, year),
	 .label = "Năm",
	 .about = N_("Its year."),
	 .min = YEAR_MIN,
	 .max = YEAR_MAX,
	 .example = "2026"},
	{.key = "quy",
	 .type = FIELD_INT,
	 .offset = offsetof(struct statistics_period, quarter),
	 .label = "Quý",
	 .about = N_("Its quarter, for a quarter."),
	 .min = 1,
	 .max = 4,
	 .example = "3"},
	{.key = "thang",
	 .type = FIELD_INT,
	 .offset = offsetof(struct statistics_period, month),
	 .label = "Tháng",
	 .about = N_("Its month, for a month."),
	 .min = 1,
	 .max = 12,
	 .example = "10"},
	{.key = "cua_so",
	 .type = FIELD_CHOICE,
	 .choices = windows,
	 .offset = offsetof(struct statistics_period, window),
	 .label = "Cách tính kỳ",
	 .about = N_("By calendar months, as without this line, or from the 15th to the "
		     "14th."),
	 .example = "\"duong-lich\""},
	{0},
};

static const struct schema period_schema = {
	.name = N_("a period"),
	.size = sizeof(struct statistics_period),
	.fields = period_fields,
};

static const struct field statistics_fields[] = {
	{.key = "ky",
	 .type = FIELD_MAP,
	 .map = &period_schema,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, period),
	 .label = "Kỳ",
	 .about = N_("The period that was counted.")},
	{.key = "thu_tuc",
	 .type = FIELD_REF,
	 .ref_kind = "thu-tuc",
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, procedure),
	 .label = "Thủ tục",
	 .about = N_("The code of the procedure.")},
	{.key = "tiep_nhan",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, counts.received),
	 .label = "Tiếp nhận",
	 .about = N_("How many files came in, with those carried over."),
	 .example = "0",
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "truc_tuyen",
	 .type = FIELD_INT,
	 .offset = offsetof(struct statistics, counts.online),
	 .label = "Trong đó trực tuyến",
	 .about = N_("How many of them came online."),
	 .example = "0",
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "dung_han",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, counts.in_time),
	 .label = "Đúng hạn",
	 .about = N_("How many were answered on the last day or before it, but not early."),
	 .example = "0",
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "truoc_han",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, counts.early),
	 .label = "Trước hạn",
	 .about = N_("How many were answered early."),
	 .example = "0",
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "qua_han",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, counts.late),
	 .label = "Quá hạn",
	 .about = N_("How many were answered late."),
	 .example = "0",
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "dang_giai_quyet",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct statistics, counts.open),
	 .label = "Đang giải quyết",
	 .about = N_("How many were still open at the end."),
	 .example = "0",
	 .min = 0,
	 .max = COUNT_MAX},
	{.key = "ghi_chu",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct statistics, note),
	 .label = "Ghi chú",
	 .about = N_("What a reader must know of the figures; why files were late.")},
	{0},
};

static const struct schema statistics_schema = {
	.name = N_("a count of files"),
	.size = sizeof(struct statistics),
	.fields = statistics_fields,
	.parent = &common_schema,
};

bool statistics_range(const struct statistics_period *p, struct date_range *out)
{
	static const enum period_unit units[] = {
		[TYPE_MONTH] = PERIOD_MONTH,
		[TYPE_QUARTER] = PERIOD_QUARTER,
		[TYPE_FIRST_HALF] = PERIOD_HALF,
		[TYPE_SECOND_HALF] = PERIOD_HALF,
		[TYPE_NINE_MONTHS] = PERIOD_NINE_MONTHS,
		[TYPE_YEAR] = PERIOD_YEAR,
	};
	int64_t n = p->type == TYPE_MONTH         ? p->month
		    : p->type == TYPE_QUARTER     ? p->quarter
		    : p->type == TYPE_SECOND_HALF ? 2
						  : 1;

	return period_range(units[p->type], (int)p->year, (int)n,
			    p->window == WINDOW_REPORT ? WINDOW_REPORT : WINDOW_CALENDAR, out);
}

struct str statistics_period_name(struct arena *a, const struct statistics_period *p)
{
	static const char *const roman[] = {"", "I", "II", "III", "IV"};

	if (p->type == TYPE_MONTH)
		return str_fmt(a, "tháng %lld/%lld", (long long)p->month, (long long)p->year);
	if (p->type == TYPE_QUARTER)
		return str_fmt(a, "quý %s/%lld", roman[p->quarter > 0 ? p->quarter : 0],
			       (long long)p->year);
	if (p->type == TYPE_YEAR)
		return str_fmt(a, "năm %lld", (long long)p->year);
	return str_fmt(a, "%s %lld",
		       p->type == TYPE_NINE_MONTHS ? "9 tháng năm" : period_types[p->type].name,
		       (long long)p->year);
}

static void inspect_counts(const struct counts *n, struct inspection *i)
{
	int64_t sum = n->in_time + n->early + n->late + n->open;

	if (sum != n->received)
		inspection_report(i, inspection_place(i, "tiep_nhan"), &identity_rule,
				  _("%lld files came in, but dung_han + truoc_han + qua_han + "
				    "dang_giai_quyet are %lld"),
				  (long long)n->received, (long long)sum);
	if (n->online > n->received)
		inspection_report(i, inspection_place(i, "truc_tuyen"), &online_rule,
				  _("%lld files came online, but only %lld altogether"),
				  (long long)n->online, (long long)n->received);
}

static void inspect_period(const struct statistics_period *p, struct inspection *i)
{
	struct date_range range;
	const char *key = p->type == TYPE_MONTH ? "thang" : "quy";

	if (!statistics_range(p, &range))
		inspection_report(i, inspection_place(i, "ky"), &period_rule,
				  _("the period needs \"%s\": which one of the year"), key);
	else if (date_days(range.last) >= date_days(i->today))
		inspection_report(i, inspection_place(i, "ky"), &future_rule,
				  _("the period ends on %.*s; its files cannot be counted yet"),
				  STR_ARG(date_short(i->scratch, range.last)));
}

static void inspect_statistics(const void *data, struct inspection *i)
{
	const struct statistics *x = data;

	inspect_counts(&x->counts, i);
	inspect_period(x->period, i);
	if (x->counts.late > 0 && !x->note.n)
		inspection_report(i, inspection_place(i, "qua_han"), &late_rule,
				  _("late files: %lld; write in \"ghi_chu\" why, and what is "
				    "done about it"),
				  (long long)x->counts.late);
}

/* "Kết quả giải quyết hồ sơ quý III/2026: cap-giay-chung-sinh", where nobody wrote a
 * title: what the procedure is called is not known yet. */
static struct str statistics_title(struct arena *a, const void *data)
{
	const struct statistics *x = data;

	if (x->common.title.n)
		return x->common.title;
	return str_fmt(a, "Kết quả giải quyết hồ sơ " STR_FMT ": " STR_FMT,
		       STR_ARG(statistics_period_name(a, x->period)),
		       STR_ARG(x->procedure.code));
}

static struct str statistics_summary(struct arena *a, const void *data)
{
	const struct statistics *x = data;
	int64_t good = x->counts.in_time + x->counts.early;

	if (x->common.summary.n)
		return x->common.summary;
	return str_fmt(a, "Tiếp nhận %lld hồ sơ, %lld hồ sơ trả đúng hạn hoặc trước hạn.",
		       (long long)x->counts.received, (long long)good);
}

static struct date statistics_date(const void *data)
{
	const struct statistics *x = data;
	struct date_range range = {{0}, {0}};

	return statistics_range(x->period, &range) ? range.last : (struct date){0};
}

static const struct subpage statistics_pages[] = {
	{.path = "", .layout = "so-lieu-tthc-bang.html", .derive = derive_statistics_table},
};

const struct kind statistics_kind = {
	.code = "so-lieu-tthc",
	.name = "Số liệu giải quyết thủ tục",
	.describe = describe_statistics,
	.schema = &statistics_schema,
	.has_list = true,
	.title = statistics_title,
	.summary = statistics_summary,
	.date = statistics_date,
	.rules = statistics_rules,
	.n_rules = COUNT(statistics_rules),
	.inspect = inspect_statistics,
	.derive = derive_statistics,
	.section_pages = statistics_pages,
	.n_section_pages = COUNT(statistics_pages),
};
