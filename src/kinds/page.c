#include "kinds/page.h"

static const struct field page_fields[] = {
	{.key = "thu_tu",
	 .type = FIELD_INT,
	 .offset = offsetof(struct plain_page, order),
	 .min = 0,
	 .max = 1000000,
	 .label = "Thứ tự",
	 .about = N_("Its place in lists; without one it follows in alphabetical order."),
	 .example = "1"},
	{0},
};

static const char *const page_required[] = {"tieu_de", "tom_tat",    "ngay_dang",
					    "don_vi",  "trang_thai", NULL};

static const struct schema page_schema = {
	.name = N_("a plain page"),
	.size = sizeof(struct plain_page),
	.fields = page_fields,
	.parent = &common_schema,
	.required = page_required,
};

static int64_t page_order(const void *data)
{
	const struct plain_page *x = data;

	return x->order;
}

const struct kind page_kind = {
	.code = "trang",
	.name = "Trang",
	.schema = &page_schema,
	.has_body = true,
	.needs_approver = true,
	.in_tree = true,
	.order = page_order,
};
