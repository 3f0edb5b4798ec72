#include "output/account.h"

#include "data/csv.h"
#include "output/view.h"
#include "site/counting.h"
#include "viet/decimal.h"
#include "viet/fold.h"

enum {
	NEAR_DEADLINE = 31, /* days around a period's end in which its report is due */
};

/* ---- the period ------------------------------------------------------------------ */

static bool overlap(struct date_range a, struct date_range b, struct date_range *both)
{
	both->first = date_days(a.first) > date_days(b.first) ? a.first : b.first;
	both->last = date_days(a.last) < date_days(b.last) ? a.last : b.last;
	return date_days(both->first) <= date_days(both->last);
}

bool account_period_days(const struct account_request *r, struct date_range *days)
{
	enum period_window window =
		r->window == REPORT_WINDOW_DECREE ? WINDOW_REPORT : WINDOW_CALENDAR;

	return period_range(r->unit, r->year, r->number, window, days);
}

bool account_meets(const struct account_request *r)
{
	struct date_range days, both;

	return account_period_days(r, &days) && overlap(plan_days(r->plan->data), days, &both);
}

bool account_days(const struct account_request *r, struct date_range *days, struct diag *d)
{
	struct date_range plan = plan_days(r->plan->data), both;

	if (!account_period_days(r, days))
		return diag_error(d, (struct pos){0}, _("there is no such period: number %d"),
				  r->number);
	if (!overlap(plan, *days, &both))
		return diag_error(d, (struct pos){0},
				  _("the plan runs from " STR_FMT " to " STR_FMT
				    ", the period from " STR_FMT " to " STR_FMT),
				  STR_ARG(date_short(d->arena, plan.first)),
				  STR_ARG(date_short(d->arena, plan.last)),
				  STR_ARG(date_short(d->arena, days->first)),
				  STR_ARG(date_short(d->arena, days->last)));
	if (r->window == REPORT_WINDOW_PLAN)
		*days = both;
	return true;
}

static const char *sort_of(const struct account_request *r)
{
	switch (r->unit) {
	case PERIOD_MONTH:
		return "thang";
	case PERIOD_QUARTER:
		return "quy";
	case PERIOD_HALF:
		return r->number == 1 ? "6-thang-dau-nam" : "6-thang-cuoi-nam";
	case PERIOD_NINE_MONTHS:
		return "9-thang";
	default:
		return "nam";
	}
}

/* "quý III năm 2026" */
struct str account_period_name(struct arena *a, const struct account_request *r)
{
	static const char *const roman[] = {"", "I", "II", "III", "IV"};

	switch (r->unit) {
	case PERIOD_MONTH:
		return str_fmt(a, "tháng %d năm %d", r->number, r->year);
	case PERIOD_QUARTER:
		return str_fmt(a, "quý %s năm %d", roman[r->number], r->year);
	case PERIOD_HALF:
		return str_fmt(a, "6 tháng %s năm %d", r->number == 1 ? "đầu" : "cuối",
			       r->year);
	case PERIOD_NINE_MONTHS:
		return str_fmt(a, "9 tháng đầu năm %d", r->year);
	default:
		return str_fmt(a, "năm %d", r->year);
	}
}

struct str account_period_code(struct arena *a, const struct account_request *r)
{
	if (r->unit == PERIOD_MONTH || r->unit == PERIOD_QUARTER)
		return str_fmt(a, "%s-%d-%d", sort_of(r), r->number, r->year);
	return str_fmt(a, "%s-%d", sort_of(r), r->year);
}

/* ---- the record ------------------------------------------------------------------ */

struct making {
	struct arena *arena;
	struct viewing viewing; /* for addresses */
	const struct account_request *request;
	const struct plan *plan;
	struct plan_count count;
};

static void put(const struct making *m, struct value *map, const char *key,
		const struct value *v)
{
	value_set(m->arena, map, str_of(key), v);
}

static void put_text(const struct making *m, struct value *map, const char *key, struct str s)
{
	put(m, map, key, value_string(m->arena, s));
}

static void put_number(const struct making *m, struct value *map, const char *key, int64_t n)
{
	put(m, map, key, value_int(m->arena, n));
}

/* What cannot be said is not there. */
static void put_known(const struct making *m, struct value *map, const char *key, int64_t n)
{
	if (n >= 0)
		put_number(m, map, key, n);
}

static void put_day(const struct making *m, struct value *map, const char *key, struct date d)
{
	d.has_time = false;
	put_text(m, map, key, date_iso(m->arena, d));
}

static void put_state(const struct making *m, struct value *map, enum target_state state)
{
	put_text(m, map, "tinh_trang", str_of(report_target_states[state].code));
}

static struct str code_of(const struct making *m)
{
	struct str when = account_period_code(m->arena, m->request);

	return str_fmt(m->arena, "bao-cao-" STR_FMT "-" STR_FMT,
		       STR_ARG(m->request->plan->common->code), STR_ARG(when));
}

/* "KH-BVMH" becomes "BC-BVMH". */
static struct str symbol_of(const struct making *m)
{
	struct str issuer;

	str_cut(m->plan->document->symbol, '-', &issuer);
	return issuer.n ? str_concat(m->arena, STR("BC-"), issuer, (struct str){0})
			: (struct str){0};
}

static struct str subject_of(const struct making *m)
{
	const struct plan_document *d = m->plan->document;
	struct str name = account_period_name(m->arena, m->request);

	if (d->number_symbol.n)
		return str_fmt(m->arena, "Kết quả thực hiện Kế hoạch số " STR_FMT " " STR_FMT,
			       STR_ARG(d->number_symbol), STR_ARG(name));
	return str_fmt(m->arena, "Kết quả thực hiện kế hoạch " STR_FMT ", " STR_FMT,
		       STR_ARG(viet_uncapitalize(m->arena, d->subject)), STR_ARG(name));
}

static const struct value *document(const struct making *m)
{
	struct value *v = value_map(m->arena);
	struct str symbol = symbol_of(m);

	put(m, v, "so", value_null(m->arena));
	if (symbol.n)
		put_text(m, v, "ky_hieu", symbol);
	if (m->plan->document->place.n)
		put_text(m, v, "dia_danh", m->plan->document->place);
	put_text(m, v, "trich_yeu", subject_of(m));
	return v;
}

static const struct value *period(const struct making *m)
{
	const struct account_request *r = m->request;
	struct value *v = value_map(m->arena);

	put_text(m, v, "loai", str_of(sort_of(r)));
	put_number(m, v, "nam", r->year);
	if (r->unit == PERIOD_QUARTER)
		put_number(m, v, "quy", r->number);
	if (r->unit == PERIOD_MONTH)
		put_number(m, v, "thang", r->number);
	put_day(m, v, "tu_ngay", m->count.window.first);
	put_day(m, v, "den_ngay", m->count.window.last);
	put_text(m, v, "cua_so", str_of(report_windows[r->window].code));
	return v;
}

/* The report of that sort which the plan wants at about the end of the period. */
static const struct plan_report *wanted_report(const struct making *m)
{
	for (size_t i = 0; i < m->count.n_reports; i++) {
		const struct plan_report *row = m->count.reports[i].row;
		int64_t late = date_days(row->deadline) - date_days(m->count.window.last);

		if (date_is_set(row->deadline) && late >= -NEAR_DEADLINE &&
		    late <= NEAR_DEADLINE)
			return row;
	}
	return NULL;
}

static const struct value *credits(const struct making *m, const struct target_count *t)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < t->n_credits; i++) {
		struct value *v = value_map(m->arena);

		put_text(m, v, "don_vi", t->credits[i].unit->common->code);
		put_number(m, v, "viet", (int64_t)t->credits[i].written);
		put_number(m, v, "phoi_hop", (int64_t)t->credits[i].helped);
		value_push(m->arena, list, v);
	}
	return list;
}

static const struct value *items(const struct making *m, const struct target_count *t)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < t->n_items; i++) {
		struct value *v = value_map(m->arena);

		put_text(m, v, "tieu_de", t->items[i].page->title);
		put(m, v, "url", view_absolute(&m->viewing, t->items[i].page->url));
		put_day(m, v, "ngay", t->items[i].on);
		value_push(m->arena, list, v);
	}
	return list;
}

static void put_sorts(const struct making *m, struct value *v, const struct target_count *t)
{
	if (t->target->kinds < 0)
		return;
	put_known(m, v, "loai_phai_dat", t->sorts.due);
	put_number(m, v, "loai_da_dat", t->sorts.done);
	put_known(m, v, "loai_ca_ky", t->sorts.whole);
}

static const struct value *result(const struct making *m, const struct target_count *t)
{
	struct value *v = value_map(m->arena);

	put_text(m, v, "tt", t->target->number);
	put_text(m, v, "noi_dung", t->target->text);
	put_known(m, v, "phai_dat", t->pieces.due);
	put_number(m, v, "da_dat", t->pieces.done);
	put_known(m, v, "ca_ky", t->pieces.whole);
	put_sorts(m, v, t);
	put(m, v, "luy_ke", value_bool(m->arena, t->from_start));
	if (t->longest.days)
		put_number(m, v, "khoang_trong", t->longest.days);
	put_state(m, v, t->state);
	put(m, v, "theo_don_vi", credits(m, t));
	put(m, v, "noi_dung_da_tinh", items(m, t));
	return v;
}

static const struct value *results(const struct making *m)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < m->count.n_targets; i++)
		value_push(m->arena, list, result(m, &m->count.targets[i]));
	return list;
}

static const struct value *demands(const struct making *m)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < m->count.n_demands; i++) {
		const struct demand_result *d = &m->count.demands[i];
		struct value *v = value_map(m->arena);

		put_text(m, v, "id", d->id);
		put_text(m, v, "noi_dung", d->text);
		put_known(m, v, "phai_dat", d->due);
		put_number(m, v, "da_dat", d->done);
		put_state(m, v, d->state);
		value_push(m->arena, list, v);
	}
	return list;
}

static const struct value *silent_units(const struct making *m)
{
	struct value *list = value_list(m->arena);

	for (size_t i = 0; i < m->count.n_silent; i++)
		value_push(m->arena, list,
			   value_string(m->arena, m->count.silent[i]->common->code));
	return list;
}

static const struct value *evidence(const struct making *m)
{
	struct value *list = value_list(m->arena);

	value_push(m->arena, list,
		   view_absolute(&m->viewing,
				 view_joined(&m->viewing, m->request->plan->url, "tien-do/")));
	return list;
}

static void put_head(const struct making *m, struct value *v)
{
	const struct plan_report *wanted = wanted_report(m);

	put_text(m, v, "ma", code_of(m));
	put_text(m, v, "loai", STR("bao-cao"));
	put_text(m, v, "ke_hoach", m->request->plan->common->code);
	put(m, v, "van_ban", document(m));
	put(m, v, "ky", period(m));
	if (wanted && wanted->to.n)
		put_text(m, v, "noi_nhan", wanted->to);
	if (wanted)
		put_day(m, v, "han", wanted->deadline);
}

const struct value *account_make(struct arena *a, const struct site *s,
				 const struct account_request *r, struct date_range days,
				 struct date today)
{
	struct making m = {.arena = a,
			   .viewing = {.arena = a, .site = s},
			   .request = r,
			   .plan = r->plan->data};
	struct value *v = value_map(a);

	m.count = count_plan(a, s, m.plan, days, today);
	put_head(&m, v);
	put_day(&m, v, "tinh_den", date_days(today) < date_days(days.last) ? today : days.last);
	put(&m, v, "ket_qua_chi_tieu", results(&m));
	put(&m, v, "yeu_cau_khac", demands(&m));
	put_number(&m, v, "so_don_vi", (int64_t)m.count.n_units);
	put_number(&m, v, "so_don_vi_da_co", (int64_t)(m.count.n_units - m.count.n_silent));
	put(&m, v, "don_vi_chua_co_tin_bai", silent_units(&m));
	put(&m, v, "minh_chung", evidence(&m));
	put_text(&m, v, "trang_thai", STR("nhap"));
	return v;
}

/* ---- reading it ------------------------------------------------------------------ */

static void csv_number_or_none(struct buf *out, int64_t n)
{
	if (n < 0)
		csv_put(out, (struct str){0});
	else
		csv_put_number(out, n);
}

static void csv_evidence(struct arena *a, const struct value *row, struct buf *out)
{
	const struct value *list = value_list_at(row, "noi_dung_da_tinh");
	struct buf cell = {.arena = a};

	for (uint32_t i = 0; i < list->n; i++)
		buf_fmt(&cell, "%s" STR_FMT, i ? " " : "",
			STR_ARG(value_text_at(list->entries[i].value, "url")));
	csv_put(out, buf_str(&cell));
}

static const char *const number_columns[] = {
	"phai_dat",    "da_dat",     "ca_ky",        "loai_phai_dat",
	"loai_da_dat", "loai_ca_ky", "khoang_trong",
};

static void csv_result(struct arena *a, const struct value *row, struct buf *out)
{
	csv_put(out, value_text_at(row, "tt"));
	csv_put(out, value_text_at(row, "noi_dung"));
	for (size_t i = 0; i < COUNT(number_columns); i++)
		csv_number_or_none(out, value_int_at(row, number_columns[i]));
	csv_put(out, value_text_at(row, "tinh_trang"));
	csv_evidence(a, row, out);
	csv_end_row(out);
}

struct str account_csv(struct arena *a, const struct value *record)
{
	const struct value *rows = value_list_at(record, "ket_qua_chi_tieu");
	struct buf out = {.arena = a};

	csv_begin(&out);
	csv_put(&out, STR("tt"));
	csv_put(&out, STR("noi_dung"));
	for (size_t i = 0; i < COUNT(number_columns); i++)
		csv_put(&out, str_of(number_columns[i]));
	csv_put(&out, STR("tinh_trang"));
	csv_put(&out, STR("minh_chung"));
	csv_end_row(&out);
	for (uint32_t i = 0; i < rows->n; i++)
		csv_result(a, rows->entries[i].value, &out);
	return buf_str(&out);
}

static struct str name_of_choice(const struct choice *choices, struct str code)
{
	for (size_t i = 0; choices[i].code; i++) {
		if (str_eq_z(code, choices[i].code))
			return str_of(choices[i].name);
	}
	return code;
}

static struct str short_day(struct arena *a, const struct value *v, const char *key)
{
	struct date d = {0};

	return date_parse(value_text_at(v, key), true, false, &d) ? date_short(a, d)
								  : (struct str){0};
}

/* ", phải đạt 15" */
static void say(struct arena *a, struct buf *out, const char *words, const struct value *row,
		const char *key, const char *unit)
{
	int64_t n = value_int_at(row, key);

	if (n >= 0)
		buf_fmt(out, "%s " STR_FMT "%s", words, STR_ARG(decimal_grouped(a, n)), unit);
}

static struct str state_at(const struct value *row)
{
	return name_of_choice(report_target_states, value_text_at(row, "tinh_trang"));
}

static void say_numbers(struct arena *a, const struct value *row, struct buf *out)
{
	say(a, out, "đã đạt", row, "da_dat", "");
	say(a, out, ", phải đạt", row, "phai_dat", "");
	say(a, out, ", cả kỳ", row, "ca_ky", "");
	say(a, out, "; đã đạt", row, "loai_da_dat", " loại");
	say(a, out, ", phải đạt", row, "loai_phai_dat", " loại");
}

static void say_items(struct arena *a, const struct value *row, struct buf *out)
{
	const struct value *list = value_list_at(row, "noi_dung_da_tinh");

	for (uint32_t i = 0; i < list->n; i++) {
		const struct value *item = list->entries[i].value;

		buf_fmt(out, "  " STR_FMT "  " STR_FMT "  " STR_FMT "\n",
			STR_ARG(short_day(a, item, "ngay")),
			STR_ARG(value_text_at(item, "tieu_de")),
			STR_ARG(value_text_at(item, "url")));
	}
}

static void say_result(struct arena *a, const struct value *row, struct buf *out)
{
	buf_fmt(out, "\n" STR_FMT ". " STR_FMT "\n  " STR_FMT ": ",
		STR_ARG(value_text_at(row, "tt")), STR_ARG(value_text_at(row, "noi_dung")),
		STR_ARG(state_at(row)));
	say_numbers(a, row, out);
	if (value_true_at(row, "luy_ke"))
		buf_add_z(out, " (lũy kế từ đầu kế hoạch)");
	say(a, out, "; lâu nhất", row, "khoang_trong", " ngày không có nội dung");
	buf_byte(out, '\n');
	say_items(a, row, out);
}

static void say_demands(struct arena *a, const struct value *record, struct buf *out)
{
	const struct value *rows = value_list_at(record, "yeu_cau_khac");

	if (rows->n)
		buf_add_z(out, "\nYêu cầu khác\n");
	for (uint32_t i = 0; i < rows->n; i++) {
		const struct value *row = rows->entries[i].value;

		buf_fmt(out, "  " STR_FMT ": " STR_FMT ", ",
			STR_ARG(value_text_at(row, "noi_dung")), STR_ARG(state_at(row)));
		say_numbers(a, row, out);
		buf_byte(out, '\n');
	}
}

static void say_units(struct arena *a, const struct site *s, const struct value *record,
		      struct buf *out)
{
	const struct value *silent = value_list_at(record, "don_vi_chua_co_tin_bai");

	say(a, out, "\nĐơn vị đã có nội dung:", record, "so_don_vi_da_co", "");
	say(a, out, " trên", record, "so_don_vi", "\n");
	if (silent->n)
		buf_add_z(out, "Chưa có nội dung nào:\n");
	for (uint32_t i = 0; i < silent->n; i++) {
		struct str code = silent->entries[i].value->text;

		buf_fmt(out, "  " STR_FMT "\n",
			STR_ARG(site_find(s, STR("don-vi"), code)->title));
	}
}

struct str account_text(struct arena *a, const struct site *s, const struct value *record)
{
	const struct value *rows = value_list_at(record, "ket_qua_chi_tieu");
	const struct value *when = value_get(record, STR("ky"));
	struct buf out = {.arena = a};

	buf_fmt(&out, STR_FMT "\nTừ " STR_FMT " đến " STR_FMT ". " STR_FMT ".\n",
		STR_ARG(value_text_at(value_get(record, STR("van_ban")), "trich_yeu")),
		STR_ARG(short_day(a, when, "tu_ngay")), STR_ARG(short_day(a, when, "den_ngay")),
		STR_ARG(name_of_choice(report_windows, value_text_at(when, "cua_so"))));
	buf_fmt(&out, "Số liệu đến ngày " STR_FMT ".\n",
		STR_ARG(short_day(a, record, "tinh_den")));
	for (uint32_t i = 0; i < rows->n; i++)
		say_result(a, rows->entries[i].value, &out);
	say_demands(a, record, &out);
	say_units(a, s, record, &out);
	return buf_str(&out);
}

struct str account_file(struct arena *a, const struct value *record)
{
	struct buf out = {.arena = a};

	buf_add_z(&out,
		  "# Số liệu đã chốt: sửa bài cũ về sau không làm các con số này thay đổi.\n"
		  "# Viết thêm phần lời (ket_qua, ton_tai, nguyen_nhan, giai_phap, "
		  "kien_nghi), ghi số và ngày ở van_ban,\n"
		  "# rồi đổi trang_thai thành \"da-duyet\".\n");
	value_to_yaml(record, &out);
	return buf_str(&out);
}
