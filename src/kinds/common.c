#include "kinds/common.h"

#include "base/path.h"
#include "viet/fold.h"
#include "viet/slug.h"

const struct choice cchc_fields[] = {
	{"the-che", "Cải cách thể chế"},
	{"tthc", "Cải cách thủ tục hành chính"},
	{"bo-may", "Cải cách tổ chức bộ máy"},
	{"cong-vu", "Cải cách chế độ công vụ"},
	{"tai-chinh-cong", "Cải cách tài chính công"},
	{"chinh-quyen-so", "Xây dựng chính quyền điện tử, chính quyền số"},
	{"chung", "Chỉ đạo, điều hành"},
	{0},
};

#define TERM(slug_, name_)                                                               \
	{                                                                                \
		.slug = {slug_, sizeof(slug_) - 1}, .name = { name_, sizeof(name_) - 1 } \
	}

const struct term_name cchc_field_terms[CCHC_FIELDS] = {
	TERM("cai-cach-the-che", "Cải cách thể chế"),
	TERM("cai-cach-thu-tuc", "Cải cách thủ tục hành chính"),
	TERM("to-chuc-bo-may", "Cải cách tổ chức bộ máy"),
	TERM("che-do-cong-vu", "Cải cách chế độ công vụ"),
	TERM("tai-chinh-cong", "Cải cách tài chính công"),
	TERM("chinh-quyen-so", "Xây dựng chính quyền điện tử, chính quyền số"),
	TERM("chi-dao-dieu-hanh", "Chỉ đạo, điều hành"),
};

static const struct choice states[] = {
	{"nhap", "Bản nháp"},
	{"cho-duyet", "Chờ duyệt"},
	{"da-duyet", "Đã duyệt"},
	{"go-bo", "Đã gỡ bỏ"},
	{0},
};

const struct choice cchc_audiences[] = {
	{"nguoi-dan", "Người dân"},
	{"nguoi-benh", "Người bệnh"},
	{"than-nhan", "Thân nhân người bệnh"},
	{"doanh-nghiep", "Doanh nghiệp"},
	{"vien-chuc", "Viên chức, người lao động"},
	{"co-quan-cap-tren", "Cơ quan cấp trên"},
	{"bao-chi", "Báo chí"},
	{0},
};

static const struct field correction_fields[] = {
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct correction, on),
	 .label = "Ngày đính chính",
	 .about = N_("The day of the correction."),
	 .example = "2026-01-15"},
	{.key = "noi_dung_sai",
	 .type = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct correction, wrong),
	 .label = "Nội dung sai",
	 .about = N_("What the page said wrongly.")},
	{.key = "noi_dung_dung",
	 .type = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct correction, right),
	 .label = "Nội dung đúng",
	 .about = N_("What is right.")},
	{.key = "ly_do",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct correction, reason),
	 .label = "Lý do",
	 .about = N_("Why it was wrong.")},
	{0},
};

static const struct schema correction_schema = {
	.name = N_("a correction"),
	.size = sizeof(struct correction),
	.fields = correction_fields,
};

static const struct field common_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct common, code),
	 .label = "Mã",
	 .about = N_("The record's code, unique in its kind; it is part of the address and "
		     "never changes.")},
	{.key = "loai",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct common, kind),
	 .label = "Loại nội dung",
	 .about = N_("The kind of content, the same as its section's.")},
	{.key = "tieu_de",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct common, title),
	 .label = "Tiêu đề",
	 .about = N_("The title, as a reader would say it."),
	 .max = 180},
	{.key = "tom_tat",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct common, summary),
	 .label = "Tóm tắt",
	 .about = N_("What it says, in one or two sentences, for lists and search."),
	 .example = "\"Viết nội dung chính trong một, hai câu, từ 40 đến 300 ký tự.\"",
	 .flags = FIELD_RULED | FIELD_TRANSLATED,
	 .min = SUMMARY_LEAST,
	 .max = SUMMARY_MOST},
	{.key = "ngay_dang",
	 .type = FIELD_DATETIME,
	 .offset = offsetof(struct common, published),
	 .label = "Ngày đăng",
	 .about = N_("The day of publication, with a time if it matters."),
	 .example = "2026-01-15"},
	{.key = "hen_gio",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct common, scheduled),
	 .label = "Hẹn giờ đăng",
	 .about = N_("true: ngay_dang lies in the future on purpose; until then the page is "
		     "not published."),
	 .example = "true"},
	{.key = "ngay_cap_nhat",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct common, updated),
	 .label = "Ngày cập nhật",
	 .about = N_("The day of the last change that readers should "
		     "know of."),
	 .example = "2026-01-20"},
	{.key = "ngay_ra_soat",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct common, reviewed),
	 .label = "Ngày rà soát",
	 .about = N_("The day on which somebody last checked the "
		     "content."),
	 .example = "2026-01-20"},
	{.key = "ra_soat_truoc",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct common, review_by),
	 .label = "Rà soát lần tới",
	 .about = N_("The day by which the content must be checked "
		     "again."),
	 .example = "2027-01-20"},
	{.key = "don_vi",
	 .type = FIELD_REF,
	 .ref_kind = "don-vi",
	 .offset = offsetof(struct common, unit),
	 .label = "Đơn vị chủ trì",
	 .about = N_("The code of the unit that answers for the content."),
	 .example = "\"phong-to-chuc-hanh-chinh\""},
	{.key = "nguoi_viet",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct common, author),
	 .label = "Tác giả",
	 .about = N_("Who wrote it.")},
	{.key = "bien_tap",
	 .type = FIELD_STRING,
	 .flags = FIELD_UNSOUGHT,
	 .offset = offsetof(struct common, editor),
	 .label = "Biên tập",
	 .about = N_("Who edited it.")},
	{.key = "nguoi_duyet",
	 .type = FIELD_STRING,
	 .flags = FIELD_UNSOUGHT,
	 .offset = offsetof(struct common, approver),
	 .label = "Người duyệt",
	 .about = N_("Who approved it: a must for approved content.")},
	{.key = "trang_thai",
	 .type = FIELD_CHOICE,
	 .choices = states,
	 .offset = offsetof(struct common, state),
	 .label = "Trạng thái",
	 .about = N_("Only approved content is published; withdrawn content leaves a notice."),
	 .example = "\"nhap\""},
	{.key = "ly_do_go_bo",
	 .type = FIELD_TEXT,
	 .flags = FIELD_UNSOUGHT,
	 .offset = offsetof(struct common, withdrawn_because),
	 .label = "Lý do gỡ bỏ",
	 .about = N_("Why the page was withdrawn, for the notice in its place.")},
	{.key = "linh_vuc",
	 .type = FIELD_CHOICE,
	 .choices = cchc_fields,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct common, fields),
	 .label = "Nội dung CCHC",
	 .about = N_("The reform contents that it belongs to."),
	 .example = "\"tthc\"",
	 .min = 1,
	 .max = CCHC_FIELDS},
	{.key = "doi_tuong",
	 .type = FIELD_CHOICE,
	 .choices = cchc_audiences,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct common, audiences),
	 .label = "Đối tượng",
	 .about = N_("Whom it is for."),
	 .example = "\"nguoi-dan\""},
	{.key = "tu_khoa",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY | FIELD_NAMED,
	 .offset = offsetof(struct common, keywords),
	 .label = "Từ khóa",
	 .about = N_("Words under which people look for it, at most ten."),
	 .max = 10},
	{.key = "nguon",
	 .type = FIELD_STRING,
	 .flags = FIELD_UNSOUGHT,
	 .offset = offsetof(struct common, origin),
	 .label = "Nguồn",
	 .about = N_("Where it was taken from, a must when it was.")},
	{.key = "duong_dan_cu",
	 .type = FIELD_PATH,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct common, old_paths),
	 .label = "Đường dẫn cũ",
	 .about = N_("Addresses where it stood before, below the section's; they lead to it.")},
	{.key = "dinh_chinh",
	 .type = FIELD_MAP,
	 .map = &correction_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct common, corrections),
	 .label = "Đính chính",
	 .about = N_("Corrections, shown on the page.")},
	{.key = "ke_hoach",
	 .type = FIELD_REF,
	 .ref_kind = "ke-hoach",
	 .offset = offsetof(struct common, plan),
	 .label = "Thuộc kế hoạch",
	 .about = N_("The code of the plan that asked for it.")},
	{.key = "chi_tieu",
	 .type = FIELD_STRING,
	 .flags = FIELD_UNSOUGHT,
	 .offset = offsetof(struct common, target),
	 .label = "Thuộc chỉ tiêu",
	 .about = N_("The number of the plan's target (tt).")},
	{0},
};

const struct schema common_schema = {
	.name = N_("a page"),
	.size = sizeof(struct common),
	.fields = common_fields,
};

struct pos place_of_field(const struct value *v, const char *key)
{
	const struct value_entry *entry = schema_find(v, key);

	return entry ? entry->value->pos : v->pos;
}

const struct value *written_item(const struct value *v, const char *key, size_t n)
{
	const struct value_entry *entry = schema_find(v, key);

	if (!entry)
		return v;
	if (entry->value->kind != VALUE_LIST)
		return entry->value;
	return n < entry->value->n ? entry->value->entries[n].value : entry->value;
}

bool check_address_fits(struct str path, const struct value *v, const char *key, struct diag *d)
{
	if (path_fits(path))
		return true;
	return diag_error(d, place_of_field(v, key),
			  _("\"%s\" is too long: at most %d characters, and %d between two "
			    "slashes"),
			  key, PATH_WHOLE_MAX, PATH_PART_MAX);
}

/* The day of a page that is yet to appear may lie before its change. */
static bool is_updated_later(const struct common *c, struct date today)
{
	return date_is_set(c->updated) && date_days(c->updated) > date_days(today) &&
	       date_days(c->updated) > date_days(c->published);
}

static bool check_dates(const struct common *c, const struct value *v, struct date today,
			struct diag *d)
{
	bool ok = true;

	if (date_is_set(c->updated) && date_is_set(c->published) &&
	    date_days(c->updated) < date_days(c->published))
		ok = diag_error(d, place_of_field(v, "ngay_cap_nhat"),
				_("\"ngay_cap_nhat\" lies before \"ngay_dang\""));
	if (is_updated_later(c, today))
		ok = diag_error(d, place_of_field(v, "ngay_cap_nhat"),
				_("\"ngay_cap_nhat\" lies in the future"));
	if (date_is_set(c->published) && date_cmp(c->published, today) > 0 && !c->scheduled)
		ok = diag_error(
			d, place_of_field(v, "ngay_dang"),
			_("\"ngay_dang\" lies in the future; write \"hen_gio: true\" if "
			  "the page is to appear by itself on that day"));
	return ok;
}

/* Old paths become lines of server settings, where a quote or a '$' would be read as
 * something else. What begins with a dot is a server's, or ours. */
static bool is_plain_path(struct str path)
{
	for (size_t i = 0; i < path.n; i++) {
		char c = path.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		if (!letter && !(c >= '0' && c <= '9') && !strchr("/._~-", c))
			return false;
		if (c == '.' && (!i || path.p[i - 1] == '/'))
			return false;
		if (c == '/' && i && path.p[i - 1] == '/')
			return false;
	}
	return !str_eq_z(path, "/");
}

static bool check_old_paths(const struct common *c, const struct value *v, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < c->old_paths.n; i++) {
		struct str path = *LIST_ITEM(c->old_paths, struct str, i);

		ok &= check_address_fits(path, v, "duong_dan_cu", d);
		if (!is_plain_path(path))
			ok = diag_error(d, place_of_field(v, "duong_dan_cu"),
					_("the old address \"" STR_FMT
					  "\" may hold only letters without marks, digits, "
					  "and / . _ ~ -; no part of it is empty or begins "
					  "with a dot"),
					STR_ARG(path));
	}
	return ok;
}

bool common_check(const struct common *c, const struct value *v, struct date today,
		  struct diag *d)
{
	bool ok = check_dates(c, v, today, d);

	ok &= check_old_paths(c, v, d);
	return ok;
}

void terms_of_fields(struct arena *a, const void *data, struct date today, term_fn *add,
		     void *sink)
{
	const struct common *c = data;

	(void)a;
	(void)today;
	for (size_t i = 0; i < c->fields.n; i++)
		add(sink, cchc_field_terms[*LIST_ITEM(c->fields, int, i)]);
}

void add_term_of_year(struct arena *a, int year, term_fn *add, void *sink)
{
	struct str name = str_fmt(a, "%d", year);

	add(sink, (struct term_name){.slug = name, .name = name});
}

static void terms_of_keywords(struct arena *a, const void *data, struct date today,
			      term_fn *add, void *sink)
{
	const struct common *c = data;

	(void)today;
	for (size_t i = 0; i < c->keywords.n; i++) {
		struct str keyword = *LIST_ITEM(c->keywords, struct str, i);

		add(sink, (struct term_name){.slug = viet_slug(a, keyword), .name = keyword});
	}
}

static void terms_of_units(struct arena *a, const void *data, struct date today, term_fn *add,
			   void *sink)
{
	const struct common *c = data;

	(void)a;
	(void)today;
	if (c->unit.code.n)
		add(sink, (struct term_name){.slug = c->unit.code, .ref = &c->unit});
}

const struct taxonomy_def keyword_taxonomy = {
	.code = "tu-khoa",
	.name = "Từ khóa",
	.path = "tu-khoa/",
	.before = "Từ khóa: ",
	.site_wide = true,
	.terms = terms_of_keywords,
};

const struct taxonomy_def unit_taxonomy = {
	.code = "don-vi",
	.name = "Đơn vị",
	.path = "bai-viet/",
	.before = "Tin, bài của ",
	.site_wide = true,
	.by_ref = true,
	.terms = terms_of_units,
};
