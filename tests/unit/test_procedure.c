#include "unit.h"

#include "kinds/media.h"
#include "kinds/procedure.h"
#include "kinds/procedure_parts.h"
#include "kinds/procedure_rules.h"
#include "kinds/procedure_term.h"
#include "kinds/procedure_version.h"

static struct arena arena;

#define WHOLE                                                                                   \
	"ma: a\nloai: thu-tuc\nloai_thu_tuc: quy-trinh-don-vi\nten: Cấp giấy xác nhận\n" \
	"tom_tat: Bệnh viện xác nhận thời gian nằm viện cho người bệnh.\n"    \
	"linh_vuc_tthc: Khám bệnh\ntrang_thai_tthc: dang-ap-dung\n"                          \
	"hieu_luc_tu: 2026-01-15\nlinh_vuc: tthc\n"                                             \
	"trinh_tu:\n- buoc:\n  - {ten: Nộp, noi_dung: Nộp, ai_lam: nguoi-dan}\n"            \
	"  - {ten: Trả, noi_dung: Trả, ai_lam: don-vi}\n"                                   \
	"thanh_phan_ho_so:\n- giay_to:\n  - {ten: Giấy ra viện, ban_sao: 1}\n"              \
	"so_bo_ho_so: 1\ndoi_tuong_thuc_hien: ca-nhan-viet-nam\n"                               \
	"co_quan_thuc_hien: khoa-nhi\nnoi_tiep_nhan: quay\n"                                    \
	"ket_qua: {ten: Giấy, hinh_thuc: giay}\nphi_le_phi: khong-thu\n"                      \
	"yeu_cau_dieu_kien: khong\ncan_cu_phap_ly: luat\ndvc: khong\n"                          \
	"ngay_dang: 2026-01-15\ndon_vi: khoa-nhi\n"
#define WAY "cach_thuc:\n- {kenh: truc-tiep, thoi_han: {so: 3, don_vi: ngay-lam-viec}}\n"

static const struct procedure *load(const char *text)
{
	struct diag d = {.arena = &arena};
	const struct value *v = value_from_yaml(&arena, (struct pos){.line = 1, .col = 1},
						str_of(text), YAML_FILE_MAX, &d);
	struct procedure *x = arena_new(&arena, struct procedure);

	assert_non_null(v);
	if (!schema_load(&arena, &procedure_schema, v, x, &d))
		fail_msg(STR_FMT, STR_ARG(d.first->text));
	return x;
}

/* What a text says against these ways to apply; empty when they agree. */
static struct str conflict(const char *ways, const char *text)
{
	return procedure_term_conflict(
		&arena,
		load(str_fmt(&arena, WHOLE "%sthoi_han_giai_quyet: \"%s\"\n", ways, text).p));
}

static void a_term_in_words_agrees_with_the_ways(void **state)
{
	(void)state;
	assert_str(conflict(WAY, "03 ngày làm việc"), "");
	assert_str(conflict(WAY, "3 NGÀY LÀM VIỆC kể từ ngày nhận đủ hồ sơ"), "");
	assert_str(conflict(WAY, "03 ngày làm việc, áp dụng từ ngày 15 tháng 9"), "");
	assert_str(conflict(WAY, "03 ngày làm việc; nộp trước 16 giờ 30"), "");
	assert_str(conflict(WAY, "Trong 3  ngày làm việc, theo Điều 12 khoản 4"), "");
	assert_str(conflict("cach_thuc:\n- {kenh: truc-tiep, thoi_han: {don_vi: theo-hen}}\n",
			    "Trước khi trẻ ra viện"),
		   "");
	assert_str(conflict("", "05 ngày"), "");
}

static void a_term_in_words_that_says_otherwise_is_found(void **state)
{
	(void)state;
	assert_str(conflict(WAY, "05 ngày làm việc"), "05 ngày làm việc");
	assert_str(conflict(WAY, "03 ngày"), "03 ngày");
	assert_str(conflict(WAY, "3 giờ làm việc"), "03 giờ làm việc");
	assert_str(conflict(WAY, "3 tháng"), "03 tháng");
	assert_str(conflict(WAY, "03 ngày làm việc, gấp thì 1 ngày làm việc"),
		   "01 ngày làm việc");
	assert_str(conflict(WAY, "Nhanh nhất có thể"), "03 ngày làm việc");
	assert_str(conflict(WAY, "99999999999999999999 ngày"), "999999999 ngày");
}

static struct str term_of(const char *ways)
{
	return procedure_term_text(&arena, load(str_fmt(&arena, WHOLE "%s", ways).p));
}

static void a_term_follows_from_the_ways(void **state)
{
	(void)state;
	assert_str(term_of(WAY), "03 ngày làm việc");
	assert_str(term_of(""), "");
	assert_str(term_of("cach_thuc:\n- {kenh: truc-tiep, thoi_han: {don_vi: "
			   "ngay-trong-buoi}}\n"),
		   "Trong buổi làm việc");
	assert_str(term_of("cach_thuc:\n"
			   "- {kenh: truc-tiep, thoi_han: {don_vi: theo-hen}}\n"
			   "- {kenh: buu-chinh, thoi_han: {so: 12, don_vi: ngay}}\n"),
		   "Trực tiếp: Theo giấy hẹn; Bưu chính công ích: 12 ngày");
	assert_str(term_of("cach_thuc:\n- {kenh: truc-tiep}\n" /* says nothing of time */
			   "- {kenh: buu-chinh, thoi_han: {so: 12, don_vi: ngay}}\n"),
		   "Bưu chính công ích: 12 ngày");
}

static struct str version(const char *text)
{
	return procedure_version(&arena, load(text));
}

#define assert_same(text) assert_string_equal(str_z(&arena, version(text)), first)
#define assert_other(text) assert_string_not_equal(str_z(&arena, version(text)), first)

static void a_version_changes_when_the_procedure_does(void **state)
{
	const char *first = str_z(&arena, version(WHOLE WAY));

	(void)state;
	assert_true(strncmp(first, "2026-01-15.", 11) == 0);
	assert_int_equal(strlen(first), 11 + 8);
	assert_other(WHOLE WAY "canh_bao: Không trả tiền cho ai.\n");
	assert_other(WHOLE WAY "url_tra_cuu: https://bv.example.vn/\n");
	assert_other(WHOLE WAY "co_quan_phoi_hop: Bộ Y tế\n");
	assert_other(WHOLE "cach_thuc:\n- {kenh: truc-tiep, thoi_han: {so: 2, don_vi: "
			   "ngay-lam-viec}}\n");
	assert_other(WHOLE "cach_thuc:\n- {kenh: buu-chinh, thoi_han: {so: 3, don_vi: "
			   "ngay-lam-viec}}\n");
	assert_other(WHOLE WAY "thay_doi: {ngay: 2026-03-01, noi_dung: a}\n");
	assert_true(str_starts(version(WHOLE WAY "thay_doi: {ngay: 2026-03-01, noi_dung: a}\n"),
			       STR("2026-03-01.")));
}

static void a_version_stays_when_only_the_record_changes(void **state)
{
	const char *first = str_z(&arena, version(WHOLE WAY));

	(void)state;
	assert_same(WAY WHOLE);
	assert_same(WHOLE WAY "ngay_cap_nhat: 2026-05-01\nngay_ra_soat: 2026-05-01\n"
			      "ra_soat_truoc: 2027-05-01\nnguoi_duyet: Giám đốc\n"
			      "trang_thai: da-duyet\n");
	assert_same(WHOLE WAY "tu_khoa: [a, b]\nten_thuong_goi: xin giấy\n"
			      "hoi_dap: a\ntinh_huong: b\nma_ngan: x\n");
	assert_same(WHOLE WAY "niem_yet: {noi: Sảnh, ngay_dan: 2026-02-01, phien_ban: x}\n");
	assert_same(WHOLE WAY "khong_can_giay_to: false\nhieu_luc_den: null\nmau_don: []\n");
	assert_same(WHOLE "cach_thuc:\n- {kenh: truc-tiep, phi: [], thoi_han: {so: 3, don_vi: "
			  "ngay-lam-viec}}\n");
}

static void completeness_counts_the_parts_that_are_asked_for(void **state)
{
	struct completeness c = procedure_completeness(load(WHOLE));
	struct procedure national;

	(void)state;
	assert_int_equal(c.needed, 13);
	assert_int_equal(c.present, 11); /* neither ways nor a term */
	c = procedure_completeness(load(WHOLE WAY));
	assert_int_equal(c.present, 13);
	national = *load(WHOLE WAY);
	national.sort = PROCEDURE_NATIONAL;
	c = procedure_completeness(&national);
	assert_int_equal(c.needed, 16);
	assert_int_equal(c.present, 13);
}

static bool is_form(const char *name)
{
	return paper_is_form(&(struct paper){.name = str_of(name)});
}

static void forms_are_known_by_their_names(void **state)
{
	(void)state;
	assert_true(is_form("Tờ khai đăng ký"));
	assert_true(is_form("GIẤY ĐỀ NGHỊ cấp bản sao"));
	assert_true(is_form("Phiếu (Mẫu 04)"));
	assert_true(is_form("Đơn xin xác nhận"));
	assert_false(is_form("Đơn thuốc"));
	assert_false(is_form("Giấy ra viện"));
	assert_false(is_form("Mẫu máu"));
}

/* A form of two files, of which the first is so large. */
static struct media_file files[2];
static const struct media form = {.files = {files, 2}};

static struct record look(const struct ref *ref)
{
	(void)ref;
	return (struct record){&media_kind, &form, NULL};
}

static const struct value *read_nothing(struct inspection *i)
{
	return value_null(i->scratch);
}

static struct str found_in_form(uint64_t bytes)
{
	const struct procedure *x = load(WHOLE WAY "mau_don: mau\n");
	struct diag d = {.arena = &arena};
	const struct laws laws = {0};
	struct inspection i = {
		.laws = &laws,
		.scratch = &arena,
		.diag = &d,
		.read = read_nothing,
		.look = look,
	};

	((struct ref *)x->forms.items)->to = files;
	files[0] = (struct media_file){.file = {.path = STR("a.pdf"), .bytes = bytes}};
	files[1] = (struct media_file){.file = {.path = STR("a.docx"), .bytes = 1}};
	procedure_inspect_papers(x, &i);
	return d.first ? d.first->text : (struct str){0};
}

static void a_form_has_at_most_ten_megabytes(void **state)
{
	(void)state;
	assert_str(found_in_form(10 * 1000 * 1000), "");
	assert_str(found_in_form(10 * 1000 * 1000 + 1),
		   "the file \"a.pdf\" of this form has more than 10 MB: too much for a phone");
}

static void it_ends_behind_its_last_day(void **state)
{
	struct procedure x = *load(WHOLE WAY);
	struct date day = {2026, 6, 30, 0, 0, false}, next = {2026, 7, 1, 0, 0, false};

	(void)state;
	assert_false(procedure_has_ended(&x, next));
	x.to = day;
	assert_false(procedure_has_ended(&x, day));
	assert_true(procedure_has_ended(&x, next));
	x.to = (struct date){0};
	x.state = PROCEDURE_ABOLISHED;
	assert_true(procedure_has_ended(&x, day));
	x.from = next;
	assert_true(procedure_is_ahead(&x, day));
	assert_false(procedure_is_ahead(&x, next));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_term_in_words_agrees_with_the_ways),
		cmocka_unit_test(a_term_in_words_that_says_otherwise_is_found),
		cmocka_unit_test(a_term_follows_from_the_ways),
		cmocka_unit_test(a_version_changes_when_the_procedure_does),
		cmocka_unit_test(a_version_stays_when_only_the_record_changes),
		cmocka_unit_test(completeness_counts_the_parts_that_are_asked_for),
		cmocka_unit_test(forms_are_known_by_their_names),
		cmocka_unit_test(a_form_has_at_most_ten_megabytes),
		cmocka_unit_test(it_ends_behind_its_last_day),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
