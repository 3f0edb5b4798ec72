/* What English pages show of a procedure beside its table. */
#include "kinds/english.h"
#include "kinds/procedure_term.h"
#include "kinds/procedure_view.h"

static const struct value *text(struct arena *a, struct str s)
{
	return s.n ? value_string(a, s) : value_null(a);
}

static struct str counted(struct arena *a, int64_t n, const char *unit)
{
	return str_fmt(a, "%lld %s%s", (long long)n, unit, n == 1 ? "" : "s");
}

struct str procedure_term_english(struct arena *a, const struct channel_term *t)
{
	static const char *const units[] = {
		[TERM_WORKING_HOURS] = "working hour",
		[TERM_WORKING_DAYS] = "working day",
		[TERM_DAYS] = "day",
		[TERM_MONTHS] = "month",
	};

	if (t->unit == TERM_SAME_SESSION)
		return english_word(STR("Trong buổi làm việc"));
	if (t->unit == TERM_BY_APPOINTMENT && t->about.n)
		return (struct str){0};
	if (t->unit == TERM_BY_APPOINTMENT)
		return english_word(STR("Theo giấy hẹn"));
	return counted(a, t->amount, units[t->unit]);
}

static struct str paper_words(struct arena *a, const struct paper *p)
{
	struct buf out = {.arena = a};

	if (p->replaced_by_data)
		return p->shown_only ? STR("Just show it; there is nothing to hand in")
				     : STR("Nothing to hand in: we look it up for you");
	if (p->originals > 0)
		buf_add(&out, counted(a, p->originals, "original"));
	if (p->copies > 0)
		buf_fmt(&out, "%s%lld %s", out.n ? ", " : "", (long long)p->copies,
			p->copies == 1 ? "copy" : "copies");
	if (p->shown_only)
		buf_add_z(&out, out.n ? ", or show the original" : "Just show it");
	return buf_str(&out);
}

static void add_to_manner(struct arena *a, const void *item, struct value *view)
{
	const struct channel_term *t = ((const struct manner *)item)->term;

	value_set(a, view, STR("thoi_han_chu"),
		  t ? text(a, procedure_term_english(a, t)) : value_null(a));
}

static void add_to_paper(struct arena *a, const void *item, struct value *view)
{
	value_set(a, view, STR("so_luong"), text(a, paper_words(a, item)));
}

static void add_to_dossier(struct arena *a, const void *item, struct value *view)
{
	const struct dossier *d = item;

	procedure_enrich(a, view, "giay_to", &d->papers, sizeof(struct paper), add_to_paper);
}

void procedure_derive_english(struct arena *a, const struct procedure *x, struct date today,
			      struct value *view)
{
	procedure_enrich(a, view, "cach_thuc", &x->manners, sizeof(struct manner),
			 add_to_manner);
	procedure_enrich(a, view, "thanh_phan_ho_so", &x->dossiers, sizeof(struct dossier),
			 add_to_dossier);
	value_set(a, view, STR("het_hieu_luc"), value_bool(a, procedure_has_ended(x, today)));
}
