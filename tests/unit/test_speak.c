#include "unit.h"

#include "base/date.h"
#include "viet/speak.h"

struct row {
	const char *text, *spoken;
};

static struct speak_options northern = {0}, southern = {.southern = true};

static void check_rows(const struct row *rows, size_t n, const struct speak_options *o)
{
	struct arena a = {0};

	for (size_t i = 0; i < n; i++)
		assert_str(speak_text(&a, str_of(rows[i].text), o), rows[i].spoken);
	arena_free(&a);
}

static void numbers_are_words(void **state)
{
	static const struct row rows[] = {
		{"0", "Không"},
		{"1", "Một"},
		{"4", "Bốn"},
		{"5", "Năm"},
		{"10", "Mười"},
		{"11", "Mười một"},
		{"14", "Mười bốn"},
		{"15", "Mười lăm"},
		{"20", "Hai mươi"},
		{"21", "Hai mươi mốt"},
		{"24", "Hai mươi tư"},
		{"25", "Hai mươi lăm"},
		{"55", "Năm mươi lăm"},
		{"100", "Một trăm"},
		{"101", "Một trăm linh một"},
		{"105", "Một trăm linh năm"},
		{"110", "Một trăm mười"},
		{"115", "Một trăm mười lăm"},
		{"121", "Một trăm hai mươi mốt"},
		{"999", "Chín trăm chín mươi chín"},
		{"1000", "Một nghìn"},
		{"1001", "Một nghìn không trăm linh một"},
		{"1010", "Một nghìn không trăm mười"},
		{"2026", "Hai nghìn không trăm hai mươi sáu"},
		{"2005", "Hai nghìn không trăm linh năm"},
		{"5.000", "Năm nghìn"},
		{"5.024", "Năm nghìn không trăm hai mươi tư"},
		{"12.345", "Mười hai nghìn ba trăm bốn mươi lăm"},
		{"100.000", "Một trăm nghìn"},
		{"1.000.000", "Một triệu"},
		{"1.000.005", "Một triệu không trăm linh năm"},
		{"1.005.000", "Một triệu không trăm linh năm nghìn"},
		{"1.000.000.000", "Một tỷ"},
		{"2.000.000.001", "Hai tỷ không trăm linh một"},
		{"1.005.000.000", "Một tỷ không trăm linh năm triệu"},
		{"1.000.000.000.000", "Một nghìn tỷ"},
		{"02 tin", "Hai tin"},
		{"1.234.567,89",
		 "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy phẩy tám mươi "
		 "chín"},
		{"98,5", "Chín mươi tám phẩy năm"},
		{"0,05", "Không phẩy không năm"},
		{"3,1416", "Ba phẩy một bốn một sáu"},
		{"1,2,3", "Một,hai,ba"},
		{"phiên bản 1.5.2", "phiên bản một chấm năm chấm hai"},
		{"-5 °C", "Âm năm độ C"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void the_south_says_le_and_ngan(void **state)
{
	static const struct row rows[] = {
		{"105", "Một trăm lẻ năm"},
		{"2005", "Hai ngàn không trăm lẻ năm"},
		{"50.000 đồng", "Năm mươi ngàn đồng"},
		{"24", "Hai mươi tư"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &southern);
}

static void dates_are_said_as_days(void **state)
{
	static const struct row rows[] = {
		{"ngày 07/9/2026", "ngày bảy tháng chín năm hai nghìn không trăm hai mươi sáu"},
		{"Hạn: 07/9/2026",
		 "Hạn: ngày bảy tháng chín năm hai nghìn không trăm hai mươi sáu"},
		{"ngày 07-9-2026", "ngày bảy tháng chín năm hai nghìn không trăm hai mươi sáu"},
		{"ngày 30.9", "ngày ba mươi tháng chín"},
		{"ngày 7.9.2026", "ngày bảy tháng chín năm hai nghìn không trăm hai mươi sáu"},
		{"2026-09-07", "Ngày bảy tháng chín năm hai nghìn không trăm hai mươi sáu"},
		{"ngày 07 tháng 4 năm 2025",
		 "ngày bảy tháng tư năm hai nghìn không trăm hai mươi lăm"},
		{"tháng 4", "tháng tư"},
		{"tháng 04/2026", "tháng tư năm hai nghìn không trăm hai mươi sáu"},
		{"Tháng 10/2026", "Tháng mười năm hai nghìn không trăm hai mươi sáu"},
		{"3 tháng", "Ba tháng"},
		{"quý 4/2025", "quý bốn năm hai nghìn không trăm hai mươi lăm"},
		{"quý IV/2025", "quý bốn năm hai nghìn không trăm hai mươi lăm"},
		{"quý IV năm 2025", "quý bốn năm hai nghìn không trăm hai mươi lăm"},
		{"ngày 15/9", "ngày mười lăm tháng chín"},
		{"ngày 12/12", "ngày mười hai tháng mười hai"},
		{"sáng 15/9", "sáng ngày mười lăm tháng chín"},
		{"thứ bảy 7/11", "thứ bảy ngày bảy tháng mười một"},
		{"dịp lễ 2/9", "dịp lễ ngày hai tháng chín"},
		{"chào mừng 20/11", "chào mừng ngày hai mươi tháng mười một"},
		{"từ 15/9 – 4/10", "từ ngày mười lăm tháng chín đến ngày bốn tháng mười"},
		{"ngày 15-17/9", "ngày mười lăm đến ngày mười bảy tháng chín"},
		{"12/02/2021và",
		 "Ngày mười hai tháng hai năm hai nghìn không trăm hai mươi mốt và"},
		{"thứ 4, thứ 7", "thứ tư, thứ bảy"},
		{"lần thứ 1", "lần thứ nhất"},
		{"2021 - 2030",
		 "Hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm ba mươi"},
		{"2021–2030",
		 "Hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm ba mươi"},
		{"31/2/2026", "Ba mươi mốt/hai trên hai nghìn không trăm hai mươi sáu"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void times_are_said_with_hours_and_minutes(void **state)
{
	static const struct row rows[] = {
		{"13:30", "Mười ba giờ ba mươi phút"},
		{"13:05", "Mười ba giờ năm phút"},
		{"7h30", "Bảy giờ ba mươi phút"},
		{"7g30", "Bảy giờ ba mươi phút"},
		{"8h", "Tám giờ"},
		{"7 giờ 30", "Bảy giờ ba mươi phút"},
		{"7 giờ 30 phút", "Bảy giờ ba mươi phút"},
		{"17 giờ 00.", "Mười bảy giờ."},
		{"7 giờ 30 – 11 giờ 30", "Bảy giờ ba mươi phút đến mười một giờ ba mươi phút"},
		{"ngày 24/7", "ngày hai mươi tư tháng bảy"},
		{"20 giờ ngày 12/12", "Hai mươi giờ ngày mười hai tháng mười hai"},
		{"trong 2 giờ 15 người đến", "trong hai giờ mười lăm phút người đến"},
		{"trong 2 giờ 15 bệnh nhân", "trong hai giờ mười lăm bệnh nhân"},
		{"24/7", "Hai mươi tư trên bảy"},
		{"25:30", "Hai mươi lăm:ba mươi"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void pairs_and_ranges_are_told_apart(void **state)
{
	static const struct row rows[] = {
		{"1/2 ngày", "Một phần hai ngày"},
		{"3/4", "Ba phần tư"},
		{"02/50", "Hai trên năm mươi"},
		{"3/50", "Ba trên năm mươi"},
		{"01/5.000 bản", "Một trên năm nghìn bản"},
		{"12/12 khoa", "Mười hai trên mười hai khoa"},
		{"120/80 mmHg", "Một trăm hai mươi trên tám mươi mi-li-mét thủy ngân"},
		{"5 - 7 ngày", "Năm đến bảy ngày"},
		{"5-7 ngày", "Năm đến bảy ngày"},
		{"80 × 180 cm", "Tám mươi nhân một trăm tám mươi xăng-ti-mét"},
		{"ISO 9001:2015", "I-sô chín nghìn không trăm linh một phiên bản năm hai "
				  "nghìn không trăm mười lăm"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void money_and_units_are_words(void **state)
{
	static const struct row rows[] = {
		{"50.000 đồng", "Năm mươi nghìn đồng"},
		{"50.000đ", "Năm mươi nghìn đồng"},
		{"50.000 VNĐ", "Năm mươi nghìn đồng"},
		{"1,5 tỷ đồng", "Một phẩy năm tỷ đồng"},
		{"30.000 đồng/lượt", "Ba mươi nghìn đồng mỗi lượt"},
		{"98,5%", "Chín mươi tám phẩy năm phần trăm"},
		{"100 %", "Một trăm phần trăm"},
		{"5‰", "Năm phần nghìn"},
		{"25 m²", "Hai mươi lăm mét vuông"},
		{"25m2", "Hai mươi lăm mét vuông"},
		{"3 m³", "Ba mét khối"},
		{"60 kg", "Sáu mươi ki-lô-gam"},
		{"500 ml", "Năm trăm mi-li-lít"},
		{"2 km", "Hai ki-lô-mét"},
		{"40 km/h", "Bốn mươi ki-lô-mét trên giờ"},
		{"5 mg/kg", "Năm mi-li-gam trên ki-lô-gam"},
		{"37,5 °C", "Ba mươi bảy phẩy năm độ C"},
		{"20 MB", "Hai mươi mê-ga-bai"},
		{"5 gói", "Năm gói"},
		{"5G", "Năm G"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void telephones_are_read_digit_by_digit(void **state)
{
	static const struct row rows[] = {
		{"0912 345 678", "Không chín một hai, ba bốn năm, sáu bảy tám"},
		{"0912.345.678", "Không chín một hai, ba bốn năm, sáu bảy tám"},
		{"0912345678", "Không chín một hai, ba bốn năm, sáu bảy tám"},
		{"(024) 3825 3531", "(không hai bốn, ba tám hai năm, ba năm ba một"},
		{"+84 912 345 678", "Cộng tám bốn, chín một hai, ba bốn năm, sáu bảy tám"},
		{"1900 1234", "Một chín không không, một hai ba bốn"},
		{"tổng đài 19001234", "tổng đài một chín không không, một hai ba bốn"},
		{"tổng đài 1022", "tổng đài một không hai hai"},
		{"Đường dây nóng: 1022", "Đường dây nóng: một không hai hai"},
		{"gọi 115 khi cấp cứu", "gọi một một năm khi cấp cứu"},
		{"gọi 100 người", "gọi một trăm người"},
		{"CCCD 001234567890",
		 "Căn cước công dân không không một, hai ba bốn, năm sáu bảy, tám chín không"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void roman_numbers_are_read_where_they_count(void **state)
{
	static const struct row rows[] = {
		{"chương II", "chương hai"},
		{"Mục IX", "Mục chín"},
		{"thế kỷ XXI", "thế kỷ hai mươi mốt"},
		{"lần thứ XIV", "lần thứ mười bốn"},
		{"bác sĩ hạng III", "bác sĩ hạng ba"},
		{"phòng X", "phòng X"},
		{"quý XXXXXXXXXXXXXX", "quý XXXXXXXXXXXXXX"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void short_forms_are_said_in_full(void **state)
{
	static const struct row rows[] = {
		{"thẻ BHYT", "thẻ bảo hiểm y tế"},
		{"BHYT chi trả", "Bảo hiểm y tế chi trả"},
		{"công tác CCHC", "công tác cải cách hành chính"},
		{"02 TTHC", "Hai thủ tục hành chính"},
		{"ứng dụng VNeID", "ứng dụng vi-en-i-đi"},
		{"mã QR", "mã quy-a"},
		{"thẻ bảo hiểm y tế (BHYT) còn hạn", "thẻ bảo hiểm y tế còn hạn"},
		{"định danh (VNeID)", "định danh (vi-en-i-đi)"},
		{"HIV/AIDS", "Hát i vê, ết"},
		{"bản photo, Photo", "bản phô tô, phô tô"},
		{"website", "Trang thông tin điện tử"},
		{"TP. Minh Họa", "Thành phố Minh Họa"},
		{"dịch COVID-19", "dịch cô-vít mười chín"},
		{"nhóm KXZ", "nhóm ca ích-xì dét"},
		{"giấy A4", "giấy a bốn"},
		{"cúm H5N1", "cúm hát năm en-nờ một"},
		{"BVĐKX", "Bê vê đê ca ích-xì"},
		{"BHYTX", "Bê hát i dài tê ích-xì"},
		{"nhà A", "nhà A"},
		{"THÔNG BÁO TUYEN DUNG", "THÔNG BÁO TUYEN DUNG"},
		{"Ông NAM", "Ông en-nờ a em-mờ"},
		{"ông/bà", "ông bà"},
		{"thẻ căn cước/VNeID", "thẻ căn cước hoặc vi-en-i-đi"},
		{"5 tin, bài/tháng", "Năm tin, bài mỗi tháng"},
		{"KH&CN, hỏi & đáp", "Khoa học và công nghệ, hỏi và đáp"},
		{"xem https://benhvien.example.vn/cchc/.",
		 "xem benhvien chấm example chấm vê-nờ."},
		{"cchc@benhvien.vn", "Cchc a còng benhvien chấm vê-nờ"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void documents_are_named_without_their_symbols(void **state)
{
	static const struct row rows[] = {
		{"Quyết định số 2555/QĐ-BYT ngày 12/8/2025 của Bộ Y tế",
		 "Quyết định số hai nghìn năm trăm năm mươi lăm của Bộ Y tế"},
		{"Nghị định số 118/2025/NĐ-CP",
		 "Nghị định số một trăm mười tám năm hai nghìn không trăm hai mươi lăm của "
		 "Chính phủ"},
		{"theo Nghị định 61/2018/NĐ-CP, sau đó",
		 "theo Nghị định số sáu mươi mốt năm hai nghìn không trăm mười tám của Chính "
		 "phủ, sau đó"},
		{"Kế hoạch số 02/KH-SYT", "Kế hoạch số hai của Sở Y tế"},
		{"theo 37/KH-SYT ngày 08 tháng 4 năm 2021.",
		 "theo kế hoạch số ba mươi bảy của Sở Y tế."},
		{"QĐ số 766/QĐ-TTg",
		 "Quyết định số bảy trăm sáu mươi sáu của Thủ tướng Chính phủ"},
		{"Luật số 15/2023/QH15", "Luật số mười lăm năm hai nghìn không trăm hai mươi "
					 "ba của Quốc hội khóa mười lăm"},
		{"Nghị quyết số 30c/NQ-CP", "Nghị quyết số ba mươi xê của Chính phủ"},
		{"Nghị quyết số 66.7/2025/NQ-CP",
		 "Nghị quyết số sáu mươi sáu chấm bảy năm hai nghìn không trăm hai mươi lăm "
		 "của Chính phủ"},
		{"Nghị quyết số 18-NQ/TW", "Nghị quyết số mười tám của Trung ương"},
		{"Công văn số 1145/SYT-NVY",
		 "Công văn số một nghìn một trăm bốn mươi lăm của Sở Y tế"},
		{"TCVN 6909:2001", "Tiêu chuẩn Việt Nam sáu nghìn chín trăm linh chín phiên "
				   "bản năm hai nghìn không trăm linh một"},
		{"15/QĐ-XYZ và 02/50", "Quyết định số mười lăm và hai trên năm mươi"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void what_is_no_number_or_word_stays(void **state)
{
	static const struct row rows[] = {
		{"", ""},
		{"...", "..."},
		{"?!–(", "?!–("},
		{"Xin chào quý vị.", "Xin chào quý vị."},
		{"Một.\nHai.", "Một.\nHai."},
		{"日本 5", "日本 năm"},
		{"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
		{"\xFF"
		 "5\xFE",
		 "\xFF"
		 "năm\xFE"},
		{"999999999999999999",
		 "Chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm "
		 "chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín "
		 "nghìn chín trăm chín mươi chín"},
		{"1000000000000000000",
		 "Một không không, không không không, không không không, không không không, "
		 "không không không, không không không, không"},
		{"/////", "/////"},
		{"1/", "Một/"},
		{"((((((", "(((((("},
		{"5 –", "Năm –"},
		{"%", "Phần trăm"},
		{"BHYT BHYT", "Bảo hiểm y tế bảo hiểm y tế"},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void the_worked_example_is_read_in_full(void **state)
{
	static const struct row rows[] = {
		{"Từ tháng 9/2026, người bệnh chỉ cần căn cước gắn chíp hoặc VNeID khi đăng "
		 "ký khám; thời gian chờ trung bình giảm từ 12 phút còn 5 phút.",
		 "Từ tháng chín năm hai nghìn không trăm hai mươi sáu, người bệnh chỉ cần căn "
		 "cước gắn chíp hoặc vi-en-i-đi khi đăng ký khám; thời gian chờ trung bình "
		 "giảm từ mười hai phút còn năm phút."},
		{"Từ ngày 07/9/2026, Khoa Khám bệnh không yêu cầu người bệnh nộp bản photo "
		 "thẻ bảo hiểm y tế (BHYT)…",
		 "Từ ngày bảy tháng chín năm hai nghìn không trăm hai mươi sáu, Khoa Khám "
		 "bệnh không yêu cầu người bệnh nộp bản phô tô thẻ bảo hiểm y tế…"},
		{"Căn cứ Quyết định số 2555/QĐ-BYT ngày 12/8/2025 của Bộ Y tế, người bệnh có "
		 "thể dùng thẻ căn cước gắn chíp, VNeID mức 2 hoặc VssID.",
		 "Căn cứ Quyết định số hai nghìn năm trăm năm mươi lăm của Bộ Y tế, người "
		 "bệnh có thể dùng thẻ căn cước gắn chíp, vi-en-i-đi mức hai hoặc "
		 "vi-ét-ét-i-đi."},
	};

	(void)state;
	check_rows(rows, COUNT(rows), &northern);
}

static void a_long_hostile_text_takes_time_in_proportion(void **state)
{
	static const char *const parts[] = {"1.", "5-", "(A",   "a/", "1/",
					    "0 ", "9",  "BHYT", "T.", "\xE1\xBA"};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf text = {.arena = &a};
		double before = clock_seconds();

		while (text.n < 100000)
			buf_add_z(&text, parts[i]);
		speak_text(&a, buf_str(&text), &northern);
		assert_true(clock_seconds() - before < 10);
		arena_reset(&a);
	}
	arena_free(&a);
}

static void a_text_takes_as_long_as_its_syllables(void **state)
{
	struct speak_options slow = {.rate = 60}, odd = {.rate = -1};

	(void)state;
	assert_int_equal(speak_syllables(STR("")), 0);
	assert_int_equal(speak_syllables(STR("... 5 –")), 0);
	assert_int_equal(speak_syllables(STR("Ứng dụng vi-en-i-đi.")), 6);
	assert_int_equal(speak_seconds(0, &northern), 0);
	assert_int_equal(speak_seconds(1, &northern), 1);
	assert_int_equal(speak_seconds(3, &northern), 1);
	assert_int_equal(speak_seconds(4, &northern), 2);
	assert_int_equal(speak_seconds(4, &slow), 4);
	assert_int_equal(speak_seconds(4, &odd), 2);
}

static void a_short_form_has_a_full_one(void **state)
{
	(void)state;
	assert_str(speak_full_form(STR("BHYT")), "bảo hiểm y tế");
	assert_str(speak_full_form(STR("VNeID")), "");
	assert_str(speak_full_form(STR("bhyt")), "");
}

static void a_number_of_its_own_is_said_too(void **state)
{
	struct arena a = {0};

	(void)state;
	assert_str(speak_number(&a, STR("2555"), &northern), "hai nghìn năm trăm năm mươi lăm");
	assert_str(speak_number(&a, STR("07"), &northern), "bảy");
	arena_free(&a);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_words),
		cmocka_unit_test(the_south_says_le_and_ngan),
		cmocka_unit_test(dates_are_said_as_days),
		cmocka_unit_test(times_are_said_with_hours_and_minutes),
		cmocka_unit_test(pairs_and_ranges_are_told_apart),
		cmocka_unit_test(money_and_units_are_words),
		cmocka_unit_test(telephones_are_read_digit_by_digit),
		cmocka_unit_test(roman_numbers_are_read_where_they_count),
		cmocka_unit_test(short_forms_are_said_in_full),
		cmocka_unit_test(documents_are_named_without_their_symbols),
		cmocka_unit_test(what_is_no_number_or_word_stays),
		cmocka_unit_test(the_worked_example_is_read_in_full),
		cmocka_unit_test(a_long_hostile_text_takes_time_in_proportion),
		cmocka_unit_test(a_text_takes_as_long_as_its_syllables),
		cmocka_unit_test(a_short_form_has_a_full_one),
		cmocka_unit_test(a_number_of_its_own_is_said_too),
	};

	return UNIT_RUN(tests);
}
