#include "output/search_words.h"

struct lexeme { /* all that begins with the same letters */
	bool idle;
	unsigned char idle_marks;
	struct phrase *phrases;
};

static const char idle_words[] = "và của là các những cho về tại theo được";

/* What stands in one row means the same. A short form that stands for several things (TT)
 * has none. */
static const char *const same[] = {
	"cchc = cải cách hành chính",
	"tthc = thủ tục hành chính",
	"bhyt = bảo hiểm y tế",
	"bhxh = bảo hiểm xã hội",
	"cccd = căn cước = căn cước công dân = thẻ căn cước = chứng minh nhân dân = cmnd",
	"hsba = hồ sơ bệnh án = bệnh án",
	"kcb = khám chữa bệnh = khám bệnh, chữa bệnh",
	"dvc = dịch vụ công",
	"dvctt = dịch vụ công trực tuyến",
	"vneid = định danh điện tử",
	"bv = bệnh viện",
	"bvđk = bệnh viện đa khoa",
	"ttyt = trung tâm y tế",
	"syt = sở y tế",
	"byt = bộ y tế",
	"ubnd = ủy ban nhân dân",
	"hđnd = hội đồng nhân dân",
	"tchc = tc-hc = tổ chức hành chính",
	"tccb = tổ chức cán bộ",
	"khth = kế hoạch tổng hợp",
	"khnv = kh-nv = kế hoạch nghiệp vụ",
	"tckt = tài chính kế toán",
	"qlcl = quản lý chất lượng",
	"ctxh = công tác xã hội",
	"cntt = công nghệ thông tin",
	"bgđ = ban giám đốc",
	"pakn = phản ánh kiến nghị",
	"cdc = ttksbt = trung tâm kiểm soát bệnh tật",
	"cskh = chăm sóc khách hàng",
	"nvyt = nhân viên y tế",
	"qr = mã qr = mã quét = quét mã",
	"nđ = nghị định",
	"qđ = quyết định",
	"nq = nghị quyết",
	"sđt = số điện thoại",
	"hotline = đường dây nóng",
	"giấy chứng sinh = giấy báo sinh",
	"viện phí = tiền viện = tiền viện phí",
	"hẹn trả = trả kết quả",
	"xuất viện = ra viện",
	"chuyển viện = chuyển tuyến = chuyển cơ sở khám bệnh",
	"khiếu nại = phàn nàn",
	"thanh toán = trả tiền",
	"số điện thoại = điện thoại",
};

static struct lexeme *lexeme_of(struct search_words *s, struct str letters)
{
	struct lexeme *l = map_get(&s->by_first, letters);

	if (!l) {
		l = arena_new(s->arena, struct lexeme);
		map_set(&s->by_first, letters, l);
	}
	return l;
}

static void add_idle(struct search_words *s)
{
	struct word *words;
	size_t n = words_of(s->arena, s->letters, str_of(idle_words), &words);

	for (size_t i = 0; i < n; i++) {
		struct lexeme *l = lexeme_of(s, words[i].letters);

		l->idle = true;
		l->idle_marks = words[i].marks;
	}
}

static struct phrase *add_phrase(struct search_words *s, struct str text)
{
	struct phrase *p = arena_new(s->arena, struct phrase);
	struct word *words;
	struct lexeme *l;

	p->n = words_of(s->arena, s->letters, text, &words);
	p->words = words;
	if (!p->n)
		return NULL;
	l = lexeme_of(s, words[0].letters);
	p->like = l->phrases;
	l->phrases = p;
	return p;
}

static void add_row(struct search_words *s, struct str row)
{
	struct phrase *first = NULL, *last = NULL;

	while (row.n) {
		struct phrase *p = add_phrase(s, str_cut(row, '=', &row));

		if (!p)
			continue;
		if (last)
			last->other = p;
		else
			first = p;
		p->group = first;
		last = p;
	}
}

void search_words_make(struct search_words *s, struct arena *a, const struct letters *l,
		       struct str *rows, size_t n)
{
	*s = (struct search_words){.arena = a, .letters = l, .by_first = {.arena = a}};
	add_idle(s);
	for (size_t i = 0; i < COUNT(same); i++)
		add_row(s, str_of(same[i]));
	for (size_t i = 0; i < n; i++)
		add_row(s, rows[i]);
}

bool search_words_is_idle(const struct search_words *s, const struct word *w)
{
	const struct lexeme *l = map_get(&s->by_first, w->letters);

	return l && l->idle && l->idle_marks == w->marks;
}

static bool begins_with(const struct word *words, size_t n, const struct phrase *p)
{
	if (n < p->n)
		return false;
	for (size_t i = 0; i < p->n; i++) {
		if (words[i].marks != p->words[i].marks ||
		    !str_eq(words[i].letters, p->words[i].letters))
			return false;
	}
	return true;
}

const struct phrase *search_words_phrase(const struct search_words *s, const struct word *words,
					 size_t n)
{
	const struct lexeme *l = n ? map_get(&s->by_first, words->letters) : NULL;
	const struct phrase *best = NULL;

	for (const struct phrase *p = l ? l->phrases : NULL; p; p = p->like) {
		if ((!best || p->n > best->n) && begins_with(words, n, p))
			best = p;
	}
	return best;
}

const struct phrase *search_words_again(const struct phrase *p, const struct word *words,
					size_t n)
{
	size_t length = p->n;

	do
		p = p->like;
	while (p && (p->n != length || !begins_with(words, n, p)));
	return p;
}

struct str search_words_idle(struct arena *a, const struct search_words *s)
{
	struct buf out = {.arena = a};
	struct word *words;
	size_t n = words_of(a, s->letters, str_of(idle_words), &words);

	for (size_t i = 0; i < n; i++) {
		if (i)
			buf_byte(&out, ' ');
		buf_add(&out, words[i].letters);
	}
	return buf_str(&out);
}
