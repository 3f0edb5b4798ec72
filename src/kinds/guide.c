#include "kinds/guide.h"
#include "kinds/linked.h"

#include "text/html.h"
#include "viet/fold.h"

enum {
	STEPS_MIN = 2,  /* fewer are no way */
	STEPS_MAX = 12, /* more are two guides */
	WORDS_MAX = 80, /* of a step: what is read while doing it */
};

static const struct rule count_rule = {"HG-01", DIAG_ADVICE,
				       N_("A guide has two to twelve steps.")};
static const struct rule login_rule = {
	"HG-02", DIAG_WARNING,
	N_("Who is sent to the Cổng Dịch vụ công is told that one logs in there with VNeID.")};
static const struct rule long_rule = {"HG-03", DIAG_ADVICE, N_("A step has at most 80 words.")};
static const struct rule number_rule = {
	"HG-04", DIAG_ADVICE, N_("The name of a step has no number: steps are counted.")};
static const struct rule alt_rule = {"HG-05", DIAG_WARNING,
				     N_("A description belongs to a picture.")};
static const struct rule review_rule = {"HG-06", DIAG_WARNING,
					N_("A guide is looked at again within a year.")};

static const struct rule *const guide_rules[] = {
	&count_rule, &login_rule, &long_rule, &number_rule, &alt_rule, &review_rule,
};

static const struct field step_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct guide_step, name),
	 .label = "Tên bước",
	 .about = N_("What to do, in a few words and without a number."),
	 .example = "\"Mở ứng dụng VNeID\""},
	{.key = "noi_dung",
	 .type = FIELD_MARKDOWN,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct guide_step, text),
	 .label = "Cách làm",
	 .about = N_("How to do it, and what one sees then.")},
	{.key = "anh",
	 .type = FIELD_REF,
	 .ref_kind = "media",
	 .offset = offsetof(struct guide_step, picture),
	 .label = "Ảnh",
	 .about = N_("The code of a picture of this step.")},
	{.key = "alt",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct guide_step, alt),
	 .label = "Mô tả ảnh",
	 .about = N_("What the picture shows here, when the picture's own description does not "
		     "say it.")},
	{.key = "luu_y",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct guide_step, note),
	 .label = "Lưu ý",
	 .about = N_("What goes wrong easily in this step.")},
	{.key = "thoi_gian",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct guide_step, time),
	 .label = "Thời gian",
	 .about = N_("How long it takes."),
	 .example = "\"2 phút\""},
	{0},
};

static const struct schema step_schema = {
	.name = N_("a step of a guide"),
	.size = sizeof(struct guide_step),
	.fields = step_fields,
};

static const struct field guide_fields[] = {
	{.key = "chuan_bi",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct guide, needs),
	 .label = "Cần chuẩn bị",
	 .about = N_("What to have at hand before the first step."),
	 .example = "\"Điện thoại có kết nối mạng\""},
	{.key = "buoc",
	 .type = FIELD_MAP,
	 .map = &step_schema,
	 .flags = FIELD_MANY | FIELD_REQUIRED,
	 .offset = offsetof(struct guide, steps),
	 .label = "Các bước",
	 .about = N_("The steps, in their order.")},
	{.key = "thoi_gian",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct guide, time),
	 .label = "Tổng thời gian",
	 .about = N_("How long it takes."),
	 .example = "\"Khoảng 5 phút\""},
	{.key = "thu_tuc",
	 .type = FIELD_REF,
	 .ref_kind = "thu-tuc",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct guide, procedures),
	 .label = "Thủ tục liên quan",
	 .about = N_("Codes of the procedures that it leads through; their pages show it.")},
	{.key = "van_ban",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct guide, documents),
	 .label = "Văn bản liên quan",
	 .about = N_("Codes of the legal documents that it speaks of.")},
	{.key = "noi_ho_tro",
	 .type = FIELD_REF,
	 .ref_kind = "lien-he",
	 .offset = offsetof(struct guide, help),
	 .label = "Nơi hỗ trợ",
	 .about = N_("The code of the contact to ask when it does not work.")},
	{0},
};

static const char *const guide_required[] = {
	"tieu_de",    "tom_tat",      "ngay_dang",     "don_vi",
	"trang_thai", "ngay_ra_soat", "ra_soat_truoc", NULL,
};

static const struct schema guide_schema = {
	.name = N_("a guide"),
	.size = sizeof(struct guide),
	.fields = guide_fields,
	.parent = &common_schema,
	.required = guide_required,
};

static bool check_guide(const void *data, const struct value *v, struct date today,
			struct diag *d)
{
	const struct common *c = data;

	(void)today;
	if (date_cmp(c->review_by, c->reviewed) < 0)
		return diag_error(d, place_of_field(v, "ra_soat_truoc"),
				  _("\"ra_soat_truoc\" lies before \"ngay_ra_soat\""));
	return true;
}

static void inspect_count(const struct guide *x, struct inspection *i)
{
	if (x->steps.n < STEPS_MIN || x->steps.n > STEPS_MAX)
		inspection_report(
			i, inspection_place(i, "buoc"), &count_rule,
			_("the number of steps is %zu; %d to %d can be followed, more are "
			  "better told in two guides"),
			x->steps.n, STEPS_MIN, STEPS_MAX);
}

static void add_text(struct buf *all, struct str text)
{
	buf_add(all, text);
	buf_byte(all, '\n');
}

/* All that it says, in small letters. */
static struct str all_text(const struct guide *x, struct inspection *i)
{
	struct buf all = {.arena = i->scratch};

	add_text(&all, x->common.summary);
	for (size_t n = 0; n < x->needs.n; n++)
		add_text(&all, *LIST_ITEM(x->needs, struct str, n));
	for (size_t n = 0; n < x->steps.n; n++) {
		const struct guide_step *step = LIST_ITEM(x->steps, struct guide_step, n);

		add_text(&all, step->name);
		add_text(&all, step->text.text);
		add_text(&all, step->note.text);
	}
	add_text(&all, inspection_html(i));
	return viet_lower(i->scratch, buf_str(&all));
}

static bool holds(struct str text, const char *words)
{
	return str_holds(text, str_of(words));
}

static void inspect_login(const struct guide *x, struct inspection *i)
{
	struct str text = all_text(x, i);

	if (!holds(text, "cổng dịch vụ công") && !holds(text, "dichvucong.gov.vn"))
		return;
	if (!holds(text, "vneid") && !holds(text, "định danh điện tử"))
		inspection_report(
			i, inspection_place(i, "buoc"), &login_rule,
			_("say that one logs in to the Cổng Dịch vụ công only with an "
			  "account of VNeID (định danh điện tử)"));
}

/* "Bước 1: ...", and not "Bước vào ..." */
static bool is_numbered(struct arena *a, struct str name)
{
	const struct str word = STR("buoc ");
	struct str folded = viet_fold(a, name);
	struct str rest = str_from(folded, word.n);

	return str_starts(folded, word) && rest.n && rest.p[0] >= '0' && rest.p[0] <= '9';
}

static void inspect_step(const struct guide_step *step, size_t number, struct inspection *i)
{
	size_t words = html_count_words(step->text.text);

	if (words > WORDS_MAX)
		inspection_report(
			i, step->text.pos, &long_rule,
			_("step %zu has %zu words; at most %d are read while doing it"), number,
			words, WORDS_MAX);
	if (is_numbered(i->scratch, step->name))
		inspection_report(i, step->text.pos, &number_rule,
				  _("steps are counted by themselves; leave the number out of "
				    "\"" STR_FMT "\""),
				  STR_ARG(step->name));
	if (step->alt.n && !step->picture.code.n)
		inspection_report(i, step->text.pos, &alt_rule,
				  _("step %zu describes a picture (alt) but names none (anh)"),
				  number);
}

static void inspect_review(const struct guide *x, struct inspection *i)
{
	struct date latest = x->common.reviewed;

	latest.year++;
	if (date_cmp(x->common.review_by, latest) > 0)
		inspection_report(
			i, inspection_place(i, "ra_soat_truoc"), &review_rule,
			_("screens and addresses change; have a guide looked at again within "
			  "a year"));
}

static void inspect_guide(const void *data, struct inspection *i)
{
	const struct guide *x = data;

	inspect_count(x, i);
	inspect_login(x, i);
	for (size_t n = 0; n < x->steps.n; n++)
		inspect_step(LIST_ITEM(x->steps, struct guide_step, n), n + 1, i);
	inspect_review(x, i);
}

static void card_of_guide(struct arena *a, const void *data, const struct derive_context *c,
			  struct value *view)
{
	const struct guide *x = data;

	(void)c;
	value_set(a, view, STR("so_buoc"), value_int(a, (int64_t)x->steps.n));
}

/* Each step with its number. */
static const struct value *numbered(struct arena *a, const struct value *steps)
{
	struct value *list = value_list(a);

	for (uint32_t i = 0; i < steps->n; i++) {
		const struct value *step = steps->entries[i].value;
		struct value *v = value_map(a);

		value_set(a, v, STR("so"), value_int(a, i + 1));
		value_set(a, v, STR("mo_ta_anh"), value_get(step, STR("alt")));
		for (uint32_t k = 0; k < step->n; k++)
			value_set(a, v, step->entries[k].key, step->entries[k].value);
		value_push(a, list, v);
	}
	return list;
}

static void derive_guide(struct arena *a, const void *data, const struct derive_context *c,
			 struct value *view)
{
	const struct value *steps = value_get(view, STR("buoc"));

	card_of_guide(a, data, c, view);
	value_set(a, view, STR("buoc"), numbered(a, steps));
}

static int64_t guide_order(const void *data)
{
	(void)data;
	return -1;
}

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc",
	.name = "Nội dung cải cách",
	.path = "theo-noi-dung/",
	.terms = terms_of_fields,
};

static const struct taxonomy_def *const guide_taxonomies[] = {&field_taxonomy,
							      &keyword_taxonomy};

const struct kind guide_kind = {
	.code = "huong-dan",
	.name = "Hướng dẫn từng bước",
	.search_percent = 105,
	.describe = describe_guide,
	.schema = &guide_schema,
	.has_body = true,
	.has_list = true,
	.in_tree = true,
	.needs_approver = true,
	.order = guide_order,
	.check = check_guide,
	.rules = guide_rules,
	.n_rules = COUNT(guide_rules),
	.inspect = inspect_guide,
	.card = card_of_guide,
	.derive = derive_guide,
	.taxonomies = guide_taxonomies,
	.n_taxonomies = COUNT(guide_taxonomies),
};
