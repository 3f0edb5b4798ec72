#include "kinds/translation.h"

const struct rule translation_no_page = {
	"TA-01", DIAG_WARNING, N_("What is to have an English page is named in English.")};
const struct rule translation_no_english = {"TA-02", DIAG_WARNING,
					    N_("All that an English page says is translated.")};
const struct rule translation_changed = {
	"TA-03", DIAG_WARNING, N_("A translation is of the Vietnamese as it stands.")};
const struct rule translation_no_original = {
	"TA-04", DIAG_WARNING, N_("What is translated is still said in Vietnamese.")};

static const struct rule *const translation_rules[TRANSLATION_RULES] = {
	&translation_no_page, &translation_no_english, &translation_changed,
	&translation_no_original};

static const struct field pair_fields[] = {
	{.key = "vi",
	 .type = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_VERBATIM | FIELD_UNSOUGHT,
	 .offset = offsetof(struct translation_pair, vietnamese),
	 .label = "Tiếng Việt",
	 .about = N_("The text, copied from the record or from site.yaml as it stands there."),
	 .example = "\"Trong buổi làm việc\""},
	{.key = "en",
	 .type = FIELD_TEXT,
	 .flags = FIELD_EXPECTED | FIELD_VERBATIM | FIELD_UNSOUGHT,
	 .offset = offsetof(struct translation_pair, english),
	 .label = "Tiếng Anh",
	 .about = N_("The same in English; nothing: it is still to be translated."),
	 .example = "\"Within the same morning or afternoon\""},
	{0},
};

static const struct schema pair_schema = {
	.name = N_("a text and its translation"),
	.size = sizeof(struct translation_pair),
	.fields = pair_fields,
};

static const struct field translation_fields[] = {
	{.key = "dich",
	 .type = FIELD_MAP,
	 .map = &pair_schema,
	 .flags = FIELD_REQUIRED | FIELD_MANY,
	 .offset = offsetof(struct translation, pairs),
	 .min = 1,
	 .max = TRANSLATION_PAIRS_MAX,
	 .label = "Các câu đã dịch",
	 .about = N_("The texts with their translations; each text once on the whole site.")},
	{0},
};

static const char *const translation_required[] = {"tieu_de", "trang_thai", NULL};

static const struct schema translation_schema = {
	.name = N_("a translation"),
	.size = sizeof(struct translation),
	.fields = translation_fields,
	.parent = &common_schema,
	.required = translation_required,
};

const struct kind translation_kind = {
	.code = "ban-dich",
	.name = "Bản dịch tiếng Anh",
	.schema = &translation_schema,
	.no_page = true,
	.needs_approver = true,
	.rules = translation_rules,
	.n_rules = TRANSLATION_RULES,
};
