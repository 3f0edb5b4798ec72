#include "unit.h"

#include "viet/when.h"

static struct arena arena;

struct row {
	const char *text, *edtf, *deadline;
};

/* "edtf deadline" of the first date in a text; "-" when there is none. */
static struct str found_in(const char *text, int year)
{
	struct when w;

	if (!when_find(str_of(text), 0, year, &w))
		return STR("-");
	if (!date_is_set(w.deadline))
		return when_edtf(&arena, &w);
	return str_concat(&arena, when_edtf(&arena, &w), STR(" by "),
			  date_iso(&arena, w.deadline));
}

static void assert_rows(const struct row *rows, size_t n, int year)
{
	for (size_t i = 0; i < n; i++) {
		const char *by = rows[i].deadline ? " by " : "";
		const char *deadline = rows[i].deadline ? rows[i].deadline : "";
		struct str want = str_fmt(&arena, "%s%s%s", rows[i].edtf, by, deadline);

		if (!str_eq(found_in(rows[i].text, year), want))
			print_error("in: %s\n", rows[i].text);
		assert_str(found_in(rows[i].text, year), str_z(&arena, want));
	}
}

static void the_forms_of_the_reference_list(void **state)
{
	static const struct row rows[] = {
		{"ngày 08 tháng 4 năm 2021", "2021-04-08", NULL},
		{"ngày 11/02/2025", "2025-02-11", NULL},
		{"ngày 27/8/2025", "2025-08-27", NULL},
		{"ngày 28 tháng 08 năm 2025", "2025-08-28", NULL},
		{"ngày 12/5/2014", "2014-05-12", NULL},
		{"12/02/2021và báo cáo định kỳ", "2021-02-12", NULL},
		{"ngày tháng 3 năm 2026", "2026-03-XX", NULL},
		{"ngày […] tháng 3 năm 2025", "2025-03-XX", NULL},
		{"tháng 3 năm 2026", "2026-03-XX", NULL},
		{"năm 2022", "2022-XX-XX", NULL},
		{"30.9.2025", "2025-09-30", NULL},
		{"quý IV/2025", "2025-10-01/2025-12-31", NULL},
		{"quý III năm 2026", "2026-07-01/2026-09-30", NULL},
		{"6 tháng cuối năm 2025", "2025-07-01/2025-12-31", NULL},
		{"giai đoạn 2021 - 2025", "2021-01-01/2025-12-31", NULL},
		{"giai đoạn 2021 – 2030", "2021-01-01/2030-12-31", NULL},
		{"trước ngày 12/02/2021", "2021-02-12", "2021-02-11"},
		{"vào ngày 15/6/2021", "2021-06-15", "2021-06-15"},
		{"Hoàn thành trước tháng 10/2026", "2026-10-XX", "2026-09-30"},
		{"Hoàn thành trước tháng 11/2026", "2026-11-XX", "2026-10-31"},
	};

	(void)state;
	assert_rows(rows, COUNT(rows), 0);
}

static void other_ways_to_write_a_date(void **state)
{
	static const struct row rows[] = {
		{"30-3-2025", "2025-03-30", NULL},
		{"15 tháng 3 năm 2025", "2025-03-15", NULL},
		{"kế hoạch số 12 năm 2026", "2026-XX-XX", NULL},
		{"Hà Nội, ngày 05 tháng 01 năm 2026", "2026-01-05", NULL},
		{"NGÀY 28 THÁNG 8 NĂM 2025", "2025-08-28", NULL},
		{"ngày\n 28\ttháng 8 năm\n2025", "2025-08-28", NULL},
		{"Ngày 15/10/2026, bệnh viện họp", "2026-10-15", NULL},
		{"(ngày 15/10/2026)", "2026-10-15", NULL},
		{"họp ngày 15/10/2026.", "2026-10-15", NULL},
		{"ngày 29/2/2024", "2024-02-29", NULL},
		{"ngày …… tháng 3 năm 2025", "2025-03-XX", NULL},
		{"ngày ... tháng ... năm 2026", "2026-XX-XX", NULL},
		{"ngày    tháng    năm 2026", "2026-XX-XX", NULL},
		{"tháng 3/2026", "2026-03-XX", NULL},
		{"tháng 11-2026", "2026-11-XX", NULL},
		{"quý 4 năm 2025", "2025-10-01/2025-12-31", NULL},
		{"Quý I/2026", "2026-01-01/2026-03-31", NULL},
		{"quí II năm 2026", "2026-04-01/2026-06-30", NULL},
		{"06 tháng đầu năm 2026", "2026-01-01/2026-06-30", NULL},
		{"sáu tháng đầu năm 2026", "2026-01-01/2026-06-30", NULL},
		{"9 tháng đầu năm 2025", "2025-01-01/2025-09-30", NULL},
		{"11 tháng đầu năm 2026", "2026-01-01/2026-11-30", NULL},
		{"7 tháng cuối năm 2025", "2025-06-01/2025-12-31", NULL},
		{"12 tháng đầu năm 2026", "2026-XX-XX", NULL},
		{"3 tháng cuối năm 2025", "2025-10-01/2025-12-31", NULL},
		{"Chương trình 2021–2030", "2021-01-01/2030-12-31", NULL},
		{"từ năm 2021 đến năm 2030", "2021-01-01/2030-12-31", NULL},
		{"năm 2024-2025", "2024-01-01/2025-12-31", NULL},
		{"số 61/2018/NĐ-CP ngày 23/4/2018", "2018-04-23", NULL},
		{"tính đến ngày 30/9/2025", "2025-09-30", NULL},
		{"kể từ ngày 01/7/2026", "2026-07-01", NULL},
	};

	(void)state;
	assert_rows(rows, COUNT(rows), 0);
}

static void spans_take_what_is_missing_from_their_end(void **state)
{
	static const struct row rows[] = {
		{"từ ngày 01/3/2025 đến ngày 31/3/2025", "2025-03-01/2025-03-31", NULL},
		{"từ ngày 1/3 đến hết ngày 15/3/2025", "2025-03-01/2025-03-15", NULL},
		{"từ ngày 01 đến ngày 15 tháng 8 năm 2026", "2026-08-01/2026-08-15", NULL},
		{"15-17/10/2026", "2026-10-15/2026-10-17", NULL},
		{"ngày 5–7/10/2026", "2026-10-05/2026-10-07", NULL},
		{"01/3/2025 – 31/3/2025", "2025-03-01/2025-03-31", NULL},
		{"từ tháng 3 đến tháng 6 năm 2025", "2025-03-01/2025-06-30", NULL},
		{"từ tháng 11/2025 đến tháng 01/2026", "2025-11-01/2026-01-31", NULL},
		{"29/2 - 3/3/2024", "2024-02-29/2024-03-03", NULL},
		{"từ ngày 20/3 đến ngày 15/3/2025", "2025-03-15", "2025-03-15"},
	};

	(void)state;
	assert_rows(rows, COUNT(rows), 0);
}

static void deadlines_are_the_last_day_in_time(void **state)
{
	static const struct row rows[] = {
		{"trước 12/02/2021", "2021-02-12", "2021-02-11"},
		{"Trước ngày 01/01/2026", "2026-01-01", "2025-12-31"},
		{"trước ngày 01 tháng 3 năm 2024", "2024-03-01", "2024-02-29"},
		{"trước năm 2026", "2026-XX-XX", "2025-12-31"},
		{"trước quý IV/2025", "2025-10-01/2025-12-31", "2025-09-30"},
		{"chậm nhất ngày 20/11/2026", "2026-11-20", "2026-11-20"},
		{"chậm nhất là ngày 20/11/2026", "2026-11-20", "2026-11-20"},
		{"muộn nhất vào ngày 20/11/2026", "2026-11-20", "2026-11-20"},
		{"chậm nhất trước ngày 20/11/2026", "2026-11-20", "2026-11-19"},
		{"đến hết tháng 9/2026", "2026-09-XX", "2026-09-30"},
		{"trong quý IV/2025", "2025-10-01/2025-12-31", "2025-12-31"},
		{"trong tháng 02/2024", "2024-02-XX", "2024-02-29"},
		{"đến năm 2030", "2030-XX-XX", "2030-12-31"},
		{"đến cuối năm 2026", "2026-XX-XX", "2026-12-31"},
		{"không quá ngày 05/12/2026", "2026-12-05", "2026-12-05"},
		{"trước 17 giờ 00 ngày 25/11/2026", "2026-11-25", "2026-11-25T17:00"},
		{"trước 8h30 ngày 25/11/2026", "2026-11-25", "2026-11-25T08:30"},
		{"trước 16:30 ngày 25/11/2026", "2026-11-25", "2026-11-25T16:30"},
		{"chậm nhất 17 giờ 30 phút ngày 25/11/2026", "2026-11-25", "2026-11-25T17:30"},
	};

	(void)state;
	assert_rows(rows, COUNT(rows), 0);
}

static void what_is_no_date_is_left_alone(void **state)
{
	static const char *const texts[] = {
		"",
		"61/2018/NĐ-CP",
		"66.7/2025/NQ-CP",
		"09/2015/TTLT-BYT-BTC",
		"15/6/2021/QĐ-UBND",
		"1/12/02/2021",
		"12/13/2021",
		"31/4/2025",
		"30/2/2026",
		"29/2/2025",
		"ngày 32 tháng 1 năm 2026",
		"ngày 8 tháng 13 năm 2026",
		"quý V/2025",
		"quý 5 năm 2025",
		"quý vị và các bạn",
		"hằng tháng, hàng quý",
		"ngày 15 hàng tháng",
		"ngày 15/6",
		"tháng 10",
		"02/50",
		"01/5.000",
		"120/80 mmHg",
		"24/7",
		"1/2 ngày",
		"10.10.2025.1",
		"1.2.2025.10",
		"0912.12.2025",
		"12/12/20255",
		"12/12/25",
		"12/12-2025",
		"năm 20",
		"năm 2",
		"năm 20261",
		"năm 5 tuổi",
		"phòng 2021",
		"6 tháng",
		"2025 - 2021",
		"năm học 2025-2026",
		"tổng đài 1900-2024",
		"ngày 10/3/2026 âm lịch",
		"ngày 10 tháng 3 năm 2026 (âm lịch)",
		"trước ngày làm việc",
		"trong buổi, vào đầu giờ",
		"sau 05 ngày làm việc",
		"chín trăm",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		if (!str_eq_z(found_in(texts[i], 0), "-"))
			print_error("in: %s\n", texts[i]);
		assert_str(found_in(texts[i], 0), "-");
	}
}

static void a_known_year_completes_what_lacks_one(void **state)
{
	static const struct row rows[] = {
		{"báo cáo định kỳ ngày 15/6 và 15/12", "2026-06-15", NULL},
		{"trước ngày 20/11", "2026-11-20", "2026-11-19"},
		{"ngày 20 tháng 11", "2026-11-20", NULL},
		{"trong quý III", "2026-07-01/2026-09-30", "2026-09-30"},
		{"6 tháng đầu năm", "2026-01-01/2026-06-30", NULL},
		{"tháng 10", "2026-10-XX", NULL},
		{"trước ngày 20/11/2025", "2025-11-20", "2025-11-19"},
		{"ngày 01/6 hằng năm", "-", NULL},
		{"ngày 15 tháng 6 hàng năm", "-", NULL},
		{"ngày 29/2", "-", NULL},
		{"tỷ lệ 15/6", "-", NULL},
	};

	(void)state;
	assert_rows(rows, COUNT(rows), 2026);
}

static void all_dates_of_a_text_are_found_in_turn(void **state)
{
	const struct str text = STR("Kế hoạch ngày 11/02/2025: xong trước ngày 30/6/2025, "
				    "báo cáo quý IV/2025 và năm 2025.");
	static const char *const dates[] = {"2025-02-11", "2025-06-30", "2025-10-01/2025-12-31",
					    "2025-XX-XX"};
	static const char *const parts[] = {"ngày 11/02/2025", "trước ngày 30/6/2025",
					    "quý IV/2025", "năm 2025"};
	struct when w = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(dates); i++) {
		assert_true(when_find(text, w.to, 0, &w));
		assert_str(when_edtf(&arena, &w), dates[i]);
		assert_str(((struct str){text.p + w.from, w.to - w.from}), parts[i]);
	}
	assert_false(when_find(text, w.to, 0, &w));
}

static void a_whole_string_may_be_a_date(void **state)
{
	struct when w;

	(void)state;
	assert_true(when_parse(STR("  trước ngày 12/02/2021. "), 0, &w));
	assert_int_equal(w.from, 2);
	assert_str(date_iso(&arena, w.deadline), "2021-02-11");
	assert_false(when_parse(STR("Hoàn thành trước tháng 10/2026"), 0, &w));
	assert_false(when_parse(STR("12/02/2021và"), 0, &w));
	assert_false(when_parse(STR(""), 0, &w));
	assert_false(when_parse(STR("."), 0, &w));
}

static void a_long_text_takes_time_in_proportion(void **state)
{
	static const char *const parts[] = {"trước trước ", "ngày . . . ", "1-",
					    "quý ",         "từ 1/1 đến ", "2021 - "};
	struct when w;

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++) {
		struct buf text = {.arena = &arena};

		while (text.n < 300 * 1000)
			buf_add_z(&text, parts[i]);
		assert_false(when_find(buf_str(&text), 0, 0, &w));
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_forms_of_the_reference_list),
		cmocka_unit_test(other_ways_to_write_a_date),
		cmocka_unit_test(spans_take_what_is_missing_from_their_end),
		cmocka_unit_test(deadlines_are_the_last_day_in_time),
		cmocka_unit_test(what_is_no_date_is_left_alone),
		cmocka_unit_test(a_known_year_completes_what_lacks_one),
		cmocka_unit_test(all_dates_of_a_text_are_found_in_turn),
		cmocka_unit_test(a_whole_string_may_be_a_date),
		cmocka_unit_test(a_long_text_takes_time_in_proportion),
	};
	int status = UNIT_RUN(tests);

	arena_free(&arena);
	return status;
}
