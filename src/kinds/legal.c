#include "kinds/legal.h"

#include "viet/fold.h"
#include "viet/slug.h"

const struct choice legal_types[] = {
	{"luat", "Luật"},
	{"phap-lenh", "Pháp lệnh"},
	{"nghi-quyet", "Nghị quyết"},
	{"nghi-dinh", "Nghị định"},
	{"quyet-dinh", "Quyết định"},
	{"chi-thi", "Chỉ thị"},
	{"thong-tu", "Thông tư"},
	{"thong-tu-lien-tich", "Thông tư liên tịch"},
	{"ke-hoach", "Kế hoạch"},
	{"bao-cao", "Báo cáo"},
	{"cong-van", "Công văn"},
	{"thong-bao", "Thông báo"},
	{"huong-dan", "Hướng dẫn"},
	{"chuong-trinh", "Chương trình"},
	{"de-an", "Đề án"},
	{"quy-che", "Quy chế"},
	{"quy-dinh", "Quy định"},
	{"to-trinh", "Tờ trình"},
	{"ket-luan", "Kết luận"},
	{"van-ban-hop-nhat", "Văn bản hợp nhất"},
	{"tieu-chuan", "Tiêu chuẩn"},
	{"quy-tac", "Quy tắc"},
	{"ke-hoach-phoi-hop", "Kế hoạch phối hợp"},
	{0},
};

static const struct choice levels[] = {
	{"dang", "Đảng"},
	{"trung-uong", "Trung ương"},
	{"bo-nganh", "Bộ, ngành"},
	{"tinh", "Tỉnh, thành phố"},
	{"so", "Sở"},
	{"xa", "Xã, phường"},
	{"don-vi", "Đơn vị"},
	{0},
};

static const struct choice issue_states[] = {
	{"da-ban-hanh", "Đã ban hành"},
	{"du-thao", "Dự thảo"},
	{0},
};

enum {
	ISSUED,
	DRAFT,
};

enum validity {
	NOT_YET,
	IN_FORCE,
	PARTLY,
	ENDED,
	UNKNOWN,
};

static const struct choice validities[] = {
	[NOT_YET] = {"chua-hieu-luc", "Chưa có hiệu lực"},
	[IN_FORCE] = {"con-hieu-luc", "Còn hiệu lực"},
	[PARTLY] = {"het-hieu-luc-mot-phan", "Hết hiệu lực một phần"},
	[ENDED] = {"het-hieu-luc", "Hết hiệu lực"},
	[UNKNOWN] = {"khong-xac-dinh", "Chưa xác định hiệu lực"},
};

enum relation_type {
	REPLACES,
	REPLACED_BY,
	AMENDS,
	AMENDED_BY,
	GUIDES,
	RESTS_ON,
	CARRIES_OUT,
	CONSOLIDATES,
	PARTLY_REPEALS,
};

/* Each relation with what the other document says of it. */
static const struct choice relation_types[] = {
	[REPLACES] = {"thay-the", "Thay thế"},
	[REPLACED_BY] = {"bi-thay-the", "Được thay thế bởi"},
	[AMENDS] = {"sua-doi", "Sửa đổi, bổ sung"},
	[AMENDED_BY] = {"bi-sua-doi", "Được sửa đổi, bổ sung bởi"},
	[GUIDES] = {"huong-dan", "Hướng dẫn"},
	[RESTS_ON] = {"can-cu", "Căn cứ"},
	[CARRIES_OUT] = {"trien-khai", "Triển khai"},
	[CONSOLIDATES] = {"hop-nhat", "Hợp nhất"},
	[PARTLY_REPEALS] = {"bai-bo-mot-phan", "Bãi bỏ một phần"},
	{0},
};

static const struct choice inverse_types[] = {
	[REPLACES] = {"bi-thay-the", "Được thay thế bởi"},
	[REPLACED_BY] = {"thay-the", "Thay thế"},
	[AMENDS] = {"bi-sua-doi", "Được sửa đổi, bổ sung bởi"},
	[AMENDED_BY] = {"sua-doi", "Sửa đổi, bổ sung"},
	[GUIDES] = {"duoc-huong-dan", "Được hướng dẫn bởi"},
	[RESTS_ON] = {"la-can-cu", "Là căn cứ của"},
	[CARRIES_OUT] = {"duoc-trien-khai", "Được triển khai bởi"},
	[CONSOLIDATES] = {"duoc-hop-nhat", "Được hợp nhất trong"},
	[PARTLY_REPEALS] = {"bi-bai-bo-mot-phan", "Bị bãi bỏ một phần bởi"},
};

static const struct field relation_fields[] = {
	{.key = "loai",
	 .type = FIELD_CHOICE,
	 .choices = relation_types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct relation, type),
	 .label = "Loại quan hệ",
	 .about = N_("What this document does to the other."),
	 .example = "\"thay-the\""},
	{.key = "van_ban",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct relation, document),
	 .label = "Văn bản",
	 .about = N_("The code of the other document.")},
	{.key = "pham_vi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct relation, scope),
	 .label = "Phạm vi",
	 .about = N_("Which part it concerns.")},
	{0},
};

static const struct schema relation_schema = {
	.name = N_("a relation"),
	.size = sizeof(struct relation),
	.fields = relation_fields,
};

static const struct field attachment_fields[] = {
	{.key = "duong_dan",
	 .type = FIELD_FILE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct attachment, file),
	 .label = "Đường dẫn",
	 .about = N_("The file, beside this record or below its folder.")},
	{.key = "dinh_dang",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct attachment, format),
	 .label = "Định dạng",
	 .about = N_("The format, when the name does not show it.")},
	{.key = "chu_ky_so",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct attachment, is_signed),
	 .label = "Chữ ký số",
	 .about = N_("true when the file bears a digital signature."),
	 .example = "true"},
	{0},
};

static const struct schema attachment_schema = {
	.name = N_("an attached file"),
	.size = sizeof(struct attachment),
	.fields = attachment_fields,
};

static const struct field legal_fields[] = {
	{.key = "ten_loai",
	 .type = FIELD_CHOICE,
	 .choices = legal_types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct legal, type),
	 .label = "Tên loại",
	 .about = N_("The type of document."),
	 .example = "\"quyet-dinh\""},
	{.key = "so_ky_hieu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct legal, number),
	 .label = "Số, ký hiệu",
	 .about = N_("Number and symbol as printed: a must once it is issued."),
	 .example = "\"12/QĐ-BV\""},
	{.key = "khong_ro_so",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct legal, number_unknown),
	 .label = "Không rõ số",
	 .about = N_("true when the source cites it without a number."),
	 .example = "true"},
	{.key = "ngay_ban_hanh",
	 .type = FIELD_EDTF,
	 .offset = offsetof(struct legal, issued),
	 .label = "Ngày ban hành",
	 .about = N_("The day of issue; what is not known is XX: 2025-03-XX."),
	 .example = "2026-01-15"},
	{.key = "co_quan_ban_hanh",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct legal, issuer),
	 .label = "Cơ quan ban hành",
	 .about = N_("Who issued it.")},
	{.key = "cap",
	 .type = FIELD_CHOICE,
	 .choices = levels,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct legal, level),
	 .label = "Cấp",
	 .about = N_("The level of the issuer."),
	 .example = "\"don-vi\""},
	{.key = "trich_yeu",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct legal, subject),
	 .label = "Trích yếu",
	 .about = N_("What it is about, as printed.")},
	{.key = "nguoi_ky",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct legal, signer),
	 .label = "Người ký",
	 .about = N_("Who signed it.")},
	{.key = "chuc_vu_ky",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct legal, signer_office),
	 .label = "Chức vụ người ký",
	 .about = N_("The office of who signed it.")},
	{.key = "ngay_hieu_luc",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct legal, effective),
	 .label = "Ngày có hiệu lực",
	 .about = N_("From when it is in force."),
	 .example = "2026-02-01"},
	{.key = "ngay_het_hieu_luc",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct legal, ends),
	 .label = "Ngày hết hiệu lực",
	 .about = N_("From when it is no longer in force."),
	 .example = "2027-01-01"},
	{.key = "quan_he",
	 .type = FIELD_MAP,
	 .map = &relation_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct legal, relations),
	 .label = "Quan hệ",
	 .about = N_("What it does to other documents; the inverse is made by itself.")},
	{.key = "tep",
	 .type = FIELD_MAP,
	 .map = &attachment_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct legal, attachments),
	 .label = "Tệp toàn văn",
	 .about = N_("The files of its full text.")},
	{.key = "lien_ket_goc",
	 .type = FIELD_URL,
	 .offset = offsetof(struct legal, original_url),
	 .label = "Liên kết gốc",
	 .about = N_("Where its issuer publishes it."),
	 .example = "\"https://vbpl.vn/\""},
	{.key = "noi_nhan",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct legal, recipients),
	 .label = "Nơi nhận",
	 .about = N_("Who receives it.")},
	{.key = "nguon_ocr",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct legal, scanned),
	 .label = "Bản quét",
	 .about = N_("true when the text was read from a scan."),
	 .example = "true"},
	{.key = "ten_goi_khac",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct legal, aliases),
	 .label = "Tên gọi khác",
	 .about = N_("Other names that people use for it.")},
	{.key = "trang_thai_ban_hanh",
	 .type = FIELD_CHOICE,
	 .choices = issue_states,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct legal, issue_state),
	 .label = "Trạng thái ban hành",
	 .about = N_("Issued, or still a draft."),
	 .example = "\"du-thao\""},
	{.key = "cong_khai_tu",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct legal, public_from),
	 .label = "Công khai từ",
	 .about = N_("From when it must be public."),
	 .example = "2026-01-20"},
	{.key = "cong_khai_den",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct legal, public_to),
	 .label = "Công khai đến",
	 .about = N_("Until when it must be public."),
	 .example = "2027-01-20"},
	{.key = "ghi_chu",
	 .type = FIELD_TEXT,
	 .offset = offsetof(struct legal, note),
	 .label = "Ghi chú",
	 .about = N_("A remark for readers.")},
	{0},
};

static const char *const legal_required[] = {"ngay_dang", "don_vi", "linh_vuc", "trang_thai",
					     NULL};

static const struct schema legal_schema = {
	.name = N_("a legal document"),
	.size = sizeof(struct legal),
	.fields = legal_fields,
	.parent = &common_schema,
	.required = legal_required,
};

/* A draft may wait for its number. */
static bool check_number(const struct legal *x, const struct value *v, struct diag *d)
{
	if (x->issue_state == ISSUED && !x->number.n && !x->number_unknown &&
	    x->common.state != STATE_DRAFT)
		return diag_error(
			d, place_of_field(v, "trang_thai_ban_hanh"),
			_("an issued document needs \"so_ky_hieu\"; when its number is "
			  "not known, write \"khong_ro_so: true\""));
	return true;
}

static bool check_validity(const struct legal *x, const struct value *v, struct date today,
			   struct diag *d)
{
	bool ok = true;

	if (date_is_full(x->issued) && date_days(x->issued) > date_days(today))
		ok = diag_error(d, place_of_field(v, "ngay_ban_hanh"),
				_("the day of issue lies in the future"));
	if (date_is_set(x->effective) && date_is_set(x->ends) &&
	    date_cmp(x->ends, x->effective) < 0)
		ok = diag_error(d, place_of_field(v, "ngay_het_hieu_luc"),
				_("the document ends before it is in force"));
	if (date_is_full(x->issued) && date_is_set(x->effective) &&
	    date_cmp(x->effective, x->issued) < 0)
		ok = diag_error(d, place_of_field(v, "ngay_hieu_luc"),
				_("the document is in force before it was issued"));
	return ok;
}

static bool check_relations(const struct legal *x, struct diag *d)
{
	bool ok = true;

	for (size_t i = 0; i < x->relations.n; i++) {
		const struct ref *other =
			&LIST_ITEM(x->relations, struct relation, i)->document;

		if (str_eq(other->code, x->common.code))
			ok = diag_error(d, other->pos,
					_("a document has no relation to itself"));
	}
	return ok;
}

static bool check_legal(const void *data, const struct value *v, struct date today,
			struct diag *d)
{
	const struct legal *x = data;
	bool ok = check_number(x, v, d);

	ok &= check_validity(x, v, today, d);
	ok &= check_relations(x, d);
	return ok;
}

static bool is_repealed_by(const struct legal *x, const struct record *from)
{
	const struct legal *other = from->data;

	for (size_t i = 0; i < other->relations.n; i++) {
		const struct relation *r = LIST_ITEM(other->relations, struct relation, i);

		if (r->type == PARTLY_REPEALS && str_eq(r->document.code, x->common.code))
			return true;
	}
	return false;
}

static enum validity validity_on(const struct legal *x, struct date today)
{
	if (date_is_set(x->ends) && date_days(x->ends) <= date_days(today))
		return ENDED;
	if (!date_is_set(x->effective))
		return UNKNOWN;
	return date_days(x->effective) > date_days(today) ? NOT_YET : IN_FORCE;
}

static struct choice validity_in(const struct legal *x, const struct derive_context *c)
{
	enum validity validity = validity_on(x, c->today);

	for (size_t i = 0; validity == IN_FORCE && i < c->n_backlinks; i++) {
		if (is_repealed_by(x, &c->backlinks[i]))
			validity = PARTLY;
	}
	return validities[validity];
}

static const struct value *view_choice(struct arena *a, struct choice choice)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("ma"), value_string(a, str_of(choice.code)));
	value_set(a, v, STR("ten"), value_string(a, str_of(choice.name)));
	return v;
}

static const struct value *view_relation(struct arena *a, struct choice type,
					 const struct value *document, struct str scope)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("loai"), view_choice(a, type));
	value_set(a, v, STR("van_ban"), document);
	value_set(a, v, STR("pham_vi"), scope.n ? value_string(a, scope) : value_null(a));
	return v;
}

/* A relation that both documents state is shown once. */
static bool states_it_too(const struct legal *x, const struct legal *other,
			  const struct choice *inverse)
{
	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);

		if (str_eq(r->document.code, other->common.code) &&
		    strcmp(relation_types[r->type].code, inverse->code) == 0)
			return true;
	}
	return false;
}

static void add_inverse(struct arena *a, const struct legal *x, const struct record *from,
			struct value *list)
{
	const struct legal *other = from->data;

	for (size_t i = 0; i < other->relations.n; i++) {
		const struct relation *r = LIST_ITEM(other->relations, struct relation, i);
		const struct choice *inverse = &inverse_types[r->type];

		if (str_eq(r->document.code, x->common.code) &&
		    !states_it_too(x, other, inverse))
			value_push(a, list, view_relation(a, *inverse, from->view, r->scope));
	}
}

static const struct value *view_relations(struct arena *a, const struct legal *x,
					  const struct derive_context *c)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < x->relations.n; i++) {
		const struct relation *r = LIST_ITEM(x->relations, struct relation, i);

		value_push(a, list,
			   view_relation(a, relation_types[r->type],
					 c->ref_view(a, &r->document, c->ref_context),
					 r->scope));
	}
	for (size_t i = 0; i < c->n_backlinks; i++)
		add_inverse(a, x, &c->backlinks[i], list);
	return list;
}

/* A standard's number is a name: "Tiêu chuẩn ISO 9001:2015". */
static struct str numbered_title(struct arena *a, const struct legal *x)
{
	const struct choice *type = &legal_types[x->type];
	const char *word = strcmp(type->code, "tieu-chuan") == 0 ? "" : "số ";

	return str_fmt(a, "%s %s" STR_FMT, type->name, word, STR_ARG(x->number));
}

/* Many subjects begin with the type by themselves: "Luật Thủ đô". */
static struct str subject_title(struct arena *a, const struct legal *x)
{
	struct str type = str_of(legal_types[x->type].name);

	if (str_starts(viet_lower(a, x->subject), viet_lower(a, type)))
		return viet_capitalize(a, x->subject);
	return str_concat(a, type, STR(" "), x->subject);
}

static struct str legal_title(struct arena *a, const void *data)
{
	const struct legal *x = data;

	return x->number.n ? numbered_title(a, x) : subject_title(a, x);
}

/* The subject, as one line by itself; nothing when the title has it. */
static struct str legal_summary(struct arena *a, const void *data)
{
	const struct legal *x = data;

	return x->number.n ? viet_capitalize(a, x->subject) : (struct str){0};
}

static struct date legal_date(const void *data)
{
	const struct legal *x = data;

	return date_is_set(x->issued) ? x->issued : x->common.published;
}

static void card_of_legal(struct arena *a, const void *data, const struct derive_context *c,
			  struct value *view)
{
	const struct legal *x = data;

	if (x->number.n)
		value_set(a, view, STR("so_ky_hieu"), value_string(a, x->number));
	value_set(a, view, STR("ngay_ban_hanh"), schema_view_date(a, x->issued));
	value_set(a, view, STR("co_quan_ban_hanh"), value_string(a, x->issuer));
	value_set(a, view, STR("tinh_trang"), view_choice(a, validity_in(x, c)));
}

static void derive_legal(struct arena *a, const void *data, const struct derive_context *c,
			 struct value *view)
{
	const struct legal *x = data;

	value_set(a, view, STR("ten_day_du"), value_string(a, legal_title(a, data)));
	value_set(a, view, STR("tinh_trang"), view_choice(a, validity_in(x, c)));
	value_set(a, view, STR("quan_he"), view_relations(a, x, c));
}

static void terms_of_type(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct legal *x = data;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(legal_types[x->type].code),
				     .name = str_of(legal_types[x->type].name)});
}

static void terms_of_issuer(struct arena *a, const void *data, struct date today, term_fn *add,
			    void *sink)
{
	const struct legal *x = data;

	(void)today;
	add(sink, (struct term_name){.slug = viet_slug(a, x->issuer), .name = x->issuer});
}

static void terms_of_year(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct legal *x = data;
	struct str year;

	(void)today;
	if (!date_is_set(x->issued))
		return;
	year = str_fmt(a, "%d", x->issued.year);
	add(sink, (struct term_name){.slug = year, .name = year});
}

static void terms_of_validity(struct arena *a, const void *data, struct date today,
			      term_fn *add, void *sink)
{
	enum validity validity = validity_on(data, today);

	(void)a;
	if (validity == IN_FORCE || validity == ENDED)
		add(sink, (struct term_name){.slug = str_of(validities[validity].code),
					     .name = str_of(validities[validity].name)});
}

static const struct taxonomy_def type_taxonomy = {
	.code = "ten-loai",
	.name = "Loại văn bản",
	.path = "theo-loai/",
	.terms = terms_of_type,
};

static const struct taxonomy_def issuer_taxonomy = {
	.code = "co-quan",
	.name = "Cơ quan ban hành",
	.path = "theo-co-quan/",
	.terms = terms_of_issuer,
};

static const struct taxonomy_def year_taxonomy = {
	.code = "nam",
	.name = "Năm ban hành",
	.path = "theo-nam/",
	.before = "năm ",
	.by_slug = true,
	.terms = terms_of_year,
};

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc",
	.name = "Nội dung cải cách",
	.path = "theo-linh-vuc/",
	.closed = cchc_field_terms,
	.n_closed = CCHC_FIELDS,
	.terms = terms_of_fields,
};

static const struct taxonomy_def validity_taxonomy = {
	.code = "hieu-luc",
	.name = "Hiệu lực",
	.path = "",
	.terms = terms_of_validity,
};

static const struct taxonomy_def *const legal_taxonomies[] = {
	&type_taxonomy,  &issuer_taxonomy,   &year_taxonomy,
	&field_taxonomy, &validity_taxonomy, &keyword_taxonomy,
};

const struct kind legal_kind = {
	.code = "van-ban",
	.name = "Văn bản",
	.schema = &legal_schema,
	.has_list = true,
	.has_feed = true,
	.has_backlinks = true,
	.title = legal_title,
	.summary = legal_summary,
	.date = legal_date,
	.check = check_legal,
	.card = card_of_legal,
	.derive = derive_legal,
	.taxonomies = legal_taxonomies,
	.n_taxonomies = COUNT(legal_taxonomies),
};
