#include "kinds/contest_parts.h"
#include "viet/decimal.h"

static const struct value *view_ref(struct arena *a, const struct ref *ref,
				    const struct derive_context *c)
{
	return ref->code.n && c->ref_view ? c->ref_view(a, ref, c->ref_context) : value_null(a);
}

static const struct value *view_answers(struct arena *a, const struct quiz_question *q)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < q->choices.n; i++) {
		struct value *v = value_map(a);

		/* CHOICES_MAX letters at most */
		value_set(a, v, STR("chu"), value_string(a, str_fmt(a, "%c", (int)('A' + i))));
		value_set(a, v, STR("noi_dung"),
			  value_string(a, *LIST_ITEM(q->choices, struct str, i)));
		value_push(a, list, v);
	}
	return list;
}

/* "C. 6", or nothing. */
static const struct value *view_right_answer(struct arena *a, const struct quiz_question *q)
{
	if (q->answer < 1 || (size_t)q->answer > q->choices.n)
		return value_null(a);
	return value_string(
		a, str_fmt(a, "%c. " STR_FMT, (int)('A' + q->answer - 1),
			   STR_ARG(*LIST_ITEM(q->choices, struct str, (size_t)q->answer - 1))));
}

static const struct value *view_question(struct arena *a, const struct quiz_question *q,
					 size_t n, const struct derive_context *c)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("so"), value_int(a, (int64_t)n + 1));
	value_set(a, v, STR("cau"), value_string(a, q->question));
	value_set(a, v, STR("lua_chon"), view_answers(a, q));
	value_set(a, v, STR("dap_an"), view_right_answer(a, q));
	value_set(a, v, STR("giai_thich"),
		  q->reason.html.n ? value_string(a, q->reason.html) : value_null(a));
	value_set(a, v, STR("can_cu"), view_ref(a, &q->ground, c));
	return v;
}

static const struct value *view_questions(struct arena *a, const struct list *questions,
					  const struct derive_context *c)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < questions->n; i++)
		value_push(
			a, list,
			view_question(a, LIST_ITEM(*questions, struct quiz_question, i), i, c));
	return list;
}

/* phan_tram is the number as an attribute of HTML has it, with a point. */
static const struct value *view_shares(struct arena *a, const struct list *shares)
{
	struct value *list = value_list(a);

	for (size_t i = 0; i < shares->n; i++) {
		const struct answer_share *share = LIST_ITEM(*shares, struct answer_share, i);
		struct value *v = value_map(a);
		int64_t n = 0;

		if (!decimal_parse(share->share, &n))
			n = 0;
		value_set(a, v, STR("nhan"), value_string(a, share->answer));
		value_set(a, v, STR("gia_tri"), value_string(a, share->share));
		value_set(a, v, STR("phan_tram"), value_string(a, decimal_text(a, n, 1, '.')));
		value_push(a, list, v);
	}
	return list;
}

static const struct value *view_survey(struct arena *a, const struct survey_result *r)
{
	struct value *list = value_list(a);

	for (size_t i = 0; r && i < r->questions.n; i++) {
		const struct survey_question *q =
			LIST_ITEM(r->questions, struct survey_question, i);
		struct value *v = value_map(a);

		value_set(a, v, STR("so"), value_int(a, (int64_t)i + 1));
		value_set(a, v, STR("cau"), value_string(a, q->question));
		value_set(a, v, STR("ty_le"), view_shares(a, &q->shares));
		value_push(a, list, v);
	}
	return list;
}

void card_of_contest(struct arena *a, const void *data, const struct derive_context *c,
		     struct value *view)
{
	const struct contest *x = data;
	struct value *v = value_map(a);

	value_set(a, v, STR("tinh_trang"),
		  schema_view_choice(a, contest_states[contest_state(x, c->today)]));
	value_set(a, v, STR("tu"), schema_view_date(a, x->opens));
	value_set(a, v, STR("den"), schema_view_date(a, x->closes));
	value_set(a, view, STR("thoi_gian"), v);
}

void derive_contest(struct arena *a, const void *data, const struct derive_context *c,
		    struct value *view)
{
	const struct contest *x = data;
	enum contest_state state = contest_state(x, c->today);

	value_set(a, view, STR("tinh_trang"), schema_view_choice(a, contest_states[state]));
	value_set(a, view, STR("dang_mo"), value_bool(a, state == CONTEST_OPEN));
	value_set(a, view, STR("cau_hoi"), view_questions(a, &x->questions, c));
	value_set(a, view, STR("cau_khao_sat"), view_survey(a, x->survey_result));
	value_set(a, view, STR("co_giai"), value_bool(a, x->result && x->result->winners.n));
}
