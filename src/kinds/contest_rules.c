#include "kinds/contest_parts.h"
#include "kinds/rule.h"
#include "viet/decimal.h"
#include "viet/person.h"

enum {
	SUM = 100 * DECIMAL_ONE,
	SUM_OFF = DECIMAL_ONE / 2, /* what rounding may take from 100 or add to it */
};

static const struct rule order_rule = {
	"CT-01", DIAG_ERROR, N_("It opens, closes, and is then made known, in this order.")};
static const struct rule rules_rule = {"CT-02", DIAG_WARNING,
				       N_("A contest has a document with its rules.")};
static const struct rule privacy_rule = {
	"CT-03", DIAG_ERROR, N_("A form online says what becomes of what people write.")};
static const struct rule form_rule = {"CT-04", DIAG_ERROR,
				      N_("A survey has a form, online or on paper.")};
static const struct rule questions_rule = {"CT-05", DIAG_ERROR,
					   N_("A quiz has questions with answers.")};
static const struct rule answer_rule = {"CT-06", DIAG_ERROR,
					N_("The right answer is one of those to choose from.")};
static const struct rule sum_rule = {"CT-07", DIAG_WARNING,
				     N_("The shares of a question are 100 per cent together.")};
static const struct rule name_rule = {
	"CT-08", DIAG_WARNING, N_("Persons are named among winners only when they agreed.")};
static const struct rule share_rule = {
	"CT-09", DIAG_ERROR, N_("A share is a number with a decimal comma, 0 to 100.")};
static const struct rule title_rule = {"CT-10", DIAG_WARNING, N_("It has a title of its own.")};

const struct rule *const contest_rules[CONTEST_RULES] = {
	&order_rule,  &rules_rule, &privacy_rule, &form_rule,  &questions_rule,
	&answer_rule, &sum_rule,   &name_rule,    &share_rule, &title_rule,
};

/* Is the later one later, or, where a time is not known, at least no day earlier? */
static bool is_in_order(struct date earlier, struct date later)
{
	if (!date_is_set(later))
		return true;
	if (!earlier.has_time || !later.has_time)
		return date_days(earlier) <= date_days(later);
	return date_cmp(earlier, later) < 0;
}

static void inspect_order(const struct contest *x, struct inspection *i)
{
	const struct survey_result *r = x->survey_result;

	if (!is_in_order(x->opens, x->closes))
		inspection_report(i, inspection_place(i, "ket_thuc"), &order_rule,
				  _("\"ket_thuc\" lies before \"bat_dau\""));
	if (!is_in_order(x->closes, x->announced))
		inspection_report(i, inspection_place(i, "cong_bo"), &order_rule,
				  _("\"cong_bo\" lies before \"ket_thuc\""));
	if (r && date_is_set(r->from) && !is_in_order(r->from, r->to))
		inspection_report(i,
				  place_of_field(written_item(inspection_written(i),
							      "ket_qua_khao_sat", 0),
						 "den_ngay"),
				  &order_rule, _("\"den_ngay\" lies before \"tu_ngay\""));
}

static bool needs_rules(const struct contest *x)
{
	return x->type == CONTEST_CONTEST || x->type == CONTEST_STAGE ||
	       x->type == CONTEST_IDEAS;
}

static void inspect_needs(const struct contest *x, struct inspection *i)
{
	if (needs_rules(x) && !x->rules.code.n)
		inspection_report(i, inspection_place(i, "kieu"), &rules_rule,
				  _("\"the_le\" is missing: the code of the document with the "
				    "rules"));
	if (x->form_url.n && !x->privacy.text.n)
		inspection_report(i, inspection_place(i, "url_phieu"), &privacy_rule,
				  _("a form online needs \"luu_y_rieng_tu\": what it asks of "
				    "people, who sees it, and when it is deleted"));
	if (x->type == CONTEST_SURVEY && !x->form_url.n && !x->paper_form.code.n)
		inspection_report(i, inspection_place(i, "kieu"), &form_rule,
				  _("a survey needs \"url_phieu\", \"phieu_in\" or both"));
	if (!x->common.title.n)
		inspection_report(
			i, i->file, &title_rule,
			_("write \"tieu_de\"; until then the page is called after its "
			  "organizer and month"));
}

static struct pos place_in_question(struct inspection *i, size_t n, const char *key)
{
	return place_of_field(written_item(inspection_written(i), "cau_hoi", n), key);
}

static void inspect_question(const struct quiz_question *q, size_t n, struct inspection *i)
{
	long long answer = q->answer;

	if (answer == -1)
		inspection_report(i, place_in_question(i, n, "cau"), &answer_rule,
				  _("question %zu needs \"dap_an\": the number of the right "
				    "answer"),
				  n + 1);
	else if (answer < 1 || (size_t)answer > q->choices.n)
		inspection_report(
			i, place_in_question(i, n, "dap_an"), &answer_rule,
			_("\"dap_an\" is %lld, but there are %zu answers; count from 1"),
			answer, q->choices.n);
}

static void inspect_quiz(const struct contest *x, struct inspection *i)
{
	if (x->type == CONTEST_QUIZ && !x->questions.n)
		inspection_report(i, inspection_place(i, "kieu"), &questions_rule,
				  _("a quiz (trac-nghiem) needs \"cau_hoi\": its questions"));
	for (size_t n = 0; x->type == CONTEST_QUIZ && n < x->questions.n; n++)
		inspect_question(LIST_ITEM(x->questions, struct quiz_question, n), n, i);
}

/* The share as thousandths; false, and reported, when it is none. */
static bool take_share(const struct value *question, const struct answer_share *share, size_t n,
		       int64_t *out, struct inspection *i)
{
	struct pos at;

	if (decimal_parse(share->share, out) && *out >= 0 && *out <= SUM)
		return true;
	at = place_of_field(written_item(question, "ty_le", n), "gia_tri");
	inspection_report(i, at, &share_rule,
			  _("\"" STR_FMT "\" is no share; write a number from 0 to 100 with a "
			    "decimal comma, like 64,5"),
			  STR_ARG(share->share));
	return false;
}

static void inspect_shares(const struct survey_question *q, const struct value *written,
			   struct inspection *i)
{
	int64_t sum = 0, share = 0;
	bool ok = true;

	for (size_t n = 0; n < q->shares.n; n++) {
		ok &= take_share(written, LIST_ITEM(q->shares, struct answer_share, n), n,
				 &share, i);
		sum += share;
	}
	if (ok && (sum < SUM - SUM_OFF || sum > SUM + SUM_OFF))
		inspection_report(
			i, place_of_field(written, "ty_le"), &sum_rule,
			_("the shares are " STR_FMT
			  " per cent together, not 100; look for a slip of the pen, or "
			  "an answer that is missing"),
			STR_ARG(decimal_text(i->scratch, sum, 1, ',')));
}

static void inspect_survey(const struct contest *x, struct inspection *i)
{
	const struct value *written;

	if (!x->survey_result)
		return;
	written = written_item(inspection_written(i), "ket_qua_khao_sat", 0);
	for (size_t n = 0; n < x->survey_result->questions.n; n++)
		inspect_shares(
			LIST_ITEM(x->survey_result->questions, struct survey_question, n),
			written_item(written, "cau", n), i);
}

static void inspect_name(struct str text, size_t n, const char *key, struct inspection *i)
{
	const struct value *result;
	struct str found;

	if (!viet_find_person(text, &found))
		return;
	result = written_item(inspection_written(i), "ket_qua", 0);
	inspection_report(i, place_of_field(written_item(result, "giai", n), key), &name_rule,
			  _("\"" STR_FMT
			    "\" looks like a person's name; name the unit, or write "
			    "\"dong_y: true\" when this person agreed to be named"),
			  STR_ARG(found));
}

static void inspect_names(const struct contest *x, struct inspection *i)
{
	if (!x->result || x->result->agreed)
		return;
	for (size_t n = 0; n < x->result->winners.n; n++) {
		const struct winner *w = LIST_ITEM(x->result->winners, struct winner, n);

		inspect_name(w->prize, n, "giai", i);
		inspect_name(w->unit.name, n, "don_vi", i);
		inspect_name(w->work, n, "tac_pham", i);
	}
}

void inspect_contest(const void *data, struct inspection *i)
{
	inspect_order(data, i);
	inspect_needs(data, i);
	inspect_quiz(data, i);
	inspect_survey(data, i);
	inspect_names(data, i);
}
