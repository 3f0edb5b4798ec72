#include "kinds/procedure.h"

#include "kinds/linked.h"
#include "kinds/procedure_lists.h"
#include "kinds/procedure_rules.h"
#include "kinds/procedure_view.h"
#include "viet/slug.h"

bool procedure_has_ended(const struct procedure *x, struct date today)
{
	if (date_is_set(x->to))
		return date_days(x->to) < date_days(today);
	return x->state == PROCEDURE_ABOLISHED || x->state == PROCEDURE_REPLACED;
}

bool procedure_is_ahead(const struct procedure *x, struct date today)
{
	return date_days(x->from) > date_days(today);
}

static bool procedure_ended(const void *data, struct date today)
{
	return procedure_has_ended(data, today);
}

/* In the alphabet's order; those that have ended come last. */
static int64_t procedure_order(const void *data)
{
	const struct procedure *x = data;

	return x->state == PROCEDURE_ABOLISHED || x->state == PROCEDURE_REPLACED;
}

/* A term is counted in something: so many hours, days or months. */
static bool check_term(const struct procedure *x, size_t n, const struct value *v,
		       struct diag *d)
{
	const struct channel_term *t = LIST_ITEM(x->manners, struct manner, n)->term;
	struct pos at;

	if (!t || t->amount > 0 || t->unit == TERM_BY_APPOINTMENT ||
	    t->unit == TERM_SAME_SESSION)
		return true;
	at = written_item(written_item(v, "cach_thuc", n), "thoi_han", 0)->pos;
	return diag_error(d, at, _("\"thoi_han\" needs \"so\": how many, at least 1"));
}

static bool check_procedure(const void *data, const struct value *v, struct date today,
			    struct diag *d)
{
	const struct procedure *x = data;
	bool ok = true;

	(void)today;
	if (date_is_set(x->to) && date_cmp(x->to, x->from) < 0)
		ok = diag_error(d, place_of_field(v, "hieu_luc_den"),
				_("the procedure ends before it begins"));
	if (x->successor.code.n && str_eq(x->successor.code, x->common.code))
		ok = diag_error(d, x->successor.pos,
				_("a procedure is not replaced by itself"));
	for (size_t i = 0; i < x->manners.n; i++)
		ok &= check_term(x, i, v, d);
	return ok;
}

static struct str procedure_title(struct arena *a, const void *data)
{
	const struct procedure *x = data;

	(void)a;
	return x->name;
}

static struct str procedure_short_code(struct arena *a, const void *data)
{
	const struct procedure *x = data;

	return x->short_code.n ? x->short_code : viet_slug_initials(a, x->common.code);
}

const struct kind procedure_kind = {
	.code = "thu-tuc",
	.name = "Thủ tục",
	.search_percent = 130,
	.describe = describe_procedure,
	.schema = &procedure_schema,
	.has_list = true,
	.has_backlinks = true,
	.needs_approver = true,
	.title = procedure_title,
	.order = procedure_order,
	.check = check_procedure,
	.rules = procedure_rule_list,
	.n_rules = PROCEDURE_RULES,
	.inspect = procedure_inspect,
	.status = procedure_status,
	.has_ended = procedure_ended,
	.short_code = procedure_short_code,
	.card = procedure_card,
	.derive = procedure_derive,
	.taxonomies = procedure_taxonomies,
	.n_taxonomies = PROCEDURE_TAXONOMIES,
	.subpages = procedure_subpages,
	.n_subpages = PROCEDURE_SUBPAGES,
	.section_pages = procedure_section_pages,
	.n_section_pages = PROCEDURE_SECTION_PAGES,
};
