/* Coordinates are computed by hand in the comments. Numbers of charts are bold at the most:
 * a digit is 13 x 0.65 x 1.1 = 9.295 wide, a point or comma 5.148. */
#include "unit.h"

#include "draw/chart.h"
#include "draw/label.h"

static struct arena arena;

#define VALUES(...) ((const int64_t[]){__VA_ARGS__})
static const struct str no_name = {0};

enum {
	ONE = 1000, /* numbers are thousandths */
};

static struct chart chart_of(enum chart_sort sort, const struct chart_row *rows, size_t n)
{
	return (struct chart){.sort = sort,
			      .title = STR("Hồ sơ"),
			      .series = &no_name,
			      .n_series = 1,
			      .rows = rows,
			      .n_rows = n};
}

static struct str drawn(const struct chart *c)
{
	struct buf out = {.arena = &arena};

	chart_put_svg(&out, c, STR("bd_1"));
	return buf_str(&out);
}

static void check_has(struct str s, const char *part)
{
	if (!str_holds(s, str_of(part)))
		fail_msg("has no %s:\n" STR_FMT, part, STR_ARG(s));
}

static void check_lacks(struct str s, const char *part)
{
	if (str_holds(s, str_of(part)))
		fail_msg("has %s:\n" STR_FMT, part, STR_ARG(s));
}

static size_t count(struct str s, const char *part)
{
	size_t n = 0, at = 0;

	while (str_find(s, str_of(part), at, &at)) {
		n++;
		at++;
	}
	return n;
}

/* The scale goes from 0 to 100. "100" takes 3 x 9.295 and a gap of 4: 31.885; 328.115 is
 * left, so 50 is 164.0575 long, and its number begins 4 behind. A name takes 18. */
static void bars_are_as_long_as_their_numbers(void **state)
{
	const struct chart_row rows[] = {{.name = STR("Quý I"), .values = VALUES(50 * ONE)},
					 {.name = STR("Quý II"), .values = VALUES(100 * ONE)}};
	struct chart c = chart_of(CHART_BAR, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_has(s, "<rect class=\"mau-1\" x=\"0\" y=\"18\" width=\"164.06\" height=\"16\"/>");
	check_has(s, "<rect class=\"mau-1\" x=\"0\" y=\"64\" width=\"328.12\" height=\"16\"/>");
	check_has(s, "<text class=\"ten\" x=\"0\" y=\"13\">Quý I</text>");
	check_has(s, "<text class=\"so\" x=\"168.06\" y=\"30\">50</text>");
	check_has(s, "<text class=\"so\" x=\"332.12\" y=\"76\">100</text>");
	/* two rows of 18 + 20 + 8, and the labels of the axis */
	check_has(s, "viewBox=\"0 0 360 102\"");
	/* 20 is a fifth of the way: 65.623 */
	check_has(s, "<path class=\"luoi\" stroke=\"currentColor\" d=\"M65.62 16L65.62 36\"/>");
	check_has(s, "<path class=\"truc\" stroke=\"currentColor\" d=\"M0 16L0 36\"/>");
}

/* From -50 to 100. "-50" takes 13 x 0.46 x 1.1 + 2 x 9.295 + 4 = 29.168 on the left, 31.885
 * on the right: 298.947 are left, a third of it before 0, which is at 128.817. */
static void negative_bars_go_the_other_way(void **state)
{
	const struct chart_row rows[] = {{.name = STR("A"), .values = VALUES(-50 * ONE)},
					 {.name = STR("B"), .values = VALUES(100 * ONE)}};
	struct chart c = chart_of(CHART_BAR, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_has(s, "<rect class=\"mau-1\" x=\"29.17\" y=\"18\" width=\"99.65\"");
	check_has(s, "<rect class=\"mau-1\" x=\"128.82\" y=\"64\" width=\"199.3\"");
	check_has(s, "<text class=\"so\" text-anchor=\"end\" x=\"25.17\" y=\"30\">-50</text>");
}

static void what_is_missing_is_said_and_no_bar(void **state)
{
	const struct chart_row rows[] = {{.name = STR("A"), .values = VALUES(CHART_MISSING)},
					 {.name = STR("B"), .values = VALUES(0)}};
	struct chart c = chart_of(CHART_BAR, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_lacks(s, "mau-1");
	check_has(s, "<text class=\"so\" x=\"4\" y=\"30\">chưa có số liệu</text>");
	check_has(s, "<text class=\"so\" x=\"4\" y=\"76\">0</text>");
}

/* 19 characters on both sides would leave no bar. */
static void long_numbers_stand_above_their_bars(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("A"), .values = VALUES(999999999999999)},
		{.name = STR("B"), .values = VALUES(-999999999999999)}};
	struct chart c = chart_of(CHART_BAR, rows, COUNT(rows));
	struct str s;

	(void)state;
	c.places = 3;
	s = drawn(&c);
	check_has(s, "<text class=\"so\" x=\"0\" y=\"31\">999.999.999.999,999</text>");
	/* 0 is in the middle; a name and a number above */
	check_has(s, "<rect class=\"mau-1\" x=\"180\" y=\"36\" width=\"180\"");
	check_has(s, "<rect class=\"mau-1\" x=\"0\" y=\"100\" width=\"180\"");
}

static void tiny_numbers_have_a_scale_of_their_own(void **state)
{
	const struct chart_row rows[] = {{.name = STR("A"), .values = VALUES(1)},
					 {.name = STR("B"), .values = VALUES(2)}};
	struct chart c = chart_of(CHART_BAR, rows, COUNT(rows));
	struct str s;

	(void)state;
	c.places = 3;
	s = drawn(&c);
	/* 0,002 takes 4 x 9.295 + 5.148 + 4 = 46.328; 0,001 is half of 313.672 */
	check_has(s, "width=\"156.84\"");
	check_has(s, ">0,001</text>");
}

static void a_series_has_its_texture_and_a_line_in_the_legend(void **state)
{
	const struct chart_row row = {.name = STR("A"),
				      .values = VALUES(4 * ONE, 3 * ONE, 2 * ONE, ONE)};
	const struct str names[] = {STR("một"), STR("hai"), STR("ba"), STR("bốn")};
	struct chart c = chart_of(CHART_BAR, &row, 1);
	struct str s;

	(void)state;
	c.series = names;
	c.n_series = 4;
	s = drawn(&c);
	for (size_t i = 1; i <= 4; i++)
		assert_int_equal(count(s, str_fmt(&arena, "class=\"mau-%zu\"", i).p), 2);
	assert_int_equal(count(s, "class=\"van\""), 6);
	check_has(s, "<rect class=\"mau-2\" x=\"0\" y=\"21\" width=\"14\" height=\"12\"/>");
	check_has(s, "<text class=\"ten\" x=\"22\" y=\"31\">hai</text>");
}

/* One diagonal each 6 units, cut to the rectangle: of x + y = 27, for instance, from
 * (0, 27) at the left edge to (6, 21) at the top. */
static void textures_are_cut_to_their_rectangle(void **state)
{
	const struct chart_row row = {.name = STR("A"), .values = VALUES(ONE, ONE)};
	const struct str names[] = {STR("một"), STR("hai")};
	struct chart c = chart_of(CHART_BAR, &row, 1);
	struct str s;

	(void)state;
	c.series = names;
	c.n_series = 2;
	s = drawn(&c);
	check_has(s, "d=\"M0 27L6 21M0 33L12 21M6 33L14 25M12 33L14 31\"");
}

/* From 0 to 200: "200" is 3 x 8.45 wide, and 6 behind it the plot begins, at 31.35. Each of
 * three points has 109.55 of the 328.65. The plot is 170 high, from 22 to 192. */
static void points_stand_in_the_middle_of_their_room(void **state)
{
	const struct chart_row rows[] = {{.name = STR("2023"), .values = VALUES(0)},
					 {.name = STR("2024"), .values = VALUES(100 * ONE)},
					 {.name = STR("2025"), .values = VALUES(200 * ONE)}};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_has(s, "d=\"M86.13 192L195.68 107L305.23 22\"");
	check_has(s,
		  "<text class=\"so\" text-anchor=\"middle\" x=\"305.23\" y=\"13\">200</text>");
	check_has(s, "text-anchor=\"middle\" x=\"86.13\" y=\"213\">2023</text>");
	check_has(
		s,
		"<text class=\"nhan-truc\" text-anchor=\"end\" x=\"25.35\" y=\"196\">0</text>");
	check_lacks(s, "không bắt đầu từ 0");
}

static void an_axis_that_does_not_begin_with_0_says_so(void **state)
{
	const struct chart_row rows[] = {{.name = STR("2023"), .values = VALUES(86420)},
					 {.name = STR("2024"), .values = VALUES(88100)}};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));

	(void)state;
	c.places = 2;
	c.unit = STR("%");
	check_has(drawn(&c), ">Đơn vị: %; trục số không bắt đầu từ 0</text>");
	c.unit = STR("");
	check_has(drawn(&c), ">Trục số không bắt đầu từ 0</text>");
}

static void a_line_ends_where_a_number_is_missing(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("1"), .values = VALUES(ONE)},
		{.name = STR("2"), .values = VALUES(ONE)},
		{.name = STR("3"), .values = VALUES(CHART_MISSING)},
		{.name = STR("4"), .values = VALUES(ONE)},
	};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	/* "1" is 8.45 wide: the plot begins at 14.45, each point has 86.3875 */
	check_has(s, "d=\"M57.64 22L144.03 22M316.81 22\"");
	assert_int_equal(count(s, "class=\"mau-1\""), 3);
}

static void one_point_is_a_marker(void **state)
{
	const struct chart_row row = {.name = STR("2025"), .values = VALUES(5 * ONE)};
	struct chart c = chart_of(CHART_LINE, &row, 1);
	struct str s = drawn(&c);

	(void)state;
	/* the plot begins at 14.45: the middle is 187.235 */
	check_has(s, "<path class=\"mau-1\" d=\"M187.23 22m-4 0");
}

static void large_numbers_along_an_axis_are_millions(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("1"), .values = VALUES(2500000LL * ONE)},
		{.name = STR("2"), .values = VALUES(0)},
	};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));
	struct str s;

	(void)state;
	c.unit = STR("đồng");
	s = drawn(&c);
	check_has(s, ">Đơn vị: triệu đồng</text>");
	check_has(s, ">0,5</text>");
	check_has(s, ">2,5</text>");
	check_has(s, ">2.500.000</text>");
}

/* What is seen of two numbers far from 0 and near each other needs all their digits. */
static void close_numbers_are_not_made_millions(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("1"), .values = VALUES(2500000LL * ONE)},
		{.name = STR("2"), .values = VALUES(2500001LL * ONE)},
	};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_lacks(s, "triệu");
	check_has(s, "text-anchor=\"end\"");
}

static void a_mark_stands_between_two_points_and_is_told(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("2024"), .values = VALUES(0)},
		{.name = STR("2025"), .values = VALUES(ONE), .mark = STR("34 tỉnh")},
	};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	/* 14.45 + 345.55 / 2 */
	check_has(s,
		  "<path class=\"vach\" stroke=\"currentColor\" d=\"M187.23 0L187.23 192\"/>");
	check_has(s, ">2025: 34 tỉnh</text>");
}

/* The track is 359 wide, from 0.5: 62 of 120 are 185.483, 80 stand at 239.833. */
static void progress_is_a_part_of_its_track(void **state)
{
	const struct chart_row row = {.name = STR("Tin, bài"),
				      .values = VALUES(62 * ONE),
				      .target = 120 * ONE,
				      .due = 80 * ONE};
	struct chart c = chart_of(CHART_PROGRESS, &row, 1);
	struct str s = drawn(&c);

	(void)state;
	check_has(s, "x=\"0.5\" y=\"22\" width=\"359\" height=\"14\"/>");
	check_has(s,
		  "<rect class=\"mau-1\" x=\"0.5\" y=\"22\" width=\"185.48\" height=\"14\"/>");
	check_has(s, "d=\"M239.83 19L239.83 39\"");
	check_has(s, ">62 trên 120 (51%); phải đạt đến nay 80</text>");
}

static void more_than_the_target_is_a_full_track(void **state)
{
	const struct chart_row row = {.name = STR("Tin, bài"),
				      .values = VALUES(150 * ONE),
				      .target = 120 * ONE,
				      .due = CHART_MISSING};
	struct chart c = chart_of(CHART_PROGRESS, &row, 1);
	struct str s = drawn(&c);

	(void)state;
	check_has(s, "<rect class=\"mau-1\" x=\"0.5\" y=\"22\" width=\"359\"");
	check_has(s, ">150 trên 120 (100%)</text>");
	check_lacks(s, "vach");
}

static void progress_without_a_target_or_a_number_has_no_share(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("A"),
		 .values = VALUES(2 * ONE),
		 .target = CHART_MISSING,
		 .due = CHART_MISSING},
		{.name = STR("B"),
		 .values = VALUES(CHART_MISSING),
		 .target = 10 * ONE,
		 .due = CHART_MISSING},
	};
	struct chart c = chart_of(CHART_PROGRESS, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_has(s, ">2; chưa có chỉ tiêu để so sánh</text>");
	check_has(s, ">chưa có số liệu; chỉ tiêu 10</text>");
	assert_int_equal(count(s, "nen-thanh"), 1);
	check_lacks(s, "mau-1");
}

/* 1 of 4 is 90 units of 360, 3 are the other 270. */
static void parts_fill_the_whole(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("Đúng hạn"), .values = VALUES(ONE)},
		{.name = STR("Quá hạn"), .values = VALUES(0)},
		{.name = STR("Trước hạn"), .values = VALUES(3 * ONE)},
	};
	struct chart c = chart_of(CHART_SHARE, rows, COUNT(rows));
	struct str s;

	(void)state;
	c.unit = STR("hồ sơ");
	s = drawn(&c);
	check_has(s, "<rect class=\"mau-1\" x=\"0\" y=\"0\" width=\"90\" height=\"30\"/>");
	check_has(s, "<rect class=\"mau-3\" x=\"90\" y=\"0\" width=\"270\" height=\"30\"/>");
	check_has(s, ">Đúng hạn: 1 hồ sơ (25,0%)</text>");
	check_has(s, ">Quá hạn: 0 hồ sơ (0,0%)</text>");
	assert_int_equal(count(s, "class=\"mau-2\""), 1); /* in the legend only */
}

static void a_whole_of_nothing_has_no_parts(void **state)
{
	const struct chart_row rows[] = {{.name = STR("A"), .values = VALUES(0)},
					 {.name = STR("B"), .values = VALUES(CHART_MISSING)}};
	struct chart c = chart_of(CHART_SHARE, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_has(s, ">A: 0</text>");
	check_has(s, ">B: chưa có số liệu</text>");
	check_lacks(s, "height=\"30\"/><rect class=\"mau-1\" x=\"0\" y=\"0\"");
}

static void large_parts_have_right_shares(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("A"), .values = VALUES(250000000000 * ONE)},
		{.name = STR("B"), .values = VALUES(750000000000 * ONE)}};
	struct chart c = chart_of(CHART_SHARE, rows, COUNT(rows));
	struct str s = drawn(&c);

	(void)state;
	check_has(s, "width=\"90\"");
	check_has(s, ">A: 250.000.000.000 (25,0%)</text>");
}

static void a_few_numbers_are_told_and_many_by_their_extremes(void **state)
{
	struct chart_row rows[13];
	struct chart c;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t *value = arena_new(&arena, int64_t);

		*value = (int64_t)(i * i) * ONE;
		rows[i] = (struct chart_row){.name = str_fmt(&arena, "T%zu", i + 1),
					     .values = value};
	}
	c = chart_of(CHART_BAR, rows, 2);
	c.unit = STR("hồ sơ");
	check_has(drawn(&c),
		  "<title id=\"bd_1_t\">Hồ sơ</title><desc id=\"bd_1_d\">Biểu đồ cột, "
		  "đơn vị: hồ sơ. T1: 0; T2: 1.</desc>");
	c.n_rows = COUNT(rows);
	check_has(drawn(&c),
		  "Biểu đồ cột, đơn vị: hồ sơ. Cao nhất: T13: 144. Thấp nhất: T1: 0.");
}

static void a_figure_has_a_caption_and_a_table(void **state)
{
	const struct chart_row rows[] = {
		{.name = STR("A <1>"), .values = VALUES(1500)},
		{.name = STR("B"), .values = VALUES(CHART_MISSING), .mark = STR("mốc & kia")}};
	struct chart c = chart_of(CHART_LINE, rows, COUNT(rows));
	struct buf out = {.arena = &arena};

	(void)state;
	c.places = 1;
	c.about = STR("Tăng \"đều\"");
	c.source = STR("Phòng Kế hoạch");
	chart_put(&out, &c, STR("bd_1"));
	check_has(buf_str(&out), "<figure class=\"bieu-do bieu-do-duong\">\n"
				 "<figcaption><strong>Hồ sơ</strong>\n"
				 "<span class=\"mo-ta\">Tăng &quot;đều&quot;</span>\n"
				 "<span class=\"nguon\">Nguồn: Phòng Kế hoạch</span>"
				 "</figcaption>\n<svg ");
	check_has(buf_str(&out), "<thead><tr>\n<th scope=\"col\">Mục</th>\n"
				 "<th scope=\"col\" class=\"so\">Giá trị</th>\n</tr></thead>\n"
				 "<tbody>\n<tr>\n<th scope=\"row\">A &lt;1&gt;</th>\n"
				 "<td class=\"so\">1,5</td>\n</tr>\n"
				 "<tr>\n<th scope=\"row\">B\n"
				 "<span class=\"ghi-chu\">mốc &amp; kia</span></th>\n"
				 "<td class=\"so\">chưa có số liệu</td>\n</tr>\n</tbody>");
}

static void the_table_of_progress_has_targets(void **state)
{
	const struct chart_row row = {.name = STR("A"),
				      .values = VALUES(ONE),
				      .target = 2 * ONE,
				      .due = CHART_MISSING};
	struct chart c = chart_of(CHART_PROGRESS, &row, 1);
	struct buf out = {.arena = &arena};

	(void)state;
	chart_put(&out, &c, STR("bd_1"));
	check_has(buf_str(&out), "<th scope=\"row\">A</th>\n<td class=\"so\">1</td>\n"
				 "<td class=\"so\">–</td>\n<td class=\"so\">2</td>\n"
				 "<td class=\"so\">50%</td>");
}

/* A text as it was drawn: where its letters may be. */
struct box {
	double x, y, w, h;
	struct str text;
};

static struct str attribute(struct str tag, const char *name)
{
	size_t at;
	struct str rest, key = str_fmt(&arena, " %s=\"", name);

	if (!str_find(tag, key, 0, &at))
		return (struct str){0};
	return str_cut(str_from(tag, at + key.n), '"', &rest);
}

static double number_of(struct str s)
{
	return strtod(str_z(&arena, s), NULL);
}

static struct box box_of(struct str tag, struct str text)
{
	bool bold = str_eq_z(attribute(tag, "class"), "so");
	struct str anchor = attribute(tag, "text-anchor");
	double w = label_width(text, bold ? 13 * 1.1 : 13), x = number_of(attribute(tag, "x"));

	if (str_eq_z(anchor, "middle"))
		x -= w / 2;
	if (str_eq_z(anchor, "end"))
		x -= w;
	return (struct box){x, number_of(attribute(tag, "y")) - 11, w, 15, text};
}

static size_t boxes_of(struct str svg, struct box *boxes, size_t most)
{
	size_t n = 0, at = 0, end;

	while (n < most && str_find(svg, STR("<text "), at, &at)) {
		struct str text, tag = str_cut(str_from(svg, at), '>', &text);

		if (!str_find(text, STR("</text>"), 0, &end))
			return n;
		boxes[n++] = box_of(tag, str_head(text, end));
		at++;
	}
	return n;
}

static bool overlap(const struct box *a, const struct box *b)
{
	const double slack = 0.02;

	return a->x + slack < b->x + b->w && b->x + slack < a->x + a->w &&
	       a->y + slack < b->y + b->h && b->y + slack < a->y + a->h;
}

static void check_texts(struct str svg)
{
	static struct box boxes[2000];
	size_t n = boxes_of(svg, boxes, COUNT(boxes));
	double height = number_of(str_from(attribute(svg, "viewBox"), strlen("0 0 360 ")));

	assert_true(n > 0 && n < COUNT(boxes));
	for (size_t i = 0; i < n; i++) {
		const struct box *b = &boxes[i];

		if (b->x < -0.02 || b->x + b->w > CHART_WIDTH + 0.02 || b->y < -0.02 ||
		    b->y + b->h > height + 0.02)
			fail_msg("\"" STR_FMT "\" overflows:\n" STR_FMT, STR_ARG(b->text),
				 STR_ARG(svg));
		for (size_t k = 0; k < i; k++) {
			if (overlap(b, &boxes[k]))
				fail_msg("\"" STR_FMT "\" and \"" STR_FMT
					 "\" collide:\n" STR_FMT,
					 STR_ARG(b->text), STR_ARG(boxes[k].text),
					 STR_ARG(svg));
		}
	}
}

/* Numbers that look random and are the same each time. */
static uint64_t next(uint64_t *seed)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return *seed >> 20;
}

static int64_t random_value(uint64_t *seed, bool may_be_negative)
{
	static const int64_t sizes[] = {
		1, 5, 100, 99999, 5000000, 123456789012, 999999999999999};
	int64_t size = sizes[next(seed) % COUNT(sizes)];
	int64_t n = (int64_t)(next(seed) % (uint64_t)(size + 1));

	if (next(seed) % 9 == 0)
		return CHART_MISSING;
	return may_be_negative && next(seed) % 4 == 0 ? -n : n;
}

static struct str random_name(uint64_t *seed, size_t n)
{
	switch (next(seed) % 6) {
	case 0:
		return str_fmt(&arena, "Quý %zu", n);
	case 1:
		return str_fmt(&arena, "%zu", n);
	case 2:
		return str_fmt(&arena, "Tháng %zu/2026", n);
	case 3:
		return str_fmt(&arena,
			       "%zu. Xây dựng, phát triển chính quyền số trong bệnh viện", n);
	case 4:
		return str_fmt(&arena, "PHÒNG KẾ HOẠCH TỔNG HỢP %zu", n);
	default:
		return str_fmt(&arena, "Ngườiviếtquêncáchchữ%zuNgườiviếtquêncáchchữ", n);
	}
}

static void fill(struct chart *c, uint64_t *seed)
{
	size_t n_rows = 1 + next(seed) % chart_rows_max(c->sort);
	struct chart_row *rows = arena_array(&arena, struct chart_row, n_rows);
	struct str *series = arena_array(&arena, struct str, CHART_SERIES_MAX);
	bool plain = c->sort == CHART_PROGRESS || c->sort == CHART_SHARE;

	c->n_series = plain ? 1 : 1 + next(seed) % CHART_SERIES_MAX;
	for (size_t i = 0; i < c->n_series; i++)
		series[i] = random_name(seed, i);
	for (size_t i = 0; i < n_rows; i++) {
		int64_t *values = arena_array(&arena, int64_t, c->n_series);

		for (size_t k = 0; k < c->n_series; k++)
			values[k] = random_value(seed, !plain);
		rows[i].name = random_name(seed, i);
		rows[i].values = values;
		rows[i].target = random_value(seed, false);
		rows[i].due = random_value(seed, false);
		if (next(seed) % 20 == 0)
			rows[i].mark = random_name(seed, i);
	}
	c->rows = rows;
	c->n_rows = n_rows;
	c->series = series;
}

static void no_text_overflows_or_covers_another(void **state)
{
	const struct str units[] = {STR(""), STR("%"), STR("hồ sơ")};
	uint64_t seed = 4;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct chart c = {.sort = (enum chart_sort)(i % 4), .title = STR("x")};
		struct str svg;

		fill(&c, &seed);
		c.places = (int)(next(&seed) % 4);
		c.unit = units[next(&seed) % COUNT(units)];
		svg = drawn(&c);
		check_texts(svg);
		check_lacks(svg, "style=");
		check_lacks(svg, "url(");
		check_lacks(svg, "nan");
		arena_reset(&arena);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(bars_are_as_long_as_their_numbers),
		cmocka_unit_test(negative_bars_go_the_other_way),
		cmocka_unit_test(what_is_missing_is_said_and_no_bar),
		cmocka_unit_test(long_numbers_stand_above_their_bars),
		cmocka_unit_test(tiny_numbers_have_a_scale_of_their_own),
		cmocka_unit_test(a_series_has_its_texture_and_a_line_in_the_legend),
		cmocka_unit_test(textures_are_cut_to_their_rectangle),
		cmocka_unit_test(points_stand_in_the_middle_of_their_room),
		cmocka_unit_test(an_axis_that_does_not_begin_with_0_says_so),
		cmocka_unit_test(a_line_ends_where_a_number_is_missing),
		cmocka_unit_test(one_point_is_a_marker),
		cmocka_unit_test(large_numbers_along_an_axis_are_millions),
		cmocka_unit_test(close_numbers_are_not_made_millions),
		cmocka_unit_test(a_mark_stands_between_two_points_and_is_told),
		cmocka_unit_test(progress_is_a_part_of_its_track),
		cmocka_unit_test(more_than_the_target_is_a_full_track),
		cmocka_unit_test(progress_without_a_target_or_a_number_has_no_share),
		cmocka_unit_test(parts_fill_the_whole),
		cmocka_unit_test(a_whole_of_nothing_has_no_parts),
		cmocka_unit_test(large_parts_have_right_shares),
		cmocka_unit_test(a_few_numbers_are_told_and_many_by_their_extremes),
		cmocka_unit_test(a_figure_has_a_caption_and_a_table),
		cmocka_unit_test(the_table_of_progress_has_targets),
		cmocka_unit_test(no_text_overflows_or_covers_another),
	};
	int failed = UNIT_RUN(tests);

	arena_free(&arena);
	return failed;
}
