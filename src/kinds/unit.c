#include "kinds/unit.h"

#include "kinds/linked.h"
#include "kinds/rule.h"

enum { /* kieu_don_vi, as far as the code looks at it */
	UNIT_DIRECTORS = 0,
	UNIT_COMMITTEE = 6,
};

static const struct choice types[] = {
	[UNIT_DIRECTORS] = {"ban-giam-doc", "Ban Giám đốc"},
	{"phong", "Phòng"},
	{"khoa", "Khoa"},
	{"to", "Tổ"},
	{"trung-tam", "Trung tâm"},
	{"tram-y-te", "Trạm y tế"},
	[UNIT_COMMITTEE] = {"ban-chi-dao", "Ban chỉ đạo"},
	{"so-y-te", "Sở Y tế"},
	{"benh-vien", "Bệnh viện"},
	{"ttyt", "Trung tâm Y tế"},
	{"cdc", "Trung tâm Kiểm soát bệnh tật"},
	{"bo-phan-mot-cua", "Bộ phận Một cửa"},
	{0},
};

enum {
	FACILITY_CODE = 5, /* characters of a place of medical care's code */
	ID_GROUPS_MAX = 4, /* H08.17.23.001 */
};

static const struct rule no_end_rule = {
	"DV-01", DIAG_WARNING, N_("What became part of another unit has its last day.")};
static const struct rule self_rule = {"DV-02", DIAG_ERROR,
				      N_("A unit does not become part of itself.")};
static const struct rule parent_rule = {"DV-03", DIAG_WARNING,
					N_("A unit that exists stands below one that exists.")};
static const struct rule facility_rule = {
	"DV-04", DIAG_WARNING, N_("The code of a place of medical care has five characters.")};
static const struct rule id_rule = {
	"DV-05", DIAG_WARNING,
	N_("The electronic code is like H08.17.23: a letter and groups of digits.")};
static const struct rule heir_rule = {
	"DV-06", DIAG_ADVICE, N_("The unit that took over is the one that exists today.")};
static const struct rule later_rule = {"DV-07", DIAG_WARNING,
				       N_("What is new names a unit that exists.")};

static const struct rule *const unit_rules[] = {
	&no_end_rule, &self_rule, &parent_rule, &facility_rule,
	&id_rule,     &heir_rule, &later_rule,
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
	 .flags = FIELD_REQUIRED | FIELD_TRANSLATED,
	 .offset = offsetof(struct unit, name),
	 .label = "Tên đơn vị",
	 .about = N_("The unit's full name.")},
	{.key = "ten_viet_tat",
	 .type = FIELD_STRING,
	 .flags = FIELD_NAMED,
	 .offset = offsetof(struct unit, short_name),
	 .label = "Tên viết tắt",
	 .about = N_("Its short name.")},
	{.key = "ten_khac",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY | FIELD_NAMED,
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
	 .flags = FIELD_TRANSLATED,
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
	 .flags = FIELD_TRANSLATED,
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

bool unit_is_dissolved(const struct unit *x, struct date today)
{
	return date_is_set(x->to) && date_days(x->to) < date_days(today);
}

/* The unit that a reference leads to, or NULL. */
static const struct unit *unit_at(const struct inspection *i, const struct ref *ref)
{
	struct record to = inspection_target(i, ref);

	return to.kind == &unit_kind ? to.data : NULL;
}

static void inspect_merger(const struct unit *x, struct inspection *i)
{
	const struct unit *heir = unit_at(i, &x->merged_into);

	if (!heir)
		return;
	if (heir == x)
		inspection_report(i, x->merged_into.pos, &self_rule,
				  _("the unit cannot become part of itself"));
	else if (!date_is_set(x->to))
		inspection_report(
			i, x->merged_into.pos, &no_end_rule,
			_("write \"den_ngay\" too: the last day of the unit before it "
			  "became part of another"));
	else if (unit_is_dissolved(heir, i->today) && heir->merged_into.code.n)
		inspection_report(i, x->merged_into.pos, &heir_rule,
				  _("\"" STR_FMT "\" has itself become part of \"" STR_FMT
				    "\"; name that one, so that readers need not follow"),
				  STR_ARG(heir->common.code), STR_ARG(heir->merged_into.code));
}

static void inspect_parent(const struct unit *x, struct inspection *i)
{
	const struct unit *above = unit_at(i, &x->parent);

	if (above && unit_is_dissolved(above, i->today) && !unit_is_dissolved(x, i->today))
		inspection_report(i, x->parent.pos, &parent_rule,
				  _("\"" STR_FMT "\" existed until " STR_FMT
				    " only; name the unit that stands above this one now"),
				  STR_ARG(above->common.code),
				  STR_ARG(date_short(i->scratch, above->to)));
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter_or_digit(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z');
}

static bool is_facility_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (!is_letter_or_digit(s.p[i]))
			return false;
	}
	return s.n == FACILITY_CODE;
}

/* H08, H08.17, H08.17.23, H08.17.23.001 */
static bool is_id_code(struct str s)
{
	size_t groups = 0;

	if (!s.n || s.p[0] < 'A' || s.p[0] > 'Z')
		return false;
	s = str_from(s, 1);
	for (bool more = true; more; groups++) {
		struct str rest, group = str_cut(s, '.', &rest);

		for (size_t i = 0; i < group.n; i++) {
			if (!is_digit(group.p[i]))
				return false;
		}
		if (group.n < 2 || group.n > 3)
			return false;
		more = group.n < s.n;
		s = rest;
	}
	return groups <= ID_GROUPS_MAX;
}

static void inspect_codes(const struct unit *x, struct inspection *i)
{
	if (x->facility_code.n && !is_facility_code(x->facility_code))
		inspection_report(i, inspection_place(i, "ma_co_so_kcb"), &facility_rule,
				  _("\"" STR_FMT
				    "\" is no code of a place of medical care; it has "
				    "%d digits or capitals, like 01234"),
				  STR_ARG(x->facility_code), FACILITY_CODE);
	if (x->id_code.n && !is_id_code(x->id_code))
		inspection_report(i, inspection_place(i, "ma_dinh_danh"), &id_rule,
				  _("\"" STR_FMT
				    "\" is no electronic code; it is a capital with "
				    "groups of two or three digits, like H08.17.23"),
				  STR_ARG(x->id_code));
}

/* Old content keeps the name of the unit that wrote it; new content cannot be its. */
static void inspect_later(const struct unit *x, struct inspection *i)
{
	for (size_t n = 0; n < i->n_backlinks; n++) {
		const struct record *from = &i->backlinks[n];
		const struct common *c = from->data;

		if (from->kind == &unit_kind || !date_is_set(x->to) ||
		    !str_eq(c->unit.code, x->common.code) || !date_is_set(c->published) ||
		    date_days(c->published) <= date_days(x->to))
			continue;
		inspection_report(i, inspection_place(i, "den_ngay"), &later_rule,
				  _("the %s \"" STR_FMT
				    "\" is of a later day, but names this unit in \"don_vi\"; "
				    "name the unit that does this work now"),
				  from->kind->code, STR_ARG(c->code));
	}
}

static void inspect_unit(const void *data, struct inspection *i)
{
	inspect_merger(data, i);
	inspect_parent(data, i);
	inspect_codes(data, i);
	inspect_later(data, i);
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
	struct value *below = value_list(a), *merged = value_list(a);

	for (size_t i = 0; i < c->n_backlinks; i++) {
		const struct unit *other = c->backlinks[i].data;

		if (str_eq(other->parent.code, x->common.code))
			value_push(a, below, c->backlinks[i].view);
		if (str_eq(other->merged_into.code, x->common.code))
			value_push(a, merged, c->backlinks[i].view);
	}
	value_set(a, view, STR("don_vi_truc_thuoc"), below);
	value_set(a, view, STR("don_vi_sap_nhap"), merged);
	/* nguon_cap is what all pages call the feeds of this site. */
	value_set(a, view, STR("nguon_cap_don_vi"),
		  x->feed.n ? value_string(a, x->feed) : value_null(a));
}

bool unit_is_leadership(const struct unit *x)
{
	return x->type == UNIT_DIRECTORS || x->type == UNIT_COMMITTEE;
}

const struct kind unit_kind = {
	.code = "don-vi",
	.name = "Đơn vị",
	.describe = describe_unit,
	.schema = &unit_schema,
	.has_list = true,
	.has_backlinks = true,
	.takes_backlink = takes_backlink,
	.in_tree = true,
	.title = unit_title,
	.order = unit_order,
	.check = check_unit,
	.rules = unit_rules,
	.n_rules = COUNT(unit_rules),
	.inspect = inspect_unit,
	.parent = unit_parent,
	.derive = derive_unit,
};
