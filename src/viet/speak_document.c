/* Numbers of documents: their symbols are for the eye. Said is what they stand for, the
 * sort of document and who issued it, where the text does not say so itself. */
#include "viet/docnum.h"
#include "viet/speak_parts.h"

static const struct {
	const char *code, *name;
} types[] = {
	{"NĐ", "nghị định"}, {"QĐ", "quyết định"},
	{"QyĐ", "quy định"}, {"NQ", "nghị quyết"},
	{"TT", "thông tư"},  {"TTLT", "thông tư liên tịch"},
	{"CT", "chỉ thị"},   {"KH", "kế hoạch"},
	{"KL", "kết luận"},  {"CTr", "chương trình"},
	{"TTr", "tờ trình"}, {"BC", "báo cáo"},
	{"TB", "thông báo"}, {"HD", "hướng dẫn"},
	{"QC", "quy chế"},   {"CV", "công văn"},
	{"ĐA", "đề án"},     {"GM", "giấy mời"},
	{"BB", "biên bản"},  {"HĐ", "hợp đồng"},
	{"CĐ", "công điện"}, {"VBHN", "văn bản hợp nhất"},
	{"PL", "pháp lệnh"}, {"TTg", "chỉ thị"},
};

static const struct {
	const char *code, *name;
} issuers[] = {
	{"CP", "Chính phủ"},
	{"TTg", "Thủ tướng Chính phủ"},
	{"VPCP", "Văn phòng Chính phủ"},
	{"QH", "Quốc hội"},
	{"UBTVQH", "Ủy ban Thường vụ Quốc hội"},
	{"CTN", "Chủ tịch nước"},
	{"UBND", "Ủy ban nhân dân"},
	{"HĐND", "Hội đồng nhân dân"},
	{"TW", "Trung ương"},
	{"TU", "Tỉnh ủy"},
	{"ĐU", "Đảng ủy"},
	{"BYT", "Bộ Y tế"},
	{"BNV", "Bộ Nội vụ"},
	{"BTC", "Bộ Tài chính"},
	{"BTP", "Bộ Tư pháp"},
	{"BCA", "Bộ Công an"},
	{"BKHCN", "Bộ Khoa học và Công nghệ"},
	{"BTTTT", "Bộ Thông tin và Truyền thông"},
	{"NHNN", "Ngân hàng Nhà nước"},
	{"BHXH", "Bảo hiểm xã hội"},
	{"SYT", "Sở Y tế"},
	{"SNV", "Sở Nội vụ"},
	{"TTYT", "Trung tâm Y tế"},
	{"BV", "bệnh viện"},
	{"BVĐK", "bệnh viện đa khoa"},
};

static const char *type_of(struct str code)
{
	for (size_t i = 0; i < COUNT(types); i++)
		if (str_eq_z(code, types[i].code))
			return types[i].name;
	return NULL;
}

static const char *issuer_of(struct str code)
{
	for (size_t i = 0; i < COUNT(issuers); i++)
		if (str_eq_z(code, issuers[i].code))
			return issuers[i].name;
	return NULL;
}

/* "NĐ-CP" and "NQ/TW" in two; "SYT-NVY" has no type. */
static void part_symbol(struct str symbol, const char **type, struct str *issuer)
{
	struct str rest, head = str_cut(symbol, str_has(symbol, '/') ? '/' : '-', &rest);

	*type = type_of(head);
	*issuer = *type && rest.n ? str_cut(rest, '-', &(struct str){0}) : head;
}

/* QH15: Quốc hội khóa mười lăm. */
static void say_issuer(struct buf *w, struct str code, const struct speak_options *o)
{
	struct str digits = code;
	const char *name;

	while (digits.n && !is_digit(digits.p[0]))
		digits = str_from(digits, 1);
	name = issuer_of(str_head(code, code.n - digits.n));
	if (!name)
		return;
	say(w, "của");
	say(w, name);
	if (digits.n) {
		say(w, "khóa");
		say_number(w, digits, o);
	}
}

/* 30c: ba mươi xê; 66.7: sáu mươi sáu chấm bảy */
static void say_document_number(struct buf *w, struct str number, const struct speak_options *o)
{
	struct str rest = number, behind;

	while (rest.n && is_digit(rest.p[0]))
		rest = str_from(rest, 1);
	while (number.n - rest.n > 1 && number.p[0] == '0')
		number = str_from(number, 1);
	say_number(w, str_head(number, number.n - rest.n), o);
	if (!rest.n)
		return;
	if (rest.p[0] != '.') {
		say_letters(w, rest, o);
		return;
	}
	say(w, "chấm");
	str_cut(rest, '.', &behind);
	say_document_number(w, behind, o);
}

static void say_type(struct buf *w, const struct docnum *n, struct str before, const char *type)
{
	if (n->start < n->from) {
		say_str(w, before);
		if (!str_ends(before, STR("số")) && !str_ends(before, STR("số:")))
			say(w, "số");
		return;
	}
	say(w, type ? type : "văn bản");
	say(w, "số");
}

void say_document(struct buf *w, const struct docnum *n, struct str text, bool named,
		  const struct speak_options *o)
{
	struct str before = str_trim(str_from(str_head(text, n->from), n->start)), issuer;
	const char *type;

	part_symbol(n->symbol, &type, &issuer);
	if (!named)
		say_type(w, n, before, type);
	say_document_number(w, n->number, o);
	if (n->year.n) {
		say(w, "năm");
		say_number(w, n->year, o);
	}
	if (n->issuer.n) {
		say(w, "của");
		say_str(w, speak_text(w->arena, n->issuer, o));
	} else {
		say_issuer(w, issuer, o);
	}
}
