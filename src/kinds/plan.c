/* The rules that a plan must keep to be read at all, and what layouts see of it. */
#include "kinds/plan.h"

#include "base/utf8.h"
#include "kinds/plan_rules.h"
#include "kinds/printed.h"
#include "viet/fold.h"

bool plan_channel_takes(int channel, struct str code)
{
	static const struct {
		const char *wide, *narrow;
	} parts[] = {
		{"facebook", "fanpage"},
		{"mang-xa-hoi", "fanpage"},
		{"mang-xa-hoi", "facebook"},
		{"mang-xa-hoi", "zalo"},
		{"mang-xa-hoi", "youtube"},
		{"mang-xa-hoi", "tiktok"},
		{"thong-tin-co-so", "truyen-thanh"},
	};
	const char *wanted = plan_channels[channel].code;

	for (size_t i = 0; i < COUNT(parts); i++) {
		if (strcmp(parts[i].wide, wanted) == 0 && str_eq_z(code, parts[i].narrow))
			return true;
	}
	return str_eq_z(code, wanted);
}

const struct plan_target *plan_target(const struct plan *x, struct str number)
{
	for (size_t i = 0; i < x->targets.n; i++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, i);

		if (!t->is_group && str_eq(t->number, number))
			return t;
	}
	return NULL;
}

const struct plan_participant *plan_participant(const struct plan *x, struct str code)
{
	for (size_t i = 0; i < x->participants.n; i++) {
		const struct plan_participant *p =
			LIST_ITEM(x->participants, struct plan_participant, i);

		if (str_eq(p->code, code))
			return p;
	}
	return NULL;
}

static struct str plan_title(struct arena *a, const void *data)
{
	const struct plan *x = data;

	return str_concat(a, STR("Kế hoạch "), viet_uncapitalize(a, x->document->subject),
			  (struct str){0});
}

static struct str plan_summary(struct arena *a, const void *data)
{
	const struct plan *x = data;
	const struct plan_document *d = x->document;
	struct buf out = {.arena = a};

	if (x->common.summary.n)
		return x->common.summary;
	buf_add_z(&out, "Kế hoạch ");
	if (d->number_symbol.n)
		buf_fmt(&out, "số " STR_FMT " ", STR_ARG(d->number_symbol));
	buf_fmt(&out, "của " STR_FMT ", thực hiện từ " STR_FMT " đến " STR_FMT ".",
		STR_ARG(x->issuer->name), STR_ARG(date_short(a, x->period->from)),
		STR_ARG(date_short(a, x->period->to)));
	return buf_str(&out);
}

static struct date plan_date(const void *data)
{
	const struct plan *x = data;

	return date_is_set(x->document->issued) ? x->document->issued : x->period->from;
}

/* {ma, ten} of a unit as the plan names it. */
static const struct value *unit_view(struct arena *a, const struct plan *x, struct str code)
{
	const struct plan_participant *p = plan_participant(x, code);
	struct value *v = value_map(a);

	value_set(a, v, STR("ma"), value_string(a, code));
	value_set(a, v, STR("ten"), value_string(a, p ? p->name : code));
	return v;
}

static void name_units(struct arena *a, const struct plan *x, struct value *row,
		       const char *key, const struct list *codes)
{
	struct value *units = value_list(a);

	for (size_t i = 0; i < codes->n; i++)
		value_push(a, units, unit_view(a, x, *LIST_ITEM(*codes, struct str, i)));
	value_set(a, row, str_of(key), units);
	value_set(a, row, str_concat(a, STR("co_"), str_of(key), (struct str){0}),
		  value_bool(a, units->n > 0));
}

static const struct value *view_forms(struct arena *a, const struct plan *x)
{
	struct value *rows = value_list(a);

	for (size_t i = 0; i < x->forms.n; i++) {
		const struct plan_form *form = LIST_ITEM(x->forms, struct plan_form, i);
		struct value *row = schema_view(a, &plan_form_schema, form, NULL, NULL);

		name_units(a, x, row, "chu_tri", &form->leads);
		name_units(a, x, row, "phoi_hop", &form->helpers);
		value_push(a, rows, row);
	}
	return rows;
}

static const struct value *view_tasks(struct arena *a, const struct plan *x,
				      const struct plan_duty *duty)
{
	struct value *rows = value_list(a);

	for (size_t i = 0; i < duty->tasks.n; i++) {
		const struct plan_task *task = LIST_ITEM(duty->tasks, struct plan_task, i);
		struct value *row = schema_view(a, &plan_task_schema, task, NULL, NULL);

		name_units(a, x, row, "phoi_hop", &task->helpers);
		value_set(a, row, STR("co_cac_han"), value_bool(a, task->deadlines.n > 0));
		value_push(a, rows, row);
	}
	return rows;
}

/* "a) " of "I.1.a": what stands before a point (điểm) on paper. */
static struct str point_mark(struct arena *a, struct str id)
{
	struct str last;

	str_cut_last(id, '.', &last);
	if (utf8_count(last) != 1 || (last.p[0] >= '0' && last.p[0] <= '9'))
		return (struct str){0};
	return str_concat(a, last, STR(") "), (struct str){0});
}

static const struct value *marked_row(struct arena *a, const struct value *row)
{
	struct value *v = value_map(a);
	struct str mark = point_mark(a, value_text_at(row, "id"));

	for (uint32_t i = 0; i < row->n; i++)
		value_set(a, v, row->entries[i].key, row->entries[i].value);
	value_set(a, v, STR("dau_dong"), mark.n ? value_string(a, mark) : value_null(a));
	return v;
}

static const struct value *marked(struct arena *a, const struct value *rows)
{
	struct value *list = value_list(a);

	for (uint32_t i = 0; i < rows->n; i++)
		value_push(a, list, marked_row(a, rows->entries[i].value));
	return list;
}

static const struct value *view_duties(struct arena *a, const struct plan *x)
{
	struct value *rows = value_list(a);

	for (size_t i = 0; i < x->duties.n; i++) {
		const struct plan_duty *duty = LIST_ITEM(x->duties, struct plan_duty, i);
		struct value *row = value_map(a);

		value_set(a, row, STR("id"), value_string(a, duty->id));
		name_units(a, x, row, "don_vi", &duty->units);
		value_set(a, row, STR("nhiem_vu"), marked(a, view_tasks(a, x, duty)));
		value_push(a, rows, row);
	}
	return rows;
}

static const struct value *view_targets(struct arena *a, const struct plan *x)
{
	struct value *rows = value_list(a);

	for (size_t i = 0; i < x->targets.n; i++) {
		const struct plan_target *target = LIST_ITEM(x->targets, struct plan_target, i);
		struct value *row = schema_view(a, &plan_target_schema, target, NULL, NULL);

		name_units(a, x, row, "thuc_hien", &target->doers);
		name_units(a, x, row, "phoi_hop", &target->helpers);
		value_set(a, row, STR("chua_ro_cach_dem"),
			  value_bool(a, target->way == COUNT_UNCLEAR));
		value_push(a, rows, row);
	}
	return rows;
}

static const struct value *view_reports(struct arena *a, const struct plan *x)
{
	struct value *rows = value_list(a);

	for (size_t i = 0; i < x->reports.n; i++) {
		const struct plan_report *report = LIST_ITEM(x->reports, struct plan_report, i);
		struct value *row = schema_view(a, &plan_report_schema, report, NULL, NULL);

		name_units(a, x, row, "nguoi_gui", &report->senders);
		value_push(a, rows, row);
	}
	return rows;
}

static void mark_points(struct arena *a, struct value *view)
{
	static const char *const lists[] = {"muc_dich",  "yeu_cau",   "doi_tuong", "noi_dung",
					    "hinh_thuc", "giai_phap", "bao_cao"};

	for (size_t i = 0; i < COUNT(lists); i++)
		value_set(a, view, str_of(lists[i]), marked(a, value_list_at(view, lists[i])));
}

bool plan_is_draft(const struct plan *x)
{
	return !x->document->number.n && (!x->source || x->document->symbol.n);
}

/* Rows name units by code; readers see names. */
static void derive_plan(struct arena *a, const void *data, const struct derive_context *c,
			struct value *view)
{
	const struct plan *x = data;

	(void)c;
	value_set(a, view, STR("hinh_thuc"), view_forms(a, x));
	value_set(a, view, STR("to_chuc_thuc_hien"), view_duties(a, x));
	value_set(a, view, STR("chi_tieu"), view_targets(a, x));
	value_set(a, view, STR("bao_cao"), view_reports(a, x));
	mark_points(a, view);
	value_set(a, view, STR("co_noi_nhan"), value_bool(a, x->document->recipients.n > 0));
	value_set(a, view, STR("la_du_thao"), value_bool(a, plan_is_draft(x)));
	value_set(a, view, STR("so_in"),
		  value_string(a, printed_number(a, x->document->number, x->document->symbol)));
	value_set(a, view, STR("ngay_in"),
		  value_string(a, printed_day(a, x->document->issued)));
	value_set(a, view, STR("ket_in"),
		  value_string(a, printed_end(a, x->document->closing)));
}

static void card_of_plan(struct arena *a, const void *data, const struct derive_context *c,
			 struct value *view)
{
	const struct plan *x = data;

	(void)c;
	if (x->document->number_symbol.n)
		value_set(a, view, STR("so_ky_hieu"),
			  value_string(a, x->document->number_symbol));
	value_set(a, view, STR("ngay_ban_hanh"), schema_view_date(a, x->document->issued));
	value_set(a, view, STR("co_quan_ban_hanh"), value_string(a, x->issuer->name));
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct plan *x = data;

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

static const struct taxonomy_def *const plan_taxonomies[] = {&year_taxonomy};

static bool cite_plan(const void *data, struct cited *c)
{
	const struct plan *x = data;

	*c = (struct cited){
		.number = x->document->number_symbol,
		.issued = x->document->issued,
		.issuer = x->issuer->name,
	};
	return c->number.n > 0;
}

static const struct subpage plan_subpages[] = {
	{.path = "tien-do/",
	 .layout = "ke-hoach-tien-do.html",
	 .title = "Tiến độ thực hiện",
	 .counts = true},
	{.path = "in/", .layout = "ke-hoach-in.html", .title = "Bản in kế hoạch"},
};

const struct kind plan_kind = {
	.code = "ke-hoach",
	.name = "Kế hoạch",
	.schema = &plan_schema,
	.has_list = true,
	.has_backlinks = true,
	.in_tree = true,
	.title = plan_title,
	.summary = plan_summary,
	.date = plan_date,
	.check = plan_check,
	.rules = plan_rules,
	.n_rules = PLAN_RULES,
	.inspect = plan_inspect,
	.cite = cite_plan,
	.card = card_of_plan,
	.derive = derive_plan,
	.taxonomies = plan_taxonomies,
	.n_taxonomies = COUNT(plan_taxonomies),
	.subpages = plan_subpages,
	.n_subpages = COUNT(plan_subpages),
};
