#include "kinds/journey.h"

#include "kinds/procedure.h"

static const struct field link_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct journey_link, name),
	 .label = "Tên",
	 .about = N_("What the reader finds there."),
	 .example = "\"Liên thông khai sinh trên Cổng Dịch vụ công quốc gia\""},
	{.key = "url",
	 .type = FIELD_URL,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct journey_link, url),
	 .label = "Địa chỉ",
	 .about = N_("Its address."),
	 .example = "\"https://dichvucong.gov.vn\""},
	{0},
};

static const struct schema link_schema = {
	.name = N_("a link of a step"),
	.size = sizeof(struct journey_link),
	.fields = link_fields,
};

static const struct field step_fields[] = {
	{.key = "ten",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct journey_step, name),
	 .label = "Tên bước",
	 .about = N_("What is done, in a few words and without a number."),
	 .example = "\"Nhận giấy chứng sinh trước khi ra viện\""},
	{.key = "mo_ta",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct journey_step, text),
	 .label = "Mô tả",
	 .about = N_("What to know of the step, in one sentence.")},
	{.key = "thu_tuc",
	 .type = FIELD_REF,
	 .ref_kind = "thu-tuc",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct journey_step, procedures),
	 .label = "Thủ tục",
	 .about = N_("Codes of the procedures of this step; their pages show the journey.")},
	{.key = "lien_ket",
	 .type = FIELD_MAP,
	 .map = &link_schema,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct journey_step, links),
	 .label = "Liên kết",
	 .about = N_("Where the step is done elsewhere.")},
	{0},
};

static const struct schema step_schema = {
	.name = N_("a step of a journey"),
	.size = sizeof(struct journey_step),
	.fields = step_fields,
};

static const struct field journey_fields[] = {
	{.key = "su_kien",
	 .type = FIELD_CHOICE,
	 .choices = procedure_life_events,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct journey, event),
	 .label = "Sự kiện",
	 .about = N_("The event in life whose steps these are."),
	 .example = "\"sinh-con\""},
	{.key = "buoc",
	 .type = FIELD_MAP,
	 .map = &step_schema,
	 .flags = FIELD_REQUIRED | FIELD_MANY,
	 .offset = offsetof(struct journey, steps),
	 .min = 2,
	 .max = JOURNEY_STEPS_MAX,
	 .label = "Các bước",
	 .about = N_("The steps, in their order.")},
	{0},
};

static const char *const journey_required[] = {"tieu_de", "trang_thai", NULL};

static const struct schema journey_schema = {
	.name = N_("a journey through an event in life"),
	.size = sizeof(struct journey),
	.fields = journey_fields,
	.parent = &common_schema,
	.required = journey_required,
};

const struct kind journey_kind = {
	.code = "hanh-trinh",
	.name = "Hành trình",
	.schema = &journey_schema,
	.no_page = true,
};
