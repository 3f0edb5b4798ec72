/* The catalogue of the open data: each dataset with its files and fields. */
#include "output/open_data_parts.h"

static const struct value *choices(const struct viewing *w, const struct field *f)
{
	struct value *list = value_list(w->arena);

	for (size_t i = 0; f && f->choices && f->choices[i].code; i++)
		value_push(w->arena, list,
			   view_coded(w, str_of(f->choices[i].code), str_of(f->choices[i].name),
				      value_null(w->arena)));
	return list;
}

/* Its label and description are the column's own or the field's. */
static const struct value *column(const struct viewing *w, const struct dataset *set,
				  const struct column *c)
{
	const struct field *f = c->label ? NULL : schema_field(set->kind->schema, c->key);
	struct value *v = value_map(w->arena);

	view_set(w, v, "ma", view_text(w, str_of(c->key)));
	view_set(w, v, "nhan", view_text(w, str_of(f ? f->label : c->label)));
	view_set(w, v, "mo_ta", view_text(w, str_of(f ? message_vi(f->about) : c->about)));
	view_set(w, v, "lua_chon", choices(w, f));
	view_set(w, v, "chi_co_trong_json", view_truth(w, c->not_in_csv));
	return v;
}

static const struct value *columns(const struct viewing *w, const struct dataset *set)
{
	struct value *list = value_list(w->arena);

	for (const struct column *c = set->columns; c->key; c++)
		value_push(w->arena, list, column(w, set, c));
	return list;
}

static void count_row(void *sink, const struct row *row)
{
	(void)row;
	++*(int64_t *)sink;
}

static int64_t count_rows(const struct viewing *w, const struct dataset *set)
{
	int64_t n = 0;

	open_data_each_row(w, set, count_row, &n);
	return n;
}

typedef void put_fn(const struct viewing *w, const struct dataset *set, struct buf *out);

static const struct {
	const char *format, *extension, *type;
	put_fn *put;
} formats[] = {
	{"CSV", "csv", "text/csv", open_data_put_csv},
	{"JSON", "json", "application/json", open_data_put_json},
};

/* How large a file is is known once it is made; so it is made. */
static uint64_t size_of(const struct viewing *w, const struct dataset *set, put_fn *put)
{
	struct arena scratch = {0};
	struct viewing viewing = *w;
	struct buf out = {.arena = &scratch};
	uint64_t bytes;

	viewing.arena = &scratch;
	put(&viewing, set, &out);
	bytes = out.n;
	arena_free(&scratch);
	return bytes;
}

static const struct value *file(const struct viewing *w, const struct dataset *set, size_t i)
{
	struct str url = open_data_url(w->arena, set, formats[i].extension);
	uint64_t bytes = size_of(w, set, formats[i].put);
	struct value *v = value_map(w->arena);

	view_set(w, v, "dinh_dang", view_text(w, str_of(formats[i].format)));
	view_set(w, v, "kieu", view_text(w, str_of(formats[i].type)));
	view_set(w, v, "url", view_path(w, url));
	view_set(w, v, "url_day_du", view_absolute(w, url));
	view_set(w, v, "so_byte", value_int(w->arena, (int64_t)bytes));
	view_set(w, v, "dung_luong", view_text(w, schema_bytes_words(w->arena, bytes)));
	view_set(w, v, "cuoi", view_truth(w, i + 1 == COUNT(formats)));
	return v;
}

static struct value *dataset(const struct viewing *w, const struct dataset *set)
{
	struct value *v = value_map(w->arena), *files = value_list(w->arena);

	for (size_t i = 0; i < COUNT(formats); i++)
		value_push(w->arena, files, file(w, set, i));
	view_set(w, v, "ma", view_text(w, str_of(set->code)));
	view_set(w, v, "ten", view_text(w, str_of(set->name)));
	view_set(w, v, "mo_ta", view_text(w, str_of(set->about)));
	view_set(w, v, "so_dong", value_int(w->arena, count_rows(w, set)));
	view_set(w, v, "cap_nhat",
		 schema_view_date(w->arena, open_data_last_change(w->site, set)));
	view_set(w, v, "tep", files);
	view_set(w, v, "truong", columns(w, set));
	return v;
}

static const struct value *datasets(const struct viewing *w)
{
	struct value *list = value_list(w->arena), *last = NULL;
	const struct dataset *set;

	for (size_t i = 0; (set = open_data_at(i)); i++) {
		if (!open_data_has(w->site, set))
			continue;
		last = dataset(w, set);
		view_set(w, last, "cuoi", view_truth(w, false));
		value_push(w->arena, list, last);
	}
	if (last)
		view_set(w, last, "cuoi", view_truth(w, true));
	return list;
}

void view_set_open_data(struct viewing *w, struct value *v)
{
	const struct config *c = w->site->config;

	view_set(w, v, "tieu_de", view_text(w, STR("Dữ liệu mở")));
	view_set(
		w, v, "mo_ta",
		view_text(w,
			  STR("Dữ liệu của chuyên trang ở dạng bảng tính và JSON, để ai cũng "
			      "dùng lại được: có những tệp nào, mỗi cột nghĩa là gì, được dùng "
			      "ra sao.")));
	view_set(w, v, "bo_du_lieu", datasets(w));
	view_set(w, v, "giay_phep", view_text(w, c->licence));
	view_set(w, v, "giay_phep_url", view_text(w, c->licence_url));
	view_set(w, v, "url_danh_muc", view_absolute(w, STR(OPEN_DATA_URL)));
}
