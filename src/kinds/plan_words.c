/* KH-23 to KH-28: what a plan's texts say in a way that readers stumble over. */
#include "kinds/plan.h"
#include "kinds/plan_rules.h"
#include "viet/docnum.h"
#include "viet/fold.h"

enum {
	OLD_TERM,
	WITHOUT_SO,
	TWICE,
	BRACKETS,
	SLIP,
	NO_NUMBER,
};

const struct rule plan_word_rules[PLAN_WORD_RULES] = {
	[OLD_TERM] = {"KH-23", DIAG_WARNING, N_("A plan uses the words of the law of today.")},
	[WITHOUT_SO] = {"KH-24", DIAG_ADVICE,
			N_("A document is cited as its type, \"số\", and its number.")},
	[TWICE] = {"KH-25", DIAG_ADVICE, N_("No word stands there twice.")},
	[BRACKETS] = {"KH-26", DIAG_ADVICE, N_("Each bracket has the other one.")},
	[SLIP] = {"KH-27", DIAG_ADVICE, N_("Usual words are spelled as they should be.")},
	[NO_NUMBER] = {"KH-28", DIAG_WARNING,
		       N_("Where a number is asked for, the plan says which.")},
};

struct reading {
	struct inspection *inspection;
	bool has_numbers; /* of some target */
};

static void tell(const struct reading *r, const struct passage *p, int rule, struct str what,
		 struct str instead)
{
	struct str where = p->id.n ? p->id : str_of(p->key);

	if (instead.n)
		inspection_report(r->inspection, plan_place(r->inspection, p),
				  &plan_word_rules[rule],
				  _(STR_FMT ": \"" STR_FMT "\"; today it is \"" STR_FMT "\""),
				  STR_ARG(where), STR_ARG(what), STR_ARG(instead));
	else
		inspection_report(r->inspection, plan_place(r->inspection, p),
				  &plan_word_rules[rule],
				  _(STR_FMT ": the word \"" STR_FMT "\" stands there twice"),
				  STR_ARG(where), STR_ARG(what));
}

static void check_old_terms(const struct reading *r, const struct passage *p)
{
	static const struct {
		const char *old, *now;
	} terms[] = {
		{"mức độ 1", "dịch vụ công trực tuyến một phần"},
		{"mức độ 2", "dịch vụ công trực tuyến một phần"},
		{"mức độ 3", "dịch vụ công trực tuyến một phần, trực tuyến toàn trình"},
		{"mức độ 4", "dịch vụ công trực tuyến toàn trình"},
		{"chứng minh nhân dân", "căn cước"},
	};
	struct str text = viet_lower(r->inspection->scratch, p->text);

	for (size_t k = 0; k < COUNT(terms); k++) {
		if (str_holds(text, str_of(terms[k].old)))
			tell(r, p, OLD_TERM, str_of(terms[k].old), str_of(terms[k].now));
	}
}

/* "Nghị định 107/2020/NĐ-CP"; the numbers of laws are left out by custom, and "Đề án 06/CP"
 * is a name. */
static void check_citations(const struct reading *r, const struct passage *p)
{
	struct docnum n;

	for (size_t from = 0; docnum_find(r->inspection->scratch, p->text, from, &n);
	     from = n.to) {
		struct str before = {p->text.p + n.start, n.from - n.start};

		if (!n.type || (n.form != DOCNUM_STATE && n.form != DOCNUM_PARTY) ||
		    strcmp(n.type, "Luật") == 0 || strcmp(n.type, "Đề án") == 0 ||
		    str_holds(viet_lower(r->inspection->scratch, before), STR("số")))
			continue;
		inspection_report(r->inspection, plan_place(r->inspection, p),
				  &plan_word_rules[WITHOUT_SO],
				  _(STR_FMT ": write \"%s số " STR_FMT "\""),
				  STR_ARG(p->id.n ? p->id : str_of(p->key)), n.type,
				  STR_ARG(docnum_written(r->inspection->scratch, &n)));
	}
}

/* Words that are doubled on purpose. */
static bool may_be_twice(struct str word)
{
	static const char *const known[] = {"luôn",   "dần",  "từ",  "mãi", "ngày",
					    "thường", "hằng", "đời", "nơi", "chung"};

	for (size_t k = 0; k < COUNT(known); k++) {
		if (str_eq_z(word, known[k]))
			return true;
	}
	return false;
}

static bool is_letters(struct str word)
{
	for (size_t k = 0; k < word.n; k++) {
		char c = word.p[k];

		if ((unsigned char)c < 0x80 && !(c >= 'a' && c <= 'z'))
			return false;
	}
	return word.n > 1;
}

static void check_twice(const struct reading *r, const struct passage *p)
{
	struct str rest = p->text, last = {0};

	while (rest.n) {
		struct str word = str_cut(rest, ' ', &rest);

		if (is_letters(word) && str_eq(word, last) && !may_be_twice(word))
			tell(r, p, TWICE, word, (struct str){0});
		last = word;
	}
}

/* The ")" of "a)" and "1)" at the start of a word closes nothing. */
static bool is_list_mark(struct str text, size_t at)
{
	size_t n = 0;

	while (n < at && n < 4 && text.p[at - 1 - n] != ' ' && text.p[at - 1 - n] != '(')
		n++;
	return n && n < 3 && (n == at || text.p[at - 1 - n] == ' ');
}

static void check_brackets(const struct reading *r, const struct passage *p)
{
	int open = 0;
	bool wrong = false;

	for (size_t k = 0; k < p->text.n; k++) {
		if (p->text.p[k] == '(')
			open++;
		else if (p->text.p[k] == ')' && (open || !is_list_mark(p->text, k)))
			wrong |= --open < 0;
		open = open < 0 ? 0 : open;
	}
	if (wrong || open)
		inspection_report(r->inspection, plan_place(r->inspection, p),
				  &plan_word_rules[BRACKETS],
				  _(STR_FMT ": a bracket has no other one"),
				  STR_ARG(p->id.n ? p->id : str_of(p->key)));
}

static void check_slips(const struct reading *r, const struct passage *p)
{
	static const struct {
		const char *wrong, *right;
	} slips[] = {
		{"infographich", "infographic"}, {"lãnh đạp", "lãnh đạo"},
		{"webside", "website"},          {"bổ xung", "bổ sung"},
		{"sữa đổi", "sửa đổi"},          {"chia sẽ", "chia sẻ"},
		{"kỹ cương", "kỷ cương"},        {"dịch bưu chính", "dịch vụ bưu chính"},
		{"đề báo cáo", "để báo cáo"},    {"thũ tục", "thủ tục"},
	};
	struct str text = viet_lower(r->inspection->scratch, p->text);

	for (size_t k = 0; k < COUNT(slips); k++) {
		size_t at;

		if (str_find(text, str_of(slips[k].wrong), 0, &at) &&
		    (!at || !strchr("abcdefghijklmnopqrstuvwxyz", text.p[at - 1])))
			inspection_report(r->inspection, plan_place(r->inspection, p),
					  &plan_word_rules[SLIP],
					  _(STR_FMT ": \"%s\" should be \"%s\""),
					  STR_ARG(p->id.n ? p->id : str_of(p->key)),
					  slips[k].wrong, slips[k].right);
	}
}

static void check_numbers(const struct reading *r, const struct passage *p)
{
	if (!r->has_numbers && p->within && str_holds(p->text, STR("số lượng")))
		inspection_report(r->inspection, plan_place(r->inspection, p),
				  &plan_word_rules[NO_NUMBER],
				  _(STR_FMT ": a number is asked for (\"số lượng\"), and the "
					    "plan names none; add \"chi_tieu\""),
				  STR_ARG(p->id));
}

static void read_passage(void *context, const struct passage *p)
{
	const struct reading *r = context;

	check_old_terms(r, p);
	check_citations(r, p);
	check_twice(r, p);
	check_brackets(r, p);
	check_slips(r, p);
	check_numbers(r, p);
}

/* What is written behind a recipient: "(để báo cáo)". */
static void read_recipients(const struct reading *r, const struct plan *x)
{
	const struct list *rows = &x->document->recipients;

	for (size_t k = 0; k < rows->n; k++) {
		const struct plan_recipient *to = LIST_ITEM(*rows, struct plan_recipient, k);
		struct passage p = {.list = "van_ban",
				    .within = "noi_nhan",
				    .k = k,
				    .key = "ghi_chu",
				    .text = to->note};

		check_slips(r, &p);
	}
}

static bool has_numbers(const struct plan *x)
{
	for (size_t k = 0; k < x->targets.n; k++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, k);

		if (t->kinds >= 0 || t->amount >= 0)
			return true;
	}
	return false;
}

void plan_inspect_words(const struct plan *x, struct inspection *i)
{
	struct reading r = {.inspection = i, .has_numbers = has_numbers(x)};

	plan_each_passage(x, read_passage, &r);
	read_recipients(&r, x);
}
