#include "kinds/procedure.h"

/* What visitors are told of where it stands on a day; beside the states that a file may
 * say there are those that follow from its dates. */
static const struct choice ahead = {"chua-hieu-luc", "Chưa có hiệu lực"};

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

/* A date may have come that nobody wrote into the state, or may still be to come. */
static struct choice status_of(const struct procedure *x, struct date today)
{
	bool over = x->state == PROCEDURE_ABOLISHED || x->state == PROCEDURE_REPLACED;

	if (procedure_is_ahead(x, today))
		return ahead;
	if (!procedure_has_ended(x, today))
		return procedure_states[over ? PROCEDURE_IN_USE : x->state];
	if (over)
		return procedure_states[x->state];
	return procedure_states[x->successor.code.n ? PROCEDURE_REPLACED : PROCEDURE_ABOLISHED];
}

static struct str procedure_title(struct arena *a, const void *data)
{
	const struct procedure *x = data;

	(void)a;
	return x->name;
}

static const struct value *view_choice(struct arena *a, struct choice choice)
{
	struct value *v = value_map(a);

	value_set(a, v, STR("ma"), value_string(a, str_of(choice.code)));
	value_set(a, v, STR("ten"), value_string(a, str_of(choice.name)));
	return v;
}

static void card_of_procedure(struct arena *a, const void *data, const struct derive_context *c,
			      struct value *view)
{
	const struct procedure *x = data;

	value_set(a, view, STR("tinh_trang"), view_choice(a, status_of(x, c->today)));
	value_set(a, view, STR("loai_thu_tuc"), view_choice(a, procedure_sorts[x->sort]));
}

static void derive_procedure(struct arena *a, const void *data, const struct derive_context *c,
			     struct value *view)
{
	const struct procedure *x = data;

	value_set(a, view, STR("tinh_trang"), view_choice(a, status_of(x, c->today)));
}

const struct kind procedure_kind = {
	.code = "thu-tuc",
	.name = "Thủ tục",
	.schema = &procedure_schema,
	.has_list = true,
	.title = procedure_title,
	.card = card_of_procedure,
	.derive = derive_procedure,
};
