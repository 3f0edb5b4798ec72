/* The datasets: which columns each has, and the rows that a record makes. */
#include "output/open_data_parts.h"

#include "kinds/index.h"
#include "kinds/legal.h"
#include "kinds/procedure.h"
#include "kinds/procedure_term.h"
#include "kinds/procedure_version.h"
#include "kinds/statistics.h"

#define URL_COLUMN                                                                         \
	{                                                                                  \
		"url", "Địa chỉ trang", "Trang trên chuyên trang, nơi có toàn văn.", false \
	}

static void put_choice(const struct viewing *w, struct value *v, const char *key,
		       struct choice c)
{
	data_set(w, v, key,
		 view_coded(w, str_of(c.code), str_of(c.name), value_null(w->arena)));
}

/* ---- procedures ------------------------------------------------------------------ */

static const struct column procedure_columns[] = {
	{.key = "ma"},
	{.key = "ma_tthc"},
	{.key = "loai_thu_tuc"},
	{.key = "ten"},
	{.key = "ten_thuong_goi"},
	{.key = "linh_vuc_tthc"},
	{.key = "cap_thuc_hien"},
	{.key = "trang_thai_tthc"},
	{.key = "hieu_luc_tu"},
	{.key = "hieu_luc_den"},
	{.key = "quyet_dinh_cong_bo", .not_in_csv = true},
	{.key = "thay_the_boi"},
	{.key = "doi_tuong_thuc_hien"},
	{.key = "co_quan_thuc_hien"},
	{.key = "noi_tiep_nhan"},
	{"thoi_han", "Thời hạn giải quyết", "Thời hạn bằng chữ, theo từng cách thức.", false},
	{.key = "trinh_tu", .not_in_csv = true},
	{.key = "cach_thuc", .not_in_csv = true},
	{.key = "thanh_phan_ho_so", .not_in_csv = true},
	{.key = "so_bo_ho_so"},
	{.key = "ket_qua"},
	{"khong_thu_phi", "Không thu phí", "true: không thu phí, lệ phí.", false},
	{.key = "phi_le_phi", .not_in_csv = true},
	{.key = "yeu_cau_dieu_kien"},
	{.key = "mau_don"},
	{.key = "can_cu_phap_ly"},
	{.key = "dvc"},
	{.key = "url_nop"},
	{.key = "don_vi"},
	{.key = "ngay_dang"},
	{.key = "ngay_cap_nhat"},
	{.key = "ngay_ra_soat"},
	{"phien_ban", "Phiên bản", "Dấu phiên bản in trên tờ niêm yết.", false},
	URL_COLUMN,
	{0},
};

static void procedure_rows(const struct viewing *w, const struct page *p, row_fn *take,
			   void *sink)
{
	const struct procedure *x = p->data;
	struct value *v = value_map(w->arena);

	data_text(w, v, "thoi_han", procedure_term_text(w->arena, x));
	data_set(w, v, "khong_thu_phi", view_truth(w, x->free));
	data_text(w, v, "phien_ban", procedure_version(w->arena, x));
	data_url(w, v, "url", p->url);
	take(sink, &(struct row){p, v});
}

/* ---- documents ------------------------------------------------------------------- */

static const struct column document_columns[] = {
	{.key = "ma"},
	{.key = "so_ky_hieu"},
	{.key = "ten_loai"},
	{.key = "trich_yeu"},
	{.key = "co_quan_ban_hanh"},
	{.key = "cap"},
	{.key = "ngay_ban_hanh"},
	{.key = "ngay_hieu_luc"},
	{.key = "ngay_het_hieu_luc"},
	{"tinh_trang", "Tình trạng hiệu lực", "Tình trạng vào ngày tạo dữ liệu.", false},
	{.key = "nguoi_ky"},
	{.key = "chuc_vu_ky"},
	{.key = "linh_vuc"},
	{.key = "quan_he", .not_in_csv = true},
	{.key = "tep", .not_in_csv = true},
	{.key = "lien_ket_goc"},
	{.key = "ngay_dang"},
	URL_COLUMN,
	{0},
};

static void document_rows(const struct viewing *w, const struct page *p, row_fn *take,
			  void *sink)
{
	struct value *v = value_map(w->arena);

	put_choice(w, v, "tinh_trang", legal_kind.status(p->data, view_day(w->site->now)));
	data_url(w, v, "url", p->url);
	take(sink, &(struct row){p, v});
}

/* ---- targets of plans ------------------------------------------------------------ */

static const struct column target_columns[] = {
	{"ke_hoach", "Mã kế hoạch", "Mã của kế hoạch có chỉ tiêu này.", false},
	{"so_ky_hieu", "Số, ký hiệu", "Số, ký hiệu của kế hoạch.", false},
	{"ten_ke_hoach", "Tên kế hoạch", "Trích yếu của kế hoạch.", false},
	{"tt", "TT", "Số thứ tự của chỉ tiêu trong phụ lục của kế hoạch.", false},
	{"noi_dung", "Nội dung", "Nội dung của chỉ tiêu.", false},
	{"kenh", "Kênh", "Mã của kênh mà chỉ tiêu đếm.", false},
	{"don_vi_tinh", "Đơn vị tính", "Đếm bằng gì.", false},
	{"cach_dem", "Cách đếm",
	 "moi-ky: mỗi chu kỳ bấy nhiêu; ca-ky: cả kỳ kế hoạch; chua-ro: đơn vị chưa quyết định.",
	 false},
	{"chu_ky", "Chu kỳ", "Bao lâu một lần.", false},
	{"han", "Hạn", "Ngày cuối cùng còn đúng hạn.", false},
	{"phai_dat", "Phải đạt đến nay", "Số phải đạt đến ngày tính.", false},
	{"da_dat", "Đã đạt", "Số đã đăng, đã làm đến ngày tính.", false},
	{"ca_ky", "Cả kỳ", "Số phải đạt trong cả kỳ kế hoạch.", false},
	{"loai_phai_dat", "Số loại phải đạt", "Khi kế hoạch đếm cả số loại.", false},
	{"loai_da_dat", "Số loại đã đạt", "Khi kế hoạch đếm cả số loại.", false},
	{"loai_ca_ky", "Số loại cả kỳ", "Khi kế hoạch đếm cả số loại.", false},
	{"tinh_trang", "Tình trạng",
	 "dat: đạt; dang-thuc-hien: đang thực hiện; cham: chậm; qua-han: quá hạn; chua-ro: chưa rõ "
	 "cách đếm.",
	 false},
	{"tinh_den", "Tính đến ngày", "Ngày mà các số trên được đếm.", false},
	{"url", "Trang tiến độ", "Trang nêu từng nội dung đã tính.", false},
	{0},
};

/* They are counted anew each day. */
static struct date change_of_plan(const struct site *s, const struct page *p)
{
	(void)p;
	return view_day(s->now);
}

static void target_rows(const struct viewing *w, const struct page *p, row_fn *take, void *sink)
{
	struct plan_count count = data_count(w, p);

	for (size_t i = 0; i < count.n_targets; i++) {
		struct value *v = data_target(w, &count, &count.targets[i]);

		data_text(w, v, "ke_hoach", p->common->code);
		data_text(w, v, "so_ky_hieu", count.plan->document->number_symbol);
		data_text(w, v, "ten_ke_hoach", p->title);
		data_day(w, v, "tinh_den", w->site->now);
		data_url(w, v, "url", view_joined(w, p->url, "tien-do/"));
		take(sink, &(struct row){p, v});
	}
}

/* ---- indices --------------------------------------------------------------------- */

static const struct column index_columns[] = {
	{.key = "ma"},
	{.key = "ten_day_du"},
	{.key = "cap"},
	{.key = "co_quan_cong_bo"},
	{"nam", "Năm", "Năm được đo.", false},
	{"doi_tuong", "Đối tượng", "Kết quả này là của ai.", false},
	{"gia_tri", "Giá trị", "Kết quả, theo thang điểm của chỉ số.", false},
	{"hang", "Hạng", "Hạng trong số những đơn vị được xếp.", false},
	{"tong_so", "Số được xếp hạng", "Có bao nhiêu đơn vị được xếp hạng.", false},
	{"nhom", "Nhóm", "Nhóm mà cơ quan công bố xếp vào.", false},
	{"ngay_cong_bo", "Ngày công bố", "Ngày công bố kết quả.", false},
	{"nguon", "Nguồn", "Nơi đã công bố.", false},
	{"url", "Địa chỉ trang", "Trang trên chuyên trang, nơi có giải thích.", false},
	{0},
};

/* "87,5" as a number: a decimal comma is for people. */
static const struct value *decimal(const struct viewing *w, struct str text)
{
	char *p = str_z(w->arena, text);
	struct value *v = value_string(w->arena, (struct str){p, text.n});

	for (size_t i = 0; i < text.n; i++) {
		if (p[i] != ',' && p[i] != '.' && (p[i] < '0' || p[i] > '9'))
			return v;
		if (p[i] == ',')
			p[i] = '.';
	}
	v->kind = text.n ? VALUE_NUMBER : VALUE_NULL;
	return v;
}

static struct date change_of_index(const struct site *s, const struct page *p)
{
	const struct index *x = p->data;
	struct date last = page_last_change(p);

	(void)s;
	for (size_t i = 0; i < x->results.n; i++) {
		struct date on = LIST_ITEM(x->results, struct index_result, i)->published;

		if (date_cmp(on, last) > 0)
			last = on;
	}
	return last;
}

static void index_rows(const struct viewing *w, const struct page *p, row_fn *take, void *sink)
{
	const struct index *x = p->data;

	for (size_t i = 0; i < x->results.n; i++) {
		const struct index_result *r = LIST_ITEM(x->results, struct index_result, i);
		struct value *v = value_map(w->arena);

		data_number(w, v, "nam", r->year);
		data_text(w, v, "doi_tuong", r->subject);
		data_set(w, v, "gia_tri", decimal(w, r->value));
		data_number(w, v, "hang", r->rank);
		data_number(w, v, "tong_so", r->total);
		data_text(w, v, "nhom", r->group);
		data_day(w, v, "ngay_cong_bo", r->published);
		data_text(w, v, "nguon", r->source);
		data_url(w, v, "url", p->url);
		take(sink, &(struct row){p, v});
	}
}

/* ---- counts of files ------------------------------------------------------------- */

static const struct column statistics_columns[] = {
	{.key = "ma"},
	{.key = "thu_tuc"},
	{"ky", "Kỳ", "Số liệu của tháng, quý, nửa năm hay năm.", false},
	{"nam", "Năm", "Năm của kỳ.", false},
	{"quy", "Quý", "Quý của kỳ, 1 đến 4.", false},
	{"thang", "Tháng", "Tháng của kỳ, 1 đến 12.", false},
	{.key = "tiep_nhan"},
	{.key = "truc_tuyen"},
	{.key = "truoc_han"},
	{.key = "dung_han"},
	{.key = "qua_han"},
	{.key = "dang_giai_quyet"},
	{.key = "ngay_dang"},
	{"url", "Địa chỉ trang", "Bảng số liệu trên chuyên trang.", false},
	{0},
};

static void statistics_rows(const struct viewing *w, const struct page *p, row_fn *take,
			    void *sink)
{
	const struct statistics *x = p->data;
	const struct field *sort =
		schema_field(schema_field(statistics_kind.schema, "ky")->map, "loai");
	struct value *v = value_map(w->arena);

	put_choice(w, v, "ky", sort->choices[x->period->type]);
	data_number(w, v, "nam", x->period->year);
	data_number(w, v, "quy", x->period->quarter);
	data_number(w, v, "thang", x->period->month);
	data_url(w, v, "url", p->section->url);
	take(sink, &(struct row){p, v});
}

static const struct dataset datasets[] = {
	{"thu-tuc", "Thủ tục, quy trình phục vụ",
	 "Mỗi dòng một thủ tục hoặc quy trình phục vụ: ai làm được, cần giấy tờ gì, thời hạn, phí, "
	 "nơi tiếp nhận, căn cứ.",
	 &procedure_kind, procedure_columns, NULL, procedure_rows},
	{"van-ban", "Văn bản",
	 "Mỗi dòng một văn bản: số, ký hiệu, ngày, cơ quan ban hành, trích yếu và tình trạng hiệu "
	 "lực.",
	 &legal_kind, document_columns, NULL, document_rows},
	{"chi-tieu-ke-hoach", "Chỉ tiêu và tiến độ kế hoạch",
	 "Mỗi dòng một chỉ tiêu của một kế hoạch, với số phải đạt và số đã đạt đến ngày tính.",
	 &plan_kind, target_columns, change_of_plan, target_rows},
	{"chi-so", "Kết quả các chỉ số",
	 "Mỗi dòng một kết quả của một chỉ số trong một năm, kèm nguồn công bố.", &index_kind,
	 index_columns, change_of_index, index_rows},
	{"so-lieu-tthc", "Kết quả giải quyết thủ tục",
	 "Mỗi dòng số hồ sơ tiếp nhận, trả đúng hạn, quá hạn của một thủ tục trong một kỳ.",
	 &statistics_kind, statistics_columns, NULL, statistics_rows},
};

struct str open_data_url(struct arena *a, const struct dataset *set, const char *extension)
{
	return str_fmt(a, OPEN_DATA_URL "%s.%s", set->code, extension);
}

const struct dataset *open_data_at(size_t i)
{
	return i < COUNT(datasets) ? &datasets[i] : NULL;
}
