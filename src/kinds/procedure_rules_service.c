/* What it takes and costs, what is required, and the sheets on boards. */
#include "kinds/contact.h"
#include "kinds/legal.h"
#include "kinds/procedure_rules.h"
#include "kinds/procedure_term.h"
#include "kinds/procedure_version.h"
#include "viet/docnum.h"
#include "viet/fold.h"

#define RULE(name) &procedure_rules[name]

static void inspect_term(const struct procedure *x, struct inspection *i)
{
	struct str conflict = procedure_term_conflict(i->scratch, x);
	struct procedure unwritten = *x;

	if (!conflict.n)
		return;
	unwritten.term = (struct str){0};
	inspection_report(
		i, inspection_place(i, "thoi_han_giai_quyet"), RULE(TT_TERM_CONFLICT),
		_("\"" STR_FMT "\" does not agree with \"cach_thuc\", which says: " STR_FMT),
		STR_ARG(x->term), STR_ARG(procedure_term_text(i->scratch, &unwritten)));
}

/* The amount that phi_le_phi has under that name; -1 without one. */
static int64_t amount_of(const struct procedure *x, struct str name)
{
	for (size_t k = 0; k < x->fees.n; k++) {
		const struct fee *fee = LIST_ITEM(x->fees, struct fee, k);

		if (str_eq(fee->name, name))
			return fee->amount;
	}
	return -1;
}

/* The n-th fee of the k-th way to apply. */
static struct pos place_of_fee(size_t k, size_t n, struct inspection *i)
{
	const struct value *manner = written_item(inspection_written(i), "cach_thuc", k);

	return written_item(written_item(manner, "phi", n), "so_tien", 0)->pos;
}

static void inspect_fee(const struct procedure *x, size_t k, size_t n, struct inspection *i)
{
	const struct list *fees = &LIST_ITEM(x->manners, struct manner, k)->fees;
	const struct fee *fee = LIST_ITEM(*fees, struct fee, n);
	int64_t other = amount_of(x, fee->name);

	if (x->free && fee->amount > 0)
		inspection_report(i, place_of_fee(k, n, i), RULE(TT_FEES_DISAGREE),
				  _("\"" STR_FMT "\" costs %lld đồng here, but \"phi_le_phi\" "
				    "says khong-thu"),
				  STR_ARG(fee->name), (long long)fee->amount);
	if (other >= 0 && other != fee->amount)
		inspection_report(i, place_of_fee(k, n, i), RULE(TT_FEES_DISAGREE),
				  _("\"" STR_FMT "\" costs %lld đồng here and %lld đồng in "
				    "\"phi_le_phi\""),
				  STR_ARG(fee->name), (long long)fee->amount, (long long)other);
}

static void inspect_fees(const struct procedure *x, struct inspection *i)
{
	for (size_t k = 0; k < x->manners.n; k++) {
		const struct list *fees = &LIST_ITEM(x->manners, struct manner, k)->fees;

		for (size_t n = 0; n < fees->n; n++)
			inspect_fee(x, k, n, i);
	}
}

/* Is a document named by its number, or by one of the names that its record has? */
static bool names_ground(const struct procedure *x, struct str text, struct inspection *i)
{
	struct docnum number;
	struct str lower = viet_lower(i->scratch, text);

	if (docnum_find(i->scratch, text, 0, &number))
		return true;
	for (size_t k = 0; k < x->bases.n; k++) {
		const struct record basis =
			inspection_target(i, LIST_ITEM(x->bases, struct ref, k));
		const struct legal *document = basis.data;

		for (size_t n = 0; basis.kind == &legal_kind && n < document->aliases.n; n++) {
			struct str name = *LIST_ITEM(document->aliases, struct str, n);

			if (str_holds(lower, viet_lower(i->scratch, name)))
				return true;
		}
	}
	return false;
}

/* What no law asks for, a citizen may refuse; so a unit says where it has it from. */
static void inspect_requirements(const struct procedure *x, struct inspection *i)
{
	if (x->sort != PROCEDURE_OF_UNIT)
		return;
	for (size_t k = 0; k < x->requirements.n; k++) {
		struct str text = *LIST_ITEM(x->requirements, struct str, k);

		if (!names_ground(x, text, i))
			inspection_report(
				i,
				written_item(inspection_written(i), "yeu_cau_dieu_kien", k)
					->pos,
				RULE(TT_NO_GROUND),
				_("say which document this requirement rests on, by its number "
				  "or its name"));
	}
}

static struct pos place_of_board(size_t k, struct inspection *i)
{
	const struct value *v = written_item(inspection_written(i), "niem_yet", k);

	return written_item(v, "phien_ban", 0)->pos;
}

static void inspect_boards(const struct procedure *x, struct inspection *i)
{
	struct str version = procedure_version(i->scratch, x);

	for (size_t k = 0; k < x->postings.n; k++) {
		const struct posting *p = LIST_ITEM(x->postings, struct posting, k);

		if (!str_eq(p->version, version))
			inspection_report(
				i, place_of_board(k, i), RULE(TT_BOARD_VERSION),
				_("the sheet at \"" STR_FMT "\" is version " STR_FMT
				  ", the site has " STR_FMT "; print it and put it up anew"),
				STR_ARG(p->place), STR_ARG(p->version), STR_ARG(version));
	}
}

static void inspect_counters(const struct procedure *x, struct inspection *i)
{
	for (size_t k = 0; k < x->counters.n; k++) {
		const struct ref *ref = LIST_ITEM(x->counters, struct ref, k);
		const struct record record = inspection_target(i, ref);
		const struct contact *counter = record.data;

		if (record.kind != &contact_kind)
			continue;
		if (!counter->address)
			inspection_report(
				i, ref->pos, RULE(TT_COUNTER),
				_("the counter \"" STR_FMT "\" has no address (dia_chi)"),
				STR_ARG(ref->code));
		if (!counter->openings.n)
			inspection_report(
				i, ref->pos, RULE(TT_COUNTER),
				_("the counter \"" STR_FMT "\" has no hours (gio_lam_viec)"),
				STR_ARG(ref->code));
	}
}

void procedure_inspect_service(const struct procedure *x, struct inspection *i)
{
	inspect_term(x, i);
	inspect_fees(x, i);
	inspect_requirements(x, i);
	inspect_counters(x, i);
	inspect_boards(x, i);
}
