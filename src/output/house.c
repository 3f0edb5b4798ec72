/* Files are written beside and renamed, one by one. The list of what was written lies with
 * them: sheets of units that are no more go, tables of earlier periods stay. */
#include "output/house.h"

#include "base/path.h"
#include "data/csv.h"
#include "kinds/index.h"
#include "output/manifest.h"
#include "output/view.h"
#include "site/contributions.h"
#include "site/counting.h"
#include "site/internal.h"

#define BESIDE_DIR "." INTERNAL_DIR ".cchc-new"
#define SHEETS_DIR "don-doc"

struct house {
	struct arena *arena;
	const struct house_request *request;
	struct viewing viewing;
	struct manifest old;
	struct map now; /* path below noi-bo/ to struct manifest_file */
	struct diag *diag;
};

/* ---- files ---------------------------------------------------------------------------- */

static struct str in_house(const struct house *h, struct str path)
{
	return path_join(h->arena, STR(INTERNAL_DIR), path);
}

static bool write_file(struct house *h, struct str path, struct str text)
{
	struct str place = in_house(h, path);
	struct str beside = path_join(h->arena, STR(BESIDE_DIR), path);
	struct manifest_file *file = arena_new(h->arena, struct manifest_file);

	*file = (struct manifest_file){str_hash(text, 0), text.n};
	map_set(&h->now, path, file);
	if (file_holds(h->arena, place, text))
		return true;
	return file_write(h->arena, beside, text, h->diag) &&
	       file_rename(h->arena, beside, place, h->diag);
}

static bool render_file(struct house *h, struct str path, const char *layout,
			const struct value *view)
{
	const struct template *t = layouts_get(h->request->layouts, str_of(layout));
	struct buf out = {.arena = h->arena};

	if (!t)
		return diag_error(
			h->diag,
			diag_file(h->diag, path_join(h->arena, STR("layouts"), str_of(layout))),
			_("this layout is missing"));
	return template_render(h->arena, h->request->layouts, t, &view, 1,
			       escape_for(str_of(layout)), &out, h->diag) &&
	       write_file(h, path, buf_str(&out));
}

/* Links would lead what is written elsewhere. */
static bool check_folders(const struct house *h)
{
	static const char *const folders[] = {"", SHEETS_DIR, "dong-gop", "minh-chung"};

	for (size_t i = 0; i < COUNT(folders); i++) {
		struct str dir = in_house(h, str_of(folders[i]));

		if (file_exists(dir) && !file_is_dir(dir))
			return diag_error(h->diag, diag_file(h->diag, dir),
					  _("this should be a folder"));
	}
	return true;
}

static bool is_stale(const struct house *h, struct str path)
{
	return !h->request->only_findings && !h->request->reminder->unit.n &&
	       str_starts(path, STR(SHEETS_DIR "/")) && !map_get(&h->now, path);
}

/* Takes away what is stale, and keeps the list of the rest. */
static bool close_list(struct house *h)
{
	struct buf out = {.arena = h->arena};

	for (size_t i = 0; i < h->old.files.n; i++) {
		struct str path = h->old.files.entries[i].key;

		if (is_stale(h, path)) {
			if (!file_remove(h->arena, in_house(h, path), STR(INTERNAL_DIR),
					 h->diag))
				return false;
		} else if (!map_get(&h->now, path)) {
			map_set(&h->now, path, h->old.files.entries[i].value);
		}
	}
	manifest_begin(&out);
	for (size_t i = 0; i < h->now.n; i++)
		manifest_put(&out, h->now.entries[i].key, h->now.entries[i].value);
	return file_write(h->arena, in_house(h, STR(MANIFEST_NAME)), buf_str(&out), h->diag);
}

/* ---- what was found --------------------------------------------------------------------- */

static const struct value *finding(const struct house *h, const struct diag_item *item)
{
	struct value *v = value_map(h->arena);
	struct str path = item->at.source ? item->at.source->path : (struct str){0};

	view_set(&h->viewing, v, "muc",
		 value_string(h->arena, str_of(diag_level_name(item->level))));
	view_set(&h->viewing, v, "ma",
		 view_text(&h->viewing, item->code ? str_of(item->code) : (struct str){0}));
	view_set(&h->viewing, v, "tep", view_text(&h->viewing, path));
	view_set(&h->viewing, v, "dong",
		 item->at.line ? value_int(h->arena, item->at.line) : value_null(h->arena));
	view_set(&h->viewing, v, "chu", view_text(&h->viewing, str_trim(item->line)));
	view_set(&h->viewing, v, "noi_dung", value_string(h->arena, item->text));
	return v;
}

static void put_level(const struct house *h, struct value *v, const char *key,
		      struct diag_item **items, size_t n, enum diag_level level)
{
	struct value *list = value_list(h->arena);

	for (size_t i = 0; i < n; i++) {
		if (items[i]->level == level)
			value_push(h->arena, list, finding(h, items[i]));
	}
	view_set(&h->viewing, v, key, list);
}

static bool write_findings(struct house *h)
{
	struct value *v = value_map(h->arena);
	size_t n;
	struct diag_item **items = diag_sorted(h->arena, h->diag, &n);

	put_level(h, v, "loi", items, n, DIAG_ERROR);
	put_level(h, v, "canh_bao", items, n, DIAG_WARNING);
	put_level(h, v, "goi_y", items, n, DIAG_ADVICE);
	view_set(&h->viewing, v, "khong_co_gi", view_truth(&h->viewing, !n));
	view_set(&h->viewing, v, "ngay",
		 schema_view_date(h->arena, view_day(h->request->reminder->today)));
	return render_file(h, STR("kiem-tra.html"), "noi-bo/kiem-tra.html", v);
}

/* ---- reminders -------------------------------------------------------------------------- */

/* What all sheets have, and the unit's own. */
static const struct value *sheet_view(const struct house *h, const struct value *unit)
{
	static const char *const common[] = {"ky", "tinh_den", "han_gui", "co_quan"};
	struct value *v = value_map(h->arena);

	for (size_t i = 0; i < COUNT(common); i++)
		view_set(&h->viewing, v, common[i],
			 value_get(h->request->reminders, str_of(common[i])));
	view_set(&h->viewing, v, "don_vi", unit);
	return v;
}

static struct str sheet_path(const struct house *h, const struct value *unit)
{
	return str_fmt(h->arena, SHEETS_DIR "/" STR_FMT ".html",
		       STR_ARG(value_text_at(unit, "ma")));
}

static bool write_sheets(struct house *h)
{
	const struct value *reminders = h->request->reminders;
	const struct value *units = value_list_at(reminders, "don_vi");
	bool ok = true;

	for (uint32_t i = 0; i < units->n && ok; i++) {
		const struct value *unit = units->entries[i].value;

		ok = render_file(h, sheet_path(h, unit), "noi-bo/don-doc.html",
				 sheet_view(h, unit));
	}
	if (!ok || h->request->reminder->unit.n)
		return ok;
	return render_file(h, STR(SHEETS_DIR "/index.html"), "noi-bo/danh-sach.html",
			   reminders) &&
	       write_file(h, STR(SHEETS_DIR "/don-doc.csv"), reminder_csv(h->arena, reminders));
}

/* ---- credits ------------------------------------------------------------------------------ */

static void csv_head(struct buf *out)
{
	static const char *const columns[] = {
		"ky",         "tu_ngay",     "den_ngay", "don_vi",
		"ten_don_vi", "nguoi",       "viet",     "cung_cap_thong_tin",
		"anh",        "video",       "phoi_hop", "san_xuat",
		"to_chuc",    "so_noi_dung", "noi_dung"};

	csv_begin(out);
	for (size_t i = 0; i < COUNT(columns); i++)
		csv_put(out, str_of(columns[i]));
	csv_end_row(out);
}

static struct str titles_of(struct arena *a, const struct contributor *row)
{
	struct buf out = {.arena = a};

	for (size_t i = 0; i < row->n_items; i++)
		buf_fmt(&out, "%s" STR_FMT, i ? "; " : "", STR_ARG(row->items[i]->title));
	return buf_str(&out);
}

static void csv_contributor(struct arena *a, struct buf *out, const struct contributor *row)
{
	csv_put(out, row->unit->common->code);
	csv_put(out, row->unit->title);
	csv_put(out, row->person);
	for (size_t i = 0; i < CONTRIBUTION_ROLES; i++)
		csv_put_number(out, (int64_t)row->roles[i]);
	csv_put_number(out, (int64_t)row->n_items);
	csv_put(out, titles_of(a, row));
	csv_end_row(out);
}

static bool write_credits(struct house *h)
{
	const struct reminder_request *r = h->request->reminder;
	struct str code = account_period_code(h->arena, &r->period);
	struct buf out = {.arena = h->arena};
	struct contributions c;
	struct date_range days;

	if (!account_period_days(&r->period, &days))
		return true;
	c = contributions_count(h->arena, h->request->site, days, r->today);
	csv_head(&out);
	for (size_t i = 0; i < c.n; i++) {
		csv_put(&out, code);
		csv_put(&out, date_iso(h->arena, days.first));
		csv_put(&out, date_iso(h->arena, days.last));
		csv_contributor(h->arena, &out, c.rows[i]);
	}
	return write_file(h, str_fmt(h->arena, "dong-gop/" STR_FMT ".csv", STR_ARG(code)),
			  buf_str(&out));
}

/* ---- evidence ------------------------------------------------------------------------------ */

static void csv_item(struct buf *out, const struct value *row, const struct value *item)
{
	csv_put(out, value_text_at(row, "tt"));
	csv_put(out, value_text_at(row, "noi_dung"));
	csv_put(out, value_text_at(item, "ngay"));
	csv_put(out, value_text_at(item, "tieu_de"));
	csv_put(out, value_text_at(item, "url"));
	csv_end_row(out);
}

/* A line for each thing that counted. */
static struct str evidence_csv(struct arena *a, const struct value *record)
{
	static const char *const columns[] = {"tt", "chi_tieu", "ngay", "tieu_de", "url"};
	const struct value *rows = value_list_at(record, "ket_qua_chi_tieu");
	struct buf out = {.arena = a};

	csv_begin(&out);
	for (size_t i = 0; i < COUNT(columns); i++)
		csv_put(&out, str_of(columns[i]));
	csv_end_row(&out);
	for (uint32_t i = 0; i < rows->n; i++) {
		const struct value *row = rows->entries[i].value;
		const struct value *items = value_list_at(row, "noi_dung_da_tinh");

		for (uint32_t k = 0; k < items->n; k++)
			csv_item(&out, row, items->entries[k].value);
	}
	return buf_str(&out);
}

static struct str short_day(struct arena *a, struct str iso)
{
	struct date d;

	return date_parse(iso, true, false, &d) ? date_short(a, d) : iso;
}

static struct str state_name(struct str code)
{
	for (size_t i = 0; report_target_states[i].code; i++) {
		if (str_eq_z(code, report_target_states[i].code))
			return str_of(report_target_states[i].name);
	}
	return code;
}

/* For people: days as they write them, and what is not empty. */
static const struct value *evidence_row(const struct house *h, const struct value *row)
{
	const struct value *items = value_list_at(row, "noi_dung_da_tinh");
	struct value *v = value_map(h->arena), *list = value_list(h->arena);

	for (uint32_t i = 0; i < items->n; i++) {
		const struct value *item = items->entries[i].value;
		struct value *shown = value_map(h->arena);

		view_set(&h->viewing, shown, "tieu_de", value_get(item, STR("tieu_de")));
		view_set(&h->viewing, shown, "url", value_get(item, STR("url")));
		view_set(&h->viewing, shown, "ngay",
			 value_string(h->arena,
				      short_day(h->arena, value_text_at(item, "ngay"))));
		value_push(h->arena, list, shown);
	}
	view_set(&h->viewing, v, "tt", value_get(row, STR("tt")));
	view_set(&h->viewing, v, "noi_dung", value_get(row, STR("noi_dung")));
	view_set(&h->viewing, v, "da_dat", value_get(row, STR("da_dat")));
	view_set(&h->viewing, v, "tinh_trang",
		 value_string(h->arena, state_name(value_text_at(row, "tinh_trang"))));
	view_set(&h->viewing, v, "minh_chung", list);
	return v;
}

static const struct value *evidence_view(const struct house *h, const struct page *plan,
					 const struct value *record)
{
	const struct value *rows = value_list_at(record, "ket_qua_chi_tieu");
	const struct plan *x = plan->data;
	struct value *v = value_map(h->arena), *list = value_list(h->arena);

	for (uint32_t i = 0; i < rows->n; i++)
		value_push(h->arena, list, evidence_row(h, rows->entries[i].value));
	view_set(&h->viewing, v, "trich_yeu", view_text(&h->viewing, x->document->subject));
	view_set(&h->viewing, v, "so_ky_hieu",
		 view_text(&h->viewing, x->document->number_symbol));
	view_set(
		&h->viewing, v, "tinh_den",
		value_string(h->arena, short_day(h->arena, value_text_at(record, "tinh_den"))));
	view_set(&h->viewing, v, "chi_tieu", list);
	return v;
}

static bool write_evidence_of(struct house *h, const struct page *plan)
{
	const struct reminder_request *r = h->request->reminder;
	struct account_request whole = r->period;
	struct str name = str_fmt(h->arena, "minh-chung/" STR_FMT, STR_ARG(plan->common->code));
	const struct value *record;

	whole.plan = plan;
	record = account_make(h->arena, h->request->site, &whole, plan_days(plan->data),
			      r->today);
	return render_file(h, str_concat(h->arena, name, STR(".html"), (struct str){0}),
			   "noi-bo/minh-chung.html", evidence_view(h, plan, record)) &&
	       write_file(h, str_concat(h->arena, name, STR(".csv"), (struct str){0}),
			  evidence_csv(h->arena, record));
}

static bool write_evidence(struct house *h)
{
	const struct value *plans = value_list_at(h->request->reminders, "ke_hoach");
	bool ok = true;

	for (uint32_t i = 0; i < plans->n && ok; i++) {
		struct str code = value_text_at(plans->entries[i].value, "ma");

		ok = write_evidence_of(h, site_find(h->request->site, STR("ke-hoach"), code));
	}
	return ok;
}

/* Of the indices that the house has scored itself for. */
static bool write_self_scores(struct house *h)
{
	const struct site *s = h->request->site;
	struct value *v = value_map(h->arena), *list = value_list(h->arena);

	for (size_t i = 0; i < s->pages.n; i++) {
		const struct page *p = s->pages.items[i];
		const struct index *x = p->data;

		if (p->kind == &index_kind && p->visibility == PAGE_PUBLISHED && x->scores.n)
			value_push(h->arena, list,
				   schema_view(h->arena, index_kind.schema, x, view_ref,
					       &h->viewing));
	}
	view_set(&h->viewing, v, "chi_so", list);
	return !list->n ||
	       render_file(h, STR("minh-chung/tu-cham.html"), "noi-bo/tu-cham.html", v);
}

/* ---- all of it ------------------------------------------------------------------------------ */

static bool write_all(struct house *h)
{
	struct value *none = value_map(h->arena);

	if (!render_file(h, STR("kieu.css"), "noi-bo/kieu.css", none) || !write_findings(h))
		return false;
	if (h->request->only_findings)
		return true;
	if (!write_sheets(h))
		return false;
	return h->request->reminder->unit.n ||
	       (write_credits(h) && write_evidence(h) && write_self_scores(h));
}

bool house_write(struct arena *a, const struct house_request *r, size_t *n, struct diag *d)
{
	struct house h = {.arena = a,
			  .request = r,
			  .viewing = {.arena = a, .site = r->site},
			  .old.files.arena = a,
			  .now.arena = a,
			  .diag = d};
	bool ok;

	if (!check_folders(&h) || !manifest_read(a, STR(INTERNAL_DIR), &h.old, d) ||
	    !file_remove_tree(a, STR(BESIDE_DIR), d))
		return false;
	ok = write_all(&h);
	*n = h.now.n;
	ok = ok && close_list(&h);
	return file_remove_tree(a, STR(BESIDE_DIR), d) && ok;
}
