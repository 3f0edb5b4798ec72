/* The parts that the law asks for, and what only a national procedure may have. */
#include "kinds/procedure_parts.h"
#include "kinds/procedure_rules.h"
#include "viet/fold.h"

#define RULE(name) &procedure_rules[name]

/* For the record as a whole: what is missing has no place. */
static void report_missing(const struct procedure_part *part, struct inspection *i)
{
	struct pos at = inspection_place(i, part->key);

	if (!part->clause)
		inspection_report(i, at, RULE(TT_FEE_SILENT),
				  _("\"phi_le_phi\" (Phí, lệ phí) says nothing: list the fees, "
				    "or write khong-thu"));
	else if (part->clause[0])
		inspection_report(i, at, RULE(TT_PART_MISSING),
				  _("\"%s\" (%s) is missing; without it (Điều 8 khoản 2 điểm "
				    "%s) a procedure may not be published"),
				  part->key, part->name, part->clause);
	else
		inspection_report(i, at, RULE(TT_PART_MISSING),
				  _("\"%s\" (%s) is missing; without it a procedure may not be "
				    "published"),
				  part->key, part->name);
}

static void inspect_presence(const struct procedure *x, struct inspection *i)
{
	for (size_t k = 0; k < PROCEDURE_PARTS; k++) {
		const struct procedure_part *part = &procedure_parts[k];

		if (procedure_needs_part(x, part) && !part->is_there(x))
			report_missing(part, i);
	}
}

/* Digits and capitals of a code, one sign of the pattern a sign of the code: 9 any digit,
 * A any capital, all else itself. */
static bool has_pattern(struct str s, const char *pattern)
{
	if (s.n != strlen(pattern))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i], want = pattern[i];
		bool digit = c >= '0' && c <= '9', capital = c >= 'A' && c <= 'Z';

		if (want == '9' ? !digit : want == 'A' ? !capital : c != want)
			return false;
	}
	return s.p[0] != '0';
}

static void inspect_code(const struct procedure *x, struct inspection *i)
{
	if (!x->code.n || has_pattern(x->code, "9.999999") ||
	    has_pattern(x->code, "9.999999.999.99.99.A99"))
		return;
	inspection_report(i, inspection_place(i, "ma_tthc"), RULE(TT_CODE_GRAMMAR),
			  _("\"" STR_FMT "\" is no code of the national database; it looks "
			    "like 1.001234 or 1.001234.000.00.00.H12"),
			  STR_ARG(x->code));
}

/* What would make a service process look like a procedure that somebody announced. */
static void inspect_looks(const struct procedure *x, struct inspection *i)
{
	static const char *const keys[] = {"ma_tthc", "quyet_dinh_cong_bo", "cap_thuc_hien"};
	const bool has[] = {x->code.n > 0, x->announcements.n > 0, x->levels.n > 0};

	for (size_t k = 0; k < COUNT(keys); k++) {
		if (has[k])
			inspection_report(
				i, inspection_place(i, keys[k]), RULE(TT_LOOKS_NATIONAL),
				_("a service process of the unit (quy-trinh-don-vi) "
				  "has no \"%s\": only procedures that were announced "
				  "have one"),
				keys[k]);
	}
}

static bool says_national(struct arena *scratch, struct str text)
{
	return str_holds(viet_lower(scratch, text), STR("thủ tục hành chính"));
}

static void inspect_names(const struct procedure *x, struct inspection *i)
{
	bool found = says_national(i->scratch, x->name);

	if (found)
		inspection_report(i, inspection_place(i, "ten"), RULE(TT_CALLED_NATIONAL),
				  _("a service process of the unit should not be called \"thủ "
				    "tục hành chính\""));
	for (size_t k = 0; !found && k < x->aliases.n; k++) {
		found = says_national(i->scratch, *LIST_ITEM(x->aliases, struct str, k));
		if (found)
			inspection_report(
				i,
				written_item(inspection_written(i), "ten_thuong_goi", k)->pos,
				RULE(TT_CALLED_NATIONAL),
				_("a service process of the unit should not be called \"thủ "
				  "tục hành chính\""));
	}
}

void procedure_inspect_parts(const struct procedure *x, struct inspection *i)
{
	inspect_presence(x, i);
	inspect_capitals(x->name, "ten", i);
	if (x->sort != PROCEDURE_OF_UNIT) {
		inspect_code(x, i);
		return;
	}
	inspect_looks(x, i);
	inspect_names(x, i);
}
