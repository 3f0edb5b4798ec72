/* The life of a procedure: its states, dates, decisions, legal basis and review. */
#include "kinds/legal.h"
#include "kinds/procedure_rules.h"
#include "viet/calendar.h"

#define RULE(name) &procedure_rules[name]

enum {
	DAYS_OF_MINISTRY = 10, /* working days to make it public: NĐ 63/2010 Điều 24 */
	DAYS_OF_PROVINCE = 5,
};

/* hanh_dong */
enum action {
	ACTION_ISSUES,
	ACTION_AMENDS,
	ACTION_REPLACES,
	ACTION_ABOLISHES,
	ACTION_NONE,
};

static bool is_over(const struct procedure *x)
{
	return x->state == PROCEDURE_ABOLISHED || x->state == PROCEDURE_REPLACED;
}

static void inspect_state(const struct procedure *x, struct inspection *i)
{
	struct pos at;

	if (x->state == PROCEDURE_ABOLISHED && !date_is_set(x->to)) {
		at = inspection_place(i, "trang_thai_tthc");
		inspection_report(
			i, at, RULE(TT_NO_END),
			_("an abolished procedure needs \"hieu_luc_den\": the last day "
			  "on which it applied"));
	}
	if (x->state == PROCEDURE_REPLACED && !x->successor.code.n) {
		at = inspection_place(i, "trang_thai_tthc");
		inspection_report(i, at, RULE(TT_NO_SUCCESSOR),
				  _("a replaced procedure needs \"thay_the_boi\": the code of "
				    "the one in its place"));
	}
	if (x->state == PROCEDURE_AMENDED && !x->changes.n) {
		at = inspection_place(i, "trang_thai_tthc");
		inspection_report(
			i, at, RULE(TT_NO_CHANGE),
			_("an amended procedure needs \"thay_doi\": what has changed, "
			  "and since when"));
	}
}

static void inspect_dates(const struct procedure *x, struct inspection *i)
{
	if (is_over(x) || !procedure_has_ended(x, i->today))
		return;
	inspection_report(i, inspection_place(i, "trang_thai_tthc"),
			  RULE(TT_STATE_AGAINST_DATE),
			  _("\"trang_thai_tthc\" says \"%s\", but \"hieu_luc_den\" is past; "
			    "write bi-bai-bo or thay-the, or another end"),
			  procedure_states[x->state].code);
}

static enum action action_of_state(int state)
{
	switch (state) {
	case PROCEDURE_NEW:
		return ACTION_ISSUES;
	case PROCEDURE_AMENDED:
		return ACTION_AMENDS;
	case PROCEDURE_REPLACED:
		return ACTION_REPLACES;
	case PROCEDURE_ABOLISHED:
		return ACTION_ABOLISHES;
	default:
		return ACTION_NONE;
	}
}

static bool has_action(const struct procedure *x, enum action action)
{
	for (size_t k = 0; k < x->announcements.n; k++) {
		if (LIST_ITEM(x->announcements, struct announcement, k)->action == (int)action)
			return true;
	}
	return false;
}

/* Without any decision another rule has spoken. */
static void inspect_decision(const struct procedure *x, struct inspection *i)
{
	enum action action = action_of_state(x->state);

	if (x->sort != PROCEDURE_NATIONAL || action == ACTION_NONE || !x->announcements.n ||
	    has_action(x, action))
		return;
	inspection_report(i, inspection_place(i, "quyet_dinh_cong_bo"), RULE(TT_NO_DECISION),
			  _("\"trang_thai_tthc\" says \"%s\", but no decision in "
			    "\"quyet_dinh_cong_bo\" did that"),
			  procedure_states[x->state].code);
}

/* "bo-nganh" of a ministry's decision. */
static const char *level_of(const struct legal *document)
{
	const struct field *f = schema_field(legal_kind.schema, "cap");

	return document->level < 0 ? "" : f->choices[document->level].code;
}

static int days_to_publish(const struct legal *document)
{
	const char *level = level_of(document);

	if (strcmp(level, "bo-nganh") == 0 || strcmp(level, "trung-uong") == 0)
		return DAYS_OF_MINISTRY;
	return DAYS_OF_PROVINCE;
}

/* Nothing is guessed where a day is not known, or lies beyond the calendar. */
static bool is_late(const struct announcement *x, const struct legal *decision,
		    const struct inspection *i, struct date *due)
{
	if (!date_is_set(x->made_public) || !date_is_full(decision->issued) || !i->calendar ||
	    !calendar_add_working_days(i->calendar, decision->issued, days_to_publish(decision),
				       due))
		return false;
	return date_days(x->made_public) > date_days(*due);
}

static void inspect_announcement(const struct procedure *x, size_t n, struct inspection *i)
{
	const struct announcement *a = LIST_ITEM(x->announcements, struct announcement, n);
	const struct record decision = inspection_target(i, &a->decision);
	const struct value *written;
	struct date due;

	if (decision.kind != &legal_kind || !is_late(a, decision.data, i, &due))
		return;
	written = written_item(inspection_written(i), "quyet_dinh_cong_bo", n);
	inspection_report(i, written_item(written, "ngay_cong_khai", 0)->pos,
			  RULE(TT_PUBLIC_LATE),
			  _("made public on " STR_FMT "; %d working days after the decision "
			    "were over on " STR_FMT),
			  STR_ARG(date_short(i->scratch, a->made_public)),
			  days_to_publish(decision.data), STR_ARG(date_short(i->scratch, due)));
}

static void inspect_bases(const struct procedure *x, struct inspection *i)
{
	for (size_t k = 0; k < x->bases.n; k++) {
		const struct ref *ref = LIST_ITEM(x->bases, struct ref, k);
		const struct record basis = inspection_target(i, ref);

		if (basis.kind && basis.kind->has_ended &&
		    basis.kind->has_ended(basis.data, i->today))
			inspection_report(
				i, ref->pos, RULE(TT_BASIS_ENDED),
				_("the legal basis \"" STR_FMT "\" is no longer in force"),
				STR_ARG(ref->code));
	}
}

/* News and reports tell of the past; these send people there today. */
static bool sends_people(const struct record *from, struct date today)
{
	static const char *const codes[] = {"huong-dan", "hoi-dap", "lien-he", "thu-tuc"};
	bool sends = false;

	for (size_t k = 0; k < COUNT(codes); k++)
		sends |= strcmp(from->kind->code, codes[k]) == 0;
	return sends && !(from->kind->has_ended && from->kind->has_ended(from->data, today));
}

static void inspect_links(const struct procedure *x, struct inspection *i)
{
	if (!procedure_has_ended(x, i->today))
		return;
	for (size_t k = 0; k < i->n_backlinks; k++) {
		const struct common *from = i->backlinks[k].data;

		if (sends_people(&i->backlinks[k], i->today))
			inspection_report(i, inspection_place(i, "trang_thai_tthc"),
					  RULE(TT_ENDED_LINKED),
					  _("this procedure has ended, but the %s \"" STR_FMT
					    "\" still sends people to it"),
					  i->backlinks[k].kind->code, STR_ARG(from->code));
	}
}

static void inspect_review(const struct procedure *x, struct inspection *i)
{
	const struct common *c = &x->common;

	if (date_is_set(c->review_by) && date_days(c->review_by) < date_days(i->today))
		inspection_report(i, inspection_place(i, "ra_soat_truoc"),
				  RULE(TT_REVIEW_OVERDUE),
				  _("the review of this procedure was due on " STR_FMT),
				  STR_ARG(date_short(i->scratch, c->review_by)));
	if (x->sort == PROCEDURE_NATIONAL &&
	    !(date_is_set(c->reviewed) && date_is_set(c->review_by)))
		inspection_report(i, i->file, RULE(TT_NO_REVIEW),
				  _("a national procedure needs \"ngay_ra_soat\" and "
				    "\"ra_soat_truoc\""));
}

void procedure_inspect_life(const struct procedure *x, struct inspection *i)
{
	inspect_state(x, i);
	inspect_dates(x, i);
	inspect_decision(x, i);
	for (size_t k = 0; k < x->announcements.n; k++)
		inspect_announcement(x, k, i);
	inspect_bases(x, i);
	inspect_links(x, i);
	inspect_review(x, i);
}
