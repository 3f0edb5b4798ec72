#include "kinds/procedure_version.h"

/* Keys of the record that say nothing of how the procedure is done. */
static const char *const kept_out[] = {
	"loai",         "tieu_de",        "ngay_dang",        "hen_gio",    "ngay_cap_nhat",
	"ngay_ra_soat", "ra_soat_truoc",  "don_vi",           "nguoi_viet", "bien_tap",
	"nguoi_duyet",  "trang_thai",     "ly_do_go_bo",      "linh_vuc",   "doi_tuong",
	"tu_khoa",      "nguon",          "duong_dan_cu",     "dinh_chinh", "ke_hoach",
	"chi_tieu",     "ten_thuong_goi", "su_kien_doi_song", "tinh_huong", "hoi_dap",
	"niem_yet",     "ma_ngan",        "ma_ngan",
};

static bool is_kept_out(struct str key)
{
	for (size_t i = 0; i < COUNT(kept_out); i++) {
		if (str_eq_z(key, kept_out[i]))
			return true;
	}
	return false;
}

/* What a map stands for: the day of a date, the number of an amount, the code of a
 * choice; their words may change with cchc. */
static const struct value *essence(const struct value *v)
{
	const struct value *day = value_get(v, STR("iso"));

	if (day)
		return day;
	if (value_get(v, STR("chu")))
		return value_get(v, STR("so"));
	if (v->kind == VALUE_MAP && v->n == 2 && value_get(v, STR("ten")) &&
	    value_get(v, STR("ma")))
		return value_get(v, STR("ma"));
	return v;
}

/* No copies, and copies not spoken of, are the same to a reader. */
static bool says_nothing(const struct value *v)
{
	return (v->kind == VALUE_BOOL && !v->boolean) ||
	       (v->kind == VALUE_NUMBER && str_eq_z(v->text, "0"));
}

static void put(struct buf *out, const struct value *v);

static void put_entries(struct buf *out, const struct value *v)
{
	for (uint32_t i = 0; i < v->n; i++) {
		const struct value_entry *e = &v->entries[i];
		size_t before = out->n, begun;

		buf_add(out, e->key);
		buf_byte(out, '\x1f');
		begun = out->n;
		put(out, e->value);
		if (out->n == begun)
			out->n = before;
		else
			buf_byte(out, '\x1e');
	}
}

/* Nothing of null, false, 0, and what holds nothing else. */
static void put(struct buf *out, const struct value *v)
{
	v = essence(v);
	if (v->kind == VALUE_LIST || v->kind == VALUE_MAP) {
		size_t before = out->n, begun;

		buf_byte(out, '\x1d');
		begun = out->n;
		put_entries(out, v);
		if (out->n == begun)
			out->n = before;
		else
			buf_byte(out, '\x1c');
	} else if (!says_nothing(v)) {
		buf_add(out, v->text);
	}
}

static struct str normal_form(struct arena *a, const struct procedure *x)
{
	const struct value *v = schema_view(a, &procedure_schema, x, NULL, NULL);
	struct value *kept = value_map(a);
	struct buf out = {.arena = a};

	for (uint32_t i = 0; i < v->n; i++) {
		if (!is_kept_out(v->entries[i].key))
			value_set(a, kept, v->entries[i].key, v->entries[i].value);
	}
	put_entries(&out, kept);
	return buf_str(&out);
}

struct date procedure_last_change(const struct procedure *x)
{
	struct date last = x->from;

	for (size_t i = 0; i < x->changes.n; i++) {
		struct date on = LIST_ITEM(x->changes, struct procedure_change, i)->on;

		if (date_cmp(on, last) > 0)
			last = on;
	}
	return last;
}

struct str procedure_version(struct arena *a, const struct procedure *x)
{
	uint64_t hash = str_hash(normal_form(a, x), 0);

	return str_fmt(a, STR_FMT ".%08llx", STR_ARG(date_iso(a, procedure_last_change(x))),
		       (unsigned long long)(hash & 0xffffffff));
}
