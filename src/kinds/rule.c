#include "kinds/rule.h"

#include "kinds/common.h"
#include "kinds/law.h"

static const struct field limits_fields[] = {
	{.key = "so_chu_tin",
	 .type = FIELD_INT,
	 .offset = offsetof(struct limits, words_news),
	 .min = 1,
	 .max = 10000,
	 .label = "Số chữ của tin",
	 .about = N_("The fewest words of a short item (tin): 80 when not written."),
	 .example = "80"},
	{.key = "so_chu_bai",
	 .type = FIELD_INT,
	 .offset = offsetof(struct limits, words_story),
	 .min = 1,
	 .max = 10000,
	 .label = "Số chữ của bài",
	 .about = N_("The fewest words of a longer piece (bai): 400 when not written."),
	 .example = "400"},
	{.key = "so_ngay_dang_tre",
	 .type = FIELD_INT,
	 .offset = offsetof(struct limits, days_late),
	 .min = 1,
	 .max = 365,
	 .label = "Số ngày đăng trễ",
	 .about = N_("How many working days after an event an article is not late yet: 5 when "
		     "not written."),
	 .example = "5"},
	{0},
};

const struct schema limits_schema = {
	.name = N_("limits of rules"),
	.size = sizeof(struct limits),
	.fields = limits_fields,
};

const struct value *inspection_written(struct inspection *i)
{
	if (!i->fields)
		i->fields = i->read(i);
	return i->fields;
}

struct pos inspection_place(struct inspection *i, const char *key)
{
	const struct value *written = inspection_written(i);

	return written->kind == VALUE_MAP ? place_of_field(written, key) : i->file;
}

struct record inspection_target(const struct inspection *i, const struct ref *ref)
{
	return ref->to ? i->look(ref) : (struct record){0};
}

struct str inspection_html(struct inspection *i)
{
	if (!i->has_html)
		i->html = i->body_html(i);
	i->has_html = true;
	return i->html;
}

struct pos inspection_place_in_body(struct inspection *i, struct str words)
{
	return i->find(i, words);
}

/* Why a law does not bind on that day, and what stands in its place. */
static struct str reason(struct arena *a, const struct law *law, struct date today)
{
	struct str name = law->name, by = law->replaced_by;

	if (law_has_ended(law, today) && by.n)
		return str_fmt(a,
			       _("only advice, because " STR_FMT " has not been in force since "
				 "%.*s; it was replaced by " STR_FMT),
			       STR_ARG(name), STR_ARG(date_short(a, law->ends)), STR_ARG(by));
	if (law_has_ended(law, today))
		return str_fmt(a,
			       _("only advice, because " STR_FMT " has not been in force since "
				 "%.*s"),
			       STR_ARG(name), STR_ARG(date_short(a, law->ends)));
	return str_fmt(a, _("only advice, because " STR_FMT " is not in force before %.*s"),
		       STR_ARG(name), STR_ARG(date_short(a, law->effective)));
}

void rule_report(const struct laws *laws, struct date today, struct diag *d, struct pos at,
		 const struct rule *rule, struct str text)
{
	const struct law *dead = laws_dead(laws, str_of(rule->code), today);

	if (!dead) {
		diag_find(d, rule->level, rule->code, at, text);
		return;
	}
	text = str_fmt(d->arena, STR_FMT " (" STR_FMT ")", STR_ARG(text),
		       STR_ARG(reason(d->arena, dead, today)));
	diag_find(d, DIAG_ADVICE, rule->code, at, text);
}

void inspection_report(struct inspection *i, struct pos at, const struct rule *rule,
		       const char *fmt, ...)
{
	struct str text;
	va_list args;

	va_start(args, fmt);
	text = str_vfmt(i->diag->arena, fmt, args);
	va_end(args);
	rule_report(i->laws, i->today, i->diag, at, rule, text);
}
