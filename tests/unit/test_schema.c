#include "unit.h"

#include "data/schema.h"
#include "reports.h"

/* A kind as they come: common fields, a child with its own, maps inside. */

struct correction {
	struct date day;
	struct str what;
	int64_t count;
};

struct hours {
	struct str from, to;
};

struct page {
	struct str code, title;
	struct date published;
	int state;
	struct list fields; /* of int */
	struct list keywords;
	struct list corrections; /* of struct correction */
	struct list old_paths;
	struct ref unit;
};

struct article {
	struct page page;
	struct str summary, body;
	struct date event, meeting;
	bool featured;
	int64_t order, free;
	int genre;
	struct str link, image;
	struct hours *hours;
	struct list refs, days, flags, numbers;
	struct list few;
};

static const struct choice states[] = {
	{"nhap", "Bản nháp"}, {"cho-duyet", "Chờ duyệt"}, {"da-duyet", "Đã duyệt"}, {0}};
static const struct choice topics[] = {{"the-che", "Cải cách thể chế"},
				       {"tthc", "Cải cách thủ tục hành chính"},
				       {"bo-may", "Cải cách tổ chức bộ máy"},
				       {0}};
static const struct choice genres[] = {
	{"tin", "Tin vắn"}, {"bai", "Bài viết"}, {"phong-su", "Phóng sự"}, {0}};

static const struct field correction_fields[] = {
	{.key = "ngay",
	 .type = FIELD_DATE,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct correction, day),
	 .label = "Ngày"},
	{.key = "noi_dung",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct correction, what),
	 .label = "Nội dung",
	 .example = "\"Sửa số điện thoại\""},
	{.key = "so", .type = FIELD_INT, .offset = offsetof(struct correction, count)},
	{0},
};
static const struct schema correction_schema = {
	.name = "a correction", .size = sizeof(struct correction), .fields = correction_fields};

static const struct field hours_fields[] = {
	{.key = "tu",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct hours, from),
	 .label = "Từ",
	 .example = "\"7:30\""},
	{.key = "den",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct hours, to),
	 .label = "Đến"},
	{0},
};
static const struct schema hours_schema = {
	.name = "opening hours", .size = sizeof(struct hours), .fields = hours_fields};

#define PAGE(member) offsetof(struct page, member)
#define ARTICLE(member) offsetof(struct article, member)

static const struct field page_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .offset = PAGE(code),
	 .label = "Mã",
	 .about = "Names the page for ever.",
	 .example = "tin-moi"},
	{.key = "tieu_de",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = PAGE(title),
	 .label = "Tiêu đề",
	 .max = 20},
	{.key = "ngay_dang",
	 .type = FIELD_DATE,
	 .offset = PAGE(published),
	 .label = "Ngày đăng"},
	{.key = "trang_thai",
	 .type = FIELD_CHOICE,
	 .offset = PAGE(state),
	 .label = "Trạng thái",
	 .choices = states},
	{.key = "linh_vuc",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_MANY,
	 .offset = PAGE(fields),
	 .label = "Nội dung cải cách",
	 .choices = topics,
	 .min = 1,
	 .max = 2},
	{.key = "tu_khoa",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = PAGE(keywords),
	 .label = "Từ khóa"},
	{.key = "dinh_chinh",
	 .type = FIELD_MAP,
	 .flags = FIELD_MANY,
	 .offset = PAGE(corrections),
	 .label = "Đính chính",
	 .map = &correction_schema},
	{.key = "duong_dan_cu",
	 .type = FIELD_PATH,
	 .flags = FIELD_MANY | FIELD_HIDDEN,
	 .offset = PAGE(old_paths),
	 .label = "Đường dẫn cũ"},
	{.key = "don_vi",
	 .type = FIELD_REF,
	 .offset = PAGE(unit),
	 .label = "Đơn vị",
	 .ref_kind = "don-vi"},
	{0},
};
static const struct schema page_schema = {
	.name = "a page", .size = sizeof(struct page), .fields = page_fields};

static const struct field article_fields[] = {
	{.key = "tieu_de",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = PAGE(title),
	 .label = "Tiêu đề",
	 .about = "What the article is called.",
	 .max = 30},
	{.key = "tom_tat",
	 .type = FIELD_STRING,
	 .offset = ARTICLE(summary),
	 .label = "Tóm tắt",
	 .min = 5,
	 .max = 10},
	{.key = "noi_dung", .type = FIELD_TEXT, .offset = ARTICLE(body)},
	{.key = "ngay_su_kien",
	 .type = FIELD_EDTF,
	 .offset = ARTICLE(event),
	 .label = "Ngày diễn ra"},
	{.key = "gio_hop",
	 .type = FIELD_DATETIME,
	 .offset = ARTICLE(meeting),
	 .label = "Giờ họp"},
	{.key = "noi_bat", .type = FIELD_BOOL, .offset = ARTICLE(featured), .label = "Nổi bật"},
	{.key = "thu_tu",
	 .type = FIELD_INT,
	 .offset = ARTICLE(order),
	 .label = "Thứ tự",
	 .min = 0,
	 .max = 99},
	{.key = "so", .type = FIELD_INT, .offset = ARTICLE(free), .label = "Số"},
	{.key = "the_loai",
	 .type = FIELD_CHOICE,
	 .offset = ARTICLE(genre),
	 .label = "Thể loại",
	 .choices = genres},
	{.key = "nguon", .type = FIELD_URL, .offset = ARTICLE(link), .label = "Nguồn"},
	{.key = "anh", .type = FIELD_PATH, .offset = ARTICLE(image), .label = "Ảnh"},
	{.key = "gio_mo_cua",
	 .type = FIELD_MAP,
	 .offset = ARTICLE(hours),
	 .label = "Giờ mở cửa",
	 .map = &hours_schema},
	{.key = "can_cu",
	 .type = FIELD_REF,
	 .flags = FIELD_MANY,
	 .offset = ARTICLE(refs),
	 .label = "Căn cứ",
	 .ref_kind = "van-ban"},
	{.key = "cac_ngay", .type = FIELD_DATE, .flags = FIELD_MANY, .offset = ARTICLE(days)},
	{.key = "cac_dau", .type = FIELD_BOOL, .flags = FIELD_MANY, .offset = ARTICLE(flags)},
	{.key = "cac_so", .type = FIELD_INT, .flags = FIELD_MANY, .offset = ARTICLE(numbers)},
	{.key = "it_nhat_hai",
	 .type = FIELD_STRING,
	 .flags = FIELD_MANY,
	 .offset = ARTICLE(few),
	 .min = 2},
	{0},
};
static const char *const article_required[] = {"linh_vuc", NULL};
static const struct schema article_schema = {.name = "an article",
					     .size = sizeof(struct article),
					     .fields = article_fields,
					     .parent = &page_schema,
					     .required = article_required};

/* Money, lists that a word may stand for, and names without a record. */

struct service {
	int64_t price;
	struct list prices, fees, terms;
	bool no_fee, no_terms;
	struct ref agency;
	struct list agencies;
};

static const struct field service_fields[] = {
	{.key = "gia",
	 .type = FIELD_MONEY,
	 .offset = offsetof(struct service, price),
	 .label = "Giá"},
	{.key = "cac_gia",
	 .type = FIELD_MONEY,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct service, prices)},
	{.key = "le_phi",
	 .type = FIELD_MAP,
	 .flags = FIELD_MANY | FIELD_EXPECTED,
	 .offset = offsetof(struct service, fees),
	 .map = &hours_schema,
	 .word = "khong-thu",
	 .word_offset = offsetof(struct service, no_fee)},
	{.key = "dieu_kien",
	 .type = FIELD_TEXT,
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct service, terms),
	 .word = "khong",
	 .word_offset = offsetof(struct service, no_terms)},
	{.key = "co_quan",
	 .type = FIELD_REF,
	 .flags = FIELD_OR_NAME,
	 .offset = offsetof(struct service, agency),
	 .label = "Cơ quan",
	 .ref_kind = "don-vi"},
	{.key = "cac_co_quan",
	 .type = FIELD_REF,
	 .flags = FIELD_OR_NAME | FIELD_MANY,
	 .offset = offsetof(struct service, agencies),
	 .ref_kind = "don-vi"},
	{0},
};
static const struct schema service_schema = {
	.name = "a service", .size = sizeof(struct service), .fields = service_fields};

static struct arena arena;
static struct diag diag;
static struct service service;
static struct article article;

static const struct value *yaml(const char *text)
{
	const struct value *v;

	diag = (struct diag){.arena = &arena};
	v = value_from_yaml(&arena, (struct pos){.line = 1, .col = 1}, str_of(text),
			    YAML_FILE_MAX, &diag);
	if (!v)
		print_error("no YAML: " STR_FMT "\n", STR_ARG(diag.first->text));
	assert_non_null(v);
	return v;
}

static bool load(const struct schema *s, const char *text, void *out)
{
	const struct value *v = yaml(text);

	memset(out, 0, s->size);
	return schema_load(&arena, s, v, out, &diag);
}

static void assert_reports(bool good, bool wanted, const char *lines, const char *file,
			   int line)
{
	unit_assert_str(reports_of(&arena, &diag), lines, file, line);
	if (good != wanted)
		_fail(file, line);
}

/* The lines of an article that has what it needs, and text; and what is said of text,
 * which begins in line 4. */
static bool load_article(const char *text)
{
	return load(&article_schema,
		    str_fmt(&arena, "ma: a\ntieu_de: b\nlinh_vuc: tthc\n%s", text).p, &article);
}

#define assert_article(text) assert_reports(load_article(text), true, "", __FILE__, __LINE__)
#define assert_warned(text, lines) \
	assert_reports(load_article(text), true, (lines), __FILE__, __LINE__)
#define assert_refused(text, lines) \
	assert_reports(load_article(text), false, (lines), __FILE__, __LINE__)
#define assert_whole_refused(text, lines)                                                 \
	assert_reports(load(&article_schema, (text), &article), false, (lines), __FILE__, \
		       __LINE__)

/* Loading */

static void every_type_fills_its_member(void **state)
{
	(void)state;
	assert_article("noi_dung: |\n  Một\n  Hai\ntom_tat: Tóm tắt\nngay_dang: 2025-03-28\n"
		       "ngay_su_kien: 2025-03-XX\ngio_hop: 2025-03-28T14:30\nnoi_bat: true\n"
		       "thu_tu: 7\nso: -12\nthe_loai: phong-su\nnguon: https://x.vn/a\n"
		       "anh: anh/khoa-nhi.jpg\ngio_mo_cua:\n  tu: \"7:30\"\n  den: 17\n"
		       "don_vi: khoa-nhi\ntrang_thai: cho-duyet\n");
	assert_str(article.page.code, "a");
	assert_str(article.page.title, "b");
	assert_str(article.body, "Một\nHai");
	assert_str(article.summary, "Tóm tắt");
	assert_str(date_iso(&arena, article.page.published), "2025-03-28");
	assert_str(date_iso(&arena, article.event), "2025-03-XX");
	assert_str(date_iso(&arena, article.meeting), "2025-03-28T14:30");
	assert_true(article.featured);
	assert_int_equal(article.order, 7);
	assert_int_equal(article.free, -12);
	assert_int_equal(article.genre, 2);
	assert_str(article.link, "https://x.vn/a");
	assert_str(article.image, "anh/khoa-nhi.jpg");
	assert_str(article.hours->from, "7:30");
	assert_str(article.hours->to, "17");
	assert_str(article.page.unit.code, "khoa-nhi");
	assert_int_equal(article.page.unit.pos.line, 20);
	assert_int_equal(article.page.unit.pos.col, 9);
	assert_int_equal(article.page.state, 1);
}

static void what_is_absent_or_null_is_empty(void **state)
{
	(void)state;
	assert_article(
		"noi_bat:\nthu_tu: ~\nthe_loai: null\ngio_mo_cua:\nngay_dang:\ntu_khoa: []\n");
	assert_int_equal(article.order, -1);
	assert_int_equal(article.free, -1);
	assert_int_equal(article.genre, -1);
	assert_int_equal(article.page.state, -1);
	assert_false(article.featured);
	assert_false(date_is_set(article.page.published));
	assert_null(article.hours);
	assert_int_equal(article.page.keywords.n, 0);
	assert_int_equal(article.summary.n, 0);
}

static void a_list_is_an_array_of_its_items(void **state)
{
	(void)state;
	assert_article(
		"tu_khoa: [một, 2, \"ba\"]\ncan_cu:\n  - a\n  - b-2\ncac_ngay: [2025-01-02]\n"
		"cac_dau: [true, false]\ncac_so: [5, -1]\n"
		"dinh_chinh:\n  - ngay: 2025-01-01\n  - ngay: 2025-01-02\n    so: 3\n");
	assert_int_equal(article.page.keywords.n, 3);
	assert_str(*LIST_ITEM(article.page.keywords, struct str, 0), "một");
	assert_str(*LIST_ITEM(article.page.keywords, struct str, 1), "2");
	assert_str(*LIST_ITEM(article.page.keywords, struct str, 2), "ba");
	assert_int_equal(article.refs.n, 2);
	assert_str(LIST_ITEM(article.refs, struct ref, 1)->code, "b-2");
	assert_int_equal(LIST_ITEM(article.refs, struct ref, 1)->pos.line, 7);
	assert_int_equal(LIST_ITEM(article.days, struct date, 0)->day, 2);
	assert_true(*LIST_ITEM(article.flags, bool, 0));
	assert_int_equal(*LIST_ITEM(article.numbers, int64_t, 1), -1);
	assert_int_equal(article.page.corrections.n, 2);
	assert_int_equal(LIST_ITEM(article.page.corrections, struct correction, 0)->count, -1);
	assert_int_equal(LIST_ITEM(article.page.corrections, struct correction, 1)->count, 3);
	assert_int_equal(LIST_ITEM(article.page.corrections, struct correction, 1)->day.day, 2);
	assert_int_equal(*LIST_ITEM(article.page.fields, int, 0), 1);
}

static void a_single_value_is_a_list_of_one(void **state)
{
	(void)state;
	assert_article("tu_khoa: một\ndinh_chinh:\n  ngay: 2025-01-01\n");
	assert_int_equal(article.page.keywords.n, 1);
	assert_str(*LIST_ITEM(article.page.keywords, struct str, 0), "một");
	assert_int_equal(article.page.corrections.n, 1);
	assert_int_equal(LIST_ITEM(article.page.corrections, struct correction, 0)->day.day, 1);
}

static void text_is_trimmed_and_a_number_is_text_as_written(void **state)
{
	(void)state;
	assert_article("tom_tat: \"  001234  \"\nnoi_dung: 001\nthu_tu: \" 12 \"\n"
		       "ngay_dang: \"2025-03-28\"\nnoi_bat: \"True\"\n");
	assert_str(article.summary, "001234");
	assert_str(article.body, "001");
	assert_int_equal(article.order, 12);
	assert_int_equal(article.page.published.day, 28);
	assert_true(article.featured);
}

static void keys_match_without_case_marks_and_dashes(void **state)
{
	(void)state;
	assert_true(load(
		&article_schema,
		"Mã: a\nTiêu Đề: b\nLĨNH-VỰC: tthc\nTÓM_TẮT: sáu chữ\nNgày đăng: 2025-03-28\n",
		&article));
	assert_str(article.page.title, "b");
	assert_str(article.summary, "sáu chữ");
	assert_int_equal(article.page.published.month, 3);
}

static void the_value_may_go_once_it_is_loaded(void **state)
{
	struct arena gone = {0};
	const struct value *v;

	(void)state;
	diag = (struct diag){.arena = &arena};
	memset(&article, 0, sizeof(article));
	v = value_from_yaml(&gone, (struct pos){.line = 1, .col = 1},
			    STR("ma: a\ntieu_de: Chữ\nlinh_vuc: tthc\ntu_khoa: [x]\n"
				"don_vi: y\ngio_mo_cua: {tu: z}"),
			    1000, &diag);
	assert_true(schema_load(&arena, &article_schema, v, &article, &diag));
	arena_free(&gone);
	assert_str(article.page.title, "Chữ");
	assert_str(*LIST_ITEM(article.page.keywords, struct str, 0), "x");
	assert_str(article.page.unit.code, "y");
	assert_str(article.hours->from, "z");
}

static void a_field_of_the_child_stands_in_the_place_of_its_parents(void **state)
{
	(void)state;
	assert_true(load(&article_schema,
			 "ma: a\nlinh_vuc: tthc\ntieu_de: aaaaaaaaaaaaaaaaaaaaaaaaa\n",
			 &article));
	assert_str(reports_of(&arena, &diag), "");
	assert_ptr_equal(schema_field(&article_schema, "tieu_de"), &article_fields[0]);
	assert_ptr_equal(schema_field(&article_schema, "ma"), &page_fields[0]);
	assert_null(schema_field(&article_schema, "khong_co"));
}

static void a_schema_may_require_fields_of_its_parent(void **state)
{
	(void)state;
	assert_true(
		schema_requires(&article_schema, schema_field(&article_schema, "linh_vuc")));
	assert_false(schema_requires(&page_schema, schema_field(&page_schema, "linh_vuc")));
	assert_true(schema_requires(&article_schema, schema_field(&article_schema, "ma")));
	assert_false(schema_requires(&article_schema, schema_field(&article_schema, "so")));
}

/* Mistakes with keys */

static void a_missing_field_is_told_at_the_line_of_its_mapping(void **state)
{
	(void)state;
	assert_whole_refused("\nma: a\nlinh_vuc: tthc\n",
			     "2: an article needs \"tieu_de\" (Tiêu đề)");
	assert_whole_refused("", "1: an article needs \"ma\" (Mã)\n"
				 "1: an article needs \"tieu_de\" (Tiêu đề)\n"
				 "1: an article needs \"linh_vuc\" (Nội dung cải cách)");
	assert_whole_refused("ma: a\nTiêu đề:\nlinh_vuc: []\n",
			     "2:1: an article needs \"tieu_de\" (Tiêu đề)\n"
			     "3:1: an article needs \"linh_vuc\" (Nội dung cải cách)");
	assert_refused("dinh_chinh:\n  - ngay: 2025-01-01\n  - so: 3\n",
		       "6: a correction needs \"ngay\" (Ngày)");
}

static void an_unknown_key_gets_a_suggestion_when_one_is_near(void **state)
{
	(void)state;
	assert_refused("tieu_d: x\n",
		       "4:1: unknown key \"tieu_d\" in an article; did you mean \"tieu_de\"?");
	assert_refused("Tóm tắc: x\n",
		       "4:1: unknown key \"Tóm tắc\" in an article; did you mean \"tom_tat\"?");
	assert_refused("Nội dung cải cách: x\n", "4:1: unknown key \"Nội dung cải cách\" in an "
						 "article; did you mean \"linh_vuc\"?");
	assert_refused("ngay_dnag: 2025-01-01\n",
		       "4:1: unknown key \"ngay_dnag\" in an article; "
		       "did you mean \"ngay_dang\"?");
	assert_refused("mau_sac: đỏ\n", "4:1: unknown key \"mau_sac\" in an article");
	assert_refused("gio_mo_cua:\n  tuw: x\n",
		       "5:3: unknown key \"tuw\" in opening hours; did you mean \"tu\"?");
}

static void unknown_keys_are_named_up_to_a_limit(void **state)
{
	struct buf text = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 20; i++)
		buf_fmt(&text, "zzzzzzzzz%d: 1\n", i);
	buf_byte(&text, '\0');
	assert_false(load_article(text.p));
	assert_int_equal(diag.errors, 20);
	text.n--;
	buf_add(&text, STR("xxxxxxxxx: 1\nyyyyyyyyy: 2\n\0"));
	assert_false(load_article(text.p));
	assert_int_equal(diag.errors, 21);
	assert_str(diag.last->text, "2 more unknown keys in an article");
	assert_int_equal(diag.last->at.line, 1);
}

static void a_key_in_two_spellings_is_written_twice(void **state)
{
	(void)state;
	assert_whole_refused("ma: a\ntieu_de: b\nlinh_vuc: tthc\nTiêu đề: c\n",
			     "4:1: \"Tiêu đề\" is the same key as \"tieu_de\"\n"
			     "note: 2:1: the first one is here");
}

static void what_is_no_mapping_is_refused(void **state)
{
	(void)state;
	assert_whole_refused("xin chào\n", "1: an article is written as lines of the form "
					   "\"key: value\"");
	assert_whole_refused("- ma: a\n", "1: an article is written as lines of the form "
					  "\"key: value\"");
}

static void all_mistakes_are_told_at_once(void **state)
{
	(void)state;
	assert_whole_refused(
		"tieu_de: [a]\nx: 1\nngay_dang: mai\n",
		"2:1: unknown key \"x\" in an article\n"
		"1: an article needs \"ma\" (Mã)\n"
		"1:10: \"tieu_de\" (Tiêu đề) must be one line of text, but a list is "
		"written here\n"
		"3:12: \"ngay_dang\" (Ngày đăng) must be a date like 2025-03-28, not "
		"\"mai\"\n"
		"1: an article needs \"linh_vuc\" (Nội dung cải cách)");
}

/* Mistakes with values */

static void text_is_one_line_and_not_empty(void **state)
{
	(void)state;
	assert_refused("tom_tat: {a: b}\n",
		       "4:10: \"tom_tat\" (Tóm tắt) must be one line of text, "
		       "but a group of fields is written here");
	assert_refused("tom_tat: \"\"\n",
		       "4:10: \"tom_tat\" (Tóm tắt) is empty; write something, "
		       "or delete the line");
	assert_refused("Tóm tắt: \"  \"\n",
		       "4:13: \"Tóm tắt\" is empty; write something, or delete the line");
	assert_refused("noi_dung: \"\"\n",
		       "4:11: \"noi_dung\" is empty; write something, or delete the line");
	assert_refused("tom_tat: |\n  a\n  b\n",
		       "4:10: \"tom_tat\" (Tóm tắt) must be one line of "
		       "text, but has several lines");
	assert_refused("tom_tat: true\n",
		       "4:10: \"tom_tat\" (Tóm tắt) must be text; put \"true\" "
		       "between double quotes");
	assert_refused("noi_dung: [x]\n",
		       "4:11: \"noi_dung\" must be text, but a list is written here");
}

static void the_length_of_text_is_a_warning(void **state)
{
	(void)state;
	assert_article("tom_tat: ếếếếế\n");
	assert_article("tom_tat: ếếếếếếếếếế\n");
	assert_warned("tom_tat: ếếếế\n", "warning: 4:10: \"tom_tat\" (Tóm tắt) should have at "
					 "least 5 characters, not 4");
	assert_warned("tom_tat: ếếếếếếếếếếế\n",
		      "warning: 4:10: \"tom_tat\" (Tóm tắt) should have "
		      "at most 10 characters, not 11");
}

static void a_whole_number_is_digits_within_bounds(void **state)
{
	(void)state;
	assert_article("thu_tu: 0\nso: +007\n");
	assert_int_equal(article.free, 7);
	assert_article("thu_tu: 99\nso: 9223372036854775807\n");
	assert_int_equal(article.free, INT64_MAX);
	assert_article("so: -9223372036854775808\n");
	assert_int_equal(article.free, INT64_MIN);
	assert_refused("thu_tu: -1\n", "4:9: \"thu_tu\" (Thứ tự) must be from 0 to 99, not -1");
	assert_refused("thu_tu: 100\n",
		       "4:9: \"thu_tu\" (Thứ tự) must be from 0 to 99, not 100");
	assert_refused("so: 9223372036854775808\n",
		       "4:5: \"so\" (Số) must be a whole number, not "
		       "\"9223372036854775808\"");
	assert_refused("so: -9223372036854775809\n",
		       "4:5: \"so\" (Số) must be a whole number, not "
		       "\"-9223372036854775809\"");
	assert_refused("so: 18446744073709551616\n", "4:5: \"so\" (Số) must be a whole number, "
						     "not \"18446744073709551616\"");
	assert_refused("so: 1.5\n", "4:5: \"so\" (Số) must be a whole number, not \"1.5\"");
	assert_refused("so: 0x1F\n", "4:5: \"so\" (Số) must be a whole number, not \"0x1F\"");
	assert_refused("so: \"-\"\n", "4:5: \"so\" (Số) must be a whole number, not \"-\"");
	assert_refused("so: ba\n", "4:5: \"so\" (Số) must be a whole number, not \"ba\"");
	assert_refused("so: true\n", "4:5: \"so\" (Số) must be a whole number, not \"true\"");
	assert_refused("so: [1]\n",
		       "4:5: \"so\" (Số) must be a whole number, but a list is written here");
}

static void yes_and_no_are_true_and_false(void **state)
{
	(void)state;
	assert_refused("noi_bat: có\n",
		       "4:10: \"noi_bat\" (Nổi bật) must be true or false, not "
		       "\"có\"; write true");
	assert_refused("noi_bat: Không\n",
		       "4:10: \"noi_bat\" (Nổi bật) must be true or false, not "
		       "\"Không\"; write false");
	assert_refused("noi_bat: 1\n", "4:10: \"noi_bat\" (Nổi bật) must be true or false, not "
				       "\"1\"; write true");
	assert_refused("noi_bat: rất\n",
		       "4:10: \"noi_bat\" (Nổi bật) must be true or false, not \"rất\"");
}

static void a_date_as_vietnam_writes_it_gets_the_right_form(void **state)
{
	static const char *const written[] = {"28/3/2025",        "28-03-2025",
					      "28.3.2025",        "2025-3-28",
					      "2025/03/28",       "ngày 28 tháng 3 năm 2025",
					      "2025-03-28T08:00", "28 / 3 / 2025"};

	(void)state;
	for (size_t i = 0; i < COUNT(written); i++)
		assert_refused(str_fmt(&arena, "ngay_dang: %s\n", written[i]).p,
			       str_fmt(&arena,
				       "4:12: \"ngay_dang\" (Ngày đăng) must be a date like "
				       "2025-03-28, not \"%s\"; write 2025-03-28",
				       written[i])
				       .p);
}

static void a_day_that_no_calendar_has_is_told_so(void **state)
{
	(void)state;
	assert_refused("ngay_dang: 2026-02-30\n",
		       "4:12: \"ngay_dang\" (Ngày đăng): there is no day \"2026-02-30\"");
	assert_refused("ngay_dang: 31/4/2026\n",
		       "4:12: \"ngay_dang\" (Ngày đăng): there is no day \"31/4/2026\"");
	assert_refused("gio_hop: 2026-13-01T10:00\n",
		       "4:10: \"gio_hop\" (Giờ họp): there is no day \"2026-13-01T10:00\"");
}

static void a_date_must_be_as_whole_as_its_field_wants(void **state)
{
	static const char day[] = "\"ngay_dang\" (Ngày đăng) must be a date like 2025-03-28";
	static const char event[] = "\"ngay_su_kien\" (Ngày diễn ra) must be a date like "
				    "2025-03-28, or 2025-03-XX when the day is not known";
	static const char meeting[] =
		"\"gio_hop\" (Giờ họp) must be a date like 2025-03-28 or 2025-03-28T14:30";

	(void)state;
	assert_refused("ngay_dang: 2025-03-XX\n",
		       str_fmt(&arena, "4:12: %s, not \"2025-03-XX\"", day).p);
	assert_refused("ngay_dang: 2025\n", str_fmt(&arena, "4:12: %s, not \"2025\"", day).p);
	assert_refused("ngay_dang: tháng 3\n",
		       str_fmt(&arena, "4:12: %s, not \"tháng 3\"", day).p);
	assert_refused("ngay_dang: 20250328\n",
		       str_fmt(&arena, "4:12: %s, not \"20250328\"", day).p);
	assert_refused("ngay_dang: false\n", str_fmt(&arena, "4:12: %s, not \"false\"", day).p);
	assert_refused("ngay_su_kien: 3/2025\n",
		       str_fmt(&arena, "4:15: %s, not \"3/2025\"; write 2025-03-XX", event).p);
	assert_refused("ngay_su_kien: 2025\n",
		       str_fmt(&arena, "4:15: %s, not \"2025\"; write 2025-XX-XX", event).p);
	assert_refused("gio_hop: 28/3/2025 14:30\n",
		       str_fmt(&arena,
			       "4:10: %s, not \"28/3/2025 14:30\"; write 2025-03-28T14:30",
			       meeting)
			       .p);
	assert_refused("gio_hop: 2025-03-28 14:30\n",
		       str_fmt(&arena,
			       "4:10: %s, not \"2025-03-28 14:30\"; write 2025-03-28T14:30",
			       meeting)
			       .p);
	assert_refused(
		"gio_hop: 2025-03-28T25:00\n",
		str_fmt(&arena, "4:10: %s, not \"2025-03-28T25:00\"; write 2025-03-28", meeting)
			.p);
	assert_article("gio_hop: 2025-03-28\nngay_su_kien: 2025-03-28\n");
}

static void a_choice_names_the_codes_and_the_nearest(void **state)
{
	(void)state;
	assert_refused("the_loai: Bài viết\n",
		       "4:11: \"the_loai\" (Thể loại) cannot be \"Bài viết\"; did you mean "
		       "\"bai\"? Allowed are: tin, bai, phong-su");
	assert_refused("the_loai: phong_su\n",
		       "4:11: \"the_loai\" (Thể loại) cannot be \"phong_su\"; did you mean "
		       "\"phong-su\"? Allowed are: tin, bai, phong-su");
	assert_refused("the_loai: Tin\n",
		       "4:11: \"the_loai\" (Thể loại) cannot be \"Tin\"; did you mean \"tin\"? "
		       "Allowed are: tin, bai, phong-su");
	assert_whole_refused(
		"ma: a\ntieu_de: b\nlinh_vuc: [tthcc, bo-may]\n",
		"3:12: \"linh_vuc\" (Nội dung cải cách) cannot be \"tthcc\"; did you "
		"mean \"tthc\"? Allowed are: the-che, tthc, bo-may");
	assert_refused(
		"the_loai: thông báo\n",
		"4:11: \"the_loai\" (Thể loại) cannot be \"thông báo\"; allowed are: tin, "
		"bai, phong-su");
}

static void a_code_is_suggested_for_a_name(void **state)
{
	(void)state;
	assert_refused("don_vi: Khoa Nhi\n",
		       "4:9: \"don_vi\" (Đơn vị) must be the code of another page, not \"Khoa "
		       "Nhi\"; write khoa-nhi");
	assert_refused("can_cu: [a, \"61/2018/NĐ-CP\"]\n",
		       "4:13: \"can_cu\" (Căn cứ) must be the code of another page, not "
		       "\"61/2018/NĐ-CP\"; write 61-2018-nd-cp");
	assert_refused("don_vi: \"!\"\n",
		       "4:9: \"don_vi\" (Đơn vị) must be the code of another page, not \"!\"");
	assert_whole_refused(
		"ma: Tin mới\ntieu_de: b\nlinh_vuc: tthc\n",
		"1:5: \"ma\" (Mã) must be a code of letters a-z, digits and single "
		"dashes, at most 96, not \"Tin mới\"; write tin-moi");
}

#define assert_service(text) \
	assert_reports(load(&service_schema, (text), &service), true, "", __FILE__, __LINE__)
#define assert_service_refused(text, lines)                                               \
	assert_reports(load(&service_schema, (text), &service), false, (lines), __FILE__, \
		       __LINE__)
#define NO_MONEY "\"gia\" (Giá) must be an amount in đồng, digits only, like 15000, not "

static void money_is_whole_dong(void **state)
{
	(void)state;
	assert_service("gia: 15000\ncac_gia: [0, \"999999999999999\"]\n");
	assert_int_equal(service.price, 15000);
	assert_int_equal(*LIST_ITEM(service.prices, int64_t, 0), 0);
	assert_int_equal(*LIST_ITEM(service.prices, int64_t, 1), 999999999999999);
	assert_service("gia: null");
	assert_int_equal(service.price, -1);
	assert_service_refused("gia: 1.000\n", "1:6: " NO_MONEY "\"1.000\"; write 1000");
	assert_service_refused("gia: 1.250.000 đồng\n",
			       "1:6: " NO_MONEY "\"1.250.000 đồng\"; write 1250000");
	assert_service_refused("gia: 15 000đ\n", "1:6: " NO_MONEY "\"15 000đ\"; write 15000");
	assert_service_refused("gia: 1.5\n", "1:6: " NO_MONEY "\"1.5\"");
	assert_service_refused("gia: -1\n", "1:6: " NO_MONEY "\"-1\"");
	assert_service_refused("gia: miễn phí\n", "1:6: " NO_MONEY "\"miễn phí\"");
	assert_service_refused("gia: 1000000000000000\n",
			       "1:6: " NO_MONEY "\"1000000000000000\"");
}

static void a_word_says_that_a_list_is_empty_on_purpose(void **state)
{
	(void)state;
	assert_service("le_phi: khong-thu\ndieu_kien: Không");
	assert_true(service.no_fee);
	assert_int_equal(service.fees.n, 0);
	assert_true(service.no_terms);
	assert_service("le_phi: [{tu: a}]\ndieu_kien: Không quá 6 tuổi");
	assert_false(service.no_fee);
	assert_int_equal(service.fees.n, 1);
	assert_false(service.no_terms);
	assert_str(*LIST_ITEM(service.terms, struct str, 0), "Không quá 6 tuổi");
	assert_service("le_phi: [khong-thu]\ndieu_kien: [Khong]\n");
	assert_true(service.no_fee);
	assert_true(service.no_terms);
	assert_int_equal(service.terms.n, 0);
	assert_service("le_phi: []");
	assert_false(service.no_fee);
	assert_service_refused("le_phi: miễn phí\n",
			       "1:9: \"le_phi\" must be a group of fields or "
			       "the word khong-thu, not \"miễn phí\"");
}

static void a_reference_may_be_a_name(void **state)
{
	(void)state;
	assert_service("co_quan: Bộ Y tế\ncac_co_quan: [khoa-nhi, Sở Y tế]\n");
	assert_str(service.agency.name, "Bộ Y tế");
	assert_str(service.agency.code, "");
	assert_str(LIST_ITEM(service.agencies, struct ref, 0)->code, "khoa-nhi");
	assert_str(LIST_ITEM(service.agencies, struct ref, 1)->name, "Sở Y tế");
	assert_service_refused("co_quan: \"a\\nb\"\n",
			       "1:10: \"co_quan\" (Cơ quan) must be one line of text, but has "
			       "several lines");
}

static void a_link_begins_as_links_do(void **state)
{
	static const char said[] = "4:8: \"nguon\" (Nguồn) must be a link that begins with "
				   "https://, http://, mailto: or tel:";

	(void)state;
	assert_article("nguon: http://x.vn\n");
	assert_article("nguon: mailto:a@x.vn\n");
	assert_article("nguon: tel:0000000115\n");
	assert_refused("nguon: www.x.vn\n",
		       str_fmt(&arena, "%s, not \"www.x.vn\"; write https://www.x.vn", said).p);
	assert_refused("nguon: a@x.vn\n",
		       str_fmt(&arena, "%s, not \"a@x.vn\"; write mailto:a@x.vn", said).p);
	assert_refused("nguon: javascript:alert(1)\n",
		       str_fmt(&arena, "%s, not \"javascript:alert(1)\"", said).p);
	assert_refused("nguon: https://\n", str_fmt(&arena, "%s, not \"https://\"", said).p);
	assert_refused("nguon: https://x y\n",
		       str_fmt(&arena, "%s, not \"https://x y\"", said).p);
}

static void a_path_stays_below_its_folder(void **state)
{
	static const char said[] = "4:6: \"anh\" (Ảnh) must be a path like tin-tuc/kham-benh";

	(void)state;
	assert_article("anh: /anh/a b.jpg\n");
	assert_article("anh: tin-tuc/\n");
	assert_article("anh: a..b/..c\n");
	assert_refused("anh: ../a.jpg\n", str_fmt(&arena, "%s, not \"../a.jpg\"", said).p);
	assert_refused("anh: a/../b\n", str_fmt(&arena, "%s, not \"a/../b\"", said).p);
	assert_refused("anh: a/..\n", str_fmt(&arena, "%s, not \"a/..\"", said).p);
	assert_refused("anh: //x.vn/a\n", str_fmt(&arena, "%s, not \"//x.vn/a\"", said).p);
	assert_refused("anh: https://x.vn/a\n",
		       str_fmt(&arena, "%s, not \"https://x.vn/a\"", said).p);
	assert_refused("anh: anh\\a.jpg\n",
		       str_fmt(&arena, "%s, not \"anh\\a.jpg\"; write anh/a.jpg", said).p);
}

static void groups_and_lists_are_not_mixed_up(void **state)
{
	(void)state;
	assert_refused("gio_mo_cua: 7:30\n",
		       "4:13: \"gio_mo_cua\" (Giờ mở cửa) must be a group of "
		       "fields, not \"7:30\"");
	assert_refused("gio_mo_cua: [{tu: a}]\n",
		       "4:13: \"gio_mo_cua\" (Giờ mở cửa) must be a "
		       "group of fields, but a list is written here");
	assert_refused("dinh_chinh: [a]\n",
		       "4:14: \"dinh_chinh\" (Đính chính) must be a group of "
		       "fields, not \"a\"");
	assert_refused("tu_khoa: {a: b}\n",
		       "4:10: \"tu_khoa\" (Từ khóa) must be one line of text, "
		       "but a group of fields is written here");
	assert_refused("tu_khoa: [[a]]\n",
		       "4:11: \"tu_khoa\" (Từ khóa) must be one line of text, "
		       "but a list is written here");
	assert_refused("tu_khoa:\n  - a\n  -\n",
		       "6:4: an item of \"tu_khoa\" (Từ khóa) is empty");
}

static void the_length_of_a_list_is_bounded(void **state)
{
	(void)state;
	assert_true(load(&article_schema, "ma: a\ntieu_de: b\nlinh_vuc: [tthc, bo-may]\n",
			 &article));
	assert_whole_refused(
		"ma: a\ntieu_de: b\nlinh_vuc: [tthc, bo-may, tthc]\n",
		"3:11: \"linh_vuc\" (Nội dung cải cách) must have at most 2 items, not 3");
	assert_article("it_nhat_hai: [a, b]\n");
	assert_article("it_nhat_hai: [a, b, c, d]\n");
	assert_refused("it_nhat_hai: a\n",
		       "4:14: \"it_nhat_hai\" must have at least 2 items, not 1");
}

static void a_long_text_is_quoted_in_short(void **state)
{
	(void)state;
	assert_refused("so: \"ê23456789 123456789 123456789 123456789 123456789 1234567890\"\n",
		       "4:5: \"so\" (Số) must be a whole number, not \"ê23456789 123456789 "
		       "123456789 123456789 123456789 1234567890\"");
	assert_refused(
		"so: \"ê23456789 123456789\\n123456789 123456789 123456789 1234567890x\"\n",
		"4:5: \"so\" (Số) must be a whole number, not \"ê23456789 123456789 "
		"123456789 123456789 123456789 1234567890…\"");
}

static void a_vietnamese_author_is_told_in_vietnamese(void **state)
{
	(void)state;
	language_set(LANGUAGE_VIETNAMESE);
	assert_refused("tieu_d: x\n",
		       "4:1: không có trường \"tieu_d\" trong bài viết; ý bạn là \"tieu_de\"?");
	assert_refused("ngay_dang: 28/3/2025\n",
		       "4:12: \"ngay_dang\" (Ngày đăng) phải là một ngày viết dạng 2025-03-28, "
		       "không phải \"28/3/2025\"; hãy viết 2025-03-28");
	assert_refused(
		"ngay_dang: 2026-02-30\n",
		"4:12: \"ngay_dang\" (Ngày đăng): không có ngày \"2026-02-30\" trong lịch");
	assert_refused(
		"the_loai: Bài viết\n",
		"4:11: \"the_loai\" (Thể loại) không nhận \"Bài viết\"; ý bạn là \"bai\"? "
		"Các mã cho phép: tin, bai, phong-su");
	assert_whole_refused("ma: a\nlinh_vuc: tthc\n",
			     "1: bài viết phải có \"tieu_de\" (Tiêu đề)");
	assert_warned("tom_tat: ếếếế\n",
		      "warning: 4:10: \"tom_tat\" (Tóm tắt) nên có ít nhất 5 ký tự, "
		      "hiện có 4");
	language_set(LANGUAGE_ENGLISH);
}

static void a_field_is_found_in_any_spelling(void **state)
{
	const struct value *v = yaml("Tiêu đề: a\nngay-dang: b\n");

	(void)state;
	assert_str(schema_find(v, "tieu_de")->value->text, "a");
	assert_int_equal(schema_find(v, "ngay_dang")->pos.line, 2);
	assert_null(schema_find(v, "khac"));
	assert_null(schema_find(NULL, "khac"));
	assert_null(schema_find(value_list(&arena), "khac"));
	assert_str(schema_key(&arena, STR(" Đường-Dẫn cũ ")), "duong_dan_cu");
	assert_str(schema_key(&arena, STR("tieu_de")), "tieu_de");
	assert_str(schema_key(&arena, (struct str){0}), "");
}

/* Views */

static const struct value *link_to(struct arena *a, const struct ref *ref, void *context)
{
	struct value *map;

	if (str_eq_z(ref->code, "mat"))
		return NULL;
	map = value_map(a);
	value_set(a, map, STR("url"),
		  value_string(a, str_fmt(a, "%s" STR_FMT "/", (char *)context,
					  STR_ARG(ref->code))));
	return map;
}

static struct str json(const struct value *v)
{
	struct buf pretty = {.arena = &arena}, out = {.arena = &arena};

	value_to_json(v, &pretty);
	for (size_t i = 0; i < pretty.n; i++) {
		if (pretty.p[i] != '\n' &&
		    !(pretty.p[i] == ' ' && i && strchr(" \n", pretty.p[i - 1])))
			buf_byte(&out, pretty.p[i]);
	}
	return buf_str(&out);
}

static void a_view_has_every_key_but_the_hidden(void **state)
{
	char context[] = "/";
	const struct value *v;

	(void)state;
	assert_article("");
	v = schema_view(&arena, &article_schema, &article, link_to, context);
	assert_str(
		json(v),
		"{\"ma\": \"a\",\"tieu_de\": \"b\",\"ngay_dang\": null,\"trang_thai\": null,"
		"\"linh_vuc\": [{\"ma\": \"tthc\",\"ten\": \"Cải cách thủ tục hành chính\"}],"
		"\"tu_khoa\": [],\"dinh_chinh\": [],\"don_vi\": null,\"tom_tat\": null,"
		"\"noi_dung\": null,\"ngay_su_kien\": null,\"gio_hop\": null,"
		"\"noi_bat\": false,\"thu_tu\": null,\"so\": null,\"the_loai\": null,"
		"\"nguon\": null,\"anh\": null,\"gio_mo_cua\": null,\"can_cu\": [],"
		"\"cac_ngay\": [],\"cac_dau\": [],\"cac_so\": [],\"it_nhat_hai\": []}");
}

static struct str viewed(const char *key)
{
	char context[] = "/vb/";
	const struct value *v =
		schema_view(&arena, &article_schema, &article, link_to, context);

	return json(value_get(v, str_of(key)));
}

static void a_view_shows_what_was_loaded(void **state)
{
	(void)state;
	assert_article(
		"thu_tu: 5\ncac_so: [-1]\nnoi_bat: true\nthe_loai: bai\n"
		"gio_mo_cua: {tu: \"7:30\"}\ncan_cu: [a, mat]\ndon_vi: mat\n"
		"dinh_chinh: [{ngay: 2025-03-05, noi_dung: x}]\ncac_ngay: [2025-01-02]\n");
	assert_str(viewed("thu_tu"), "5");
	assert_str(viewed("cac_so"), "[-1]");
	assert_str(viewed("noi_bat"), "true");
	assert_str(viewed("the_loai"), "{\"ma\": \"bai\",\"ten\": \"Bài viết\"}");
	assert_str(viewed("gio_mo_cua"), "{\"tu\": \"7:30\",\"den\": null}");
	assert_str(viewed("can_cu"), "[{\"url\": \"/vb/a/\"},null]");
	assert_str(viewed("don_vi"), "null");
	assert_str(
		viewed("dinh_chinh"),
		"[{\"ngay\": {\"iso\": \"2025-03-05\",\"ngay\": \"5/3/2025\",\"dai\": \"ngày 05 "
		"tháng 3 năm 2025\",\"nam\": 2025,\"gio\": null,\"rfc3339\": \"2025-03-05T00:00:00+07:00\","
		"\"rfc822\": \"Wed, 05 Mar 2025 00:00:00 +0700\"},\"noi_dung\": \"x\","
		"\"so\": null}]");
	assert_str(json(schema_view_date(&arena, (struct date){0})), "null");
}

static void a_reference_without_a_function_is_its_code(void **state)
{
	const struct value *v;

	(void)state;
	assert_article("don_vi: khoa-nhi\n");
	v = schema_view(&arena, &article_schema, &article, NULL, NULL);
	assert_str(value_get(v, STR("don_vi"))->text, "khoa-nhi");
}

static struct str service_viewed(const char *key)
{
	char context[] = "/";
	const struct value *v =
		schema_view(&arena, &service_schema, &service, link_to, context);

	return json(value_get(v, str_of(key)));
}

static void a_view_shows_money_words_and_names(void **state)
{
	(void)state;
	assert_service("gia: 1250000\ncac_gia: [0]\nle_phi: khong-thu\ndieu_kien: a\n"
		       "co_quan: Bộ Y tế\ncac_co_quan: [khoa-nhi]\n");
	assert_str(service_viewed("gia"),
		   "{\"so\": 1250000,\"chu\": \"1.250.000 đồng\",\"bang_khong\": false}");
	assert_str(service_viewed("cac_gia"),
		   "[{\"so\": 0,\"chu\": \"0 đồng\",\"bang_khong\": true}]");
	assert_str(service_viewed("le_phi"), "[]");
	assert_str(service_viewed("le_phi_khong_thu"), "true");
	assert_str(service_viewed("dieu_kien"), "[\"a\"]");
	assert_str(service_viewed("dieu_kien_khong"), "false");
	assert_str(service_viewed("co_quan"),
		   "{\"ma\": null,\"ten\": \"Bộ Y tế\",\"url\": null}");
	assert_str(service_viewed("cac_co_quan"), "[{\"url\": \"/khoa-nhi/\"}]");
	assert_service("gia: null\n");
	assert_str(service_viewed("gia"), "null");
}

/* References for authors */

static const struct field small_fields[] = {
	{.key = "ma",
	 .type = FIELD_SLUG,
	 .flags = FIELD_REQUIRED,
	 .label = "Mã",
	 .about =
		 "A name that never changes. It stands in the address of the page, so choose it "
		 "with care and leave it as it is.",
	 .example = "tin-moi"},
	{.key = "linh_vuc",
	 .type = FIELD_CHOICE,
	 .flags = FIELD_MANY,
	 .label = "Lĩnh vực",
	 .choices = topics,
	 .min = 1,
	 .max = 2},
	{.key = "gio", .type = FIELD_MAP, .map = &hours_schema},
	{.key = "thu_tu", .type = FIELD_INT, .label = "Thứ tự", .min = 1, .max = 0},
	{.key = "can_cu", .type = FIELD_REF, .ref_kind = "van-ban", .about = ".Dotted \\ text"},
	{0},
};
static const struct schema small_schema = {.name = "a small page", .fields = small_fields};

static void the_reference_tells_people_every_field(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	schema_print(&arena, &small_schema, &out);
	assert_str(
		buf_str(&out),
		"ma  Mã (required)\n"
		"    a code of letters a-z, digits and single dashes, at most 96\n"
		"    A name that never changes. It stands in the address of the page, so choose it "
		"with\n"
		"    care and leave it as it is.\n"
		"    Example: tin-moi\n"
		"linh_vuc  Lĩnh vực\n"
		"    a list; each item is one of the codes allowed; 1 to 2 in the list\n"
		"        the-che  Cải cách thể chế\n"
		"        tthc     Cải cách thủ tục hành chính\n"
		"        bo-may   Cải cách tổ chức bộ máy\n"
		"gio\n"
		"    a group of fields\n"
		"    tu  Từ\n"
		"        one line of text\n"
		"        Example: \"7:30\"\n"
		"    den  Đến\n"
		"        one line of text\n"
		"thu_tu  Thứ tự\n"
		"    a whole number, 1 or more\n"
		"can_cu\n"
		"    the code of another page (van-ban)\n"
		"    .Dotted \\ text\n");
}

static void the_reference_tells_of_words_and_names(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	schema_print(&arena, &service_schema, &out);
	assert_str(
		buf_str(&out),
		"gia  Giá\n    an amount in đồng, digits only, like 15000\n"
		"cac_gia\n    a list; each item is an amount in đồng, digits only, like 15000\n"
		"le_phi (required)\n"
		"    a list; each item is a group of fields; or the word khong-thu\n"
		"    tu  Từ\n        one line of text\n        Example: \"7:30\"\n"
		"    den  Đến\n        one line of text\n"
		"dieu_kien\n    a list; each item is text; or the word khong\n"
		"co_quan  Cơ quan\n"
		"    the code of another page (don-vi), or a name that stands for itself\n"
		"cac_co_quan\n"
		"    a list; each item is the code of another page (don-vi), or a name that "
		"stands for\n    itself\n");
}

static void the_reference_speaks_vietnamese(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	language_set(LANGUAGE_VIETNAMESE);
	schema_print(&arena, &hours_schema, &out);
	language_set(LANGUAGE_ENGLISH);
	assert_str(buf_str(&out), "tu  Từ\n"
				  "    một dòng chữ\n"
				  "    Ví dụ: \"7:30\"\n"
				  "den  Đến\n"
				  "    một dòng chữ\n");
}

static void the_reference_is_data_too(void **state)
{
	(void)state;
	assert_str(
		json(schema_to_value(&arena, &small_schema)),
		"{\"ten\": \"a small page\",\"truong\": ["
		"{\"khoa\": \"ma\",\"nhan\": \"Mã\",\"kieu\": \"ma\",\"bat_buoc\": true,\"nhieu\": "
		"false,\"mo_ta\": \"A name that never changes. It stands in the address of the "
		"page, so choose it with care and leave it as it is.\",\"vi_du\": \"tin-moi\"},"
		"{\"khoa\": \"linh_vuc\",\"nhan\": \"Lĩnh vực\",\"kieu\": \"lua-chon\","
		"\"bat_buoc\": false,\"nhieu\": true,\"tu\": 1,\"den\": 2,\"lua_chon\": ["
		"{\"ma\": \"the-che\",\"ten\": \"Cải cách thể chế\"},"
		"{\"ma\": \"tthc\",\"ten\": \"Cải cách thủ tục hành chính\"},"
		"{\"ma\": \"bo-may\",\"ten\": \"Cải cách tổ chức bộ máy\"}]},"
		"{\"khoa\": \"gio\",\"kieu\": \"nhom\",\"bat_buoc\": false,\"nhieu\": false,"
		"\"truong\": [{\"khoa\": \"tu\",\"nhan\": \"Từ\",\"kieu\": \"dong-chu\","
		"\"bat_buoc\": false,\"nhieu\": false,\"vi_du\": \"\\\"7:30\\\"\"},"
		"{\"khoa\": \"den\",\"nhan\": \"Đến\",\"kieu\": \"dong-chu\",\"bat_buoc\": false,"
		"\"nhieu\": false}]},"
		"{\"khoa\": \"thu_tu\",\"nhan\": \"Thứ tự\",\"kieu\": \"so-nguyen\",\"bat_buoc\": "
		"false,\"nhieu\": false,\"tu\": 1},"
		"{\"khoa\": \"can_cu\",\"kieu\": \"tham-chieu\",\"bat_buoc\": false,\"nhieu\": "
		"false,\"mo_ta\": \".Dotted \\\\ text\",\"loai\": \"van-ban\"}]}");
}

static void the_manual_page_is_an_mdoc_list(void **state)
{
	struct buf out = {.arena = &arena};

	(void)state;
	schema_print_mdoc(&arena, &small_schema, &out);
	assert_str(
		buf_str(&out),
		".Bl -tag -width Ds\n"
		".It Ic ma\n"
		"Mã (required): a code of letters a-z, digits and single dashes, at most 96.\n"
		"A name that never changes.\n"
		"It stands in the address of the page, so choose it with care and leave it as it is.\n"
		".Bd -literal -offset indent -compact\n"
		"ma: tin-moi\n"
		".Ed\n"
		".It Ic linh_vuc\n"
		"Lĩnh vực: a list; each item is one of the codes allowed; 1 to 2 in the list.\n"
		".Pp\n"
		".Bl -tag -width Ds -compact\n"
		".It Cm the-che\n"
		"Cải cách thể chế\n"
		".It Cm tthc\n"
		"Cải cách thủ tục hành chính\n"
		".It Cm bo-may\n"
		"Cải cách tổ chức bộ máy\n"
		".El\n"
		".It Ic gio\n"
		"a group of fields.\n"
		".Bl -tag -width Ds\n"
		".It Ic tu\n"
		"Từ: one line of text.\n"
		".Bd -literal -offset indent -compact\n"
		"tu: \"7:30\"\n"
		".Ed\n"
		".It Ic den\n"
		"Đến: one line of text.\n"
		".El\n"
		".It Ic thu_tu\n"
		"Thứ tự: a whole number, 1 or more.\n"
		".It Ic can_cu\n"
		"the code of another page (van-ban).\n"
		"\\&.Dotted \\e text\n"
		".El\n");
}

/* New files */

static struct str new_file(const struct schema *s, const struct value *known)
{
	struct buf out = {.arena = &arena};

	schema_print_new(&arena, s, known, &out);
	buf_byte(&out, '\0');
	out.n--;
	return buf_str(&out);
}

static void a_new_file_has_every_field_in_vietnamese(void **state)
{
	(void)state;
	assert_str(
		new_file(&small_schema, NULL),
		"# Mã (bắt buộc): một mã gồm chữ thường không dấu, chữ số và dấu gạch nối, tối đa "
		"96 ký tự. A\n"
		"# name that never changes. It stands in the address of the page, so choose it with "
		"care and\n"
		"# leave it as it is.\n"
		"ma: tin-moi\n"
		"\n"
		"# Lĩnh vực (không bắt buộc): một danh sách, mỗi mục là một trong các mã cho phép; "
		"danh sách\n"
		"# có từ 1 đến 2 mục.\n"
		"#   the-che – Cải cách thể chế\n"
		"#   tthc – Cải cách thủ tục hành chính\n"
		"#   bo-may – Cải cách tổ chức bộ máy\n"
		"# linh_vuc:\n"
		"#   - the-che\n"
		"\n"
		"# gio (không bắt buộc): một nhóm trường.\n"
		"# gio:\n"
		"#   # Từ (không bắt buộc): một dòng chữ.\n"
		"#   tu: \"7:30\"\n"
		"#   # Đến (không bắt buộc): một dòng chữ.\n"
		"#   # den: \"…\"\n"
		"\n"
		"# Thứ tự (không bắt buộc): một số nguyên, từ 1 trở lên.\n"
		"# thu_tu: 1\n"
		"\n"
		"# can_cu (không bắt buộc): mã của một trang khác (van-ban). .Dotted \\ text\n"
		"# can_cu: ma-vi-du\n");
}

static void a_new_file_loads_without_a_mistake(void **state)
{
	struct value *known = value_map(&arena), *topics_known = value_list(&arena);

	(void)state;
	assert_true(load(&article_schema, new_file(&article_schema, NULL).p, &article));
	assert_str(reports_of(&arena, &diag), "");
	assert_str(article.page.code, "tin-moi");
	value_push(&arena, topics_known, value_string(&arena, STR("tthc")));
	value_push(&arena, topics_known, value_string(&arena, STR("bo-may")));
	value_set(&arena, known, STR("ma"), value_string(&arena, STR("thong-bao")));
	value_set(&arena, known, STR("tieu_de"),
		  value_string(&arena, STR("Thông báo: \"nghỉ\" C:\\x\t#1")));
	value_set(&arena, known, STR("linh_vuc"), topics_known);
	value_set(&arena, known, STR("ngay_dang"), value_string(&arena, STR("2026-11-22")));
	value_set(&arena, known, STR("thu_tu"), value_int(&arena, 12));
	value_set(&arena, known, STR("tu_khoa"), value_string(&arena, STR("một cửa")));
	value_set(&arena, known, STR("so"), value_null(&arena));
	assert_true(load(&article_schema, new_file(&article_schema, known).p, &article));
	assert_str(reports_of(&arena, &diag), "");
	assert_str(article.page.code, "thong-bao");
	assert_str(article.page.title, "Thông báo: \"nghỉ\" C:\\x\t#1");
	assert_int_equal(article.page.fields.n, 2);
	assert_int_equal(article.page.published.year, 2026);
	assert_int_equal(article.order, 12);
	assert_int_equal(article.free, -1);
	assert_str(*LIST_ITEM(article.page.keywords, struct str, 0), "một cửa");
}

/* Take "# " away where a field stands behind it: of the outer ones first. */
static struct str switched_on(struct str text)
{
	struct buf out = {.arena = &arena};

	while (text.n) {
		struct str line = str_cut(text, '\n', &text), key = str_from(line, 2), value;

		while (str_starts(key, STR(" ")))
			key = str_from(key, 1);
		str_cut(key, ':', &value);
		if (str_starts(line, STR("# ")) &&
		    (str_starts(line, STR("#   - ")) || str_starts(line, STR("#     ")) ||
		     str_starts(line, STR("#   #")) || str_starts(line, STR("#   -")) ||
		     (str_has(key, ':') && !str_has(str_cut(key, ':', &value), ' '))))
			line = str_from(line, 2);
		buf_add(&out, line);
		buf_byte(&out, '\n');
	}
	buf_byte(&out, '\0');
	out.n--;
	return buf_str(&out);
}

static void the_fields_of_a_new_file_can_be_switched_on(void **state)
{
	struct str text = switched_on(new_file(&article_schema, NULL));

	(void)state;
	assert_true(load(&article_schema, text.p, &article));
	assert_str(
		reports_of(&arena, &diag),
		"warning: 48:10: \"tom_tat\" (Tóm tắt) should have at least 5 characters, not 1");
	assert_str(article.hours->from, "7:30");
	assert_int_equal(article.few.n, 2);
	assert_int_equal(article.page.corrections.n, 1);
	assert_str(LIST_ITEM(article.page.corrections, struct correction, 0)->what, "");
	assert_int_equal(article.meeting.minute, 30);
}

/* The same on every run: values of wrong kinds in every field. */
static void whatever_is_written_is_loaded_or_refused(void **state)
{
	static const char *const values[] = {"x",
					     "12",
					     "true",
					     "~",
					     "[]",
					     "{}",
					     "[x, [y]]",
					     "{a: b}",
					     "[{ngay: 2025-01-01}]",
					     "\"\"",
					     "2025-03-28",
					     "-5",
					     "1e9",
					     "[~]",
					     "\"99/99/9999 99:99:99:99\"",
					     "\"1111111111111111111111111111\"",
					     "[2025-01-01, true, 3, x]",
					     "{tu: {den: x}}"};
	uint32_t random = 1;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct buf text = {.arena = &arena};
		bool good;

		for (const struct field *f = i % 2 ? article_fields : page_fields; f->key;
		     f++) {
			random = random * 1664525u + 1013904223u;
			buf_fmt(&text, "%s: %s\n", f->key,
				values[(random >> 16) % COUNT(values)]);
		}
		buf_byte(&text, '\0');
		good = load(&article_schema, text.p, &article);
		assert_true(good == !diag.errors);
		if (good)
			schema_view(&arena, &article_schema, &article, NULL, NULL);
		if (i % 50 == 0)
			arena_reset(&arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_fills_its_member),
		cmocka_unit_test(what_is_absent_or_null_is_empty),
		cmocka_unit_test(a_list_is_an_array_of_its_items),
		cmocka_unit_test(a_single_value_is_a_list_of_one),
		cmocka_unit_test(text_is_trimmed_and_a_number_is_text_as_written),
		cmocka_unit_test(keys_match_without_case_marks_and_dashes),
		cmocka_unit_test(the_value_may_go_once_it_is_loaded),
		cmocka_unit_test(a_field_of_the_child_stands_in_the_place_of_its_parents),
		cmocka_unit_test(a_schema_may_require_fields_of_its_parent),
		cmocka_unit_test(a_missing_field_is_told_at_the_line_of_its_mapping),
		cmocka_unit_test(an_unknown_key_gets_a_suggestion_when_one_is_near),
		cmocka_unit_test(unknown_keys_are_named_up_to_a_limit),
		cmocka_unit_test(a_key_in_two_spellings_is_written_twice),
		cmocka_unit_test(what_is_no_mapping_is_refused),
		cmocka_unit_test(all_mistakes_are_told_at_once),
		cmocka_unit_test(text_is_one_line_and_not_empty),
		cmocka_unit_test(the_length_of_text_is_a_warning),
		cmocka_unit_test(a_whole_number_is_digits_within_bounds),
		cmocka_unit_test(yes_and_no_are_true_and_false),
		cmocka_unit_test(a_date_as_vietnam_writes_it_gets_the_right_form),
		cmocka_unit_test(a_day_that_no_calendar_has_is_told_so),
		cmocka_unit_test(a_date_must_be_as_whole_as_its_field_wants),
		cmocka_unit_test(a_choice_names_the_codes_and_the_nearest),
		cmocka_unit_test(a_code_is_suggested_for_a_name),
		cmocka_unit_test(money_is_whole_dong),
		cmocka_unit_test(a_word_says_that_a_list_is_empty_on_purpose),
		cmocka_unit_test(a_reference_may_be_a_name),
		cmocka_unit_test(a_link_begins_as_links_do),
		cmocka_unit_test(a_path_stays_below_its_folder),
		cmocka_unit_test(groups_and_lists_are_not_mixed_up),
		cmocka_unit_test(the_length_of_a_list_is_bounded),
		cmocka_unit_test(a_long_text_is_quoted_in_short),
		cmocka_unit_test(a_vietnamese_author_is_told_in_vietnamese),
		cmocka_unit_test(a_field_is_found_in_any_spelling),
		cmocka_unit_test(a_view_has_every_key_but_the_hidden),
		cmocka_unit_test(a_view_shows_what_was_loaded),
		cmocka_unit_test(a_reference_without_a_function_is_its_code),
		cmocka_unit_test(a_view_shows_money_words_and_names),
		cmocka_unit_test(the_reference_tells_people_every_field),
		cmocka_unit_test(the_reference_tells_of_words_and_names),
		cmocka_unit_test(the_reference_speaks_vietnamese),
		cmocka_unit_test(the_reference_is_data_too),
		cmocka_unit_test(the_manual_page_is_an_mdoc_list),
		cmocka_unit_test(a_new_file_has_every_field_in_vietnamese),
		cmocka_unit_test(a_new_file_loads_without_a_mistake),
		cmocka_unit_test(the_fields_of_a_new_file_can_be_switched_on),
		cmocka_unit_test(whatever_is_written_is_loaded_or_refused),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
