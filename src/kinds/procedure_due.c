#include "kinds/procedure_due.h"

#include "kinds/contact.h"

static struct opening opening_of(struct arena *a, const struct procedure *x,
				 const struct derive_context *c)
{
	struct opening opening = {0};

	for (size_t i = 0; c->look && !opening.n && i < x->counters.n; i++) {
		const struct ref *ref = LIST_ITEM(x->counters, struct ref, i);
		struct record record = ref->to ? c->look(ref) : (struct record){0};

		if (record.kind == &contact_kind)
			opening = contact_opening(a, record.data);
	}
	return opening;
}

/* The minute at which it opens on that day; midnight when it does not. */
static struct date opening_time(const struct opening *o, struct date day)
{
	for (size_t i = 0; i < o->n; i++) {
		if (o->spans[i].weekday != date_weekday(day))
			continue;
		day.hour = (int8_t)(o->spans[i].from / 60);
		day.minute = (int8_t)(o->spans[i].from % 60);
		break;
	}
	day.has_time = true;
	return day;
}

enum term_result procedure_due(struct arena *a, const struct procedure *x,
			       const struct manner *m, const struct derive_context *c,
			       struct date day, struct date *received, struct date *due)
{
	struct receipt receipt = {.at = day};
	struct term_length term;

	*received = day;
	if (!m->term || !c->calendar)
		return TERM_NO_DATE;
	term = (struct term_length){m->term->amount, (enum term_unit)m->term->unit};
	if (term.unit == TERM_SAME_SESSION) {
		*due = day;
		return TERM_DUE;
	}
	if (term.unit == TERM_WORKING_HOURS) {
		receipt.opening = opening_of(a, x, c);
		receipt.at = opening_time(&receipt.opening, day);
		*received = receipt.at;
	}
	return term_due(c->calendar, &receipt, term, NULL, 0, due);
}
