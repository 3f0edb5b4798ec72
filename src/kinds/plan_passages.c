/* The texts of a plan, one after the other, each with its place. */
#include "kinds/plan.h"
#include "kinds/plan_rules.h"

struct walk {
	passage_fn *fn;
	void *context;
};

static void tell(const struct walk *w, struct passage p)
{
	if (p.text.n)
		w->fn(w->context, &p);
}

static void document_passages(const struct walk *w, const struct plan_document *d)
{
	tell(w, (struct passage){"van_ban", 0, NULL, 0, "trich_yeu", d->subject, {0}});
	tell(w, (struct passage){"van_ban", 0, NULL, 0, "dan_nhap", d->opening, {0}});
	tell(w, (struct passage){"van_ban", 0, NULL, 0, "ket", d->closing, {0}});
}

static void paragraphs(const struct walk *w, const char *list, const struct list *rows)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct plan_paragraph *p = LIST_ITEM(*rows, struct plan_paragraph, i);

		tell(w, (struct passage){list, i, NULL, 0, "van_ban", p->text, p->id});
	}
}

static void audience_passages(const struct walk *w, const struct plan *x)
{
	for (size_t i = 0; i < x->audiences.n; i++) {
		const struct plan_audience *p =
			LIST_ITEM(x->audiences, struct plan_audience, i);

		tell(w, (struct passage){"doi_tuong", i, NULL, 0, "van_ban", p->text, p->id});
	}
}

static void content_passages(const struct walk *w, const struct plan *x)
{
	for (size_t i = 0; i < x->contents.n; i++) {
		const struct plan_content *p = LIST_ITEM(x->contents, struct plan_content, i);

		tell(w, (struct passage){"noi_dung", i, NULL, 0, "van_ban", p->text, p->id});
	}
	for (size_t i = 0; i < x->forms.n; i++) {
		const struct plan_form *p = LIST_ITEM(x->forms, struct plan_form, i);

		tell(w, (struct passage){"hinh_thuc", i, NULL, 0, "van_ban", p->text, p->id});
	}
}

static void duty_passages(const struct walk *w, const struct plan_duty *duty, size_t i)
{
	for (size_t k = 0; k < duty->tasks.n; k++) {
		const struct plan_task *p = LIST_ITEM(duty->tasks, struct plan_task, k);

		tell(w, (struct passage){"to_chuc_thuc_hien", i, "nhiem_vu", k, "van_ban",
					 p->text, p->id});
	}
}

static void row_passages(const struct walk *w, const struct plan *x)
{
	for (size_t i = 0; i < x->targets.n; i++) {
		const struct plan_target *p = LIST_ITEM(x->targets, struct plan_target, i);

		tell(w,
		     (struct passage){"chi_tieu", i, NULL, 0, "noi_dung", p->text, p->number});
	}
	for (size_t i = 0; i < x->demands.n; i++) {
		const struct plan_demand *p = LIST_ITEM(x->demands, struct plan_demand, i);

		tell(w,
		     (struct passage){"chi_tieu_khac", i, NULL, 0, "van_ban", p->text, p->id});
	}
	for (size_t i = 0; i < x->reports.n; i++) {
		const struct plan_report *p = LIST_ITEM(x->reports, struct plan_report, i);

		tell(w, (struct passage){"bao_cao", i, NULL, 0, "van_ban", p->text, p->id});
	}
}

void plan_each_passage(const struct plan *x, passage_fn *fn, void *context)
{
	struct walk w = {fn, context};

	document_passages(&w, x->document);
	paragraphs(&w, "muc_dich", &x->purposes);
	paragraphs(&w, "yeu_cau", &x->requirements);
	audience_passages(&w, x);
	content_passages(&w, x);
	paragraphs(&w, "giai_phap", &x->measures);
	if (x->budget)
		tell(&w, (struct passage){"kinh_phi", 0, NULL, 0, "van_ban", x->budget->text,
					  x->budget->id});
	for (size_t i = 0; i < x->duties.n; i++)
		duty_passages(&w, LIST_ITEM(x->duties, struct plan_duty, i), i);
	row_passages(&w, x);
}

struct pos plan_place(struct inspection *i, const struct passage *p)
{
	const struct value *v = inspection_written(i);
	const struct value_entry *at = schema_find(v, p->list);
	const struct value *row = at ? at->value : v;

	if (row->kind == VALUE_LIST)
		row = written_item(v, p->list, p->i);
	if (p->within)
		row = written_item(row, p->within, p->k);
	return place_of_field(row, p->key);
}
