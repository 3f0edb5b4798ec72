#include "kinds/report.h"

#include "kinds/linked.h"
#include "kinds/plan.h"
#include "kinds/printed.h"
#include "kinds/view_chart.h"
#include "viet/decimal.h"
#include "viet/fold.h"
#include "viet/period.h"

const struct choice report_period_sorts[] = {
	{"thang", "Tháng"},
	{"quy", "Quý"},
	{"6-thang-dau-nam", "6 tháng đầu năm"},
	{"6-thang-cuoi-nam", "6 tháng cuối năm"},
	{"9-thang", "9 tháng"},
	{"nam", "Năm"},
	{0},
};

const struct choice report_windows[] = {
	{"nd-09-2019", "Từ ngày 15 đến ngày 14 (Nghị định 09/2019/NĐ-CP)"},
	{"duong-lich", "Theo tháng dương lịch"},
	{"ke-hoach", "Theo kỳ của kế hoạch"},
	{0},
};

const struct choice report_target_states[] = {
	{"dat", "Đạt"},         {"dang-thuc-hien", "Đang thực hiện"},
	{"cham", "Chậm"},       {"qua-han", "Quá hạn"},
	{"chua-ro", "Chưa rõ"}, {0},
};

static const struct field document_fields[] = {
	{.key = "so",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct report_document, number),
	 .label = "Số",
	 .about = N_("Its number; none while it is a draft."),
	 .example = "\"12\""},
	{.key = "ky_hieu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct report_document, symbol),
	 .label = "Ký hiệu",
	 .about = N_("Its symbol."),
	 .example = "\"BC-BV\""},
	{.key = "dia_danh",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct report_document, place),
	 .label = "Địa danh",
	 .about = N_("The place of issue.")},
	{.key = "ngay",
	 .type = FIELD_EDTF,
	 .offset = offsetof(struct report_document, issued),
	 .label = "Ngày ban hành",
	 .about = N_("The day of issue; what is not known is XX: 2025-03-XX."),
	 .example = "2026-10-15"},
	{.key = "trich_yeu",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_document, subject),
	 .label = "Trích yếu",
	 .about = N_("What it is about, as printed.")},
	{.key = "chuc_vu_ky",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct report_document, signer_office),
	 .label = "Chức vụ người ký",
	 .about = N_("The office of who signed it.")},
	{.key = "nguoi_ky",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct report_document, signer),
	 .label = "Người ký",
	 .about = N_("Who signed it.")},
	{0},
};

static const struct schema document_schema = {
	.name = N_("a report as a document"),
	.size = sizeof(struct report_document),
	.fields = document_fields,
};

static const struct field period_fields[] = {
	{.key = "loai",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_REQUIRED,
	 .choices = report_period_sorts,
	 .offset = offsetof(struct report_period, sort),
	 .label = "Loại kỳ",
	 .about = N_("What sort of period it is."),
	 .example = "\"quy\""},
	{.key = "nam",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_period, year),
	 .label = "Năm",
	 .about = N_("Its year."),
	 .min = 2000,
	 .max = 2100,
	 .example = "2026"},
	{.key = "quy",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_period, quarter),
	 .label = "Quý",
	 .about = N_("Its quarter, for a quarter."),
	 .min = 1,
	 .max = 4,
	 .example = "3"},
	{.key = "thang",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_period, month),
	 .label = "Tháng",
	 .about = N_("Its month, for a month."),
	 .min = 1,
	 .max = 12,
	 .example = "10"},
	{.key = "tu_ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_period, from),
	 .label = "Từ ngày",
	 .about = N_("Its first day."),
	 .example = "2026-06-15"},
	{.key = "den_ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_period, to),
	 .label = "Đến ngày",
	 .about = N_("Its last day."),
	 .example = "2026-09-14"},
	{.key = "cua_so",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_REQUIRED,
	 .choices = report_windows,
	 .offset = offsetof(struct report_period, window),
	 .label = "Cửa sổ số liệu",
	 .about = N_("How its days are reckoned."),
	 .example = "\"nd-09-2019\""},
	{0},
};

static const struct schema period_schema = {
	.name = N_("a report's period"),
	.size = sizeof(struct report_period),
	.fields = period_fields,
};

static const struct field credit_fields[] = {
	{.key = "don_vi",
	 .type = FIELD_REF,
	 .flags = FIELD_REQUIRED,
	 .ref_kind = "don-vi",
	 .offset = offsetof(struct report_credit, unit),
	 .label = "Đơn vị",
	 .about = N_("The code of the unit.")},
	{.key = "viet",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_credit, written),
	 .label = "Viết",
	 .about = N_("How many it wrote."),
	 .min = 0,
	 .max = 1000000,
	 .example = "4"},
	{.key = "phoi_hop",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_credit, helped),
	 .label = "Phối hợp",
	 .about = N_("How many it helped with."),
	 .min = 0,
	 .max = 1000000,
	 .example = "2"},
	{0},
};

static const struct schema credit_schema = {
	.name = N_("a unit's part in a result"),
	.size = sizeof(struct report_credit),
	.fields = credit_fields,
};

static const struct field item_fields[] = {
	{.key = "tieu_de",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_item, title),
	 .label = "Tiêu đề",
	 .about = N_("What it is called.")},
	{.key = "url",
	 .type = FIELD_URL,
	 .offset = offsetof(struct report_item, url),
	 .label = "Địa chỉ",
	 .about = N_("Where it is.")},
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct report_item, on),
	 .label = "Ngày",
	 .about = N_("The day on which it counts."),
	 .example = "2026-09-01"},
	{0},
};

static const struct schema item_schema = {
	.name = N_("what counted for a target"),
	.size = sizeof(struct report_item),
	.fields = item_fields,
};

static const struct field demand_fields[] = {
	{.key = "id",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_demand, id),
	 .label = "Vị trí",
	 .about = N_("Its place in the plan's text: I.2.1."),
	 .example = "\"CT.1\""},
	{.key = "noi_dung",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct report_demand, text),
	 .label = "Nội dung",
	 .about = N_("The words of the plan.")},
	{.key = "phai_dat",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_demand, due),
	 .label = "Phải đạt",
	 .about = N_("How many were due; none when the plan does not say."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "20"},
	{.key = "da_dat",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_demand, done),
	 .label = "Đã đạt",
	 .about = N_("How many there are."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "18"},
	{.key = "tinh_trang",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_REQUIRED,
	 .choices = report_target_states,
	 .offset = offsetof(struct report_demand, state),
	 .label = "Tình trạng",
	 .about = N_("How far it is."),
	 .example = "\"dat\""},
	{0},
};

static const struct schema demand_schema = {
	.name = N_("the result of a further demand"),
	.size = sizeof(struct report_demand),
	.fields = demand_fields,
};

static const struct field result_fields[] = {
	{.key = "tt",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_result, number),
	 .label = "Chỉ tiêu",
	 .about = N_("The number of the plan's target (tt)."),
	 .example = "\"1.1\""},
	{.key = "noi_dung",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct report_result, text),
	 .label = "Nội dung",
	 .about = N_("The words of the plan.")},
	{.key = "phai_dat",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_result, due),
	 .label = "Phải đạt",
	 .about = N_("How many were due; none when the plan does not say."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "15"},
	{.key = "da_dat",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct report_result, done),
	 .label = "Đã đạt",
	 .about = N_("How many there are."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "13"},
	{.key = "ca_ky",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_result, whole),
	 .label = "Cả kỳ",
	 .about = N_("How many the plan asks for in all; none when it does not say."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "60"},
	{.key = "loai_phai_dat",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_result, sorts_due),
	 .label = "Số loại phải đạt",
	 .about = N_("How many different ones were due."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "2"},
	{.key = "loai_da_dat",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_result, sorts_done),
	 .label = "Số loại đã đạt",
	 .about = N_("How many different ones there are."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "1"},
	{.key = "loai_ca_ky",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_result, sorts_whole),
	 .label = "Số loại cả kỳ",
	 .about = N_("How many different ones the plan asks for in all."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "2"},
	{.key = "luy_ke",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct report_result, from_start),
	 .label = "Lũy kế",
	 .about = N_("Whether it is counted since the plan began."),
	 .example = "true"},
	{.key = "khoang_trong",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report_result, gap),
	 .label = "Khoảng trống dài nhất",
	 .about = N_("The most days in a row without anything."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "12"},
	{.key = "tinh_trang",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_REQUIRED,
	 .choices = report_target_states,
	 .offset = offsetof(struct report_result, state),
	 .label = "Tình trạng",
	 .about = N_("How far it is."),
	 .example = "\"dat\""},
	{.key = "theo_don_vi",
	 .type = FIELD_MAP,
	 .flags = FIELD_MANY,
	 .map = &credit_schema,
	 .offset = offsetof(struct report_result, by_unit),
	 .label = "Theo đơn vị",
	 .about = N_("What each unit gave.")},
	{.key = "noi_dung_da_tinh",
	 .type = FIELD_MAP,
	 .flags = FIELD_MANY,
	 .map = &item_schema,
	 .offset = offsetof(struct report_result, items),
	 .label = "Nội dung đã tính",
	 .about = N_("What counted, as it was called then.")},
	{0},
};

static const struct schema result_schema = {
	.name = N_("the result of a target"),
	.size = sizeof(struct report_result),
	.fields = result_fields,
};

static const struct field report_fields[] = {
	{.key = "van_ban",
	 .type = FIELD_MAP,
	 .flags = FIELD_REQUIRED,
	 .map = &document_schema,
	 .offset = offsetof(struct report, document),
	 .label = "Thể thức",
	 .about = N_("The report as a document.")},
	{.key = "ky",
	 .type = FIELD_MAP,
	 .flags = FIELD_REQUIRED,
	 .map = &period_schema,
	 .offset = offsetof(struct report, period),
	 .label = "Kỳ báo cáo",
	 .about = N_("The time that the report is of.")},
	{.key = "noi_nhan",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct report, to),
	 .label = "Nơi nhận",
	 .about = N_("Who receives it.")},
	{.key = "han",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct report, deadline),
	 .label = "Hạn",
	 .about = N_("The last day on which it is in time."),
	 .example = "2026-09-20"},
	{.key = "ket_qua_chi_tieu",
	 .type = FIELD_MAP,
	 .flags = FIELD_MANY,
	 .map = &result_schema,
	 .offset = offsetof(struct report, results),
	 .label = "Kết quả chỉ tiêu",
	 .about = N_("The numbers of each target, which later edits never change.")},
	{.key = "yeu_cau_khac",
	 .type = FIELD_MAP,
	 .flags = FIELD_MANY,
	 .map = &demand_schema,
	 .offset = offsetof(struct report, demands),
	 .label = "Yêu cầu khác",
	 .about = N_("What came of the plan's further demands.")},
	{.key = "tinh_den",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct report, counted),
	 .label = "Số liệu đến ngày",
	 .about = N_("The last day of which the numbers are."),
	 .example = "2026-09-14"},
	{.key = "so_don_vi",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report, units),
	 .label = "Số đơn vị",
	 .about = N_("How many units there are."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "20"},
	{.key = "so_don_vi_da_co",
	 .type = FIELD_INT,
	 .offset = offsetof(struct report, active_units),
	 .label = "Số đơn vị đã có nội dung",
	 .about = N_("How many of them published something."),
	 .min = 0,
	 .max = 1000000000,
	 .example = "18"},
	{.key = "don_vi_chua_co_tin_bai",
	 .type = FIELD_REF,
	 .flags = FIELD_MANY,
	 .ref_kind = "don-vi",
	 .offset = offsetof(struct report, silent_units),
	 .label = "Đơn vị chưa có tin, bài",
	 .about = N_("The codes of the units that published nothing.")},
	{.key = "ket_qua",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct report, outcome),
	 .label = "Kết quả",
	 .about = N_("What was done.")},
	{.key = "ton_tai",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct report, shortcomings),
	 .label = "Tồn tại, hạn chế",
	 .about = N_("What is lacking.")},
	{.key = "nguyen_nhan",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct report, causes),
	 .label = "Nguyên nhân",
	 .about = N_("Why.")},
	{.key = "giai_phap",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct report, measures),
	 .label = "Giải pháp",
	 .about = N_("What will be done.")},
	{.key = "kien_nghi",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct report, requests),
	 .label = "Kiến nghị",
	 .about = N_("What is asked of superiors; \"khong\" for nothing.")},
	{.key = "minh_chung",
	 .type = FIELD_URL,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct report, evidence),
	 .label = "Minh chứng",
	 .about = N_("Addresses of what proves it."),
	 .example = "\"https://benhvien.example.vn/cai-cach-hanh-chinh/\""},
	{0},
};

static const struct schema report_schema = {
	.name = N_("a report"),
	.size = sizeof(struct report),
	.fields = report_fields,
	.parent = &common_schema,
};

static const struct rule wrong_state = {
	"BC-01", DIAG_WARNING, N_("What a report says of a target agrees with its numbers.")};
static const struct rule unknown_target = {"BC-02", DIAG_WARNING,
					   N_("A report speaks of targets that its plan has.")};
static const struct rule no_evidence = {"BC-03", DIAG_ADVICE,
					N_("A report names the pages that prove it.")};
static const struct rule late = {"BC-04", DIAG_WARNING,
				 N_("A report is issued by its deadline.")};

static const struct rule *const report_rules[] = {
	&wrong_state,
	&unknown_target,
	&no_evidence,
	&late,
};

/* The unit and number that a period stands for; false when its quarter or month is not
 * written. */
static bool unit_of(const struct report_period *p, enum period_unit *unit, int *n)
{
	static const struct {
		enum period_unit unit;
		int n; /* 0: written by the author */
	} units[] = {
		{PERIOD_MONTH, 0}, {PERIOD_QUARTER, 0},     {PERIOD_HALF, 1},
		{PERIOD_HALF, 2},  {PERIOD_NINE_MONTHS, 1}, {PERIOD_YEAR, 1},
	};

	*unit = units[p->sort].unit;
	*n = units[p->sort].n;
	if (*unit == PERIOD_MONTH)
		*n = (int)p->month;
	if (*unit == PERIOD_QUARTER)
		*n = (int)p->quarter;
	return *n > 0;
}

static bool check_days(const struct report_period *p, const struct value *v, struct diag *d)
{
	enum period_window window =
		p->window == REPORT_WINDOW_DECREE ? WINDOW_REPORT : WINDOW_CALENDAR;
	enum period_unit unit;
	struct date_range r;
	int n;

	if (p->window == REPORT_WINDOW_PLAN)
		return date_cmp(p->from, p->to) <= 0 ||
		       diag_error(d, place_of_field(v, "den_ngay"),
				  _("\"den_ngay\" lies before \"tu_ngay\""));
	if (!unit_of(p, &unit, &n))
		return diag_error(d, place_of_field(v, "loai"),
				  _("a quarter needs \"quy\", a month \"thang\""));
	if (period_range(unit, (int)p->year, n, window, &r) &&
	    date_cmp(r.first, p->from) == 0 && date_cmp(r.last, p->to) == 0)
		return true;
	return diag_error(d, place_of_field(v, "tu_ngay"),
			  _("that period begins on " STR_FMT " and ends on " STR_FMT),
			  STR_ARG(date_iso(d->arena, r.first)),
			  STR_ARG(date_iso(d->arena, r.last)));
}

static bool check_report(const void *data, const struct value *v, struct date today,
			 struct diag *d)
{
	const struct report *x = data;

	(void)today;
	return check_days(x->period, schema_find(v, "ky")->value, d);
}

/* Of copies and of different items the worse number counts. */
static bool is_short(int64_t done, int64_t due, int64_t whole)
{
	return done < due || done < whole;
}

static bool agrees(const struct report_result *r)
{
	switch ((enum target_state)r->state) {
	case TARGET_REACHED:
		return r->done >= r->due && r->sorts_done >= r->sorts_due;
	case TARGET_BEHIND:
	case TARGET_OVERDUE:
		return (r->due < 0 && r->sorts_due < 0) ||
		       is_short(r->done, r->due, r->whole) ||
		       is_short(r->sorts_done, r->sorts_due, r->sorts_whole);
	default:
		return true;
	}
}

static struct pos place_in_result(struct inspection *i, size_t n, const char *key)
{
	return place_of_field(written_item(inspection_written(i), "ket_qua_chi_tieu", n), key);
}

static void inspect_result(const struct report_result *r, size_t n, const struct plan *plan,
			   struct inspection *i)
{
	if (!agrees(r))
		inspection_report(
			i, place_in_result(i, n, "tinh_trang"), &wrong_state,
			_("target " STR_FMT
			  ": %lld of %lld do not agree with what \"tinh_trang\" says"),
			STR_ARG(r->number), (long long)r->done, (long long)r->due);
	if (plan && !plan_target(plan, r->number))
		inspection_report(i, place_in_result(i, n, "tt"), &unknown_target,
				  _("the plan has no target \"" STR_FMT "\""),
				  STR_ARG(r->number));
}

static void inspect_report(const void *data, struct inspection *i)
{
	const struct report *x = data;
	struct record plan = inspection_target(i, &x->common.plan);
	struct date issued = x->document->issued;

	for (size_t n = 0; n < x->results.n; n++)
		inspect_result(LIST_ITEM(x->results, struct report_result, n), n,
			       plan.kind ? plan.data : NULL, i);
	if (!x->evidence.n)
		inspection_report(i, i->file, &no_evidence,
				  _("\"minh_chung\" is empty: name the pages that prove what "
				    "the report says"));
	if (date_is_set(x->deadline) && date_is_full(issued) &&
	    date_cmp(issued, x->deadline) > 0)
		inspection_report(
			i, inspection_place(i, "han"), &late,
			_("the report was issued on " STR_FMT ", behind its deadline"),
			STR_ARG(date_short(i->scratch, issued)));
}

static struct str report_title(struct arena *a, const void *data)
{
	const struct report *x = data;

	return str_concat(a, STR("Báo cáo "), viet_uncapitalize(a, x->document->subject),
			  (struct str){0});
}

static struct str report_summary(struct arena *a, const void *data)
{
	const struct report *x = data;

	if (x->common.summary.n)
		return x->common.summary;
	return str_fmt(a, "Số liệu từ " STR_FMT " đến " STR_FMT ".",
		       STR_ARG(date_short(a, x->period->from)),
		       STR_ARG(date_short(a, x->period->to)));
}

static struct date report_date(const void *data)
{
	const struct report *x = data;

	return x->period->to;
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct report *x = data;

	(void)today;
	add_term_of_year(a, (int)x->period->year, add, sink);
}

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm",
	.path = "theo-nam/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def *const report_taxonomies[] = {&year_taxonomy};

static void group(struct arena *a, struct value *row, const char *key, int64_t n)
{
	if (n >= 0)
		value_set(a, row, str_of(key), value_string(a, decimal_grouped(a, n)));
}

/* Numbers as readers see them: 5.000. */
static const struct value *view_results(struct arena *a, const struct report *x,
					const struct derive_context *c)
{
	struct value *rows = value_list(a);

	for (size_t i = 0; i < x->results.n; i++) {
		const struct report_result *r = LIST_ITEM(x->results, struct report_result, i);
		struct value *row =
			schema_view(a, &result_schema, r, c->ref_view, c->ref_context);

		group(a, row, "phai_dat", r->due);
		group(a, row, "da_dat", r->done);
		group(a, row, "ca_ky", r->whole);
		value_set(a, row, STR("co_noi_dung_da_tinh"), value_bool(a, r->items.n > 0));
		value_set(a, row, STR("co_loai"), value_bool(a, r->sorts_done >= 0));
		value_push(a, rows, row);
	}
	return rows;
}

/* Of targets that ask for items; those for different ones are in the table. */
static const struct value *view_progress(struct arena *a, const struct report *x)
{
	struct chart_row *rows = arena_array(a, struct chart_row, x->results.n);
	int64_t *values = arena_array(a, int64_t, x->results.n);
	const struct chart c = {
		.sort = CHART_PROGRESS,
		.title = STR("Kết quả từng chỉ tiêu"),
		.row_label = STR("Chỉ tiêu"),
		.rows = rows,
		.n_rows = x->results.n,
	};

	for (size_t i = 0; i < x->results.n; i++) {
		const struct report_result *r = LIST_ITEM(x->results, struct report_result, i);

		values[i] = view_chart_count(r->done);
		rows[i].name = str_concat(a, r->number, STR(". "), r->text);
		rows[i].values = &values[i];
		rows[i].target = view_chart_count(r->whole > 0 ? r->whole : r->due);
		rows[i].due = r->whole > 0 ? view_chart_count(r->due) : CHART_MISSING;
	}
	return view_chart(a, &c, STR("bd_chi_tieu"));
}

static bool has_items(const struct report *x)
{
	for (size_t i = 0; i < x->results.n; i++) {
		if (LIST_ITEM(x->results, struct report_result, i)->items.n)
			return true;
	}
	return false;
}

static void derive_report(struct arena *a, const void *data, const struct derive_context *c,
			  struct value *view)
{
	const struct report *x = data;

	value_set(a, view, STR("ket_qua_chi_tieu"), view_results(a, x, c));
	value_set(a, view, STR("bieu_do"), view_progress(a, x));
	value_set(a, view, STR("so_in"),
		  value_string(a, printed_number(a, x->document->number, x->document->symbol)));
	value_set(a, view, STR("ngay_in"),
		  value_string(a, printed_day(a, x->document->issued)));
	value_set(a, view, STR("co_bang_chung"), value_bool(a, has_items(x)));
	value_set(a, view, STR("co_kien_nghi_that"),
		  value_bool(a, x->requests.text.n && !str_eq_z(x->requests.text, "khong")));
	value_set(a, view, STR("la_du_thao"),
		  value_bool(a, !x->document->number.n || !date_is_full(x->document->issued)));
}

static const struct subpage report_subpages[] = {
	{.path = "in/", .layout = "bao-cao-in.html", .title = "Bản in báo cáo"},
};

const struct kind report_kind = {
	.code = "bao-cao",
	.name = "Báo cáo",
	.describe = describe_report,
	.schema = &report_schema,
	.has_list = true,
	.title = report_title,
	.summary = report_summary,
	.date = report_date,
	.check = check_report,
	.rules = report_rules,
	.n_rules = COUNT(report_rules),
	.inspect = inspect_report,
	.derive = derive_report,
	.taxonomies = report_taxonomies,
	.n_taxonomies = COUNT(report_taxonomies),
	.subpages = report_subpages,
	.n_subpages = COUNT(report_subpages),
};
