#include "kinds/unit.h"

static const struct choice types[] = {
	{"ban-giam-doc", "Ban Giám đốc"},
	{"phong", "Phòng"},
	{"khoa", "Khoa"},
	{"to", "Tổ"},
	{"trung-tam", "Trung tâm"},
	{"tram-y-te", "Trạm y tế"},
	{"ban-chi-dao", "Ban chỉ đạo"},
	{"so-y-te", "Sở Y tế"},
	{"benh-vien", "Bệnh viện"},
	{"ttyt", "Trung tâm Y tế"},
	{"cdc", "Trung tâm Kiểm soát bệnh tật"},
	{"bo-phan-mot-cua", "Bộ phận Một cửa"},
	{0},
};

static const struct field unit_fields[] = {
	{.key = "kieu_don_vi",
	 .type = FIELD_CHOICE,
	 .choices = types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct unit, type),
	 .label = "Loại đơn vị",
	 .about = N_("What sort of unit it is."),
	 .example = "\"khoa\""},
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct unit, name),
	 .label = "Tên đơn vị",
	 .about = N_("The unit's full name.")},
	{.key = "ten_viet_tat",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct unit, short_name),
	 .label = "Tên viết tắt",
	 .about = N_("Its short name.")},
	{.key = "ten_khac",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct unit, other_names),
	 .label = "Tên khác",
	 .about = N_("Other names under which texts speak of it.")},
	{.key = "ma_dinh_danh",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct unit, id_code),
	 .label = "Mã định danh điện tử",
	 .about = N_("Its electronic identification code.")},
	{.key = "ma_co_so_kcb",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct unit, facility_code),
	 .label = "Mã cơ sở KCB",
	 .about = N_("Its code as a place of medical care.")},
	{.key = "cap_tren",
	 .type = FIELD_REF,
	 .ref_kind = "don-vi",
	 .offset = offsetof(struct unit, parent),
	 .label = "Đơn vị cấp trên",
	 .about = N_("The code of the unit above it.")},
	{.key = "truong_don_vi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct unit, head),
	 .label = "Người đứng đầu",
	 .about = N_("Who heads it.")},
	{.key = "chuc_nang",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct unit, tasks),
	 .label = "Chức năng, nhiệm vụ",
	 .about = N_("What it does.")},
	{.key = "dien_thoai",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct unit, phone),
	 .label = "Điện thoại",
	 .about = N_("Its telephone number for the public.")},
	{.key = "dia_diem",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct unit, place),
	 .label = "Nơi làm việc",
	 .about = N_("Building and floor.")},
	{.key = "lien_he",
	 .type = FIELD_REF,
	 .ref_kind = "lien-he",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct unit, contacts),
	 .label = "Liên hệ",
	 .about = N_("Codes of its contacts.")},
	{.key = "website",
	 .type = FIELD_URL,
	 .offset = offsetof(struct unit, website),
	 .label = "Trang thông tin",
	 .about = N_("Its own web site."),
	 .example = "\"https://donvi.example.vn\""},
	{.key = "nguon_cap",
	 .type = FIELD_URL,
	 .offset = offsetof(struct unit, feed),
	 .label = "Nguồn cấp",
	 .about = N_("The address of its feed, for aggregation."),
	 .example = "\"https://donvi.example.vn/cchc.json\""},
	{.key = "tu_ngay",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct unit, from),
	 .label = "Thành lập",
	 .about = N_("Since when it exists."),
	 .example = "2020-01-01"},
	{.key = "den_ngay",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct unit, to),
	 .label = "Giải thể",
	 .about = N_("Until when it existed."),
	 .example = "2025-12-31"},
	{.key = "sap_nhap_vao",
	 .type = FIELD_REF,
	 .ref_kind = "don-vi",
	 .offset = offsetof(struct unit, merged_into),
	 .label = "Sáp nhập vào",
	 .about = N_("The code of the unit that it became part of.")},
	{.key = "linh_vuc_phu_trach",
	 .type = FIELD_CHOICE,
	 .choices = cchc_fields,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct unit, topics),
	 .label = "Nội dung phụ trách",
	 .about = N_("The reform contents that it answers for."),
	 .example = "\"tthc\""},
	{.key = "thu_tu",
	 .type = FIELD_INT,
	 .offset = offsetof(struct unit, order),
	 .min = 0,
	 .max = 1000000,
	 .label = "Thứ tự",
	 .about = N_("Its place in lists; without one it follows in alphabetical order."),
	 .example = "1"},
	{0},
};

static const struct schema unit_schema = {
	.name = N_("a unit"),
	.size = sizeof(struct unit),
	.fields = unit_fields,
	.parent = &common_schema,
};

static bool check_unit(const void *data, const struct value *v, struct date today,
		       struct diag *d)
{
	const struct unit *x = data;

	(void)today;
	if (date_is_set(x->from) && date_is_set(x->to) && date_cmp(x->to, x->from) < 0)
		return diag_error(d, place_of_field(v, "den_ngay"),
				  _("\"den_ngay\" lies before \"tu_ngay\""));
	return true;
}

static struct str unit_title(struct arena *a, const void *data)
{
	const struct unit *x = data;

	(void)a;
	return x->name;
}

static int64_t unit_order(const void *data)
{
	const struct unit *x = data;

	return x->order;
}

static const struct ref *unit_parent(const void *data)
{
	const struct unit *x = data;

	return &x->parent;
}

/* News has a list of its own on a unit's page; plain pages name it as their keeper only. */
static bool takes_backlink(const struct kind *from)
{
	return !from->has_feed && strcmp(from->code, "trang") != 0;
}

static void derive_unit(struct arena *a, const void *data, const struct derive_context *c,
			struct value *view)
{
	const struct unit *x = data;
	struct value *below = value_list(a);

	for (size_t i = 0; i < c->n_backlinks; i++) {
		const struct unit *other = c->backlinks[i].data;

		if (str_eq(other->parent.code, x->common.code))
			value_push(a, below, c->backlinks[i].view);
	}
	value_set(a, view, STR("don_vi_truc_thuoc"), below);
}

const struct kind unit_kind = {
	.code = "don-vi",
	.name = "Đơn vị",
	.schema = &unit_schema,
	.has_list = true,
	.has_backlinks = true,
	.takes_backlink = takes_backlink,
	.in_tree = true,
	.title = unit_title,
	.order = unit_order,
	.check = check_unit,
	.parent = unit_parent,
	.derive = derive_unit,
};
