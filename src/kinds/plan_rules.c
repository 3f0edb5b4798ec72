#include "kinds/plan_rules.h"

#include "kinds/legal.h"
#include "kinds/plan.h"
#include "viet/period.h"

enum {
	MONTH_OF_NEW_PLANS = 11,
};

static const struct rule no_number = {"KH-01", DIAG_WARNING,
				      N_("A plan has a number and a day, or it is a draft.")};
static const struct rule odd_year = {
	"KH-02", DIAG_WARNING, N_("What a plan rests on is not much older than the plan.")};
static const struct rule task_without_time = {"KH-03", DIAG_WARNING,
					      N_("A task says by when, or how often.")};
static const struct rule task_without_product = {"KH-04", DIAG_WARNING,
						 N_("A task says what comes out of it.")};
static const struct rule unclear_count = {
	"KH-05", DIAG_WARNING,
	N_("A target says whether its number is for each cycle or for the whole period.")};
static const struct rule target_without_number = {"KH-06", DIAG_WARNING,
						  N_("A target has a number.")};
static const struct rule target_without_product = {"KH-07", DIAG_ADVICE,
						   N_("A target says what comes out of it.")};
static const struct rule no_targets = {"KH-08", DIAG_ADVICE,
				       N_("A plan has targets, so that it can be counted.")};
static const struct rule uncertain_reading = {
	"KH-09", DIAG_WARNING,
	N_("Names and numbers of a scan have been compared with the original.")};

const struct rule plan_rule_outdated = {
	"KH-29", DIAG_ADVICE, N_("The documents that a plan names are in force to this day.")};

const struct rule *const plan_rules[PLAN_RULES] = {
	&no_number,
	&odd_year,
	&task_without_time,
	&task_without_product,
	&unclear_count,
	&target_without_number,
	&target_without_product,
	&no_targets,
	&uncertain_reading,
	&plan_deadline_rule,
	&plan_order_rules[0],
	&plan_order_rules[1],
	&plan_order_rules[2],
	&plan_order_rules[3],
	&plan_order_rules[4],
	&plan_order_rules[5],
	&plan_order_rules[6],
	&plan_order_rules[7],
	&plan_order_rules[8],
	&plan_order_rules[9],
	&plan_order_rules[10],
	&plan_order_rules[11],
	&plan_word_rules[0],
	&plan_word_rules[1],
	&plan_word_rules[2],
	&plan_word_rules[3],
	&plan_word_rules[4],
	&plan_word_rules[5],
	&plan_rule_outdated,
};

static struct pos place_in_row(const struct value *v, const char *list, size_t i,
			       const char *key)
{
	return place_of_field(written_item(v, list, i), key);
}

/* What plan_check() goes through. */
struct checking {
	const struct plan *plan;
	const struct value *v;
	struct map ids;
	struct diag *diag;
	bool ok;
};

static void check_format(struct checking *c)
{
	if (!str_eq_z(c->plan->format, PLAN_FORMAT))
		c->ok = diag_error(c->diag, place_of_field(c->v, "luoc_do"),
				   _("\"luoc_do\" must be \"%s\", the format that this cchc "
				     "reads"),
				   PLAN_FORMAT);
}

static void check_number(struct checking *c)
{
	const struct plan_document *d = c->plan->document;
	const struct value_entry *at = schema_find(c->v, "van_ban");
	struct str whole;

	if (!d->number.n || !d->symbol.n || !d->number_symbol.n)
		return;
	whole = str_concat(c->ids.arena, d->number, STR("/"), d->symbol);
	if (!str_eq(whole, d->number_symbol))
		c->ok = diag_error(c->diag, place_of_field(at->value, "so_ky_hieu"),
				   _("\"so_ky_hieu\" says \"" STR_FMT
				     "\", but \"so\" and \"ky_hieu\" make \"" STR_FMT "\""),
				   STR_ARG(d->number_symbol), STR_ARG(whole));
}

/* Is it one of the first `most` periods of that unit in its year, from number n on? */
static bool is_one_of(const struct plan_period *p, enum period_unit unit, int n, int most)
{
	struct date_range r;

	for (; n <= most; n++) {
		if (period_range(unit, (int)p->year, n, WINDOW_CALENDAR, &r) &&
		    date_cmp(r.first, p->from) == 0 && date_cmp(r.last, p->to) == 0)
			return true;
	}
	return false;
}

static bool period_fits(const struct plan_period *p)
{
	switch ((enum plan_period_sort)p->sort) {
	case PLAN_YEAR:
		return is_one_of(p, PERIOD_YEAR, 1, 1);
	case PLAN_FIRST_HALF:
		return is_one_of(p, PERIOD_HALF, 1, 1);
	case PLAN_SECOND_HALF:
		return is_one_of(p, PERIOD_HALF, 2, 2);
	case PLAN_QUARTER:
		return is_one_of(p, PERIOD_QUARTER, 1, 4);
	case PLAN_MONTH:
		return is_one_of(p, PERIOD_MONTH, 1, 12);
	case PLAN_PHASE:
		break;
	}
	return date_cmp(p->from, p->to) < 0;
}

static void check_period(struct checking *c)
{
	const struct value_entry *at = schema_find(c->v, "ky");

	if (!period_fits(c->plan->period))
		c->ok = diag_error(c->diag, place_of_field(at->value, "tu_ngay"),
				   _("\"tu_ngay\" and \"den_ngay\" are not the first and last "
				     "day of the period that \"loai\" and \"nam\" name"));
}

static void check_id(struct checking *c, const char *list, size_t i, struct str id)
{
	if (map_set(&c->ids, id, c))
		c->ok = diag_error(c->diag, place_in_row(c->v, list, i, "id"),
				   _("the place \"" STR_FMT
				     "\" is taken: every paragraph has its own \"id\""),
				   STR_ARG(id));
}

static void check_units(struct checking *c, struct pos at, const struct list *codes)
{
	for (size_t i = 0; i < codes->n; i++) {
		struct str code = *LIST_ITEM(*codes, struct str, i);

		if (!plan_participant(c->plan, code))
			c->ok = diag_error(c->diag, at,
					   _("\"don_vi_tham_gia\" has no unit \"" STR_FMT
					     "\"; add it there, or correct the code"),
					   STR_ARG(code));
	}
}

static void check_paragraphs(struct checking *c)
{
	const struct plan *x = c->plan;

	for (size_t i = 0; i < x->purposes.n; i++)
		check_id(c, "muc_dich", i,
			 LIST_ITEM(x->purposes, struct plan_paragraph, i)->id);
	for (size_t i = 0; i < x->requirements.n; i++)
		check_id(c, "yeu_cau", i,
			 LIST_ITEM(x->requirements, struct plan_paragraph, i)->id);
	for (size_t i = 0; i < x->contents.n; i++)
		check_id(c, "noi_dung", i, LIST_ITEM(x->contents, struct plan_content, i)->id);
}

static void check_forms(struct checking *c)
{
	for (size_t i = 0; i < c->plan->forms.n; i++) {
		const struct plan_form *form = LIST_ITEM(c->plan->forms, struct plan_form, i);

		check_id(c, "hinh_thuc", i, form->id);
		check_units(c, place_in_row(c->v, "hinh_thuc", i, "chu_tri"), &form->leads);
		check_units(c, place_in_row(c->v, "hinh_thuc", i, "phoi_hop"), &form->helpers);
	}
}

static void check_duties(struct checking *c)
{
	for (size_t i = 0; i < c->plan->duties.n; i++) {
		const struct plan_duty *duty = LIST_ITEM(c->plan->duties, struct plan_duty, i);
		const struct value *row = written_item(c->v, "to_chuc_thuc_hien", i);

		check_units(c, place_of_field(row, "don_vi"), &duty->units);
		for (size_t k = 0; k < duty->tasks.n; k++)
			check_units(c, place_in_row(row, "nhiem_vu", k, "phoi_hop"),
				    &LIST_ITEM(duty->tasks, struct plan_task, k)->helpers);
	}
}

/* 1, 1.2, 2.10.3 */
static bool is_row_number(struct str s)
{
	bool digit = false;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '.' && (s.p[i] < '0' || s.p[i] > '9'))
			return false;
		if (s.p[i] == '.' && !digit)
			return false;
		digit = s.p[i] != '.';
	}
	return digit;
}

static bool has_group(const struct plan *x, struct str number)
{
	for (size_t i = 0; i < x->targets.n; i++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, i);

		if (t->is_group && str_eq(t->number, number))
			return true;
	}
	return false;
}

static void check_target(struct checking *c, size_t i, const struct plan_target *t)
{
	if (!is_row_number(t->number))
		c->ok = diag_error(c->diag, place_in_row(c->v, "chi_tieu", i, "tt"),
				   _("\"tt\" is made of numbers and dots, such as 1.2"));
	if (t->group.n && !has_group(c->plan, t->group))
		c->ok = diag_error(
			c->diag, place_in_row(c->v, "chi_tieu", i, "nhom"),
			_("no row with \"la_nhom: true\" has the number \"" STR_FMT "\""),
			STR_ARG(t->group));
	if (!t->is_group && (t->channel < 0 || t->way < 0 || !t->counts.n || !t->doers.n))
		c->ok = diag_error(
			c->diag, place_in_row(c->v, "chi_tieu", i, "tt"),
			_("a target needs \"kenh\", \"dem\", \"cach_dem\" and "
			  "\"thuc_hien\"; the head of a group has \"la_nhom: true\""));
	check_units(c, place_in_row(c->v, "chi_tieu", i, "thuc_hien"), &t->doers);
	check_units(c, place_in_row(c->v, "chi_tieu", i, "phoi_hop"), &t->helpers);
}

static void check_targets(struct checking *c)
{
	struct arena *a = c->ids.arena;
	struct map numbers = {.arena = a};

	for (size_t i = 0; i < c->plan->targets.n; i++) {
		const struct plan_target *t =
			LIST_ITEM(c->plan->targets, struct plan_target, i);

		check_target(c, i, t);
		if (map_set(&numbers, t->number, c))
			c->ok = diag_error(c->diag, place_in_row(c->v, "chi_tieu", i, "tt"),
					   _("two rows have the number \"" STR_FMT "\""),
					   STR_ARG(t->number));
	}
}

static void check_reports(struct checking *c)
{
	for (size_t i = 0; i < c->plan->reports.n; i++)
		check_units(c, place_in_row(c->v, "bao_cao", i, "nguoi_gui"),
			    &LIST_ITEM(c->plan->reports, struct plan_report, i)->senders);
}

bool plan_check(const void *data, const struct value *v, struct date today, struct diag *d)
{
	struct arena scratch = {0};
	struct checking c = {data, v, {.arena = &scratch}, d, true};

	(void)today;
	check_format(&c);
	check_number(&c);
	check_period(&c);
	check_paragraphs(&c);
	check_forms(&c);
	check_duties(&c);
	check_targets(&c);
	check_reports(&c);
	arena_free(&scratch);
	return c.ok;
}

static void find_draft(const struct plan *x, struct inspection *i)
{
	const struct plan_document *d = x->document;

	if (d->number_symbol.n && date_is_full(d->issued))
		return;
	if (plan_is_draft(x))
		inspection_report(i, inspection_place(i, "van_ban"), &no_number,
				  _("the plan has no number; it is shown as a draft until "
				    "\"so_ky_hieu\" and \"ngay\" are there"));
	else
		inspection_report(i, inspection_place(i, "van_ban"), &no_number,
				  _("the number or the full day of issue of the plan is not "
				    "known; add \"so_ky_hieu\" and \"ngay\" once the "
				    "original has been seen"));
}

/* The plan for a year is made in it, or in the last two months before it. */
static bool is_of_an_earlier_year(const struct plan *x, const struct plan_basis *b)
{
	return date_is_set(b->issued) && strcmp(legal_types[b->type].code, "ke-hoach") == 0 &&
	       (b->issued.year < x->period->year - 1 ||
		(b->issued.year == x->period->year - 1 &&
		 b->issued.month < MONTH_OF_NEW_PLANS));
}

static void find_odd_years(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->bases.n; k++) {
		const struct plan_basis *b = LIST_ITEM(x->bases, struct plan_basis, k);

		if (!is_of_an_earlier_year(x, b))
			continue;
		inspection_report(
			i, place_in_row(inspection_written(i), "can_cu", k, "ngay"), &odd_year,
			_("a plan for %lld rests on \"" STR_FMT
			  "\" of %d; is the day right, or is there a newer one?"),
			(long long)x->period->year, STR_ARG(b->number), b->issued.year);
	}
}

/* Tasks are counted, and the first of them shown: an issued plan that leaves out the
 * time leaves it out everywhere. */
struct task_gaps {
	size_t n;
	struct str first;
};

static void note_gap(struct task_gaps *gaps, const struct plan_task *task)
{
	if (!gaps->n++)
		gaps->first = task->id;
}

static void find_open_tasks(const struct plan *x, struct inspection *i)
{
	struct task_gaps untimed = {0}, unmade = {0};

	for (size_t k = 0; k < x->duties.n; k++) {
		const struct plan_duty *duty = LIST_ITEM(x->duties, struct plan_duty, k);

		for (size_t t = 0; t < duty->tasks.n; t++) {
			const struct plan_task *task =
				LIST_ITEM(duty->tasks, struct plan_task, t);

			if (!date_is_set(task->deadline) && task->cadence < 0)
				note_gap(&untimed, task);
			if (!task->product.n)
				note_gap(&unmade, task);
		}
	}
	if (untimed.n)
		inspection_report(i, inspection_place(i, "to_chuc_thuc_hien"),
				  &task_without_time,
				  _("tasks with neither \"han\" nor \"chu_ky\": %zu, the first "
				    "of them " STR_FMT),
				  untimed.n, STR_ARG(untimed.first));
	if (unmade.n)
		inspection_report(
			i, inspection_place(i, "to_chuc_thuc_hien"), &task_without_product,
			_("tasks without \"san_pham\": %zu, the first of them " STR_FMT),
			unmade.n, STR_ARG(unmade.first));
}

static void find_in_target(const struct plan_target *t, size_t k, struct inspection *i)
{
	if (t->way == COUNT_UNCLEAR)
		inspection_report(
			i, place_in_row(inspection_written(i), "chi_tieu", k, "cach_dem"),
			&unclear_count,
			_("target " STR_FMT
			  ": nobody can say how far it is until \"cach_dem\" is \"moi-ky\" "
			  "(so many each time) or \"ca-ky\" (so many in all)"),
			STR_ARG(t->number));
	if (t->kinds < 0 && t->amount < 0)
		inspection_report(
			i, place_in_row(inspection_written(i), "chi_tieu", k, "tt"),
			&target_without_number,
			_("target " STR_FMT " has neither \"so_loai\" nor \"so_luong\""),
			STR_ARG(t->number));
	if (!t->product.n)
		inspection_report(i, place_in_row(inspection_written(i), "chi_tieu", k, "tt"),
				  &target_without_product,
				  _("target " STR_FMT " has no \"san_pham\""),
				  STR_ARG(t->number));
}

static void find_in_targets(const struct plan *x, struct inspection *i)
{
	if (!x->targets.n)
		inspection_report(i, i->file, &no_targets,
				  _("the plan has no \"chi_tieu\": what was published can be "
				    "listed, but not measured"));
	for (size_t k = 0; k < x->targets.n; k++) {
		const struct plan_target *t = LIST_ITEM(x->targets, struct plan_target, k);

		if (!t->is_group)
			find_in_target(t, k, i);
	}
}

static void find_uncertain(const struct plan *x, struct inspection *i)
{
	for (size_t k = 0; k < x->readings.n; k++) {
		const struct plan_reading *r = LIST_ITEM(x->readings, struct plan_reading, k);

		if (r->certainty == CERTAINTY_LOW)
			inspection_report(
				i, place_in_row(inspection_written(i), "doc_ocr", k, "doc_la"),
				&uncertain_reading,
				_("what stands at " STR_FMT
				  " could not be read with certainty; compare it with the "
				  "original"),
				STR_ARG(r->at));
	}
}

void plan_inspect(const void *data, struct inspection *i)
{
	const struct plan *x = data;

	find_draft(x, i);
	find_odd_years(x, i);
	find_open_tasks(x, i);
	find_in_targets(x, i);
	find_uncertain(x, i);
	plan_inspect_deadlines(x, i);
	plan_inspect_order(x, i);
	plan_inspect_words(x, i);
}
