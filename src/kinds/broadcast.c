#include "kinds/broadcast.h"

#include "text/html.h"
#include "viet/speak.h"

enum {
	MINUTE = 60,
	ROUGHLY = 5, /* seconds: nobody reads more evenly */
};

static const struct choice dialects[] = {
	[DIALECT_NORTH] = {"bac", "Giọng Bắc"},
	[DIALECT_SOUTH] = {"nam", "Giọng Nam"},
	{0},
};

static const struct field loudspeaker_fields[] = {
	{.key = "giong",
	 .type = FIELD_CHOICE,
	 .choices = dialects,
	 .offset = offsetof(struct loudspeaker, dialect),
	 .label = "Giọng đọc",
	 .about = N_("Whether numbers are read as in the North or as in the South."),
	 .example = "\"bac\""},
	{.key = "toc_do",
	 .type = FIELD_INT,
	 .offset = offsetof(struct loudspeaker, rate),
	 .min = BROADCAST_RATE_MIN,
	 .max = BROADCAST_RATE_MAX,
	 .label = "Tốc độ đọc",
	 .about = N_("How many syllables are read in a minute: 180 when not written."),
	 .example = "180"},
	{.key = "loi_chao",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct loudspeaker, greeting),
	 .label = "Lời chào",
	 .about = N_("What is said first."),
	 .example = "\"Kính thưa quý vị và các bạn.\""},
	{.key = "loi_ket",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct loudspeaker, closing),
	 .label = "Lời kết",
	 .about = N_("What is said last.")},
	{0},
};

const struct schema loudspeaker_schema = {
	.name = N_("settings for the loudspeaker"),
	.size = sizeof(struct loudspeaker),
	.fields = loudspeaker_fields,
};

struct script {
	struct arena *arena;
	struct speak_options how;
	struct value *paragraphs;
	size_t syllables;
};

static void add_paragraph(struct script *s, struct str text)
{
	struct str spoken = str_trim(speak_text(s->arena, text, &s->how));

	if (!spoken.n)
		return;
	value_push(s->arena, s->paragraphs, value_string(s->arena, spoken));
	s->syllables += speak_syllables(spoken);
}

/* Cut the next <p> or <li> out of *html. */
static bool take_block(struct str *html, struct str *block)
{
	size_t p = 0, item = 0, end;
	bool has_p = str_find(*html, STR("<p>"), 0, &p);
	bool has_item = str_find(*html, STR("<li>"), 0, &item);
	bool is_item = has_item && (!has_p || item < p);
	size_t at = is_item ? item : p;

	if ((!has_p && !has_item) ||
	    !str_find(*html, is_item ? STR("</li>") : STR("</p>"), at, &end))
		return false;
	*block = str_from(str_head(*html, end), at);
	*html = str_from(*html, end);
	return true;
}

static void add_blocks(struct script *s, struct str html)
{
	struct str block;

	while (take_block(&html, &block))
		add_paragraph(s, html_plain(s->arena, block));
}

/* The first paragraphs, as far as nothing else stands between them; one that ends with a
 * colon leads to what is not read. */
static void add_first(struct script *s, struct str html)
{
	const struct str begin = STR("<p>"), end = STR("</p>");
	size_t from = 0, to;

	if (!str_find(html, begin, 0, &from))
		return;
	html = str_from(html, from);
	for (size_t i = 0; i < BROADCAST_PARAGRAPHS; i++) {
		struct str text;

		if (!str_starts(html, begin) || !str_find(html, end, 0, &to))
			return;
		text = html_plain(s->arena, str_head(html, to));
		if (!str_ends(text, STR(":")))
			add_paragraph(s, text);
		html = str_trim(str_from(html, to + end.n));
	}
}

/* What stands in fences phat-thanh; false when there is none. */
static bool add_marked(struct script *s, struct str html)
{
	const struct str begin = STR("<section class=\"phat-thanh\">"), end = STR("</section>");
	size_t at = 0, to;
	bool any = false;

	while (str_find(html, begin, at, &at) && str_find(html, end, at, &to)) {
		add_blocks(s, str_from(str_head(html, to), at));
		at = to;
		any = true;
	}
	return any;
}

static void add_lines(struct script *s, struct str text)
{
	while (text.n)
		add_paragraph(s, str_cut(text, '\n', &text));
}

/* 95 is "khoảng 1 phút 35 giây"; what was computed is rounded. */
static struct str duration(struct arena *a, int64_t seconds)
{
	long long minutes = seconds / MINUTE, rest = seconds % MINUTE;

	if (!minutes)
		return str_fmt(a, "khoảng %lld giây", rest);
	if (!rest)
		return str_fmt(a, "khoảng %lld phút", minutes);
	return str_fmt(a, "khoảng %lld phút %lld giây", minutes, rest);
}

static int64_t roughly(int64_t seconds)
{
	int64_t rounded = (seconds + ROUGHLY / 2) / ROUGHLY * ROUGHLY;

	return rounded ? rounded : ROUGHLY;
}

static const struct value *view_of_script(struct script *s, int64_t seconds)
{
	struct arena *a = s->arena;
	struct value *v = value_map(a);
	int64_t computed = speak_seconds(s->syllables, &s->how);

	value_set(a, v, STR("doan"), s->paragraphs);
	value_set(a, v, STR("so_tieng"), value_int(a, (int64_t)s->syllables));
	value_set(a, v, STR("giay"), value_int(a, seconds > 0 ? seconds : computed));
	value_set(a, v, STR("thoi_luong"),
		  value_string(a, duration(a, seconds > 0 ? seconds : roughly(computed))));
	return v;
}

const struct value *broadcast_view(struct arena *a, const struct loudspeaker *l,
				   struct str text, struct str summary, struct str html,
				   int64_t seconds)
{
	struct script s = {
		.arena = a,
		.how = {.southern = l->dialect == DIALECT_SOUTH, .rate = l->rate},
		.paragraphs = value_list(a),
	};

	add_paragraph(&s, l->greeting.n ? l->greeting : STR("Kính thưa quý vị và các bạn."));
	if (text.n) {
		add_lines(&s, text);
	} else {
		add_paragraph(&s, summary);
		if (!add_marked(&s, html))
			add_first(&s, html);
	}
	add_paragraph(&s, l->closing);
	return view_of_script(&s, seconds);
}
