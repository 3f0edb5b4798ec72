/* A text is gone through from left to right. Where a word or number begins, the rules in
 * the tables at the end of this file are asked in their order; the first that knows what
 * stands there says it and moves on. What none of them knows is copied.
 *
 * No rule looks further than a bounded number of characters ahead, but for what it then
 * takes as a whole: the time is proportional to the text. */
#include "base/utf8.h"
#include "viet/fold.h"
#include "viet/speaker.h"

enum {
	SPELLED_MAX = 10,  /* letters; longer capitals are a word */
	ADDRESS_MAX = 200, /* bytes of a web address */
	BRACKET_MAX = 40,  /* bytes between brackets that may be a short form */
	ROMAN_MAX = 39,
	SECONDS_A_MINUTE = 60,
};

static int roman_digit(char c)
{
	return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
}

/* 1 to ROMAN_MAX, or 0 */
static int roman_value(struct str word)
{
	int n = 0;

	for (size_t i = 0; i < word.n; i++) {
		int digit = roman_digit(word.p[i]);
		int next = i + 1 < word.n ? roman_digit(word.p[i + 1]) : 0;

		if (!digit || n > ROMAN_MAX)
			return 0;
		n += digit < next ? -digit : digit;
	}
	return n <= ROMAN_MAX ? n : 0;
}

/* quý IV, quý IV/2025, chương II */
static bool read_roman(struct speaker *s)
{
	static const char *const words[] = {"quý", "chương", "mục",  "phần", "khóa", "hạng",
					    "thứ", "hội",    "loại", "cấp",  "tập",  "lục",
					    "kỷ",  "tuyến",  "bậc",  "vùng", "đoạn", NULL};
	struct buf w = {.arena = s->a};
	struct str word = text_word(s->rest), rest = str_from(s->rest, word.n), behind = rest;
	int n, year = 0;

	n = text_is_one_of(s->last, words) && ends_word(rest) ? roman_value(word) : 0;
	if (n <= 0)
		return false;
	if (str_eq_z(s->last, "thứ") && n == 1)
		say(&w, "nhất");
	else
		speaker_say_int(s, &w, n);
	if (text_take(&rest, "/") && text_take_year(&rest, &year))
		speaker_say_year(s, &w, year);
	else
		rest = behind;
	return speaker_done(s, &w, rest);
}

static void remember(struct speaker *s, struct str word)
{
	s->before = s->last;
	s->last = viet_lower(s->a, word);
}

static bool read_short_form(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	size_t n;
	const struct spoken_word *row = spoken_find(s->rest, &n);
	struct str rest = str_from(s->rest, n);

	if (!row)
		return false;
	say(&w, row->spoken);
	remember(s, str_head(s->rest, n));
	if (str_ends(str_of(row->written), STR(".")))
		text_take_spaces(&rest);
	speaker_done(s, &w, rest);
	if (rest.p > s->text.p && rest.p[-1] == ' ')
		buf_byte(&s->out, ' ');
	return true;
}

static struct str token_of(struct str rest)
{
	struct str from = rest;

	while (rest.n && !ends_word(rest))
		utf8_take(&rest);
	return str_head(from, from.n - rest.n);
}

/* Letters with a tone or a hat make a word, whatever its case; Đ and Ư do not. */
static bool is_plain(struct str token)
{
	while (token.n) {
		uint32_t c = utf8_take(&token);

		if (c > 0x7F && c != 0x110 && c != 0x1AF)
			return false;
	}
	return true;
}

static bool read_capitals(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str token = token_of(s->rest);
	size_t n = utf8_count(token);

	if (s->in_capitals || n < 2 || n > SPELLED_MAX || !viet_is_all_capitals(token) ||
	    !is_plain(token))
		return false;
	say_letters(&w, token, s->o);
	remember(s, token);
	return speaker_done(s, &w, str_from(s->rest, token.n));
}

static bool read_word(struct speaker *s)
{
	struct str word = text_word(s->rest);
	struct buf w = {.arena = s->a};

	if (!word.n)
		return false;
	buf_add(&w, word);
	remember(s, word);
	if (text_ends_in_word(&s->out))
		buf_byte(&s->out, ' ');
	buf_add(&s->out, word);
	s->rest = str_from(s->rest, word.n);
	s->was_date = false;
	return true;
}

/* Up to the next space, without the full stop of the sentence. */
static struct str address_of(struct str rest)
{
	size_t n = 0;

	while (n < rest.n && n < ADDRESS_MAX && !strchr(" \n\t<>\"()", rest.p[n]))
		n++;
	while (n && strchr(".,;:!?", rest.p[n - 1]))
		n--;
	return str_head(rest, n);
}

static bool is_address(struct str s)
{
	static const struct str ends[] = {{".vn", 3}, {".com", 4}, {".org", 4}, {".net", 4}};
	struct str host = str_cut(s, '/', &(struct str){0});

	if (str_starts(s, STR("http://")) || str_starts(s, STR("https://")) ||
	    str_starts(s, STR("www.")))
		return true;
	for (size_t i = 0; i < COUNT(ends); i++)
		if (host.n > ends[i].n && str_ends(host, ends[i]))
			return true;
	return false;
}

/* benhvien.example.vn: the words with "chấm" between them, without the path. */
static bool read_address(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str address = address_of(s->rest), rest = str_from(s->rest, address.n), part;

	if (!is_address(address))
		return false;
	if (!text_take(&address, "https://"))
		text_take(&address, "http://");
	text_take(&address, "www.");
	address = str_cut(address, '/', &part);
	while (address.n) {
		struct str user = str_cut(str_cut(address, '.', &(struct str){0}), '@', &part);
		bool at = part.n > 0;

		say_str(&w, str_eq_z(user, "vn") ? STR("vê-nờ") : user);
		address = str_from(address, user.n);
		if (address.n)
			say(&w, at ? "a còng" : "chấm");
		address = str_from(address, 1);
	}
	return speaker_done(s, &w, rest);
}

static bool begins_so(struct str rest, const char *what)
{
	return str_starts(rest, str_of(what));
}

/* "bảo hiểm y tế (BHYT)": the second time is for the eye. */
static bool repeats_full_form(struct speaker *s, struct str inside)
{
	struct str full = speak_full_form(inside), said = buf_str(&s->out);

	said = str_trim(said);
	if (!full.n || said.n < full.n)
		return false;
	return str_eq(viet_lower(s->a, str_from(said, said.n - full.n)),
		      viet_lower(s->a, full));
}

static bool read_bracket(struct speaker *s)
{
	struct str inside, behind, rest = s->rest;

	if (!text_take(&rest, "("))
		return false;
	inside = str_cut(str_head(rest, BRACKET_MAX), ')', &behind);
	if (inside.n == str_head(rest, BRACKET_MAX).n || !repeats_full_form(s, inside))
		return false;
	while (s->out.n && s->out.p[s->out.n - 1] == ' ')
		s->out.n--;
	s->rest = str_from(rest, inside.n + 1);
	return true;
}

/* A minus is a hyphen right before a digit, with nothing but a space before it. */
static bool read_minus(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	struct str rest = s->rest;
	bool behind_space = rest.p == s->text.p || strchr(" \n(", rest.p[-1]);

	if (!behind_space || (!text_take(&rest, "-") && !text_take(&rest, "\u2212")) ||
	    !text_begins_digit(rest))
		return false;
	say(&w, "âm");
	speaker_done(s, &w, rest);
	buf_byte(&s->out, ' ');
	return true;
}

/* A stroke between words: "đồng/lượt" for each, "ông/bà" both, else one of them. */
static bool read_stroke(struct speaker *s)
{
	static const char *const each[] = {"ngày", "tuần",  "tháng",  "quý",   "năm", "giờ",
					   "phút", "lượt",  "lần",    "người", "ca",  "bộ",
					   "bản",  "trang", "giường", "bệnh",  NULL};
	struct str rest = s->rest, word;

	if (!text_take(&rest, "/") || !text_ends_in_word(&s->out))
		return false;
	word = text_word(rest);
	if (!word.n)
		return false;
	if (text_is_one_of(word, each))
		speaker_put(s, STR("mỗi"));
	else if (!str_eq_z(word, "hoặc") && !str_eq_z(s->last, "ông") &&
		 !str_eq_z(s->last, "anh"))
		speaker_put(s, STR("hoặc"));
	buf_byte(&s->out, ' ');
	s->rest = rest;
	return true;
}

/* Signs that are words, and those that nobody reads. */
static bool read_sign(struct speaker *s)
{
	static const struct {
		const char *sign, *spoken;
	} signs[] = {
		{"&", "và"},     {"%", "phần trăm"}, {"≥", "từ"},       {"≤", "không quá"},
		{"<", "dưới"},   {">", "trên"},      {"=", "bằng"},     {"~", "khoảng"},
		{"≈", "khoảng"}, {"№", "số"},        {"±", "cộng trừ"}, {"+", "cộng"},
		{"→", ","},      {"•", ""},          {"*", ""},         {"\u200B", ""},
		{"\u00AD", ""},  {"\u00A0", " "},
	};
	struct buf w = {.arena = s->a};

	for (size_t i = 0; i < COUNT(signs); i++) {
		if (!begins_so(s->rest, signs[i].sign))
			continue;
		s->rest = str_from(s->rest, strlen(signs[i].sign));
		if (!is_letter((unsigned char)signs[i].spoken[0]) &&
		    (unsigned char)signs[i].spoken[0] < 0x80) {
			buf_add_z(&s->out, signs[i].spoken);
			return true;
		}
		say(&w, signs[i].spoken);
		speaker_put(s, buf_str(&w));
		if (s->rest.n && !ends_word(s->rest))
			buf_byte(&s->out, ' ');
		return true;
	}
	return false;
}

static size_t offset(const struct speaker *s)
{
	return s->text.n - s->rest.n;
}

/* Only those with a symbol; the codes of procedures are read as they stand. */
static void find_document(struct speaker *s)
{
	size_t from = offset(s);

	do {
		s->has_document = docnum_find(s->a, s->text, from, &s->document);
		from = s->document.to;
	} while (s->has_document && s->document.form != DOCNUM_STATE &&
		 s->document.form != DOCNUM_PARTY);
}

static bool is_at_document(struct speaker *s)
{
	if (s->has_document && s->document.start < offset(s))
		find_document(s);
	return s->has_document && s->document.start == offset(s);
}

static void read_document(struct speaker *s)
{
	struct buf w = {.arena = s->a};
	bool named = s->document.start == s->document.from && str_eq_z(s->last, "số");

	say_document(&w, &s->document, s->text, named, s->o);
	speaker_done(s, &w, str_from(s->text, s->document.end));
	s->last = s->before = (struct str){0};
}

static rule_fn *const number_rules[] = {
	speaker_iso_date,         speaker_date,    speaker_phone, speaker_emergency_number,
	speaker_month_or_quarter, speaker_clock,   speaker_hour,  speaker_minute,
	speaker_day_and_month,    speaker_edition, speaker_pair,  speaker_number,
	speaker_dotted,
};

static rule_fn *const word_rules[] = {
	read_address, read_roman, read_short_form, read_capitals, read_word,
};

static rule_fn *const sign_rules[] = {
	read_bracket, read_minus, speaker_international_phone, read_stroke, read_sign,
};

static bool apply(struct speaker *s, rule_fn *const *rules, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (rules[i](s))
			return true;
	return false;
}

static void copy_character(struct speaker *s)
{
	struct str from = s->rest;

	utf8_take(&s->rest);
	buf_add(&s->out, str_head(from, from.n - s->rest.n));
}

static void begin_line(struct speaker *s)
{
	struct str line = str_cut(s->rest, '\n', &(struct str){0});

	s->in_capitals = viet_is_all_capitals(line) && str_has(str_trim(line), ' ');
	s->last = s->before = (struct str){0};
	s->in_range = s->was_date = false;
}

static void read_next(struct speaker *s)
{
	struct str next = s->rest;

	if (s->rest.p == s->text.p || s->rest.p[-1] == '\n')
		begin_line(s);
	if (is_at_document(s)) {
		read_document(s);
	} else if (text_begins_digit(s->rest)) {
		apply(s, number_rules, COUNT(number_rules));
		speaker_range(s);
	} else if (is_letter(utf8_take(&next))) {
		apply(s, word_rules, COUNT(word_rules));
	} else if (!apply(s, sign_rules, COUNT(sign_rules))) {
		copy_character(s);
	}
}

struct str speak_text(struct arena *a, struct str text, const struct speak_options *o)
{
	struct speaker s = {.a = a, .o = o, .text = text, .rest = text, .out = {.arena = a}};

	find_document(&s);
	while (s.rest.n)
		read_next(&s);
	return buf_str(&s.out);
}

size_t speak_syllables(struct str spoken)
{
	size_t n = 0;
	bool in_word = false;

	while (spoken.n) {
		bool letter = is_letter(utf8_take(&spoken));

		n += letter && !in_word;
		in_word = letter;
	}
	return n;
}

int64_t speak_seconds(size_t syllables, const struct speak_options *o)
{
	int64_t rate = o->rate > 0 ? o->rate : SPEAK_RATE;

	return ((int64_t)syllables * SECONDS_A_MINUTE + rate - 1) / rate;
}
