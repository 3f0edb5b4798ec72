/* Progress and shares: parts of a whole. Their numbers stand in lines of their own. */
#include "draw/chart_parts.h"

enum {
	TRACK = 14,
	ROW_GAP = 10,
	PART_BAR = 30,
	SWATCH = 14,
	SWATCH_ROOM = 22,
};

static void put_track(struct canvas *k, double height)
{
	buf_add_z(&k->out, "<rect class=\"nen-thanh\" fill=\"none\" stroke=\"currentColor\"");
	canvas_number(k, " x=\"0.5\" y=\"", k->y);
	buf_fmt(&k->out, "\" width=\"%d\"", CHART_WIDTH - 1);
	canvas_number(k, " height=\"", height);
	buf_add_z(&k->out, "\"/>");
}

static double share_of(int64_t part, int64_t whole)
{
	return part >= whole ? 1 : (double)part / (double)whole;
}

/* How far it is, and how far it should be by now. */
static void put_track_of(struct canvas *k, const struct chart_row *row)
{
	int64_t done = chart_amount(row->values[0]);
	double width = CHART_WIDTH - 1;

	put_track(k, TRACK);
	canvas_block(k, (struct rect){0.5, k->y, width * share_of(done, row->target), TRACK},
		     0);
	if (row->due > 0) {
		double x = 0.5 + width * share_of(row->due, row->target);

		canvas_stroke(k, "vach", x, k->y - 3, x, k->y + TRACK + 3);
	}
	k->y += TRACK + 2;
}

static void put_part(struct buf *out, const char *before, struct str s)
{
	buf_add_z(out, before);
	buf_add(out, s);
}

/* "62 trên 120 (51%); phải đạt đến nay 80" */
static struct str words_of(struct canvas *k, const struct chart_row *row)
{
	const struct chart *c = k->chart;
	bool known = row->values[0] != CHART_MISSING;
	struct buf out = {.arena = k->a};

	buf_add(&out, chart_value(k->a, c, row->values[0]));
	if (row->target <= 0)
		buf_add_z(&out, "; chưa có chỉ tiêu để so sánh");
	else
		put_part(&out, known ? " trên " : "; chỉ tiêu ",
			 chart_value(k->a, c, row->target));
	if (row->target > 0 && known)
		buf_fmt(&out, " (%d%%)", chart_reached(row));
	if (row->due > 0)
		put_part(&out, "; phải đạt đến nay ", chart_value(k->a, c, row->due));
	return buf_str(&out);
}

void chart_draw_progress(struct canvas *k)
{
	for (size_t i = 0; i < k->chart->n_rows; i++) {
		const struct chart_row *row = &k->chart->rows[i];

		canvas_lines(k, "ten", 0, row->name);
		k->y += 4;
		if (row->target > 0)
			put_track_of(k, row);
		canvas_lines(k, "so", 0, words_of(k, row));
		k->y += ROW_GAP;
	}
}

static void put_parts(struct canvas *k)
{
	const struct chart *c = k->chart;
	int64_t whole = chart_whole(c), before = 0;

	put_track(k, PART_BAR);
	for (size_t i = 0; whole && i < c->n_rows; i++) {
		int64_t n = chart_amount(c->rows[i].values[0]);
		double from = CHART_WIDTH * share_of(before, whole);
		double to = CHART_WIDTH * share_of(before + n, whole);

		canvas_block(k, (struct rect){from, k->y, to - from, PART_BAR}, i);
		if (before && n)
			canvas_stroke(k, "ngan", from, k->y, from, k->y + PART_BAR);
		before += n;
	}
	k->y += PART_BAR + ROW_GAP;
}

/* "Đúng hạn: 39 hồ sơ (97,5%)" */
static struct str part_words(struct canvas *k, const struct chart_row *row)
{
	const struct chart *c = k->chart;
	struct buf out = {.arena = k->a};
	struct str share = chart_percent(k->a, chart_amount(row->values[0]), chart_whole(c), 1);
	bool percent = str_eq_z(c->unit, "%");

	buf_fmt(&out, STR_FMT ": " STR_FMT, STR_ARG(row->name),
		STR_ARG(chart_value(k->a, c, row->values[0])));
	if (row->values[0] == CHART_MISSING)
		return buf_str(&out);
	if (c->unit.n && !percent)
		buf_fmt(&out, " " STR_FMT, STR_ARG(c->unit));
	if (share.n && !percent)
		buf_fmt(&out, " (" STR_FMT ")", STR_ARG(share));
	return buf_str(&out);
}

void chart_draw_share(struct canvas *k)
{
	const struct chart *c = k->chart;

	put_parts(k);
	for (size_t i = 0; i < c->n_rows; i++) {
		canvas_block(k, (struct rect){0, k->y + 3, SWATCH, SWATCH - 2}, i);
		canvas_lines(k, "ten", SWATCH_ROOM, part_words(k, &c->rows[i]));
	}
}
