/* What stands around the number of a document: its type, its date, who issued it. */
#include "base/utf8.h"
#include "viet/docnum_parts.h"

enum {
	GAP_MAX = 3,    /* spaces between the parts of a mention */
	DATE_PARTS = 3, /* day, month, year */
	DATE_DIGITS_MAX = 4,
};

/* The longer name first where one ends with another. */
static const char *const types[] = {
	"Thông tư liên tịch",
	"Văn bản hợp nhất",
	"Kế hoạch phối hợp",
	"Nghị quyết liên tịch",
	"Nghị định",
	"Nghị quyết",
	"Quyết định",
	"Kế hoạch",
	"Thông tư",
	"Chỉ thị",
	"Bộ luật",
	"Luật",
	"Pháp lệnh",
	"Sắc lệnh",
	"Lệnh",
	"Công văn",
	"Công điện",
	"Tờ trình",
	"Báo cáo",
	"Thông báo",
	"Thông cáo",
	"Chương trình",
	"Đề án",
	"Kết luận",
	"Hướng dẫn",
	"Quy chế",
	"Quy định",
	"Giấy mời",
	"Phương án",
	"Biên bản",
	"Hợp đồng",
	"Văn bản",
};

static const char *const form_words[] = {"mẫu", "biểu mẫu", "biểu", "phiếu", "phụ lục"};

/* An issuer's name ends before such a word. */
static const char *const stop_words[] = {
	"về",   "quy",  "hướng", "sửa",  "do",    "và",    "có",   "để",  "được", "tại",
	"đã",   "là",   "thì",   "khi",  "với",   "trong", "ngày", "như", "nhằm", "cho",
	"theo", "nêu",  "yêu",   "hiện", "còn",   "từ",    "ra",   "kèm", "phê",  "công",
	"bãi",  "thay", "hết",   "đang", "nhưng", "vẫn",   "sẽ",   "bị",
};

size_t docnum_space(struct str s, size_t at)
{
	static const char *const wide[] = {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89"};

	if (at >= s.n)
		return 0;
	if (strchr(" \t\n", s.p[at]) && s.p[at])
		return 1;
	for (size_t i = 0; i < COUNT(wide); i++) {
		if (str_starts(str_from(s, at), str_of(wide[i])))
			return strlen(wide[i]);
	}
	return 0;
}

size_t docnum_hyphen(struct str s, size_t at)
{
	static const char *const wide[] = {"‐", "‑", "‒", "–", "−"};

	if (at >= s.n)
		return 0;
	if (s.p[at] == '-')
		return 1;
	for (size_t i = 0; i < COUNT(wide) && s.p[at] == wide[i][0]; i++) {
		if (str_starts(str_from(s, at), str_of(wide[i])))
			return strlen(wide[i]);
	}
	return 0;
}

size_t docnum_skip_spaces(struct str s, size_t at, size_t max)
{
	size_t n;

	for (; max && (n = docnum_space(s, at)) != 0; max--)
		at += n;
	return at;
}

static size_t previous(struct str s, size_t at)
{
	do
		at--;
	while (at && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	return at;
}

size_t docnum_back_spaces(struct str s, size_t at, size_t max)
{
	for (; max && at; max--) {
		size_t start = previous(s, at);

		if (!docnum_space(s, start))
			break;
		at = start;
	}
	return at;
}

size_t docnum_skip_digits(struct str s, size_t at, size_t max)
{
	size_t end = at;

	while (end < s.n && end - at < max && s.p[end] >= '0' && s.p[end] <= '9')
		end++;
	return end;
}

/* Does the text end at `at` with this whole word or words? */
static bool ends_with(struct str s, size_t at, const char *words, size_t *start)
{
	size_t n = strlen(words);

	if (at < n || !letters_same((struct str){s.p + at - n, n}, str_of(words)) ||
	    letters_word_before(s, at - n))
		return false;
	*start = at - n;
	return true;
}

static size_t back_colon(struct str s, size_t at)
{
	return at && s.p[at - 1] == ':' ? docnum_back_spaces(s, at - 1, GAP_MAX) : at;
}

bool docnum_so_before(struct str s, size_t at, size_t *start)
{
	return ends_with(s, back_colon(s, docnum_back_spaces(s, at, GAP_MAX)), "số", start);
}

static bool ends_with_form(struct str s, size_t at)
{
	size_t start;

	for (size_t i = 0; i < COUNT(form_words); i++) {
		if (ends_with(s, at, form_words[i], &start))
			return true;
	}
	return false;
}

const char *docnum_type_before(struct str s, size_t from, size_t *start, bool *form)
{
	size_t at;

	*start = from;
	docnum_so_before(s, from, start);
	at = docnum_back_spaces(s, back_colon(s, docnum_back_spaces(s, *start, GAP_MAX)),
				GAP_MAX);
	*form = ends_with_form(s, at);
	for (size_t i = 0; at < *start && i < COUNT(types); i++) {
		if (ends_with(s, at, types[i], start))
			return types[i];
	}
	return NULL;
}

/* Behind the words, whatever their case, and the spaces behind them; 0: not there. */
static size_t skip_words(struct str s, size_t at, const char *words)
{
	size_t n = strlen(words);

	if (s.n < at + n || !letters_same((struct str){s.p + at, n}, str_of(words)) ||
	    letters_word_at(s, at + n))
		return 0;
	return docnum_skip_spaces(s, at + n, GAP_MAX);
}

static size_t skip_word_if(struct str s, size_t at, const char *words)
{
	size_t behind = skip_words(s, at, words);

	return behind ? behind : at;
}

static int number_in(struct str s, size_t from, size_t to)
{
	int n = 0;

	for (size_t i = from; i < to; i++)
		n = n * 10 + (s.p[i] - '0');
	return n;
}

/* The digits at *at, which moves behind them. */
static bool take_number(struct str s, size_t *at, int *n)
{
	size_t end = docnum_skip_digits(s, *at, DATE_DIGITS_MAX);

	if (end == *at)
		return false;
	*n = number_in(s, *at, end);
	*at = end;
	return true;
}

/* Behind the sign or words between two parts of a date, or 0. */
static size_t skip_between(struct str s, size_t at, const char *words)
{
	size_t next = docnum_skip_spaces(s, at, GAP_MAX);

	return next < s.n && strchr("/.-", s.p[next]) && s.p[next]
		       ? docnum_skip_spaces(s, next + 1, 1)
		       : skip_words(s, next, words);
}

/* 23/4/2018, 23.4.2018, 23 tháng 4 năm 2018; where it ends, or 0. */
static size_t read_date(struct str s, size_t at, struct date *d)
{
	static const char *const between[] = {"tháng", "năm"};
	int parts[DATE_PARTS];

	for (size_t i = 0; i < DATE_PARTS; i++) {
		if (i && !(at = skip_between(s, at, between[i - 1])))
			return 0;
		if (!take_number(s, &at, &parts[i]))
			return 0;
	}
	if (!date_is_valid(parts[2], parts[1], parts[0]) || parts[2] < 1000)
		return 0;
	*d = (struct date){
		.year = (int16_t)parts[2], .month = (int8_t)parts[1], .day = (int8_t)parts[0]};
	return at;
}

static size_t skip_comma(struct str s, size_t at)
{
	size_t next = docnum_skip_spaces(s, at, GAP_MAX);

	if (next < s.n && (s.p[next] == ',' || s.p[next] == '('))
		next = docnum_skip_spaces(s, next + 1, GAP_MAX);
	return next;
}

static void read_date_behind(struct str s, struct docnum *n)
{
	size_t at = skip_comma(s, n->end), end;

	at = skip_word_if(s, at, "được");
	at = skip_word_if(s, at, "ban hành");
	at = skip_word_if(s, at, "ký");
	at = skip_words(s, at, "ngày");
	end = at ? read_date(s, at, &n->date) : 0;
	if (!end)
		return;
	n->date_at = at;
	n->end = end;
}

/* Behind the letters, digits and hyphens at `at`. */
static size_t word_end(struct str s, size_t at)
{
	while (letters_word_at(s, at) || (at < s.n && s.p[at] == '-')) {
		struct str rest = str_from(s, at);

		utf8_take(&rest);
		at = s.n - rest.n;
	}
	return at;
}

/* "ban" stands in "Ủy ban" too. */
static bool is_stop(struct str s, size_t from, size_t to)
{
	struct str word = {s.p + from, to - from};

	if (str_eq_z(word, "ban"))
		return skip_words(s, docnum_skip_spaces(s, to, GAP_MAX), "hành") != 0;
	for (size_t i = 0; i < COUNT(stop_words); i++) {
		if (str_eq_z(word, stop_words[i]))
			return true;
	}
	return false;
}

/* Word for word up to punctuation or a word that belongs to the sentence. */
static size_t issuer_end(struct str s, size_t at)
{
	size_t end = at, next = at;

	while (next < s.n && next - at <= DOCNUM_ISSUER_MAX) {
		size_t behind = word_end(s, next);

		if (behind == next || is_stop(s, next, behind))
			break;
		end = behind;
		next = docnum_skip_spaces(s, behind, GAP_MAX);
		if (next == behind)
			break;
	}
	return end - at <= DOCNUM_ISSUER_MAX ? end : at;
}

static void read_issuer_behind(struct str s, struct docnum *n)
{
	size_t at = skip_words(s, skip_comma(s, n->end), "của"), end;

	end = at ? issuer_end(s, at) : 0;
	if (!at || end == at)
		return;
	n->issuer = (struct str){s.p + at, end - at};
	n->end = end;
}

void docnum_read_behind(struct str s, struct docnum *n)
{
	if (n->form != DOCNUM_STATE && n->form != DOCNUM_PARTY && n->form != DOCNUM_SUSPICIOUS)
		return;
	read_date_behind(s, n);
	read_issuer_behind(s, n);
}
