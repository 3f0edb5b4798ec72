/* cchc.json: what a superior agency reads to count its units (site/feed.h reads it). It
 * names the day of the build and no hour, so that the same content gives the same bytes
 * all day. */
#include "kinds/article.h"
#include "kinds/procedure.h"
#include "kinds/procedure_version.h"
#include "output/data.h"

static const struct value *identity(const struct viewing *w)
{
	const struct config *c = w->site->config;
	struct value *v = value_map(w->arena);

	data_text(w, v, "ma", c->organisation->code);
	data_text(w, v, "ten", c->organisation->name);
	data_text(w, v, "co_quan_chu_quan", c->organisation->superior);
	data_text(w, v, "ten_mien", c->domain);
	data_url(w, v, "trang", STR(""));
	data_url(w, v, "nguon", w->output->url);
	return v;
}

static const struct value *targets(const struct viewing *w, const struct plan_count *count)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count->n_targets; i++)
		value_push(w->arena, list, data_target(w, count, &count->targets[i]));
	return list;
}

static const struct value *reports_due(const struct viewing *w, const struct plan_count *count)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < count->n_reports; i++) {
		const struct report_due *r = &count->reports[i];
		struct value *v = value_map(w->arena);

		data_text(w, v, "noi_dung", r->row->text);
		data_text(w, v, "noi_nhan", r->row->to);
		data_day(w, v, "han", r->row->deadline);
		data_text(w, v, "tinh_trang", str_of(report_target_states[r->state].code));
		if (r->sent)
			data_url(w, v, "da_gui", r->sent->url);
		else
			data_text(w, v, "da_gui", (struct str){0});
		value_push(w->arena, list, v);
	}
	return list;
}

static const struct value *plan(const struct viewing *w, const struct page *p)
{
	struct plan_count count = data_count(w, p);
	struct date_range days = plan_days(p->data);
	struct value *v = value_map(w->arena);

	data_text(w, v, "ma", p->common->code);
	data_text(w, v, "ten", p->title);
	data_text(w, v, "so_ky_hieu", count.plan->document->number_symbol);
	data_url(w, v, "url", p->url);
	data_url(w, v, "tien_do", view_joined(w, p->url, "tien-do/"));
	data_day(w, v, "tu_ngay", days.first);
	data_day(w, v, "den_ngay", days.last);
	data_set(w, v, "chi_tieu", targets(w, &count));
	data_set(w, v, "han_bao_cao", reports_due(w, &count));
	data_number(w, v, "so_don_vi", (int64_t)count.n_units);
	data_number(w, v, "so_don_vi_da_co", (int64_t)(count.n_units - count.n_silent));
	return v;
}

static const struct value *post(const struct viewing *w, const struct page *p)
{
	struct value *v = value_map(w->arena);

	data_text(w, v, "tieu_de", p->title);
	data_url(w, v, "url", p->url);
	data_day(w, v, "ngay_dang", p->common->published);
	data_text(w, v, "bam", str_fmt(w->arena, "%016llx", (unsigned long long)p->file_hash));
	return v;
}

/* Documents are news too, but each unit has the same ones. */
static const struct value *posts(const struct viewing *w)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->news.n && list->n < FEED_POSTS_MAX; i++) {
		if (w->site->news.items[i]->kind == &article_kind)
			value_push(w->arena, list, post(w, w->site->news.items[i]));
	}
	return list;
}

static const struct value *procedure(const struct viewing *w, const struct page *p)
{
	const struct procedure *x = p->data;
	struct value *v = value_map(w->arena);

	data_text(w, v, "ma", p->common->code);
	data_text(w, v, "ma_tthc", x->code);
	data_text(w, v, "ten", p->title);
	data_url(w, v, "url", p->url);
	data_text(w, v, "tinh_trang", str_of(procedure_states[x->state].code));
	data_text(w, v, "phien_ban", procedure_version(w->arena, x));
	return v;
}

static const struct value *period(const struct viewing *w, const struct report_period *ky)
{
	struct value *v = value_map(w->arena);

	data_text(w, v, "loai", str_of(report_period_sorts[ky->sort].code));
	data_number(w, v, "nam", ky->year);
	data_number(w, v, "quy", ky->quarter);
	data_number(w, v, "thang", ky->month);
	data_day(w, v, "tu_ngay", ky->from);
	data_day(w, v, "den_ngay", ky->to);
	return v;
}

static const struct value *report(const struct viewing *w, const struct page *p)
{
	const struct report *x = p->data;
	struct value *v = value_map(w->arena);

	data_text(w, v, "ma", p->common->code);
	data_text(w, v, "tieu_de", p->title);
	data_url(w, v, "url", p->url);
	data_set(w, v, "ky", period(w, x->period));
	data_day(w, v, "ngay_dang", p->common->published);
	return v;
}

typedef const struct value *entry_fn(const struct viewing *w, const struct page *p);

/* Of the published pages of a kind. */
static const struct value *entries(const struct viewing *w, const struct kind *kind,
				   entry_fn *entry)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; i < w->site->pages.n; i++) {
		const struct page *p = w->site->pages.items[i];

		if (p->kind == kind && p->visibility == PAGE_PUBLISHED)
			value_push(w->arena, list, entry(w, p));
	}
	return list;
}

/* How many pages of each kind there are. */
static const struct value *totals(const struct viewing *w)
{
	struct value *v = value_map(w->arena);

	for (size_t k = 0; k < kinds_count; k++) {
		int64_t n = 0;

		for (size_t i = 0; !kinds[k]->no_page && i < w->site->pages.n; i++)
			n += w->site->pages.items[i]->kind == kinds[k] &&
			     w->site->pages.items[i]->visibility == PAGE_PUBLISHED;
		if (n)
			value_set(w->arena, v, schema_key(w->arena, str_of(kinds[k]->code)),
				  value_int(w->arena, n));
	}
	return v;
}

void unit_feed_make(const struct viewing *w, struct buf *out)
{
	struct value *v = value_map(w->arena);

	data_text(w, v, "luoc_do", STR(FEED_FORMAT));
	data_set(w, v, "don_vi", identity(w));
	data_day(w, v, "cap_nhat", w->site->now);
	data_text(w, v, "giay_phep", w->site->config->licence);
	data_set(w, v, "du_lieu_mau", view_truth(w, w->site->config->sample));
	data_set(w, v, "ke_hoach", entries(w, &plan_kind, plan));
	data_set(w, v, "tin_bai", posts(w));
	data_set(w, v, "thu_tuc", entries(w, &procedure_kind, procedure));
	data_set(w, v, "bao_cao", entries(w, &report_kind, report));
	data_set(w, v, "dem", totals(w));
	value_to_json(v, out);
}
