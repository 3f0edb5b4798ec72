#include "kinds/index_parts.h"
#include "kinds/rule.h"
#include "viet/decimal.h"
#include "viet/fold.h"

static const struct rule level_rule = {
	"CS-01", DIAG_ERROR, N_("Results of provinces, departments and units are not mixed.")};
static const struct rule range_rule = {"CS-02", DIAG_ERROR,
				       N_("A value lies within the scale.")};
static const struct rule rank_rule = {
	"CS-03", DIAG_ERROR, N_("A rank is not larger than the number of those ranked.")};
static const struct rule number_rule = {"CS-04", DIAG_ERROR,
					N_("Values are numbers with a decimal comma.")};
static const struct rule year_rule = {"CS-05", DIAG_ERROR,
				      N_("A year is measured before its result is published.")};
static const struct rule twice_rule = {"CS-06", DIAG_ERROR,
				       N_("One result a year and subject.")};
static const struct rule score_rule = {"CS-07", DIAG_ERROR,
				       N_("A score is not higher than what can be had.")};
static const struct rule total_rule = {
	"CS-08", DIAG_WARNING,
	N_("A rank says among how many, so that years can be compared.")};

const struct rule *const index_rules[INDEX_RULES] = {
	&level_rule, &range_rule, &rank_rule,  &number_rule,
	&year_rule,  &twice_rule, &score_rule, &total_rule,
};

/* What is looked at: the n-th result, or one of its parts. */
static struct pos place_in_result(struct inspection *i, size_t n, const char *key)
{
	return place_of_field(written_item(inspection_written(i), "ket_qua", n), key);
}

/* In a scale that is none, which is told elsewhere, all is. */
static bool is_within(int64_t value, const struct scale *scale)
{
	int64_t min, max;

	return !decimal_parse(scale->min, &min) || !decimal_parse(scale->max, &max) ||
	       min >= max || (value >= min && value <= max);
}

static void report_no_number(struct inspection *i, struct pos at, struct str value)
{
	inspection_report(i, at, &number_rule,
			  _("\"" STR_FMT "\" is no number; write digits and a decimal comma, "
			    "like 83,25"),
			  STR_ARG(value));
}

static void inspect_scale(const struct index *x, struct inspection *i)
{
	const char *const keys[] = {"min", "max"};
	const struct str texts[] = {x->scale->min, x->scale->max};
	int64_t values[COUNT(keys)] = {0};
	bool ok = true;

	for (size_t n = 0; n < COUNT(keys); n++) {
		if (decimal_parse(texts[n], &values[n]))
			continue;
		ok = false;
		report_no_number(
			i,
			place_of_field(written_item(inspection_written(i), "thang_diem", 0),
				       keys[n]),
			texts[n]);
	}
	if (ok && values[0] >= values[1])
		inspection_report(i, inspection_place(i, "thang_diem"), &range_rule,
				  _("the scale ends below its beginning"));
}

static void inspect_value(const struct index *x, size_t n, struct inspection *i)
{
	const struct index_result *r = LIST_ITEM(x->results, struct index_result, n);
	int64_t value;

	if (!decimal_parse(r->value, &value))
		report_no_number(i, place_in_result(i, n, "gia_tri"), r->value);
	else if (!is_within(value, x->scale))
		inspection_report(
			i, place_in_result(i, n, "gia_tri"), &range_rule,
			_("" STR_FMT " lies outside the scale, " STR_FMT " to " STR_FMT),
			STR_ARG(r->value), STR_ARG(x->scale->min), STR_ARG(x->scale->max));
}

static void inspect_rank(const struct index_result *r, size_t n, struct inspection *i)
{
	if (r->rank > 0 && r->total > 0 && r->rank > r->total)
		inspection_report(i, place_in_result(i, n, "hang"), &rank_rule,
				  _("rank %lld among %lld cannot be"), (long long)r->rank,
				  (long long)r->total);
	if (r->rank > 0 && r->total < 0)
		inspection_report(i, place_in_result(i, n, "hang"), &total_rule,
				  _("write \"tong_so\" too: among how many this is rank %lld"),
				  (long long)r->rank);
}

static void inspect_parts(const struct index_result *r, size_t n, struct inspection *i)
{
	for (size_t k = 0; k < r->parts.n; k++) {
		struct str value = LIST_ITEM(r->parts, struct index_part, k)->value;
		int64_t number;

		if (!decimal_parse(value, &number))
			report_no_number(
				i,
				place_of_field(written_item(written_item(inspection_written(i),
									 "ket_qua", n),
							    "thanh_phan", k),
					       "gia_tri"),
				value);
	}
}

static void inspect_year(const struct index_result *r, size_t n, struct inspection *i)
{
	if (r->year > r->published.year)
		inspection_report(
			i, place_in_result(i, n, "nam"), &year_rule,
			_("the result of %lld was published in %d; \"nam\" is the year "
			  "that was measured"),
			(long long)r->year, r->published.year);
}

/* The level that a name speaks of by its first words; -1 when it is no such name. */
static int level_of(struct arena *a, struct str subject)
{
	static const struct {
		const char *words;
		int level;
	} beginnings[] = {
		{"bo ", INDEX_CENTRAL},         {"tinh ", INDEX_PROVINCE},
		{"thanh pho ", INDEX_PROVINCE}, {"tp ", INDEX_PROVINCE},
		{"tp.", INDEX_PROVINCE},        {"so ", INDEX_DEPARTMENT},
		{"benh vien ", INDEX_UNIT},     {"trung tam y te ", INDEX_UNIT},
		{"khoa ", INDEX_UNIT},          {"phong ", INDEX_UNIT},
		{"tram y te ", INDEX_UNIT},
	};
	struct str folded = viet_fold(a, subject);

	for (size_t n = 0; n < COUNT(beginnings); n++) {
		if (str_starts(folded, str_of(beginnings[n].words)))
			return beginnings[n].level;
	}
	return -1;
}

static void inspect_level(const struct index *x, size_t n, struct inspection *i)
{
	struct str subject = LIST_ITEM(x->results, struct index_result, n)->subject;
	int level = level_of(i->scratch, subject);

	if (level >= 0 && level != x->level)
		inspection_report(
			i, place_in_result(i, n, "doi_tuong"), &level_rule,
			_("\"" STR_FMT "\" is of the level %s, but these results are "
			  "of the level %s; results of two levels cannot stand in one "
			  "table"),
			STR_ARG(subject), index_levels[level].code,
			index_levels[x->level].code);
}

static void inspect_twice(const struct index *x, size_t n, struct inspection *i)
{
	const struct index_result *r = LIST_ITEM(x->results, struct index_result, n);

	for (size_t k = 0; k < n; k++) {
		const struct index_result *other =
			LIST_ITEM(x->results, struct index_result, k);

		if (other->year != r->year || !str_eq(other->subject, r->subject))
			continue;
		inspection_report(i, place_in_result(i, n, "nam"), &twice_rule,
				  _("there is a result of \"" STR_FMT "\" for %lld already"),
				  STR_ARG(r->subject), (long long)r->year);
		return;
	}
}

static void inspect_score(struct str points, int64_t full, struct pos at, struct inspection *i)
{
	int64_t value;

	if (!points.n)
		return;
	if (!decimal_parse(points, &value))
		report_no_number(i, at, points);
	else if (value > full)
		inspection_report(i, at, &score_rule,
				  _("" STR_FMT " points are more than there are"),
				  STR_ARG(points));
}

static void inspect_scores(const struct index *x, struct inspection *i)
{
	for (size_t n = 0; n < x->scores.n; n++) {
		const struct self_score *s = LIST_ITEM(x->scores, struct self_score, n);
		const struct value *v = written_item(inspection_written(i), "tu_cham", n);
		int64_t full;

		if (!decimal_parse(s->full, &full)) {
			report_no_number(i, place_of_field(v, "diem_chuan"), s->full);
			continue;
		}
		inspect_score(s->own, full, place_of_field(v, "diem_tu_cham"), i);
		inspect_score(s->reviewed, full, place_of_field(v, "diem_tham_dinh"), i);
	}
}

void inspect_index(const void *data, struct inspection *i)
{
	const struct index *x = data;

	inspect_scale(x, i);
	for (size_t n = 0; n < x->results.n; n++) {
		const struct index_result *r = LIST_ITEM(x->results, struct index_result, n);

		inspect_value(x, n, i);
		inspect_rank(r, n, i);
		inspect_parts(r, n, i);
		inspect_year(r, n, i);
		inspect_level(x, n, i);
		inspect_twice(x, n, i);
	}
	inspect_scores(x, i);
}
