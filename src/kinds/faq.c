#include "kinds/faq.h"

#include <stdlib.h>

#include "kinds/linked.h"
#include "kinds/rule.h"
#include "text/lead.h"
#include "viet/calendar.h"
#include "viet/collate.h"
#include "viet/fold.h"
#include "viet/person.h"

enum {
	SUMMARY_MAX = 300,    /* characters of an answer that lists show */
	SENTENCE_MAX = 40,    /* syllables of a first sentence that answers directly */
	ANSWER_WITHIN = 15,   /* working days from a question to its answer */
	PHONE_DIGITS_MIN = 9, /* what has as many digits in a row can be called */
};

/* A procedure that questions are about, for the list of them. */
struct about {
	const struct value *procedure; /* {ma, ten, url} */
	struct str code, key;          /* key: for the order of the alphabet */
	struct value *questions;
};

static const struct choice types[] = {
	[FAQ_QUESTION] = {"hoi-dap", "Hỏi đáp"},
	[FAQ_SITUATION] = {"tinh-huong", "Tình huống"},
	[FAQ_CITIZEN] = {"cau-hoi-nguoi-dan", "Câu hỏi của người dân"},
	{0},
};

static const struct rule mark_rule = {"HD-01", DIAG_ADVICE,
				      N_("A question ends with a question mark.")};
static const struct rule direct_rule = {
	"HD-02", DIAG_ADVICE, N_("The first sentence of an answer answers the question.")};
static const struct rule facts_rule = {"HD-03", DIAG_ERROR,
				       N_("A situation tells what happened, without names.")};
static const struct rule grounds_rule = {
	"HD-04", DIAG_ERROR, N_("A situation names the documents that its answer rests on.")};
static const struct rule ended_rule = {"HD-05", DIAG_WARNING,
				       N_("What an answer rests on is still in force.")};
static const struct rule days_rule = {"HD-06", DIAG_WARNING,
				      N_("A question is answered within 15 working days.")};
static const struct rule anonymous_rule = {
	"HD-07", DIAG_ERROR, N_("A citizen's question is published without a name.")};
static const struct rule name_rule = {
	"HD-08", DIAG_ERROR, N_("What is anonymous holds no name and no telephone number.")};
static const struct rule review_rule = {
	"HD-09", DIAG_ADVICE, N_("An answer says when it was checked, and until when.")};
static const struct rule dates_rule = {
	"HD-10", DIAG_WARNING, N_("A citizen's question has its day, and that of the answer.")};

static const struct rule *const faq_rules[] = {
	&mark_rule, &direct_rule,    &facts_rule, &grounds_rule, &ended_rule,
	&days_rule, &anonymous_rule, &name_rule,  &review_rule,  &dates_rule,
};

static const struct field faq_fields[] = {
	{.key = "kieu",
	 .type = FIELD_CHOICE,
	 .choices = types,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct faq, type),
	 .label = "Kiểu",
	 .about = N_("A question that many ask, a case with its solution, or a question of a "
		     "citizen.")},
	{.key = "cau_hoi",
	 .type = FIELD_STRING,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct faq, question),
	 .label = "Câu hỏi",
	 .about = N_("The question, as a reader would ask it; it is the page's title."),
	 .max = 180},
	{.key = "boi_canh",
	 .type = FIELD_MARKDOWN,
	 .offset = offsetof(struct faq, facts),
	 .label = "Tình huống",
	 .about = N_("What happened, without names: a must for tinh-huong.")},
	{.key = "tra_loi",
	 .type = FIELD_MARKDOWN,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct faq, answer),
	 .label = "Trả lời",
	 .about = N_("The answer; its first sentence answers, the reasons follow.")},
	{.key = "can_cu",
	 .type = FIELD_REF,
	 .ref_kind = "van-ban",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct faq, grounds),
	 .label = "Căn cứ",
	 .about = N_("Codes of the documents that the answer rests on: a must for "
		     "tinh-huong.")},
	{.key = "thu_tuc",
	 .type = FIELD_REF,
	 .ref_kind = "thu-tuc",
	 .flags = FIELD_MANY,
	 .offset = offsetof(struct faq, procedures),
	 .label = "Thủ tục liên quan",
	 .about = N_("Codes of the procedures that it is about; their pages show it.")},
	{.key = "ngay_hoi",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct faq, asked),
	 .label = "Ngày hỏi",
	 .about = N_("When it was asked, of a citizen's question."),
	 .example = "2026-01-05"},
	{.key = "ngay_tra_loi",
	 .type = FIELD_DATE,
	 .offset = offsetof(struct faq, answered),
	 .label = "Ngày trả lời",
	 .about = N_("When it was answered."),
	 .example = "2026-01-12"},
	{.key = "nguoi_tra_loi",
	 .type = FIELD_STRING,
	 .offset = offsetof(struct faq, answerer),
	 .label = "Người trả lời",
	 .about = N_("The office or unit that answers.")},
	{.key = "an_danh",
	 .type = FIELD_BOOL,
	 .offset = offsetof(struct faq, anonymous),
	 .label = "Ẩn danh",
	 .about = N_("true: nothing in it says who asked; a must for cau-hoi-nguoi-dan."),
	 .example = "true"},
	{0},
};

static const char *const faq_required[] = {"don_vi", NULL};

static const struct schema faq_schema = {
	.name = N_("a question with its answer"),
	.size = sizeof(struct faq),
	.fields = faq_fields,
	.parent = &common_schema,
	.required = faq_required,
};

static bool check_faq(const void *data, const struct value *v, struct date today,
		      struct diag *d)
{
	const struct faq *x = data;

	(void)today;
	if (date_is_set(x->asked) && date_is_set(x->answered) &&
	    date_cmp(x->answered, x->asked) < 0)
		return diag_error(d, place_of_field(v, "ngay_tra_loi"),
				  _("\"ngay_tra_loi\" lies before \"ngay_hoi\""));
	return true;
}

static void inspect_question(const struct faq *x, struct inspection *i)
{
	if (x->type == FAQ_QUESTION && !str_ends(x->question, STR("?")))
		inspection_report(i, inspection_place(i, "cau_hoi"), &mark_rule,
				  _("the question does not end with \"?\"; write it as people "
				    "ask"));
}

/* The text up to the first sign that ends a sentence, or its first line. */
static struct str first_sentence(struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		bool ends = i + 1 == text.n || text.p[i + 1] == ' ' || text.p[i + 1] == '\n';

		if (text.p[i] == '\n' || (ends && strchr(".?!:;", text.p[i])))
			return str_head(text, i + 1);
	}
	return text;
}

/* What opens a letter or a lecture, not an answer. */
static bool begins_beside(struct arena *a, struct str sentence)
{
	static const char *const openings[] = {
		"can cu ",    "theo quy dinh", "theo dieu ",  "theo khoan ", "theo thong tu ",
		"theo luat ", "theo nghi",     "cam on ",     "kinh gui",    "kinh thua",
		"thua ",      "ve van de ",    "ve cau hoi ", "truoc het",   "truoc tien",
		"de tra loi", "hien nay, ",    "chao ",
	};
	struct str folded = viet_fold(a, sentence);

	for (size_t i = 0; i < COUNT(openings); i++) {
		if (str_starts(folded, str_of(openings[i])))
			return true;
	}
	return false;
}

static size_t count_syllables(struct str text)
{
	size_t n = 0;

	while (text.n)
		n += str_cut(text, ' ', &text).n > 0;
	return n;
}

static void inspect_answer(const struct faq *x, struct inspection *i)
{
	struct str sentence = first_sentence(x->answer.text);
	size_t n = count_syllables(sentence);

	if (begins_beside(i->scratch, sentence))
		inspection_report(
			i, x->answer.pos, &direct_rule,
			_("the answer does not begin with the answer; say first what to "
			  "do, and then on what it rests"));
	else if (n > SENTENCE_MAX)
		inspection_report(i, x->answer.pos, &direct_rule,
				  _("the first sentence of the answer has %zu words, more than "
				    "%d; say in it only what to do"),
				  n, SENTENCE_MAX);
}

static void inspect_situation(const struct faq *x, struct inspection *i)
{
	if (x->type != FAQ_SITUATION)
		return;
	if (!x->facts.text.n)
		inspection_report(i, inspection_place(i, "kieu"), &facts_rule,
				  _("a situation (tinh-huong) needs \"boi_canh\": what "
				    "happened, without names"));
	if (!x->grounds.n)
		inspection_report(
			i, inspection_place(i, "kieu"), &grounds_rule,
			_("a situation (tinh-huong) needs \"can_cu\": the codes of the "
			  "documents that the answer rests on"));
}

static void inspect_grounds(const struct faq *x, struct inspection *i)
{
	for (size_t n = 0; n < x->grounds.n; n++) {
		const struct ref *ref = LIST_ITEM(x->grounds, struct ref, n);
		struct record to = inspection_target(i, ref);

		if (to.kind && to.kind->has_ended && to.kind->has_ended(to.data, i->today))
			inspection_report(
				i, ref->pos, &ended_rule,
				_("the answer rests on \"" STR_FMT
				  "\", which is no longer in force; check the answer, "
				  "and name what is in force now"),
				STR_ARG(ref->code));
	}
}

/* Beyond the years whose days off are known nothing is said. */
static void inspect_days(const struct faq *x, struct inspection *i)
{
	int64_t n;

	if (!date_is_set(x->asked) || !date_is_set(x->answered) ||
	    !calendar_working_days(i->calendar, x->asked, x->answered, &n))
		return;
	if (n > ANSWER_WITHIN)
		inspection_report(i, inspection_place(i, "ngay_tra_loi"), &days_rule,
				  _("the answer came after %lld working days, more than %d"),
				  (long long)n, ANSWER_WITHIN);
}

/* Digits in a row, with spaces and dots between them, as telephones and cards have. */
static bool find_number(struct str text, struct str *found)
{
	size_t digits = 0, from = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];

		if (c >= '0' && c <= '9') {
			from = digits++ ? from : i;
			*found = (struct str){text.p + from, i + 1 - from};
			if (digits >= PHONE_DIGITS_MIN &&
			    (i + 1 == text.n || !strchr("0123456789 .", text.p[i + 1])))
				return true;
		} else if (!strchr(" .", c)) {
			if (digits >= PHONE_DIGITS_MIN)
				return true;
			digits = 0;
		}
	}
	return digits >= PHONE_DIGITS_MIN;
}

static void inspect_names(struct str text, struct pos at, struct inspection *i)
{
	struct str found;

	if (viet_find_person(text, &found))
		inspection_report(i, at, &name_rule,
				  _("\"" STR_FMT
				    "\" looks like a person's name; nobody may be known from "
				    "what is anonymous"),
				  STR_ARG(found));
	if (find_number(text, &found))
		inspection_report(
			i, at, &name_rule,
			_("\"" STR_FMT
			  "\" looks like a telephone number or that of a card; take it "
			  "out"),
			STR_ARG(str_trim(found)));
}

static void inspect_privacy(const struct faq *x, struct inspection *i)
{
	if (x->type == FAQ_CITIZEN && !x->anonymous)
		inspection_report(
			i, inspection_place(i, "an_danh"), &anonymous_rule,
			_("a citizen's question needs \"an_danh: true\", and no name in "
			  "it"));
	if (!x->anonymous && x->type != FAQ_SITUATION)
		return;
	inspect_names(x->question, inspection_place(i, "cau_hoi"), i);
	inspect_names(x->facts.text, x->facts.pos, i);
}

static void inspect_dates(const struct faq *x, struct inspection *i)
{
	if (x->type == FAQ_CITIZEN && (!date_is_set(x->asked) || !date_is_set(x->answered)))
		inspection_report(i, inspection_place(i, "kieu"), &dates_rule,
				  _("a citizen's question needs \"ngay_hoi\" and "
				    "\"ngay_tra_loi\", so that readers see how long it took"));
	if (!date_is_set(x->common.reviewed) || !date_is_set(x->common.review_by))
		inspection_report(
			i, i->file, &review_rule,
			_("write \"ngay_ra_soat\" and \"ra_soat_truoc\": when "
			  "somebody last checked the answer, and until when it is to be "
			  "checked again"));
}

static void inspect_faq(const void *data, struct inspection *i)
{
	const struct faq *x = data;

	inspect_question(x, i);
	inspect_answer(x, i);
	inspect_situation(x, i);
	inspect_grounds(x, i);
	inspect_days(x, i);
	inspect_privacy(x, i);
	inspect_dates(x, i);
}

static struct str faq_title(struct arena *a, const void *data)
{
	const struct faq *x = data;

	(void)a;
	return x->question;
}

static struct str faq_summary(struct arena *a, const void *data)
{
	const struct faq *x = data;

	return x->common.summary.n ? x->common.summary
				   : markdown_lead(a, x->answer.text, SUMMARY_MAX);
}

/* All by their titles: what is asked has no better order. */
static int64_t faq_order(const void *data)
{
	(void)data;
	return -1;
}

static void derive_faq(struct arena *a, const void *data, const struct derive_context *c,
		       struct value *view)
{
	const struct faq *x = data;
	int64_t n = 0;
	bool known = date_is_set(x->asked) && date_is_set(x->answered) &&
		     calendar_working_days(c->calendar, x->asked, x->answered, &n);

	value_set(a, view, STR("so_ngay_lam_viec"), known ? value_int(a, n) : value_null(a));
}

static int compare_abouts(const void *a, const void *b)
{
	const struct about *x = a, *y = b;
	int order = str_cmp(x->key, y->key);

	return order ? order : str_cmp(x->code, y->code);
}

static struct about *about_of(struct arena *a, struct about *abouts, size_t *n,
			      const struct ref *ref, const struct derive_context *c)
{
	struct about *new = &abouts[*n];

	for (size_t i = 0; i < *n; i++) {
		if (str_eq(abouts[i].code, ref->code))
			return &abouts[i];
	}
	new->code = ref->code;
	new->procedure = c->ref_view(a, ref, c->ref_context);
	new->key = viet_sort_key(a, value_get(new->procedure, STR("ten"))->text);
	new->questions = value_list(a);
	(*n)++;
	return new;
}

static size_t count_references(const struct record *records, size_t n)
{
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += ((const struct faq *)records[i].data)->procedures.n;
	return sum;
}

/* `theo_thu_tuc`: [{so, thu_tuc, cau_hoi: [...]}], in the order of the procedures' names. */
static void derive_by_procedure(struct arena *a, const struct record *records, size_t n,
				const struct derive_context *c, struct value *view)
{
	struct about *abouts = arena_array(a, struct about, count_references(records, n) + 1);
	struct value *list = value_list(a);
	size_t n_abouts = 0;

	for (size_t i = 0; i < n; i++) {
		const struct list *procedures =
			&((const struct faq *)records[i].data)->procedures;

		for (size_t k = 0; k < procedures->n; k++)
			value_push(a,
				   about_of(a, abouts, &n_abouts,
					    LIST_ITEM(*procedures, struct ref, k), c)
					   ->questions,
				   records[i].view);
	}
	if (n_abouts)
		qsort(abouts, n_abouts, sizeof(*abouts), compare_abouts);
	for (size_t i = 0; i < n_abouts; i++) {
		struct value *v = value_map(a);

		value_set(a, v, STR("so"), value_int(a, (int64_t)i + 1));
		value_set(a, v, STR("thu_tuc"), abouts[i].procedure);
		value_set(a, v, STR("cau_hoi"), abouts[i].questions);
		value_push(a, list, v);
	}
	value_set(a, view, STR("theo_thu_tuc"), list);
}

static bool is_about_procedures(const void *data)
{
	const struct faq *x = data;

	return x->procedures.n > 0;
}

static const struct subpage faq_pages[] = {
	{.path = "theo-thu-tuc/",
	 .layout = "hoi-dap-theo-thu-tuc.html",
	 .title = "Hỏi đáp theo thủ tục",
	 .wanted = is_about_procedures,
	 .derive = derive_by_procedure},
};

static void terms_of_type(struct arena *a, const void *data, struct date today, term_fn *add,
			  void *sink)
{
	const struct faq *x = data;

	(void)a;
	(void)today;
	add(sink, (struct term_name){.slug = str_of(types[x->type].code),
				     .name = str_of(types[x->type].name)});
}

static const struct taxonomy_def type_taxonomy = {
	.code = "kieu",
	.name = "Kiểu",
	.path = "theo-kieu/",
	.terms = terms_of_type,
};

static const struct taxonomy_def field_taxonomy = {
	.code = "linh-vuc",
	.name = "Nội dung cải cách",
	.path = "theo-noi-dung/",
	.terms = terms_of_fields,
};

static const struct taxonomy_def *const faq_taxonomies[] = {
	&type_taxonomy,
	&field_taxonomy,
	&keyword_taxonomy,
};

const struct kind faq_kind = {
	.code = "hoi-dap",
	.name = "Hỏi đáp, tình huống",
	.describe = describe_faq,
	.schema = &faq_schema,
	.has_list = true,
	.needs_approver = true,
	.title = faq_title,
	.summary = faq_summary,
	.order = faq_order,
	.check = check_faq,
	.rules = faq_rules,
	.n_rules = COUNT(faq_rules),
	.inspect = inspect_faq,
	.derive = derive_faq,
	.section_pages = faq_pages,
	.n_section_pages = COUNT(faq_pages),
	.taxonomies = faq_taxonomies,
	.n_taxonomies = COUNT(faq_taxonomies),
};
