#include "kinds/index.h"

#include "kinds/index_parts.h"
#include "kinds/linked.h"
#include "text/lead.h"

enum {
	SUMMARY_MAX = 300, /* characters of the meaning that lists show */
	YEAR_MIN = 2005,   /* PCI, the oldest of them */
	YEAR_MAX = 2100,
	RANK_MAX = 1000 * 1000,
};

/* What may be measured: the codes of records of this kind. */
static const char *const codes[] = {"par-index", "sipas", "papi", "pci",
				    "ddci",      "dti",   "766",  "hai-long-nguoi-benh"};

const struct choice index_units[] = {
	{"%", "%"},
	{"diem", "điểm"},
	{0},
};

const struct choice index_levels[] = {
	[INDEX_CENTRAL] = {"trung-uong", "Bộ, ngành trung ương"},
	[INDEX_PROVINCE] = {"tinh", "Tỉnh, thành phố"},
	[INDEX_DEPARTMENT] = {"so", "Sở, ngành của tỉnh"},
	[INDEX_UNIT] = {"don-vi", "Bệnh viện, đơn vị"},
	{0},
};

static const struct field scale_fields[] = {
	{.key = "min",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct scale, min),
	 .label = "Thấp nhất",
	 .about = N_("The lowest value there can be."),
	 .example = "0"},
	{.key = "max",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct scale, max),
	 .label = "Cao nhất",
	 .about = N_("The highest value there can be."),
	 .example = "100"},
	{.key = "don_vi",
	 .type = FIELD_CHOICE,
	 .choices = index_units,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct scale, unit),
	 .label = "Đơn vị tính",
	 .about = N_("Per cent or points."),
	 .example = "\"%\""},
	{0},
};

static const struct schema scale_schema = {
	.name = N_("a scale"),
	.size = sizeof(struct scale),
	.fields = scale_fields,
};

static const struct field part_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_part, name),
	 .label = "Tên",
	 .about = N_("What this part measures.")},
	{.key = "gia_tri",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_part, value),
	 .label = "Giá trị",
	 .about = N_("Its value, with a decimal comma."),
	 .example = "\"83,25\""},
	{.key = "hang",
	 .type = FIELD_INT,
	 .offset = offsetof(struct index_part, rank),
	 .label = "Hạng",
	 .about = N_("Its rank."),
	 .min = 1,
	 .max = RANK_MAX},
	{0},
};

static const struct schema part_schema = {
	.name = N_("a part of an index"),
	.size = sizeof(struct index_part),
	.fields = part_fields,
};

static const struct field result_fields[] = {
	{.key = "nam",
	 .type = FIELD_INT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_result, year),
	 .label = "Năm",
	 .about = N_("The year that was measured, not that of the publication."),
	 .example = "2025",
	 .min = YEAR_MIN,
	 .max = YEAR_MAX},
	{.key = "doi_tuong",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_result, subject),
	 .label = "Đối tượng",
	 .about = N_("Whose result it is; write \"số liệu ví dụ\" behind what is none.")},
	{.key = "gia_tri",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_result, value),
	 .label = "Giá trị",
	 .about = N_("The result, with a decimal comma, within the scale."),
	 .example = "\"83,25\""},
	{.key = "hang",
	 .type = FIELD_INT,
	 .offset = offsetof(struct index_result, rank),
	 .label = "Hạng",
	 .about = N_("The rank among all."),
	 .min = 1,
	 .max = RANK_MAX},
	{.key = "tong_so",
	 .type = FIELD_INT,
	 .offset = offsetof(struct index_result, total),
	 .label = "Tổng số được xếp hạng",
	 .about = N_("How many were ranked."),
	 .example = "34",
	 .min = 1,
	 .max = RANK_MAX},
	{.key = "nhom",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct index_result, group),
	 .label = "Nhóm",
	 .about = N_("The group in which it was ranked.")},
	{.key = "ngay_cong_bo",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_result, published),
	 .label = "Ngày công bố",
	 .about = N_("When it was published."),
	 .example = "2026-04-15"},
	{.key = "van_ban",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .offset = offsetof(struct index_result, document),
	 .label = "Văn bản công bố",
	 .about = N_("The code of the document that published it.")},
	{.key = "nguon",
	 .type = FIELD_URL,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index_result, source),
	 .label = "Nguồn",
	 .about = N_("Where it can be looked up.")},
	{.key = "thanh_phan",
	 .type = FIELD_MAP,
	 .map = &part_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct index_result, parts),
	 .label = "Chỉ số thành phần",
	 .about = N_("The parts that it is made of.")},
	{0},
};

static const struct schema result_schema = {
	.name = N_("a result of an index"),
	.size = sizeof(struct index_result),
	.fields = result_fields,
};

static const struct field score_fields[] = {
	{.key = "tieu_chi",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct self_score, criterion),
	 .label = "Tiêu chí",
	 .about = N_("What is scored.")},
	{.key = "diem_chuan",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct self_score, full),
	 .label = "Điểm chuẩn",
	 .about = N_("The points that it can have."),
	 .example = "\"2,5\""},
	{.key = "diem_tu_cham",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct self_score, own),
	 .label = "Điểm tự chấm",
	 .about = N_("The points that the unit gives itself."),
	 .example = "\"2\""},
	{.key = "diem_tham_dinh",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct self_score, reviewed),
	 .label = "Điểm thẩm định",
	 .about = N_("The points after the review.")},
	{.key = "minh_chung",
	 .type = FIELD_URL,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct self_score, evidence),
	 .label = "Minh chứng",
	 .about = N_("Links to what shows it.")},
	{0},
};

static const struct schema score_schema = {
	.name = N_("a score of one's own"),
	.size = sizeof(struct self_score),
	.fields = score_fields,
};

static const struct field index_fields[] = {
	{.key = "ten_day_du",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index, name),
	 .label = "Tên đầy đủ",
	 .about = N_("The index's full name."),
	 .max = 180},
	{.key = "ten_khac",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct index, other_names),
	 .label = "Tên khác",
	 .about = N_("Other names and short forms of it."),
	 .example = "\"SIPAS\""},
	{.key = "co_quan_cong_bo",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index, publisher),
	 .label = "Cơ quan công bố",
	 .about = N_("Who publishes it.")},
	{.key = "thang_diem",
	 .type = FIELD_MAP,
	 .map = &scale_schema,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index, scale),
	 .label = "Thang điểm",
	 .about = N_("From where to where its values go.")},
	{.key = "cap",
	 .type = FIELD_CHOICE,
	 .choices = index_levels,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index, level),
	 .label = "Cấp",
	 .about = N_("Whom these results are of: never mix provinces and hospitals."),
	 .example = "\"tinh\""},
	{.key = "giai_thich",
	 .type = FIELD_MARKDOWN,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct index, meaning),
	 .label = "Giải thích",
	 .about = N_("What it measures, in plain words.")},
	{.key = "ket_qua",
	 .type = FIELD_MAP,
	 .map = &result_schema,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct index, results),
	 .label = "Kết quả",
	 .about = N_("The results, one a year and subject.")},
	{.key = "tu_cham",
	 .type = FIELD_MAP,
	 .map = &score_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct index, scores),
	 .label = "Tự chấm",
	 .about = N_("The scores that the unit gives itself before the review.")},
	{.key = "ghi_chu",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct index, note),
	 .label = "Ghi chú",
	 .about = N_("What a reader must know of these figures; it stands above them.")},
	{0},
};

static const struct schema index_schema = {
	.name = N_("an index"),
	.size = sizeof(struct index),
	.fields = index_fields,
	.parent = &common_schema,
};

static bool check_index(const void *data, const struct value *v, struct date today,
			struct diag *d)
{
	const struct index *x = data;

	(void)today;
	for (size_t i = 0; i < COUNT(codes); i++) {
		if (str_eq_z(x->common.code, codes[i]))
			return true;
	}
	return diag_error(d, place_of_field(v, "ma"),
			  _("\"" STR_FMT "\" is no index; its code must be par-index, sipas, "
			    "papi, pci, ddci, dti, hai-long-nguoi-benh or 766"),
			  STR_ARG(x->common.code));
}

static struct str index_title(struct arena *a, const void *data)
{
	const struct index *x = data;

	(void)a;
	return x->name;
}

static struct str index_summary(struct arena *a, const void *data)
{
	const struct index *x = data;

	return x->common.summary.n ? x->common.summary
				   : markdown_lead(a, x->meaning.text, SUMMARY_MAX);
}

static int64_t index_order(const void *data)
{
	(void)data;
	return -1;
}

const struct kind index_kind = {
	.code = "chi-so",
	.name = "Chỉ số",
	.describe = describe_index,
	.schema = &index_schema,
	.has_list = true,
	.in_tree = true,
	.title = index_title,
	.summary = index_summary,
	.order = index_order,
	.check = check_index,
	.rules = index_rules,
	.n_rules = INDEX_RULES,
	.inspect = inspect_index,
	.card = card_of_index,
	.derive = derive_index,
};
