#include "draw/chart.h"

#include <math.h>

#include "draw/chart_parts.h"
#include "draw/svg.h"
#include "text/html.h"

enum {
	VALUES_TOLD = 12, /* with more, a description tells the extremes only */
};

struct sort {
	const char *class, *name;
	size_t rows_max;
	void (*draw)(struct canvas *k);
};

static const struct sort sorts[] = {
	[CHART_BAR] = {"cot", "Biểu đồ cột", CHART_ROWS_MAX, chart_draw_bars},
	[CHART_LINE] = {"duong", "Biểu đồ đường", CHART_POINTS_MAX, chart_draw_line},
	[CHART_PROGRESS] = {"tien-do", "Biểu đồ tiến độ", CHART_ROWS_MAX, chart_draw_progress},
	[CHART_SHARE] = {"ty-le", "Biểu đồ tỷ lệ", CHART_PARTS_MAX, chart_draw_share},
};

size_t chart_rows_max(enum chart_sort sort)
{
	return sorts[sort].rows_max;
}

static int64_t value_at(const struct chart *c, size_t i)
{
	return c->rows[i / c->n_series].values[i % c->n_series];
}

/* "Quý I: 120"; with several series "Quý I, Nội trú: 120". */
static void tell_value(struct buf *out, const struct chart *c, size_t i)
{
	const struct chart_row *row = &c->rows[i / c->n_series];

	buf_add(out, row->name);
	if (c->n_series > 1)
		buf_fmt(out, ", " STR_FMT, STR_ARG(c->series[i % c->n_series]));
	buf_fmt(out, ": " STR_FMT, STR_ARG(chart_value(out->arena, c, value_at(c, i))));
	if (c->sort == CHART_PROGRESS && row->target > 0)
		buf_fmt(out, " trên " STR_FMT,
			STR_ARG(chart_value(out->arena, c, row->target)));
}

static size_t find_value(const struct chart *c, int64_t n)
{
	size_t i = 0;

	while (value_at(c, i) != n)
		i++;
	return i;
}

static void tell_extremes(struct buf *out, const struct chart *c)
{
	int64_t low, high;

	if (!chart_range(c, &low, &high))
		return;
	buf_add_z(out, " Cao nhất: ");
	tell_value(out, c, find_value(c, high));
	buf_add_z(out, ". Thấp nhất: ");
	tell_value(out, c, find_value(c, low));
	buf_add_z(out, ".");
}

static struct str describe(struct arena *a, const struct chart *c)
{
	struct buf out = {.arena = a};
	size_t n = c->n_rows * c->n_series;

	buf_add_z(&out, sorts[c->sort].name);
	if (c->unit.n)
		buf_fmt(&out, ", đơn vị: " STR_FMT, STR_ARG(c->unit));
	buf_add_z(&out, ".");
	if (n > VALUES_TOLD)
		tell_extremes(&out, c);
	for (size_t i = 0; n <= VALUES_TOLD && i < n; i++) {
		buf_add_z(&out, " ");
		tell_value(&out, c, i);
		buf_add_z(&out, i + 1 < n ? ";" : ".");
	}
	return buf_str(&out);
}

void chart_put_svg(struct buf *out, const struct chart *c, struct str id)
{
	struct canvas k = {.a = out->arena, .chart = c, .out = {.arena = out->arena}};

	sorts[c->sort].draw(&k);
	svg_begin(out, CHART_WIDTH, (int)ceil(k.y), id, c->title, describe(out->arena, c));
	buf_fmt(out, "<g fill=\"currentColor\" font-size=\"%d\">", CHART_FONT);
	buf_add(out, buf_str(&k.out));
	buf_add_z(out, "</g>");
	svg_end(out);
}

static void put_note(struct buf *out, const char *class, const char *before, struct str s)
{
	if (!s.n)
		return;
	buf_fmt(out, "\n<span class=\"%s\">%s", class, before);
	html_escape(out, s);
	buf_add_z(out, "</span>");
}

static void put_caption(struct buf *out, const struct chart *c)
{
	buf_add_z(out, "<figcaption><strong>");
	html_escape(out, c->title);
	buf_add_z(out, "</strong>");
	put_note(out, "mo-ta", "", c->about);
	if (c->sort != CHART_LINE)
		put_note(out, "don-vi-tinh", "Đơn vị: ", c->unit);
	put_note(out, "nguon", "Nguồn: ", c->source);
	buf_add_z(out, "</figcaption>\n");
}

static void put_head(struct buf *out, bool number, struct str s)
{
	buf_fmt(out, "\n<th scope=\"col\"%s>", number ? " class=\"so\"" : "");
	html_escape(out, s);
	buf_add_z(out, "</th>");
}

static void put_cell(struct buf *out, struct str s)
{
	buf_add_z(out, "\n<td class=\"so\">");
	html_escape(out, s);
	buf_add_z(out, "</td>");
}

static void put_head_of_values(struct buf *out, const struct chart *c)
{
	for (size_t i = 0; i < c->n_series; i++)
		put_head(out, true,
			 c->n_series > 1 || c->series[i].n ? c->series[i] : STR("Giá trị"));
	if (c->sort == CHART_SHARE)
		put_head(out, true, STR("Tỷ lệ"));
}

static void put_heads(struct buf *out, const struct chart *c)
{
	buf_add_z(out, "<thead><tr>");
	put_head(out, false, c->row_label.n ? c->row_label : STR("Mục"));
	if (c->sort == CHART_PROGRESS) {
		put_head(out, true, STR("Đã đạt"));
		put_head(out, true, STR("Phải đạt đến nay"));
		put_head(out, true, STR("Chỉ tiêu"));
		put_head(out, true, STR("Tỷ lệ"));
	} else {
		put_head_of_values(out, c);
	}
	buf_add_z(out, "\n</tr></thead>\n");
}

static struct str or_dash(struct str s)
{
	return s.n ? s : STR("–");
}

static struct str said(struct arena *a, const struct chart *c, int64_t n)
{
	return n > 0 ? chart_value(a, c, n) : STR("–");
}

static void put_progress_cells(struct buf *out, const struct chart *c,
			       const struct chart_row *row)
{
	struct arena *a = out->arena;
	bool shared = row->target > 0 && row->values[0] != CHART_MISSING;

	put_cell(out, chart_value(a, c, row->values[0]));
	put_cell(out, said(a, c, row->due));
	put_cell(out, said(a, c, row->target));
	put_cell(out, shared ? str_fmt(a, "%d%%", chart_reached(row)) : STR("–"));
}

static void put_cells(struct buf *out, const struct chart *c, const struct chart_row *row)
{
	struct arena *a = out->arena;

	for (size_t i = 0; i < c->n_series; i++)
		put_cell(out, chart_value(a, c, row->values[i]));
	if (c->sort == CHART_SHARE)
		put_cell(out, or_dash(chart_percent(a, chart_amount(row->values[0]),
						    chart_whole(c), 1)));
}

static void put_row(struct buf *out, const struct chart *c, const struct chart_row *row)
{
	buf_add_z(out, "<tr>\n<th scope=\"row\">");
	html_escape(out, row->name);
	put_note(out, "ghi-chu", "", row->mark);
	buf_add_z(out, "</th>");
	if (c->sort == CHART_PROGRESS)
		put_progress_cells(out, c, row);
	else
		put_cells(out, c, row);
	buf_add_z(out, "\n</tr>\n");
}

static void put_table(struct buf *out, const struct chart *c)
{
	buf_add_z(out, "<details>\n<summary>Bảng số liệu<span class=\"an\"> của biểu đồ: ");
	html_escape(out, c->title);
	buf_add_z(out, "</span></summary>\n<div class=\"bang\" role=\"region\" "
		       "tabindex=\"0\" aria-label=\"Bảng số liệu của biểu đồ: ");
	html_escape(out, c->title);
	buf_add_z(out, "\">\n<table>\n");
	put_heads(out, c);
	buf_add_z(out, "<tbody>\n");
	for (size_t i = 0; i < c->n_rows; i++)
		put_row(out, c, &c->rows[i]);
	buf_add_z(out, "</tbody>\n</table>\n</div>\n</details>\n");
}

void chart_put(struct buf *out, const struct chart *c, struct str id)
{
	buf_fmt(out, "<figure class=\"bieu-do bieu-do-%s\">\n", sorts[c->sort].class);
	put_caption(out, c);
	chart_put_svg(out, c, id);
	buf_byte(out, '\n');
	put_table(out, c);
	buf_add_z(out, "</figure>\n");
}
