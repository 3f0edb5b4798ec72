/* KH-11 to KH-22: what contradicts itself in days, units, cadences and names. */
#include "kinds/legal.h"
#include "kinds/plan.h"
#include "kinds/plan_rules.h"
#include "viet/province.h"

enum {
	REPORT_LATE_MOST = 62, /* days behind its plan within which a report may be due */
	PASSED_PART = 4,       /* more than a quarter of the period was over */
};

enum {
	NO_UNIT,
	OUTSIDE,
	BASIS_LATER,
	LATE_ISSUE,
	OTHER_YEAR,
	OTHER_CADENCE,
	NARROW_AUDIENCE,
	OTHER_SYMBOL,
	STRANGE_AMOUNT,
	TOO_WIDE,
	OTHER_PLACE,
	MERGED,
};

const struct rule plan_order_rules[PLAN_ORDER_RULES] = {
	[NO_UNIT] = {"KH-11", DIAG_WARNING, N_("A form says which unit does it.")},
	[OUTSIDE] = {"KH-12", DIAG_WARNING, N_("A deadline lies in the plan's own time.")},
	[BASIS_LATER] = {"KH-13", DIAG_WARNING,
			 N_("What a plan rests on was there before the plan.")},
	[LATE_ISSUE] = {"KH-14", DIAG_ADVICE,
			N_("A plan is issued before much of its time is over.")},
	[OTHER_YEAR] = {"KH-15", DIAG_WARNING,
			N_("The year that a plan names is the year of its period.")},
	[OTHER_CADENCE] = {"KH-16", DIAG_WARNING,
			   N_("A form and the target for it say the same of how often.")},
	[NARROW_AUDIENCE] = {"KH-17", DIAG_ADVICE,
			     N_("Whom a plan speaks of is among those that it is for.")},
	[OTHER_SYMBOL] = {"KH-18", DIAG_WARNING,
			  N_("An office writes its own symbol one way.")},
	[STRANGE_AMOUNT] = {"KH-19", DIAG_WARNING,
			    N_("An amount beside so many sorts says what it counts.")},
	[TOO_WIDE] = {"KH-20", DIAG_ADVICE,
		      N_("The plan of one institution does not speak for the whole sector.")},
	[OTHER_PLACE] = {"KH-21", DIAG_WARNING,
			 N_("A plan of a province does not speak of the city, nor the other "
			    "way round.")},
	[MERGED] = {"KH-22", DIAG_ADVICE, N_("The province of whoever made the plan exists.")},
};

static struct pos place_in(struct inspection *i, const char *list, size_t k, const char *key)
{
	return place_of_field(written_item(inspection_written(i), list, k), key);
}

/* ---- units ------------------------------------------------------------------------- */

/* A task cannot be without: the table asks for it. */
static void find_units(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->forms.n; k++) {
		const struct plan_form *form = LIST_ITEM(x->forms, struct plan_form, k);

		if (!form->leads.n && (form->cadence >= 0 || form->helpers.n))
			inspection_report(i, place_in(i, "hinh_thuc", k, "id"),
					  &plan_order_rules[NO_UNIT],
					  _(STR_FMT ": no unit is named that does it"),
					  STR_ARG(form->id));
	}
}

/* ---- days -------------------------------------------------------------------------- */

static void check_deadline(const struct plan *x, struct date day, int64_t late_most,
			   struct pos at, struct inspection *i)
{
	const struct plan_period *p = x->period;
	struct arena *a = i->scratch;

	if (!date_is_full(day) || (date_days(day) >= date_days(p->from) &&
				   date_days(day) <= date_days(p->to) + late_most))
		return;
	inspection_report(i, at, &plan_order_rules[OUTSIDE],
			  _("the deadline " STR_FMT " is not within the plan's time, " STR_FMT
			    " to " STR_FMT),
			  STR_ARG(date_short(a, day)), STR_ARG(date_short(a, p->from)),
			  STR_ARG(date_short(a, p->to)));
}

static void find_task_deadlines(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->duties.n; k++) {
		const struct plan_duty *duty = LIST_ITEM(x->duties, struct plan_duty, k);
		const struct value *row =
			written_item(inspection_written(i), "to_chuc_thuc_hien", k);

		for (size_t t = 0; t < duty->tasks.n; t++)
			check_deadline(
				x, LIST_ITEM(duty->tasks, struct plan_task, t)->deadline, 0,
				place_of_field(written_item(row, "nhiem_vu", t), "han"), i);
	}
}

static void find_deadlines(const struct plan *x, struct inspection *i)
{
	find_task_deadlines(x, i);
	for (size_t k = 0; k < x->targets.n; k++)
		check_deadline(x, LIST_ITEM(x->targets, struct plan_target, k)->deadline, 0,
			       place_in(i, "chi_tieu", k, "han"), i);
	for (size_t k = 0; k < x->reports.n; k++)
		check_deadline(x, LIST_ITEM(x->reports, struct plan_report, k)->deadline,
			       REPORT_LATE_MOST, place_in(i, "bao_cao", k, "han"), i);
}

static void find_later_bases(const struct plan *x, struct inspection *i)
{
	struct date issued = x->document->issued;
	struct arena *a = i->scratch;

	for (size_t k = 0; date_is_full(issued) && k < x->bases.n; k++) {
		const struct plan_basis *b = LIST_ITEM(x->bases, struct plan_basis, k);

		if (date_is_full(b->issued) && date_days(b->issued) > date_days(issued))
			inspection_report(i, place_in(i, "can_cu", k, "ngay"),
					  &plan_order_rules[BASIS_LATER],
					  _("the plan is of " STR_FMT
					    ", and rests on \"" STR_FMT "\" of " STR_FMT),
					  STR_ARG(date_short(a, issued)), STR_ARG(b->number),
					  STR_ARG(date_short(a, b->issued)));
	}
}

static void find_late_issue(const struct plan *x, struct inspection *i)
{
	const struct plan_period *p = x->period;
	struct date issued = x->document->issued;
	int64_t whole = date_days(p->to) - date_days(p->from) + 1, gone;
	struct arena *a = i->scratch;

	if (!date_is_full(issued))
		return;
	gone = date_days(issued) - date_days(p->from);
	if (gone * PASSED_PART <= whole)
		return;
	inspection_report(i, inspection_place(i, "ky"), &plan_order_rules[LATE_ISSUE],
			  _("the plan is of " STR_FMT
			    ", when %lld of its %lld days were over; what was published "
			    "since " STR_FMT " counts all the same"),
			  STR_ARG(date_short(a, issued)), (long long)gone, (long long)whole,
			  STR_ARG(date_short(a, p->from)));
}

/* The first "năm 20.." in a text; 0: none. */
static int64_t year_in(struct str text)
{
	struct str word = STR("năm ");
	size_t at;

	for (size_t from = 0; str_find(text, word, from, &at); from = at + 1) {
		int64_t year = 0;
		size_t n = 0;

		for (at += word.n; at + n < text.n && n < 5; n++) {
			char c = text.p[at + n];

			if (c < '0' || c > '9')
				break;
			year = year * 10 + (c - '0');
		}
		if (n == 4)
			return year;
	}
	return 0;
}

static void check_year(const struct plan *x, struct str text, struct pos at,
		       struct inspection *i)
{
	int64_t year = year_in(text);

	if (x->period->sort != PLAN_PHASE && year && year != x->period->year)
		inspection_report(i, at, &plan_order_rules[OTHER_YEAR],
				  _("this says %lld, and the plan is for %lld"),
				  (long long)year, (long long)x->period->year);
}

static void find_years(const struct plan *x, struct inspection *i)
{
	const struct passage subject = {.list = "van_ban", .key = "trich_yeu"};
	const struct passage title = {.list = "phu_luc", .key = "tieu_de"};

	check_year(x, x->document->subject, plan_place(i, &subject), i);
	if (x->annex)
		check_year(x, x->annex->title, plan_place(i, &title), i);
}

/* ---- how often, how much ---------------------------------------------------------------- */

static bool meet(const struct list *a, int b)
{
	for (size_t k = 0; k < a->n; k++) {
		if (*LIST_ITEM(*a, int, k) == b)
			return true;
	}
	return false;
}

static bool has_genre(const struct plan_form *form, const struct plan_target *t)
{
	for (size_t k = 0; k < t->counts.n; k++) {
		if (meet(&form->genres, *LIST_ITEM(t->counts, int, k)))
			return true;
	}
	return false;
}

static bool is_cyclic(int cadence)
{
	return cadence >= CADENCE_WEEKLY && cadence <= CADENCE_YEARLY;
}

static const struct plan_form *other_cadence(const struct plan *x, const struct plan_target *t)
{
	for (size_t k = 0; is_cyclic(t->cadence) && k < x->forms.n; k++) {
		const struct plan_form *form = LIST_ITEM(x->forms, struct plan_form, k);

		if (is_cyclic(form->cadence) && form->cadence != t->cadence &&
		    meet(&form->channels, t->channel) && has_genre(form, t))
			return form;
	}
	return NULL;
}

static void find_cadences(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->targets.n; k++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, k);
		const struct plan_form *form = t->is_group ? NULL : other_cadence(x, t);

		if (form)
			inspection_report(i, place_in(i, "chi_tieu", k, "chu_ky"),
					  &plan_order_rules[OTHER_CADENCE],
					  _("target " STR_FMT " is \"" STR_FMT "\", " STR_FMT
					    " is \"" STR_FMT "\" for the same"),
					  STR_ARG(t->number), STR_ARG(t->time_as_written),
					  STR_ARG(form->id), STR_ARG(form->cadence_as_written));
	}
}

/* What is made once and then shown: nobody prints copies of it. */
static bool is_never_printed(const struct plan_target *t)
{
	for (size_t k = 0; k < t->counts.n; k++) {
		const char *code = plan_counted_genres[*LIST_ITEM(t->counts, int, k)].code;

		if (strcmp(code, "video") != 0 && strcmp(code, "audio") != 0)
			return false;
	}
	return t->counts.n;
}

static void find_amounts(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->targets.n; k++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, k);

		if (!t->is_group && t->kinds >= 0 && t->amount >= 0 && is_never_printed(t))
			inspection_report(i, place_in(i, "chi_tieu", k, "so_luong_goc"),
					  &plan_order_rules[STRANGE_AMOUNT],
					  _("target " STR_FMT
					    ": videos and sound are not printed, so "
					    "what does the %lld in \"" STR_FMT "\" count?"),
					  STR_ARG(t->number), (long long)t->amount,
					  STR_ARG(t->amount_as_written));
	}
}

/* ---- names ------------------------------------------------------------------------------ */

static struct str symbol_of(struct str number)
{
	struct str symbol;

	str_cut(number, '/', &symbol);
	return symbol;
}

static void find_symbols(const struct plan *x, struct inspection *i)
{
	struct str own = x->document->symbol;

	for (size_t k = 0; own.n && k < x->bases.n; k++) {
		const struct plan_basis *b = LIST_ITEM(x->bases, struct plan_basis, k);
		struct str other = symbol_of(b->number);

		if (other.n && b->type == x->document->type &&
		    str_eq(b->issuer, x->issuer->name) && !str_eq(own, other))
			inspection_report(i, place_in(i, "can_cu", k, "so_ky_hieu"),
					  &plan_order_rules[OTHER_SYMBOL],
					  _("the plan's own symbol is \"" STR_FMT
					    "\", here the same office has \"" STR_FMT "\""),
					  STR_ARG(own), STR_ARG(other));
	}
}

static bool is_for_staff_alone(const struct plan *x)
{
	for (size_t k = 0; k < x->audiences.n; k++) {
		if (LIST_ITEM(x->audiences, struct plan_audience, k)->group != PLAN_GROUP_STAFF)
			return false;
	}
	return x->audiences.n;
}

static const struct plan_content *for_the_public(const struct plan *x)
{
	static const char *const words[] = {"người dân", "bệnh nhân", "người bệnh",
					    "doanh nghiệp"};

	for (size_t k = 0; k < x->contents.n; k++) {
		const struct plan_content *c = LIST_ITEM(x->contents, struct plan_content, k);

		for (size_t w = 0; w < COUNT(words); w++) {
			if (str_holds(c->text, str_of(words[w])))
				return c;
		}
	}
	return NULL;
}

static void find_audience(const struct plan *x, struct inspection *i)
{
	const struct plan_content *c = is_for_staff_alone(x) ? for_the_public(x) : NULL;

	if (c)
		inspection_report(i, inspection_place(i, "doi_tuong"),
				  &plan_order_rules[NARROW_AUDIENCE],
				  _("the plan is for the staff alone, but " STR_FMT
				    " speaks to the people"),
				  STR_ARG(c->id));
}

static void find_scope(const struct plan *x, struct inspection *i)
{
	const struct passage opening = {.list = "van_ban", .key = "dan_nhap"};
	struct str text = x->document->opening;

	if (x->issuer->sort != PLAN_ISSUER_DEPARTMENT &&
	    (str_holds(text, STR("trong ngành Y tế")) ||
	     str_holds(text, STR("toàn ngành Y tế"))))
		inspection_report(i, plan_place(i, &opening), &plan_order_rules[TOO_WIDE],
				  _("the plan is of " STR_FMT
				    " alone, but speaks of the whole sector (\"ngành Y tế\")"),
				  STR_ARG(x->issuer->name));
}

/* A name follows: "của tỉnh Phú Thọ" is no mistake anywhere. */
static bool is_named(struct str text, size_t at)
{
	return at + 1 < text.n && text.p[at] == ' ' &&
	       ((text.p[at + 1] >= 'A' && text.p[at + 1] <= 'Z') ||
		str_starts(str_from(text, at + 1), STR("Đ")));
}

struct placing {
	const struct plan *plan;
	struct inspection *inspection;
	struct str wrong; /* what cannot be of this province */
};

static void check_place(void *context, const struct passage *p)
{
	const struct placing *c = context;
	size_t at;

	if (!str_find(p->text, c->wrong, 0, &at) || is_named(p->text, at + c->wrong.n))
		return;
	inspection_report(c->inspection, plan_place(c->inspection, p),
			  &plan_order_rules[OTHER_PLACE],
			  _(STR_FMT ": \"" STR_FMT "\", but the plan is of " STR_FMT),
			  STR_ARG(p->id.n ? p->id : str_of(p->key)), STR_ARG(c->wrong),
			  STR_ARG(c->plan->issuer->province));
}

static void find_places(const struct plan *x, struct inspection *i)
{
	struct placing c = {.plan = x, .inspection = i, .wrong = STR("của thành phố")};

	if (str_starts(x->issuer->province, STR("Thành phố")))
		c.wrong = STR("của tỉnh");
	else if (!str_starts(x->issuer->province, STR("Tỉnh")))
		return;
	plan_each_passage(x, check_place, &c);
}

static void find_merged(const struct plan *x, struct inspection *i)
{
	const struct passage province = {.list = "don_vi", .key = "tinh_thanh"};
	const char *now = province_merged_into(i->scratch, x->issuer->province);

	if (now && date_cmp(i->today, province_mergers) >= 0)
		inspection_report(i, plan_place(i, &province), &plan_order_rules[MERGED],
				  _(STR_FMT " has been part of %s since 1/7/2025; the plan is "
					    "a document of its time"),
				  STR_ARG(x->issuer->province), now);
}

void plan_inspect_order(const struct plan *x, struct inspection *i)
{
	find_units(x, i);
	find_deadlines(x, i);
	find_later_bases(x, i);
	find_late_issue(x, i);
	find_years(x, i);
	find_cadences(x, i);
	find_audience(x, i);
	find_symbols(x, i);
	find_amounts(x, i);
	find_scope(x, i);
	find_places(x, i);
	find_merged(x, i);
}
