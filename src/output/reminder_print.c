/* Reminders as a table, and as a text for a message: read from the values alone. */
#include "output/reminder.h"

#include "data/csv.h"

static struct str day_at(const struct value *v, const char *key)
{
	return value_text_at(value_get(v, str_of(key)), "ngay");
}

/* ---- the table ----------------------------------------------------------------------- */

static const char *const csv_columns[] = {
	"ke_hoach",   "don_vi",        "ten_don_vi",      "vai_tro",        "tt",
	"noi_dung",   "ca_ky",         "phai_dat",        "da_dat",         "con_thieu",
	"loai_ca_ky", "loai_phai_dat", "loai_da_dat",     "loai_con_thieu", "han",
	"tinh_trang", "don_vi_viet",   "don_vi_phoi_hop", "viet_tu_dau",    "phoi_hop_tu_dau",
};

static void csv_amounts(struct buf *out, const struct value *demand)
{
	static const char *const keys[] = {"ca_ky", "phai_dat", "da_dat", "con_thieu"};

	for (size_t i = 0; i < COUNT(keys); i++) {
		int64_t n = value_int_at(demand, keys[i]);

		if (n < 0)
			csv_put(out, (struct str){0});
		else
			csv_put_number(out, n);
	}
}

static void csv_credit(struct buf *out, const struct value *credit)
{
	csv_put_number(out, value_int_at(credit, "viet"));
	csv_put_number(out, value_int_at(credit, "phoi_hop"));
}

static void csv_target(struct buf *out, const struct value *unit, const struct value *plan,
		       const struct value *row)
{
	csv_put(out, value_text_at(plan, "ma"));
	csv_put(out, value_text_at(unit, "ma"));
	csv_put(out, value_text_at(unit, "ten"));
	csv_put(out, value_text_at(row, "vai_tro"));
	csv_put(out, value_text_at(row, "tt"));
	csv_put(out, value_text_at(row, "noi_dung"));
	csv_amounts(out, value_get(row, STR("so_luong")));
	csv_amounts(out, value_get(row, STR("so_loai")));
	csv_put(out, value_text_at(value_get(row, STR("han")), "iso"));
	csv_put(out, value_text_at(value_get(row, STR("tinh_trang")), "ma"));
	csv_credit(out, value_get(row, STR("don_vi_gop")));
	csv_credit(out, value_get(row, STR("don_vi_gop_tu_dau")));
	csv_end_row(out);
}

static void csv_plan(struct buf *out, const struct value *unit, const struct value *plan)
{
	const struct value *rows = value_list_at(plan, "chi_tieu");

	for (uint32_t i = 0; i < rows->n; i++)
		csv_target(out, unit, plan, rows->entries[i].value);
}

struct str reminder_csv(struct arena *a, const struct value *reminders)
{
	const struct value *units = value_list_at(reminders, "don_vi");
	struct buf out = {.arena = a};

	csv_begin(&out);
	for (size_t i = 0; i < COUNT(csv_columns); i++)
		csv_put(&out, str_of(csv_columns[i]));
	csv_end_row(&out);
	for (uint32_t i = 0; i < units->n; i++) {
		const struct value *unit = units->entries[i].value;
		const struct value *plans = value_list_at(unit, "ke_hoach");

		for (uint32_t k = 0; k < plans->n; k++)
			csv_plan(&out, unit, plans->entries[k].value);
	}
	return buf_str(&out);
}

/* ---- the message --------------------------------------------------------------------- */

/* "phải có 5 tin, bài, đã có 3, còn thiếu 2" */
static void say_demand(struct buf *out, const struct value *demand, struct str what)
{
	struct str whole = value_text_at(demand, "ca_ky_chu");
	struct str missing = value_text_at(demand, "con_thieu_chu");

	if (whole.n)
		buf_fmt(out, "phải có " STR_FMT "%s" STR_FMT ", ", STR_ARG(whole),
			what.n ? " " : "", STR_ARG(what));
	buf_fmt(out, "đã có " STR_FMT, STR_ARG(value_text_at(demand, "da_dat_chu")));
	if (value_true_at(demand, "thieu"))
		buf_fmt(out, ", còn thiếu " STR_FMT, STR_ARG(missing));
}

static void say_unclear(struct buf *out, const struct value *row)
{
	buf_fmt(out, "; kế hoạch ghi \"" STR_FMT "\", chưa rõ đếm cho mỗi kỳ hay cả kế hoạch",
		STR_ARG(value_text_at(row, "so_luong_goc")));
}

static void say_target(struct buf *out, const struct value *row)
{
	const struct value *pieces = value_get(row, STR("so_luong"));
	const struct value *sorts = value_get(row, STR("so_loai"));

	buf_fmt(out, "- " STR_FMT ". " STR_FMT " (" STR_FMT "): chỉ tiêu chung ",
		STR_ARG(value_text_at(row, "tt")), STR_ARG(value_text_at(row, "noi_dung")),
		STR_ARG(value_text_at(row, "vai_tro")));
	if (sorts->kind == VALUE_MAP)
		say_demand(out, sorts, STR("loại"));
	if (sorts->kind == VALUE_MAP && pieces->kind == VALUE_MAP)
		buf_add_z(out, "; ");
	if (pieces->kind == VALUE_MAP)
		say_demand(out, pieces,
			   sorts->kind == VALUE_MAP ? STR("bản")
						    : value_text_at(row, "don_vi_tinh"));
	if (value_true_at(row, "chua_ro"))
		say_unclear(out, row);
	else
		buf_fmt(out, "; hạn " STR_FMT "%s", STR_ARG(day_at(row, "han")),
			value_true_at(row, "qua_han") ? ", đã quá hạn" : "");
	buf_add_z(out, ".\n");
}

/* Only what is not reached. */
static void say_targets(struct buf *out, const struct value *rows)
{
	size_t said = 0;

	for (uint32_t i = 0; i < rows->n; i++) {
		const struct value *row = rows->entries[i].value;

		if (value_true_at(row, "dat"))
			continue;
		if (!said++)
			buf_add_z(out, "Chỉ tiêu chưa đạt:\n");
		say_target(out, row);
	}
	if (rows->n && !said)
		buf_add_z(out, "Các chỉ tiêu của đơn vị đều đã đạt.\n");
}

/* Its text as one sentence, and its deadline as another. Whether a task was done nobody
 * has written down, so its day can only be over. */
static void say_row(struct buf *out, const struct value *row, const char *over)
{
	struct str text = value_text_at(row, "van_ban"), day = day_at(row, "han");

	while (text.n && strchr(".;,/ ", text.p[text.n - 1]))
		text.n--;
	buf_fmt(out, "- " STR_FMT ".", STR_ARG(text));
	if (day.n)
		buf_fmt(out, " Hạn " STR_FMT "%s.", STR_ARG(day),
			value_true_at(row, "qua_han") ? over : "");
	buf_byte(out, '\n');
}

static void say_tasks(struct buf *out, const struct value *plan)
{
	const struct value *rows = value_list_at(plan, "nhiem_vu");

	if (rows->n)
		buf_add_z(out, "Việc được giao:\n");
	for (uint32_t i = 0; i < rows->n; i++)
		say_row(out, rows->entries[i].value, " (đã qua)");
}

static void say_reports(struct buf *out, const struct value *plan)
{
	const struct value *rows = value_list_at(plan, "bao_cao");
	size_t said = 0;

	for (uint32_t i = 0; i < rows->n; i++) {
		const struct value *row = rows->entries[i].value;

		if (value_true_at(row, "da_gui"))
			continue;
		if (!said++)
			buf_add_z(out, "Báo cáo phải gửi:\n");
		say_row(out, row, ", đã quá hạn");
	}
}

static void say_given(struct buf *out, const struct value *plan)
{
	const struct value *given = value_get(plan, STR("da_gop"));

	buf_fmt(out, "Đơn vị đã đóng góp: %lld nội dung trong kỳ, %lld từ đầu kế hoạch.\n",
		(long long)value_int_at(given, "trong_ky"),
		(long long)value_int_at(given, "tu_dau"));
}

static void say_where_to(struct buf *out, const struct value *reminders,
			 const struct value *plan)
{
	const struct value *focal = value_get(plan, STR("dau_moi"));
	struct str name = value_text_at(focal, "ten"), by = day_at(reminders, "han_gui");
	struct str phone = value_text_at(focal, "dien_thoai");

	if (!name.n || value_true_at(focal, "la_don_vi_nay"))
		return;
	buf_fmt(out, "Đề nghị gửi tin, bài, số liệu về " STR_FMT, STR_ARG(name));
	if (by.n)
		buf_fmt(out, " chậm nhất ngày " STR_FMT, STR_ARG(by));
	if (phone.n)
		buf_fmt(out, ". Điện thoại: " STR_FMT, STR_ARG(phone));
	buf_add_z(out, ".\n");
}

static void say_plan(struct buf *out, const struct value *reminders, const struct value *plan)
{
	struct str number = value_text_at(plan, "so_ky_hieu");

	if (number.n)
		buf_fmt(out, "\nKế hoạch số " STR_FMT " (" STR_FMT ")\n", STR_ARG(number),
			STR_ARG(value_text_at(plan, "trich_yeu")));
	else
		buf_fmt(out, "\nKế hoạch " STR_FMT "\n",
			STR_ARG(value_text_at(plan, "trich_yeu")));
	say_targets(out, value_list_at(plan, "chi_tieu"));
	say_tasks(out, plan);
	say_reports(out, plan);
	say_given(out, plan);
	say_where_to(out, reminders, plan);
}

static void say_unit(struct buf *out, const struct value *reminders, const struct value *unit)
{
	const struct value *plans = value_list_at(unit, "ke_hoach");
	const struct value *period = value_get(reminders, STR("ky"));

	buf_fmt(out,
		"ĐÔN ĐỐC thực hiện kế hoạch tuyên truyền cải cách hành chính\n"
		"Kính gửi: " STR_FMT "\n",
		STR_ARG(value_text_at(unit, "ten")));
	buf_fmt(out,
		"Kỳ: " STR_FMT " (từ " STR_FMT " đến " STR_FMT "), số liệu đến ngày " STR_FMT
		".\n",
		STR_ARG(value_text_at(period, "ten")), STR_ARG(day_at(period, "tu_ngay")),
		STR_ARG(day_at(period, "den_ngay")), STR_ARG(day_at(reminders, "tinh_den")));
	for (uint32_t i = 0; i < plans->n; i++)
		say_plan(out, reminders, plans->entries[i].value);
}

struct str reminder_text(struct arena *a, const struct value *reminders)
{
	const struct value *units = value_list_at(reminders, "don_vi");
	struct buf out = {.arena = a};

	for (uint32_t i = 0; i < units->n; i++) {
		if (i)
			buf_add_z(&out, "\n----------\n\n");
		say_unit(&out, reminders, units->entries[i].value);
	}
	return buf_str(&out);
}
